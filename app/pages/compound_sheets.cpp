#include "app/pages/compound_sheets.hpp"

#include "app/pages/compound_maps.hpp"
#include "app/pages/page_column.hpp"
#include "app/pages/page_text.hpp"
#include "app/pages/plan_notes.hpp"
#include "app/pages/plan_tables.hpp"

#include <algorithm>
#include <deque>

namespace app {
namespace {

constexpr double caption_inset = 2.0, caption_disc = 4.6;

/// A page while it is laid out.
struct Page {
    std::shared_ptr<Sheet::Content> content;
    std::vector<SiteDetail> details;
    std::vector<QRectF> free;  ///< places that tables may take
};

class CompoundDrawing {
   public:
    CompoundDrawing(const PlanFacts& facts, const geo::Compound& compound, int position, const DimensionLines& dimensions)
        : m_facts{facts},
          m_page{page_template("compound-a3")},
          m_compound{compound},
          m_number{drawing_number(facts.phase(compound), position)},
          m_maps{compound_maps(facts, m_page, compound, dimensions)} {}

    std::vector<Sheet> sheets() {
        lay_out_maps();
        write_columns();
        std::vector<Sheet> sheets;
        const int count = static_cast<int>(m_pages.size());
        const QString name = name_of(m_compound);
        const geo::Message heading{(name + QStringLiteral(" · 电动自行车集中停放充电区平面布置图")).toStdString(),
                                   ("Site plan of outdoor e-bike parking and charging zones, " + name).toStdString()};
        for (int p = 0; p < count; ++p) {
            Page& page = m_pages[static_cast<std::size_t>(p)];
            PageWriter writer{m_page, m_facts.request().language, *page.content};
            for (std::size_t d = 0; d < page.details.size(); ++d) write_caption(writer, page.details[d], page.content->maps[page.content->maps.size() - page.details.size() + d].map);
            write_frame(writer, m_facts.facts(m_page, heading, name, m_facts.phaseWords(m_facts.phase(m_compound)), m_number, p + 1, count, page.content->maps));
            const QString title = name + QStringLiteral(" · ") + m_facts.words().first({"平面布置图", "Site plan"});
            sheets.emplace_back(Sheet::Kind::Compound, m_number, title, p + 1, count, page.content);
        }
        return sheets;
    }

   private:
    Page& add_page() {
        auto content = std::make_shared<Sheet::Content>();
        content->source = m_facts.source();
        content->paper = m_page.paper;
        content->map_language = m_facts.words().mapLanguage();
        m_pages.push_back({std::move(content), {}, {}});
        return m_pages.back();
    }

    void lay_out_maps() {
        std::deque<SiteDetail> details{m_maps.details.begin(), m_maps.details.end()};
        add_page().content->maps.push_back(m_maps.main);
        if (!m_maps.is_wide) place_details(m_pages.front(), *m_page.details, details);
        for (const MapOnPage& tile : m_maps.tiles) add_page().content->maps.push_back(tile);
        while (!details.empty()) place_details(add_page(), *m_page.more_details, details);
        mark_extents();
    }

    /// As many as there are frames for; the other frames are free.
    void place_details(Page& page, const DetailPlaces& places, std::deque<SiteDetail>& details) {
        for (const QRectF& frame : places.frames) {
            if (details.empty()) {
                page.free.push_back(frame);
                continue;
            }
            page.content->maps.push_back(placed(details.front(), places, frame));
            page.details.push_back(details.front());
            details.pop_front();
        }
    }

    void mark_extents() {
        std::vector<MapExtent> extents;
        for (const Page& page : m_pages)
            for (std::size_t d = 0; d < page.details.size(); ++d) {
                const SheetMap& map = page.content->maps[page.content->maps.size() - page.details.size() + d].map;
                // What a detail shows no larger than the main map needs no box there.
                if (map.denominator >= m_pages.front().content->maps.front().map.denominator) continue;
                extents.push_back({ground_of(map), m_facts.words().first({"详图 ", "Detail "}) + circled(page.details[d].number)});
            }
        SheetMap& main = m_pages.front().content->maps.front().map;
        for (std::size_t t = 0; t < m_maps.tiles.size(); ++t)
            main.extents.push_back({ground_of(m_maps.tiles[t].map), m_facts.words().first({"分幅 第", "Tile, sheet "}) + QString::number(t + 2) + m_facts.words().first({"张", ""})});
        if (m_maps.tiles.empty()) main.extents = extents;
        for (std::size_t t = 0; t < m_maps.tiles.size(); ++t) {
            SheetMap& tile = m_pages[t + 1].content->maps.front().map;
            std::ranges::copy_if(extents, std::back_inserter(tile.extents), [&](const MapExtent& extent) { return ground_of(tile).holds(extent.box); });
        }
    }

    void write_columns() {
        const auto& sites = m_facts.sites(m_compound.id);
        PageTable site_rows = site_table(m_facts, sites), clearances = clearance_table(m_facts, sites);
        const SheetMap& main = m_pages.front().content->maps.front().map;
        PageNotes notes{compound_notes(m_facts, m_compound, sites, main.grid_every_mm * main.denominator / 1000.0)};
        for (std::size_t p = 0; p < m_pages.size(); ++p) {
            write_column(m_pages[p], site_rows, clearances, notes);
            // What is left takes the places that no detail has.
            for (const QRectF& frame : m_pages[p].free)
                for (PageTable* table : {&site_rows, &clearances})
                    if (p > 0 && !table->isDone()) {
                        PageWriter writer{m_page, m_facts.request().language, *m_pages[p].content};
                        write_table(writer, *table, frame);
                        break;
                    }
            if (p + 1 == m_pages.size() && !(site_rows.isDone() && clearances.isDone() && notes.isDone())) add_page().free = m_page.more_details->frames;
        }
    }

    void write_column(Page& page, PageTable& site_rows, PageTable& clearances, PageNotes& notes) {
        PageWriter writer{m_page, m_facts.request().language, *page.content};
        PageColumn column{writer};
        column.legend(legend_rows(m_facts.source(), page.content->maps), column.heightOf(site_rows, clearances, notes));
        column.tablesAndNotes(site_rows, clearances, notes);
    }

    void write_caption(PageWriter& writer, const SiteDetail& detail, const SheetMap& map) {
        const PageLooks& looks = writer.looks();
        const QRectF frame = map.frame;
        const QRectF box{frame.left(), frame.bottom(), frame.width(), m_page.details->caption};
        const PageLooks::Chip& chip = looks.chip(detail.site->verdict);
        writer.box(box, looks.colours.paper, looks.colours.line, looks.strokes.map);
        const double middle = box.center().y(), base = base_in_middle(middle, Type::Caption);
        writer.disc({box.left() + caption_inset + 0.5 * caption_disc, middle}, caption_disc, QString::number(detail.number), Type::Chip, chip.mark, looks.colours.paper);
        const QRectF scale = writer.text({box.right() - caption_inset, base}, scale_on_page(map.denominator), Type::Caption, Align::Right);
        const std::string id = short_site_id(detail.site->id).toStdString(), round = circled(detail.number).toStdString();
        const geo::Message verdict = verdict_words(detail.site->verdict);
        const std::string part_zh = detail.is_part ? "（局部）" : "", part_en = detail.is_part ? " (part)" : "";
        const geo::Message words{fmt::format("详图 {} {}{} · {} 车位 · {}", round, id, part_zh, detail.site->bay_count, verdict.zh),
                                 m_facts.words().isBilingual() ? fmt::format("{} bays · {}", detail.site->bay_count, verdict.en)
                                                               : fmt::format("Detail {} {}{} · {} bays · {}", round, id, part_en, detail.site->bay_count, verdict.en)};
        const double left = box.left() + 2.0 * caption_inset + caption_disc;
        writer.pair({left, base}, words, Type::Caption, Type::Label, scale.left() - caption_inset - left);
    }

    const PlanFacts& m_facts;
    const PageTemplate& m_page;
    const geo::Compound& m_compound;
    QString m_number;
    CompoundMaps m_maps;
    std::vector<Page> m_pages;
};

}  // namespace

std::vector<Sheet> compound_sheets(const PlanFacts& facts, const geo::Compound& compound, int position, const DimensionLines& dimensions) {
    return CompoundDrawing{facts, compound, position, dimensions}.sheets();
}

}  // namespace app
