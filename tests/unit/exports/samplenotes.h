// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

#include <QFile>
#include <QRandomGenerator>

#include <vector>

namespace tests {

inline app::notes::EpisodeRef sampleEpisode()
{
    app::notes::EpisodeRef episode;
    episode.podcastTitle = QStringLiteral("The Example Show");
    episode.feedUrl = QStringLiteral("https://example.com/feed.xml");
    episode.podcastGuid = QStringLiteral("917393e3-1b1e-5cef-ace4-edaa54e1f810");
    episode.episodeTitle = QStringLiteral("Time to AGI: \"soon\"?");
    episode.episodeGuid = QStringLiteral("ep 12/ä");
    episode.link = QStringLiteral("https://example.com/ep/12");
    episode.enclosureUrl = QStringLiteral("https://cdn.example.com/e12.mp3");
    episode.published = QDateTime(QDate(2024, 4, 2), QTime(23, 30), Qt::UTC);
    episode.duration = app::timestamps::Duration(1'538'900);
    return episode;
}

/// A note with an id that ends in the number, made that many minutes after ten.
inline app::notes::Note sampleNote(int number, qint64 startMs)
{
    app::notes::Note note;
    note.id = app::base::NoteId(
        QStringLiteral("0192f3a1-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0')));
    note.episodeRef = sampleEpisode();
    note.start = app::timestamps::MediaTime::fromMs(startMs);
    note.created =
        QDateTime(QDate(2026, 11, 21), QTime(10, 0), Qt::UTC).addSecs(qint64(60) * number);
    note.modified = note.created.addMSecs(1);
    return note;
}

inline QByteArray exportData(const QString &name)
{
    QFile file(QStringLiteral(EARMARK_TEST_DATA "/exports/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a golden file holds. With EARMARK_WRITE_GOLDEN set it is made anew from \p written first:
/// look at the difference before it is kept.
inline QByteArray goldenData(const QString &name, const QByteArray &written)
{
    if (qEnvironmentVariableIsSet("EARMARK_WRITE_GOLDEN")) {
        QFile file(QStringLiteral(EARMARK_TEST_DATA "/exports/") + name);
        if (file.open(QIODevice::WriteOnly))
            file.write(written);
    }
    return exportData(name);
}

/// Text that has hurt programs before.
inline QString hostileText(QRandomGenerator &random)
{
    const QStringList pieces = {
        QStringLiteral("word"),  QStringLiteral("Zoë"),      QStringLiteral("😀👩‍👧"),
        QStringLiteral("\n"),    QStringLiteral("\r\n"),     QStringLiteral("\t"),
        QStringLiteral("\"\\/"), QString(QChar(0x2028)),     QString(QChar(0)),
        QString(QChar(0x85)),    QString(QChar(0x7F)),       QString(QChar(0xFEFF)),
        QString(QChar(0xFFFE)),  QStringLiteral("---"),      QStringLiteral("# x"),
        QStringLiteral("[[x]]"), QStringLiteral("<b>"),      QStringLiteral("{}"),
        QStringLiteral(" "),     QStringLiteral("\u202Eabc")};
    QString text;
    for (int count = random.bounded(12); count > 0; --count)
        text += pieces[random.bounded(pieces.size())];
    return text;
}

inline app::notes::Note randomNote(QRandomGenerator &random)
{
    using app::timestamps::MediaTime;
    const auto maybe = [&random] {
        return random.bounded(3) > 0;
    };
    const auto date = [&] {
        return maybe() ? QDateTime::fromMSecsSinceEpoch(
                   random.bounded(2'000'000'000) * qint64{1001}, Qt::UTC)
                       : QDateTime();
    };
    app::notes::Note note = sampleNote(random.bounded(1'000'000'000), random.bounded(36'000'000));
    note.anchor.quote = hostileText(random);
    note.anchor.prefix = hostileText(random);
    note.anchor.suffix = hostileText(random);
    note.anchor.speaker = hostileText(random);
    note.anchor.textHash = hostileText(random);
    note.anchor.offset = maybe() ? random.bounded(1'000'000) : -1;
    note.anchor.source = static_cast<app::notes::QuoteSource>(random.bounded(3));
    note.text = hostileText(random);
    for (int count = random.bounded(4); count > 0; --count)
        note.tags.append(hostileText(random));
    note.color = static_cast<app::notes::Color>(random.bounded(5));
    if (maybe())
        note.end = MediaTime::fromMs(note.start.ms() + random.bounded(100'000));
    note.created = date();
    note.modified = date();
    if (const QDateTime deleted = date(); deleted.isValid())
        note.deleted = deleted;
    note.starred = maybe();
    note.anchor.transcriptHash = hostileText(random);
    note.anchor.state = static_cast<app::notes::AnchorState>(random.bounded(4));
    note.audio.sizeBytes = maybe() ? random.bounded(2'000'000'000) * qint64{1000} : 0;
    note.audio.soundHash = maybe() ? QStringLiteral("c0ffee") : QString();
    if (maybe())
        note.audio.duration = app::timestamps::Duration(random.bounded(36'000'000));
    app::notes::EpisodeRef &episode = note.episodeRef;
    for (QString *text : {&episode.podcastTitle,
                          &episode.feedUrl,
                          &episode.podcastGuid,
                          &episode.episodeTitle,
                          &episode.episodeGuid,
                          &episode.link,
                          &episode.enclosureUrl})
        *text = maybe() ? hostileText(random) : QString();
    episode.published = date();
    if (maybe())
        episode.duration.reset();
    return note;
}

} // namespace tests
