#include "geo/zones/why_words.hpp"

#include "geo/rules/obstacle_kinds.hpp"

#include <cctype>

namespace geo {
namespace {

bool contains_any(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

Message breach(const WhyRow& row) {
    const Message& name = row.name;
    if (row.is_inside && row.need_m <= exact_m)
        return say("位于{0}内，不得占用。", "inside {1}, which has to stay free.", name.zh, name.en);
    if (row.is_inside)
        return say("位于{0}内，须距其 ≥ {2:.2f} m。", "inside {1}, {2:.2f} m from it needed.", name.zh, name.en, row.need_m);
    const bool is_should = row.strength == Strength::Should && !row.is_ban;
    return say(is_should ? "距 {0} {2:.2f} m，宜 ≥ {3:.2f} m，差 {4:.2f} m；不采用时须说明理由。" : "距 {0} {2:.2f} m，须 ≥ {3:.2f} m，差 {4:.2f} m。",
               is_should ? "{2:.2f} m from {1}, {3:.2f} m recommended, {4:.2f} m short; give reasons for departing from it."
                         : "{2:.2f} m from {1}, {3:.2f} m needed, {4:.2f} m short.",
               name.zh, name.en, row.have_m, row.need_m, -row.margin_m());
}

Message doubt(const WhyRow& row) {
    const Message& name = row.name;
    switch (row.cause) {
        case Cause::Kept:
        case Cause::Breach: return breach(row);
        case Cause::Presumed:
            return say("位于推定的{0}内，请确认或排除。", "inside the presumed {1}; confirm or dismiss it.", name.zh, name.en);
        case Cause::Accuracy:
            return say("裕量 {:.2f} m 小于来源精度 {} m，请现场复测。",
                       "the margin of {:.2f} m is below the source accuracy of {} m; measure on site.", row.margin_m(), row.accuracy_m);
        case Cause::Derived:
            return say("{0}的类别含推定或未知属性，已按最不利值取 {2:.2f} m。请补录其属性。",
                       "{1} has derived or unknown attributes; the worst case of {2:.2f} m was assumed. Fill them in.", name.zh, name.en,
                       row.need_m);
        case Cause::AssumedWidth:
            return say("{0}缺少宽度，已按规则包取值。请补录其宽度。", "{1} has no width; the pack's was assumed. Fill it in.", name.zh, name.en);
        case Cause::Status:
            return say("控制数值（{0}）{1}。请核对原文。", "the governing number ({0}) {2}. Check it against the source.", row.clause.label(),
                       row.clause.status == Status::Assumption ? "属设定" : "未经核实",
                       row.clause.status == Status::Assumption ? "is an assumption" : "is unverified");
    }
    return {};
}

}  // namespace

Message obstacle_words(const Obstacle& obstacle) {
    Message words = described(obstacle.what);
    if (obstacle.name.empty()) return {words.zh + " " + obstacle.id, words.en + " " + obstacle.id};
    const bool tells_kind = contains_any(obstacle.name, {words.zh});
    return {tells_kind ? obstacle.name : obstacle.name + " " + words.zh, obstacle.name + " " + words.en};
}

Message obstacle_name(const Obstacle& obstacle) {
    const std::string& kind_code = obstacle.what.kind;
    if (kind_code == "boundary") return {"小区边界", "the compound's boundary"};
    const std::string& name = obstacle.name;
    const Message kind = kind_words(kind_code);
    if (name.empty()) return {kind.zh + " " + obstacle.id, kind.en + " " + obstacle.id};
    if (kind_code == "building" && !contains_any(name, {"楼", "栋", "幢"})) {
        const bool is_number = name.back() == '#' || std::isdigit(static_cast<unsigned char>(name.back()));
        if (is_number) return {name + " 楼", "building " + (name.back() == '#' ? name.substr(0, name.size() - 1) : name)};
    }
    // What the name does not tell is said: `1单元门` alone could be anything.
    if (kind_code == "building" || contains_any(name, {kind.zh})) return {name, name};
    return {kind.zh + " " + name, kind.en + " " + name};
}

Message why_summary(Verdict verdict, const WhyRow* because) {
    if (!because)
        return say("待核实：附近没有已知的障碍物，无从证明间距。请补充图层。",
                   "To be verified: no obstacle is known near here, so no clearance is proved. Add layers.");
    const Message& name = because->name;
    switch (verdict) {
        case Verdict::Complies:
            if (because->need_m <= exact_m)
                return say("可设：距 {0} {2:.2f} m，不得占用其用地。", "May stand: {2:.2f} m from {1}, whose ground has to stay free.", name.zh,
                           name.en, because->have_m);
            return say("可设：距 {0} {2:.2f} m，须 ≥ {3:.2f} m。", "May stand: {2:.2f} m from {1}, {3:.2f} m needed.", name.zh, name.en,
                       because->have_m, because->need_m);
        case Verdict::Fails: {
            const Message why = breach(*because);
            return {"不可设：" + why.zh, "May not stand: " + why.en};
        }
        case Verdict::ToVerify: break;
    }
    const Message why = doubt(*because);
    return {"待核实：" + why.zh, "To be verified: " + why.en};
}

Message why_summary_outside() {
    return say("不可设：不在任何小区内。请点选小区边界以内的地方。", "May not stand: outside of every compound. Choose a place within a boundary.");
}

Message why_summary_of_site(const Site& site) {
    if (!site.in_robust)
        return say("待核实：超出稳妥范围，裕量小于来源精度。请现场复测。",
                   "To be verified: it leaves the robust ring, where margins are above the source accuracy. Measure on site.");
    return say("待核实：没有通道。请现场核对出入。", "To be verified: it has no aisle. Check on site how bikes get in.");
}

}  // namespace geo
