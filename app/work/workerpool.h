// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace app::work {

/// A few threads for work that takes longer than a frame.
///
/// Work takes a QPromise & and looks at isCanceled() for each item. The destructor waits for what
/// is running and drops what is queued. Thread: run() from any.
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
        m_pool.start([promise, work = std::move(work)]() mutable {
            if (!promise->isCanceled()) {
                work(*promise);
            }
            promise->finish();
        });
        return future;
    }

private:
    QThreadPool m_pool;
};

} // namespace app::work
