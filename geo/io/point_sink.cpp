#include "geo/io/point_sink.hpp"

#include <algorithm>
#include <cmath>

namespace geo::reading {
namespace {

constexpr std::int64_t listed_one_by_one = 1000;

bool is_finite(const WeightedPoint& p) { return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.weight); }

}  // namespace

bool PointSink::add(std::int64_t number, const WeightedPoint& point) {
    m_read = std::max(m_read, number);
    if (!is_finite(point)) {
        refuse(number, {"坐标或权重不是有限数", "a coordinate or weight is not finite"});
        return false;
    }
    if (point.weight < 0) {
        refuse(number, say("权重 {} 小于 0", "the weight {} is below 0", point.weight));
        return false;
    }
    points.push_back(point);
    m_numbers.push_back(number);
    return true;
}

void PointSink::refuse(std::int64_t number, const Message& reason) {
    m_read = std::max(m_read, number);
    if (++m_refused > listed_one_by_one) return;
    // As a spreadsheet counts: the header is row 1.
    const std::int64_t shown = m_is_table ? number + 1 : number;
    m_findings.push_back({"row-skipped", m_shown, std::to_string(shown),
                          {fmt::format("{} 第 {} {}：{}，未读入。", m_shown, shown, m_is_table ? "行" : "个要素", reason.zh),
                           fmt::format("{}, {} {}: {}; left out.", m_shown, m_is_table ? "row" : "feature", shown, reason.en)}});
}

void PointSink::drop_not_finite(std::vector<HazardReport>& reports, const Message& reason) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!is_finite(points[i])) {
            refuse(m_numbers[i], reason);
            continue;
        }
        if (kept != i) {
            points[kept] = points[i], m_numbers[kept] = m_numbers[i];
            if (!reports.empty()) reports[kept] = std::move(reports[i]);
        }
        ++kept;
    }
    points.resize(kept);
    m_numbers.resize(kept);
    if (!reports.empty()) reports.resize(kept);
}

std::vector<Finding> PointSink::findings() const {
    std::vector<Finding> all = m_findings;
    if (m_refused > listed_one_by_one)
        all.push_back({"row-skipped", m_shown, "",
                       say("{}：另有 {} 行不能用，未读入。", "{}: {} more rows cannot be used and were left out.", m_shown, m_refused - listed_one_by_one)});
    return all;
}

}  // namespace geo::reading
