#pragma once

#include <filesystem>
#include <string>

namespace cli {

struct Outcome {
    int exit = 0;
    std::string out;  ///< standard output
    std::string err;  ///< standard error
};

/// Runs `anchong ARGUMENTS` through the shell. @param prefix  before the program: `ulimit -f 8;` …
Outcome anchong(const std::string& arguments, const std::string& prefix = {});

/// Runs any shell command.
Outcome shell(const std::string& command);

/// A fresh folder that goes away with the object.
class Folder {
   public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    const std::filesystem::path& path() const { return m_path; }
    void write(const std::string& name, const std::string& text) const;

   private:
    std::filesystem::path m_path;
};

/// A GeoJSON layer of squares in lon/lat near 106.55 E, 29.56 N: each `west,south,size` in metres from there.
struct Square {
    double x_m, y_m, width_m, height_m;
    std::string properties = "{}";
};
std::string squares(std::initializer_list<Square> all);

}  // namespace cli
