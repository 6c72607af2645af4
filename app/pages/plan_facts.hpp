#pragma once

#include "app/pages/page_frame.hpp"
#include "geo/model/rule_pack.hpp"

#include <unordered_map>

namespace app {

/// What sheets of a plan say, looked up once.
class PlanFacts {
   public:
    PlanFacts(const SheetSource& source, const SheetRequest& request);

    const SheetSource& source() const { return m_source; }
    const SheetRequest& request() const { return m_request; }
    PageWords words() const { return PageWords{m_request.language}; }
    const std::vector<geo::Compound>& compounds() const { return m_compounds; }
    /// In the order of the results; those of the phase asked for.
    const std::vector<const geo::Site*>& sites(const std::string& compound) const;
    std::vector<const geo::ClearanceRow*> rows(const geo::Site& site) const;
    double scaleFactor(const geo::Compound& compound) const;

    /// Of a compound: its own, else the first of its sites'; nothing where it is in none.
    std::optional<int> phase(const geo::Compound& compound) const;
    std::optional<int> phase(const geo::Site& site) const { return geo::phase_rank(site.phase); }
    geo::Message phaseWords(std::optional<int> rank) const;

    const geo::Clause* clause(const std::string& rule) const;  ///< null where the pack has no such rule
    geo::Message clauseWords(const std::string& rule, const std::string& label) const;
    geo::Message obstacleWords(const geo::ClearanceRow& row) const;

    /// What all sheets of the plan share of their title blocks.
    SheetFacts shared(const PageTemplate& page) const;
    /// With the sheet's own number and page.
    SheetFacts facts(const PageTemplate& page, const geo::Message& heading, const QString& subject, const geo::Message& phase, const QString& number, int at,
                     int pages, const std::vector<MapOnPage>& maps) const;

   private:
    SheetSource m_source;
    SheetRequest m_request;
    std::vector<geo::Compound> m_compounds;
    std::map<std::string, std::vector<const geo::Site*>> m_sites;
    std::unordered_map<std::string, std::vector<const geo::ClearanceRow*>> m_rows;
    std::unordered_map<std::string, std::pair<geo::Role, std::string>> m_names;  ///< of obstacles, by id
    std::unordered_map<std::string, geo::Clause> m_clauses;                       ///< by rule
    const geo::Scenario* m_scenario = nullptr;
    std::optional<geo::RulePack> m_pack;
};

/// The plan with the sites of one phase alone (nothing: those in none), so that maps and tables agree. @throws geo::Cancelled
SheetSource of_phase(const SheetSource& source, std::optional<int> phase, const geo::Progress& progress = {});

/// `AC-P-002`: letter of the phase (`N`: none) and number of the drawing.
QString drawing_number(std::optional<int> phase, int number);

/// The compound's name, else its id.
QString name_of(const geo::Compound& compound);

}  // namespace app
