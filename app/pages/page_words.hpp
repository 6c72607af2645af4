#pragma once

#include "app/pages/sheet.hpp"
#include "geo/model/results.hpp"

#include <QString>

namespace app {

/// Texts of a sheet in its language, or in both: Chinese first.
class PageWords {
   public:
    explicit PageWords(SheetLanguage language) : m_language{language} {}

    QString first(const geo::Message& message) const;
    /// English, where the sheet speaks both and the words differ; else empty.
    QString second(const geo::Message& message) const;
    QString both(const geo::Message& message, const QString& between = QStringLiteral(" ")) const;
    bool isBilingual() const { return m_language == SheetLanguage::Both; }
    /// Of the maps, which show one language.
    geo::Language mapLanguage() const { return m_language == SheetLanguage::English ? geo::Language::English : geo::Language::Chinese; }

   private:
    SheetLanguage m_language;
};

/// Thin space as thousands mark, U+2212 for minus, fixed decimals.
QString number_on_page(double value, int decimals);
QString signed_on_page(double value, int decimals);
/// `1:500`
QString scale_on_page(int denominator);
/// ①, ②, … ⑳, (21) …
QString circled(int number);

geo::Message verdict_words(geo::Verdict verdict);
/// `XQ0001-S2` → `S2`: sites are numbered within their compound.
QString short_site_id(const std::string& id);

}  // namespace app
