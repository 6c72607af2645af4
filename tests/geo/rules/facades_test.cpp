#include "geo/rules/facades.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using namespace geo;
using enum Facade;

std::string read(const char* text) {
    const auto notes = wall_notes(text);
    if (!notes) return "?";
    std::string all;
    for (const WallNote& note : *notes) all += "ufpbw"[static_cast<int>(note.facade)] + std::string{"NESWga"}.substr(static_cast<std::size_t>(note.side), 1) + " ";
    return all;
}

TEST(WallNotes, ReadTheWaysTheyAreWritten) {
    const std::pair<const char*, const char*> rows[]{{"", ""}, {"无", ""}, {"no", ""}, {"firewall:N", "wN "}, {"firewall:N; blank:E,W", "wN bE bW "},
                                                     {"防火墙:北；无窗墙:东、西", "wN bE bW "}, {"北山墙 实墙", "bN "}, {"山墙", "bg "}, {"东山墙", "bE "}, {"N", "bN "},
                                                     {"few_openings: south", "fS "}, {"水幕:南", "pS "}, {"甲级防火门窗：四周", "pa "}, {"防火墙", "wa "}, {"Blank: All", "ba "},
                                                     // What is not understood says nothing of any wall.
                                                     {"maybe", "?"}, {"东北", "?"}, {"防火墙:东北", "?"}, {"firewall blank:N", "?"}, {";", "?"}, {"firewall:N; 有窗", "?"}, {"1", "?"}};
    for (const auto& [text, notes] : rows) EXPECT_EQ(read(text), notes) << text;
}

/// Length of the walls of each kind, metres.
std::map<Facade, double> lengths(const MultiPolygon& footprint, const char* text) {
    std::map<Facade, double> all;
    for (const Walls& walls : walls_of(footprint, *wall_notes(text)))
        for (const Line& line : walls.lines)
            for (std::size_t i = 1; i < line.size(); ++i) all[walls.facade] += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return all;
}

using Lengths = std::map<Facade, double>;
const MultiPolygon slab{{{{0, 0}, {30, 0}, {30, 10}, {0, 10}}, {}}};

TEST(WallsOf, ATurnOfTheCompassAreToldApart) {
    EXPECT_EQ(lengths(slab, "firewall:N"), (Lengths{{Unknown, 50.0}, {Firewall, 30.0}}));
    EXPECT_EQ(lengths(slab, "blank:E,W"), (Lengths{{Unknown, 60.0}, {Blank, 20.0}}));
    EXPECT_EQ(lengths(slab, "山墙"), (Lengths{{Unknown, 60.0}, {Blank, 20.0}})) << "gables are the short walls";
    EXPECT_EQ(lengths(slab, "firewall"), (Lengths{{Firewall, 80.0}}));
    const auto north = walls_of(slab, *wall_notes("firewall:N"));
    ASSERT_EQ(north.size(), 2u);
    EXPECT_EQ(north[1].lines, (std::vector<Line>{{{30, 10}, {0, 10}}}));
}

TEST(WallsOf, AreTheSameWhicheverWayTheRingRuns) {
    const MultiPolygon clockwise{{{{0, 0}, {0, 10}, {30, 10}, {30, 0}}, {}}};
    EXPECT_EQ(lengths(clockwise, "firewall:N; blank:E"), lengths(slab, "firewall:N; blank:E"));
}

TEST(WallsOf, TheBestNoteOfAWallCounts) { EXPECT_EQ(lengths(slab, "blank; firewall:S"), (Lengths{{Blank, 50.0}, {Firewall, 30.0}})); }

// A 10 m courtyard in a 30 m block: its north-facing wall is the one at its south.
TEST(WallsOf, OfCourtyardsFaceIntoThem) {
    const MultiPolygon block{{{{0, 0}, {30, 0}, {30, 30}, {0, 30}}, {{{10, 10}, {10, 20}, {20, 20}, {20, 10}}}}};
    const auto walls = walls_of(block, *wall_notes("firewall:N"));
    ASSERT_EQ(walls.size(), 2u);
    EXPECT_EQ(walls[1].lines, (std::vector<Line>{{{30, 30}, {0, 30}}, {{20, 10}, {10, 10}}}));
}

// At 45 degrees a wall faces neither way: in doubt nothing is reduced.
TEST(WallsOf, AtTheLimitBetweenTwoSidesAreOfNone) {
    const MultiPolygon diamond{{{{0, -10}, {10, 0}, {0, 10}, {-10, 0}}, {}}};
    EXPECT_EQ(lengths(diamond, "firewall:N,E,S,W"), (Lengths{{Unknown, 4 * std::hypot(10.0, 10.0)}}));
    const MultiPolygon turned{{{{0, -10}, {11, 0}, {0, 10}, {-11, 0}}, {}}};
    EXPECT_EQ(lengths(turned, "firewall:N,S").size(), 1u) << "steeper towards north and south";
}

}  // namespace
