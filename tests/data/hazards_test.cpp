#include "tests/data/sample_township.hpp"

#include "geo/geometry/distance.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <numeric>

namespace samples {
namespace {

const std::vector<geo::Feature>& reports() { return layer(Sheet::Hazards).features; }

std::string text(const geo::Feature& report, std::string_view field) { return geo::text_of(geo::Role::Hazard, report, field); }

geo::Point place(const geo::Feature& report) { return report.shape.points.front(); }

TEST(SampleHazards, AreOrderedOverTwoYears) {
    std::string last;
    for (const geo::Feature& report : reports()) {
        const std::string date = text(report, "date");
        EXPECT_EQ(date.size(), 10u);
        EXPECT_GE(date, last);
        last = date;
    }
    EXPECT_THAT(text(reports().front(), "date"), testing::StartsWith("2024-11"));
    EXPECT_THAT(text(reports().back(), "date"), testing::StartsWith("2026-10"));
}

TEST(SampleHazards, AreAllFilledInWithTheWordsOfTheLedger) {
    std::map<std::string, int> types, statuses, sources;
    for (const geo::Feature& report : reports()) {
        ++types[text(report, "type")], ++statuses[text(report, "status")], ++sources[text(report, "source")];
        EXPECT_THAT(text(report, "severity"), testing::AnyOf("一般", "较大", "重大"));
    }
    EXPECT_FALSE(types.contains(""));
    for (const char* type : {"飞线充电", "楼道充电", "消防车道占用", "可燃物堆放"}) EXPECT_GT(types[type], 50) << type;
    EXPECT_EQ(statuses.size(), 5u);  // 登记 整改中 待复核 已销号 反弹
    EXPECT_GT(statuses["已销号"], 1000);
    EXPECT_GT(sources["12345热线"], 300);
}

TEST(SampleHazards, ComeLessOftenAtWeekends) {
    int weekend = 0;
    for (const geo::Feature& report : reports()) {
        const std::string d = text(report, "date");
        const auto day = std::chrono::year{std::stoi(d.substr(0, 4))} / std::stoi(d.substr(5, 2)) / std::stoi(d.substr(8, 2));
        const unsigned weekday = std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding();
        if (weekday == 0 || weekday == 6) ++weekend;
    }
    EXPECT_LT(weekend, 2000 * 0.22);  // an even week would have 2/7 = 0.286
    EXPECT_GT(weekend, 2000 * 0.12);
}

// Each report counts for the building it lies nearest to; spread evenly, a tenth of the buildings would get a tenth.
TEST(SampleHazards, MostLieAtAFewBuildings) {
    const auto& buildings = layer(Sheet::Buildings).features;
    std::vector<int> counts(buildings.size(), 0);
    for (const geo::Feature& report : reports()) {
        std::size_t nearest = 0;
        double least = 1e300;
        for (std::size_t k = 0; k < buildings.size(); ++k) {
            const geo::Point c = geo::box_of(buildings[k].shape).centre(), p = place(report);
            if (std::hypot(c.x - p.x, c.y - p.y) > 60.0) continue;
            if (const double d = geo::distance(report.shape, buildings[k].shape); d < least) least = d, nearest = k;
        }
        ASSERT_LT(least, 40.0) << report.id;
        ++counts[nearest];
    }
    std::ranges::sort(counts, std::greater{});
    const auto top = static_cast<std::ptrdiff_t>(counts.size() / 10);
    const int in_top = std::accumulate(counts.begin(), counts.begin() + top, 0);
    EXPECT_GT(in_top, 2000 * 0.4);
    EXPECT_LT(in_top, 2000 * 0.8);
    EXPECT_GT(std::ranges::count(counts, 0), 20);  // and some have none at all
}

// Clark & Evans 1954: mean distance to the nearest neighbour over that of as many random points, 0.5 / sqrt(density).
TEST(SampleHazards, AreClusteredByTheNearestNeighbourIndex) {
    geo::Box box;
    double sum = 0.0;
    for (std::size_t i = 0; i < reports().size(); ++i) {
        const geo::Point p = place(reports()[i]);
        box.add(p);
        double least = 1e300;
        for (std::size_t j = 0; j < reports().size(); ++j)
            if (i != j) least = std::min(least, std::hypot(place(reports()[j]).x - p.x, place(reports()[j]).y - p.y));
        sum += least;
    }
    const double area_m2 = (box.max_x - box.min_x) * (box.max_y - box.min_y);
    const double n = static_cast<double>(reports().size());
    EXPECT_LT((sum / n) / (0.5 / std::sqrt(n / area_m2)), 0.5);
}

}  // namespace
}  // namespace samples
