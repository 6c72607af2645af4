#include "app/render/style_faults.hpp"

#include "geo/core/error.hpp"

namespace app {

using geo::Message;
using geo::say;

void StyleFaults::add(const Message& where, const Message& reason) {
    m_text.zh += (m_text.zh.empty() ? "" : "；") + where.zh + "：" + reason.zh;
    m_text.en += (m_text.en.empty() ? "" : "; ") + where.en + ": " + reason.en;
}

void StyleFaults::add(const std::string& layer, const std::string& key, const Message& reason) {
    add(say("图层 {} 的 {}", "layer {}, key {}", layer, key), reason);
}

void StyleFaults::throw_if_any() const {
    if (m_text.zh.empty()) return;
    throw geo::InvalidInput{
        {fmt::format("读取图式 {} 时：{}。请改正后重试。", m_file, m_text.zh),
         fmt::format("Reading the map style {}: {}. Correct it and try again.", m_file, m_text.en)}};
}

}  // namespace app
