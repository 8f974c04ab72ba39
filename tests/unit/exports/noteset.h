// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exports/exporter.h"
#include "tests/unit/exports/samplenotes.h"

#include <QTest>

namespace tests {

/// Notes of two episodes with every kind of field, and text that looks like every format's marks.
inline std::vector<app::notes::Note> noteSet()
{
    using app::timestamps::MediaTime;
    app::notes::Note quote = sampleNote(1, 270'500);
    quote.end = MediaTime::fromMs(285'000);
    quote.anchor.quote = QStringLiteral("In-context learning is 😀 similar to gradient descent.");
    quote.anchor.prefix = QStringLiteral("alignment is solved. ");
    quote.anchor.suffix = QStringLiteral(" It gets problematic");
    quote.anchor.speaker = QStringLiteral("Jane Host");
    quote.anchor.source = app::notes::QuoteSource::Transcript;
    quote.anchor.textHash = QStringLiteral("c0ffee");
    quote.anchor.offset = 24;
    quote.text = QStringLiteral("My note text.\r\n\r\n- a *list*\r\n- of two");
    quote.tags = {QStringLiteral("ai"), QStringLiteral("machine learning")};
    quote.starred = true;
    app::notes::Note moment = sampleNote(2, 3'723'000);
    moment.color = app::notes::Color::Green;
    app::notes::Note hostile = sampleNote(3, 60'000);
    hostile.anchor.quote = QStringLiteral(
        "* # - =1+1 {{x}} {\\an8}<b>&amp;</b> \"a\", 'b' | $x$ %c @d ^e ~f~ _g_ [[h]] ((i)) j:: k\n"
        "00:01 --> 00:02\tafter a tab");
    hostile.anchor.speaker = QStringLiteral("<v> \"Dr.\" K: *z*");
    hostile.text = QStringLiteral("#+end_quote\n* no heading\n:END:\n--> }}} \\ </p><script>");
    hostile.tags = {QStringLiteral("a:b"), QStringLiteral("<c>")};
    hostile.color = app::notes::Color::Violet;
    app::notes::Note deleted = sampleNote(4, 70'000);
    deleted.deleted = deleted.modified;
    deleted.text = QStringLiteral("gone");
    app::notes::Note other = sampleNote(5, 12'000);
    other.episodeRef = {};
    other.episodeRef.podcastTitle = QStringLiteral("برنامج");
    other.episodeRef.feedUrl = QStringLiteral("https://example.org/b.xml");
    other.episodeRef.episodeTitle = QStringLiteral("e\u0301te\u0301: 100 % of it");
    other.episodeRef.episodeGuid = QStringLiteral("b1");
    other.episodeRef.published = QDateTime(QDate(2025, 5, 1), QTime(8, 0), Qt::UTC);
    other.text = QStringLiteral("مرحبا \u202Eabc");
    other.anchor.state = app::notes::AnchorState::TimeOnly;
    return {quote, moment, hostile, deleted, other};
}

inline app::exports::ExportOptions setOptions()
{
    app::exports::ExportOptions options;
    options.colorNames = {{app::notes::Color::Green, QStringLiteral("to <check>")}};
    options.clips.insert(noteSet().front().id, QStringLiteral("clips/00-04-30 a.mp3"));
    options.textOf = [](const QString &hash) -> std::optional<QString> {
        if (hash != QStringLiteral("c0ffee"))
            return std::nullopt;
        return QStringLiteral("👩 alignment is solved. In-context learning is 😀 similar to "
                              "gradient descent. It gets problematic");
    };
    return options;
}

/// What an export gives; empty and a failed test when it gives none.
inline std::vector<app::exports::ExportedFile>
exported(const QString &format,
         const std::vector<app::notes::Note> &notes = noteSet(),
         const app::exports::ExportOptions &options = setOptions())
{
    const auto files = app::exports::exportNotes(notes, format, options);
    if (!files)
        QTest::qFail(qPrintable(files.error().detail), __FILE__, __LINE__);
    return files.value_or({});
}

/// All files of an export in one, each below its name.
inline QByteArray joined(const std::vector<app::exports::ExportedFile> &files)
{
    QByteArray all;
    for (const app::exports::ExportedFile &file : files)
        all += "==> " + file.name.toUtf8() + " <==\n" + file.bytes;
    return all;
}

} // namespace tests
