// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/backups.h"

#include "app/base/logging.h"
#include "app/library/connection.h"
#include "app/library/internal/files.h"
#include "app/library/library.h"
#include "app/library/notestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace app::library {
namespace {

const QString timeForm = QStringLiteral("yyyyMMdd-HHmmss");

/// "library-20261121-100000.sqlite", "library-20261121-100000-v3.sqlite"
QDateTime madeWhen(const QString &fileName)
{
    static const QRegularExpression form(
        QStringLiteral("^library-(\\d{8}-\\d{6})(-v\\d+)?(-\\d+)?\\.sqlite$"));
    const auto match = form.match(fileName);
    QDateTime made = QDateTime::fromString(match.captured(1), timeForm);
    made.setTimeSpec(Qt::UTC);
    return match.hasMatch() ? made : QDateTime();
}

base::Result<void> makeFolder(const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        return base::unexpected(
            base::ErrorCode::Denied,
            QStringLiteral("the folder \"%1\" for backups cannot be made").arg(folder));
    }
    return {};
}

/// One made in the same second gets a number, never the other's place.
QString freeBackup(const QString &folder, const QString &stem)
{
    QString path = QDir(folder).filePath(stem + QStringLiteral(".sqlite"));
    for (int number = 2; QFileInfo::exists(path); ++number) {
        path = QDir(folder).filePath(QStringLiteral("%1-%2.sqlite").arg(stem).arg(number));
    }
    return path;
}

void letOldestGo(const QString &libraryFolder, const QDateTime &now)
{
    const std::vector<Backup> all = listBackups(libraryFolder, now);
    for (std::size_t i = keptBackups; i < all.size(); ++i) {
        if (!QFile::remove(all[i].path)) {
            qCWarning(base::logLibrary).noquote() << all[i].path << "cannot be removed";
        }
    }
}

/// \param kind  what stands behind the date in its name
/// \param looked  whether the copy is looked through; a damaged one never drives out a good one
base::Result<void> backUp(Connection &connection,
                          const QString &libraryFolder,
                          const QDateTime &now,
                          const QString &kind,
                          bool looked)
{
    const QString folder = backupFolder(libraryFolder);
    if (auto made = makeFolder(folder); !made) {
        return made;
    }
    const QString path =
        freeBackup(folder, QStringLiteral("library-") + now.toString(timeForm) + kind);
    const auto copied = internal::copyDatabase(connection, path);
    if (!copied) {
        return base::unexpected(copied.error());
    }
    if (const auto whole = looked ? internal::checkWhole(path) : base::Result<void>(); !whole) {
        QFile::remove(path);
        return whole;
    }
    letOldestGo(libraryFolder, now);
    return {};
}

} // namespace

QString backupFolder(const QString &libraryFolder)
{
    return QDir(libraryFolder).absoluteFilePath(QStringLiteral("backups"));
}

std::vector<Backup> listBackups(const QString &libraryFolder)
{
    std::vector<Backup> found;
    const QDir folder(backupFolder(libraryFolder));
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files)) {
        if (const QDateTime made = madeWhen(file.fileName()); made.isValid()) {
            found.push_back({file.absoluteFilePath(), made, file.size()});
        }
    }
    std::sort(found.begin(), found.end(), [](const Backup &a, const Backup &b) {
        return a.made != b.made ? a.made > b.made : a.path > b.path;
    });
    return found;
}

std::vector<Backup> listBackups(const QString &libraryFolder, const QDateTime &now)
{
    std::vector<Backup> found = listBackups(libraryFolder);
    const QDateTime latest = now.addDays(1);
    std::stable_partition(found.begin(), found.end(), [&latest](const Backup &backup) {
        return backup.made <= latest;
    });
    return found;
}

base::Result<bool> backUpDaily(const QString &libraryFolder, const base::Clock &clock)
{
    const QDateTime now = clock.now().toUTC();
    const std::vector<Backup> all = listBackups(libraryFolder);
    const bool isThere = std::any_of(all.begin(), all.end(), [&now](const Backup &backup) {
        return backup.made.date() == now.date();
    });
    if (isThere) {
        return false;
    }
    const auto connection =
        Connection::open(Library::fileName(libraryFolder), Connection::Access::ReadWrite);
    if (!connection) {
        return base::unexpected(connection.error());
    }
    const auto done = backUp(**connection, libraryFolder, now, QString(), true);
    return done ? base::Result<bool>(true) : base::unexpected(done.error());
}

base::Result<int> noteCount(const Backup &backup)
{
    const auto connection = Connection::open(backup.path, Connection::Access::ReadOnly);
    return connection ? NoteStore(**connection).count() : base::unexpected(connection.error());
}

base::Result<void>
backUpBeforeMigration(Connection &connection, qint64 version, const base::Clock &clock)
{
    return backUp(connection,
                  QFileInfo(connection.path()).absolutePath(),
                  clock.now().toUTC(),
                  QStringLiteral("-v%1").arg(version),
                  false);
}

} // namespace app::library
