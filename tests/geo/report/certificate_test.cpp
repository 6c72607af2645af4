#include "geo/report/certificate_check.hpp"

#include "geo/io/export_file.hpp"
#include "geo/report/certificate_json.hpp"
#include "geo/report/certificate_tables.hpp"
#include "geo/report/plan.hpp"
#include "geo/rules/pack_file.hpp"
#include "tests/geo/checks/scene.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <set>

#include <unistd.h>

namespace geo {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

constexpr double east = 500000, north = 3270000;

Feature feature(Role role, const std::string& id, Shape shape) {
    return {.id = id, .name = id + "名", .shape = std::move(shape), .values = std::vector<Value>(role_info(role).fields.size()), .source = {}};
}

Layer layer_of(Role role, std::vector<Feature> features) {
    Layer layer{.role = role, .crs = "EPSG:4544", .provenance = {}, .features = std::move(features)};
    layer.provenance.file = std::string{role_info(role).name} + ".shp";
    layer.provenance.sha256 = std::string(64, 'a');
    layer.provenance.crs = "EPSG:4544";
    layer.provenance.accuracy_m = 0.25;
    layer.provenance.accuracy_from = "option";
    return layer;
}

/// A compound of 60 x 40 m round the central meridian with a building, called `=1+1` as nobody should, across its west end.
Project small_project() {
    Project project;
    project.name = "town";
    project.inputs.crs = "EPSG:4544";
    Feature building = feature(Role::Building, "B1", area_shape(rectangle(east - 30, north, east - 20, north + 40)));
    building.name = "=1+1";
    building.values[*field_index(Role::Building, "floors")] = std::int64_t{5};
    building.values[*field_index(Role::Building, "fire_grade")] = std::string{"三级"};  // no wall of which may be abutted
    building.values[*field_index(Role::Building, "blank_wall")] = std::string{"无窗墙:东"};
    Feature hydrant = feature(Role::Hydrant, "H1", point_shape({east + 10, north + 20}));
    project.inputs.layers = {layer_of(Role::Compound, {feature(Role::Compound, "C1", area_shape(rectangle(east - 30, north, east + 30, north + 40)))}),
                             layer_of(Role::Building, {building}), layer_of(Role::Hydrant, {hydrant})};
    const RulePack pack = load_pack("cn-chongqing-2024");
    project.packs[pack.id] = pack_to_text(pack);
    project.scenarios = {{.name = "base", .pack = pack.id}};
    return project;
}

class Certificate : public testing::Test {
   protected:
    Certificate() : project{small_project()}, results{make_plan(project, "base", Steps::Both, {}, 1)}, document{certificate_of(project, results)} {
        std::string name = (std::filesystem::temp_directory_path() / "anchong-test-XXXXXX").string();
        folder = ::mkdtemp(name.data());
    }
    ~Certificate() override {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    CertificateCheck checked(const CertificateDocument& given) const { return check_certificate(given, project, "base", results, 1); }
    /// Codes of the differences; `unreadable` where the certificate makes no sense.
    std::set<std::string> codes(const CertificateDocument& given) const {
        std::set<std::string> result;
        for (const Finding& f : checked(given).differences) result.insert(f.code);
        return result;
    }
    std::set<std::string> codes(const std::vector<CertificateTable>& tables) const {
        try {
            return codes(certificate_from(tables, "tampered"));
        } catch (const InvalidInput&) {
            return {"unreadable"};
        }
    }
    CertificateDocument through(CertificateFormat format) const {
        return read_certificate(write_certificate(document, format, folder / "out", "town", true));
    }

    Project project;
    Results results;
    CertificateDocument document;
    std::filesystem::path folder;
};

/// Another value that a forger might write, of the same kind where it has one.
Value forged(const Value& value, std::string_view column) {
    if (const auto* real = std::get_if<double>(&value)) return *real + 1e-4;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole == 1 && (column == "in_robust" || column == "has_aisle") ? std::int64_t{0} : *whole + 1;
    if (const auto* text = std::get_if<std::string>(&value)) {
        for (const std::vector<std::string>& words : {std::vector<std::string>{"符合", "待核实", "不符合"}, {"must", "should"}, {"verified", "secondary", "unverified", "assumption"},
                                                      {"shed", "open_air"}})
            if (const auto at = std::ranges::find(words, *text); at != words.end()) return words[static_cast<std::size_t>(at - words.begin() + 1) % words.size()];
        return *text + "x";
    }
    return std::string{"x"};
}

}  // namespace

TEST_F(Certificate, HoldsInEveryFormat) {
    ASSERT_FALSE(document.sites.empty());
    ASSERT_GE(document.clearances.size(), 2u);
    EXPECT_THAT(checked(document).differences, IsEmpty());
    EXPECT_THAT(checked(document).notes, IsEmpty());
    for (const CertificateFormat format : {CertificateFormat::Json, CertificateFormat::Workbook}) {
        const CertificateDocument read = through(format);
        EXPECT_THAT(checked(read).differences, IsEmpty());
        EXPECT_EQ(certificate_tables(read)[0].rows, certificate_tables(document)[0].rows);
        EXPECT_EQ(read.inputs, document.inputs);
        ASSERT_EQ(read.clearances.size(), document.clearances.size());
        EXPECT_EQ(read.clearances[0].row.obst_id, document.clearances[0].row.obst_id);
        EXPECT_EQ(read.clearances[0].obst_name, document.clearances[0].obst_name);
    }
    ExportRequest request{.format = ExportFormat::GeoPackage, .folder = folder / "gpkg", .name = "town"};
    request.certificate = certificate_header(document);
    std::vector<Finding> findings;
    const auto files = export_files(request, project, results, findings);
    const CertificateDocument read = read_certificate(files.front());
    EXPECT_FALSE(read.is_full);
    EXPECT_THAT(checked(read).differences, IsEmpty());
    EXPECT_EQ(read.inputs, document.inputs);
}

// A building whose walls are told apart stands under its own name, with the wall.
TEST_F(Certificate, NamesWallsByTheirBuilding) {
    std::set<std::string> names;
    for (const CertificateRow& row : document.clearances)
        if (row.row.obst_id.starts_with("B1")) names.insert(*row.obst_name);
    EXPECT_THAT(names, Not(IsEmpty()));
    for (const std::string& name : names) EXPECT_TRUE(name.starts_with("=1+1")) << name;
}

// Each cell of each table, one after the other.
TEST_F(Certificate, AnyCellThatIsChangedIsFound) {
    const std::vector<CertificateTable> whole = certificate_tables(document);
    // What a maker says of himself decides nothing: a renamed project, another version, another day.
    const std::set<std::string> free{"project", "scenario", "program", "made_at", "disclaimer_zh", "disclaimer_en"};
    for (std::size_t t = 0; t < whole.size(); ++t)
        for (std::size_t r = 0; r < whole[t].rows.size(); ++r)
            for (std::size_t c = 0; c < whole[t].columns.size(); ++c) {
                if (whole[t].key == "header" && (c != 2 || free.contains(std::get<std::string>(whole[t].rows[r][0])))) continue;
                if (whole[t].key == "ground" && r > 3) continue;
                std::vector<CertificateTable> tampered = whole;
                tampered[t].rows[r][c] = forged(whole[t].rows[r][c], whole[t].columns[c].key);
                EXPECT_THAT(codes(tampered), Not(IsEmpty())) << whole[t].key << " row " << r << ", " << whole[t].columns[c].key;
            }
}

TEST_F(Certificate, BlankedCellsAreFound) {
    const std::vector<CertificateTable> whole = certificate_tables(document);
    for (std::size_t t = 1; t + 1 < whole.size(); ++t)
        for (std::size_t c = 0; c < whole[t].columns.size(); ++c) {
            if (whole[t].rows.empty()) continue;
            const Value& before = whole[t].rows.front()[c];
            const auto* text = std::get_if<std::string>(&before);
            if (text && text->empty()) continue;
            std::vector<CertificateTable> tampered = whole;
            tampered[t].rows.front()[c] = {};
            EXPECT_THAT(codes(tampered), Not(IsEmpty())) << whole[t].key << ", " << whole[t].columns[c].key;
        }
}

TEST_F(Certificate, RowsThatAreDroppedOrAddedAreFound) {
    const auto after = [&](auto&& change) {
        CertificateDocument given = document;
        change(given);
        return codes(given);
    };
    EXPECT_THAT(after([](CertificateDocument& d) { d.clearances.erase(d.clearances.begin()); }), Contains("row-missing"));
    EXPECT_THAT(after([](CertificateDocument& d) { d.clearances.push_back(d.clearances.front()); }), Contains("row-extra"));
    EXPECT_THAT(after([](CertificateDocument& d) { d.clearances.push_back(d.clearances.front()), d.clearances.back().row.obst_id = "B9"; }), Contains("row-extra"));
    EXPECT_THAT(after([](CertificateDocument& d) { d.rules.pop_back(); }), Contains("rule-missing"));
    EXPECT_THAT(after([](CertificateDocument& d) { d.inputs.pop_back(); }), Contains("input-missing"));
    // A whole site with all that belongs to it, and the counts put right.
    const auto codes = after([](CertificateDocument& d) {
        const std::string id = d.sites.back().id;
        d.sites.pop_back();
        std::erase_if(d.clearances, [&](const CertificateRow& row) { return row.row.site_id == id; });
        d.site_count = static_cast<std::int64_t>(d.sites.size()), d.row_count = static_cast<std::int64_t>(d.clearances.size());
    });
    EXPECT_THAT(codes, Contains("site-missing"));
}

// The ground 5 m nearer to the building, all rows recomputed by the forger: the project holds the site elsewhere, and so it does not stand in its zone.
TEST_F(Certificate, AMovedSiteIsFound) {
    CertificateDocument given = document;
    for (Polygon& polygon : given.sites[0].outline)
        for (Point& p : polygon.outer) p.x -= 5;
    EXPECT_THAT(codes(given), testing::AllOf(Contains("site-differs"), Contains("row-differs")));
    given = document;
    given.sites[0].outline[0].outer.pop_back();
    given.sites[0].outline[0].outer.pop_back();
    EXPECT_THAT(codes(given), Contains("site-broken"));
    given = document;
    given.sites[0].compound = "C9";
    EXPECT_THAT(codes(given), Contains("site-unknown"));
}

TEST_F(Certificate, OtherRulesAndOtherInputsAreFound) {
    Project other = project;
    const RulePack base = load_pack("cn-base");
    other.packs[base.id] = pack_to_text(base);
    other.scenarios[0].pack = base.id;
    const auto codes_in = [&](const Project& in, const Results& held) {
        std::set<std::string> result;
        for (const Finding& f : check_certificate(document, in, "base", held, 1).differences) result.insert(f.code);
        return result;
    };
    EXPECT_THAT(codes_in(other, {}), testing::AllOf(Contains("rules-differ"), Contains("row-differs")));
    other = project;
    other.scenarios[0].clearances["shed-to-building"] = 3.0;
    EXPECT_THAT(codes_in(other, {}), Contains("rules-differ"));
    other = project;
    other.inputs.layers[1].provenance.sha256 = std::string(64, 'b');
    EXPECT_THAT(codes_in(other, results), testing::ElementsAre("input-differs"));
    other = project;
    other.inputs.layers[1].provenance.accuracy_m = 3.0;
    EXPECT_THAT(codes_in(other, results), Contains("input-differs"));
    other = project;
    each_vertex(other.inputs.layers[1].features[0].shape, [](Point& p) { p.x += 0.001; });
    EXPECT_THAT(codes_in(other, results), Contains("row-differs")) << "a millimetre";
}

// Somebody who has the inputs only, and planned nothing.
TEST_F(Certificate, IsCheckedAgainstInputsAlone) {
    const CertificateCheck check = check_certificate(document, project, "base", Results{}, 1);
    EXPECT_THAT(check.differences, IsEmpty());
    ASSERT_EQ(check.notes.size(), 1u);
    EXPECT_EQ(check.notes[0].code, "sites-not-compared");
    EXPECT_EQ(check.rows, document.clearances.size());
}

TEST_F(Certificate, ClaimsOfTheRobustRingAreMeasured) {
    project.inputs.layers[0].provenance.accuracy_m = 15.0;  // Nothing in a compound of 40 m lies 15 m and a site's depth inside it.
    bool is_found = false;
    for (const Finding& f : check_certificate(document, project, "base", Results{}, 1).differences) is_found = is_found || f.code == "not-robust";
    EXPECT_TRUE(is_found);
}

TEST_F(Certificate, IsToldFromWhatIsNone) {
    const auto written = [&](const std::string& text) {
        std::ofstream{folder / "given"} << text;
        return folder / "given";
    };
    EXPECT_THROW(read_certificate(folder / "none"), SourceError);
    EXPECT_THROW(read_certificate(folder), SourceError);
    EXPECT_THROW(read_certificate(written("lon,lat\n1,2\n")), InvalidInput);
    EXPECT_THROW(read_certificate(written("")), InvalidInput);
    EXPECT_THROW(read_certificate(written("{\"a\": 1}")), InvalidInput);
    EXPECT_THROW(read_certificate(written("{\"a\": ")), SourceError);
    EXPECT_THROW(read_certificate(written("PK\x03\x04 no workbook")), SourceError);
    EXPECT_THROW(read_certificate(written(std::string(100'000, '['))), InvalidInput);
    EXPECT_THROW(read_certificate(written("{\"a\":" + std::string(100'000, '['))), SourceError);
    CertificateDocument newer = document;
    newer.format = "anchong/certificate/2";
    try {
        read_certificate(write_certificate(newer, CertificateFormat::Json, folder / "newer", "town", false));
        ADD_FAILURE() << "read a newer format";
    } catch (const InvalidInput& error) {
        EXPECT_THAT(error.message().en, testing::HasSubstr("certificate/2"));
    }
}

TEST_F(Certificate, OfOnePhaseHoldsItsSitesOnly) {
    for (Site& site : results.sites) site.phase = "pilot";
    results.sites.front().phase = "rollout-1";
    const CertificateDocument pilot = certificate_of(project, results, 0);
    EXPECT_EQ(pilot.sites.size() + 1, results.sites.size());
    EXPECT_THAT(codes(pilot), IsEmpty());
    EXPECT_TRUE(std::ranges::none_of(pilot.clearances, [&](const CertificateRow& row) { return row.row.site_id == results.sites.front().id; }));
}

}  // namespace geo
