// The preview: what it shows is what the file has, wherever one looks, and its dialog gives out what was asked for.
#include "app/window/sheet_dialog.hpp"

#include "app/pages/sheet_files.hpp"
#include "app/pages/sheet_view.hpp"
#include "tests/app/pages/paper_town.hpp"
#include "tests/app/window/driver.hpp"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWheelEvent>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>

namespace {

using driver::until;

/// Two phases; the pilot has the town's compound, and the rollout none.
app::SheetSource town_with_phases() {
    app::SheetSource source = paper_town::Town{}.source;
    auto project = std::make_shared<geo::Project>(*source.project);
    project->phasing.phases = {{.id = geo::phase_id(0)}, {.id = geo::phase_id(1)}};
    project->phasing.compounds["C1"] = geo::phase_id(0);
    auto results = std::make_shared<geo::Results>(*source.results);
    results->scenario = "base";
    for (geo::Site& site : results->sites) site.phase = geo::phase_id(0);
    source.project = std::move(project);
    source.results = std::move(results);
    source.map = std::make_shared<app::MapData>(source.project, source.results, app::MapStyle::standard());
    return source;
}

std::vector<app::Sheet> sheets_of_town() {
    app::SheetRequest request;
    request.date = "2026-11-22";
    return app::plan_sheets(town_with_phases(), request);
}

/// Of a picture four times as large each way, so that how a line's edge is smoothed does not count.
QImage coarse(const QImage& image) {
    return image.convertToFormat(QImage::Format_RGB32).scaled(image.size() / 4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

double share_that_differs(const QImage& a, const QImage& b) {
    constexpr int clearly = 40;
    std::int64_t count = 0;
    const int width = std::min(a.width(), b.width()), height = std::min(a.height(), b.height());
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            if (std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))}) > clearly) ++count;
        }
    return static_cast<double>(count) / (static_cast<double>(width) * height);
}

TEST(SheetPreview, ShowsWhatPopplerMakesOfTheFile) {
    constexpr int dpi = 200;
    const auto sheets = sheets_of_town();
    ASSERT_GE(sheets.size(), 3u);
    const QTemporaryDir folder;
    const auto files = app::write_sheets(folder.path().toStdString(), sheets, "all", true, true);
    ASSERT_EQ(files.size(), 1u);
    ASSERT_EQ(QProcess::execute("pdftoppm", {"-r", QString::number(dpi), "-png", QString::fromStdString(files[0].string()), folder.filePath("page")}), 0);
    const QStringList pages = QDir{folder.path()}.entryList({"page*.png"}, QDir::Files, QDir::Name);
    ASSERT_EQ(pages.size(), static_cast<int>(sheets.size()));
    std::vector<QImage> shown;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        QImage page{folder.filePath(pages[static_cast<int>(i)])};
        const QImage seen = app::SheetView::picture(sheets[i], dpi / 25.4);
        // A PDF's paper is of whole points, which begin at its left and lower edge.
        EXPECT_NEAR(page.width(), seen.width(), dpi / 72.0);
        EXPECT_NEAR(page.height(), seen.height(), dpi / 72.0);
        page = page.copy(QRect{QPoint{}, seen.size()});
        shown.push_back(coarse(seen));
        EXPECT_LT(share_that_differs(coarse(page), shown.back()), 0.004) << sheets[i].number().toStdString();
    }
    for (std::size_t i = 1; i < shown.size(); ++i) EXPECT_GT(share_that_differs(shown[i - 1], shown[i]), 0.01) << i;  // It would be seen.
}

class SheetPreviewView : public testing::Test {
   protected:
    SheetPreviewView() {
        view.resize(700, 500);
        view.show();
        view.setSheet(sheets_of_town().front());
    }
    bool sharp() {
        return until([this] { return view.isSharp(); });
    }
    double px_per_mm() const { return view.zoom() * app::screen_px_per_mm; }
    /// Place of the paper at one of the viewport, mm.
    QPointF placeAt(QPointF at) const {
        constexpr double desk_px = 16.0;
        return (at + QPointF(view.horizontalScrollBar()->value(), view.verticalScrollBar()->value()) - QPointF{desk_px, desk_px}) / px_per_mm();
    }
    void wheel(QPointF at, int by) {
        QWheelEvent event{at, view.viewport()->mapToGlobal(at), {}, {0, by}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false};
        QCoreApplication::sendEvent(view.viewport(), &event);
    }
    app::SheetView view;
};

TEST_F(SheetPreviewView, FitsThePageWhateverItsSize) {
    for (const QSize size : {QSize{700, 500}, QSize{1200, 400}, QSize{400, 600}}) {
        view.resize(size);
        ASSERT_TRUE(sharp());
        const QSizeF room = QSizeF{size} - QSizeF{32.0, 32.0};
        EXPECT_NEAR(px_per_mm(), std::min(room.width() / 420.0, room.height() / 297.0), 1e-9);
        EXPECT_EQ(view.horizontalScrollBar()->maximum(), 0);
        EXPECT_EQ(view.verticalScrollBar()->maximum(), 0);
    }
}

TEST_F(SheetPreviewView, KeepsThePlaceUnderThePointerAndIsDragged) {
    view.setZoom(1.5);
    ASSERT_TRUE(sharp());
    EXPECT_EQ(view.horizontalScrollBar()->maximum(), qRound(420 * px_per_mm()) + 32 - view.viewport()->width());
    const QPointF at{200, 300}, before = placeAt(at);
    wheel(at, 360);
    EXPECT_GT(view.zoom(), 2.0);
    EXPECT_NEAR(placeAt(at).x(), before.x(), 0.5);
    EXPECT_NEAR(placeAt(at).y(), before.y(), 0.5);
    wheel(at, -360);
    EXPECT_NEAR(view.zoom(), 1.5, 1e-9);
    EXPECT_NEAR(placeAt(at).x(), before.x(), 0.5);
    const int was = view.verticalScrollBar()->value();
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, {300, 300});
    QTest::mouseMove(view.viewport(), {300, 240});
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, {300, 240});
    EXPECT_EQ(view.verticalScrollBar()->value(), was + 60);
}

TEST_F(SheetPreviewView, IsSharpAgainWhenAZoomIsTakenBackAtOnce) {
    ASSERT_TRUE(sharp());
    const QImage first = view.viewport()->grab().toImage();
    view.setZoom(4.0);
    view.fitPage();
    ASSERT_TRUE(sharp());
    QTest::qWait(50);
    ASSERT_TRUE(sharp());
    EXPECT_EQ(view.viewport()->grab().toImage(), first);
}

class SheetDialogOfTown : public testing::Test {
   protected:
    static std::vector<app::Sheet> make(const app::SheetRequest& request, const geo::Progress& progress) {
        return app::plan_sheets(town_with_phases(), request, progress);
    }
    bool ready() {
        return until([this] { return dialog.isReady(); });
    }
    QTemporaryDir folder;
    app::SheetDialog dialog{make, town_with_phases().project->phasing.phases, "town", folder.path()};
    QComboBox& phase = *dialog.findChild<QComboBox*>("sheetPhase");
    QListWidget& list = *dialog.findChild<QListWidget*>("sheetList");
    QPushButton& give = *dialog.findChild<QPushButton*>("sheetExport");
};

TEST_F(SheetDialogOfTown, WritesThePhaseThatIsChosen) {
    dialog.show();
    ASSERT_TRUE(ready());
    phase.setCurrentIndex(1);
    ASSERT_TRUE(ready());
    ASSERT_GT(list.count(), 0);
    EXPECT_EQ(dialog.request().phase, 0);
    for (const app::Sheet& sheet : dialog.sheets())
        EXPECT_TRUE(sheet.kind() == app::Sheet::Kind::Heat || sheet.number().startsWith("AC-P-")) << sheet.number().toStdString();
    QSignalSpy written{&dialog, &app::SheetDialog::exported};
    dialog.exportTo(folder.filePath("plans"));
    EXPECT_FALSE(phase.isEnabled());  // Another choice would not be what is being written.
    ASSERT_TRUE(ready());
    EXPECT_TRUE(phase.isEnabled());
    EXPECT_EQ(written.count(), 1);
    const auto drawings = std::ranges::count(dialog.sheets(), 1, &app::Sheet::page);
    EXPECT_EQ(std::ssize(QDir{folder.filePath("plans")}.entryList({"*.pdf"})), drawings);
}

TEST_F(SheetDialogOfTown, OffersAFolderThatCanBeTakenAndLeavesNoneBehind) {
    app::SheetDialog other{make, {}, "town", folder.filePath("plans")};
    other.show();
    ASSERT_TRUE(until([&] { return other.isReady(); }));
    for (const bool is_taken : {false, true}) {
        other.findChild<QPushButton*>("sheetExport")->click();
        auto* const place = other.findChild<QFileDialog*>("sheetFolder");
        ASSERT_TRUE(place && until([&] { return place->isVisible(); }));
        EXPECT_EQ(place->selectedFiles().value(0), folder.filePath("plans"));
        QTest::keyClick(place, is_taken ? Qt::Key_Return : Qt::Key_Escape);
        ASSERT_TRUE(until([&] { return !other.findChild<QFileDialog*>("sheetFolder") && other.isReady(); }));
        EXPECT_EQ(QDir{folder.filePath("plans")}.exists(), is_taken);
    }
    EXPECT_FALSE(QDir{folder.filePath("plans")}.entryList({"*.pdf"}).isEmpty());
}

TEST_F(SheetDialogOfTown, ShowsNothingOfBeforeForAPhaseWithoutSites) {
    dialog.show();
    ASSERT_TRUE(ready());
    QSignalSpy failed{&dialog, &app::SheetDialog::failed};
    phase.setCurrentIndex(2);
    ASSERT_TRUE(ready());
    EXPECT_EQ(failed.count(), 1);
    EXPECT_EQ(list.count(), 0);
    EXPECT_FALSE(give.isEnabled());
    phase.setCurrentIndex(0);
    ASSERT_TRUE(ready());
    EXPECT_GT(list.count(), 0);
    EXPECT_TRUE(give.isEnabled());
}

TEST(SheetDialogKeys, EscapeStopsTheMakingThenCloses) {
    std::atomic<int> started = 0;
    app::SheetDialog dialog{[&started](const app::SheetRequest&, const geo::Progress& progress) -> std::vector<app::Sheet> {
                                ++started;
                                for (;;) {
                                    progress.at(0.5);
                                    std::this_thread::sleep_for(std::chrono::milliseconds{2});
                                }
                            },
                            {}, "town", {}};
    dialog.show();
    ASSERT_TRUE(until([&] { return started == 1; }));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    ASSERT_TRUE(until([&] { return dialog.isReady(); }));
    EXPECT_TRUE(dialog.isVisible());
    EXPECT_FALSE(dialog.findChild<QPushButton*>("sheetExport")->isEnabled());
    dialog.findChild<QComboBox*>("sheetLanguage")->setCurrentIndex(1);  // Closed while it makes: the work ends with it.
    ASSERT_TRUE(until([&] { return started == 2; }));
    dialog.reject();
    EXPECT_FALSE(dialog.isVisible());
}

}  // namespace
