#include "app/pages/map_grid.hpp"

#include "app/pages/mark_texts.hpp"

#include <QLineF>
#include <QPainter>
#include <cmath>

namespace app {
namespace {

/// `444 700`, with a thin space.
QString coordinate_words(double metres) {
    QString words = QString::number(std::llround(metres));
    for (qsizetype i = words.size() - 3; i > 0 && words[i - 1].isDigit(); i -= 3) words.insert(i, QChar{0x2009});
    return words;
}

std::vector<double> multiples(double from, double to, double step) {
    std::vector<double> found;
    for (double k = std::ceil(from / step); k * step <= to; k += 1.0) found.push_back(k * step);
    return found;
}

}  // namespace

MapGrid grid_of(const SheetMap& map, const MapScene& scene) {
    const double step = map.grid_every_mm * map.denominator / 1000.0;
    const geo::Box ground = scene.extent();
    MapGrid grid;
    for (const double x : multiples(ground.min_x, ground.max_x, step)) grid.east.push_back({scene.to_screen({x, ground.min_y}).x(), x});
    for (const double y : multiples(ground.min_y, ground.max_y, step)) grid.north.push_back({scene.to_screen({ground.min_x, y}).y(), y});
    return grid;
}

void paint_grid(QPainter& painter, const MapGrid& grid, QSizeF frame, const GridMarks& look) {
    const double arm = 0.5 * page_px(look.cross_mm), tick = page_px(look.tick_mm);
    std::vector<QLineF> lines;
    for (const GridLine& east : grid.east) {
        lines.push_back({east.at, 0.0, east.at, tick});
        lines.push_back({east.at, frame.height() - tick, east.at, frame.height()});
    }
    for (const GridLine& north : grid.north) {
        lines.push_back({0.0, north.at, tick, north.at});
        lines.push_back({frame.width() - tick, north.at, frame.width(), north.at});
    }
    for (const GridLine& east : grid.east)
        for (const GridLine& north : grid.north) {
            lines.push_back({east.at - arm, north.at, east.at + arm, north.at});
            lines.push_back({east.at, north.at - arm, east.at, north.at + arm});
        }
    painter.setPen({look.colour, page_px(look.line_mm), Qt::SolidLine, Qt::FlatCap});
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

void paint_grid_labels(QPainter& painter, const MapGrid& grid, QSizeF frame, const GridMarks& look) {
    const MarkTexts texts;
    const double away = page_px(look.gap_mm) + 0.5 * page_px(look.text.size_mm);
    const auto fits = [&](const QString& text, double at, double length) {
        const double half = 0.5 * texts.size(text, look.text).width();
        return at >= half && at <= length - half;
    };
    for (const GridLine& east : grid.east)
        if (const QString words = coordinate_words(east.metres); fits(words, east.at, frame.width()))
            texts.paint(painter, words, look.text, {east.at, frame.height() + away});
    for (const GridLine& north : grid.north)
        if (const QString words = coordinate_words(north.metres); fits(words, north.at, frame.height()))
            texts.paint(painter, words, look.text, {-away, north.at}, -90.0);
}

}  // namespace app
