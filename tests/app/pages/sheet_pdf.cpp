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

}  // namespace sheet_pdf
