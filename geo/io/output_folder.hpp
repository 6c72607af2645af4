#pragma once

#include "geo/core/progress.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// What an export will put into its folder, known before the first byte is written.
struct FolderContent {
    std::vector<std::string> names;  ///< of the files, sorted
    std::vector<std::string> stale;  ///< that would contradict the new files if they stayed
    std::function<bool(const std::filesystem::path&)> may_stay{};  ///< a file that is there and may be written over unasked; absent: none
};

/// Writes the files into `temp`; messages name `target` instead.
using WriteInto = std::function<void(const std::filesystem::path& temp, const std::filesystem::path& target, const Progress&)>;

/// Makes the folder where it is not there yet, writes the files beside their places and moves them in: all or none.
/// @throws OutputError  not writable, disk full, or files exist and not `overwrite` (lists them) @throws Cancelled, and whatever `write` throws
void write_folder(const std::filesystem::path& folder, const FolderContent& content, bool overwrite, const WriteInto& write, const Progress& progress = {});

/// Writes a text into such a folder. @param target  named in messages @throws OutputError
void write_text_into(const std::filesystem::path& file, const std::filesystem::path& target, std::string_view text);

/// A name of a project as the beginning of a file's name.
std::string file_stem(const std::string& name);

}  // namespace geo
