#include "app/pages/plan_tables.hpp"

#include <algorithm>
#include <limits>

namespace app {
namespace {

int worst_first(geo::Verdict verdict) { return -static_cast<int>(verdict); }

double margin_of(const geo::Site& site) { return site.margin_m.value_or(std::numeric_limits<double>::infinity()); }

std::string governing_label(const PlanFacts& facts, const geo::Site& site) {
    for (const geo::ClearanceRow* row : facts.rows(site))
        if (row->rule == site.governing) return row->clause;
    return site.governing;
}

}  // namespace

std::vector<const geo::Site*> most_critical_first(std::vector<const geo::Site*> sites) {
    std::ranges::stable_sort(sites, {}, [](const geo::Site* site) { return std::pair{worst_first(site->verdict), margin_of(*site)}; });
    return sites;
}

PageTable site_table(const PlanFacts& facts, const std::vector<const geo::Site*>& sites) {
    const PageWords words = facts.words();
    PageTable table{.title = {"点位一览", "Sites"}, .row_mm = page_looks().rows.sites};
    table.columns = {{{"编号", "Site"}, 8.5, Align::Left}, {{"车位", "Bays"}, 9.5, Align::Right}, {{"面积 m²", "Area m²"}, 13.0, Align::Right},
                             {{"结论", "Verdict"}, 15.0, Align::Left}, {{"裕量 m", "Margin m"}, 11.5, Align::Right}, {{"控制条款", "Clause"}, 24.0, Align::Left}};
    int bays = 0;
    double area_m2 = 0.0;
    for (const geo::Site* site : sites) {
        bays += site->bay_count, area_m2 += site->area_m2;
        table.rows.push_back({{.text = short_site_id(site->id), .type = Type::TableBold},
                              {.text = number_on_page(site->bay_count, 0)},
                              {.text = number_on_page(site->area_m2, 1)},
                              {.type = Type::Chip, .chip = site->verdict},
                              {.text = site->margin_m ? signed_on_page(*site->margin_m, 2) : QStringLiteral("–")},
                              {.text = site->governing.empty() ? QStringLiteral("–") : words.first(facts.clauseWords(site->governing, governing_label(facts, *site))),
                               .type = Type::TableSecond,
                               .colour = page_looks().colours.clause}});
    }
    table.total = {{{.text = words.first({"合计", "Total"}), .type = Type::TableBold},
                    {.text = number_on_page(bays, 0), .type = Type::TableBold},
                    {.text = number_on_page(area_m2, 1), .type = Type::TableBold}}};
    return table;
}

PageTable clearance_table(const PlanFacts& facts, const std::vector<const geo::Site*>& sites) {
    const PageWords words = facts.words();
    PageTable table{.title = {"净距", "Clearances"}, .row_mm = page_looks().rows.clearances};
    table.columns = {{{"点位", "Site"}, 8.0, Align::Left}, {{"至", "To"}, 34.0, Align::Left}, {{"须 m", "Need m"}, 10.0, Align::Right},
                             {{"有 m", "Have m"}, 11.0, Align::Right}, {{"结论", "Verdict"}, 17.0, Align::Left}};
    struct Row {
        const geo::Site* site;
        const geo::ClearanceRow* row;
        double margin() const { return row->have_m - row->need_m; }
    };
    std::vector<Row> rows;
    for (const geo::Site* site : sites)
        for (const geo::ClearanceRow* row : facts.rows(*site)) rows.push_back({site, row});
    std::ranges::stable_sort(rows, {}, &Row::margin);
    for (const auto& [site, row] : rows) {
        const geo::Message obstacle = facts.obstacleWords(*row);
        table.rows.push_back({{.text = short_site_id(site->id), .type = Type::TableBold},
                              {.text = words.first(obstacle), .type = Type::Table, .second = words.second(obstacle)},
                              {.text = number_on_page(row->need_m, 2)},
                              {.text = number_on_page(row->have_m, 2)},
                              {.text = words.first(verdict_words(row->verdict)), .type = Type::Table, .colour = page_looks().chip(row->verdict).ink}});
    }
    return table;
}

}  // namespace app
