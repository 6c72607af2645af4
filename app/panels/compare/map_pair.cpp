#include "app/panels/compare/map_pair.hpp"

#include "app/panels/compare/change_legend.hpp"
#include "app/theme/theme.hpp"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QToolButton>

namespace app {
namespace {

constexpr int padlock_px = 32, from_corner_px = 12;

}  // namespace

MapPair::MapPair(QWidget* parent)
    : QWidget{parent}, m_a{new MapCanvas{this}}, m_b{new MapCanvas{this}}, m_legend{new ChangeLegend{m_b}}, m_padlock{new QToolButton{this}} {
    setObjectName("mapPair");
    m_a->setObjectName("mapA");
    m_b->setObjectName("mapB");
    auto* seam = new QFrame{this};
    seam->setProperty("line", true);
    seam->setFixedWidth(1);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_a, 1);
    row->addWidget(seam);
    row->addWidget(m_b, 1);
    m_padlock->setObjectName("padlock");
    m_padlock->setCheckable(true);
    m_padlock->setChecked(true);
    m_padlock->setIconSize({18, 18});
    m_padlock->setFixedSize(padlock_px, padlock_px);
    m_padlock->raise();
    join(m_a, m_b);
    join(m_b, m_a);
    connect(m_padlock, &QToolButton::toggled, this, [this](bool is_locked) {
        if (is_locked) m_b->setCamera(m_a->camera());
        retranslate();
        emit lockChanged(is_locked);
    });
    m_b->installEventFilter(this);
    m_legend->installEventFilter(this);
    retranslate();
}

void MapPair::join(MapCanvas* map, MapCanvas* other) {
    connect(map, &MapCanvas::cameraChanged, this, [this, other](const geo::Camera& camera) {
        if (isLocked()) other->setCamera(camera);
        emit cameraChanged(camera);
    });
    connect(map, &MapCanvas::pointerMoved, this, [this, map, other](const geo::Point& place) {
        map->showMarks({});
        other->showMarks({.selected = {}, .place = {}, .lines = {}, .cross = place});
        emit pointerMoved(place);
    });
    connect(map, &MapCanvas::pointerLeft, this, [this, other] {
        other->showMarks({});
        emit pointerLeft();
    });
    connect(map, &MapCanvas::measured, this, &MapPair::measured);
}

bool MapPair::isLocked() const { return m_padlock->isChecked(); }
void MapPair::setLocked(bool is_locked) { m_padlock->setChecked(is_locked); }

void MapPair::zoomTo(const geo::Box& box) {
    m_a->zoomTo(box);
    m_b->zoomTo(box);
}

void MapPair::setTool(Tool tool) {
    m_a->setTool(tool);
    m_b->setTool(tool);
}

void MapPair::placeOverlays() {
    m_padlock->move((width() - padlock_px) / 2, (height() - padlock_px) / 2);
    m_legend->move(m_b->width() - m_legend->width() - from_corner_px, m_b->height() - m_legend->height() - from_corner_px);
}

void MapPair::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeOverlays();
}

bool MapPair::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) placeOverlays();
    return QWidget::eventFilter(watched, event);
}

bool MapPair::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) placeOverlays();
    return QWidget::event(event);
}

void MapPair::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void MapPair::retranslate() {
    m_padlock->setIcon(icon(isLocked() ? "lock" : "unlock"));
    m_padlock->setToolTip(isLocked() ? tr("The maps move together. Click to move them apart.") : tr("The maps move apart. Click to move them together."));
    m_padlock->setAccessibleName(tr("Maps locked to one view"));
}

}  // namespace app
