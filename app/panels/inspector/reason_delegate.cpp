#include "app/panels/inspector/reason_delegate.hpp"

#include "app/tables/verdict_chip.hpp"
#include "app/theme/theme.hpp"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr int side = 16, gap = 8, mark_size = 18, text_left = side + mark_size + gap, governing_bar = 4;
constexpr int need_gap = 12, least_name = 60;
constexpr double most_of_note = 0.6;  // of the second line

QFont bold(QFont font) {
    font.setBold(true);
    return font;
}

/// Clause and note, one step smaller.
QFont small(QFont font) {
    if (font.pixelSize() > 0)
        font.setPixelSize(font.pixelSize() - 1);
    else
        font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}

/// Rounded up: a text must not be elided in the room that was measured for it.
int widthOf(const QString& text, const QFont& font) {
    return static_cast<int>(std::ceil(QFontMetricsF{font}.horizontalAdvance(text))) + 1;
}

QColor verdictColour(geo::Verdict verdict, const char* part) { return colour(verdict_chip(verdict) + '_' + part); }

QRect firstLine(const QRect& row) { return {row.left() + text_left, row.top() + 9, row.width() - text_left - side, 20}; }
QRect secondLine(const QRect& row) { return {row.left() + text_left, row.top() + 31, row.width() - text_left - side, 20}; }

/// Shapes tell the verdicts apart without colour: disc with tick, triangle with question mark, disc with cross.
void drawMark(QPainter& painter, const QRectF& box, geo::Verdict verdict) {
    const QColor ink = verdictColour(verdict, "text"), paper = verdictColour(verdict, "fill");
    const auto at = [&](double x, double y) { return QPointF{box.left() + x * box.width(), box.top() + y * box.height()}; };
    const QPen stroke{paper, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
    if (verdict == geo::Verdict::ToVerify) {
        painter.setPen({ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.setBrush(paper);
        painter.drawPolygon(QPolygonF{{at(0.5, 0.04), at(0.98, 0.92), at(0.02, 0.92)}});
        QFont font = bold(painter.font());
        font.setPixelSize(static_cast<int>(box.height() * 0.62));
        painter.setFont(font);
        painter.drawText(QRectF{at(0.0, 0.26), at(1.0, 0.94)}, Qt::AlignCenter, QStringLiteral("?"));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(box);
    painter.setPen(stroke);
    if (verdict == geo::Verdict::Complies) {
        painter.drawPolyline(QPolygonF{{at(0.28, 0.52), at(0.44, 0.68), at(0.73, 0.35)}});
    } else {
        painter.drawLine(at(0.32, 0.32), at(0.68, 0.68));
        painter.drawLine(at(0.68, 0.32), at(0.32, 0.68));
    }
}

/// A disc filled clockwise from the top, so that a share is seen without its colour.
void drawShare(QPainter& painter, const QRectF& box, double share) {
    painter.setPen({colour("input_border"), 1.2});
    painter.setBrush(colour("panel"));
    painter.drawEllipse(box.adjusted(1, 1, -1, -1));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour("fails_text"));
    constexpr int turn = 360 * 16;
    painter.drawPie(box.adjusted(2, 2, -2, -2), turn / 4, -static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * turn)));
}

void drawGain(QPainter& painter, const QRectF& box) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour("accent"));
    painter.drawEllipse(box);
    painter.setPen({colour("on_accent"), 1.8, Qt::SolidLine, Qt::RoundCap});
    const QPointF middle = box.center();
    const double arm = 0.24 * box.width();
    painter.drawLine(middle - QPointF{arm, 0}, middle + QPointF{arm, 0});
    painter.drawLine(middle - QPointF{0, arm}, middle + QPointF{0, arm});
}

int noteWidth(const Reason& reason, int line_width, const QFont& font) {
    const int wanted = widthOf(reason.note, small(font));
    return std::min(wanted, static_cast<int>(line_width * (reason.clause.isEmpty() ? 1.0 : most_of_note)));
}

}  // namespace

void ReasonDelegate::show(const std::vector<Reason>& reasons, const QFont& font) {
    m_reasons = &reasons;
    m_need_width = m_have_width = 0;
    m_kept.clear();
    m_hovered = -1;
    for (const Reason& reason : reasons) {
        m_need_width = std::max(m_need_width, widthOf(reason.need, font));
        m_have_width = std::max(m_have_width, widthOf(reason.have, bold(font)));
    }
}

QRect ReasonDelegate::linkRect(const QRect& row_rect, int row, const QFont& font) const {
    const Reason& reason = (*m_reasons)[static_cast<std::size_t>(row)];
    if (reason.rule.isEmpty()) return {};
    const QRect line = secondLine(row_rect);
    const int room = line.width() - noteWidth(reason, line.width(), font) - gap;
    const int width = std::min(room, widthOf(reason.clause, small(font)));
    return {line.left(), line.top(), std::max(0, width), line.height()};
}

void ReasonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Reason& reason = (*m_reasons)[static_cast<std::size_t>(index.row())];
    const QRect row = option.rect;
    const bool is_kept = m_kept.contains(index.row()), is_hovered = m_hovered == index.row();
    if (reason.mark == Mark::Heading) return paintHeading(*painter, option, reason);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(row);
    if (reason.governs) painter->fillRect(row, verdictColour(reason.verdict, "fill"));
    if (is_kept)
        painter->fillRect(row, colour("chosen_row"));
    else if (is_hovered && !reason.governs)
        painter->fillRect(row, colour("row_hover"));
    if (reason.governs) painter->fillRect(QRect{row.left(), row.top(), governing_bar, row.height()}, verdictColour(reason.verdict, "text"));
    painter->fillRect(QRect{row.left() + side, row.bottom(), row.width() - 2 * side, 1}, colour("divider"));

    const QRect first = firstLine(row), second = secondLine(row);
    const QRectF mark(row.left() + side, first.top() + 1, mark_size, mark_size);
    if (reason.mark == Mark::Share) drawShare(*painter, mark, reason.share);
    else if (reason.mark == Mark::Gain) drawGain(*painter, mark);
    else drawMark(*painter, mark, reason.verdict);

    const QFont body = option.font, heavy = bold(body), minor = small(body);
    const auto right = Qt::AlignRight | Qt::AlignVCenter;
    // Longer words of another language must not leave the name without room.
    const int need_width = std::min(m_need_width, std::max(0, first.width() - m_have_width - need_gap - least_name));
    const int need_left = first.right() - m_have_width - need_gap - need_width;
    painter->setFont(heavy);
    const bool is_doubtful = reason.mark == Mark::Verdict && reason.verdict != geo::Verdict::Complies;
    painter->setPen(is_doubtful ? verdictColour(reason.verdict, "text") : colour("text"));
    painter->drawText(first, right, reason.have);
    painter->setFont(body);
    painter->setPen(colour("text_second"));
    painter->drawText(QRect{need_left, first.top(), need_width, first.height()}, right,
                      painter->fontMetrics().elidedText(reason.need, Qt::ElideRight, need_width));
    painter->setFont(reason.governs ? heavy : body);
    painter->setPen(colour("text"));
    // Without a need its column is free for a longer name.
    const int name_right = (reason.need.isEmpty() ? first.right() - m_have_width : need_left) - gap;
    const QString name = painter->fontMetrics().elidedText(reason.name, Qt::ElideRight, std::max(0, name_right - first.left()));
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter, name);

    painter->setFont(minor);
    const int note_width = noteWidth(reason, second.width(), body);
    painter->setPen(colour("text_second"));
    painter->drawText(second, right, painter->fontMetrics().elidedText(reason.note, Qt::ElideRight, note_width));
    const QRect link = linkRect(row, index.row(), body);
    painter->setPen(colour("accent"));
    painter->drawText(link, Qt::AlignLeft | Qt::AlignVCenter, painter->fontMetrics().elidedText(reason.clause, Qt::ElideRight, link.width()));
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen({colour("accent"), 1.0});
        painter->drawRect(QRectF{row}.adjusted(0.5, 0.5, -0.5, -1.5));
    }
    painter->restore();
}

void ReasonDelegate::paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const Reason& reason) const {
    painter.save();
    painter.setFont(bold(option.font));
    painter.setPen(colour("text_second"));
    const QRect line = option.rect.adjusted(side, 8, -side, 0);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(reason.name, Qt::ElideRight, line.width()));
    painter.restore();
}

QSize ReasonDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const bool is_heading = (*m_reasons)[static_cast<std::size_t>(index.row())].mark == Mark::Heading;
    return {10, is_heading ? heading_height : row_height};
}

}  // namespace app
