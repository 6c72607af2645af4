#include "tests/app/pages/map_pdf.hpp"

#include "app/pages/pdf_text_maps.hpp"
#include "app/pages/sheet.hpp"

#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>
#include <QTransform>
#include <gtest/gtest.h>

namespace {

constexpr double mm_per_pt = 25.4 / 72.0;

QTransform transform_of(const QString& tag) {
    static const QRegularExpression matrix{R"re(transform="matrix\(([^)]*)\)")re"};
    const auto match = matrix.match(tag);
    if (!match.hasMatch()) return {};
    const QStringList n = match.captured(1).split(',');
    return {n[0].toDouble(), n[1].toDouble(), n[2].toDouble(), n[3].toDouble(), n[4].toDouble(), n[5].toDouble()};
}

std::vector<QPolygonF> polygons_of(const QString& path, const QTransform& transform) {
    static const QRegularExpression step{R"re(([MLCZ])([^MLCZ]*))re"};
    std::vector<QPolygonF> polygons;
    for (auto steps = step.globalMatch(path); steps.hasNext();) {
        const auto match = steps.next();
        const QStringList numbers = match.captured(2).split(' ', Qt::SkipEmptyParts);
        if (match.captured(1) == "M") polygons.emplace_back();
        if (numbers.size() < 2) continue;
        const QPointF end = transform.map(QPointF{numbers[numbers.size() - 2].toDouble(), numbers.back().toDouble()}) * mm_per_pt;
        if (polygons.back().isEmpty() || QLineF{polygons.back().front(), end}.length() > 1e-6) polygons.back().push_back(end);
    }
    std::erase_if(polygons, [](const QPolygonF& p) { return p.size() < 3; });
    return polygons;
}

/// `rgb(62.745667%, …)` → percent.
std::vector<double> percent_of(const QString& colour) {
    static const QRegularExpression number{R"re(([\d.]+)%)re"};
    std::vector<double> percent;
    for (auto numbers = number.globalMatch(colour); numbers.hasNext();) percent.push_back(numbers.next().captured(1).toDouble());
    return percent;
}

}  // namespace

MapPdf::MapPdf(const std::function<void(QPainter&)>& paint) {
    QByteArray written;
    QBuffer buffer{&written};
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf{&buffer};
    pdf.setResolution(2540);
    pdf.setPageSize(QPageSize{QPageSize::A3});
    pdf.setPageOrientation(QPageLayout::Landscape);
    pdf.setPageMargins({0, 0, 0, 0});
    QPainter painter{&pdf};
    paint(painter);
    painter.end();
    const qsizetype size = written.size();
    app::mend_text_maps(written);
    EXPECT_EQ(written.size(), size);
    QFile out{file()};
    EXPECT_TRUE(out.open(QIODevice::WriteOnly) && out.write(written) == size);
}

QByteArray MapPdf::output(const QString& program, const QStringList& arguments) const {
    QProcess process;
    process.start(program, arguments);
    EXPECT_TRUE(process.waitForFinished(60'000) && process.exitCode() == 0) << program.toStdString() << ": " << process.readAllStandardError().toStdString();
    return process.readAllStandardOutput();
}

std::vector<QPolygonF> MapPdf::filled(const QColor& colour) const {
    // Newer versions write attributes where older ones write a style.
    static const QRegularExpression tag{R"re(<path [^>]*fill(?:="|:)(rgb\([^)]*\))[^>]*\bd="([^"]*)"[^>]*/>)re"};
    const QString svg = QString::fromUtf8(output("pdftocairo", {"-svg", file(), "-"}));
    std::vector<QPolygonF> found;
    for (auto tags = tag.globalMatch(svg); tags.hasNext();) {
        const auto match = tags.next();
        const std::vector<double> percent = percent_of(match.captured(1));
        if (percent.size() != 3) continue;
        const QColor fill = QColor::fromRgbF(static_cast<float>(percent[0] / 100), static_cast<float>(percent[1] / 100), static_cast<float>(percent[2] / 100));
        if (fill.rgb() != colour.rgb()) continue;
        for (const QPolygonF& polygon : polygons_of(match.captured(2), transform_of(match.captured(0)))) found.push_back(polygon);
    }
    return found;
}

QStringList MapPdf::images() const { return QString::fromUtf8(output("pdfimages", {"-list", file()})).split('\n', Qt::SkipEmptyParts).mid(2); }

QString MapPdf::text() const { return QString::fromUtf8(output("pdftotext", {file(), "-"})); }

std::vector<MapPdf::Word> MapPdf::words() const {
    static const QRegularExpression word{R"re(<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</word>)re"};
    const QString html = QString::fromUtf8(output("pdftotext", {"-bbox", file(), "-"}));
    std::vector<Word> words;
    for (auto matches = word.globalMatch(html); matches.hasNext();) {
        const auto m = matches.next();
        const QPointF from{m.captured(1).toDouble(), m.captured(2).toDouble()}, to{m.captured(3).toDouble(), m.captured(4).toDouble()};
        words.push_back({m.captured(5), QRectF{from * mm_per_pt, to * mm_per_pt}});
    }
    return words;
}

QByteArray MapPdf::bytes() const {
    QFile pdf{file()};
    return pdf.open(QIODevice::ReadOnly) ? pdf.readAll() : QByteArray{};
}
