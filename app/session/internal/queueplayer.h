// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/library.h"
#include "app/session/internal/playable.h"
#include "app/session/listeningsettings.h"
#include "app/work/job.h"

#include <QObject>

namespace app::session::internal {

/// Has what is next in the queue ready before the end of what is heard, so that it follows without
/// a gap: found a minute before the end (its download begins then), given to the player half a
/// minute before it. Thread: main.
class QueuePlayer final : public QObject
{
    Q_OBJECT

public:
    /// What follows.
    struct Next
    {
        Playable playable;
        std::shared_ptr<media::ByteSource> bytes;
        EffectiveSettings settings;
        timestamps::MediaTime place;
        timestamps::Duration leftOutAtEnd{0}; ///< as the player was told
        bool beganDownload = false;           ///< only for this
    };

    QueuePlayer(playback::Player &player,
                library::Library &library,
                EpisodeService &episodes,
                ListeningSettings &settings);
    ~QueuePlayer() override;

    /// Another recording was loaded; the player has forgotten what followed the one before.
    void setCurrent(base::EpisodeId episode, timestamps::Duration leftOutAtEnd);

    /// What is loaded is to end earlier or later than was said.
    void setLeftOutAtEnd(timestamps::Duration length);

    /// Whether anything follows at all.
    void setFollowing(bool follows);

    [[nodiscard]] bool isFollowing() const { return m_follows; }

    /// After Player::advanced(): what is heard now. setCurrent() is to come next.
    [[nodiscard]] std::optional<Next> takeNext();

    /// Lets go of what waits, for shutting down.
    void drop();

private:
    enum class Stage { Idle, Looking, Nothing, Found, Given };

    void notice();
    [[nodiscard]] std::optional<timestamps::Duration> timeLeft() const;
    void look();
    void found(const std::optional<Playable> &playable);
    void take(const Playable &playable);
    void give();
    void forgetNext(base::EpisodeId except);

    playback::Player &m_player;
    library::Library &m_library;
    EpisodeService &m_episodes;
    ListeningSettings &m_settings;
    base::EpisodeId m_current;
    timestamps::Duration m_leftOutAtEnd{0};
    bool m_follows = true;
    Stage m_stage = Stage::Idle;
    std::optional<Next> m_next;
    bool m_given = false; ///< the player has it
    work::Job m_looking;
    int m_look = 0; ///< the latest question
};

} // namespace app::session::internal
