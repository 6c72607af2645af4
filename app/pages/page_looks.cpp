#include "app/pages/page_looks.hpp"

#include "app/pages/embedded_pages.hpp"
#include "app/pages/page_json.hpp"

#include <algorithm>

namespace app {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<const char*, Type>, type_count> type_names{{
    {"heading", Type::Heading}, {"heading_second", Type::HeadingSecond}, {"block", Type::Block}, {"block_second", Type::BlockSecond},
    {"number", Type::Number}, {"value", Type::Value}, {"value_plain", Type::ValuePlain}, {"label", Type::Label}, {"caption", Type::Caption},
    {"table", Type::Table}, {"table_bold", Type::TableBold}, {"table_head", Type::TableHead}, {"table_second", Type::TableSecond}, {"chip", Type::Chip},
    {"note", Type::Note}, {"note_second", Type::NoteSecond}, {"warning", Type::Warning}, {"warning_second", Type::WarningSecond},
}};

PageLooks::Disc disc_from(const json& disc) { return {colour_from(disc.at("ink")), colour_from(disc.at("ground"))}; }
PageLooks::Chip chip_from(const json& chip) { return {colour_from(chip.at("ink")), colour_from(chip.at("ground")), colour_from(chip.at("mark"))}; }

void read_types(const json& types, PageLooks& looks, const json& colours, PageFaults& faults) {
    for (const auto& [name, type] : type_names) {
        const json& face = types.at(name);
        TypeFace& read = looks.types[static_cast<std::size_t>(type)];
        read.mm = face.at("mm").get<double>();
        read.is_bold = face.value("bold", false);
        read.colour = colour_from(colours.at(face.at("colour").get<std::string>()));
        if (read.mm < looks.least_text)
            faults.add(std::string{"type."} + name + ".mm", geo::say("小于 least_text_mm {}", "is below least_text_mm {}", looks.least_text));
    }
}

}  // namespace

const PageLooks::Disc& PageLooks::disc(std::optional<int> phase_rank) const {
    if (!phase_rank) return no_phase;
    return phases[std::min(static_cast<std::size_t>(std::max(0, *phase_rank)), phases.size() - 1)];
}

PageLooks page_looks_from_json(std::string_view text, const std::string& file) {
    static const geo::JsonSchema schema{geo::embedded::page_schemas()[1].text};
    PageFaults faults{file};
    const json document = page_document(text, schema, faults);
    PageLooks looks;
    for (const json& font : document.at("fonts")) looks.fonts << QString::fromStdString(font.get<std::string>());
    looks.least_text = document.at("least_text_mm").get<double>();
    const json& colours = document.at("colours");
    const auto colour = [&](const char* key) { return colour_from(colours.at(key)); };
    looks.colours = {colour("paper"), colour("text"), colour("second"), colour("line"), colour("row"), colour("clause"), colour("mark"),
                     colour("added"), colour("removed")};
    const json& chips = document.at("chips");
    looks.chips = {chip_from(chips.at("complies")), chip_from(chips.at("to_verify")), chip_from(chips.at("fails"))};
    for (const json& disc : document.at("phases")) looks.phases.push_back(disc_from(disc));
    looks.no_phase = disc_from(document.at("no_phase"));
    const auto number = [&](const char* part, const char* key) { return document.at(part).at(key).get<double>(); };
    const auto stroke = [&](const char* key) { return number("strokes_mm", key); };
    looks.strokes = {stroke("frame"), stroke("map"), stroke("divider"), stroke("cell"), stroke("row"), stroke("head"), stroke("mark"), stroke("chip")};
    read_types(document.at("type"), looks, colours, faults);
    const auto row = [&](const char* key) { return number("rows_mm", key); };
    looks.rows = {row("legend"), row("legend_one"), row("sites"), row("clearances"), row("notes"), row("head"), row("block"), row("gap")};
    looks.legend = {size_from(document.at("legend").at("key_mm")), document.at("legend").at("order").get<std::vector<std::string>>()};
    looks.disclaimer = message_from(document.at("disclaimer"));
    faults.throw_if_any();
    return looks;
}

const PageLooks& page_looks() {
    static const PageLooks looks = [] {
        const geo::embedded::File& file = geo::embedded::page_looks().front();
        return page_looks_from_json(file.text, std::string{file.name});
    }();
    return looks;
}

}  // namespace app
