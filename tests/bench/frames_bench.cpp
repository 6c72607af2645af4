// Times the map of a project: pictures painted alone, as frames_qgis.py has QGIS paint them, and the frames of a canvas that pans over them.
//
//     bench_frames PROJECT.gpkg [OUT.png]
#include "app/canvas/map_canvas.hpp"
#include "app/canvas/viewport.hpp"
#include "geo/io/project_file.hpp"

#include <fmt/format.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <ctime>
#include <vector>

namespace {

const QSize size{1440, 900};
constexpr int steps = 60;
constexpr double step_px = 12.0;
constexpr double middle_x = 0.62, middle_y = 0.45;  // Of the path, as shares of the buildings' box.
constexpr int frame_ms = 16, patience_ms = 60'000;

double since_ms(const QElapsedTimer& clock) { return static_cast<double>(clock.nsecsElapsed()) * 1e-6; }
double cpu_ms() { return static_cast<double>(std::clock()) * 1000.0 / CLOCKS_PER_SEC; }

struct Times {
    std::vector<double> ms;
    double share(double q) {
        std::ranges::sort(ms);
        return ms[std::min(ms.size() - 1, static_cast<std::size_t>(q * static_cast<double>(ms.size())))];
    }
};

std::vector<geo::Camera> path(const geo::Box& box, double scale) {
    std::vector<geo::Camera> cameras;
    const double m_per_px = app::metres_per_px_at(scale);
    for (int i = 0; i < steps; ++i)
        cameras.push_back({{box.min_x + middle_x * (box.max_x - box.min_x),
                            box.min_y + middle_y * (box.max_y - box.min_y) + (i - steps / 2) * step_px * m_per_px},
                           m_per_px});
    return cameras;
}

QImage painted(const std::shared_ptr<const app::MapData>& data, const std::vector<geo::LayerView>& layers, const geo::Camera& camera) {
    app::MapScene scene;
    scene.data = data;
    scene.layers = layers;
    scene.centre = camera.centre;
    scene.metres_per_px = camera.metres_per_px;
    scene.size = size;
    QImage image{size, QImage::Format_RGB32};
    QPainter painter{&image};
    app::draw(painter, scene);
    return image;
}

void time_pictures(const std::shared_ptr<const app::MapData>& data, const std::vector<geo::LayerView>& layers,
                   const std::vector<geo::Camera>& cameras, const QString& out) {
    QImage last = painted(data, layers, cameras.front());
    Times wall;
    const double cpu_before = cpu_ms();
    for (const geo::Camera& camera : cameras) {
        QElapsedTimer clock;
        clock.start();
        last = painted(data, layers, camera);
        wall.ms.push_back(since_ms(clock));
    }
    const double cpu = (cpu_ms() - cpu_before) / steps;
    fmt::print("  picture alone: median {:6.1f} ms, p95 {:6.1f} ms, CPU {:6.1f} ms\n", wall.share(0.5), wall.share(0.95), cpu);
    if (!out.isEmpty()) last.save(out);
}

void wait_sharp(const app::MapCanvas& canvas) {
    if (!QTest::qWaitFor([&] { return canvas.isSharp(); }, patience_ms)) fmt::print("  not sharp in time\n");
}

/// A pan at 60 frames a second: what each frame takes of the GUI thread, and how many of them are sharp to the edge.
void time_frames(app::MapCanvas& canvas, const std::vector<geo::Camera>& cameras) {
    canvas.setCamera(cameras.front());
    wait_sharp(canvas);
    Times frames, turns;
    int sharp = 0;
    for (const geo::Camera& camera : cameras) {
        QElapsedTimer clock;
        clock.start();
        canvas.setCamera(camera);
        canvas.repaint();
        frames.ms.push_back(since_ms(clock));
        sharp += canvas.isWhole() ? 1 : 0;
        while (clock.elapsed() < frame_ms) QApplication::processEvents(QEventLoop::AllEvents, 1);
        turns.ms.push_back(since_ms(clock));
    }
    QElapsedTimer settling;
    settling.start();
    wait_sharp(canvas);
    const double settled = since_ms(settling);
    canvas.zoomBy(1.25);
    QElapsedTimer zooming;
    zooming.start();
    canvas.repaint();
    const double zoom_frame = since_ms(zooming);
    if (!QTest::qWaitFor([&] { return canvas.isWhole(); }, patience_ms)) fmt::print("  not sharp in time\n");
    const double zoom_whole = since_ms(zooming);
    fmt::print("  pan: frame median {:.2f} ms, worst {:.2f} ms; turn worst {:.1f} ms; {} of {} frames sharp; settled after {:.0f} ms\n",
               frames.share(0.5), frames.share(1.0), turns.share(1.0), sharp, steps, settled);
    fmt::print("  zoom: frame {:.2f} ms, sharp after {:.0f} ms\n", zoom_frame, zoom_whole);
}

}  // namespace

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application{argc, argv};
    if (argc < 2) {
        fmt::print(stderr, "bench_frames PROJECT.gpkg [OUT.png]\n");
        return 2;
    }
    const auto project = std::make_shared<const geo::Project>(geo::read_project(argv[1]));
    const auto results = std::make_shared<const geo::Results>(geo::read_results(argv[1], project->scenarios.front().name));
    geo::Box box;
    std::size_t buildings = 0;
    for (const geo::Layer& layer : project->inputs.layers) {
        if (layer.role != geo::Role::Building) continue;
        buildings += layer.features.size();
        for (const geo::Feature& feature : layer.features) box.add(box_of(feature.shape));
    }
    QElapsedTimer clock;
    clock.start();
    const auto data = std::make_shared<const app::MapData>(project, results, app::MapStyle::standard());
    fmt::print("{} buildings, {} x {}, {} views; sorted and indexed in {:.0f} ms\n", buildings, size.width(), size.height(), steps, since_ms(clock));

    std::vector<geo::LayerView> buildings_only;
    for (const app::LayerGroup& group : data->style().groups())
        if (group.id != "building") buildings_only.push_back({group.id, false, 1.0});
    app::MapCanvas canvas;
    canvas.resize(size);
    canvas.show();
    canvas.showData(data);
    for (const auto& [name, layers] : {std::pair{"buildings", buildings_only}, std::pair{"everything", std::vector<geo::LayerView>{}}}) {
        canvas.showLayers(layers);
        for (const double scale : {5000.0, 25'000.0}) {
            fmt::print("1:{:.0f} {}\n", scale, name);
            const auto cameras = path(box, scale);
            const QString out = argc > 2 ? QString{argv[2]}.replace(".png", QString{"-%1-%2.png"}.arg(scale).arg(name)) : QString{};
            time_pictures(data, layers, cameras, out);
            time_frames(canvas, cameras);
        }
    }
    return 0;
}
