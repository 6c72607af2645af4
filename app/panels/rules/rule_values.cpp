#include "app/panels/rules/rule_values.hpp"

#include "app/tables/status_words.hpp"
#include "app/theme/language.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace app {
namespace {

constexpr std::array statuses{geo::Status::Verified, geo::Status::Secondary, geo::Status::Unverified, geo::Status::Assumption};
constexpr std::array strengths{geo::Strength::Must, geo::Strength::Should};
const QStringList lengths{"m", "cm", "mm", "km", "ft", "in"}, areas{"m2", "ft2"};

/// As short as it is exact to a tenth of a millimetre.
QString plain(double value) {
    QString words = QString::number(value, 'f', 4);
    while (words.endsWith('0')) words.chop(1);
    return words.endsWith('.') ? words.chopped(1) : words;
}

geo::RuleEdit edit_of(const geo::RuleRow& row) { return {.rule = row.id, .value = {}, .unit = {}, .strength = {}, .clause = {}, .source = {}, .status = {}}; }

QString strength_word(geo::Strength strength) { return strength == geo::Strength::Must ? QCoreApplication::translate("Rule", "must") : QCoreApplication::translate("Rule", "should"); }

}  // namespace

bool RuleOfPack::isChanged() const {
    constexpr std::array fields{RuleField::Value, RuleField::Unit, RuleField::Strength, RuleField::Clause, RuleField::Source, RuleField::Status};
    return std::ranges::any_of(fields, [this](RuleField field) { return differs(*this, field); });
}

std::vector<RuleOfPack> rules_of_pack(const geo::RulePack& pack, const geo::RulePack* parent) {
    std::map<std::string, geo::RuleRow> stated;
    if (parent)
        for (geo::RuleRow& row : geo::rule_rows(*parent)) stated.emplace(row.id, std::move(row));
    std::vector<RuleOfPack> rows;
    for (geo::RuleRow& row : geo::rule_rows(pack)) {
        const auto found = stated.find(row.id);
        rows.push_back({std::move(row), found == stated.end() ? std::nullopt : std::optional{found->second}});
    }
    return rows;
}

QString field_text(const geo::RuleRow& row, RuleField field) {
    switch (field) {
        case RuleField::Value: return row.value ? plain(*row.value) : row.unit == "none" ? QString{} : QCoreApplication::translate("Rule", "asked for");
        case RuleField::Unit: return row.unit == "none" ? QString{} : row.unit == "flag" ? QCoreApplication::translate("Rule", "yes/no") : row.unit == "count" ? QCoreApplication::translate("Rule", "count") : row.unit == "share" ? QCoreApplication::translate("Rule", "share") : text(row.unit);
        case RuleField::Strength: return row.sort == geo::RuleSort::Ban ? QCoreApplication::translate("Rule", "ban") : strength_word(row.strength);
        case RuleField::Clause: return text(row.clause.number);
        case RuleField::Source: return text(row.clause.source);
        case RuleField::Status: return status_word(row.clause.status);
    }
    return {};
}

bool differs(const RuleOfPack& row, RuleField field) { return row.parent && field_text(row.now, field) != field_text(*row.parent, field); }

QStringList choices(const geo::RuleRow& row, RuleField field) {
    QStringList words;
    if (field == RuleField::Status)
        for (const geo::Status status : statuses) words << status_word(status);
    if (field == RuleField::Strength)
        for (const geo::Strength strength : strengths) words << strength_word(strength);
    if (field == RuleField::Unit) return row.unit == "m" ? lengths : row.unit == "m2" ? areas : QStringList{};
    return words;
}

int choice_of(const geo::RuleRow& row, RuleField field) {
    if (field == RuleField::Status) return static_cast<int>(std::ranges::find(statuses, row.clause.status) - statuses.begin());
    if (field == RuleField::Strength) return static_cast<int>(std::ranges::find(strengths, row.strength) - strengths.begin());
    return 0;
}

TypedRule typed_rule(const geo::RuleRow& row, RuleField field, const QString& typed) {
    const QString words = typed.trimmed();
    geo::RuleEdit edit = edit_of(row);
    if (words == field_text(row, field)) return {};
    if (field == RuleField::Clause || field == RuleField::Source) {
        if (words.isEmpty()) return {{}, QCoreApplication::translate("Rule", "A rule cannot be without a clause and a source: write where the number comes from.")};
        (field == RuleField::Clause ? edit.clause : edit.source) = words.toStdString();
        return {edit, {}};
    }
    QString digits = words;
    for (const QString& unit : lengths + areas)
        if (digits.endsWith(' ' + unit)) {
            edit.unit = unit.toStdString();
            digits.chop(unit.size());
            break;
        }
    bool is_number = false;
    const double value = digits.trimmed().replace(',', '.').toDouble(&is_number);
    if (!is_number || !std::isfinite(value) || value < 0.0)
        return {{}, QCoreApplication::translate("Rule", "“%1” is no number: write one of at least 0, with a unit where it is another than the rule's, as in “20 ft”.").arg(words)};
    edit.value = value;
    return {edit, {}};
}

TypedRule chosen_rule(const geo::RuleRow& row, RuleField field, int choice) {
    geo::RuleEdit edit = edit_of(row);
    const auto at = static_cast<std::size_t>(choice);
    if (choice < 0 || choice == choice_of(row, field)) return {};
    if (field == RuleField::Status) edit.status = statuses[at];
    else if (field == RuleField::Strength) edit.strength = strengths[at];
    else if (row.value) {
        // Another unit for the same figure: 6 m becomes 6 ft.
        edit.value = row.value;
        edit.unit = choices(row, field)[choice].toStdString();
    } else return {};
    return {edit, {}};
}

QString sort_word(geo::RuleSort sort) {
    switch (sort) {
        case geo::RuleSort::Distance: return QCoreApplication::translate("Rule", "Distance");
        case geo::RuleSort::Ban: return QCoreApplication::translate("Rule", "Ban");
        case geo::RuleSort::Exception: return QCoreApplication::translate("Rule", "Exception");
        case geo::RuleSort::Parameter: return QCoreApplication::translate("Rule", "Parameter");
        case geo::RuleSort::Duty: return QCoreApplication::translate("Rule", "Duty");
    }
    return {};
}

}  // namespace app
