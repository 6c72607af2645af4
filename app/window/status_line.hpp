#pragma once

#include "geo/geometry/shapes.hpp"

#include <QElapsedTimer>
#include <QStatusBar>

#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QToolButton;

namespace app {

/// State and progress │ scale │ E, N │ CRS │ scale factor.
class StatusLine : public QStatusBar {
    Q_OBJECT

   public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setState(const QString& words);  ///< shown while nothing runs
    /// Work begins; `progress` follows. @param can_cancel  shows Cancel
    void begin(const QString& words, bool can_cancel);
    void progress(double share);
    void end();
    bool isRunning() const { return m_is_running; }

    void setScale(double denominator);
    void setPlace(std::optional<geo::Point> place);
    void setCrs(const QString& name, const QString& full);
    void setFactor(std::optional<double> factor);

   signals:
    void scaleChosen(double denominator);
    void cancelAsked();
    void runningChanged(bool is_running);

   protected:
    void changeEvent(QEvent* event) override;

   private:
    void retranslate();
    void showTime(double share);

    QLabel* m_state;
    QProgressBar* m_bar;
    QLabel* m_left;
    QToolButton* m_cancel;
    QLabel* m_scale_title;
    QComboBox* m_scale;
    QLabel* m_place;
    QLabel* m_crs;
    QLabel* m_factor;
    QString m_idle;
    std::optional<double> m_factor_value;
    QElapsedTimer m_clock;
    bool m_is_running = false;
};

}  // namespace app
