#pragma once

#include "app/tables/disc.hpp"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace app {

/// One column of a table of records. Its texts are made when a cell is looked at, in the language of that moment, so that a ledger of a
/// million rows costs nothing before.
struct Column {
    QString id;  ///< stable in every language
    std::function<QString()> title;
    std::function<QString(int record)> text;
    /// Set: cells stand at the right, are sorted by this number and copied as it; records without it come last either way.
    std::function<std::optional<double>(int record)> number = {};
    int decimals = 0;  ///< of a number that is copied
    /// Set: cells are chips in the colours `<word>_text` on `<word>_fill`; plain where the word is empty.
    std::function<QString(int record)> chip = {};
    std::function<Disc(int record)> disc = {};     ///< before the text
    std::function<QString(int record)> icon = {};  ///< by name, before the text
    int width_px = 100;
    bool stretches = false;  ///< takes the room that is left
    bool only_sorts = false; ///< the number sorts, and no more: cells stand at the left and are copied as text
};

/// What a table shows: columns over records that are counted from 0.
struct Records {
    std::vector<Column> columns;
    int count = 0;
    std::function<QString(int record)> id;  ///< unique among them
};

}  // namespace app
