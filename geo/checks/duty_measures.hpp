#pragma once

#include "geo/model/inputs.hpp"
#include "geo/model/results.hpp"
#include "geo/rules/requirement.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace geo {

/// What was found of one duty at one site.
struct DutyMeasure {
    std::optional<double> value{};
    std::optional<double> need{};  ///< in the place of the rule's own number
    double accuracy_m = 0.0;       ///< of what was measured to
    bool is_missing = false;       ///< the data have nothing to compute it from
    bool is_doubtful = false;      ///< computed, but not beyond doubt
    bool holds = false;            ///< there is nothing that could break it
    std::string whose{};           ///< consent ground and its owner
};

/// Measures of sites that are no distances of the certificate. Keeps what it needs of the inputs, which must outlive it, and of the results.
class DutyMeasures {
   public:
    DutyMeasures(const Results& results, const Inputs& inputs, const RulePack& pack, std::span<const Obstacle> obstacles);
    ~DutyMeasures();

    /// One for each thing found; of consent ground there may be several. Of duties that only the spot can show one without a value.
    /// @param duty  code @param need  of the rule or parameter
    std::vector<DutyMeasure> of(const Site& site, const std::string& duty, std::optional<double> need) const;

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace geo
