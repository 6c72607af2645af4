#include "geo/checks/certificate.hpp"
#include "geo/geometry/box_index.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/zones/candidate_zones.hpp"
#include "geo/zones/free_ground.hpp"
#include "geo/zones/why.hpp"
#include "geo/rules/pack_file.hpp"
#include "tests/geo/report/real_inputs.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <map>
#include <random>

namespace geo {
namespace {

constexpr double rim_m = 0.02;  ///< circumscribed arcs are up to 1 cm long

/// The sample with all that its zones are computed from.
struct Township {
    Project project = testing::sample_project();
    RulePack pack = pack_from_text(project.packs.at(project.scenarios.front().pack));
    std::vector<Compound> compounds = project.inputs.compounds();
    std::vector<Finding> findings;
    std::vector<Obstacle> obstacles = obstacles_of(project.inputs, pack, findings);
    std::vector<Kept> kept = governing(pack, ZoneType::Shed, obstacles);
    std::vector<Ground> grounds = all_candidate_zones(compounds, kept, project.inputs.crs, ZoneType::Shed, pack);
    Reasons reasons{project.inputs, pack, ZoneType::Shed};
};

Township& township() {
    static Township town;
    return town;
}

double uniform(std::mt19937_64& random, double from, double to) {
    return from + (to - from) * static_cast<double>(random() >> 11) * 0x1p-53;
}

/// Places in and just round the compounds, as many in each.
std::vector<Point> places(int each, std::uint64_t seed) {
    std::mt19937_64 random{seed};
    std::vector<Point> points;
    for (const Compound& compound : township().compounds) {
        const Box box = box_of(compound.boundary).grown(3.0);
        for (int i = 0; i < each; ++i) {
            const double x = uniform(random, box.min_x, box.max_x);
            points.push_back({x, uniform(random, box.min_y, box.max_y)});
        }
    }
    return points;
}

double to_outline(Point p, const MultiPolygon& areas) {
    double least = std::numeric_limits<double>::infinity();
    const auto look = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) least = std::min(least, distance(p, ring[i], ring[(i + 1) % ring.size()]));
    };
    for (const Polygon& polygon : areas) {
        look(polygon.outer);
        for (const Ring& hole : polygon.holes) look(hole);
    }
    return least;
}

/// The free ground of a compound with the parts that hold no site, which zones leave out.
MultiPolygon whole_ground(const Compound& compound, double scale) {
    const Box box = box_of(compound.boundary);
    const Point origin{std::floor(box.min_x), std::floor(box.min_y)};
    const auto moved = [](Shape shape, double x, double y) {
        each_vertex(shape, [&](Point& p) { p.x += x, p.y += y; });
        return shape;
    };
    std::vector<Keep> keeps;
    for (const Kept& k : township().kept) {
        const double need = (k.requirement.need_m + k.obstacle->half_width_m) * scale;
        if (k.obstacle->is_presumed || !box_of(k.obstacle->shape).grown(need + 1.0).meets(box)) continue;
        keeps.push_back({moved(k.obstacle->shape, -origin.x, -origin.y), need});
    }
    const MultiPolygon boundary = moved({compound.boundary, {}, {}}, -origin.x, -origin.y).areas;
    const double setback = parameter(township().pack, "setback") * scale;
    return moved({free_ground(boundary, keeps, setback).ground, {}, {}}, origin.x, origin.y).areas;
}

MultiPolygon legal_of(const Ground& ground) {
    MultiPolygon rings;
    for (const Zone& zone : ground.zones) rings.push_back(zone.legal);
    return rings;
}

bool breaks_only_recommendations(const Why& why) {
    return std::ranges::any_of(why.rows, [](const WhyRow& row) {
        return row.strength == Strength::Should && row.cause == Cause::Breach && row.verdict == Verdict::ToVerify;
    });
}

// The map and the answer are made in different ways, the one by overlay, the other by distances: they must say the same.
TEST(WhyAgreement, APlaceMayStandExactlyInTheLegalGround) {
    Township& town = township();
    std::map<std::string, const Ground*> ground_of;
    std::map<std::string, MultiPolygon> dropped_too;
    for (const Ground& ground : town.grounds) {
        ASSERT_TRUE(ground.is_computed) << ground.compound;
        ground_of[ground.compound] = &ground;
    }
    int inside = 0, outside = 0, dropped = 0, recommended = 0;
    for (const Point p : places(400, 7)) {
        const Why why = town.reasons.at(p);
        if (why.compound.empty()) {
            EXPECT_EQ(why.verdict, Verdict::Fails);
            for (const Ground& ground : town.grounds)
                EXPECT_TRUE(!contains(legal_of(ground), p) || to_outline(p, legal_of(ground)) < rim_m) << p.x << ", " << p.y;
            continue;
        }
        const Ground& ground = *ground_of.at(why.compound);
        const MultiPolygon legal = legal_of(ground);
        if (to_outline(p, legal) < rim_m) continue;
        const bool is_legal = contains(legal, p);
        if (why.verdict != Verdict::Fails && !is_legal && breaks_only_recommendations(why)) {
            ++recommended;  // zones keep what is recommended, too; a planner may depart from it
            continue;
        }
        if (why.verdict != Verdict::Fails && !is_legal && ground.dropped_parts > 0) {
            auto it = dropped_too.find(why.compound);
            if (it == dropped_too.end()) {
                const auto compound = std::ranges::find(town.compounds, why.compound, &Compound::id);
                it = dropped_too.emplace(why.compound, whole_ground(*compound, ground.scale)).first;
            }
            if (contains(it->second, p) || to_outline(p, it->second) < rim_m) {
                ++dropped;
                continue;
            }
        }
        EXPECT_EQ(why.verdict != Verdict::Fails, is_legal) << why.compound << " at " << p.x << ", " << p.y << ": " << why.summary.en;
        ++(is_legal ? inside : outside);
    }
    RecordProperty("inside", inside), RecordProperty("outside", outside), RecordProperty("dropped", dropped);
    EXPECT_GT(inside, 500);
    EXPECT_GT(outside, 1500);
    EXPECT_LT(dropped + recommended, 500);
}

TEST(WhyAgreement, NoAccuracyIsDoubtedInTheRobustRing) {
    Township& town = township();
    int robust = 0;
    for (const Point p : places(400, 11)) {
        const Why why = town.reasons.at(p);
        for (const Ground& ground : town.grounds) {
            if (ground.compound != why.compound) continue;
            for (const Zone& zone : ground.zones) {
                if (!contains(zone.robust, p)) continue;
                ++robust;
                EXPECT_NE(why.verdict, Verdict::Fails);
                for (const WhyRow& row : why.rows)
                    EXPECT_TRUE(row.cause != Cause::Accuracy || row.is_presumed)
                        << row.obst_id << ": margin " << row.margin_m() << " at " << p.x << ", " << p.y;
            }
        }
    }
    EXPECT_GT(robust, 500);
}

// A site of a tenth of a millimetre has the certificate of its place.
TEST(WhyAgreement, RowsAreThoseOfACertificate) {
    constexpr double half = 5e-5;
    Township& town = township();
    std::map<std::string, double> scale_of;
    for (const Ground& ground : town.grounds) scale_of[ground.compound] = ground.scale;
    int compared = 0;
    for (const Point p : places(20, 3)) {
        const Why why = town.reasons.at(p);
        if (why.compound.empty()) continue;
        Site site;
        site.outline = {{{{p.x - half, p.y - half}, {p.x + half, p.y - half}, {p.x + half, p.y + half}, {p.x - half, p.y + half}}, {}}};
        std::map<std::string, ClearanceRow> certificate;
        for (const ClearanceRow& row : clearance_rows(site, town.kept, scale_of.at(why.compound))) certificate[row.obst_id] = row;
        std::size_t governing_rows = 0;
        for (const WhyRow& row : why.rows) {
            if (!row.governs_obstacle || row.obst_kind == "boundary") continue;
            ++governing_rows;
            if (!certificate.contains(row.obst_id)) {
                EXPECT_GT(row.margin_m(), certificate_reach_m - 1e-3) << row.obst_id;
                continue;
            }
            const ClearanceRow& other = certificate.at(row.obst_id);
            EXPECT_EQ(row.rule, other.rule);
            EXPECT_EQ(row.need_m, other.need_m);
            EXPECT_NEAR(row.have_m, other.have_m, 2 * half);
            // Nearer than that to a threshold, they may differ.
            const bool is_close = std::abs(row.margin_m()) < 1e-3 || std::abs(row.margin_m() - row.accuracy_m) < 1e-3;
            if (!is_close || row.is_inside) {
                EXPECT_EQ(row.verdict, other.verdict) << row.obst_id << " " << row.have_m << " of " << row.need_m;
                ++compared;
            }
        }
        EXPECT_NEAR(static_cast<double>(governing_rows), static_cast<double>(certificate.size()), 1.0);
    }
    EXPECT_GT(compared, 1000);
}

// 54,203 buildings; no box is met twice, so the time does not grow with the town.
TEST(WhySpeed, OneAnswerInNewYorkTakesLessThanFiveMilliseconds) {
    std::optional<Inputs> city = testing::real_city("buildings/nyc-north.gpkg", "buildings");
    if (!city) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
    const Reasons reasons{*city, load_pack("cn-base"), ZoneType::Shed};
    std::mt19937_64 random{5};
    const Box box = box_of(city->layers.front().features.front().shape);
    std::vector<double> times_ms;
    std::size_t rows = 0;
    for (int i = 0; i < 500; ++i) {
        const double x = uniform(random, box.min_x, box.max_x);
        const Point p{x, uniform(random, box.min_y, box.max_y)};
        const auto start = std::chrono::steady_clock::now();
        rows += reasons.at(p).rows.size();
        times_ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::sort(times_ms);
    RecordProperty("median_us", static_cast<int>(times_ms[250] * 1000.0));
    EXPECT_GT(rows, 500u);
    EXPECT_LT(times_ms[475], 5.0);  // other work on the machine may hold up some
}

}  // namespace
}  // namespace geo
