#include "geo/model/phase.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace geo {
namespace {

constexpr std::string_view pilot_id = "pilot", rollout_prefix = "rollout-";

/// A whole number from 1 on and nothing else.
std::optional<int> number_of(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 1) return std::nullopt;
    return number;
}

}  // namespace

std::optional<int> phase_rank(std::string_view id) {
    if (id == pilot_id) return 0;
    if (!id.starts_with(rollout_prefix)) return std::nullopt;
    return number_of(id.substr(rollout_prefix.size()));
}

std::string phase_id(int rank) { return rank == 0 ? std::string{pilot_id} : std::string{rollout_prefix} + std::to_string(rank); }

std::optional<int> phase_rank_written(std::string_view written) {
    std::string lower{written};
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    std::string_view text = lower;
    if (const auto rank = phase_rank(text)) return rank;
    if (text == "0" || text == "p" || text == "试点") return 0;
    for (const std::string_view prefix : {"推广", "rollout"}) {
        if (!text.starts_with(prefix)) continue;
        text.remove_prefix(prefix.size());
        break;
    }
    while (text.starts_with(' ')) text.remove_prefix(1);
    return number_of(text);
}

Message phase_word(int rank) {
    if (rank == 0) return {"试点", "Pilot"};
    return say("推广 {}", "Rollout {}", rank);
}

const Phase* Phasing::phase(std::string_view id) const {
    const auto found = std::ranges::find(phases, id, &Phase::id);
    return found == phases.end() ? nullptr : &*found;
}

Message phase_title(const Phase& phase) {
    if (!phase.name.empty()) return {phase.name, phase.name};
    return phase_word(phase_rank(phase.id).value_or(0));
}

Phasing standard_phasing() { return {.phases = {{.id = phase_id(0)}, {.id = phase_id(1)}}, .compounds = {}}; }

}  // namespace geo
