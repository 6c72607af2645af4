#include "app/pages/overview_sheets.hpp"

#include "app/pages/page_text.hpp"
#include "app/pages/plan_notes.hpp"
#include "app/pages/project_page.hpp"
#include "app/render/free_space.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace app {
namespace {

constexpr double disc_mm = 5.4;
constexpr int fill_alpha = 70;
constexpr double outline_mm = 0.5;

/// A compound with those of its sites that are in a phase.
struct Member {
    const geo::Compound* compound;
    int number;  ///< as in its drawing
    std::vector<const geo::Site*> sites;
};

std::vector<Member> members_of(const PlanFacts& facts, std::optional<int> phase) {
    std::vector<Member> members;
    int number = 0;
    for (const geo::Compound& compound : facts.compounds()) {
        ++number;
        Member member{&compound, number, {}};
        std::ranges::copy_if(facts.sites(compound.id), std::back_inserter(member.sites), [&](const geo::Site* site) { return facts.phase(*site) == phase; });
        if (!member.sites.empty()) members.push_back(std::move(member));
    }
    return members;
}

PageTable member_table(const PlanFacts& facts, const std::vector<Member>& members) {
    PageTable table{.title = {"小区一览", "Compounds"}, .row_mm = page_looks().rows.clearances};
    table.columns = {{{"图号", "No."}, 15.5, Align::Left}, {{"小区", "Compound"}, 22.0, Align::Left}, {{"点位", "Sites"}, 8.0, Align::Right},
                     {{"车位", "Bays"}, 10.0, Align::Right}, {{"符合", "Comply"}, 11.5, Align::Right}, {{"待核实", "Verify"}, 11.0, Align::Right},
                     {{"不符合", "Fail"}, 10.0, Align::Right}};
    int sites = 0, bays = 0;
    std::array<int, 3> sums{};
    const auto shown = [](int count) { return count == 0 ? QStringLiteral("–") : number_on_page(count, 0); };
    const auto verdict_cell = [&](geo::Verdict verdict, int count, Type type) {
        return TableCell{.text = shown(count), .type = type, .colour = count == 0 ? page_looks().colours.second : page_looks().chip(verdict).ink};
    };
    for (const Member& member : members) {
        std::array<int, 3> counts{};
        int own = 0;
        for (const geo::Site* site : member.sites) ++counts[static_cast<std::size_t>(site->verdict)], own += site->bay_count;
        sites += static_cast<int>(member.sites.size()), bays += own;
        std::vector<TableCell> row{{.text = drawing_number(facts.phase(*member.compound), member.number)}, {.text = name_of(*member.compound), .type = Type::TableBold},
                                   {.text = number_on_page(static_cast<double>(member.sites.size()), 0)}, {.text = number_on_page(own, 0)}};
        for (std::size_t v = 0; v < counts.size(); ++v) row.push_back(verdict_cell(static_cast<geo::Verdict>(v), counts[v], Type::Table)), sums[v] += counts[v];
        table.rows.push_back(std::move(row));
    }
    std::vector<TableCell> total{{.text = facts.words().first({"合计", "Total"}), .type = Type::TableBold}, {.text = number_on_page(static_cast<double>(members.size()), 0), .type = Type::TableBold},
                                 {.text = number_on_page(sites, 0), .type = Type::TableBold}, {.text = number_on_page(bays, 0), .type = Type::TableBold}};
    for (std::size_t v = 0; v < sums.size(); ++v) total.push_back(verdict_cell(static_cast<geo::Verdict>(v), sums[v], Type::TableBold));
    table.total = std::move(total);
    return table;
}

std::vector<geo::Message> notes_of(const PlanFacts& facts, const geo::Phase* phase, double grid_m) {
    const geo::Inputs& inputs = facts.source().project->inputs;
    std::vector<geo::Message> notes;
    if (phase && !(phase->begins.empty() && phase->ends.empty()))
        notes.push_back(geo::say("期限：{} 至 {}。", "Dates: {} to {}.", phase->begins.empty() ? "…" : phase->begins, phase->ends.empty() ? "…" : phase->ends));
    if (phase && phase->budget) {
        const std::string budget = number_on_page(*phase->budget, 0).toStdString();
        notes.push_back(geo::say("预算：{} 元。", "Budget: {} yuan.", budget));
    }
    notes.push_back({"圈内为图号的序号；着色小区列入本期。", "Discs give the number of the compound's drawing; coloured ones are in this phase."});
    notes.push_back(coordinates_note(inputs, grid_m));
    if (const auto origin = origin_note(inputs)) notes.push_back(*origin);
    return notes;
}

/// A compound's number, in it or beside it.
struct NumberDisc {
    QPointF place, centre;  ///< of the compound, of the disc, mm
    int number;

    QRectF room() const { return {centre - QPointF{0.5, 0.5} * disc_mm, QSizeF{disc_mm, disc_mm}}; }
};

/// No two overlap; what finds no place near its compound has none, and is found by its row in the table.
std::vector<NumberDisc> place_discs(const SheetMap& map, const std::vector<Member>& members) {
    constexpr int ways = 12;
    constexpr double step_mm = 0.6 * disc_mm, reach_mm = 7.0 * disc_mm, clear_mm = 2.0 + 0.5 * disc_mm;
    const QRectF inside = map.frame.adjusted(clear_mm, clear_mm, -clear_mm, -clear_mm);
    FreeSpace taken{2.0 * disc_mm};
    std::vector<NumberDisc> discs;
    for (const Member& member : members) {
        const QPointF place = middle_on_paper(map, member.compound->boundary);
        const auto try_at = [&](QPointF centre) {
            const NumberDisc disc{place, centre, member.number};
            const QPolygonF room = turned_box(centre, disc.room().size(), 0.0);
            if (!inside.contains(centre) || !taken.is_free(room)) return false;
            taken.take(room);
            discs.push_back(disc);
            return true;
        };
        bool is_placed = try_at(place);
        for (double away = step_mm; !is_placed && away <= reach_mm; away += step_mm)
            for (int way = 0; !is_placed && way < ways; ++way) is_placed = try_at(place + away * QPointF{std::cos(way * 2.0 * std::numbers::pi / ways), std::sin(way * 2.0 * std::numbers::pi / ways)});
    }
    return discs;
}

QColor pale(QColor colour) {
    colour.setAlpha(fill_alpha);
    return colour;
}

std::vector<Sheet> overview_of(const PlanFacts& facts, std::optional<int> rank) {
    const PageTemplate& page = page_template("overview-a3");
    const std::vector<Member> members = members_of(facts, rank);
    const geo::Message phase = facts.phaseWords(rank);
    ProjectDrawing drawing;
    drawing.kind = Sheet::Kind::Overview;
    drawing.title = geo::say("总平面图 · {0}", "Overview · {1}", phase.zh, phase.en);
    drawing.number = drawing_number(rank, 0);
    drawing.phase = phase;
    drawing.map = project_map(facts, page.map, page.hidden);
    drawing.map.source = of_phase(facts.source(), rank);
    const PageLooks::Disc& looks = page_looks().disc(rank);
    SheetMap& map = drawing.map.map;
    const std::vector<NumberDisc> discs = place_discs(map, members);
    for (const NumberDisc& disc : discs) map.taken.push_back(disc.room());
    for (const Member& member : members) {
        map.areas.push_back({member.compound->boundary, pale(looks.ground), looks.ground, outline_mm});
    }
    drawing.marks = [&, discs](PageWriter& writer) {
        for (const NumberDisc& disc : discs)
            if (disc.centre != disc.place) writer.line(disc.place, disc.centre, page_looks().strokes.mark, looks.ground);
        for (const NumberDisc& disc : discs) writer.disc(disc.centre, disc_mm, QString::number(disc.number), Type::Chip, looks.ground, looks.ink);
    };
    drawing.legend = [&](PageWriter& writer, PageColumn& column) {
        const double height = 8.0;
        column.block(height, [&](double y) {
            const QSizeF key = page_looks().legend.key;
            const QRectF box{{column.left(), y + 0.5 * (height - key.height())}, key};
            writer.box(box, pale(looks.ground), looks.ground, outline_mm);
            writer.pair({box.right() + 2.6, base_in_middle(y + 0.5 * height, Type::Table)}, geo::say("本期小区：{}", "Compounds of this phase: {1}", phase.zh, phase.en), Type::Table,
                        Type::TableSecond, column.width() - key.width() - 2.6);
        });
    };
    drawing.table = member_table(facts, members);
    const geo::Phase* known = rank ? facts.source().project->phasing.phase(geo::phase_id(*rank)) : nullptr;
    drawing.notes.notes = notes_of(facts, known, map.grid_every_mm * map.denominator / 1000.0);
    return project_sheets(facts, page, std::move(drawing));
}

}  // namespace

std::vector<Sheet> overview_sheets(const PlanFacts& facts) {
    std::set<int> ranks;
    bool has_others = false;
    for (const geo::Compound& compound : facts.compounds())
        for (const geo::Site* site : facts.sites(compound.id)) {
            if (const auto rank = facts.phase(*site))
                ranks.insert(*rank);
            else
                has_others = true;
        }
    std::vector<Sheet> sheets;
    for (const int rank : ranks) std::ranges::move(overview_of(facts, rank), std::back_inserter(sheets));
    if (has_others) std::ranges::move(overview_of(facts, std::nullopt), std::back_inserter(sheets));
    return sheets;
}

}  // namespace app
