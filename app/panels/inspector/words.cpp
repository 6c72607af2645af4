#include "app/panels/inspector/words.hpp"

#include "app/tables/phase_words.hpp"
#include "app/tables/verdict_chip.hpp"
#include "app/theme/language.hpp"

#include <algorithm>
#include <array>

namespace app {
namespace {

struct FieldName {
    std::string_view field;
    const char* word;
};

constexpr std::array<FieldName, 34> field_names{{
    {"households", QT_TRANSLATE_NOOP("Field", "Households")},
    {"ebikes", QT_TRANSLATE_NOOP("Field", "E-bikes")},
    {"company", QT_TRANSLATE_NOOP("Field", "Property company")},
    {"built_year", QT_TRANSLATE_NOOP("Field", "Built in")},
    {"derived", QT_TRANSLATE_NOOP("Field", "Made by the program")},
    {"floors", QT_TRANSLATE_NOOP("Field", "Floors")},
    {"height", QT_TRANSLATE_NOOP("Field", "Height")},
    {"fire_grade", QT_TRANSLATE_NOOP("Field", "Fire grade")},
    {"structure", QT_TRANSLATE_NOOP("Field", "Structure")},
    {"use", QT_TRANSLATE_NOOP("Field", "Use")},
    {"blank_wall", QT_TRANSLATE_NOOP("Field", "Blank walls")},
    {"part", QT_TRANSLATE_NOOP("Field", "Part")},
    {"part_of", QT_TRANSLATE_NOOP("Field", "Part of")},
    {"material", QT_TRANSLATE_NOOP("Field", "Material")},
    {"kind", QT_TRANSLATE_NOOP("Field", "Kind")},
    {"quantity", QT_TRANSLATE_NOOP("Field", "Quantity")},
    {"voltage", QT_TRANSLATE_NOOP("Field", "Voltage")},
    {"pressure", QT_TRANSLATE_NOOP("Field", "Pressure")},
    {"width", QT_TRANSLATE_NOOP("Field", "Width")},
    {"building", QT_TRANSLATE_NOOP("Field", "Building")},
    {"surveyed", QT_TRANSLATE_NOOP("Field", "Surveyed")},
    {"compound", QT_TRANSLATE_NOOP("Field", "Compound")},
    {"capacity", QT_TRANSLATE_NOOP("Field", "Spare capacity")},
    {"owner", QT_TRANSLATE_NOOP("Field", "Whose consent")},
    {"bays", QT_TRANSLATE_NOOP("Field", "Bays")},
    {"status", QT_TRANSLATE_NOOP("Field", "Status")},
    {"date", QT_TRANSLATE_NOOP("Field", "Date")},
    {"type", QT_TRANSLATE_NOOP("Field", "Type")},
    {"severity", QT_TRANSLATE_NOOP("Field", "Severity")},
    {"source", QT_TRANSLATE_NOOP("Field", "Source")},
    {"unit", QT_TRANSLATE_NOOP("Field", "Unit responsible")},
    {"id", QT_TRANSLATE_NOOP("Field", "Number")},
    {"name", QT_TRANSLATE_NOOP("Field", "Name")},
    {"layer", QT_TRANSLATE_NOOP("Field", "Layer")},
}};

}  // namespace

QString phaseWord(const geo::Phasing& phasing, const std::string& phase) {
    return phase.empty() ? Inspector::tr("not set") : phase_words(phasing, phase);
}

QString roleWord(geo::Role role) {
    QString word = role_word(role);
    if (!word.isEmpty()) word[0] = word[0].toUpper();
    return word;
}

QString fieldWord(std::string_view field) {
    const auto known = std::ranges::find(field_names, field, &FieldName::field);
    if (known == field_names.end()) return QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()));
    return QCoreApplication::translate("Field", known->word);
}

QString unknownWord() { return Inspector::tr("unknown"); }

QString areaFigure(double m2) {
    constexpr double hectare_m2 = 10000.0;
    return m2 < hectare_m2 ? number(m2, m2 < 99.5 ? 1 : 0) + " m²" : number(m2 / hectare_m2, 2) + " ha";
}

}  // namespace app
