#include "app/panels/phases/phase_delegate.hpp"

#include "app/panels/phases/yuan.hpp"
#include "app/tables/phase_words.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"

#include <QPainter>

namespace app {
namespace {

constexpr int side = 16, disc = 24, gap = 10;
constexpr int pad = 8, line = 20;

}  // namespace

QString PhaseDelegate::title(const PhaseRow& row) { return row.is_none() ? tr("In no phase") : text(geo::phase_title(row.phase)); }

QString PhaseDelegate::counts(const PhaseRow& row) {
    return tr("compounds %1 · sites %2 · bays %3").arg(number(row.compounds, 0), number(row.sites, 0), number(row.bays, 0));
}

QString PhaseDelegate::dates(const geo::Phase& phase) {
    if (!phase.begins.empty() && !phase.ends.empty()) return text(phase.begins) + " – " + text(phase.ends);
    if (!phase.begins.empty()) return tr("from %1").arg(text(phase.begins));
    if (!phase.ends.empty()) return tr("until %1").arg(text(phase.ends));
    return {};
}

void PhaseDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const PhaseRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const QRect box = option.rect;
    painter->save();
    painter->setClipRect(box);
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) painter->fillRect(box, colour("chosen_row"));
    else if (option.state & QStyle::State_MouseOver) painter->fillRect(box, colour("row_hover"));
    painter->fillRect(QRect{box.left() + side, box.bottom(), box.width() - 2 * side, 1}, colour("divider"));

    const QPointF centre{box.left() + side + 0.5 * disc, box.top() + pad + line + 0.0};
    if (row.is_none()) {
        painter->setPen({colour("input_border"), 1.4, Qt::DashLine});
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(centre, 0.5 * disc - 1.0, 0.5 * disc - 1.0);
    } else {
        draw_disc(*painter, centre, phase_disc(row.phase.id), disc);
    }

    QRect words{box.left() + side + disc + gap, box.top() + pad, box.width() - 2 * side - disc - gap, line};
    QFont heavy = option.font;
    heavy.setBold(true);
    const QString budget = row.phase.budget ? yuan_words(*row.phase.budget) : QString{};
    painter->setFont(option.font);
    const int taken = budget.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(budget) + gap;
    painter->setPen(colour("text"));
    painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, budget);
    painter->setFont(heavy);
    painter->setPen(colour(row.is_none() ? "text_second" : "text"));
    const QRect name = words.adjusted(0, 0, -taken, 0);
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter, painter->fontMetrics().elidedText(title(row), Qt::ElideRight, name.width()));

    QFont minor = option.font;
    minor.setPixelSize(12);
    painter->setFont(minor);
    painter->setPen(colour("text_second"));
    for (const QString& each : {counts(row), dates(row.phase)}) {
        words.translate(0, line);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, painter->fontMetrics().elidedText(each, Qt::ElideRight, words.width()));
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen({colour("accent"), 1.0});
        painter->drawRect(QRectF{box}.adjusted(0.5, 0.5, -0.5, -1.5));
    }
    painter->restore();
}

QSize PhaseDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const bool has_dates = !dates(m_rows[static_cast<std::size_t>(index.row())].phase).isEmpty();
    return {10, 2 * pad + (has_dates ? 3 : 2) * line};
}

}  // namespace app
