#pragma once

#include "geo/zones/certify.hpp"

#include "geo/geometry/bands.hpp"
#include "geo/geometry/vectors.hpp"

namespace geo {

/// Eight edges of an outline side by side, to be held against one source at a time.
struct EdgeRun {
    alignas(16) double ax[8], ay[8], bx[8], by[8];
    alignas(16) double nx[8], ny[8];  ///< unit normals; zero for edges of no length
    int count = 0;
    RoughBox box;

    Point a(int i) const { return {ax[i], ay[i]}; }
    Point b(int i) const { return {bx[i], by[i]}; }
};

/// The work of `clearance_fault`; reused, it allocates nothing. It shares no code with the engine whose results it judges but boxes of
/// eight and bands.
class Certificate {
   public:
    std::optional<Fault> check(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m);

    /// Takes all sources in reach of the boundary, for `check_change`.
    void prepare(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m);
    /// One keep has changed since.
    void change(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, std::size_t changed);
    /// As `check`, after `change`.
    /// @param is_known  edges of `ground` that were proven against all other sources, outer rings before their holes
    std::optional<Fault> check_change(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps, const std::vector<char>& is_known);

   private:
    struct Source {
        Point a, b, along;
        double length, need;
        bool is_boundary;
        int keep;  ///< -1: the boundary; `gone` where it has changed since
    };
    static constexpr int gone = -2;
    void add_sources(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, const Box& reach);
    void add_keep(const Keep& keep, const Box& reach);
    void add_source(Point a, Point b, double need, bool is_boundary, const Box& reach);
    void add_closed(const Ring& ring, double need, bool is_boundary, const Box& reach);
    template <typename Check>
    void each_run(const Ring& ring, Check&& check);
    void check_run(const EdgeRun& run, const Octets& index, int first_source, unsigned edges);
    std::optional<Fault> check_whole(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps, const Box& reach);
    void check_pair(const EdgeRun& run, int i, const Source& source);
    void fail(Message message, const EdgeRun* run, int edge);
    bool holds_part(const Shape& shape) const;
    void check_sides(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps, const Box& reach);
    void check_touching(const MultiPolygon& ground, const MultiPolygon& boundary);

    std::vector<Source> m_sources;
    int m_keep = -1;  ///< whose sources are being added
    std::vector<RoughBox> m_boxes;
    Octets m_index, m_changed_index;
    int m_first_changed = 0;  ///< source of the keep that has changed
    Bands m_ground, m_boundary;
    bool m_touches_boundary = false;
    std::optional<Fault> m_fault;
};

}  // namespace geo
