#pragma once

#include "app/panels/heat/hazard_facts.hpp"

#include <QWidget>

#include <chrono>
#include <cstddef>
#include <optional>

class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QLabel;

namespace app {

class BandwidthField;
class CheckList;
class WeightList;

/// The fields of a density's settings.
class HeatForm : public QWidget {
    Q_OBJECT

   public:
    explicit HeatForm(QWidget* parent = nullptr);

    void showFacts(const HazardFacts& facts);             ///< what there is to choose from
    void showSettings(const geo::HeatSettings& settings); ///< without `changed`
    const geo::HeatSettings& settings() const { return m_settings; }
    bool isDragged() const;
    void retranslate();

    BandwidthField* bandwidth() const { return m_bandwidth; }
    QComboBox* kernel() const { return m_kernel; }
    QDoubleSpinBox* cell() const { return m_cell; }
    CheckList* types() const { return m_types; }
    CheckList* statuses() const { return m_statuses; }
    QDateEdit* from() const { return m_from; }
    QDateEdit* to() const { return m_to; }
    WeightList* weights() const { return m_weights; }
    QDoubleSpinBox* halfLife() const { return m_half_life; }

   signals:
    void changed(const geo::HeatSettings& settings);

   private:
    void build();
    void join();
    void showDateRange();
    void tell() { emit changed(m_settings); }

    geo::HeatSettings m_settings;
    std::optional<std::chrono::sys_days> m_first;
    QComboBox* m_kernel;
    BandwidthField* m_bandwidth;
    QDoubleSpinBox* m_cell;
    CheckList *m_types, *m_statuses;
    QDateEdit *m_from, *m_to;
    WeightList* m_weights;
    QDoubleSpinBox* m_half_life;
    QLabel *m_kernel_title, *m_bandwidth_title, *m_cell_title, *m_filter_title, *m_types_title, *m_statuses_title, *m_from_title, *m_to_title,
        *m_weights_title, *m_severity_title, *m_half_life_title, *m_undated;
    std::size_t m_undated_count = 0;
};

}  // namespace app
