// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "tests/support/patience.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>
#include <QTimer>

#include <type_traits>

namespace tests {

namespace internal {

template <typename Value>
struct IsResult : std::false_type
{};

template <typename T>
struct IsResult<app::base::Result<T>> : std::true_type
{};

} // namespace internal

/// Runs the event loop until a future is done, for all our patience, and gives its result. Where
/// there is none (it was cancelled, or takes longer) that is a Busy error; values that cannot say
/// so stop the test program.
template <typename Value>
Value await(QFuture<Value> future)
{
    if (!future.isFinished()) {
        QFutureWatcher<Value> watcher;
        QEventLoop loop;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(patience, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        loop.exec();
    }
    if constexpr (!std::is_void_v<Value>) {
        if (!future.isCanceled() && future.resultCount() > 0) {
            return future.takeResult();
        }
        if constexpr (internal::IsResult<Value>::value) {
            return app::base::unexpected(app::base::ErrorCode::Busy,
                                         QStringLiteral("no result came"));
        } else {
            qFatal("no result came");
        }
    } else if (!future.isFinished()) {
        qFatal("it did not finish");
    }
}

} // namespace tests
