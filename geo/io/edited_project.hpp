#pragma once

#include "geo/core/progress.hpp"
#include "geo/io/project_file.hpp"
#include "geo/model/map_view.hpp"

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace geo {

/// What of a project its user changes. Values are replaced and never changed, so that those with the same address are the same.
struct EditedState {
    std::shared_ptr<const Project> project;
    std::map<std::string, std::shared_ptr<const Results>> results;  ///< by scenario; of those not here the file keeps what it has
    MapView view;
};

/// A project file in the hands of one user, from opening to closing. Nobody else may write it meanwhile. Unsaved edits are kept in a whole
/// project beside it (`.town.gpkg.anchong-work`); saving makes that the file, in one rename. Killed at any moment, the file is as last saved,
/// and the edits kept are found by the next one who opens it. For one thread at a time.
class EditedProject {
   public:
    /// Takes the file for itself, where it can. @throws as read_project
    explicit EditedProject(const std::filesystem::path& file);
    /// Lets the file go; kept edits stay beside it.
    ~EditedProject();
    EditedProject(const EditedProject&) = delete;
    EditedProject& operator=(const EditedProject&) = delete;

    const std::filesystem::path& file() const { return m_file; }  ///< links followed
    /// Why nothing can be written: another one has it, or the file is read-only. Nothing is kept then, and only `save_as` saves.
    const std::optional<Message>& read_only_because() const { return m_read_only_because; }
    /// When edits of an earlier run were kept that were made to this very file and never saved; nothing when there are none.
    std::optional<std::chrono::system_clock::time_point> unsaved_since() const { return m_unsaved_since; }
    /// Edits of an earlier run, made to a file that has changed since, were found and given a name of their own; the sentence says which.
    const std::optional<Message>& set_aside() const { return m_set_aside; }

    /// The project with the results of every scenario. @param with_unsaved  as the edits found left it; else as the file is now, and edits
    /// found are dropped @throws as read_project
    EditedState read(bool with_unsaved, const Progress& progress = {});

    /// Brings the edits to the disk; drops what was kept when there are none (the camera is no edit).
    /// @throws OutputError  disk full, folder not writable, or the project was changed by another program
    void keep(const EditedState& state);
    /// Replaces the file, which then holds the state, edits found at the start and the camera. @throws as keep; what was kept stays
    void save(const EditedState& state);
    /// Saves elsewhere and goes on with that file; the present one stays as it was last saved. @throws as keep
    void save_as(const std::filesystem::path& file, const EditedState& state);
    /// Forgets what was kept.
    void drop_edits();

   private:
    struct Hold;

    void look_for_unsaved();
    void forget_what_does_not_serve(const EditedState& state);
    void throw_if_changed_outside();
    const EditedState* known() const;

    std::filesystem::path m_file, m_work;
    std::unique_ptr<Hold> m_hold;
    std::optional<EditedState> m_saved;    ///< what the file holds; nothing when only the edits beside it were read
    std::optional<EditedState> m_written;  ///< what is kept beside it; nothing when no edits are
    std::optional<Message> m_read_only_because, m_set_aside;
    std::optional<std::chrono::system_clock::time_point> m_unsaved_since;
};

}  // namespace geo
