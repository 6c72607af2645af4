#pragma once

#include "app/window/parts.hpp"

#include <QObject>
#include <QStringList>

namespace app {

class SheetDialog;

/// Sheets of the open project: its plan on paper, or scenarios compared.
class Sheets : public QObject {
    Q_OBJECT

   public:
    explicit Sheets(const Parts& parts, QObject* parent = nullptr);

    void showPlan();
    /// @param scenarios  the first is what the others are measured against; all have been run
    void showComparison(const QStringList& scenarios);

   private:
    void show(SheetDialog* dialog);

    const Parts& m_parts;
};

}  // namespace app
