#pragma once

#include "geo/report/comparison_document.hpp"

namespace geo {

// Words of a comparison as files have them, the same in every language.
const char* word_of(Better better);          ///< `more`, `less`, `neither`
const char* word_of(Reading reading);        ///< `better`, `worse`, `same`, `neutral`
const char* word_of(SiteChange::Kind kind);  ///< `added`, `removed`, `changed`
const char* word_of(RunState state);         ///< `none`, `current`, `stale`

}  // namespace geo
