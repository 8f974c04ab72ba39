// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/doctor.h"

#include "app/library/connection.h"
#include "app/library/internal/filefacts.h"

#include <QFileInfo>

namespace app::library {
namespace {

constexpr qint64 mostProblems = 100;

base::Result<void> checkPages(Connection &connection, QStringList &problems)
{
    auto check = connection.prepare("PRAGMA integrity_check(100)");
    while (check.next()) {
        if (const QString found = check.text(0); found != QLatin1String("ok")) {
            problems.append(QStringLiteral("the database is damaged: %1").arg(found.simplified()));
        }
    }
    return check.finish();
}

base::Result<void> checkReferences(Connection &connection, QStringList &problems)
{
    auto check = connection.prepare("PRAGMA foreign_key_check");
    while (problems.size() < mostProblems && check.next()) {
        problems.append(QStringLiteral("row %1 of \"%2\" points to a row of \"%3\" that is gone")
                            .arg(QString::number(check.number(1)), check.text(0), check.text(2)));
    }
    return check.finish();
}

/// Each note has its row of words.
base::Result<void> checkWords(Connection &connection, QStringList &problems)
{
    const auto unheard = connection.number(
        0, "SELECT count(*) FROM notes WHERE number NOT IN (SELECT rowid FROM note_search)");
    if (!unheard) {
        return base::unexpected(unheard.error());
    }
    if (*unheard > 0) {
        problems.append(QStringLiteral("%1 notes are not found by their words").arg(*unheard));
    }
    return {};
}

base::Result<void> rebuildWords(Connection &connection)
{
    return connection.runScript(
        "DELETE FROM note_search;"
        "INSERT INTO note_search (rowid, quote, text, tags, speaker, episode_title, podcast_title)"
        " SELECT n.number, n.quote, n.text, coalesce((SELECT group_concat(tag, char(10))"
        " FROM note_tags WHERE note_id = n.id), ''), n.speaker, n.episode_title, n.podcast_title"
        " FROM notes n;");
}

struct LostFile
{
    qint64 episode = 0;
    QString title;
    QString path;
};

base::Result<std::vector<LostFile>> lostFiles(Connection &connection)
{
    auto statement =
        connection.prepare("SELECT id, title, file_path FROM episodes WHERE file_path != ''");
    std::vector<LostFile> lost;
    while (statement.next()) {
        if (const QString path = statement.text(2); !QFileInfo(path).isFile()) {
            lost.push_back({statement.number(0), statement.text(1), path});
        }
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return lost;
}

base::Result<void> checkFiles(Connection &connection, QStringList &problems)
{
    const auto lost = lostFiles(connection);
    if (!lost) {
        return base::unexpected(lost.error());
    }
    for (const LostFile &file : *lost) {
        problems.append(QStringLiteral("the file of episode %1 \"%2\" is gone: \"%3\"")
                            .arg(QString::number(file.episode), file.title, file.path));
    }
    return {};
}

base::Result<void> forgetLostFiles(Connection &connection)
{
    const auto lost = lostFiles(connection);
    if (!lost) {
        return base::unexpected(lost.error());
    }
    for (const LostFile &file : *lost) {
        auto done = connection.run("UPDATE episodes SET file_path = '' WHERE id = ?", file.episode);
        if (done) {
            done = internal::forgetFileFacts(connection, file.path);
        }
        if (!done) {
            return done;
        }
    }
    return {};
}

} // namespace

base::Result<QStringList> checkLibrary(Connection &connection)
{
    QStringList problems;
    for (const auto check : {checkPages, checkReferences, checkWords, checkFiles}) {
        const auto done = check(connection, problems);
        if (done) {
            continue;
        }
        if (done.error().code != base::ErrorCode::Corrupt) {
            return base::unexpected(done.error());
        }
        // Damage that stops a check is a finding like any other.
        problems.append(done.error().detail);
    }
    problems.removeDuplicates();
    return problems;
}

base::Result<QStringList> repairLibrary(Connection &connection)
{
    for (const auto &done :
         {forgetLostFiles(connection), connection.runScript("REINDEX"), rebuildWords(connection)}) {
        if (!done && done.error().code != base::ErrorCode::Corrupt) {
            return base::unexpected(done.error());
        }
    }
    return checkLibrary(connection);
}

} // namespace app::library
