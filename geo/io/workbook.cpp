#include "geo/io/workbook.hpp"

#include "geo/core/clock.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/output_file.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <cerrno>
#include <ctime>
#include <map>

namespace geo {
namespace {

using namespace storage;

constexpr std::size_t longest_cell = 32'767;  ///< characters that a cell may hold

/// A text as far as a cell takes it, whole characters of UTF-8.
std::string fitting(const std::string& text) {
    std::size_t count = 0, at = 0;
    while (at < text.size() && count < longest_cell) {
        ++at, ++count;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    }
    return text.substr(0, at);
}

std::time_t moment() {
    std::tm time{};
    strptime(timestamp().c_str(), "%Y-%m-%dT%H:%M:%SZ", &time);
    return timegm(&time);
}

/// A workbook on its way into a file; what fails is told when it is closed.
class Writing {
   public:
    Writing(const std::filesystem::path& file, const std::filesystem::path& target) : m_target{target} {
        // Its own temporary files lie beside the file: another file system may be full while this one is not.
        m_folder = file.parent_path().string();
        lxw_workbook_options options{};
        options.tmpdir = m_folder.data();
        m_book = workbook_new_opt(file.c_str(), &options);
        if (!m_book) throw write_failure(target, std::string{lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED)});
        m_head = workbook_add_format(m_book);
        format_set_bold(m_head);
        format_set_text_wrap(m_head);
        format_set_align(m_head, LXW_ALIGN_VERTICAL_TOP);
        format_set_bottom(m_head, LXW_BORDER_THIN);
        m_text = workbook_add_format(m_book);
        format_set_num_format(m_text, "@");
    }
    ~Writing() {
        if (m_book) workbook_close(m_book);
    }
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;

    void properties(const Message& title) {
        std::string words = title.zh + " · " + title.en, program = "Anchong 安充";
        lxw_doc_properties properties{};
        properties.title = words.data();
        properties.author = program.data();
        properties.created = moment();
        check(workbook_set_properties(m_book, &properties));
    }

    void add(const Sheet& sheet) {
        lxw_worksheet* page = workbook_add_worksheet(m_book, sheet.name.c_str());
        if (!page) throw write_failure(m_target, sheet.name);
        worksheet_set_row(page, 0, 48, nullptr);
        worksheet_freeze_panes(page, 1, 1);
        worksheet_set_landscape(page);
        worksheet_repeat_rows(page, 0, 0);
        for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
            const SheetColumn& column = sheet.columns[c];
            const auto at = static_cast<lxw_col_t>(c);
            check(worksheet_set_column(page, at, at, column.width, nullptr));
            check(worksheet_write_string(page, 0, at, fmt::format("{}\n{}\n{}", column.title.zh, column.title.en, column.key).c_str(), m_head));
        }
        for (std::size_t r = 0; r < sheet.rows.size(); ++r)
            for (std::size_t c = 0; c < sheet.columns.size(); ++c)
                cell(page, static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(c), sheet.rows[r][c], sheet.columns[c]);
    }

    void close() {
        errno = 0;
        const lxw_error error = workbook_close(std::exchange(m_book, nullptr));
        if (error == LXW_NO_ERROR) return;
        const int reason = errno;
        throw reason != 0 ? write_failure(m_target, reason_of(reason)) : write_failure(m_target, std::string{lxw_strerror(error)});
    }

   private:
    void check(lxw_error error) const {
        if (error != LXW_NO_ERROR) throw write_failure(m_target, std::string{lxw_strerror(error)});
    }
    lxw_format* number_format(const std::string& format) {
        lxw_format*& known = m_numbers[format];
        if (!known) {
            known = workbook_add_format(m_book);
            if (!format.empty()) format_set_num_format(known, format.c_str());
        }
        return known;
    }
    void cell(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const Value& value, const SheetColumn& of) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            if (!text->empty()) check(worksheet_write_string(page, row, column, fitting(*text).c_str(), m_text));
        } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            check(worksheet_write_number(page, row, column, static_cast<double>(*whole), nullptr));
        } else if (const auto* real = std::get_if<double>(&value)) {
            check(worksheet_write_number(page, row, column, *real, number_format(of.format)));
        }
    }

    const std::filesystem::path& m_target;
    std::string m_folder;
    lxw_workbook* m_book = nullptr;
    lxw_format *m_head = nullptr, *m_text = nullptr;
    std::map<std::string, lxw_format*> m_numbers;
};

}  // namespace

void write_workbook(const std::filesystem::path& file, const std::filesystem::path& target, const Message& title, std::span<const Sheet> sheets) {
    {
        Writing writing{file, target};
        writing.properties(title);
        for (const Sheet& sheet : sheets) writing.add(sheet);
        writing.close();
    }
    const std::vector<SheetText> read = [&] {
        try {
            return read_workbook(file);
        } catch (const SourceError&) {  // Where the quota ends, libxlsxwriter does not notice.
            throw write_failure(target, Message{"写入后无法读回，磁盘空间或限额可能不足", "it does not read back; the disk or the quota may be full"});
        }
    }();
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::size_t found = i < read.size() ? read[i].rows.size() : 0;
        if (found != sheets[i].rows.size()) throw write_failure(target, fmt::format("{}: {} / {}", sheets[i].name, found, sheets[i].rows.size()));
    }
}

void write_workbook(const std::filesystem::path& file, const Message& title, std::span<const Sheet> sheets, bool overwrite) {
    require_writable(file, overwrite);
    storage::TempFile temp{storage::resolved(file)};
    write_workbook(temp.path(), file, title, sheets);
    temp.become_target(overwrite);
}

}  // namespace geo
