// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/session/session.h"
#include "app/work/workerpool.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

#include <atomic>
#include <memory>

namespace app::cli {

/// What a command works with: the library, opened when first needed, and waiting. Thread: main.
class Context final
{
public:
    explicit Context(QString libraryFolder)
        : m_folder(std::move(libraryFolder))
    {}

    [[nodiscard]] const QString &libraryFolder() const { return m_folder; }

    /// A damaged library is put right from its backup and journal when session() opens it. Only
    /// where that was asked for: a script is not to go on with another library than it knew.
    void recoverDamaged() { m_recovers = true; }

    /// Errors: those of Session::open, the same each time.
    [[nodiscard]] base::Result<session::Session *> session();

    /// Runs the event loop until a future is done. Errors: its own; Busy when a signal came or it
    /// was cancelled.
    template <typename T>
    [[nodiscard]] base::Result<T> await(QFuture<base::Result<T>> future)
    {
        if (m_signal == 0 && !future.isFinished()) {
            QFutureWatcher<base::Result<T>> watcher;
            QEventLoop loop;
            QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
            watcher.setFuture(future);
            wait(loop);
        }
        if (m_signal != 0 || future.isCanceled() || future.resultCount() == 0) {
            future.cancel();
            return base::unexpected(base::ErrorCode::Busy, QStringLiteral("interrupted"));
        }
        return future.takeResult();
    }

    /// Runs `Result<T> work(const std::atomic<bool> &cancelled)` on a worker and waits for it. When
    /// a signal comes it is cancelled and left to clean up.
    template <typename T, typename Work>
    [[nodiscard]] base::Result<T> compute(Work work)
    {
        std::atomic<bool> cancelled = false;
        work::WorkerPool pool; // joins what it runs before `cancelled` goes
        auto result = await(
            pool.run<base::Result<T>>([&work, &cancelled](QPromise<base::Result<T>> &promise) {
                promise.addResult(work(cancelled));
            }));
        cancelled = true;
        return result;
    }

    /// Runs \p loop until it quits or a signal comes.
    void wait(QEventLoop &loop);

    /// Finishes what the session has under way, so that all of it is on disk.
    void close();

    /// From now on a signal ends the waiting, not the program. Done by session() and wait().
    void catchSignals();

    /// SIGINT or SIGTERM came: ends the current wait and every later one.
    void interrupt(int signal);

    /// Its number; 0 when none came.
    [[nodiscard]] int signal() const { return m_signal; }

private:
    QString m_folder;
    bool m_recovers = false;
    std::unique_ptr<session::Session> m_session;
    QEventLoop *m_loop = nullptr;
    bool m_catching = false;
    int m_signal = 0;
};

} // namespace app::cli
