#include "app/layers/layer_model.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "tests/app/layers/layered_town.hpp"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QMimeData>
#include <QSignalSpy>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

using namespace app;
using testing::ElementsAre;

namespace {

class LayerModelTest : public testing::Test {
   protected:
    LayerModelTest() {
        setTheme(*qApp, Theme::Light);
        model.show(style, {{"sites", 3}, {"zones-legal", 2}, {"hazard", 9}, {"fire_lane", 4}, {"exit", 2}, {"building", 5}, {"compound", 1}},
                   complete_layers(*style, {}), 1.0);
        QObject::connect(&model, &LayerModel::moveAsked, [this](const std::string& id, const std::string& neighbour, Side side) {
            moves.push_back(id + (side == Side::Above ? " above " : " below ") + neighbour);
        });
    }

    QModelIndex section(int row) { return model.index(row, 0); }
    std::vector<std::string> groupsOf(int row) {
        std::vector<std::string> ids;
        for (int i = 0; i < model.rowCount(section(row)); ++i) ids.push_back(model.index(i, 0, section(row)).data(LayerModel::IdRole).toString().toStdString());
        return ids;
    }
    bool drop(const char* id, int row, const QModelIndex& parent) {
        const std::unique_ptr<QMimeData> data{model.mimeData({model.indexOf(id)})};
        return model.canDropMimeData(data.get(), Qt::MoveAction, row, 0, parent) && model.dropMimeData(data.get(), Qt::MoveAction, row, 0, parent);
    }

    std::shared_ptr<const MapStyle> style = MapStyle::standard();
    LayerModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    std::vector<std::string> moves;
};

}  // namespace

TEST_F(LayerModelTest, ListsSectionsGroupsAndLegendClasses) {
    ASSERT_EQ(model.rowCount(), 4);
    EXPECT_THAT(groupsOf(0), ElementsAre("sites", "zones-legal"));
    EXPECT_THAT(groupsOf(1), ElementsAre("hazard"));
    EXPECT_THAT(groupsOf(2), ElementsAre("exit", "fire_lane"));
    EXPECT_THAT(groupsOf(3), ElementsAre("compound", "building"));
    EXPECT_EQ(section(2).data(LayerModel::CountRole).toInt(), 2);
    EXPECT_EQ(model.indexOf("building").data(LayerModel::CountRole).toInt(), 5);
    EXPECT_GE(model.rowCount(model.indexOf("building")), 3);  // Height classes.
    EXPECT_GE(model.rowCount(model.indexOf("sites")), 3);     // Verdicts.
    const QModelIndex height = model.index(0, 0, model.indexOf("building"));
    EXPECT_FALSE(height.data().toString().isEmpty());
    EXPECT_FALSE(height.data(Qt::DecorationRole).value<QIcon>().isNull());
    EXPECT_FALSE(height.data(Qt::CheckStateRole).isValid());
    EXPECT_FALSE(model.indexOf("hydrant").isValid());  // No data.
}

TEST_F(LayerModelTest, TitlesAreInTheLanguageAndFoundInBoth) {
    const QModelIndex building = model.indexOf("building");
    EXPECT_EQ(building.data().toString(), "Buildings");
    setLanguage(*qApp, geo::Language::Chinese);
    model.retranslate();
    EXPECT_EQ(building.data().toString(), "建筑");
    EXPECT_EQ(section(2).data().toString(), "禁设与障碍");
    EXPECT_TRUE(building.data(LayerModel::SearchRole).toString().contains("Buildings"));
    setLanguage(*qApp, geo::Language::English);
    EXPECT_TRUE(building.data(LayerModel::SearchRole).toString().contains("建筑"));
}

TEST_F(LayerModelTest, ATickIsAskedForAndShownOnceTheViewHasIt) {
    QSignalSpy asked{&model, &LayerModel::visibilityAsked};
    const QModelIndex building = model.indexOf("building");
    EXPECT_EQ(building.data(Qt::CheckStateRole).toInt(), Qt::Checked);
    EXPECT_TRUE(model.setData(building, Qt::Unchecked, Qt::CheckStateRole));
    EXPECT_EQ(asked.size(), 1);
    EXPECT_EQ(building.data(Qt::CheckStateRole).toInt(), Qt::Checked);
    auto layers = model.layers();
    std::ranges::find(layers, "building", &geo::LayerView::id)->is_visible = false;
    QSignalSpy reset{&model, &LayerModel::modelReset};
    model.setLayers(layers);
    EXPECT_EQ(reset.size(), 0);
    EXPECT_EQ(building.data(Qt::CheckStateRole).toInt(), Qt::Unchecked);
    EXPECT_FALSE(model.setData(section(0), Qt::Unchecked, Qt::CheckStateRole));
}

TEST_F(LayerModelTest, SectionsKeepTheDrawingOrder) {
    model.setLayers(moved_beside(model.layers(), "building", "compound", Side::Above));
    EXPECT_THAT(groupsOf(3), ElementsAre("building", "compound"));
    // Above a layer of another section the row stays where it is in its own, as the highest.
    model.setLayers(moved_to_end(model.layers(), "building", Side::Above));
    EXPECT_THAT(groupsOf(3), ElementsAre("building", "compound"));
    EXPECT_THAT(groupsOf(0), ElementsAre("sites", "zones-legal"));
}

TEST_F(LayerModelTest, ADropIsBesideTheNeighbourThatIsReachedFirst) {
    EXPECT_TRUE(drop("building", 0, section(3)));
    EXPECT_TRUE(drop("compound", 2, section(3)));
    EXPECT_TRUE(drop("compound", -1, section(0)));   // On a section's head.
    EXPECT_TRUE(drop("hazard", 1, section(2)));
    EXPECT_TRUE(drop("building", 1, section(0)));
    EXPECT_TRUE(drop("sites", 1, section(2)));       // From above, between exit and fire lane: passes the exit only.
    EXPECT_TRUE(drop("compound", 2, model.indexOf("building")));  // Among its classes.
    EXPECT_FALSE(drop("compound", 1, section(3)));   // Where it is.
    EXPECT_THAT(moves, ElementsAre("building above compound", "compound below building", "compound above sites",
                                   "hazard above fire_lane", "building above zones-legal", "sites below exit", "compound below building"));
    QMimeData foreign;
    foreign.setText("building");
    EXPECT_FALSE(model.canDropMimeData(&foreign, Qt::MoveAction, 0, 0, section(0)));
}

TEST_F(LayerModelTest, TheNextInItsSectionIsTheNeighbourElseTheNextDrawn) {
    EXPECT_EQ(model.neighbour("building", Side::Above), "compound");
    EXPECT_EQ(model.neighbour("sites", Side::Above), "");
    EXPECT_EQ(model.neighbour("compound", Side::Above), "hazard");
    EXPECT_EQ(model.neighbour("sites", Side::Below), "zones-legal");
}
