#include "geo/rules/consent_label.hpp"

namespace geo {

bool takes_consent(Role role) { return role == Role::Consent || role == Role::Path; }

std::string consent_label(Role role, const Feature& feature) {
    std::string label = text_of(role, feature, "kind");
    if (label.empty()) label = role_info(role).zh;
    if (const std::string owner = text_of(role, feature, "owner"); !owner.empty()) label += "(" + owner + ")";
    return label;
}

}  // namespace geo
