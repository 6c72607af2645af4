#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Fields that a label's template names: `{kind}[ {quantity:1} t]` → `kind`, `quantity`.
std::vector<std::string> fields_of(std::string_view text);

/// The template filled in. What stands in brackets is left out where a field in it has no words.
/// @param words  of a field, with that many decimals (-1: as many as it takes); empty when unknown
std::string filled(std::string_view text, const std::function<std::string(const std::string& field, int decimals)>& words);

/// How a building is called on a map: `青禾苑12号楼` → `12#`; a name without such a number stays.
std::string short_building_name(std::string_view name);

/// A number as labels write it: at most `decimals` digits (-1: up to 2, without trailing zeros).
std::string number_words(double value, int decimals);

}  // namespace app
