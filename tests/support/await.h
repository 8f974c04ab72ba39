// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>
#include <QTimer>

namespace tests {

/// Runs the event loop until a future is done; 30 s at the most. A cancelled future is a Busy
/// error.
template <typename T>
[[nodiscard]] app::base::Result<T> await(QFuture<app::base::Result<T>> future)
{
    if (!future.isFinished()) {
        QFutureWatcher<app::base::Result<T>> watcher;
        QEventLoop loop;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        loop.exec();
    }
    if (future.isCanceled() || future.resultCount() == 0) {
        return app::base::unexpected(app::base::ErrorCode::Busy, QStringLiteral("no result came"));
    }
    return future.takeResult();
}

} // namespace tests
