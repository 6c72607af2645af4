#include "app/window/parts.hpp"

#include "app/theme/language.hpp"

namespace app {

void Parts::fail(const geo::Message& reason) const {
    log(Severity::Error, reason);
    messages.post(Severity::Error, [reason] { return text(reason); }, [] { return MessageBar::tr("Run log"); }, show_log);
}

}  // namespace app
