#include "app/edits/set_phasing.hpp"
#include "app/panels/phases/date_field.hpp"
#include "app/panels/phases/phase_delegate.hpp"
#include "app/panels/phases/phase_form.hpp"
#include "app/panels/phases/phase_list.hpp"
#include "app/panels/phases/phase_panel.hpp"
#include "app/panels/phases/proposal_page.hpp"
#include "app/panels/phases/ranking_model.hpp"
#include "app/panels/phases/ranking_view.hpp"
#include "app/panels/phases/yuan.hpp"
#include "app/render/style_layers.hpp"
#include "app/tables/empty_state.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "tests/app/panels/small_town.hpp"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace app;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

/// The small town with a site in C2 and C4 as well, and open reports: four in C1, one in C2, none in C4.
LoadedProject phased_town() {
    LoadedProject town = small_town();
    auto project = std::make_shared<geo::Project>(*town.project);
    auto results = std::make_shared<geo::Results>(*town.results.at("base"));
    for (geo::Layer& layer : project->inputs.layers) {
        if (layer.role != geo::Role::Hazard) continue;
        geo::Feature report = layer.features.front();
        report.id = "H20";
        report.shape.points = {{500'170.0, 3'250'050.0}};
        layer.features.push_back(report);
    }
    for (const auto& [id, compound, x] : {std::tuple{"C2-S1", "C2", 130.0}, {"C4-S1", "C4", 370.0}}) {
        geo::Site site = results->sites.front();
        site.id = id;
        site.compound = compound;
        for (geo::Point& p : site.outline.front().outer) p.x += x;
        results->sites.push_back(site);
    }
    results->grounds[3].is_computed = true;
    results->grounds[3].zones = results->grounds[1].zones;
    town.project = project;
    town.results["base"] = results;
    return town;
}

class PhasePanelTest : public testing::Test {
   protected:
    void SetUp() override {
        setTheme(*qApp, Theme::Light);
        panel.resize(336, 700);
        panel.show();
    }
    void TearDown() override { setLanguage(*qApp, geo::Language::English); }

    std::vector<std::string> rows() {
        std::vector<std::string> all;
        for (const PhaseRow& row : panel.list()->rows()) all.push_back((PhaseDelegate::title(row) + ": " + PhaseDelegate::counts(row)).toStdString());
        return all;
    }
    const geo::Phasing& phasing() { return project.project()->phasing; }
    std::string phaseOfSite(const std::string& id) {
        for (const geo::Site& site : project.results()->sites)
            if (site.id == id) return site.phase;
        return "no such site";
    }
    void press(const char* name) { QTest::mouseClick(panel.findChild<QPushButton*>(name), Qt::LeftButton); }
    void type(QLineEdit* field, const QString& words) {
        field->setFocus();
        field->clear();
        field->insert(words);  // As an input method does.
        QTest::keyClick(field, Qt::Key_Return);
    }
    bool ranked() {
        return QTest::qWaitFor([this] { return !panel.proposal()->isBusy() && panel.proposal()->model()->rowCount() > 0; }, 20'000);
    }
    QString rankedCell(int row, int column) { return panel.proposal()->model()->index(row, column).data().toString(); }

    OpenProject project;
    Selection selection;
    PhasePanel panel{project, selection};
};

}  // namespace

TEST_F(PhasePanelTest, ListsWhatIsInEachPhaseAndInNone) {
    LoadedProject town = phased_town();
    auto with = std::make_shared<geo::Project>(*town.project);
    with->phasing.phases[0].name = "先行片区";
    with->phasing.compounds = {{"C1", "pilot"}, {"C3", "rollout-1"}, {"C9", "pilot"}, {"C2", "rollout-7"}};
    auto results = std::make_shared<geo::Results>(*town.results.at("base"));
    results->sites[0].phase = results->sites[1].phase = "pilot";  // The third was taken out by hand.
    results->sites[3].phase = "rollout-7";
    town.project = with;
    town.results["base"] = results;
    project.show(std::move(town));
    EXPECT_THAT(rows(), ElementsAre("先行片区: compounds 1 · sites 2 · bays 28", "Rollout 1: compounds 1 · sites 0 · bays 0",
                                    "In no phase: compounds 2 · sites 3 · bays 140"));
}

TEST_F(PhasePanelTest, ARolloutIsAddedAndTheLastRemovedAndBothUndone) {
    project.show(phased_town());
    press("phaseAdd");
    ASSERT_EQ(phasing().phases.size(), 3u);
    EXPECT_EQ(phasing().phases.back().id, "rollout-2");
    EXPECT_EQ(panel.list()->chosen()->phase.id, "rollout-2");  // To be named at once.
    auto put = phasing();
    put.compounds = {{"C1", "rollout-2"}, {"C2", "pilot"}};
    project.undoStack().push(SetPhasing::changed(project, put, "put"));
    EXPECT_EQ(phaseOfSite("C1-S10"), "rollout-2");

    press("phaseRemove");
    EXPECT_EQ(phasing().phases.size(), 2u);
    EXPECT_EQ(phasing().compounds, (std::map<std::string, std::string>{{"C2", "pilot"}}));
    EXPECT_EQ(phaseOfSite("C1-S10"), "");
    EXPECT_EQ(phaseOfSite("C2-S1"), "pilot");
    project.undoStack().undo();
    EXPECT_EQ(phasing(), put);
    EXPECT_EQ(phaseOfSite("C1-S10"), "rollout-2");

    press("phaseRemove");
    press("phaseRemove");
    EXPECT_EQ(phasing().phases.size(), 1u);
    EXPECT_FALSE(panel.findChild<QPushButton*>("phaseRemove")->isEnabled());  // The pilot stays.
    panel.removeLast();
    EXPECT_EQ(phasing().phases.size(), 1u);
}

TEST_F(PhasePanelTest, NameDatesAndBudgetAreEditedAsStepsOfUndo) {
    project.show(phased_town());
    PhaseForm& form = *panel.form();
    type(form.name(), "  Old town first ");
    type(form.begins(), "2026/3/1");
    type(form.ends(), "20260630");
    type(form.budget(), QString::fromUtf8("12.5万"));
    const geo::Phase wanted{.id = "pilot", .name = "Old town first", .begins = "2026-03-01", .ends = "2026-06-30", .budget = 125'000.0};
    EXPECT_EQ(phasing().phases.front(), wanted);
    EXPECT_EQ(form.begins()->text(), "2026-03-01");
    EXPECT_EQ(form.budget()->text(), QString::fromUtf8("¥ 125\u2009000"));
    EXPECT_EQ(PhaseDelegate::dates(phasing().phases.front()), QString::fromUtf8("2026-03-01 – 2026-06-30"));
    EXPECT_EQ(project.undoStack().count(), 4);
    project.undoStack().undo();
    EXPECT_EQ(form.budget()->text(), "");
    project.undoStack().undo();
    EXPECT_EQ(form.ends()->text(), "");
    project.undoStack().undo();
    project.undoStack().undo();
    EXPECT_EQ(phasing(), geo::standard_phasing());
    EXPECT_EQ(form.name()->text(), "");
    EXPECT_EQ(form.name()->placeholderText(), "Pilot");
    project.undoStack().setIndex(4);
    type(form.budget(), "");  // Unset again.
    EXPECT_FALSE(phasing().phases.front().budget);
}

TEST_F(PhasePanelTest, WhatIsNoDayOrAmountIsNotTaken) {
    project.show(phased_town());
    PhaseForm& form = *panel.form();
    type(form.begins(), "next spring");
    EXPECT_TRUE(form.begins()->isWrong());
    EXPECT_THAT(form.begins()->toolTip().toStdString(), HasSubstr("no day"));
    type(form.budget(), "-5");
    EXPECT_THAT(form.budget()->toolTip().toStdString(), HasSubstr("no amount"));
    EXPECT_EQ(project.undoStack().count(), 0);
    type(form.begins(), "2026-05-01");
    type(form.ends(), "2026-04-01");
    EXPECT_FALSE(form.begins()->isWrong());
    const auto labels = form.findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel* label) { return label->isVisible() && label->text().contains("before it begins"); }));
}

TEST_F(PhasePanelTest, ADoubleClickZoomsToTheCompoundsOfAPhase) {
    LoadedProject town = phased_town();
    auto with = std::make_shared<geo::Project>(*town.project);
    with->phasing.compounds = {{"C1", "pilot"}, {"C2", "pilot"}};
    town.project = with;
    project.show(std::move(town));
    geo::Box box;
    QObject::connect(&panel, &PhasePanel::zoomAsked, [&](const geo::Box& asked) { box = asked; });
    PhaseList& list = *panel.list();
    const QPoint first = list.visualRect(list.model()->index(0, 0)).center();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, first);
    QTest::mouseDClick(list.viewport(), Qt::LeftButton, {}, first);
    EXPECT_DOUBLE_EQ(box.min_x, 500'000.0);
    EXPECT_DOUBLE_EQ(box.max_x, 500'220.0);
}

TEST_F(PhasePanelTest, ThePilotIsProposedFromTheWorstAndPutInOneStep) {
    project.show(phased_town());
    QAbstractItemModelTester tester{panel.proposal()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    press("phasePropose");
    ASSERT_TRUE(ranked());
    // C1 has four open reports, C2 one; C4 a site and no report; C3 no ground.
    EXPECT_EQ(panel.proposal()->model()->rowCount(), 4);
    std::vector<std::string> order;
    for (int row = 0; row < 4; ++row) order.push_back(panel.proposal()->model()->index(row, 0).data(RankingModel::IdRole).toString().toStdString());
    EXPECT_THAT(order, ElementsAre("C1", "C2", "C4", "C3"));
    EXPECT_EQ(rankedCell(0, RankingModel::Compound), QString::fromUtf8("南苑"));
    EXPECT_EQ(rankedCell(0, RankingModel::Hazards), "4");
    EXPECT_EQ(rankedCell(0, RankingModel::Sites), "3");
    EXPECT_GT(rankedCell(0, RankingModel::Density).toDouble(), rankedCell(1, RankingModel::Density).toDouble());
    EXPECT_THAT(panel.proposal()->model()->index(3, 0).data(RankingModel::ReasonRole).toString().toStdString(), HasSubstr("cannot be in the pilot"));
    EXPECT_EQ(panel.proposal()->count()->maximum(), 3);  // Those with a site.

    panel.proposal()->count()->setValue(1);
    EXPECT_EQ(panel.proposal()->model()->phaseOf("C1"), "pilot");
    EXPECT_EQ(panel.proposal()->model()->phaseOf("C2"), "rollout-1");
    EXPECT_EQ(panel.proposal()->model()->phaseOf("C3"), "");
    EXPECT_THAT(panel.proposal()->summary().toStdString(), HasSubstr("Pilot: compounds 1, sites 3, bays 128"));
    EXPECT_EQ(project.undoStack().count(), 0);  // Nothing is put before it is asked for.
    QTest::mouseClick(panel.proposal()->apply(), Qt::LeftButton);
    EXPECT_EQ(phasing().compounds, (std::map<std::string, std::string>{{"C1", "pilot"}, {"C2", "rollout-1"}, {"C4", "rollout-1"}}));
    EXPECT_EQ(phaseOfSite("C1-S2"), "pilot");
    EXPECT_EQ(phaseOfSite("C4-S1"), "rollout-1");
    EXPECT_TRUE(panel.list()->isVisible());  // Back to the phases.
    EXPECT_EQ(project.undoStack().count(), 1);
    project.undoStack().undo();
    EXPECT_TRUE(phasing().compounds.empty());
    EXPECT_EQ(phaseOfSite("C1-S2"), "");
}

TEST_F(PhasePanelTest, ARankedCompoundIsShownOnTheMap) {
    project.show(phased_town());
    panel.propose();
    ASSERT_TRUE(ranked());
    QSignalSpy changed{&selection, &Selection::changed};
    RankingView& view = *panel.proposal()->view();
    const QPoint second = view.visualRect(view.model()->index(1, RankingModel::Compound)).center();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, second);
    EXPECT_EQ(selection.current().kind, Selected::Kind::Compound);
    EXPECT_EQ(selection.current().id, "C2");
    ASSERT_FALSE(changed.isEmpty());
    EXPECT_TRUE(changed.back().front().toBool());
    geo::Box box;
    QObject::connect(&panel, &PhasePanel::zoomAsked, [&](const geo::Box& asked) { box = asked; });
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, second);
    EXPECT_DOUBLE_EQ(box.min_x, 500'120.0);
}

TEST_F(PhasePanelTest, OtherResultsAreRankedAnewWhileTheRankingIsSeen) {
    project.show(phased_town());
    panel.propose();
    ASSERT_TRUE(ranked());
    auto results = std::make_shared<geo::Results>(*project.results());
    std::erase_if(results->sites, [](const geo::Site& site) { return site.compound == "C1"; });
    project.setResults(results);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !panel.proposal()->isBusy() && rankedCell(0, RankingModel::Sites) == "0"; }, 20'000));
    EXPECT_EQ(panel.proposal()->count()->maximum(), 2);
    EXPECT_NE(panel.proposal()->model()->phaseOf("C1"), "pilot");
}

TEST_F(PhasePanelTest, SaysWhyThereIsNothing) {
    const auto says = [this](const QString& words) {
        const auto labels = panel.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    };
    EXPECT_TRUE(says("No project is open"));
    project.show(town_not_run());
    EXPECT_THAT(rows(), ElementsAre("Pilot: compounds 0 · sites 0 · bays 0", "Rollout 1: compounds 0 · sites 0 · bays 0",
                                    "In no phase: compounds 4 · sites 0 · bays 0"));
    panel.propose();
    EXPECT_TRUE(says("has not been run"));
    QSignalSpy asked{&panel, &PhasePanel::runPlanAsked};
    for (QPushButton* button : panel.proposal()->findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == "Run plan") button->click();
    EXPECT_EQ(asked.size(), 1);

    // Without reports all are alike, and it is said.
    LoadedProject quiet = phased_town();
    auto without = std::make_shared<geo::Project>(*quiet.project);
    std::erase_if(without->inputs.layers, [](const geo::Layer& layer) { return layer.role == geo::Role::Hazard; });
    quiet.project = without;
    project.show(std::move(quiet));
    panel.propose();
    ASSERT_TRUE(ranked());
    EXPECT_TRUE(says("No open hazard speaks"));
    project.close();
    EXPECT_TRUE(says("No project is open"));
}

TEST_F(PhasePanelTest, SpeaksTheWindowsLanguage) {
    project.show(phased_town());
    panel.propose();
    ASSERT_TRUE(ranked());
    const auto reason = [this] { return panel.proposal()->model()->index(0, 0).data(RankingModel::ReasonRole).toString(); };
    EXPECT_TRUE(reason().contains("open hazards"));
    setLanguage(*qApp, geo::Language::Chinese);
    QCoreApplication::processEvents();
    EXPECT_TRUE(reason().contains(QString::fromUtf8("未整改隐患")));
    EXPECT_EQ(panel.form()->name()->placeholderText(), QString::fromUtf8("试点"));
    EXPECT_EQ(panel.list()->model()->index(1, 0).data().toString(), QString::fromUtf8("推广 1"));
    setLanguage(*qApp, geo::Language::English);
    QCoreApplication::processEvents();
    EXPECT_EQ(panel.form()->name()->placeholderText(), "Pilot");
}

// The window's discs are the map's.
TEST(PhaseColours, OfTheWindowAreThoseOfTheMap) {
    setTheme(*qApp, Theme::Light);
    std::vector<std::string> tokens{"phase_0_fill", "phase_1_fill", "phase_2_fill", "phase_3_fill"};
    const auto& layers = MapStyle::standard()->layers().layers;
    std::size_t found = 0;
    for (const StyleLayer& layer : layers) {
        if (!layer.marker || layer.marker->shape != MarkerShape::Phase) continue;
        const std::size_t rank = found++ % 4;
        EXPECT_EQ(layer.paint.fill.name(), colour(QString::fromStdString(tokens[rank])).name()) << layer.id;
        EXPECT_EQ(layer.marker->glyph_colour.name(), colour(QString::fromStdString(tokens[rank]).replace("fill", "text")).name()) << layer.id;
    }
    EXPECT_EQ(found, 8u);
}

TEST(Yuan, IsReadAsPlannersWriteIt) {
    for (const auto& [words, yuan] : {std::pair{"120000", 120'000.0}, {"120 000", 120'000.0}, {"¥120,000.50", 120'000.5}, {"12万", 120'000.0},
                                      {"12.5 万元", 125'000.0}, {"0", 0.0}, {"¥ 120\u2009000", 120'000.0}}) {
        ASSERT_TRUE(yuan_in(QString::fromUtf8(words))) << words;
        EXPECT_DOUBLE_EQ(*yuan_in(QString::fromUtf8(words)), yuan) << words;
    }
    for (const char* words : {"", "-1", "many", "1.2.3", "12千", "1e9"}) EXPECT_FALSE(yuan_in(QString::fromUtf8(words))) << words;
    EXPECT_EQ(yuan_words(1'234'567.0), QString::fromUtf8("¥ 1\u2009234\u2009567"));
    EXPECT_EQ(yuan_words(0.5), QString::fromUtf8("¥ 0.50"));
}
