#include "geo/io/file_lock.hpp"

#include "geo/io/atomic_file.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <thread>

namespace geo::storage {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

bool names_the_same_file(int handle, const fs::path& file) {
    struct stat open {}, named {};
    return ::fstat(handle, &open) == 0 && ::stat(file.c_str(), &named) == 0 && open.st_dev == named.st_dev &&
           open.st_ino == named.st_ino;
}

InUse in_use(const fs::path& file) {
    return InUse{say("无法写入 {}：其他程序正在使用该文件。请在那里（例如 QGIS）关闭后重试。",
                           "Cannot write {}: another program is using it. Close it there (QGIS, for instance) and try again.",
                           file.string())};
}

}  // namespace

FileState state_of(const fs::path& file) {
    struct stat now {};
    if (::stat(file.c_str(), &now) != 0) return {};
    return {now.st_dev, now.st_ino, now.st_size, now.st_mtim.tv_sec, now.st_mtim.tv_nsec};
}

FileLock::FileLock(const fs::path& file, std::chrono::milliseconds wait) : m_file{file} {
    const auto until = std::chrono::steady_clock::now() + wait;
    for (;;) {
        m_handle = ::open(m_file.c_str(), O_RDWR | O_CLOEXEC);
        if (m_handle < 0) throw write_failure(m_file, reason_of(errno));
        const int failed = ::flock(m_handle, LOCK_EX | LOCK_NB) != 0 ? errno : 0;
        // While waiting the other writer renamed its copy into place: then the lock is on a file that is gone.
        if (failed != EWOULDBLOCK && failed != EINTR && names_the_same_file(m_handle, m_file)) return;
        ::close(m_handle);
        m_handle = -1;
        if (std::chrono::steady_clock::now() >= until) throw in_use(m_file);
        std::this_thread::sleep_for(20ms);
    }
}

FileLock::~FileLock() {
    if (m_handle >= 0) ::close(m_handle);
}

void FileLock::remember() { m_state = state_of(m_file); }

void FileLock::throw_if_changed() const {
    if (state_of(m_file) != m_state) throw in_use(m_file);
}

unsigned FileLock::mode() const {
    struct stat now {};
    return ::fstat(m_handle, &now) == 0 ? now.st_mode & 07777U : 0644U;
}

void settle_database(const fs::path& file) {
    std::error_code ignored;
    const auto beside = [&](const char* suffix) { return fs::path{file.string() + suffix}; };
    const auto is_settled = [&] {
        return !fs::exists(beside("-wal"), ignored) && !fs::exists(beside("-journal"), ignored);
    };
    if (is_settled()) return;
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database{raw, sqlite3_close};
    const auto run = [&](const char* sql) { return sqlite3_exec(raw, sql, nullptr, nullptr, nullptr); };
    // Leaving WAL mode needs the file for oneself alone; reading the schema rolls a leftover journal back.
    int status = opened == SQLITE_OK ? run("PRAGMA schema_version; PRAGMA journal_mode=DELETE; BEGIN EXCLUSIVE") : opened;
    if (status == SQLITE_OK) {
        // A journal that is still there, of a program killed before it had changed anything, is one that SQLite passes over.
        fs::remove(beside("-journal"), ignored);
        status = run("COMMIT");
    }
    if (status == SQLITE_NOTADB) return;  // What lies beside it is of no database either.
    if (status != SQLITE_OK && status != SQLITE_BUSY) throw write_failure(file, std::string{sqlite3_errmsg(raw)});
    if (status == SQLITE_BUSY || !is_settled()) throw in_use(file);
}

void clear_sidecars(const fs::path& target) {
    std::error_code ignored;
    if (fs::is_regular_file(target, ignored)) settle_database(target);
    for (const char* suffix : {"-wal", "-shm", "-journal"}) fs::remove(target.string() + suffix, ignored);
}

}  // namespace geo::storage
