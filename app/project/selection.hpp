#pragma once

#include "geo/geometry/shapes.hpp"

#include <QObject>
#include <QString>

namespace app {

/// What of the project the user points at; map, tables and inspector follow it.
struct Selected {
    enum class Kind { Nothing, Place, Site, Compound, Feature };
    Kind kind = Kind::Nothing;
    QString id;        ///< of the site, compound or feature; empty for a place
    geo::Point place;  ///< where the map was clicked; of others some point on them; working CRS

    bool operator==(const Selected&) const = default;
};

class Selection : public QObject {
    Q_OBJECT

   public:
    using QObject::QObject;
    const Selected& current() const { return m_current; }
    /// @param reveal  the map should move so that it is seen (chosen in a table)
    void set(Selected selected, bool reveal = false);
    void clear() { set({}); }

   signals:
    void changed(bool reveal);

   private:
    Selected m_current;
};

}  // namespace app
