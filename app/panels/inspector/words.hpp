#pragma once

#include "geo/model/layer.hpp"
#include "geo/model/results.hpp"

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace app {

/// The translation context of the inspector's texts that are made outside of widgets.
struct Inspector {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString verdictWord(geo::Verdict verdict);
QString verdictToken(geo::Verdict verdict);  ///< of its colours: `complies`, `verify`, `fails`
QString zoneTypeWord(geo::ZoneType type);
QString phaseWord(const std::string& phase);
QString roleWord(geo::Role role);
QString fieldWord(std::string_view field);   ///< an attribute of a role; its own name where it has no word
QString unknownWord();

}  // namespace app
