#pragma once

#include "geo/core/error.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace geo::storage {

/// What an `errno` means for someone who saves a file.
Message reason_of(int error);

/// `Writing … failed: …`, with what to do next.
OutputError write_failure(const std::filesystem::path& file, const Message& reason);
OutputError write_failure(const std::filesystem::path& file, const std::string& reason);

/// A hidden file name in the folder of `target` to write to; removed again, with SQLite's files beside it, unless it took the
/// target's place. @throws OutputError when the folder takes no file
class TempFile {
   public:
    explicit TempFile(const std::filesystem::path& target);
    /// At a place of our own in the same folder, where what lies there is a leftover.
    TempFile(const std::filesystem::path& target, const std::filesystem::path& place);
    ~TempFile();
    TempFile(const TempFile&) = delete;
    TempFile& operator=(const TempFile&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    /// Brings the bytes to the disk and renames the file onto the target. @throws OutputError, the target untouched; unless
    /// `overwrite` also when the target exists by now
    void become_target(bool overwrite);

   private:
    void remove_all() const;

    std::filesystem::path m_target;
    std::filesystem::path m_path;
};

/// A hidden folder to write into; removed with all it holds unless renamed away.
class TempFolder {
   public:
    /// @throws OutputError when `parent` takes no folder
    explicit TempFolder(const std::filesystem::path& parent);
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    /// Renames the whole folder. @throws OutputError
    void become(const std::filesystem::path& target);

   private:
    std::filesystem::path m_path;
};

/// Moves files out of a folder to another one, each over what has its name there; where one cannot be moved, all are moved back.
/// @param stale  files of the target folder that must go with the old ones (indexes of a replaced shapefile)
/// @throws OutputError, the target folder as before
void move_all(const TempFolder& from, const std::filesystem::path& to, const std::vector<std::string>& names,
              const std::vector<std::string>& stale);

/// Copies a file's bytes into a new file for its owner alone. @throws OutputError naming `target`
void copy_bytes(const std::filesystem::path& from, const std::filesystem::path& to, const std::filesystem::path& target);

/// Brings a file's content to the disk. @throws OutputError
void sync_to_disk(const std::filesystem::path& path);

/// The error for files that are there and may not be replaced.
OutputError exists_already(const std::vector<std::filesystem::path>& files);

/// Where a path leads once links are followed, absolute and without trailing slash.
std::filesystem::path resolved(const std::filesystem::path& path);

}  // namespace geo::storage
