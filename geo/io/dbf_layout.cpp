#include "geo/io/dbf_layout.hpp"

#include <algorithm>
#include <cmath>

namespace geo::storage {
namespace {

constexpr int text_limit = 254;
constexpr int decimals_limit = 15;
constexpr double number_limit = 1e15;  // With one decimal its digits fill the 17 that a double has.

bool fits(double number) { return std::isfinite(number) && std::abs(number) < number_limit; }

/// Decimals that give the same double when read again.
int decimals_of(double number) {
    const std::string text = fmt::format("{}", number);
    if (text.find('e') != std::string::npos) return decimals_limit;
    const auto point = text.find('.');
    const int decimals = point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
    return std::clamp(decimals, 1, decimals_limit);  // With none, readers take the column for integers.
}

std::string first_text(const std::vector<Value>& values) {
    const auto* text = values.empty() ? nullptr : std::get_if<std::string>(&values.front());
    return text ? *text : std::string{};
}

}  // namespace

void DbfLayout::Loss::note(const std::vector<Value>& values, const std::string& in) {
    if (count++ == 0) {
        feature = first_text(values);
        column = in;
    }
}

DbfLayout::DbfLayout(const Table& table, std::span<const std::size_t> rows, const DbfEncoder& encoder)
    : m_encoder{encoder}, m_columns{table.columns}, m_widths(table.columns.size()), m_whole_digits(table.columns.size(), 1) {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_widths[i] = m_columns[i].type == FieldType::Text      ? ColumnWidth{1, 0}
                      : m_columns[i].type == FieldType::Integer ? ColumnWidth{9, 0}
                                                                : ColumnWidth{0, 1};
    }
    for (const std::size_t i : rows) measure(table.row(i).values);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].type == FieldType::Real) m_widths[i].width = m_whole_digits[i] + 1 + m_widths[i].decimals;
    }
}

void DbfLayout::measure(const std::vector<Value>& values) {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (const auto* text = std::get_if<std::string>(&values[i])) {
            measure_text(i, *text, values);
        } else if (const auto* real = std::get_if<double>(&values[i])) {
            measure_real(i, *real, values);
        } else if (const auto* whole = std::get_if<std::int64_t>(&values[i])) {
            m_widths[i].width = std::max(m_widths[i].width, static_cast<int>(fmt::formatted_size("{}", *whole)));
        }
    }
}

void DbfLayout::measure_text(std::size_t column, const std::string& text, const std::vector<Value>& values) {
    const DbfText encoded = m_encoder(text);
    for (const std::string& character : encoded.lost) {
        m_characters.note(values, m_columns[column].name);
        if (m_characters.sample.find(character) == std::string::npos && m_characters.sample.size() < 200) {
            m_characters.sample += (m_characters.sample.empty() ? "" : " ") + character;
        }
    }
    if (encoded.bytes.size() > text_limit) m_texts.note(values, m_columns[column].name);
    m_widths[column].width = std::max(m_widths[column].width, static_cast<int>(std::min<std::size_t>(encoded.bytes.size(), text_limit)));
}

void DbfLayout::measure_real(std::size_t column, double number, const std::vector<Value>& values) {
    if (!fits(number)) {
        m_numbers.note(values, m_columns[column].name);
        if (m_numbers.sample.empty()) m_numbers.sample = fmt::format("{}", number);
        return;
    }
    m_whole_digits[column] = std::max(m_whole_digits[column], static_cast<int>(fmt::formatted_size("{:.0f}", std::trunc(number))) + 1);
    m_widths[column].decimals = std::max(m_widths[column].decimals, decimals_of(number));
}

std::vector<Column> DbfLayout::columns() const {
    std::vector<std::string> names;
    for (const Column& column : m_columns) names.push_back(column.name);
    names = dbf_names(names, m_encoder);
    std::vector<Column> columns = m_columns;
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].name = names[i];
    return columns;
}

void DbfLayout::fit(std::vector<Value>& values) const {
    for (Value& value : values) {
        if (auto* text = std::get_if<std::string>(&value)) {
            const DbfText encoded = m_encoder(*text);
            *text = m_encoder.cut(encoded.bytes, text_limit);
        } else if (const auto* real = std::get_if<double>(&value); real && !fits(*real)) {
            value = {};
        }
    }
}

std::vector<Finding> DbfLayout::findings(const std::string& where) const {
    std::vector<Finding> found;
    if (m_characters.count > 0) {
        found.push_back({"characters-replaced", where, m_characters.feature,
                         say("{}：{} 个字符在 {} 中没有，已写作“?”（首个在 {} 的 {} 列）：{}。用 --encoding UTF-8 可保留。",
                             "{}: {} characters that {} lacks were written as \"?\" (the first in {}, column {}): {}. "
                             "--encoding UTF-8 keeps them.",
                             where, m_characters.count, m_encoder.name(), m_characters.feature, m_characters.column, m_characters.sample)});
    }
    if (m_texts.count > 0) {
        found.push_back({"text-cut", where, m_texts.feature,
                         say("{}：{} 个文本超过 DBF 的 254 字节，已截断（首个在 {} 的 {} 列）。GeoPackage 中是完整的。",
                             "{}: {} texts longer than the 254 bytes of a DBF were cut (the first in {}, column {}). A GeoPackage keeps them.",
                             where, m_texts.count, m_texts.feature, m_texts.column)});
    }
    if (m_numbers.count > 0) {
        found.push_back({"number-left-out", where, m_numbers.feature,
                         say("{}：{} 个数值超出 DBF 的范围，已留空（首个在 {} 的 {} 列：{}）。",
                             "{}: {} numbers beyond the range of a DBF were left empty (the first in {}, column {}: {}).", where,
                             m_numbers.count, m_numbers.feature, m_numbers.column, m_numbers.sample)});
    }
    return found;
}

}  // namespace geo::storage
