#include "geo/core/error.hpp"
#include "geo/io/dbf_text.hpp"
#include "geo/io/field_mapping.hpp"
#include "geo/io/text_encoding.hpp"
#include "geo/io/value_parsing.hpp"
#include "tests/fuzz/target.hpp"

#include <cmath>
#include <set>

namespace {

using namespace geo;
using fuzz::require;

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t from = 0; from <= text.size() && words.size() < 12;) {
        const std::size_t to = std::min(text.find('\n', from), text.size());
        words.emplace_back(text.substr(from, to - from));
        from = to + 1;
    }
    return words;
}

void read_values(const std::string& text) {
    for (const std::string_view unit : {"", "m", "kV", "MPa", "t"})
        if (const auto number = reading::parse_number(text, unit)) require(std::isfinite(*number), "a number out of a cell is finite");
    for (const RoleInfo& role : roles())
        for (const Field& field : role.fields) {
            bool is_bad = false;
            const Value value = reading::parse_value(field, text, true, is_bad);
            if (const auto* number = std::get_if<double>(&value)) require(std::isfinite(*number), "a value is finite");
            require(!is_bad || std::holds_alternative<std::monostate>(value), "an unusable cell gives no value");
        }
}

void map_columns(const std::vector<std::string>& columns) {
    for (const RoleInfo& role : roles())
        for (const bool is_table : {false, true}) {
            const auto mapping = reading::map_fields(role.role, columns, {}, is_table, "fuzz");
            require(mapping.fields.size() == role.fields.size(), "a place for each field");
            for (const auto& column : mapping.fields) require(!column || *column < columns.size(), "a field's column exists");
            for (const std::size_t column : mapping.ids) require(column < columns.size(), "an id's column exists");
            require(!mapping.xy || std::max(mapping.xy->first, mapping.xy->second) < columns.size(), "a coordinate's column exists");
        }
    for (const RoleInfo& role : roles())
        if (const auto layer = reading::layer_by_name(role.role, columns)) require(*layer < columns.size(), "a layer's place exists");
    if (columns.size() < 2) return;
    try {
        reading::map_fields(Role::Building, {columns.begin() + 1, columns.end()}, {{columns.front(), columns.back()}}, false, "fuzz");
    } catch (const InvalidInput&) {
        // The columns or fields that the user named do not exist.
    }
}

void decode(const std::string& bytes) {
    for (const char* name : {"UTF-8", "GBK", "GB18030", "BIG5", "CP1252"}) {
        const auto encoding = reading::encoding_named(name);
        if (!encoding) continue;
        const reading::Decoder decoder{*encoding};
        const std::string text = decoder(bytes);
        require(reading::is_utf8(text), "what was decoded is UTF-8");
        const std::string cut = reading::cut_to_bytes(text, 10, *encoding);
        require(reading::is_utf8(cut) && text.starts_with(cut), "a cut text is a beginning in whole characters");
    }
}

void encode(const std::vector<std::string>& texts) {
    for (const char* name : {"UTF-8", "GBK"}) {
        const storage::DbfEncoder encoder{name};
        for (const std::string& text : texts) {
            const auto encoded = encoder(text);
            require(encoder.cut(encoded.bytes, 10).size() <= 10, "a cut is no longer than its limit");
        }
        const auto names = storage::dbf_names(texts, encoder);
        require(names.size() == texts.size(), "a DBF name for each column");
        require(std::set(names.begin(), names.end()).size() == names.size(), "DBF names differ");
        for (const std::string& column : names) require(column.size() <= 10, "a DBF name has at most 10 bytes");
    }
}

}  // namespace

// Cells, column names and their bytes, as strangers write them: values are finite, columns exist, texts are UTF-8. The first
// byte tells what the rest is taken for.
void fuzz::try_input(Bytes input) {
    if (input.empty()) return;
    const std::string text{as_text(input.subspan(1, std::min<std::size_t>(input.size() - 1, 500)))};
    switch (input.front() % 4) {
        case 0: read_values(text); break;
        case 1: map_columns(words_of(text)); break;
        case 2:
            require(!reading::is_ascii(text) || reading::is_utf8(text), "ASCII is UTF-8");
            (void)reading::encoding_named(text);
            (void)reading::looks_like_gbk(text);
            decode(text);
            break;
        default:
            // Names and texts reach the writers as UTF-8 only.
            if (reading::is_utf8(text)) encode(words_of(text));
    }
}

std::vector<std::string> fuzz::seeds() {
    const std::vector<std::string> texts{"4.0 m", "12,5", "1,250", "6F", "地上6层地下2层", "10kV", "0.4 MPa", "2;3", "6+1", "-3", "1e308", "1e999", "nan", "inf", "35000", "二级", "砖混", "yes",
            "是", "2019-05-01", "小区名称\n户数\n建成年代\nid\nX\nY", "building\nbuilding:levels\nheight\nname\nosm_id", "fid\n楼层数\n建筑高度（m）\n耐火等级",
            "\xd0\xa1\xc7\xf8\xc3\xfb\xb3\xc6\n\xb2\xe3\xca\xfd", "caf\xe9", "\xe5\xb0", "ANSI 936", "65001", "very_long_column_name_one\nvery_long_column_name_two"};
    std::vector<std::string> all;
    for (const char mode : {'\0', '\1', '\2', '\3'})
        for (const std::string& text : texts) all.push_back(mode + text);
    return all;
}
