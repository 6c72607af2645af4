#include "app/window/status_line.hpp"

#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QRegularExpression>
#include <QToolButton>

namespace app {
namespace {

constexpr double offered_scales[] = {200, 500, 1000, 2000, 5000, 10000, 25000, 50000};

QString scale_text(double denominator) { return "1:" + number(denominator, 0); }

/// What was typed: `1:500`, `500`, `1 : 2 000`, `1/500`.
std::optional<double> denominator_in(QString typed) {
    typed.remove(QRegularExpression{R"([\s\x{2009},])"});
    typed.replace(QChar{0xFF1A}, ':');
    static const QRegularExpression shape{R"(^(?:1[:/])?(\d+(?:\.\d+)?)$)"};
    const auto match = shape.match(typed);
    const double value = match.captured(1).toDouble();
    return match.hasMatch() && value > 0 ? std::optional{value} : std::nullopt;
}

}  // namespace

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar{parent}, m_state{new QLabel{this}}, m_bar{new QProgressBar{this}}, m_left{new QLabel{this}}, m_cancel{new QToolButton{this}},
      m_scale_title{new QLabel{this}}, m_scale{new QComboBox{this}}, m_place{new QLabel{this}}, m_crs{new QLabel{this}}, m_factor{new QLabel{this}} {
    setSizeGripEnabled(false);
    setContentsMargins(12, 0, 12, 0);
    m_state->setObjectName("statusState");
    m_scale->setObjectName("statusScale");
    m_place->setObjectName("statusPlace");
    m_crs->setObjectName("statusCrs");
    m_factor->setObjectName("statusFactor");
    m_cancel->setObjectName("statusCancel");
    m_bar->setFixedWidth(160);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_cancel->setIcon(icon("close"));
    m_cancel->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_scale->setEditable(true);
    m_scale->setInsertPolicy(QComboBox::NoInsert);
    m_scale->setFixedWidth(112);
    m_scale->setFocusPolicy(Qt::ClickFocus);  // Keys are for the map until it is clicked.
    m_scale->lineEdit()->setFocusPolicy(Qt::ClickFocus);
    for (const double scale : offered_scales) m_scale->addItem(scale_text(scale), scale);
    m_place->setMinimumWidth(190);
    m_place->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    addWidget(m_state);
    addWidget(m_bar);
    addWidget(m_left);
    addWidget(m_cancel);
    for (QWidget* each : {static_cast<QWidget*>(m_scale_title), static_cast<QWidget*>(m_scale), static_cast<QWidget*>(m_place), static_cast<QWidget*>(m_crs),
                          static_cast<QWidget*>(m_factor)})
        addPermanentWidget(each);

    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelAsked);
    connect(m_scale, &QComboBox::activated, this, [this](int at) { emit scaleChosen(m_scale->itemData(at).toDouble()); });
    connect(m_scale->lineEdit(), &QLineEdit::returnPressed, this, [this] {
        if (const auto typed = denominator_in(m_scale->currentText())) emit scaleChosen(*typed);
    });
    end();
    setPlace({});
    retranslate();
}

void StatusLine::setState(const QString& words) {
    m_idle = words;
    if (!m_is_running) m_state->setText(words);
}

void StatusLine::begin(const QString& words, bool can_cancel) {
    m_is_running = true;
    m_clock.start();
    m_state->setText(words);
    m_bar->setValue(0);
    m_bar->show();
    m_left->clear();
    m_left->show();
    m_cancel->setVisible(can_cancel);
    emit runningChanged(true);
}

void StatusLine::progress(double share) {
    if (!m_is_running) return;
    m_bar->setValue(static_cast<int>(share * m_bar->maximum()));
    showTime(share);
}

void StatusLine::showTime(double share) {
    const double elapsed_s = static_cast<double>(m_clock.elapsed()) / 1000.0;
    if (share < 0.02 || elapsed_s < 1.0) return;  // Too early to tell.
    const int left_s = static_cast<int>(elapsed_s * (1.0 - share) / share + 0.5);
    m_left->setText(left_s >= 90 ? tr("%1 %, about %2 min left").arg(static_cast<int>(share * 100)).arg((left_s + 30) / 60)
                                 : tr("%1 %, about %2 s left").arg(static_cast<int>(share * 100)).arg(left_s));
}

void StatusLine::end() {
    m_is_running = false;
    m_bar->hide();
    m_left->hide();
    m_cancel->hide();
    m_state->setText(m_idle);
    emit runningChanged(false);
}

void StatusLine::setScale(double denominator) {
    // Not while it is being typed into.
    if (!m_scale->lineEdit()->hasFocus() || !m_scale->lineEdit()->isModified()) m_scale->setEditText(scale_text(denominator));
}

void StatusLine::setPlace(std::optional<geo::Point> place) {
    m_place->setText(place ? number(place->x, 2) + ",  " + number(place->y, 2) : QString{});
}

void StatusLine::setCrs(const QString& name, const QString& full) {
    m_crs->setText(name);
    m_crs->setToolTip(full);
}

void StatusLine::setFactor(std::optional<double> factor) {
    m_factor_value = factor;
    retranslate();
}

void StatusLine::retranslate() {
    m_scale_title->setText(tr("Scale"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop; what was there before stays (Ctrl+.)"));
    m_factor->setText(m_factor_value ? tr("ground %1").arg(*m_factor_value, 0, 'f', 4) : QString{});
    m_factor->setToolTip(tr("Grid metres per ground metre at the middle of the map"));
    m_place->setToolTip(tr("East, north of the pointer in the working CRS, metres"));
}

void StatusLine::changeEvent(QEvent* event) {
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace app
