// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>
#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>

namespace app::work {

/// One thread that does what it is given, in order.
///
/// Cancelling a future that has not begun keeps its work from running. Thread: post() from any.
class Lane final
{
public:
    /// \param name  of the thread, for debuggers
    explicit Lane(const QString &name);
    /// Finishes what is running, drops what is only queued (their futures are cancelled), joins.
    ~Lane();

    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;

    /// Queues \p work; its return value becomes the future's result.
    template <typename Work>
    [[nodiscard]] QFuture<std::invoke_result_t<Work>> post(Work work)
    {
        using Value = std::invoke_result_t<Work>;
        auto promise = std::make_shared<QPromise<Value>>();
        const QFuture<Value> future = promise->future();
        promise->start();
        enqueue([promise, work = std::move(work)](bool run) mutable {
            if (run && !promise->isCanceled()) {
                promise->addResult(work());
            } else {
                promise->future().cancel();
            }
            promise->finish();
        });
        return future;
    }

    /// Waits until everything posted so far is done. Never from the main thread while it matters.
    void drain();

private:
    using Task = std::function<void(bool run)>;
    void enqueue(Task task);
    void runTasks();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_idle;
    std::deque<Task> m_tasks;
    bool m_busy = false;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace app::work
