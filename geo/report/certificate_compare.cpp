#include "geo/report/certificate_compare.hpp"

#include "geo/report/certificate_tables.hpp"
#include "geo/rules/row_verdict.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

std::string shown(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return text->empty() ? "–" : *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&value)) return fmt::format("{:.6f}", *real);
    return "–";
}

std::optional<double> number_in(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return std::nullopt;
}

bool is_nothing(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return std::holds_alternative<std::monostate>(value) || (text && text->empty());
}

bool is_same(const Value& a, const Value& b) {
    if (is_nothing(a) || is_nothing(b)) return is_nothing(a) && is_nothing(b);
    const auto x = number_in(a), y = number_in(b);
    if (x || y) return x && y && std::abs(*x - *y) <= exact_m * (1 + 1e-6);
    return a == b;
}

std::string key_of(const CertificateTable& table, const std::vector<Value>& row) {
    std::string key;
    for (std::size_t c = 0; c < table.key_columns; ++c)
        if (!is_nothing(row[c])) key += (key.empty() ? "" : " / ") + shown(row[c]);
    return key;
}

std::string word_of(std::string_view table) { return table == "clearances" ? "row" : std::string{table.substr(0, table.size() - 1)}; }

struct Rows {
    explicit Rows(const CertificateTable& table) {
        for (const auto& row : table.rows) by_key[key_of(table, row)].push_back(&row);
    }
    std::map<std::string, std::vector<const std::vector<Value>*>> by_key;
};

CertificateTable table_of(const CertificateDocument& document, std::string_view key) {
    std::vector<CertificateTable> tables = certificate_tables(document);
    return std::move(*std::ranges::find(tables, key, &CertificateTable::key));
}

}  // namespace

void compare_table(std::string_view name, const CertificateDocument& given, const CertificateDocument& again, std::vector<Finding>& differences) {
    if (name == "rules" && !given.is_full) return;
    const CertificateTable mine = table_of(given, name), theirs = table_of(again, name);
    const Rows claimed{mine}, computed{theirs};
    const std::string word = word_of(name);
    const auto add = [&](const char* what, const std::string& key, Message text) {
        differences.push_back({word + "-" + what, std::string{name}, key, std::move(text)});
    };
    for (const auto& [key, rows] : computed.by_key) {
        const auto it = claimed.by_key.find(key);
        if (it == claimed.by_key.end()) {
            add("missing", key, say("证书“{0}”部分缺少 {2} 一行，由输入重算应有此行。", "The certificate's {1} lack the row of {2}, which the inputs call for.", mine.title.zh, mine.title.en, key));
            continue;
        }
        for (std::size_t c = mine.key_columns; c < mine.columns.size(); ++c) {
            const CertificateColumn& column = mine.columns[c];
            if (column.may_lack && !given.is_full) continue;
            const Value &a = (*it->second.front())[c], &b = (*rows.front())[c];
            if (is_same(a, b)) continue;
            add("differs", key, say("证书“{0}”部分 {2}：{3}记为 {5}，重算为 {6}。", "The certificate's {1}, {2}: {4} is given as {5}; recomputed {6}.", mine.title.zh, mine.title.en, key, column.title.zh,
                                    column.title.en, shown(a), shown(b)));
        }
    }
    for (const auto& [key, rows] : claimed.by_key) {
        const auto it = computed.by_key.find(key);
        const std::size_t due = it == computed.by_key.end() ? 0 : it->second.size();
        if (rows.size() > due)
            add("extra", key, say("证书“{0}”部分多出 {2} 一行，由输入重算没有此行。", "The certificate's {1} have a row of {2} that the inputs do not call for.", mine.title.zh, mine.title.en, key));
    }
}

}  // namespace geo
