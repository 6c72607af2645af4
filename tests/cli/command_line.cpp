#include "tests/cli/command_line.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <sstream>

#include <sys/wait.h>
#include <unistd.h>

namespace cli {
namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

Outcome shell(const std::string& command) {
    const Folder folder;
    const std::string line = "( " + command + " ) >'" + (folder / "out").string() + "' 2>'" + (folder / "err").string() + "' </dev/null";
    const int status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), text_of(folder / "out"), text_of(folder / "err")};
}

Outcome anchong(const std::string& arguments, const std::string& prefix) {
    return shell(prefix + " " + ANCHONG_PROGRAM + " " + arguments);
}

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "anchong-test-XXXXXX").string();
    if (!mkdtemp(name.data())) std::abort();
    m_path = name;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

void Folder::write(const std::string& name, const std::string& text) const { std::ofstream{m_path / name, std::ios::binary} << text; }

std::string squares(std::initializer_list<Square> all) {
    constexpr double degree_m = 111'320.0;
    const double lon = 106.55, lat = 29.56, cosine = std::cos(lat * 3.14159265358979 / 180);
    std::ostringstream out;
    out << std::setprecision(12) << R"({"type":"FeatureCollection","features":[)";
    bool first = true;
    for (const Square& s : all) {
        const double w = lon + s.x_m / degree_m / cosine, e = w + s.width_m / degree_m / cosine;
        const double b = lat + s.y_m / degree_m, t = b + s.height_m / degree_m;
        out << (first ? "" : ",") << R"({"type":"Feature","properties":)" << s.properties << R"(,"geometry":{"type":"Polygon","coordinates":[[[)"
            << w << ',' << b << "],[" << e << ',' << b << "],[" << e << ',' << t << "],[" << w << ',' << t << "],[" << w << ',' << b << "]]]}}";
        first = false;
    }
    out << "]}";
    return out.str();
}

}  // namespace cli
