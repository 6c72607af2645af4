#pragma once

#include "app/jobs/job.hpp"
#include "geo/core/finding.hpp"

#include <QDialog>
#include <QStringList>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace app {

class EmptyState;
class NoticeBar;
class PreviewPane;
class PreviewQueue;
class SourceModel;
struct SourceRow;

/// Makes a project of files: dropped or added, each proposed a role; reading and making run in the background. What fails is said in the
/// dialog, which keeps its input.
class NewProjectDialog : public QDialog {
    Q_OBJECT

   public:
    /// @param folder  where the project is suggested to lie; empty: beside the first file
    explicit NewProjectDialog(const QString& folder, QWidget* parent = nullptr);
    ~NewProjectDialog() override;

    /// Files, and folders for the files in them; those already there are passed over.
    void addFiles(const QStringList& files);

   signals:
    /// The project is written and the dialog accepted.
    void created(const QString& path, const std::vector<geo::Finding>& findings);

   public slots:
    void reject() override;  ///< while a project is being made: stops that

   protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

   private:
    struct Made {
        std::vector<geo::Finding> findings;
        std::optional<geo::Message> failure;
        std::optional<std::size_t> layer;  ///< of the requests, the one that failed
    };
    struct Obstacle {
        QString sentence;
        bool isWrong = false;  ///< something is wrong, not just still missing
        int row = -1;
    };

    void buildSources();
    void buildTarget();
    void buildFoot();
    void layOut();
    void join();
    void retranslate();
    void showPacks();

    void chooseFiles();
    void removeRow();
    void askPreview(int id);
    void giveHints();
    void showCurrent();
    void refresh();

    void browse();
    void suggestPath(const QString& first_file);
    QString path() const;
    bool hasCompound() const;
    std::optional<Obstacle> obstacle() const;  ///< what stands in the way of making the project

    void create();
    void start(bool overwrite);
    void conclude();
    void setBusy(bool is_busy);

    QString m_folder;
    bool m_is_path_own = false;  ///< written by the user
    QString m_may_replace;       ///< the file that the user agreed to replace
    bool m_asks_to_replace = false;
    std::vector<int> m_making;   ///< row ids, as the requests of the running job

    SourceModel* m_sources;
    PreviewQueue* m_queue;
    QWidget* m_input;  ///< all that rests while the project is made
    QLabel* m_files_title;
    QPushButton* m_add;
    QPushButton* m_remove;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    QTableView* m_table;
    PreviewPane* m_preview;
    QCheckBox* m_units;
    QLabel* m_pack_title;
    QComboBox* m_pack;
    QLabel* m_path_title;
    QLineEdit* m_path;
    QPushButton* m_browse;
    NoticeBar* m_notice;
    QProgressBar* m_progress;
    QPushButton* m_create;
    QPushButton* m_cancel;
    Job<Made> m_job;
};

}  // namespace app
