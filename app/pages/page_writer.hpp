#pragma once

#include "app/pages/page_template.hpp"
#include "app/pages/page_words.hpp"
#include "app/pages/sheet_content.hpp"

namespace app {

enum class Align { Left, Middle, Right };

/// Puts words, lines and marks on a page. Millimetres.
class PageWriter {
   public:
    PageWriter(const PageTemplate& page, SheetLanguage language, Sheet::Content& content);

    const PageTemplate& page() const { return m_page; }
    const PageLooks& looks() const { return m_looks; }
    const PageWords& words() const { return m_words; }
    Sheet::Content& content() { return m_content; }

    /// @param place  on the base line, of the side that is aligned @param width  wider text is elided @return its room
    QRectF text(QPointF place, const QString& text, Type type, Align align = Align::Left, double width = 1e9, const QColor& colour = {});
    /// First language and, behind it, the second; that one is left out where it does not fit.
    void pair(QPointF place, const geo::Message& message, Type first, Type second, double width);
    /// First language, and under it the second. @param pitch  between the base lines
    void stack(QPointF place, const geo::Message& message, Type first, Type second, double pitch, Align align = Align::Left, double width = 1e9);
    void line(QPointF from, QPointF to, double stroke_mm, const QColor& colour, std::vector<double> dash_mm = {});
    void box(const QRectF& box, const QColor& fill, const QColor& stroke = {}, double stroke_mm = 0.0, double radius = 0.0);
    void path(const QPainterPath& path, const QColor& fill, const QColor& stroke = {}, double stroke_mm = 0.0, std::vector<double> dash_mm = {});
    /// A filled circle with words in it.
    void disc(QPointF centre, double diameter, const QString& text, Type type, const QColor& fill, const QColor& ink);
    void chip(QPointF left_middle, geo::Verdict verdict, double width);
    void key(const QRectF& box, const std::string& layer);

   private:
    const PageTemplate& m_page;
    const PageLooks& m_looks;
    PageWords m_words;
    Sheet::Content& m_content;
};

/// Where the base line of text lies that is to stand in the middle of a row.
double base_in_middle(double middle, Type type);

}  // namespace app
