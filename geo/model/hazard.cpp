#include "geo/model/hazard.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace geo {
namespace {

constexpr std::array<std::pair<Kernel, std::string_view>, 5> kernels{{{Kernel::Quartic, "quartic"},
                                                                      {Kernel::Epanechnikov, "epanechnikov"},
                                                                      {Kernel::Uniform, "uniform"},
                                                                      {Kernel::Triangular, "triangular"},
                                                                      {Kernel::Gaussian, "gaussian"}}};

/// In a status: what tells that a hazard is gone, and what takes that back (`未销号`, `待复核后关闭`).
constexpr std::string_view words_of_closing[] = {"销号", "已整改", "整改完", "整改到位", "关闭", "办结", "闭环", "已完成", "已消除", "已解决", "已处理", "已处置"};
constexpr std::string_view words_of_opening[] = {"未", "待", "不", "反弹", "复发"};
constexpr std::string_view closed_in_english[] = {"closed", "resolved", "fixed", "done", "completed", "rectified"};

/// The number at the front of a text, which loses it; nothing when it does not begin with `least` to `most` digits.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits < least) return {};
    digits = std::min(digits, most);
    int number = 0;
    std::from_chars(text.data(), text.data() + digits, number);
    text.remove_prefix(digits);
    return number;
}

bool take(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

}  // namespace

std::optional<std::chrono::sys_days> date_in(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    const auto year = take_number(text, 4, 4);
    if (!year) return {};
    std::string_view between, behind;
    for (const auto& [first, second] : {std::pair{"-", ""}, {"/", ""}, {".", ""}, {"年", "日"}}) {
        if (take(text, first)) {
            between = std::string_view{first} == "年" ? "月" : first, behind = second;
            break;
        }
    }
    const bool is_compact = between.empty();
    const auto month = take_number(text, is_compact ? 2 : 1, 2);
    if (!month || (!is_compact && !take(text, between))) return {};
    const auto day = take_number(text, is_compact ? 2 : 1, 2);
    if (!day) return {};
    take(text, behind);
    // A time of day may follow; anything else makes it another kind of text.
    if (!text.empty() && text.front() != ' ' && text.front() != 'T') return {};
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return {};
    return std::chrono::sys_days{date};
}

bool is_closed(const HazardReport& report) {
    const std::string_view status = report.status;
    const auto has = [&](const std::string_view word) { return status.find(word) != std::string_view::npos; };
    const auto is_word = [&](const std::string_view word) {
        return std::ranges::equal(status, word, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; });
    };
    if (std::ranges::any_of(closed_in_english, is_word)) return true;
    return std::ranges::any_of(words_of_closing, has) && std::ranges::none_of(words_of_opening, has);
}

std::vector<HazardReport> hazard_reports(const Inputs& inputs) {
    std::vector<HazardReport> reports;
    for (const Layer& layer : inputs.layers) {
        if (layer.role != Role::Hazard) continue;
        for (const Feature& feature : layer.features) {
            for (const Point where : feature.shape.points) {
                reports.push_back({.id = feature.id, .where = where, .date = date_in(text_of(layer.role, feature, "date")),
                                   .type = text_of(layer.role, feature, "type"), .severity = text_of(layer.role, feature, "severity"),
                                   .status = text_of(layer.role, feature, "status")});
            }
        }
    }
    return reports;
}

std::string_view kernel_name(Kernel kernel) {
    return std::ranges::find(kernels, kernel, &std::pair<Kernel, std::string_view>::first)->second;
}

std::optional<Kernel> kernel_named(std::string_view name) {
    const auto at = std::ranges::find(kernels, name, &std::pair<Kernel, std::string_view>::second);
    return at == kernels.end() ? std::nullopt : std::optional{at->first};
}

bool HazardFilter::passes(const HazardReport& report) const {
    if (types && !types->contains(report.type)) return false;
    if (statuses && !statuses->contains(report.status)) return false;
    if ((from || to) && !report.date) return false;
    return (!from || *report.date >= *from) && (!to || *report.date <= *to);
}

}  // namespace geo
