#pragma once

#include "geo/core/finding.hpp"
#include "geo/io/dbf_text.hpp"
#include "geo/io/ogr_rows.hpp"
#include "geo/io/table.hpp"

#include <optional>
#include <span>

namespace geo::storage {

/// How a table's values fit into a DBF: measured over all rows first, then applied to each.
class DbfLayout {
   public:
    DbfLayout(const Table& table, std::span<const std::size_t> rows, const DbfEncoder& encoder);

    std::vector<Column> columns() const;  ///< names in the DBF's bytes
    const std::vector<ColumnWidth>& widths() const { return m_widths; }
    /// Values in the DBF's bytes; NULL where a number does not fit.
    void fit(std::vector<Value>& values) const;
    /// What could not be kept. @param where  the file
    std::vector<Finding> findings(const std::string& where) const;

   private:
    struct Loss {
        std::size_t count = 0;
        std::string feature, column;  ///< of the first
        std::string sample;           ///< the characters, each once, or the first value
        void note(const std::vector<Value>& values, const std::string& in);
    };
    void measure(const std::vector<Value>& values);
    void measure_text(std::size_t column, const std::string& text, const std::vector<Value>& values);
    void measure_real(std::size_t column, double number, const std::vector<Value>& values);

    const DbfEncoder& m_encoder;
    std::vector<Column> m_columns;
    std::vector<ColumnWidth> m_widths;
    std::vector<int> m_whole_digits;  ///< of real columns, with sign
    Loss m_characters, m_texts, m_numbers;
};

}  // namespace geo::storage
