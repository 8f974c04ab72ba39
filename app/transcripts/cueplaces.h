// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/corrections.h"
#include "app/transcripts/readingtext.h"

#include <optional>
#include <vector>

namespace app::transcripts {

/// A place in a cue's body.
struct CuePlace
{
    std::size_t cue = 0;
    qsizetype offset = 0; ///< UTF-16 units of the body

    bool operator==(const CuePlace &) const = default;
};

/// Leads from a reading text to the cues it was made of and back, for editing where one reads.
///
/// Both have the same characters in the same order but for white space, which is what this rests
/// on. Holds what it is given by reference: both must outlive it. Thread: any.
class CuePlaces final
{
public:
    CuePlaces(const Transcript &transcript, const ReadingText &reading);

    /// Where the character at an offset stands; for white space and the end of the text, behind the
    /// character before it. Empty for a text without any.
    [[nodiscard]] std::optional<CuePlace> placeAt(qsizetype offset) const;

    /// Where a character of a body stands in the reading text, or the next one that is there.
    [[nodiscard]] qsizetype offsetOf(const CuePlace &place) const;

    /// The edits that put other words in place of a stretch of the reading text, in order. What is
    /// the same at its ends is left alone; over several cues the first takes the new words. None
    /// when nothing changes.
    [[nodiscard]] std::vector<Edit>
    replace(qsizetype offset, qsizetype length, const QString &newText) const;

private:
    struct Stretch
    {
        std::optional<CuePlace> first;
        std::optional<CuePlace> last; ///< behind it; may lie before first: then nothing is between
    };

    [[nodiscard]] qsizetype lettersBefore(qsizetype offset) const;
    [[nodiscard]] std::optional<CuePlace> placeOfLetter(qsizetype number) const;
    [[nodiscard]] Stretch stretch(qsizetype begin, qsizetype end) const;
    [[nodiscard]] std::vector<Edit>
    editsFor(const CuePlace &first, const CuePlace &last, const QString &fresh) const;

    const Transcript &m_transcript;
    const ReadingText &m_reading;
    std::vector<qsizetype> m_cueLetters;  ///< letters before each cue, and all of them at the end
    std::vector<qsizetype> m_readLetters; ///< letters before each block of the reading text
};

} // namespace app::transcripts
