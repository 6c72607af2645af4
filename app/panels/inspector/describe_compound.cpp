#include "app/panels/inspector/attributes.hpp"
#include "app/panels/inspector/describe.hpp"
#include "app/panels/inspector/words.hpp"
#include "app/tables/verdict_chip.hpp"
#include "app/theme/language.hpp"

#include <algorithm>
#include <array>

namespace app {
namespace {

QString squareMetres(double m2) { return number(m2, 1) + " m²"; }
QString count(std::size_t n) { return number(static_cast<double>(n), 0); }

/// What the plan found there, as far as sites go.
struct Built {
    std::size_t sites = 0;
    int bays = 0;
    std::array<std::size_t, 3> by_verdict{};
};

Built builtIn(const geo::Results& results, const std::string& compound) {
    Built built;
    for (const geo::Site& site : results.sites) {
        if (site.compound != compound) continue;
        ++built.sites;
        built.bays += site.bay_count;
        ++built.by_verdict[static_cast<std::size_t>(site.verdict)];
    }
    return built;
}

void addPlan(std::vector<Fact>& facts, const geo::Ground& ground, const Built& built) {
    double robust_m2 = 0.0, widest_m = 0.0;
    for (const geo::Zone& zone : ground.zones) robust_m2 += zone.robust_m2, widest_m = std::max(widest_m, zone.legal_width_m);
    facts.push_back({Inspector::tr("Plan"), {}, Fact::Kind::Heading});
    facts.push_back({Inspector::tr("Zones"), count(ground.zones.size())});
    facts.push_back({Inspector::tr("Robust ground"), squareMetres(robust_m2)});
    if (!ground.zones.empty()) facts.push_back({Inspector::tr("Widest zone"), number(widest_m, 1) + " m"});
    facts.push_back({Inspector::tr("Parts too small"), ground.dropped_parts == 0
                                                           ? QStringLiteral("0")
                                                           : Inspector::tr("%1, %2").arg(count(static_cast<std::size_t>(ground.dropped_parts)),
                                                                                         squareMetres(ground.dropped_m2))});
    for (const geo::Verdict verdict : {geo::Verdict::Complies, geo::Verdict::ToVerify, geo::Verdict::Fails})
        facts.push_back({Inspector::tr("Sites: %1").arg(verdict_word(verdict)), count(built.by_verdict[static_cast<std::size_t>(verdict)])});
}

}  // namespace

std::optional<Inspected> describeCompound(const geo::Project& project, const geo::Results& results, const std::string& id) {
    const auto found = featureWithId(project.inputs, id);
    if (!found || found->layer->role != geo::Role::Compound) return std::nullopt;
    Inspected shown;
    shown.heading = compoundName(project.inputs, id);
    shown.subline = roleWord(geo::Role::Compound) + QStringLiteral(" · ") + text(id);
    if (const geo::Box box = geo::box_of(found->feature->shape); !box.empty()) shown.extent = box.grown(5.0);

    const auto ground = std::ranges::find(results.grounds, id, &geo::Ground::compound);
    const Built built = builtIn(results, id);
    const bool is_known = ground != results.grounds.end() && ground->is_computed;
    if (ground == results.grounds.end())
        shown.summary = Inspector::tr("Not computed yet: run the plan.");
    else if (!ground->is_computed)
        shown.summary = Inspector::tr("Not computed: %1").arg(text(ground->reason));
    else if (ground->zones.empty())
        shown.summary = Inspector::tr("This compound has no ground that can hold a site. Point at places in it to see why.");
    shown.figures = {{Inspector::tr("Legal ground"), is_known ? areaFigure(ground->legal_m2) : unknownWord()},
                     {Inspector::tr("Sites"), is_known ? count(built.sites) : unknownWord()},
                     {Inspector::tr("Bays"), is_known ? number(built.bays, 0) : unknownWord()}};
    const auto phase = project.phasing.compounds.find(id);
    shown.facts.push_back({Inspector::tr("Phase"), phaseWord(project.phasing, phase == project.phasing.compounds.end() ? std::string{} : phase->second)});
    if (is_known) addPlan(shown.facts, *ground, built);
    addAttributes(shown.facts, *found);
    return shown;
}

}  // namespace app
