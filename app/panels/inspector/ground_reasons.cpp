#include "app/panels/inspector/ground_reasons.hpp"

#include "app/panels/inspector/words.hpp"
#include "app/theme/language.hpp"
#include "geo/rules/match_words.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr std::size_t most_obstacles = 40, most_ways = 8;

QString squareMetres(double m2) { return number(m2, m2 < 9.95 ? 1 : 0) + " m²"; }
QString shareWord(double share) { return number(share * 100.0, share < 0.00995 ? 1 : 0) + " %"; }

Reason heading(const QString& words) {
    Reason row;
    row.mark = Mark::Heading;
    row.name = row.obstacle = row.tip = words;
    return row;
}

QString capital(QString words) {
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words;
}

/// What a number takes, without its subject.
Reason takingRow(const geo::Taken& taken, const geo::ClearanceRule& rule, const QString& sentence) {
    Reason row;
    row.mark = Mark::Share;
    row.share = taken.alone_share;
    row.have = shareWord(taken.alone_share);
    row.clause = text(rule.clause.label());
    row.rule = text(rule.id);
    row.note = taken.only_m2 > 0.0 ? Inspector::tr("%1, %2 only it").arg(squareMetres(taken.alone_m2), squareMetres(taken.only_m2))
                                   : Inspector::tr("%1, none only it").arg(squareMetres(taken.alone_m2));
    row.tip = sentence + '\n' + text(rule.text);
    return row;
}

Reason ruleRow(const geo::TakenRule& taken) {
    Reason row = takingRow(taken, taken.rule, text(taken.text));
    const QString from = taken.rule.id == "setback" ? Inspector::tr("boundary") : text(geo::described(taken.rule.from));
    row.name = row.obstacle = taken.obstacles > 1 ? capital(from) + QStringLiteral(" × ") + number(static_cast<double>(taken.obstacles), 0) : capital(from);
    row.need = taken.least_m == taken.most_m ? QString::number(taken.least_m) + " m" : QStringLiteral("%1–%2 m").arg(taken.least_m).arg(taken.most_m);
    return row;
}

Reason obstacleRow(const geo::TakenRow& taken) {
    Reason row = takingRow(taken, taken.rule, text(taken.text));
    row.name = capital(text(taken.name));
    row.obstacle = text(taken.obstacle);
    row.need = QString::number(taken.need_m) + " m";
    return row;
}

Reason wayRow(const geo::Remedy& remedy) {
    Reason row;
    row.mark = Mark::Gain;
    row.name = capital(text(remedy.condition));
    row.obstacle = text(remedy.text);
    row.have = "+" + squareMetres(remedy.gained_m2);
    row.clause = text(remedy.clause.label());
    row.rule = text(remedy.rule_after.empty() ? remedy.rule_before : remedy.rule_after);
    row.note = (remedy.zones == 1 ? Inspector::tr("1 zone") : Inspector::tr("%1 zones").arg(remedy.zones)) + QStringLiteral(" · ") + squareMetres(remedy.zones_m2);
    row.tip = text(remedy.text);
    return row;
}

Reason presumedRow(const geo::PresumedGround& presumed) {
    Reason row;
    row.name = row.obstacle = capital(text(presumed.name));
    row.verdict = geo::Verdict::ToVerify;
    row.have = squareMetres(presumed.free_m2);
    row.clause = text(presumed.rule.clause.label());
    row.rule = text(presumed.rule.id);
    row.note = Inspector::tr("if confirmed");
    row.tip = Inspector::tr("%1: takes nothing while it is only presumed; confirmed, it would take %2 of the free ground.").arg(row.name, row.have);
    return row;
}

template <typename T, typename Row>
void add(std::vector<Reason>& rows, const QString& title, const std::vector<T>& all, std::size_t most, Row row) {
    if (all.empty()) return;
    rows.push_back(heading(title));
    std::transform(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size())), std::back_inserter(rows), row);
    if (all.size() > most) rows.push_back(heading(Inspector::tr("and %1 more").arg(all.size() - most)));
}

}  // namespace

std::vector<Reason> groundReasons(const std::vector<geo::GroundTaken>& grounds) {
    std::vector<Reason> rows;
    for (const geo::GroundTaken& taken : grounds) {
        const QString where = grounds.size() > 1 ? text(taken.name.empty() ? taken.compound : taken.name) + QStringLiteral(" · ") : QString{};
        if (!taken.is_computed) rows.push_back(heading(where + text(taken.summary)));
        add(rows, where + Inspector::tr("Rules by the open ground they take"), taken.rules, taken.rules.size(), ruleRow);
        add(rows, where + Inspector::tr("What would free ground"), taken.remedies, most_ways, wayRow);
        add(rows, where + Inspector::tr("Presumed ground, not taken"), taken.presumed, taken.presumed.size(), presumedRow);
        add(rows, where + Inspector::tr("Obstacles by the open ground they take"), taken.rows, most_obstacles, obstacleRow);
    }
    return rows;
}

}  // namespace app
