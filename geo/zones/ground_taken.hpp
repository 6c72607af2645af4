#pragma once

#include "geo/core/message.hpp"
#include "geo/core/progress.hpp"
#include "geo/model/inputs.hpp"
#include "geo/zones/remedy.hpp"

#include <memory>
#include <string>
#include <vector>

namespace geo {

/// What a number takes of a compound's open ground. All areas are ground square metres.
///
/// *Open ground* is the compound less what obstacles cover themselves: footprints, lanes at their width, areas that are banned. Presumed
/// (推定) obstacles cover nothing. *Alone*: open ground nearer than the distance, whatever other rules say. *Only*: ground that would become free were it alone not asked: each obstacle then
/// keeps its next rule, and goes on covering its ground.
struct Taken {
    double alone_m2 = 0.0, only_m2 = 0.0;
    double alone_share = 0.0;  ///< of the open ground, 0…1
};

/// One rule's distance to one obstacle.
struct TakenRow : Taken {
    std::string obst_id, obst_kind;  ///< of the compound's own line `boundary`
    Message name;                    ///< as a sentence has it: `25# 楼`
    Message obstacle;                ///< with its class
    ClearanceRule rule;
    double need_m = 0.0;
    bool is_derived = false;  ///< rests on a derived (推定) or unknown attribute
    bool governs = false;     ///< the largest of the obstacle's distances
    Message text;             ///< one sentence
};

/// One rule over all its obstacles.
struct TakenRule : Taken {
    ClearanceRule rule;
    std::size_t obstacles = 0;  ///< in reach of the compound
    double least_m = 0.0, most_m = 0.0;  ///< of the distances it asks; they differ where it is a share
    Message text;
};

/// A strip or area only presumed (推定) to be banned: what it would take, were it confirmed.
struct PresumedGround {
    std::string obst_id;
    Message name;
    ClearanceRule rule;
    double open_m2 = 0.0;  ///< of the open ground
    double free_m2 = 0.0;  ///< of the ground that is free now
};

struct GroundTaken {
    std::string compound, name;
    bool is_computed = true;
    Message reason;          ///< why not
    double scale = 1.0;
    double compound_m2 = 0.0, open_m2 = 0.0;
    double free_m2 = 0.0;    ///< where every distance is kept, narrow parts too
    double taken_m2 = 0.0, taken_share = 0.0;  ///< of the open ground, by all rules together
    std::size_t zones = 0;   ///< parts that hold a least site
    double zones_m2 = 0.0, widest_m = 0.0;
    std::vector<TakenRow> rows{};    ///< the most alone first; those that take nothing are left out
    std::vector<TakenRule> rules{};  ///< the same; none for a single building
    std::vector<PresumedGround> presumed{};
    std::vector<Remedy> remedies{};  ///< the most ground first
    Message headline{};  ///< one sentence of the whole
    Message summary{};   ///< with what takes most, and the best remedy, of a single obstacle where there is one
};

/// What to look at, besides the compound as a whole.
struct Focus {
    std::string feature{};      ///< rows and remedies of this feature's obstacles only; empty: all
    std::optional<Point> at{};  ///< working CRS: remedies for what stands against this place are looked for first
};

/// What rules take of the ground of one scenario's compounds, and what would free it. Made once, asked often; may be asked from several threads.
class Takings {
   public:
    /// Keeps what it needs of its arguments by copy. @param others  rules of changed scenarios, to try as remedies @throws RuleError as `governing`
    Takings(const Inputs& inputs, RulePack pack, ZoneType type, std::vector<OtherRules> others = {});
    ~Takings();
    Takings(Takings&&) noexcept;

    /// Exact overlays throughout; each row looks only at the obstacle's surroundings, remedies at the whole compound.
    /// @param threads  0: all @throws InvalidInput  no such compound @throws Cancelled
    GroundTaken of(const std::string& compound, const Focus& focus = {}, int threads = 0, const Progress& progress = {}) const;

    /// Each compound of which a feature's obstacles take ground, the most first. @param feature  id of a building or other obstacle
    std::vector<GroundTaken> by_feature(const std::string& feature, int threads = 0, const Progress& progress = {}) const;

    /// Of every feature that is an obstacle, without the parts that its walls are told apart into; sorted.
    std::vector<std::string> features() const;

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace geo
