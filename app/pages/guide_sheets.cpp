#include "app/pages/guide_sheets.hpp"

#include "app/pages/guide_rows.hpp"
#include "app/pages/page_frame.hpp"
#include "app/pages/page_legend.hpp"
#include "app/pages/page_text.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr double number_width = 27.0, clause_width = 48.0, gap = 3.0;  // Columns: number, text, clause.
constexpr double pad = 1.3;                                            // Above and below the words of a row.

QString text_of(const std::string& words) { return QString::fromStdString(words); }

/// One line of a row's column.
struct Line {
    QString text;
    Type type = Type::Note;
    QColor colour = {};
};

/// What stands beside each other in a row.
struct Cells {
    std::vector<Line> number, text, clause;
    std::size_t lines() const { return std::max({number.size(), text.size(), clause.size()}); }
};

class GuideDrawing {
   public:
    GuideDrawing(const geo::RulePack& pack, const SheetRequest& request) : m_pack{pack}, m_request{request}, m_page{page_template("guide-a4")} { add_page(); }

    std::vector<Sheet> sheets() {
        write_introduction();
        for (const GuideGroup& group : guide_groups(m_pack)) write_group(group);
        return framed();
    }

   private:
    double left() const { return m_page.column.left; }
    double width() const { return m_page.column.right - left(); }
    double text_room() const { return width() - number_width - clause_width - 2.0 * gap; }
    double pitch() const { return page_looks().rows.notes; }

    void add_page() {
        m_pages.push_back(std::make_shared<Sheet::Content>());
        m_pages.back()->paper = m_page.paper;
        m_writer.emplace(m_page, m_request.language, *m_pages.back());
        m_y = m_page.column.top;
    }
    bool fits(double height) const { return m_y + height <= m_page.column.legend_bottom; }

    void add_words(std::vector<Line>& lines, const geo::Message& words, double room, Type first, Type second) const {
        for (const QString& line : wrapped(m_writer->words().first(words), first, room)) lines.push_back({line, first});
        if (const QString other = m_writer->words().second(words); !other.isEmpty())
            for (const QString& line : wrapped(other, second, room)) lines.push_back({line, second});
    }

    void write_lines(const std::vector<Line>& lines, double x, double top) {
        double base = top + pad + 0.75 * pitch();
        for (const Line& line : lines) {
            m_writer->text({x, base}, line.text, line.type, Align::Left, 1e9, line.colour);
            base += pitch();
        }
    }

    Cells cells_of(const GuideRow& row) const {
        Cells cells;
        add_words(cells.number, row.number, number_width, Type::TableBold, Type::TableSecond);
        add_words(cells.number, row.strength, number_width, Type::Note, Type::NoteSecond);
        add_words(cells.text, row.what, text_room(), Type::TableBold, Type::TableSecond);
        add_words(cells.text, row.text, text_room(), Type::Note, Type::NoteSecond);
        add_words(cells.text, row.notes, text_room(), Type::Note, Type::NoteSecond);
        for (const QString& line : wrapped(text_of(row.clause.label()), Type::Note, clause_width)) cells.clause.push_back({line, Type::Note, page_looks().colours.clause});
        const bool is_weak = row.clause.status == geo::Status::Unverified || row.clause.status == geo::Status::Assumption;
        const QString status = m_writer->words().both(status_on_page(row.clause.status), QStringLiteral(" · "));
        cells.clause.push_back({status, Type::TableBold, page_looks().chip(is_weak ? geo::Verdict::ToVerify : geo::Verdict::Complies).ink});
        if (!row.clause.superseded_by.empty())
            for (const QString& line : wrapped(QStringLiteral("→ ") + text_of(row.clause.superseded_by), Type::NoteSecond, clause_width)) cells.clause.push_back({line, Type::NoteSecond});
        for (const QString& line : wrapped(text_of(row.id), Type::NoteSecond, clause_width)) cells.clause.push_back({line, Type::NoteSecond});
        return cells;
    }

    void write_introduction() {
        write_disclaimer(*m_writer, m_y + m_page.disclaimer.height());
        m_y += m_page.disclaimer.height() + 2.0;
        const std::string lineage = [&] {
            std::string ids;
            for (const std::string& id : m_pack.lineage) ids += (ids.empty() ? "" : " → ") + id;
            return ids;
        }();
        const std::vector<geo::Message> words{
            geo::say("规则包 {0}，版本 {1}；继承 {2}。", "Rule pack {0}, edition {1}; extends {2}.", m_pack.id, m_pack.edition, lineage),
            {"应：必须做到；宜：条件许可时做到。距离自车位、柜体和棚的立柱或可燃檐口量至障碍物，取平面最近距离；几条同时适用时以最大者为准。",
             "Must: to be kept; should: to be kept where it can. Distances run from bays, cabinets and a shed's posts or combustible eaves to the obstacle, nearest in plan; of several the largest governs."},
            {"已核实：读过标准原文；二手资料：读的是转载；未核实：凭记忆；设定：推断或本规则包自定。后两种数值不足以判定符合。",
             "Verified: the standard's own text was read; secondary: a copy was; unverified: from memory; assumption: inferred, or set by the pack. On the last two no site complies."}};
        std::vector<Line> lines;
        for (const geo::Message& each : words) add_words(lines, each, width(), Type::Note, Type::NoteSecond);
        write_lines(lines, left(), m_y);
        m_y += static_cast<double>(lines.size()) * pitch() + 2.0 * pad + 2.0;
    }

    void write_heading(geo::Message title, bool is_continued) {
        if (is_continued) title = {title.zh + "（续）", title.en + " (continued)"};
        write_block_heading(*m_writer, title, left(), m_y, width());
        m_y += page_looks().rows.block;
        m_writer->line({left(), m_y}, {left() + width(), m_y}, page_looks().strokes.head, page_looks().colours.line);
    }

    void write_group(const GuideGroup& group) {
        bool is_begun = false;
        for (const GuideRow& row : group.rows) {
            const Cells cells = cells_of(row);
            const double height = static_cast<double>(cells.lines()) * pitch() + 2.0 * pad;
            const double head = is_begun ? 0.0 : page_looks().rows.block;
            if (!fits(head + height)) {
                add_page();
                write_heading(group.title, is_begun);
            } else if (!is_begun) {
                write_heading(group.title, false);
            }
            is_begun = true;
            write_lines(cells.number, left(), m_y);
            write_lines(cells.text, left() + number_width + gap, m_y);
            write_lines(cells.clause, left() + width() - clause_width, m_y);
            m_y += height;
            m_writer->line({left(), m_y}, {left() + width(), m_y}, page_looks().strokes.row, page_looks().colours.row);
        }
        m_y += 3.0;
    }

    std::vector<Sheet> framed() {
        std::vector<Sheet> sheets;
        const int count = static_cast<int>(m_pages.size());
        for (int p = 0; p < count; ++p) {
            const auto& content = m_pages[static_cast<std::size_t>(p)];
            PageWriter writer{m_page, m_request.language, *content};
            SheetFacts facts{.heading = m_pack.title, .values = {}, .rules_id = {}};
            facts.values["rules"] = text_of(m_pack.id + " · " + m_pack.edition);
            facts.values["project"] = writer.words().both(m_pack.jurisdiction);
            facts.values["date"] = text_of(m_request.date);
            facts.values["page"] = QStringLiteral("%1 / %2").arg(p + 1).arg(count);
            write_frame(writer, facts);
            sheets.emplace_back(Sheet::Kind::Guide, QStringLiteral("AC-R-001"), writer.words().first(m_pack.title), p + 1, count, content);
        }
        return sheets;
    }

    const geo::RulePack& m_pack;
    const SheetRequest& m_request;
    const PageTemplate& m_page;
    std::vector<std::shared_ptr<Sheet::Content>> m_pages;
    std::optional<PageWriter> m_writer;
    double m_y = 0.0;
};

}  // namespace

std::vector<Sheet> guide_sheets(const geo::RulePack& pack, const SheetRequest& request) { return GuideDrawing{pack, request}.sheets(); }

}  // namespace app
