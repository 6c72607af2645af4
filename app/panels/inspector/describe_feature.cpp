#include "app/panels/inspector/attributes.hpp"
#include "app/panels/inspector/describe.hpp"
#include "app/panels/inspector/words.hpp"
#include "app/theme/language.hpp"

#include <QStringList>

#include <cmath>

namespace app {
namespace {

double length(const std::vector<geo::Line>& lines) {
    double sum = 0.0;
    for (const geo::Line& line : lines)
        for (std::size_t i = 0; i + 1 < line.size(); ++i) sum += std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
    return sum;
}

/// Ground metres need the scale of the place; without one the size is not known.
std::optional<double> scaleAt(const geo::CrsName& crs, const geo::Box& box) {
    try {
        return geo::scale_factor(crs, box.centre());
    } catch (const geo::CrsError&) {
        return std::nullopt;
    }
}

Figure sizeOf(const geo::Shape& shape, const std::optional<double>& scale) {
    if (!shape.areas.empty())
        return {Inspector::tr("Area"), scale ? areaFigure(geo::area(shape.areas) / (*scale * *scale)) : unknownWord()};
    if (!shape.lines.empty()) return {Inspector::tr("Length"), scale ? number(length(shape.lines) / *scale, 1) + " m" : unknownWord()};
    return {Inspector::tr("Points"), number(static_cast<double>(shape.points.size()), 0)};
}

}  // namespace

std::optional<Inspected> describeFeature(const geo::Project& project, const std::string& id) {
    const auto found = featureWithId(project.inputs, id);
    if (!found) return std::nullopt;
    const geo::Provenance& from = found->layer->provenance;
    const geo::Shape& shape = found->feature->shape;
    Inspected shown;
    shown.heading = found->feature->name.empty() ? roleWord(found->layer->role) + ' ' + text(id) : text(found->feature->name);
    QStringList subline{roleWord(found->layer->role)};
    if (!from.file.empty()) subline << text(from.file);
    if (!from.layer.empty() && !QString::fromStdString(from.file).startsWith(text(from.layer))) subline << text(from.layer);
    shown.subline = subline.join(QStringLiteral(" · "));
    if (found->feature->is_hull)
        shown.summary = Inspector::tr("Its outline could not be repaired: its convex hull stands in for it. Draw it anew in the source.");
    std::size_t vertices = 0;
    geo::each_vertex(shape, [&](const geo::Point&) { ++vertices; });
    const geo::Box box = geo::box_of(shape);
    const auto scale = box.empty() ? std::nullopt : scaleAt(project.inputs.crs, box);
    shown.figures = {sizeOf(shape, scale),
                     {Inspector::tr("Accuracy"), Inspector::tr("±%1 m").arg(QString::number(from.accuracy_m))},
                     {Inspector::tr("Vertices"), number(static_cast<double>(vertices), 0)}};
    if (!box.empty()) shown.extent = box.grown(5.0);
    addAttributes(shown.facts, *found);
    return shown;
}

}  // namespace app
