#include "geo/checks/duties.hpp"
#include "geo/io/exported_file.hpp"
#include "geo/io/output_folder.hpp"
#include "geo/io/workbook.hpp"
#include "geo/report/certificate_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace geo {
namespace {

using nlohmann::json;

std::vector<Sheet> sheets_of(const CertificateDocument& document) {
    std::vector<CertificateTable> tables = certificate_tables(document);
    // What a reader looks for first comes first.
    constexpr std::string_view order[] = {"sites", "clearances", "checks", "header", "inputs", "rules", "ground"};
    std::ranges::stable_sort(tables, {}, [&](const CertificateTable& t) { return std::ranges::find(order, t.key) - std::begin(order); });
    std::vector<Sheet> sheets;
    for (CertificateTable& table : tables) {
        Sheet sheet{.name = table.title.zh, .columns = {}, .rows = std::move(table.rows)};
        for (const CertificateColumn& c : table.columns) sheet.columns.push_back({std::string{c.key}, c.title, c.width, c.type == FieldType::Real ? "0.000" : ""});
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

/// A cell of a sheet by the column's type; what is no number where one should be stays text, which its reader refuses.
Value cell_value(const std::string& cell, FieldType type) {
    if (type == FieldType::Text) return cell;
    if (cell.empty()) return {};
    char* end = nullptr;
    const double number = std::strtod(cell.c_str(), &end);
    return *end == '\0' ? Value{number} : Value{cell};
}

std::vector<CertificateTable> tables_of(const std::vector<SheetText>& sheets, const std::filesystem::path& file) {
    std::vector<CertificateTable> tables = certificate_tables(CertificateDocument{});
    std::erase_if(tables, [&](CertificateTable& table) {
        const auto sheet = std::ranges::find(sheets, table.title.zh, &SheetText::name);
        if (sheet == sheets.end()) return true;
        table.rows.clear();
        for (const std::vector<std::string>& cells : sheet->rows) {
            std::vector<Value>& row = table.rows.emplace_back();
            for (const CertificateColumn& column : table.columns) {
                const auto at = static_cast<std::size_t>(std::ranges::find(sheet->keys, column.key) - sheet->keys.begin());
                row.push_back(at < cells.size() ? cell_value(cells[at], column.type) : Value{});
            }
        }
        return false;
    });
    if (tables.empty() || tables.front().key != "header")
        throw InvalidInput{say("{} 是工作簿，但不是安充的证书。证书由 anchong export --format xlsx 写出。",
                               "{} is a workbook but no certificate of Anchong. anchong export --format xlsx writes one.", file.string())};
    return tables;
}

CertificateDocument from_geopackage(const std::filesystem::path& file) {
    const ExportedCertificate exported = read_exported_certificate(file);
    CertificateDocument sites;
    sites.sites = exported.results.sites;
    // The list of what charging indoors takes belongs to compounds without a site, which a certificate does not speak of.
    for (const CheckRow& row : exported.results.checks)
        if (!row.site_id.starts_with(compound_row_id({}))) sites.checks.push_back(row);
    for (const ClearanceRow& row : exported.results.clearances) sites.clearances.push_back({row, {}, {}, {}, {}});
    std::vector<CertificateTable> tables = certificate_tables(sites);
    std::erase_if(tables, [](const CertificateTable& table) { return table.key == "rules"; });
    for (CertificateTable& table : tables) {
        if (table.key == "header") {
            table.rows.clear();
            for (const auto& [key, value] : exported.header) table.rows.push_back({key, std::string{}, value});
        }
        if (table.key == "inputs")
            if (const auto it = exported.header.find("inputs"); it != exported.header.end()) read_rows(json::parse(it->second, nullptr, false), table);
    }
    CertificateDocument document = certificate_from(tables, file);
    document.is_full = false;
    return document;
}

std::string beginning_of(const std::filesystem::path& file) {
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored))
        throw SourceError{say("{} 是文件夹，请写出其中的证书文件（.json 或 .xlsx）。", "{} is a folder: name the certificate in it (.json or .xlsx).", file.string())};
    if (!std::filesystem::is_regular_file(file, ignored)) throw SourceError{say("找不到文件 {}。", "The file {} does not exist.", file.string())};
    std::ifstream in{file, std::ios::binary};
    std::string text(512, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (in.bad() || !in.is_open()) throw SourceError{say("无法读取 {}。请检查权限。", "{} cannot be read. Check its permissions.", file.string())};
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

json json_of(const std::filesystem::path& file) {
    // Nested deeper than any certificate is only meant to end the program.
    constexpr int deepest = 64;
    std::ifstream in{file, std::ios::binary};
    try {
        return json::parse(in, [](int depth, json::parse_event_t, const json&) {
            if (depth > deepest) throw std::runtime_error{"nested too deep"};
            return true;
        });
    } catch (const std::exception& error) {
        throw SourceError{say("{} 不是完整的 JSON（{}）。请重新索取文件。", "{} is no complete JSON ({}). Ask for the file again.", file.string(), error.what())};
    }
}

}  // namespace

std::vector<std::pair<std::string, std::string>> certificate_header(const CertificateDocument& document) {
    std::vector<std::pair<std::string, std::string>> header;
    for (const CertificateTable& table : certificate_tables(document)) {
        if (table.key == "header")
            for (const auto& row : table.rows) header.emplace_back(std::get<std::string>(row[0]), std::get<std::string>(row[2]));
        if (table.key == "inputs") header.emplace_back("inputs", rows_json(table).dump());
    }
    return header;
}

std::filesystem::path write_certificate(const CertificateDocument& document, CertificateFormat format, const std::filesystem::path& folder, const std::string& name, bool overwrite,
                                        const Progress& progress) {
    const std::string file = file_stem(name) + "-certificate" + (format == CertificateFormat::Json ? ".json" : ".xlsx");
    const WriteInto write = [&](const std::filesystem::path& temp, const std::filesystem::path& target, const Progress&) {
        if (format == CertificateFormat::Json) return write_text_into(temp / file, target / file, certificate_json(document).dump(1, ' ', false, json::error_handler_t::replace) + "\n");
        write_workbook(temp / file, target / file, {"净距证书", "Certificate of clearances"}, sheets_of(document));
    };
    write_folder(folder, {{file}, {}, {}}, overwrite, write, progress);
    return folder / file;
}

CertificateDocument read_certificate(const std::filesystem::path& file) {
    const std::string beginning = beginning_of(file);
    if (beginning.starts_with("SQLite format 3")) return from_geopackage(file);
    if (beginning.starts_with("PK")) return certificate_from(tables_of(read_workbook(file), file), file);
    const auto first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != std::string::npos && beginning[first] == '{') return certificate_from(certificate_tables(json_of(file), file), file);
    throw InvalidInput{say("{} 不是安充的证书：应为 JSON、XLSX 或 GeoPackage。", "{} is no certificate of Anchong, which is JSON, XLSX or a GeoPackage.", file.string())};
}

}  // namespace geo
