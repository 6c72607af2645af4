#include "geo/io/text_file.hpp"

#include "geo/io/atomic_file.hpp"
#include "geo/io/raster_file.hpp"

#include <cerrno>
#include <fstream>

namespace geo {

using namespace storage;

void write_text(const std::filesystem::path& file, std::string_view text, bool overwrite) {
    require_writable(file, overwrite);
    TempFile temp{resolved(file)};
    errno = 0;
    std::ofstream stream{temp.path(), std::ios::binary};
    stream << text;
    stream.close();
    if (!stream) throw write_failure(file, reason_of(errno));
    temp.become_target(overwrite);
}

}  // namespace geo
