#pragma once

#include "app/panels/new_project/source_choices.hpp"

#include <QAbstractTableModel>

#include <vector>

namespace app {

/// The layers of the files added, a row each; every cell but layer and features can be changed.
class SourceModel : public QAbstractTableModel {
    Q_OBJECT

   public:
    enum Column { FileColumn, LayerColumn, RoleColumn, EncodingColumn, CrsColumn, AccuracyColumn, FeaturesColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    const std::vector<SourceRow>& rows() const { return m_rows; }
    int rowOf(int id) const;  ///< −1 when it is gone

    /// A row for a file that is yet to be read, or once more where that failed. @return its id; 0 when the file is there already
    int addFile(const QString& file);
    /// The file's row becomes one a layer; layers without a proposed role are not used at first. A row that shows a layer already is renewed.
    void show(int id, std::vector<geo::LayerPreview> previews);
    void showFailure(int id, const geo::Message& failure);
    void remove(int row);

    void setMapping(int row, const std::string& field, const std::string& column);  ///< an empty column: automatic
    void setHint(int row, geo::Point lonlat);

    /// What a cell can be set to; empty for cells without a list.
    std::vector<Choice> choices(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void retranslate();

   signals:
    void previewNeeded(int id);  ///< a choice changed what the layer looks like
    void rowsChanged();          ///< anything that bears on whether the project can be made

   private:
    QVariant shown(const SourceRow& row, int column) const;
    bool isAutomatic(const SourceRow& row, int column) const;
    bool choose(SourceRow& row, int column, const QVariant& value);
    void showFirst(SourceRow& row, geo::LayerPreview preview) const;
    void changed(int row);

    std::vector<SourceRow> m_rows;
    int m_next_id = 1;
};

}  // namespace app
