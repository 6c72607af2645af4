#include "app/pages/page_frame.hpp"

#include "app/pages/page_text.hpp"

namespace app {
namespace {

constexpr double inset = 2.0;        // Of words in a cell.
constexpr double label_base = 3.2;   // From a cell's top.
constexpr double below_base = 0.12; // Of the em: how far letters reach below their base line.

void write_cell(PageWriter& writer, const TitleCell& cell, const SheetFacts& facts) {
    const PageLooks& looks = writer.looks();
    writer.box(cell.box, {}, looks.colours.line, looks.strokes.cell);
    const double left = cell.box.left() + inset, width = cell.box.width() - 2.0 * inset;
    writer.pair({left, cell.box.top() + label_base}, cell.label, Type::Label, Type::Label, width);
    if (cell.value == "rules" && !facts.rules_id.isEmpty())
        writer.text({cell.box.right() - inset, cell.box.top() + label_base}, facts.rules_id, Type::Label, Align::Right, 0.55 * width);
    if (const auto value = facts.values.find(cell.value); value != facts.values.end())
        writer.text({left, cell.box.bottom() - inset - below_base * looks.face(cell.type).mm}, value->second, cell.type, Align::Left, width);
}

}  // namespace

void write_frame(PageWriter& writer, const SheetFacts& facts) {
    const PageTemplate& page = writer.page();
    const PageLooks& looks = writer.looks();
    writer.box(page.frame, {}, looks.colours.line, looks.strokes.frame);
    writer.line({page.column.x, page.frame.top()}, {page.column.x, page.frame.bottom()}, looks.strokes.divider, looks.colours.line);
    const double width = page.heading.right - page.heading.x;
    writer.text({page.heading.x, page.heading.first}, writer.words().first(facts.heading), Type::Heading, Align::Left, width);
    writer.text({page.heading.x, page.heading.second}, writer.words().second(facts.heading), Type::HeadingSecond, Align::Left, width);
    for (const TitleCell& cell : page.cells) write_cell(writer, cell, facts);
    writer.line(page.title_block.topLeft(), page.title_block.topRight(), looks.strokes.frame, looks.colours.line);
}

void write_disclaimer(PageWriter& writer, double bottom) {
    const PageTemplate& page = writer.page();
    const PageLooks& looks = writer.looks();
    const PageLooks::Chip& warning = looks.chip(geo::Verdict::ToVerify);
    const QRectF box{page.column.left, bottom - page.disclaimer.height(), page.disclaimer.width(), page.disclaimer.height()};
    writer.box(box, warning.ground, warning.mark, looks.strokes.chip, 1.2);
    const double width = box.width() - 2.0 * inset, left = box.left() + inset;
    const bool is_pair = !writer.words().second(looks.disclaimer).isEmpty();
    writer.text({left, is_pair ? box.top() + 4.8 : base_in_middle(box.center().y(), Type::Warning)}, writer.words().first(looks.disclaimer), Type::Warning,
                Align::Left, width, warning.ink);
    if (is_pair) writer.text({left, box.top() + 8.8}, writer.words().second(looks.disclaimer), Type::WarningSecond, Align::Left, width, warning.ink);
}

}  // namespace app
