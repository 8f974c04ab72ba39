// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/timestamps/mediatime.h"

#include <QDateTime>

#include <map>
#include <optional>
#include <vector>

namespace app::session::internal {

/// Remembers since when each recording is silent and says where to go on with it. A value without a
/// clock of its own.
class Rewinder final
{
public:
    /// Another recording is loaded; \p asked is the place somebody asked for, if one was.
    /// \param lastHeard  when it was last listened to, which counts unless it was left in this
    ///                   session; invalid when it was never, or goes on without a pause
    void load(base::EpisodeId episode,
              std::optional<timestamps::MediaTime> asked,
              const QDateTime &lastHeard);
    /// The sound stopped, if it had not before.
    void pause(const QDateTime &now);
    /// It goes on.
    void sound();
    /// The listener chose this place: nothing before it is heard unasked, and the pause so far does
    /// not count.
    void jump(timestamps::MediaTime to);

    /// Starts of sentences, rising.
    void setSentences(base::EpisodeId episode, std::vector<timestamps::MediaTime> starts);

    /// Where to begin instead of \p place; ends the pause.
    /// \param earliest  never before this
    [[nodiscard]] timestamps::MediaTime
    resume(timestamps::MediaTime place, const QDateTime &now, timestamps::MediaTime earliest);

private:
    base::EpisodeId m_episode;
    std::map<base::EpisodeId, QDateTime> m_silentSince;
    std::optional<timestamps::MediaTime> m_jumpedTo;
    base::EpisodeId m_sentencesOf;
    std::vector<timestamps::MediaTime> m_sentences;
};

} // namespace app::session::internal
