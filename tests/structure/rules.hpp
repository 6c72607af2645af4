#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace structure {

/// A file of the checkout.
struct SourceFile {
    std::string path;  ///< from the checkout's folder on, with slashes
    std::string text;
};

/// Every file under the given folders of the checkout, sorted by path; build products and whatever is not text are left
/// out.
std::vector<SourceFile> source_files(const std::filesystem::path& checkout, const std::vector<std::string>& under);

/// The folder of `tables.hpp` that a path belongs to: `geo/io/import.cpp` to `geo/io`, `app/panels/zones/x.hpp` to
/// `app/panels/zones`, `app/main.cpp` to `app`.
std::string folder_of(std::string_view path);

/// Whether the tables let code of one folder use code of another.
bool may_use(const std::string& folder, const std::string& other);

/// Each breach as `path:line: what is wrong`, in the order of the lines.
std::vector<std::string> include_breaches(const SourceFile& file);  ///< of a C++ file: folders and libraries included
/// A header that shows a library to whoever includes it belongs to the folders that may see the library.
std::vector<std::string> leak_breaches(const std::vector<SourceFile>& files);
std::vector<std::string> link_breaches(const SourceFile& file);  ///< of a CMakeLists.txt: targets linked
std::vector<std::string> form_breaches(const SourceFile& file);  ///< of a C++ file: `#pragma once`, length
std::vector<std::string> path_breaches(const SourceFile& file);  ///< of any file: paths that hold on one machine only

}  // namespace structure
