// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/readingtext.h"
#include "app/transcripts/transcript.h"

namespace fuzz {

inline void require(bool condition)
{
    if (!condition)
        __builtin_trap();
}

/// What every transcript has to be, whatever it was made of.
inline void requireSound(const app::transcripts::Transcript &transcript)
{
    app::timestamps::MediaTime last;
    for (const app::transcripts::Cue &cue : transcript.cues) {
        require(!cue.body.trimmed().isEmpty());
        require(!cue.start || *cue.start >= last);
        require(!cue.start || !cue.end || *cue.end >= *cue.start);
        last = cue.start.value_or(last);
        qsizetype from = 0;
        for (const app::transcripts::Word &word : cue.words) {
            require(!word.text.isEmpty() && word.end >= word.start);
            from = cue.body.indexOf(word.text, from);
            require(from >= 0);
            from += word.text.size();
        }
    }
}

/// Sentences and known times stand inside the text, in order.
inline void requireSound(const app::transcripts::ReadingText &text)
{
    qsizetype end = 0;
    for (const app::transcripts::Sentence &sentence : text.sentences) {
        require(sentence.offset >= end && sentence.length > 0);
        end = sentence.offset + sentence.length;
        require(end <= text.text.size());
        require(!sentence.start || text.sentenceAt(*sentence.start).has_value());
    }
    for (std::size_t at = 1; at < text.anchors.size(); ++at) {
        require(text.anchors[at].offset > text.anchors[at - 1].offset);
        require(text.anchors[at].time >= text.anchors[at - 1].time);
    }
}

inline void requireReadable(const app::transcripts::Transcript &transcript)
{
    requireSound(transcript);
    requireSound(app::transcripts::makeReadingText(transcript));
}

} // namespace fuzz
