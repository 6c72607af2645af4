#pragma once

#include "geo/core/finding.hpp"
#include "geo/core/message.hpp"
#include "geo/core/progress.hpp"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <vector>

namespace app {

enum class ProgressStyle { Bar, Json, None };

/// How the user wants to be spoken to; filled from the common options.
struct Console {
    geo::Language language = geo::Language::English;
    bool json = false;   ///< results as JSON on standard output; nothing else goes there
    bool quiet = false;  ///< no texts but errors
    std::string progress_word;  ///< `bar`, `json`, `none`; empty: a bar on a terminal
    int threads = 0;
    unsigned long long seed = 0;
    bool overwrite = false;

    /// A line on standard output, unless quiet or JSON was asked for.
    void tell(const geo::Message& message) const;
    /// Findings on standard error, a few of each kind; the rest is counted and said to be in the project.
    void tell(const std::vector<geo::Finding>& findings) const;
    /// Each reason why an input cannot be used, on standard error, quiet or not.
    void complain(const std::vector<geo::Message>& reasons) const;
    /// A JSON document on standard output when that was asked for; its `schema` names one of `data/schemas`.
    void give(const nlohmann::json& document) const;
    /// An error on standard error, and as JSON on standard output when that was asked for. Quiet does not silence it.
    void fail(const geo::Message& message, int exit_code) const;
    /// The JSON of an error alone.
    void give_error(const geo::Message& message, int exit_code) const;

    /// Reports on standard error under the name of a step, as a bar or as one JSON document a line; stops when the process
    /// was interrupted.
    geo::Progress progress(const geo::Message& step) const;
};

/// zh where the option, else the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`) says so.
geo::Language language_of(int argc, char** argv);

/// Ctrl+C, termination and a closed terminal stop long work instead of ending the process; the last not where it was to be ignored (nohup).
void catch_interrupts();
bool is_interrupted();

/// What the printed documents share: `{"zh": …, "en": …}`, and a list of findings.
nlohmann::json to_json(const geo::Message& message);
nlohmann::json to_json(const std::vector<geo::Finding>& findings);
nlohmann::json to_json(const std::vector<geo::Message>& messages);

}  // namespace app
