#pragma once

#include "geo/report/export_project.hpp"

#include <QDialog>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace app {

/// Asks for format, encoding, phase and folder of an export. What lies in the folder already is only replaced when the user says so.
class ExportDialog : public QDialog {
    Q_OBJECT

   public:
    /// @param phases  of the project, one of which may be exported alone
    ExportDialog(geo::ExportFormat format, const QString& name, const QString& folder, const std::vector<geo::Phase>& phases, QWidget* parent = nullptr);

    geo::ExportRequest request() const;
    /// Set where a certificate is asked for instead of layers.
    std::optional<geo::CertificateRequest> certificate() const;

   private:
    geo::ExportFormat format() const;
    void refresh();
    void choose();

    QString m_name;
    QComboBox* m_format;
    QComboBox* m_encoding;
    QComboBox* m_phase;
    QLabel* m_encoding_title;
    QLineEdit* m_folder;
    QLabel* m_there;
    QPushButton* m_export;
};

}  // namespace app
