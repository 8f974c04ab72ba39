// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/transcripts/transcript.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace app::transcripts {

/// Which cue an edit is about: its place among the cues as the edits before this one leave them,
/// and the whole body that stands there. Where another body stands there, the nearest cue with this
/// one is meant; where there is none, the edit does not fit.
struct CueRef
{
    std::size_t index = 0;
    QString body;

    bool operator==(const CueRef &) const = default;
};

/// Other words for a stretch of a body. Words outside it keep their times, and so do those that
/// stay within it; new ones share the time of those they stand for.
struct FixText
{
    CueRef cue;
    qsizetype offset = 0; ///< UTF-16 units of the body
    qsizetype length = 0; ///< 0 inserts
    QString newText;      ///< empty removes

    [[nodiscard]] QString oldText() const { return cue.body.mid(offset, length); }

    [[nodiscard]] QString newBody() const;

    bool operator==(const FixText &) const = default;
};

/// Cuts a cue in two; what is said on both sides must not be empty.
struct SplitCue
{
    CueRef cue;
    qsizetype offset = 0;  ///< UTF-16 units of the body
    bool paragraph = true; ///< the second begins a paragraph

    bool operator==(const SplitCue &) const = default;
};

/// Joins a cue with the one after it, which becomes the same speaker's.
struct MergeWithNext
{
    CueRef cue;
    QString nextBody; ///< what is expected to follow

    bool operator==(const MergeWithNext &) const = default;
};

/// Gives a speaker of this transcript another name, everywhere. Two may become one.
struct RenameSpeaker
{
    QString label;
    QString name;

    bool operator==(const RenameSpeaker &) const = default;
};

/// Says who speaks in one cue.
struct SetSpeaker
{
    CueRef cue;
    QString speaker; ///< empty: nobody known

    bool operator==(const SetSpeaker &) const = default;
};

/// Moves times. None comes before 0 or before what is not moved, so that the order stays.
struct ShiftTimes
{
    timestamps::Duration by{0};
    std::optional<timestamps::MediaTime> from{}; ///< cues that begin there or later; empty: all

    bool operator==(const ShiftTimes &) const = default;
};

using Edit = std::variant<FixText, SplitCue, MergeWithNext, RenameSpeaker, SetSpeaker, ShiftTimes>;

/// What was put right in a transcript: edits in the order they were made, each about what those
/// before it leave.
struct Corrections
{
    std::vector<Edit> edits;

    [[nodiscard]] bool isEmpty() const { return edits.empty(); }

    bool operator==(const Corrections &) const = default;
};

/// A transcript with corrections laid over it.
struct CorrectedTranscript
{
    Transcript transcript;
    std::vector<std::size_t> unfit; ///< edits that no longer fit and were left out, by index
};

/// Does the edits one after the other. Linear in cues and edits. Thread: any.
[[nodiscard]] CorrectedTranscript applyCorrections(const Transcript &original,
                                                   const Corrections &corrections);

/// Adds an edit, made one with the last where both are about the same words, speaker or times;
/// edits that come to nothing vanish. Errors: TooLarge (over 20,000 edits, or 500 that touch every
/// cue), Malformed (a stretch that is not in its body, or an edit that cannot be one).
[[nodiscard]] base::Result<void> addEdit(Corrections &corrections, const Edit &edit);

/// A cue as an edit names it. \param index  of a cue that is there
[[nodiscard]] CueRef cueRef(const Transcript &transcript, std::size_t index);

/// As JSON; the same bytes for the same edits.
[[nodiscard]] QByteArray writeCorrections(const Corrections &corrections);
/// Errors: Malformed, TooLarge (over 32 MB, or more than addEdit takes), Unsupported (of a newer
/// form).
[[nodiscard]] base::Result<Corrections> readCorrections(const QByteArray &json);

/// Names by the label that transcripts give a speaker.
using SpeakerNames = std::map<QString, QString>;

/// The labels of a transcript's speakers in the order they first speak.
[[nodiscard]] std::vector<QString> speakersOf(const Transcript &transcript);

/// Puts names in place of the labels that have one; comes after corrections.
void nameSpeakers(Transcript &transcript, const SpeakerNames &names);

} // namespace app::transcripts
