#include "app/pages/comparison_table.hpp"

#include <algorithm>

namespace app {
namespace {

const QString unknown = QStringLiteral("–");

struct ReadingWords {
    geo::Message words;
    QString mark;
    QColor colour;
};

ReadingWords reading_words(geo::Reading reading) {
    const PageLooks::Colours& colours = page_looks().colours;
    switch (reading) {
        case geo::Reading::Better: return {{"较好", "better"}, QStringLiteral("▲"), page_looks().chip(geo::Verdict::Complies).ink};
        case geo::Reading::Worse: return {{"较差", "worse"}, QStringLiteral("▼"), page_looks().chip(geo::Verdict::Fails).ink};
        case geo::Reading::Same: return {{"相同", "same"}, QStringLiteral("●"), colours.second};
        case geo::Reading::Neutral: return {{"中性", "neutral"}, QStringLiteral("●"), colours.text};
    }
    return {};
}

QColor bar_colour(geo::Reading reading) {
    const PageLooks::Colours& colours = page_looks().colours;
    return reading == geo::Reading::Better ? colours.added : reading == geo::Reading::Worse ? colours.removed : colours.second;
}

}  // namespace

QString letter_of(std::size_t scenario) { return scenario < 26 ? QString{QChar{static_cast<char16_t>(u'A' + scenario)}} : QString::number(scenario + 1); }

PageTable indicator_table(const PageWords& words, std::span<const geo::Indicator> indicators, const std::vector<std::string>& scenarios) {
    PageTable table{.title = {"指标", "Indicators"}, .row_mm = page_looks().rows.clearances + 0.6};
    const bool is_pair = scenarios.size() == 2;
    table.columns = {{{"指标", "Indicator"}, is_pair ? 62.0 : 50.0, Align::Left}, {{"单位", "Unit"}, 12.0, Align::Left}};
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
        const std::string head = letter_of(s).toStdString() + " " + scenarios[s];
        table.columns.push_back({{head, head}, 30.0, Align::Right});
    }
    for (std::size_t s = 1; s < scenarios.size(); ++s) {
        const std::string of = is_pair ? "" : " " + letter_of(s).toStdString();
        table.columns.push_back({{"差" + of, "Difference"}, 26.0, Align::Right});
        table.columns.push_back({{"%", "%"}, 18.0, Align::Right});
        if (is_pair) table.columns.push_back({{"变化", "Change"}, 58.0, Align::Middle});
        table.columns.push_back({{"判断" + of, "Reading"}, 26.0, Align::Left});
    }
    for (const geo::Indicator& indicator : indicators) {
        std::vector<TableCell> row{{.text = words.first(indicator.title), .type = Type::TableBold, .second = words.second(indicator.title)},
                                   {.text = QString::fromStdString(indicator.unit), .type = Type::TableSecond}};
        for (std::size_t s = 0; s < scenarios.size(); ++s)
            row.push_back({.text = indicator.values[s] ? number_on_page(*indicator.values[s], indicator.decimals) : unknown, .type = s == 0 ? Type::Table : Type::TableBold});
        for (std::size_t s = 1; s < scenarios.size(); ++s) {
            const auto difference = indicator.difference(s), percent = indicator.percent(s);
            const geo::Reading reading = indicator.reading(s);
            const ReadingWords read = reading_words(reading);
            row.push_back({.text = difference ? signed_on_page(*difference, indicator.decimals) : unknown, .type = Type::TableBold, .colour = read.colour});
            row.push_back({.text = percent ? signed_on_page(*percent, 0) + QStringLiteral(" %") : unknown, .type = Type::Table, .colour = read.colour});
            if (is_pair) row.push_back(percent ? TableCell{.colour = bar_colour(reading), .bar = *percent / 100.0} : TableCell{});
            row.push_back({.text = difference ? read.mark + " " + words.first(read.words) : unknown, .type = Type::Table, .colour = read.colour, .second = words.second(read.words)});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

PageTable rule_table(const PageWords& words, std::span<const geo::RuleDifference> rules) {
    PageTable table{.title = {"规则差异", "Rules that differ"}, .row_mm = page_looks().rows.clearances};
    table.columns = {{{"规则", "Rule"}, 46.0, Align::Left}, {{"A", "A"}, 12.0, Align::Right}, {{"B", "B"}, 12.0, Align::Right}, {{"单位", "Unit"}, 10.0, Align::Left}};
    for (const geo::RuleDifference& rule : rules) {
        const auto value = [&](const std::optional<double>& number) { return number ? number_on_page(*number, rule.unit == "m" ? 2 : 0) : unknown; };
        const QString text = words.first(rule.text);
        table.rows.push_back({{.text = text.isEmpty() ? QString::fromStdString(rule.rule) : text}, {.text = value(rule.a)}, {.text = value(rule.b), .type = Type::TableBold},
                              {.text = QString::fromStdString(rule.unit), .type = Type::TableSecond}});
    }
    return table;
}

}  // namespace app
