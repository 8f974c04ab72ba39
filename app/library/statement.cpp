// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/statement.h"

#include "app/library/connection.h"

#include <sqlite3.h>

#include <utility>

namespace app::library {

Statement::Statement(Connection &connection, sqlite3_stmt *handle)
    : m_connection(&connection)
    , m_handle(handle)
{}

Statement::Statement(Connection &connection, base::Error error)
    : m_connection(&connection)
    , m_error(std::move(error))
{}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection)
    , m_handle(std::exchange(other.m_handle, nullptr))
    , m_error(std::move(other.m_error))
{}

Statement::~Statement()
{
    if (m_handle) {
        m_connection->giveBack(m_handle);
    }
}

void Statement::check(int code)
{
    if (code != SQLITE_OK && !m_error) {
        m_error = m_connection->lastError();
    }
}

void Statement::bind(int parameter, std::nullptr_t)
{
    if (m_handle) {
        check(sqlite3_bind_null(m_handle, parameter));
    }
}

void Statement::bind(int parameter, qint64 value)
{
    if (m_handle) {
        check(sqlite3_bind_int64(m_handle, parameter, value));
    }
}

void Statement::bind(int parameter, double value)
{
    if (m_handle) {
        check(sqlite3_bind_double(m_handle, parameter, value));
    }
}

void Statement::bind(int parameter, const QString &value)
{
    if (m_handle) {
        const QByteArray utf8 = value.toUtf8();
        // An empty QByteArray still points at a terminator, so it never becomes NULL.
        check(sqlite3_bind_text64(m_handle,
                                  parameter,
                                  utf8.constData(),
                                  static_cast<sqlite3_uint64>(utf8.size()),
                                  SQLITE_TRANSIENT,
                                  SQLITE_UTF8));
    }
}

void Statement::bind(int parameter, const QByteArray &value)
{
    if (m_handle) {
        check(sqlite3_bind_blob64(m_handle,
                                  parameter,
                                  value.constData(),
                                  static_cast<sqlite3_uint64>(value.size()),
                                  SQLITE_TRANSIENT));
    }
}

void Statement::bind(int parameter, const QDateTime &value)
{
    if (value.isValid()) {
        bind(parameter, value.toMSecsSinceEpoch());
    } else {
        bind(parameter, nullptr);
    }
}

bool Statement::next()
{
    if (!m_handle || m_error) {
        return false;
    }
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        check(code);
    }
    return false;
}

base::Result<void> Statement::finish()
{
    if (m_handle) {
        sqlite3_reset(m_handle);
    }
    if (m_error) {
        return base::unexpected(*std::exchange(m_error, std::nullopt));
    }
    return {};
}

base::Result<void> Statement::run()
{
    while (next()) {
    }
    return finish();
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_handle, column);
}

QString Statement::text(int column) const
{
    const void *utf8 = sqlite3_column_text(m_handle, column);
    return QString::fromUtf8(static_cast<const char *>(utf8),
                             sqlite3_column_bytes(m_handle, column));
}

QByteArray Statement::bytes(int column) const
{
    const void *blob = sqlite3_column_blob(m_handle, column);
    return {static_cast<const char *>(blob), sqlite3_column_bytes(m_handle, column)};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

std::optional<qint64> Statement::optionalNumber(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(number(column));
}

QDateTime Statement::date(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
}

timestamps::MediaTime Statement::mediaTime(int column) const
{
    return timestamps::MediaTime::fromMs(number(column));
}

std::optional<timestamps::Duration> Statement::duration(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(timestamps::Duration(number(column)));
}

} // namespace app::library
