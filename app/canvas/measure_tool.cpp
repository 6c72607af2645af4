#include "app/canvas/measure_tool.hpp"

#include "app/canvas/ground_length.hpp"
#include "app/canvas/overlays.hpp"
#include "app/theme/language.hpp"

#include <QPainter>

namespace app {
namespace {

QString length_text(double metres) {
    constexpr double kilometre = 1000.0;
    return metres < kilometre ? number(metres, 2) + QStringLiteral(" m") : number(metres / kilometre, 3) + QStringLiteral(" km");
}

}  // namespace

void MeasureTool::setCrs(const geo::CrsName& crs) {
    if (m_crs == crs) return;
    m_crs = crs;
    cancel();
}

void MeasureTool::press(QPointF at) {
    if (!m_is_laying) m_line.clear();
    m_is_laying = true;
    m_line.push_back(view().to_map(at));
    m_next.reset();
    canvas().update();
}

void MeasureTool::release(QPointF at) { hover(at); }

void MeasureTool::hover(QPointF at) {
    if (!m_is_laying) return;
    m_next = view().to_map(at);
    canvas().update();
}

void MeasureTool::doubleClick(QPointF) { end(); }

bool MeasureTool::key(int key) {
    if (!m_is_laying) return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        end();
        return true;
    }
    if (key == Qt::Key_Backspace) {
        m_line.pop_back();
        if (m_line.empty()) cancel();
        canvas().update();
        return true;
    }
    return false;
}

void MeasureTool::end() {
    if (!m_is_laying) return;
    m_is_laying = false;
    m_next.reset();
    if (m_line.size() < 2) return cancel();
    if (const auto length_m = ground_length_m(m_crs, m_line)) emit canvas().measured(*length_m);
    canvas().update();
}

void MeasureTool::cancel() {
    m_line.clear();
    m_next.reset();
    m_is_laying = false;
    canvas().update();
}

geo::Line MeasureTool::shownLine() const {
    geo::Line line = m_line;
    if (m_next) line.push_back(*m_next);
    return line;
}

void MeasureTool::draw(QPainter& painter, const Viewport& view, const OverlayStyle& style) const {
    if (m_line.empty()) return;
    const geo::Line line = shownLine();
    draw_line(painter, view, line, {style.paper, style.measure_halo_px}, {style.accent, style.measure_px});
    for (const geo::Point& vertex : m_line) draw_dot(painter, view.to_screen(vertex), style);
    if (line.size() < 2) return;
    const auto length_m = ground_length_m(m_crs, line);
    const QPointF end = view.to_screen(line.back());
    draw_tag(painter, view, end, along(view.to_screen(line[line.size() - 2]), end), length_m ? length_text(*length_m) : tr("no length here"), style);
}

}  // namespace app
