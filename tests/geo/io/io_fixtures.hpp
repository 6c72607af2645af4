#pragma once

#include "geo/io/project_file.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <unistd.h>

// A small town and helpers that several tests of `io` share.
namespace io_fixtures {

/// A folder of its own, gone afterwards.
class Folder {
   public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "anchong-test-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const std::filesystem::path& name) const { return m_path / name; }
    const std::filesystem::path& path() const { return m_path; }
    /// Names in the folder, hidden ones too, sorted.
    std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const auto& entry : std::filesystem::directory_iterator{m_path}) found.push_back(entry.path().filename().string());
        std::ranges::sort(found);
        return found;
    }

   private:
    std::filesystem::path m_path;
};

/// Sets an environment variable while it lives.
class Environment {
   public:
    Environment(const char* name, const char* value) : m_name{name} { ::setenv(name, value, 1); }
    ~Environment() { ::unsetenv(m_name); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

   private:
    const char* m_name;
};

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ostringstream out;
    out << std::ifstream{file, std::ios::binary}.rdbuf();
    return out.str();
}

inline geo::Polygon box(double x0, double y0, double x1, double y1) {
    return {.outer = {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, .holes = {}};
}

/// Digits beyond what any text form would keep.
inline constexpr double east = 492013.123456789012, north = 3274551.987654321098;

geo::Project small_town();

/// Two zones, one with a robust ring; a site of two bays and an aisle.
geo::Results small_results(const std::string& scenario = "base");

}  // namespace io_fixtures
