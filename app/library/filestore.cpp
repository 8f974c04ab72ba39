// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"
#include "app/library/episodestore.h"
#include "app/library/internal/filefacts.h"
#include "app/library/internal/lookup.h"

namespace app::library {

using internal::FileFact;

base::Result<void> EpisodeStore::setFile(base::EpisodeId id, const QString &path, Changes &changes)
{
    auto statement = m_connection.prepare("SELECT file_path FROM episodes WHERE id = ?", id);
    const bool found = statement.next();
    const QString before = found ? statement.text(0) : QString();
    if (auto done = statement.finish(); !done) {
        return done;
    }
    if (!found) {
        return internal::notFound(QStringLiteral("episode"), QString::number(id.number()));
    }
    changes.episodes.insert(id);
    changes.episodeList = true; // the downloads are those with a file
    if (auto done = m_connection.run("UPDATE episodes SET file_path = ? WHERE id = ?", path, id);
        !done) {
        return done;
    }
    if (before.isEmpty() || before == path) {
        return {};
    }
    const auto users = m_connection.number(
        0, "SELECT count(*) FROM episodes WHERE file_path != '' AND file_path = ?", before);
    if (!users) {
        return base::unexpected(users.error());
    }
    return *users == 0 ? internal::forgetFileFacts(m_connection, before) : base::Result<void>();
}

base::Result<QByteArray> EpisodeStore::seekIndex(const FileIdentity &file)
{
    return internal::fileFact(m_connection, FileFact::SeekIndex, file);
}

base::Result<void> EpisodeStore::setSeekIndex(const FileIdentity &file, const QByteArray &index)
{
    return internal::setFileFact(m_connection, FileFact::SeekIndex, file, index);
}

base::Result<QByteArray> EpisodeStore::soundAnalysis(const FileIdentity &file)
{
    return internal::fileFact(m_connection, FileFact::SoundAnalysis, file);
}

base::Result<void> EpisodeStore::setSoundAnalysis(const FileIdentity &file,
                                                  const QByteArray &analysis)
{
    return internal::setFileFact(m_connection, FileFact::SoundAnalysis, file, analysis);
}

} // namespace app::library
