#include "app/panels/new_project/source_model.hpp"

#include "app/panels/new_project/source_files.hpp"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <gtest/gtest.h>

#include <algorithm>

namespace app {
namespace {

geo::LayerPreview layer(const std::string& name, std::optional<geo::Role> role, bool is_only = false) {
    geo::LayerPreview preview;
    preview.layer = name;
    preview.is_only_layer = is_only;
    preview.has_areas = true;
    preview.feature_count = 12345;
    preview.encoding = "UTF-8";
    preview.encoding_from = "format";
    preview.crs = "EPSG:4544";
    preview.extent_lonlat = {105.5, 29.4, 105.6, 29.5};
    preview.role = role;
    return preview;
}

class SourceModelTest : public testing::Test {
   protected:
    QVariant at(int row, SourceModel::Column column, int role = Qt::DisplayRole) const { return m_model.data(m_model.index(row, column), role); }
    void set(int row, SourceModel::Column column, const QVariant& value) { m_model.setData(m_model.index(row, column), value, Qt::EditRole); }

    SourceModel m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(SourceModelTest, AFileOfSeveralLayersGivesARowEach) {
    const int first = m_model.addFile("/a/town.gpkg"), second = m_model.addFile("/a/小区.shp");
    EXPECT_EQ(m_model.rowCount(), 2);
    geo::LayerPreview table = layer("clearances", {});
    table.has_coordinates = false;
    m_model.show(first, {layer("buildings", geo::Role::Building), layer("图层2", {}), table});
    ASSERT_EQ(m_model.rowCount(), 3) << "a table without a place is no layer";
    EXPECT_EQ(m_model.rowOf(second), 2);
    EXPECT_EQ(at(0, SourceModel::LayerColumn), "buildings");
    EXPECT_EQ(at(0, SourceModel::FileColumn, Qt::CheckStateRole).toInt(), Qt::Checked);
    EXPECT_EQ(at(1, SourceModel::FileColumn, Qt::CheckStateRole).toInt(), Qt::Unchecked) << "no role is proposed";
    EXPECT_EQ(at(0, SourceModel::FeaturesColumn).toString(), QString{"12\u2009345"});
    EXPECT_EQ(m_model.addFile("/a/town.gpkg"), 0) << "it is there already";
    m_model.remove(0);
    EXPECT_EQ(m_model.rowOf(second), 1);
}

TEST_F(SourceModelTest, AChoiceIsKeptAndAsksForANewPreview) {
    const int id = m_model.addFile("/a/图层.shp");
    m_model.show(id, {layer("图层", {}, true)});
    QSignalSpy needed{&m_model, &SourceModel::previewNeeded};
    set(0, SourceModel::RoleColumn, static_cast<int>(geo::Role::Building));
    ASSERT_EQ(needed.count(), 1);
    EXPECT_EQ(needed.first().first().toInt(), id);
    EXPECT_TRUE(m_model.rows()[0].isReading);
    EXPECT_EQ(m_model.rows()[0].previewRequest().role, geo::Role::Building);
    set(0, SourceModel::CrsColumn, "4545");
    m_model.setMapping(0, "floors", "层数");
    m_model.setData(m_model.index(0, SourceModel::AccuracyColumn), 0.5, Qt::EditRole);
    m_model.show(id, {layer("图层", geo::Role::Compound, true)});
    EXPECT_EQ(m_model.rows()[0].role, geo::Role::Building) << "the user's choice outlives a proposal";
    const geo::LayerRequest request = m_model.rows()[0].layerRequest();
    EXPECT_EQ(request.role, geo::Role::Building);
    EXPECT_EQ(request.crs, "EPSG:4545");
    EXPECT_EQ(request.accuracy_m, 0.5);
    EXPECT_EQ(request.layer, std::nullopt) << "the file's only layer needs no name";
    EXPECT_EQ(request.mapping, (std::map<std::string, std::string>{{"floors", "层数"}}));
    set(0, SourceModel::CrsColumn, "");
    EXPECT_EQ(m_model.rows()[0].crs, std::nullopt) << "automatic again";
}

TEST_F(SourceModelTest, RolesThatDoNotTakeTheGeometryAreNotOffered) {
    m_model.show(m_model.addFile("/a/面.shp"), {layer("面", {}, true)});
    const auto choices = m_model.choices(m_model.index(0, SourceModel::RoleColumn));
    ASSERT_EQ(choices.size(), geo::roles().size() + 1);
    const auto offered = [&](geo::Role role) {
        return std::ranges::find(choices, QVariant{static_cast<int>(role)}, &Choice::value)->isOffered;
    };
    EXPECT_TRUE(offered(geo::Role::Building));
    EXPECT_TRUE(offered(geo::Role::Danger));
    EXPECT_FALSE(offered(geo::Role::Hydrant));
    EXPECT_FALSE(offered(geo::Role::Path));
}

TEST_F(SourceModelTest, OffersTheCrsOfThePlaceFirst) {
    m_model.show(m_model.addFile("/a/面.shp"), {layer("面", {}, true)});
    const auto choices = m_model.choices(m_model.index(0, SourceModel::CrsColumn));
    EXPECT_FALSE(choices[0].value.isValid()) << "automatic";
    EXPECT_EQ(choices[1].value, "EPSG:4544");  // CM 105E
    EXPECT_EQ(choices[2].value, "EPSG:4523");  // zone 35
    EXPECT_TRUE(choices[2].text.contains("zone 35"));
    EXPECT_EQ(choices[3].value, "EPSG:32648");  // UTM 48 N: 102° to 108° E
    EXPECT_EQ(std::ranges::count(choices, QVariant{"EPSG:4544"}, &Choice::value), 1);
}

TEST_F(SourceModelTest, AFileThatFailedIsMarkedAndCanBeReadAgain) {
    const int id = m_model.addFile("/a/坏.shp");
    m_model.showFailure(id, geo::Message{"无法读取", "Cannot read"});
    EXPECT_EQ(at(0, SourceModel::FileColumn, Qt::ToolTipRole), "Cannot read");
    EXPECT_TRUE(at(0, SourceModel::FileColumn, Qt::DecorationRole).isValid());
    EXPECT_FALSE(m_model.rows()[0].isUsed);
    EXPECT_EQ(m_model.addFile("/a/坏.shp"), id);
    EXPECT_TRUE(m_model.rows()[0].isReading);
}

TEST(CrsOf, TakesWhatPeopleType) {
    for (const char* typed : {"EPSG:4544", "epsg:4544", " 4544 ", "EPSG 4544", "EPSG:4544 – CGCS2000 / 3-degree Gauss-Kruger CM 105E"})
        EXPECT_EQ(crsOf(typed), "EPSG:4544") << typed;
    EXPECT_EQ(crsOf("  "), "");
    EXPECT_EQ(crsOf("重庆独立坐标"), "重庆独立坐标");
}

TEST(LayerFiles, CountAShapefilesPartsOnceAndLookIntoFolders) {
    const QTemporaryDir folder;
    const QDir dir{folder.path()};
    for (const char* name : {"a.shp", "a.dbf", "a.shx", "a.prj", "b.dbf", "c.csv", "notes.doc"}) {
        QFile file{dir.filePath(name)};
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    }
    EXPECT_EQ(layerFiles({folder.path()}), (QStringList{dir.filePath("a.shp"), dir.filePath("b.dbf"), dir.filePath("c.csv")}));
    EXPECT_EQ(layerFiles({dir.filePath("a.dbf"), dir.filePath("a.shp"), dir.filePath("a.prj")}), QStringList{dir.filePath("a.shp")});
    EXPECT_EQ(layerFiles({dir.filePath("notes.doc")}), QStringList{dir.filePath("notes.doc")}) << "the user is told why not";
}

}  // namespace
}  // namespace app
