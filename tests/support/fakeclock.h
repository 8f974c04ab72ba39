// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"

#include <chrono>

namespace tests {

/// A clock that stands still until told otherwise.
class FakeClock final : public app::base::Clock
{
public:
    explicit FakeClock(QDateTime now = QDateTime(QDate(2026, 11, 21), QTime(10, 0), Qt::UTC))
        : m_now(std::move(now))
    {}

    [[nodiscard]] QDateTime now() const override { return m_now; }

    void advance(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }

    void set(const QDateTime &now) { m_now = now; }

private:
    QDateTime m_now;
};

} // namespace tests
