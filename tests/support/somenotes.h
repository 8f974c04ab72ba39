// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/notestore.h"
#include "tests/support/testlibrary.h"

namespace tests {

/// A note made in the second of its number, about an episode of that guid.
[[nodiscard]] inline app::notes::Note
someNote(int number, qint64 startMs, const QString &episode = QStringLiteral("zero"))
{
    app::notes::Note note;
    note.id = app::base::NoteId(
        QStringLiteral("0190a000-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0')));
    note.episodeRef.podcastTitle = QStringLiteral("Tidewater Radio");
    note.episodeRef.feedUrl = QStringLiteral("https://example.org/feed");
    note.episodeRef.episodeTitle = QStringLiteral("Episode %1").arg(episode);
    note.episodeRef.episodeGuid = episode;
    note.start = app::timestamps::MediaTime::fromMs(startMs);
    note.text = QStringLiteral("Note %1").arg(number);
    note.created = QDateTime(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC).addSecs(number);
    note.modified = note.created;
    return note;
}

/// Puts a note into the library's store. \returns whether it is there
[[nodiscard]] inline bool changeNote(TestLibrary &test,
                                     const std::optional<app::notes::Note> &before,
                                     const app::notes::Note &after)
{
    return test
        .write([&](app::library::Connection &connection, app::library::Changes &changes) {
            return app::library::NoteStore(connection).apply({after.id, before, after}, changes);
        })
        .has_value();
}

[[nodiscard]] inline bool keepNote(TestLibrary &test, const app::notes::Note &note)
{
    return changeNote(test, std::nullopt, note);
}

} // namespace tests
