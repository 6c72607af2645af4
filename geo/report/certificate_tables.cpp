#include "geo/report/certificate_tables.hpp"

namespace geo {
namespace {

using enum FieldType;

std::string text(std::string_view word) { return std::string{word}; }
Value maybe(const std::optional<double>& number) { return number ? Value{*number} : Value{}; }
Value maybe(const std::optional<std::string>& words) { return words ? Value{*words} : Value{}; }
Value whole(std::size_t number) { return static_cast<std::int64_t>(number); }

CertificateTable header_table(const CertificateDocument& d) {
    CertificateTable table{"header", {"依据", "Basis"}, 1, {{"key", {"项", "item"}, Text, 16}, {"title", {"说明", "meaning"}, Text, 40}, {"value", {"值", "value"}, Text, 80}}, {}};
    const auto add = [&](const char* key, const char* zh, const char* en, std::string value) {
        table.rows.push_back({std::string{key}, std::string{zh} + " · " + en, std::move(value)});
    };
    add("format", "格式", "format", d.format);
    add("project", "工程", "project", d.project);
    add("scenario", "方案", "scenario", d.scenario);
    add("phase", "分期（空为全部）", "phase (empty: all)", d.phase);
    add("zone_type", "充电区类型", "zone type", d.zone_type);
    add("pack", "规则包", "rule pack", d.pack);
    add("edition", "规则包版本", "edition of the pack", d.edition);
    add("pack_sha256", "规则包哈希", "hash of the pack", d.pack_sha256);
    add("assumptions", "方案假定的距离", "distances that the scenario assumes", d.assumptions);
    add("barrier_h", "隔墙耐火极限 (h)", "fire rating of dividers (h)", fmt::format("{}", d.barrier_h));
    add("crs", "工作坐标系", "working CRS", d.crs);
    add("program", "程序版本", "version of the program", d.program);
    add("made_at", "生成时间 (UTC)", "made at (UTC)", d.made_at);
    add("sites", "点位数", "sites", std::to_string(d.site_count));
    add("clearances", "净距行数", "clearance rows", std::to_string(d.row_count));
    add("checks", "检查行数", "check rows", std::to_string(d.check_count));
    add("disclaimer_zh", "声明", "notice", certificate_disclaimer().zh);
    add("disclaimer_en", "声明（英文）", "notice (English)", certificate_disclaimer().en);
    return table;
}

CertificateTable input_table(const CertificateDocument& d) {
    CertificateTable table{"inputs", {"输入", "Inputs"}, 3,
                           {{"role", {"图层", "role"}, Text, 14}, {"file", {"文件", "file"}, Text, 28}, {"layer", {"文件内图层", "layer in the file"}, Text, 16},
                            {"sha256", {"文件哈希", "SHA-256 of the file"}, Text, 66}, {"crs", {"源坐标系", "CRS of the source"}, Text, 14},
                            {"accuracy_m", {"平面精度 (m)", "positional accuracy (m)"}, Real, 12}, {"acc_from", {"精度来源", "accuracy from"}, Text, 12},
                            {"features", {"要素数", "features"}, Integer, 10}}, {}};
    for (const CertificateInput& i : d.inputs) table.rows.push_back({i.role, i.file, i.layer, i.sha256, i.crs, i.accuracy_m, i.accuracy_from, i.features});
    return table;
}

CertificateTable site_table(const CertificateDocument& d) {
    CertificateTable table{"sites", {"点位", "Sites"}, 1,
                           {{"site_id", {"点位", "site"}, Text, 14}, {"zone_id", {"可设地", "zone"}, Text, 14}, {"compound", {"小区", "compound"}, Text, 14},
                            {"zone_type", {"类型", "zone type"}, Text, 12}, {"phase", {"分期", "phase"}, Text, 10}, {"bays", {"车位", "bays"}, Integer, 8},
                            {"groups", {"组", "groups"}, Integer, 8}, {"area_m2", {"面积 (m²)", "area (m²)"}, Real, 10}, {"verdict", {"结论", "verdict"}, Text, 10},
                            {"governing", {"控制规则", "governing rule"}, Text, 28}, {"margin_m", {"余量 (m)", "margin (m)"}, Real, 10},
                            {"in_robust", {"在稳妥环内", "in the robust ring"}, Integer, 10}, {"has_aisle", {"有通道", "has an aisle"}, Integer, 8}}, {}};
    for (const Site& s : d.sites)
        table.rows.push_back({s.id, s.zone_id, s.compound, text(zone_type_name(s.type)), s.phase, std::int64_t{s.bay_count}, std::int64_t{s.group_count}, s.area_m2,
                              text(verdict_name(s.verdict)), s.governing, maybe(s.margin_m), std::int64_t{s.in_robust}, std::int64_t{s.has_aisle}});
    return table;
}

CertificateTable clearance_table(const CertificateDocument& d) {
    CertificateTable table{"clearances", {"净距", "Clearances"}, 2,
                           {{"site_id", {"点位", "site"}, Text, 14}, {"obst_id", {"障碍编号", "obstacle"}, Text, 16}, {"obst_name", {"名称", "name"}, Text, 20, true},
                            {"obst_kind", {"类别", "kind"}, Text, 16}, {"need_m", {"应有 (m)", "needed (m)"}, Real, 10}, {"have_m", {"实有 (m)", "measured (m)"}, Real, 10},
                            {"margin_m", {"余量 (m)", "margin (m)"}, Real, 10, true}, {"strength", {"应 must / 宜 should", "strength"}, Text, 10},
                            {"rule", {"规则", "rule"}, Text, 28}, {"clause", {"条文", "clause"}, Text, 44}, {"source", {"出处", "source"}, Text, 36, true},
                            {"clause_no", {"条号", "clause number"}, Text, 12, true}, {"status", {"数值状态", "status of the number"}, Text, 12},
                            {"verdict", {"结论", "verdict"}, Text, 10}}, {}};
    for (const CertificateRow& c : d.clearances)
        table.rows.push_back({c.row.site_id, c.row.obst_id, maybe(c.obst_name), c.row.obst_kind, c.row.need_m, c.row.have_m, maybe(c.margin_m),
                              text(strength_name(c.row.strength)), c.row.rule, c.row.clause, maybe(c.source), maybe(c.clause_no), text(status_name(c.row.status)),
                              text(verdict_name(c.row.verdict))});
    return table;
}

CertificateTable check_table(const CertificateDocument& d) {
    CertificateTable table{"checks", {"检查", "Checks"}, 2,
                           {{"site_id", {"点位", "site"}, Text, 14}, {"duty", {"要求", "duty"}, Text, 20}, {"value", {"现值", "value"}, Real, 10},
                            {"need", {"要求值", "needed"}, Real, 10}, {"unit", {"单位", "unit"}, Text, 8}, {"clause", {"条文", "clause"}, Text, 44},
                            {"verdict", {"结论", "verdict"}, Text, 10}}, {}};
    for (const CheckRow& c : d.checks) table.rows.push_back({c.site_id, c.duty, maybe(c.value), maybe(c.need), c.unit, c.clause, text(verdict_name(c.verdict))});
    return table;
}

CertificateTable rule_table(const CertificateDocument& d) {
    CertificateTable table{"rules", {"条文", "Rules"}, 1,
                           {{"rule", {"规则", "rule"}, Text, 28}, {"value_m", {"数值 (m)", "value (m)"}, Real, 10}, {"strength", {"应 must / 宜 should", "strength"}, Text, 10},
                            {"status", {"数值状态", "status of the number"}, Text, 12}, {"source", {"出处", "source"}, Text, 40}, {"clause_no", {"条号", "clause number"}, Text, 12},
                            {"mandatory", {"现行强制", "mandatory now"}, Text, 10}, {"superseded", {"被替代", "superseded by"}, Text, 16},
                            {"text_zh", {"文字", "text in Chinese"}, Text, 50}, {"text_en", {"英文", "text in English"}, Text, 50}}, {}};
    for (const CertificateRule& r : d.rules)
        table.rows.push_back({r.id, r.value_m, text(strength_name(r.strength)), text(status_name(r.clause.status)), r.clause.source, r.clause.number, r.clause.mandatory_now,
                              r.clause.superseded_by, r.text.zh, r.text.en});
    return table;
}

CertificateTable ground_table(const CertificateDocument& d) {
    CertificateTable table{"ground", {"坐标", "Ground"}, 4,
                           {{"site_id", {"点位", "site"}, Text, 14}, {"part", {"部分", "part"}, Integer, 8}, {"ring", {"环（0 为外环）", "ring (0: outer)"}, Integer, 10},
                            {"number", {"点号", "corner"}, Integer, 8}, {"e", {"东 (m)", "east (m)"}, Real, 18}, {"n", {"北 (m)", "north (m)"}, Real, 18}}, {}};
    for (const Site& site : d.sites)
        for (std::size_t part = 0; part < site.outline.size(); ++part) {
            const auto add = [&](const Ring& ring, std::size_t no) {
                for (std::size_t i = 0; i < ring.size(); ++i) table.rows.push_back({site.id, whole(part), whole(no), whole(i), ring[i].x, ring[i].y});
            };
            add(site.outline[part].outer, 0);
            for (std::size_t h = 0; h < site.outline[part].holes.size(); ++h) add(site.outline[part].holes[h], h + 1);
        }
    return table;
}

}  // namespace

std::vector<CertificateTable> certificate_tables(const CertificateDocument& document) {
    return {header_table(document), input_table(document), site_table(document), clearance_table(document), check_table(document), rule_table(document), ground_table(document)};
}

}  // namespace geo
