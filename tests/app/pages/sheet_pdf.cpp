#include "tests/app/pages/sheet_pdf.hpp"

#include <QProcess>
#include <QRegularExpression>
#include <gtest/gtest.h>

namespace sheet_pdf {

QString output(const QString& tool, const QStringList& options, const std::filesystem::path& file) {
    QProcess process;
    QStringList arguments = options;
    arguments << QString::fromStdString(file.string());
    if (tool == "pdftotext") arguments << "-";
    process.start(tool, arguments);
    EXPECT_TRUE(process.waitForFinished(60'000) && process.exitCode() == 0) << tool.toStdString();
    EXPECT_EQ(process.readAllStandardError().toStdString(), "") << tool.toStdString();
    return QString::fromUtf8(process.readAllStandardOutput());
}

std::vector<Font> fonts(const std::filesystem::path& file) {
    std::vector<Font> found;
    for (const QString& line : output("pdffonts", {}, file).split('\n', Qt::SkipEmptyParts).mid(2)) {
        static const QRegularExpression flags{"\\s(yes|no)\\s+(yes|no)\\s+(yes|no)\\s"};
        const auto match = flags.match(line);
        EXPECT_TRUE(match.hasMatch()) << line.toStdString();
        found.push_back({match.captured(1) == "yes", match.captured(2) == "yes", match.captured(3) == "yes"});
    }
    return found;
}

std::vector<Word> words(const std::filesystem::path& file) {
    static const QRegularExpression tag{R"re(<page |<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</word>)re"};
    constexpr double mm_per_pt = 25.4 / 72.0;
    std::vector<Word> found;
    int page = 0;
    const QString html = output("pdftotext", {"-bbox"}, file);
    for (auto tags = tag.globalMatch(html); tags.hasNext();) {
        const auto match = tags.next();
        if (match.captured(0).startsWith("<page")) {
            ++page;
            continue;
        }
        const QPointF from{match.captured(1).toDouble(), match.captured(2).toDouble()}, to{match.captured(3).toDouble(), match.captured(4).toDouble()};
        found.push_back({page, match.captured(5), QRectF{from * mm_per_pt, to * mm_per_pt}});
    }
    return found;
}

void expect_apart(const std::vector<Word>& words) {
    const QRectF column = QRectF{327, 5, 88, 287}.adjusted(2.0, 2.0, -2.0, -2.0), paper{0, 0, 420, 297};
    // The box of a font reaches above and below its letters by about a quarter.
    const auto letters = [](const QRectF& box) { return box.adjusted(0.05, 0.27 * box.height(), -0.05, -0.25 * box.height()); };
    for (std::size_t a = 0; a < words.size(); ++a) {
        EXPECT_TRUE(paper.contains(words[a].box)) << words[a].text.toStdString();
        if (words[a].box.left() <= column.left()) continue;
        EXPECT_TRUE(column.contains(letters(words[a].box))) << words[a].text.toStdString();
        for (std::size_t b = a + 1; b < words.size() && words[b].page == words[a].page; ++b)
            EXPECT_FALSE(letters(words[a].box).intersects(letters(words[b].box))) << words[a].text.toStdString() << " over " << words[b].text.toStdString();
    }
}

}  // namespace sheet_pdf
