#include "geo/report/certificate_json.hpp"

#include <nlohmann/json.hpp>

namespace geo {
namespace {

using nlohmann::json;

json value_json(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return {};
}

/// What is neither text nor number becomes its JSON, which no reader of a cell understands.
Value value_from(const json& value) {
    if (value.is_null()) return {};
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_integer()) return value.get<std::int64_t>();
    if (value.is_number()) return value.get<double>();
    return value.dump();
}

json ring_json(const Ring& ring) {
    json corners = json::array();
    for (const Point& p : ring) corners.push_back({p.x, p.y});
    return corners;
}

json ground_json(const MultiPolygon& ground) {
    json parts = json::array();
    for (const Polygon& polygon : ground) {
        json rings = json::array({ring_json(polygon.outer)});
        for (const Ring& hole : polygon.holes) rings.push_back(ring_json(hole));
        parts.push_back(std::move(rings));
    }
    return parts;
}

void add_ground(const json& site, CertificateTable& table) {
    if (!site.is_object() || !site.contains("ground") || !site["ground"].is_array()) return;
    const Value id = site.contains("site_id") ? value_from(site["site_id"]) : Value{};
    std::int64_t part = 0;
    for (const json& rings : site["ground"]) {
        std::int64_t ring = 0;
        for (const json& corners : rings) {
            std::int64_t number = 0;
            for (const json& corner : corners) {
                const bool is_pair = corner.is_array() && corner.size() == 2;
                table.rows.push_back({id, part, ring, number++, is_pair ? value_from(corner[0]) : Value{}, is_pair ? value_from(corner[1]) : Value{}});
            }
            ++ring;
        }
        ++part;
    }
}

}  // namespace

json rows_json(const CertificateTable& table) {
    json rows = json::array();
    for (const std::vector<Value>& row : table.rows) {
        json object = json::object();
        for (std::size_t c = 0; c < table.columns.size(); ++c) object[std::string{table.columns[c].key}] = value_json(row[c]);
        rows.push_back(std::move(object));
    }
    return rows;
}

void read_rows(const json& rows, CertificateTable& table) {
    table.rows.clear();
    if (!rows.is_array()) return;
    for (const json& object : rows) {
        std::vector<Value>& row = table.rows.emplace_back();
        for (const CertificateColumn& column : table.columns) {
            const auto it = object.is_object() ? object.find(std::string{column.key}) : object.end();
            row.push_back(object.is_object() && it != object.end() ? value_from(*it) : Value{});
        }
    }
}

json certificate_json(const CertificateDocument& document) {
    json whole{{"schema", document.format}};
    for (const CertificateTable& table : certificate_tables(document)) {
        if (table.key == "ground") continue;
        if (table.key == "header") {
            for (const auto& row : table.rows) whole["header"][std::get<std::string>(row[0])] = std::get<std::string>(row[2]);
            continue;
        }
        json rows = rows_json(table);
        if (table.key == "sites")
            for (std::size_t i = 0; i < document.sites.size(); ++i) rows[i]["ground"] = ground_json(document.sites[i].outline);
        whole[std::string{table.key}] = std::move(rows);
    }
    return whole;
}

std::vector<CertificateTable> certificate_tables(const json& document, const std::filesystem::path& file) {
    const bool is_certificate = document.is_object() && document.contains("schema") && document["schema"].is_string() &&
                                document["schema"].get<std::string>().starts_with("anchong/certificate/") && document.contains("header") && document["header"].is_object();
    if (!is_certificate)
        throw InvalidInput{say("{} 是 JSON，但不是安充的证书。证书由 anchong export --format json 写出。",
                               "{} is JSON but no certificate of Anchong. anchong export --format json writes one.", file.string())};
    std::vector<CertificateTable> tables = certificate_tables(CertificateDocument{});
    for (CertificateTable& table : tables) {
        const std::string key{table.key};
        if (key == "header") {
            table.rows.clear();
            for (const auto& [name, value] : document["header"].items()) table.rows.push_back({name, std::string{}, value_from(value)});
        } else if (key == "ground") {
            if (document.contains("sites") && document["sites"].is_array())
                for (const json& site : document["sites"]) add_ground(site, table);
        } else {
            read_rows(document.contains(key) ? document[key] : json{}, table);
        }
    }
    return tables;
}

}  // namespace geo
