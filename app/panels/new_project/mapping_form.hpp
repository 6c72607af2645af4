#pragma once

#include "app/panels/new_project/source_row.hpp"

#include <QWidget>

#include <vector>

class QComboBox;
class QFormLayout;

namespace app {

/// Which column of a layer gives which field of its role; each can be chosen otherwise.
class MappingForm : public QWidget {
    Q_OBJECT

   public:
    explicit MappingForm(QWidget* parent = nullptr);
    void show(const SourceRow& row);
    void clear();

   signals:
    void chosen(const std::string& field, const std::string& column);  ///< an empty column: automatic

   private:
    struct Entry {
        std::string field;
        QComboBox* columns;
    };
    void build(const std::vector<std::string>& fields);

    std::vector<Entry> m_entries;
    QFormLayout* m_form;
};

}  // namespace app
