#include "app/panels/rules/rule_panel.hpp"

#include "app/edits/set_scenarios.hpp"
#include "app/panels/rules/rule_delegate.hpp"
#include "app/panels/rules/rule_model.hpp"
#include "app/project/results_state.hpp"
#include "app/tables/empty_state.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "geo/core/error.hpp"
#include "geo/rules/pack_file.hpp"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace app {
namespace {

constexpr int row_px = 30, filter_px = 180;

bool has_words(const RuleOfPack& row, const QStringList& words) {
    const geo::RuleRow& r = row.now;
    const QString all = QStringList{text(r.what), text(r.id), text(r.text), text(r.clause.label()), sort_word(r.sort), field_text(r, RuleField::Status)}.join(' ');
    return std::ranges::all_of(words, [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

}  // namespace

RulePanel::RulePanel(OpenProject& project, QWidget* parent)
    : QDockWidget{parent}, m_project{project}, m_model{new RuleModel{this}}, m_delegate{new RuleDelegate{this}}, m_pages{new QStackedWidget{this}}, m_empty{new EmptyState} {
    setObjectName("rules");
    m_pages->addWidget(makePage());
    m_pages->addWidget(m_empty);
    setWidget(m_pages);
    join();
    retranslate();
}

QWidget* RulePanel::makePage() {
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout{page};
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->setSpacing(8);
    m_title = new QLabel;
    m_title->setProperty("role", "section");
    m_origin = new QLabel;
    m_origin->setProperty("role", "hint");
    m_origin->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // Gives way to everything else in the row.
    m_filter = new QLineEdit;
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon("search"), QLineEdit::LeadingPosition);
    m_filter->setFixedWidth(filter_px);
    m_changed = new QCheckBox;
    m_check = new QPushButton;
    m_save = new QPushButton;
    m_reset = new QPushButton;
    head->addWidget(m_title);
    head->addWidget(m_origin, 1);
    for (QWidget* each : std::initializer_list<QWidget*>{m_changed, m_filter, m_reset, m_check, m_save}) head->addWidget(each);
    rows->addLayout(head);

    m_table = new QTableView;
    m_table->setObjectName("rulesTable");
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked);
    m_table->setShowGrid(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(row_px);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    constexpr int widths[] = {230, 76, 62, 76, 110, 230, 124, 84, 190};
    for (int column = 0; column < RuleModel::column_count; ++column) m_table->setColumnWidth(column, widths[column]);
    rows->addWidget(m_table, 1);
    rows->addWidget(makeFoot());
    return page;
}

QWidget* RulePanel::makeFoot() {
    auto* foot = new QWidget;
    auto* lines = new QVBoxLayout{foot};
    lines->setContentsMargins(12, 0, 12, 0);
    lines->setSpacing(4);
    m_fault = new QLabel;
    m_fault->setProperty("verdict", "fails");
    m_hint = new QLabel;
    m_hint->setProperty("verdict", "verify");
    for (QLabel* label : {m_fault, m_hint}) {
        label->setWordWrap(true);
        label->hide();
        lines->addWidget(label);
    }
    return foot;
}

void RulePanel::join() {
    for (const auto changed : {&OpenProject::projectChanged, &OpenProject::inputsChanged, &OpenProject::scenarioChanged})
        connect(&m_project, changed, this, &RulePanel::refresh);
    connect(m_model, &RuleModel::edited, this, &RulePanel::edit, Qt::QueuedConnection);  // The editor is still open.
    connect(m_delegate, &RuleDelegate::faultChanged, this, [this](const QString& fault) {
        m_fault->setText(fault);
        m_fault->setVisible(!fault.isEmpty());
    });
    connect(m_filter, &QLineEdit::textChanged, this, &RulePanel::showRows);
    connect(m_changed, &QCheckBox::toggled, this, &RulePanel::showRows);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RulePanel::showState);
    connect(m_reset, &QPushButton::clicked, this, &RulePanel::resetChosen);
    connect(m_check, &QPushButton::clicked, this, [this] {
        if (m_pack) emit checkAsked(*m_pack);
    });
    connect(m_save, &QPushButton::clicked, this, &RulePanel::save);
    auto* reset = new QAction{this};
    reset->setObjectName("resetRule");
    reset->setShortcut(Qt::Key_Delete);
    reset->setShortcutContext(Qt::WidgetShortcut);
    connect(reset, &QAction::triggered, this, &RulePanel::resetChosen);
    m_table->addAction(reset);
}

const geo::Scenario& RulePanel::shown() const { return scenario_of(*m_project.project(), m_project.scenario().toStdString()); }

void RulePanel::edit(const geo::RuleEdit& edit) {
    if (!m_project.isOpen()) return;
    try {
        m_project.undoStack().push(SetScenarios::ruleEdited(m_project, shown().name, edit));
        showRule(edit.rule);
    } catch (const geo::Error& error) {
        emit failed(error.message());
        refresh();
    }
}

void RulePanel::resetChosen() {
    const QModelIndex chosen = m_table->currentIndex();
    if (!chosen.isValid() || !m_model->row(chosen.row()).isChanged()) return;
    try {
        m_project.undoStack().push(SetScenarios::ruleReset(m_project, shown().name, m_model->row(chosen.row()).now.id));
    } catch (const geo::Error& error) {
        emit failed(error.message());
    }
}

void RulePanel::save() {
    if (m_pack && m_parent) emit saveAsked(text(m_pack->id), geo::own_rules_text(*m_pack, *m_parent));
}

void RulePanel::setRunning(bool is_running) {
    m_table->setEditTriggers(is_running ? QAbstractItemView::NoEditTriggers
                                        : QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked);
    m_reset->setEnabled(!is_running);
    findChild<QAction*>("resetRule")->setEnabled(!is_running);
    if (!is_running) showState();
}

void RulePanel::showRule(const std::string& rule) {
    if (m_model->rowOf(rule) < 0) {
        m_changed->setChecked(false);
        m_filter->clear();
    }
    if (const int row = m_model->rowOf(rule); row >= 0) {
        m_table->setCurrentIndex(m_model->index(row, RuleModel::Value));
        m_table->scrollTo(m_model->index(row, RuleModel::Value));
    }
}

void RulePanel::refresh() {
    m_pages->setCurrentIndex(m_project.isOpen() ? 0 : 1);
    m_rows.clear();
    m_pack.reset();
    m_parent.reset();
    m_pack_fault = {};
    if (m_project.isOpen()) {
        const auto& packs = m_project.project()->packs;
        try {
            if (const auto held = packs.find(shown().pack); held != packs.end()) {
                m_pack = geo::pack_from_text(held->second);
                m_parent = geo::parent_of(*m_pack, packs);
                m_rows = rules_of_pack(*m_pack, m_parent ? &*m_parent : nullptr);
            } else {
                m_pack_fault = geo::say("工程中没有规则包 {}。请另选一个。", "The project does not hold rule pack {}. Choose another.", shown().pack);
            }
        } catch (const geo::Error& error) {
            m_pack_fault = error.message();
        }
    }
    showRows();
}

void RulePanel::showRows() {
    const QStringList words = m_filter->text().split(' ', Qt::SkipEmptyParts);
    std::vector<RuleOfPack> rows;
    std::ranges::copy_if(m_rows, std::back_inserter(rows), [&](const RuleOfPack& row) {
        return (!m_changed->isChecked() || row.isChanged()) && has_words(row, words);
    });
    const QModelIndex chosen = m_table->currentIndex();
    const std::string rule = chosen.isValid() ? m_model->row(chosen.row()).now.id : std::string{};
    const int column = chosen.column();
    m_model->show(std::move(rows));
    if (const int row = m_model->rowOf(rule); row >= 0 && !m_table->currentIndex().isValid()) m_table->setCurrentIndex(m_model->index(row, column));
    showState();
}

void RulePanel::showState() {
    const auto changed = std::ranges::count_if(m_rows, &RuleOfPack::isChanged);
    const auto missing = std::ranges::count_if(m_rows, [](const RuleOfPack& row) { return !row.now.value && row.now.unit != "none"; });
    m_changed->setText(tr("Changed only (%1)").arg(changed));
    const QModelIndex chosen = m_table->currentIndex();
    m_reset->setEnabled(chosen.isValid() && m_model->row(chosen.row()).isChanged());
    m_check->setEnabled(m_pack.has_value());
    m_save->setEnabled(m_pack && m_parent && geo::is_own_id(m_pack->id));
    m_title->setText(m_pack ? text(m_pack->title) : QString{});
    QString hint = text(m_pack_fault);
    if (m_pack) {
        const bool is_own = geo::is_own_id(m_pack->id);
        const auto users = std::ranges::count(m_project.project()->scenarios, m_pack->id, &geo::Scenario::pack);
        QString origin = m_parent ? tr("%1, extends %2").arg(text(m_pack->id), text(m_parent->id)) : text(m_pack->id);
        origin += QStringLiteral(" · ") + (is_own ? tr("own copy, used by %n scenario(s)", nullptr, static_cast<int>(users)) : tr("the first change makes an own copy of it"));
        m_origin->setText(origin);
        m_origin->setToolTip(origin);
        if (missing > 0) hint = tr("%n number(s) of this pack are asked for and not stated: no plan can be made before those that are needed are filled in.", nullptr, static_cast<int>(missing));
    }
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void RulePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDockWidget::changeEvent(event);
}

void RulePanel::retranslate() {
    setWindowTitle(tr("Rules"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_table->setAccessibleName(tr("Rules of the pack"));
    m_check->setText(tr("Check"));
    m_check->setToolTip(tr("Which obstacles the pack leaves without a rule"));
    m_save->setText(tr("Save as…"));
    m_save->setToolTip(tr("The rules that differ, as a file that other projects can use"));
    m_reset->setText(tr("Reset"));
    m_reset->setToolTip(tr("Take the rule again as the pack that this one extends has it"));
    findChild<QAction*>("resetRule")->setText(tr("Back to the rule of the pack that this one extends"));
    m_empty->say({tr("Every number of the rule pack, with its clause, source and status."), tr("No project is open."), {}});
    m_model->retranslate();
    refresh();
}

}  // namespace app
