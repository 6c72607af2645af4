#include "app/window/export_dialog.hpp"

#include "app/theme/language.hpp"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace app {
namespace {

// Beside the formats of layers.
constexpr int workbook = 100, document = 101;

}  // namespace

ExportDialog::ExportDialog(geo::ExportFormat format, const QString& name, const QString& folder, const std::vector<geo::Phase>& phases, QWidget* parent)
    : QDialog{parent}, m_name{name}, m_format{new QComboBox{this}}, m_encoding{new QComboBox{this}}, m_phase{new QComboBox{this}}, m_encoding_title{new QLabel{tr("Encoding"), this}},
      m_folder{new QLineEdit{QDir::toNativeSeparators(folder), this}}, m_there{new QLabel{this}} {
    setObjectName("exportDialog");
    setWindowTitle(tr("Export"));
    setMinimumWidth(520);
    m_format->addItem(tr("Shapefiles"), static_cast<int>(geo::ExportFormat::Shapefile));
    m_format->addItem(tr("GeoPackage"), static_cast<int>(geo::ExportFormat::GeoPackage));
    m_format->addItem(tr("GeoJSON (longitude, latitude)"), static_cast<int>(geo::ExportFormat::GeoJson));
    m_format->addItem(tr("Certificate: workbook (XLSX)"), workbook);
    m_format->addItem(tr("Certificate: document (JSON)"), document);
    m_format->setCurrentIndex(m_format->findData(static_cast<int>(format)));
    m_format->setObjectName("exportFormat");
    m_encoding->addItem(tr("GBK (older Chinese programs)"), "GBK");
    m_encoding->addItem("UTF-8", "UTF-8");
    m_encoding->setObjectName("exportEncoding");
    m_phase->addItem(tr("All phases"));
    for (const geo::Phase& phase : phases) m_phase->addItem(text(geo::phase_title(phase)), geo::phase_rank(phase.id).value_or(0));
    m_phase->setToolTip(tr("Sites of one phase, with their bays, clearances and checks; zones and inputs stay whole"));
    m_phase->setObjectName("exportPhase");
    m_folder->setObjectName("exportFolder");
    m_there->setProperty("role", "second");
    m_there->setWordWrap(true);

    auto* browse = new QToolButton{this};
    browse->setText(tr("Choose…"));
    connect(browse, &QToolButton::clicked, this, &ExportDialog::choose);
    auto* folder_row = new QHBoxLayout;
    folder_row->addWidget(m_folder, 1);
    folder_row->addWidget(browse);
    auto* form = new QFormLayout;
    form->setSpacing(12);
    form->addRow(tr("Format"), m_format);
    form->addRow(m_encoding_title, m_encoding);
    form->addRow(tr("Phase"), m_phase);
    form->addRow(tr("Folder"), folder_row);

    auto* buttons = new QDialogButtonBox{this};
    m_export = new QPushButton{tr("Export"), buttons};
    m_export->setProperty("primary", true);  // Before the box asks for its size, which settles its style.
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    m_export->setObjectName("exportAccept");
    m_export->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::refresh);

    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(m_there);
    column->addStretch();
    column->addWidget(buttons);
    refresh();
}

geo::ExportFormat ExportDialog::format() const { return static_cast<geo::ExportFormat>(m_format->currentData().toInt()); }

void ExportDialog::refresh() {
    const bool has_encoding = format() == geo::ExportFormat::Shapefile;
    m_encoding->setVisible(has_encoding);
    m_encoding_title->setVisible(has_encoding);
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    const bool is_filled = !folder.isEmpty() && QDir{folder}.exists() && !QDir{folder}.isEmpty();
    const bool is_certificate = certificate().has_value();
    m_there->setText(is_filled        ? tr("The folder holds files already; those of the same names are replaced.")
                     : is_certificate ? tr("Every distance of each site with its clause, status and verdict; rules and inputs with their hashes. Others can recompute it.")
                                      : tr("Zones, sites, bays, clearances and the inputs as used; complete or not at all."));
    m_export->setText(is_filled ? tr("Export and replace") : tr("Export"));
    m_export->setEnabled(!folder.isEmpty());
}

void ExportDialog::choose() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder to export to"), m_folder->text());
    if (!folder.isEmpty()) m_folder->setText(QDir::toNativeSeparators(folder));
}

std::optional<geo::CertificateRequest> ExportDialog::certificate() const {
    const int chosen = m_format->currentData().toInt();
    if (chosen != workbook && chosen != document) return std::nullopt;
    const geo::ExportRequest asked = request();
    return geo::CertificateRequest{.format = chosen == workbook ? geo::CertificateFormat::Workbook : geo::CertificateFormat::Json, .folder = asked.folder, .name = asked.name,
                                   .overwrite = asked.overwrite, .phase = asked.phase};
}

geo::ExportRequest ExportDialog::request() const {
    geo::ExportRequest request;
    if (format() <= geo::ExportFormat::GeoJson) request.format = format();
    if (request.format == geo::ExportFormat::Shapefile) request.encoding = m_encoding->currentData().toString().toStdString();
    if (m_phase->currentData().isValid()) request.phase = m_phase->currentData().toInt();
    request.folder = QDir::fromNativeSeparators(m_folder->text().trimmed()).toStdString();
    request.name = m_name.toStdString();
    request.overwrite = true;  // The button says so where there is something to replace.
    return request;
}

}  // namespace app
