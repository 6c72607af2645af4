#include "app/panels/inspector/inspected.hpp"

#include "app/tables/verdict_chip.hpp"

#include <QStringList>

namespace app {

QString plainText(const Inspected& shown) {
    QStringList lines{shown.heading};
    if (shown.verdict) lines.front() += '\t' + verdict_word(*shown.verdict);
    if (!shown.subline.isEmpty()) lines << shown.subline;
    if (!shown.summary.isEmpty()) lines << shown.summary;
    for (const Figure& figure : shown.figures) lines << figure.label + '\t' + figure.value;
    for (const Reason& r : shown.reasons) lines << wordsOf(r).join('\t');
    for (const Fact& fact : shown.facts) lines << (fact.kind == Fact::Kind::Heading ? fact.name : fact.name + '\t' + fact.value);
    return lines.join('\n') + '\n';
}

}  // namespace app
