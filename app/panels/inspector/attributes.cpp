#include "app/panels/inspector/attributes.hpp"

#include "app/panels/inspector/words.hpp"
#include "app/theme/language.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace app {
namespace {

Fact unknown(const QString& name) { return {name, unknownWord(), Fact::Kind::Unknown}; }

bool isFlag(std::string_view field) { return field == "surveyed" || field == "derived"; }

QString yesOrNo(bool is_so) { return is_so ? Inspector::tr("yes") : Inspector::tr("no"); }

QString real(double value) { return QString::number(value, 'g', 12).replace('-', QChar{0x2212}); }

Fact fieldFact(const geo::Field& field, const geo::Value& value) {
    const QString name = fieldWord(field.name);
    const QString unit = field.unit.empty() ? QString{} : ' ' + QString::fromUtf8(field.unit.data(), static_cast<qsizetype>(field.unit.size()));
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return {name, isFlag(field.name) ? yesOrNo(*whole != 0) : QString::number(*whole) + unit};
    if (const auto* number = std::get_if<double>(&value)) return {name, real(*number) + unit};
    if (const auto* words = std::get_if<std::string>(&value); words && !words->empty()) return {name, text(*words)};
    return unknown(name);
}

void addSource(std::vector<Fact>& facts, const std::string& source) {
    if (source.empty()) return;
    const auto json = nlohmann::ordered_json::parse(source, nullptr, false);
    if (json.is_discarded() || !json.is_object()) {
        facts.push_back({Inspector::tr("As written"), text(source)});
        return;
    }
    for (const auto& [key, value] : json.items()) {
        const QString name = text(key);
        if (value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty()))
            facts.push_back(unknown(name));
        else if (value.is_boolean())
            facts.push_back({name, yesOrNo(value.get<bool>())});
        else
            facts.push_back({name, text(value.is_string() ? value.get<std::string>() : value.dump())});
    }
}

}  // namespace

std::optional<Found> featureWithId(const geo::Inputs& inputs, std::string_view id) {
    for (const geo::Layer& layer : inputs.layers)
        for (const geo::Feature& feature : layer.features)
            if (feature.id == id) return Found{&layer, &feature};
    return std::nullopt;
}

QString compoundName(const geo::Inputs& inputs, const std::string& id) {
    for (const geo::Layer& layer : inputs.layers) {
        if (layer.role != geo::Role::Compound) continue;
        const auto it = std::ranges::find(layer.features, id, &geo::Feature::id);
        if (it != layer.features.end() && !it->name.empty()) return text(it->name);
    }
    return text(id);
}

void addAttributes(std::vector<Fact>& facts, const Found& found) {
    const auto fields = geo::role_info(found.layer->role).fields;
    facts.push_back({Inspector::tr("Attributes"), {}, Fact::Kind::Heading});
    facts.push_back({fieldWord("id"), text(found.feature->id)});
    facts.push_back(found.feature->name.empty() ? unknown(fieldWord("name")) : Fact{fieldWord("name"), text(found.feature->name)});
    for (std::size_t i = 0; i < fields.size(); ++i) {
        // Only the program says that it made a compound.
        const bool is_given = i < found.feature->values.size() && found.feature->values[i] != geo::Value{};
        if (fields[i].name == "derived" && !is_given) continue;
        facts.push_back(fieldFact(fields[i], i < found.feature->values.size() ? found.feature->values[i] : geo::Value{}));
    }
    if (found.feature->source.empty()) return;
    facts.push_back({Inspector::tr("As in the source"), {}, Fact::Kind::Heading});
    addSource(facts, found.feature->source);
}

}  // namespace app
