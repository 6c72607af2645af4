#include "app/panels/new_project/new_project_dialog.hpp"

#include "app/panels/new_project/notice_bar.hpp"
#include "app/panels/new_project/source_model.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "data/samples/township.hpp"
#include "data/samples/write_township.hpp"
#include "geo/io/project_file.hpp"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <gtest/gtest.h>

#include <algorithm>

namespace app {
namespace {

constexpr int patience_ms = 30'000;

/// The township's files, written once.
class Township {
   public:
    Township() : m_files{samples::write_township(samples::township(), (m_folder.path() + "/town").toStdString())} {}
    const std::vector<samples::SampleFile>& files() const { return m_files; }
    QStringList paths() const {
        QStringList paths;
        for (const auto& file : m_files) paths << QString::fromStdString(file.file.string());
        return paths;
    }
    QString of(geo::Role role) const {
        return QString::fromStdString(std::ranges::find(m_files, role, &samples::SampleFile::role)->file.string());
    }
    QString folder() const { return m_folder.path() + "/town"; }

   private:
    QTemporaryDir m_folder;
    std::vector<samples::SampleFile> m_files;
};

const Township& town() {
    static const Township township;
    return township;
}

class NewProject : public testing::Test {
   protected:
    NewProject() : m_dialog{m_folder.path()} { m_dialog.show(); }

    template <typename T>
    T* part(const char* name) const {
        return m_dialog.findChild<T*>(name);
    }
    SourceModel& sources() const { return *m_dialog.findChild<SourceModel*>(); }
    QString notice() const { return m_dialog.findChild<NoticeBar*>()->sentence(); }
    QPushButton& createButton() const { return *part<QPushButton>("newCreate"); }
    QString projectFile() const { return m_folder.path() + "/plan.gpkg"; }

    void add(const QStringList& files) {
        m_dialog.addFiles(files);
        waitForPreviews();
    }
    void waitForPreviews() const {
        const auto isReading = [this] { return std::ranges::any_of(sources().rows(), &SourceRow::isReading); };
        ASSERT_TRUE(QTest::qWaitFor([&] { return !isReading(); }, patience_ms));
    }
    int rowOf(const QString& file) const {
        for (int i = 0; i < sources().rowCount(); ++i)
            if (sources().rows()[static_cast<std::size_t>(i)].file == file) return i;
        return -1;
    }
    const SourceRow& row(const QString& file) const { return sources().rows()[static_cast<std::size_t>(rowOf(file))]; }
    void choose(const QString& file, SourceModel::Column column, const QVariant& value) {
        sources().setData(sources().index(rowOf(file), column), value, Qt::EditRole);
        waitForPreviews();
    }
    void select(const QString& file) { part<QTableView>("sourceTable")->selectRow(rowOf(file)); }
    QString firstCells() const {
        QStringList cells;
        const auto* rows = part<QTableWidget>("previewRows");
        for (int c = 0; c < rows->columnCount(); ++c) cells << rows->item(0, c)->text();
        return cells.join('|');
    }

    QTemporaryDir m_folder;
    NewProjectDialog m_dialog;
};

TEST_F(NewProject, SaysWhatBelongsHereWhileItIsEmpty) {
    EXPECT_FALSE(createButton().isEnabled());
    EXPECT_FALSE(notice().isEmpty());
    EXPECT_TRUE(part<QLineEdit>("newPath")->text().startsWith(QDir::toNativeSeparators(m_folder.path())));
}

TEST_F(NewProject, ProposesTheRolesOfTheSamplesFiles) {
    add({town().folder()});
    for (const auto& file : town().files()) {
        const SourceRow& source = row(QString::fromStdString(file.file.string()));
        EXPECT_EQ(source.role, file.role) << file.file;
        EXPECT_TRUE(source.isUsed) << file.file;
    }
    const auto layers = std::ranges::count(sources().rows(), town().folder() + "/township.gpkg", &SourceRow::file);
    EXPECT_EQ(layers, 18) << "a row a layer of the GeoPackage";
    EXPECT_TRUE(createButton().isEnabled()) << notice().toStdString();
}

TEST_F(NewProject, ADropAddsFiles) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(town().of(geo::Role::Building)), QUrl{"https://example.org/a.shp"}});
    QDragEnterEvent enter{QPoint{10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier};
    QApplication::sendEvent(&m_dialog, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop{QPointF{10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier};
    QApplication::sendEvent(&m_dialog, &drop);
    waitForPreviews();
    ASSERT_EQ(sources().rowCount(), 1);
    EXPECT_EQ(row(town().of(geo::Role::Building)).role, geo::Role::Building);
}

TEST_F(NewProject, AWrongEncodingShowsGarbledAndTheRightOneChinese) {
    const QString file = town().of(geo::Role::Compound);
    add({file});
    select(file);
    const QString right = firstCells();
    choose(file, SourceModel::EncodingColumn, "UTF-8");
    EXPECT_TRUE(firstCells().contains(QChar::ReplacementCharacter)) << firstCells().toStdString();
    EXPECT_NE(part<QLabel>("previewEncoding")->text().indexOf("do not fit"), -1);
    choose(file, SourceModel::EncodingColumn, "GBK");
    EXPECT_EQ(firstCells(), right);
    EXPECT_TRUE(std::ranges::any_of(right, [](QChar c) { return c.script() == QChar::Script_Han; })) << right.toStdString();
}

TEST_F(NewProject, MakesAProjectThatOpens) {
    add(town().paths());
    part<QLineEdit>("newPath")->setText(projectFile());
    part<QComboBox>("newPack")->setCurrentIndex(part<QComboBox>("newPack")->findData("cn-chongqing-2024"));
    QSignalSpy created{&m_dialog, &NewProjectDialog::created};
    QTest::keyClick(part<QLineEdit>("newPath"), Qt::Key_Return);  // Enter makes it
    EXPECT_FALSE(part<QTableView>("sourceTable")->isEnabled()) << "the input rests meanwhile";
    // The window answers while the work runs: its event loop turns many times.
    int turns = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&turns] { ++turns; });
    timer.start(5);
    ASSERT_TRUE(created.wait(patience_ms)) << notice().toStdString();
    EXPECT_GT(turns, 3);
    EXPECT_EQ(m_dialog.result(), QDialog::Accepted);
    EXPECT_EQ(created.first().at(0).toString(), projectFile());
    const geo::Project project = geo::read_project(projectFile().toStdString());
    EXPECT_EQ(project.inputs.compounds().size(), 16u);
    EXPECT_EQ(project.scenarios.front().pack, "cn-chongqing-2024");
    EXPECT_EQ(created.first().at(1).value<std::vector<geo::Finding>>(), project.findings);
}

TEST_F(NewProject, WithoutCompoundsItOffersPlanningUnits) {
    const QString buildings = town().of(geo::Role::Building), roads = town().of(geo::Role::Path), compounds = town().of(geo::Role::Compound);
    add({buildings, roads});
    auto* units = part<QCheckBox>("newUnits");
    EXPECT_TRUE(units->isEnabled());
    EXPECT_FALSE(createButton().isEnabled());
    EXPECT_TRUE(notice().contains("compound"));
    units->setChecked(true);
    EXPECT_TRUE(createButton().isEnabled()) << notice().toStdString();
    add({compounds});
    EXPECT_FALSE(units->isEnabled()) << "a compound layer is chosen";
    sources().setData(sources().index(rowOf(compounds), SourceModel::FileColumn), Qt::Unchecked, Qt::CheckStateRole);
    EXPECT_TRUE(units->isEnabled());

    part<QLineEdit>("newPath")->setText(projectFile());
    QSignalSpy created{&m_dialog, &NewProjectDialog::created};
    createButton().click();
    ASSERT_TRUE(created.wait(patience_ms)) << notice().toStdString();
    const geo::Project project = geo::read_project(projectFile().toStdString());
    EXPECT_FALSE(project.inputs.compounds().empty());
    EXPECT_TRUE(std::ranges::any_of(project.findings, [](const geo::Finding& finding) { return finding.code == "units-derived"; }));
}

TEST_F(NewProject, AFileThatCannotBeReadLeavesTheOthers) {
    const QString broken = m_folder.path() + "/坏.gpkg";
    QFile file{broken};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("no database");
    file.close();
    add({town().of(geo::Role::Compound), broken, town().of(geo::Role::Building)});
    EXPECT_TRUE(row(broken).problem());
    EXPECT_FALSE(row(broken).isUsed);
    select(broken);
    EXPECT_TRUE(part<QLabel>("previewProblem")->isVisible());
    EXPECT_EQ(row(town().of(geo::Role::Compound)).role, geo::Role::Compound);
    EXPECT_EQ(row(town().of(geo::Role::Building)).role, geo::Role::Building);
    EXPECT_TRUE(createButton().isEnabled()) << notice().toStdString();
}

// The file goes away between its preview and the import.
TEST_F(NewProject, AFailureWhileMakingMarksItsRowAndKeepsTheInput) {
    const QString lost = m_folder.path() + "/隐患.csv";
    ASSERT_TRUE(QFile::copy(town().of(geo::Role::Hazard), lost));
    add({town().of(geo::Role::Building), lost, town().of(geo::Role::Compound)});
    part<QLineEdit>("newPath")->setText(projectFile());
    ASSERT_TRUE(QFile::remove(lost));
    createButton().click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return row(lost).problem().has_value(); }, patience_ms)) << notice().toStdString();
    EXPECT_TRUE(m_dialog.isVisible());
    EXPECT_EQ(sources().rowCount(), 3);
    EXPECT_FALSE(row(town().of(geo::Role::Building)).problem());
    EXPECT_FALSE(row(town().of(geo::Role::Compound)).problem());
    EXPECT_TRUE(notice().contains(QFileInfo{lost}.fileName())) << notice().toStdString();
    EXPECT_EQ(part<QTableView>("sourceTable")->currentIndex().row(), rowOf(lost));
    EXPECT_FALSE(QFileInfo::exists(projectFile()));
    EXPECT_TRUE(createButton().isEnabled()) << "it can be tried again";
}

TEST_F(NewProject, StoppingLeavesNoFile) {
    add(town().paths());
    part<QLineEdit>("newPath")->setText(projectFile());
    createButton().click();
    QTest::keyClick(&m_dialog, Qt::Key_Escape);
    ASSERT_TRUE(QTest::qWaitFor([&] { return notice().contains("Stopped"); }, patience_ms)) << notice().toStdString();
    EXPECT_TRUE(m_dialog.isVisible()) << "Escape stops the work first";
    EXPECT_EQ(QDir{m_folder.path()}.entryList(QDir::Files | QDir::Hidden), QStringList{});
    EXPECT_TRUE(part<QTableView>("sourceTable")->isEnabled());
    EXPECT_EQ(sources().rowCount(), town().paths().size());
    QTest::keyClick(&m_dialog, Qt::Key_Escape);
    EXPECT_FALSE(m_dialog.isVisible());
}

TEST_F(NewProject, AsksBeforeItReplacesAFile) {
    QFile there{projectFile()};
    ASSERT_TRUE(there.open(QIODevice::WriteOnly));
    there.write("precious");
    there.close();
    add({town().of(geo::Role::Compound), town().of(geo::Role::Building)});
    part<QLineEdit>("newPath")->setText(projectFile());
    createButton().click();
    EXPECT_TRUE(notice().contains("plan.gpkg"));
    EXPECT_EQ(QFileInfo{projectFile()}.size(), 8) << "nothing was touched";
    QSignalSpy created{&m_dialog, &NewProjectDialog::created};
    part<QPushButton>("noticeAction")->click();
    ASSERT_TRUE(created.wait(patience_ms)) << notice().toStdString();
    EXPECT_EQ(geo::read_project(projectFile().toStdString()).inputs.compounds().size(), 16u);
}

TEST_F(NewProject, NeverReplacesAFileThatItReads) {
    const QString own = m_folder.path() + "/layers.gpkg";
    ASSERT_TRUE(QFile::copy(town().folder() + "/township.gpkg", own));
    add({own});
    part<QLineEdit>("newPath")->setText(own);
    EXPECT_FALSE(createButton().isEnabled());
    EXPECT_TRUE(notice().contains("never replaced")) << notice().toStdString();
}

TEST_F(NewProject, ALayerWithoutCrsIsToldByTheOthers) {
    const QString bare = m_folder.path() + "/消火栓.shp";
    const QFileInfo hydrants{town().of(geo::Role::Hydrant)};
    for (const char* ending : {".shp", ".shx", ".dbf"}) {  // all but the .prj
        ASSERT_TRUE(QFile::copy(hydrants.path() + "/" + hydrants.completeBaseName() + ending, m_folder.path() + "/消火栓" + ending));
    }
    add({bare});
    EXPECT_TRUE(row(bare).problem()) << "six-digit eastings alone do not tell";
    add({town().of(geo::Role::Compound)});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !row(bare).problem() && !row(bare).isReading; }, patience_ms));
    EXPECT_EQ(row(bare).preview->crs, "EPSG:4544");
    EXPECT_EQ(row(bare).preview->crs_from, "guessed");
}

TEST_F(NewProject, ATableThatNamesBuildingsIsJoinedToThem) {
    const QString ledger = m_folder.path() + "/隐患台账.csv";
    QFile file{ledger};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("编号,楼栋编号,发现日期,隐患类型\nH1,JZ0001,2024-05-01,飞线充电\n");
    file.close();
    add({ledger, town().of(geo::Role::Building), town().of(geo::Role::Compound)});
    EXPECT_EQ(row(ledger).role, geo::Role::Hazard);
    select(ledger);
    EXPECT_EQ(part<QLabel>("previewCrs")->text(), "that of the buildings");
    part<QLineEdit>("newPath")->setText(projectFile());
    QSignalSpy created{&m_dialog, &NewProjectDialog::created};
    createButton().click();
    ASSERT_TRUE(created.wait(patience_ms)) << notice().toStdString();
    const geo::Project project = geo::read_project(projectFile().toStdString());
    const auto hazards = std::ranges::find(project.inputs.layers, geo::Role::Hazard, &geo::Layer::role);
    ASSERT_NE(hazards, project.inputs.layers.end());
    EXPECT_EQ(hazards->features.size(), 1u);
}

TEST_F(NewProject, SwitchesItsLanguageAndKeepsItsInput) {
    auto& application = *qobject_cast<QApplication*>(QApplication::instance());
    add({town().of(geo::Role::Building)});
    const QModelIndex role = sources().index(0, SourceModel::RoleColumn);
    EXPECT_EQ(sources().data(role, Qt::DisplayRole), "building");
    setLanguage(application, geo::Language::Chinese);
    EXPECT_EQ(sources().data(role, Qt::DisplayRole), "建筑");
    setLanguage(application, geo::Language::English);
    EXPECT_EQ(sources().rowCount(), 1);
}

// From the first button to the last and round, every control is reached by Tab.
TEST_F(NewProject, TabReachesEveryControl) {
    add({town().of(geo::Role::Building)});
    m_dialog.activateWindow();
    QApplication::processEvents();  // Fields for the columns appear.
    part<QTableView>("sourceTable")->setFocus();
    QStringList reached;
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        if (QApplication::focusWidget()) reached << QApplication::focusWidget()->objectName();
    }
    for (const char* name : {"sourceTable", "previewRows", "map_floors", "newPack", "newUnits", "newPath", "newCancel"})
        EXPECT_TRUE(reached.contains(name)) << name << " not in " << reached.join(' ').toStdString();
    part<QTableView>("sourceTable")->setFocus();
    QTest::keyClick(part<QTableView>("sourceTable"), Qt::Key_Delete);
    EXPECT_EQ(sources().rowCount(), 0);
}

TEST_F(NewProject, CellsAreChangedByTheKeyboardAlone) {
    const QString hydrants = town().of(geo::Role::Hydrant);
    add({hydrants, town().of(geo::Role::Compound), town().of(geo::Role::Building)});
    part<QLineEdit>("newPath")->setText(projectFile());
    auto* table = part<QTableView>("sourceTable");
    const auto edit = [&](SourceModel::Column column) {
        table->setFocus();
        table->setCurrentIndex(sources().index(rowOf(hydrants), column));
        QTest::keyClick(table, Qt::Key_F2);
        QTest::qWait(50);  // The list opens by itself.
        return table->viewport()->findChild<QComboBox*>();
    };
    QComboBox* roles = edit(SourceModel::RoleColumn);
    ASSERT_TRUE(roles);
    roles->view()->setCurrentIndex(roles->model()->index(roles->findText("gate"), 0));
    QTest::keyClick(roles->view(), Qt::Key_Return);
    waitForPreviews();
    EXPECT_EQ(row(hydrants).role, geo::Role::Gate);
    QComboBox* systems = edit(SourceModel::CrsColumn);
    ASSERT_TRUE(systems);
    systems->hidePopup();
    systems->lineEdit()->selectAll();
    QTest::keyClicks(systems, "4545");
    QTest::keyClick(systems, Qt::Key_Return);
    QTest::qWait(50);
    waitForPreviews();
    EXPECT_EQ(row(hydrants).crs, "EPSG:4545");
    table->setCurrentIndex(sources().index(rowOf(hydrants), SourceModel::FileColumn));
    QTest::keyClick(table, Qt::Key_Space);
    EXPECT_FALSE(row(hydrants).isUsed);
    EXPECT_TRUE(createButton().isEnabled()) << notice().toStdString();
    EXPECT_TRUE(m_dialog.isVisible()) << "Enter in a cell makes no project";
    EXPECT_FALSE(QFileInfo::exists(projectFile()));
}

// Set ANCHONG_PICTURES to a folder to look at the dialog.
TEST_F(NewProject, CanBePictured) {
    const QString folder = qEnvironmentVariable("ANCHONG_PICTURES");
    if (folder.isEmpty()) GTEST_SKIP() << "ANCHONG_PICTURES is not set";
    auto& application = *qobject_cast<QApplication*>(QApplication::instance());
    setTheme(application, Theme::Light);
    QTest::qWait(100);
    ASSERT_TRUE(m_dialog.grab().save(folder + "/new-project-empty.png"));
    add({town().of(geo::Role::Building)});
    QTest::qWait(100);
    ASSERT_TRUE(m_dialog.grab().save(folder + "/new-project-no-compound.png"));
    const QString broken = m_folder.path() + "/社区.shp";
    ASSERT_TRUE(QFile::copy(town().of(geo::Role::Hazard), broken));
    add(town().paths());
    add({town().folder() + "/township.gpkg", broken});
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        setTheme(application, theme);
        select(broken);
        select(town().of(geo::Role::Building));
        QTest::qWait(100);
        const QString name = theme == Theme::Light ? "light" : "dark";
        ASSERT_TRUE(m_dialog.grab().save(folder + "/new-project-" + name + ".png"));
        setLanguage(application, geo::Language::Chinese);
        QTest::qWait(100);
        ASSERT_TRUE(m_dialog.grab().save(folder + "/new-project-" + name + "-zh.png"));
        setLanguage(application, geo::Language::English);
        choose(town().of(geo::Role::Compound), SourceModel::EncodingColumn, theme == Theme::Light ? "UTF-8" : "");
        select(town().of(geo::Role::Compound));
        ASSERT_TRUE(m_dialog.grab().save(folder + "/new-project-" + name + "-encoding.png"));
        select(broken);
        QTest::qWait(100);
        ASSERT_TRUE(m_dialog.grab().save(folder + "/new-project-" + name + "-broken.png"));
    }
    setTheme(application, Theme::Light);
}

}  // namespace
}  // namespace app
