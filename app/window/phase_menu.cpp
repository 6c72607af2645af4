#include "app/window/phase_menu.hpp"

#include "app/edits/set_phasing.hpp"
#include "app/tables/phase_words.hpp"
#include "app/tables/record_table.hpp"
#include "app/theme/language.hpp"
#include "geo/scenario/phasing.hpp"

#include <QApplication>
#include <QEvent>
#include <QTableView>

#include <algorithm>
#include <set>
#include <string_view>

namespace app {
namespace {

std::vector<std::string> ids_of(const QStringList& ids) {
    std::vector<std::string> all;
    for (const QString& id : ids) all.push_back(id.toStdString());
    return all;
}

/// By the letter on the disc: P, and the number of a batch.
QKeySequence key_of(int rank) {
    if (rank == 0) return QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_P};
    return rank <= 9 ? QKeySequence{QStringLiteral("Ctrl+%1").arg(rank)} : QKeySequence{};
}

}  // namespace

PhaseMenu::PhaseMenu(OpenProject& project, Selection& selection, RecordTable& sites, RecordTable& compounds, QWidget* window)
    : QMenu{window}, m_project{project}, m_selection{selection}, m_sites{sites}, m_compounds{compounds}, m_propose{new QAction{this}}, m_head{addAction(QString{})} {
    setObjectName("phaseMenu");
    m_propose->setObjectName("proposePilot");
    m_head->setEnabled(false);
    addSeparator();
    m_none = add("phaseNone", QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_0});
    addSeparator();
    m_new = add("phaseNew", {});
    connect(m_propose, &QAction::triggered, this, &PhaseMenu::proposeAsked);
    connect(m_none, &QAction::triggered, this, [this] { put({}); });
    connect(m_new, &QAction::triggered, this, &PhaseMenu::putIntoNew);
    connect(this, &QMenu::aboutToShow, this, [this] { fill(picked()); });
    for (const auto changed : {&OpenProject::projectChanged, &OpenProject::inputsChanged}) connect(&m_project, changed, this, &PhaseMenu::refresh);
    for (RecordTable* table : {&m_sites, &m_compounds})
        connect(table, &RecordTable::menuAsked, this, [this, table](QMenu* menu) { offerIn(*menu, pickedIn(*table, table == &m_sites)); });
    refresh();
}

QAction* PhaseMenu::add(const QString& object_name, const QKeySequence& key) {
    auto* action = new QAction{this};
    action->setObjectName(object_name);
    action->setShortcut(key);
    parentWidget()->addAction(action);  // Its key works though the menu is never opened.
    addAction(action);
    return action;
}

void PhaseMenu::addTo(QMenu& plan, QAction* before) {
    plan.insertAction(before, m_propose);
    plan.insertMenu(before, this);
    plan.insertSeparator(before);
}

void PhaseMenu::offerIn(QMenu& menu, Picked picked) {
    m_offered = std::move(picked);
    menu.addSeparator();
    menu.addMenu(this);
    connect(&menu, &QObject::destroyed, this, [this] { m_offered.reset(); });
}

PhaseMenu::Picked PhaseMenu::pickedIn(const RecordTable& table, bool are_sites) { return {are_sites, ids_of(table.selectedIds())}; }

PhaseMenu::Picked PhaseMenu::picked() const {
    if (m_offered) return *m_offered;
    const QWidget* const focus = QApplication::focusWidget();
    for (const RecordTable* table : {&m_sites, &m_compounds}) {
        Picked here = pickedIn(*table, table == &m_sites);
        if (focus && table->isAncestorOf(focus) && !here.ids.empty()) return here;
    }
    const Selected& selected = m_selection.current();
    const bool is_site = selected.kind == Selected::Kind::Site;
    if (!is_site && selected.kind != Selected::Kind::Compound) return {};
    const std::string id = selected.id.toStdString();
    Picked beside = pickedIn(is_site ? m_sites : m_compounds, is_site);
    return std::ranges::find(beside.ids, id) != beside.ids.end() ? beside : Picked{is_site, {id}};
}

std::optional<std::string> PhaseMenu::commonPhase(const Picked& picked) const {
    if (!m_project.isOpen() || picked.ids.empty()) return std::nullopt;
    std::optional<std::string> common;
    const auto add = [&](const std::string& phase) {
        if (common && *common != phase) return false;
        common = phase;
        return true;
    };
    if (picked.are_sites) {
        const std::set<std::string_view> ids{picked.ids.begin(), picked.ids.end()};
        for (const geo::Site& site : m_project.results()->sites)
            if (ids.contains(site.id) && !add(site.phase)) return std::nullopt;
        return common;
    }
    for (const std::string& id : picked.ids)
        if (!add(geo::compound_phase(m_project.project()->phasing, id))) return std::nullopt;
    return common;
}

QString PhaseMenu::wordsOf(const Picked& picked) const {
    const int count = static_cast<int>(picked.ids.size());
    if (count == 0) return tr("Nothing is chosen");
    if (picked.are_sites) return count == 1 ? tr("Site %1").arg(text(picked.ids.front())) : tr("%1 sites").arg(number(count, 0));
    if (count > 1) return tr("%1 compounds").arg(number(count, 0));
    for (const geo::Layer& layer : m_project.project()->inputs.layers) {
        if (layer.role != geo::Role::Compound) continue;
        const auto found = std::ranges::find(layer.features, picked.ids.front(), &geo::Feature::id);
        if (found != layer.features.end() && !found->name.empty()) return text(found->name);
    }
    return tr("Compound %1").arg(text(picked.ids.front()));
}

bool PhaseMenu::tellNone(const Picked& picked) {
    if (!m_project.isOpen()) return true;
    if (picked.ids.empty()) emit told(tr("Choose sites or compounds first, in their tables or on the map."));
    return picked.ids.empty();
}

void PhaseMenu::pushPut(const Picked& picked, const std::string& phase) {
    m_project.undoStack().push(picked.are_sites ? SetPhasing::sitesPut(m_project, picked.ids, phase)
                                                : SetPhasing::compoundsPut(m_project, picked.ids, phase));
}

void PhaseMenu::put(const std::string& phase) {
    const Picked chosen = picked();
    if (tellNone(chosen)) return;
    pushPut(chosen, phase);
    const QString words = wordsOf(chosen);
    emit told(phase.empty() ? tr("%1: in no phase now").arg(words) : tr("%1: now in %2").arg(words, phase_words(m_project.project()->phasing, phase)));
}

void PhaseMenu::putIntoNew() {
    const Picked chosen = picked();
    if (tellNone(chosen)) return;
    geo::Phasing phasing = m_project.project()->phasing;
    const std::string id = geo::phase_id(static_cast<int>(phasing.phases.size()));
    phasing.phases.push_back({.id = id});
    m_project.undoStack().beginMacro(tr("put into a new phase"));
    m_project.undoStack().push(SetPhasing::changed(m_project, std::move(phasing), {}));
    pushPut(chosen, id);
    m_project.undoStack().endMacro();
    emit told(tr("%1: now in %2").arg(wordsOf(chosen), phase_words(m_project.project()->phasing, id)));
}

void PhaseMenu::refresh() { fill({}); }

void PhaseMenu::fill(const Picked& chosen) {
    static const geo::Phasing none;
    const geo::Phasing& phasing = m_project.isOpen() ? m_project.project()->phasing : none;
    const auto common = commonPhase(chosen);
    while (m_phases.size() < phasing.phases.size()) {
        const int rank = static_cast<int>(m_phases.size());
        QAction* const action = add(QStringLiteral("phase%1").arg(rank), key_of(rank));
        insertAction(m_none, action);
        connect(action, &QAction::triggered, this, [this, rank] { put(geo::phase_id(rank)); });
        m_phases.push_back(action);
    }
    const auto name = [&](QAction* action, const QString& words, bool is_there) {
        action->setText(QString{words}.replace('&', "&&"));
        QFont font = this->font();
        font.setBold(is_there);  // Where all of them are already.
        action->setFont(font);
    };
    for (std::size_t i = 0; i < m_phases.size(); ++i) {
        m_phases[i]->setVisible(i < phasing.phases.size());
        if (i >= phasing.phases.size()) continue;
        const std::string& id = phasing.phases[i].id;
        m_phases[i]->setIcon(disc_icon(phase_disc(id)));
        name(m_phases[i], phase_words(phasing, id), common == id);
        m_phases[i]->setWhatsThis(tr("Put what is chosen into: %1").arg(phase_words(phasing, id)));
    }
    name(m_none, tr("None"), common == std::string{});
    m_none->setWhatsThis(tr("Take what is chosen out of the phases"));
    m_new->setText(tr("New rollout"));
    m_head->setText(m_project.isOpen() ? wordsOf(chosen) : QString{});
    m_head->setVisible(!chosen.ids.empty());
    m_propose->setText(tr("Propose the p&ilot…"));
    m_propose->setToolTip(tr("Ranks the compounds by their open hazards and puts the worst into the pilot"));
    for (QAction* each : {m_propose, m_none, m_new}) each->setEnabled(m_project.isOpen());
    setTitle(tr("Put selection into p&hase"));
    setEnabled(m_project.isOpen());
}

void PhaseMenu::changeEvent(QEvent* event) {
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) refresh();
}

}  // namespace app
