#include "geo/io/input_tables.hpp"

#include "geo/geometry/repair.hpp"

namespace geo::storage {
namespace {

using enum FieldType;

struct Place {
    std::size_t layer;
    std::size_t feature;
};

/// The value in the column's type; `import` gives it so, and others are turned rather than lost.
Value as_type(const Value& value, FieldType type) {
    if (std::holds_alternative<std::monostate>(value)) return value;
    if (type == Text) {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
        if (const auto* real = std::get_if<double>(&value)) return fmt::format("{}", *real);
        return value;
    }
    if (std::holds_alternative<std::string>(value)) return {};
    if (type == Real && std::holds_alternative<std::int64_t>(value)) {
        return static_cast<double>(std::get<std::int64_t>(value));
    }
    return value;
}

Row feature_row(Role role, const Feature& feature, std::size_t layer_no) {
    const auto fields = role_info(role).fields;
    Row row;
    row.values.reserve(fields.size() + 5);
    row.values.emplace_back(feature.id);
    row.values.emplace_back(feature.name);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        row.values.push_back(i < feature.values.size() ? as_type(feature.values[i], fields[i].type) : Value{});
    }
    row.values.push_back(flag_value(feature.is_hull));
    row.values.emplace_back(static_cast<std::int64_t>(layer_no));
    row.values.emplace_back(feature.source);
    row.shape = feature.shape;
    return row;
}

GeometryKind empty_kind(const RoleInfo& info) {
    if (info.takes_areas && !info.takes_lines && !info.takes_points) return GeometryKind::Areas;
    if (info.takes_points && !info.takes_lines && !info.takes_areas) return GeometryKind::OnePoint;
    return GeometryKind::Any;
}

}  // namespace

std::string source_column(Role role) { return field_index(role, "source") ? "source_row" : "source"; }

std::vector<Column> input_columns(Role role) {
    std::vector<Column> columns{{"id", Text}, {"name", Text}};
    for (const Field& field : role_info(role).fields) columns.push_back({std::string{field.name}, field.type, true});
    columns.push_back({"is_hull", Integer});
    columns.push_back({"layer_no", Integer});
    columns.push_back({source_column(role), Text});
    return columns;
}

std::vector<Table> input_tables(const Inputs& inputs) {
    std::vector<Table> tables;
    for (const RoleInfo& info : roles()) {
        std::vector<Place> places;
        KindOf kind;
        bool has_layer = false;
        for (std::size_t l = 0; l < inputs.layers.size(); ++l) {
            if (inputs.layers[l].role != info.role) continue;
            has_layer = true;
            for (std::size_t f = 0; f < inputs.layers[l].features.size(); ++f) {
                places.push_back({l, f});
                kind.add(inputs.layers[l].features[f].shape);
            }
        }
        if (!has_layer) continue;
        Table& table = tables.emplace_back();
        table.name = info.name;
        table.geometry = kind.kind() == GeometryKind::None ? empty_kind(info) : kind.kind();
        table.columns = input_columns(info.role);
        table.row_count = places.size();
        table.row = [&inputs, role = info.role, places = std::move(places)](std::size_t i) {
            return feature_row(role, inputs.layers[places[i].layer].features[places[i].feature], places[i].layer + 1);
        };
    }
    return tables;
}

void FeatureTaker::take(Row&& row) {
    const RowView view{m_columns, row};
    const auto layer_no = view.whole("layer_no").value_or(0);
    if (layer_no < 1 || static_cast<std::size_t>(layer_no) > m_layers.size() || m_layers[static_cast<std::size_t>(layer_no) - 1].role != m_role) {
        throw InvalidInput{say("工程中表 {} 的要素 {} 所属图层 {} 不存在（见表 anchong_provenance）。",
                               "Table {} of the project: feature {} belongs to layer {}, which anchong_provenance does not list.",
                               role_info(m_role).name, view.text("id"), layer_no)};
    }
    // What another program made of the file since it was imported.
    if (has_lost_places(row.shape))
        throw InvalidInput{say("工程中表 {} 的要素 {} 有无效坐标（不是数值，或远在平面之外）。请在 QGIS 等软件中改正或删除该要素。",
                               "Table {} of the project: feature {} has coordinates that are no place (not a number, or far off the plane). Correct or delete it in QGIS or the like.",
                               role_info(m_role).name, view.text("id"))};
    if (has_broken_pieces(row.shape)) repair(row.shape);
    Feature feature{.id = view.text("id"), .name = view.text("name"), .shape = std::move(row.shape), .values = {},
                    .source = view.text(m_columns.back().name), .is_hull = view.flag("is_hull")};
    const auto fields = row.values.begin() + 2;  // behind id and name
    row.values.erase(fields + static_cast<std::ptrdiff_t>(role_info(m_role).fields.size()), row.values.end());
    row.values.erase(row.values.begin(), fields);
    drop_unknown_end(row.values);
    feature.values = std::move(row.values);
    m_layers[static_cast<std::size_t>(layer_no) - 1].features.push_back(std::move(feature));
}

std::vector<Column> provenance_columns() {
    return {{"layer_no", Integer}, {"role", Text},          {"file", Text},          {"layer", Text},
            {"sha256", Text},      {"crs", Text},           {"crs_from", Text},      {"encoding", Text},
            {"enc_from", Text},    {"mapping", Text},       {"accuracy_m", Real},    {"acc_from", Text},
            {"imported", Text},    {"read", Integer},       {"repaired", Integer},   {"hulls", Integer},
            {"dropped", Integer}};
}

Table provenance_table(const std::vector<Layer>& layers) {
    return {.name = "anchong_provenance", .columns = provenance_columns(), .row_count = layers.size(),
            .row = [&layers](std::size_t i) -> Row {
                const Provenance& p = layers[i].provenance;
                return {{static_cast<std::int64_t>(i + 1), std::string{role_info(layers[i].role).name}, p.file, p.layer,
                         p.sha256, p.crs, p.crs_from, p.encoding, p.encoding_from, p.mapping, p.accuracy_m,
                         p.accuracy_from, p.imported_at, p.read, p.repaired, p.hulls, p.dropped},
                        {}};
            }};
}

std::vector<Layer> layers_from(std::span<const Row> provenance, const CrsName& crs) {
    const auto columns = provenance_columns();
    std::vector<Layer> layers;
    for (const Row& row : provenance) {
        const RowView view{columns, row};
        const auto role = role_named(view.text("role"));
        if (!role) {
            throw InvalidInput{say("工程中表 anchong_provenance 第 {} 行的角色“{}”未知。",
                                   "Table anchong_provenance of the project, row {}: unknown role \"{}\".",
                                   layers.size() + 1, view.text("role"))};
        }
        Provenance p{.file = view.text("file"), .layer = view.text("layer"), .sha256 = view.text("sha256"),
                     .crs = view.text("crs"), .crs_from = view.text("crs_from"), .encoding = view.text("encoding"),
                     .encoding_from = view.text("enc_from"), .mapping = view.text("mapping"),
                     .accuracy_m = view.real("accuracy_m").value_or(3.0), .accuracy_from = view.text("acc_from"),
                     .imported_at = view.text("imported"), .read = view.whole("read").value_or(0),
                     .repaired = view.whole("repaired").value_or(0), .hulls = view.whole("hulls").value_or(0),
                     .dropped = view.whole("dropped").value_or(0)};
        layers.push_back({.role = *role, .crs = crs, .provenance = std::move(p), .features = {}});
    }
    return layers;
}

}  // namespace geo::storage
