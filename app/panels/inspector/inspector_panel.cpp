#include "app/panels/inspector/inspector_panel.hpp"

#include "app/panels/inspector/attributes.hpp"
#include "app/panels/inspector/describe.hpp"
#include "app/panels/inspector/duty_facts.hpp"
#include "app/panels/inspector/fact_table.hpp"
#include "app/panels/inspector/key_figures.hpp"
#include "app/panels/inspector/reason_list.hpp"
#include "app/tables/empty_state.hpp"
#include "app/tables/verdict_chip.hpp"
#include "app/theme/language.hpp"
#include "geo/checks/duties.hpp"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace app {
namespace {

constexpr double dimmed = 0.6;
constexpr int busy_after_ms = 150;  // most answers are there sooner: no flicker

QLabel* label(QWidget* parent, const char* role) {
    auto* made = new QLabel{parent};
    made->setProperty("role", role);
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    return made;
}

void setStyleProperty(QWidget* widget, const char* name, const QString& value) {
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    // A frame takes the margins of its style sheet from this event only.
    QEvent changed{QEvent::StyleChange};
    QApplication::sendEvent(widget, &changed);
    widget->updateGeometry();
}

const geo::Site* siteWithId(const geo::Results& results, const std::string& id) {
    const auto it = std::ranges::find(results.sites, id, &geo::Site::id);
    return it == results.sites.end() ? nullptr : &*it;
}

geo::Why whyOfSite(const geo::Reasons& reasons, const geo::Results& results, const std::string& id) {
    std::vector<geo::ClearanceRow> rows;
    std::ranges::copy_if(results.clearances, std::back_inserter(rows), [&](const geo::ClearanceRow& row) { return row.site_id == id; });
    return reasons.of(*siteWithId(results, id), rows);
}

}  // namespace

InspectorPanel::InspectorPanel(OpenProject& project, Selection& selection, QWidget* parent)
    : QDockWidget{parent}, m_project{project}, m_selection{selection}, m_answers{project}, m_ground_answers{project} {
    setObjectName("inspector");  // Key of the saved window layout.
    m_pages = new QStackedWidget{this};
    m_empty = new EmptyState{m_pages};
    setUpContent();
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_content);
    setWidget(m_pages);

    m_busy_timer = new QTimer{this};
    m_busy_timer->setSingleShot(true);
    m_busy_timer->setInterval(busy_after_ms);
    connect(m_busy_timer, &QTimer::timeout, this, [this] { m_dimmed->setEnabled(true); });
    connect(&m_answers, &Answers::busyChanged, this, [this](bool is_busy) {
        if (is_busy) return m_busy_timer->start();
        m_busy_timer->stop();
        m_dimmed->setEnabled(false);
    });
    connect(&m_answers, &Answers::answered, this, [this](const geo::Why& why) {
        m_failure.reset();
        m_why = why;
        if (m_selection.current().kind == Selected::Kind::Place) askGround();
        refresh();
    });
    connect(&m_answers, &Answers::failed, this, [this](const geo::Message& reason) {
        m_why.reset();
        m_failure = reason;
        refresh();
    });
    connectGround();
    connect(&selection, &Selection::changed, this, &InspectorPanel::follow);
    for (const auto signal : {&OpenProject::projectChanged, &OpenProject::inputsChanged, &OpenProject::resultsChanged})
        connect(&project, signal, this, &InspectorPanel::follow);
    connect(m_empty, &EmptyState::actionAsked, this, [this] {
        if (m_project.isOpen())
            emit identifyRequested();
        else
            emit openRequested();
    });
    follow();
}

void InspectorPanel::setUpContent() {
    m_content = new QWidget{this};
    m_heading = label(m_content, "heading");
    m_chip = new QLabel{m_content};
    m_subline = label(m_content, "second");
    m_summary = label(m_content, "body");
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_figures = new KeyFigures{m_content};
    m_section = label(m_content, "section");
    m_sides = new QTabBar{m_content};
    m_sides->setObjectName("inspectorSides");
    m_sides->addTab({});
    m_sides->addTab({});
    m_sides->setExpanding(false);
    m_body = new QStackedWidget{m_content};
    m_reasons = new ReasonList{m_body};
    m_reasons->setObjectName("reasons");
    // Cells begin 3 px inside of the table; headings above stand at 16 px.
    m_facts_page = new QWidget{m_body};
    m_facts = new FactTable{m_facts_page};
    auto* facts_row = new QHBoxLayout{m_facts_page};
    facts_row->setContentsMargins(13, 0, 0, 0);
    facts_row->addWidget(m_facts);
    m_facts->setObjectName("facts");
    m_body->addWidget(m_reasons);
    m_body->addWidget(m_facts_page);
    m_dimmed = new QGraphicsOpacityEffect{m_body};
    m_dimmed->setOpacity(dimmed);
    m_dimmed->setEnabled(false);
    m_body->setGraphicsEffect(m_dimmed);
    m_zoom = new QPushButton{m_content};
    m_zoom->setObjectName("zoom");
    m_zoom->setProperty("primary", true);
    m_phase = new QPushButton{m_content};
    m_phase->setObjectName("phase");
    m_phase->hide();
    m_copy = new QPushButton{m_content};
    m_copy->setObjectName("copy");

    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_heading, 1);
    top->addWidget(m_chip, 0, Qt::AlignTop);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 12, 16, 8);
    head->setSpacing(8);
    head->addLayout(top);
    head->addWidget(m_subline);
    head->addWidget(m_summary);
    head->addWidget(m_figures);
    head->addSpacing(4);
    head->addWidget(m_section);
    head->addWidget(m_sides);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 12, 16, 12);
    foot->setSpacing(8);
    foot->addWidget(m_zoom, 1);
    foot->addWidget(m_phase, 1);
    foot->addWidget(m_copy, 1);
    auto* rows = new QVBoxLayout{m_content};
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(head);
    rows->addWidget(measuringRow());
    rows->addWidget(m_body, 1);
    rows->addLayout(foot);

    connect(m_reasons, &ReasonList::linesChanged, this, [this] { emit linesChanged(m_reasons->lines()); });
    connect(m_reasons, &ReasonList::clauseClicked, this, &InspectorPanel::clauseRequested);
    connect(m_sides, &QTabBar::currentChanged, this, &InspectorPanel::showSide);
    connect(m_zoom, &QPushButton::clicked, this, [this] {
        if (m_shown.extent) emit zoomRequested(*m_shown.extent);
    });
    connect(m_copy, &QPushButton::clicked, this, &InspectorPanel::copy);
}

void InspectorPanel::offerPhases(QMenu* menu) {
    m_phase->setMenu(menu);
    refresh();
}

void InspectorPanel::follow() {
    m_why.reset();
    m_failure.reset();
    m_grounds.reset();
    m_ground_answers.forget();
    showMeasuring({}, {});
    m_is_same = false;
    m_reasons->dropLines();
    const Selected& selected = m_selection.current();
    const ResultsData results = m_project.results();
    const std::string id = selected.id.toStdString();
    const bool is_thing = m_project.isOpen() && selected.kind == Selected::Kind::Feature && featureWithId(m_project.project()->inputs, id);
    // Presumed ground is no feature: the place on it tells.
    const bool is_ground = m_project.isOpen() && selected.kind == Selected::Kind::Feature && !is_thing;
    if (m_project.isOpen() && (selected.kind == Selected::Kind::Place || is_thing || is_ground))
        m_answers.ask([place = selected.place](const geo::Reasons& reasons) { return reasons.at(place); });
    else if (m_project.isOpen() && selected.kind == Selected::Kind::Site && siteWithId(*results, id))
        m_answers.ask([results, id](const geo::Reasons& reasons) { return whyOfSite(reasons, *results, id); });
    else
        m_answers.forget();
    askGround();
    // While a place is measured, what was shown before stays; it is dimmed when that takes long.
    const bool stays = selected.kind == Selected::Kind::Place && m_answers.isBusy() && m_pages->currentWidget() == m_content && m_shown.has_reasons;
    if (!stays) refresh();
}

std::optional<Inspected> InspectorPanel::described() const {
    if (!m_project.isOpen()) return std::nullopt;
    const geo::Project& project = *m_project.project();
    const geo::Results& results = *m_project.results();
    const Selected& selected = m_selection.current();
    const std::string id = selected.id.toStdString();
    const geo::Why* why = m_why ? &*m_why : nullptr;
    switch (selected.kind) {
        case Selected::Kind::Nothing: return std::nullopt;
        case Selected::Kind::Place: return describePlace(project, selected.place, why);
        case Selected::Kind::Site:
            if (const geo::Site* site = siteWithId(results, id)) {
                Inspected shown = describeSite(project, *site, why);
                add_duties(shown, results, id, true);
                return shown;
            }
            return std::nullopt;
        case Selected::Kind::Compound: {
            auto shown = describeCompound(project, results, id);
            if (shown) add_duties(*shown, results, geo::compound_row_id(id), false);
            if (shown) shown->has_reasons = true;  // what rules take, once it is measured
            return shown;
        }
        case Selected::Kind::Feature: {
            auto shown = describeFeature(project, id);
            if (!shown) {
                shown = describePlace(project, selected.place, why);
                shown->heading = text(id);
                return shown;
            }
            if (!why) return shown;
            // What is known of the thing, and what it means for charging where it was clicked.
            shown->has_reasons = true;
            shown->reasons = reasonsOf(*why, project.inputs);
            if (shown->summary.isEmpty()) shown->summary = text(why->summary);
            return shown;
        }
    }
    return std::nullopt;
}

void InspectorPanel::refresh() {
    std::optional<Inspected> shown = described();
    if (!shown) return showEmpty();
    if (m_grounds) tellGround(*shown);
    if (m_failure) shown->summary = text(*m_failure);
    showInspected(std::move(*shown));
}

void InspectorPanel::showInspected(Inspected shown) {
    setWindowTitle(tr("Inspector"));
    // What comes first of one sort of thing does not come second of the next.
    if (shown.reasons_first != m_shown.reasons_first) m_sides->setCurrentIndex(0);
    m_shown = std::move(shown);
    m_heading->setText(m_shown.heading);
    m_subline->setText(m_shown.subline);
    m_summary->setText(m_shown.summary);
    m_summary->setVisible(!m_shown.summary.isEmpty());
    m_chip->setVisible(m_shown.verdict.has_value());
    if (m_shown.verdict) {
        setStyleProperty(m_chip, "verdict", verdict_chip(*m_shown.verdict));
        m_chip->setText(verdict_word(*m_shown.verdict));
    }
    m_figures->showFigures(m_shown.figures);
    const QString why_words = tr("Why here / why not here"), known_words = tr("What is known");
    const bool has_both = m_shown.has_reasons && !m_shown.facts.empty();
    m_section->setText(m_shown.has_reasons ? why_words : known_words);
    m_section->setVisible(!has_both);
    const QString facts_words = m_shown.facts_title.isEmpty() ? known_words : m_shown.facts_title;
    m_sides->setTabText(0, m_shown.reasons_first ? why_words : facts_words);
    m_sides->setTabText(1, m_shown.reasons_first ? facts_words : why_words);
    m_sides->setVisible(has_both);
    showSide();
    m_reasons->showReasons(m_shown.reasons, m_is_same);
    m_is_same = true;
    m_facts->showFacts(m_shown.facts);
    m_zoom->setText(tr("Zoom to"));
    m_zoom->setEnabled(m_shown.extent.has_value());
    m_copy->setText(tr("Copy"));
    m_phase->setText(tr("Phase"));
    m_phase->setToolTip(tr("Put it into a phase"));
    const Selected::Kind kind = m_selection.current().kind;
    m_phase->setVisible(m_phase->menu() && (kind == Selected::Kind::Site || kind == Selected::Kind::Compound));
    m_pages->setCurrentWidget(m_content);
}

void InspectorPanel::showSide() {
    const bool has_both = m_shown.has_reasons && !m_shown.facts.empty();
    const bool shows_reasons = has_both ? (m_sides->currentIndex() == 0) == m_shown.reasons_first : m_shown.has_reasons;
    m_body->setCurrentWidget(shows_reasons ? static_cast<QWidget*>(m_reasons) : m_facts_page);
}

void InspectorPanel::showEmpty() {
    setWindowTitle(tr("Inspector"));
    m_shown = {};
    m_reasons->showReasons({});
    const bool is_open = m_project.isOpen();
    m_empty->say({tr("Why charging may or may not stand at a place, and what is known of what you point at, is shown here."),
                  is_open ? tr("Nothing is chosen.") : tr("No project is open."), is_open ? tr("Identify on the map") : tr("Open…")});
    m_pages->setCurrentWidget(m_empty);
}

void InspectorPanel::copy() { QApplication::clipboard()->setText(plainText(m_shown)); }

void InspectorPanel::changeEvent(QEvent* event) {
    QDockWidget::changeEvent(event);
    // Texts of the language, and the table's colours of the theme.
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) refresh();
}

}  // namespace app
