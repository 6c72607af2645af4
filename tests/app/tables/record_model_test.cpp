#include "app/tables/copied_rows.hpp"
#include "app/tables/record_model.hpp"
#include "tests/app/tables/sample_records.hpp"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace app;
using testing::ElementsAre;

namespace {

std::vector<std::string> ids(const RecordModel& model) {
    std::vector<std::string> all;
    for (int row = 0; row < model.rowCount(); ++row) all.push_back(model.idAt(row).toStdString());
    return all;
}

class RecordModelTest : public testing::Test {
   protected:
    RecordModelTest() { model.show(records_of(samples())); }

    RecordModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

}  // namespace

TEST_F(RecordModelTest, SortsNumbersByValueWithTheUnknownLast) {
    model.sort(2, Qt::AscendingOrder);
    EXPECT_THAT(ids(model), ElementsAre("S10", "S1", "S2", "S3"));
    model.sort(2, Qt::DescendingOrder);
    EXPECT_THAT(ids(model), ElementsAre("S2", "S1", "S10", "S3"));
}

TEST_F(RecordModelTest, SortsNumbersInsideTextsAndChineseByPinyin) {
    model.sort(0, Qt::AscendingOrder);
    EXPECT_THAT(ids(model), ElementsAre("S1", "S2", "S3", "S10"));
    model.setFilter("苑");
    model.sort(1, Qt::AscendingOrder);  // bei, dong, nan
    EXPECT_THAT(ids(model), ElementsAre("S10", "S2", "S1"));
    model.sort(-1);
    EXPECT_THAT(ids(model), ElementsAre("S1", "S10", "S2"));
}

TEST_F(RecordModelTest, IndexesFollowTheirRecordWhenSorted) {
    const QPersistentModelIndex first{model.index(0, 1)};
    model.sort(2, Qt::DescendingOrder);
    EXPECT_EQ(first.row(), 1);
    EXPECT_EQ(first.data().toString(), QString{"南苑"});
}

TEST_F(RecordModelTest, FilterNeedsEveryWordInSomeCell) {
    model.setFilter("s1 苑");
    EXPECT_THAT(ids(model), ElementsAre("S1", "S10"));
    model.setFilter("s1 苑 北");
    EXPECT_THAT(ids(model), ElementsAre("S10"));
    model.setFilter("西");
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_EQ(model.total(), 4);
    model.setFilter({});
    EXPECT_EQ(model.rowCount(), 4);
}

TEST_F(RecordModelTest, FilterAndSortingOutliveNewRecords) {
    model.sort(2, Qt::DescendingOrder);
    model.setFilter("苑");
    auto more = samples();
    more.push_back({"S4", "西苑", 9.0, ""});
    model.show(records_of(more));
    EXPECT_THAT(ids(model), ElementsAre("S2", "S4", "S1", "S10"));
    EXPECT_EQ(model.rowOf("S4"), 1);
    EXPECT_EQ(model.rowOf("S3"), -1);
    EXPECT_TRUE(model.idAt(7).isEmpty());
}

TEST_F(RecordModelTest, NumbersStandAtTheRight) {
    const auto alignment = [this](int column) { return model.index(0, column).data(Qt::TextAlignmentRole).value<Qt::Alignment>(); };
    EXPECT_TRUE(alignment(2) & Qt::AlignRight);
    EXPECT_TRUE(alignment(1) & Qt::AlignLeft);
    EXPECT_TRUE(model.headerData(2, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>() & Qt::AlignRight);
}

TEST_F(RecordModelTest, RowsAreCopiedInTheirOrderAsPlainNumbersAndHarmlessTexts) {
    const QModelIndexList rows{model.index(3, 0), model.index(2, 0), model.index(1, 0)};
    EXPECT_EQ(copied_rows(rows), QString{"S10\t北苑\t-0.38\nS2\t东苑\t1234.50\nS3\t'=SUM(A1) x\t\n"});
}
