#pragma once

namespace geo {

/// Into how many chords an arc is cut so that the chords, drawn outside the circle, stay within `tolerance` of it: a chord over the
/// angle s touches the circle in its middle and ends at radius / cos(s / 2).
int arc_steps(double radius, double sweep_rad, double tolerance, int least = 1);

}  // namespace geo
