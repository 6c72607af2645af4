#pragma once

#include "geo/core/error.hpp"

#include <filesystem>

namespace geo::storage {

/// Keeps a project file to one writer: held from before it is copied until the copy took its place.
class FileLock {
   public:
    /// Waits while another writer holds it. @throws OutputError  not writable, or still held after 30 s
    explicit FileLock(const std::filesystem::path& file);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    /// Notes the file's state; `throw_if_changed` compares with it.
    void remember();
    /// @throws OutputError when the file is another one or was written to since `remember`, by a program that heeds no lock
    void throw_if_changed() const;
    unsigned mode() const;  ///< permission bits of the file

   private:
    std::filesystem::path m_file;
    int m_handle = -1;
    struct State {
        unsigned long device = 0, inode = 0;
        long long size = 0, seconds = 0, nanoseconds = 0;
        bool operator==(const State&) const = default;
    };
    State state() const;
    State m_state;
};

/// Brings what SQLite left beside a GeoPackage (`-wal`, `-journal`: edits in QGIS, or a program that was killed) into it, so that
/// the one file holds everything.
/// @throws OutputError when another program has it open: its edits would be lost
void settle_database(const std::filesystem::path& file);

/// Makes sure that nothing lies beside `target` that SQLite would mix into a new file of that name.
/// @throws OutputError when another program has the present file open
void clear_sidecars(const std::filesystem::path& target);

}  // namespace geo::storage
