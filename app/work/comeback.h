// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>

namespace app::work {

/// Calls `work(result)` on the thread of \p context once \p future is done; never when the context
/// is gone by then, or the future was cancelled: then the future returned is cancelled too.
///
/// It stands for `future.then(context, work)`, which in Qt 6.4 stops the program when the context
/// has gone before the future is done. Always comes later, also for a future that is done already.
/// Thread: that of the context.
template <typename T, typename Work>
QFuture<std::invoke_result_t<Work &, const T &>>
comeBack(const QFuture<T> &future, QObject *context, Work work)
{
    using Value = std::invoke_result_t<Work &, const T &>;
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    const QFuture<Value> result = promise->future();
    auto *const watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher,
                     &QFutureWatcherBase::finished,
                     context,
                     [watcher, promise = std::move(promise), work = std::move(work)]() mutable {
                         // The work may destroy the context, and this function with it.
                         const auto ownPromise = std::move(promise);
                         auto ownWork = std::move(work);
                         const QFuture<T> done = watcher->future();
                         watcher->deleteLater();
                         if (done.isCanceled() || done.resultCount() == 0) {
                             ownPromise->future().cancel();
                         } else if constexpr (std::is_void_v<Value>) {
                             std::invoke(ownWork, done.result());
                         } else {
                             ownPromise->addResult(std::invoke(ownWork, done.result()));
                         }
                         ownPromise->finish();
                     });
    watcher->setFuture(future);
    return result;
}

} // namespace app::work
