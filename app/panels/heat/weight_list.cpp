#include "app/panels/heat/weight_list.hpp"

#include "app/theme/language.hpp"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace app {

WeightList::WeightList(QWidget* parent) : QWidget{parent}, m_grid{new QGridLayout{this}} {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
}

void WeightList::showSeverities(const std::map<std::string, std::size_t>& severities) {
    for (const Row& row : m_rows)
        for (QWidget* widget : {static_cast<QWidget*>(row.title), static_cast<QWidget*>(row.count_label), static_cast<QWidget*>(row.weight)}) delete widget;
    m_rows.clear();
    for (const auto& [severity, count] : severities) {
        Row row{severity, count, new QLabel{this}, new QLabel{this}, new QDoubleSpinBox{this}};
        row.count_label->setProperty("role", "second");
        row.count_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row.weight->setRange(0.0, 1000.0);
        row.weight->setDecimals(2);
        row.weight->setSingleStep(0.5);
        row.weight->setKeyboardTracking(false);
        row.weight->setFixedWidth(88);
        const int line = static_cast<int>(m_rows.size());
        m_grid->addWidget(row.title, line, 0);
        m_grid->addWidget(row.count_label, line, 1);
        m_grid->addWidget(row.weight, line, 2);
        connect(row.weight, &QDoubleSpinBox::valueChanged, this, [this, severity](double weight) {
            if (weight == 1.0) m_weights.erase(severity);
            else m_weights[severity] = weight;
            emit weightsChanged();
        });
        m_rows.push_back(row);
    }
    setWeights(std::map{m_weights});
    retranslate();
}

void WeightList::setWeights(const std::map<std::string, double>& weights) {
    m_weights = weights;
    for (const Row& row : m_rows) {
        const QSignalBlocker quiet{row.weight};
        const auto it = m_weights.find(row.severity);
        row.weight->setValue(it == m_weights.end() ? 1.0 : it->second);
    }
}

void WeightList::retranslate() {
    for (const Row& row : m_rows) {
        row.title->setText(row.severity.empty() ? tr("not stated") : text(row.severity));
        row.count_label->setText(number(static_cast<double>(row.count), 0));
        row.weight->setAccessibleName(tr("Weight of severity %1").arg(row.title->text()));
    }
}

QDoubleSpinBox* WeightList::field(const std::string& severity) const {
    const auto it = std::ranges::find(m_rows, severity, &Row::severity);
    return it == m_rows.end() ? nullptr : it->weight;
}

}  // namespace app
