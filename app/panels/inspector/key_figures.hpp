#pragma once

#include "app/panels/inspector/inspected.hpp"

#include <QWidget>

#include <array>

class QFrame;
class QLabel;

namespace app {

/// Up to three numbers on cards of equal width.
class KeyFigures : public QWidget {
    Q_OBJECT

   public:
    explicit KeyFigures(QWidget* parent = nullptr);
    void showFigures(const std::vector<Figure>& figures);

   private:
    struct Card {
        QFrame* frame;
        QLabel *label, *value;
    };
    std::array<Card, 3> m_cards;
};

}  // namespace app
