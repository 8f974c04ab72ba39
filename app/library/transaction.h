// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/connection.h"

namespace app::library {

/// A transaction that takes everything back unless it is committed. Thread: its connection's.
class Transaction final
{
public:
    explicit Transaction(Connection &connection)
        : m_connection(connection)
    {}

    ~Transaction() { rollBack(); }

    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Waits for other writers. Errors: Busy, Denied, DiskFull, Corrupt.
    [[nodiscard]] base::Result<void> begin() { return m_connection.runScript("BEGIN IMMEDIATE"); }

    /// A failed commit leaves nothing behind.
    [[nodiscard]] base::Result<void> commit()
    {
        const auto done = m_connection.runScript("COMMIT");
        if (!done) {
            rollBack();
        }
        return done;
    }

    /// Without a transaction, or after SQLite ended it by itself (disk full), this does nothing.
    void rollBack()
    {
        // An interruption meant for the query may still hit this, but only once.
        for (int attempt = 0; attempt < 2 && m_connection.isInTransaction(); ++attempt) {
            const auto done = m_connection.runScript("ROLLBACK");
            Q_ASSERT(done || attempt == 0 || !m_connection.isInTransaction());
        }
    }

private:
    Connection &m_connection;
};

} // namespace app::library
