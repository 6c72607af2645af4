#include "geo/bays/layout.hpp"
#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/geometry/overlay.hpp"
#include "geo/zones/certify.hpp"
#include "geo/zones/changing_ground.hpp"
#include "geo/zones/offset_ground.hpp"
#include "geo/zones/overlay_ground.hpp"
#include "tests/bench/geos_peer.hpp"
#include "tests/bench/zone_data.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>

namespace bench {
namespace {

using namespace geo;

constexpr double least_width_m = 1.6;

/// All distances greater by half a least width: what is left tells which parts can hold a site.
Yard eroded(Yard yard) {
    for (Keep& keep : yard.keeps) keep.distance_m += 0.5 * least_width_m;
    yard.setback += 0.5 * least_width_m;
    return yard;
}

/// Least of distance less clearance; > 0 where every clearance is kept.
double least_margin(const MultiPolygon& ground, const Yard& yard) {
    double least = std::numeric_limits<double>::infinity();
    const auto measure = [&](const Shape& from, double need) {
        if (need > 0) least = std::min(least, distance(Shape{ground, {}, {}}, from) - need);
    };
    for (const Keep& keep : yard.keeps) measure(keep.shape, keep.distance_m);
    if (yard.setback > 0) least = std::min(least, distance(line_of(ground), line_of(yard.boundary)) - yard.setback);
    return least;
}

struct Answers {
    std::size_t vertices = 0, uncertified = 0, other_ways = 0;
    double margin_m = std::numeric_limits<double>::infinity(), area_m2 = 0.0;

    void add(const MultiPolygon& ground, const Yard& yard) {
        Shape all{ground, {}, {}};
        each_vertex(all, [&](Point&) { ++vertices; });
        margin_m = std::min(margin_m, least_margin(ground, yard));
        area_m2 += area(ground);
    }
};

/// One place with the answers of both sides, found once before any timing.
class Place {
   public:
    Place(std::string name, std::vector<Yard> yards) : m_name{std::move(name)}, m_yards{std::move(yards)} {
        for (std::size_t i = 0; i < m_yards.size(); ++i) {
            const Yard& yard = m_yards[i];
            m_peers.emplace_back(yard, GeosPeer::safe);
            m_bold_peers.emplace_back(yard, GeosPeer::right_angles_only);
            bold_peer.add(GeosPeer::polygons(m_bold_peers.back().free_ground()), yard);
            m_usual_peers.push_back(GeosPeer::inscribed(yard, 20));
            usual_peer.add(GeosPeer::polygons(m_usual_peers.back().free_ground()), yard);
            m_eroded.push_back(eroded(yard));
            m_peer_grounds.push_back(m_peers.back().free_ground());
            FreeGround found = free_ground(yard.boundary, yard.keeps, yard.setback);
            ours.uncertified += !found.is_certified;
            ours.other_ways += found.way != geo::first_way;
            const MultiPolygon theirs = GeosPeer::polygons(m_peer_grounds.back());
            // Each side is short by at most 1 cm along its outline.
            const double tolerance = 0.01 * (perimeter(found.ground) + perimeter(theirs)) + 0.01;
            if (found.is_certified && std::abs(area(found.ground) - area(theirs)) > tolerance) {
                throw std::runtime_error{fmt::format("{}, compound {}: {:.3f} m² of ours, {:.3f} m² by GEOS, more than {:.3f} m² apart", m_name,
                                                     i + 1, area(found.ground), area(theirs), tolerance)};
            }
            ours.add(found.ground, yard);
            peer.add(theirs, yard);
            m_grounds.push_back(std::move(found.ground));
            m_wholes.push_back(std::make_unique<WholeCompound>(yard));
            m_changing.push_back(std::make_unique<ChangingGround>(yard.boundary, yard.keeps, yard.setback));
        }
    }

    void register_all() {
        time("geos", [this](std::size_t i) { benchmark::DoNotOptimize(m_peers[i].free_ground()); });
        time("geos_20", [this](std::size_t i) { benchmark::DoNotOptimize(m_usual_peers[i].free_ground()); });
        time("geos_bold", [this](std::size_t i) { benchmark::DoNotOptimize(m_bold_peers[i].free_ground()); });
        time("free_ground", [this](std::size_t i) {
            benchmark::DoNotOptimize(geo::free_ground(m_yards[i].boundary, m_yards[i].keeps, m_yards[i].setback));
        });
        time("zone", [this](std::size_t i) { zone_alone(m_yards[i]); });
        time("least_width", [this](std::size_t i) { zone_alone(m_eroded[i]); });
        time("change", [this](std::size_t i) { change_all(i); }, [this](std::size_t i) { return 2 * m_yards[i].keeps.size(); });
        time("candidate_zones", [this](std::size_t i) { benchmark::DoNotOptimize(m_wholes[i]->zones()); });
        time_all("one_thread", 1);
        time_all("two_threads", 2);
        time("overlays", [this](std::size_t i) {
            benchmark::DoNotOptimize(ground_by_overlays(m_yards[i].boundary, m_yards[i].keeps, m_yards[i].setback));
        });
        time("certify", [this](std::size_t i) {
            benchmark::DoNotOptimize(geo::certify(m_grounds[i], m_yards[i].boundary, m_yards[i].keeps, m_yards[i].setback));
        });
        time("distance", [this](std::size_t i) {
            const Shape ground{m_grounds[i], {}, {}};
            for (const Keep& keep : m_yards[i].keeps) benchmark::DoNotOptimize(distance(ground, keep.shape));
        });
        time("distance_geos", [this](std::size_t i) { benchmark::DoNotOptimize(m_peers[i].distances(m_peer_grounds[i])); });
        time("bays", [this](std::size_t i) { lay_bays(i); });
    }

    const std::string& name() const { return m_name; }
    double count(const std::string& benchmark) const { return m_counts.at(benchmark); }
    std::size_t size() const { return m_yards.size(); }

    Answers ours, peer, bold_peer, usual_peer;

   private:
    void zone_alone(const Yard& yard) {
        if (m_engine.run(yard.boundary, yard.keeps, yard.setback)) m_engine.draw({}, 0.0, m_drawn);
        benchmark::DoNotOptimize(m_drawn);
    }

    /// Each obstacle in turn: 1.5 m more than it asks for, then back again; ground and proof follow.
    void change_all(std::size_t i) const {
        for (std::size_t k = 0; k < m_yards[i].keeps.size(); ++k) {
            for (const double more : {1.5, 0.0}) {
                Keep keep = m_yards[i].keeps[k];
                keep.distance_m += more;
                benchmark::DoNotOptimize(m_changing[i]->change(k, std::move(keep)));
            }
        }
    }

    /// Bays in every part of the ground, buildings as ground without aisles.
    void lay_bays(std::size_t i) const {
        std::vector<MultiPolygon> no_aisle;
        for (const Keep& keep : m_yards[i].keeps)
            if (!keep.shape.areas.empty()) no_aisle.push_back(keep.shape.areas);
        for (const Polygon& part : m_grounds[i]) {
            Zone zone;
            zone.legal = part;
            zone.robust = {part};
            benchmark::DoNotOptimize(fit_bays(zone, {}, 1.0, m_yards[i].boundary, no_aisle));
        }
    }

    /// @param count  of what is done in the i-th compound
    void time(const char* step, std::function<void(std::size_t)> run, const std::function<std::size_t(std::size_t)>& count = [](std::size_t) { return 1; }) {
        std::size_t all = 0;
        for (std::size_t i = 0; i < m_yards.size(); ++i) all += count(i);
        m_counts[m_name + "/" + step] = static_cast<double>(all);
        benchmark::RegisterBenchmark((m_name + "/" + step).c_str(), [this, all, run = std::move(run)](benchmark::State& state) {
            for (auto _ : state)
                for (std::size_t i = 0; i < m_yards.size(); ++i) run(i);
            state.counters["each"] = {static_cast<double>(all), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert};
        })->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(5);
    }

    /// The zone step of all compounds, by the clock.
    void time_all(const char* step, int threads) {
        benchmark::RegisterBenchmark((m_name + "/" + step).c_str(), [this, threads](benchmark::State& state) {
            for (auto _ : state) in_parallel(m_wholes.size(), threads, {}, [this](std::size_t i) { benchmark::DoNotOptimize(m_wholes[i]->zones()); });
        })->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(5)->UseRealTime();
    }

    std::string m_name;
    std::vector<Yard> m_yards, m_eroded;
    OffsetGround m_engine;
    MultiPolygon m_drawn;
    std::vector<GeosPeer> m_peers, m_bold_peers, m_usual_peers;
    std::vector<GeosPeer::Geometry> m_peer_grounds;
    std::vector<MultiPolygon> m_grounds;
    std::vector<std::unique_ptr<WholeCompound>> m_wholes;
    std::vector<std::unique_ptr<ChangingGround>> m_changing;
    std::map<std::string, double> m_counts;
};

/// CPU time of the whole zone step of each of many compounds, one after the other: of interest is the slowest.
void time_each_of(int count, benchmark::State& state) {
    std::vector<double> ms;
    benchmark::DoNotOptimize(WholeCompound{generated_yards(1).front()}.zones());  // the first opens PROJ's database
    for (auto _ : state) {
        for (const Yard& yard : generated_yards(count)) {
            const WholeCompound whole{yard};
            const std::clock_t from = std::clock();
            benchmark::DoNotOptimize(whole.zones());
            ms.push_back(1e3 * static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC);
        }
    }
    std::ranges::sort(ms);
    const auto at = [&](double share) { return ms[static_cast<std::size_t>(share * static_cast<double>(ms.size() - 1))]; };
    state.counters = {{"p50_ms", at(0.5)}, {"p99_ms", at(0.99)}, {"p100_ms", at(1.0)}};
}

/// Keeps the medians for the summary.
class Medians : public benchmark::ConsoleReporter {
   public:
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs)
            if (run.aggregate_name == "median") m_ms[run.run_name.function_name] = run.run_name.time_type.empty() ? run.GetAdjustedCPUTime() : run.GetAdjustedRealTime();
        ConsoleReporter::ReportRuns(runs);
    }
    /// CPU ms of one pass, or ms by the clock; nothing when a filter left it out.
    double ms(const std::string& name) const {
        const auto at = m_ms.find(name);
        return at == m_ms.end() ? std::nan("") : at->second;
    }

   private:
    std::map<std::string, double> m_ms;
};

void summarise(const Place& place, const Medians& medians) {
    const double peer = medians.ms(place.name() + "/geos_20") / place.count(place.name() + "/geos_20");
    fmt::print("\n{}: {} compounds, {} not certified, {} by a fallback\n", place.name(), place.size(), place.ours.uncertified, place.ours.other_ways);
    fmt::print("{:<38}{:>10}{:>13}{:>12}{:>16}{:>14}\n", "", "ms each", "GEOS, 20, is", "vertices", "worst margin m", "area m2");
    const auto row = [&](const char* what, const char* step, const Answers* answers) {
        const std::string name = place.name() + "/" + step;
        const double ms = medians.ms(name);
        fmt::print("{:<38}{:>10.3f}{:>13.3f}", what, ms / place.count(name), peer * place.count(name) / ms);
        if (answers) fmt::print("{:>12.0f}{:>16.7f}{:>14.1f}", static_cast<double>(answers->vertices) / static_cast<double>(place.size()), answers->margin_m, answers->area_m2);
        fmt::print("\n");
    };
    row("GEOS buffer, union, difference", "geos", &place.peer);
    row("GEOS, fewer chords", "geos_bold", &place.bold_peer);
    row("GEOS, 20 segments a quarter", "geos_20", &place.usual_peer);
    row("free_ground with its proof", "free_ground", &place.ours);
    row("  the zone alone", "zone", nullptr);
    row("  the zone at half a least width more", "least_width", nullptr);
    row("  certificate of distances alone", "certify", nullptr);
    row("one clearance changed, with its proof", "change", nullptr);
    row("both rings, widths: the zone step", "candidate_zones", nullptr);
    row("the fallback by overlays, proven", "overlays", nullptr);
    row("distance, all obstacles", "distance", nullptr);
    row("distance, all obstacles, GEOS", "distance_geos", nullptr);
    row("bay layout", "bays", nullptr);
    fmt::print("the zone step of all, by the clock: two threads are {:.2f} times as fast as one\n",
               medians.ms(place.name() + "/one_thread") / medians.ms(place.name() + "/two_threads"));
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
    // Alternating repetitions, unless the caller says otherwise.
    std::vector<char*> arguments(argv, argv + argc);
    std::string alternate = "--benchmark_enable_random_interleaving=true", aggregates = "--benchmark_display_aggregates_only=true";
    arguments.insert(arguments.begin() + 1, {alternate.data(), aggregates.data()});
    int count = static_cast<int>(arguments.size());
    benchmark::Initialize(&count, arguments.data());
    if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;
    try {
        std::vector<std::unique_ptr<bench::Place>> places;
        places.push_back(std::make_unique<bench::Place>("generated", bench::generated_yards(200)));
        if (auto yards = bench::shenzhen_yards(); !yards.empty())
            places.push_back(std::make_unique<bench::Place>("shenzhen", std::move(yards)));
        for (const auto& place : places) place->register_all();
        benchmark::RegisterBenchmark("each_of_10000", [](benchmark::State& state) { bench::time_each_of(10'000, state); })->Iterations(1);
        bench::Medians medians;
        benchmark::RunSpecifiedBenchmarks(&medians);
        for (const auto& place : places) bench::summarise(*place, medians);
    } catch (const std::exception& e) {
        fmt::print(stderr, "{}\n", e.what());
        return 1;
    }
}
