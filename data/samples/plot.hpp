#pragma once

#include "data/samples/dice.hpp"
#include "data/samples/draft.hpp"
#include "data/samples/streets.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samples {

/// What a surveyor writes down of a building; what is empty he did not.
struct BuildingCard {
    std::optional<int> floors;
    std::optional<double> height_m;
    std::string fire_grade, structure, use;
    std::optional<int> households;
    std::optional<int> built_year;
    std::string name;  ///< instead of the running number
};

/// A compound while it is being laid out, in its block's frame (metres).
struct Plot {
    Draft& draft;
    Streets& streets;
    std::string name;
    Frame frame;
    geo::Ring boundary;
    int built_year = 0;
    Dice dice;

    struct Lane {
        geo::Line line;
        double width_m;
    };
    std::vector<geo::Ring> walls = {};     ///< buildings so far
    std::vector<Lane> lanes = {};
    std::vector<geo::Ring> fixtures = {};  ///< small facilities so far
    int buildings = 0;
    int households = 0;
    bool lanes_as_areas = false;
    bool is_named_by_village = false;  ///< `12号` instead of `12号楼`
};

struct Span {
    double from = 0.0, to = 0.0;
    double length() const { return to - from; }
};

/// Largest upright rectangle, roughly, inside the four sides of the boundary.
geo::Box core(const geo::Ring& boundary);

/// West–east reach of the boundary around x = `at` for all y of a strip, less a margin at either end.
Span across(const Plot& plot, Span y, double at, double margin_m);

geo::Ring rectangle(Span x, Span y);
geo::Ring rectangle(geo::Point centre, double width_m, double depth_m);

double gap(const geo::Ring& a, const geo::Ring& b);             ///< 0 when they meet or one holds the other
double gap_to_line(const geo::Ring& ring, const geo::Line& line);

/// Inside the boundary by `margin_m` and away from all buildings by `wall_gap_m`, from lanes by 0.5 m.
bool fits(const Plot& plot, const geo::Ring& ring, double margin_m, double wall_gap_m);

/// Adds a building; the caller has made sure that it fits. @return its id
std::string add_building(Plot& plot, const geo::Polygon& footprint, const BuildingCard& card);

/// A lane, also as a way to walk; every vertex is a junction unless the lane is a curve.
void add_lane(Plot& plot, const geo::Line& line, double width_m, bool is_curve = false);

void add_exit(Plot& plot, const std::string& building, geo::Point at, int unit);
geo::Point add_gate(Plot& plot, geo::Point at, const std::string& name);  ///< moved onto the boundary, joined to the street
void add_hydrant(Plot& plot, geo::Point at);
bool add_consent(Plot& plot, const char* kind, const std::string& owner, const geo::Ring& ring);

/// Free room of a size nearest to a place; nothing within 70 m when there is none.
std::optional<geo::Ring> find_room(const Plot& plot, geo::Point near, double width_m, double depth_m, double wall_gap_m);

/// Facilities: each takes the room nearest to a place, and is left out where there is none.
void add_refuse_room(Plot& plot, geo::Point near);
void add_transformer(Plot& plot, geo::Point near, double spare_kva);
void add_gas_cabinet(Plot& plot, geo::Point near);
void add_septic_vent(Plot& plot, geo::Point near);
void add_stack(Plot& plot, geo::Point near, const char* kind, double width_m, double depth_m, double cubic_m);
void add_gas_box(Plot& plot, geo::Point at_wall);  ///< hangs on the wall
void add_aerial_site(Plot& plot, const std::string& building, const geo::Ring& ring);
void add_charging_shed(Plot& plot, geo::Point near, double width_m, int bays, const char* status);

geo::Shape on_ground(const Plot& plot, const geo::Polygon& local);

}  // namespace samples
