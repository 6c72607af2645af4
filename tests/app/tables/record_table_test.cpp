#include "app/tables/phase_words.hpp"
#include "app/tables/record_model.hpp"
#include "app/tables/record_table.hpp"
#include "app/tables/table_dock.hpp"
#include "app/theme/theme.hpp"
#include "tests/app/tables/sample_records.hpp"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

using namespace app;

namespace {

class RecordTableTest : public testing::Test {
   protected:
    RecordTableTest() {
        setTheme(*qApp, Theme::Light);
        table.resize(600, 200);
        table.showRecords(records_of(samples()));
        table.show();
    }

    QPoint middle(int row) const { return table.view()->visualRect(table.model()->index(row, 0)).center(); }
    void click(int row) { QTest::mouseClick(table.view()->viewport(), Qt::LeftButton, {}, middle(row)); }

    RecordTable table;
};

class SampleDock : public TableDock {
   public:
    SampleDock() : TableDock{"sample"} {
        retranslate();
        table()->showRecords(records_of(samples()));
    }

   protected:
    void retranslate() override { setWindowTitle(language() == geo::Language::Chinese ? "样例" : "Sample"); }
};

}  // namespace

TEST_F(RecordTableTest, AClickChoosesAndADoubleClickZooms) {
    QSignalSpy chosen{&table, &RecordTable::chosen}, zoomed{&table, &RecordTable::zoomAsked};
    click(2);
    ASSERT_FALSE(chosen.isEmpty());
    EXPECT_EQ(chosen.back().front().toString(), QString{"S2"});
    click(1);
    QTest::mouseDClick(table.view()->viewport(), Qt::LeftButton, {}, middle(1));
    ASSERT_EQ(zoomed.size(), 1);
    EXPECT_EQ(zoomed.front().front().toString(), QString{"S10"});
    QTest::keyClick(table.view(), Qt::Key_Return);
    EXPECT_EQ(zoomed.size(), 2);
}

TEST_F(RecordTableTest, ArrowKeysChoose) {
    click(0);
    QSignalSpy chosen{&table, &RecordTable::chosen};
    QTest::keyClick(table.view(), Qt::Key_Down);
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen.front().front().toString(), QString{"S10"});
}

// Whoever listens sets the selection elsewhere, which comes back as `setCurrentId`: the other rows stay chosen.
TEST_F(RecordTableTest, SeveralRowsStayChosenThoughEachIsFollowed) {
    QObject::connect(&table, &RecordTable::chosen, [this](const QString& id) { table.setCurrentId(id); });
    const auto click_with = [this](int row, Qt::KeyboardModifiers keys) { QTest::mouseClick(table.view()->viewport(), Qt::LeftButton, keys, middle(row)); };
    const auto ids = [this](std::initializer_list<int> rows) {
        QStringList all;
        for (const int row : rows) all << table.model()->idAt(row);
        return all;
    };
    click(3);
    click_with(0, Qt::ControlModifier);
    EXPECT_EQ(table.selectedIds(), ids({0, 3}));
    click_with(2, Qt::ShiftModifier);
    EXPECT_EQ(table.selectedIds(), ids({0, 1, 2, 3}));
    QSignalSpy chosen{&table, &RecordTable::chosen};
    click_with(1, Qt::ControlModifier);  // Out again: what is still chosen speaks.
    EXPECT_EQ(table.selectedIds(), ids({0, 2, 3}));
    EXPECT_EQ(chosen.back().front().toString(), table.model()->idAt(0));
    table.showRecords(records_of(samples()));  // As after an edit.
    EXPECT_EQ(table.selectedIds(), ids({0, 2, 3}));
    table.setCurrentId(table.model()->idAt(2));  // Chosen on the map: it alone.
    EXPECT_EQ(table.selectedIds(), ids({2}));
}

TEST_F(RecordTableTest, OthersAddToItsMenu) {
    click(1);
    QStringList seen;
    QObject::connect(&table, &RecordTable::menuAsked, [&](QMenu* menu) {
        seen = table.selectedIds();
        QTimer::singleShot(0, menu, &QMenu::close);
    });
    emit table.view()->customContextMenuRequested(middle(1));
    EXPECT_EQ(seen, QStringList{table.model()->idAt(1)});
}

TEST_F(RecordTableTest, FollowsWithoutTelling) {
    QSignalSpy chosen{&table, &RecordTable::chosen};
    table.setCurrentId("S3");
    EXPECT_EQ(table.currentId(), QString{"S3"});
    EXPECT_TRUE(table.view()->selectionModel()->isRowSelected(3));
    table.setCurrentId("elsewhere");
    EXPECT_TRUE(table.currentId().isEmpty());
    EXPECT_FALSE(table.view()->selectionModel()->hasSelection());
    EXPECT_EQ(chosen.size(), 0);
}

TEST_F(RecordTableTest, WhatIsChosenStaysSoWhenRowsChange) {
    table.setCurrentId("S2");
    QSignalSpy chosen{&table, &RecordTable::chosen};
    table.view()->sortByColumn(2, Qt::DescendingOrder);
    EXPECT_EQ(table.currentId(), QString{"S2"});
    auto fewer = samples();
    fewer.erase(fewer.begin());
    table.showRecords(records_of(fewer));
    EXPECT_EQ(table.currentId(), QString{"S2"});
    table.retranslate();
    EXPECT_EQ(table.currentId(), QString{"S2"});
    EXPECT_EQ(chosen.size(), 0);
}

TEST_F(RecordTableTest, ClickingAHeadSortsUpDownAndNotAtAll) {
    auto* head = table.view()->horizontalHeader();
    const QPoint at{head->sectionViewportPosition(2) + 20, head->height() / 2};
    const auto first = [this] { return table.model()->idAt(0).toStdString(); };
    EXPECT_EQ(first(), "S1");
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
    EXPECT_EQ(first(), "S10");
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
    EXPECT_EQ(first(), "S2");
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
    EXPECT_EQ(first(), "S1");
}

TEST_F(RecordTableTest, CopiesTheChosenRows) {
    click(0);
    QTest::mouseClick(table.view()->viewport(), Qt::LeftButton, Qt::ControlModifier, middle(1));
    QTest::keySequence(table.view(), QKeySequence::Copy);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QString{"S1\t南苑\t3.34\nS10\t北苑\t-0.38\n"});
}

TEST_F(RecordTableTest, WidthsAreTheUsersOnceColumnsAreShown) {
    auto* head = table.view()->horizontalHeader();
    EXPECT_EQ(head->sectionSize(1), 140);
    head->resizeSection(1, 222);
    table.showRecords(records_of({{"T1", "新", 1.0, ""}}));
    setLanguage(*qApp, geo::Language::Chinese);
    table.retranslate();
    setLanguage(*qApp, geo::Language::English);
    EXPECT_EQ(head->sectionSize(1), 222);
    EXPECT_EQ(head->sectionSize(2), 90);
}

TEST_F(RecordTableTest, SaysWhyItIsEmptyAndOffersOneThing) {
    table.setEmptyText({"Sites", "Not run", "Run plan"});
    auto* button = table.findChild<QPushButton*>();
    EXPECT_FALSE(button->isVisible());
    table.showRecords(records_of({}));
    EXPECT_TRUE(button->isVisible());
    EXPECT_FALSE(table.view()->isVisible());
    QSignalSpy asked{&table, &RecordTable::emptyActionAsked};
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(asked.size(), 1);
}

// The chip of a row is drawn in the fill of its word, in either theme.
TEST_F(RecordTableTest, ChipsTakeTheColoursOfTheirWord) {
    for (const Theme which : {Theme::Light, Theme::Dark}) {
        setTheme(*qApp, which);
        const QImage picture = table.view()->viewport()->grab().toImage();
        const QRect cell = table.view()->visualRect(table.model()->index(1, 1));
        EXPECT_EQ(picture.pixelColor(cell.left() + 16, cell.center().y()), colour("fails_fill"));
        const QRect plain = table.view()->visualRect(table.model()->index(3, 1));
        EXPECT_EQ(picture.pixelColor(plain.right() - 3, plain.top() + 3), colour("panel"));
    }
    setTheme(*qApp, Theme::Light);
}

TEST(TableDockTest, FiltersCountsAndSpeaksTheLanguageOfTheWindow) {
    SampleDock dock;
    dock.show();
    EXPECT_EQ(dock.windowTitle(), QString{"Sample"});
    QTest::keyClicks(dock.filterField(), "s1");
    EXPECT_TRUE(QTest::qWaitFor([&] { return dock.table()->shownCount() == 2; }, 2000));
    QStringList labels;
    for (const QLabel* label : dock.findChildren<QLabel*>()) labels << label->text();
    EXPECT_TRUE(labels.contains("2 of 4")) << labels.join('|').toStdString();
    setLanguage(*qApp, geo::Language::Chinese);
    QCoreApplication::processEvents();
    EXPECT_EQ(dock.windowTitle(), QString{"样例"});
    EXPECT_EQ(dock.table()->model()->headerData(1, Qt::Horizontal).toString(), QString{"名称"});
    setLanguage(*qApp, geo::Language::English);
}

TEST(PhaseWords, AreThePlannersElseTheStandardOnes) {
    geo::Phasing phasing = geo::standard_phasing();
    EXPECT_EQ(phase_words(phasing, "pilot"), "Pilot");
    phasing.phases[0].name = "Old town";
    EXPECT_EQ(phase_words(phasing, "pilot"), "Old town");
    EXPECT_EQ(phase_words(phasing, "rollout-1"), "Rollout 1");
    EXPECT_EQ(phase_words(phasing, "rollout-8"), "Rollout 8");  // Which the project does not have.
    EXPECT_EQ(phase_words(phasing, ""), "");
    EXPECT_EQ(phase_disc("pilot"), (Disc{"P", "phase_0"}));
    EXPECT_EQ(phase_disc("rollout-2"), (Disc{"2", "phase_2"}));
    EXPECT_EQ(phase_disc("rollout-12"), (Disc{"12", "phase_3"}));
    EXPECT_EQ(phase_disc(""), Disc{});
    EXPECT_LT(phase_order("pilot"), phase_order("rollout-1"));
    EXPECT_FALSE(phase_order(""));
}

// A disc is its phase's colour, with the letter in the other.
TEST(PhaseWords, DiscsHaveTheColoursOfThePalette) {
    setTheme(*qApp, Theme::Light);
    for (const char* id : {"pilot", "rollout-1", "rollout-2", "rollout-3"}) {
        const QImage image = disc_icon(phase_disc(id)).pixmap(QSize{18, 18}, 2.0).toImage();
        EXPECT_EQ(QColor{image.pixel(image.width() / 2, image.height() / 8)}.name(), colour(phase_disc(id).word + "_fill").name()) << id;
    }
}
