#include "app/pages/page_text.hpp"

#include "app/pages/sheet.hpp"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextBoundaryFinder>

namespace app {
namespace {

constexpr int font_px = 200;  // Letters of this size are scaled down: their heights are no whole pixels.

QFont font_of(Type type) {
    QFont font;
    font.setFamilies(page_looks().fonts);
    font.setBold(page_looks().face(type).is_bold);
    font.setPixelSize(font_px);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Shaping swaps figures beside Latin letters, and `fi`, for forms of which a PDF cannot tell what they are.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

double mm_per_px(Type type) { return page_looks().face(type).mm / font_px; }

/// Places where a line may end, besides the text's own end.
std::vector<qsizetype> breaks_of(const QString& text) {
    std::vector<qsizetype> breaks;
    QTextBoundaryFinder finder{QTextBoundaryFinder::Line, text};
    for (qsizetype at = finder.toNextBoundary(); at >= 0; at = finder.toNextBoundary()) breaks.push_back(at);
    if (breaks.empty() || breaks.back() != text.size()) breaks.push_back(text.size());
    return breaks;
}

}  // namespace

double text_width(const QString& text, Type type) { return QFontMetricsF{font_of(type)}.horizontalAdvance(text) * mm_per_px(type); }

QString elided(const QString& text, Type type, double width) {
    if (text_width(text, type) <= width) return text;
    return QFontMetricsF{font_of(type)}.elidedText(text, Qt::ElideRight, width / mm_per_px(type));
}

QStringList wrapped(const QString& text, Type type, double width) {
    const QFontMetricsF metrics{font_of(type)};
    const auto fits = [&](const QString& words) { return metrics.horizontalAdvance(words) * mm_per_px(type) <= width; };
    QStringList lines;
    qsizetype begin = 0, end = 0;
    const auto close = [&] {
        lines << text.mid(begin, end - begin).trimmed();
        begin = end;
    };
    for (const qsizetype next : breaks_of(text)) {
        if (end > begin && !fits(text.mid(begin, next - begin).trimmed())) close();
        while (!fits(text.mid(begin, next - begin).trimmed()) && next - begin > 1) {
            for (end = begin + 1; end < next && fits(text.mid(begin, end + 1 - begin)); ++end) {}
            close();
        }
        end = next;
    }
    if (end > begin) close();
    return lines;
}

void paint_text(QPainter& painter, QPointF base, const QString& text, Type type, const QColor& colour, double angle_deg) {
    const QTransform before = painter.transform();
    const double factor = mm_per_px(type) * page_units_per_mm;
    painter.translate(base * page_units_per_mm);
    painter.rotate(angle_deg);
    painter.scale(factor, factor);
    painter.setFont(font_of(type));
    painter.setPen(colour);
    painter.drawText(QPointF{}, text);
    painter.setTransform(before);
}

}  // namespace app
