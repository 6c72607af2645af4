#pragma once

#include <QWidget>

#include <array>

namespace app {

/// The planner's steps, in the order of the work.
enum class Step { Collect, Rules, Zones, Sites, Hazards, Phases, Compare, Deliver };
constexpr int step_count = 8;

enum class StepState {
    Open,   ///< nothing there yet
    Done,
    Stale   ///< done, but what it was made from has changed
};

/// The steps side by side, with how far each is; a click opens what belongs to one. Never blocks.
class StepStrip : public QWidget {
    Q_OBJECT

   public:
    explicit StepStrip(QWidget* parent = nullptr);

    void setState(Step step, StepState state);
    StepState state(Step step) const { return m_states[static_cast<std::size_t>(step)]; }
    void setCurrent(Step step);
    Step current() const { return m_current; }
    QSize sizeHint() const override;

   signals:
    void chosen(app::Step step);

   protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

   private:
    QRectF cell(int at) const;
    int cellAt(QPointF place) const;
    void choose(int at);
    static QString title(int at);
    static QString hint(int at);

    std::array<StepState, step_count> m_states{};
    Step m_current = Step::Collect;
    int m_hovered = -1;
};

}  // namespace app
