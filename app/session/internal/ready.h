// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QPromise>

#include <memory>

namespace app::session::internal {

/// A future that has its result already.
template <typename T>
[[nodiscard]] QFuture<base::Result<T>> ready(base::Result<T> result)
{
    QPromise<base::Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

template <typename T>
[[nodiscard]] QFuture<base::Result<T>> readyError(const base::Error &error)
{
    return ready<T>(base::unexpected(error));
}

template <typename T>
[[nodiscard]] QFuture<base::Result<T>> readyError(base::ErrorCode code, const QString &detail)
{
    return ready<T>(base::unexpected(code, detail));
}

/// A promise that several callbacks share; started.
template <typename T>
[[nodiscard]] std::shared_ptr<QPromise<base::Result<T>>> sharedPromise()
{
    auto promise = std::make_shared<QPromise<base::Result<T>>>();
    promise->start();
    return promise;
}

template <typename T>
void settle(const std::shared_ptr<QPromise<base::Result<T>>> &promise, base::Result<T> result)
{
    promise->addResult(std::move(result));
    promise->finish();
}

} // namespace app::session::internal
