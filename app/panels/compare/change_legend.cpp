#include "app/panels/compare/change_legend.hpp"

#include "app/canvas/overlay_style.hpp"
#include "app/render/map_layers.hpp"
#include "app/render/map_scene.hpp"
#include "app/theme/language.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPixmap>

#include <utility>

namespace app {
namespace {

constexpr QSize key_px{28, 18};
constexpr double corner_px = 6.0;
const std::string group = "changes";

/// Positions, among the group's classes as the legend lists them, of those that the map has.
std::vector<std::size_t> classes_of(const MapData& data) {
    const MapStyle::Layers& style = data.style().layers();
    std::vector<std::size_t> classes;
    std::size_t position = 0;
    for (std::size_t s = 0; s < style.layers.size(); ++s) {
        if (style.groups[style.layers[s].group].id != group || !style.layers[s].legend) continue;
        if (!data.layers().layers[s].things.empty()) classes.push_back(position);
        ++position;
    }
    return classes;
}

}  // namespace

ChangeLegend::ChangeLegend(QWidget* parent) : QFrame{parent}, m_rows{new QGridLayout{this}} {
    setObjectName("changeLegend");
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_rows->setContentsMargins(12, 8, 12, 8);
    m_rows->setHorizontalSpacing(10);
    m_rows->setVerticalSpacing(6);
    hide();
}

void ChangeLegend::showData(std::shared_ptr<const MapData> shown) {
    m_data = std::move(shown);
    refresh();
}

void ChangeLegend::refresh() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_row_count = 0;
    if (m_data && m_data->layers().changes.changes) {
        const auto entries = legend_of(m_data->style(), group, key_px, devicePixelRatioF());
        for (const std::size_t at : classes_of(*m_data)) {
            auto* key = new QLabel{this};
            key->setPixmap(QPixmap::fromImage(entries[at].key));
            m_rows->addWidget(key, m_row_count, 0);
            m_rows->addWidget(new QLabel{text(entries[at].title), this}, m_row_count++, 1);
        }
        if (m_row_count == 0) m_rows->addWidget(new QLabel{tr("No ground and no site differs"), this}, m_row_count++, 0);
    }
    for (QLabel* label : findChildren<QLabel*>()) {
        label->setStyleSheet(QStringLiteral("color: %1").arg(overlay_style(m_is_dark).ink.name()));
        label->show();  // A layout shows what is added only later, and measures nothing that is hidden.
    }
    setVisible(m_row_count > 0);
    adjustSize();
}

void ChangeLegend::setDarkMap(bool dark) {
    if (std::exchange(m_is_dark, dark) != dark) refresh();
}

void ChangeLegend::paintEvent(QPaintEvent*) {
    const OverlayStyle& style = overlay_style(m_is_dark);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{style.frame, 1.0});
    painter.setBrush(style.paper);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), corner_px, corner_px);
}

void ChangeLegend::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QFrame::changeEvent(event);
}

}  // namespace app
