#include "app/panels/scenario/scenario_panel.hpp"

#include "app/edits/set_scenarios.hpp"
#include "app/panels/scenario/clearance_delegate.hpp"
#include "app/panels/scenario/clearance_model.hpp"
#include "app/project/results_state.hpp"
#include "app/tables/empty_state.hpp"
#include "app/tables/verdict_chip.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "geo/rules/pack_file.hpp"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace app {
namespace {

constexpr int wide_from_px = 640, compact_row_px = 44, row_px = 30;
constexpr geo::ZoneType zone_types[] = {geo::ZoneType::Shed, geo::ZoneType::OpenAir, geo::ZoneType::ChargingCabinet, geo::ZoneType::SwapCabinet};

constexpr double barriers_h[] = {0.0, 1.0, 2.0, 3.0};  // What the packs speak of; others as the scenario has them.

void give(QLabel* label, const QString& words, const char* verdict) {
    label->setProperty("verdict", verdict);
    label->style()->unpolish(label);
    label->style()->polish(label);
    QEvent changed{QEvent::StyleChange};  // A chip's frame is measured anew.
    QCoreApplication::sendEvent(label, &changed);
    label->setText(words);
    label->updateGeometry();
}

bool has_words(const ClearanceOfPack& row, const QStringList& words) {
    const QString all = text(row.what) + ' ' + text(row.rule) + ' ' + text(row.text) + ' ' + text(row.clause.label());
    return std::ranges::all_of(words, [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

}  // namespace

ScenarioPanel::ScenarioPanel(OpenProject& project, QWidget* parent)
    : QDockWidget{parent}, m_project{project}, m_model{new ClearanceModel{this}}, m_delegate{new ClearanceDelegate{this}}, m_pages{new QStackedWidget{this}},
      m_empty{new EmptyState} {
    setObjectName("scenario");
    m_pages->addWidget(makePage());
    m_pages->addWidget(m_empty);
    setWidget(m_pages);
    join();
    retranslate();
}

QWidget* ScenarioPanel::makePage() {
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout{page};
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* head = new QGridLayout;
    head->setContentsMargins(12, 12, 12, 8);
    head->setHorizontalSpacing(12);
    head->setVerticalSpacing(8);
    m_name = new QLabel;
    m_name->setProperty("role", "heading");
    m_state = new QLabel;
    m_pack_word = new QLabel;
    m_type_word = new QLabel;
    m_pack = new QComboBox;
    m_pack->setObjectName("scenarioPack");
    m_type = new QComboBox;
    m_type->setObjectName("scenarioZoneType");
    m_barrier_word = new QLabel;
    m_barrier = new QComboBox;
    m_barrier->setObjectName("scenarioBarrier");
    auto* title = new QHBoxLayout;
    title->addWidget(m_name, 1);
    title->addWidget(m_state);
    head->addLayout(title, 0, 0, 1, 2);
    head->addWidget(m_pack_word, 1, 0);
    head->addWidget(m_pack, 1, 1);
    head->addWidget(m_type_word, 2, 0);
    head->addWidget(m_type, 2, 1);
    head->addWidget(m_barrier_word, 3, 0);
    head->addWidget(m_barrier, 3, 1);
    head->setColumnStretch(1, 1);
    rows->addLayout(head);

    auto* line = new QHBoxLayout;
    line->setContentsMargins(12, 4, 12, 8);
    line->setSpacing(8);
    m_section = new QLabel;
    m_section->setProperty("role", "section");
    m_filter = new QLineEdit;
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon("search"), QLineEdit::LeadingPosition);
    line->addWidget(m_section);
    line->addWidget(m_filter, 1);
    rows->addLayout(line);

    m_table = new QTableView;
    m_table->setObjectName("clearances");
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked);
    m_table->setShowGrid(false);
    m_table->setMouseTracking(true);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    rows->addWidget(m_table, 1);

    auto* foot = new QFrame;
    foot->setProperty("card", true);
    auto* lines = new QVBoxLayout{foot};
    lines->setContentsMargins(12, 8, 12, 8);
    lines->setSpacing(8);
    m_all = new QCheckBox;
    m_fault = new QLabel;
    m_fault->setProperty("verdict", "fails");
    m_hint = new QLabel;
    m_hint->setProperty("verdict", "verify");
    for (QLabel* label : {m_fault, m_hint}) {
        label->setWordWrap(true);
        label->hide();
    }
    lines->addWidget(m_all);
    lines->addWidget(m_fault);
    lines->addWidget(m_hint);
    auto* buttons = new QHBoxLayout;
    m_run = new QPushButton;
    m_run->setObjectName("scenarioRun");
    m_run->setProperty("primary", true);
    m_reset = new QPushButton;
    buttons->addWidget(m_run);
    buttons->addStretch(1);
    buttons->addWidget(m_reset);
    lines->addLayout(buttons);
    rows->addWidget(foot);
    return page;
}

void ScenarioPanel::join() {
    for (const auto changed : {&OpenProject::projectChanged, &OpenProject::inputsChanged, &OpenProject::resultsChanged, &OpenProject::scenarioChanged})
        connect(&m_project, changed, this, &ScenarioPanel::refresh);
    connect(m_model, &ClearanceModel::typed, this, &ScenarioPanel::setClearance, Qt::QueuedConnection);  // The editor is still open.
    connect(m_delegate, &ClearanceDelegate::faultChanged, this, [this](const QString& fault) {
        m_fault->setText(fault);
        m_fault->setVisible(!fault.isEmpty());
    });
    connect(m_filter, &QLineEdit::textChanged, this, &ScenarioPanel::showRows);
    connect(m_all, &QCheckBox::toggled, this, &ScenarioPanel::showRows);
    connect(m_run, &QPushButton::clicked, this, &ScenarioPanel::runAsked);
    connect(m_reset, &QPushButton::clicked, this, &ScenarioPanel::resetAll);
    // Digits go into the row's own distance, wherever in the row one has clicked.
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (now.isValid() && now.column() != ClearanceModel::Own) m_table->setCurrentIndex(now.siblingAtColumn(ClearanceModel::Own));
    }, Qt::QueuedConnection);
    auto* reset = new QAction{this};
    reset->setObjectName("resetClearance");
    reset->setShortcut(Qt::Key_Delete);
    reset->setShortcutContext(Qt::WidgetShortcut);
    connect(reset, &QAction::triggered, this, &ScenarioPanel::resetChosen);
    m_table->addAction(reset);
    connect(m_pack, &QComboBox::activated, this, [this](int at) {
        geo::Scenario scenario = shown();
        scenario.pack = m_pack->itemData(at).toString().toStdString();
        change(scenario);
    });
    connect(m_barrier, &QComboBox::activated, this, [this](int at) {
        geo::Scenario scenario = shown();
        scenario.barrier_h = m_barrier->itemData(at).toDouble();
        change(scenario);
    });
    connect(m_type, &QComboBox::activated, this, [this](int at) {
        geo::Scenario scenario = shown();
        scenario.zone_type = zone_types[at];
        change(scenario);
    });
}

const geo::Scenario& ScenarioPanel::shown() const { return scenario_of(*m_project.project(), m_project.scenario().toStdString()); }

void ScenarioPanel::change(const geo::Scenario& scenario) {
    try {
        m_project.undoStack().push(SetScenarios::changed(m_project, scenario));
    } catch (const geo::Error& error) {
        emit failed(error.message());
    }
    refresh();  // A choice that failed is not shown as made.
}

void ScenarioPanel::setClearance(const std::string& rule, std::optional<double> metres) {
    if (!m_project.isOpen()) return;
    geo::Scenario scenario = shown();
    if (metres) scenario.clearances[rule] = *metres;
    else scenario.clearances.erase(rule);
    if (scenario != shown()) change(scenario);
}

void ScenarioPanel::resetAll() {
    geo::Scenario scenario = shown();
    scenario.clearances.clear();
    if (scenario != shown()) change(scenario);
}

void ScenarioPanel::resetChosen() {
    const QModelIndex chosen = m_table->currentIndex();
    if (chosen.isValid()) setClearance(std::string{m_model->row(chosen.row()).rule}, {});
}

void ScenarioPanel::setRunning(bool is_running) {
    for (QWidget* each : std::initializer_list<QWidget*>{m_pack, m_type, m_barrier, m_table, m_run}) each->setEnabled(!is_running);
    m_reset->setEnabled(!is_running && m_project.isOpen() && !shown().clearances.empty());
}

void ScenarioPanel::refresh() {
    m_pages->setCurrentIndex(m_project.isOpen() ? 0 : 1);
    m_rows.clear();
    m_pack_fault = {};
    if (m_project.isOpen()) {
        const geo::Project& project = *m_project.project();
        const auto pack = project.packs.find(shown().pack);
        try {
            if (pack == project.packs.end())
                m_pack_fault = geo::say("工程中没有规则包 {}。请另选一个。", "The project does not hold rule pack {}. Choose another.", shown().pack);
            else
                m_rows = clearances_of_pack(geo::pack_from_text(pack->second), shown(), m_project.results().get());
        } catch (const geo::Error& error) {
            m_pack_fault = error.message();
        }
        showChoices();
        showState();
    }
    showRows();
}

void ScenarioPanel::showChoices() {
    const QSignalBlocker no_pack{m_pack}, no_type{m_type}, no_barrier{m_barrier};
    m_pack->clear();
    const auto offer = [this](const std::string& id, const QString& title) {
        if (m_pack->findData(text(id)) >= 0) return;
        m_pack->addItem(text(id), text(id));
        m_pack->setItemData(m_pack->count() - 1, title, Qt::ToolTipRole);
    };
    for (const geo::PackSummary& pack : geo::builtin_packs()) offer(pack.id, text(pack.title));
    for (const auto& [id, pack] : m_project.project()->packs) offer(id, tr("pack of this project"));
    offer(shown().pack, tr("not in this project"));
    m_pack->setCurrentIndex(m_pack->findData(text(shown().pack)));
    m_barrier->clear();
    const auto offer_barrier = [this](double hours) {
        if (m_barrier->findData(hours) < 0) m_barrier->addItem(hours > 0.0 ? tr("Built, %1 h").arg(hours) : tr("None"), hours);
    };
    for (const double hours : barriers_h) offer_barrier(hours);
    offer_barrier(shown().barrier_h);
    m_barrier->setCurrentIndex(m_barrier->findData(shown().barrier_h));
    m_type->clear();
    for (const geo::ZoneType type : zone_types) m_type->addItem(zone_type_word(type));
    m_type->setCurrentIndex(static_cast<int>(std::ranges::find(zone_types, shown().zone_type) - std::begin(zone_types)));
}

void ScenarioPanel::showState() {
    m_name->setText(m_project.scenario());
    switch (results_state(m_project, m_project.scenario().toStdString())) {
        case ResultsState::Missing: give(m_state, tr("Not run"), "verify"); break;
        case ResultsState::Stale: give(m_state, tr("Out of date"), "verify"); break;
        case ResultsState::Unknown: give(m_state, tr("Rules not noted"), "verify"); break;
        case ResultsState::Fresh: give(m_state, tr("Up to date"), "complies"); break;
    }
    const int count = static_cast<int>(shown().clearances.size());
    m_hint->setVisible(count > 0 || !m_pack_fault.zh.empty());
    m_hint->setText(!m_pack_fault.zh.empty() ? text(m_pack_fault)
                                             : tr("%n distance(s) assumed here: sites that they govern are to be verified.", nullptr, count));
    m_reset->setEnabled(count > 0 && m_run->isEnabled());
}

void ScenarioPanel::showRows() {
    const QStringList words = m_filter->text().split(' ', Qt::SkipEmptyParts);
    const bool has_used = std::ranges::any_of(m_rows, &ClearanceOfPack::isUsed);
    std::vector<ClearanceOfPack> rows;
    // Who looks for a word looks for it in all of them.
    std::ranges::copy_if(m_rows, std::back_inserter(rows), [&](const ClearanceOfPack& row) {
        return words.isEmpty() ? m_all->isChecked() || !has_used || row.isUsed() : has_words(row, words);
    });
    const QModelIndex chosen = m_table->currentIndex();
    const std::string rule = chosen.isValid() ? m_model->row(chosen.row()).rule : std::string{};
    m_model->show(std::move(rows));
    if (const int row = m_model->rowOf(rule); row >= 0 && !m_table->currentIndex().isValid()) m_table->setCurrentIndex(m_model->index(row, ClearanceModel::Own));
    m_all->setToolTip(tr("Also those on which nothing of the results rests"));
    m_all->setEnabled(has_used && words.isEmpty());
    m_all->setText(tr("All %1 distances of the pack").arg(m_rows.size()));
}

void ScenarioPanel::arrange() {
    const int width = m_table->viewport()->width();
    const bool is_wide = width >= wide_from_px;
    m_delegate->setCompact(!is_wide);
    m_table->verticalHeader()->setDefaultSectionSize(is_wide ? row_px : compact_row_px);
    constexpr int pack_px = 76, own_px = 84, status_px = 124, rule_px = 150;
    for (const int column : {ClearanceModel::Status, ClearanceModel::Rule, ClearanceModel::Clause}) m_table->setColumnHidden(column, !is_wide);
    m_table->setColumnWidth(ClearanceModel::Pack, pack_px);
    m_table->setColumnWidth(ClearanceModel::Own, own_px);
    const int room = width - pack_px - own_px - (is_wide ? status_px + rule_px : 0);
    m_table->setColumnWidth(ClearanceModel::Status, status_px);
    m_table->setColumnWidth(ClearanceModel::Rule, rule_px);
    m_table->setColumnWidth(ClearanceModel::What, is_wide ? room / 2 : room);
    m_table->setColumnWidth(ClearanceModel::Clause, room - room / 2);
}

bool ScenarioPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table->viewport() && event->type() == QEvent::Resize) arrange();
    return QDockWidget::eventFilter(watched, event);
}

void ScenarioPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDockWidget::changeEvent(event);
}

void ScenarioPanel::retranslate() {
    setWindowTitle(tr("Scenario"));
    m_pack_word->setText(tr("Rule pack"));
    m_type_word->setText(tr("Zone type"));
    m_barrier_word->setText(tr("Dividers"));
    m_barrier->setToolTip(tr("Fire rating of the dividers built beside zones and between groups: they stand for distance where the pack lets them"));
    m_section->setText(tr("Distances"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_table->setToolTip({});
    m_table->setAccessibleName(tr("Distances of this scenario"));
    m_run->setText(tr("Run"));
    m_run->setToolTip(tr("Make the plan of this scenario"));
    m_reset->setText(tr("Reset all"));
    m_reset->setToolTip(tr("Take the pack's distances again, everywhere"));
    findChild<QAction*>("resetClearance")->setText(tr("Back to the pack's distance"));
    m_empty->say({tr("What a scenario assumes: its rules and single distances."), tr("No project is open."), {}});
    m_model->retranslate();
    refresh();
}

}  // namespace app
