#include "app/window/project_files.hpp"

#include "app/panels/new_project/new_project_dialog.hpp"
#include "app/theme/language.hpp"
#include "app/window/asked_file.hpp"
#include "app/window/settings.hpp"
#include "data/samples/sample_project.hpp"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QStandardPaths>

#include <utility>

namespace app {
namespace {

/// A field takes what is typed into it when it loses the focus; nobody waits for that who saves or closes.
void finish_typing(const QWidget& window) {
    if (const QPointer<QWidget> focused = window.focusWidget(); focused && focused->hasFocus()) {
        focused->clearFocus();
        if (focused) focused->setFocus();
    }
}

}  // namespace

ProjectFiles::ProjectFiles(const Parts& parts, QObject* parent) : QObject{parent}, m_parts{parts} {
    ProjectStore& store = m_parts.store;
    connect(&store, &ProjectStore::progressed, this, [this](double share) { m_parts.status.progress(share); });
    connect(&store, &ProjectStore::opened, this, [this] {
        m_parts.status.end();
        settings::addRecentFile(m_parts.project.path());
        settings::setLastFolder(QFileInfo{m_parts.project.path()}.absolutePath());
        emit recentChanged();
        if (m_parts.project.isReadOnly()) {
            m_parts.messages.post(
                Severity::Warning, [] { return tr("Opened for reading only: another window has this project open, or the file cannot be written."); },
                [] { return tr("Save as…"); }, [this] { saveAs(); });
        }
    });
    connect(&store, &ProjectStore::recoveryFound, this, &ProjectFiles::askRecovery);
    connect(&store, &ProjectStore::saved, this, [this] {
        m_parts.status.end();
        settings::addRecentFile(m_parts.project.path());
        emit recentChanged();
        m_parts.log(Severity::Note, geo::say("已保存 {}。", "Saved {}.", m_parts.project.path().toStdString()));
        m_parts.status.setState(tr("Saved %1").arg(m_parts.project.name()));
        if (m_after_save) std::exchange(m_after_save, {})();
    });
    connect(&store, &ProjectStore::failed, this, [this](const geo::Message& reason) {
        m_parts.status.end();
        m_after_save = {};
        m_parts.fail(reason);
    });
    connect(&store, &ProjectStore::warned, this, [this](const geo::Message& what) {
        m_parts.messages.post(Severity::Warning, [what] { return text(what); });
        m_parts.log(Severity::Warning, what);
    });
    connect(&m_sample, &JobSignals::finished, this, [this] {
        m_parts.status.end();
        openNow(m_sample.takeResult());
    });
    connect(&m_sample, &JobSignals::failed, this, [this](const geo::Message& reason) {
        m_parts.status.end();
        m_parts.fail(reason);
    });
    connect(&m_sample, &JobSignals::progressed, this, [this](double share) { m_parts.status.progress(share); });
}

void ProjectFiles::newProject(const QStringList& files) {
    settle([this, files] {
        auto* dialog = new NewProjectDialog{settings::lastFolder(), &m_parts.window};
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &NewProjectDialog::created, this, [this](const QString& path, const std::vector<geo::Finding>& findings) {
            openNow(path);
            m_parts.log_findings(findings);
        });
        if (!files.isEmpty()) dialog->addFiles(files);
        dialog->open();
    });
}

void ProjectFiles::openAsked() {
    const QString file = QFileDialog::getOpenFileName(&m_parts.window, tr("Open a project"), settings::lastFolder(), tr("Anchong projects (*.gpkg)"));
    if (!file.isEmpty()) open(file);
}

void ProjectFiles::open(const QString& file) {
    settle([this, file] { openNow(file); });
}

void ProjectFiles::openNow(const QString& file, Recovery recovery) {
    if (m_parts.project.isOpen()) m_parts.messages.clear();  // They speak of the project before.
    m_parts.status.begin(tr("Opening %1").arg(QFileInfo{file}.fileName()), false);
    m_parts.store.open(file, recovery);
}

void ProjectFiles::askRecovery(const QString& file, const QString& when) {
    m_parts.status.end();
    auto* box = new QMessageBox{QMessageBox::Question, tr("Unsaved edits found"),
                                tr("%1 has edits of %2 that were not saved. Take them up again?").arg(QFileInfo{file}.fileName(), when), QMessageBox::NoButton,
                                &m_parts.window};
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName("recoveryBox");
    auto* recover = box->addButton(tr("Recover"), QMessageBox::AcceptRole);
    auto* discard = box->addButton(tr("Discard the edits"), QMessageBox::DestructiveRole);
    box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(recover);
    connect(recover, &QPushButton::clicked, this, [this, file] { openNow(file, Recovery::Recover); });
    connect(discard, &QPushButton::clicked, this, [this, file] { openNow(file, Recovery::Discard); });
    box->open();
}

void ProjectFiles::openSample() {
    settle([this] {
        // Made once; what the user did with it since stays.
        const QString folder = QDir{QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)}.filePath("sample");
        const QString project = QDir{folder}.filePath("town.gpkg");
        if (QFileInfo::exists(project)) return openNow(project);
        m_parts.status.begin(tr("Making the sample township"), false);
        m_sample.start([folder](const geo::Progress& progress) {
            QDir{}.mkpath(folder);
            return QString::fromStdString(samples::make_sample_project(folder.toStdString(), true, progress).project.string());
        });
    });
}

void ProjectFiles::save() {
    if (!m_parts.project.isOpen() || m_parts.store.isBusy()) {
        m_after_save = {};  // No save, nothing that follows it.
        return;
    }
    if (m_parts.project.isReadOnly()) return saveAs();
    finish_typing(m_parts.window);
    m_parts.status.begin(tr("Saving"), false);
    m_parts.store.save();
}

void ProjectFiles::saveAs() {
    if (!m_parts.project.isOpen() || m_parts.store.isBusy()) return;
    finish_typing(m_parts.window);
    const QString file = asked_file(&m_parts.window, tr("Save the project as"), m_parts.project.path(), tr("Anchong projects (*.gpkg)"), "gpkg");
    if (file.isEmpty()) {
        m_after_save = {};  // What was to follow the save does not follow a later one.
        return;
    }
    m_parts.status.begin(tr("Saving"), false);
    m_parts.store.saveAs(file);
}

void ProjectFiles::close() {
    settle([this] {
        m_parts.store.close();
        m_parts.project.close();
        m_parts.messages.clear();
        m_parts.status.setState({});
    });
}

void ProjectFiles::settle(std::function<void()> go_on) {
    finish_typing(m_parts.window);
    if (!m_parts.project.isModified()) return go_on();
    auto* box = new QMessageBox{QMessageBox::Question, tr("Unsaved edits"), tr("%1 has edits that are not saved.").arg(m_parts.project.name()),
                                QMessageBox::NoButton, &m_parts.window};
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName("unsavedBox");
    auto* save_button = box->addButton(tr("Save"), QMessageBox::AcceptRole);
    auto* discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    auto* stay = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(save_button);
    box->setEscapeButton(stay);
    connect(save_button, &QPushButton::clicked, this, [this, go_on] {
        m_after_save = go_on;
        save();
    });
    connect(discard, &QPushButton::clicked, this, [go_on] { go_on(); });
    box->open();
}

}  // namespace app
