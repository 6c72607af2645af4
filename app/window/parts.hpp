#pragma once

#include "app/project/open_project.hpp"
#include "app/project/project_store.hpp"
#include "app/window/message_bar.hpp"
#include "app/window/status_line.hpp"
#include "geo/core/finding.hpp"

#include <functional>
#include <span>

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
};

}  // namespace app
