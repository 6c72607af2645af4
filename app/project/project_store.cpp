#include "app/project/project_store.hpp"

#include "geo/io/edited_project.hpp"

#include <QDateTime>
#include <QFileInfo>
#include <QThreadPool>

#include <filesystem>
#include <mutex>
#include <optional>
#include <utility>

namespace app {
namespace {

using File = std::shared_ptr<geo::EditedProject>;

/// What opening came to.
struct Opened {
    File file;
    geo::EditedState state;
    QString recoverable_since;  ///< not empty: edits were found, and nobody has said yet what becomes of them
    bool is_recovered = false;
};

std::filesystem::path path_of(const QString& text) { return text.toStdString(); }

bool is_same_file(const File& file, const QString& path) {
    return file && QFileInfo{path}.canonicalFilePath() == QFileInfo{QString::fromStdString(file->file().string())}.canonicalFilePath();
}

QString in_words(std::chrono::system_clock::time_point moment) {
    return QDateTime::fromSecsSinceEpoch(std::chrono::system_clock::to_time_t(moment)).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

/// The file that is open already, as it was last saved.
File reopened(const File& present, const QString& path) {
    geo::EditedProject{path_of(path)}.read(false);  // What cannot be read must not cost what is shown.
    present->drop_edits();
    return present;
}

Opened opened(const File& present, const QString& path, Recovery recovery, const geo::Progress& progress) {
    progress.at(0.0);
    // One that is read-only because another window had it may be free by now.
    if (is_same_file(present, path) && !present->read_only_because()) {
        Opened again{.file = reopened(present, path), .state = {}, .recoverable_since = {}};
        again.state = again.file->read(false, progress);
        return again;
    }
    Opened found{.file = std::make_shared<geo::EditedProject>(path_of(path)), .state = {}, .recoverable_since = {}};
    progress.at(0.2);
    const auto since = found.file->unsaved_since();
    if (since && recovery == Recovery::Ask) {
        found.recoverable_since = in_words(*since);
        return found;
    }
    found.is_recovered = since && recovery == Recovery::Recover;
    found.state = found.file->read(found.is_recovered, progress.part(0.2, 1.0));
    return found;
}

geo::Message in_memory_only(const geo::Message& reason) {
    return {fmt::format("修改暂时只在内存中，未能写入工程旁的工作副本。请尽快保存或另存为。原因：{}", reason.zh),
            fmt::format("The changes are in memory only, as they could not be kept beside the project. Save soon, or use Save As. The reason: {}", reason.en)};
}

geo::Message nothing_open() { return {"没有打开的工程。请先打开或新建工程。", "No project is open. Open one, or make a new one."}; }

}  // namespace

struct ProjectStore::State {
    ProjectStore& store;
    OpenProject& project;
    File file;                 ///< of the project shown; its functions run on the writer, or while the writer rests
    geo::EditedState wanted;   ///< what the file should come to hold
    int edits = 0;             ///< so many so far
    int generation = 0;        ///< of the project shown: news of an earlier one is no news
    bool is_busy = false;
    std::optional<geo::Message> last_warning;
    std::mutex mutex;
    std::optional<geo::EditedState> pending;  ///< the edits that the writer has yet to see; guarded
    QThreadPool writer;        ///< one thread: what is asked for first is done first

    State(ProjectStore& s, OpenProject& p) : store{s}, project{p} { writer.setMaxThreadCount(1); }

    /// Does work on the writer, then the one or the other on the GUI thread.
    template <typename Work, typename Done, typename Failed>
    void later(Work work, Done done, Failed failed) {
        writer.start([this, work = std::move(work), done = std::move(done), failed = std::move(failed), mine = generation]() mutable {
            const auto post = [&](auto news) {
                QMetaObject::invokeMethod(&store, [this, mine, news = std::move(news)]() mutable {
                    if (mine == generation) news();
                }, Qt::QueuedConnection);
            };
            try {
                post([done, result = work()]() mutable { done(std::move(result)); });
            } catch (...) {
                post([failed, reason = geo::sentence_of(std::current_exception())] { failed(reason); });
            }
        });
    }

    geo::Progress progress() {
        return {[this](double share) { QMetaObject::invokeMethod(&store, [this, share] { emit store.progressed(share); }, Qt::QueuedConnection); }, {}};
    }

    void look_at_project() {
        wanted.project = project.project();
        wanted.results = project.allResults();
        wanted.view = project.view();
    }

    void forget_pending() {
        const std::lock_guard lock{mutex};
        pending.reset();
    }

    /// Edits that come faster than they are written are written together.
    void keep() {
        if (!file || !project.isOpen()) return;
        look_at_project();
        ++edits;
        {
            const std::lock_guard lock{mutex};
            if (std::exchange(pending, wanted)) return;
        }
        later(
            [this, file = file] {
                std::optional<geo::EditedState> state;
                {
                    const std::lock_guard lock{mutex};
                    state = std::exchange(pending, {});
                }
                if (state) file->keep(*state);
                return state.has_value();
            },
            [this](bool is_kept) {
                if (is_kept) last_warning.reset();
            },
            [this](const geo::Message& reason) {
                // Said once, not with every step of a slider.
                if (std::exchange(last_warning, reason) != reason) emit store.warned(in_memory_only(reason));
            });
    }

    void fail(const geo::Message& reason) {
        is_busy = false;
        emit store.failed(reason);
    }

    void show(const QString& path, Opened found) {
        is_busy = false;
        if (!found.recoverable_since.isEmpty()) {
            found.file.reset();  // Unlocked, for whoever answers.
            emit store.recoveryFound(path, found.recoverable_since);
            return;
        }
        ++generation;
        forget_pending();
        last_warning.reset();
        if (file && file != found.file) {
            writer.start([old = std::move(file)]() mutable {
                old->drop_edits();
                old.reset();
            });
        }
        file = std::move(found.file);
        wanted = std::move(found.state);
        project.show({.path = path,
                      .project = wanted.project,
                      .scenario = QString::fromStdString(wanted.project->scenarios.front().name),
                      .results = wanted.results,
                      .view = wanted.view,
                      .is_recovered = found.is_recovered,
                      .is_read_only = file->read_only_because().has_value()});
        emit store.opened();
        if (file->set_aside()) emit store.warned(*file->set_aside());
    }

    /// @param path  empty: where it came from
    void save(const QString& path) {
        if (is_busy) return;
        if (!file || !project.isOpen()) return fail(nothing_open());
        is_busy = true;
        look_at_project();
        forget_pending();  // What is saved holds it.
        later(
            [file = file, state = wanted, path, report = progress()] {
                report.at(0.0);
                if (path.isEmpty()) {
                    file->save(state);
                } else {
                    file->save_as(path_of(path), state);
                }
                report.at(1.0);
                return true;
            },
            [this, path, saved = edits](bool) {
                is_busy = false;
                last_warning.reset();
                if (!path.isEmpty()) project.setPath(path);
                if (saved == edits) {
                    project.setSaved();
                } else {
                    project.setSavedBefore();
                }
                emit store.saved();
            },
            [this](const geo::Message& reason) {
                keep();  // Until saving works out, at least that.
                fail(reason);
            });
    }
};

ProjectStore::ProjectStore(OpenProject& project, QObject* parent) : QObject{parent}, m_state{std::make_unique<State>(*this, project)} {
    for (const auto signal : {&OpenProject::inputsChanged, &OpenProject::resultsChanged, &OpenProject::viewChanged}) {
        connect(&project, signal, this, [this] { m_state->keep(); });
    }
}

ProjectStore::~ProjectStore() { m_state->writer.waitForDone(); }

void ProjectStore::open(const QString& path, Recovery recovery) {
    if (m_state->is_busy) return;
    m_state->is_busy = true;
    m_state->later([present = m_state->file, path, recovery, progress = m_state->progress()] { return app::opened(present, path, recovery, progress); },
                   [this, path](Opened found) { m_state->show(path, std::move(found)); },
                   [this](const geo::Message& reason) { m_state->fail(reason); });
}

void ProjectStore::save() { m_state->save({}); }

void ProjectStore::saveAs(const QString& path) { m_state->save(path); }

void ProjectStore::close(bool keep_edits) {
    ++m_state->generation;
    if (!keep_edits) m_state->forget_pending();
    m_state->writer.waitForDone();
    if (m_state->file && !keep_edits) m_state->file->drop_edits();
    m_state->file.reset();
    m_state->is_busy = false;
    m_state->project.close();
}

bool ProjectStore::isBusy() const { return m_state->is_busy; }

}  // namespace app
