#pragma once

#include "geo/geometry/shapes.hpp"

#include <QWidget>

namespace app {

/// A small picture of what a layer's features look like, north up.
class LayerSketch : public QWidget {
    Q_OBJECT

   public:
    explicit LayerSketch(QWidget* parent = nullptr);
    /// @param shape  longitude and latitude; empty: nothing is drawn
    void show(geo::Shape shape);

   protected:
    void paintEvent(QPaintEvent* event) override;

   private:
    geo::Shape m_shape;
    geo::Box m_box;  ///< without the outermost features, so that a stray one does not shrink the rest to a dot
};

}  // namespace app
