// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThread>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <type_traits>

namespace app::work {

/// A few threads for work that takes longer than a frame.
///
/// Work takes a QPromise & and looks at isCanceled() for each item. The destructor waits for what
/// is running and drops what is queued (their futures are cancelled). Thread: run() from any.
class WorkerPool final
{
public:
    WorkerPool();
    ~WorkerPool();

    /// Runs `work(QPromise<T> &)` where T is the type given.
    template <typename T, typename Work>
    [[nodiscard]] QFuture<T> run(Work work)
    {
        auto promise = std::make_shared<QPromise<T>>();
        const QFuture<T> future = promise->future();
        promise->start();
        auto shared = std::make_shared<Work>(std::move(work));
        m_pool.start([this, promise, shared = std::move(shared)]() mutable {
            if (m_dropping) {
                promise->future().cancel();
            }
            if (!promise->isCanceled()) {
                (*shared)(*promise);
            }
            shared.reset();
            promise->finish();
        });
        return future;
    }

private:
    std::atomic<bool> m_dropping{false};
    QThreadPool m_pool;
};

} // namespace app::work
