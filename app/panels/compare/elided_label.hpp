#pragma once

#include <QLabel>

namespace app {

/// A line of text that gives way: cut off with an ellipsis where there is too little room. The whole is its tooltip unless another was set.
class ElidedLabel : public QLabel {
    Q_OBJECT

   public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override;

   protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace app
