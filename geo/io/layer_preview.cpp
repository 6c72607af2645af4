#include "geo/io/layer_preview.hpp"

#include "geo/io/feature_reader.hpp"
#include "geo/io/field_mapping.hpp"
#include "geo/io/geometry_conversion.hpp"
#include "geo/io/layer_choice.hpp"
#include "geo/io/layer_crs.hpp"
#include "geo/io/role_proposal.hpp"
#include "geo/io/value_parsing.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace geo {
namespace {

using namespace reading;

constexpr std::uintmax_t most_bytes = 8U << 20U;
constexpr std::size_t shown_rows = 5, most_features = 2000, most_vertices = 200'000, sketch_vertices = 6000;

std::size_t vertex_count(const Shape& shape) {
    std::size_t count = 0;
    each_vertex(shape, [&count](const Point&) { ++count; });
    return count;
}

void append(Shape& all, const Shape& more) {
    all.areas.insert(all.areas.end(), more.areas.begin(), more.areas.end());
    all.lines.insert(all.lines.end(), more.lines.begin(), more.lines.end());
    all.points.insert(all.points.end(), more.points.begin(), more.points.end());
}

void swap_axes(Box& box) {
    std::swap(box.min_x, box.min_y);
    std::swap(box.max_x, box.max_y);
}

/// The first features of a layer, in the file's coordinates.
struct Sample {
    std::vector<std::vector<std::string>> rows;
    std::vector<Shape> shapes;
    std::vector<std::vector<std::string>> cells;  ///< of tables: every row, until the coordinate columns are known
    bool is_whole = false;
};

Sample read_sample(OGRLayerH layer, std::size_t column_count, bool is_table, const Decoder& decoder, const Progress& progress) {
    Sample sample;
    const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    OGR_L_ResetReading(layer);
    for (std::size_t vertices = 0; sample.shapes.size() < most_features && vertices < most_vertices;) {
        const FeatureHandle feature{OGR_L_GetNextFeature(layer)};
        if (!feature) {
            sample.is_whole = true;
            break;
        }
        if (sample.shapes.size() < shown_rows || is_table) {
            std::vector<std::string> row;
            for (int c = 0; c < static_cast<int>(column_count); ++c)
                row.push_back(cell_text(feature.get(), c, OGR_Fld_GetType(OGR_FD_GetFieldDefn(definition, c)), decoder));
            if (sample.shapes.size() < shown_rows) sample.rows.push_back(row);
            if (is_table) sample.cells.push_back(std::move(row));
        }
        Shape shape;
        if (!is_table) add_geometry(shape, OGR_F_GetGeometryRef(feature.get()));
        vertices += vertex_count(shape);
        sample.shapes.push_back(std::move(shape));
        if (sample.shapes.size() % 128 == 0) progress.at(0.0);
    }
    return sample;
}

void place_by_columns(Sample& sample, std::pair<std::size_t, std::size_t> xy) {
    for (std::size_t i = 0; i < sample.cells.size(); ++i) {
        const auto x = parse_number(trimmed(sample.cells[i][xy.first])), y = parse_number(trimmed(sample.cells[i][xy.second]));
        if (x && y) sample.shapes[i].points.push_back({*x, *y});
    }
}

// The whole layer's box where it is known without reading on, else that of the sample.
Box extent_of(const Sample& sample, OGRLayerH layer, bool is_table) {
    OGREnvelope known{};
    if (!sample.is_whole && !is_table && OGR_L_GetExtent(layer, &known, 0) == OGRERR_NONE && std::isfinite(known.MinX))
        return {known.MinX, known.MinY, known.MaxX, known.MaxY};
    Box box;
    for (const Shape& shape : sample.shapes)
        each_vertex(shape, [&box](const Point& p) {
            if (std::isfinite(p.x) && std::isfinite(p.y)) box.add(p);
        });
    return box;
}

// Corners and points between them: edges of the box curve on the way to degrees.
Box to_lonlat(const Box& box, const Transform& transform) {
    constexpr int steps = 4;
    Box result;
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            const Point p = transform({box.min_x + (box.max_x - box.min_x) * i / steps, box.min_y + (box.max_y - box.min_y) * j / steps});
            if (std::isfinite(p.x) && std::isfinite(p.y)) result.add(p);
        }
    return result;
}

Shape sketch_of(const Sample& sample, const Transform& transform) {
    Shape sketch;
    std::size_t vertices = 0;
    for (const Shape& shape : sample.shapes) {
        vertices += vertex_count(shape);
        if (vertices > sketch_vertices && !sketch.empty()) break;
        append(sketch, shape);
    }
    transform.apply(sketch);
    return sketch;
}

std::vector<std::pair<std::string, std::string>> pairs_of(const std::string& mapping_json) {
    std::vector<std::pair<std::string, std::string>> pairs;
    const auto json = nlohmann::ordered_json::parse(mapping_json);
    for (const auto& [field, column] : json.items()) {
        std::string name;
        if (column.is_string()) name = column.get<std::string>();
        else
            for (const auto& one : column) name += (name.empty() ? "" : ", ") + one.get<std::string>();
        pairs.emplace_back(field, name);
    }
    return pairs;
}

Message no_crs(const Box& extent) {
    const std::string box = fmt::format("{:.6g}…{:.6g}, {:.6g}…{:.6g}", extent.min_x, extent.max_x, extent.min_y, extent.max_y);
    return say("没有坐标系，由坐标（{}）也无法推定。请指定坐标系。", "It has no CRS, and its coordinates ({}) do not tell. Give the CRS.", box);
}

/// Of a CRS that was asked for and is known.
Message unfit(const CrsName& crs) {
    if (crs_info(crs).geographic)
        return say("{} 以度为单位，但坐标不是经纬度。请改选坐标系。", "{} is in degrees, but the coordinates are not. Choose another CRS.", crs);
    return say("{} 是投影坐标系，但坐标是经纬度。请改选坐标系。", "{} is a projected CRS, but the coordinates are degrees. Choose another CRS.", crs);
}

/// Fills one preview from the layer of an open file.
class Look {
   public:
    Look(const PreviewRequest& request, const SourceFile& source, const NamedLayer& named)
        : m_request{request}, m_source{source}, m_layer{named.layer}, m_decoder{source.encoding} {
        m_preview.layer = named.name;
        m_preview.is_table = OGR_L_GetGeomType(named.layer) == wkbNone;
        m_preview.encoding = source.encoding_name;
        m_preview.encoding_from = source.encoding_from;
    }

    LayerPreview at(const Progress& progress) {
        m_preview.columns = column_names(m_layer, m_decoder);
        m_sample = read_sample(m_layer, m_preview.columns.size(), m_preview.is_table, m_decoder, progress);
        m_preview.rows = m_sample.rows;
        m_preview.unreadable_texts = m_decoder.bad_texts();
        count();
        if (m_preview.is_table) find_coordinates();
        choose_role();
        if (m_preview.has_coordinates) find_crs();
        else if (is_joined()) m_preview.crs_from = "derived";
        judge();
        return std::move(m_preview);
    }

   private:
    void count() {
        if (m_sample.is_whole && !m_source.is_beginning) {
            m_preview.feature_count = static_cast<std::int64_t>(m_sample.shapes.size());
        } else if (!m_source.is_beginning) {
            if (const auto known = OGR_L_GetFeatureCount(m_layer, 0); known >= 0) m_preview.feature_count = known;
        }
    }

    // The columns of coordinates are the same whatever the role; any role that takes points will do while none is known.
    void find_coordinates() {
        const Role role = m_request.role && role_info(*m_request.role).takes_points ? *m_request.role : Role::Hazard;
        std::map<std::string, std::string> wanted;
        for (const auto& [field, column] : m_request.mapping)
            if (field == "x" || field == "y" || (field == "building" && role == Role::Hazard)) wanted.emplace(field, column);
        const FieldMapping mapping = map_fields(role, m_preview.columns, wanted, true, m_source.shown);
        m_preview.has_coordinates = mapping.xy.has_value();
        m_preview.names_buildings = mapping.building.has_value();
        if (!mapping.xy) return;
        place_by_columns(m_sample, *mapping.xy);
        m_preview.mapping = {{"x", m_preview.columns[mapping.xy->first]}, {"y", m_preview.columns[mapping.xy->second]}};
    }

    void choose_role() {
        GeometryKinds kinds;
        for (const Shape& shape : m_sample.shapes) {
            kinds.points |= !shape.points.empty();
            kinds.lines |= !shape.lines.empty();
            kinds.areas |= !shape.areas.empty();
        }
        m_preview.has_points = kinds.points, m_preview.has_lines = kinds.lines, m_preview.has_areas = kinds.areas;
        m_preview.role = m_request.role;
        if (!m_preview.role && (m_preview.has_coordinates || m_preview.names_buildings)) {
            m_preview.role = proposed_role({m_preview.layer, m_request.file.stem().string()}, kinds, m_preview.columns, m_preview.is_table);
            if (!m_preview.has_coordinates && m_preview.role != Role::Hazard) m_preview.role.reset();
        }
        if (m_preview.role)
            m_preview.mapping = pairs_of(map_fields(*m_preview.role, m_preview.columns, m_request.mapping, m_preview.is_table, m_source.shown).json);
    }

    void find_crs() {
        std::vector<Point> places;
        for (const Shape& shape : m_sample.shapes)
            if (const Box box = box_of(shape); !box.empty()) places.push_back(box.centre());
        Box middle = robust_box(places), extent = extent_of(m_sample, m_layer, m_preview.is_table);
        if (m_preview.is_table && are_survey_axes(middle)) {
            swap_axes(middle);
            swap_axes(extent);
            for (Shape& shape : m_sample.shapes)
                for (Point& p : shape.points) std::swap(p.x, p.y);
        }
        const CrsQuestion question{.shown = m_source.shown,
                                   .role = m_preview.role ? std::string{role_info(*m_preview.role).name} : std::string{"ROLE"},
                                   .option = m_request.crs,
                                   .wkt = m_preview.is_table ? std::string{} : wkt_of(m_layer),
                                   .by_format = m_source.crs_is_by_format,
                                   .extent = middle,
                                   .hint = m_request.hint_lonlat};
        if (m_request.crs && !is_usable_option(*m_request.crs)) return;
        try {
            const CrsAnswer answer = layer_crs(question);
            m_preview.crs = answer.name;
            m_preview.crs_from = answer.from;
            m_preview.crs_why = answer.why;
            m_preview.crs_title = crs_info(answer.name).title;
        } catch (const CrsError&) {
            m_preview.problem = m_request.crs ? unfit(*m_request.crs) : no_crs(middle);
            return;
        }
        const Transform transform{m_preview.crs, "EPSG:4326"};
        if (!extent.empty()) m_preview.extent_lonlat = to_lonlat(extent, transform);
        m_preview.sketch = sketch_of(m_sample, transform);
    }

    bool is_usable_option(const CrsName& crs) {
        try {
            crs_info(crs);
            return true;
        } catch (const CrsError&) {
            m_preview.problem = say("坐标系“{}”无法识别。请写成 EPSG:4544 的形式。", "The CRS \"{}\" is not known. Write it like EPSG:4544.", crs);
            return false;
        }
    }

    bool is_joined() const { return m_preview.names_buildings && m_preview.role == Role::Hazard; }

    // What is wrong with the layer itself counts before what is wrong with its CRS.
    void judge() {
        const GeometryKinds kinds{m_preview.has_points, m_preview.has_lines, m_preview.has_areas};
        if (m_preview.rows.empty()) {
            m_preview.problem = say("图层没有任何要素。请检查文件。", "The layer has no features. Check the file.");
        } else if (is_joined()) {
            return;  // Which buildings it means shows when they are read.
        } else if (!m_preview.has_coordinates) {
            m_preview.problem = say("是没有几何的表，也找不到坐标列；现有的列：{}。请指定 x 和 y 的列。",
                                    "A table without geometry, and no coordinate columns are found; the columns are: {}. Name those of x and y.",
                                    listed(m_preview.columns));
        } else if (!kinds.any() && m_sample.is_whole && !m_source.is_beginning) {
            m_preview.problem = say("没有一个要素有几何。请检查文件。", "No feature has a geometry. Check the file.");
        } else if (m_preview.role && !takes(*m_preview.role, kinds)) {
            const RoleInfo& role = role_info(*m_preview.role);
            Shape found;  // one part of each kind, for the words
            for (const Shape& shape : m_sample.shapes) append(found, shape);
            const Message has = kinds_of(found), wants = kinds_taken(role);
            // Closed lines become areas; whether all are closed shows when they are read.
            if (const Fit fit = fit_to_role(found, role); fit == Fit::ClosedLines) return;
            m_preview.problem = Message{fmt::format("是{}，“{}”需要{}。请改选角色。", has.zh, role.zh, wants.zh),
                                        fmt::format("It holds {}, but the role {} takes {}. Choose another role.", has.en, role.en, wants.en)};
        }
    }

    const PreviewRequest& m_request;
    const SourceFile& m_source;
    OGRLayerH m_layer;
    Decoder m_decoder;
    Sample m_sample;
    LayerPreview m_preview;
};

}  // namespace

std::vector<LayerPreview> preview_layers(const PreviewRequest& request, const Progress& progress) {
    const Quiet quiet;
    const SourceFile source = open_source(request.file, request.encoding, most_bytes);
    const std::vector<NamedLayer> layers = layers_of(source, request.file);
    if (layers.empty()) throw InvalidInput{say("读取 {}：文件中没有图层。", "Reading {}: the file has no layers.", source.shown)};
    std::vector<LayerPreview> previews;
    for (const NamedLayer& layer : layers) {
        if (request.layer && layer.name != *request.layer) continue;
        progress.at(static_cast<double>(previews.size()) / static_cast<double>(layers.size()));
        previews.push_back(Look{request, source, layer}.at(progress));
        previews.back().is_only_layer = layers.size() == 1;
    }
    if (previews.empty()) throw SourceError{say("读取 {}：没有图层“{}”。", "Reading {}: there is no layer \"{}\".", source.shown, *request.layer)};
    return previews;
}

}  // namespace geo
