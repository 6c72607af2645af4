#include "geo/io/output_file.hpp"

#include "geo/io/atomic_file.hpp"

#include <cerrno>
#include <fstream>

namespace geo {

using namespace storage;

void require_writable(const std::filesystem::path& file, bool overwrite) {
    const std::filesystem::path target = resolved(file);
    std::error_code ignored;
    if (std::filesystem::is_directory(target, ignored)) throw write_failure(file, reason_of(EISDIR));
    if (std::filesystem::exists(std::filesystem::symlink_status(target, ignored)) && !overwrite) throw exists_already({file});
    const TempFile probe{target};
}

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
