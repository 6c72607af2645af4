#pragma once

#include "app/jobs/job.hpp"
#include "app/window/parts.hpp"
#include "geo/io/export_file.hpp"

#include <QObject>

#include <filesystem>
#include <memory>
#include <vector>

namespace geo {
struct Heat;
}

namespace app {

/// Exports of the open project, as the command line makes them.
class Exports : public QObject {
    Q_OBJECT

   public:
    explicit Exports(const Parts& parts, QObject* parent = nullptr);

    void ask(geo::ExportFormat format);
    /// The density that the map shows. @param heat  null when there is none to show
    void askHeat(const std::shared_ptr<const geo::Heat>& heat);
    /// Scenarios side by side as a document; the first is the base.
    void askComparison(const QStringList& scenarios);
    void cancel() { m_job.cancel(); }

   private:
    struct Written {
        std::vector<std::filesystem::path> files;
        std::vector<geo::Finding> findings;
    };
    void start(const QString& words, Job<Written>::Work work);
    void conclude();

    const Parts& m_parts;
    Job<Written> m_job;
};

}  // namespace app
