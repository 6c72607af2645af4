#pragma once

#include <QImage>

#include <gtest/gtest.h>

#include <string>

namespace golden {

/// How far a picture may be from the one kept.
struct Tolerance {
    int channel = 40;      ///< a pixel counts as different when one of its channels differs by more
    double share = 0.0015;  ///< of pixels that may be different
};

/// Whether a picture looks like `tests/golden/<name>.png`. If not, `<build>/golden/<name>.png` is what was drawn, and `…-difference.png` beside it
/// shows the differing pixels red on the faded picture. With ANCHONG_REPLACE_GOLDEN=1 in the environment the kept picture is replaced
/// instead: look at it, then commit it.
testing::AssertionResult looks_like(const QImage& picture, const std::string& name, Tolerance tolerance = {});

}  // namespace golden
