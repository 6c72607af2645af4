#include "geo/report/comparison_words.hpp"

namespace geo {

const char* word_of(Better better) { return better == Better::More ? "more" : better == Better::Less ? "less" : "neither"; }

const char* word_of(Reading reading) {
    switch (reading) {
        case Reading::Better: return "better";
        case Reading::Worse: return "worse";
        case Reading::Same: return "same";
        case Reading::Neutral: return "neutral";
    }
    return "";
}

const char* word_of(SiteChange::Kind kind) {
    return kind == SiteChange::Kind::Added ? "added" : kind == SiteChange::Kind::Removed ? "removed" : "changed";
}

const char* word_of(RunState state) { return state == RunState::None ? "none" : state == RunState::Current ? "current" : "stale"; }

}  // namespace geo
