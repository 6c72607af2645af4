#include "app/panels/inspector/key_figures.hpp"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>

namespace app {

KeyFigures::KeyFigures(QWidget* parent) : QWidget{parent}, m_cards{} {
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (Card& card : m_cards) {
        card.frame = new QFrame{this};
        card.frame->setProperty("card", true);
        card.label = new QLabel{card.frame};
        card.label->setProperty("role", "second");
        card.value = new QLabel{card.frame};
        card.value->setProperty("role", "figure");
        // The texts must not make one card wider than another.
        for (QLabel* text : {card.label, card.value}) text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        auto* lines = new QVBoxLayout{card.frame};
        lines->setContentsMargins(8, 6, 8, 6);
        lines->setSpacing(2);
        lines->addWidget(card.label);
        lines->addWidget(card.value);
        row->addWidget(card.frame, 1);
    }
}

void KeyFigures::showFigures(const std::vector<Figure>& figures) {
    m_figures = figures;
    for (std::size_t i = 0; i < m_cards.size(); ++i) m_cards[i].frame->setVisible(i < figures.size());
    setVisible(!figures.empty());
    fitTexts();
}

void KeyFigures::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitTexts();
}

void KeyFigures::fitTexts() {
    const auto fit = [](QLabel* label, const QString& text) {
        const QString shown = label->fontMetrics().elidedText(text, Qt::ElideRight, label->width());
        label->setText(shown);
        label->setToolTip(shown == text ? QString{} : text);
        label->setAccessibleName(text);
    };
    if (QLayout* row = layout()) row->activate();
    for (std::size_t i = 0; i < m_figures.size() && i < m_cards.size(); ++i) {
        if (QLayout* lines = m_cards[i].frame->layout()) lines->activate();
        fit(m_cards[i].label, m_figures[i].label);
        fit(m_cards[i].value, m_figures[i].value);
    }
}

}  // namespace app
