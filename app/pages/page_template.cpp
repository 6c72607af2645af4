#include "app/pages/page_template.hpp"

#include "app/pages/embedded_pages.hpp"
#include "app/pages/page_json.hpp"

#include "geo/core/error.hpp"

#include <algorithm>

namespace app {
namespace {

using nlohmann::json;

/// A page as its file has it, with what the schema cannot see.
class PageReader {
   public:
    PageReader(const json& document, PageFaults& faults) : m_document{document}, m_faults{faults} {}

    PageTemplate read() {
        PageTemplate page;
        page.id = m_document.at("id").get<std::string>();
        page.format = QString::fromStdString(m_document.at("format").get<std::string>());
        page.paper = size_from(m_document.at("paper"));
        m_paper = {QPointF{}, page.paper};
        page.frame = box("frame", m_document.at("frame"), m_paper);
        m_frame = page.frame;
        const json& heading = m_document.at("heading");
        page.heading = {heading.at("x").get<double>(), heading.at("lines")[0].get<double>(), heading.at("lines")[1].get<double>(), heading.at("right").get<double>()};
        if (m_document.contains("map")) page.map = map("map");
        page.hidden = m_document.value("hidden", std::vector<std::string>{});
        if (m_document.contains("wide_map")) page.wide_map = map("wide_map");
        page.most_tiles = m_document.value("most_tiles", 1);
        if (m_document.contains("second_map")) page.second_map = map("second_map");
        if (m_document.contains("details")) page.details = details("details");
        if (m_document.contains("more_details")) page.more_details = details("more_details");
        if (m_document.contains("table")) page.table = box("table", m_document.at("table"), m_frame);
        if (m_document.contains("more_tables"))
            for (std::size_t i = 0; i < m_document.at("more_tables").size(); ++i)
                page.more_tables.push_back(box("more_tables." + std::to_string(i), m_document.at("more_tables")[i], m_frame));
        const json& column = m_document.at("column");
        const auto at = [&](const char* key) { return column.at(key).get<double>(); };
        page.column = {at("x"), at("left"), at("right"), at("top"), at("legend_bottom")};
        page.disclaimer = size_from(m_document.at("disclaimer"));
        if (page.disclaimer.width() > page.column.right - page.column.left + 0.001)
            m_faults.add("disclaimer", {"比右栏宽", "is wider than the column"});
        read_title_block(page);
        return page;
    }

   private:
    QRectF box(const std::string& key, const json& numbers, const QRectF& within) {
        const QRectF read = box_from(numbers);
        if (!within.adjusted(-0.001, -0.001, 0.001, 0.001).contains(read)) m_faults.add(key, {"超出图框或纸张", "reaches beyond the frame or the paper"});
        if (read.width() <= 0.0 || read.height() <= 0.0) m_faults.add(key, {"宽或高为零", "has no width or height"});
        return read;
    }

    MapPlace map(const std::string& key) {
        const json& read = m_document.at(key);
        MapPlace place{box(key + ".frame", read.at("frame"), m_frame), read.at("scales")[0].get<int>(), read.at("scales")[1].get<int>(),
                       read.at("margin_m").get<double>(), read.at("grid_mm").get<double>()};
        if (place.largest > place.smallest) m_faults.add(key + ".scales", {"起点大于终点", "begins beyond its end"});
        return place;
    }

    DetailPlaces details(const std::string& key) {
        const json& read = m_document.at(key);
        DetailPlaces places{{}, read.at("caption_mm").get<double>(), read.at("scales")[0].get<int>(), read.at("scales")[1].get<int>(), read.at("grid_mm").get<double>(), read.at("margin_m").get<double>()};
        for (std::size_t i = 0; i < read.at("frames").size(); ++i) {
            const std::string at = key + ".frames." + std::to_string(i);
            places.frames.push_back(box(at, read.at("frames")[i], m_frame));
            if (places.frames.back().height() <= places.caption) m_faults.add(at, {"不高于图名栏", "is no higher than its caption"});
        }
        return places;
    }

    void read_title_block(PageTemplate& page) {
        static constexpr std::array<std::pair<const char*, Type>, 3> types{{{"value", Type::Value}, {"value_plain", Type::ValuePlain}, {"number", Type::Number}}};
        const json& block = m_document.at("title_block");
        page.title_block = box("title_block.frame", block.at("frame"), m_frame);
        for (std::size_t i = 0; i < block.at("cells").size(); ++i) {
            const json& cell = block.at("cells")[i];
            const QRectF place = box_from(cell.at("box")).translated(page.title_block.topLeft());
            if (!page.title_block.adjusted(-0.001, -0.001, 0.001, 0.001).contains(place))
                m_faults.add("title_block.cells." + std::to_string(i) + ".box", {"超出标题栏", "reaches beyond the title block"});
            const auto type = std::ranges::find_if(types, [&](const auto& t) { return cell.at("type") == t.first; });
            page.cells.push_back({cell.at("value").get<std::string>(), message_from(cell.at("label")), place, type->second});
        }
    }

    const json& m_document;
    PageFaults& m_faults;
    QRectF m_paper, m_frame;
};

}  // namespace

PageTemplate page_template_from_json(std::string_view text, const std::string& file) {
    static const geo::JsonSchema schema{geo::embedded::page_schemas()[0].text};
    PageFaults faults{file};
    const json document = page_document(text, schema, faults);
    PageTemplate page = PageReader{document, faults}.read();
    faults.throw_if_any();
    return page;
}

const PageTemplate& page_template(std::string_view id) {
    static const std::vector<PageTemplate> pages = [] {
        std::vector<PageTemplate> read;
        for (const geo::embedded::File& file : geo::embedded::page_templates()) read.push_back(page_template_from_json(file.text, std::string{file.name}));
        return read;
    }();
    const auto found = std::ranges::find(pages, id, &PageTemplate::id);
    if (found == pages.end()) throw geo::InvalidInput{geo::say("没有图幅模板“{}”。", "There is no page template “{}”.", id)};
    return *found;
}

}  // namespace app
