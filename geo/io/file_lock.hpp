#pragma once

#include "geo/core/error.hpp"

#include <chrono>
#include <filesystem>

namespace geo::storage {

/// Another program has a file that was to be written.
class InUse : public OutputError { using OutputError::OutputError; };

/// What of a file changes when somebody writes to it or puts another one in its place.
struct FileState {
    unsigned long device = 0, inode = 0;
    long long size = 0, seconds = 0, nanoseconds = 0;
    bool operator==(const FileState&) const = default;
};
/// All zero where there is no file.
FileState state_of(const std::filesystem::path& file);

/// Keeps a project file to one writer: held from before it is copied until the copy took its place, or as long as it is open in a window.
class FileLock {
   public:
    /// Waits while another writer holds it. @throws OutputError  not writable @throws InUse  still held when the wait is over
    explicit FileLock(const std::filesystem::path& file, std::chrono::milliseconds wait = std::chrono::seconds{30});
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    /// Notes the file's state; `throw_if_changed` compares with it.
    void remember();
    /// @throws OutputError when the file is another one or was written to since `remember`, by a program that heeds no lock
    void throw_if_changed() const;
    unsigned mode() const;  ///< permission bits of the file
    void renamed_to(const std::filesystem::path& file) { m_file = file; }

   private:
    std::filesystem::path m_file;
    int m_handle = -1;
    FileState m_state;
};

/// Brings what SQLite left beside a GeoPackage (`-wal`, `-journal`: edits in QGIS, or a program that was killed) into it, so that
/// the one file holds everything.
/// @throws InUse when another program has it open: its edits would be lost
void settle_database(const std::filesystem::path& file);

/// Makes sure that nothing lies beside `target` that SQLite would mix into a new file of that name.
/// @throws InUse when another program has the present file open
void clear_sidecars(const std::filesystem::path& target);

}  // namespace geo::storage
