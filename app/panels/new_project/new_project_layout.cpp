#include "app/panels/new_project/new_project_dialog.hpp"
#include "app/panels/new_project/notice_bar.hpp"
#include "app/panels/new_project/preview_pane.hpp"
#include "app/panels/new_project/source_delegate.hpp"
#include "app/panels/new_project/source_model.hpp"
#include "app/tables/empty_state.hpp"
#include "app/theme/language.hpp"
#include "geo/rules/pack_file.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace app {
namespace {

QFrame* divider(QWidget* parent) {
    auto* line = new QFrame{parent};
    line->setProperty("line", true);
    line->setFixedHeight(1);
    return line;
}

}  // namespace

void NewProjectDialog::buildSources() {
    m_files_title->setProperty("role", "section");
    for (QPushButton* button : {m_add, m_remove}) button->setAutoDefault(false);
    m_table->setObjectName("sourceTable");
    m_table->setModel(m_sources);
    m_table->setItemDelegate(new SourceDelegate{m_table});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false);  // Tab goes on to the next field; arrows move between cells.
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(28);
    QHeaderView* head = m_table->horizontalHeader();
    head->setHighlightSections(false);
    head->setSectionResizeMode(SourceModel::FileColumn, QHeaderView::Stretch);
    constexpr int widths[] = {0, 128, 168, 128, 168, 64, 88};
    for (int column = 1; column < SourceModel::ColumnCount; ++column) m_table->setColumnWidth(column, widths[column]);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_table);
    m_pages->setMinimumHeight(160);
}

void NewProjectDialog::buildTarget() {
    m_units->setObjectName("newUnits");
    m_pack->setObjectName("newPack");
    m_path->setObjectName("newPath");
    m_browse->setAutoDefault(false);
    m_pack->setMinimumWidth(320);
    m_pack_title->setBuddy(m_pack);
    m_path_title->setBuddy(m_path);
}

void NewProjectDialog::buildFoot() {
    m_notice->setObjectName("newNotice");
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_create->setObjectName("newCreate");
    m_create->setProperty("primary", true);
    m_create->setDefault(true);
    m_cancel->setObjectName("newCancel");
    m_cancel->setAutoDefault(false);
}

void NewProjectDialog::layOut() {
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_files_title, 1);
    head->addWidget(m_add);
    head->addWidget(m_remove);
    auto* upper = new QWidget{m_input};
    auto* upper_rows = new QVBoxLayout{upper};
    upper_rows->setContentsMargins(0, 0, 0, 8);
    upper_rows->setSpacing(8);
    upper_rows->addLayout(head);
    upper_rows->addWidget(divider(upper));
    upper_rows->addWidget(m_pages, 1);
    auto* halves = new QSplitter{Qt::Vertical, m_input};
    halves->setChildrenCollapsible(false);
    halves->addWidget(upper);
    halves->addWidget(m_preview);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 2);

    auto* target = new QGridLayout;
    target->setHorizontalSpacing(12);
    target->setVerticalSpacing(8);
    target->addWidget(m_pack_title, 0, 0);
    target->addWidget(m_pack, 0, 1);
    target->addWidget(m_units, 0, 2, 1, 2);
    target->addWidget(m_path_title, 1, 0);
    target->addWidget(m_path, 1, 1, 1, 2);
    target->addWidget(m_browse, 1, 3);
    target->setColumnStretch(2, 1);
    auto* input_rows = new QVBoxLayout{m_input};
    input_rows->setContentsMargins(0, 0, 0, 0);
    input_rows->setSpacing(12);
    input_rows->addWidget(halves, 1);
    input_rows->addWidget(divider(m_input));
    input_rows->addLayout(target);

    auto* foot = new QHBoxLayout;
    foot->setSpacing(12);
    foot->addWidget(m_progress, 1);
    foot->addStretch(0);
    foot->addWidget(m_cancel);
    foot->addWidget(m_create);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_input, 1);
    column->addWidget(m_notice);
    column->addLayout(foot);

    // Controls are made in the order of the Tab key, but for these.
    setTabOrder(m_pack, m_units);
    setTabOrder(m_units, m_path);
    setMinimumSize(980, 700);
    resize(1120, 820);
    halves->setSizes({240, 380});
}

void NewProjectDialog::showPacks() {
    const QSignalBlocker quiet{m_pack};
    const QString chosen = m_pack->count() > 0 ? m_pack->currentData().toString() : "cn-base";
    m_pack->clear();
    for (const geo::PackSummary& pack : geo::builtin_packs()) m_pack->addItem(text(pack.title), text(pack.id));
    m_pack->setCurrentIndex(std::max(0, m_pack->findData(chosen)));
}

void NewProjectDialog::retranslate() {
    setWindowTitle(tr("New project"));
    m_files_title->setText(tr("Files and what they hold"));
    m_add->setText(tr("&Add files…"));
    m_remove->setText(tr("&Remove"));
    m_empty->say({tr("Layers of the township: buildings at least, better compounds, fire lanes and hazards too."),
                  tr("None added yet. Shapefiles, GeoPackages, GeoJSON, CSV and KML can be dropped here."), tr("Add files…")});
    m_table->setAccessibleName(tr("Files and what they hold"));
    m_units->setText(tr("Make planning &units from roads and buildings"));
    m_units->setToolTip(tr("Where no compounds are given: the ground is split along roads, and each unit is marked as derived."));
    m_pack_title->setText(tr("Rule &pack"));
    m_path_title->setText(tr("Pro&ject file"));
    m_browse->setText(tr("&Browse…"));
    m_create->setText(tr("Create project"));
    m_cancel->setText(m_job.isRunning() ? tr("Stop") : tr("Cancel"));
    showPacks();
    m_sources->retranslate();
    showCurrent();
    refresh();
}

}  // namespace app
