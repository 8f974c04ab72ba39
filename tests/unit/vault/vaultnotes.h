// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

#include <QRandomGenerator>

namespace tests {

inline app::notes::EpisodeRef vaultEpisode(int number = 12)
{
    app::notes::EpisodeRef episode;
    episode.podcastTitle = QStringLiteral("The Example Show");
    episode.feedUrl = QStringLiteral("https://example.com/feed.xml");
    episode.podcastGuid = QStringLiteral("917393e3-1b1e-5cef-ace4-edaa54e1f810");
    episode.episodeTitle = QStringLiteral("Time to AGI %1").arg(number);
    episode.episodeGuid = QStringLiteral("ep-%1").arg(number);
    episode.link = QStringLiteral("https://example.com/ep/%1").arg(number);
    episode.published = QDateTime(QDate(2024, 4, 2), QTime(23, 30), Qt::UTC);
    episode.duration = app::timestamps::Duration(1'538'900);
    return episode;
}

/// A note whose id ends in the number, at that minute of the episode.
inline app::notes::Note vaultSample(int number, const QString &text = {})
{
    app::notes::Note note;
    note.id = app::base::NoteId(
        QStringLiteral("0192f3a1-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0')));
    note.episodeRef = vaultEpisode();
    note.start = app::timestamps::MediaTime::fromMs(qint64{60'000} * number);
    note.end = app::timestamps::MediaTime::fromMs(qint64{60'000} * number + 15'000);
    note.anchor.quote = QStringLiteral("Words of minute %1 that were worth keeping").arg(number);
    note.anchor.speaker = QStringLiteral("Jane Host");
    note.text = text;
    note.created = QDateTime(QDate(2026, 11, 21), QTime(10, 0), Qt::UTC).addSecs(60 * number);
    note.modified = note.created;
    return note;
}

/// Pieces of text that could be taken for the structure of a file.
inline QString treacherousText(QRandomGenerator &random)
{
    const QStringList pieces = {
        QStringLiteral("word"),
        QStringLiteral("Zoë 👩‍👧"),
        QStringLiteral("\n"),
        QStringLiteral("\n\n"),
        QStringLiteral("\r\n"),
        QStringLiteral("\r"),
        QStringLiteral("\n# One\n"),
        QStringLiteral("\n## 00:01:02 Two\n"),
        QStringLiteral("\n   \\## Three"),
        QStringLiteral("\n### 00:01:02 Four\n"),
        QStringLiteral("\n```\n"),
        QStringLiteral("\n~~~~ cpp\n"),
        QStringLiteral("\n<!--\n"),
        QStringLiteral("-->"),
        QStringLiteral("\n---\n"),
        QStringLiteral("#tag"),
        QStringLiteral("\n\n#a #B"),
        QStringLiteral(" #1"),
        QStringLiteral("\n#\n"),
        QStringLiteral(" ^h-0192f3a1-0000-7000-8000-000000000001"),
        QStringLiteral("\n\\^h-0192f3a1-0000-7000-8000-000000000002 \n"),
        QStringLiteral("    "),
        QStringLiteral("\t"),
        QStringLiteral("\\"),
        QStringLiteral("> quote"),
        QStringLiteral("<b>"),
        QString(QChar(0)),
        QString(QChar(0xD83D)),
        QString(QChar(0x2028)),
    };
    QString text;
    for (int count = random.bounded(12); count > 0; --count)
        text += pieces[random.bounded(pieces.size())];
    return text;
}

} // namespace tests
