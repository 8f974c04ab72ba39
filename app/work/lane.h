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

/// Says whether the caller has cancelled the future of what is running. Thread: any.
using CancelCheck = std::function<bool()>;

/// One thread that does what it is given, in order.
///
/// Cancelling a future that has not begun keeps its work from running; work that takes a
/// `const CancelCheck &` can also stop half-way. What the work captured is destroyed on the lane
/// before its future finishes. Thread: post() from any.
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

    requires std::is_invocable_v<Work &>

    [[nodiscard]] QFuture<std::invoke_result_t<Work &>> post(Work work)
    {
        return post([work = std::move(work)](const CancelCheck &) mutable { return work(); });
    }

    /// The same for work that looks now and then whether it is still wanted.
    template <typename Work>

    requires std::is_invocable_v<Work &, const CancelCheck &>

    [[nodiscard]] QFuture<std::invoke_result_t<Work &, const CancelCheck &>> post(Work work)
    {
        using Value = std::invoke_result_t<Work &, const CancelCheck &>;
        auto promise = std::make_shared<QPromise<Value>>();
        const QFuture<Value> future = promise->future();
        promise->start();
        auto shared = std::make_shared<Work>(std::move(work));
        enqueue([promise, shared = std::move(shared)](bool run) mutable {
            if (!run || promise->isCanceled()) {
                promise->future().cancel();
            } else if constexpr (std::is_void_v<Value>) {
                std::invoke(*shared, CancelCheck([promise] { return promise->isCanceled(); }));
            } else {
                promise->addResult(
                    std::invoke(*shared, CancelCheck([promise] { return promise->isCanceled(); })));
            }
            shared.reset();
            promise->finish();
        });
        return future;
    }

    /// Waits until everything posted so far is done. Never from the main thread while it matters,
    /// never from the lane itself.
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
