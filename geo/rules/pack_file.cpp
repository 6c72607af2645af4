#include "geo/rules/pack_file.hpp"

#include "geo/core/error.hpp"
#include "geo/core/hash.hpp"
#include "geo/rules/coverage.hpp"
#include "geo/rules/embedded_data.hpp"
#include "geo/rules/pack_json.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <mutex>
#include <set>
#include <ranges>
#include <sstream>

namespace geo {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 2> root_packs{"cn-base", "generic"};
constexpr std::uintmax_t largest_file = 16U << 20U;
constexpr std::size_t most_reasons = 20;  ///< that one message lists

bool is_root_pack(std::string_view id) { return std::ranges::find(root_packs, id) != root_packs.end(); }

std::optional<std::string_view> builtin_text(const std::string& id) {
    for (const embedded::File& file : embedded::rulepacks())
        if (file.name == id + ".json") return file.text;
    return std::nullopt;
}

std::string read_file(const fs::path& file) {
    std::error_code error;
    const auto size = fs::is_regular_file(file, error) ? fs::file_size(file, error) : 0;
    std::ifstream stream{file, std::ios::binary};
    if (error || size == 0 || !stream)
        throw SourceError{say("读取规则包 {}：文件不存在、为空或无法读取",
                              "reading rule pack {}: the file is missing, empty or unreadable", file.string())};
    if (size > largest_file)
        throw SourceError{say("读取规则包 {}：文件大于 16 MB，不是规则包",
                              "reading rule pack {}: larger than 16 MB, so no rule pack", file.string())};
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::string id_list() {
    std::string ids;
    for (const PackSummary& pack : builtin_packs()) ids += (ids.empty() ? "" : ", ") + pack.id;
    return ids;
}

void say_of(const std::string& file, const Message& reason, std::vector<Message>& reasons) {
    reasons.push_back(
        {fmt::format("规则包 {}：{}", file, reason.zh), fmt::format("rule pack {}: {}", file, reason.en)});
}

/// distance, parameter or duty; empty where the pack has no such rule.
Message sort_of(const RulePack& pack, const std::string& id) {
    if (std::ranges::find(pack.clearances, id, &ClearanceRule::id) != pack.clearances.end()) return {"距离", "a distance"};
    if (pack.parameters.contains(id)) return {"参数", "a parameter"};
    if (std::ranges::find(pack.duties, id, &DutyRule::id) != pack.duties.end()) return {"职责", "a duty"};
    return {};
}

std::set<std::string> ids_of(const RulePack& pack) {
    std::set<std::string> ids;
    for (const ClearanceRule& rule : pack.clearances) ids.insert(rule.id);
    for (const auto& [id, rule] : pack.parameters) ids.insert(id);
    for (const DutyRule& rule : pack.duties) ids.insert(rule.id);
    return ids;
}

/// One id is one rule: a child that makes a parameter of its parent's distance has mistaken one for the other.
void refuse_other_sorts(const RulePack& child, const RulePack& parent, const std::set<std::string>& inherited, const std::string& file, std::vector<Message>& reasons) {
    const auto check = [&](const std::string& id) {
        if (!inherited.contains(id)) return;
        const Message own = sort_of(child, id), other = sort_of(parent, id);
        if (!other.zh.empty() && other.zh != own.zh)
            reasons.push_back(say("规则包 {0}，规则 {1}：既是{2}又是{3}（在 {4} 中）", "rule pack {0}, rule {1}: is both {5} and {6} (of {4})", file, id, own.zh, other.zh,
                                  parent.id, own.en, other.en));
    };
    for (const ClearanceRule& rule : child.clearances) check(rule.id);
    for (const auto& [id, rule] : child.parameters) check(id);
    for (const DutyRule& rule : child.duties) check(rule.id);
}

/// An exception of the parent loses the rules that gave way, and goes when none is left; one of the child's own must name rules that there are.
void settle_exceptions(RulePack& pack, const std::string& file, std::vector<Message>& reasons) {
    std::vector<std::string> lowered;  // what an exception may stand in for
    for (const ClearanceRule& rule : pack.clearances)
        if (rule.instead_of.empty() && !rule.ban) lowered.push_back(rule.id);
    std::vector<ClearanceRule> kept;
    for (ClearanceRule& rule : pack.clearances) {
        const bool is_exception = !rule.instead_of.empty();
        std::erase_if(rule.instead_of, [&](const std::string& id) {
            if (std::ranges::binary_search(lowered, id)) return false;
            if (rule.clause.pack == pack.id)
                reasons.push_back(say("规则包 {}，规则 {}：instead_of 所指的距离规则 {} 不存在，或本身是例外或禁设",
                                      "rule pack {}, rule {}: instead_of names {}, which is no distance rule of the pack, or an exception or a ban itself", file, rule.id, id));
            return true;
        });
        if (!is_exception || !rule.instead_of.empty()) kept.push_back(std::move(rule));
    }
    pack.clearances = std::move(kept);
}

constexpr std::array zone_types{ZoneType::OpenAir, ZoneType::Shed, ZoneType::ChargingCabinet, ZoneType::SwapCabinet};

/// Zone types that a replaced rule is left with: a distance for sheds says nothing of open ground.
/// @return nothing where it is replaced for all of its own
std::optional<std::vector<ZoneType>> zones_left(const ClearanceRule& rule, const RawPack& child) {
    std::vector<ZoneType> left = rule.zones.empty() ? std::vector(zone_types.begin(), zone_types.end()) : rule.zones;
    for (const auto& [by, replaced] : child.replacements) {
        if (replaced != rule.id) continue;
        const auto own = std::ranges::find(child.pack.clearances, by, &ClearanceRule::id);
        if (own == child.pack.clearances.end() || own->zones.empty()) return std::nullopt;
        std::erase_if(left, [&](ZoneType zone) { return std::ranges::find(own->zones, zone) != own->zones.end(); });
    }
    if (left.empty()) return std::nullopt;
    if (left.size() == zone_types.size()) left.clear();
    return left;
}

/// The parent's rules with the child's laid over them.
RulePack folded(RawPack child, const RulePack* parent, const std::string& file, std::vector<Message>& reasons) {
    if (parent) {
        std::set<std::string> replaced;
        for (const auto& [by, rule] : child.replacements) replaced.insert(rule);
        const std::set<std::string> own = ids_of(child.pack), inherited = ids_of(*parent);
        const auto gives_way = [&](const std::string& id) { return own.contains(id) || replaced.contains(id); };
        for (const auto& [by, rule] : child.replacements)
            if (!inherited.contains(rule))
                reasons.push_back(say("规则包 {}，规则 {}：要替换的规则 {} 不在 {} 中", "rule pack {}, rule {}: replaces {}, which {} has not", file, by, rule, parent->id));
        refuse_other_sorts(child.pack, *parent, inherited, file, reasons);
        std::vector<ClearanceRule> clearances;
        for (ClearanceRule rule : parent->clearances) {
            if (own.contains(rule.id)) continue;
            if (replaced.contains(rule.id)) {
                auto zones = zones_left(rule, child);
                if (!zones) continue;
                rule.zones = std::move(*zones);
            }
            clearances.push_back(std::move(rule));
        }
        auto parameters = parent->parameters;
        auto duties = parent->duties;
        std::erase_if(parameters, [&](const auto& rule) { return gives_way(rule.first); });
        std::erase_if(duties, [&](const DutyRule& rule) { return gives_way(rule.id); });
        RulePack& pack = child.pack;
        std::ranges::move(clearances, std::back_inserter(pack.clearances));
        pack.parameters.merge(parameters);
        std::ranges::move(duties, std::back_inserter(pack.duties));
        std::ranges::sort(pack.clearances, {}, &ClearanceRule::id);
        std::ranges::sort(pack.duties, {}, &DutyRule::id);
        pack.lineage.insert(pack.lineage.end(), parent->lineage.begin(), parent->lineage.end());
    }
    settle_exceptions(child.pack, file, reasons);
    return std::move(child.pack);
}

class Loader {
public:
    explicit Loader(std::vector<Message>& reasons) : m_reasons{reasons} {}

    /// The built-in ones never change while the program runs: each is folded once.
    std::optional<RulePack> builtin(const std::string& id) {
        static std::mutex mutex;
        static std::map<std::string, RulePack> known;
        {
            const std::scoped_lock lock{mutex};
            if (const auto pack = known.find(id); pack != known.end()) return pack->second;
        }
        std::optional<RulePack> pack = resolve(*builtin_text(id), id, {});
        const std::scoped_lock lock{mutex};
        if (pack) known.emplace(id, *pack);
        return pack;
    }

    std::optional<RulePack> file(const fs::path& path) { return file(path, read_file(path)); }
    std::optional<RulePack> file(const fs::path& path, std::string_view text) {
        return resolve(text, path.string(), path.parent_path().empty() ? fs::path{"."} : path.parent_path());
    }

private:
    std::optional<RulePack> resolve(std::string_view text, const std::string& file, const fs::path& folder) {
        auto raw = read_pack(text, file, m_reasons);
        if (!raw) return std::nullopt;
        const std::string id = raw->pack.id;
        if (!raw->pack.lineage.empty()) {
            say_of(file,
                   say("是项目中存放的合并后的规则包（lineage），不能作为文件使用",
                       "is a folded pack out of a project (it has a lineage), not one to be used as a file"),
                   m_reasons);
            return std::nullopt;
        }
        if (const auto own = builtin_text(id); own && !folder.empty() && *own != text) {
            say_of(file,
                   say("id“{}”属于程序自带的规则包而内容不同，请另取 id",
                       "its id \"{}\" is that of a built-in pack with other content; choose another id", id),
                   m_reasons);
            return std::nullopt;
        }
        if (std::ranges::find(m_open, id) != m_open.end()) {
            std::string circle;
            for (const std::string& step : m_open) circle += step + " → ";
            say_of(file, say("规则包互相继承成环：{}{}", "packs extend one another in a circle: {}{}", circle, id),
                   m_reasons);
            return std::nullopt;
        }
        m_open.push_back(id);
        const auto parent = parent_of(*raw, file, folder);
        m_open.pop_back();
        const std::size_t before = m_reasons.size();
        const bool is_root = is_root_pack(id) && raw->extends.empty();
        if (!is_root && !parent) return std::nullopt;
        raw->pack.lineage = {id};
        RulePack pack = folded(std::move(*raw), parent ? &*parent : nullptr, file, m_reasons);
        if (m_reasons.size() != before) return std::nullopt;
        pack.sha256 = sha256(write_pack(pack));
        return pack;
    }

    std::optional<RulePack> parent_of(const RawPack& raw, const std::string& file, const fs::path& folder) {
        if (raw.extends.empty()) {
            if (!is_root_pack(raw.pack.id))
                say_of(file,
                       say("没有 extends；各规则包最终都须继承 cn-base（全国数值）或 generic（逐项询问数值）",
                           "has no extends; every pack must in the end extend cn-base (China's figures) or generic (asks for every number)"),
                       m_reasons);
            return std::nullopt;
        }
        if (builtin_text(raw.extends)) return builtin(raw.extends);
        const fs::path beside = folder / (raw.extends + ".json");
        std::error_code error;
        if (!folder.empty() && fs::is_regular_file(beside, error)) {
            auto parent = this->file(beside);
            if (!parent || parent->id == raw.extends) return parent;
            say_of(file,
                   say("extends 为 {}，而 {} 的 id 是 {}", "extends {}, but the id in {} is {}", raw.extends,
                       beside.string(), parent->id),
                   m_reasons);
            return std::nullopt;
        }
        say_of(file,
               say("所继承的规则包“{}”不存在：自带的有 {}，旁边也没有 {}.json",
                   "extends \"{}\", which does not exist: built in are {}, and there is no {}.json beside it",
                   raw.extends, id_list(), raw.extends),
               m_reasons);
        return std::nullopt;
    }

    std::vector<Message>& m_reasons;
    std::vector<std::string> m_open;
};

RulePack pack_or_throw(std::optional<RulePack> pack, const std::vector<Message>& reasons) {
    if (pack) return std::move(*pack);
    Message all;
    for (const Message& reason : reasons | std::views::take(most_reasons)) {
        all.zh += (all.zh.empty() ? "" : "\n") + reason.zh;
        all.en += (all.en.empty() ? "" : "\n") + reason.en;
    }
    if (reasons.size() > most_reasons) {
        const Message more = say("\n另有 {} 处错误；用 anchong rules validate 文件 可列出全部。", "\n{} more faults; anchong rules validate FILE lists all.", reasons.size() - most_reasons);
        all.zh += more.zh, all.en += more.en;
    }
    throw RuleError{all};
}

}  // namespace

std::vector<PackSummary> builtin_packs() {
    std::vector<PackSummary> result;
    for (const embedded::File& file : embedded::rulepacks()) {
        std::vector<Message> reasons;
        auto raw = read_pack(file.text, std::string{file.name}, reasons);
        if (!raw) pack_or_throw(std::nullopt, reasons);
        result.push_back({raw->pack.id, raw->pack.title, raw->pack.jurisdiction, raw->pack.edition, raw->extends});
    }
    std::ranges::sort(result, {}, &PackSummary::id);
    return result;
}

namespace {

std::optional<RulePack> pack_named(const std::string& id_or_file, std::vector<Message>& reasons) {
    Loader loader{reasons};
    if (builtin_text(id_or_file)) return loader.builtin(id_or_file);
    const fs::path path{id_or_file};
    std::error_code error;
    if (path.extension() == ".json" || path.has_parent_path() || fs::is_regular_file(path, error)) return loader.file(path);
    throw RuleError{say("没有规则包“{}”。自带的有：{}；也可给出规则包 JSON 文件的路径",
                        "there is no rule pack \"{}\". Built in are: {}; or give the path of a pack's JSON file",
                        id_or_file, id_list())};
}

}  // namespace

RulePack load_pack(const std::string& id_or_file) {
    std::vector<Message> reasons;
    std::optional<RulePack> pack = pack_named(id_or_file, reasons);
    return pack_or_throw(std::move(pack), reasons);
}

RulePack load_pack_text(std::string_view text, const std::filesystem::path& file) {
    std::vector<Message> reasons;
    return pack_or_throw(Loader{reasons}.file(file, text), reasons);
}

std::vector<Message> validate_pack(const std::string& id_or_file) {
    std::vector<Message> reasons;
    if (const auto pack = pack_named(id_or_file, reasons)) return bare_classes(*pack);
    return reasons;
}

std::string pack_to_text(const RulePack& pack) { return write_pack(pack); }

RulePack pack_from_text(const std::string& text, const std::string& called) {
    std::vector<Message> reasons;
    auto raw = read_pack(text, called, reasons);
    if (raw && raw->pack.lineage.empty()) {
        reasons.push_back(say("项目中的规则包 {} 未经合并（没有 lineage）",
                              "rule pack {} in the project is not folded (it has no lineage)", raw->pack.id));
        raw.reset();
    }
    if (!raw) return pack_or_throw(std::nullopt, reasons);
    raw->pack.sha256 = sha256(write_pack(raw->pack));
    return std::move(raw->pack);
}

}  // namespace geo
