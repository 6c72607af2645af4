#pragma once

#include "app/pages/page_writer.hpp"

#include <map>

namespace app {

/// What a sheet's heading and title block say.
struct SheetFacts {
    geo::Message heading;                     ///< `青禾苑 · 电动自行车集中停放充电区平面布置图`
    std::map<std::string, QString> values;    ///< by the cells' names: `project`, `phase` …
    QString rules_id;                         ///< beside the label of the rules
};

/// Frame, heading, dividing line and title block.
void write_frame(PageWriter& writer, const SheetFacts& facts);

/// The disclaimer's box, at its full size. @param bottom  of the box
void write_disclaimer(PageWriter& writer, double bottom);

}  // namespace app
