#pragma once

#include <QByteArray>

namespace app {

/// Qt tells readers of its PDFs, of each glyph, the first character that has it: of 示 that is the radical ⽰, of a space the tab, and a search for 示例
/// finds nothing. Puts the characters in their place that texts are written with. In place: no byte moves.
void mend_text_maps(QByteArray& pdf);

}  // namespace app
