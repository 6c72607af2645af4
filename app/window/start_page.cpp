#include "app/window/start_page.hpp"

#include "app/theme/theme.hpp"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {
namespace {

QPushButton* wide_button(const QString& icon_name, const QString& name, QWidget* parent) {
    auto* button = new QPushButton{parent};
    button->setObjectName(name);
    button->setIcon(icon(icon_name));
    button->setMinimumSize(200, 36);
    return button;
}

}  // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget{parent}, m_title{new QLabel{this}}, m_words{new QLabel{this}}, m_new{wide_button("new", "startNew", this)},
      m_open{wide_button("open", "startOpen", this)}, m_sample{wide_button("zoom-to", "startSample", this)}, m_recent_title{new QLabel{this}},
      m_none{new QLabel{this}}, m_recent{new QListWidget{this}}, m_disclaimer{new QLabel{this}} {
    setObjectName("startPage");
    m_title->setProperty("role", "heading");
    m_words->setProperty("role", "second");
    m_words->setWordWrap(true);
    m_recent_title->setProperty("role", "section");
    m_none->setProperty("role", "second");
    m_disclaimer->setProperty("role", "second");
    m_recent->setObjectName("startRecent");
    m_recent->setMinimumHeight(200);
    connect(m_new, &QPushButton::clicked, this, &StartPage::newAsked);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openAsked);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleAsked);
    connect(m_recent, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) { emit recentChosen(item->data(Qt::UserRole).toString()); });

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addWidget(m_new);
    buttons->addWidget(m_open);
    buttons->addWidget(m_sample);
    buttons->addStretch();
    auto* column = new QVBoxLayout;
    column->setSpacing(12);
    column->addStretch(1);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addSpacing(12);
    column->addLayout(buttons);
    column->addSpacing(24);
    column->addWidget(m_recent_title);
    column->addWidget(m_none);
    column->addWidget(m_recent, 2);
    column->addStretch(1);
    column->addWidget(m_disclaimer);
    auto* middle = new QHBoxLayout{this};
    middle->setContentsMargins(24, 24, 24, 24);
    middle->addStretch(1);
    middle->addLayout(column, 8);
    middle->addStretch(1);
    showRecent({});
    retranslate();
}

void StartPage::showRecent(const QStringList& files) {
    m_recent->clear();
    for (const QString& file : files) {
        const QFileInfo info{file};
        auto* item = new QListWidgetItem{info.fileName() + "    " + info.path(), m_recent};
        item->setData(Qt::UserRole, file);
        item->setToolTip(file);
        if (!info.exists()) item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    m_recent->setVisible(!files.isEmpty());
    m_none->setVisible(files.isEmpty());
}

void StartPage::retranslate() {
    m_title->setText(tr("Anchong: outdoor e-bike charging zones"));
    m_words->setText(tr("Finds where charging may stand in a residential compound, proves each distance, and says why not elsewhere."));
    m_new->setText(tr("New project…"));
    m_open->setText(tr("Open project…"));
    m_sample->setText(tr("Open the sample township"));
    m_recent_title->setText(tr("Recent projects"));
    m_none->setText(tr("None opened yet. A project file can also be dropped on this window."));
    m_disclaimer->setText(tr("A planning check for the fire and housing bureaux; not an approval."));
}

void StartPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace app
