#include "geo/core/memory.hpp"

#include <gtest/gtest.h>

namespace geo {
namespace {

TEST(Memory, TellsWhatIsLeft) {
    const auto bytes = available_memory();
    ASSERT_TRUE(bytes);
    EXPECT_GT(*bytes, 10'000'000u);
    EXPECT_LT(*bytes, 100'000'000'000'000u);
}

TEST(Memory, IsShownInTheUnitThatFits) {
    EXPECT_EQ(shown_bytes(0), "1 MB");
    EXPECT_EQ(shown_bytes(812'400'000), "812 MB");
    EXPECT_EQ(shown_bytes(3'440'000'000), "3.4 GB");
}

}  // namespace
}  // namespace geo
