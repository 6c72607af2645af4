#include "app/panels/inspector/duty_facts.hpp"

#include "app/panels/inspector/words.hpp"
#include "app/tables/duty_words.hpp"
#include "app/theme/language.hpp"
#include "geo/rules/duty_kinds.hpp"

namespace app {

void add_duties(Inspected& shown, const geo::Results& results, const std::string& row_id, bool is_site) {
    std::vector<Fact> facts;
    for (const geo::CheckRow& row : results.checks) {
        if (row.site_id != row_id) continue;
        facts.push_back({text(geo::duty_words(row.duty)), duty_line(row), row.verdict == geo::Verdict::Complies ? Fact::Kind::Value : Fact::Kind::Unknown});
    }
    if (facts.empty()) return;
    if (is_site) {
        shown.facts = std::move(facts);
        shown.facts_title = Inspector::tr("Duties");
        shown.reasons_first = true;
        return;
    }
    facts.insert(facts.begin(), {Inspector::tr("Charging indoors by way of exception takes"), {}, Fact::Kind::Heading});
    shown.facts.insert(shown.facts.begin(), facts.begin(), facts.end());
}

}  // namespace app
