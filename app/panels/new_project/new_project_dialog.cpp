#include "app/panels/new_project/new_project_dialog.hpp"

#include "app/panels/new_project/notice_bar.hpp"
#include "app/panels/new_project/preview_pane.hpp"
#include "app/panels/new_project/preview_queue.hpp"
#include "app/panels/new_project/source_files.hpp"
#include "app/panels/new_project/source_model.hpp"
#include "app/tables/empty_state.hpp"
#include "app/theme/language.hpp"
#include "geo/report/new_project.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace app {
namespace {

QStringList local_files(const QMimeData* data) {
    QStringList files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    return files;
}

// Qt calls two files that are not there the same.
bool is_same_file(const QString& a, const QString& b) {
    const QFileInfo one{a}, other{b};
    return one.exists() ? other.exists() && one == other : one.absoluteFilePath() == other.absoluteFilePath();
}

bool is_compound(const SourceRow& row) { return row.isUsed && row.role == geo::Role::Compound; }
bool is_building(const SourceRow& row) { return row.isUsed && row.role == geo::Role::Building; }

// Compounds say where the township is, else buildings, else whatever is placed.
std::optional<geo::Point> place_of(const std::vector<SourceRow>& rows) {
    const SourceRow* best = nullptr;
    for (const SourceRow& row : rows) {
        if (!row.isUsed || !row.preview || row.preview->extent_lonlat.empty()) continue;
        if (!best || (!is_compound(*best) && (is_compound(row) || (is_building(row) && !is_building(*best))))) best = &row;
    }
    return best ? std::optional{best->preview->extent_lonlat.centre()} : std::nullopt;
}

}  // namespace

NewProjectDialog::NewProjectDialog(const QString& folder, QWidget* parent)
    : QDialog{parent}, m_folder{folder}, m_sources{new SourceModel{this}}, m_queue{new PreviewQueue{this}}, m_input{new QWidget{this}},
      m_files_title{new QLabel{m_input}}, m_add{new QPushButton{m_input}}, m_remove{new QPushButton{m_input}}, m_pages{new QStackedWidget{m_input}},
      m_empty{new EmptyState{m_pages}}, m_table{new QTableView{m_pages}}, m_preview{new PreviewPane{m_input}}, m_units{new QCheckBox{m_input}},
      m_pack_title{new QLabel{m_input}}, m_pack{new QComboBox{m_input}}, m_path_title{new QLabel{m_input}}, m_path{new QLineEdit{m_input}},
      m_browse{new QPushButton{m_input}}, m_notice{new NoticeBar{this}}, m_progress{new QProgressBar{this}}, m_create{new QPushButton{this}},
      m_cancel{new QPushButton{this}} {
    setObjectName("newProjectDialog");
    setAcceptDrops(true);
    buildSources();
    buildTarget();
    buildFoot();
    layOut();
    suggestPath({});
    join();
    retranslate();
}

NewProjectDialog::~NewProjectDialog() = default;

void NewProjectDialog::join() {
    connect(m_add, &QPushButton::clicked, this, &NewProjectDialog::chooseFiles);
    connect(m_empty, &EmptyState::actionAsked, this, &NewProjectDialog::chooseFiles);
    connect(m_remove, &QPushButton::clicked, this, &NewProjectDialog::removeRow);
    connect(m_browse, &QPushButton::clicked, this, &NewProjectDialog::browse);
    connect(m_create, &QPushButton::clicked, this, &NewProjectDialog::create);
    connect(m_cancel, &QPushButton::clicked, this, &NewProjectDialog::reject);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.flags() & Qt::ItemIsEditable) m_table->edit(index);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &NewProjectDialog::showCurrent);
    connect(m_sources, &SourceModel::previewNeeded, this, &NewProjectDialog::askPreview);
    connect(m_sources, &SourceModel::rowsChanged, this, [this] {
        m_asks_to_replace = false;
        showCurrent();
        refresh();
    });
    connect(m_queue, &PreviewQueue::read, this, [this](int id, const auto& previews) {
        m_sources->show(id, previews);
        if (!m_table->currentIndex().isValid() && m_sources->rowCount() > 0) m_table->selectRow(0);
    });
    connect(m_queue, &PreviewQueue::failed, m_sources, &SourceModel::showFailure);
    connect(m_queue, &PreviewQueue::emptied, this, &NewProjectDialog::giveHints);
    connect(m_preview, &PreviewPane::mappingChosen, this, [this](const std::string& field, const std::string& column) {
        if (const QModelIndex index = m_table->currentIndex(); index.isValid()) m_sources->setMapping(index.row(), field, column);
    });
    connect(m_units, &QCheckBox::toggled, this, &NewProjectDialog::refresh);
    connect(m_path, &QLineEdit::textEdited, this, [this] {
        m_is_path_own = true;
        m_asks_to_replace = false;
    });
    connect(m_path, &QLineEdit::textChanged, this, &NewProjectDialog::refresh);
    connect(m_notice, &NoticeBar::actionAsked, this, [this] {
        m_may_replace = path();
        m_asks_to_replace = false;
        create();
    });
    connect(&m_job, &JobSignals::progressed, this, [this](double share) { m_progress->setValue(static_cast<int>(share * m_progress->maximum())); });
    connect(&m_job, &JobSignals::finished, this, &NewProjectDialog::conclude);
    connect(&m_job, &JobSignals::cancelled, this, [this] {
        setBusy(false);
        m_notice->say(NoticeBar::Kind::Note, tr("Stopped; no project was written."));
    });
    connect(&m_job, &JobSignals::failed, this, [this](const geo::Message& reason) {
        setBusy(false);
        m_notice->say(NoticeBar::Kind::Error, text(reason));
    });
}

// ---- files ----------------------------------------------------------------------------------------------------------

void NewProjectDialog::addFiles(const QStringList& files) {
    if (m_job.isRunning()) return;
    for (const QString& file : layerFiles(files)) {
        if (m_sources->rowCount() == 0) suggestPath(file);
        if (const int id = m_sources->addFile(file); id != 0) askPreview(id);
    }
    refresh();
}

void NewProjectDialog::chooseFiles() {
    const QString filter = tr("Layers and tables") + " (" + layerFilePatterns() + ")";
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Files to make the project of"), m_folder, filter);
    addFiles(files);
    if (m_sources->rowCount() > 0) m_table->setFocus();
}

void NewProjectDialog::removeRow() {
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid()) return;
    m_queue->forget(m_sources->rows()[static_cast<std::size_t>(index.row())].id);
    m_sources->remove(index.row());
    showCurrent();
}

void NewProjectDialog::askPreview(int id) {
    const int row = m_sources->rowOf(id);
    if (row >= 0) m_queue->ask(id, m_sources->rows()[static_cast<std::size_t>(row)].previewRequest());
}

// A layer that does not tell its CRS may be told by where the others lie, as in the import.
void NewProjectDialog::giveHints() {
    const auto place = place_of(m_sources->rows());
    if (!place) return;
    for (int i = 0; i < m_sources->rowCount(); ++i) {
        const SourceRow& row = m_sources->rows()[static_cast<std::size_t>(i)];
        const bool is_lost = row.preview && row.preview->crs.empty() && row.preview->has_coordinates && !row.crs;
        if (is_lost && !row.hint_lonlat) m_sources->setHint(i, *place);
    }
}

void NewProjectDialog::showCurrent() {
    const QModelIndex index = m_table->currentIndex();
    m_remove->setEnabled(index.isValid());
    if (index.isValid()) m_preview->show(m_sources->rows()[static_cast<std::size_t>(index.row())]);
    else m_preview->clear();
}

// ---- target ---------------------------------------------------------------------------------------------------------

void NewProjectDialog::suggestPath(const QString& first_file) {
    if (m_is_path_own) return;
    const QFileInfo file{first_file};
    const QString folder = !m_folder.isEmpty() ? m_folder : first_file.isEmpty() ? QDir::homePath() : file.absolutePath();
    const QString name = first_file.isEmpty() ? tr("New project") : file.dir().dirName();
    QString path = folder + "/" + name + ".gpkg";
    for (int n = 2; QFileInfo::exists(path); ++n) path = QString{"%1/%2-%3.gpkg"}.arg(folder, name).arg(n);
    m_path->setText(QDir::toNativeSeparators(path));
}

QString NewProjectDialog::path() const {
    QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (path.isEmpty()) return path;
    if (QFileInfo{path}.isRelative() && !m_folder.isEmpty()) path = m_folder + "/" + path;
    return path.endsWith(".gpkg", Qt::CaseInsensitive) ? path : path + ".gpkg";
}

void NewProjectDialog::browse() {
    // The file dialog asks before it gives the name of a file that exists.
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Project file"), path(), tr("Anchong projects") + " (*.gpkg)");
    if (chosen.isEmpty()) return;
    m_is_path_own = true;
    m_path->setText(QDir::toNativeSeparators(chosen));
    m_may_replace = path() == chosen ? chosen : QString{};
}

bool NewProjectDialog::hasCompound() const { return std::ranges::any_of(m_sources->rows(), is_compound); }

std::optional<NewProjectDialog::Obstacle> NewProjectDialog::obstacle() const {
    const auto& rows = m_sources->rows();
    if (std::ranges::any_of(rows, &SourceRow::isReading)) return Obstacle{tr("Reading the files…")};
    if (std::ranges::none_of(rows, &SourceRow::isUsed)) return Obstacle{tr("Add the files that the project is made of.")};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const SourceRow& row = rows[i];
        if (!row.isUsed) continue;
        if (const auto problem = row.hindrance()) return Obstacle{tr("%1: %2").arg(row.name(), text(*problem)), true, static_cast<int>(i)};
        if (!row.role) return Obstacle{tr("%1: choose its role, or leave it out.").arg(row.name()), false, static_cast<int>(i)};
        if (is_same_file(row.file, path()))
            return Obstacle{tr("The project file is one of the files to read, which is never replaced. Choose another name."), true};
    }
    if (std::ranges::none_of(rows, is_building)) return Obstacle{tr("No layer has the role building: add one, or choose the role.")};
    if (!hasCompound() && !m_units->isChecked())
        return Obstacle{tr("No layer has the role compound: add one, or make planning units from roads and buildings.")};
    if (path().isEmpty()) return Obstacle{tr("Name the project file.")};
    return std::nullopt;
}

void NewProjectDialog::refresh() {
    m_pages->setCurrentIndex(m_sources->rowCount() > 0 ? 1 : 0);
    m_preview->setVisible(m_sources->rowCount() > 0);
    m_units->setEnabled(!hasCompound());
    if (m_job.isRunning()) return;
    const auto in_way = obstacle();
    m_create->setEnabled(!in_way);
    if (m_asks_to_replace) return;
    if (!in_way) m_notice->clear();
    else m_notice->say(in_way->isWrong ? NoticeBar::Kind::Warning : NoticeBar::Kind::Note, in_way->sentence);
}

// ---- making it ------------------------------------------------------------------------------------------------------

void NewProjectDialog::create() {
    if (m_job.isRunning()) return;
    refresh();  // What lies on the disk may have changed since.
    if (obstacle()) return;
    const QString file = path();
    const bool exists = QFileInfo::exists(file);
    if (exists && m_may_replace != file) {
        m_asks_to_replace = true;
        m_notice->say(NoticeBar::Kind::Warning, tr("%1 exists. Replace it?").arg(QFileInfo{file}.fileName()), tr("Replace"));
        return;
    }
    start(exists);
}

void NewProjectDialog::start(bool overwrite) {
    std::vector<geo::LayerRequest> requests;
    m_making.clear();
    for (const SourceRow& row : m_sources->rows()) {
        if (!row.isUsed) continue;
        requests.push_back(row.layerRequest());
        m_making.push_back(row.id);
    }
    const bool units = !hasCompound();
    setBusy(true);
    m_job.start([file = std::filesystem::path{path().toStdString()}, requests = std::move(requests), units,
                 pack = m_pack->currentData().toString().toStdString(), overwrite](const geo::Progress& progress) {
        Made made;
        try {
            made.findings = geo::make_project(file, requests, units, pack, overwrite, progress).findings;
        } catch (const geo::Error& error) {  // Its place would be lost on the way to `failed`.
            made.failure = error.message();
            made.layer = error.layer();
        }
        return made;
    });
}

void NewProjectDialog::conclude() {
    Made made = m_job.takeResult();
    setBusy(false);
    if (made.failure) {
        if (made.layer) {
            const int id = m_making[*made.layer];
            m_sources->showFailure(id, *made.failure);
            m_table->selectRow(m_sources->rowOf(id));
        }
        m_notice->say(NoticeBar::Kind::Error, text(*made.failure));
        return;
    }
    const QString file = path();
    accept();
    emit created(file, made.findings);
}

void NewProjectDialog::setBusy(bool is_busy) {
    m_input->setEnabled(!is_busy);
    m_progress->setValue(0);
    m_progress->setVisible(is_busy);
    m_create->setEnabled(!is_busy && !obstacle());
    m_cancel->setText(is_busy ? tr("Stop") : tr("Cancel"));
    if (is_busy) {
        m_notice->say(NoticeBar::Kind::Note, tr("Making %1…").arg(QFileInfo{path()}.fileName()));
        m_cancel->setFocus();
    }
}

void NewProjectDialog::reject() {
    if (m_job.isRunning()) m_job.cancel();
    else QDialog::reject();
}

// ---- events ---------------------------------------------------------------------------------------------------------

void NewProjectDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void NewProjectDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (!m_job.isRunning() && !local_files(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void NewProjectDialog::dropEvent(QDropEvent* event) {
    addFiles(local_files(event->mimeData()));
    event->acceptProposedAction();
}

void NewProjectDialog::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete && m_table->hasFocus()) return removeRow();
    QDialog::keyPressEvent(event);
}

}  // namespace app
