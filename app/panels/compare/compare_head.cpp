#include "app/panels/compare/compare_head.hpp"

#include "app/panels/compare/elided_label.hpp"
#include "app/theme/theme.hpp"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

namespace app {
namespace {

constexpr int height_px = 44, letter_px = 24, chooser_px = 150;

QToolButton* text_button(const char* name) {
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setProperty("link", true);
    return button;
}

}  // namespace

CompareHead::CompareHead(QWidget* parent)
    : QWidget{parent}, m_further{text_button("furtherScenarios")}, m_changes{text_button("changesOnOff")}, m_pdf{text_button("comparePdf")},
      m_json{text_button("compareJson")}, m_close{new QToolButton}, m_further_menu{new QMenu{this}} {
    setObjectName("compareHead");
    setFixedHeight(height_px);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    std::array<QHBoxLayout*, 2> halves{};
    for (int side = 0; side < 2; ++side) {
        auto* half = new QWidget;
        half->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // As wide as the map below it.
        halves[static_cast<std::size_t>(side)] = new QHBoxLayout{half};
        halves[static_cast<std::size_t>(side)]->setContentsMargins(12, 0, 8, 1);
        halves[static_cast<std::size_t>(side)]->setSpacing(8);
        row->addWidget(half, 1);
        m_sides[static_cast<std::size_t>(side)] = makeSide(side == 0 ? "A" : "B", halves[static_cast<std::size_t>(side)]);
        connect(chooser(side), &QComboBox::textActivated, this, [this, side](const QString& scenario) { choose(side, scenario); });
    }
    m_further->setMenu(m_further_menu);
    m_further->setPopupMode(QToolButton::InstantPopup);
    m_changes->setCheckable(true);
    m_changes->setChecked(true);
    m_close->setObjectName("closeCompare");
    m_close->setIcon(icon("close"));
    m_close->setIconSize({16, 16});
    for (QToolButton* each : {m_further, m_changes, m_pdf, m_json, m_close}) halves[1]->addWidget(each);
    connect(m_changes, &QToolButton::toggled, this, [this](bool on) {
        retranslate();
        emit changesToggled(on);
    });
    connect(m_pdf, &QToolButton::clicked, this, &CompareHead::pdfAsked);
    connect(m_json, &QToolButton::clicked, this, &CompareHead::jsonAsked);
    connect(m_close, &QToolButton::clicked, this, &CompareHead::closeAsked);
    retranslate();
}

CompareHead::Side CompareHead::makeSide(const char* letter, QHBoxLayout* row) {
    Side side{new QLabel{QString::fromLatin1(letter)}, new QComboBox, new ElidedLabel};
    side.letter->setObjectName(QStringLiteral("compareLetter") + letter);
    side.letter->setAlignment(Qt::AlignCenter);
    side.letter->setFixedSize(letter_px, letter_px);
    side.chooser->setObjectName(QStringLiteral("compareChooser") + letter);
    side.chooser->setFixedWidth(chooser_px);
    side.rules->setProperty("role", "second");
    side.rules->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    row->addWidget(side.letter);
    row->addWidget(side.chooser);
    row->addWidget(side.rules, 1);
    return side;
}

void CompareHead::show(const QStringList& scenarios, const Compared& compared) {
    m_scenarios = scenarios;
    m_compared = compared;
    const QString names[] = {compared.a, compared.b};
    for (int side = 0; side < 2; ++side) {
        const QSignalBlocker quiet{chooser(side)};
        chooser(side)->clear();
        chooser(side)->addItems(scenarios);
        chooser(side)->setCurrentText(names[side]);
    }
    fillFurther();
}

/// Who chooses for one side what the other has swaps them.
void CompareHead::choose(int side, const QString& scenario) {
    Compared next = m_compared;
    QString& mine = side == 0 ? next.a : next.b;
    QString& other = side == 0 ? next.b : next.a;
    if (other == scenario) other = mine;
    mine = scenario;
    next.further.removeAll(next.a);
    next.further.removeAll(next.b);
    emit chosen(next);
}

void CompareHead::fillFurther() {
    m_further_menu->clear();
    for (const QString& scenario : m_scenarios) {
        if (scenario == m_compared.a || scenario == m_compared.b) continue;
        QAction* action = m_further_menu->addAction(scenario);
        action->setCheckable(true);
        action->setChecked(m_compared.further.contains(scenario));
        connect(action, &QAction::toggled, this, [this, scenario](bool on) {
            Compared next = m_compared;
            next.further.removeAll(scenario);
            if (on) next.further << scenario;
            emit chosen(next);
        }, Qt::QueuedConnection);  // The menu is filled anew.
    }
    m_further->setVisible(!m_further_menu->isEmpty());
}

void CompareHead::showRules(const QStringList& a, const QStringList& b) {
    const QStringList* lists[] = {&a, &b};
    for (std::size_t side = 0; side < 2; ++side) {
        m_sides[side].rules->setText(lists[side]->join(QStringLiteral(" · ")));
        m_sides[side].rules->setToolTip(lists[side]->join('\n'));
    }
}

QString CompareHead::rulesText(int side) const { return m_sides[static_cast<std::size_t>(side)].rules->text(); }
bool CompareHead::showsChanges() const { return m_changes->isChecked(); }
void CompareHead::setShowsChanges(bool on) { m_changes->setChecked(on); }

void CompareHead::paintEvent(QPaintEvent*) {
    QPainter painter{this};
    painter.fillRect(rect(), colour("panel"));
    painter.fillRect(QRect{0, height() - 1, width(), 1}, colour("divider"));
    painter.fillRect(QRect{width() / 2, 0, 1, height()}, colour("divider"));
}

void CompareHead::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void CompareHead::retranslate() {
    m_further->setText(tr("More scenarios"));
    m_further->setToolTip(tr("Further scenarios in the table"));
    m_changes->setText(m_changes->isChecked() ? tr("Changes: on") : tr("Changes: off"));
    m_changes->setToolTip(tr("Colours what was added and removed in map B"));
    m_pdf->setText(tr("PDF…"));
    m_pdf->setToolTip(tr("This comparison on paper"));
    m_json->setText(tr("JSON…"));
    m_json->setToolTip(tr("This comparison as data"));
    m_close->setToolTip(tr("Back to the map (Esc)"));
    m_close->setAccessibleName(tr("Back to the map"));
    m_sides[0].chooser->setToolTip(tr("Scenario A, from which differences count"));
    m_sides[1].chooser->setToolTip(tr("Scenario B"));
}

}  // namespace app
