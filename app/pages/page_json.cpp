#include "app/pages/page_json.hpp"

#include "geo/core/error.hpp"

namespace app {

using geo::Message;
using nlohmann::json;

void PageFaults::add(const std::string& key, const Message& reason) {
    const Message where = key.empty() ? Message{"文件", "file"} : geo::say("键 {}", "key {}", key);
    m_text.zh += (m_text.zh.empty() ? "" : "；") + where.zh + "：" + reason.zh;
    m_text.en += (m_text.en.empty() ? "" : "; ") + where.en + ": " + reason.en;
}

void PageFaults::throw_if_any() const {
    if (m_text.zh.empty()) return;
    throw geo::InvalidInput{{fmt::format("读取图幅模板 {} 时：{}。请改正后重试。", m_file, m_text.zh),
                             fmt::format("Reading the page template {}: {}. Correct it and try again.", m_file, m_text.en)}};
}

json page_document(std::string_view text, const geo::JsonSchema& schema, const PageFaults& none) {
    PageFaults faults = none;
    json document;
    try {
        document = json::parse(text);
    } catch (const json::parse_error& error) {
        faults.add("", geo::say("第 {} 字节处不是有效的 JSON", "no valid JSON at byte {}", error.byte));
        faults.throw_if_any();
    }
    for (const geo::SchemaFault& fault : schema.faults(document)) {
        std::string key;
        for (const std::string& step : fault.path) key += (key.empty() ? "" : ".") + step;
        faults.add(key, fault.reason);
    }
    faults.throw_if_any();
    return document;
}

Message message_from(const json& text) { return {text.at("zh").get<std::string>(), text.at("en").get<std::string>()}; }
QColor colour_from(const json& text) { return QColor{QString::fromStdString(text.get<std::string>())}; }
QSizeF size_from(const json& numbers) { return {numbers.at(0).get<double>(), numbers.at(1).get<double>()}; }
QRectF box_from(const json& numbers) {
    return {numbers.at(0).get<double>(), numbers.at(1).get<double>(), numbers.at(2).get<double>(), numbers.at(3).get<double>()};
}

}  // namespace app
