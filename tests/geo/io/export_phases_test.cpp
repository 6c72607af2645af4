#include "geo/io/export_file.hpp"

#include "geo/io/export_tables.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/ogr_rows.hpp"
#include "io_fixtures.hpp"

#include <cpl_minixml.h>
#include <gdal.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <ogr_api.h>

#include <regex>
#include <set>

using namespace geo;
using namespace geo::storage;
using namespace io_fixtures;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

constexpr ExportFormat formats[] = {ExportFormat::Shapefile, ExportFormat::GeoJson, ExportFormat::GeoPackage};

/// One site in the pilot, one in the second rollout, one in none.
Results phased_results() {
    Results results = small_results();
    const Results one = results;
    for (const std::string id : {"S2", "S3"}) {
        results.sites.push_back(one.sites.front());
        results.sites.back().id = id;
        for (Bay& bay : results.sites.back().bays) bay.site_id = id;
        for (ClearanceRow row : one.clearances) row.site_id = id, results.clearances.push_back(row);
        for (CheckRow row : one.checks) row.site_id = id, results.checks.push_back(row);
    }
    results.sites[0].phase = "pilot";
    results.sites[1].phase = "rollout-2";
    return results;
}

std::vector<Finding> export_phase(const std::filesystem::path& folder, ExportFormat format, std::optional<int> phase) {
    std::vector<Finding> findings;
    export_files({.format = format, .encoding = "GBK", .folder = folder, .name = "town", .overwrite = true, .phase = phase}, small_town(), phased_results(), findings);
    return findings;
}

std::vector<std::string> texts_of(const std::filesystem::path& folder, ExportFormat format, const std::string& table, const std::string& column) {
    register_gdal();
    const bool is_plain = table == "clearances" || table == "checks";
    const auto file = format == ExportFormat::GeoPackage ? folder / "town.gpkg"
                      : format == ExportFormat::GeoJson  ? folder / (table + ".geojson")
                                                         : folder / (table + (is_plain ? ".dbf" : ".shp"));
    const Dataset dataset{GDALOpenEx(file.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr)};
    std::vector<std::string> texts;
    if (!dataset) {
        ADD_FAILURE() << "cannot open " << file;
        return texts;
    }
    OGRLayerH layer = GDALDatasetGetLayerByName(dataset.get(), table.c_str());
    if (OGR_L_GetFeatureCount(layer, TRUE) == 0) return texts;  // Without features GeoJSON has no columns.
    for (const Row& row : read_rows(layer, {{column, FieldType::Text}})) {
        const auto* text = std::get_if<std::string>(&row.values[0]);
        texts.push_back(text ? *text : "");
    }
    return texts;
}

std::string style(const std::string& name) {
    for (const embedded::File& file : embedded::qgis_styles())
        if (file.name == name) return std::string{file.text};
    return {};
}

/// Colours of a style with their opacities left out, as `#RRGGBB`.
std::set<std::string> colours_of(const std::string& qml) {
    std::set<std::string> colours;
    const std::regex numbers{R"re("(\d+),(\d+),(\d+),\d+")re"}, word{"#[0-9A-F]{6}"};
    for (std::sregex_iterator i{qml.begin(), qml.end(), numbers}, end; i != end; ++i) {
        colours.insert(fmt::format("#{:02X}{:02X}{:02X}", std::stoi((*i)[1]), std::stoi((*i)[2]), std::stoi((*i)[3])));
    }
    for (std::sregex_iterator i{qml.begin(), qml.end(), word}, end; i != end; ++i) colours.insert(i->str());
    return colours;
}

nlohmann::json map_layer(const std::string& id) {
    const auto map = nlohmann::json::parse(bytes_of(std::filesystem::path{ANCHONG_STYLES} / "map" / "anchong.json"));
    for (const auto& layer : map["layers"])
        if (layer["id"] == id) return layer;
    ADD_FAILURE() << "no layer " << id;
    return {};
}

/// The part of a style that shows the n-th category.
std::string symbol(const std::string& qml, int n) {
    const auto from = qml.find(fmt::format("<symbol name=\"{}\"", n));
    return qml.substr(from, qml.find("</symbol>", from) - from);
}

/// How QGIS writes a colour, with its opacity.
std::string as_numbers(const std::string& colour, double opacity = 1.0) {
    const auto part = [&](std::size_t at) { return std::stoi(colour.substr(at, 2), nullptr, 16); };
    return fmt::format("\"{},{},{},{:.0f}\"", part(1), part(3), part(5), opacity * 255);
}

}  // namespace

TEST(ExportPhases, CompoundsTellTheirPhaseInEveryFormat) {
    const Folder folder;
    for (const ExportFormat format : formats) {
        EXPECT_THAT(export_phase(folder / "out", format, std::nullopt), IsEmpty());
        EXPECT_THAT(texts_of(folder / "out", format, "compound", "phase"), ElementsAre("pilot"));
        EXPECT_THAT(texts_of(folder / "out", format, "compound", "derived"), ElementsAre("0")) << "the other columns stay";
        EXPECT_THAT(texts_of(folder / "out", format, "compound", "is_hull"), ElementsAre("0"));
        EXPECT_THAT(texts_of(folder / "out", format, "sites", "phase"), ElementsAre("pilot", "rollout-2", ""));
    }
}

TEST(ExportPhases, ACompoundInNoPhaseSaysNothing) {
    const Folder folder;
    Project town = small_town();
    town.phasing.compounds.clear();
    std::vector<Finding> findings;
    export_files({.format = ExportFormat::GeoJson, .encoding = "", .folder = folder / "out", .name = "town"}, town, small_results(), findings);
    EXPECT_THAT(texts_of(folder / "out", ExportFormat::GeoJson, "compound", "phase"), ElementsAre(""));
}

TEST(ExportPhases, AGeoPackageListsThePhases) {
    const Folder folder;
    export_phase(folder / "out", ExportFormat::GeoPackage, std::nullopt);
    const auto of = [&](const char* column) { return texts_of(folder / "out", ExportFormat::GeoPackage, "phases", column); };
    EXPECT_THAT(of("phase"), ElementsAre("pilot", "rollout-1"));
    EXPECT_THAT(of("rank"), ElementsAre("0", "1"));
    EXPECT_THAT(of("name"), ElementsAre("试点's", "推广 1"));
    EXPECT_THAT(of("begins"), ElementsAre("2026-03-01", ""));
    EXPECT_THAT(of("ends"), ElementsAre("2026-06-30", ""));
    EXPECT_THAT(of("budget"), ElementsAre("120000.5", ""));
}

TEST(ExportPhases, OnePhaseHasItsSitesAloneWithWhatIsTheirs) {
    const Folder folder;
    for (const ExportFormat format : formats) {
        EXPECT_THAT(export_phase(folder / "out", format, 2), IsEmpty());
        EXPECT_THAT(texts_of(folder / "out", format, "sites", "site_id"), ElementsAre("S2"));
        EXPECT_THAT(texts_of(folder / "out", format, "bays", "site_id"), ElementsAre("S2", "S2", "S2"));
        EXPECT_THAT(texts_of(folder / "out", format, "clearances", "site_id"), ElementsAre("S2", "S2"));
        EXPECT_THAT(texts_of(folder / "out", format, "checks", "site_id"), ElementsAre("S2", "S2"));
        EXPECT_THAT(texts_of(folder / "out", format, "zones", "zone_id"), ElementsAre("C1-1", "C1-1", "C1-2")) << "ground is of no phase";
        EXPECT_THAT(texts_of(folder / "out", format, "building", "id"), ElementsAre("B1", "B2"));
    }
}

TEST(ExportPhases, APhaseWithoutSitesIsAFinding) {
    const Folder folder;
    for (const ExportFormat format : formats) {
        const auto findings = export_phase(folder / "out", format, 1);
        ASSERT_EQ(findings.size(), 1u);
        EXPECT_EQ(findings[0].code, "no-site-in-phase");
        EXPECT_EQ(findings[0].feature, "rollout-1");
        EXPECT_THAT(findings[0].text.en, HasSubstr("Rollout 1"));
        EXPECT_THAT(texts_of(folder / "out", format, "sites", "site_id"), IsEmpty());
    }
}

TEST(ExportPhases, StylesLieBesideAndInsideWhatTheyShow) {
    const Folder folder;
    const std::string sites = style("sites.qml"), zones = style("zones.qml");
    ASSERT_THAT(sites, HasSubstr("categorizedSymbol"));
    for (const ExportFormat format : {ExportFormat::Shapefile, ExportFormat::GeoJson}) {
        const auto out = folder / (format == ExportFormat::Shapefile ? "shp" : "json");
        export_phase(out, format, std::nullopt);
        EXPECT_EQ(bytes_of(out / "sites.qml"), sites);
        EXPECT_EQ(bytes_of(out / "zones.qml"), zones);
    }
    export_phase(folder / "out", ExportFormat::GeoPackage, std::nullopt);
    const auto of = [&](const char* column) { return texts_of(folder / "out", ExportFormat::GeoPackage, "layer_styles", column); };
    EXPECT_THAT(of("f_table_name"), ElementsAre("sites", "zones"));
    EXPECT_THAT(of("f_geometry_column"), ElementsAre("geom", "geom"));
    EXPECT_THAT(of("styleQML"), ElementsAre(sites, zones));
    EXPECT_THAT(of("useAsDefault"), ElementsAre("1", "1"));
}

// Shapefiles and GeoJSON in one folder share the style; one that somebody changed is not replaced unasked.
TEST(ExportPhases, TheSameStyleIsInNobodysWay) {
    const Folder folder;
    const auto export_unasked = [&](ExportFormat format) {
        std::vector<Finding> findings;
        export_files({.format = format, .encoding = "UTF-8", .folder = folder.path(), .name = "town"}, small_town(), small_results(), findings);
    };
    export_unasked(ExportFormat::Shapefile);
    export_unasked(ExportFormat::GeoJson);
    for (const auto& entry : std::filesystem::directory_iterator{folder.path()})
        if (entry.path().extension() == ".geojson") std::filesystem::remove(entry.path());
    std::ofstream{folder / "sites.qml", std::ios::app} << "<!-- mine -->";
    try {
        export_unasked(ExportFormat::GeoJson);
        ADD_FAILURE() << "a style of the user's was replaced";
    } catch (const OutputError& error) {
        EXPECT_THAT(error.message().en, HasSubstr("sites.qml"));
        EXPECT_THAT(error.message().en, Not(HasSubstr("zones.qml")));
    }
    EXPECT_THAT(bytes_of(folder / "sites.qml"), HasSubstr("mine"));
}

// What QGIS asks of a renderer: each category has a symbol of its own, each symbol layers that are simple fills.
TEST(ExportPhases, StylesAreWholeDocuments) {
    for (const embedded::File& file : embedded::qgis_styles()) {
        const std::unique_ptr<CPLXMLNode, decltype(&CPLDestroyXMLNode)> document{CPLParseXMLString(std::string{file.text}.c_str()), &CPLDestroyXMLNode};
        ASSERT_TRUE(document) << file.name;
        CPLXMLNode* renderer = CPLGetXMLNode(document.get(), "=qgis.renderer-v2");
        ASSERT_TRUE(renderer) << file.name;
        EXPECT_STREQ(CPLGetXMLValue(renderer, "type", ""), "categorizedSymbol");
        const auto named = [](CPLXMLNode* parent, const char* element, const char* attribute) {
            std::vector<std::string> names;
            for (CPLXMLNode* node = parent->psChild; node; node = node->psNext)
                if (node->eType == CXT_Element && std::string{node->pszValue} == element) names.emplace_back(CPLGetXMLValue(node, attribute, ""));
            return names;
        };
        const auto used = named(CPLGetXMLNode(renderer, "categories"), "category", "symbol");
        CPLXMLNode* symbols = CPLGetXMLNode(renderer, "symbols");
        EXPECT_GE(used.size(), 2u) << file.name;
        EXPECT_EQ(used, named(symbols, "symbol", "name")) << file.name;
        for (CPLXMLNode* symbol = symbols->psChild; symbol; symbol = symbol->psNext) {
            EXPECT_STREQ(CPLGetXMLValue(symbol, "type", ""), "fill");
            EXPECT_THAT(named(symbol, "layer", "class"), testing::AllOf(Not(IsEmpty()), testing::Each("SimpleFill"))) << file.name;
        }
    }
}

TEST(ExportPhases, StylesHaveTheColoursOfTheMap) {
    const std::string sites = style("sites.qml"), zones = style("zones.qml");
    const std::pair<const char*, const char*> phases[] = {{"phase-pilot", "pilot"}, {"phase-1", "rollout-1"}, {"phase-2", "rollout-2"}, {"phase-later", "later"}};
    std::set<std::string> meant;
    int n = 0;
    for (const auto& [id, value] : phases) {
        const auto layer = map_layer(id);
        EXPECT_THAT(sites, HasSubstr(fmt::format("<category symbol=\"{}\" value=\"{}\"", n, value)));
        EXPECT_THAT(sites, HasSubstr(fmt::format("{} {}\"", layer["legend"]["zh"].get<std::string>(), layer["legend"]["en"].get<std::string>())));
        const std::string fill = layer["paint"]["fill"], glyph = layer["marker"]["glyph_colour"];
        const std::string shown = symbol(sites, n++);
        EXPECT_THAT(shown, HasSubstr("name=\"color\" type=\"QString\" value=" + as_numbers(fill)));
        EXPECT_THAT(shown, HasSubstr("name=\"color\" type=\"QString\" value=" + as_numbers(glyph)));
        meant.insert({fill, glyph});
    }
    const std::pair<const char*, const char*> verdicts[] = {{"sites-complies", "'符合' THEN '{}'"}, {"sites-fails", "'不符合' THEN '{}'"}, {"sites-to_verify", "ELSE '{}'"}};
    for (const auto& [id, place] : verdicts) {
        const std::string stroke = map_layer(id)["paint"]["stroke"];
        EXPECT_THAT(sites, HasSubstr(fmt::format(fmt::runtime(place), stroke)));
        meant.insert(stroke);
    }
    EXPECT_EQ(colours_of(sites), meant) << "no colour that the map does not have";

    n = 0;
    for (const char* id : {"zones-legal", "zones-robust"}) {
        const auto paint = map_layer(id)["paint"];
        const std::string shown = symbol(zones, n++);
        EXPECT_THAT(shown, HasSubstr("name=\"color\" type=\"QString\" value=" + as_numbers(paint["fill"], paint["fill_opacity"])));
        EXPECT_THAT(shown, HasSubstr("name=\"outline_color\" type=\"QString\" value=" + as_numbers(paint["stroke"])));
        EXPECT_THAT(shown, HasSubstr(fmt::format("name=\"outline_width\" type=\"QString\" value=\"{}\"", paint["stroke_mm"].get<double>())));
        EXPECT_THAT(shown, HasSubstr(fmt::format("name=\"outline_style\" type=\"QString\" value=\"{}\"", paint.contains("dash_mm") ? "dash" : "solid")));
    }
}
