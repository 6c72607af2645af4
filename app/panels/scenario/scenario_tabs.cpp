#include "app/panels/scenario/scenario_tabs.hpp"

#include "app/edits/set_scenarios.hpp"
#include "app/project/results_state.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace app {
namespace {

constexpr int dot_px = 10;

QIcon dot(ResultsState state, double device_ratio) {
    if (state == ResultsState::Fresh) return {};
    QPixmap picture{QSize{dot_px, dot_px} * device_ratio};
    picture.setDevicePixelRatio(device_ratio);
    picture.fill(Qt::transparent);
    QPainter painter{&picture};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{colour("stale"), 1.5});
    painter.setBrush(state == ResultsState::Missing ? QBrush{} : QBrush{colour("stale")});
    painter.drawEllipse(QRectF{1.5, 1.5, dot_px - 3.0, dot_px - 3.0});
    return QIcon{picture};
}

}  // namespace

QString name_of_copy(const geo::Project& project, const QString& scenario) {
    static const QRegularExpression counted{R"(^(.*)-(\d+)$)"};
    const auto match = counted.match(scenario);
    const QString stem = match.hasMatch() ? match.captured(1) : scenario;
    const auto is_taken = [&](const QString& name) { return std::ranges::count(project.scenarios, name.toStdString(), &geo::Scenario::name) > 0; };
    int count = 2;
    while (is_taken(QStringLiteral("%1-%2").arg(stem).arg(count))) ++count;
    return QStringLiteral("%1-%2").arg(stem).arg(count);
}

ScenarioTabs::ScenarioTabs(OpenProject& project, QWidget* parent) : QWidget{parent}, m_project{project}, m_bar{new QTabBar{this}}, m_add{new QToolButton{this}} {
    setObjectName("scenarioTabs");
    setAttribute(Qt::WA_StyledBackground);
    m_bar->setObjectName("scenarioTabBar");
    m_bar->setExpanding(false);
    m_bar->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_bar->setDrawBase(false);
    m_bar->setElideMode(Qt::ElideNone);
    m_bar->setIconSize({dot_px, dot_px});
    m_bar->setContextMenuPolicy(Qt::CustomContextMenu);
    m_add->setObjectName("addScenario");
    m_add->setIcon(icon("plus"));
    m_add->setIconSize({14, 14});
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(4, 0, 4, 0);
    row->setSpacing(0);
    row->addWidget(m_bar);
    row->addWidget(m_add);
    row->addStretch(1);

    for (const auto changed : {&OpenProject::projectChanged, &OpenProject::inputsChanged, &OpenProject::resultsChanged, &OpenProject::scenarioChanged})
        connect(&m_project, changed, this, &ScenarioTabs::refresh);
    connect(m_bar, &QTabBar::currentChanged, this, [this](int tab) {
        if (tab >= 0) m_project.showScenario(nameAt(tab));
    });
    connect(m_bar, &QTabBar::tabBarDoubleClicked, this, [this](int tab) {
        if (tab >= 0 && !m_is_running) askName(nameAt(tab));
    });
    connect(m_bar, &QWidget::customContextMenuRequested, this, &ScenarioTabs::openMenu);
    connect(m_add, &QToolButton::clicked, this, [this] { askCopy(m_project.scenario()); });
    retranslate();
}

QString ScenarioTabs::nameAt(int tab) const { return m_bar->tabData(tab).toString(); }

void ScenarioTabs::refresh() {
    const QSignalBlocker quiet{m_bar};
    const std::size_t count = m_project.isOpen() ? m_project.project()->scenarios.size() : 0;
    while (m_bar->count() > static_cast<int>(count)) m_bar->removeTab(m_bar->count() - 1);
    while (m_bar->count() < static_cast<int>(count)) m_bar->addTab(QString{});
    for (std::size_t i = 0; i < count; ++i) {
        const std::string& name = m_project.project()->scenarios[i].name;
        const int tab = static_cast<int>(i);
        const ResultsState state = results_state(m_project, name);
        m_bar->setTabText(tab, text(name).replace('&', QStringLiteral("&&")));
        m_bar->setTabData(tab, text(name));
        m_bar->setTabIcon(tab, dot(state, devicePixelRatioF()));
        m_bar->setTabToolTip(tab, state == ResultsState::Missing ? tr("%1: not run yet").arg(text(name))
                                  : state == ResultsState::Stale ? tr("%1: its rules were changed after its last run").arg(text(name))
                                  : state == ResultsState::Unknown ? tr("%1: it was not noted by which rules it was run").arg(text(name))
                                                                   : tr("%1: double click to rename").arg(text(name)));
        if (text(name) == m_project.scenario()) m_bar->setCurrentIndex(tab);
    }
    m_add->setEnabled(count > 0 && !m_is_running);
}

void ScenarioTabs::setRunning(bool is_running) {
    m_is_running = is_running;
    m_bar->setEnabled(!is_running);
    refresh();
}

void ScenarioTabs::openMenu(const QPoint& at) {
    const int tab = m_bar->tabAt(at);
    if (tab < 0 || m_is_running) return;
    const QString scenario = nameAt(tab);
    auto* menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Duplicate…")), &QAction::triggered, this, [this, scenario] { askCopy(scenario); });
    connect(menu->addAction(tr("&Rename…")), &QAction::triggered, this, [this, scenario] { askName(scenario); });
    QAction* gone = menu->addAction(tr("D&elete"));
    gone->setEnabled(m_bar->count() > 1);
    connect(gone, &QAction::triggered, this, [this, scenario] { remove(scenario); });
    menu->addSeparator();
    QMenu* compare = menu->addMenu(tr("&Compare with"));
    compare->setEnabled(m_bar->count() > 1);
    for (int other = 0; other < m_bar->count(); ++other) {
        const QString with = nameAt(other);
        if (with == scenario) continue;
        connect(compare->addAction(m_bar->tabText(other)), &QAction::triggered, this, [this, scenario, with] { emit compareAsked(scenario, with); });
    }
    menu->popup(m_bar->mapToGlobal(at));
}

void ScenarioTabs::askCopy(const QString& scenario) {
    if (!m_project.isOpen() || m_is_running) return;
    auto* dialog = new QInputDialog{this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Duplicate scenario"));
    dialog->setLabelText(tr("Name of the copy of “%1”:").arg(scenario));
    dialog->setTextValue(name_of_copy(*m_project.project(), scenario));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, scenario](const QString& name) { copy(scenario, name); });
    dialog->open();
}

void ScenarioTabs::askName(const QString& scenario) {
    auto* dialog = new QInputDialog{this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename scenario"));
    dialog->setLabelText(tr("New name of “%1”:").arg(scenario));
    dialog->setTextValue(scenario);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, scenario](const QString& name) { rename(scenario, name); });
    dialog->open();
}

void ScenarioTabs::push(const std::function<QUndoCommand*()>& make) {
    try {
        m_project.undoStack().push(make());
    } catch (const geo::Error& error) {
        emit failed(error.message());
    }
}

void ScenarioTabs::copy(const QString& scenario, const QString& name) {
    push([&] { return SetScenarios::duplicated(m_project, scenario.toStdString(), name.trimmed().toStdString()); });
}

void ScenarioTabs::rename(const QString& scenario, const QString& name) {
    if (name.trimmed() == scenario) return;
    push([&] { return SetScenarios::renamed(m_project, scenario.toStdString(), name.trimmed().toStdString()); });
}

void ScenarioTabs::remove(const QString& scenario) {
    push([&] { return SetScenarios::deleted(m_project, scenario.toStdString()); });
}

void ScenarioTabs::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) refresh();
    QWidget::changeEvent(event);
}

void ScenarioTabs::retranslate() {
    m_bar->setAccessibleName(tr("Scenarios"));
    m_add->setToolTip(tr("Duplicate the scenario shown"));
    m_add->setAccessibleName(tr("Duplicate the scenario shown"));
    refresh();
}

}  // namespace app
