#include "app/tables/phase_words.hpp"

#include "app/theme/language.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr int last_colour = 3;  // The third batch and later ones share theirs; the number tells them apart.

}  // namespace

QString phase_words(const geo::Phasing& phasing, const std::string& id) {
    if (const geo::Phase* phase = phasing.phase(id)) return text(geo::phase_title(*phase));
    // A site may still be in a phase that the project no longer has.
    if (const auto rank = geo::phase_rank(id)) return text(geo::phase_word(*rank));
    return text(id);
}

Disc phase_disc(const std::string& id) {
    const auto rank = geo::phase_rank(id);
    if (!rank) return {};
    return {*rank == 0 ? QStringLiteral("P") : QString::number(*rank), QStringLiteral("phase_%1").arg(std::min(*rank, last_colour))};
}

std::optional<double> phase_order(const std::string& id) {
    const auto rank = geo::phase_rank(id);
    return rank ? std::optional<double>{*rank} : std::nullopt;
}

}  // namespace app
