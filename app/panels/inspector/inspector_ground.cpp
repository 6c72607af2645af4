// What rules take of the ground: asked for what is selected, measured behind, and cancelled by hand.
#include "app/panels/inspector/attributes.hpp"
#include "app/panels/inspector/ground_reasons.hpp"
#include "app/panels/inspector/inspector_panel.hpp"
#include "app/theme/language.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>

#include <algorithm>

namespace app {
namespace {

using Grounds = GroundAnswers::Grounds;

/// Whether the plan found no zone there.
bool isWithoutGround(const geo::Results& results, const std::string& compound) {
    const auto ground = std::ranges::find(results.grounds, compound, &geo::Ground::compound);
    return ground != results.grounds.end() && ground->is_computed && ground->zones.empty();
}

}  // namespace

QWidget* InspectorPanel::measuringRow() {
    m_measuring = new QWidget{m_content};
    m_measuring_words = new QLabel{m_measuring};
    m_measuring_words->setProperty("role", "second");
    m_measuring_action = new QPushButton{m_measuring};
    m_measuring_action->setObjectName("measuring");
    auto* row = new QHBoxLayout{m_measuring};
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(8);
    row->addWidget(m_measuring_words, 1);
    row->addWidget(m_measuring_action);
    m_measuring->hide();
    return m_measuring;
}

void InspectorPanel::connectGround() {
    connect(&m_ground_answers, &GroundAnswers::answered, this, [this](const Grounds& grounds) {
        m_grounds = grounds;
        showMeasuring({}, {});
        refresh();
    });
    connect(&m_ground_answers, &GroundAnswers::failed, this, [this](const geo::Message& reason) {
        m_failure = reason;
        showMeasuring({}, {});
        refresh();
    });
    connect(&m_ground_answers, &GroundAnswers::cancelled, this, [this] { showMeasuring(tr("What rules take was not measured."), tr("Measure")); });
    connect(&m_ground_answers, &GroundAnswers::progressed, this,
            [this](double share) { showMeasuring(tr("Measuring what rules take… %1 %").arg(static_cast<int>(share * 100.0)), tr("Cancel")); });
    connect(m_measuring_action, &QPushButton::clicked, this, [this] {
        if (m_ground_answers.isBusy()) m_ground_answers.cancel();
        else askGround();
    });
}

void InspectorPanel::askGround() {
    if (!m_project.isOpen()) return;
    const Selected& selected = m_selection.current();
    const std::string id = selected.id.toStdString();
    const auto feature = featureWithId(m_project.project()->inputs, id);
    const auto ask = [this](const std::string& compound, const geo::Focus& focus) {
        m_ground_answers.ask([compound, focus](const geo::Takings& takings, const geo::Progress& progress) { return Grounds{takings.of(compound, focus, 0, progress)}; });
    };
    switch (selected.kind) {
        case Selected::Kind::Compound:
            if (!feature) return;
            if (isWithoutGround(*m_project.results(), id)) m_sides->setCurrentIndex(1);
            ask(id, {});
            break;
        case Selected::Kind::Feature:
            if (!feature || feature->layer->role != geo::Role::Building) return;
            m_ground_answers.ask([id](const geo::Takings& takings, const geo::Progress& progress) { return takings.by_feature(id, 0, progress); });
            break;
        case Selected::Kind::Place:
            if (!m_why || m_why->compound.empty()) return;  // asked again when it is known where the place lies
            ask(m_why->compound, {.feature = {}, .at = selected.place});
            break;
        case Selected::Kind::Site: {
            const auto site = std::ranges::find(m_project.results()->sites, id, &geo::Site::id);
            if (site == m_project.results()->sites.end() || !featureWithId(m_project.project()->inputs, site->compound)) return;
            ask(site->compound, {});
            break;
        }
        case Selected::Kind::Nothing: return;
    }
    showMeasuring(tr("Measuring what rules take…"), tr("Cancel"));
}

void InspectorPanel::tellGround(Inspected& shown) const {
    std::vector<Reason> rows = groundReasons(*m_grounds);
    if (!rows.empty()) shown.has_reasons = true;
    std::ranges::move(rows, std::back_inserter(shown.reasons));
    const Selected& selected = m_selection.current();
    if (selected.kind != Selected::Kind::Compound || m_grounds->empty()) return;
    // A plan that is missing or failed is the more urgent thing to say.
    if (!shown.summary.isEmpty() && !isWithoutGround(*m_project.results(), selected.id.toStdString())) return;
    if (!shown.summary.isEmpty()) shown.summary += '\n';
    const geo::GroundTaken& taken = m_grounds->front();
    shown.summary += text(taken.is_computed ? taken.headline : taken.summary);
}

void InspectorPanel::showMeasuring(const QString& words, const QString& action) {
    m_measuring_words->setText(words);
    m_measuring_action->setText(action);
    m_measuring->setVisible(!words.isEmpty());
}

}  // namespace app
