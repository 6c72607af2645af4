#pragma once

#include "geo/core/message.hpp"

#include <span>
#include <string>
#include <string_view>

namespace geo {

/// What is looked at beside distances, from `data/codelists/duties.json`.
struct DutyKind {
    enum class Compare {
        AtMost,   ///< the value keeps the duty up to what is needed
        AtLeast,  ///< from what is needed on
        Seen      ///< no number decides: seen to on the spot
    };
    std::string code;
    Message name;
    std::string unit;  ///< of value and need: `m`, `m2`, `count`, `none`
    Compare compare = Compare::Seen;
    Message measured;  ///< what the value is
};

/// All of them, in the order of the code list, in which checks are listed.
std::span<const DutyKind> duty_kinds();

/// Nothing when the list has no such code: a pack's own duty, which is seen to on the spot.
const DutyKind* duty_kind(std::string_view code);

/// The name of a duty; its code where the list has no such code.
Message duty_words(const std::string& code);

}  // namespace geo
