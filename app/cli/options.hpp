#pragma once

#include "app/cli/console.hpp"
#include "geo/io/vector_file.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// A command with the console it speaks through; `run` gives the exit code.
using Action = std::function<int()>;

/// Text of a help line in the language of the console.
inline std::string help(const Console& console, const char* zh, const char* en) {
    return console.language == geo::Language::Chinese ? zh : en;
}

/// `.pdf` of `F.PDF`.
std::string ending_of(const std::string& file);

/// Refuses the empty text, which no file system knows as a path.
CLI::Validator a_path(const Console& console);

/// The same, and what does not end as its content asks for. @param ending  `.pdf`
CLI::Validator a_path_ending(const Console& console, std::string ending);

/// `NAME=VALUE` of an option. @param form  as the message shows it @throws UsageError
std::pair<std::string, std::string> split_option(const std::string& text, const char* option, const char* form);

struct FileAndLayer {
    std::filesystem::path file;
    std::optional<std::string> layer;
};
/// `FILE` or `FILE:LAYER`, the longest FILE that exists: both may have colons in their names.
FileAndLayer file_and_layer(const std::string& text);

/// Adds what every command takes: --json, --progress, --quiet, --threads, --seed, --lang, --overwrite.
void add_common(CLI::App& command, Console& console);

/// `--role`, `--crs`, `--encoding`, `--map`, `--accuracy` as given.
struct RoleOptions {
    std::vector<std::string> roles, crs, encodings, mappings, accuracies;
    void add_to(CLI::App& command, const Console& console);
};

/// What the options ask for.
struct RoleRequests {
    std::vector<geo::LayerRequest> layers;
    bool compounds_from_units = false;  ///< `--role compound=auto`
};

/// @throws UsageError  unknown role, option for a role that was not given, not `ROLE=…`
RoleRequests requests_of(const RoleOptions& options);

}  // namespace app
