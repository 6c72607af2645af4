#pragma once

#include <span>
#include <string_view>

/// Data files compiled into the program (`.cmake/embed.cmake`).
namespace geo::embedded {

struct File {
    std::string_view name;  ///< file name without folder
    std::string_view text;  ///< its bytes
};

}  // namespace geo::embedded
