#include "app/tables/empty_state.hpp"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

EmptyState::EmptyState(QWidget* parent)
    : QWidget{parent}, m_what{new QLabel{this}}, m_why{new QLabel{this}}, m_action{new QPushButton{this}} {
    m_why->setProperty("role", "second");  // The style sheet's grey.
    m_what->setWordWrap(true);
    m_why->setWordWrap(true);
    m_what->setAlignment(Qt::AlignHCenter);
    m_why->setAlignment(Qt::AlignHCenter);
    auto* rows = new QVBoxLayout{this};
    rows->setContentsMargins(16, 8, 16, 8);
    rows->setSpacing(4);
    rows->addStretch(1);
    rows->addWidget(m_what);
    rows->addWidget(m_why);
    rows->addSpacing(4);
    rows->addWidget(m_action, 0, Qt::AlignHCenter);
    rows->addStretch(2);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionAsked);
}

void EmptyState::say(const EmptyText& text) {
    m_what->setText(text.what);
    m_why->setText(text.why);
    m_why->setVisible(!text.why.isEmpty());
    m_action->setText(text.action);
    m_action->setVisible(!text.action.isEmpty());
}

}  // namespace app
