#pragma once

#include "app/panels/inspector/fact_table.hpp"
#include "app/panels/inspector/inspector_panel.hpp"
#include "app/panels/inspector/reason_list.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "geo/rules/pack_file.hpp"

#include <gmock/gmock.h>

#include <QApplication>
#include <QLabel>
#include <QTest>

namespace app::scene {

// On the central meridian, where grid metres are ground metres.
constexpr const char* crs = "EPSG:4544";
constexpr double east = 500000, north = 3270000;

inline geo::Point at(double x, double y) { return {east + x, north + y}; }

inline geo::MultiPolygon rectangle(double x0, double y0, double x1, double y1) {
    return {{{at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1)}, {}}};
}

inline geo::Layer layer(geo::Role role, const std::string& id, const std::string& name, geo::Shape shape) {
    geo::Layer made;
    made.role = role;
    made.crs = crs;
    made.provenance.accuracy_m = 0.5;
    made.provenance.file = "layers.gpkg";
    geo::Feature feature;
    feature.id = id;
    feature.name = name;
    feature.shape = std::move(shape);
    feature.values.resize(geo::role_info(role).fields.size());
    made.features.push_back(std::move(feature));
    return made;
}

inline void set(geo::Layer& of, std::string_view field, geo::Value value) {
    of.features.back().values[*geo::field_index(of.role, field)] = std::move(value);
}

/// A compound of 60 × 40 m with a surveyed dwelling (x = 20 … 30, y = 10 … 20; 6 m to sheds), a lane of 6 m along y = 30, a hydrant.
inline geo::Project sample() {
    geo::Project project;
    project.inputs.crs = crs;
    geo::Layer building = layer(geo::Role::Building, "B25", "25#", {rectangle(20, 10, 30, 20), {}, {}});
    set(building, "height", 15.0), set(building, "fire_grade", std::string{"二级"}), set(building, "use", std::string{"residential"});
    building.features.back().source = R"({"楼高":15.0,"业主":null,"备注":"","年份":2008})";
    geo::Layer lane = layer(geo::Role::FireLane, "L1", "North lane", {{}, {{at(0, 30), at(60, 30)}}, {}});
    set(lane, "width", 6.0);
    project.inputs.layers = {layer(geo::Role::Compound, "C1", "Sample", {rectangle(0, 0, 60, 40), {}, {}}), building, lane,
                             layer(geo::Role::Hydrant, "H1", "", {{}, {}, {at(46.13, 15)}})};
    geo::RulePack pack = geo::load_pack("cn-base");
    for (geo::ClearanceRule& rule : pack.clearances) rule.clause.status = geo::Status::Secondary;
    project.packs[pack.id] = geo::pack_to_text(pack);
    project.scenarios.push_back({"base", pack.id, geo::ZoneType::Shed});
    return project;
}

inline geo::Results results() {
    geo::Results made;
    geo::Site site;
    site.id = "S1", site.compound = "C1", site.zone_id = "C1-Z1";
    site.outline = rectangle(37.13, 14, 45.13, 16);
    site.bay_count = 10, site.area_m2 = 28.0, site.in_robust = true;
    site.verdict = geo::Verdict::Complies, site.margin_m = 1.13, site.governing = "building.shed.multi.grade12";
    made.sites = {site};
    made.clearances = {{"S1", "L1", "fire_lane", 0.0, 11.0, "7.1.8", geo::Verdict::Complies, "fire-lane"},
                       {"S1", "B25", "building", 6.0, 7.13, "5.2.2", geo::Verdict::Complies, "building.shed.multi.grade12"},
                       {"S2", "B25", "building", 6.0, 1.0, "5.2.2", geo::Verdict::Fails, "building.shed.multi.grade12"}};
    geo::Ground ground;
    ground.compound = "C1";
    ground.legal_m2 = 1234.56;
    ground.zones.resize(2);
    ground.zones[0].robust_m2 = 800.0, ground.zones[0].legal_width_m = 12.0;
    made.grounds = {ground};
    return made;
}

/// The panel beside a project, as the window has it.
class Inspecting : public testing::Test {
   protected:
    Inspecting() {
        setLanguage(*qApp, geo::Language::English);
        setTheme(*qApp, Theme::Light);
        panel.resize(336, 760);
        panel.show();
    }
    ~Inspecting() override { setLanguage(*qApp, geo::Language::English); }

    void open(geo::Project with = sample(), geo::Results shown = results()) {
        LoadedProject loaded;
        loaded.path = "town.gpkg";
        loaded.project = std::make_shared<const geo::Project>(std::move(with));
        loaded.results["base"] = std::make_shared<const geo::Results>(std::move(shown));
        loaded.scenario = "base";
        project.show(std::move(loaded));
    }
    void point(double x, double y) {
        selection.set({Selected::Kind::Place, {}, at(x, y)});
        wait();
    }
    void speak(geo::Language language) {
        setLanguage(*qApp, language);
        QApplication::processEvents();  // Widgets are told by posted events.
    }
    void choose(Selected::Kind kind, const QString& id) {
        selection.set({kind, id, {}});
        wait();
    }
    void wait() {
        ASSERT_TRUE(QTest::qWaitFor([&] { return !panel.isBusy(); }));
    }

    ReasonList& list() { return *panel.findChild<ReasonList*>("reasons"); }
    FactTable& facts() { return *panel.findChild<FactTable*>("facts"); }
    /// Texts of all labels that are shown.
    QStringList labels() {
        QStringList texts;
        for (const QLabel* label : panel.findChildren<QLabel*>())
            if (label->isVisibleTo(&panel) && !label->text().isEmpty()) texts << label->text();
        return texts;
    }
    QStringList rows() {
        QStringList texts;
        for (int i = 0; i < list().model()->rowCount(); ++i)
            texts << list().model()->index(i, 0).data(Qt::AccessibleTextRole).toString();
        return texts;
    }
    /// A place in a row's first line, right of its link.
    QPoint inRow(int row) { return list().visualRect(list().model()->index(row, 0)).topLeft() + QPoint{200, 12}; }
    QString factValue(const QString& name) {
        for (int i = 0; i < facts().rowCount(); ++i)
            if (facts().item(i, 0)->text() == name && facts().item(i, 1)) return facts().item(i, 1)->text();
        return "(no such fact)";
    }

    OpenProject project;
    Selection selection;
    InspectorPanel panel{project, selection};
};

}  // namespace app::scene
