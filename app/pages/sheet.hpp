#pragma once

#include "app/render/map_data.hpp"
#include "geo/core/progress.hpp"
#include "geo/density/hazard_density.hpp"
#include "geo/io/project_file.hpp"
#include "geo/model/results.hpp"

#include <QSizeF>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QPainter;

namespace app {

/// Units of a page's painter: hundredths of a millimetre, from the upper left corner of the paper.
inline constexpr double page_units_per_mm = 100.0;

enum class SheetLanguage { Chinese, English, Both };

/// What sheets are made of; shared and constant, so that they are drawn on any thread.
struct SheetSource {
    std::shared_ptr<const geo::Project> project;
    std::shared_ptr<const geo::Results> results;
    std::shared_ptr<const geo::Heat> heat;      ///< null: no heat sheet
    std::shared_ptr<const MapData> map;         ///< of the same project and results
    QString title;                              ///< 项目: of the project
};

/// Which sheets, and what their title blocks say.
struct SheetRequest {
    SheetLanguage language = SheetLanguage::Both;
    std::optional<int> phase;                ///< rank; absent: all, and sites without one
    std::vector<std::string> compounds;      ///< empty: all that have a site
    std::string date;                        ///< `2026-11-22`
    bool has_overview = true, has_heat = true;
};

/// One page of paper, ready to be drawn.
class Sheet {
   public:
    enum class Kind { Compound, Overview, Heat, Comparison, Guide };
    struct Content;

    Sheet(Kind kind, QString number, QString title, int page, int pages, std::shared_ptr<const Content> content)
        : m_kind{kind}, m_number{std::move(number)}, m_title{std::move(title)}, m_page{page}, m_pages{pages}, m_content{std::move(content)} {}

    Kind kind() const { return m_kind; }
    const QString& number() const { return m_number; }  ///< 图号: `AC-P-002`, the same for all pages of one drawing
    const QString& title() const { return m_title; }    ///< `青禾苑 · 平面布置图`
    int page() const { return m_page; }                 ///< from 1
    int pages() const { return m_pages; }               ///< of the drawing
    const Content& content() const { return *m_content; }

   private:
    Kind m_kind;
    QString m_number, m_title;
    int m_page, m_pages;
    std::shared_ptr<const Content> m_content;
};

/// The sheets of a plan: overviews by phase, heat, then one drawing (of one page or more) for each compound that has a site, in input order.
/// @throws geo::InvalidInput  nothing to draw: no site in the phase asked for @throws geo::Cancelled
std::vector<Sheet> plan_sheets(const SheetSource& source, const SheetRequest& request, const geo::Progress& progress = {});

/// Width and height of the paper, mm.
QSizeF paper_of(const Sheet& sheet);

/// Draws a sheet: the same on screen, page and printer. @param painter  whose unit is a hundredth of a millimetre @throws geo::Cancelled
void draw_sheet(QPainter& painter, const Sheet& sheet, const geo::Progress& progress = {});

}  // namespace app
