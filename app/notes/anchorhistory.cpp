// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/anchorhistory.h"

#include <algorithm>

namespace app::notes {

using base::ErrorCode;
using base::Result;
using base::unexpected;
using timestamps::Duration;

namespace {

/// Times this near are those the listener chose; a text's times are seldom better.
constexpr Duration inPlace{2'000};

Note moved(const Note &note, const NotePlace &place)
{
    Note there = note;
    there.anchor = place.anchor;
    there.start = place.start;
    there.end = place.end;
    there.audio = place.audio;
    return there;
}

bool isKnown(const AudioIdentity &audio)
{
    return audio != AudioIdentity();
}

AnchoringRecord
recordFor(const Note &note, AnchorMethod method, double score, const QDateTime &when)
{
    AnchoringRecord record;
    record.note = note.id;
    record.when = when.toUTC();
    record.method = method;
    record.score = score;
    record.before = placeOf(note);
    record.after = record.before;
    return record;
}

Result<Note> move(const Note &note, base::NoteId id, const NotePlace &from, const NotePlace &to)
{
    if (note.id != id)
        return unexpected(
            ErrorCode::Conflict,
            QStringLiteral("note %1 is not the anchoring's %2").arg(note.id.text(), id.text()));
    const NotePlace here = placeOf(note);
    if (here == to)
        return note;
    if (here != from)
        return unexpected(ErrorCode::Conflict,
                          QStringLiteral("note %1 has been anchored anew since").arg(id.text()));
    return moved(note, to);
}

} // namespace

NotePlace placeOf(const Note &note)
{
    return {note.anchor, note.start, note.end, note.audio};
}

std::optional<AnchoringRecord> recordAnchoring(const Note &note,
                                               const Anchoring &anchoring,
                                               const AnchorText &text,
                                               const AudioIdentity &audio,
                                               const QDateTime &when)
{
    AnchoringRecord record = recordFor(note, anchoring.method, anchoring.score, when);
    NotePlace &after = record.after;
    after.anchor =
        note.anchor.quote.isEmpty() ? note.anchor : anchorAt(anchoring, note.anchor, text);
    after.anchor.state = anchoring.state;
    const bool otherRecording = isKnown(audio) && audio != note.audio;
    const Duration away = anchoring.time.start - note.start;
    if (otherRecording || away > inPlace || away < -inPlace) {
        after.start = anchoring.time.start;
        if (note.end)
            after.end = anchoring.time.end;
    }
    if (otherRecording)
        after.audio = audio;
    return after == record.before ? std::nullopt : std::optional(record);
}

AnchoringRecord recordPlacement(const Note &note, const NotePlace &place, const QDateTime &when)
{
    AnchoringRecord record = recordFor(note, AnchorMethod::Manual, 1, when);
    record.after = place;
    return record;
}

std::optional<AnchoringRecord> confirmAnchoring(const Note &note, const QDateTime &when)
{
    if (note.anchor.state == AnchorState::Exact)
        return std::nullopt;
    NotePlace place = placeOf(note);
    place.anchor.state = AnchorState::Exact;
    return recordPlacement(note, place, when);
}

Result<Note> applyAnchoring(const Note &note, const AnchoringRecord &record)
{
    return move(note, record.note, record.before, record.after);
}

Result<Note> undoAnchoring(const Note &note, const AnchoringRecord &record)
{
    return move(note, record.note, record.after, record.before);
}

NotePlace firmPlace(const Note &note, const std::vector<AnchoringRecord> &history)
{
    const auto isFirm = [](const Anchor &anchor) {
        return anchor.state == AnchorState::Exact || anchor.state == AnchorState::Moved;
    };
    NotePlace place = placeOf(note);
    for (auto record = history.rbegin(); record != history.rend() && !isFirm(place.anchor);
         ++record) {
        if (!record->undone && record->note == note.id && record->after == place)
            place = record->before;
    }
    return place;
}

bool timesAreChosen(const Note &note, const std::vector<AnchoringRecord> &history)
{
    return std::any_of(history.begin(), history.end(), [&note](const AnchoringRecord &record) {
        const bool setsTimes =
            record.before.start != record.after.start || record.before.end != record.after.end;
        return !record.undone && record.note == note.id && record.method == AnchorMethod::Manual
               && setsTimes && record.after.start == note.start && record.after.end == note.end;
    });
}

} // namespace app::notes
