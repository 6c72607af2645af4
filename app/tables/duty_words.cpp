#include "app/tables/duty_words.hpp"

#include "app/tables/verdict_chip.hpp"
#include "app/theme/language.hpp"
#include "geo/rules/duty_kinds.hpp"

namespace app {

QString amount_words(const std::optional<double>& value, const std::string& unit) {
    if (!value) return QStringLiteral("–");
    const QString figure = number(*value, unit == "count" ? 0 : unit == "m2" ? 1 : 2);
    return unit == "m" ? figure + " m" : unit == "m2" ? figure + QStringLiteral(" m²") : figure;
}

QString duty_line(const geo::CheckRow& row) {
    const geo::DutyKind* kind = geo::duty_kind(row.duty);
    QString line;
    if (row.value || row.need) line = amount_words(row.value, row.unit);
    if (row.need) {
        const bool is_most = kind && kind->compare == geo::DutyKind::Compare::AtMost;
        line += (is_most ? QStringLiteral(" ≤ ") : QStringLiteral(" ≥ ")) + amount_words(row.need, row.unit);
    }
    return line.isEmpty() ? verdict_word(row.verdict) : line + QStringLiteral(" · ") + verdict_word(row.verdict);
}

}  // namespace app
