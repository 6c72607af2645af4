#pragma once

#include "app/jobs/job.hpp"
#include "app/window/parts.hpp"

#include <QObject>

#include <functional>

namespace app {

/// New, open, save, save as, close and the sample: what is asked first, and what is said when it fails.
class ProjectFiles : public QObject {
    Q_OBJECT

   public:
    explicit ProjectFiles(const Parts& parts, QObject* parent = nullptr);

    void newProject(const QStringList& files = {});
    void openAsked();
    void open(const QString& file);
    void openSample();
    void save();
    void saveAs();
    void close();
    /// Asks what becomes of unsaved edits, then goes on; not at all when the user cancels.
    void settle(std::function<void()> go_on);

   signals:
    void recentChanged();

   private:
    void openNow(const QString& file, Recovery recovery = Recovery::Ask);
    void askRecovery(const QString& file, const QString& when);

    const Parts& m_parts;
    Job<QString> m_sample;
    std::function<void()> m_after_save;
};

}  // namespace app
