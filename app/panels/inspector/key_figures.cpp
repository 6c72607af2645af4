#include "app/panels/inspector/key_figures.hpp"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>

namespace app {
namespace {

/// Cut to its width when it is painted: before, a label that was never shown knows no width.
class ElidedLabel : public QLabel {
   public:
    using QLabel::QLabel;

   protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter{this};
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
        style()->drawItemText(&painter, rect(), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), palette(), isEnabled(), shown, foregroundRole());
    }
};

}  // namespace

KeyFigures::KeyFigures(QWidget* parent) : QWidget{parent}, m_cards{} {
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (Card& card : m_cards) {
        card.frame = new QFrame{this};
        card.frame->setProperty("card", true);
        card.label = new ElidedLabel{card.frame};
        card.label->setProperty("role", "second");
        card.value = new ElidedLabel{card.frame};
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
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i].frame->setVisible(i < figures.size());
        if (i >= figures.size()) continue;
        for (const auto& [label, words] : {std::pair{m_cards[i].label, figures[i].label}, {m_cards[i].value, figures[i].value}}) {
            label->setText(words);
            label->setToolTip(words);
            label->setAccessibleName(words);
        }
    }
    setVisible(!figures.empty());
}

}  // namespace app
