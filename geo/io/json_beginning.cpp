#include "geo/io/json_beginning.hpp"

namespace geo::reading {

std::optional<std::string> first_features(std::string_view beginning) {
    std::string open;          // brackets not yet closed
    std::string_view key;      // the last text of the outermost object
    std::size_t text_from = 0, end = 0;
    bool in_text = false, in_features = false;
    for (std::size_t i = 0; i < beginning.size(); ++i) {
        const char c = beginning[i];
        if (in_text) {
            if (c == '\\') ++i;
            else if (c == '"') {
                in_text = false;
                if (open.size() == 1) key = beginning.substr(text_from, i - text_from);
            }
            continue;
        }
        switch (c) {
            case '"': in_text = true, text_from = i + 1; break;
            case '{':
            case '[':
                open += c;
                if (open == "{[") in_features = key == "features";
                break;
            case '}':
            case ']':
                if (open.empty()) return std::nullopt;
                open.pop_back();
                if (in_features && open == "{[") end = i + 1;
                if (open == "{") in_features = false;
                break;
            default: break;
        }
    }
    if (end == 0) return std::nullopt;
    return std::string{beginning.substr(0, end)} + "]}";
}

}  // namespace geo::reading
