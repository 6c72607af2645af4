#pragma once

#include "app/canvas/identify_tool.hpp"
#include "app/canvas/map_canvas.hpp"
#include "app/canvas/measure_tool.hpp"
#include "app/canvas/pan_tool.hpp"
#include "app/canvas/picture_painter.hpp"
#include "app/canvas/zoom_box_tool.hpp"

namespace app {

struct MapCanvas::State {
    explicit State(MapCanvas& owner) : canvas{owner}, pan{owner}, zoom_box{owner}, identify{owner}, measure{owner}, hand{owner} {}

    MapCanvas& canvas;
    std::shared_ptr<const MapData> data;
    std::shared_ptr<const geo::Heat> heat;
    std::vector<geo::LayerView> layers;
    Marks marks;
    bool is_dark = false;

    geo::Camera camera;
    std::optional<geo::Box> fit;  ///< what the map was last fitted to and not moved since: fitted again when its size changes

    Tool tool = Tool::Pan;
    PanTool pan;
    ZoomBoxTool zoom_box;
    IdentifyTool identify;
    MeasureTool measure;
    PanTool hand;                   ///< of the middle button and Space, in every tool
    CanvasTool* gesture = nullptr;  ///< whose button is down
    Qt::MouseButton button = Qt::NoButton;
    bool is_space_down = false;

    PicturePainter painter;

    Viewport view() const { return {camera, canvas.size()}; }
    CanvasTool& active();
    /// @return whether it is another one than before
    bool move(const geo::Camera& to);
    void showContent();
    void look();
    void updateCursor();
    void endGesture();
    bool isHeatShown() const;
    void draw(QPainter& painter);
};

}  // namespace app
