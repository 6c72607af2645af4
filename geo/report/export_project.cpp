#include "geo/report/export_project.hpp"

#include "geo/core/error.hpp"
#include "geo/core/shell_word.hpp"
#include "geo/report/certificate_document.hpp"
#include "geo/report/existing.hpp"
#include "geo/report/staleness.hpp"

#include <algorithm>

namespace geo {
namespace {

/// A GeoPackage export beside its project would have the project's own name.
void refuse_project(const ExportRequest& request, const std::filesystem::path& project) {
    std::error_code ignored;
    if (request.format != ExportFormat::GeoPackage || !std::filesystem::equivalent(request.folder / (request.name + ".gpkg"), project, ignored)) return;
    throw OutputError{say("导出会覆盖工程 {} 本身，不允许。请另选文件夹（--out）。",
                          "The export would replace the project {} itself, which is never done. Choose another folder (--out).", project.string())};
}

/// Rules that cannot judge the facilities need not stop an export of what is there.
std::optional<ExistingFacilities> judged_facilities(const Project& project, const Results& results, std::vector<Finding>& findings) {
    const bool has_scenario = std::ranges::any_of(project.scenarios, [&](const Scenario& s) { return s.name == results.scenario; });
    if (!has_scenario || !has_existing(project.inputs)) return std::nullopt;
    try {
        return existing_of(project, results.scenario);
    } catch (const RuleError& error) {
        Message text = say("现有充电设施未能核查，未导出其结论：", "Existing facilities were not judged and are not exported as such: ");
        text.zh += error.message().zh, text.en += error.message().en;
        findings.push_back({"existing-not-judged", "charging", "", std::move(text)});
        return std::nullopt;
    }
}

/// Empty where the rules cannot be read: what they are cannot be certified then.
std::vector<std::pair<std::string, std::string>> header_of(const Project& project, const Results& results, std::optional<int> phase, std::vector<Finding>& findings) {
    try {
        return certificate_header(certificate_of(project, results, phase));
    } catch (const RuleError& error) {
        Message text = say("规则包无法读取，未附证书：", "The rule pack cannot be read, so no certificate goes with the export: ");
        text.zh += error.message().zh, text.en += error.message().en;
        findings.push_back({"no-certificate", "clearances", "", std::move(text)});
        return {};
    }
}

}  // namespace

std::vector<std::filesystem::path> export_project(const ExportRequest& request, const std::filesystem::path& project_file, const Project& project,
                                                  const Results& results, std::vector<Finding>& findings, const Progress& progress) {
    refuse_project(request, project_file);
    if (results.grounds.empty()) {
        findings.push_back({"no-results", "zones", "",
                            say("方案“{}”尚无结果，只导出了输入；可设地、点位和净距都是空的。请先运行计划（anchong plan --scenario {}）。",
                                "Scenario “{}” has no results yet: only the inputs are exported, zones, sites and clearances are empty. Run the plan first (anchong plan --scenario {}).",
                                results.scenario, shell_word(results.scenario))});
    }
    if (!results.grounds.empty() && results.sites.empty())
        findings.push_back({"no-sites", "sites", "",
                            say("方案“{}”没有点位：点位、车位和净距都是空的。尚未布点时请先运行 anchong plan --scenario {}。",
                                "Scenario “{}” has no sites: sites, bays and clearances are empty. If none were laid out yet, run anchong plan --scenario {}.", results.scenario,
                                shell_word(results.scenario))});
    const auto stale = staleness(project, results);
    if (stale) findings.push_back(*stale);
    ExportRequest full = request;
    // A header names the rules as they are.
    if (request.format == ExportFormat::GeoPackage && !tells_of_other_rules(stale)) full.certificate = header_of(project, results, request.phase, findings);
    const std::optional<ExistingFacilities> existing = judged_facilities(project, results, findings);
    full.existing = existing ? &*existing : nullptr;
    return export_files(full, project, results, findings, progress);
}

std::filesystem::path export_certificate(const CertificateRequest& request, const Project& project, const Results& results, std::vector<Finding>& findings,
                                         const Progress& progress) {
    if (results.grounds.empty())
        throw InvalidInput{say("方案“{}”尚无结果，没有可出具的证书。请先运行计划（anchong plan --scenario {}）。",
                               "Scenario “{}” has no results yet, so there is nothing to certify. Run the plan first (anchong plan --scenario {}).", results.scenario,
                               shell_word(results.scenario))};
    if (results.sites.empty())
        throw InvalidInput{say("方案“{}”没有点位，没有可出具的证书。尚未布点时请先运行 anchong plan --scenario {}。",
                               "Scenario “{}” has no sites, so there is nothing to certify. If none were laid out yet, run anchong plan --scenario {}.", results.scenario,
                               shell_word(results.scenario))};
    if (auto stale = staleness_unless_refused(project, results)) findings.push_back(std::move(*stale));
    return write_certificate(certificate_of(project, results, request.phase), request.format, request.folder, request.name, request.overwrite, progress);
}

}  // namespace geo
