#include "geo/io/point_table.hpp"

#include "geo/core/error.hpp"
#include "geo/crs/conformal.hpp"
#include "geo/io/arrow_points.hpp"
#include "geo/io/feature_reader.hpp"
#include "geo/io/field_mapping.hpp"
#include "geo/io/layer_choice.hpp"
#include "geo/io/layer_crs.hpp"
#include "geo/io/value_parsing.hpp"

#include <charconv>
#include <cmath>

namespace geo {
namespace {

using namespace reading;

/// Positions of the columns that matter; of `hazard`, as the role's fields.
struct PointColumns {
    std::optional<std::size_t> x, y, weight, date, type, severity, status;
};

std::optional<std::size_t> asked_column(const std::vector<std::string>& columns, const std::optional<std::string>& name, const char* option,
                                        const std::string& shown) {
    if (!name) return std::nullopt;
    if (const auto at = column_named(columns, *name)) return at;
    throw InvalidInput{say("读取 {}：没有列“{}”；现有的列：{}。请改正 {}。", "Reading {}: there is no column \"{}\"; the columns are: {}. Correct {}.", shown,
                           *name, listed(columns), option)};
}

PointColumns find_columns(const PointRequest& request, const std::vector<std::string>& columns, bool is_table, const std::string& shown) {
    PointColumns found;
    const FieldMapping known = map_fields(Role::Hazard, columns, {}, is_table, shown);
    const auto field = [&](std::string_view name) { return known.fields[*field_index(Role::Hazard, name)]; };
    found.date = field("date"), found.type = field("type"), found.severity = field("severity"), found.status = field("status");
    found.x = asked_column(columns, request.x, "--x", shown), found.y = asked_column(columns, request.y, "--y", shown);
    if (is_table && !found.x && known.xy) found.x = known.xy->first, found.y = known.xy->second;
    if (is_table && !found.x)
        throw InvalidInput{say("读取 {}：找不到坐标列；现有的列：{}。请用 --x 列名 --y 列名 指定。",
                               "Reading {}: no coordinate columns are found; the columns are: {}. Name them with --x COLUMN --y COLUMN.", shown,
                               listed(columns))};
    found.weight = request.weight ? asked_column(columns, request.weight, "--weight", shown) : weight_column(columns);
    return found;
}

/// A number as most files write it, at once; else as people fill cells.
std::optional<double> number_of(std::string_view cell) {
    const std::string_view text = trimmed(cell);
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size() && std::isfinite(value)) return value;
    return parse_number(text);
}

/// Reads points feature by feature.
class PointReader {
   public:
    PointReader(OGRLayerH layer, const PointColumns& columns, const std::vector<std::string>& names, const Decoder& decoder, PointSink& sink)
        : m_layer{layer}, m_columns{columns}, m_names{names}, m_decoder{decoder}, m_sink{sink} {}

    void read(std::vector<HazardReport>* reports, const Progress& progress) {
        OGR_L_ResetReading(m_layer);
        const auto expected = static_cast<double>(std::max<GIntBig>(1, OGR_L_GetFeatureCount(m_layer, false)));
        std::int64_t number = 0;
        while (const FeatureHandle feature{OGR_L_GetNextFeature(m_layer)}) {
            if (number % 4096 == 0) progress.at(std::min(1.0, static_cast<double>(number) / expected));
            take(feature.get(), ++number, reports);
        }
    }

   private:
    std::string text(OGRFeatureH feature, std::size_t column) const {
        const int i = static_cast<int>(column);
        return OGR_F_IsFieldSetAndNotNull(feature, i) ? m_decoder(OGR_F_GetFieldAsString(feature, i)) : std::string{};
    }

    /// The number of a cell; nothing, with the row refused, when it is none.
    std::optional<double> number(OGRFeatureH feature, std::size_t column, std::int64_t row) {
        const int i = static_cast<int>(column);
        const OGRFieldType type = OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, i));
        if (type != OFTString && OGR_F_IsFieldSetAndNotNull(feature, i)) return OGR_F_GetFieldAsDouble(feature, i);
        const std::string cell = text(feature, column);
        if (const auto value = number_of(cell)) return value;
        m_sink.refuse(row, trimmed(cell).empty() ? say("列“{}”是空的", "column \"{}\" is empty", m_names[column])
                                                 : say("列“{}”不是数（“{}”）", "column \"{}\" is no number (\"{}\")", m_names[column], cell.substr(0, 40)));
        return std::nullopt;
    }

    void take(OGRFeatureH feature, std::int64_t row, std::vector<HazardReport>* reports) {
        WeightedPoint point;
        if (m_columns.weight) {
            const auto weight = number(feature, *m_columns.weight, row);
            if (!weight) return;
            point.weight = *weight;
        }
        if (m_columns.x) {
            const auto x = number(feature, *m_columns.x, row);
            const auto y = x ? number(feature, *m_columns.y, row) : std::nullopt;
            if (!x || !y) return;
            add(feature, row, *x, *y, point, reports);
            return;
        }
        const OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
        const OGRwkbGeometryType type = geometry ? wkbFlatten(OGR_G_GetGeometryType(geometry)) : wkbNone;
        if (type == wkbPoint && !OGR_G_IsEmpty(geometry)) {
            add(feature, row, OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0), point, reports);
        } else if (type == wkbMultiPoint && !OGR_G_IsEmpty(geometry)) {
            for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
                const OGRGeometryH part = OGR_G_GetGeometryRef(geometry, i);
                add(feature, row, OGR_G_GetX(part, 0), OGR_G_GetY(part, 0), point, reports);
            }
        } else {
            m_sink.refuse(row, {"没有可用的点", "no usable point"});
        }
    }

    void add(OGRFeatureH feature, std::int64_t row, double x, double y, WeightedPoint point, std::vector<HazardReport>* reports) {
        point.x = x, point.y = y;
        if (!m_sink.add(row, point) || !reports) return;
        const auto cell = [&](std::optional<std::size_t> column) { return column ? std::string{trimmed(text(feature, *column))} : std::string{}; };
        reports->push_back({.id = std::to_string(row), .where = {}, .date = date_in(cell(m_columns.date)), .type = cell(m_columns.type),
                            .severity = cell(m_columns.severity), .status = cell(m_columns.status), .weight = point.weight});
    }

    OGRLayerH m_layer;
    const PointColumns& m_columns;
    const std::vector<std::string>& m_names;
    const Decoder& m_decoder;
    PointSink& m_sink;
};

/// Enough of the points to tell where they lie.
std::vector<Point> sample_of(const std::vector<WeightedPoint>& points) {
    constexpr std::size_t enough = 10'000;
    const std::size_t step = points.size() / enough + 1;
    std::vector<Point> sample;
    for (std::size_t i = 0; i < points.size(); i += step) sample.push_back({points[i].x, points[i].y});
    return sample;
}

/// The CRS to count in: the points' own where lengths in it can be told by one scale factor, else that of their place.
CrsName planar_crs(const CrsName& crs, Point middle, const std::string& shown) {
    const CrsInfo info = crs_info(crs);
    const bool is_metric = info.projected && std::abs(info.metres_per_unit - 1.0) < 1e-9 && info.name != "EPSG:3857";
    if (is_metric && is_conformal(crs, middle)) return info.name;
    const Point lonlat = Transform{crs, "EPSG:4326"}(middle);
    if (!std::isfinite(lonlat.x) || !std::isfinite(lonlat.y))
        throw CrsError{say("读取 {}：坐标不在坐标系 {} 的范围内。请检查 --crs，以及 x 与 y 是否颠倒。",
                           "Reading {}: the coordinates lie outside the CRS {}. Check --crs, and whether x and y are swapped.", shown, info.title)};
    return working_crs(lonlat);
}

void transform(PointSink& sink, std::vector<HazardReport>& reports, const CrsName& from, const CrsName& to, const Progress& progress) {
    const Transform move{from, to};
    for (std::size_t i = 0; i < sink.points.size(); ++i) {
        constexpr std::size_t stride = 65536;
        if (i % stride == 0) progress.at(static_cast<double>(i) / static_cast<double>(sink.points.size()));
        WeightedPoint& p = sink.points[i];
        const Point q = move({p.x, p.y});
        p.x = q.x, p.y = q.y;
    }
    sink.drop_not_finite(reports, {"坐标不在坐标系的范围内", "the coordinates lie outside the CRS"});
}

void require_some(const PointSink& sink, const std::string& shown) {
    if (!sink.points.empty()) return;
    if (sink.read() == 0) throw InvalidInput{say("读取 {}：没有任何数据行。请检查文件。", "Reading {}: there are no rows of data. Check the file.", shown)};
    const std::vector<Finding> why = sink.findings();
    throw InvalidInput{{fmt::format("读取 {}：{} 行都不能用。例如：{}", shown, sink.read(), why.front().text.zh),
                        fmt::format("Reading {}: none of {} rows can be used. The first: {}", shown, sink.read(), why.front().text.en)}};
}

/// Brings the points into metres of one planar CRS.
void lay_out(PointTable& table, PointSink& sink, const PointRequest& request, CrsQuestion question, bool may_swap, const Progress& progress) {
    std::vector<Point> sample = sample_of(sink.points);
    const auto each = [&](auto&& change) {
        for (WeightedPoint& p : sink.points) change(p.x, p.y);
        for (Point& p : sample) change(p.x, p.y);
    };
    if (may_swap && are_survey_axes(robust_box(sample))) {
        each([](double& x, double& y) { std::swap(x, y); });
        table.findings.push_back(axes_swapped(question.shown));
    }
    if (request.metres_per_unit) each([unit = *request.metres_per_unit](double& x, double& y) { x *= unit, y *= unit; });
    if (request.is_plane) return;
    question.extent = robust_box(sample);
    const CrsAnswer answer = layer_crs(question);
    table.findings.insert(table.findings.end(), answer.findings.begin(), answer.findings.end());
    table.crs = planar_crs(answer.name, *robust_centre(sample), question.shown);
    if (table.crs != answer.name) transform(sink, table.reports, answer.name, table.crs, progress);
}

void check(const PointRequest& request) {
    if (request.x.has_value() != request.y.has_value())
        throw UsageError{say("--x 与 --y 须同时给出。", "--x and --y go together.")};
    if (request.metres_per_unit && !(std::isfinite(*request.metres_per_unit) && *request.metres_per_unit > 0))
        throw UsageError{say("坐标单位须为正数。", "The unit of the coordinates must be a positive number of metres.")};
    if (request.metres_per_unit && request.crs && crs_info(*request.crs).geographic)
        throw UsageError{say("坐标系 {} 以度为单位，不能用 --unit。", "--unit does not apply to the degrees of {}.", *request.crs)};
}

}  // namespace

PointTable read_points(const PointRequest& request, const Progress& progress) {
    check(request);
    const Quiet quiet;
    const SourceFile source = open_source(request.file, request.encoding);
    const std::vector<NamedLayer> layers = layers_of(source, request.file);
    const NamedLayer picked = pick_layer(layers, Role::Hazard, request.layer, source.shown, "--points " + source.shown);
    const std::string shown = layers.size() > 1 ? source.shown + ":" + picked.name : source.shown;
    const Decoder decoder{source.encoding};
    const std::vector<std::string> names = column_names(picked.layer, decoder);
    const bool is_table = OGR_L_GetGeomType(picked.layer) == wkbNone;
    const PointColumns columns = find_columns(request, names, is_table, shown);

    PointTable table;
    table.findings = source.findings;
    if (columns.x) table.x = names[*columns.x], table.y = names[*columns.y];
    if (columns.weight) table.weight = names[*columns.weight];
    PointSink sink{shown, is_table};
    const Progress reading = progress.part(0.0, 0.7);
    const bool is_plain = !request.with_reports && !columns.x;
    if (!is_plain || !read_points_by_columns(picked.layer, columns.weight, shown, sink, reading))
        PointReader{picked.layer, columns, names, decoder, sink}.read(request.with_reports ? &table.reports : nullptr, reading);
    require_some(sink, shown);
    const CrsQuestion question{.shown = shown, .role = {}, .option = request.crs, .wkt = columns.x ? std::string{} : wkt_of(picked.layer),
                               .by_format = source.crs_is_by_format, .extent = {}, .hint = {}};
    lay_out(table, sink, request, question, is_table && !request.x, progress.part(0.7, 1.0));
    require_some(sink, shown);
    table.read = sink.read();
    for (std::size_t i = 0; i < table.reports.size(); ++i) table.reports[i].where = {sink.points[i].x, sink.points[i].y};
    table.points = std::move(sink.points);
    const std::vector<Finding> left_out = sink.findings();
    table.findings.insert(table.findings.end(), left_out.begin(), left_out.end());
    progress.at(1.0);
    return table;
}

}  // namespace geo
