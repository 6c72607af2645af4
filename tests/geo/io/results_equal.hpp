#pragma once

#include "geo/model/results.hpp"

#include <gtest/gtest.h>

namespace io_fixtures {

/// Every member the same, coordinates and numbers bit for bit.
inline void expect_equal(const geo::Zone& a, const geo::Zone& b) {
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.compound, b.compound);
    EXPECT_EQ(a.type, b.type);
    EXPECT_EQ(a.legal, b.legal);
    EXPECT_EQ(a.robust, b.robust);
    EXPECT_EQ(a.legal_m2, b.legal_m2);
    EXPECT_EQ(a.robust_m2, b.robust_m2);
    EXPECT_EQ(a.legal_width_m, b.legal_width_m);
    EXPECT_EQ(a.robust_width_m, b.robust_width_m);
    EXPECT_EQ(a.consent, b.consent);
}

inline void expect_equal(const geo::Ground& a, const geo::Ground& b) {
    EXPECT_EQ(a.compound, b.compound);
    EXPECT_EQ(a.scale, b.scale);
    EXPECT_EQ(a.is_computed, b.is_computed);
    EXPECT_EQ(a.reason, b.reason);
    EXPECT_EQ(a.way, b.way);
    EXPECT_EQ(a.legal_m2, b.legal_m2);
    EXPECT_EQ(a.dropped_parts, b.dropped_parts);
    EXPECT_EQ(a.dropped_m2, b.dropped_m2);
    ASSERT_EQ(a.zones.size(), b.zones.size());
    for (std::size_t i = 0; i < a.zones.size(); ++i) expect_equal(a.zones[i], b.zones[i]);
}

inline void expect_equal(const geo::Site& a, const geo::Site& b) {
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.zone_id, b.zone_id);
    EXPECT_EQ(a.compound, b.compound);
    EXPECT_EQ(a.type, b.type);
    EXPECT_EQ(a.outline, b.outline);
    EXPECT_EQ(a.bay_count, b.bay_count);
    EXPECT_EQ(a.group_count, b.group_count);
    EXPECT_EQ(a.area_m2, b.area_m2);
    EXPECT_EQ(a.in_robust, b.in_robust);
    EXPECT_EQ(a.has_aisle, b.has_aisle);
    EXPECT_EQ(a.cost, b.cost);
    EXPECT_EQ(a.demand_cov, b.demand_cov);
    EXPECT_EQ(a.phase, b.phase);
    EXPECT_EQ(a.verdict, b.verdict);
    EXPECT_EQ(a.governing, b.governing);
    EXPECT_EQ(a.margin_m, b.margin_m);
    ASSERT_EQ(a.bays.size(), b.bays.size());
    for (std::size_t i = 0; i < a.bays.size(); ++i) {
        EXPECT_EQ(a.bays[i].site_id, b.bays[i].site_id);
        EXPECT_EQ(a.bays[i].group, b.bays[i].group);
        EXPECT_EQ(a.bays[i].number, b.bays[i].number);
        EXPECT_EQ(a.bays[i].is_aisle, b.bays[i].is_aisle);
        EXPECT_EQ(a.bays[i].outline, b.bays[i].outline);
    }
}

inline void expect_equal(const geo::CheckRow& a, const geo::CheckRow& b) {
    EXPECT_EQ(a.site_id, b.site_id);
    EXPECT_EQ(a.duty, b.duty);
    EXPECT_EQ(a.value, b.value);
    EXPECT_EQ(a.need, b.need);
    EXPECT_EQ(a.unit, b.unit);
    EXPECT_EQ(a.clause, b.clause);
    EXPECT_EQ(a.verdict, b.verdict);
}

inline void expect_equal(const geo::Results& a, const geo::Results& b) {
    EXPECT_EQ(a.scenario, b.scenario);
    EXPECT_EQ(a.basis, b.basis);
    EXPECT_EQ(a.findings, b.findings);
    EXPECT_EQ(a.clearances, b.clearances);
    ASSERT_EQ(a.grounds.size(), b.grounds.size());
    for (std::size_t i = 0; i < a.grounds.size(); ++i) expect_equal(a.grounds[i], b.grounds[i]);
    ASSERT_EQ(a.sites.size(), b.sites.size());
    for (std::size_t i = 0; i < a.sites.size(); ++i) expect_equal(a.sites[i], b.sites[i]);
    ASSERT_EQ(a.checks.size(), b.checks.size());
    for (std::size_t i = 0; i < a.checks.size(); ++i) expect_equal(a.checks[i], b.checks[i]);
}

}  // namespace io_fixtures
