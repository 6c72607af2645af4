#include "app/panels/compare/compare_page.hpp"

#include "app/panels/compare/change_legend.hpp"
#include "app/panels/compare/comparison_model.hpp"
#include "app/panels/compare/comparison_table.hpp"
#include "app/panels/compare/map_pair.hpp"
#include "app/panels/compare/notices.hpp"
#include "app/project/results_state.hpp"
#include "app/tables/empty_state.hpp"
#include "app/theme/language.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace app {
namespace {

constexpr int busy_shown_after_ms = 400;
const QString compute_again = QStringLiteral("compute");

/// What a rule of a scenario says, short: `building 6 m`.
QString rule_words(const geo::Message& what, std::optional<double> value, const std::string& unit) {
    if (!value) return ComparePage::tr("%1: no rule").arg(text(what));
    const int decimals = *value == std::round(*value) ? 0 : *value * 10.0 == std::round(*value * 10.0) ? 1 : 2;
    return text(what) + ' ' + number(*value, decimals) + QChar{0x2009} + text(unit);
}

}  // namespace

ComparePage::ComparePage(OpenProject& project, QWidget* parent) : QWidget{parent}, m_project{project} {
    setObjectName("comparePage");
    build();
    join();
    retranslate();
}

void ComparePage::build() {
    m_head = new CompareHead;
    m_notices = new Notices;
    m_maps = new MapPair;
    m_table = new ComparisonTable;
    m_splitter = new QSplitter{Qt::Vertical};
    m_empty = new EmptyState;
    m_busy = new QWidget;
    m_progress = new QProgressBar;
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_cancel = new QPushButton;
    m_cancel->setProperty("link", true);
    auto* busy = new QHBoxLayout{m_busy};
    busy->setContentsMargins(16, 3, 16, 3);
    busy->addWidget(m_progress, 1);
    busy->addWidget(m_cancel);
    m_busy->hide();
    m_busy_soon = new QTimer{this};
    m_busy_soon->setSingleShot(true);
    m_busy_soon->setInterval(busy_shown_after_ms);

    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_maps);
    m_splitter->addWidget(m_table);
    m_splitter->setStretchFactor(0, 11);
    m_splitter->setStretchFactor(1, 9);
    m_splitter->setSizes({4400, 3600});
    m_maps->setMinimumHeight(180);
    m_table->setMinimumHeight(120);

    auto* page = new QWidget;
    auto* rows = new QVBoxLayout{page};
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_head);
    rows->addWidget(m_notices);
    rows->addWidget(m_busy);
    rows->addWidget(m_splitter, 1);
    m_pages = new QStackedLayout{this};
    m_pages->addWidget(page);
    m_pages->addWidget(m_empty);
}

void ComparePage::join() {
    for (const auto changed : {&OpenProject::inputsChanged, &OpenProject::resultsChanged}) connect(&m_project, changed, this, &ComparePage::refresh);
    connect(&m_project, &OpenProject::projectChanged, this, [this] {
        m_compared = {};
        m_what.reset();
        m_changes = nullptr;
        m_is_placed = false;
        m_feed_a.show(nullptr, nullptr);
        m_feed_b.show(nullptr, nullptr);
        refresh();
    });
    connect(&m_project, &OpenProject::viewChanged, this, &ComparePage::showLayers);
    connect(m_head, &CompareHead::chosen, this, [this](const Compared& compared) {
        m_compared = compared;
        refresh();
    });
    connect(m_head, &CompareHead::changesToggled, this, &ComparePage::showLayers);
    connect(m_head, &CompareHead::closeAsked, this, &ComparePage::closeAsked);
    connect(m_head, &CompareHead::pdfAsked, this, [this] { emit pdfAsked(m_compared.all()); });
    connect(m_head, &CompareHead::jsonAsked, this, [this] { emit jsonAsked(m_compared.all()); });
    connect(m_notices, &Notices::actionAsked, this, &ComparePage::act);
    connect(m_empty, &EmptyState::actionAsked, this, &ComparePage::duplicateAsked);
    connect(m_cancel, &QPushButton::clicked, &m_changes_job, [this] { m_changes_job.cancel(); });
    connect(m_busy_soon, &QTimer::timeout, this, &ComparePage::showBusy);
    auto* escape = new QShortcut{Qt::Key_Escape, this};
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ComparePage::closeAsked);

    const std::pair<MapFeed*, MapCanvas*> feeds[] = {{&m_feed_a, m_maps->a()}, {&m_feed_b, m_maps->b()}};
    for (const auto& [feed, map] : feeds) {
        connect(feed, &MapFeed::failed, this, &ComparePage::failed);
        connect(feed, &MapFeed::dataChanged, this, [this, map = map](const std::shared_ptr<const MapData>& made) {
            map->showData(made);
            if (made && !m_is_placed) {
                m_is_placed = true;
                m_maps->zoomTo(made->extent());
            }
            if (map == m_maps->b()) m_maps->legend()->showData(m_head->showsChanges() ? made : nullptr);
        });
    }
    connect(&m_figures_job, &JobSignals::failed, this, &ComparePage::failed);
    connect(&m_figures_job, &JobSignals::finished, this, [this] {
        const auto figures = m_figures_job.takeResult();
        m_rules = figures->rules;
        m_table->showIndicators(figures->indicators, m_compared.all());
        showRules();
    });
    connect(&m_changes_job, &JobSignals::progressed, this, [this](double share) { m_progress->setValue(qRound(share * 1000.0)); });
    connect(&m_changes_job, &JobSignals::finished, this, [this] {
        m_changes = m_changes_job.takeResult();
        showMaps();
        showBusy();
    });
    const auto lack = [this] {
        m_lacks_changes = true;
        showNotices();
        showBusy();
    };
    connect(&m_changes_job, &JobSignals::cancelled, this, lack);
    connect(&m_changes_job, &JobSignals::failed, this, [this, lack](const geo::Message& reason) {
        lack();
        emit failed(reason);
    });
}

void ComparePage::compare(const QString& a, const QString& b) {
    if (!a.isEmpty() && !b.isEmpty()) {
        m_compared.a = a;
        m_compared.b = b;
    }
    if (isVisible()) refresh();
}

void ComparePage::showPlace(const geo::Box& place) {
    if (std::exchange(m_is_placed, true)) return;
    m_maps->zoomTo(place);
}

void ComparePage::setDarkMap(bool dark) {
    m_maps->a()->setDarkMap(dark);
    m_maps->b()->setDarkMap(dark);
    m_maps->legend()->setDarkMap(dark);
}

/// Scenarios that are gone give way to others.
void ComparePage::choose() {
    QStringList names;
    for (const geo::Scenario& scenario : m_project.project()->scenarios) names << text(scenario.name);
    if (!names.contains(m_compared.a)) m_compared.a = names.contains("base") ? QStringLiteral("base") : names.front();
    if (!names.contains(m_compared.b) || m_compared.b == m_compared.a) {
        const auto other = std::ranges::find_if(names, [this](const QString& name) { return name != m_compared.a; });
        m_compared.b = m_project.scenario() != m_compared.a ? m_project.scenario() : other == names.end() ? QString{} : *other;
    }
    m_compared.further.removeIf( [&](const QString& name) { return !names.contains(name) || name == m_compared.a || name == m_compared.b; });
    m_head->show(names, m_compared);
}

void ComparePage::refresh() {
    if (!isVisible()) return;  // What is shown later is computed then.
    const bool has_two = m_project.isOpen() && m_project.project()->scenarios.size() > 1;
    m_pages->setCurrentIndex(has_two ? 0 : 1);
    if (!has_two) return;
    choose();
    ToCompare what{m_project.project(), {}, {}};
    for (const QString& name : m_compared.all()) {
        what.scenarios.push_back(name.toStdString());
        what.results.push_back(m_project.results(name.toStdString()));
    }
    const auto is_pair_of = [&](const ToCompare& other) { return std::ranges::equal(std::span{what.results}.first(2), std::span{other.results}.first(2)); };
    const bool is_new_pair = !m_what || !is_pair_of(*m_what);
    if (m_what != what) {
        m_what = what;
        m_figures_job.start([what](const geo::Progress&) { return std::make_shared<const Figures>(Figures{indicators_side_by_side(what), rules_apart(what)}); });
        if (is_new_pair) startChanges();
        showMaps();
        showLayers();
        showRules();
    }
    showNotices();
}

void ComparePage::startChanges() {
    m_changes = nullptr;
    m_lacks_changes = false;
    m_progress->setValue(0);
    m_busy_soon->start();
    m_changes_job.start([what = *m_what](const geo::Progress& progress) { return changes_of(what, progress); });
}

void ComparePage::showMaps() {
    if (!m_what) return;
    m_feed_a.show(m_what->project, m_what->results[0]);
    MapChanges changes;
    if (m_changes) changes = {m_changes, m_what->results[0]};
    m_feed_b.show(m_what->project, m_what->results[1], std::move(changes));
}

void ComparePage::showLayers() {
    if (!m_project.isOpen()) return;
    std::vector<geo::LayerView> layers = m_project.view().layers;
    const auto set = [&layers](const char* id, bool is_visible) {
        const auto listed = std::ranges::find(layers, id, &geo::LayerView::id);
        if (listed != layers.end()) listed->is_visible = is_visible;
        else layers.push_back({.id = id, .is_visible = is_visible});
    };
    set("hazard", false);  // The same in every scenario: they would only hide what differs.
    set("changes", m_head->showsChanges());
    m_maps->a()->showLayers(layers);
    m_maps->b()->showLayers(layers);
    m_maps->legend()->showData(m_head->showsChanges() ? m_feed_b.data() : nullptr);
}

void ComparePage::showRules() {
    if (!m_what) return;
    QStringList sides[2];
    for (std::size_t side = 0; side < 2; ++side) {
        const geo::Scenario& scenario = scenario_of(*m_what->project, m_what->scenarios[side]);
        for (std::size_t i = 0; i < m_rules.rules.size() && i < m_rules.what.size(); ++i) {
            const geo::RuleDifference& rule = m_rules.rules[i];
            sides[side] << rule_words(m_rules.what[i], side == 0 ? rule.a : rule.b, rule.unit);
        }
        // What differs comes first: the rest may be cut off.
        const bool is_same_pack = scenario_of(*m_what->project, m_what->scenarios[0]).pack == scenario_of(*m_what->project, m_what->scenarios[1]).pack;
        sides[side].insert(is_same_pack ? sides[side].size() : 0, text(scenario.pack));
    }
    m_head->showRules(sides[0], sides[1]);
}

void ComparePage::showNotices() {
    if (!m_what) return;
    std::vector<Notice> notices;
    for (std::size_t i = 0; i < m_what->scenarios.size(); ++i) {
        const QString name = text(m_what->scenarios[i]);
        const QString words = i < 2 ? QStringLiteral("%1  %2").arg(i == 0 ? 'A' : 'B').arg(name) : name;
        const ResultsState state = results_state(m_project, m_what->scenarios[i]);
        if (state == ResultsState::Missing) notices.push_back({tr("%1 has not been run yet: it has no results to compare.").arg(words), tr("Run it"), name});
        if (state == ResultsState::Stale)
            notices.push_back({tr("%1: its rules were changed after its last run; what is shown is of before.").arg(words), tr("Run it again"), name});
        if (state == ResultsState::Unknown)
            notices.push_back({tr("%1: it was not noted by which rules it was run; they may differ from those of now.").arg(words), tr("Run it again"), name});
    }
    if (m_lacks_changes) notices.push_back({tr("What was added and removed has not been computed."), tr("Compute it"), compute_again});
    m_notices->show(notices);
}

void ComparePage::act(const QString& notice) {
    if (notice != compute_again) return emit runAsked(notice);
    startChanges();
    showNotices();
}

void ComparePage::showBusy() {
    if (!m_changes_job.isRunning()) m_busy_soon->stop();
    m_busy->setVisible(m_changes_job.isRunning());
}

void ComparePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void ComparePage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void ComparePage::retranslate() {
    m_cancel->setText(tr("Cancel"));
    m_progress->setToolTip(tr("Finding what was added and removed"));
    m_empty->say({tr("Two scenarios side by side: what is gained, what is lost."), tr("The project has one scenario only. Duplicate it, change a rule, run it."),
                  tr("Duplicate scenario…")});
    showRules();
    showNotices();
}

}  // namespace app
