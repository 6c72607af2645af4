#pragma once

#include <sys/resource.h>

#include <csignal>

namespace io_fixtures {

/// As on a disk that takes no more than so many bytes a file.
class SizeLimit {
   public:
    explicit SizeLimit(rlim_t bytes) : m_handler{std::signal(SIGXFSZ, SIG_IGN)} {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    SizeLimit(const SizeLimit&) = delete;
    SizeLimit& operator=(const SizeLimit&) = delete;

   private:
    void (*m_handler)(int);
    rlimit m_before{};
};

}  // namespace io_fixtures
