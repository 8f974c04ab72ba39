// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/library.h"
#include "app/library/records.h"
#include "app/media/soundanalysis.h"
#include "app/playback/player.h"

#include <QObject>

#include <memory>
#include <optional>

namespace app::session {
class EpisodeService;
class SoundMaps;
} // namespace app::session

namespace app::session::internal {

/// What is found out about the recording that is loaded: its exact length and seek index, which are
/// kept; its shape and loudness, once the whole file is there. Thread: main.
class SoundFacts final : public QObject
{
    Q_OBJECT

public:
    SoundFacts(playback::Player &player,
               library::Library &library,
               EpisodeService &episodes,
               SoundMaps &maps);

    /// Another recording is loaded.
    /// \param complete  its file is there; else it is streamed
    void setCurrent(const library::Episode &episode, bool complete);

    [[nodiscard]] const std::shared_ptr<const media::SoundAnalysis> &analysis() const
    {
        return m_analysis;
    }

signals:
    void analysisChanged();
    void durationKnown(app::timestamps::Duration duration);
    /// A streamed recording is a complete file now.
    void fileKnown(const QString &path);

private:
    void noticeIndex(const media::SeekIndex &index);
    void noticeDuration(timestamps::Duration duration);
    void noticeFile(base::EpisodeId episode, const QString &path);
    void noticeAnalysis(const QString &path,
                        const std::shared_ptr<const media::SoundAnalysis> &analysis);
    void keepIndex(const QByteArray &index);

    playback::Player &m_player;
    library::Library &m_library;
    SoundMaps &m_maps;
    base::EpisodeId m_episode;
    QString m_filePath;
    QByteArray m_indexForFile; ///< of a stream, until there is a file to keep it with
    std::optional<timestamps::Duration> m_kept; ///< exact, in the library
    std::shared_ptr<const media::SoundAnalysis> m_analysis;
};

} // namespace app::session::internal
