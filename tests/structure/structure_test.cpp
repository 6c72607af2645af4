#include "tests/structure/rules.hpp"
#include "tests/structure/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace {

using namespace structure;
using testing::ElementsAre;
using testing::IsEmpty;
using Breaches = std::vector<std::string>;

Breaches all_breaches(const std::vector<std::string>& under, Breaches (*rule)(const SourceFile&)) {
    Breaches all;
    for (const SourceFile& file : source_files(ANCHONG_CHECKOUT, under))
        std::ranges::copy(rule(file), std::back_inserter(all));
    return all;
}

TEST(Structure, IncludesKeepToTheTables) {
    EXPECT_THAT(all_breaches({"geo", "app", "data"}, include_breaches), IsEmpty());
}
TEST(Structure, NoHeaderShowsALibraryToOthers) {
    EXPECT_THAT(leak_breaches(source_files(ANCHONG_CHECKOUT, {"geo", "app", "data"})), IsEmpty());
}
TEST(Structure, LinkedTargetsKeepToTheTables) {
    EXPECT_THAT(all_breaches({"geo", "app", "data"}, link_breaches), IsEmpty());
}
TEST(Structure, HeadersGuardThemselvesAndFilesAreShort) {
    EXPECT_THAT(all_breaches({"geo", "app", "data", "tests"}, form_breaches), IsEmpty());
}
TEST(Structure, NoPathOfOneMachine) {
    EXPECT_THAT(all_breaches({"geo", "app", "data", "styles", "tests", ".cmake", ".ci"}, path_breaches), IsEmpty());
}

// The checks above pass on an empty list too: the checkout must be found.
TEST(Structure, SeesTheCheckout) {
    const auto files = source_files(ANCHONG_CHECKOUT, {"geo"});
    EXPECT_TRUE(std::ranges::count(files, "geo/core/error.hpp", &SourceFile::path) == 1);
    EXPECT_TRUE(std::ranges::count(files, "geo/core/CMakeLists.txt", &SourceFile::path) == 1);
}

TEST(Structure, TablesHaveNoCircle) {
    for (const Folder& folder : folders())
        for (const std::string_view use : folder.uses)
            EXPECT_FALSE(may_use(std::string{use}, std::string{folder.name})) << folder.name << " and " << use;
}

TEST(StructureRules, UsesAreTransitive) {
    EXPECT_TRUE(may_use("geo/bays", "geo/core"));
    EXPECT_TRUE(may_use("app/cli", "geo/report"));
    EXPECT_TRUE(may_use("app", "geo/core"));
    EXPECT_TRUE(may_use("app/panels/zones", "app/project"));
    EXPECT_FALSE(may_use("geo/checks", "geo/zones"));
    EXPECT_FALSE(may_use("geo/zones", "geo/io"));
    EXPECT_FALSE(may_use("app/panels/zones", "app/panels/rules"));
    EXPECT_FALSE(may_use("app/window", "app/cli"));
}

TEST(StructureRules, AFileBelongsToItsFolder) {
    EXPECT_EQ(folder_of("geo/io/import.cpp"), "geo/io");
    EXPECT_EQ(folder_of("app/panels/zones/zone_panel.hpp"), "app/panels/zones");
    EXPECT_EQ(folder_of("app/main.cpp"), "app");
}

TEST(StructureRules, ABadIncludeIsFound) {
    EXPECT_THAT(
        include_breaches({"geo/checks/a.cpp", "#include \"geo/checks/a.hpp\"\n  # include <geo/zones/b.hpp>\n"}),
        ElementsAre("geo/checks/a.cpp:2: geo/checks must not use geo/zones"));
    EXPECT_THAT(include_breaches({"geo/magic/a.cpp", "#include \"geo/core/error.hpp\"\n"}),
                ElementsAre("geo/magic/a.cpp:1: geo/magic is in no table"));
    EXPECT_THAT(include_breaches({"geo/zones/a.cpp", "#include \"geo/magic/b.hpp\"\n"}),
                ElementsAre("geo/zones/a.cpp:1: geo/zones uses geo/magic, which is in no table"));
    EXPECT_THAT(include_breaches({"geo/zones/a.cpp", "#include \"b.hpp\"\n"}),
                ElementsAre("geo/zones/a.cpp:1: own files are included by their path from the checkout on (b.hpp)"));
}

TEST(StructureRules, ALibraryOutsideItsFolderIsFound) {
    EXPECT_THAT(
        include_breaches({"geo/zones/a.cpp", "#include <ogrsf_frmts.h>\n#include <proj.h>\n#include <QString>\n"}),
        ElementsAre("geo/zones/a.cpp:1: geo/zones must not use GDAL (ogrsf_frmts.h)",
                    "geo/zones/a.cpp:2: geo/zones must not use PROJ (proj.h)",
                    "geo/zones/a.cpp:3: geo/zones must not use Qt (QString)"));
    EXPECT_THAT(include_breaches({"geo/io/a.cpp", "#include <boost/geometry/core/tag.hpp>\n#include <geos_c.h>\n"}),
                ElementsAre("geo/io/a.cpp:1: geo/io must not use Boost.Geometry (boost/geometry/core/tag.hpp)",
                            "geo/io/a.cpp:2: geo/io must not use GEOS (geos_c.h)"));
}

TEST(StructureRules, ALibraryShownThroughAHeaderIsFound) {
    const std::vector<SourceFile> files{
        {"geo/geometry/geos.hpp", "#pragma once\n#include <geos_c.h>\n"},
        {"geo/geometry/plain.hpp", "#pragma once\n#include \"geo/geometry/geos.hpp\"\n"},
        {"geo/geometry/repair.cpp", "#include \"geo/geometry/geos.hpp\"\n"},
        {"geo/zones/a.cpp", "#include \"geo/geometry/plain.hpp\"\n"}};
    EXPECT_THAT(
        leak_breaches(files),
        ElementsAre("geo/zones/a.cpp:1: through geo/geometry/plain.hpp, geo/zones must not use GEOS (geos_c.h)"));
}

TEST(StructureRules, AllowedIncludesPass) {
    EXPECT_THAT(include_breaches(
                    {"geo/io/a.cpp", "#include <gdal_priv.h>\n#include \"geo/core/error.hpp\"\n#include <vector>\n"}),
                IsEmpty());
    EXPECT_THAT(include_breaches({"geo/geometry/a.cpp", "#include <geos_c.h>\n#include <boost/geometry.hpp>\n"}),
                IsEmpty());
    EXPECT_THAT(
        include_breaches({"app/panels/zones/a.cpp", "#include <QWidget>\n#include \"app/panels/zones/a.hpp\"\n"}),
        IsEmpty());
    EXPECT_THAT(include_breaches({"geo/zones/a.cpp", "#include <queue>\n#include <boost/container/flat_map.hpp>\n"}),
                IsEmpty());
}

TEST(StructureRules, ABadLinkIsFound) {
    EXPECT_THAT(link_breaches(
                    {"geo/zones/CMakeLists.txt", "anchong_library(geo zones\n    USES geo::io GDAL::GDAL TBB::tbb)\n"}),
                ElementsAre("geo/zones/CMakeLists.txt:2: geo/zones must not use geo/io",
                            "geo/zones/CMakeLists.txt:2: geo/zones must not use GDAL (GDAL::GDAL)"));
    EXPECT_THAT(link_breaches({"geo/zones/CMakeLists.txt", "# not geo::io\n    USES geo::rules)\n"}), IsEmpty());
    EXPECT_THAT(link_breaches({"geo/CMakeLists.txt", "if(TARGET geo::rules)\n"}), IsEmpty());
}

TEST(StructureRules, BadFormIsFound) {
    EXPECT_THAT(form_breaches({"geo/core/a.hpp", "// words\n#pragma once\n"}),
                ElementsAre("geo/core/a.hpp:1: a header begins with #pragma once"));
    EXPECT_THAT(form_breaches({"geo/core/a.cpp", std::string(451, '\n')}),
                ElementsAre("geo/core/a.cpp:451: longer than 450 lines"));
    EXPECT_THAT(form_breaches({"geo/core/a.hpp", "#pragma once\n" + std::string(449, '\n')}), IsEmpty());
}

TEST(StructureRules, APathOfOneMachineIsFound) {
    const std::string slash = "/";  // Spelt apart, so that this file passes its own check.
    EXPECT_THAT(path_breaches({"tests/a.cpp", "open(\"" + slash + "home/x/a.shp\");\n"}),
                ElementsAre("tests/a.cpp:1: a path of one machine: " + slash + "home/x/a.shp"));
    EXPECT_THAT(path_breaches({"app/quickstart", "#!" + slash + "usr/bin/env bash\ncat out/usr/x >/dev/null\n"}),
                IsEmpty());
}

}  // namespace
