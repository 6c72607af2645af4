#include "tests/geo/geometry/jts/cases.hpp"

#include "geo/io/geometry_conversion.hpp"

#include <cpl_error.h>
#include <cpl_minixml.h>
#include <ogr_api.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <map>
#include <memory>

namespace geo::jts {
namespace {

namespace fs = std::filesystem;

std::string trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t\r\n");
    return from == std::string_view::npos ? "" : std::string{text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1)};
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::vector<unsigned char> bytes_of_hex(const std::string& hex) {
    std::vector<unsigned char> bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        unsigned byte = 0;
        std::from_chars(hex.data() + i, hex.data() + i + 2, byte, 16);
        bytes.push_back(static_cast<unsigned char>(byte));
    }
    return bytes;
}

/// PostGIS writes the number of the CRS behind the type, which GDAL does not expect.
void drop_srid(std::vector<unsigned char>& wkb) {
    constexpr unsigned char srid_flag = 0x20;  // of a little-endian type's last byte
    if (wkb.size() < 9 || wkb[0] != 1 || !(wkb[4] & srid_flag)) return;
    wkb[4] = static_cast<unsigned char>(wkb[4] & ~srid_flag);
    wkb.erase(wkb.begin() + 5, wkb.begin() + 9);
}

/// WKT, or WKB in hexadecimal digits.
std::optional<Shape> shape_of(const std::string& text) {
    OGRGeometryH geometry = nullptr;
    const bool is_hex = !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isxdigit(c) != 0; });
    if (is_hex) {
        auto bytes = bytes_of_hex(text);
        drop_srid(bytes);
        OGR_G_CreateFromWkb(bytes.data(), nullptr, &geometry, static_cast<int>(bytes.size()));
    } else {
        std::string copy = text;
        for (auto at = copy.find("LINEARRING"); at != std::string::npos; at = copy.find("LINEARRING")) copy.replace(at, 10, "LINESTRING");
        char* at = copy.data();
        OGR_G_CreateFromWkt(&at, nullptr, &geometry);
    }
    if (!geometry) return std::nullopt;
    Shape shape;
    reading::add_geometry(shape, geometry);
    OGR_G_DestroyGeometry(geometry);
    return shape;
}

struct DestroyXml {
    void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};

std::vector<CPLXMLNode*> children(CPLXMLNode* parent, const char* name) {
    std::vector<CPLXMLNode*> found;
    for (CPLXMLNode* node = parent->psChild; node; node = node->psNext)
        if (node->eType == CXT_Element && std::string_view{node->pszValue} == name) found.push_back(node);
    return found;
}

/// `unionNG`, `unionSR` … name the overlay that JTS is to use; here they are the operation, the latter on a grid.
void name_operation(Case& one, std::string name) {
    name = lower(std::move(name));
    for (const char* suffix : {"ng", "sr"}) {
        for (const char* overlay : {"union", "intersection", "difference", "symdifference"}) {
            if (name != std::string{overlay} + suffix) continue;
            if (std::string_view{suffix} == "sr") one.grid = 1.0;
            name = overlay;
        }
    }
    one.operation = std::move(name);
}

bool read_operation(Case& one, CPLXMLNode* op, const std::map<std::string, std::string>& operands) {
    name_operation(one, CPLGetXMLValue(op, "name", ""));
    int shapes = 0;
    for (const char* key : {"arg1", "arg2", "arg3"}) {
        const std::string argument = trimmed(CPLGetXMLValue(op, key, ""));
        if (argument.empty()) continue;
        one.name += " " + argument;
        if (const auto operand = operands.find(lower(argument)); operand != operands.end()) {
            const auto shape = shape_of(operand->second);
            if (!shape) return false;
            (shapes++ == 0 ? one.a : one.b) = *shape;
        } else {
            one.numbers.push_back(std::strtod(argument.c_str(), nullptr));
        }
    }
    one.expected = trimmed(CPLGetXMLValue(op, "", ""));
    if (!one.expected.empty()) one.shape = shape_of(one.expected);
    return true;
}

}  // namespace

Suite read_suite(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator{folder})
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
    std::ranges::sort(files);

    Suite suite;
    CPLPushErrorHandler(CPLQuietErrorHandler);
    for (const fs::path& file : files) {
        const std::unique_ptr<CPLXMLNode, DestroyXml> xml{CPLParseXMLFile(file.c_str())};
        CPLXMLNode* run = xml ? CPLGetXMLNode(xml.get(), "=run") : nullptr;
        if (!run) {
            ++suite.unreadable;
            continue;
        }
        const double scale = std::strtod(CPLGetXMLValue(run, "precisionModel.scale", "0"), nullptr);
        int number = 0;
        for (CPLXMLNode* group : children(run, "case")) {
            ++number;
            std::map<std::string, std::string> operands;
            for (const char* key : {"a", "b"})
                if (CPLXMLNode* operand = CPLGetXMLNode(group, key)) operands[key] = trimmed(CPLGetXMLValue(operand, "", ""));
            for (CPLXMLNode* tested : children(group, "test")) {
                for (CPLXMLNode* op : children(tested, "op")) {
                    Case one{.file = fs::relative(file, folder).generic_string(), .name = {}, .operation = {}, .grid = scale > 0 ? 1 / scale : 0.0,
                              .a = {}, .b = {}, .numbers = {}, .expected = {}, .shape = {}};
                    one.name = one.file + " " + std::to_string(number) + " " + CPLGetXMLValue(op, "name", "");
                    if (read_operation(one, op, operands)) suite.cases.push_back(std::move(one));
                    else ++suite.unreadable;
                }
            }
        }
    }
    CPLPopErrorHandler();
    return suite;
}

std::optional<fs::path> folder_of_cases() {
    const char* real = std::getenv("ANCHONG_REAL_DATA");
    if (!real || !*real) return std::nullopt;
    return fs::path{real} / "geomtests";
}

}  // namespace geo::jts
