#include "geo/report/certificate_check.hpp"

#include "geo/checks/certificate.hpp"
#include "geo/report/certificate_compare.hpp"
#include "geo/report/certificate_sites.hpp"
#include "geo/report/plan.hpp"
#include "geo/report/staleness.hpp"
#include "geo/scenario/run.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <algorithm>
#include <set>

namespace geo {
namespace {

bool is_of_phase(const Site& site, const CertificateDocument& given) { return given.phase.empty() || site.phase == given.phase; }

/// What of the header decides what the rows mean.
void compare_headers(const CertificateDocument& given, const CertificateDocument& again, CertificateCheck& check) {
    const auto differ = [&](const char* code, const Message& what, const std::string& a, const std::string& b) {
        if (a == b) return;
        const auto shown = [](const std::string& text) { return text.empty() ? std::string{"–"} : text; };
        check.differences.push_back({code, "header", "", say("证书的{0}是“{2}”，本工程的是“{3}”：两者所据不同，结论不能互证。", "The certificate's {1} is \"{2}\", the project's is \"{3}\": they rest on different ground, so neither proves the other.",
                                                            what.zh, what.en, shown(a), shown(b))});
    };
    differ("rules-differ", {"规则包", "rule pack"}, given.pack, again.pack);
    differ("rules-differ", {"规则包版本", "edition of the pack"}, given.edition, again.edition);
    differ("rules-differ", {"规则包哈希", "hash of the pack"}, given.pack_sha256, again.pack_sha256);
    differ("rules-differ", {"充电区类型", "zone type"}, given.zone_type, again.zone_type);
    differ("rules-differ", {"假定距离", "list of assumed distances"}, given.assumptions, again.assumptions);
    differ("rules-differ", {"隔墙耐火极限", "fire rating of dividers"}, fmt::format("{}", given.barrier_h), fmt::format("{}", again.barrier_h));
    differ("crs-differs", {"工作坐标系", "working CRS"}, given.crs, again.crs);
    differ("header-differs", {"点位数", "number of sites"}, std::to_string(given.site_count), std::to_string(given.sites.size()));
    differ("header-differs", {"净距行数", "number of clearance rows"}, std::to_string(given.row_count), std::to_string(given.clearances.size()));
    differ("header-differs", {"检查行数", "number of check rows"}, std::to_string(given.check_count), std::to_string(given.checks.size()));
    for (const Site& site : given.sites)
        if (!is_of_phase(site, given))
            check.differences.push_back({"header-differs", "header", site.id, say("证书只含分期“{}”，点位 {} 却属于“{}”。", "The certificate is of the phase \"{}\" only, but its site {} is in \"{}\".", given.phase, site.id, site.phase)});
    if (given.program != again.program)
        check.notes.push_back({"program-differs", "header", "", say("证书由程序 {} 版生成，本程序为 {} 版。", "The certificate was made by version {} of the program; this is {}.", given.program, again.program)});
}

/// Sites that the project holds, by id; nothing where it has no results of the same rules.
std::optional<HeldSites> held_sites(const CertificateDocument& given, const Project& project, const Results& stored, CertificateCheck& check) {
    if (stored.grounds.empty() || staleness(project, stored)) {
        check.notes.push_back({"sites-not-compared", "sites", "",
                               say("本工程没有该方案的现行结果，只由输入核算了证书所列的点位；点位是否齐全、车位数、面积和检查项未与本工程比较。",
                                   "The project has no up-to-date results of the scenario: the sites of the certificate were recomputed from the inputs, but whether all are there, their bays, "
                                   "areas and duties were not compared.")});
        return std::nullopt;
    }
    HeldSites held;
    for (const Site& site : stored.sites)
        if (is_of_phase(site, given)) held.emplace(site.id, &site);
    return held;
}

}  // namespace

CertificateCheck check_certificate(const CertificateDocument& given, const Project& project, const std::string& scenario, const Results& stored, int threads, const Progress& progress) {
    CertificateCheck check;
    const Scenario& chosen = scenario_named(project, scenario);
    const Task task{project.inputs, pack_of(project.packs, chosen), chosen};
    const auto held = held_sites(given, project, stored, check);

    Results results;
    results.scenario = scenario;
    const bool is_same_place = given.crs == project.inputs.crs;
    if (is_same_place) {
        results.sites = sound_sites(given, task, check.differences);
        for (Site& site : results.sites)
            if (held && held->contains(site.id)) take_over(*held->at(site.id), site);
        results.clearances = certify(results.sites, task.compounds(), task.kept(), project.inputs.crs, threads, progress);
    }
    if (!held) {
        results.checks = given.checks;
    } else {
        for (const CheckRow& row : stored.checks)
            if (std::ranges::find(results.sites, row.site_id, &Site::id) != results.sites.end()) results.checks.push_back(row);
    }
    const CertificateDocument again = certificate_of(project, results);
    check.sites = again.sites.size(), check.rows = again.clearances.size();

    compare_headers(given, again, check);
    compare_table("inputs", given, again, check.differences);
    if (!is_same_place) return check;  // Coordinates of another system measure nothing here.
    compare_table("sites", given, again, check.differences);
    if (held) compare_held(given, *held, check.differences);
    for (const char* table : {"clearances", "checks", "rules"}) compare_table(table, given, again, check.differences);
    return check;
}

}  // namespace geo
