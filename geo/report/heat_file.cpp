#include "geo/report/heat_file.hpp"

#include "geo/io/raster_file.hpp"

namespace geo {

void write_heat(const std::filesystem::path& file, const Heat& heat, const std::filesystem::path& source, bool overwrite, const Progress& progress) {
    const RasterText text{.unit = "1/ha", .band = "density",
                          .description = fmt::format("Anchong: density per ground hectare of {} points of {}; {} kernel, bandwidth {:g} m, cell {:g} m", heat.reports,
                                                     source.filename().string(), kernel_name(heat.settings.kernel), heat.settings.bandwidth_m,
                                                     heat.settings.cell_m.value_or(0.0))};
    write_geotiff(file, heat.raster, text, overwrite, progress);
}

}  // namespace geo
