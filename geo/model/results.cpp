#include "geo/model/results.hpp"

#include <array>

namespace geo {
namespace {
constexpr std::array<std::string_view, 3> zh{"符合", "待核实", "不符合"};
constexpr std::array<std::string_view, 3> en{"complies", "to verify", "fails"};
}  // namespace

std::string_view verdict_name(Verdict verdict) { return zh[static_cast<std::size_t>(verdict)]; }
std::string_view verdict_name_en(Verdict verdict) { return en[static_cast<std::size_t>(verdict)]; }

std::optional<Verdict> verdict_named(std::string_view name) {
    for (std::size_t i = 0; i < zh.size(); ++i)
        if (zh[i] == name || en[i] == name) return static_cast<Verdict>(i);
    return std::nullopt;
}

}  // namespace geo
