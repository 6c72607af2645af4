#pragma once

#include "app/panels/phases/phase_rows.hpp"

#include <QListView>

namespace app {

/// The phases of a project, one of which is chosen.
class PhaseList : public QListView {
    Q_OBJECT

   public:
    explicit PhaseList(QWidget* parent = nullptr);

    void showRows(std::vector<PhaseRow> rows);  ///< keeps what is chosen, else chooses the first
    const std::vector<PhaseRow>& rows() const { return m_rows; }
    const PhaseRow* chosen() const;  ///< null without rows
    void choose(const std::string& id);
    void retranslate();
    QSize sizeHint() const override;  ///< all rows
    QSize minimumSizeHint() const override { return {100, 120}; }

   signals:
    void chosenChanged();
    void zoomAsked();              ///< to the chosen one: double click, Enter
    void menuAsked(QPoint global); ///< for the chosen one

   protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

   private:
    class Model;

    std::vector<PhaseRow> m_rows;
    Model* m_model;
    bool m_tells = true;
};

}  // namespace app
