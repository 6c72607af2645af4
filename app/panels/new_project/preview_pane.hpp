#pragma once

#include "app/panels/new_project/source_row.hpp"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace app {

class LayerSketch;
class MappingForm;

/// What the chosen row's layer looks like: place, CRS and encoding with how each is known, first rows, columns for the role's fields.
class PreviewPane : public QWidget {
    Q_OBJECT

   public:
    explicit PreviewPane(QWidget* parent = nullptr);
    void show(const SourceRow& row);
    void clear();

   signals:
    void mappingChosen(const std::string& field, const std::string& column);

   protected:
    void changeEvent(QEvent* event) override;

   private:
    void retranslate();
    void showFacts(const SourceRow& row);
    void showRows(const geo::LayerPreview& preview);

    QLabel* m_title;
    QLabel* m_problem;
    QWidget* m_body;      ///< hidden while there is nothing to show
    QLabel* m_facts[4];   ///< names: features, extent, CRS, encoding
    QLabel* m_values[4];
    LayerSketch* m_sketch;
    QLabel* m_rows_title;
    QTableWidget* m_rows;
    QLabel* m_mapping_title;
    MappingForm* m_mapping;
};

}  // namespace app
