// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/connection.h"
#include "app/library/library.h"
#include "app/library/notestore.h"
#include "app/notes/journal.h"

#include <QFile>

namespace tests {

/// The \p number-th of its kind.
[[nodiscard]] inline app::base::NoteId noteId(int number)
{
    return app::base::NoteId(
        QStringLiteral("01936f3a-0000-7000-8000-%1").arg(number, 12, 10, QChar(u'0')));
}

/// A note with a little of everything that a list looks at.
[[nodiscard]] inline app::notes::Note noteOf(int number, const QString &text = {})
{
    app::notes::Note note;
    note.id = noteId(number);
    note.episodeRef.podcastTitle = QStringLiteral("Show");
    note.episodeRef.feedUrl = QStringLiteral("https://example.com/show");
    note.episodeRef.episodeTitle = QStringLiteral("Episode 1");
    note.episodeRef.episodeGuid = QStringLiteral("guid-1");
    note.episodeRef.published = QDateTime(QDate(2026, 1, 1), QTime(6, 0), Qt::UTC);
    note.start = app::timestamps::MediaTime::fromMs(1000 * number);
    note.text = text.isNull() ? QStringLiteral("note %1").arg(number) : text;
    note.created = QDateTime(QDate(2026, 11, 21), QTime(10, 0), Qt::UTC).addSecs(number);
    note.modified = note.created;
    return note;
}

/// Waits until a change is acknowledged.
[[nodiscard]] inline app::base::Result<void>
apply(app::library::Library &library,
      const app::notes::NoteChange &change,
      app::notes::JournalKind kind = app::notes::JournalKind::Edit)
{
    return library
        .write(app::library::Durability::Full,
               [&](app::library::Connection &connection, app::library::Changes &changes) {
                   return app::library::NoteStore(connection).apply(change, kind, changes);
               })
        .result();
}

[[nodiscard]] inline app::base::Result<void> put(app::library::Library &library,
                                                 const app::notes::Note &note)
{
    return apply(library, {note.id, std::nullopt, note});
}

/// All notes, those in the bin too, by id; empty when they cannot be read.
[[nodiscard]] inline std::map<app::base::NoteId, app::notes::Note>
allNotes(app::library::Library &library)
{
    const auto read = library
                          .read([](app::library::Connection &connection) {
                              return app::library::NoteStore(connection).list({{}, {}, {}, true});
                          })
                          .result();
    std::map<app::base::NoteId, app::notes::Note> notes;
    for (const app::notes::Note &note : read.value_or({})) {
        notes.emplace(note.id, note);
    }
    return notes;
}

[[nodiscard]] inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

} // namespace tests
