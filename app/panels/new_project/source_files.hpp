#pragma once

#include <QStringList>

namespace app {

/// The files that hold layers among those dropped or chosen: folders give theirs, a shapefile's parts count once as its .shp.
/// What is no known format stays in, so that the user is told why it cannot be read; in folders it is passed over.
QStringList layerFiles(const QStringList& dropped);

/// Name filter of file dialogs: `*.shp *.gpkg …`.
QString layerFilePatterns();

}  // namespace app
