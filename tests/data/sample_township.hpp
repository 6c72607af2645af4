#pragma once

#include "data/samples/draft.hpp"
#include "data/samples/township.hpp"

#include <string_view>

namespace samples {

/// The township, generated once for all tests.
inline const geo::Inputs& sample() {
    static const geo::Inputs inputs = township();
    return inputs;
}

inline const geo::Layer& layer(Sheet sheet) { return sample().layers.at(static_cast<std::size_t>(sheet)); }

inline const geo::Feature& compound(std::string_view name) {
    for (const geo::Feature& feature : layer(Sheet::Compounds).features)
        if (feature.name == name) return feature;
    throw std::logic_error{"no such compound in the sample"};
}

/// The outlines of a shape's areas, without what they enclose.
inline geo::Shape outline(const geo::Shape& shape) {
    geo::Shape lines;
    const auto close = [&](geo::Ring ring) {
        ring.push_back(ring.front());
        lines.lines.push_back(std::move(ring));
    };
    for (const geo::Polygon& polygon : shape.areas) {
        close(polygon.outer);
        for (const geo::Ring& hole : polygon.holes) close(hole);
    }
    return lines;
}

}  // namespace samples
