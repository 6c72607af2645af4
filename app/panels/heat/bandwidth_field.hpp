#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QSlider;

namespace app {

/// A bandwidth in metres: a slider whose steps are equal ratios (5–500 m) and a number beside it, which may lie beyond the slider's ends.
class BandwidthField : public QWidget {
    Q_OBJECT

   public:
    explicit BandwidthField(QWidget* parent = nullptr);

    double value() const;
    void setValue(double metres);  ///< without `changed`
    bool isDragged() const;        ///< the slider is held

    QSlider* slider() const { return m_slider; }
    QDoubleSpinBox* number() const { return m_number; }

   signals:
    void changed(double metres);

   private:
    QSlider* m_slider;
    QDoubleSpinBox* m_number;
};

/// Where on the slider a bandwidth stands, and the bandwidth of a place, rounded as one would say it: to metres from 20 m, to half metres below, to fives from 200 m.
int slider_place(double metres);
double bandwidth_at(int place);
constexpr int slider_steps = 400;

}  // namespace app
