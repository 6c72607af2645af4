#pragma once

#include "app/jobs/job.hpp"
#include "app/pages/sheet.hpp"
#include "app/render/map_scene.hpp"

#include <QAbstractScrollArea>
#include <QImage>

#include <optional>

namespace app {

/// A sheet on the screen as it will be printed, by the same drawing: painted by a worker for what is in view, sharp at every zoom. Ctrl + wheel zooms about the
/// pointer, dragging moves the paper, `0` fits the page.
class SheetView : public QAbstractScrollArea {
    Q_OBJECT

   public:
    explicit SheetView(QWidget* parent = nullptr);

    void setSheet(std::optional<Sheet> sheet);  ///< nothing: an empty desk
    double zoom() const { return m_px_per_mm / screen_px_per_mm; }  ///< 1: as large as on paper
    void setZoom(double zoom);
    void fitPage();
    void fitWidth();
    bool isSharp() const { return !m_job.isRunning(); }

    /// A whole sheet as a picture.
    static QImage picture(const Sheet& sheet, double px_per_mm, const geo::Progress& progress = {});

   signals:
    void zoomChanged(double zoom);
    void failed(const geo::Message& reason);

   protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

   private:
    enum class Fit { None, Page, Width };
    /// What of the paper a picture shows: the part in view, in pixels of the paper at that zoom.
    struct Piece {
        QImage image;
        QRect part;
        double px_per_mm = 1.0;
    };

    QRect paper() const;  ///< in the viewport
    void zoomTo(double px_per_mm, QPointF about, Fit fit);
    void applyFit();
    void placeBars();
    void refresh();

    std::optional<Sheet> m_sheet;
    double m_px_per_mm = screen_px_per_mm;
    Fit m_fit = Fit::Page;
    std::optional<QPoint> m_dragged_from;
    Piece m_shown;
    Job<Piece> m_job;
};

}  // namespace app
