#include "app/panels/phases/phase_panel.hpp"

#include "app/edits/set_phasing.hpp"
#include "app/panels/phases/phase_delegate.hpp"
#include "app/panels/phases/phase_form.hpp"
#include "app/panels/phases/phase_list.hpp"
#include "app/panels/phases/proposal_page.hpp"
#include "app/tables/empty_state.hpp"
#include "app/theme/language.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace app {
namespace {

enum Page { PhasesPage, ProposePage, EmptyPage };

const geo::Feature* compound_with(const geo::Inputs& inputs, const std::string& id) {
    for (const geo::Layer& layer : inputs.layers) {
        if (layer.role != geo::Role::Compound) continue;
        const auto found = std::ranges::find(layer.features, id, &geo::Feature::id);
        if (found != layer.features.end()) return &*found;
    }
    return nullptr;
}

bool has_compounds(const geo::Inputs& inputs) {
    return std::ranges::any_of(inputs.layers, [](const geo::Layer& layer) { return layer.role == geo::Role::Compound && !layer.features.empty(); });
}

}  // namespace

PhasePanel::PhasePanel(OpenProject& project, Selection& selection, QWidget* parent)
    : QDockWidget{parent}, m_project{project}, m_selection{selection}, m_pages{new QStackedWidget{this}}, m_empty{new EmptyState}, m_list{new PhaseList},
      m_form{new PhaseForm}, m_proposal{new ProposalPage{project}}, m_rest_hint{new QLabel}, m_add{new QPushButton},
      m_remove{new QPushButton}, m_propose{new QPushButton}, m_zoom{new QPushButton} {
    setObjectName("phases");
    build();
    join();
    retranslate();
    refresh();
}

void PhasePanel::build() {
    m_add->setObjectName("phaseAdd");
    m_remove->setObjectName("phaseRemove");
    m_propose->setObjectName("phasePropose");
    m_propose->setProperty("primary", true);
    for (QPushButton* each : {m_add, m_remove}) each->setProperty("link", true);
    m_rest_hint->setProperty("role", "second");
    m_rest_hint->setWordWrap(true);
    m_rest_hint->setContentsMargins(16, 8, 16, 8);

    auto* page = new QWidget;
    auto* rows = new QVBoxLayout{page};
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_list);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(12, 4, 12, 8);
    below->addWidget(m_add);
    below->addStretch(1);
    below->addWidget(m_remove);
    rows->addLayout(below);
    rows->addWidget(m_form);
    rows->addWidget(m_rest_hint);
    rows->addStretch(1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 12, 16, 12);
    foot->setSpacing(8);
    foot->addWidget(m_propose, 1);
    foot->addWidget(m_zoom, 1);
    rows->addLayout(foot);
    m_pages->addWidget(page);
    m_pages->addWidget(m_proposal);
    m_pages->addWidget(m_empty);
    setWidget(m_pages);
}

void PhasePanel::join() {
    connect(&m_project, &OpenProject::projectChanged, this, [this] {
        m_pages->setCurrentIndex(PhasesPage);
        refresh();
    });
    for (const auto changed : {&OpenProject::inputsChanged, &OpenProject::resultsChanged}) connect(&m_project, changed, this, &PhasePanel::refresh);
    connect(&m_project, &OpenProject::viewChanged, this, [this] {
        if (m_pages->currentIndex() == ProposePage) m_proposal->refresh();  // The density's settings are the ranking's.
    });
    connect(m_list, &PhaseList::chosenChanged, this, &PhasePanel::showChosen);
    connect(m_list, &PhaseList::zoomAsked, this, &PhasePanel::zoom);
    connect(m_list, &PhaseList::menuAsked, this, &PhasePanel::openMenu);
    connect(m_form, &PhaseForm::changed, this, [this](const geo::Phase& phase) {
        if (!m_project.isOpen()) return;  // A field that goes with its project tells what was being typed.
        geo::Phasing phasing = m_project.project()->phasing;
        std::ranges::replace_if(phasing.phases, [&](const geo::Phase& each) { return each.id == phase.id; }, phase);
        m_project.undoStack().push(SetPhasing::changed(m_project, std::move(phasing), tr("change a phase")));
    });
    connect(m_add, &QPushButton::clicked, this, &PhasePanel::addRollout);
    connect(m_remove, &QPushButton::clicked, this, &PhasePanel::removeLast);
    connect(m_propose, &QPushButton::clicked, this, &PhasePanel::propose);
    connect(m_zoom, &QPushButton::clicked, this, &PhasePanel::zoom);
    connect(m_proposal, &ProposalPage::done, this, &PhasePanel::showPhases);
    connect(m_proposal, &ProposalPage::runPlanAsked, this, &PhasePanel::runPlanAsked);
    connect(m_proposal, &ProposalPage::failed, this, &PhasePanel::failed);
    connect(m_proposal, &ProposalPage::zoomAsked, this, &PhasePanel::zoomToCompound);
    connect(m_proposal, &ProposalPage::compoundChosen, this, &PhasePanel::choose);
}

bool PhasePanel::isBusy() const { return m_proposal->isBusy(); }

void PhasePanel::propose() {
    if (m_pages->currentIndex() == EmptyPage) return;
    m_pages->setCurrentIndex(ProposePage);
    m_proposal->refresh();
}

void PhasePanel::showPhases() {
    if (m_pages->currentIndex() == ProposePage) m_pages->setCurrentIndex(PhasesPage);
}

void PhasePanel::addRollout() {
    if (!m_project.isOpen()) return;
    geo::Phasing phasing = with_rollout(m_project.project()->phasing);
    const std::string added = phasing.phases.back().id;
    m_project.undoStack().push(SetPhasing::changed(m_project, std::move(phasing), tr("add a phase")));
    m_list->choose(added);
}

void PhasePanel::removeLast() {
    if (!m_project.isOpen() || m_project.project()->phasing.phases.size() < 2) return;
    m_project.undoStack().push(SetPhasing::changed(m_project, without_last(m_project.project()->phasing), tr("remove the last phase")));
}

void PhasePanel::refresh() {
    const ProjectData project = m_project.project();
    const bool is_empty = !project || !has_compounds(project->inputs);
    if (is_empty) m_pages->setCurrentIndex(EmptyPage);
    else if (m_pages->currentIndex() == EmptyPage) m_pages->setCurrentIndex(PhasesPage);
    m_list->showRows(project ? phase_rows(*project, *m_project.results()) : std::vector<PhaseRow>{});
    if (m_pages->currentIndex() == ProposePage) m_proposal->refresh();
    retranslate();
}

void PhasePanel::showChosen() {
    const PhaseRow* row = m_list->chosen();
    const bool has_phase = row && !row->is_none();
    m_form->setVisible(has_phase);
    m_rest_hint->setVisible(row && row->is_none());
    if (has_phase) m_form->showPhase(row->phase);
    m_zoom->setEnabled(row && !row->box.empty());
    m_remove->setEnabled(m_project.isOpen() && m_project.project()->phasing.phases.size() > 1);
}

void PhasePanel::openMenu(QPoint global) {
    const PhaseRow* row = m_list->chosen();
    QMenu menu;
    menu.addAction(tr("Zoom to its compounds"), this, &PhasePanel::zoom)->setEnabled(!row->box.empty());
    if (!row->is_none())
        menu.addAction(tr("List its compounds"), this, [this, words = PhaseDelegate::title(*row)] { emit listAsked(words); })->setEnabled(row->compounds > 0);
    menu.exec(global);
}

void PhasePanel::zoom() {
    if (const PhaseRow* row = m_list->chosen(); row && !row->box.empty()) emit zoomAsked(row->box);
}

void PhasePanel::zoomToCompound(const QString& id) {
    const geo::Feature* compound = m_project.isOpen() ? compound_with(m_project.project()->inputs, id.toStdString()) : nullptr;
    if (compound) emit zoomAsked(geo::box_of(compound->shape));
}

void PhasePanel::choose(const QString& id) {
    const geo::Feature* compound = m_project.isOpen() ? compound_with(m_project.project()->inputs, id.toStdString()) : nullptr;
    if (compound) m_selection.set({Selected::Kind::Compound, id, geo::box_of(compound->shape).centre()}, true);
}

void PhasePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDockWidget::changeEvent(event);
}

void PhasePanel::retranslate() {
    setWindowTitle(tr("Phases"));
    m_add->setText(tr("Add a rollout"));
    m_remove->setText(tr("Remove the last"));
    m_remove->setToolTip(tr("Its compounds and sites are then in no phase"));
    m_propose->setText(tr("Propose the pilot…"));
    m_zoom->setText(tr("Zoom to"));
    m_rest_hint->setText(tr("Choose rows in the tables of sites or compounds, or right-click one on the map, and put it into a phase."));
    m_empty->say({tr("The pilot and the batches of the rollout, with what is built in each."),
                  m_project.isOpen() ? tr("This project has no layer of compounds.") : tr("No project is open."), {}});
    m_list->retranslate();
}

}  // namespace app
