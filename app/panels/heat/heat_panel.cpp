#include "app/panels/heat/heat_panel.hpp"

#include "app/edits/set_view_part.hpp"
#include "app/layers/layer_order.hpp"
#include "app/panels/heat/bandwidth_field.hpp"
#include "app/panels/heat/heat_form.hpp"
#include "app/tables/empty_state.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace app {
namespace {

constexpr int busy_shown_after_ms = 400;
const std::string heat_layer = "heat";

std::vector<geo::LayerView> all_layers(const OpenProject& project) { return complete_layers(*MapStyle::standard(), project.view().layers); }

bool is_heat_shown(const OpenProject& project) {
    const auto layers = all_layers(project);
    const auto heat = std::ranges::find(layers, heat_layer, &geo::LayerView::id);
    return heat != layers.end() && heat->is_visible;
}

QString figure(double value) { return number(value, value < 100.0 ? 1 : 0); }

QString size_word(std::uint64_t bytes) {
    const double megabytes = static_cast<double>(bytes) / 1e6;
    if (megabytes >= 1000.0) return HeatPanel::tr("%1 GB").arg(number(megabytes / 1000.0, 1));
    return HeatPanel::tr("%1 MB").arg(number(megabytes, megabytes < 10.0 ? 1 : 0));
}

}  // namespace

HeatPanel::HeatPanel(OpenProject& project, QWidget* parent)
    : QDockWidget{parent}, m_project{project}, m_form{new HeatForm}, m_pages{new QStackedWidget{this}}, m_empty{new EmptyState},
      m_on{new QCheckBox}, m_reset{new QToolButton}, m_estimate{new QLabel}, m_warning{new QLabel}, m_result{new QLabel},
      m_anyway{new QPushButton}, m_cancel{new QPushButton}, m_progress{new QProgressBar},
      m_busy{new QTimer{this}} {
    setObjectName("heat");
    build();
    join();
    retranslate();
    showProject(false);
}

void HeatPanel::build() {
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout{page};
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 8, 4);
    head->addWidget(m_on, 1);
    m_reset->setIcon(icon("reset"));
    head->addWidget(m_reset);
    rows->addLayout(head);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_form);
    rows->addWidget(scroll, 1);

    auto* foot = new QFrame;
    foot->setProperty("card", true);
    auto* lines = new QVBoxLayout{foot};
    lines->setContentsMargins(12, 8, 12, 8);
    lines->setSpacing(4);
    m_estimate->setProperty("role", "second");
    m_warning->setProperty("verdict", "verify");
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_busy->setSingleShot(true);
    m_busy->setInterval(busy_shown_after_ms);
    for (QLabel* label : {m_estimate, m_warning, m_result}) {
        label->setWordWrap(true);
        lines->addWidget(label);
    }
    lines->addWidget(m_progress);
    auto* actions = new QHBoxLayout;
    actions->addWidget(m_anyway);
    actions->addWidget(m_cancel);
    actions->addStretch(1);
    lines->addLayout(actions);
    rows->addWidget(foot);

    m_pages->addWidget(page);
    m_pages->addWidget(m_empty);
    setWidget(m_pages);
}

void HeatPanel::join() {
    connect(&m_project, &OpenProject::projectChanged, this, [this] { showProject(false); });
    connect(&m_project, &OpenProject::inputsChanged, this, [this] { showProject(true); });
    connect(&m_project, &OpenProject::viewChanged, this, &HeatPanel::showView);
    connect(m_form, &HeatForm::changed, this, &HeatPanel::change);
    connect(m_form->bandwidth()->slider(), &QSlider::sliderReleased, this, [this] { ++m_gesture; });
    connect(m_on, &QCheckBox::toggled, this, &HeatPanel::setOn);
    connect(m_reset, &QToolButton::clicked, this, &HeatPanel::reset);
    connect(m_anyway, &QPushButton::clicked, &m_source, &HeatSource::computeAnyway);
    connect(m_cancel, &QPushButton::clicked, &m_source, &HeatSource::cancel);
    connect(m_empty, &EmptyState::actionAsked, this, &HeatPanel::importAsked);
    connect(&m_source, &HeatSource::factsChanged, this, [this] {
        if (m_source.facts()) m_form->showFacts(*m_source.facts());
        showFigures();
    });
    connect(&m_source, &HeatSource::estimateChanged, this, &HeatPanel::showFigures);
    connect(&m_source, &HeatSource::busyChanged, this, [this] {
        if (!m_source.isBusy()) m_busy->stop();
        else if (!m_busy->isActive() && m_progress->isHidden()) m_busy->start();
        showFigures();
    });
    connect(m_busy, &QTimer::timeout, this, &HeatPanel::showBusy);
    connect(&m_source, &HeatSource::progressed, this, [this](double share) { m_progress->setValue(qRound(share * 1000.0)); });
    connect(&m_source, &HeatSource::heatChanged, this, [this](const std::shared_ptr<const geo::Heat>& heat) {
        showFigures();
        emit heatChanged(heat);
    });
    connect(&m_source, &HeatSource::failed, this, [this](const geo::Message& reason) {
        m_warning->setText(text(reason));
        m_warning->show();
        emit failed(reason);
    });
}

void HeatPanel::showProject(bool keeps_heat) {
    if (keeps_heat && m_project.project() == m_shown) return;
    m_shown = m_project.project();
    m_source.setProject(m_shown, keeps_heat);
    showView();
    retranslate();
}

void HeatPanel::showView() {
    if (!m_project.isOpen()) return;
    const bool is_on = is_heat_shown(m_project);
    {
        const QSignalBlocker quiet{m_on};
        m_on->setChecked(is_on);
    }
    m_form->setEnabled(is_on);
    m_source.setOn(is_on);
    const geo::HeatSettings& settings = m_project.view().heat;
    if (m_form->settings() != settings) m_form->showSettings(settings);
    m_source.setSettings(settings);
    showFigures();
}

QString HeatPanel::estimateText() const { return m_estimate->text(); }
QString HeatPanel::resultText() const { return m_result->text(); }

void HeatPanel::showFigures() {
    const auto facts = m_source.facts();
    const bool has_none = !m_project.isOpen() || (facts && facts->reports.empty());
    m_pages->setCurrentIndex(has_none ? 1 : 0);
    const auto& estimate = m_source.estimate();
    if (estimate && estimate->reports > 0)
        m_estimate->setText(tr("Grid %1 × %2 cells, %3, %4 reports")
                                .arg(number(estimate->grid.columns, 0), number(estimate->grid.rows, 0), size_word(estimate->bytes),
                                     number(static_cast<double>(estimate->reports), 0)));
    else
        m_estimate->setText(estimate ? tr("No report passes the filter.") : QStringLiteral("–"));
    const bool is_too_large = m_source.isTooLarge();
    m_warning->setVisible(is_too_large);
    if (is_too_large)
        m_warning->setText(tr("This needs %1 of memory. Take larger cells or a smaller bandwidth, or compute it anyway.").arg(size_word(estimate->bytes)));
    m_anyway->setVisible(is_too_large && m_on->isChecked() && !m_source.isBusy());
    if (!m_source.isBusy()) showBusy();
    const auto heat = m_source.heat();
    if (heat && heat->reports > 0)
        m_result->setText(tr("Greatest: %1 reports per hectare\nSum of weights: %2").arg(figure(heat->maximum), figure(heat->weight)));
    else
        m_result->clear();
    m_result->setVisible(!m_result->text().isEmpty());
}

void HeatPanel::showBusy() {
    m_cancel->setVisible(m_source.isBusy());
    m_progress->setVisible(m_source.isBusy());
}

void HeatPanel::setOn(bool is_on) {
    auto layers = all_layers(m_project);
    const auto heat = std::ranges::find(layers, heat_layer, &geo::LayerView::id);
    if (!m_project.isOpen() || heat == layers.end() || heat->is_visible == is_on) return;
    heat->is_visible = is_on;
    m_project.undoStack().push(new SetLayers{m_project, std::move(layers), is_on ? tr("Show density") : tr("Hide density")});
}

void HeatPanel::change(const geo::HeatSettings& settings) {
    if (!m_project.isOpen() || settings == m_project.view().heat) return;
    m_project.undoStack().push(new SetHeat{m_project, settings, tr("Density settings"), m_form->isDragged() ? m_gesture : 0});
}

void HeatPanel::reset() { change({}); }

void HeatPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDockWidget::changeEvent(event);
}

void HeatPanel::retranslate() {
    setWindowTitle(tr("Density"));
    m_on->setText(tr("Show density"));
    m_reset->setToolTip(tr("Sets everything back to the first values"));
    m_reset->setAccessibleName(tr("Reset"));
    m_anyway->setText(tr("Compute anyway"));
    m_cancel->setText(tr("Cancel"));
    m_form->retranslate();
    if (m_project.isOpen())
        m_empty->say({tr("No hazard reports yet."), tr("Import a CSV, XLSX or layer to see their density."), tr("Import…")});
    else
        m_empty->say({tr("No hazard reports yet."), tr("No project is open."), {}});
    showFigures();
}

}  // namespace app
