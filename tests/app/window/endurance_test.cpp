#include "geo/report/new_project.hpp"
#include "data/samples/sample_project.hpp"
#include "tests/app/window/driver.hpp"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <malloc.h>
#include <unistd.h>

#include <algorithm>

namespace {

using driver::Desk;
using driver::until;

double resident_mb() {
    malloc_trim(0);  // What the allocator merely keeps is no growth.
    QFile file{"/proc/self/statm"};
    if (!file.open(QIODevice::ReadOnly)) return 0.0;
    return file.readAll().split(' ').at(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

TEST(Endurance, OpeningAndClosingFiftyTimesDoesNotGrowMemory) {
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "the sanitizer keeps freed memory in quarantine: what is resident says nothing";
#endif
    QTemporaryDir folder;
    const auto sample = samples::make_sample_project(folder.path().toStdString(), false);
    const QString file = QString::fromStdString(sample.project.string());
    Desk desk;
    const auto open_and_close = [&] {
        desk.window().open(file);
        ASSERT_TRUE(until([&] { return desk.project().isOpen(); }));
        ASSERT_TRUE(desk.rest());
        desk.press(Qt::Key_W, Qt::ControlModifier);
        ASSERT_TRUE(until([&] { return !desk.project().isOpen(); }));
        ASSERT_TRUE(desk.rest());
    };
    for (int i = 0; i < 10; ++i) open_and_close();
    const double before_mb = resident_mb();
    std::printf("resident after 10: %.1f MB; then after each ten more:", before_mb);
    double after_mb = before_mb;
    const int more = qEnvironmentVariableIsSet("ANCHONG_OPENINGS") ? qEnvironmentVariableIntValue("ANCHONG_OPENINGS") : 40;
    for (int i = 1; i <= more; ++i) {
        open_and_close();
        if (i % 10 == 0) std::printf(" %.1f", after_mb = resident_mb());
    }
    std::printf("\n");
    // The project alone takes more than 10 MB: were it kept, forty of them would be 400.
    EXPECT_LT(after_mb - before_mb, 10.0);
}

TEST(Endurance, TheWindowServesEventsWhileNycIsPlanned) {
    const QByteArray real = qgetenv("ANCHONG_REAL_DATA");
    if (real.isEmpty()) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("nyc.gpkg").toStdString();
    geo::LayerRequest buildings{.role = geo::Role::Building, .file = real.toStdString() + "/buildings/nyc-north.gpkg", .layer = {}, .crs = {}, .encoding = {},
                                .accuracy_m = {}, .mapping = {}};
    geo::make_project(file, {buildings}, true, "cn-base", false, {});

    Desk desk;
    desk.window().open(QString::fromStdString(file.string()));
    ASSERT_TRUE(until([&] { return desk.project().isOpen(); }));
    ASSERT_TRUE(desk.rest());
    desk.press(Qt::Key_F5);

    // A heartbeat each 10 ms; the longest pause between two is how long the window did not answer.
    QElapsedTimer since;
    qint64 longest_ms = 0;
    int beats = 0;
    QTimer heart;
    QObject::connect(&heart, &QTimer::timeout, [&] {
        longest_ms = std::max(longest_ms, since.restart());
        ++beats;
    });
    since.start();
    heart.start(10);
    const geo::Camera start = desk.canvas().camera();
    for (int i = 0; i < 100; ++i) {
        geo::Camera camera = start;
        camera.centre.x += 5.0 * i * camera.metres_per_px;
        desk.canvas().setCamera(camera);  // Panned meanwhile.
        QTest::qWait(50);
    }
    heart.stop();
    EXPECT_FALSE(desk.project().isModified());  // It still runs: this is what was to be seen.
    desk.press(Qt::Key_Period, Qt::ControlModifier);
    ASSERT_TRUE(desk.rest());
    EXPECT_TRUE(desk.project().results()->grounds.empty());  // Cancelled: nothing half done.
    std::printf("%d beats in 5 s, longest pause %lld ms\n", beats, static_cast<long long>(longest_ms));
    // Not a measure of speed: a GUI thread that waited for the plan would pause for seconds.
    EXPECT_LT(longest_ms, 500);
}

}  // namespace
