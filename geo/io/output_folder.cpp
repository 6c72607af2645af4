#include "geo/io/output_folder.hpp"

#include "geo/io/atomic_file.hpp"
#include "geo/io/file_lock.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>

namespace geo {
namespace {

using namespace storage;
namespace fs = std::filesystem;

/// Moves a finished folder in: whole where none was, else file by file, all or none.
void put_in_place(TempFolder& temp, const fs::path& folder, const FolderContent& content, bool is_new) {
    if (is_new) {
        temp.become(folder);
        return;
    }
    for (const std::string& name : content.names)
        if (name.ends_with(".gpkg")) clear_sidecars(folder / name);
    move_all(temp, folder, content.names, content.stale);
}

void refuse_existing(const fs::path& folder, const FolderContent& content, bool overwrite) {
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const auto* names : {&content.names, &content.stale}) {
        for (const std::string& name : *names) {
            const auto status = fs::symlink_status(folder / name, ignored);
            if (status.type() == fs::file_type::directory) throw write_failure(folder / name, reason_of(EISDIR));
            if (fs::exists(status) && !(content.may_stay && content.may_stay(folder / name))) found.push_back(folder / name);
        }
    }
    if (!found.empty() && !overwrite) throw exists_already(found);
}

/// Makes the folders above a new one; takes them away again unless the export succeeds.
class Parents {
   public:
    explicit Parents(const fs::path& folder) {
        std::error_code error;
        for (fs::path p = folder.parent_path(); p != p.root_path() && !fs::exists(p, error); p = p.parent_path()) m_made.push_back(p);
        fs::create_directories(folder.parent_path(), error);
        if (error) throw write_failure(folder, reason_of(error.value()));
    }
    ~Parents() {
        std::error_code ignored;
        for (const fs::path& p : m_made) fs::remove(p, ignored);
    }
    Parents(const Parents&) = delete;
    Parents& operator=(const Parents&) = delete;
    void keep() { m_made.clear(); }

   private:
    std::vector<fs::path> m_made;  ///< innermost first
};

}  // namespace

void write_folder(const fs::path& asked, const FolderContent& content, bool overwrite, const WriteInto& write, const Progress& progress) {
    const fs::path folder = resolved(asked.empty() ? "." : asked);
    std::error_code ignored;
    const bool is_new = !fs::exists(folder, ignored);
    if (!is_new && !fs::is_directory(folder, ignored)) throw write_failure(folder, reason_of(ENOTDIR));
    if (!is_new) refuse_existing(folder, content, overwrite);
    Parents parents{folder};
    TempFolder temp{is_new ? folder.parent_path() : folder};
    write(temp.path(), folder, progress);
    progress.at(1.0);
    put_in_place(temp, folder, content, is_new);
    parents.keep();
}

void write_text_into(const fs::path& file, const fs::path& target, std::string_view text) {
    errno = 0;
    std::ofstream stream{file, std::ios::binary};
    stream << text;
    stream.close();
    if (!stream) throw write_failure(target, reason_of(errno));
}

std::string file_stem(const std::string& name) {
    std::string stem = name;
    std::ranges::replace(stem, '/', '_');
    return stem.empty() || stem.starts_with('.') ? "anchong" + stem : stem;
}

}  // namespace geo
