#pragma once

#include "geo/io/layer_preview.hpp"
#include "geo/io/vector_file.hpp"

#include <QString>

namespace app {

/// A layer of a file on its way into a project: what was seen of it, and what the user said.
struct SourceRow {
    int id = 0;            ///< of this row for good; rows move when others leave
    QString file;          ///< path
    bool isUsed = false;
    bool isReading = true;  ///< a preview with the present choices is on its way
    std::optional<geo::LayerPreview> preview{};  ///< the last that was read
    std::optional<geo::Message> failure{};       ///< why there is no preview, or why the project could not be made of it

    std::optional<geo::Role> role{};  ///< proposed, or chosen
    bool isRoleChosen = false;
    std::optional<std::string> encoding{};  ///< nothing: automatic, as the next three
    std::optional<geo::CrsName> crs{};
    std::optional<double> accuracy_m{};
    std::map<std::string, std::string> mapping{};
    std::optional<geo::Point> hint_lonlat{};  ///< where other rows lie, given once this one did not tell its CRS

    QString fileName() const;
    /// File, and layer where the file has several.
    QString name() const;
    /// What is wrong with it, to be shown.
    std::optional<geo::Message> problem() const;
    /// What certainly keeps it from being imported like this; a project that could not be made of it may be tried again.
    std::optional<geo::Message> hindrance() const;
    bool hasEncoding() const;  ///< that could be chosen

    geo::PreviewRequest previewRequest() const;
    geo::LayerRequest layerRequest() const;  ///< needs a role
};

}  // namespace app
