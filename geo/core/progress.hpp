#pragma once

#include "geo/core/error.hpp"

#include <functional>

namespace geo {

/// Where long work reports to, and learns that it should stop. Copies share both ends. Safe to use from several threads when
/// the given functions are.
class Progress {
   public:
    Progress() = default;
    /// @param report   called with the share done, 0…1
    /// @param stopped  true once the work should stop
    Progress(std::function<void(double)> report, std::function<bool()> stopped)
        : m_report{std::move(report)}, m_stopped{std::move(stopped)} {}

    /// Reports the share done. @throws Cancelled once stopped
    void at(double share) const {
        if (m_stopped && m_stopped()) throw Cancelled{};
        if (m_report) m_report(m_from + share * (m_to - m_from));
    }
    /// The part of this progress that a step of the work fills.
    Progress part(double from, double to) const {
        Progress p{*this};
        p.m_from = m_from + from * (m_to - m_from);
        p.m_to = m_from + to * (m_to - m_from);
        return p;
    }

   private:
    std::function<void(double)> m_report;
    std::function<bool()> m_stopped;
    double m_from = 0.0;
    double m_to = 1.0;
};

}  // namespace geo
