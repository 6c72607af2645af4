#pragma once

#include "app/jobs/job.hpp"
#include "app/pages/sheet.hpp"

#include <QDialog>

#include <filesystem>
#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPrinter;
class QProgressBar;
class QPushButton;

namespace app {

class SheetView;

/// Sheets before they go out: what is seen is what PDF and printer get.
class SheetDialog : public QDialog {
    Q_OBJECT

   public:
    using Make = std::function<std::vector<Sheet>(const SheetRequest&, const geo::Progress&)>;

    /// @param make    the sheets of a request; called on a worker
    /// @param phases  of the project, to choose from; empty: there is no choice of phases (a comparison)
    /// @param name    of the file, when all sheets go into one
    /// @param folder  offered for files
    SheetDialog(Make make, std::vector<geo::Phase> phases, QString name, QString folder, QWidget* parent = nullptr);
    ~SheetDialog() override;

    SheetRequest request() const;
    SheetView* view() const { return m_view; }
    bool isReady() const { return !m_making.isRunning() && !m_writing.isRunning() && !m_printing.isRunning(); }  ///< nothing is being made, written or printed
    const std::vector<Sheet>& sheets() const { return m_sheets; }

    /// Writes the PDF files, replacing those of the same names.
    void exportTo(const QString& folder);

   signals:
    void exported(const std::vector<std::filesystem::path>& files);
    void failed(const geo::Message& reason);

   protected:
    void keyPressEvent(QKeyEvent* event) override;

   private:
    void makeControls();
    void refresh();
    void showSheets();
    void showSheet();
    void choosePlace();
    void print();
    void busy(const QString& words);
    void rest();

    Make m_make;
    std::vector<geo::Phase> m_phases;
    QString m_name, m_folder;
    std::vector<Sheet> m_sheets;
    Job<std::vector<Sheet>> m_making;
    Job<std::vector<std::filesystem::path>> m_writing;
    Job<bool> m_printing;

    QComboBox* m_phase = nullptr;
    QComboBox* m_language = nullptr;
    QCheckBox* m_in_one = nullptr;
    QListWidget* m_list = nullptr;
    SheetView* m_view = nullptr;
    QLabel* m_state = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton *m_export = nullptr, *m_print = nullptr;
};

}  // namespace app
