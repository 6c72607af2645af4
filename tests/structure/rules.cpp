#include "tests/structure/rules.hpp"

#include "tests/structure/tables.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace structure {
namespace {

using Breaches = std::vector<std::string>;

bool is_one_of(std::string_view path, std::initializer_list<std::string_view> endings) {
    return std::ranges::any_of(endings, [&](std::string_view ending) { return path.ends_with(ending); });
}

bool is_cpp(std::string_view path) { return is_one_of(path, {".hpp", ".cpp", ".h"}); }
bool is_text(std::string_view path) {
    return is_cpp(path) || is_one_of(path, {".txt", ".cmake", ".bash", ".md", ".json", "/run", "/quickstart"});
}

/// The row of the table for a folder; `app/panels/zones` has that of `app/panels/*`.
std::string row_of(const std::string& folder) { return folder.starts_with("app/panels/") ? "app/panels/*" : folder; }

bool is_known(const std::string& folder) {
    return std::ranges::any_of(folders(), [&](const Folder& f) { return f.name == row_of(folder); });
}

void add_used(const std::string& row, std::set<std::string>& used) {
    const auto it = std::ranges::find(folders(), row, &Folder::name);
    if (it == folders().end()) return;
    for (const std::string_view use : it->uses) {
        if (use == "geo") {
            for (const Folder& f : folders())
                if (f.name.starts_with("geo/")) used.emplace(f.name);
        } else if (used.emplace(use).second) {
            add_used(std::string{use}, used);
        }
    }
}

void each_line(const SourceFile& file, const std::function<void(const std::string&, const std::string&)>& look) {
    std::istringstream in{file.text};
    int number = 0;
    for (std::string line; std::getline(in, line);) look(line, file.path + ":" + std::to_string(++number) + ": ");
}

void each_match(const std::string& line, const std::regex& pattern,
                const std::function<void(const std::smatch&)>& look) {
    for (std::sregex_iterator it{line.begin(), line.end(), pattern}, end; it != end; ++it) look(*it);
}

bool keeps_to(const Library& library, const std::string& folder) {
    return std::ranges::any_of(library.kept_to, [&](std::string_view place) {
        return folder == place || (place.ends_with('/') && folder.starts_with(place));
    });
}

struct Include {
    std::string name;
    bool is_quoted = false;
};

void each_include(const SourceFile& file, const std::function<void(const Include&, const std::string&)>& look) {
    if (!is_cpp(file.path)) return;
    static const std::regex include{R"re(^\s*#\s*include\s*([<"])([^">]+)[">])re"};
    each_line(file, [&](const std::string& line, const std::string& at) {
        std::smatch found;
        if (std::regex_search(line, found, include)) look({found[2], found[1] == "\""}, at);
    });
}

bool is_own(std::string_view name) {
    return name.starts_with("geo/") || name.starts_with("app/") || name.starts_with("data/");
}

/// Where `name` is of a library that the folder must not see, a breach.
void look_at_library(const std::string& folder, const std::string& name, std::string_view Library::*pattern,
                     const std::string& at, Breaches& out) {
    for (const Library& library : libraries())
        if (std::regex_match(name, std::regex{std::string{library.*pattern}}) && !keeps_to(library, folder))
            out.push_back(at + folder + " must not use " + std::string{library.name} + " (" + name + ")");
}

void look_at_folder(const std::string& folder, const std::string& other, const std::string& at, Breaches& out) {
    if (!is_known(folder)) {
        out.push_back(at + folder + " is in no table");
    } else if (!is_known(other)) {
        out.push_back(at + folder + " uses " + other + ", which is in no table");
    } else if (!may_use(folder, other)) {
        out.push_back(at + folder + " must not use " + other);
    }
}

}  // namespace

std::vector<SourceFile> source_files(const std::filesystem::path& checkout, const std::vector<std::string>& under) {
    namespace fs = std::filesystem;
    std::vector<SourceFile> files;
    for (const std::string& folder : under) {
        if (!fs::is_directory(checkout / folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator{checkout / folder}) {
            std::string path = entry.path().lexically_relative(checkout).generic_string();
            if (!entry.is_regular_file() || !is_text(path)) continue;
            std::ifstream in{entry.path(), std::ios::binary};
            files.push_back({std::move(path), {std::istreambuf_iterator<char>{in}, {}}});
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

std::string folder_of(std::string_view path) {
    const auto part_end = [&](std::size_t from) { return path.find('/', from); };
    std::size_t end = part_end(0);
    if (end == std::string_view::npos) return std::string{path};
    const std::size_t second = part_end(end + 1);
    if (second == std::string_view::npos) return std::string{path.substr(0, end)};
    end = second;
    if (path.starts_with("app/panels/"))
        if (const std::size_t third = part_end(end + 1); third != std::string_view::npos) end = third;
    return std::string{path.substr(0, end)};
}

bool may_use(const std::string& folder, const std::string& other) {
    if (folder == other) return true;
    std::set<std::string> used;
    add_used(row_of(folder), used);
    return used.contains(row_of(other));
}

Breaches include_breaches(const SourceFile& file) {
    Breaches out;
    const std::string folder = folder_of(file.path);
    each_include(file, [&](const Include& include, const std::string& at) {
        const std::string& name = include.name;
        if (is_own(name)) {
            look_at_folder(folder, folder_of(name), at, out);
        } else if (include.is_quoted) {
            out.push_back(at + "own files are included by their path from the checkout on (" + name + ")");
        } else {
            look_at_library(folder, name, &Library::header, at, out);
        }
    });
    return out;
}

Breaches leak_breaches(const std::vector<SourceFile>& files) {
    std::map<std::string, std::vector<std::string>> included;  // by each header, at any depth
    for (const SourceFile& file : files)
        if (file.path.ends_with(".hpp"))
            each_include(
                file, [&](const Include& include, const std::string&) { included[file.path].push_back(include.name); });

    const auto seen_through = [&](const std::string& header) {
        std::set<std::string> seen{header};
        for (std::vector<std::string> open{header}; !open.empty();) {
            const std::string next = open.back();
            open.pop_back();
            for (const std::string& name : included[next])
                if (seen.insert(name).second) open.push_back(name);
        }
        return seen;
    };
    Breaches out;
    for (const SourceFile& file : files)
        each_include(file, [&](const Include& include, const std::string& at) {
            if (!is_own(include.name)) return;
            for (const std::string& name : seen_through(include.name))
                look_at_library(folder_of(file.path), name, &Library::header, at + "through " + include.name + ", ",
                                out);
        });
    return out;
}

Breaches link_breaches(const SourceFile& file) {
    Breaches out;
    if (!file.path.ends_with("/CMakeLists.txt")) return out;
    static const std::regex target{R"(([A-Za-z][A-Za-z0-9]*)::([A-Za-z0-9_]+))"};
    const std::string folder = folder_of(file.path);
    if (folder == "geo" || folder == "data") return out;  // These only list their folders.
    each_line(file, [&](const std::string& line, const std::string& at) {
        each_match(line.substr(0, line.find('#')), target, [&](const std::smatch& found) {
            const std::string space = found[1], name = found[0];
            if (space == "geo" || space == "app" || space == "data") {
                // app::panels_sites is the library of app/panels/sites.
                look_at_folder(folder, space + "/" + std::regex_replace(found[2].str(), std::regex{"^panels_"}, "panels/"), at, out);
            } else {
                look_at_library(folder, name, &Library::target, at, out);
            }
        });
    });
    return out;
}

Breaches form_breaches(const SourceFile& file) {
    Breaches out;
    if (!is_cpp(file.path)) return out;
    if (file.path.ends_with(".hpp") && !file.text.starts_with("#pragma once\n"))
        out.push_back(file.path + ":1: a header begins with #pragma once");
    const auto lines = std::ranges::count(file.text, '\n');
    if (lines > most_lines)
        out.push_back(file.path + ":" + std::to_string(lines) + ": longer than " + std::to_string(most_lines) +
                      " lines");
    return out;
}

Breaches path_breaches(const SourceFile& file) {
    Breaches out;
    // The first line of a script names its interpreter; /dev and /proc are the same everywhere.
    static const std::regex absolute{
        R"re((^|[\s"'(=:])((/(home|root|work|tmp|usr|opt|mnt|media|srv|var|Users)/|[A-Z]:\\\\?)[^\s"')]*))re"};
    each_line(file, [&](const std::string& line, const std::string& at) {
        if (line.starts_with("#!")) return;
        each_match(line, absolute,
                   [&](const std::smatch& found) { out.push_back(at + "a path of one machine: " + found[2].str()); });
    });
    return out;
}

}  // namespace structure
