#include "app/panels/new_project/source_files.hpp"

#include <QDir>
#include <QFileInfo>

namespace app {
namespace {

const QStringList known{"shp", "gpkg", "geojson", "json", "csv", "tsv", "txt", "dbf", "fgb", "kml", "gz"};
const QStringList beside_shp{"dbf", "shx", "prj", "cpg", "sbn", "sbx", "qix", "qpj", "qmd"};

bool is_part_of_shapefile(const QFileInfo& file) {
    if (!beside_shp.contains(file.suffix().toLower())) return false;
    const QString stem = file.path() + "/" + file.completeBaseName();
    return QFileInfo::exists(stem + ".shp") || QFileInfo::exists(stem + ".SHP");
}

QString shp_of(const QFileInfo& part) {
    const QString stem = part.path() + "/" + part.completeBaseName();
    return QFileInfo::exists(stem + ".shp") ? stem + ".shp" : stem + ".SHP";
}

}  // namespace

QStringList layerFiles(const QStringList& dropped) {
    QStringList result;
    const auto add = [&result](const QString& file) {
        if (!result.contains(file)) result.append(file);
    };
    for (const QString& path : dropped) {
        const QFileInfo info{path};
        if (!info.isDir()) {
            add(is_part_of_shapefile(info) ? shp_of(info) : info.absoluteFilePath());
            continue;
        }
        for (const QFileInfo& file : QDir{path}.entryInfoList(QDir::Files | QDir::Readable, QDir::Name))
            if (known.contains(file.suffix().toLower()) && !is_part_of_shapefile(file)) add(file.absoluteFilePath());
    }
    return result;
}

QString layerFilePatterns() {
    QStringList patterns;
    for (const QString& ending : known) patterns << "*." + ending << "*." + ending.toUpper();
    return patterns.join(' ');
}

}  // namespace app
