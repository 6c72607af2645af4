#pragma once

#include "app/canvas/map_canvas.hpp"
#include "app/panels/inspector/reason.hpp"

#include <QListView>

#include <set>
#include <vector>

namespace app {

class ReasonDelegate;

/// *Why here / why not here*: hovering a row, or going to it with the keys, draws its line; a click, Enter or Space keeps it.
class ReasonList : public QListView {
    Q_OBJECT

   public:
    explicit ReasonList(QWidget* parent = nullptr);

    /// @param keep_lines  the rows are those shown before, in other words
    void showReasons(std::vector<Reason> reasons, bool keep_lines = false);
    void dropLines();
    std::vector<MarkLine> lines() const;  ///< kept ones, then the hovered
    QRect linkRect(int row) const;        ///< in the viewport; empty where the row has no link

   signals:
    void linesChanged();
    void clauseClicked(const QString& rule);

   protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

   private:
    class Model;

    void hover(int row);
    void toggle(int row);
    int rowOfLinkAt(QPoint place) const;

    std::vector<Reason> m_reasons;
    Model* m_model;
    ReasonDelegate* m_delegate;
    std::set<int> m_kept;
    int m_hovered = -1;
    int m_pressed = -1;
};

}  // namespace app
