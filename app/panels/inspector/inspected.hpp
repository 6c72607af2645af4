#pragma once

#include "app/panels/inspector/reason.hpp"

namespace app {

/// A number that is shown large on a card.
struct Figure {
    QString label, value;
};

/// A line of the attributes.
struct Fact {
    enum class Kind { Value, Unknown, Heading };
    QString name, value;
    Kind kind = Kind::Value;
};

/// What the inspector shows of one thing, in the window's language.
struct Inspected {
    QString heading, subline, summary;
    std::optional<geo::Verdict> verdict;
    std::vector<Figure> figures;  ///< at most three
    bool has_reasons = false;     ///< shows these, else the facts
    std::vector<Reason> reasons;
    std::vector<Fact> facts;
    QString facts_title;           ///< beside the reasons; empty: what is known
    bool reasons_first = false;    ///< where there are both
    std::optional<geo::Box> extent;  ///< to zoom to
};

/// All of it as lines with tabs, for the clipboard.
QString plainText(const Inspected& shown);

}  // namespace app
