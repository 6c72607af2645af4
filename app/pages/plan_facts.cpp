#include "app/pages/plan_facts.hpp"

#include "app/render/label_text.hpp"
#include "geo/crs/crs.hpp"
#include "geo/rules/obstacle_id.hpp"
#include "geo/scenario/scenario_rules.hpp"
#include "geo/zones/why_words.hpp"

#include <algorithm>
#include <set>

namespace app {

using geo::Message;

PlanFacts::PlanFacts(const SheetSource& source, const SheetRequest& request)
    : m_source{source}, m_request{request}, m_compounds{source.project->inputs.compounds()} {
    const geo::Project& project = *m_source.project;
    for (const geo::Site& site : m_source.results->sites)
        if (!m_request.phase || phase(site) == m_request.phase) m_sites[site.compound].push_back(&site);
    for (const geo::ClearanceRow& row : m_source.results->clearances) m_rows[row.site_id].push_back(&row);
    for (const geo::Layer& layer : project.inputs.layers)
        for (const geo::Feature& feature : layer.features) m_names.emplace(feature.id, std::pair{layer.role, feature.name});
    const auto scenario = std::ranges::find(project.scenarios, m_source.results->scenario, &geo::Scenario::name);
    if (scenario == project.scenarios.end()) return;
    m_scenario = &*scenario;
    if (!project.packs.contains(scenario->pack)) return;
    m_pack = geo::pack_of(project.packs, *scenario);
    for (const geo::ClearanceRule& rule : m_pack->clearances) m_clauses.emplace(rule.id, rule.clause);
}

const std::vector<const geo::Site*>& PlanFacts::sites(const std::string& compound) const {
    static const std::vector<const geo::Site*> none;
    const auto found = m_sites.find(compound);
    return found == m_sites.end() ? none : found->second;
}

std::vector<const geo::ClearanceRow*> PlanFacts::rows(const geo::Site& site) const {
    const auto found = m_rows.find(site.id);
    return found == m_rows.end() ? std::vector<const geo::ClearanceRow*>{} : found->second;
}

double PlanFacts::scaleFactor(const geo::Compound& compound) const {
    const auto& grounds = m_source.results->grounds;
    const auto ground = std::ranges::find(grounds, compound.id, &geo::Ground::compound);
    if (ground != grounds.end() && ground->scale > 0.0) return ground->scale;
    return geo::scale_factor(m_source.project->inputs.crs, geo::box_of(compound.boundary).centre());
}

std::optional<int> PlanFacts::phase(const geo::Compound& compound) const {
    const auto& listed = m_source.project->phasing.compounds;
    if (m_request.phase) return m_request.phase;
    if (const auto own = listed.find(compound.id); own != listed.end()) return geo::phase_rank(own->second);
    std::optional<int> least;
    for (const geo::Site* site : sites(compound.id))
        if (const auto rank = phase(*site); rank && (!least || *rank < *least)) least = rank;
    return least;
}

Message PlanFacts::phaseWords(std::optional<int> rank) const {
    if (!rank) return {"未分期", "No phase"};
    if (const geo::Phase* phase = m_source.project->phasing.phase(geo::phase_id(*rank))) return geo::phase_title(*phase);
    return geo::phase_word(*rank);
}

const geo::Clause* PlanFacts::clause(const std::string& rule) const {
    const auto found = m_clauses.find(rule);
    return found == m_clauses.end() ? nullptr : &found->second;
}

Message PlanFacts::clauseWords(const std::string& rule, const std::string& label) const {
    if (const geo::Clause* known = clause(rule)) return short_clause(*known);
    return {label, label};
}

Message PlanFacts::obstacleWords(const geo::ClearanceRow& row) const {
    geo::Obstacle obstacle;
    obstacle.id = geo::feature_of_obstacle(row.obst_id);
    obstacle.what.kind = row.obst_kind;
    if (const auto found = m_names.find(obstacle.id); found != m_names.end()) {
        obstacle.what.role = found->second.first;
        obstacle.name = found->second.first == geo::Role::Building ? short_building_name(found->second.second) : found->second.second;
    }
    Message words = geo::obstacle_name(obstacle);
    if (const Message part = geo::part_of_obstacle(row.obst_id); !part.zh.empty()) words = {words.zh + "（" + part.zh + "）", words.en + " (" + part.en + ")"};
    return words;
}

SheetFacts PlanFacts::shared(const PageTemplate& page) const {
    SheetFacts facts;
    const PageWords words = this->words();
    facts.values["project"] = m_source.title;
    facts.values["date"] = QString::fromStdString(m_request.date);
    facts.values["format"] = QStringLiteral("%1 · %2×%3").arg(page.format).arg(page.paper.width()).arg(page.paper.height());
    facts.values["scenario"] = QString::fromStdString(m_source.results->scenario);
    if (m_scenario) facts.rules_id = QString::fromStdString(m_scenario->pack);
    if (m_pack) {
        facts.values["rules"] = words.first(m_pack->title);
        if (!m_pack->edition.empty()) facts.rules_id += QStringLiteral(" · ") + QString::fromStdString(m_pack->edition);
    }
    return facts;
}

SheetFacts PlanFacts::facts(const PageTemplate& page, const Message& heading, const QString& subject, const Message& phase, const QString& number, int at,
                            int pages, const std::vector<MapOnPage>& maps) const {
    SheetFacts facts = shared(page);
    facts.heading = heading;
    facts.values["subject"] = subject;
    facts.values["phase"] = words().both(phase);
    facts.values["number"] = number;
    facts.values["page"] = QStringLiteral("%1 / %2").arg(at).arg(pages);
    std::set<int> scales;
    for (const MapOnPage& map : maps) scales.insert(map.map.denominator);
    if (scales.size() > 2)
        facts.values["scale"] = scale_on_page(*scales.begin()) + QStringLiteral(" – ") + scale_on_page(*scales.rbegin());
    else if (!scales.empty())
        facts.values["scale"] = scales.size() == 1 ? scale_on_page(*scales.begin()) : scale_on_page(*scales.rbegin()) + QStringLiteral(" / ") + scale_on_page(*scales.begin());
    return facts;
}

SheetSource of_phase(const SheetSource& source, std::optional<int> phase, const geo::Progress& progress) {
    const auto is_other = [&](const geo::Site& site) { return geo::phase_rank(site.phase) != phase; };
    if (std::ranges::none_of(source.results->sites, is_other)) return source;
    auto results = std::make_shared<geo::Results>(*source.results);
    std::erase_if(results->sites, is_other);
    SheetSource part = source;
    part.results = results;
    part.map = std::make_shared<MapData>(source.project, results, MapStyle::standard(), progress);
    return part;
}

QString drawing_number(std::optional<int> phase, int number) {
    const QString letter = !phase ? QStringLiteral("N") : *phase == 0 ? QStringLiteral("P") : QStringLiteral("R%1").arg(*phase);
    return QStringLiteral("AC-%1-%2").arg(letter).arg(number, 3, 10, QLatin1Char{'0'});
}

QString name_of(const geo::Compound& compound) { return QString::fromStdString(compound.name.empty() ? compound.id : compound.name); }

}  // namespace app
