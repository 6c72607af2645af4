#include "app/panels/compare/comparison_delegate.hpp"

#include "app/panels/compare/comparison_model.hpp"
#include "app/theme/theme.hpp"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double bar_height_px = 16.0, widest_px = 104.0, margin_px = 12.0, arrow_px = 7.0;
constexpr int padding_px = 10;

QString bar_colour(geo::Reading reading) {
    switch (reading) {
        case geo::Reading::Better: return QStringLiteral("done");
        case geo::Reading::Worse: return QStringLiteral("fails_text");
        default: return QStringLiteral("input_border");
    }
}

void draw_bar(QPainter& painter, const QRectF& cell, double percent, geo::Reading reading) {
    const ChangeBar bar = change_bar(cell, percent);
    painter.setRenderHint(QPainter::Antialiasing, bar.is_clipped);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(bar_colour(reading)));
    if (bar.is_clipped) {
        const bool is_right = percent > 0.0;
        const double tip = is_right ? bar.bar.right() : bar.bar.left(), neck = is_right ? tip - arrow_px : tip + arrow_px;
        const double root = is_right ? bar.bar.left() : bar.bar.right(), y = bar.bar.center().y();
        painter.drawPolygon(QPolygonF{{{root, bar.bar.top()}, {neck, bar.bar.top()}, {tip, y}, {neck, bar.bar.bottom()}, {root, bar.bar.bottom()}}});
    } else {
        painter.drawRect(bar.bar);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen{colour("input_border"), 1.0});
    painter.drawLine(QPointF{bar.middle, bar.bar.top() - 2.0}, QPointF{bar.middle, bar.bar.bottom() + 1.0});
}

}  // namespace

ChangeBar change_bar(const QRectF& cell, double percent) {
    const double half = std::max(0.0, std::min(widest_px, 0.5 * cell.width() - margin_px));
    const double middle = std::floor(cell.center().x()), top = std::floor(cell.center().y() - 0.5 * bar_height_px) + 1.0;
    const double length = std::round(half * std::min(std::abs(percent), 100.0) / 100.0);
    return {{percent < 0.0 ? middle - length : middle, top, length, bar_height_px}, middle, std::abs(percent) > 100.0};
}

void ComparisonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.state.setFlag(QStyle::State_HasFocus, false);
    const QString words = cell.text;
    cell.text.clear();
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    painter->save();
    const QVariant reading = index.data(ComparisonModel::ReadingRole);
    const auto read = static_cast<geo::Reading>(reading.toInt());
    if (index.column() == ComparisonModel::Bar) {
        if (const QVariant percent = index.data(ComparisonModel::PercentRole); percent.isValid()) draw_bar(*painter, option.rect, percent.toDouble(), read);
    } else {
        QFont font = option.font;
        font.setBold(index.data(ComparisonModel::StrongRole).toBool());
        painter->setFont(font);
        const bool is_second = index.column() == ComparisonModel::Unit;
        painter->setPen(colour(reading.isValid() ? reading_colour(read) : is_second ? QStringLiteral("text_second") : QStringLiteral("text")));
        const QRect inside = option.rect.adjusted(padding_px, 0, -padding_px, 0);
        const auto alignment = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
        painter->drawText(inside, static_cast<int>(alignment), QFontMetrics{font}.elidedText(words, Qt::ElideRight, inside.width()));
    }
    painter->restore();
}

}  // namespace app
