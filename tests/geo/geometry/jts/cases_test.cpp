#include "geo/core/error.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/geometry/overlay.hpp"
#include "geo/geometry/repair.hpp"
#include "tests/geo/geometry/jts/cases.hpp"
#include "tests/geo/geometry/jts/compare.hpp"
#include "tests/geo/geometry/jts/tally.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <iostream>

namespace geo::jts {
namespace {

/// Each case is given to `judge`, which notes what became of it where it is of its kind; the table is printed. As many must pass
/// as do now; `.decisions/0040-cases-of-jts-and-geos.md` tells why the others do not.
class JtsCases : public testing::Test {
   protected:
    void SetUp() override {
        if (!folder_of_cases()) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
    }
    Tally judged(const std::function<void(const Case&, Tally&)>& judge) const {
        static const Suite suite = read_suite(*folder_of_cases());
        EXPECT_EQ(suite.unreadable, 6) << "coordinates that are NaN, which GDAL does not read";
        Tally tally;
        for (const Case& one : suite.cases) judge(one, tally);
        std::cout << tally.table();
        return tally;
    }
};

bool is_area(const Shape& shape) { return shape.lines.empty() && shape.points.empty(); }

/// A library that refuses an operation fails it; the program then goes another way.
std::string judged_or_refused(const std::function<std::string()>& judge) {
    try {
        return judge();
    } catch (const GeometryError&) {
        return "refused";
    }
}

/// Our arcs lie outside the circle, here by a thousandth of the distance at most.
std::string buffer_difference(const Case& one) {
    const double distance = one.numbers.at(0), reach = std::abs(distance);
    const Point origin = origin_of(one.a);
    const Shape shape = prepared(one.a, origin);
    MultiPolygon ours = shape.areas;
    if (distance != 0) {
        const Shape from = distance > 0 ? shape : line_of(shape.areas);
        const MultiPolygon grown = unite(buffers(from, reach, reach / 1000));
        ours = distance > 0 ? grown : difference(shape.areas, grown);
    }
    return difference_of(ours, moved(one.shape->areas, -origin.x, -origin.y), std::max(buffer_tolerance(one) + reach / 1000, 1e-6));
}

TEST_F(JtsCases, Buffers) {
    const Tally tally = judged([](const Case& one, Tally& counts) {
        if (one.operation == "buffermitredjoin") return counts.leave_out("buffer, mitred", "clearances have round corners");
        if (one.operation != "buffer" || !one.shape) return;
        const double distance = one.numbers.at(0);
        const std::string family = distance > 0 ? "buffer, outwards" : distance < 0 ? "buffer, inwards" : "buffer by nothing";
        if (distance <= 0 && one.a.areas.empty()) return counts.leave_out(family, "a line or point has no inside");
        counts.note(family, judged_or_refused([&] { return buffer_difference(one); }), one.name);
    });
    EXPECT_GE(tally.of("buffer, outwards").passed, 48);
    EXPECT_GE(tally.of("buffer, inwards").passed, 10);
    EXPECT_GE(tally.of("buffer by nothing").passed, 6);
}

/// A union takes every polygon by itself, overlapping ones too.
MultiPolygon combined(const Case& one, Point origin, OverlayEngine engine) {
    if (one.operation == "union") {
        std::vector<MultiPolygon> parts;
        for (const Shape* operand : {&one.a, &one.b})
            for (const Polygon& polygon : operand->areas) parts.push_back(prepared(MultiPolygon{polygon}, origin));
        return unite(parts, 0, engine);
    }
    const MultiPolygon a = prepared(one.a.areas, origin), b = prepared(one.b.areas, origin);
    if (one.operation == "intersection") return intersection(a, b, engine);
    if (one.operation == "difference") return difference(a, b, engine);
    return unite(std::vector{difference(a, b, engine), difference(b, a, engine)}, 0, engine);
}

std::string overlay_difference(const Case& one, OverlayEngine engine) {
    const Point origin = origin_of(one.a, one.b);
    Box box = box_of(one.a);
    box.add(box_of(one.b));
    const double extent = std::max(box.max_x - box.min_x, box.max_y - box.min_y);
    return difference_of(combined(one, origin, engine), moved(one.shape->areas, -origin.x, -origin.y), 1e-6 * extent);
}

/// What JTS asks of its own robust overlay: that the areas of the four results agree with one another, to a millionth.
std::string area_difference(const Case& one, OverlayEngine engine) {
    const Point origin = origin_of(one.a, one.b);
    const MultiPolygon a = prepared(one.a.areas, origin), b = prepared(one.b.areas, origin);
    const double both = area(intersection(a, b, engine)), only_a = area(difference(a, b, engine)), only_b = area(difference(b, a, engine)),
                 all = area(unite(std::vector{a, b}, 0, engine));
    const double worst = std::max({std::abs(area(a) - both - only_a), std::abs(area(b) - both - only_b), std::abs(all - both - only_a - only_b)});
    return worst <= 1e-6 * std::max(area(a), area(b)) ? "" : "areas do not add up";
}

TEST_F(JtsCases, Overlays) {
    const Tally tally = judged([](const Case& one, Tally& counts) {
        const bool is_robust = one.operation == "overlayareatest" || (one.operation == "intersection" && one.expected.empty());
        const bool is_plain = one.operation == "intersection" || one.operation == "union" || one.operation == "difference" || one.operation == "symdifference";
        if (!is_robust && (!is_plain || !one.shape)) return;
        for (const auto& [engine, name] : {std::pair{OverlayEngine::Boost, "Boost"}, std::pair{OverlayEngine::Geos, "GEOS"}}) {
            const std::string family = (is_robust ? "robust overlay" : one.operation) + std::string{", "} + name;
            if (!is_area(one.a) || !is_area(one.b)) counts.leave_out(family, "an operand is no area");
            else if (one.a.empty() && one.b.empty()) counts.leave_out(family, "both operands are empty");
            else if (one.grid > 0) counts.leave_out(family, "the result is to be rounded to a grid");
            else counts.note(family, judged_or_refused([&] { return is_robust ? area_difference(one, engine) : overlay_difference(one, engine); }), one.name);
        }
    });
    for (const char* engine : {", Boost", ", GEOS"}) {
        EXPECT_GE(tally.of(std::string{"intersection"} + engine).passed, 62) << engine;
        EXPECT_GE(tally.of(std::string{"difference"} + engine).passed, 60) << engine;
        EXPECT_GE(tally.of(std::string{"symdifference"} + engine).passed, 40) << engine;
        EXPECT_GE(tally.of(std::string{"union"} + engine).passed, 38) << engine;
    }
    EXPECT_GE(tally.of("robust overlay, Boost").passed, 14);
    EXPECT_GE(tally.of("robust overlay, GEOS").passed, 17);
}

std::string repair_difference(const Case& one, bool was_valid) {
    Shape shape = one.a;
    const Repair what = repair(shape);
    if (was_valid && what.kind != Repair::Kind::None) return "a valid shape was changed";
    if (!was_valid && what.kind == Repair::Kind::None) return "an invalid shape was left as it is";
    return is_valid(shape.areas) ? "" : "still invalid";
}

TEST_F(JtsCases, Validity) {
    const Tally tally = judged([](const Case& one, Tally& counts) {
        if (one.operation == "isvalid") {
            if (!is_area(one.a) || one.a.empty()) {
                counts.leave_out("valid", "no area");
                return counts.leave_out("repair", "no area");
            }
            const bool expected = one.expected == "true";
            counts.note("valid", is_valid(one.a.areas) == expected ? "" : expected ? "a valid area is called invalid" : "an invalid area is called valid", one.name);
            counts.note("repair", repair_difference(one, expected), one.name);
        } else if (one.operation == "makevalid" && one.shape) {
            if (one.a.areas.empty()) return counts.leave_out("make valid", "no area");
            Shape shape = one.a;
            repair(shape);
            counts.note("make valid", difference_of(shape.areas, one.shape->areas, one.grid), one.name);
        }
    });
    EXPECT_GE(tally.of("valid").passed, 323);
    EXPECT_GE(tally.of("repair").passed, 323);
    EXPECT_GE(tally.of("make valid").passed, 5);
}

TEST_F(JtsCases, Distances) {
    const Tally tally = judged([](const Case& one, Tally& counts) {
        if (one.operation == "distance") {
            if (one.a.empty() || one.b.empty()) return counts.leave_out("distance", "of nothing: infinite here, 0 there");
            const double expected = std::strtod(one.expected.c_str(), nullptr), ours = distance(one.a, one.b);
            counts.note("distance", std::abs(ours - expected) <= 1e-12 * std::max(1.0, expected) ? "" : "another distance", one.name);
        } else if (one.operation == "iswithindistance") {
            const bool ours = distance(one.a, one.b) <= one.numbers.at(0);
            counts.note("within distance", ours == (one.expected == "true") ? "" : "another answer", one.name);
        }
    });
    EXPECT_GE(tally.of("distance").passed, 26);
    EXPECT_GE(tally.of("within distance").passed, 22);
}

}  // namespace
}  // namespace geo::jts
