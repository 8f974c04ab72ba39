// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/episodewords.h"

#include "ui/text/timetext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace ui::models {

using app::library::EpisodeRow;

bool isBegun(const EpisodeRow &episode)
{
    return episode.position > app::timestamps::MediaTime() && !episode.played;
}

QString lengthWords(const EpisodeRow &episode)
{
    if (!episode.duration) {
        return {};
    }
    if (isBegun(episode)) {
        const auto left = app::timestamps::MediaTime(*episode.duration) - episode.position;
        return text::leftText(std::max(left, app::timestamps::Duration(0)));
    }
    return text::lengthText(*episode.duration);
}

QString spokenEpisode(const EpisodeRow &episode, bool playing)
{
    const auto words = [](const char *text) {
        return QCoreApplication::translate("ui::library::EpisodeDelegate", text);
    };
    QStringList parts{episode.title, episode.podcastTitle};
    if (playing) {
        parts += words(QT_TRANSLATE_NOOP("ui::library::EpisodeDelegate", "playing"));
    }
    if (episode.played) {
        parts += words(QT_TRANSLATE_NOOP("ui::library::EpisodeDelegate", "played"));
    }
    if (const QString length = lengthWords(episode); !length.isEmpty()) {
        parts += length;
    }
    if (episode.hasTranscript) {
        parts += words(QT_TRANSLATE_NOOP("ui::library::EpisodeDelegate", "has transcript"));
    }
    if (episode.noteCount > 0) {
        parts += text::noteCountText(episode.noteCount);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace ui::models
