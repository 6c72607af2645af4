#pragma once

#include "app/pages/sheet.hpp"

#include <QRectF>
#include <QStringList>

#include <filesystem>
#include <vector>

namespace sheet_pdf {

/// What a tool of poppler prints of a PDF; fails the test where the tool does.
QString output(const QString& tool, const QStringList& options, const std::filesystem::path& file);

struct Font {
    bool is_embedded, is_subset, has_unicode;
};
std::vector<Font> fonts(const std::filesystem::path& file);

/// Runs of letters on a base line that is level, mm, with the page that they are on.
struct Word {
    int page;
    QString text;
    QRectF box;
};
std::vector<Word> words(const std::filesystem::path& file);

/// What a reader of the PDF finds: words are on the paper; those of the right column do not lie over one another and keep 2 mm from its frame.
void expect_apart(const std::vector<Word>& words);

}  // namespace sheet_pdf
