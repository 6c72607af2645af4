#pragma once

#include "geo/model/inputs.hpp"
#include "geo/zones/why.hpp"

#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace app {

/// What stands before a row.
enum class Mark {
    Verdict,
    Share,   ///< a disc filled by the share of the open ground
    Gain,    ///< a way to free ground
    Heading  ///< nothing: the row is the heading of those that follow
};

/// One row of *why here / why not here*, in the window's language.
struct Reason {
    QString name;      ///< of the obstacle
    QString obstacle;  ///< the same with its class
    QString need, have;
    QString clause;  ///< shown as a link
    QString rule;    ///< id, that the link names; empty: no link
    QString note;
    QString tip;     ///< the rule in full and where it stands
    geo::Verdict verdict = geo::Verdict::ToVerify;
    bool governs = false;  ///< of all rows
    Mark mark = Mark::Verdict;
    double share = 0.0;    ///< 0…1, for its mark
    std::optional<std::pair<geo::Point, geo::Point>> line;  ///< absent where obstacle and place meet, or the obstacle is not known
    QString line_text;     ///< `7.13 m ≥ 6.00`
};

/// The rows of an answer in their order; after them one for all roles of which there is no layer: no data proves nothing.
std::vector<Reason> reasonsOf(const geo::Why& why, const geo::Inputs& inputs);

/// All that a row says, in one line; of marks as words.
QStringList wordsOf(const Reason& reason);

}  // namespace app
