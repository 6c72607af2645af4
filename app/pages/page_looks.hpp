#pragma once

#include "geo/core/message.hpp"
#include "geo/model/results.hpp"

#include <QColor>
#include <QSizeF>
#include <QStringList>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Uses of text on a sheet, each with its own size.
enum class Type {
    Heading, HeadingSecond, Block, BlockSecond, Number, Value, ValuePlain, Label, Caption, Table, TableBold, TableHead, TableSecond, Chip, Note, NoteSecond,
    Warning, WarningSecond
};
inline constexpr std::size_t type_count = static_cast<std::size_t>(Type::WarningSecond) + 1;

struct TypeFace {
    double mm = 2.1;  ///< height of the em
    bool is_bold = false;
    QColor colour;
};

/// What all page templates share, from `styles/pages/looks.json` (schema in `data/schemas/pagelooks.schema.json`). Millimetres.
struct PageLooks {
    struct Chip { QColor ink, ground, mark; };
    struct Disc { QColor ink, ground; };
    struct Colours { QColor paper, text, second, line, row, clause, mark, added, removed; };
    struct Strokes { double frame, map, divider, cell, row, head, mark, chip; };
    struct Rows { double legend, legend_one, sites, clearances, notes, head, block, gap; };
    struct Legend {
        QSizeF key;
        std::vector<std::string> order;  ///< groups of the map style
    };

    QStringList fonts;
    double least_text = 1.8;
    Colours colours;
    std::array<Chip, 3> chips;  ///< by verdict
    std::vector<Disc> phases;   ///< by rank; the last stands for all that follow
    Disc no_phase;
    Strokes strokes{};
    std::array<TypeFace, type_count> types;
    Rows rows{};
    Legend legend;
    geo::Message disclaimer;

    const TypeFace& face(Type type) const { return types[static_cast<std::size_t>(type)]; }
    const Chip& chip(geo::Verdict verdict) const { return chips[static_cast<std::size_t>(verdict)]; }
    const Disc& disc(std::optional<int> phase_rank) const;
};

/// @param file  named in errors @throws geo::InvalidInput  every fault, with file and key
PageLooks page_looks_from_json(std::string_view json, const std::string& file);

/// Those that are compiled in.
const PageLooks& page_looks();

}  // namespace app
