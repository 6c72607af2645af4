#pragma once

#include <QByteArray>

#include <filesystem>

namespace app {

/// Qt tells readers of its PDFs, of each glyph, the first character that has it: of 示 that is the radical ⽰, of a space the tab, and a search for 示例
/// finds nothing. Puts the characters in their place that texts are written with. In place: no byte moves.
void mend_text_maps(QByteArray& pdf);

/// The same of a file. @param told  the name that errors speak of @throws geo::OutputError
void mend_text_maps(const std::filesystem::path& file, const std::filesystem::path& told);

}  // namespace app
