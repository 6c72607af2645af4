#include "app/pages/page_writer.hpp"

#include "app/pages/page_text.hpp"

namespace app {
namespace {

constexpr double above_base = 0.88, below_base = 0.12;  // Of the em: how Chinese letters stand about their base line.
constexpr double middle_above_base = 0.37;              // Half of a capital letter, and nearly the middle of a Chinese one.

}  // namespace

QRectF PageText::room() const {
    const double em = page_looks().face(type).mm;
    return {base.x(), base.y() - above_base * em, text_width(text, type), (above_base + below_base) * em};
}

double base_in_middle(double middle, Type type) { return middle + middle_above_base * page_looks().face(type).mm; }

PageWriter::PageWriter(const PageTemplate& page, SheetLanguage language, Sheet::Content& content)
    : m_page{page}, m_looks{page_looks()}, m_words{language}, m_content{content} {}

QRectF PageWriter::text(QPointF place, const QString& words, Type type, Align align, double width, const QColor& colour) {
    if (words.isEmpty()) return {place, QSizeF{}};
    PageText item{place, elided(words, type, width), type, colour.isValid() ? colour : m_looks.face(type).colour};
    const double drawn = text_width(item.text, type);
    if (align != Align::Left) item.base.rx() -= align == Align::Right ? drawn : 0.5 * drawn;
    const QRectF room = item.room();
    m_content.items.push_back(std::move(item));
    return room;
}

void PageWriter::pair(QPointF place, const geo::Message& message, Type first, Type second, double width) {
    const QRectF room = text(place, m_words.first(message), first, Align::Left, width);
    const QString other = m_words.second(message);
    const double gap = 0.5 * m_looks.face(first).mm;
    if (other.isEmpty() || room.width() + gap + text_width(other, second) > width) return;
    text({room.right() + gap, place.y()}, other, second);
}

void PageWriter::stack(QPointF place, const geo::Message& message, Type first, Type second, double pitch, Align align, double width) {
    text(place, m_words.first(message), first, align, width);
    text(place + QPointF{0.0, pitch}, m_words.second(message), second, align, width);
}

void PageWriter::line(QPointF from, QPointF to, double stroke_mm, const QColor& colour, std::vector<double> dash_mm) {
    QPainterPath path{from};
    path.lineTo(to);
    m_content.items.push_back(PageShape{path, {}, colour, stroke_mm, std::move(dash_mm)});
}

void PageWriter::box(const QRectF& box, const QColor& fill, const QColor& stroke, double stroke_mm, double radius) {
    QPainterPath path;
    if (radius > 0.0)
        path.addRoundedRect(box, radius, radius);
    else
        path.addRect(box);
    m_content.items.push_back(PageShape{path, fill, stroke, stroke_mm, {}});
}

void PageWriter::path(const QPainterPath& path, const QColor& fill, const QColor& stroke, double stroke_mm, std::vector<double> dash_mm) {
    m_content.items.push_back(PageShape{path, fill, stroke, stroke_mm, std::move(dash_mm)});
}

void PageWriter::disc(QPointF centre, double diameter, const QString& words, Type type, const QColor& fill, const QColor& ink) {
    QPainterPath path;
    path.addEllipse(centre, 0.5 * diameter, 0.5 * diameter);
    m_content.items.push_back(PageShape{path, fill, {}, 0.0, {}});
    text({centre.x(), base_in_middle(centre.y(), type)}, words, type, Align::Middle, 1e9, ink);
}

void PageWriter::chip(QPointF left_middle, geo::Verdict verdict, double width) {
    const PageLooks::Chip& looks = m_looks.chip(verdict);
    const double height = 2.0 * m_looks.face(Type::Chip).mm;
    box({left_middle.x(), left_middle.y() - 0.5 * height, width, height}, looks.ground, looks.mark, m_looks.strokes.chip, 0.25 * height);
    text({left_middle.x() + 0.5 * width, base_in_middle(left_middle.y(), Type::Chip)}, m_words.first(verdict_words(verdict)), Type::Chip, Align::Middle,
         width - 1.0, looks.ink);
}

void PageWriter::key(const QRectF& box, const std::string& layer) { m_content.items.push_back(PageKey{box, layer}); }

}  // namespace app
