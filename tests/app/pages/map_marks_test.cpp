#include "app/pages/map_marks.hpp"

#include "geo/core/error.hpp"

#include <QFile>
#include <gtest/gtest.h>

namespace {

std::string standard_text() {
    QFile file{QStringLiteral(ANCHONG_CHECKOUT "/styles/pages/sheet_maps.json")};
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll().toStdString();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

// The looks that sheets are to have.
TEST(MapMarks, AreWhatSheetsAskFor) {
    const app::MapMarks& marks = app::MapMarks::standard();
    EXPECT_EQ(marks.frame.line_mm, 0.35);
    EXPECT_EQ(marks.grid.cross_mm, 3.0);
    EXPECT_EQ(marks.grid.line_mm, 0.12);
    EXPECT_EQ(marks.grid.tick_mm, 1.6);
    EXPECT_EQ(marks.dimension.line_mm, 0.18);
    EXPECT_EQ(marks.dimension.tick_mm, 2.7);
    EXPECT_EQ(marks.dimension.tick_line_mm, 0.35);
    EXPECT_EQ(marks.dimension.extension_line_mm, 0.13);
    EXPECT_EQ(marks.dimension.tag.colour, QColor{"#0B4F8A"});
    EXPECT_EQ(marks.scale_bar.plate_mm, (QSizeF{64, 17}));
    EXPECT_EQ(marks.north_arrow.plate_mm, (QSizeF{14, 21}));
    EXPECT_EQ(marks.scale_bar.height_mm, 1.4);
}

TEST(MapMarks, TellWhatIsWrong) {
    const auto fault_of = [](const std::string& text) {
        try {
            app::MapMarks::parse(text, "marks.json");
        } catch (const geo::InvalidInput& error) {
            return error.message().en;
        }
        return std::string{};
    };
    EXPECT_EQ(fault_of(standard_text()), "");
    EXPECT_NE(fault_of("{").find("marks.json"), std::string::npos);
    EXPECT_NE(fault_of(replaced(standard_text(), "\"cross_mm\": 3.0", "\"cross_mm\": -3.0")).find("grid.cross_mm"), std::string::npos);
    EXPECT_NE(fault_of(replaced(standard_text(), "\"size_mm\": 1.9", "\"size_mm\": 1.7")).find("size_mm"), std::string::npos) << "1.8 mm is the least";
    EXPECT_NE(fault_of(replaced(standard_text(), "\"parts\": 5, ", "")), "");
}

}  // namespace
