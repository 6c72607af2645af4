#include "app/layers/layer_model.hpp"
#include "app/layers/layer_tree.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "tests/app/layers/layered_town.hpp"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QTreeView>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

using namespace app;
using testing::ElementsAre;

namespace {

class LayerTreeTest : public testing::Test {
   protected:
    LayerTreeTest() {
        setTheme(*qApp, Theme::Light);
        const LoadedProject town = layered_town();
        project.show(town);
        tree.showData(map_data_of(town));
        tree.resize(264, 700);
        tree.show();
        tree.activateWindow();  // Shortcuts work in the active window only.
    }

    void SetUp() override { ASSERT_TRUE(QTest::qWaitForWindowActive(&tree)); }

    const geo::LayerView& layer(const char* id) { return *std::ranges::find(tree.model()->layers(), id, &geo::LayerView::id); }
    std::vector<std::string> rows() {
        std::vector<std::string> titles;
        const std::function<void(const QModelIndex&, int)> add = [&](const QModelIndex& parent, int depth) {
            const auto* model = tree.view()->model();
            for (int i = 0; i < model->rowCount(parent); ++i) {
                const QModelIndex index = model->index(i, 0, parent);
                titles.push_back(std::string(static_cast<std::size_t>(depth), ' ') + index.data().toString().toStdString());
                if (tree.view()->isExpanded(index)) add(index, depth + 1);
            }
        };
        add({}, 0);
        return titles;
    }
    QRect rectOf(const char* id) {
        const QModelIndex source = tree.model()->indexOf(id);
        const auto* model = tree.view()->model();
        for (int s = 0; s < model->rowCount(); ++s)
            for (int g = 0; g < model->rowCount(model->index(s, 0)); ++g)
                if (const QModelIndex index = model->index(g, 0, model->index(s, 0)); index.data(LayerModel::IdRole) == source.data(LayerModel::IdRole))
                    return tree.view()->visualRect(index);
        return {};
    }

    OpenProject project;
    LayerTree tree{project};
    QAbstractItemModelTester tester{tree.model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

}  // namespace

TEST_F(LayerTreeTest, ListsWhatTheMapHasAndTheDensityOfItsReports) {
    EXPECT_EQ(tree.objectName(), "layers");
    EXPECT_THAT(rows(), ElementsAre("Hazards", " Hazard reports", " Hazard density", "Bans and obstacles", " Fire lanes", "Base", " Compounds",
                                    " Buildings", " Consent ground"));
    tree.showData(nullptr);
    EXPECT_TRUE(rows().empty());
}

TEST_F(LayerTreeTest, ATickHidesTheLayerAndCanBeUndone) {
    const QRect row = rectOf("building");
    QTest::mouseClick(tree.view()->viewport(), Qt::LeftButton, {}, {row.left() + 11, row.center().y()});
    EXPECT_FALSE(layer("building").is_visible);
    EXPECT_EQ(project.undoStack().count(), 1);
    EXPECT_EQ(project.undoStack().undoText(), "Hide layer");
    project.undoStack().undo();
    EXPECT_TRUE(layer("building").is_visible);
    EXPECT_TRUE(project.view().layers.empty());
    project.undoStack().redo();
    EXPECT_FALSE(layer("building").is_visible);
}

TEST_F(LayerTreeTest, TheSpaceKeyTicks) {
    tree.setCurrentLayer("compound");
    tree.view()->setFocus();
    QTest::keyClick(tree.view(), Qt::Key_Space);
    EXPECT_FALSE(layer("compound").is_visible);
    EXPECT_EQ(tree.currentLayer(), "compound");
}

TEST_F(LayerTreeTest, OpacityIsOfTheChosenLayerAndADragIsOneStep) {
    EXPECT_FALSE(tree.opacitySlider()->isEnabled());
    tree.setCurrentLayer("building");
    EXPECT_TRUE(tree.opacitySlider()->isEnabled());
    EXPECT_EQ(tree.opacitySlider()->value(), 100);
    tree.opacitySlider()->setSliderDown(true);
    for (const int percent : {90, 75, 65}) tree.opacitySlider()->setSliderPosition(percent);
    tree.opacitySlider()->setSliderDown(false);
    EXPECT_DOUBLE_EQ(layer("building").opacity, 0.65);
    EXPECT_EQ(project.undoStack().count(), 1);
    tree.opacitySlider()->setSliderDown(true);
    tree.opacitySlider()->setSliderPosition(20);
    tree.opacitySlider()->setSliderDown(false);
    EXPECT_EQ(project.undoStack().count(), 2);
    project.undoStack().undo();
    EXPECT_EQ(tree.opacitySlider()->value(), 65);
    tree.setCurrentLayer("compound");
    EXPECT_EQ(tree.opacitySlider()->value(), 100);
    EXPECT_EQ(project.undoStack().index(), 1);
    project.undoStack().undo();
    EXPECT_DOUBLE_EQ(layer("building").opacity, 1.0);
}

TEST_F(LayerTreeTest, KeysMoveTheChosenLayer) {
    tree.setCurrentLayer("building");
    tree.view()->setFocus();
    QTest::keyClick(tree.view(), Qt::Key_Up, Qt::ControlModifier);
    EXPECT_THAT(rows(), testing::IsSupersetOf({" Buildings", " Compounds"}));
    EXPECT_EQ(rows()[6], " Buildings");
    EXPECT_EQ(tree.currentLayer(), "building");
    QTest::keyClick(tree.view(), Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(rows()[6], " Compounds");
    tree.moveToTop();
    EXPECT_EQ(tree.model()->layers().front().id, "building");
    tree.moveToBottom();
    EXPECT_EQ(tree.model()->layers().back().id, "building");
    EXPECT_EQ(rows().back(), " Buildings");
    EXPECT_EQ(project.undoStack().count(), 4);
    while (project.undoStack().canUndo()) project.undoStack().undo();
    EXPECT_EQ(tree.model()->layers(), complete_layers(*MapStyle::standard(), {}));
    EXPECT_EQ(tree.currentLayer(), "building");
}

TEST_F(LayerTreeTest, ADropIsAnEdit) {
    emit tree.model()->moveAsked("consent", "compound", Side::Above);
    QCoreApplication::processEvents();  // Not during the drop.
    EXPECT_EQ(project.undoStack().undoText(), "Order of layers");
    EXPECT_EQ(rows()[6], " Consent ground");
}

TEST_F(LayerTreeTest, ShowsOnlyThisAndAllAgain) {
    tree.setCurrentLayer("fire_lane");
    tree.showOnlyThis();
    EXPECT_TRUE(layer("fire_lane").is_visible);
    EXPECT_FALSE(layer("building").is_visible);
    EXPECT_FALSE(layer("heat").is_visible);
    tree.showAll();
    EXPECT_TRUE(layer("building").is_visible);
    EXPECT_TRUE(layer("heat").is_visible);
    EXPECT_EQ(project.undoStack().count(), 2);
}

TEST_F(LayerTreeTest, ZoomsToALayer) {
    geo::Box box;
    QObject::connect(&tree, &LayerTree::zoomAsked, [&](const geo::Box& asked) { box = asked; });
    tree.setCurrentLayer("building");
    tree.zoomToLayer();
    EXPECT_DOUBLE_EQ(box.min_x, 500'010.0);
    EXPECT_DOUBLE_EQ(box.max_y, 3'250'140.0);
    tree.setCurrentLayer("heat");
    tree.zoomToLayer();
    EXPECT_DOUBLE_EQ(box.centre().x, 500'020.0);
}

TEST_F(LayerTreeTest, TheFilterFindsTitlesOfBothLanguagesAndClassesOfTheLegend) {
    tree.filterField()->setText("buil");
    EXPECT_THAT(rows(), testing::Contains(" Buildings"));
    EXPECT_THAT(rows(), testing::Not(testing::Contains(" Compounds")));
    tree.filterField()->setText("消防");
    EXPECT_THAT(rows(), ElementsAre("Bans and obstacles", " Fire lanes"));
    tree.filterField()->setText("54");
    EXPECT_THAT(rows(), testing::Contains(" Buildings"));
    tree.filterField()->setText("");
    EXPECT_EQ(rows().size(), 9u);  // Open and closed as before.
}

TEST_F(LayerTreeTest, BranchesStayAsTheUserLeftThem) {
    const auto* model = tree.view()->model();
    tree.view()->setExpanded(model->index(0, 0), false);
    const auto before = rows();
    EXPECT_EQ(before.front(), "Hazards");
    EXPECT_EQ(before[1], "Bans and obstacles");
    tree.setCurrentLayer("building");
    tree.raiseLayer();
    EXPECT_EQ(rows().size(), before.size());
    EXPECT_EQ(rows()[1], "Bans and obstacles");
}

TEST_F(LayerTreeTest, SwitchesTheLanguage) {
    setLanguage(*qApp, geo::Language::Chinese);
    QCoreApplication::processEvents();
    EXPECT_THAT(rows(), testing::Contains(" 建筑"));
    setLanguage(*qApp, geo::Language::English);
    QCoreApplication::processEvents();
    EXPECT_THAT(rows(), testing::Contains(" Buildings"));
}
