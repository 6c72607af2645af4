#include "app/pages/sheet_files.hpp"

#include "app/pages/pdf_finish.hpp"
#include "geo/core/error.hpp"
#include "tests/app/pages/paper_town.hpp"
#include "tests/app/pages/sheet_pdf.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

const std::vector<app::Sheet>& sheets() {
    static const std::vector<app::Sheet> all = [] {
        app::SheetRequest request;
        request.date = "2026-11-22";
        return app::plan_sheets(paper_town::Town{}.source, request);
    }();
    return all;
}

class SheetFiles : public testing::Test {
   protected:
    fs::path folder() const { return fs::path{m_folder.path().toStdString()} / "plans"; }
    static QByteArray bytes(const fs::path& file) {
        QFile in{QString::fromStdString(file.string())};
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray{};
    }

   private:
    QTemporaryDir m_folder;
};

TEST_F(SheetFiles, AreOneForEachDrawing) {
    const auto files = app::write_sheets(folder(), sheets(), "示例", false, false);
    ASSERT_EQ(files.size(), 3u);
    EXPECT_EQ(files[0].filename(), "AC-N-000 总平面图.pdf");
    EXPECT_EQ(files[1].filename(), "AC-H-001 隐患密度图.pdf");
    EXPECT_EQ(files[2].filename(), "AC-N-001 示例小区.pdf");
    EXPECT_EQ(std::distance(fs::directory_iterator{folder()}, fs::directory_iterator{}), 3);
    EXPECT_THROW(app::write_sheets(folder(), sheets(), "示例", false, false), geo::OutputError);
    EXPECT_NO_THROW(app::write_sheets(folder(), sheets(), "示例", false, true));
}

TEST_F(SheetFiles, AreVectorsWithEmbeddedFontsOnA3) {
    const auto files = app::write_sheets(folder(), sheets(), "示例", true, false);
    ASSERT_EQ(files.size(), 1u);
    const auto fonts = sheet_pdf::fonts(files[0]);
    ASSERT_FALSE(fonts.empty());
    for (const auto& font : fonts) EXPECT_TRUE(font.is_embedded && font.is_subset && font.has_unicode);
    EXPECT_EQ(sheet_pdf::output("pdfimages", {"-list"}, files[0]).split('\n', Qt::SkipEmptyParts).size(), 2);
    const QString info = sheet_pdf::output("pdfinfo", {"-f", "1", "-l", "9"}, files[0]);
    EXPECT_TRUE(info.contains(QString{"Pages:           %1"}.arg(sheets().size()))) << info.toStdString();
    EXPECT_TRUE(info.contains("1191 x 842 pts") || info.contains("1190.55 x 841.89")) << info.toStdString();
    EXPECT_TRUE(info.contains("Creator:         Anchong"));
}

TEST_F(SheetFiles, GiveTheirWordsBack) {
    const auto files = app::write_sheets(folder(), sheets(), "示例", true, false);
    const QString text = sheet_pdf::output("pdftotext", {"-raw"}, files[0]);
    for (const char* words : {"示例小区", "本图为规划核查成果，供消防、住建部门参考，不代表审批通过。", "图例", "小区", "Compounds", "verified", "CGCS2000 / 3-degree", "8.00", "AC-N-001", "规则包"})
        EXPECT_TRUE(text.contains(QString::fromUtf8(words))) << words;
    EXPECT_FALSE(text.contains("Approved"));
}

TEST_F(SheetFiles, WordsKeepApart) {
    const auto files = app::write_sheets(folder(), sheets(), "示例", true, false);
    const auto words = sheet_pdf::words(files[0]);
    ASSERT_GT(words.size(), 300u);
    sheet_pdf::expect_apart(words);
}

TEST_F(SheetFiles, AreTheSameBytesAtTheSameTime) {
    qputenv("SOURCE_DATE_EPOCH", "1750000000");
    const QByteArray first = bytes(app::write_sheets(folder(), sheets(), "a", true, false)[0]);
    const QByteArray second = bytes(app::write_sheets(folder(), sheets(), "a", true, true)[0]);
    qunsetenv("SOURCE_DATE_EPOCH");
    EXPECT_TRUE(first.contains("/CreationDate (D:20250615150640Z)"));
    EXPECT_EQ(first, second);
}

TEST_F(SheetFiles, CancelledWritesLeaveNothing) {
    int asked = 0;
    const geo::Progress stopped{[](double) {}, [&] { return ++asked > 20; }};
    EXPECT_THROW(app::write_sheets(folder(), sheets(), "示例", false, false, stopped), geo::Cancelled);
    EXPECT_FALSE(fs::exists(folder()));
    asked = 0;
    const fs::path file = folder().parent_path() / "one.pdf";
    EXPECT_THROW(app::write_sheet_file(file, sheets(), "示例", false, stopped), geo::Cancelled);
    EXPECT_TRUE(fs::is_empty(folder().parent_path()));
}

TEST_F(SheetFiles, SayWhyTheyCannotBeWritten) {
    const fs::path file = folder().parent_path() / "taken";
    QFile{QString::fromStdString(file.string())}.open(QIODevice::WriteOnly);
    EXPECT_THROW(app::write_sheets(file, sheets(), "示例", false, true), geo::OutputError);
    EXPECT_THROW(app::write_sheet_file(file, sheets(), "示例", false), geo::OutputError);
}

// Two fonts' names grow by seven bytes each: what lies behind them moves, and the table says so.
TEST(FinishedPdf, NamesSubsetsAndMovesTheTable) {
    const std::string head = "%PDF-1.6\n1 0 obj\n/CreationDate (D:20260101000000Z)\nendobj\n2 0 obj\n/BaseFont /Sans\nendobj\n3 0 obj\n/FontName /ABCDEF+Sans\nendobj";
    const auto offset = [](const std::string& bytes, const std::string& what) { return QString{"%1"}.arg(bytes.find(what), 10, 10, QLatin1Char{'0'}).toStdString(); };
    const auto whole = [&](const std::string& objects) {
        return objects + "\nxref\n0 4\n0000000000 65535 f \n" + offset(objects, "1 0 obj") + " 00000 n \n" + offset(objects, "2 0 obj") + " 00000 n \n" + offset(objects, "3 0 obj") +
               " 00000 n \ntrailer\n<<\n>>\nstartxref\n" + std::to_string(objects.size() + 1) + " \n%%EOF\n";
    };
    std::string expected = head;
    expected.replace(expected.find("/BaseFont /Sans"), 15, "/BaseFont /ABCDEF+Sans");
    EXPECT_EQ(app::finished_pdf(whole(head), ""), whole(expected));
    expected.replace(expected.find("20260101000000"), 14, "20261122083000");
    EXPECT_EQ(app::finished_pdf(whole(head), "20261122083000"), whole(expected));
    EXPECT_EQ(app::finished_pdf("no PDF", ""), "no PDF");
}

}  // namespace
