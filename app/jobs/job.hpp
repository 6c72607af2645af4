#pragma once

#include "geo/core/message.hpp"
#include "geo/core/progress.hpp"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <exception>
#include <functional>
#include <optional>
#include <utility>

namespace app {

/// The sentence of a failure: of a geo::Error its own, of anything else one that says that it is internal.
geo::Message reason_of(const std::exception_ptr& failure);

/// What every job tells; templates cannot have signals.
class JobSignals : public QObject {
    Q_OBJECT

   public:
    using QObject::QObject;

   signals:
    void progressed(double share);  ///< 0…1, at most some hundred times a run
    void finished();                ///< the result is there to be taken
    void cancelled();
    void failed(const geo::Message& reason);
};

/// Background work that is given copies and gives back one value. Every start ends in one of `finished`, `cancelled`, `failed`, unless a newer
/// start or the job's end overtakes it: then nothing more is heard of it. Lives on the GUI thread; work runs on one thread of its own.
template <typename Result>
class Job : public JobSignals {
   public:
    using Work = std::function<Result(const geo::Progress&)>;

    explicit Job(QObject* parent = nullptr) : JobSignals{parent} { m_pool.setMaxThreadCount(1); }
    ~Job() override {
        abandon();
        m_pool.waitForDone();
    }

    /// Starts work; work still running is cancelled and forgotten, and finishes before the new one begins.
    void start(Work work) {
        abandon();
        m_watcher = new QFutureWatcher<Result>{this};
        QFutureWatcher<Result>* const watcher = m_watcher;
        connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int value) { emit progressed(value / steps); });
        connect(watcher, &QFutureWatcherBase::finished, this, [this] { conclude(); });
        watcher->setFuture(QtConcurrent::run(&m_pool, [work = std::move(work)](QPromise<Result>& promise) {
            promise.setProgressRange(0, static_cast<int>(steps));
            const geo::Progress progress{[&promise](double share) { promise.setProgressValue(static_cast<int>(share * steps)); },
                                         [&promise] { return promise.isCanceled(); }};
            try {
                promise.addResult(work(progress));
            } catch (const geo::Cancelled&) {
                promise.future().cancel();
            } catch (...) {
                promise.setException(std::current_exception());
            }
        }));
    }

    /// Asks the work to stop; `cancelled` follows once it has.
    void cancel() {
        if (m_watcher) m_watcher->cancel();
    }
    bool isRunning() const { return m_watcher != nullptr; }

    /// The result of the last `finished`, once.
    Result takeResult() { return *std::exchange(m_result, std::nullopt); }

   private:
    static constexpr double steps = 1000.0;

    void abandon() {
        if (!m_watcher) return;
        m_watcher->disconnect(this);
        m_watcher->cancel();
        m_watcher->deleteLater();
        m_watcher = nullptr;
    }

    void conclude() {
        QFutureWatcher<Result>* const watcher = std::exchange(m_watcher, nullptr);
        watcher->deleteLater();
        QFuture<Result> future = watcher->future();
        try {
            if (!future.isCanceled() && future.resultCount() == 1) {
                m_result = future.takeResult();
                emit finished();
                return;
            }
            future.waitForFinished();  // Throws what the work threw.
        } catch (...) {
            emit failed(reason_of(std::current_exception()));
            return;
        }
        emit cancelled();
    }

    QThreadPool m_pool;
    QFutureWatcher<Result>* m_watcher = nullptr;
    std::optional<Result> m_result;
};

}  // namespace app
