#include "app/panels/heat/bandwidth_field.hpp"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double least_m = 5.0, greatest_m = 500.0;

double rounded(double metres) {
    const double step = metres < 20.0 ? 0.5 : metres < 200.0 ? 1.0 : 5.0;
    return std::round(metres / step) * step;
}

}  // namespace

int slider_place(double metres) {
    const double clamped = std::clamp(metres, least_m, greatest_m);
    return static_cast<int>(std::lround(slider_steps * std::log(clamped / least_m) / std::log(greatest_m / least_m)));
}

double bandwidth_at(int place) { return rounded(least_m * std::pow(greatest_m / least_m, static_cast<double>(place) / slider_steps)); }

BandwidthField::BandwidthField(QWidget* parent) : QWidget{parent}, m_slider{new QSlider{Qt::Horizontal, this}}, m_number{new QDoubleSpinBox{this}} {
    m_slider->setRange(0, slider_steps);
    m_slider->setPageStep(slider_steps / 20);
    m_number->setRange(0.5, 50'000.0);
    m_number->setDecimals(1);
    m_number->setSuffix(QStringLiteral(" m"));
    m_number->setKeyboardTracking(false);
    m_number->setFixedWidth(104);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_slider, 1);
    row->addWidget(m_number);
    setFocusProxy(m_slider);
    setValue(50.0);

    connect(m_slider, &QSlider::valueChanged, this, [this](int place) {
        const QSignalBlocker quiet{m_number};
        m_number->setValue(bandwidth_at(place));
        emit changed(value());
    });
    connect(m_number, &QDoubleSpinBox::valueChanged, this, [this](double metres) {
        const QSignalBlocker quiet{m_slider};
        m_slider->setValue(slider_place(metres));
        emit changed(metres);
    });
}

double BandwidthField::value() const { return m_number->value(); }

void BandwidthField::setValue(double metres) {
    const QSignalBlocker quiet_slider{m_slider}, quiet_number{m_number};
    m_number->setValue(metres);
    // While it is dragged the slider stays under the hand: rounding would move it.
    if (!isDragged()) m_slider->setValue(slider_place(metres));
}

bool BandwidthField::isDragged() const { return m_slider->isSliderDown(); }

}  // namespace app
