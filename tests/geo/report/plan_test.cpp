#include "geo/report/plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace geo {
namespace {

using ::testing::HasSubstr;

TEST(FailingDuties, AreCountedWithTheirPlaces) {
    std::vector<CheckRow> rows{{"C1-S1", "hydrant", 20.0, 150.0, "m", "7.1", Verdict::Complies}, {"C1-S1", "lane_width", {}, 4.0, "m", "7.1.8", Verdict::ToVerify}};
    EXPECT_EQ(failing_duties(rows), std::nullopt) << "what cannot be told is not broken";
    rows.push_back({"C1-S2", "lane_width", 3.0, 4.0, "m", "7.1.8", Verdict::Fails});
    rows.push_back({"C1-S2", "group_gap", 1.0, 2.0, "m", "4.3", Verdict::Fails});
    rows.push_back({"C1-S3", "group_gap", 1.0, 2.0, "m", "4.3", Verdict::Fails});
    const auto finding = failing_duties(rows);
    ASSERT_TRUE(finding);
    EXPECT_EQ(finding->code, "duties-fail");
    EXPECT_EQ(finding->feature, "C1-S2");
    EXPECT_THAT(finding->text.en, HasSubstr("3 duties do not hold at 2 places, as lane_width of C1-S2 (7.1.8)"));
}

}  // namespace
}  // namespace geo
