#include "app/pages/sheet_view.hpp"

#include "app/theme/theme.hpp"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr int desk_px = 16;  // Between the paper and the edge of the view.
constexpr double least_px_per_mm = 0.5, greatest_px_per_mm = 40.0;

/// A part of a sheet. @param part  in pixels of the whole paper
QImage painted(const Sheet& sheet, QRect part, double px_per_mm, double device_ratio, const geo::Progress& progress) {
    QImage image{(QSizeF{part.size()} * device_ratio).toSize(), QImage::Format_ARGB32_Premultiplied};
    image.setDevicePixelRatio(device_ratio);
    image.fill(Qt::white);  // Paper, in every theme.
    QPainter painter{&image};
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(-part.topLeft());
    painter.scale(px_per_mm / page_units_per_mm, px_per_mm / page_units_per_mm);
    draw_sheet(painter, sheet, progress);
    return image;
}

}  // namespace

QImage SheetView::picture(const Sheet& sheet, double px_per_mm, const geo::Progress& progress) {
    const QSizeF paper = paper_of(sheet) * px_per_mm;
    return painted(sheet, QRect{0, 0, static_cast<int>(std::lround(paper.width())), static_cast<int>(std::lround(paper.height()))}, px_per_mm, 1.0, progress);
}

SheetView::SheetView(QWidget* parent) : QAbstractScrollArea{parent} {
    setObjectName("sheetView");
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::OpenHandCursor);
    connect(&m_job, &JobSignals::finished, this, [this] {
        m_shown = m_job.takeResult();
        viewport()->update();
        refresh();  // The view may have gone back meanwhile to what had been shown before.
    });
    connect(&m_job, &JobSignals::failed, this, &SheetView::failed);
}

void SheetView::setSheet(std::optional<Sheet> sheet) {
    m_sheet = std::move(sheet);
    m_shown = {};
    if (!m_sheet) m_job.cancel();
    applyFit();
    placeBars();
    refresh();
}

QRect SheetView::paper() const {
    if (!m_sheet) return {};
    const QSize size = (paper_of(*m_sheet) * m_px_per_mm).toSize();
    const auto at = [](int room, int length, const QScrollBar* bar) { return length + 2 * desk_px <= room ? (room - length) / 2 : desk_px - bar->value(); };
    return {QPoint{at(viewport()->width(), size.width(), horizontalScrollBar()), at(viewport()->height(), size.height(), verticalScrollBar())}, size};
}

void SheetView::placeBars() {
    const QSize size = m_sheet ? (paper_of(*m_sheet) * m_px_per_mm).toSize() + QSize{2 * desk_px, 2 * desk_px} : QSize{};
    const auto place = [](QScrollBar* bar, int length, int room) {
        bar->setRange(0, std::max(0, length - room));
        bar->setPageStep(room);
        bar->setSingleStep(40);
    };
    place(horizontalScrollBar(), size.width(), viewport()->width());
    place(verticalScrollBar(), size.height(), viewport()->height());
}

void SheetView::setZoom(double zoom) { zoomTo(zoom * screen_px_per_mm, QRectF{viewport()->rect()}.center(), Fit::None); }

void SheetView::fitPage() {
    m_fit = Fit::Page;
    applyFit();
}

void SheetView::fitWidth() {
    m_fit = Fit::Width;
    applyFit();
}

void SheetView::applyFit() {
    if (!m_sheet || m_fit == Fit::None) return;
    const QSizeF size = paper_of(*m_sheet), room = QSizeF{maximumViewportSize()} - QSizeF{2.0 * desk_px, 2.0 * desk_px};
    const double across = room.width() / size.width();
    zoomTo(m_fit == Fit::Width ? across : std::min(across, room.height() / size.height()), {}, m_fit);
}

void SheetView::zoomTo(double px_per_mm, QPointF about, Fit fit) {
    m_fit = fit;
    px_per_mm = std::clamp(px_per_mm, least_px_per_mm, greatest_px_per_mm);
    if (px_per_mm == m_px_per_mm) return refresh();
    const QPointF kept = (about - QPointF{paper().topLeft()}) / m_px_per_mm;  // This place of the paper stays where it is.
    m_px_per_mm = px_per_mm;
    placeBars();
    const QPointF wanted = kept * m_px_per_mm - about + QPointF{desk_px, desk_px};
    horizontalScrollBar()->setValue(static_cast<int>(std::lround(wanted.x())));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(wanted.y())));
    emit zoomChanged(zoom());
    viewport()->update();
    refresh();
}

void SheetView::refresh() {
    if (!m_sheet) return viewport()->update();
    const QRect paper = this->paper(), part = viewport()->rect().intersected(paper).translated(-paper.topLeft());
    if (part.isEmpty() || (part == m_shown.part && m_px_per_mm == m_shown.px_per_mm)) return;
    m_job.start([sheet = *m_sheet, part, px_per_mm = m_px_per_mm, ratio = devicePixelRatioF()](const geo::Progress& progress) {
        return Piece{painted(sheet, part, px_per_mm, ratio, progress), part, px_per_mm};
    });
}

void SheetView::paintEvent(QPaintEvent*) {
    QPainter painter{viewport()};
    painter.fillRect(viewport()->rect(), colour("divider"));
    if (!m_sheet) return;
    const QRect paper = this->paper();
    painter.fillRect(paper, Qt::white);
    if (!m_shown.image.isNull()) {  // What was painted last, moved and scaled until the sharp one is there.
        const double scale = m_px_per_mm / m_shown.px_per_mm;
        const QRectF part{QPointF{paper.topLeft()} + QPointF{m_shown.part.topLeft()} * scale, QSizeF{m_shown.part.size()} * scale};
        painter.setRenderHint(QPainter::SmoothPixmapTransform, scale != 1.0);
        painter.drawImage(part, m_shown.image);
    }
    painter.setPen(colour("input_border"));
    painter.drawRect(paper.adjusted(-1, -1, 0, 0));
}

void SheetView::resizeEvent(QResizeEvent*) {
    placeBars();
    applyFit();
    refresh();
}

void SheetView::scrollContentsBy(int, int) {
    viewport()->update();
    refresh();
}

void SheetView::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier)) return QAbstractScrollArea::wheelEvent(event);
    zoomTo(m_px_per_mm * std::pow(1.0015, event->angleDelta().y()), event->position(), Fit::None);
    event->accept();
}

void SheetView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
    m_dragged_from = event->position().toPoint();
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void SheetView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_dragged_from) return;
    const QPoint now = event->position().toPoint(), by = now - *m_dragged_from;
    m_dragged_from = now;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
}

void SheetView::mouseReleaseEvent(QMouseEvent*) {
    m_dragged_from.reset();
    viewport()->setCursor(Qt::OpenHandCursor);
}

void SheetView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_0: return fitPage();
        case Qt::Key_Plus:
        case Qt::Key_Equal: return setZoom(zoom() * 1.25);
        case Qt::Key_Minus: return setZoom(zoom() / 1.25);
        default: QAbstractScrollArea::keyPressEvent(event);
    }
}

}  // namespace app
