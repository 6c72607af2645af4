#include "app/panels/new_project/notice_bar.hpp"

#include "app/theme/theme.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace app {

NoticeBar::NoticeBar(QWidget* parent) : QFrame{parent}, m_icon{new QLabel{this}}, m_text{new QLabel{this}}, m_action{new QPushButton{this}} {
    m_text->setWordWrap(true);
    m_text->setObjectName("noticeText");
    m_action->setProperty("link", true);
    m_action->setAutoDefault(false);
    m_action->setObjectName("noticeAction");
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionAsked);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    clear();
}

void NoticeBar::say(Kind kind, const QString& sentence, const QString& action) {
    // The style sheet knows the window's messages by name.
    setObjectName(kind == Kind::Note ? "messageNote" : kind == Kind::Warning ? "messageWarning" : "messageError");
    for (QWidget* widget : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_text)}) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
    constexpr int size = 16;
    m_icon->setPixmap(icon(kind == Kind::Note ? "info" : kind == Kind::Warning ? "warning" : "error").pixmap(size, size));
    m_text->setText(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    show();
}

void NoticeBar::clear() {
    m_text->clear();
    hide();
}

QString NoticeBar::sentence() const { return m_text->text(); }

}  // namespace app
