#include "app/panels/inspector/attributes.hpp"
#include "app/panels/inspector/describe.hpp"
#include "app/panels/inspector/words.hpp"
#include "app/tables/verdict_chip.hpp"
#include "app/theme/language.hpp"

#include <QStringList>

namespace app {
namespace {

constexpr double round_place = 20.0;  ///< metres of the map shown round a place

const QString dot = QStringLiteral(" · ");

QString marginOf(const geo::Why* why) {
    if (!why || why->rows.empty()) return unknownWord();
    return signedNumber(why->rows.front().margin_m(), 2) + " m";
}

}  // namespace

Inspected describePlace(const geo::Project& project, geo::Point place, const geo::Why* why) {
    Inspected shown;
    shown.heading = Inspector::tr("Place");
    shown.has_reasons = true;
    shown.extent = geo::Box{place.x, place.y, place.x, place.y}.grown(round_place);
    QStringList subline{number(place.x, 2) + ", " + number(place.y, 2)};
    if (!why) {
        shown.subline = subline.join(dot);
        shown.summary = Inspector::tr("Measuring…");
        return shown;
    }
    if (!why->compound.empty()) subline.prepend(compoundName(project.inputs, why->compound));
    if (!why->consent.empty()) subline << Inspector::tr("consent: %1").arg(text(why->consent));
    shown.subline = subline.join(dot);
    shown.verdict = why->verdict;
    shown.summary = text(why->summary);
    const bool is_outside = why->compound.empty();
    const QString none = QStringLiteral("–");
    shown.figures = {{Inspector::tr("Margin"), is_outside ? none : marginOf(why)},
                     {Inspector::tr("To boundary"), why->boundary_m ? number(*why->boundary_m, 2) + " m" : none},
                     {Inspector::tr("Consent"), is_outside ? none : why->consent.empty() ? Inspector::tr("none") : Inspector::tr("needed")}};
    shown.reasons = reasonsOf(*why, project.inputs);
    return shown;
}

Inspected describeSite(const geo::Project& project, const geo::Site& site, const geo::Why* why) {
    Inspected shown;
    shown.heading = Inspector::tr("Site %1").arg(text(site.id));
    shown.verdict = site.verdict;
    shown.has_reasons = true;
    QStringList subline{compoundName(project.inputs, site.compound), Inspector::tr("%1 bays").arg(number(site.bay_count, 0)),
                        number(site.area_m2, 1) + " m²", zone_type_word(site.type)};
    if (why && !why->consent.empty()) subline << Inspector::tr("consent: %1").arg(text(why->consent));
    shown.subline = subline.join(dot);
    shown.figures = {{Inspector::tr("Margin"), site.margin_m ? signedNumber(*site.margin_m, 2) + " m" : unknownWord()},
                     {Inspector::tr("Demand"), site.demand_cov ? number(*site.demand_cov * 100.0, 0) + " %" : unknownWord()},
                     {Inspector::tr("Phase"), phaseWord(project.phasing, site.phase)}};
    geo::Box box = geo::box_of(site.outline);
    for (const geo::Bay& bay : site.bays) box.add(geo::box_of(bay.outline.outer));
    if (!box.empty()) shown.extent = box.grown(0.5 * round_place);
    if (!why) return shown;
    shown.summary = text(why->summary);
    shown.reasons = reasonsOf(*why, project.inputs);
    return shown;
}

}  // namespace app
