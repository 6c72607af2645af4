#include "geo/io/export_file.hpp"

#include "geo/io/atomic_file.hpp"
#include "geo/io/file_lock.hpp"
#include "geo/io/export_tables.hpp"
#include "geo/io/geojson_writer.hpp"
#include "geo/io/gpkg_file.hpp"
#include "geo/io/input_tables.hpp"
#include "geo/io/shapefile_writer.hpp"
#include "geo/io/text_encoding.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <optional>

namespace geo {
namespace {

using namespace storage;
namespace fs = std::filesystem;

/// What an export will put into its folder, known before the first byte is written.
struct Plan {
    std::vector<std::string> names;  ///< sorted
    std::vector<std::string> stale;  ///< that would contradict the new files if they stayed
    std::span<const embedded::File> styles{};  ///< that are among the names, with their bytes
};

using Write = std::function<void(const fs::path& temp, const fs::path& target, const Progress&)>;

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

std::string file_stem(const std::string& name) {
    std::string stem = name;
    std::ranges::replace(stem, '/', '_');
    return stem.empty() || stem.starts_with('.') ? "anchong" + stem : stem;
}

std::string dbf_encoding_name(const std::string& word) {
    const auto encoding = reading::encoding_named(word);
    if (!encoding || (encoding->name != "GBK" && encoding->name != "UTF-8")) {
        throw UsageError{say("不能以编码 {} 写 Shapefile；可用 GBK 或 UTF-8。", "Shapefiles cannot be written in {}; use GBK or UTF-8.", word)};
    }
    return encoding->name;
}

/// Moves a finished folder in: whole where none was, else file by file, all or none.
void put_in_place(TempFolder& temp, const fs::path& folder, const Plan& plan, bool is_new) {
    if (is_new) {
        temp.become(folder);
        return;
    }
    for (const std::string& name : plan.names)
        if (name.ends_with(".gpkg")) clear_sidecars(folder / name);
    move_all(temp, folder, plan.names, plan.stale);
}

/// Shapefiles and GeoJSON in one folder share their styles.
bool is_same_style(const fs::path& file, const Plan& plan) {
    const auto style = std::ranges::find(plan.styles, file.filename().string(), &embedded::File::name);
    if (style == plan.styles.end()) return false;
    std::ifstream in{file, std::ios::binary};
    return std::string{std::istreambuf_iterator<char>{in}, {}} == style->text;
}

void add_styles(Plan& plan) {
    plan.styles = embedded::qgis_styles();
    for (const embedded::File& style : plan.styles) plan.names.emplace_back(style.name);
    std::ranges::sort(plan.names);
}

void write_styles(const fs::path& temp, const fs::path& target, const Plan& plan) {
    for (const embedded::File& style : plan.styles) {
        std::ofstream out{temp / style.name, std::ios::binary};
        out << style.text << std::flush;
        if (!out) throw write_failure(target / style.name, reason_of(errno));
    }
}

void refuse_existing(const fs::path& folder, const Plan& plan, bool overwrite) {
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const auto* names : {&plan.names, &plan.stale}) {
        for (const std::string& name : *names) {
            const auto status = fs::symlink_status(folder / name, ignored);
            if (status.type() == fs::file_type::directory) throw write_failure(folder / name, reason_of(EISDIR));
            if (fs::exists(status) && !is_same_style(folder / name, plan)) found.push_back(folder / name);
        }
    }
    if (!found.empty() && !overwrite) throw exists_already(found);
}

/// Makes the folders above a new one; takes them away again unless the export succeeds.
class Parents {
   public:
    explicit Parents(const fs::path& folder) {
        std::error_code error;
        for (fs::path p = folder.parent_path(); p != p.root_path() && !fs::exists(p, error); p = p.parent_path()) m_made.push_back(p);
        fs::create_directories(folder.parent_path(), error);
        if (error) throw write_failure(folder, reason_of(error.value()));
    }
    ~Parents() {
        std::error_code ignored;
        for (const fs::path& p : m_made) fs::remove(p, ignored);
    }
    Parents(const Parents&) = delete;
    Parents& operator=(const Parents&) = delete;
    void keep() { m_made.clear(); }

   private:
    std::vector<fs::path> m_made;  ///< innermost first
};

void write_complete(const fs::path& folder, const Plan& plan, bool overwrite, const Write& write, const Progress& progress) {
    std::error_code ignored;
    const bool is_new = !fs::exists(folder, ignored);
    if (!is_new && !fs::is_directory(folder, ignored)) throw write_failure(folder, reason_of(ENOTDIR));
    if (!is_new) refuse_existing(folder, plan, overwrite);
    Parents parents{folder};
    TempFolder temp{is_new ? folder.parent_path() : folder};
    write(temp.path(), folder, progress);
    progress.at(1.0);
    put_in_place(temp, folder, plan, is_new);
    parents.keep();
}

struct Part {
    Table table;
    ShapefilePart part;
};

Plan shapefile_plan(const std::vector<Table>& tables, const std::vector<Part>& parts) {
    Plan plan;
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

Plan export_shapefiles(const ExportRequest& request, const fs::path& folder, const Project& project, const Results& results,
                       std::vector<Finding>& findings, const Progress& progress) {
    const DbfEncoder encoder{dbf_encoding_name(request.encoding)};
    auto tables = export_tables(project, results);
    std::vector<Part> parts;
    for (Table& table : tables) {
        table = without_source(std::move(table));
        for (ShapefilePart& part : shapefile_parts(table)) parts.push_back({table, std::move(part)});
    }
    Plan plan = shapefile_plan(tables, parts);
    std::vector<Finding> found;
    const Write write = [&](const fs::path& temp, const fs::path& target, const Progress& all) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            write_shapefile(temp, target, parts[i].table, parts[i].part, project.inputs.crs, encoder, found, share(all, i, parts.size()));
        }
        write_styles(temp, target, plan);
    };
    write_complete(folder, plan, request.overwrite, write, progress);
    findings.insert(findings.end(), found.begin(), found.end());
    return plan;
}

Plan export_geojson(const ExportRequest& request, const fs::path& folder, const Project& project, const Results& results,
                    const Progress& progress) {
    const auto tables = export_tables(project, results);
    Plan plan;
    for (const Table& table : tables) plan.names.push_back(table.name + ".geojson");
    add_styles(plan);
    const Write write = [&](const fs::path& temp, const fs::path& target, const Progress& all) {
        for (std::size_t i = 0; i < tables.size(); ++i) {
            const std::string name = tables[i].name + ".geojson";
            write_geojson(temp / name, target / name, tables[i], project.inputs.crs, share(all, i, tables.size()));
        }
        write_styles(temp, target, plan);
    };
    write_complete(folder, plan, request.overwrite, write, progress);
    return plan;
}

Plan export_gpkg(const ExportRequest& request, const fs::path& folder, const Project& project, const Results& results,
                 const Progress& progress) {
    auto tables = export_tables(project, results);
    std::ranges::move(geopackage_tables(project, results), std::back_inserter(tables));
    Plan plan{{file_stem(request.name) + ".gpkg"}, {}};
    const Write write = [&](const fs::path& temp, const fs::path& target, const Progress& all) {
        write_gpkg(temp / plan.names.front(), target / plan.names.front(), tables, project.inputs.crs, all);
    };
    write_complete(folder, plan, request.overwrite, write, progress);
    return plan;
}

}  // namespace

std::vector<fs::path> export_files(const ExportRequest& request, const Project& project, const Results& all_results,
                                   std::vector<Finding>& findings, const Progress& progress) {
    const fs::path folder = resolved(request.folder.empty() ? "." : request.folder);
    std::optional<Results> chosen;
    if (request.phase) chosen = of_phase(all_results, phase_id(*request.phase));
    const Results& results = chosen ? *chosen : all_results;
    Plan plan;
    switch (request.format) {
        case ExportFormat::Shapefile: plan = export_shapefiles(request, folder, project, results, findings, progress); break;
        case ExportFormat::GeoPackage: plan = export_gpkg(request, folder, project, results, progress); break;
        case ExportFormat::GeoJson: plan = export_geojson(request, folder, project, results, progress); break;
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
