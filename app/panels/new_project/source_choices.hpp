#pragma once

#include "app/panels/new_project/source_row.hpp"

#include <QVariant>

#include <vector>

namespace app {

/// An entry of a row's list; an empty value means automatic, or no role.
struct Choice {
    QString text;
    QVariant value{};
    bool isOffered = true;  ///< shown, but not to be chosen otherwise
};

/// Roles in the window's language, as the enum's number; those that do not take the row's geometry are not offered.
std::vector<Choice> roleChoices(const SourceRow& row);
std::vector<Choice> encodingChoices(const SourceRow& row);
/// CRS common in China, those of the row's place first.
std::vector<Choice> crsChoices(const SourceRow& row);

/// A CRS as typed: `4544`, `epsg 4544` and `EPSG:4544 – …` all mean `EPSG:4544`; anything else stays; empty means automatic.
QString crsOf(const QString& typed);

}  // namespace app
