#pragma once

#include "app/canvas/map_canvas.hpp"

#include <QWidget>

class QToolButton;

namespace app {

class ChangeLegend;

/// Two maps of equal size, side by side, which pan and zoom together unless the padlock on their seam is opened. The pointer over one is a cross in the other.
class MapPair : public QWidget {
    Q_OBJECT

   public:
    explicit MapPair(QWidget* parent = nullptr);

    MapCanvas* a() const { return m_a; }
    MapCanvas* b() const { return m_b; }
    ChangeLegend* legend() const { return m_legend; }
    QToolButton* padlock() const { return m_padlock; }
    bool isLocked() const;
    void setLocked(bool is_locked);  ///< locking moves the second to where the first is

    void zoomTo(const geo::Box& box);
    void setTool(Tool tool);

   signals:
    void lockChanged(bool is_locked);
    void cameraChanged(const geo::Camera& camera);    ///< of the map last moved
    void pointerMoved(const geo::Point& place);
    void pointerLeft();
    void measured(double ground_m);

   protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

   private:
    void join(MapCanvas* map, MapCanvas* other);
    void placeOverlays();
    void retranslate();

    MapCanvas *m_a, *m_b;
    ChangeLegend* m_legend;
    QToolButton* m_padlock;
};

}  // namespace app
