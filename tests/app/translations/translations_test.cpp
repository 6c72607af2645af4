// Every word that the window says must be there in Chinese: lupdate reads the sources anew, and nothing may be missing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace {

struct Entry {
    QString context, source, translation;
    bool is_finished = true;
    bool is_gone = false;  ///< no source has it any more
};

std::vector<Entry> read_entries(const QString& path) {
    QFile file{path};
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    QXmlStreamReader xml{&file};
    std::vector<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"name") context = xml.readElementText();
        if (xml.name() == u"message") entries.push_back({context, {}, {}});
        if (xml.name() == u"source" && !entries.empty()) entries.back().source = xml.readElementText();
        if (xml.name() == u"translation" && !entries.empty()) {
            const auto type = xml.attributes().value("type");
            entries.back().is_finished = type != u"unfinished";
            entries.back().is_gone = type == u"vanished" || type == u"obsolete";
            entries.back().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return entries;
}

/// The committed translations, brought up to date with the sources.
std::vector<Entry> entries_of_the_sources() {
    QTemporaryDir folder;
    const QString checkout = ANCHONG_CHECKOUT, copy = folder.filePath("anchong_zh_CN.ts");
    EXPECT_TRUE(QFile::copy(checkout + "/app/translations/anchong_zh_CN.ts", copy));
    QProcess lupdate;
    lupdate.start(ANCHONG_LUPDATE, {"-silent", "-locations", "none", "-I", checkout, checkout + "/app", "-ts", copy});
    EXPECT_TRUE(lupdate.waitForFinished(60'000));
    EXPECT_EQ(lupdate.exitCode(), 0) << lupdate.readAllStandardError().toStdString();
    return read_entries(copy);
}

TEST(Translations, NoWordIsMissingInChinese) {
    const auto entries = entries_of_the_sources();
    ASSERT_GT(entries.size(), 100u);
    for (const Entry& entry : entries) {
        if (entry.is_gone) continue;
        EXPECT_TRUE(entry.is_finished && !entry.translation.isEmpty())
            << entry.context.toStdString() << ": “" << entry.source.toStdString() << "” has no Chinese. Run app/translations/update and fill it in.";
    }
}

// `%1` that only one side has would show a hole, or swallow a number.
TEST(Translations, BothSidesHaveTheSamePlaces) {
    static const QRegularExpression place{"%(?:L?[1-9]|n)"};
    const auto places = [](const QString& text) {
        std::set<QString> found;
        for (auto it = place.globalMatch(text); it.hasNext();) found.insert(it.next().captured());
        return found;
    };
    for (const Entry& entry : entries_of_the_sources()) {
        if (entry.is_gone || entry.translation.isEmpty()) continue;
        EXPECT_EQ(places(entry.source), places(entry.translation)) << entry.context.toStdString() << ": " << entry.source.toStdString();
    }
}

TEST(Translations, NothingIsKeptThatNoSourceHas) {
    for (const Entry& entry : entries_of_the_sources()) {
        EXPECT_FALSE(entry.is_gone) << entry.context.toStdString() << ": " << entry.source.toStdString();
    }
}

}  // namespace
