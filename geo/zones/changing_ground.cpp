#include "geo/zones/changing_ground.hpp"

namespace geo {

ChangingGround::ChangingGround(MultiPolygon boundary, std::vector<Keep> keeps, double setback_m)
    : m_boundary{std::move(boundary)}, m_keeps{std::move(keeps)}, m_setback_m{setback_m} {
    compute();
}

void ChangingGround::compute() {
    m_ground = {};
    if (m_proven.run(m_boundary, m_keeps, m_setback_m, OffsetGround::Spread::Rings, m_ground.ground)) {
        m_ground = free_ground(m_boundary, m_keeps, m_setback_m);
        return;
    }
    m_ground.is_certified = true;
    m_ground.way = first_way;
}

const FreeGround& ChangingGround::change(std::size_t i, Keep keep) {
    m_keeps[i] = std::move(keep);
    const bool is_followed = m_ground.is_certified && m_ground.way == first_way;
    if (!is_followed || m_proven.change(m_boundary, m_keeps, m_setback_m, i, m_ground.ground)) compute();
    return m_ground;
}

}  // namespace geo
