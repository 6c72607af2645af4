#pragma once

#include "app/panels/inspector/inspected.hpp"

#include <QTableWidget>

namespace app {

/// Names and values, one below the other; headings span both columns.
class FactTable : public QTableWidget {
    Q_OBJECT

   public:
    explicit FactTable(QWidget* parent = nullptr);
    void showFacts(const std::vector<Fact>& facts);
};

}  // namespace app
