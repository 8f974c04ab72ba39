// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/transcriptreader.h"
#include "tests/support/resulttest.h"

#include <QFile>
#include <QStringList>

namespace tests {

/// What a document reads as; empty when it does not.
inline app::transcripts::Transcript
readText(const QByteArray &bytes, const QString &hint = {}, const QStringList &knownNames = {})
{
    return app::transcripts::readTranscript(bytes, hint, knownNames).value_or({});
}

/// A cue in one line: "1.000-2.500 Jane|What she says", "-" standing for no time.
inline QString lineOf(const app::transcripts::Cue &cue)
{
    const auto time = [](const std::optional<app::timestamps::MediaTime> &place) {
        return place ? QString::number(place->seconds(), 'f', 3) : QStringLiteral("-");
    };
    return QString(time(cue.start) + u'-' + time(cue.end) + u' ' + cue.speaker + u'|' + cue.body);
}

inline QStringList linesOf(const QByteArray &bytes, const QStringList &knownNames = {})
{
    QStringList lines;
    for (const app::transcripts::Cue &cue : readText(bytes, {}, knownNames).cues)
        lines.append(lineOf(cue));
    return lines;
}

/// The words of a cue: "1.000-1.500 Hello".
inline QStringList wordsOf(const app::transcripts::Cue &cue)
{
    QStringList lines;
    for (const app::transcripts::Word &word : cue.words)
        lines.append(QString::number(word.start.seconds(), 'f', 3) + u'-'
                     + QString::number(word.end.seconds(), 'f', 3) + u' ' + word.text);
    return lines;
}

/// What every transcript has to be, whatever it was made of.
inline bool isSound(const app::transcripts::Transcript &transcript)
{
    app::timestamps::MediaTime last;
    for (const app::transcripts::Cue &cue : transcript.cues) {
        const QString body = cue.body.endsWith(u'\n') ? cue.body.chopped(1) : cue.body;
        if (body.isEmpty() || body != body.simplified())
            return false;
        if (cue.start && (*cue.start < last || cue.start->ms() < 0))
            return false;
        if (cue.start && cue.end && *cue.end < *cue.start)
            return false;
        last = cue.start.value_or(last);
        qsizetype from = 0;
        for (const app::transcripts::Word &word : cue.words) {
            from = cue.body.indexOf(word.text, from);
            if (from < 0 || word.text != word.text.trimmed() || word.text.isEmpty())
                return false;
            from += word.text.size();
        }
    }
    return true;
}

inline QByteArray dataFile(const QString &name)
{
    QFile file(QStringLiteral(EARMARK_TEST_DATA "/transcripts/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace tests
