#include "geo/io/atomic_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>

namespace geo::storage {
namespace {

namespace fs = std::filesystem;

/// Short, since the target's own name may already be as long as a file system allows.
fs::path hidden_name() {
    static std::atomic<unsigned> count{0};
    return fmt::format(".anchong-{}-{}", ::getpid(), ++count);
}

void rename_or_throw(const fs::path& from, const fs::path& to, const fs::path& concerns) {
    if (std::rename(from.c_str(), to.c_str()) != 0) throw write_failure(concerns, reason_of(errno));
}

/// Makes renames last. Not every network file system can; the rename itself has happened by then.
void sync_folder(const fs::path& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return;
    ::fsync(file);
    ::close(file);
}

/// Closes a file handle.
struct Handle {
    int number = -1;

    explicit Handle(int n) : number{n} {}
    ~Handle() {
        if (number >= 0) ::close(number);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
};

struct Move {
    fs::path from, to;
};

void undo(const std::vector<Move>& moves) {
    for (auto it = moves.rbegin(); it != moves.rend(); ++it) std::rename(it->to.c_str(), it->from.c_str());
}

}  // namespace

Message reason_of(int error) {
    switch (error) {
        case ENOSPC: return {"磁盘已满", "the disk is full"};
        case EDQUOT: return {"超出磁盘配额", "the disk quota is used up"};
        case EFBIG: return {"文件超出允许的大小", "the file exceeds the size allowed"};
        case EACCES:
        case EPERM: return {"没有写入权限", "no permission to write there"};
        case EROFS: return {"文件系统只读", "the file system is read-only"};
        case ENOENT: return {"文件夹不存在", "the folder does not exist"};
        case ENOTDIR: return {"路径中有一段不是文件夹", "a part of the path is no folder"};
        case EISDIR: return {"同名的是文件夹", "a folder has that name"};
        case ENAMETOOLONG: return {"文件名过长", "the name is too long"};
        default: {
            const std::string text = std::generic_category().message(error);
            return {text, text};
        }
    }
}

OutputError write_failure(const fs::path& file, const Message& reason) {
    return OutputError{Message{
        fmt::format("写入 {} 失败：{}。原有文件未改动；请检查空间和权限，或另选位置。", file.string(), reason.zh),
        fmt::format("Writing {} failed: {}. What was there is unchanged; check space and permissions, or choose another place.",
                    file.string(), reason.en)}};
}

OutputError write_failure(const fs::path& file, const std::string& reason) {
    return write_failure(file, Message{reason, reason});
}

OutputError exists_already(const std::vector<fs::path>& files) {
    constexpr std::size_t told = 3;
    std::string names;
    for (std::size_t i = 0; i < std::min(told, files.size()); ++i) names += (names.empty() ? "" : ", ") + files[i].string();
    if (files.size() <= told) return OutputError{say("已存在：{}。加 --overwrite 可替换。", "Exists already: {}. Add --overwrite to replace.", names)};
    return OutputError{say("已存在：{0} 等 {1} 个文件。加 --overwrite 可替换。", "Exist already: {0} and {2} more. Add --overwrite to replace.", names, files.size(), files.size() - told)};
}

fs::path resolved(const fs::path& path) {
    std::error_code error;
    fs::path full = fs::weakly_canonical(fs::absolute(path), error);
    if (error) full = fs::absolute(path).lexically_normal();
    return full.has_filename() ? full : full.parent_path();
}

void copy_bytes(const fs::path& from, const fs::path& to, const fs::path& target) {
    const Handle source{::open(from.c_str(), O_RDONLY | O_CLOEXEC)};
    const Handle copy{::open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)};
    if (source.number < 0 || copy.number < 0) throw write_failure(target, reason_of(errno));
    // (std::filesystem's copying calls a full disk an input/output error.)
    std::vector<char> buffer(1 << 20);
    for (;;) {
        const ssize_t count = ::read(source.number, buffer.data(), buffer.size());
        if (count == 0) return;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw write_failure(target, reason_of(errno));
        for (ssize_t done = 0; done < count;) {
            const ssize_t written = ::write(copy.number, buffer.data() + done, static_cast<std::size_t>(count - done));
            if (written < 0 && errno != EINTR) throw write_failure(target, reason_of(errno));
            done += std::max<ssize_t>(written, 0);
        }
    }
}

void sync_to_disk(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) throw write_failure(path, reason_of(errno));
    const int failed = ::fsync(file) != 0 ? errno : 0;
    ::close(file);
    if (failed) throw write_failure(path, reason_of(failed));
}

TempFile::TempFile(const fs::path& target) : m_target{target} {
    int file = -1;
    do {  // The name may be taken by another machine on a shared folder.
        m_path = m_target.parent_path() / hidden_name();
        m_path += m_target.extension();
        file = ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (file < 0 && errno == EEXIST);
    if (file < 0) throw write_failure(m_target, reason_of(errno));
    ::close(file);
    ::unlink(m_path.c_str());  // Only the folder was asked; writers want to create the file themselves.
}

TempFile::TempFile(const fs::path& target, const fs::path& place) : m_target{target}, m_path{place} { remove_all(); }

TempFile::~TempFile() { remove_all(); }

void TempFile::remove_all() const {
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) ::unlink((m_path.string() + suffix).c_str());
}

void TempFile::become_target(bool overwrite) {
    sync_to_disk(m_path);
    int failed = 0;
    if (!overwrite && ::renameat2(AT_FDCWD, m_path.c_str(), AT_FDCWD, m_target.c_str(), RENAME_NOREPLACE) != 0) failed = errno;
    if (failed == EEXIST) throw exists_already({m_target});
    if (overwrite || failed) rename_or_throw(m_path, m_target, m_target);  // Not every file system knows the careful way.
    sync_folder(m_target.parent_path());
}

TempFolder::TempFolder(const fs::path& parent) {
    int failed = 0;
    do {
        m_path = parent / hidden_name();
        failed = ::mkdir(m_path.c_str(), 0777) != 0 ? errno : 0;
    } while (failed == EEXIST);
    if (failed) {
        m_path.clear();
        throw write_failure(parent, reason_of(failed));
    }
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

void TempFolder::become(const fs::path& target) {
    for (const auto& entry : fs::directory_iterator{m_path}) sync_to_disk(entry.path());
    sync_folder(m_path);
    rename_or_throw(m_path, target, target);
    sync_folder(target.parent_path());
}

void move_all(const TempFolder& from, const fs::path& to, const std::vector<std::string>& names,
              const std::vector<std::string>& stale) {
    for (const std::string& name : names) sync_to_disk(from.path() / name);
    const fs::path old = from.path() / "replaced";  // Goes with the temporary folder once all is in place.
    if (::mkdir(old.c_str(), 0777) != 0) throw write_failure(to, reason_of(errno));
    std::vector<Move> done;
    const auto move = [&](const fs::path& source, const fs::path& target) {
        if (std::rename(source.c_str(), target.c_str()) != 0) {
            const int error = errno;
            undo(done);
            throw write_failure(target, reason_of(error));
        }
        done.push_back({source, target});
    };
    std::error_code ignored;
    const auto put_aside = [&](const std::string& name) {
        if (fs::symlink_status(to / name, ignored).type() != fs::file_type::not_found) move(to / name, old / name);
    };
    for (const std::string& name : stale) put_aside(name);
    for (const std::string& name : names) {
        put_aside(name);
        move(from.path() / name, to / name);
    }
    sync_folder(to);
}

}  // namespace geo::storage
