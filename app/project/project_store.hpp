#pragma once

#include "app/project/open_project.hpp"
#include "geo/core/message.hpp"
#include "geo/core/progress.hpp"

#include <QObject>
#include <QString>

#include <memory>

namespace app {

/// Unsaved edits of an earlier run that were found beside a project.
enum class Recovery { Ask, Recover, Discard };

/// Opens, saves and recovers the project, off the GUI thread. Each edit goes at once into a working copy beside the file (`.town.gpkg.anchong-work`,
/// made at the first edit); Save makes it the file in one rename. A project is locked while it is open. What is asked for while the store
/// is busy is not done.
class ProjectStore : public QObject {
    Q_OBJECT

   public:
    explicit ProjectStore(OpenProject& project, QObject* parent = nullptr);
    ~ProjectStore() override;

    /// Ends in `opened`, `failed` or, with `Ask` and edits found, `recoveryFound`: then call again with an answer. Until `opened` the present
    /// project stays; then its unsaved edits are gone.
    void open(const QString& path, Recovery recovery = Recovery::Ask);
    void save();                          ///< ends in `saved` or `failed`
    void saveAs(const QString& path);     ///< likewise; replaces what is there: the window has asked
    /// Gives up what is open: unlocks, and drops the working copy of edits nobody wants. Waits for a running write. The store's end does
    /// the same but keeps edits for the next time.
    void close(bool keep_edits = false);
    bool isBusy() const;                  ///< opening or saving; edits written in the background do not count

   signals:
    void progressed(double share);
    void opened();
    void recoveryFound(const QString& path, const QString& when);
    void saved();
    void failed(const geo::Message& reason);
    /// What did not stop anything but should be known: edits cannot be kept beside the file and so are in memory only, or edits of an earlier
    /// run were set aside. (That a project is read-only it tells itself.)
    void warned(const geo::Message& what);

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace app
