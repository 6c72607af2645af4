#include "geo/io/source_file.hpp"

#include "geo/core/error.hpp"
#include "geo/io/dbf_file.hpp"
#include "geo/io/json_beginning.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>

#include <atomic>
#include <cstdlib>
#include <fstream>

namespace geo::reading {
namespace {

namespace fs = std::filesystem;

/// A folder of its own in the system's temporary folder, removed at the end.
class ScratchFolder {
   public:
    ScratchFolder() {
        std::string pattern = (fs::temp_directory_path() / "anchong-XXXXXX").string();
        if (!mkdtemp(pattern.data()))
            throw SourceError{say("无法在 {} 中建立临时文件夹。请检查磁盘空间和权限。",
                                  "Cannot make a temporary folder in {}. Check disk space and permissions.",
                                  fs::temp_directory_path().string())};
        m_path = pattern;
    }
    ~ScratchFolder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    const fs::path& path() const { return m_path; }

   private:
    fs::path m_path;
};

/// A text as a file that GDAL can open, without a disk.
struct MemoryFile {
    std::string name;
    std::string text;
    MemoryFile(std::string content, const std::string& last_name) : text{std::move(content)} {
        static std::atomic<int> count{0};
        name = "/vsimem/anchong-source-" + std::to_string(++count) + "/" + last_name;
        VSIFCloseL(VSIFileFromMemBuffer(name.c_str(), reinterpret_cast<GByte*>(text.data()), text.size(), 0));
    }
    ~MemoryFile() { VSIUnlink(name.c_str()); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
};

std::string lower_extension(const fs::path& file) {
    std::string ending = file.extension().string();
    for (char& c : ending)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return ending;
}

// The file beside `file` with another extension, in whatever case it is written.
std::optional<fs::path> sibling(const fs::path& file, const std::string& ending) {
    std::string upper = ending;
    for (char& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    for (const std::string& e : {ending, upper}) {
        fs::path other = file;
        other.replace_extension(e);
        std::error_code ignored;
        if (fs::is_regular_file(other, ignored)) return other;
    }
    return std::nullopt;
}

[[noreturn]] void refuse(const std::string& shown) {
    const std::string said = last_gdal_message();
    const std::string more = said.empty() ? "" : " (" + said + ")";
    throw SourceError{say("无法读取 {}：不是可用的 Shapefile、GeoPackage、GeoJSON 或 CSV，或文件已损坏{}。请检查文件，或另存为 GeoPackage 后再导入。",
                          "Cannot read {}: no usable shapefile, GeoPackage, GeoJSON or CSV, or damaged{}. Check the file, or save it "
                          "as a GeoPackage and import that.",
                          shown, more)};
}

// A path as valid UTF-8, as messages need it.
std::string shown_path(const fs::path& path) { return Decoder{*encoding_named("UTF-8")}(path.string()); }

void check_path(const fs::path& file) {
    const std::string text = shown_path(file);
    const bool is_virtual = text.starts_with("/vsi") || text.find("://") != std::string::npos || text.find('\0') != std::string::npos;
    if (is_virtual)
        throw SourceError{say("不允许读取 {}：只能读取本机文件。请先下载或解压。",
                              "Reading {} is not allowed: only files of this computer are. Download or unpack it first.", text)};
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (!fs::exists(status))
        throw SourceError{say("无法读取 {}：文件不存在。请检查路径。", "Cannot read {}: there is no such file. Check the path.", text)};
    if (fs::is_directory(status))
        throw SourceError{say("无法读取 {}：这是文件夹。请指定其中的文件。", "Cannot read {}: it is a folder. Name a file in it.", text)};
    if (!fs::is_regular_file(status) || !std::ifstream{file, std::ios::binary})
        throw SourceError{say("无法读取 {}：没有读取权限，或不是普通文件。", "Cannot read {}: no permission, or not a regular file.", text)};
    if (fs::file_size(file, error) == 0)
        throw SourceError{say("无法读取 {}：文件是空的（0 字节）。", "Cannot read {}: the file is empty (0 bytes).", text)};
}

Encoding wanted_encoding(const std::string& word, const std::string& shown) {
    if (auto encoding = encoding_named(word)) return *encoding;
    throw InvalidInput{say("读取 {}：不认识编码“{}”。可用 GBK、GB18030、UTF-8、Big5 等。",
                           "Reading {}: the encoding \"{}\" is not known. Use GBK, GB18030, UTF-8, Big5 or the like.", shown, word)};
}

std::string read_all(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

std::string read_beginning(const fs::path& file, std::uintmax_t bytes) {
    std::string text(bytes, '\0');
    std::ifstream in{file, std::ios::binary};
    in.read(text.data(), static_cast<std::streamsize>(bytes));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

// ---- shapefiles -------------------------------------------------------------------------------------------------------

/// Sets one of GDAL's options for this thread for a while.
class ThreadOption {
   public:
    ThreadOption(const char* key, const char* value) : m_key{key} { CPLSetThreadLocalConfigOption(key, value); }
    ~ThreadOption() { CPLSetThreadLocalConfigOption(m_key, nullptr); }
    ThreadOption(const ThreadOption&) = delete;
    ThreadOption& operator=(const ThreadOption&) = delete;

   private:
    const char* m_key;
};

void add(SourceFile& source, const char* code, Message text) { source.findings.push_back({code, source.shown, "", std::move(text)}); }

// Opens the files through links in a folder where GDAL may write a new index.
// `dbf` stands in for the file's own, unless empty.
Dataset open_through_links(SourceFile& source, const fs::path& file, const std::optional<std::string>& dbf,
                           const std::vector<std::string>& options) {
    auto folder = std::make_shared<ScratchFolder>();
    for (const std::string ending : {".shp", ".shx", ".dbf", ".prj"}) {
        if (dbf && ending == ".dbf") continue;
        std::error_code ignored;
        if (const auto other = sibling(file, ending)) fs::create_symlink(fs::absolute(*other), folder->path() / ("layer" + ending), ignored);
    }
    if (dbf && !dbf->empty()) std::ofstream{folder->path() / "layer.dbf", std::ios::binary} << *dbf;
    const ThreadOption restore{"SHAPE_RESTORE_SHX", "YES"};
    Dataset dataset = open_allowed((folder->path() / "layer.shp").string(), options);
    if (dataset) source.scratch = std::move(folder);
    return dataset;
}

// Shapes that an index file lists: eight bytes each behind a header of a hundred.
long indexed_shapes(const fs::path& shx) {
    std::error_code ignored;
    const auto size = fs::file_size(shx, ignored);
    constexpr std::uintmax_t largest = 1U << 30U;
    return size < 100 || size > largest ? 0 : static_cast<long>((size - 100) / 8);
}

void note_dbf_state(SourceFile& source, const std::optional<fs::path>& dbf, bool is_whole, long records, bool is_shape) {
    if (!dbf) {
        if (is_shape)
            add(source, "dbf-missing",
                say("{}：缺少同名 .dbf，几何已读入，属性一律未知。请补齐 .dbf 后重新导入。",
                    "{}: there is no .dbf beside it; geometry was read, all attributes are unknown. Supply the .dbf and import again.",
                    source.shown));
    } else if (!is_whole) {
        add(source, "dbf-broken",
            say("{}：.dbf 已损坏或不完整（应有 {} 条记录），读不到的属性按未知处理。请修复 .dbf 后重新导入。",
                "{}: the .dbf is damaged or incomplete ({} records announced); attributes that cannot be read are unknown. Repair the .dbf and import again.",
                source.shown, records));
    }
}

void open_shapefile(SourceFile& source, const fs::path& file, const std::optional<std::string>& wanted, std::uintmax_t most_bytes) {
    source.layer_is_file = true;
    const auto shp = lower_extension(file) == ".dbf" ? sibling(file, ".shp") : std::optional{file};
    const auto dbf = lower_extension(file) == ".dbf" ? std::optional{file} : sibling(file, ".dbf");
    const DbfFacts facts = dbf ? dbf_facts(*dbf, most_bytes) : DbfFacts{};

    FoundEncoding found;
    if (wanted) {
        found.encoding = wanted_encoding(*wanted, source.shown);
        found.from = "option";
    } else {
        std::optional<std::string> cpg;
        if (const auto beside = sibling(file, ".cpg")) cpg = read_all(*beside).substr(0, 64);
        found = dbf_encoding(facts, cpg);
    }
    source.encoding = found.encoding;
    source.encoding_name = found.encoding.name;
    source.encoding_from = found.from;
    if (!found.unknown_word.empty()) {
        const std::string word = Decoder{*encoding_named("UTF-8")}(found.unknown_word.substr(0, found.unknown_word.find_first_of("\r\n")));
        add(source, "encoding-unknown",
            say("{}：.cpg 所写编码“{}”无法识别，已按 {} 读取。文字有误时请用 --encoding 指定。",
                "{}: the encoding \"{}\" in its .cpg is not known; read as {}. Give --encoding if texts look wrong.", source.shown, word,
                found.encoding.name));
    }

    const std::vector<std::string> options{"ENCODING="};  // bytes as they are: we decode
    const bool has_index = shp && sibling(*shp, ".shx");
    const long shapes = has_index ? indexed_shapes(*sibling(*shp, ".shx")) : 0;
    const bool is_short = facts.is_readable && (facts.is_truncated || facts.records < shapes);
    constexpr long affordable = 1L << 30;  // bytes of a padded copy; a tiny index can announce far more
    if (is_short && shapes > 0 && shapes < affordable / facts.record_size) source.dataset = open_through_links(source, *shp, padded_dbf(*dbf, shapes), options);
    if (!source.dataset && (!shp || has_index)) source.dataset = open_allowed(fs::absolute(shp ? *shp : file).string(), options);
    if (!source.dataset && shp) {
        source.dataset = open_through_links(source, *shp, {}, options);
        if (!source.dataset && dbf) source.dataset = open_through_links(source, *shp, "", options);
        if (source.dataset && !has_index)
            add(source, "shx-missing",
                say("{}：缺少 .shx，已由 .shp 重建索引（不写入原文件夹）。", "{}: the .shx is missing; the index was rebuilt from the .shp, without writing beside it.",
                    source.shown));
    }
    if (source.dataset) note_dbf_state(source, dbf, facts.is_readable && !is_short, facts.records, shp.has_value());
}

// ---- CSV --------------------------------------------------------------------------------------------------------------

constexpr std::size_t largest_csv = 1U << 30U;

[[noreturn]] void refuse_size(const std::string& shown) {
    throw SourceError{say("无法读取 {}：CSV 超过 1 GB。请分成几个文件。", "Cannot read {}: a CSV of more than 1 GB. Split it.", shown)};
}

bool is_gzipped(const fs::path& file) { return lower_extension(file) == ".gz"; }

bool is_csv(const fs::path& file) {
    const std::string ending = lower_extension(is_gzipped(file) ? file.stem() : file);
    return ending == ".csv" || ending == ".tsv" || ending == ".txt";
}

/// What a gzip file holds, or its beginning: a small one may hold more than any memory.
std::string unzipped(const fs::path& file, const std::string& shown, std::uintmax_t most_bytes) {
    const ThreadOption no_notes{"CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO"};
    CPLErrorReset();
    const std::string path = "/vsigzip/" + fs::absolute(file).string();
    const std::unique_ptr<VSILFILE, decltype(&VSIFCloseL)> in{VSIFOpenL(path.c_str(), "rb"), VSIFCloseL};
    std::string text;
    for (std::vector<char> part(1U << 20U); in;) {
        const std::size_t count = VSIFReadL(part.data(), 1, part.size(), in.get());
        text.append(part.data(), count);
        if (text.size() > most_bytes) break;
        if (text.size() > largest_csv) refuse_size(shown);
        if (count < part.size()) break;
    }
    if (!in || text.empty() || CPLGetLastErrorType() == CE_Failure)
        throw SourceError{say("无法读取 {}：不是完整的 gzip 文件。请重新下载或压缩。", "Cannot read {}: not a whole gzip file. Download or compress it again.", shown)};
    return text;
}

void open_csv(SourceFile& source, const fs::path& file, const std::optional<std::string>& wanted, std::uintmax_t most_bytes) {
    if (fs::file_size(file) > largest_csv) refuse_size(source.shown);
    const bool is_larger = fs::file_size(file) > most_bytes;
    std::string text = is_gzipped(file) ? unzipped(file, source.shown, most_bytes) : is_larger ? read_beginning(file, most_bytes) : read_all(file);
    source.is_beginning = is_larger || text.size() > most_bytes;
    // A cut row would look like one with empty cells; UTF-16 has its line ends at even bytes.
    if (source.is_beginning) text.resize(text.starts_with("\xFF\xFE") ? text.rfind(std::string{"\n\0", 2}) + 2 : text.rfind('\n') + 1);
    Encoding encoding = *encoding_named("UTF-8");
    if (wanted) {
        encoding = wanted_encoding(*wanted, source.shown);
        source.encoding_from = "option";
    } else if (text.starts_with("\xFF\xFE")) {
        encoding = *encoding_named("UTF-16");
        source.encoding_from = "format";
    } else if (is_utf8(text)) {
        source.encoding_from = "utf8-valid";
    } else {
        encoding = *encoding_named("GBK");
        source.encoding_from = "default";
    }
    source.encoding_name = encoding.name;
    text = Decoder{encoding}(text);
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (text.find('\0') != std::string::npos)
        throw SourceError{say("无法读取 {}：不是文本文件。", "Cannot read {}: it is no text.", source.shown)};
    auto memory = std::make_shared<MemoryFile>(std::move(text), "table.csv");
    source.dataset = open_allowed(memory->name, {"AUTODETECT_TYPE=NO", "HEADERS=YES", "EMPTY_STRING_AS_NULL=YES"});
    source.scratch = std::move(memory);
    source.layer_is_file = true;
}

// ---- GeoJSON ----------------------------------------------------------------------------------------------------------

void open_json(SourceFile& source, const fs::path& file, std::uintmax_t most_bytes) {
    if (fs::file_size(file) > most_bytes) {
        if (auto text = first_features(read_beginning(file, most_bytes))) {
            auto memory = std::make_shared<MemoryFile>(std::move(*text), source.shown);
            source.dataset = open_allowed(memory->name, {});
            source.scratch = std::move(memory);
            source.is_beginning = source.dataset != nullptr;
        }
    }
    if (!source.dataset) source.dataset = open_allowed(fs::absolute(file).string(), {});
    source.crs_is_by_format = true;
}

// ---- GeoPackage -------------------------------------------------------------------------------------------------------

void open_geopackage(SourceFile& source, const fs::path& file) {
    // Changes still in a write-ahead log are invisible to an immutable reader, and reading them writes beside the file.
    const fs::path log = file.string() + "-wal";
    std::error_code ignored;
    if (fs::exists(log, ignored) && fs::file_size(log, ignored) > 0) {
        auto folder = std::make_shared<ScratchFolder>();
        std::error_code error;
        const fs::path copy = folder->path() / "layer.gpkg";
        fs::copy_file(file, copy, error);
        if (!error) fs::copy_file(log, folder->path() / "layer.gpkg-wal", error);
        if (error)
            throw SourceError{say("无法读取 {}：不能复制到临时文件夹（磁盘已满？）。", "Cannot read {}: it cannot be copied to the temporary folder (disk full?).",
                                  source.shown)};
        source.dataset = open_allowed(copy.string(), {});
        source.scratch = std::move(folder);
        return;
    }
    fs::path path = fs::absolute(file);
    if (path.string().find('%') != std::string::npos) {
        // GDAL 3.6 hands the name to SQLite as a URI without escaping it.
        auto folder = std::make_shared<ScratchFolder>();
        fs::create_symlink(path, folder->path() / "layer.gpkg", ignored);
        path = folder->path() / "layer.gpkg";
        source.scratch = std::move(folder);
    }
    source.dataset = open_allowed(path.string(), {"IMMUTABLE=YES"});
}

}  // namespace

SourceFile open_source(const fs::path& file, const std::optional<std::string>& encoding, std::uintmax_t most_bytes) {
    check_path(file);
    SourceFile source;
    source.shown = shown_path(file.filename());
    source.encoding = *encoding_named("UTF-8");
    source.encoding_name = "UTF-8";
    source.encoding_from = "format";
    const std::string ending = lower_extension(file);
    if (ending == ".shp" || ending == ".shx" || ending == ".dbf") {
        open_shapefile(source, ending == ".shx" ? sibling(file, ".shp").value_or(file) : file, encoding, most_bytes);
    } else if (is_csv(file)) {
        open_csv(source, file, encoding, most_bytes);
    } else if (ending == ".gpkg") {
        open_geopackage(source, file);
    } else if (ending == ".json" || ending == ".geojson") {
        open_json(source, file, most_bytes);
    } else {
        source.dataset = open_allowed(fs::absolute(file).string(), {});
        source.crs_is_by_format = ending == ".kml";
    }
    if (!source.dataset) refuse(source.shown);
    return source;
}

}  // namespace geo::reading
