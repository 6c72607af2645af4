#include "geo/io/feature_reader.hpp"

#include "geo/io/geometry_conversion.hpp"
#include "geo/io/table.hpp"
#include "geo/io/value_parsing.hpp"

#include <cpl_error.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <map>
#include <set>

namespace geo::reading {
namespace {

using Json = nlohmann::ordered_json;

std::string date_text(OGRFeatureH feature, int i) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    OGR_F_GetFieldAsDateTimeEx(feature, i, &year, &month, &day, &hour, &minute, &second, &zone);
    std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    if (hour == 0 && minute == 0 && second == 0) return date;
    return fmt::format("{}T{:02}:{:02}:{:02}", date, hour, minute, static_cast<int>(second));
}

/// One layer on its way into the model.
class Reader {
   public:
    Reader(SourceLayer& result, OGRLayerH layer, const FieldMapping& mapping, const Decoder& decoder, const std::string& shown)
        : m_result{result}, m_mapping{mapping}, m_decoder{decoder}, m_shown{shown}, m_role{role_info(result.layer.role)},
          m_columns{column_names(layer, decoder)}, m_bad(m_role.fields.size()) {
        const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
        for (int i = 0; i < static_cast<int>(m_columns.size()); ++i)
            m_types.push_back(OGR_Fld_GetType(OGR_FD_GetFieldDefn(definition, i)));
        m_is_table = mapping.xy.has_value();
    }

    void read(OGRFeatureH source) {
        const std::int64_t number = ++m_result.layer.provenance.read;
        read_texts(source);
        Feature feature;
        if (m_is_table) place_by_columns(feature.shape);
        else add_geometry(feature.shape, OGR_F_GetGeometryRef(source));
        if (m_mapping.building ? !names_building(number) : !fits(feature.shape, number)) return;
        feature.id = id_of();
        if (m_mapping.name) feature.name = m_texts[*m_mapping.name];
        read_values(feature);
        feature.source = m_attributes.dump(-1, ' ', false, Json::error_handler_t::replace);
        m_result.layer.features.push_back(std::move(feature));
        m_result.numbers.push_back(number);
    }

    void finish() {
        note_bad_values();
        if (m_closed > 0)
            note("line-closed", "",
                 say("{}：{} 个闭合线要素已作为面读入。", "{}: {} closed lines were taken as areas.", m_shown, m_closed));
        if (m_decoder.bad_texts() > 0)
            note("encoding-doubtful", "",
                 say("{}：{} 处文字不符合编码 {}，以“�”代替。请用 --encoding 指定正确的编码。",
                     "{}: {} texts are not in the encoding {} and show \"�\". Give the right one with --encoding.", m_shown,
                     m_decoder.bad_texts(), m_decoder.encoding().name));
        if (!m_result.layer.features.empty()) return;
        const Message taken = kinds_taken(m_role);
        if (m_result.layer.provenance.read == 0)
            throw InvalidInput{say("读取 {}：图层没有任何要素。请检查文件。", "Reading {}: the layer has no features. Check the file.", m_shown)};
        if (m_mapping.building)
            throw InvalidInput{say("读取 {}：没有一行写明建筑。请用 --map {}.building=列名 指定。", "Reading {}: no row names a building. Give the column with --map {}.building=COLUMN.",
                                   m_shown, m_role.name)};
        const Message found = kinds_of(m_refused);
        throw InvalidInput{{fmt::format("读取 {}：图层只有{}，而“{}”需要{}。请检查 --role，或换一个图层。", m_shown, found.zh, m_role.zh, taken.zh),
                            fmt::format("Reading {}: the layer holds {}, but the role {} takes {}. Check --role, or choose another layer.", m_shown,
                                        found.en, m_role.name, taken.en)}};
    }

   private:
    void note(const char* code, std::string feature, Message text) {
        m_result.findings.push_back({code, m_shown, std::move(feature), std::move(text)});
    }

    void read_texts(OGRFeatureH source) {
        m_texts.assign(m_columns.size(), {});
        m_attributes = Json::object();
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            const int i = static_cast<int>(c);
            if (!OGR_F_IsFieldSetAndNotNull(source, i)) continue;
            const std::string text = cell_text(source, i, m_types[c], m_decoder);
            m_texts[c] = trimmed(text);
            if (m_types[c] == OFTInteger || m_types[c] == OFTInteger64) m_attributes[m_columns[c]] = OGR_F_GetFieldAsInteger64(source, i);
            else if (m_types[c] != OFTReal) m_attributes[m_columns[c]] = text;
            else if (!text.empty()) m_attributes[m_columns[c]] = OGR_F_GetFieldAsDouble(source, i);
        }
    }

    void place_by_columns(Shape& shape) const {
        const auto x = parse_number(m_texts[m_mapping.xy->first]), y = parse_number(m_texts[m_mapping.xy->second]);
        if (x && y) shape.points.push_back({*x, *y});
    }

    bool names_building(std::int64_t number) {
        const std::string& building = m_texts[*m_mapping.building];
        if (!building.empty()) {
            m_result.buildings.push_back(building);
            return true;
        }
        note("building-missing", std::to_string(number),
             say("{} 第 {} 行：列“{}”是空的，不知属于哪幢建筑，未读入。", "{}, row {}: column \"{}\" is empty, so the building is not known; left out.", m_shown,
                 number + 1, m_columns[*m_mapping.building]));
        return false;
    }

    bool fits(Shape& shape, std::int64_t number) {
        const std::string feature = std::to_string(number);
        if (shape.empty()) {
            note("geometry-missing", feature,
                 say("{} 第 {} 个要素：没有几何，未读入。", "{}, feature {}: no geometry; left out.", m_shown, number));
            return false;
        }
        const Message had = kinds_of(shape);
        switch (fit_to_role(shape, m_role)) {
            case Fit::Whole: return true;
            case Fit::ClosedLines: ++m_closed; return true;
            case Fit::Partly:
                note("geometry-type", feature,
                     {fmt::format("{} 第 {} 个要素：含{}，“{}”只取{}，其余部分未读入。", m_shown, number, had.zh, m_role.zh, kinds_taken(m_role).zh),
                      fmt::format("{}, feature {}: has {}; the role {} takes {} only, the rest was left out.", m_shown, number, had.en, m_role.name,
                                  kinds_taken(m_role).en)});
                return true;
            case Fit::Nothing: break;
        }
        note("geometry-type", feature,
             {fmt::format("{} 第 {} 个要素：是{}，“{}”需要{}，未读入。", m_shown, number, had.zh, m_role.zh, kinds_taken(m_role).zh),
              fmt::format("{}, feature {}: {}, but the role {} takes {}; left out.", m_shown, number, had.en, m_role.name, kinds_taken(m_role).en)});
        const auto remember = [](auto& all, const auto& parts) {
            if (all.empty() && !parts.empty()) all.push_back(parts.front());
        };
        remember(m_refused.points, shape.points);
        remember(m_refused.lines, shape.lines);
        remember(m_refused.areas, shape.areas);
        return false;
    }

    // As the source has it, or else by role and number; the same twice gets a number behind.
    std::string id_of() {
        std::string id;
        for (const std::size_t c : m_mapping.ids)
            if (id.empty()) id = m_texts[c];
        if (id.empty()) id = fmt::format("{}-{}", m_role.name, m_result.layer.provenance.read);
        std::string unique = id;
        for (int n = m_next.contains(id) ? m_next[id] : 2; !m_ids.insert(unique).second; ++n) {
            unique = fmt::format("{}#{}", id, n);
            m_next[id] = n + 1;
        }
        return unique;
    }

    std::string kind_by_tags() const {
        for (const auto& [key, column] : m_mapping.tags)
            if (!m_texts[column].empty() && m_texts[column] != "no") return key + "=" + m_texts[column];
        return {};
    }

    void read_values(Feature& feature) {
        for (std::size_t f = 0; f < m_role.fields.size(); ++f) {
            const Field& field = m_role.fields[f];
            std::string text;
            if (m_mapping.fields[f]) text = m_texts[*m_mapping.fields[f]];
            else if (field.name == "kind") text = kind_by_tags();
            bool is_bad = false;
            feature.values.push_back(parse_value(field, text, m_mapping.is_osm, is_bad));
            if (!is_bad) continue;
            if (m_bad[f].count++ == 0) m_bad[f].example = text;
        }
        storage::drop_unknown_end(feature.values);
    }

    void note_bad_values() {
        for (std::size_t f = 0; f < m_bad.size(); ++f) {
            if (m_bad[f].count == 0) continue;
            const std::string& column = m_columns[*m_mapping.fields[f]];
            note("value-unusable", "",
                 say("{} 的列“{}”：{} 个值无法用作 {}（如“{}”），按未知处理。请改正数据，或用 --map 指定其他列。",
                     "{}, column \"{}\": {} values are no usable {} (such as \"{}\") and count as unknown. Correct the data, or choose "
                     "another column with --map.",
                     m_shown, column, m_bad[f].count, m_role.fields[f].name, m_bad[f].example));
        }
    }

    struct Bad {
        int count = 0;
        std::string example;
    };

    SourceLayer& m_result;
    const FieldMapping& m_mapping;
    const Decoder& m_decoder;
    const std::string& m_shown;
    const RoleInfo& m_role;
    std::vector<std::string> m_columns;
    std::vector<OGRFieldType> m_types;
    bool m_is_table = false;
    std::vector<std::string> m_texts;  ///< of the feature at hand, by column
    Json m_attributes;
    std::vector<Bad> m_bad;  ///< by role field
    int m_closed = 0;
    Shape m_refused;  ///< a part of each kind that was left out
    std::set<std::string> m_ids;
    std::map<std::string, int> m_next;
};

}  // namespace

std::vector<std::string> column_names(OGRLayerH layer, const Decoder& decoder) {
    const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    std::vector<std::string> names;
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i)
        names.push_back(decoder(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i))));
    return names;
}

std::string cell_text(OGRFeatureH feature, int column, OGRFieldType type, const Decoder& decoder) {
    if (!OGR_F_IsFieldSetAndNotNull(feature, column)) return {};
    switch (type) {
        case OFTInteger:
        case OFTInteger64: return std::to_string(OGR_F_GetFieldAsInteger64(feature, column));
        case OFTReal: {
            const double value = OGR_F_GetFieldAsDouble(feature, column);
            return std::isfinite(value) ? plain_number(value) : std::string{};
        }
        case OFTDate:
        case OFTDateTime: return date_text(feature, column);
        default: return decoder(OGR_F_GetFieldAsString(feature, column));
    }
}

void read_features(SourceLayer& result, OGRLayerH layer, const FieldMapping& mapping, const Decoder& decoder, const std::string& shown,
                   const Progress& progress) {
    Reader reader{result, layer, mapping, decoder, shown};
    const double count = std::max(1.0, static_cast<double>(OGR_L_GetFeatureCount(layer, 1)));
    OGR_L_ResetReading(layer);
    CPLErrorReset();
    while (const FeatureHandle feature{OGR_L_GetNextFeature(layer)}) {
        reader.read(feature.get());
        constexpr int stride = 512;
        if (result.layer.provenance.read % stride == 0) progress.at(std::min(1.0, static_cast<double>(result.layer.provenance.read) / count));
        CPLErrorReset();
    }
    if (CPLGetLastErrorType() == CE_Failure)
        result.findings.push_back({"read-stopped", shown, std::to_string(result.layer.provenance.read + 1),
                                   say("{}：读到第 {} 个要素后文件损坏，其后未读入（{}）。请修复文件后重新导入。",
                                       "{}: the file is damaged after feature {}; what follows was not read ({}). Repair the file and import again.",
                                       shown, result.layer.provenance.read, last_gdal_message())});
    reader.finish();
}

}  // namespace geo::reading
