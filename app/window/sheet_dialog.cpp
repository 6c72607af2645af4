#include "app/window/sheet_dialog.hpp"

#include "app/pages/sheet_files.hpp"
#include "app/pages/sheet_view.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "geo/core/error.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace app {
namespace {

constexpr int side_px = 320;
constexpr double mm_per_inch = 25.4;

QToolButton* tool(QWidget* parent, const char* icon_name, const QString& tip) {
    auto* button = new QToolButton{parent};
    button->setIcon(icon(icon_name));
    button->setToolTip(tip);
    button->setAutoRaise(true);
    return button;
}

}  // namespace

SheetDialog::SheetDialog(Make make, std::vector<geo::Phase> phases, QString name, QString folder, QWidget* parent)
    : QDialog{parent}, m_make{std::move(make)}, m_phases{std::move(phases)}, m_name{std::move(name)}, m_folder{std::move(folder)} {
    setObjectName("sheetDialog");
    setWindowTitle(tr("Site plans on paper"));
    resize(1180, 780);
    makeControls();

    connect(&m_making, &JobSignals::finished, this, [this] {
        m_sheets = m_making.takeResult();
        rest();
        showSheets();
    });
    connect(&m_writing, &JobSignals::finished, this, [this] {
        const auto files = m_writing.takeResult();
        rest();
        m_state->setText(tr("%n file(s) written to %1.", nullptr, static_cast<int>(files.size())).arg(QDir::toNativeSeparators(m_folder)));
        emit exported(files);
    });
    connect(&m_printing, &JobSignals::finished, this, [this] {
        m_printing.takeResult();
        rest();
        m_state->setText(tr("Sent to the printer."));
    });
    for (JobSignals* job : {static_cast<JobSignals*>(&m_making), static_cast<JobSignals*>(&m_writing), static_cast<JobSignals*>(&m_printing)}) {
        connect(job, &JobSignals::progressed, this, [this](double share) { m_progress->setValue(static_cast<int>(1000 * share)); });
        connect(job, &JobSignals::failed, this, [this](const geo::Message& reason) {
            if (m_sheets.empty()) showSheets();  // Those of before are not of this choice.
            rest();
            m_state->setText(text(reason));
            emit failed(reason);
        });
        connect(job, &JobSignals::cancelled, this, [this] {
            if (m_sheets.empty()) showSheets();
            rest();
            m_state->setText(tr("Cancelled; nothing was written."));
        });
    }
    connect(m_view, &SheetView::failed, this, [this](const geo::Message& reason) { m_state->setText(text(reason)); });
    m_view->setFocus();  // Its keys zoom and move.
    refresh();
}

SheetDialog::~SheetDialog() = default;

void SheetDialog::makeControls() {
    m_phase = new QComboBox{this};
    m_phase->setObjectName("sheetPhase");
    m_phase->addItem(tr("All phases"));
    for (const geo::Phase& phase : m_phases) m_phase->addItem(text(geo::phase_title(phase)), *geo::phase_rank(phase.id));
    m_language = new QComboBox{this};
    m_language->setObjectName("sheetLanguage");
    m_language->addItem(tr("Chinese and English"), static_cast<int>(SheetLanguage::Both));
    m_language->addItem(tr("Chinese"), static_cast<int>(SheetLanguage::Chinese));
    m_language->addItem(tr("English"), static_cast<int>(SheetLanguage::English));
    m_in_one = new QCheckBox{tr("All in one PDF"), this};
    m_in_one->setObjectName("sheetInOne");
    m_list = new QListWidget{this};
    m_list->setObjectName("sheetList");
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_state = new QLabel{this};
    m_state->setWordWrap(true);
    m_state->setProperty("role", "second");
    m_progress = new QProgressBar{this};
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);

    auto* form = new QFormLayout;
    form->setSpacing(8);
    if (!m_phases.empty()) form->addRow(tr("Phase"), m_phase);
    m_phase->setVisible(!m_phases.empty());
    form->addRow(tr("Language"), m_language);
    form->addRow({}, m_in_one);

    m_print = new QPushButton{tr("Print…"), this};
    m_export = new QPushButton{tr("Export PDF…"), this};
    m_export->setObjectName("sheetExport");
    m_export->setProperty("primary", true);
    m_export->setDefault(true);
    auto* close = new QPushButton{tr("Close"), this};
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_print);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_export);

    auto* side = new QWidget{this};
    side->setFixedWidth(side_px);
    auto* column = new QVBoxLayout{side};
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(m_list, 1);
    column->addWidget(m_state);
    column->addWidget(m_progress);
    column->addLayout(buttons);

    m_view = new SheetView{this};
    auto* zoom_in = tool(this, "zoom-to", tr("Zoom in (+)"));
    auto* fit = tool(this, "full-extent", tr("Fit the page (0)"));
    auto* percent = new QLabel{this};
    percent->setFixedWidth(56);
    percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* actual = new QToolButton{this};
    actual->setText("100 %");
    actual->setToolTip(tr("As large as on paper"));
    actual->setAutoRaise(true);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(8, 4, 16, 4);
    tools->addWidget(fit);
    tools->addWidget(zoom_in);
    tools->addWidget(actual);
    tools->addStretch();
    tools->addWidget(percent);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addLayout(tools);
    right->addWidget(m_view, 1);

    auto* all = new QHBoxLayout{this};
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(side);
    all->addLayout(right, 1);

    connect(m_phase, &QComboBox::currentIndexChanged, this, &SheetDialog::refresh);
    connect(m_language, &QComboBox::currentIndexChanged, this, &SheetDialog::refresh);
    connect(m_list, &QListWidget::currentRowChanged, this, &SheetDialog::showSheet);
    connect(fit, &QToolButton::clicked, m_view, &SheetView::fitPage);
    connect(zoom_in, &QToolButton::clicked, this, [this] { m_view->setZoom(1.5 * m_view->zoom()); });
    connect(actual, &QToolButton::clicked, this, [this] { m_view->setZoom(1.0); });
    connect(m_view, &SheetView::zoomChanged, this, [percent](double zoom) { percent->setText(number(100 * zoom, 0) + " %"); });
    connect(m_export, &QPushButton::clicked, this, &SheetDialog::choosePlace);
    connect(m_print, &QPushButton::clicked, this, &SheetDialog::print);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

SheetRequest SheetDialog::request() const {
    SheetRequest request;
    request.language = static_cast<SheetLanguage>(m_language->currentData().toInt());
    if (const QVariant phase = m_phase->currentData(); phase.isValid()) request.phase = phase.toInt();
    request.date = QDate::currentDate().toString(Qt::ISODate).toStdString();
    return request;
}

void SheetDialog::busy(const QString& words) {
    m_state->setText(words);
    m_progress->setValue(0);
    m_progress->show();
    m_export->setEnabled(false);
    m_print->setEnabled(false);
    // Another choice may overtake the making of sheets, not their way out.
    for (QWidget* choice : std::initializer_list<QWidget*>{m_phase, m_language, m_in_one}) choice->setEnabled(m_sheets.empty());
}

void SheetDialog::rest() {
    m_state->clear();
    m_progress->hide();
    for (QWidget* choice : std::initializer_list<QWidget*>{m_phase, m_language, m_in_one}) choice->setEnabled(true);
    m_export->setEnabled(!m_sheets.empty());
    m_print->setEnabled(!m_sheets.empty());
}

void SheetDialog::refresh() {
    m_sheets.clear();
    busy(tr("Making the sheets…"));
    m_making.start([make = m_make, request = request()](const geo::Progress& progress) { return make(request, progress); });
}

void SheetDialog::showSheets() {
    const QString before = m_list->currentItem() ? m_list->currentItem()->text() : QString{};
    const QSignalBlocker no_choice{m_list};
    m_list->clear();
    for (const Sheet& sheet : m_sheets) {
        const QString page = sheet.pages() > 1 ? QString{"  %1/%2"}.arg(sheet.page()).arg(sheet.pages()) : QString{};
        const QString words = sheet.number() + page + "  " + sheet.title();
        m_list->addItem(words);
        m_list->item(m_list->count() - 1)->setToolTip(words);
        if (words == before) m_list->setCurrentRow(m_list->count() - 1);
    }
    if (m_list->currentRow() < 0 && m_list->count() > 0) m_list->setCurrentRow(0);
    m_state->setText(tr("%n sheet(s)", nullptr, static_cast<int>(m_sheets.size())));
    showSheet();
}

void SheetDialog::showSheet() {
    const int row = m_list->currentRow();
    const bool is_there = row >= 0 && row < static_cast<int>(m_sheets.size());
    m_view->setSheet(is_there ? std::optional{m_sheets[static_cast<std::size_t>(row)]} : std::nullopt);
}

void SheetDialog::choosePlace() {
    // Only a folder that is there can be chosen: the one offered is made, and goes again when it is not taken.
    const QString offered = QDir::cleanPath(m_folder);
    const bool is_made = !QDir{offered}.exists() && QDir{}.mkdir(offered);
    auto* dialog = new QFileDialog{this, tr("Folder for the PDF files"), m_folder};
    dialog->setObjectName("sheetFolder");
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &SheetDialog::exportTo);
    connect(dialog, &QDialog::finished, this, [dialog, offered, is_made](int result) {
        const bool is_taken = result == QDialog::Accepted && QDir::cleanPath(dialog->selectedFiles().value(0)) == offered;
        if (is_made && !is_taken) QDir{}.rmdir(offered);
    });
    dialog->open();
}

void SheetDialog::exportTo(const QString& folder) {
    if (folder.isEmpty() || m_sheets.empty()) return;
    m_folder = folder;
    busy(tr("Writing the PDF files…"));
    m_writing.start([sheets = m_sheets, name = m_name, in_one = m_in_one->isChecked(), path = std::filesystem::path{folder.toStdString()}](const geo::Progress& progress) {
        return write_sheets(path, sheets, name, in_one, true, progress);
    });
}

void SheetDialog::print() {
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize{QPageSize::A3});
    printer->setPageOrientation(QPageLayout::Landscape);
    printer->setFullPage(true);
    printer->setDocName(m_name);
    auto* dialog = new QPrintDialog{printer.get(), this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    dialog->setMinMax(1, static_cast<int>(m_sheets.size()));
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, printer](QPrinter*) {
        busy(tr("Printing…"));
        const std::size_t from = printer->fromPage() > 0 ? static_cast<std::size_t>(printer->fromPage()) - 1 : 0;
        const std::size_t end = printer->toPage() > 0 ? std::min(static_cast<std::size_t>(printer->toPage()), m_sheets.size()) : m_sheets.size();
        m_printing.start([printer, sheets = m_sheets, from, end](const geo::Progress& progress) {
            QPainter painter;
            if (!painter.begin(printer.get())) throw geo::OutputError{geo::say("打印图纸时：打印机“{}”不可用。请检查打印机，或改用导出 PDF。",
                                                                              "Printing the sheets: the printer “{}” cannot be used. Check it, or export PDF instead.",
                                                                              printer->printerName().toStdString())};
            const double scale = printer->resolution() / mm_per_inch / page_units_per_mm;
            try {
                for (std::size_t i = from; i < end; ++i) {
                    if (i > from) printer->newPage();
                    const auto share = [&](std::size_t sheet) { return static_cast<double>(sheet - from) / static_cast<double>(end - from); };
                    painter.save();
                    painter.scale(scale, scale);
                    draw_sheet(painter, sheets[i], progress.part(share(i), share(i + 1)));
                    painter.restore();
                }
            } catch (...) {
                printer->abort();  // Else the painter's end sends what was drawn so far.
                throw;
            }
            return true;
        });
    });
    dialog->open();
}

void SheetDialog::keyPressEvent(QKeyEvent* event) {
    // Escape first stops what is running.
    if (event->key() == Qt::Key_Escape && !isReady()) {
        m_making.cancel();
        m_writing.cancel();
        m_printing.cancel();
        return;
    }
    QDialog::keyPressEvent(event);
}

}  // namespace app
