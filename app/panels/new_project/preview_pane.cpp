#include "app/panels/new_project/preview_pane.hpp"

#include "app/panels/new_project/layer_sketch.hpp"
#include "app/panels/new_project/mapping_form.hpp"
#include "app/theme/language.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

namespace app {
namespace {

enum Fact { Features, Extent, Crs, Encoding, FactCount };

QString features_text(const geo::LayerPreview& preview) {
    QStringList kinds;
    if (preview.has_areas) kinds << PreviewPane::tr("areas");
    if (preview.has_lines) kinds << PreviewPane::tr("lines");
    if (preview.has_points) kinds << (preview.is_table ? PreviewPane::tr("points from a table") : PreviewPane::tr("points"));
    if (preview.crs_from == "derived") kinds << PreviewPane::tr("rows that name buildings");
    if (kinds.isEmpty()) kinds << PreviewPane::tr("no geometry");
    const QString count = preview.feature_count ? number(static_cast<double>(*preview.feature_count), 0)
                                                : PreviewPane::tr("not counted, the file is large");
    return count + " · " + kinds.join(", ");
}

QString degrees(double from, double to, const char* positive, const char* negative) {
    constexpr int decimals = 4;
    const auto one = [&](double value) { return number(std::abs(value), decimals) + "° " + (value < 0 ? negative : positive); };
    const QString a = one(from), b = one(to);
    return a == b ? a : a + " – " + b;
}

QString extent_text(const geo::LayerPreview& preview) {
    const geo::Box& box = preview.extent_lonlat;
    if (preview.crs_from == "derived") return PreviewPane::tr("where the buildings named in it stand");
    if (box.empty()) return PreviewPane::tr("not known without a CRS");
    return degrees(box.min_x, box.max_x, "E", "W") + ", " + degrees(box.min_y, box.max_y, "N", "S");
}

QString crs_text(const geo::LayerPreview& preview) {
    if (preview.crs_from == "derived") return PreviewPane::tr("that of the buildings");
    if (preview.crs.empty()) return PreviewPane::tr("not known: choose one in the table");
    const QString title = text(preview.crs_title);
    const QString name = preview.crs.starts_with("EPSG:") && !title.isEmpty() ? text(preview.crs) + " " + title : title;
    if (preview.crs_from == "option") return PreviewPane::tr("%1 · chosen").arg(name);
    if (preview.crs_from == "guessed") return PreviewPane::tr("%1 · guessed: %2").arg(name, text(preview.crs_why));
    return PreviewPane::tr("%1 · said by the file").arg(name);
}

QString encoding_text(const geo::LayerPreview& preview) {
    const QString name = text(preview.encoding);
    const QString& from = QString::fromStdString(preview.encoding_from);
    QString known = PreviewPane::tr("%1 · assumed, nothing says it").arg(name);
    if (from == "cpg") known = PreviewPane::tr("%1 · said by the .cpg file").arg(name);
    if (from == "ldid") known = PreviewPane::tr("%1 · said by the table's language byte").arg(name);
    if (from == "utf8-valid") known = PreviewPane::tr("%1 · all texts fit").arg(name);
    if (from == "option") known = PreviewPane::tr("%1 · chosen").arg(name);
    if (from == "format") known = PreviewPane::tr("%1 · fixed by the format").arg(name);
    if (preview.unreadable_texts > 0) known += " · " + PreviewPane::tr("%1 of the texts shown do not fit: choose another").arg(preview.unreadable_texts);
    return known;
}

QLabel* section(QWidget* parent) {
    auto* label = new QLabel{parent};
    label->setProperty("role", "section");
    return label;
}

}  // namespace

PreviewPane::PreviewPane(QWidget* parent)
    : QWidget{parent}, m_title{section(this)}, m_problem{new QLabel{this}}, m_body{new QWidget{this}}, m_facts{}, m_values{}, m_sketch{new LayerSketch{m_body}},
      m_rows_title{new QLabel{m_body}}, m_rows{new QTableWidget{m_body}}, m_mapping_title{new QLabel{m_body}}, m_mapping{new MappingForm} {
    setObjectName("sourcePreview");
    m_problem->setWordWrap(true);
    m_problem->setProperty("verdict", "fails");
    m_problem->setObjectName("previewProblem");
    auto* facts = new QGridLayout;
    facts->setHorizontalSpacing(12);
    facts->setVerticalSpacing(4);
    facts->setColumnStretch(1, 1);
    for (int i = 0; i < FactCount; ++i) {
        m_facts[i] = new QLabel{m_body};
        m_facts[i]->setProperty("role", "second");
        m_values[i] = new QLabel{m_body};
        m_values[i]->setWordWrap(true);
        m_values[i]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        facts->addWidget(m_facts[i], i, 0, Qt::AlignTop);
        facts->addWidget(m_values[i], i, 1);
    }
    m_values[Extent]->setObjectName("previewExtent");
    m_values[Crs]->setObjectName("previewCrs");
    m_values[Encoding]->setObjectName("previewEncoding");
    facts->setRowStretch(FactCount, 1);

    m_rows_title->setProperty("role", "second");
    m_mapping_title->setProperty("role", "second");
    m_rows->setObjectName("previewRows");
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setSelectionMode(QAbstractItemView::NoSelection);
    m_rows->setTabKeyNavigation(false);
    m_rows->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_rows->verticalHeader()->hide();
    m_rows->verticalHeader()->setDefaultSectionSize(27);
    m_rows->setMinimumHeight(35 + 3 * 27);
    auto* scroll = new QScrollArea{m_body};
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_mapping);
    scroll->setFixedWidth(296);
    connect(m_mapping, &MappingForm::chosen, this, &PreviewPane::mappingChosen);

    auto* upper = new QHBoxLayout;
    upper->setSpacing(16);
    upper->addLayout(facts, 1);
    upper->addWidget(m_sketch, 0, Qt::AlignTop);
    auto* left = new QVBoxLayout;
    left->setSpacing(4);
    left->addLayout(upper);
    left->addSpacing(4);
    left->addWidget(m_rows_title);
    left->addWidget(m_rows, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(4);
    right->addWidget(m_mapping_title);
    right->addWidget(scroll, 1);
    auto* halves = new QHBoxLayout{m_body};
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(24);
    halves->addLayout(left, 1);
    halves->addLayout(right);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_problem);
    column->addWidget(m_body, 1);
    column->addStretch(0);
    retranslate();
    clear();
}

void PreviewPane::show(const SourceRow& row) {
    m_title->setText(row.name());
    const auto problem = row.problem();
    m_problem->setVisible(problem.has_value());
    if (problem) m_problem->setText(text(*problem));
    m_body->setVisible(row.preview.has_value());
    if (!row.preview) return;
    showFacts(row);
    m_sketch->show(row.preview->sketch);
    showRows(*row.preview);
    m_mapping->show(row);
}

void PreviewPane::clear() {
    m_title->clear();
    m_problem->hide();
    m_body->hide();
}

void PreviewPane::showFacts(const SourceRow& row) {
    m_values[Features]->setText(features_text(*row.preview));
    m_values[Extent]->setText(extent_text(*row.preview));
    m_values[Crs]->setText(crs_text(*row.preview));
    m_values[Encoding]->setText(encoding_text(*row.preview));
}

void PreviewPane::showRows(const geo::LayerPreview& preview) {
    m_rows->clear();
    m_rows->setRowCount(static_cast<int>(preview.rows.size()));
    m_rows->setColumnCount(static_cast<int>(preview.columns.size()));
    QStringList heads;
    for (const std::string& column : preview.columns) heads << text(column);
    m_rows->setHorizontalHeaderLabels(heads);
    m_rows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (std::size_t r = 0; r < preview.rows.size(); ++r)
        for (std::size_t c = 0; c < preview.rows[r].size(); ++c) {
            constexpr qsizetype longest = 120;
            auto* item = new QTableWidgetItem{text(preview.rows[r][c]).left(longest).simplified()};
            item->setToolTip(item->text());
            m_rows->setItem(static_cast<int>(r), static_cast<int>(c), item);
        }
    m_rows->resizeColumnsToContents();
    constexpr int widest = 240;
    for (int c = 0; c < m_rows->columnCount(); ++c)
        if (m_rows->columnWidth(c) > widest) m_rows->setColumnWidth(c, widest);
}

void PreviewPane::retranslate() {
    m_facts[Features]->setText(tr("Features"));
    m_facts[Extent]->setText(tr("Extent"));
    m_facts[Crs]->setText(tr("CRS"));
    m_facts[Encoding]->setText(tr("Encoding"));
    m_rows_title->setText(tr("First rows"));
    m_mapping_title->setText(tr("Columns for the fields of the role"));
    m_rows->setAccessibleName(tr("First rows"));
}

void PreviewPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace app
