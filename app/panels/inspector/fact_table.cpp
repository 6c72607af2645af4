#include "app/panels/inspector/fact_table.hpp"

#include "app/theme/theme.hpp"

#include <QHeaderView>

namespace app {
namespace {

constexpr int row_height = 28;

}  // namespace

FactTable::FactTable(QWidget* parent) : QTableWidget{parent} {
    setColumnCount(2);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(row_height);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    setShowGrid(false);
    setWordWrap(false);
}

void FactTable::showFacts(const std::vector<Fact>& facts) {
    clearSpans();
    clearContents();
    setRowCount(static_cast<int>(facts.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const Fact& fact = facts[static_cast<std::size_t>(row)];
        auto* name = new QTableWidgetItem{fact.name};
        name->setToolTip(fact.name);
        setItem(row, 0, name);
        if (fact.kind == Fact::Kind::Heading) {
            QFont font = name->font();
            font.setBold(true);
            name->setFont(font);
            name->setFlags(Qt::ItemIsEnabled);
            setSpan(row, 0, 1, 2);
            continue;
        }
        name->setForeground(colour("text_second"));
        auto* value = new QTableWidgetItem{fact.value};
        value->setToolTip(fact.value);
        if (fact.kind == Fact::Kind::Unknown) value->setForeground(colour("verify_text"));
        setItem(row, 1, value);
    }
}

}  // namespace app
