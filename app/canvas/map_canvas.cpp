#include "app/canvas/map_canvas.hpp"

#include "app/canvas/canvas_state.hpp"
#include "app/theme/language.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr double fit_room_px = 24.0;

}  // namespace

CanvasTool& MapCanvas::State::active() {
    switch (tool) {
        case Tool::ZoomBox: return zoom_box;
        case Tool::Identify: return identify;
        case Tool::Measure: return measure;
        case Tool::Pan: break;
    }
    return pan;
}

bool MapCanvas::State::move(const geo::Camera& to) {
    if (!is_usable(to)) return false;
    const geo::Camera next = within_scales(to);
    if (next == camera) return false;
    camera = next;
    look();
    emit canvas.cameraChanged(camera);
    return true;
}

void MapCanvas::State::showContent() {
    MapScene scene;
    scene.data = data;
    scene.heat = heat;
    scene.layers = layers;
    scene.language = language();
    scene.is_dark = is_dark;
    painter.showContent(std::move(scene));
    canvas.update();
}

void MapCanvas::State::look() {
    painter.look(view(), canvas.devicePixelRatioF());
    canvas.update();
}

void MapCanvas::State::updateCursor() {
    const bool is_hand = gesture == &hand || (is_space_down && !gesture);
    canvas.setCursor(is_hand ? hand.cursor() : active().cursor());
}

void MapCanvas::State::endGesture() {
    if (gesture) gesture->cancel();
    gesture = nullptr;
    button = Qt::NoButton;
}

bool MapCanvas::State::isHeatShown() const {
    if (!heat || !data) return false;
    const auto listed = std::ranges::find(layers, "heat", &geo::LayerView::id);
    if (listed != layers.end()) return listed->is_visible && listed->opacity > 0.0;
    const auto& groups = data->style().groups();
    const auto group = std::ranges::find(groups, "heat", &LayerGroup::id);
    return group != groups.end() && group->is_visible;
}

MapCanvas::MapCanvas(QWidget* parent) : QWidget{parent}, m_state{std::make_unique<State>(*this)} {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(120, 80);
    const PicturePainter& painter = m_state->painter;
    connect(&painter, &PicturePainter::painted, this, qOverload<>(&QWidget::update));
    connect(&painter, &PicturePainter::busyChanged, this, &MapCanvas::busyChanged);
    connect(&painter, &PicturePainter::layersFailed, this, &MapCanvas::layersFailed);
    m_state->updateCursor();
}

MapCanvas::~MapCanvas() = default;

void MapCanvas::showData(std::shared_ptr<const MapData> shown) {
    m_state->data = std::move(shown);
    m_state->measure.setCrs(m_state->data ? m_state->data->crs() : geo::CrsName{});
    m_state->showContent();
}

void MapCanvas::showLayers(std::vector<geo::LayerView> layers) {
    if (m_state->layers == layers) return;
    m_state->layers = std::move(layers);
    m_state->showContent();
}

void MapCanvas::showHeat(std::shared_ptr<const geo::Heat> heat) {
    if (m_state->heat == heat) return;
    m_state->heat = std::move(heat);
    m_state->showContent();
}

void MapCanvas::showMarks(Marks marks) {
    m_state->marks = std::move(marks);
    update();
}

void MapCanvas::setDarkMap(bool dark) {
    if (m_state->is_dark == dark) return;
    m_state->is_dark = dark;
    m_state->showContent();
}

const geo::Camera& MapCanvas::camera() const { return m_state->camera; }

void MapCanvas::setCamera(const geo::Camera& camera) {
    if (m_state->move(camera)) m_state->fit.reset();
}

void MapCanvas::zoomTo(const geo::Box& box) {
    if (box.empty()) return;
    setCamera(fitting(box, size(), fit_room_px));
    m_state->fit = box;
}

void MapCanvas::zoomFull() {
    if (m_state->data) zoomTo(m_state->data->extent());
}

void MapCanvas::zoomBy(double factor) {
    setCamera(zoomed_about(m_state->view(), {0.5 * width(), 0.5 * height()}, factor));
}

double MapCanvas::scaleDenominator() const { return scale_of(m_state->camera.metres_per_px); }

void MapCanvas::setScaleDenominator(double denominator) {
    setCamera({m_state->camera.centre, metres_per_px_at(denominator)});
}

Tool MapCanvas::tool() const { return m_state->tool; }

void MapCanvas::setTool(Tool tool) {
    if (m_state->tool == tool) return;
    m_state->endGesture();
    m_state->active().cancel();
    m_state->tool = tool;
    m_state->updateCursor();
    emit toolChanged(tool);
}

bool MapCanvas::isSharp() const { return m_state->painter.isSharp(); }

bool MapCanvas::isWhole() const { return m_state->painter.isWhole(); }

QImage MapCanvas::picture() const { return m_state->painter.picture().image; }

}  // namespace app
