#include "geo/io/export_file.hpp"

#include "geo/io/atomic_file.hpp"
#include "geo/io/export_tables.hpp"
#include "geo/io/geojson_writer.hpp"
#include "geo/io/gpkg_file.hpp"
#include "geo/io/input_tables.hpp"
#include "geo/io/output_folder.hpp"
#include "geo/io/shapefile_writer.hpp"
#include "geo/io/text_encoding.hpp"

#include <algorithm>
#include <fstream>
#include <optional>

namespace geo {
namespace {

using namespace storage;
namespace fs = std::filesystem;

/// Shapefiles and GeoJSON in one folder share their styles.
bool is_same_style(const fs::path& file) {
    const auto styles = embedded::qgis_styles();
    const auto style = std::ranges::find(styles, file.filename().string(), &embedded::File::name);
    if (style == styles.end()) return false;
    std::ifstream in{file, std::ios::binary};
    return std::string{std::istreambuf_iterator<char>{in}, {}} == style->text;
}

/// The source's own attributes do not fit into 254 bytes, and are in the source.
Table without_source(Table table) {
    if (const auto role = role_named(table.name); role && table.columns.back().name == source_column(*role)) {
        table.columns.pop_back();
        table.row = [row = std::move(table.row)](std::size_t i) {
            Row shorter = row(i);
            shorter.values.pop_back();
            return shorter;
        };
    }
    return table;
}

Progress share(const Progress& progress, std::size_t i, std::size_t count) {
    const auto n = static_cast<double>(count);
    return progress.part(static_cast<double>(i) / n, static_cast<double>(i + 1) / n);
}

std::string dbf_encoding_name(const std::string& word) {
    const auto encoding = reading::encoding_named(word);
    if (!encoding || (encoding->name != "GBK" && encoding->name != "UTF-8")) {
        throw UsageError{say("不能以编码 {} 写 Shapefile；可用 GBK 或 UTF-8。", "Shapefiles cannot be written in {}; use GBK or UTF-8.", word)};
    }
    return encoding->name;
}

void add_styles(FolderContent& content) {
    for (const embedded::File& style : embedded::qgis_styles()) content.names.emplace_back(style.name);
    content.may_stay = is_same_style;
    std::ranges::sort(content.names);
}

void write_styles(const fs::path& temp, const fs::path& target) {
    for (const embedded::File& style : embedded::qgis_styles()) {
        write_text_into(temp / style.name, target / style.name, style.text);
    }
}

/// Of every format.
std::vector<Table> tables_to_write(const ExportRequest& request, const Project& project, const Results& results) {
    std::vector<Table> tables = export_tables(project, results);
    if (request.existing) std::ranges::move(existing_tables(*request.existing), std::back_inserter(tables));
    return tables;
}

struct Part {
    Table table;
    ShapefilePart part;
};

FolderContent shapefile_plan(const std::vector<Table>& tables, const std::vector<Part>& parts) {
    FolderContent plan;
    for (const Part& part : parts) {
        const auto names = part.part.file_names();
        plan.names.insert(plan.names.end(), names.begin(), names.end());
    }
    add_styles(plan);
    for (const Table& table : tables) {
        for (const char* suffix : {"", "_line", "_point"}) {
            for (std::string& name : shapefile_names(table.name + suffix))
                if (!std::ranges::binary_search(plan.names, name)) plan.stale.push_back(std::move(name));
        }
    }
    return plan;
}

FolderContent export_shapefiles(const ExportRequest& request, const Project& project, const Results& results,
                       std::vector<Finding>& findings, const Progress& progress) {
    const DbfEncoder encoder{dbf_encoding_name(request.encoding)};
    auto tables = tables_to_write(request, project, results);
    std::vector<Part> parts;
    for (Table& table : tables) {
        table = without_source(std::move(table));
        for (ShapefilePart& part : shapefile_parts(table)) parts.push_back({table, std::move(part)});
    }
    FolderContent plan = shapefile_plan(tables, parts);
    std::vector<Finding> found;
    const WriteInto write = [&](const fs::path& temp, const fs::path& target, const Progress& all) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            write_shapefile(temp, target, parts[i].table, parts[i].part, project.inputs.crs, encoder, found, share(all, i, parts.size()));
        }
        write_styles(temp, target);
    };
    write_folder(request.folder, plan, request.overwrite, write, progress);
    findings.insert(findings.end(), found.begin(), found.end());
    return plan;
}

FolderContent export_geojson(const ExportRequest& request, const Project& project, const Results& results,
                    const Progress& progress) {
    const auto tables = tables_to_write(request, project, results);
    FolderContent plan;
    for (const Table& table : tables) plan.names.push_back(table.name + ".geojson");
    add_styles(plan);
    const WriteInto write = [&](const fs::path& temp, const fs::path& target, const Progress& all) {
        for (std::size_t i = 0; i < tables.size(); ++i) {
            const std::string name = tables[i].name + ".geojson";
            write_geojson(temp / name, target / name, tables[i], project.inputs.crs, share(all, i, tables.size()));
        }
        write_styles(temp, target);
    };
    write_folder(request.folder, plan, request.overwrite, write, progress);
    return plan;
}

FolderContent export_gpkg(const ExportRequest& request, const Project& project, const Results& results,
                 const Progress& progress) {
    auto tables = tables_to_write(request, project, results);
    std::ranges::move(geopackage_tables(project, results), std::back_inserter(tables));
    if (!request.certificate.empty()) tables.push_back(certificate_table(request.certificate));
    FolderContent plan{{file_stem(request.name) + ".gpkg"}, {}, {}};
    const WriteInto write = [&](const fs::path& temp, const fs::path& target, const Progress& all) {
        write_gpkg(temp / plan.names.front(), target / plan.names.front(), tables, project.inputs.crs, all);
    };
    write_folder(request.folder, plan, request.overwrite, write, progress);
    return plan;
}

}  // namespace

std::vector<fs::path> export_files(const ExportRequest& request, const Project& project, const Results& all_results,
                                   std::vector<Finding>& findings, const Progress& progress) {
    std::optional<Results> chosen;
    if (request.phase) chosen = of_phase(all_results, phase_id(*request.phase));
    const Results& results = chosen ? *chosen : all_results;
    FolderContent plan;
    switch (request.format) {
        case ExportFormat::Shapefile: plan = export_shapefiles(request, project, results, findings, progress); break;
        case ExportFormat::GeoPackage: plan = export_gpkg(request, project, results, progress); break;
        case ExportFormat::GeoJson: plan = export_geojson(request, project, results, progress); break;
    }
    if (chosen && results.sites.empty()) {
        const Phase* known = project.phasing.phase(phase_id(*request.phase));
        const Message phase = known ? phase_title(*known) : phase_word(*request.phase);
        findings.push_back({"no-site-in-phase", "sites", phase_id(*request.phase),
                            {fmt::format("分期“{}”还没有点位，导出的点位、车位、净距和核查都是空的。请先把点位或小区归入该期。", phase.zh),
                             fmt::format("The phase “{}” has no sites yet: sites, bays, clearances and checks are empty. Put sites or compounds into it first.", phase.en)}});
    }
    std::vector<fs::path> files;
    for (const std::string& name : plan.names) files.push_back(request.folder / name);
    return files;
}

}  // namespace geo
