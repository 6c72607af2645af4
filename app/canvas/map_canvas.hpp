#pragma once

#include "app/render/map_scene.hpp"
#include "geo/model/map_view.hpp"

#include <QString>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace app {

enum class Tool { Pan, ZoomBox, Identify, Measure };

/// A line drawn over the map between two places, with its text on a filled tag: a distance to an obstacle.
struct MarkLine {
    geo::Point from, to;
    QString text;             ///< `7.13 m ≥ 6.00`
    bool is_kept = false;     ///< clicked, not merely hovered: drawn stronger
};

/// What is drawn over the map besides its layers.
struct Marks {
    std::optional<geo::Shape> selected;
    std::optional<geo::Point> place;  ///< of the last identify
    std::vector<MarkLine> lines;
    std::optional<geo::Point> cross;  ///< where the pointer is in a map beside this one
};

/// The map: shows the last picture at once, moved and scaled, while a worker paints the sharp one. Keys: arrows pan, `+` `-` zoom, Home full extent,
/// Escape ends a tool's gesture; the middle button and Space + drag pan in every tool; the wheel zooms about the cursor.
class MapCanvas : public QWidget {
    Q_OBJECT

   public:
    explicit MapCanvas(QWidget* parent = nullptr);
    ~MapCanvas() override;

    void showData(std::shared_ptr<const MapData> data);  ///< null: empty; keeps the camera
    void showLayers(std::vector<geo::LayerView> layers);
    void showHeat(std::shared_ptr<const geo::Heat> heat);
    void showMarks(Marks marks);
    void setDarkMap(bool dark);

    const geo::Camera& camera() const;
    void setCamera(const geo::Camera& camera);
    void zoomTo(const geo::Box& box);  ///< with some room round it; fitted again at each change of size, until the map is moved
    void zoomFull();
    void zoomBy(double factor);        ///< about the middle; above 1 shows more detail
    double scaleDenominator() const;
    void setScaleDenominator(double denominator);

    Tool tool() const;
    void setTool(Tool tool);

    bool isSharp() const;              ///< the picture shown is of the present state: nothing is being painted
    bool isWhole() const;              ///< the view is filled by a sharp picture, though one with a new margin may be in the making
    QImage picture() const;            ///< as last painted by the worker, for tests and copying

   signals:
    void cameraChanged(const geo::Camera& camera);
    void pointerMoved(const geo::Point& place);
    void pointerLeft();
    void identified(const geo::Point& place, double within_m);  ///< within_m: grid metres that the cursor's size stands for
    void measured(double ground_m);
    void contextMenuAsked(const geo::Point& place, double within_m, const QPoint& global);  ///< right button or its key; not within a gesture
    void busyChanged(bool is_busy);
    void layersFailed(const std::vector<app::LayerFailure>& failures);
    void toolChanged(app::Tool tool);

   protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace app
