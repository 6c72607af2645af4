#include "app/panels/new_project/source_row.hpp"

#include <QFileInfo>

namespace app {
namespace {

std::filesystem::path path_of(const QString& file) { return std::filesystem::path{file.toStdString()}; }

}  // namespace

QString SourceRow::fileName() const { return QFileInfo{file}.fileName(); }

QString SourceRow::name() const {
    return preview && !preview->is_only_layer ? fileName() + ":" + QString::fromStdString(preview->layer) : fileName();
}

std::optional<geo::Message> SourceRow::problem() const {
    if (failure) return failure;
    return preview ? preview->problem : std::nullopt;
}

std::optional<geo::Message> SourceRow::hindrance() const { return preview ? preview->problem : failure; }

bool SourceRow::hasEncoding() const { return preview && preview->encoding_from != "format"; }

geo::PreviewRequest SourceRow::previewRequest() const {
    geo::PreviewRequest request{.file = path_of(file), .crs = crs, .encoding = encoding, .mapping = mapping, .hint_lonlat = hint_lonlat};
    if (preview) request.layer = preview->layer;
    if (isRoleChosen) request.role = role;
    return request;
}

geo::LayerRequest SourceRow::layerRequest() const {
    geo::LayerRequest request;
    request.role = *role;
    request.file = path_of(file);
    if (preview && !preview->is_only_layer) request.layer = preview->layer;
    request.crs = crs;
    request.encoding = encoding;
    request.accuracy_m = accuracy_m;
    request.mapping = mapping;
    return request;
}

}  // namespace app
