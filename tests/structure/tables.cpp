#include "tests/structure/tables.hpp"

namespace structure {

std::span<const Folder> folders() {
    static const std::vector<Folder> all{
        {"geo/core", {}},
        {"geo/geometry", {"geo/core"}},
        {"geo/crs", {"geo/geometry"}},
        {"geo/model", {"geo/crs"}},
        {"geo/io", {"geo/model"}},
        {"geo/units", {"geo/model"}},
        {"geo/rules", {"geo/model"}},
        {"geo/zones", {"geo/rules"}},
        {"geo/bays", {"geo/zones"}},
        {"geo/checks", {"geo/rules"}},
        {"geo/density", {"geo/model"}},
        {"geo/ledger", {"geo/model"}},
        {"geo/demand", {"geo/model"}},
        {"geo/siting", {"geo/bays", "geo/demand", "geo/density"}},
        {"geo/scenario", {"geo/siting", "geo/ledger"}},
        {"geo/report", {"geo/scenario", "geo/checks", "geo/units", "geo/io"}},

        {"data/samples", {"geo"}},

        {"app/cli", {"geo", "app/pages", "data/samples"}},
        {"app/project", {"geo"}},
        {"app/edits", {"app/project"}},
        {"app/jobs", {"geo"}},
        {"app/theme", {"geo"}},
        {"app/tables", {"app/theme"}},
        {"app/render", {"geo"}},
        {"app/canvas", {"app/render", "app/jobs", "app/edits", "app/theme"}},
        {"app/layers", {"app/edits", "app/render", "app/theme"}},
        {"app/panels/*", {"app/edits", "app/jobs", "app/layers", "app/canvas", "app/tables"}},
        {"app/pages", {"app/render", "app/project", "app/jobs", "app/theme"}},
        {"app/window",
         {"app/panels/*", "app/layers", "app/canvas", "app/pages", "app/render", "app/jobs", "app/edits",
          "app/project", "app/theme", "data/samples"}},
        {"app", {"app/cli", "app/window"}},  // main.cpp
    };
    return all;
}

std::span<const Library> libraries() {
    static const std::vector<Library> all{
        {"GDAL", R"((gdal|ogr|cpl_|gnm).*)", R"(GDAL::.*)", {"geo/io", "data/samples"}},
        {"PROJ", R"(proj(_[a-z_]+)?\.h|proj/.*)", R"(PROJ::.*)", {"geo/crs"}},
        {"Boost.Geometry", R"(boost/geometry(\.hpp|/.*))", R"(Boost::geometry)", {"geo/geometry"}},
        {"GEOS", R"(geos_c\.h|geos/.*|geos\.h)", R"(GEOS::.*)", {"geo/geometry"}},
        {"Qt", R"(Q[A-Za-z0-9]+|Q[A-Za-z0-9]+/.*|(?!quadmath)q[a-z0-9]+\.h)", R"(Qt[0-9]*::.*)", {"app/"}},
    };
    return all;
}

}  // namespace structure
