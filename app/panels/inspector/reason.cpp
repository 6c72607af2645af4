#include "app/panels/inspector/reason.hpp"

#include "app/panels/inspector/words.hpp"
#include "app/tables/verdict_chip.hpp"
#include "app/theme/language.hpp"

#include <algorithm>
#include <array>

namespace app {
namespace {

bool isOwnGround(const geo::WhyRow& row) { return row.need_m <= geo::exact_m && row.obst_kind != "boundary"; }

QString needOf(const geo::WhyRow& row) {
    if (isOwnGround(row)) return Inspector::tr("keep off");
    const QString metres = number(row.need_m, 2);
    return row.strength == geo::Strength::Should && !row.is_ban ? Inspector::tr("should %1").arg(metres) : Inspector::tr("need %1").arg(metres);
}

QString haveOf(const geo::WhyRow& row) {
    if (row.is_inside) return Inspector::tr("inside");
    return isOwnGround(row) ? Inspector::tr("off by %1").arg(number(row.have_m, 2)) : Inspector::tr("have %1").arg(number(row.have_m, 2));
}

QString causeOf(const geo::WhyRow& row) {
    switch (row.cause) {
        case geo::Cause::Kept: return isOwnGround(row) ? QString{} : signedNumber(row.margin_m(), 2);
        case geo::Cause::Breach: return row.is_inside ? QString{} : Inspector::tr("%1 short").arg(number(-row.margin_m(), 2));
        case geo::Cause::Presumed: return Inspector::tr("presumed");
        case geo::Cause::Accuracy: return Inspector::tr("±%1 m").arg(QString::number(row.accuracy_m));
        case geo::Cause::Derived: return Inspector::tr("class derived");
        case geo::Cause::AssumedWidth: return Inspector::tr("width assumed");
        case geo::Cause::Status:
            return row.clause.status == geo::Status::Assumption ? Inspector::tr("number assumed") : Inspector::tr("number unverified");
    }
    return {};
}

QString statusWord(geo::Status status) {
    switch (status) {
        case geo::Status::Verified: return Inspector::tr("verified against the source");
        case geo::Status::Secondary: return Inspector::tr("from a secondary source");
        case geo::Status::Unverified: return Inspector::tr("not verified");
        case geo::Status::Assumption: return Inspector::tr("an assumption");
    }
    return {};
}

QString tipOf(const geo::WhyRow& row) {
    QStringList lines{text(row.obstacle)};
    if (const QString rule = text(row.text); !rule.isEmpty()) lines << rule;
    lines << Inspector::tr("%1 (%2)").arg(text(row.clause.label()), statusWord(row.clause.status));
    if (!row.clause.superseded_by.empty()) lines << Inspector::tr("Superseded by: %1").arg(text(row.clause.superseded_by));
    return lines.join('\n');
}

Reason reasonOf(const geo::WhyRow& row, bool governs) {
    Reason reason;
    reason.name = text(row.name);
    if (!reason.name.isEmpty()) reason.name[0] = reason.name[0].toUpper();
    reason.obstacle = text(row.obstacle);
    reason.need = needOf(row);
    reason.have = haveOf(row);
    reason.clause = text(row.clause.label());
    reason.rule = text(row.rule);
    QStringList notes;
    if (governs) notes << Inspector::tr("governs");
    if (const QString cause = causeOf(row); !cause.isEmpty()) notes << cause;
    reason.note = notes.join(QStringLiteral(" · "));
    reason.tip = tipOf(row);
    reason.verdict = row.verdict;
    reason.governs = governs;
    if (!(row.here == row.there)) reason.line = std::pair{row.here, row.there};
    reason.line_text = number(row.have_m, 2) + " m";
    if (!isOwnGround(row)) reason.line_text += (row.have_m < row.need_m - geo::exact_m ? " < " : " ≥ ") + number(row.need_m, 2);
    return reason;
}

QStringList rolesWithoutData(const geo::Inputs& inputs) {
    using enum geo::Role;
    QStringList words;
    for (const geo::Role role : {Building, Combustible, Danger, FireLane, AerialSite, Exit, Hydrant, Utility, PowerSource}) {
        const auto has_features = [&](const geo::Layer& layer) { return layer.role == role && !layer.features.empty(); };
        if (std::ranges::none_of(inputs.layers, has_features)) words << roleWord(role);
    }
    return words;
}

}  // namespace

std::vector<Reason> reasonsOf(const geo::Why& why, const geo::Inputs& inputs) {
    std::vector<Reason> reasons;
    for (const geo::WhyRow& row : why.rows) reasons.push_back(reasonOf(row, &row == why.rows.data()));
    const QStringList missing = why.compound.empty() ? QStringList{} : rolesWithoutData(inputs);
    if (missing.isEmpty()) return reasons;
    Reason none;
    none.name = none.obstacle = missing.join(Inspector::tr(", "));
    none.have = Inspector::tr("no data");
    none.note = Inspector::tr("No layer: unknown is not zero");
    none.tip = none.obstacle + '\n' + Inspector::tr("No such layer has been imported: these obstacles are not known, so nothing is proved of them.");
    reasons.push_back(std::move(none));
    return reasons;
}

QStringList wordsOf(const Reason& reason) {
    if (reason.mark == Mark::Heading) return {reason.name};
    if (reason.mark != Mark::Verdict) return {reason.obstacle, reason.need, reason.have, reason.clause, reason.note};
    return {verdict_word(reason.verdict), reason.obstacle, reason.need, reason.have, reason.clause, reason.note};
}

}  // namespace app
