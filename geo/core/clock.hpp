#pragma once

#include <string>

namespace geo {

/// Now in UTC as `2026-11-22T08:30:00Z`; the moment of `SOURCE_DATE_EPOCH` where that is set, so that outputs repeat.
std::string timestamp();

}  // namespace geo
