#pragma once

#include "geo/model/layer.hpp"
#include "geo/model/phase.hpp"

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace app {

/// The translation context of the inspector's texts that are made outside of widgets.
struct Inspector {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString phaseWord(const geo::Phasing& phasing, const std::string& phase);
QString roleWord(geo::Role role);            ///< as a heading: `role_word` with a capital
QString fieldWord(std::string_view field);   ///< an attribute of a role; its own name where it has no word
QString unknownWord();
QString areaFigure(double m2);  ///< short enough for a card: `1 235 m²`, `12.35 ha`

}  // namespace app
