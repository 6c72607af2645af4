#include "app/project/selection.hpp"

#include <utility>

namespace app {

void Selection::set(Selected selected, bool reveal) {
    // The same thing chosen again in a table still asks the map to show it.
    if (selected == m_current && !reveal) return;
    m_current = std::move(selected);
    emit changed(reveal);
}

}  // namespace app
