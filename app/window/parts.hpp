#pragma once

#include "app/project/open_project.hpp"
#include "app/project/project_store.hpp"
#include "app/window/message_bar.hpp"
#include "app/window/status_line.hpp"
#include "geo/core/finding.hpp"
#include "geo/report/comparison_document.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace app {

/// What the parts of the window share; all of it outlives them.
struct Parts {
    QWidget& window;  ///< parent of dialogs
    OpenProject& project;
    ProjectStore& store;
    MessageBar& messages;
    StatusLine& status;
    std::function<void(Severity, const geo::Message&)> log;     ///< into the run log
    std::function<void(std::span<const geo::Finding>)> log_findings;
    std::function<void()> show_log;

    /// A failure: in the message bar, with a link to the log, and in the log.
    void fail(const geo::Message& reason) const;
    /// Scenarios with their results, the first as the base; nothing where one has not been run, which is said.
    std::optional<geo::Comparison> comparisonOf(const QStringList& scenarios) const;
    /// Files that were written, if any: in the log and, with a link to their folder, in the message bar.
    void tellWritten(const std::vector<std::filesystem::path>& files) const;
};

}  // namespace app
