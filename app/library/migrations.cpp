// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/migrations.h"

#include "app/base/logging.h"
#include "app/library/backups.h"
#include "app/library/connection.h"
#include "app/library/transaction.h"

#include <QFile>
#include <QFileInfo>

namespace app::library {
namespace {

using base::ErrorCode;

/// "EARM", kept in the file's header so that other programs' files are told apart.
constexpr qint64 applicationId = 0x4541524D;

base::Unexpected damaged(const QString &path)
{
    return base::unexpected(
        ErrorCode::Corrupt,
        QStringLiteral("the library \"%1\" is damaged; it was left as it is: restore a backup, or"
                       " move it away to begin anew")
            .arg(path));
}

/// SQLite's own words for damage go to the log; the listener needs to know what to do.
base::Unexpected explained(const base::Error &error, const QString &path)
{
    if (error.code != ErrorCode::Corrupt) {
        return base::unexpected(error);
    }
    qCWarning(base::logLibrary).noquote() << error.detail;
    return damaged(path);
}

base::Unexpected foreign(const QString &path)
{
    return base::unexpected(
        ErrorCode::Corrupt,
        QStringLiteral("\"%1\" is not an Earmark library; it was left as it is: choose another"
                       " folder, or move the file away")
            .arg(path));
}

base::Unexpected newer(const QString &path, qint64 version)
{
    return base::unexpected(
        ErrorCode::Unsupported,
        QStringLiteral("the library \"%1\" was written by a newer Earmark (version %2 of its form);"
                       " it was left as it is")
            .arg(path, QString::number(version)));
}

/// Touches every table and its first page, which costs next to nothing and finds most damage.
base::Result<void> probe(Connection &connection)
{
    auto tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'");
    std::vector<QByteArray> probes;
    while (tables.next()) {
        QString name = tables.text(0);
        name.replace(QLatin1Char('"'), QStringLiteral("\"\""));
        probes.push_back(QStringLiteral("SELECT 1 FROM \"%1\" LIMIT 1").arg(name).toUtf8());
    }
    if (auto done = tables.finish(); !done) {
        return done;
    }
    for (const QByteArray &sql : probes) {
        if (auto done = connection.run(std::string_view(sql.constData())); !done) {
            return done;
        }
    }
    return {};
}

base::Result<FileFacts> inspect(Connection &connection, int newestVersion)
{
    const auto version = connection.number(0, "PRAGMA user_version");
    const auto owner = connection.number(0, "PRAGMA application_id");
    const auto tables = connection.number(0, "SELECT count(*) FROM sqlite_schema");
    for (const auto *step : {&version, &owner, &tables}) {
        if (!*step) {
            return explained(step->error(), connection.path());
        }
    }
    if (*owner == 0 && *version == 0 && *tables == 0) {
        return FileFacts{};
    }
    if (*owner != applicationId) {
        return foreign(connection.path());
    }
    if (*version > newestVersion) {
        return newer(connection.path(), *version);
    }
    if (*version < 1) {
        return damaged(connection.path());
    }
    if (const auto probed = probe(connection); !probed) {
        return explained(probed.error(), connection.path());
    }
    return FileFacts{false, static_cast<int>(*version)};
}

base::Result<FileFacts>
inspectWith(const QString &path, Connection::Access access, int newestVersion)
{
    auto connection = Connection::open(path, access);
    if (!connection) {
        return explained(connection.error(), path);
    }
    return inspect(**connection, newestVersion);
}

base::Result<bool> beginsLikeADatabase(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unexpected(
            ErrorCode::Denied,
            QStringLiteral("the library \"%1\" cannot be read: %2").arg(path, file.errorString()));
    }
    const QByteArray magic("SQLite format 3\0", 16);
    return file.read(magic.size()) == magic;
}

base::Result<void> step(Connection &connection, const Migration &migration)
{
    Transaction transaction(connection);
    if (auto begun = transaction.begin(); !begun) {
        return begun;
    }
    // Another program may have done this step while we waited for it.
    const auto version = connection.number(0, "PRAGMA user_version");
    if (!version) {
        return base::unexpected(version.error());
    }
    if (*version >= migration.version) {
        return {};
    }
    const QByteArray header = QStringLiteral("PRAGMA application_id=%1; PRAGMA user_version=%2;")
                                  .arg(applicationId)
                                  .arg(migration.version)
                                  .toLatin1();
    for (const QByteArray &sql : {migration.sql, header}) {
        if (auto done = connection.runScript(sql); !done) {
            return done;
        }
    }
    return transaction.commit();
}

} // namespace

base::Result<FileFacts> inspectFile(const QString &path, int newestVersion)
{
    const QFileInfo file(path);
    if (!file.exists() || (file.isFile() && file.size() == 0)) {
        return FileFacts{};
    }
    const auto looksRight = beginsLikeADatabase(path);
    if (!looksRight) {
        return base::unexpected(looksRight.error());
    }
    if (!*looksRight) {
        return foreign(path);
    }
    auto facts = inspectWith(path, Connection::Access::ReadOnly, newestVersion);
    if (!facts && facts.error().code == ErrorCode::Denied
        && QFileInfo::exists(path + QStringLiteral("-journal"))) {
        // A program was killed while it made the file; only a writer can finish that.
        facts = inspectWith(path, Connection::Access::ReadWrite, newestVersion);
    }
    return facts;
}

base::Result<void>
migrate(Connection &connection, const std::vector<Migration> &migrations, const base::Clock &clock)
{
    const auto version = connection.number(0, "PRAGMA user_version");
    if (!version) {
        return base::unexpected(version.error());
    }
    if (*version > 0 && *version < migrations.back().version) {
        if (auto kept = backUpBeforeMigration(connection, *version, clock); !kept) {
            return kept;
        }
    }
    return migrateCopy(connection, migrations);
}

base::Result<void> migrateCopy(Connection &connection, const std::vector<Migration> &migrations)
{
    const auto version = connection.number(0, "PRAGMA user_version");
    if (!version) {
        return base::unexpected(version.error());
    }
    if (*version > migrations.back().version) {
        return newer(connection.path(), *version);
    }
    for (const Migration &migration : migrations) {
        if (migration.version <= *version) {
            continue;
        }
        if (auto done = step(connection, migration); !done) {
            return done;
        }
    }
    return {};
}

} // namespace app::library
