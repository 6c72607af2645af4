#include "geo/core/error.hpp"
#include "geo/io/gpkg_file.hpp"
#include "tests/bench/city.hpp"

#include <fmt/format.h>

#include <cstdlib>

/// `make_city COUNT FILE.gpkg [SEED]`: a made-up city with layers `building` (with floors), `compound` and `street` (with width), near 105° E 30° N.
namespace {

using namespace geo;
using namespace geo::storage;

Table areas(std::string name, std::vector<Column> columns, std::size_t count, std::function<Row(std::size_t)> row) {
    return {.name = std::move(name), .geometry = GeometryKind::OneArea, .columns = std::move(columns), .row_count = count, .row = std::move(row)};
}

void write(const bench::City& city, const std::filesystem::path& file) {
    const std::vector<Table> tables{
        areas("building", {{"id", FieldType::Text}, {"floors", FieldType::Integer}}, city.buildings.size(),
              [&](std::size_t i) -> Row {
                  const bench::CityBuilding& b = city.buildings[i];
                  return {{fmt::format("B{}", i + 1), b.floors > 0 ? Value{std::int64_t{b.floors}} : Value{}}, {{b.outline}, {}, {}}};
              }),
        areas("compound", {{"id", FieldType::Text}}, city.compounds.size(),
              [&](std::size_t i) -> Row { return {{fmt::format("C{}", i + 1)}, {{city.compounds[i]}, {}, {}}}; }),
        {.name = "street", .geometry = GeometryKind::Lines, .columns = {{"id", FieldType::Text}, {"width", FieldType::Real}}, .row_count = city.streets.size(),
         .row = [&](std::size_t i) -> Row { return {{fmt::format("S{}", i + 1), city.street_widths_m[i]}, {{}, {city.streets[i]}, {}}}; }}};
    write_gpkg(file, file, tables, "EPSG:4544");
}

}  // namespace

int main(int count, char** arguments) try {
    if (count < 3) return fmt::print(stderr, "make_city COUNT FILE.gpkg [SEED]\n"), 2;
    const auto seed = count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 20240612ULL;
    const bench::City city = bench::generated_city(std::strtoull(arguments[1], nullptr, 10), seed, {500'000.0, 3'300'000.0});
    std::filesystem::remove(arguments[2]);
    write(city, arguments[2]);
    std::size_t vertices = 0;
    for (const bench::CityBuilding& b : city.buildings) vertices += b.outline.outer.size();
    fmt::print("{} buildings with {} vertices, {} compounds, {} streets\n", city.buildings.size(), vertices, city.compounds.size(), city.streets.size());
    return 0;
} catch (const geo::Error& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
}
