#include "app/pages/heat_sheets.hpp"

#include "app/pages/plan_notes.hpp"
#include "app/pages/project_page.hpp"
#include "app/render/legend.hpp"
#include "geo/scenario/phasing.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr double band_height = 4.2, bands_top = 11.0, below_bands = 6.2;

/// As many decimals as tell one band from the next.
int decimals_for(double maximum) { return maximum >= 100.0 ? 0 : maximum >= 10.0 ? 1 : 2; }

void write_ramp(PageWriter& writer, PageColumn& column, const geo::Heat& heat, const MapStyle& style) {
    const auto bands = heat_bands(style);
    column.block(bands_top + band_height + below_bands, [&](double y) {
        write_block_heading(writer, {"隐患密度", "Hazard density"}, column.left(), y, column.width());
        const double width = column.width() / static_cast<double>(bands.size()), top = y + bands_top;
        const int decimals = decimals_for(heat.maximum);
        const auto value = [&](double share) { return number_on_page(share * heat.maximum, decimals); };
        for (std::size_t b = 0; b < bands.size(); ++b) {
            const double left = column.left() + static_cast<double>(b) * width;
            writer.box({left, top, width, band_height}, bands[b].colour, writer.looks().colours.second, writer.looks().strokes.row);
            const QString words = b + 1 < bands.size() ? value(bands[b].from) + QStringLiteral("–") + value(bands[b].to) : QStringLiteral("> ") + value(bands[b].from);
            writer.text({left + 0.5 * width, top + band_height + 2.6}, words, Type::TableSecond, Align::Middle, width - 0.6);
        }
        writer.text({column.left() + column.width(), y + 6.6}, writer.words().both({"件/公顷", "reports/ha"}), Type::Table, Align::Right, 0.45 * column.width());
    });
}

geo::Message kernel_words(geo::Kernel kernel) {
    switch (kernel) {
        case geo::Kernel::Quartic: return {"四次核", "quartic kernel"};
        case geo::Kernel::Epanechnikov: return {"Epanechnikov 核", "Epanechnikov kernel"};
        case geo::Kernel::Uniform: return {"均匀核", "uniform kernel"};
        case geo::Kernel::Triangular: return {"三角核", "triangular kernel"};
        case geo::Kernel::Gaussian: return {"高斯核", "Gaussian kernel"};
    }
    return {};
}

std::string date_words(std::chrono::sys_days day) {
    const std::chrono::year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::vector<geo::Message> notes_of(const PlanFacts& facts, double grid_m) {
    const geo::Heat& heat = *facts.source().heat;
    const geo::HeatSettings& settings = heat.settings;
    std::vector<geo::Message> notes;
    const geo::Message kernel = kernel_words(settings.kernel);
    notes.push_back(geo::say("核密度估计：{0}，带宽 {2:.0f} m，栅格 {3:.1f} m。", "Kernel density: {1}, bandwidth {2:.0f} m, cells {3:.1f} m.", kernel.zh, kernel.en,
                             settings.bandwidth_m, settings.cell_m.value_or(0.0)));
    const std::string reports = number_on_page(static_cast<double>(heat.reports), 0).toStdString(), weight = number_on_page(heat.weight, 1).toStdString();
    notes.push_back(geo::say("计入 {} 件隐患，加权合计 {}。", "{} reports count, {} with their weights.", reports, weight));
    if (settings.filter.from || settings.filter.to)
        notes.push_back(geo::say("期间：{} 至 {}。", "Period: {} to {}.", settings.filter.from ? date_words(*settings.filter.from) : "…",
                                 settings.filter.to ? date_words(*settings.filter.to) : "…"));
    if (settings.weights.half_life_days)
        notes.push_back(geo::say("按时间衰减，半衰期 {:.0f} 天。", "Older reports count less: half after {:.0f} days.", *settings.weights.half_life_days));
    notes.push_back({"紧急程度依次按密度、未整改隐患排序；已整改者不计。", "Urgency: by density, then open reports; closed ones do not count."});
    notes.push_back(coordinates_note(facts.source().project->inputs, grid_m));
    if (const auto origin = origin_note(facts.source().project->inputs)) notes.push_back(*origin);
    return notes;
}

PageTable urgency_table(const PlanFacts& facts) {
    PageTable table{.title = {"先急后缓", "By urgency"}, .row_mm = page_looks().rows.clearances};
    table.columns = {{{"序", "Rank"}, 8.0, Align::Right}, {{"小区", "Compound"}, 32.0, Align::Left}, {{"隐患", "Open"}, 11.0, Align::Right},
                     {{"密度 /公顷", "Density /ha"}, 15.0, Align::Right}, {{"点位", "Sites"}, 10.0, Align::Right}};
    std::map<std::string, QString> names;
    for (const geo::Compound& compound : facts.compounds()) names[compound.id] = name_of(compound);
    int rank = 0;
    for (const geo::Urgency& urgency : geo::by_urgency(facts.source().project->inputs, *facts.source().results, facts.source().heat->settings)) {
        if (urgency.reports == 0 && urgency.density <= 0.0) continue;
        const QString without = facts.words().first({"无可设地", "no ground"});
        table.rows.push_back({{.text = number_on_page(++rank, 0), .type = Type::TableBold}, {.text = names[urgency.compound]},
                              {.text = number_on_page(urgency.reports, 0)}, {.text = number_on_page(urgency.density, 1)},
                              {.text = urgency.has_ground ? number_on_page(urgency.sites, 0) : without,
                               .type = Type::Table,
                               .colour = urgency.has_ground ? QColor{} : page_looks().chip(geo::Verdict::Fails).ink}});
    }
    return table;
}

}  // namespace

std::vector<Sheet> heat_sheets(const PlanFacts& facts) {
    const std::shared_ptr<const geo::Heat>& heat = facts.source().heat;
    if (!heat || heat->maximum <= 0.0F) return {};
    const PageTemplate& page = page_template("heat-a3");
    ProjectDrawing drawing;
    drawing.kind = Sheet::Kind::Heat;
    drawing.title = {"隐患密度图", "Density of hazard reports"};
    drawing.number = QStringLiteral("AC-H-001");
    drawing.phase = facts.request().phase ? facts.phaseWords(facts.request().phase) : geo::Message{"全部", "All"};
    drawing.map = project_map(facts, page.map, page.hidden);
    drawing.map.map.has_heat = true;
    drawing.legend = [&](PageWriter& writer, PageColumn& column) { write_ramp(writer, column, *heat, facts.source().map->style()); };
    drawing.table = urgency_table(facts);
    drawing.notes.notes = notes_of(facts, drawing.map.map.grid_every_mm * drawing.map.map.denominator / 1000.0);
    return project_sheets(facts, page, std::move(drawing));
}

}  // namespace app
