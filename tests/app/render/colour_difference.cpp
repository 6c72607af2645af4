#include "tests/app/render/colour_difference.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace colours {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr std::array<Matrix, 4> sights{{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}};
constexpr Matrix rgb_to_xyz{
    {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
constexpr Triple white{0.95047, 1.0, 1.08883};

Triple times(const Matrix& m, const Triple& v) {
    Triple result{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j) result[i] += m[i][j] * v[j];
    return result;
}

Triple linear(const QColor& colour) {
    const auto one = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return {one(colour.red() / 255.0), one(colour.green() / 255.0), one(colour.blue() / 255.0)};
}

Triple lab(Triple rgb) {
    for (double& v : rgb) v = std::clamp(v, 0.0, 1.0);
    const Triple xyz = times(rgb_to_xyz, rgb);
    Triple f{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = xyz[i] / white[i];
        f[i] = t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
    }
    return {116.0 * f[1] - 16.0, 500.0 * (f[0] - f[1]), 200.0 * (f[1] - f[2])};
}

double rad(double deg) { return deg * std::numbers::pi / 180.0; }

double hue_deg(double a, double b) {
    if (a == 0.0 && b == 0.0) return 0.0;
    const double deg = std::atan2(b, a) * 180.0 / std::numbers::pi;
    return deg < 0.0 ? deg + 360.0 : deg;
}

double ciede2000(const Triple& x, const Triple& y) {
    const auto power7 = [](double v) { return std::pow(v, 7.0); };
    const double mean_chroma = 0.5 * (std::hypot(x[1], x[2]) + std::hypot(y[1], y[2]));
    const double g = 0.5 * (1.0 - std::sqrt(power7(mean_chroma) / (power7(mean_chroma) + power7(25.0))));
    const double a1 = x[1] * (1.0 + g), a2 = y[1] * (1.0 + g);
    const double c1 = std::hypot(a1, x[2]), c2 = std::hypot(a2, y[2]), h1 = hue_deg(a1, x[2]), h2 = hue_deg(a2, y[2]);
    double dh = h2 - h1;
    if (dh > 180.0) dh -= 360.0;
    if (dh < -180.0) dh += 360.0;
    if (c1 * c2 == 0.0) dh = 0.0;
    const double dl = y[0] - x[0], dc = c2 - c1, dhue = 2.0 * std::sqrt(c1 * c2) * std::sin(rad(0.5 * dh));
    const double l = 0.5 * (x[0] + y[0]), c = 0.5 * (c1 + c2);
    double h = h1 + h2;
    if (c1 * c2 != 0.0) h = std::abs(h1 - h2) <= 180.0 ? 0.5 * h : 0.5 * (h < 360.0 ? h + 360.0 : h - 360.0);
    const double t = 1.0 - 0.17 * std::cos(rad(h - 30.0)) + 0.24 * std::cos(rad(2.0 * h)) +
                     0.32 * std::cos(rad(3.0 * h + 6.0)) - 0.20 * std::cos(rad(4.0 * h - 63.0));
    const double turn = 30.0 * std::exp(-std::pow((h - 275.0) / 25.0, 2.0)),
                 rc = 2.0 * std::sqrt(power7(c) / (power7(c) + power7(25.0)));
    const double sl = 1.0 + 0.015 * std::pow(l - 50.0, 2.0) / std::sqrt(20.0 + std::pow(l - 50.0, 2.0)),
                 sc = 1.0 + 0.045 * c, sh = 1.0 + 0.015 * c * t;
    const double rt = -std::sin(rad(2.0 * turn)) * rc;
    return std::sqrt(std::pow(dl / sl, 2.0) + std::pow(dc / sc, 2.0) + std::pow(dhue / sh, 2.0) +
                     rt * (dc / sc) * (dhue / sh));
}

}  // namespace

double difference(const QColor& a, const QColor& b, Sight sight) {
    const Matrix& m = sights[static_cast<std::size_t>(sight)];
    return ciede2000(lab(times(m, linear(a))), lab(times(m, linear(b))));
}

double least_difference(const std::vector<QColor>& colours, Sight sight) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < colours.size(); ++i)
        for (std::size_t j = i + 1; j < colours.size(); ++j)
            least = std::min(least, difference(colours[i], colours[j], sight));
    return least;
}

double lightness(const QColor& colour) { return lab(linear(colour))[0]; }

}  // namespace colours
