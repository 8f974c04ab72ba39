// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/turns.h"

#include "app/transcripts/internal/punctuation.h"
#include "app/transcripts/internal/speakers.h"

#include <algorithm>

namespace app::transcripts::internal {

using timestamps::Duration;
using timestamps::MediaTime;

namespace {

constexpr Duration longPause(2000);

/// The times of one cue: its start, its words' starts, and its end where silence follows.
void addAnchors(Turn &turn, const Cue &cue, qsizetype offset, std::optional<MediaTime> next)
{
    if (!cue.start)
        return;
    turn.anchors.push_back({offset, *cue.start});
    const QStringView body(cue.body);
    qsizetype from = 0;
    for (const Word &word : cue.words) {
        const qsizetype found = body.indexOf(word.text, from);
        if (found < 0)
            continue;
        from = found + word.text.size();
        if (found > 0 && word.start >= *cue.start && (!next || word.start < *next))
            turn.anchors.push_back({offset + found, word.start});
    }
    if (cue.end && *cue.end > *cue.start && (!next || *cue.end < *next))
        turn.anchors.push_back({offset + body.trimmed().size(), *cue.end});
}

void addBody(Turn &turn, const Cue &cue, std::optional<MediaTime> previousEnd)
{
    const QStringView body = QStringView(cue.body).trimmed();
    if (!turn.text.isEmpty() && !(isWideLetter(turn.text.back()) && isWideLetter(body.front())))
        turn.text.append(u' ');
    CueStart start;
    start.offset = turn.text.size();
    start.afterPause = previousEnd && cue.start && *cue.start - *previousEnd > longPause;
    turn.cues.push_back(start);
    const qsizetype first = turn.text.size();
    turn.text.append(body);
    // A line feed within a body would look like the end of a paragraph.
    std::replace(turn.text.begin() + first, turn.text.end(), QChar(u'\n'), QChar(u' '));
}

/// Readers give tidy names already; corrections and older records may not.
QString shownName(const QString &speaker)
{
    const bool tidy =
        speaker.isEmpty()
        || (!speaker.endsWith(u':') && !speaker.back().isSpace() && !speaker.front().isSpace());
    return tidy ? speaker : tidyName(speaker);
}

} // namespace

std::vector<Turn> turnsOf(const Transcript &transcript)
{
    std::vector<Turn> turns;
    bool breakNext = true;
    std::optional<MediaTime> previousEnd;
    for (std::size_t at = 0; at < transcript.cues.size(); ++at) {
        const Cue &cue = transcript.cues[at];
        if (QStringView(cue.body).trimmed().isEmpty())
            continue;
        const QString speaker = shownName(cue.speaker);
        if (breakNext || !cue.start || turns.back().speaker != speaker) {
            turns.emplace_back();
            turns.back().speaker = speaker;
        }
        addBody(turns.back(), cue, previousEnd);
        const bool last = at + 1 == transcript.cues.size();
        addAnchors(turns.back(),
                   cue,
                   turns.back().cues.back().offset,
                   last ? std::nullopt : transcript.cues[at + 1].start);
        previousEnd = cue.end;
        breakNext = !cue.start || cue.body.endsWith(u'\n');
    }
    return turns;
}

} // namespace app::transcripts::internal
