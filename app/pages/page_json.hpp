#pragma once

#include "geo/core/json_schema.hpp"

#include <nlohmann/json.hpp>

#include <QColor>
#include <QRectF>

#include <string>
#include <string_view>
#include <vector>

namespace app {

/// What is wrong with a page template, each with its key.
class PageFaults {
   public:
    explicit PageFaults(std::string file) : m_file{std::move(file)} {}

    void add(const std::string& key, const geo::Message& reason);
    void throw_if_any() const;  ///< @throws geo::InvalidInput  all of them

   private:
    std::string m_file;
    geo::Message m_text;
};

/// A document that keeps its schema. @throws geo::InvalidInput
nlohmann::json page_document(std::string_view text, const geo::JsonSchema& schema, const PageFaults& faults);

// Parts of JSON that keeps the schema.
geo::Message message_from(const nlohmann::json& text);
QColor colour_from(const nlohmann::json& text);
QSizeF size_from(const nlohmann::json& numbers);
QRectF box_from(const nlohmann::json& numbers);

}  // namespace app
