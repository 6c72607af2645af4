#pragma once

#include "geo/core/message.hpp"
#include "geo/model/role.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// A kind of obstacle, from `data/codelists/obstacle_kinds.json`.
struct ObstacleKind {
    std::string code;
    Message name;
    std::vector<Role> roles;            ///< of the layers in which it usually comes
    std::vector<std::string> synonyms;  ///< words met in data, and OSM's `key=value`
    /// Beyond a voltage or pressure it is another kind: what is called 箱变 but carries 35 kV is a substation.
    struct Above {
        bool is_voltage = true;  ///< kV, else pressure in MPa
        double limit = 0.0;
        std::string kind;
    };
    std::optional<Above> above;
};

/// All kinds, in the order of the code list.
std::span<const ObstacleKind> obstacle_kinds();

/// Nothing when the list has no such code.
const ObstacleKind* kind_with_code(std::string_view code);

/// The name of a kind; its code where the list has no such code.
Message kind_words(const std::string& code);

enum class KindFrom {
    Named,    ///< a code, name or synonym of the list
    Guessed,  ///< the text holds the names of one kind only: `1号燃气调压箱（东）`
    OpenTag,  ///< OSM's `key=value` with a value that the list lacks: the role's `…_unspecified`
    Missing   ///< no text: the role's `…_unspecified`
};
struct KindMatch {
    const ObstacleKind* kind = nullptr;
    KindFrom from = KindFrom::Named;
};

/// What a layer's `kind` text means in a layer of that role, whatever its case, width and blanks. Several OSM values
/// (`landuse=lane;parking`) count as the first that is known.
/// @return nothing when the text is unknown or names several kinds
std::optional<KindMatch> kind_of(Role role, std::string_view text);

}  // namespace geo
