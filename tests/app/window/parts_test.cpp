#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "app/window/desktop.hpp"
#include "app/window/export_dialog.hpp"
#include "app/window/message_bar.hpp"
#include "app/window/status_line.hpp"
#include "app/window/step_strip.hpp"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace {

using namespace app;

TEST(PartsMessageBar, KeepsTheTwoNewestAndForgetsNotesOnly) {
    MessageBar bar;
    for (const char* words : {"first", "second", "third"}) bar.post(Severity::Error, [words] { return QString{words}; });
    EXPECT_EQ(bar.count(), 2);
    QStringList shown;
    for (const QLabel* label : bar.findChildren<QLabel*>("messageText")) shown << label->text();
    EXPECT_TRUE(shown.contains("third") && shown.contains("second"));
}

TEST(PartsMessageBar, AskedAgainWhenTheLanguageChangesAndItsLinkFollows) {
    MessageBar bar;
    bool followed = false;
    const geo::Message words{"中文", "English"};
    bar.post(Severity::Warning, [words] { return text(words); }, [] { return QString{"next"}; }, [&] { followed = true; });
    EXPECT_EQ(bar.findChild<QLabel*>("messageText")->text(), "中文");
    setLanguage(*qApp, geo::Language::English);
    QCoreApplication::processEvents();
    EXPECT_EQ(bar.findChild<QLabel*>("messageText")->text(), "English");
    setLanguage(*qApp, geo::Language::Chinese);
    QTest::mouseClick(bar.findChild<QPushButton*>(), Qt::LeftButton);
    EXPECT_TRUE(followed);
    EXPECT_EQ(bar.count(), 0);
}

TEST(PartsStatusLine, TakesWhateverIsTypedAsAScale) {
    StatusLine line;
    QSignalSpy chosen{&line, &StatusLine::scaleChosen};
    auto* const box = line.findChild<QComboBox*>("statusScale");
    for (const auto& [typed, denominator] : {std::pair{"1:500", 500.0}, {"2000", 2000.0}, {"1 : 25 000", 25000.0}, {"1/1000", 1000.0}}) {
        box->lineEdit()->setText(typed);
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        ASSERT_FALSE(chosen.isEmpty()) << typed;
        EXPECT_EQ(chosen.takeLast().at(0).toDouble(), denominator) << typed;
    }
    chosen.clear();
    box->lineEdit()->setText("about 1:500");
    QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    EXPECT_TRUE(chosen.isEmpty());
}

TEST(PartsStatusLine, ShowsCancelOnlyWhereThereIsSomethingToCancel) {
    StatusLine line;
    line.show();
    auto* const cancel = line.findChild<QToolButton*>("statusCancel");
    EXPECT_FALSE(cancel->isVisible());
    line.begin("work", true);
    EXPECT_TRUE(cancel->isVisible());
    line.end();
    EXPECT_FALSE(cancel->isVisible());
    line.begin("saving", false);
    EXPECT_FALSE(cancel->isVisible());
}

TEST(PartsStepStrip, AClickAndTheArrowKeysChooseSteps) {
    StepStrip strip;
    strip.resize(600, 44);
    strip.show();
    QSignalSpy chosen{&strip, &StepStrip::chosen};
    QTest::mouseClick(&strip, Qt::LeftButton, Qt::NoModifier, QPoint{340, 20});
    EXPECT_EQ(strip.current(), Step::Hazards);
    QTest::keyClick(&strip, Qt::Key_Left);
    EXPECT_EQ(strip.current(), Step::Sites);
    EXPECT_EQ(chosen.size(), 2);
}

TEST(PartsExportDialog, SaysWhatItWouldReplaceAndOffersEncodingForShapefilesOnly) {
    QTemporaryDir empty, filled;
    QFile file{filled.filePath("zones.shp")};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ExportDialog dialog{geo::ExportFormat::Shapefile, "town", empty.path(), geo::standard_phasing().phases};
    dialog.show();
    const QString plain = dialog.findChild<QPushButton*>("exportAccept")->text();
    EXPECT_TRUE(dialog.findChild<QComboBox*>("exportEncoding")->isVisible());
    EXPECT_EQ(dialog.request().encoding, "GBK");
    dialog.findChild<QLineEdit*>("exportFolder")->setText(filled.path());
    EXPECT_NE(dialog.findChild<QPushButton*>("exportAccept")->text(), plain);
    dialog.findChild<QComboBox*>("exportFormat")->setCurrentIndex(2);
    EXPECT_FALSE(dialog.findChild<QComboBox*>("exportEncoding")->isVisible());
    EXPECT_EQ(dialog.request().format, geo::ExportFormat::GeoJson);
    EXPECT_EQ(dialog.request().encoding, "UTF-8");
    dialog.findChild<QLineEdit*>("exportFolder")->clear();
    EXPECT_FALSE(dialog.findChild<QPushButton*>("exportAccept")->isEnabled());
}

TEST(PartsExportDialog, OffersThePhasesByTheirNamesForEveryFormat) {
    const QTemporaryDir folder;
    const std::vector<geo::Phase> phases{{.id = "pilot", .name = "首批"}, {.id = "rollout-1"}, {.id = "rollout-2"}};
    ExportDialog dialog{geo::ExportFormat::Shapefile, "town", folder.path(), phases};
    dialog.show();
    auto& phase = *dialog.findChild<QComboBox*>("exportPhase");
    ASSERT_EQ(phase.count(), 4);
    EXPECT_EQ(phase.itemText(1), "首批");
    EXPECT_EQ(phase.itemText(3), text(geo::phase_word(2)));
    EXPECT_EQ(dialog.request().phase, std::nullopt);
    for (int format = 0; format < 3; ++format) {
        dialog.findChild<QComboBox*>("exportFormat")->setCurrentIndex(format);
        EXPECT_TRUE(phase.isVisible());
        for (int rank = 0; rank < 3; ++rank) {
            phase.setCurrentIndex(rank + 1);
            EXPECT_EQ(dialog.request().phase, rank);
        }
    }
}

TEST(PartsNumber, ThinSpacesAndTrueMinus) {
    EXPECT_EQ(number(1234567.891, 2), QString::fromUtf8("1 234 567.89"));
    EXPECT_EQ(number(-0.001, 2), "0.00");
    EXPECT_EQ(number(-12.5, 1), QString::fromUtf8("−12.5"));
    EXPECT_EQ(signedNumber(0.25, 2), "+0.25");
    EXPECT_EQ(number(999, 0), "999");
}

TEST(PartsTheme, EveryTokenIsLegible) {
    // WCAG 2: text 4.5, marks 3, on what they stand on; in both themes.
    const auto luminance = [](const QColor& c) {
        const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const auto contrast = [&](const char* a, const char* b) {
        const double l = luminance(colour(a)), m = luminance(colour(b));
        return (std::max(l, m) + 0.05) / (std::min(l, m) + 0.05);
    };
    for (const Theme each : {Theme::Dark, Theme::Light}) {
        setTheme(*qApp, each);
        for (const char* ground : {"panel", "window"}) {
            EXPECT_GE(contrast("text", ground), 4.5);
            EXPECT_GE(contrast("text_second", ground), 4.5);
        }
        EXPECT_GE(contrast("accent", "panel"), 4.5);
        EXPECT_GE(contrast("on_accent", "accent"), 4.5);
        EXPECT_GE(contrast("complies_text", "complies_fill"), 4.5);
        EXPECT_GE(contrast("verify_text", "verify_fill"), 4.5);
        EXPECT_GE(contrast("fails_text", "fails_fill"), 4.5);
        EXPECT_GE(contrast("input_border", "panel"), 3.0);
    }
}

TEST(PartsDesktop, OnlyNothingOrAProjectOpensTheWindow) {
    const auto asks = [](std::vector<const char*> words) { return is_for_desktop(static_cast<int>(words.size()), const_cast<char**>(words.data())); };
    EXPECT_TRUE(asks({"anchong"}));
    EXPECT_TRUE(asks({"anchong", "town.gpkg"}));
    EXPECT_FALSE(asks({"anchong", "plan", "town.gpkg"}));
    EXPECT_FALSE(asks({"anchong", "--help"}));
    EXPECT_FALSE(asks({"anchong", "plan"}));
}

}  // namespace
