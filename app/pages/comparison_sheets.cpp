#include "app/pages/comparison_sheets.hpp"

#include "app/pages/comparison_table.hpp"
#include "app/pages/page_text.hpp"
#include "app/pages/plan_notes.hpp"
#include "app/pages/project_page.hpp"
#include "geo/core/error.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr double caption_mm = 6.2, inset = 2.0, disc_mm = 4.6;

class ComparisonDrawing {
   public:
    ComparisonDrawing(const ComparedScenarios& compared, const SheetRequest& request, const geo::Progress& progress)
        : m_compared{compared}, m_page{page_template("comparison-a3")}, m_facts{source_of(0, progress.part(0.0, 0.4)), request}, m_second{source_of(1, progress.part(0.4, 0.9))} {}

    std::vector<Sheet> sheets() {
        std::vector<std::string> names;
        for (const auto& results : m_compared.results) names.push_back(results->scenario);
        PageTable indicators = indicator_table(m_facts.words(), m_compared.indicators, names);
        PageTable rules = m_compared.changes ? rule_table(m_facts.words(), m_compared.changes->rules) : PageTable{};
        PageTable compounds = compound_table();
        write_first(indicators, rules, compounds);
        while (!indicators.isDone() || !rules.isDone() || !compounds.isDone() || !m_notes.isDone()) {
            PageWriter writer{m_page, m_facts.request().language, add_page()};
            PageColumn column{writer};
            column.tablesAndNotes(rules, compounds, m_notes);
            for (const QRectF& room : m_page.more_tables)
                if (!indicators.isDone()) write_table(writer, indicators, room);
        }
        return framed(names);
    }

   private:
    SheetSource source_of(std::size_t scenario, const geo::Progress& progress) const {
        SheetSource source;
        source.project = m_compared.project;
        source.results = m_compared.results[scenario];
        source.title = m_compared.title;
        const MapChanges changes = scenario == 1 ? MapChanges{m_compared.changes, m_compared.results[0]} : MapChanges{};
        source.map = std::make_shared<MapData>(source.project, source.results, MapStyle::standard(), progress, changes);
        return source;
    }

    Sheet::Content& add_page() {
        m_pages.push_back(std::make_shared<Sheet::Content>());
        Sheet::Content& content = *m_pages.back();
        content.source = m_facts.source();
        content.paper = m_page.paper;
        content.map_language = m_facts.words().mapLanguage();
        return content;
    }

    MapOnPage map_in(const MapPlace& place) const {
        MapPlace above_caption = place;
        above_caption.frame.setHeight(place.frame.height() - caption_mm);
        return project_map(m_facts, above_caption, m_page.hidden);
    }

    void write_first(PageTable& indicators, PageTable& rules, PageTable& compounds) {
        Sheet::Content& content = add_page();
        content.maps = {map_in(m_page.map), map_in(*m_page.second_map)};
        content.maps[1].source = m_second;
        content.maps[1].map.has_north_arrow = false;
        PageWriter writer{m_page, m_facts.request().language, content};
        for (std::size_t s = 0; s < 2; ++s) write_caption(writer, content.maps[s].map, s);
        m_notes.notes = {{"B 图中着色处为 B 比 A 增加或减少的合规范围；点位按轮廓比较（1 mm）。", "Coloured ground in B was added or removed against A; sites are compared by outline (1 mm)."},
                         {"判断只看数值的好坏，不代表可行。零的百分数记为“–”。", "The reading tells only which number is better. Percent of zero is “–”."},
                         coordinates_note(m_compared.project->inputs, content.maps[0].map.grid_every_mm * content.maps[0].map.denominator / 1000.0)};
        if (const auto origin = origin_note(m_compared.project->inputs)) m_notes.notes.push_back(*origin);
        PageColumn column{writer};
        column.legend(legend_rows(m_facts.source(), content.maps), column.heightOf(rules, compounds, m_notes));
        column.tablesAndNotes(rules, compounds, m_notes);
        write_table(writer, indicators, *m_page.table);
    }

    void write_caption(PageWriter& writer, const SheetMap& map, std::size_t scenario) {
        const PageLooks& looks = writer.looks();
        const QRectF box{map.frame.left(), map.frame.bottom(), map.frame.width(), caption_mm};
        writer.box(box, looks.colours.paper, looks.colours.line, looks.strokes.map);
        const double middle = box.center().y(), base = base_in_middle(middle, Type::Caption);
        writer.disc({box.left() + inset + 0.5 * disc_mm, middle}, disc_mm, letter_of(scenario), Type::Chip, looks.colours.line, looks.colours.paper);
        const QRectF scale = writer.text({box.right() - inset, base}, scale_on_page(map.denominator), Type::Caption, Align::Right);
        const double left = box.left() + 2.0 * inset + disc_mm, room = scale.left() - inset - left;
        const QRectF name = writer.text({left, base}, QString::fromStdString(m_compared.results[scenario]->scenario), Type::Caption, Align::Left, 0.5 * room);
        writer.text({name.right() + inset, base}, rules_of(scenario), Type::Label, Align::Left, left + room - name.right() - inset);
    }

    QString rules_of(std::size_t scenario) const {
        const auto& scenarios = m_compared.project->scenarios;
        const auto found = std::ranges::find(scenarios, m_compared.results[scenario]->scenario, &geo::Scenario::name);
        if (found == scenarios.end()) return {};
        QString words = QString::fromStdString(found->pack);
        for (const auto& [rule, distance_m] : found->clearances)
            words += QStringLiteral(" · %1 %2 m").arg(QString::fromStdString(rule), number_on_page(distance_m, 2));
        return words;
    }

    PageTable compound_table() const {
        PageTable table{.title = {"合规范围增减", "Ground by compound"}, .row_mm = page_looks().rows.clearances};
        table.columns = {{{"小区", "Compound"}, 36.0, Align::Left}, {{"增加 m²", "Added"}, 22.0, Align::Right}, {{"减少 m²", "Removed"}, 22.0, Align::Right}};
        if (!m_compared.changes) return table;
        std::map<std::string, QString> names;
        for (const geo::Compound& compound : m_facts.compounds()) names[compound.id] = name_of(compound);
        double added_m2 = 0.0, removed_m2 = 0.0;
        for (const geo::GroundChange& change : m_compared.changes->ground) {
            added_m2 += change.added_m2, removed_m2 += change.removed_m2;
            table.rows.push_back({{.text = names[change.compound], .type = Type::TableBold}, {.text = number_on_page(change.added_m2, 1)}, {.text = number_on_page(change.removed_m2, 1)}});
        }
        if (!table.rows.empty())
            table.total = {{{.text = m_facts.words().first({"合计", "Total"}), .type = Type::TableBold}, {.text = number_on_page(added_m2, 1), .type = Type::TableBold},
                            {.text = number_on_page(removed_m2, 1), .type = Type::TableBold}}};
        return table;
    }

    std::vector<Sheet> framed(const std::vector<std::string>& names) {
        std::string joined;
        for (std::size_t s = 0; s < names.size(); ++s) joined += (s == 0 ? "" : " – ") + names[s];
        const std::string title = m_compared.title.toStdString();
        const geo::Message heading{title + " · 方案比较 " + joined, "Comparison of scenarios " + joined + ", " + title};
        const geo::Message name = geo::say("方案比较 · {0}", "Comparison · {0}", title);
        std::vector<Sheet> sheets;
        const int count = static_cast<int>(m_pages.size());
        const QString number = QStringLiteral("AC-C-001");
        for (int p = 0; p < count; ++p) {
            Sheet::Content& content = *m_pages[static_cast<std::size_t>(p)];
            PageWriter writer{m_page, m_facts.request().language, content};
            SheetFacts facts = m_facts.facts(m_page, heading, m_facts.words().both({"方案比较", "Comparison of scenarios"}), {"全部", "All"}, number, p + 1, count, content.maps);
            facts.values["scenario"] = QString::fromStdString(joined);
            write_frame(writer, facts);
            sheets.emplace_back(Sheet::Kind::Comparison, number, m_facts.words().first(name), p + 1, count, m_pages[static_cast<std::size_t>(p)]);
        }
        return sheets;
    }

    const ComparedScenarios& m_compared;
    const PageTemplate& m_page;
    PlanFacts m_facts;
    SheetSource m_second;
    PageNotes m_notes;
    std::vector<std::shared_ptr<Sheet::Content>> m_pages;
};

}  // namespace

std::vector<Sheet> comparison_sheets(const ComparedScenarios& compared, const SheetRequest& request, const geo::Progress& progress) {
    if (compared.results.size() < 2) throw geo::InvalidInput{{"制图时：比较至少需要两个方案。", "Drawing sheets: a comparison needs two scenarios at least."}};
    auto sheets = ComparisonDrawing{compared, request, progress}.sheets();
    progress.at(1.0);
    return sheets;
}

std::vector<Sheet> comparison_sheets(const geo::Comparison& comparison, const SheetRequest& request, const geo::Progress& progress) {
    ComparedScenarios compared;
    compared.project = comparison.project;
    compared.results = comparison.results;
    compared.indicators = comparison.indicators;
    compared.changes = std::make_shared<geo::ScenarioChanges>(comparison.changes.front());
    compared.title = QString::fromStdString(comparison.project->name);
    return comparison_sheets(compared, request, progress);
}

}  // namespace app
