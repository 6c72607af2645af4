#include "geo/report/certificate_tables.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

/// One table of a file that was read, asked cell by cell.
class Cells {
   public:
    Cells(const std::vector<CertificateTable>& tables, std::string_view key, const std::filesystem::path& file) : m_file{file}, m_key{key} {
        const auto at = std::ranges::find(tables, key, &CertificateTable::key);
        if (at == tables.end()) throw InvalidInput{say("证书 {} 缺少“{}”部分。请向出具方索取完整文件。", "The certificate {} lacks its part \"{}\". Ask its maker for the whole file.", file.string(), key)};
        m_table = &*at;
    }
    std::size_t size() const { return m_table->rows.size(); }

    std::optional<std::string> maybe_text(std::size_t row, std::string_view column) const {
        const Value& value = at(row, column);
        if (const auto* text = std::get_if<std::string>(&value)) return *text;
        if (std::holds_alternative<std::monostate>(value)) return std::nullopt;
        refuse(row, column);
    }
    std::string text(std::size_t row, std::string_view column) const { return maybe_text(row, column).value_or(std::string{}); }
    std::optional<double> maybe_number(std::size_t row, std::string_view column) const {
        const Value& value = at(row, column);
        if (std::holds_alternative<std::monostate>(value)) return std::nullopt;
        std::optional<double> number;
        if (const auto* real = std::get_if<double>(&value)) number = *real;
        if (const auto* whole = std::get_if<std::int64_t>(&value)) number = static_cast<double>(*whole);
        if (!number || !std::isfinite(*number)) refuse(row, column);
        return number;
    }
    double number(std::size_t row, std::string_view column) const {
        const auto value = maybe_number(row, column);
        if (!value) refuse(row, column);
        return *value;
    }
    /// A count, or 0 and 1. @param most  what memory allows
    std::int64_t whole(std::size_t row, std::string_view column, double most = 1e9) const {
        const double value = number(row, column);
        if (!(value >= 0.0 && value <= most) || value != std::floor(value)) refuse(row, column);
        return static_cast<std::int64_t>(value);
    }
    template <typename Named>
    auto word(std::size_t row, std::string_view column, Named&& named) const {
        const auto found = named(text(row, column));
        if (!found) refuse(row, column);
        return *found;
    }
    [[noreturn]] void refuse(std::size_t row, std::string_view column) const {
        throw InvalidInput{say("证书 {0} 的“{1}”部分第 {2} 行，列 {3} 缺失或无法理解。请向出具方索取未改动的文件。",
                               "The certificate {0}, part \"{1}\", row {2}: column {3} is missing or makes no sense. Ask its maker for the unchanged file.", m_file.string(), m_key,
                               row + 1, column)};
    }

   private:
    const Value& at(std::size_t row, std::string_view column) const {
        static const Value none;
        const auto found = std::ranges::find(m_table->columns, column, &CertificateColumn::key);
        if (found == m_table->columns.end()) return none;
        return m_table->rows[row][static_cast<std::size_t>(found - m_table->columns.begin())];
    }

    const std::filesystem::path& m_file;
    std::string m_key;
    const CertificateTable* m_table = nullptr;
};

void read_header(const Cells& cells, CertificateDocument& d) {
    std::map<std::string, std::pair<std::string, std::size_t>> values;
    for (std::size_t i = 0; i < cells.size(); ++i) values[cells.text(i, "key")] = {cells.text(i, "value"), i};
    const auto text = [&](const char* key) {
        const auto it = values.find(key);
        if (it == values.end()) cells.refuse(cells.size(), key);
        return it->second.first;
    };
    const auto number = [&](const char* key) {
        const std::string written = text(key);
        char* end = nullptr;
        const double value = std::strtod(written.c_str(), &end);
        if (written.empty() || *end != '\0' || !(value >= 0.0 && value < 1e12)) cells.refuse(values[key].second, "value");
        return value;
    };
    d.format = text("format"), d.project = text("project"), d.scenario = text("scenario"), d.phase = text("phase");
    d.zone_type = text("zone_type"), d.pack = text("pack"), d.edition = text("edition"), d.pack_sha256 = text("pack_sha256");
    d.assumptions = text("assumptions"), d.barrier_h = number("barrier_h"), d.crs = text("crs"), d.program = text("program"), d.made_at = text("made_at");
    d.site_count = static_cast<std::int64_t>(number("sites")), d.row_count = static_cast<std::int64_t>(number("clearances"));
    d.check_count = static_cast<std::int64_t>(number("checks"));
}

Site site_from(const Cells& cells, std::size_t i) {
    Site site{.id = cells.text(i, "site_id"), .zone_id = cells.text(i, "zone_id"), .compound = cells.text(i, "compound"),
              .type = cells.word(i, "zone_type", zone_type_named), .outline = {}, .bays = {}, .cost = {}, .demand_cov = {}, .phase = cells.text(i, "phase"),
              .governing = cells.text(i, "governing"), .margin_m = cells.maybe_number(i, "margin_m")};
    site.bay_count = static_cast<int>(cells.whole(i, "bays"));
    site.group_count = static_cast<int>(cells.whole(i, "groups"));
    site.area_m2 = cells.number(i, "area_m2");
    site.in_robust = cells.whole(i, "in_robust", 1) == 1;
    site.has_aisle = cells.whole(i, "has_aisle", 1) == 1;
    site.verdict = cells.word(i, "verdict", verdict_named);
    return site;
}

/// Corners in their order; a gap in the numbers is a corner that somebody took away.
void read_ground(const Cells& cells, std::vector<Site>& sites) {
    std::map<std::string, Site*> by_id;
    for (Site& site : sites) by_id.emplace(site.id, &site);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto it = by_id.find(cells.text(i, "site_id"));
        if (it == by_id.end()) cells.refuse(i, "site_id");
        MultiPolygon& ground = it->second->outline;
        const auto part = static_cast<std::size_t>(cells.whole(i, "part")), ring = static_cast<std::size_t>(cells.whole(i, "ring"));
        if (part > ground.size()) cells.refuse(i, "part");
        if (part == ground.size()) ground.emplace_back();
        if (ring > ground[part].holes.size() + 1) cells.refuse(i, "ring");
        if (ring == ground[part].holes.size() + 1) ground[part].holes.emplace_back();
        Ring& corners = ring == 0 ? ground[part].outer : ground[part].holes[ring - 1];
        if (static_cast<std::size_t>(cells.whole(i, "number")) != corners.size()) cells.refuse(i, "number");
        corners.push_back({cells.number(i, "e"), cells.number(i, "n")});
    }
}

}  // namespace

CertificateDocument certificate_from(const std::vector<CertificateTable>& tables, const std::filesystem::path& file) {
    CertificateDocument d;
    read_header(Cells{tables, "header", file}, d);
    if (d.format != certificate_format) {
        throw InvalidInput{say("证书 {} 的格式“{}”本程序（{}）不认识，可能较新。请更新程序。", "The certificate {} is of the format \"{}\", which this program ({}) does not know; it may be newer. Update the program.",
                               file.string(), d.format, certificate_format)};
    }
    const Cells inputs{tables, "inputs", file}, sites{tables, "sites", file}, rows{tables, "clearances", file}, checks{tables, "checks", file};
    for (std::size_t i = 0; i < inputs.size(); ++i)
        d.inputs.push_back({inputs.text(i, "role"), inputs.text(i, "file"), inputs.text(i, "layer"), inputs.text(i, "sha256"), inputs.text(i, "crs"),
                            inputs.number(i, "accuracy_m"), inputs.text(i, "acc_from"), inputs.whole(i, "features")});
    for (std::size_t i = 0; i < sites.size(); ++i) d.sites.push_back(site_from(sites, i));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CertificateRow row{.row = {.site_id = rows.text(i, "site_id"), .obst_id = rows.text(i, "obst_id"), .obst_kind = rows.text(i, "obst_kind"), .need_m = rows.number(i, "need_m"),
                                   .have_m = rows.number(i, "have_m"), .clause = rows.text(i, "clause"), .verdict = rows.word(i, "verdict", verdict_named),
                                   .rule = rows.text(i, "rule"), .status = rows.word(i, "status", status_named), .strength = rows.word(i, "strength", strength_named)},
                           .obst_name = rows.maybe_text(i, "obst_name"), .source = rows.maybe_text(i, "source"), .clause_no = rows.maybe_text(i, "clause_no"),
                           .margin_m = rows.maybe_number(i, "margin_m")};
        d.clearances.push_back(std::move(row));
    }
    for (std::size_t i = 0; i < checks.size(); ++i)
        d.checks.push_back({.site_id = checks.text(i, "site_id"), .duty = checks.text(i, "duty"), .value = checks.maybe_number(i, "value"), .need = checks.maybe_number(i, "need"),
                            .unit = checks.text(i, "unit"), .clause = checks.text(i, "clause"), .verdict = checks.word(i, "verdict", verdict_named)});
    if (std::ranges::find(tables, "rules", &CertificateTable::key) != tables.end()) {
        const Cells rules{tables, "rules", file};
        for (std::size_t i = 0; i < rules.size(); ++i) {
            CertificateRule rule{.id = rules.text(i, "rule"), .value_m = rules.number(i, "value_m"), .strength = rules.word(i, "strength", strength_named), .clause = {},
                                 .text = {rules.text(i, "text_zh"), rules.text(i, "text_en")}};
            rule.clause = {.pack = {}, .number = rules.text(i, "clause_no"), .source = rules.text(i, "source"), .status = rules.word(i, "status", status_named),
                           .mandatory_now = rules.text(i, "mandatory"), .superseded_by = rules.text(i, "superseded")};
            d.rules.push_back(std::move(rule));
        }
    }
    read_ground(Cells{tables, "ground", file}, d.sites);
    return d;
}

}  // namespace geo
