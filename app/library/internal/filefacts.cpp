// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/filefacts.h"

#include "app/library/connection.h"

#include <QFileInfo>

#include <string_view>

namespace app::library::internal {
namespace {

struct Queries
{
    std::string_view find;
    std::string_view keep;
    std::string_view drop;
    std::string_view some; ///< a few that no episode names
};

#define FACT_QUERIES(table)                                                                        \
    {                                                                                              \
        "SELECT data FROM " table " WHERE path = ? AND size_bytes = ? AND modified_ms = ?",        \
            "INSERT INTO " table " (path, size_bytes, modified_ms, data) VALUES (?, ?, ?, ?)"      \
            " ON CONFLICT (path) DO UPDATE SET size_bytes = excluded.size_bytes,"                  \
            " modified_ms = excluded.modified_ms, data = excluded.data",                           \
            "DELETE FROM " table " WHERE path = ?",                                                \
            "SELECT path FROM " table " WHERE path NOT IN"                                         \
            " (SELECT file_path FROM episodes WHERE file_path != '') ORDER BY random() LIMIT 16"   \
    }

const Queries &queriesFor(FileFact fact)
{
    static constexpr Queries seekIndexes FACT_QUERIES("seek_indexes");
    static constexpr Queries analyses FACT_QUERIES("sound_analyses");
    return fact == FileFact::SeekIndex ? seekIndexes : analyses;
}

/// Any few will do: of those that are left behind, some go whenever one comes.
base::Result<void> sweep(Connection &connection, const Queries &queries)
{
    auto statement = connection.prepare(queries.some);
    QStringList gone;
    while (statement.next()) {
        if (const QString path = statement.text(0); !QFileInfo::exists(path)) {
            gone.append(path);
        }
    }
    if (auto done = statement.finish(); !done) {
        return done;
    }
    for (const QString &path : gone) {
        if (auto done = connection.run(queries.drop, path); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

base::Result<QByteArray> fileFact(Connection &connection, FileFact fact, const FileIdentity &file)
{
    auto statement =
        connection.prepare(queriesFor(fact).find, file.path, file.sizeBytes, file.modifiedMs);
    const QByteArray data = statement.next() ? statement.bytes(0) : QByteArray();
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return data;
}

base::Result<void>
setFileFact(Connection &connection, FileFact fact, const FileIdentity &file, const QByteArray &data)
{
    const Queries &queries = queriesFor(fact);
    if (auto done = sweep(connection, queries); !done) {
        return done;
    }
    return connection.run(queries.keep, file.path, file.sizeBytes, file.modifiedMs, data);
}

base::Result<void> forgetFileFacts(Connection &connection, const QString &path)
{
    for (const FileFact fact : {FileFact::SeekIndex, FileFact::SoundAnalysis}) {
        if (auto done = connection.run(queriesFor(fact).drop, path); !done) {
            return done;
        }
    }
    return {};
}

} // namespace app::library::internal
