#include "app/window/step_strip.hpp"

#include "app/theme/theme.hpp"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace app {
namespace {

constexpr int height_px = 44;
constexpr double mark_px = 20.0;

}  // namespace

StepStrip::StepStrip(QWidget* parent) : QWidget{parent} {
    setObjectName("stepStrip");
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(height_px);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QString StepStrip::title(int at) {
    switch (static_cast<Step>(at)) {
        case Step::Collect: return tr("Collect");
        case Step::Rules: return tr("Rules");
        case Step::Zones: return tr("Zones");
        case Step::Sites: return tr("Sites");
        case Step::Hazards: return tr("Hazards");
        case Step::Phases: return tr("Phases");
        case Step::Compare: return tr("Compare");
        case Step::Deliver: return tr("Deliver");
    }
    return {};
}

QString StepStrip::hint(int at) {
    switch (static_cast<Step>(at)) {
        case Step::Collect: return tr("Input layers and what was found in them");
        case Step::Rules: return tr("The rule pack of this scenario");
        case Step::Zones: return tr("Where charging may stand");
        case Step::Sites: return tr("Bays laid into the zones, with their verdicts");
        case Step::Hazards: return tr("Hazard reports and their density");
        case Step::Phases: return tr("What is built in the pilot, and what later");
        case Step::Compare: return tr("Scenarios side by side");
        case Step::Deliver: return tr("Sheets and files for the bureau");
    }
    return {};
}

void StepStrip::setState(Step step, StepState state) {
    m_states[static_cast<std::size_t>(step)] = state;
    update();
}

void StepStrip::setCurrent(Step step) {
    m_current = step;
    update();
}

QSize StepStrip::sizeHint() const { return {step_count * 150, height_px}; }

QRectF StepStrip::cell(int at) const {
    const double wide = static_cast<double>(width()) / step_count;
    return {at * wide, 0.0, wide, static_cast<double>(height())};
}

int StepStrip::cellAt(QPointF place) const {
    const int at = static_cast<int>(place.x() * step_count / std::max(1, width()));
    return rect().contains(place.toPoint()) ? std::clamp(at, 0, step_count - 1) : -1;
}

void StepStrip::paintEvent(QPaintEvent*) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colour("window"));
    painter.fillRect(QRect{0, height() - 1, width(), 1}, colour("divider"));
    for (int at = 0; at < step_count; ++at) {
        const QRectF area = cell(at);
        const bool is_current = at == static_cast<int>(m_current);
        const StepState state = m_states[static_cast<std::size_t>(at)];
        if (is_current || at == m_hovered) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour(is_current ? "chosen_row" : "row_hover"));
            painter.drawRoundedRect(area.adjusted(6, 5, -18, -6), 6, 6);
        }
        const QRectF mark{area.left() + 16, area.center().y() - mark_px / 2, mark_px, mark_px};
        QFont number = font();
        number.setPixelSize(12);
        number.setBold(true);
        painter.setFont(number);
        if (state == StepState::Done && !is_current) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour("done"));
            painter.drawEllipse(mark);
            icon("check-on-accent").paint(&painter, mark.adjusted(3, 3, -3, -3).toRect());
        } else {
            painter.setPen(QPen{colour(is_current ? "accent" : "input_border"), 1.5});
            painter.setBrush(is_current ? QBrush{colour("accent")} : QBrush{Qt::NoBrush});
            painter.drawEllipse(mark.adjusted(1, 1, -1, -1));
            painter.setPen(colour(is_current ? "on_accent" : "text_second"));
            painter.drawText(mark, Qt::AlignCenter, QString::number(at + 1));
        }
        if (state == StepState::Stale) {
            painter.setPen(QPen{colour("window"), 1.5});
            painter.setBrush(colour("stale"));
            painter.drawEllipse(QRectF{mark.right() - 6, mark.top() - 3, 9, 9});
        }
        QFont words = font();
        words.setPixelSize(14);
        words.setBold(is_current);
        painter.setFont(words);
        painter.setPen(colour(is_current ? "accent" : "text"));
        painter.drawText(area.adjusted(16 + mark_px + 8, 0, -20, 0), Qt::AlignVCenter | Qt::AlignLeft, title(at));
        if (at + 1 < step_count) {
            painter.setPen(QPen{colour("input_border"), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
            const QPointF tip{area.right() - 6, area.center().y()};
            painter.drawPolyline(QPolygonF{{tip + QPointF{-4, -4}, tip, tip + QPointF{-4, 4}}});
        }
    }
    if (hasFocus()) {
        painter.setPen(QPen{colour("accent"), 1.0, Qt::DotLine});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cell(static_cast<int>(m_current)).adjusted(4, 3, -16, -4), 6, 6);
    }
}

void StepStrip::mouseMoveEvent(QMouseEvent* event) {
    m_hovered = cellAt(event->position());
    update();
}

void StepStrip::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
}

void StepStrip::choose(int at) {
    if (at < 0 || at >= step_count) return;
    setCurrent(static_cast<Step>(at));
    emit chosen(m_current);
}

void StepStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) choose(cellAt(event->position()));
}

void StepStrip::keyPressEvent(QKeyEvent* event) {
    const int at = static_cast<int>(m_current);
    if (event->key() == Qt::Key_Right) return choose(at + 1);
    if (event->key() == Qt::Key_Left) return choose(at - 1);
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return) return choose(at);
    QWidget::keyPressEvent(event);
}

bool StepStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int at = cellAt(help->pos());
        if (at >= 0) QToolTip::showText(help->globalPos(), hint(at), this);
        return true;
    }
    if (event->type() == QEvent::LanguageChange) update();
    return QWidget::event(event);
}

}  // namespace app
