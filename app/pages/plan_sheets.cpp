#include "app/pages/compound_sheets.hpp"
#include "app/pages/heat_sheets.hpp"
#include "app/pages/overview_sheets.hpp"
#include "geo/core/error.hpp"

#include <algorithm>

namespace app {
namespace {

bool is_asked(const SheetRequest& request, const geo::Compound& compound) {
    return request.compounds.empty() || std::ranges::find(request.compounds, compound.id) != request.compounds.end();
}

}  // namespace

std::vector<Sheet> plan_sheets(const SheetSource& source, const SheetRequest& request, const geo::Progress& progress) {
    progress.at(0.0);
    const PlanFacts facts{request.phase ? of_phase(source, request.phase, progress.part(0.0, 0.1)) : source, request};
    if (facts.source().results->sites.empty()) {
        if (!request.phase) throw geo::InvalidInput{geo::say("制图时：方案“{}”没有点位。请先运行计划。", "Drawing sheets: scenario “{}” has no site. Run the plan first.", source.results->scenario)};
        const geo::Message phase = facts.phaseWords(request.phase);
        throw geo::InvalidInput{geo::say("制图时：方案“{0}”的{1}中没有点位。请先将小区或点位列入该期。",
                                         "Drawing sheets: scenario “{0}” has no site in {2}. Put compounds or sites into that phase first.", source.results->scenario,
                                         phase.zh, phase.en)};
    }
    std::vector<Sheet> sheets;
    if (request.has_overview) sheets = overview_sheets(facts);
    progress.at(0.1);
    if (request.has_heat) std::ranges::move(heat_sheets(facts), std::back_inserter(sheets));
    progress.at(0.2);
    const DimensionLines dimensions{facts.source()};
    const auto& compounds = facts.compounds();
    for (std::size_t c = 0; c < compounds.size(); ++c) {
        progress.at(0.2 + 0.8 * static_cast<double>(c) / static_cast<double>(compounds.size()));
        if (!is_asked(request, compounds[c]) || facts.sites(compounds[c].id).empty()) continue;
        std::ranges::move(compound_sheets(facts, compounds[c], static_cast<int>(c) + 1, dimensions), std::back_inserter(sheets));
    }
    progress.at(1.0);
    return sheets;
}

}  // namespace app
