#include "geo/io/edited_project.hpp"

#include "geo/io/atomic_file.hpp"
#include "geo/io/file_lock.hpp"
#include "geo/io/map_view_json.hpp"
#include "geo/io/sqlite_check.hpp"
#include "geo/io/working_copy.hpp"

#include <cerrno>

namespace geo {
namespace {

using namespace storage;

namespace fs = std::filesystem;
using namespace std::chrono_literals;

fs::path beside(const fs::path& work, const char* suffix) { return fs::path{work.string() + suffix}; }

std::chrono::system_clock::time_point changed_at(const fs::path& file) {
    const FileState state = state_of(file);
    return std::chrono::system_clock::from_time_t(static_cast<std::time_t>(state.seconds));
}

/// A whole project with the changes, from a file that is one.
void build(const fs::path& from, const TempFile& work, const TempFile& packed, const fs::path& target, const Changes& changes) {
    copy_bytes(from, work.path(), target);
    drop_notes(work.path(), target);
    if (!changes.empty()) return write_changed(work.path(), packed.path(), target, changes);
    pack_database(work.path(), packed.path(), target);
    check_database(packed.path(), target, {});
}

OutputError changed_outside(const fs::path& file) {
    return OutputError{say("无法保存 {}：打开之后，其他程序改动或移走了该文件。为免丢失任何一方的修改，请用“另存为”保存到另一个文件。",
                           "Cannot save {}: another program changed or removed it since it was opened. So that nobody's changes are lost, use Save As with another name.",
                           file.string())};
}

Message held_by_another(const fs::path& file) {
    return say("{} 已在另一个窗口或程序中打开，此处为只读。要保存修改，请用“另存为”；或在那里关闭后重新打开。",
               "{} is open in another window or program, so it is read-only here. Save changes with Save As, or close it there and open it again.", file.string());
}

Message not_writable(const fs::path& file) {
    return say("{} 不能写入，此处为只读。要保存修改，请用“另存为”，或更改文件权限后重新打开。",
               "{} cannot be written, so it is read-only here. Save changes with Save As, or change its permissions and open it again.", file.string());
}

}  // namespace

/// The file as it is held: locked, and with what it had in it when it was opened or last saved.
struct EditedProject::Hold {
    std::unique_ptr<FileLock> lock;
    FileState state;
    std::string content;
};

EditedProject::EditedProject(const fs::path& file) : m_file{resolved(file)}, m_work{working_copy_of(m_file)}, m_hold{std::make_unique<Hold>()} {
    project_facts(GpkgReader{file}, file);  // Says what is wrong with a file that is no project, before anything is locked.
    try {
        m_hold->lock = std::make_unique<FileLock>(m_file, 300ms);  // A command that is just writing gives it back soon.
    } catch (const InUse&) {
        m_read_only_because = held_by_another(m_file);
    } catch (const OutputError&) {
        m_read_only_because = not_writable(m_file);
    }
    if (m_hold->lock) {
        try {
            settle_database(m_file);
        } catch (const OutputError&) {  // It is read with what the other program has saved; whether it can be written shows when it has to.
        }
    }
    m_hold->state = state_of(m_file);
    m_hold->content = content_of(m_file);
    if (m_hold->lock) look_for_unsaved();
}

EditedProject::~EditedProject() = default;

void EditedProject::look_for_unsaved() {
    for (const char* suffix : {"-new.gpkg", "-pack.gpkg"}) remove_database(beside(m_work, suffix));
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(m_work, ignored))) return remove_database(m_work);  // A journal without its database.
    try {
        settle_database(m_work);
        const WorkNotes notes = notes_of(m_work);
        const auto is_of_this_file = [&](const char* key) { return notes.contains(key) && notes.at(key) == m_hold->content; };
        if (is_of_this_file("saving")) return remove_database(m_work);  // Killed just after its edits had become the file.
        if (is_of_this_file("base")) {
            project_facts(GpkgReader{m_work}, m_work);
            m_unsaved_since = changed_at(m_work);
            return;
        }
    } catch (const Error&) {  // Not readable: then as little ours to delete as one of another file.
    }
    const fs::path aside = set_work_aside(m_work, m_file);
    m_set_aside = say("找到 {} 以前未保存的修改，但该文件此后已被改动，无法自动恢复。这些修改保存在 {}，可另行打开。",
                      "Unsaved changes to {} from earlier were found, but the file has changed since, so they cannot be recovered into it. They are in {} and can be opened there.",
                      m_file.string(), (aside.empty() ? m_work : aside).string());
}

EditedState EditedProject::read(bool with_unsaved, const Progress& progress) {
    const fs::path& source = with_unsaved ? m_work : m_file;
    progress.at(0.0);
    if (!with_unsaved && state_of(m_file) != m_hold->state) {
        m_hold->state = state_of(m_file);
        m_hold->content = content_of(m_file);
    }
    EditedState state;
    auto project = std::make_shared<Project>(read_project(source));
    progress.at(0.7);
    if (project->scenarios.empty()) project->scenarios.emplace_back();
    for (const Scenario& scenario : project->scenarios) state.results[scenario.name] = std::make_shared<const Results>(read_results(source, scenario.name));
    state.project = std::move(project);
    if (const auto layout = read_layout(source, "map")) state.view = map_view_from_text(*layout);
    if (with_unsaved) {
        m_written = state;
    } else {
        if (m_unsaved_since) drop_edits();
        m_saved = state;
    }
    m_unsaved_since.reset();
    progress.at(1.0);
    return state;
}

const EditedState* EditedProject::known() const {
    if (m_written) return &*m_written;
    return m_saved ? &*m_saved : nullptr;
}

void EditedProject::forget_what_does_not_serve(const EditedState& state) {
    std::error_code ignored;
    const bool is_gone = m_written && !fs::exists(m_work, ignored);  // Somebody tidied up.
    // Dropping a scenario dropped its results; the file still has them.
    const bool has_it_back = m_written && m_saved && brings_scenario_back(*m_written->project, *state.project);
    if (is_gone || has_it_back) m_written.reset();
}

void EditedProject::throw_if_changed_outside() {
    const FileState now = state_of(m_file);
    if (now == m_hold->state) return;
    try {
        if (content_of(m_file) != m_hold->content) throw changed_outside(m_file);
    } catch (const SourceError&) {
        throw changed_outside(m_file);
    }
    m_hold->state = now;  // Only looked at.
}

void EditedProject::keep(const EditedState& state) {
    if (m_read_only_because) return;
    if (m_saved && same_edits(*m_saved, state)) return drop_edits();
    if (m_written && same_edits(*m_written, state)) return;
    forget_what_does_not_serve(state);
    Changes changes = changes_to(known(), state);
    if (m_written) {
        settle_database(m_work);
        if (changes.is_small() && change_in_place(m_work, m_file, changes)) {
            m_written = state;
            return;
        }
    } else {
        settle_database(m_file);
        throw_if_changed_outside();
        // Every later change of the view is then one of rows.
        if (!changes.map_view) changes.map_view = map_view_to_text(state.view);
    }
    const TempFile work{m_work, beside(m_work, "-new.gpkg")};
    TempFile packed{m_work, beside(m_work, "-pack.gpkg")};
    copy_bytes(m_written ? m_work : m_file, work.path(), m_file);
    write_changed(work.path(), packed.path(), m_file, changes);
    set_notes(packed.path(), m_file, {{"base", m_hold->content}});
    packed.become_target(true);
    m_written = state;
}

void EditedProject::save(const EditedState& state) {
    if (m_read_only_because) throw OutputError{*m_read_only_because};
    forget_what_does_not_serve(state);
    const Changes changes = changes_to(known(), state);
    if (!m_written && changes.empty()) return;
    std::error_code ignored;
    settle_database(m_file);
    throw_if_changed_outside();
    if (m_written) settle_database(m_work);
    const TempFile work{m_file, beside(m_work, "-new.gpkg")};
    TempFile packed{m_file, beside(m_work, "-pack.gpkg")};
    build(m_written ? m_work : m_file, work, packed, m_file, changes);
    fs::permissions(packed.path(), static_cast<fs::perms>(m_hold->lock->mode()), ignored);
    const std::string content = content_of(packed.path());
    if (m_written) set_notes(m_work, m_file, {{"saving", content}});
    // Locked before it has the file's name: no other writer can come between.
    auto lock = std::make_unique<FileLock>(packed.path(), 0ms);
    clear_sidecars(m_file);
    throw_if_changed_outside();
    packed.become_target(true);
    lock->renamed_to(m_file);
    *m_hold = {.lock = std::move(lock), .state = state_of(m_file), .content = content};
    m_saved = state;
    drop_edits();
}

void EditedProject::save_as(const fs::path& file, const EditedState& state) {
    const fs::path target = resolved(file);
    if (target == m_file && !m_read_only_because) return save(state);
    std::error_code ignored;
    const auto present = fs::symlink_status(target, ignored).type();
    if (present == fs::file_type::directory) throw write_failure(target, reason_of(EISDIR));
    std::unique_ptr<FileLock> old;
    try {
        if (present == fs::file_type::regular) old = std::make_unique<FileLock>(target, 0ms);
    } catch (const InUse&) {
        throw OutputError{say("无法保存到 {}：该文件已在另一个窗口或程序中打开。请在那里关闭，或换一个名字。",
                              "Cannot save to {}: it is open in another window or program. Close it there, or choose another name.", target.string())};
    }
    forget_what_does_not_serve(state);
    const TempFile work{target};
    TempFile packed{target};
    // Of a file that somebody changed since, only what nobody here knows is taken: results of other scenarios.
    bool is_known = m_written.has_value();
    fs::path source = is_known ? m_work : m_file;
    const TempFile fresh{target};
    if (!is_known) {
        try {
            throw_if_changed_outside();
            is_known = m_saved.has_value();
        } catch (const OutputError&) {
            if (!fs::exists(m_file, ignored)) {
                create_project(fresh.path(), *state.project, false);
                source = fresh.path();
            }
        }
    }
    build(source, work, packed, target, changes_to(is_known ? known() : nullptr, state));
    if (old) fs::permissions(packed.path(), static_cast<fs::perms>(old->mode()), ignored);
    const std::string content = content_of(packed.path());
    auto lock = std::make_unique<FileLock>(packed.path(), 0ms);
    clear_sidecars(target);
    packed.become_target(true);
    lock->renamed_to(target);

    if (!m_read_only_because) drop_edits();
    m_file = target;
    m_work = working_copy_of(target);
    m_read_only_because.reset();
    m_written.reset();
    *m_hold = {.lock = std::move(lock), .state = state_of(m_file), .content = content};
    m_saved = state;
    look_for_unsaved();
    m_unsaved_since.reset();
}

void EditedProject::drop_edits() {
    if (!m_read_only_because) remove_database(m_work);
    m_written.reset();
}

}  // namespace geo
