#pragma once

#include "geo/core/finding.hpp"
#include "geo/model/hazard.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace geo::reading {

/// Points on their way from a file, still in its coordinates, and why others are left out.
class PointSink {
   public:
    /// @param is_table  rows are counted below a header, features are not
    PointSink(std::string shown, bool is_table) : m_shown{std::move(shown)}, m_is_table{is_table} {}

    /// @param number  1-based place in the file
    /// @return whether it was taken
    bool add(std::int64_t number, const WeightedPoint& point);
    /// Leaves one out. @param reason  as the end of a sentence
    void refuse(std::int64_t number, const Message& reason);
    /// Drops those of the points taken that are not finite by now, with their reports. @param reason  as for `refuse`
    void drop_not_finite(std::vector<HazardReport>& reports, const Message& reason);

    /// Findings for all that were left out, in the order of the file; the first thousand one by one.
    std::vector<Finding> findings() const;
    /// Rows or features seen so far.
    std::int64_t read() const { return m_read; }

    std::vector<WeightedPoint> points;

   private:
    std::string m_shown;
    bool m_is_table;
    std::vector<std::int64_t> m_numbers;  ///< of the points
    std::vector<Finding> m_findings;
    std::int64_t m_refused = 0, m_read = 0;
};

}  // namespace geo::reading
