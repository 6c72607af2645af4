#pragma once

#include "app/project/open_project.hpp"

#include <QUndoCommand>

#include <span>
#include <string>

namespace app {

/// Phases, their compounds and the phases of sites in the place of those before, in every scenario.
class SetPhasing : public QUndoCommand {
   public:
    /// Names, dates, budgets, other compounds: sites follow their compounds (`geo::put_into_phases`).
    static SetPhasing* changed(OpenProject& project, geo::Phasing phasing, const QString& text);
    /// Whole compounds with their sites. @param phase  id; empty: none
    static SetPhasing* compoundsPut(OpenProject& project, std::span<const std::string> compounds, const std::string& phase);
    /// Sites of the scenario shown, whatever their compounds are in.
    static SetPhasing* sitesPut(OpenProject& project, std::span<const std::string> sites, const std::string& phase);

    void undo() override { m_project.setProject(with(m_before), m_results_before); }
    void redo() override { m_project.setProject(with(m_after), m_results_after); }

   private:
    using Results = std::map<std::string, ResultsData>;
    SetPhasing(OpenProject& project, geo::Phasing after, Results results, const QString& text);
    ProjectData with(const geo::Phasing& phasing) const;

    OpenProject& m_project;
    geo::Phasing m_before, m_after;
    Results m_results_before, m_results_after;  ///< of the scenarios whose sites change
};

}  // namespace app
