#include "app/render/label_text.hpp"
#include "app/render/map_layers.hpp"
#include "geo/rules/obstacle_kinds.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {
namespace {

using geo::Role;

constexpr double storey_m = 3.0;  // As the rules count storeys without a height.

std::optional<double> known(std::optional<double> value) {
    if (value && std::isfinite(*value) && *value > 0.0) return value;
    return std::nullopt;
}

Property property_from(std::optional<double> value) { return value ? Property{*value} : Property{}; }
Property property_from(std::string_view text) { return text.empty() ? Property{} : Property{std::string{text}}; }

std::optional<double> height_of(const geo::Feature& building) {
    if (const auto height_m = known(geo::number_of(Role::Building, building, "height"))) return height_m;
    if (const auto floors = known(geo::number_of(Role::Building, building, "floors"))) return *floors * storey_m;
    return std::nullopt;
}

/// `6F`; the height where only that is known.
std::string storeys_of(const geo::Feature& building) {
    if (const auto floors = known(geo::number_of(Role::Building, building, "floors")))
        return number_words(std::round(*floors), 0) + "F";
    if (const auto height_m = known(geo::number_of(Role::Building, building, "height")))
        return number_words(*height_m, 0) + " m";
    return "?F";
}

/// What a line carries: `gas`, `power`, or unknown.
std::string_view medium_of(const geo::Feature& utility) {
    const std::string kind = geo::text_of(Role::Utility, utility, "kind");
    if (const auto match = geo::kind_of(Role::Utility, kind); match && match->from != geo::KindFrom::Missing)
        return match->kind->code.starts_with("gas") ? "gas" : "power";
    return known(geo::number_of(Role::Utility, utility, "pressure")) ? "gas" : "power";
}

std::string_view type_name(const geo::Shape& shape) {
    if (!shape.areas.empty()) return "Polygon";
    return shape.lines.empty() ? "Point" : "LineString";
}

/// 0 for the pilot, 1, 2 … for the steps of the rollout; unknown without a phase.
Property rank_of(std::string_view phase) {
    const auto rank = geo::phase_rank(phase);
    return rank ? Property{static_cast<double>(*rank)} : Property{};
}

Property of_field(const geo::Feature& feature, Role role, std::string_view key) {
    const geo::Value value = geo::value_of(role, feature, key);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&value)) return std::isfinite(*real) ? Property{*real} : Property{};
    if (const auto* text = std::get_if<std::string>(&value)) return property_from(*text);
    return {};
}

Property of_feature(const Thing& thing, const geo::Feature& feature, std::string_view key) {
    const Role role = thing.source.role;
    if (key == "name") return property_from(feature.name);
    if (key == "$type") return std::string{type_name(feature.shape)};
    if (role == Role::Building) {
        if (key == "inside") return thing.is_inside;
        if (key == "height_known") return known(geo::number_of(role, feature, "height")).has_value();
        if (key == "height_m") return property_from(height_of(feature));
        if (key == "short_name") return property_from(short_building_name(feature.name));
        if (key == "storeys") return storeys_of(feature);
    }
    if (role == Role::Compound && thing.phase) {
        if (key == "phase") return property_from(thing.phase->id);
        if (key == "phase_rank") return rank_of(thing.phase->id);
    }
    if (role == Role::Utility && key == "medium") return std::string{medium_of(feature)};
    return of_field(feature, role, key);
}

Property change_word(Change change) {
    switch (change) {
        case Change::Added: return std::string{"added"};
        case Change::Removed: return std::string{"removed"};
        case Change::Changed: return std::string{"changed"};
        case Change::None: break;
    }
    return {};
}

std::string_view verdict_word(geo::Verdict verdict) {
    constexpr std::array<std::string_view, 3> words{"complies", "to_verify", "fails"};
    return words[static_cast<std::size_t>(verdict)];
}

/// `XQ0001-S2` → `S2`: sites are numbered within their compound.
std::string_view number_of_site(const geo::Site& site) {
    const std::string_view id = site.id;
    const std::size_t dash = id.rfind('-');
    return dash == std::string_view::npos ? id : id.substr(dash + 1);
}

Property of_site(const geo::Site& site, std::string_view key) {
    if (key == "verdict") return std::string{verdict_word(site.verdict)};
    if (key == "what") return std::string{"site"};
    if (key == "compound") return property_from(site.compound);
    if (key == "number") return property_from(number_of_site(site));
    if (key == "bays") return static_cast<double>(site.bay_count);
    if (key == "phase") return property_from(site.phase);
    if (key == "phase_rank") return rank_of(site.phase);
    return {};
}

Property of_subject(const Thing& thing, std::string_view key) {
    if (key == "change") return change_word(thing.change);
    if (const auto* ground = std::get_if<const geo::GroundChange*>(&thing.subject)) {
        if (key == "what") return std::string{"ground"};
        if (key == "compound") return property_from((*ground)->compound);
        return {};
    }
    if (const auto* feature = std::get_if<const geo::Feature*>(&thing.subject))
        return of_feature(thing, **feature, key);
    if (const auto* ring = std::get_if<ZoneRing>(&thing.subject)) {
        if (key == "ring") return std::string{ring->is_robust ? "robust" : "legal"};
        if (key == "compound") return property_from(ring->zone->compound);
        if (key == "consent") return property_from(ring->zone->consent);
        return {};
    }
    if (const auto* site = std::get_if<const geo::Site*>(&thing.subject)) return of_site(**site, key);
    const auto& bay = std::get<BayOfSite>(thing.subject);
    if (key == "is_aisle") return bay.bay->is_aisle;
    if (key == "verdict") return std::string{verdict_word(bay.site->verdict)};
    if (key == "number") return static_cast<double>(bay.bay->number);
    return {};
}

/// Kinds are shown by the code list's name in the window's language; what the list lacks, and Chinese, as the data have
/// it.
std::string kind_words(const Thing& thing, const std::string& text, geo::Language language) {
    if (language == geo::Language::Chinese && !text.empty() && static_cast<unsigned char>(text.front()) >= 0x80)
        return text;
    const auto match = geo::kind_of(thing.source.role, text);
    return match && !text.empty() ? match->kind->name.in(language) : text;
}

}  // namespace

std::string_view id_of(const Thing& thing) {
    if (const auto* feature = std::get_if<const geo::Feature*>(&thing.subject)) return (*feature)->id;
    if (const auto* ring = std::get_if<ZoneRing>(&thing.subject)) return ring->zone->id;
    if (const auto* site = std::get_if<const geo::Site*>(&thing.subject)) return (*site)->id;
    if (const auto* ground = std::get_if<const geo::GroundChange*>(&thing.subject)) return (*ground)->compound;
    return std::get<BayOfSite>(thing.subject).site->id;
}

bool has_property(const MapSource& source, std::string_view key) {
    const auto any_of = [&](std::initializer_list<std::string_view> keys) {
        return std::ranges::find(keys, key) != keys.end();
    };
    if (key == "id") return true;
    switch (source.kind) {
        case MapSource::Kind::Role:
            return any_of({"name", "$type"}) || geo::field_index(source.role, key).has_value() ||
                   (source.role == Role::Building &&
                    any_of({"inside", "height_known", "height_m", "short_name", "storeys"})) ||
                   (source.role == Role::Compound && any_of({"phase", "phase_rank"})) ||
                   (source.role == Role::Utility && key == "medium") ||
                   (source.role == Role::FireLane && key == "clear_width");
        case MapSource::Kind::Zones:
            return any_of({"ring", "compound", "consent"});
        case MapSource::Kind::Sites:
            return any_of({"verdict", "compound", "number", "bays", "phase", "phase_rank", "change"});
        case MapSource::Kind::Changes:
            return any_of({"change", "what", "compound"});
        case MapSource::Kind::Bays:
            return any_of({"is_aisle", "verdict", "number"});
        case MapSource::Kind::Heat:
            return false;
    }
    return false;
}

Property property_of(const Thing& thing, std::string_view key) {
    if (key == "id") return property_from(id_of(thing));
    return of_subject(thing, key);
}

std::string words_of(const Thing& thing, const std::string& key, int decimals, geo::Language language) {
    const Property value = property_of(thing, key);
    if (const auto* text = std::get_if<std::string>(&value))
        return key == "kind" ? kind_words(thing, *text, language) : *text;
    if (const auto* number = std::get_if<double>(&value)) return number_words(*number, decimals);
    return {};
}

std::string text_for(const Thing& thing, const std::string& text, geo::Language language) {
    return filled(text,
                  [&](const std::string& field, int decimals) { return words_of(thing, field, decimals, language); });
}

}  // namespace app
