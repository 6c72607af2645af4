#include "app/panels/new_project/mapping_form.hpp"

#include "app/theme/language.hpp"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace app {
namespace {

std::vector<std::string> fields_of(const SourceRow& row) {
    std::vector<std::string> fields;
    if (row.preview->is_table) fields.insert(fields.end(), {"x", "y"});
    if (!row.role) return fields;
    fields.insert(fields.end(), {"id", "name"});
    for (const geo::Field& field : geo::role_info(*row.role).fields) fields.emplace_back(field.name);
    if (row.preview->is_table && row.role == geo::Role::Hazard) fields.emplace_back("building");
    return fields;
}

// As the project's columns are named, with what they mean behind.
QString meaning(const std::string& field) {
    static const std::map<std::string, const char*> words{
        {"x", QT_TRANSLATE_NOOP("app::MappingForm", "east or longitude")}, {"y", QT_TRANSLATE_NOOP("app::MappingForm", "north or latitude")},
        {"id", QT_TRANSLATE_NOOP("app::MappingForm", "number")},           {"name", QT_TRANSLATE_NOOP("app::MappingForm", "name")},
        {"households", QT_TRANSLATE_NOOP("app::MappingForm", "households")}, {"ebikes", QT_TRANSLATE_NOOP("app::MappingForm", "e-bikes")},
        {"company", QT_TRANSLATE_NOOP("app::MappingForm", "property company")}, {"built_year", QT_TRANSLATE_NOOP("app::MappingForm", "year built")},
        {"derived", QT_TRANSLATE_NOOP("app::MappingForm", "derived")},     {"floors", QT_TRANSLATE_NOOP("app::MappingForm", "storeys")},
        {"height", QT_TRANSLATE_NOOP("app::MappingForm", "height, m")},    {"fire_grade", QT_TRANSLATE_NOOP("app::MappingForm", "fire grade")},
        {"structure", QT_TRANSLATE_NOOP("app::MappingForm", "structure")}, {"use", QT_TRANSLATE_NOOP("app::MappingForm", "use")},
        {"blank_wall", QT_TRANSLATE_NOOP("app::MappingForm", "blank walls")},
        {"part", QT_TRANSLATE_NOOP("app::MappingForm", "part of a building")}, {"part_of", QT_TRANSLATE_NOOP("app::MappingForm", "building that a part belongs to")},
        {"material", QT_TRANSLATE_NOOP("app::MappingForm", "material of a part")}, {"kind", QT_TRANSLATE_NOOP("app::MappingForm", "kind")},
        {"quantity", QT_TRANSLATE_NOOP("app::MappingForm", "quantity")},   {"voltage", QT_TRANSLATE_NOOP("app::MappingForm", "voltage, kV")},
        {"pressure", QT_TRANSLATE_NOOP("app::MappingForm", "pressure, MPa")}, {"width", QT_TRANSLATE_NOOP("app::MappingForm", "width, m")},
        {"building", QT_TRANSLATE_NOOP("app::MappingForm", "building")},   {"surveyed", QT_TRANSLATE_NOOP("app::MappingForm", "surveyed")},
        {"compound", QT_TRANSLATE_NOOP("app::MappingForm", "compound")},   {"capacity", QT_TRANSLATE_NOOP("app::MappingForm", "spare capacity, kVA")},
        {"owner", QT_TRANSLATE_NOOP("app::MappingForm", "owner")},         {"bays", QT_TRANSLATE_NOOP("app::MappingForm", "bays")},
        {"status", QT_TRANSLATE_NOOP("app::MappingForm", "status")},       {"date", QT_TRANSLATE_NOOP("app::MappingForm", "date")},
        {"type", QT_TRANSLATE_NOOP("app::MappingForm", "type")},           {"severity", QT_TRANSLATE_NOOP("app::MappingForm", "severity")},
        {"source", QT_TRANSLATE_NOOP("app::MappingForm", "source")},       {"unit", QT_TRANSLATE_NOOP("app::MappingForm", "responsible unit")}};
    const auto it = words.find(field);
    return it == words.end() ? QString::fromStdString(field) : MappingForm::tr(it->second);
}

}  // namespace

MappingForm::MappingForm(QWidget* parent) : QWidget{parent}, m_form{new QFormLayout{this}} {
    m_form->setContentsMargins(0, 0, 8, 0);
    m_form->setHorizontalSpacing(8);
    m_form->setVerticalSpacing(4);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void MappingForm::build(const std::vector<std::string>& fields) {
    while (m_form->rowCount() > 0) m_form->removeRow(0);
    m_entries.clear();
    QWidget* before = this;  // in the order of the Tab key
    for (const std::string& field : fields) {
        auto* columns = new QComboBox{this};
        columns->setObjectName("map_" + QString::fromStdString(field));
        columns->setMinimumContentsLength(8);
        columns->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        columns->setAccessibleName(meaning(field));
        connect(columns, &QComboBox::activated, this, [this, field, columns] { emit chosen(field, columns->currentData().toString().toStdString()); });
        m_form->addRow(meaning(field), columns);
        setTabOrder(before, columns);
        before = columns;
        m_entries.push_back({field, columns});
    }
}

void MappingForm::show(const SourceRow& row) {
    if (!row.preview) return clear();
    const std::vector<std::string> fields = fields_of(row);
    if (!std::ranges::equal(fields, m_entries, {}, {}, &Entry::field)) build(fields);
    const auto& mapping = row.preview->mapping;
    for (const Entry& entry : m_entries) {
        const QSignalBlocker quiet{entry.columns};
        const auto found = std::ranges::find(mapping, entry.field, &std::pair<std::string, std::string>::first);
        const bool is_own = row.mapping.contains(entry.field);
        entry.columns->clear();
        entry.columns->addItem(is_own ? tr("automatic") : found == mapping.end() ? tr("–") : tr("%1 (automatic)").arg(text(found->second)), QString{});
        for (const std::string& column : row.preview->columns) entry.columns->addItem(text(column), text(column));
        entry.columns->setCurrentIndex(is_own ? std::max(0, entry.columns->findData(text(row.mapping.at(entry.field)))) : 0);
        for (int i = 0; i < m_form->rowCount(); ++i) {
            if (m_form->itemAt(i, QFormLayout::FieldRole)->widget() != entry.columns) continue;
            qobject_cast<QLabel*>(m_form->itemAt(i, QFormLayout::LabelRole)->widget())->setText(meaning(entry.field));
        }
    }
}

void MappingForm::clear() { build({}); }

}  // namespace app
