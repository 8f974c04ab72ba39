// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/statement.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>

struct sqlite3;

namespace app::library {

/// One open SQLite database with the settings every part of the library relies on: foreign keys on,
/// nothing in the schema trusted, 5 s of patience with other programs.
///
/// Thread: one at a time, that of its lane; interrupt() from any.
class Connection final
{
public:
    enum class Access {
        ReadOnly,  ///< the file must be there and is not changed
        ReadWrite, ///< the file must be there
        Create,    ///< makes the file when there is none
    };

    /// Errors: Denied, Busy, DiskFull, Corrupt. A damaged file may only show at the first
    /// statement.
    [[nodiscard]] static base::Result<std::unique_ptr<Connection>> open(const QString &path,
                                                                        Access access);
    ~Connection();

    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// A statement with its parameters bound in order, from the cache when it ran before.
    /// \param sql  one statement, ours, never anything from outside
    template <typename... Values>
    [[nodiscard]] Statement prepare(std::string_view sql, const Values &...values)
    {
        Statement statement = take(sql);
        if constexpr (sizeof...(Values) > 0) {
            int parameter = 0;
            (statement.bind(++parameter, values), ...);
        }
        return statement;
    }

    /// Runs one statement whose rows are not wanted.
    template <typename... Values>
    [[nodiscard]] base::Result<void> run(std::string_view sql, const Values &...values)
    {
        return prepare(sql, values...).run();
    }

    /// The first column of the first row; \p fallback when there is no row.
    template <typename... Values>
    [[nodiscard]] base::Result<qint64>
    number(qint64 fallback, std::string_view sql, const Values &...values)
    {
        Statement statement = prepare(sql, values...);
        const qint64 found = statement.next() ? statement.number(0) : fallback;
        if (const auto done = statement.finish(); !done) {
            return base::unexpected(done.error());
        }
        return found;
    }

    /// Runs several statements in a row, as in a schema file; stops at the first that fails.
    [[nodiscard]] base::Result<void> runScript(const QByteArray &sql);

    [[nodiscard]] qint64 lastInsertedId() const;
    /// How many rows the last INSERT, UPDATE or DELETE touched.
    [[nodiscard]] qint64 changedRows() const;
    [[nodiscard]] bool isInTransaction() const;

    /// Stops the statement that runs now; it fails with Busy. Thread: any.
    void interrupt();
    /// Asked every few thousand steps of a statement; when it says true the statement fails with
    /// Busy. Empty asks nobody.
    void setCancelCheck(std::function<bool()> cancelled);

    [[nodiscard]] const QString &path() const { return m_path; }

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

    /// What SQLite's last failure means for the caller.
    [[nodiscard]] base::Error lastError() const;

private:
    friend class Statement;
    Connection(QString path, sqlite3 *handle);
    [[nodiscard]] base::Result<void> configure(Access access);
    [[nodiscard]] Statement take(std::string_view sql);
    void giveBack(sqlite3_stmt *statement);

    QString m_path;
    sqlite3 *m_handle = nullptr;
    std::function<bool()> m_cancelled;
    std::unordered_map<std::string_view, sqlite3_stmt *> m_idle;
};

} // namespace app::library
