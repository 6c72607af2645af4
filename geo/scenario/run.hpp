#pragma once

#include "geo/core/progress.hpp"
#include "geo/model/inputs.hpp"
#include "geo/model/results.hpp"
#include "geo/rules/requirement.hpp"

#include <span>
#include <vector>

namespace geo {

/// Everything a scenario is computed from, made once from its inputs and pack; holds the obstacles that `kept` points to.
class Task {
   public:
    /// @param threads  0: all @throws RuleError  a kind or class of the inputs that the pack does not cover, or numbers that it asks for and does not state
    Task(const Inputs& inputs, RulePack pack, Scenario scenario, int threads = 1);
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;

    const Inputs& inputs() const { return m_inputs; }
    const RulePack& pack() const { return m_pack; }
    const Scenario& scenario() const { return m_scenario; }
    std::span<const Compound> compounds() const { return m_compounds; }
    std::span<const Obstacle> obstacles() const { return m_obstacles; }
    std::span<const Kept> kept() const { return m_kept; }
    const std::vector<Finding>& findings() const { return m_findings; }

   private:
    const Inputs& m_inputs;
    RulePack m_pack;
    Scenario m_scenario;
    std::vector<Compound> m_compounds;
    std::vector<Finding> m_findings;
    std::vector<Obstacle> m_obstacles;
    std::vector<Kept> m_kept;
};

/// Candidate zones of every compound, with the consent they need. @param threads 0: all @throws Cancelled
std::vector<Ground> find_zones(const Task& task, int threads = 0, const Progress& progress = {});

/// A bay layout in each zone that can hold one; verdicts are still open. In the order of the zones. @throws Cancelled
std::vector<Site> fit_sites(const Task& task, std::span<const Ground> grounds, int threads = 0, const Progress& progress = {});

}  // namespace geo
