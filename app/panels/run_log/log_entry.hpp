#pragma once

#include "app/project/selection.hpp"
#include "geo/core/finding.hpp"
#include "geo/io/project_file.hpp"

#include <QDateTime>

#include <optional>
#include <string>

namespace app {

/// Something that happened while the window was open.
struct LogEntry {
    enum class Severity { Note, Warning, Error };

    QDateTime time;
    Severity severity = Severity::Note;
    geo::Message text;
    std::string where;    ///< file, layer or role; empty when it concerns the whole
    std::string feature;  ///< id of what it concerns; empty when that is more than one thing
};

/// A finding as an entry. What was put right in a stated way is a note; whatever may change a verdict or has left something out is a warning.
LogEntry entry_of(const geo::Finding& finding, const QDateTime& time);

/// What of the project an entry speaks of, where that is one thing that the project has. Features that are counted by the row of a file are not.
std::optional<Selected> subject_of(const LogEntry& entry, const geo::Project& project, const geo::Results& results);

}  // namespace app
