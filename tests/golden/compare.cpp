#include "tests/golden/compare.hpp"

#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <cstdlib>

namespace golden {
namespace {

QString path_in(const char* folder, const std::string& name, const char* suffix) {
    const QString path = QString::fromUtf8(folder) + "/" + QString::fromStdString(name) + suffix;
    QDir{}.mkpath(QFileInfo{path}.path());
    return path;
}

bool is_different(QRgb a, QRgb b, int channel) {
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))}) >
           channel;
}

}  // namespace

testing::AssertionResult looks_like(const QImage& picture, const std::string& name, Tolerance tolerance) {
    const QImage drawn = picture.convertToFormat(QImage::Format_RGB32);
    const QString kept_path = path_in(ANCHONG_GOLDEN, name, ".png");
    if (const char* replace = std::getenv("ANCHONG_REPLACE_GOLDEN"); replace && std::string{replace} == "1") {
        if (!drawn.save(kept_path)) return testing::AssertionFailure() << "cannot write " << kept_path.toStdString();
        return testing::AssertionSuccess();
    }
    const QString drawn_path = path_in(ANCHONG_GOLDEN_OUT, name, ".png");
    drawn.save(drawn_path);
    const QImage kept = QImage{kept_path}.convertToFormat(QImage::Format_RGB32);
    if (kept.isNull())
        return testing::AssertionFailure()
               << "no picture " << kept_path.toStdString() << "; drawn: " << drawn_path.toStdString();
    if (kept.size() != drawn.size())
        return testing::AssertionFailure() << name << " has another size than the picture kept";

    QImage difference = drawn;
    std::size_t different = 0;
    for (int y = 0; y < drawn.height(); ++y)
        for (int x = 0; x < drawn.width(); ++x) {
            const QRgb a = drawn.pixel(x, y), b = kept.pixel(x, y);
            const auto faded = [](int v) { return 255 - (255 - v) / 4; };
            difference.setPixel(x, y,
                                is_different(a, b, tolerance.channel)
                                    ? qRgb(220, 0, 0)
                                    : qRgb(faded(qRed(a)), faded(qGreen(a)), faded(qBlue(a))));
            different += is_different(a, b, tolerance.channel);
        }
    const double share = static_cast<double>(different) / (static_cast<double>(drawn.width()) * drawn.height());
    if (share <= tolerance.share) return testing::AssertionSuccess();
    const QString difference_path = path_in(ANCHONG_GOLDEN_OUT, name, "-difference.png");
    difference.save(difference_path);
    return testing::AssertionFailure() << name << ": " << 100.0 * share << " % of the pixels differ, "
                                       << 100.0 * tolerance.share << " % may; see " << difference_path.toStdString();
}

}  // namespace golden
