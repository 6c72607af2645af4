#include "app/panels/phases/proposal_page.hpp"

#include "app/edits/set_phasing.hpp"
#include "app/panels/phases/ranking_model.hpp"
#include "app/panels/phases/ranking_view.hpp"
#include "app/tables/empty_state.hpp"
#include "app/tables/phase_words.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace app {
namespace {

constexpr int first_count = 4;  // What is offered where no pilot has been chosen yet.

std::map<std::string, std::string> names_of(const geo::Inputs& inputs) {
    std::map<std::string, std::string> names;
    for (const geo::Layer& layer : inputs.layers)
        if (layer.role == geo::Role::Compound)
            for (const geo::Feature& compound : layer.features) names.emplace(compound.id, compound.name);
    return names;
}

int in_pilot(const geo::Phasing& phasing) {
    return static_cast<int>(std::ranges::count(phasing.compounds, geo::phase_id(0), [](const auto& put) { return put.second; }));
}

}  // namespace

ProposalPage::ProposalPage(OpenProject& project, QWidget* parent)
    : QWidget{parent}, m_project{project}, m_model{new RankingModel{this}}, m_view{new RankingView{m_model, this}}, m_pages{new QStackedWidget{this}},
      m_empty{new EmptyState{this}}, m_back{new QToolButton{this}}, m_title{new QLabel{this}}, m_rule{new QLabel{this}}, m_count_title{new QLabel{this}},
      m_of{new QLabel{this}}, m_hint{new QLabel{this}}, m_summary{new QLabel{this}}, m_count{new QSpinBox{this}}, m_apply{new QPushButton{this}},
      m_cancel{new QPushButton{this}}, m_busy{new QProgressBar{this}} {
    build();
    connect(m_back, &QToolButton::clicked, this, &ProposalPage::done);
    connect(m_cancel, &QPushButton::clicked, this, &ProposalPage::done);
    connect(m_apply, &QPushButton::clicked, this, &ProposalPage::put);
    connect(m_count, &QSpinBox::valueChanged, this, &ProposalPage::propose);
    connect(m_empty, &EmptyState::actionAsked, this, &ProposalPage::runPlanAsked);
    connect(m_view, &RankingView::chosen, this, &ProposalPage::compoundChosen);
    connect(m_view, &RankingView::zoomAsked, this, &ProposalPage::zoomAsked);
    connect(&m_job, &JobSignals::finished, this, &ProposalPage::conclude);
    connect(&m_job, &JobSignals::failed, this, [this](const geo::Message& reason) {
        m_busy->hide();
        m_of_project.reset();  // Asked again, it is tried again.
        emit failed(reason);
    });
    retranslate();
}

void ProposalPage::build() {
    m_count->setObjectName("pilotCount");
    m_apply->setObjectName("pilotApply");
    m_back->setIcon(icon("back"));
    m_title->setProperty("role", "section");
    for (QLabel* each : {m_rule, m_of, m_summary}) each->setProperty("role", "second");
    m_hint->setProperty("verdict", "verify");
    for (QLabel* each : {m_rule, m_hint, m_summary}) each->setWordWrap(true);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->hide();
    m_apply->setProperty("primary", true);
    m_count->setFixedWidth(72);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(6, 6, 16, 0);
    head->setSpacing(2);
    head->addWidget(m_back);
    head->addWidget(m_title, 1);
    auto* asked = new QHBoxLayout;
    asked->setSpacing(8);
    asked->addWidget(m_count_title);
    asked->addWidget(m_count);
    asked->addWidget(m_of, 1);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(16, 4, 16, 8);
    top->setSpacing(8);
    top->addWidget(m_rule);
    top->addLayout(asked);
    top->addWidget(m_hint);
    auto* ranked = new QWidget;
    auto* list = new QVBoxLayout{ranked};
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addLayout(top);
    list->addWidget(m_busy);
    list->addWidget(m_view, 1);
    auto* foot = new QFrame;
    foot->setProperty("card", true);
    auto* lines = new QVBoxLayout{foot};
    lines->setContentsMargins(16, 8, 16, 12);
    lines->setSpacing(8);
    lines->addWidget(m_summary);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_apply, 1);
    buttons->addWidget(m_cancel, 1);
    lines->addLayout(buttons);
    list->addWidget(foot);
    m_pages->addWidget(ranked);
    m_pages->addWidget(m_empty);
    auto* rows = new QVBoxLayout{this};
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(head);
    rows->addWidget(m_pages, 1);
}

void ProposalPage::refresh() {
    const ProjectData project = m_project.project();
    const ResultsData results = m_project.results();
    const bool has_plan = project && !results->grounds.empty();
    m_pages->setCurrentIndex(has_plan ? 0 : 1);
    if (!has_plan || (project == m_of_project && results == m_of_results && m_project.view().heat == m_of_heat)) return;
    m_of_project = project;
    m_of_results = results;
    m_of_heat = m_project.view().heat;
    m_apply->setEnabled(false);
    m_busy->show();
    m_job.start([project, results, heat = m_of_heat](const geo::Progress&) { return geo::by_urgency(project->inputs, *results, heat); });
}

void ProposalPage::conclude() {
    m_busy->hide();
    std::vector<geo::Urgency> urgency = m_job.takeResult();
    if (!m_project.isOpen()) return;
    const int can = static_cast<int>(std::ranges::count_if(urgency, [](const geo::Urgency& u) { return u.sites > 0; }));
    m_model->show(std::move(urgency), names_of(m_of_project->inputs));
    {
        const QSignalBlocker quiet{m_count};
        const int before = in_pilot(m_of_project->phasing);
        m_count->setRange(std::min(1, can), can);
        m_count->setValue(before > 0 ? before : first_count);
    }
    propose();
    m_view->scrollToTop();
}

void ProposalPage::propose() {
    if (!m_of_project) return;
    m_model->setProposal(geo::with_pilot(m_of_project->phasing, m_model->urgency(), m_count->value()));
    m_pilot.clear();
    for (const geo::Urgency& u : m_model->urgency())
        if (u.sites > 0 && m_model->phaseOf(u.compound) == geo::phase_id(0)) m_pilot.push_back(u.compound);
    m_apply->setEnabled(!m_pilot.empty() && !m_job.isRunning());
    retranslate();
}

void ProposalPage::put() {
    if (!m_project.isOpen() || m_of_project != m_project.project()) return;  // Ranked anew in a moment.
    m_project.undoStack().push(SetPhasing::changed(m_project, m_model->proposal(), tr("propose the pilot")));
    emit done();
}

QString ProposalPage::summary() const { return m_summary->text(); }

void ProposalPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ProposalPage::retranslate() {
    m_back->setToolTip(tr("Back to the phases"));
    m_back->setAccessibleName(tr("Back"));
    m_title->setText(tr("Propose the pilot"));
    m_rule->setText(tr("The worst first: by the greatest density of open hazards, then by their number. Only a compound with a site can be in the pilot; the "
                       "others with a site go into rollout 1, unless they were put into a later batch."));
    m_count_title->setText(tr("Pilot compounds"));
    m_of->setText(tr("of %1 with a site").arg(number(m_count->maximum(), 0)));
    m_apply->setText(tr("Put into phases"));
    m_cancel->setText(tr("Cancel"));
    m_empty->say({tr("The compounds ranked by their open hazards, with the pilot proposed from the worst."), tr("The plan has not been run for this scenario."),
                  tr("Run plan")});
    const bool is_even = std::ranges::none_of(m_model->urgency(), [](const geo::Urgency& u) { return u.density > 0 || u.reports > 0; });
    m_hint->setVisible(is_even && !m_model->urgency().empty());
    m_hint->setText(tr("No open hazard speaks for one compound before another: the order is that of their numbers. Import reports first."));
    int sites = 0, bays = 0, next = 0;
    if (m_of_results)
        for (const geo::Site& site : m_of_results->sites)
            if (std::ranges::find(m_pilot, site.compound) != m_pilot.end()) ++sites, bays += site.bay_count;
    for (const geo::Urgency& u : m_model->urgency()) next += m_model->phaseOf(u.compound) == geo::phase_id(1) ? 1 : 0;
    m_summary->setText(tr("%1: compounds %2, sites %3, bays %4.\n%5: compounds %6.")
                           .arg(phase_words(m_model->proposal(), geo::phase_id(0)), number(static_cast<double>(m_pilot.size()), 0), number(sites, 0),
                                number(bays, 0), phase_words(m_model->proposal(), geo::phase_id(1)), number(next, 0)));
    m_summary->setVisible(!m_model->urgency().empty());
}

}  // namespace app
