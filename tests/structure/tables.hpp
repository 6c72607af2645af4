#pragma once

#include <span>
#include <string_view>
#include <vector>

/// The house rules that are data: which folder may use which, and which may use a library that others must not see.
namespace structure {

/// A source folder and what it uses directly; what those use, it may use too. `geo` stands for every folder of geo/;
/// `app/panels/*` is each folder of app/panels by itself.
struct Folder {
    std::string_view name;
    std::vector<std::string_view> uses;
};
std::span<const Folder> folders();

/// A library that only some folders may see.
struct Library {
    std::string_view name;
    std::string_view header;                ///< regular expression of the names it is included by
    std::string_view target;                ///< regular expression of the CMake targets it is linked by
    std::vector<std::string_view> kept_to;  ///< folders, or the beginning of their names with a closing slash
};
std::span<const Library> libraries();

inline constexpr int most_lines = 450;  ///< a longer file holds two ideas

}  // namespace structure
