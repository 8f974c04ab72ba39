// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"

#include "app/library/internal/files.h"

#include <sqlite3.h>

#include <cerrno>

namespace app::library {
namespace {

using base::ErrorCode;

constexpr int patienceMs = 5000;
constexpr int stepsBetweenChecks = 2000;
/// More kinds of statement than there are in the program; only a bound.
constexpr std::size_t mostIdle = 256;

bool isOutOfRoom(int code, int systemError)
{
    return code == SQLITE_FULL || (code == SQLITE_IOERR && internal::meansNoRoom(systemError));
}

ErrorCode meaning(int extendedCode)
{
    switch (extendedCode & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_INTERRUPT:
        return ErrorCode::Busy;
    case SQLITE_CONSTRAINT:
        return ErrorCode::Conflict;
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
        return ErrorCode::TooLarge;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::Denied;
    case SQLITE_IOERR:
        return extendedCode == SQLITE_IOERR_SHORT_READ ? ErrorCode::Corrupt : ErrorCode::Denied;
    default:
        // Our statements are right for a whole schema, so what is left is a file that is not whole.
        return ErrorCode::Corrupt;
    }
}

QString sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DiskFull:
        return QStringLiteral("there is no room left on the disk for the library \"%1\"");
    case ErrorCode::Busy:
        return QStringLiteral("the library \"%1\" is busy");
    case ErrorCode::Denied:
        return QStringLiteral("the library \"%1\" cannot be read or written");
    case ErrorCode::Conflict:
        return QStringLiteral("the library \"%1\" already holds something else there");
    case ErrorCode::TooLarge:
        return QStringLiteral("the library \"%1\" cannot take so much at once");
    default:
        return QStringLiteral("the library \"%1\" is damaged");
    }
}

base::Error describe(const QString &path, sqlite3 *handle, int extendedCode)
{
    // When a commit fails, SQLite forgets to keep the system's reason; it still stands where the
    // system puts it.
    const int lastError = errno;
    const int known = sqlite3_system_errno(handle);
    const auto code = isOutOfRoom(extendedCode & 0xff, known != 0 ? known : lastError)
                          ? ErrorCode::DiskFull
                          : meaning(extendedCode);
    const QString reason = QString::fromUtf8(sqlite3_errmsg(handle));
    return {code, sentence(code).arg(path) + QStringLiteral(" (%1)").arg(reason), 0};
}

int openFlags(Connection::Access access)
{
    // Each connection is used by one thread at a time, so SQLite need not lock around every call.
    constexpr int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (access) {
    case Connection::Access::ReadOnly:
        return common | SQLITE_OPEN_READONLY;
    case Connection::Access::ReadWrite:
        return common | SQLITE_OPEN_READWRITE;
    case Connection::Access::Create:
        break;
    }
    return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

int askWhetherCancelled(void *check)
{
    return (*static_cast<std::function<bool()> *>(check))() ? 1 : 0;
}

} // namespace

Connection::Connection(QString path, sqlite3 *handle)
    : m_path(std::move(path))
    , m_handle(handle)
{}

Connection::~Connection()
{
    for (const auto &[sql, statement] : m_idle) {
        sqlite3_finalize(statement);
    }
    sqlite3_close_v2(m_handle);
}

base::Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Access access)
{
    sqlite3 *handle = nullptr;
    const int code =
        sqlite3_open_v2(path.toUtf8().constData(), &handle, openFlags(access), nullptr);
    std::unique_ptr<Connection> connection(new Connection(path, handle));
    if (code != SQLITE_OK) {
        return base::unexpected(describe(path, handle, code));
    }
    // Asked for writing, SQLite falls back to reading where it must; that only shows later.
    if (access != Access::ReadOnly && sqlite3_db_readonly(handle, "main") == 1) {
        return base::unexpected(ErrorCode::Denied,
                                QStringLiteral("the library \"%1\" is read-only").arg(path));
    }
    if (const auto done = connection->configure(access); !done) {
        return base::unexpected(done.error());
    }
    return connection;
}

base::Result<void> Connection::configure(Access access)
{
    sqlite3_busy_timeout(m_handle, patienceMs);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    if (access == Access::ReadOnly) {
        return {};
    }
    return runScript("PRAGMA temp_store=MEMORY; PRAGMA cache_size=-8000;"
                     "PRAGMA journal_size_limit=16777216;");
}

base::Error Connection::lastError() const
{
    return describe(m_path, m_handle, sqlite3_extended_errcode(m_handle));
}

Statement Connection::take(std::string_view sql)
{
    if (auto found = m_idle.find(sql); found != m_idle.end()) {
        sqlite3_stmt *statement = found->second;
        m_idle.erase(found);
        return {*this, statement};
    }
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle,
                                        sql.data(),
                                        static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT,
                                        &statement,
                                        nullptr);
    if (code != SQLITE_OK || !statement) {
        return Statement(*this, lastError());
    }
    return {*this, statement};
}

void Connection::giveBack(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    // SQLite keeps the text as long as the statement lives, which makes it the key that cannot
    // dangle.
    if (m_idle.size() >= mostIdle || !m_idle.emplace(sqlite3_sql(statement), statement).second) {
        sqlite3_finalize(statement);
    }
}

base::Result<void> Connection::runScript(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return base::unexpected(lastError());
    }
    return {};
}

qint64 Connection::lastInsertedId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

qint64 Connection::changedRows() const
{
    return sqlite3_changes64(m_handle);
}

bool Connection::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

void Connection::interrupt()
{
    sqlite3_interrupt(m_handle);
}

void Connection::setCancelCheck(std::function<bool()> cancelled)
{
    m_cancelled = std::move(cancelled);
    if (m_cancelled) {
        sqlite3_progress_handler(m_handle, stepsBetweenChecks, askWhetherCancelled, &m_cancelled);
    } else {
        sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
    }
}

} // namespace app::library
