#pragma once

#include "app/project/open_project.hpp"
#include "app/project/selection.hpp"

#include <QMenu>

#include <optional>
#include <string>
#include <vector>

namespace app {

class RecordTable;

/// "Put into phase": what is chosen, in the tables or on the map, goes into a phase. The same menu stands in the menu bar, in the tables' and the
/// map's own menus and in the inspector; its keys work while it is closed.
class PhaseMenu : public QMenu {
    Q_OBJECT

   public:
    /// Sites or compounds that go into a phase together.
    struct Picked {
        bool are_sites = false;
        std::vector<std::string> ids;
    };

    PhaseMenu(OpenProject& project, Selection& selection, RecordTable& sites, RecordTable& compounds, QWidget* window);

    /// Into the plan's menu, with "Propose the pilot" before it. @param before  an action of that menu
    void addTo(QMenu& plan, QAction* before);
    /// Into a menu that is about to open for what is chosen, and closes before this does.
    void offerIn(QMenu& menu, Picked picked);
    /// What is chosen in the table that has the focus, else what is selected with what is chosen beside it.
    Picked picked() const;
    void put(const std::string& phase);  ///< id; empty: none
    void putIntoNew();

   signals:
    void proposeAsked();
    void told(const QString& words);  ///< what was put where, or why nothing was

   protected:
    void changeEvent(QEvent* event) override;

   private:
    static Picked pickedIn(const RecordTable& table, bool are_sites);
    QAction* add(const QString& object_name, const QKeySequence& key);
    QString wordsOf(const Picked& picked) const;
    std::optional<std::string> commonPhase(const Picked& picked) const;
    bool tellNone(const Picked& picked);
    void refresh();                    ///< words and entries, while it is closed
    void fill(const Picked& chosen);   ///< the same, with what it would put
    void pushPut(const Picked& picked, const std::string& phase);

    OpenProject& m_project;
    Selection& m_selection;
    RecordTable& m_sites;
    RecordTable& m_compounds;
    QAction *m_propose, *m_head, *m_none, *m_new;
    std::vector<QAction*> m_phases;     ///< by rank
    std::optional<Picked> m_offered;    ///< of the menu that is open
};

}  // namespace app
