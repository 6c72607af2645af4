#include "app/panels/new_project/source_choices.hpp"

#include "app/panels/new_project/source_model.hpp"
#include "app/tables/verdict_chip.hpp"
#include "app/theme/language.hpp"

#include <QRegularExpression>

namespace app {
namespace {

bool takes_geometry(const geo::RoleInfo& role, const geo::LayerPreview& preview) {
    if (!preview.has_points && !preview.has_lines && !preview.has_areas) return true;
    // Closed lines may stand for areas, which only reading them all can tell.
    return (preview.has_points && role.takes_points) || (preview.has_lines && (role.takes_lines || (role.takes_areas && !role.takes_points))) ||
           (preview.has_areas && role.takes_areas);
}

// CGCS2000 / 3-degree Gauss-Kruger in the CM variant: one a central meridian from 75° E in steps of three.
constexpr int first_cm = 4534, last_cm = 4554, zone_variant = 21;

QString cgcs2000(int code) {
    const bool is_zone = code < first_cm;
    const int meridian = 75 + 3 * (code + (is_zone ? zone_variant : 0) - first_cm);
    const QString name = is_zone ? QString{"CGCS2000 / 3-degree Gauss-Kruger zone %1"}.arg(meridian / 3)
                                 : QString{"CGCS2000 / 3-degree Gauss-Kruger CM %1E"}.arg(meridian);
    return QString{"EPSG:%1 – %2"}.arg(code).arg(name);
}

std::vector<Choice> near_choices(const geo::LayerPreview& preview) {
    if (preview.extent_lonlat.empty()) return {};
    const geo::Point centre = preview.extent_lonlat.centre();
    std::vector<Choice> choices;
    try {
        const QString working = QString::fromStdString(geo::working_crs(centre));
        const int code = working.section(':', 1).toInt();
        if (code >= first_cm && code <= last_cm) {
            for (const int near : {code, code - zone_variant}) choices.push_back({cgcs2000(near), QString{"EPSG:%1"}.arg(near)});
        }
        const int zone = static_cast<int>((centre.x + 180.0) / 6.0) + 1;
        const int utm = (centre.y < 0 ? 32700 : 32600) + zone;
        choices.push_back({QString{"EPSG:%1 – WGS 84 / UTM zone %2%3"}.arg(utm).arg(zone).arg(centre.y < 0 ? "S" : "N"), QString{"EPSG:%1"}.arg(utm)});
    } catch (const geo::CrsError&) {
        choices.clear();  // beyond where any of them is used
    }
    return choices;
}

}  // namespace

std::vector<Choice> roleChoices(const SourceRow& row) {
    std::vector<Choice> choices{{SourceModel::tr("– no role –")}};
    for (const geo::RoleInfo& role : geo::roles())
        choices.push_back({role_word(role.role), static_cast<int>(role.role), !row.preview || takes_geometry(role, *row.preview)});
    return choices;
}

std::vector<Choice> encodingChoices(const SourceRow& row) {
    std::vector<Choice> choices{{row.preview && !row.encoding ? SourceModel::tr("%1 (automatic)").arg(text(row.preview->encoding)) : SourceModel::tr("Automatic")}};
    for (const char* name : {"UTF-8", "GBK", "GB18030", "Big5", "UTF-16", "CP1252"}) choices.push_back({name, QString{name}});
    return choices;
}

std::vector<Choice> crsChoices(const SourceRow& row) {
    const bool is_known = row.preview && !row.crs && !row.preview->crs.empty();
    std::vector<Choice> choices{{is_known ? SourceModel::tr("%1 (automatic)").arg(text(row.preview->crs)) : SourceModel::tr("Automatic")}};
    const auto add = [&choices](const Choice& choice) {
        for (const Choice& there : choices)
            if (there.value == choice.value) return;
        choices.push_back(choice);
    };
    if (row.preview)
        for (const Choice& choice : near_choices(*row.preview)) add(choice);
    add({"EPSG:4490 – CGCS2000", "EPSG:4490"});
    add({"EPSG:4326 – WGS 84", "EPSG:4326"});
    for (int code = first_cm; code <= last_cm; ++code) add({cgcs2000(code), QString{"EPSG:%1"}.arg(code)});
    add({"EPSG:3857 – WGS 84 / Pseudo-Mercator", "EPSG:3857"});
    return choices;
}

QString crsOf(const QString& typed) {
    static const QRegularExpression code{"^\\s*(?:epsg\\s*:?\\s*)?(\\d{4,6})(?:\\s*–.*)?\\s*$", QRegularExpression::CaseInsensitiveOption};
    const auto match = code.match(typed);
    return match.hasMatch() ? "EPSG:" + match.captured(1) : typed.trimmed();
}

}  // namespace app
