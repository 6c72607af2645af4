#pragma once

#include "geo/model/results.hpp"

#include <optional>
#include <string>
#include <vector>

namespace geo {

/// Where a facility stands against the compounds.
enum class Whereabouts {
    Inside,    ///< wholly in one compound
    Crossing,  ///< reaches over its compound's boundary
    Outside    ///< in none
};
std::string_view whereabouts_name(Whereabouts where);  ///< `inside`, `crossing`, `outside`
Message whereabouts_words(Whereabouts where);

/// An existing charging facility (feature of the role `charging`), judged as a site would be.
struct ExistingFacility {
    std::string id;    ///< of the feature
    std::string name;
    std::string file;  ///< of the layer, and the layer in it
    Shape ground;      ///< as drawn, working CRS: an outline, or a point where nothing more is known
    std::string compound;  ///< id; empty outside all
    Whereabouts where = Whereabouts::Outside;
    std::optional<int> bays;
    std::string status;         ///< as the source has it
    double accuracy_m = 3.0;    ///< positional accuracy of its own source, ground metres
    Verdict verdict = Verdict::ToVerify;
    std::string governing;           ///< rule id of the tightest clearance; empty when there is no obstacle
    std::optional<double> margin_m;  ///< measured less needed, of the governing

    bool is_point() const { return ground.areas.empty(); }
};

/// All existing facilities of a project by one scenario's rules.
struct ExistingFacilities {
    std::string scenario = "base";
    ZoneType type = ZoneType::Shed;
    std::vector<ExistingFacility> facilities;  ///< in input order
    std::vector<ClearanceRow> clearances;      ///< as a site's; `site_id` is the facility's id
    std::vector<Finding> findings;             ///< what a reader must know of single facilities
    std::size_t removed = 0;                   ///< features whose status says that they are gone

    std::size_t count(Verdict verdict) const;
};

}  // namespace geo
