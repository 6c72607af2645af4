#pragma once

#include <QWidget>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

class QDoubleSpinBox;
class QGridLayout;
class QLabel;

namespace app {

/// A number for each severity that occurs: what a report of it counts for.
class WeightList : public QWidget {
    Q_OBJECT

   public:
    explicit WeightList(QWidget* parent = nullptr);

    void showSeverities(const std::map<std::string, std::size_t>& severities);
    void setWeights(const std::map<std::string, double>& weights);  ///< severities not listed count 1
    /// Those that differ from 1, and those of severities that do not occur.
    const std::map<std::string, double>& weights() const { return m_weights; }
    void retranslate();
    QDoubleSpinBox* field(const std::string& severity) const;  ///< null when it does not occur

   signals:
    void weightsChanged();

   private:
    struct Row {
        std::string severity;
        std::size_t count;
        QLabel *title, *count_label;
        QDoubleSpinBox* weight;
    };

    std::vector<Row> m_rows;
    std::map<std::string, double> m_weights;
    QGridLayout* m_grid;
};

}  // namespace app
