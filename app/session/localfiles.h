// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/library/library.h"
#include "app/work/workerpool.h"

#include <QFuture>
#include <QObject>
#include <QString>

namespace app::session {

/// The listener's own sound files, kept as episodes of a podcast without an address. The files stay
/// where they are and are never deleted. Thread: main.
class LocalFiles final : public QObject
{
    Q_OBJECT

public:
    LocalFiles(library::Library &library, work::WorkerPool &pool, const base::Clock &clock);

    /// Adds a sound file, or finds it again; title, length and chapters come from the file.
    /// \param podcastTitle  what the podcast that holds such files is called
    /// Errors: those of media::readMediaInfo.
    [[nodiscard]] QFuture<base::Result<base::EpisodeId>> add(const QString &path,
                                                             const QString &podcastTitle);

private:
    library::Library &m_library;
    work::WorkerPool &m_pool;
    const base::Clock &m_clock;
};

/// Whether a file may be deleted because the program itself put it there.
[[nodiscard]] bool isOwnFile(const QString &libraryFolder, const QString &path);

/// Whether a name looks like sound, by its suffix.
[[nodiscard]] bool isSoundFile(const QString &path);

} // namespace app::session
