// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>

namespace app::work {

/// Holds the first future of a chain and cancels it when replaced or destroyed.
///
/// In Qt 6.4 cancelling a later link of a chain stops nothing, so the first one has to be kept; and
/// a future that went on with then() must not be cancelled once it is done, so comeBack() goes with
/// it.
class Job final
{
public:
    Job() = default;

    template <typename T>
    explicit Job(const QFuture<T> &future)
        : m_future(QFuture<void>(future))
    {}

    ~Job() { cancel(); }

    Job(const Job &) = delete;
    Job &operator=(const Job &) = delete;

    Job(Job &&other) noexcept
        : m_future(std::exchange(other.m_future, QFuture<void>()))
    {}

    Job &operator=(Job &&other) noexcept
    {
        if (this != &other) {
            cancel();
            m_future = std::exchange(other.m_future, QFuture<void>());
        }
        return *this;
    }

    void cancel()
    {
        if (!m_future.isFinished()) {
            m_future.cancel();
        }
    }

    [[nodiscard]] bool isRunning() const { return m_future.isRunning(); }

private:
    QFuture<void> m_future;
};

} // namespace app::work
