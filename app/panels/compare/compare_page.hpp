#pragma once

#include "app/canvas/map_feed.hpp"
#include "app/jobs/job.hpp"
#include "app/panels/compare/compare_head.hpp"
#include "app/panels/compare/compared.hpp"

#include <QWidget>

#include <optional>

class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QTimer;

namespace app {

class ComparisonTable;
class EmptyState;
class MapPair;
class Notices;

/// Scenarios side by side: two maps with one view, and a table of indicators. Follows the results while it is seen; computes in the background.
class ComparePage : public QWidget {
    Q_OBJECT

   public:
    explicit ComparePage(OpenProject& project, QWidget* parent = nullptr);

    /// Empty names: those compared before, else the first scenario with the one shown.
    void compare(const QString& a, const QString& b);
    void showPlace(const geo::Box& place);  ///< in both maps, where they stand nowhere yet
    const Compared& compared() const { return m_compared; }
    /// Of the two maps; null until computed, and where one of the scenarios has not been run.
    std::shared_ptr<const geo::ScenarioChanges> changes() const { return m_changes; }
    bool isComputing() const { return m_figures_job.isRunning() || m_changes_job.isRunning(); }

    CompareHead* head() const { return m_head; }
    MapPair* maps() const { return m_maps; }
    ComparisonTable* table() const { return m_table; }
    Notices* notices() const { return m_notices; }
    void setDarkMap(bool dark);

   signals:
    void closeAsked();
    void runAsked(const QString& scenario);
    void duplicateAsked();
    void pdfAsked(const QStringList& scenarios);   ///< A, B, then those ticked
    void jsonAsked(const QStringList& scenarios);
    void failed(const geo::Message& reason);

   protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

   private:
    struct Figures {
        std::vector<geo::Indicator> indicators;
        RulesApart rules;
    };

    void build();
    void join();
    void refresh();
    void choose();
    void showMaps();
    void showLayers();
    void showRules();
    void showNotices();
    void startChanges();
    void showBusy();
    void act(const QString& notice);
    void retranslate();

    OpenProject& m_project;
    CompareHead* m_head;
    Notices* m_notices;
    MapPair* m_maps;
    ComparisonTable* m_table;
    QSplitter* m_splitter;
    EmptyState* m_empty;
    QStackedLayout* m_pages;
    QWidget* m_busy;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QTimer* m_busy_soon;  ///< what is done sooner shows no progress

    MapFeed m_feed_a, m_feed_b;
    Job<std::shared_ptr<const Figures>> m_figures_job;
    Job<std::shared_ptr<const geo::ScenarioChanges>> m_changes_job;
    Compared m_compared;
    std::optional<ToCompare> m_what;
    RulesApart m_rules;
    std::shared_ptr<const geo::ScenarioChanges> m_changes;
    bool m_lacks_changes = false;  ///< cancelled, or failed
    bool m_is_placed = false;      ///< the maps stand somewhere
};

}  // namespace app
