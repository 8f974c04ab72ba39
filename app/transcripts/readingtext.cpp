// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/readingtext.h"

#include "app/transcripts/internal/punctuation.h"
#include "app/transcripts/internal/turns.h"

#include <algorithm>

namespace app::transcripts {

using internal::CueStart;
using internal::Turn;
using timestamps::Duration;
using timestamps::MediaTime;

namespace {

constexpr qsizetype paragraphLength = 600;
/// Captions without punctuation: a sentence this long ends where a cue does, or at any space.
constexpr qsizetype longSentence = 240;
constexpr qsizetype longestSentence = 2000;

/// Cuts one turn into sentences and puts them into the text.
class TurnWriter
{
public:
    TurnWriter(const Turn &turn, ReadingText &out)
        : m_turn(turn)
        , m_out(out)
    {}

    void write();

private:
    [[nodiscard]] qsizetype endOfSentence(qsizetype from);
    [[nodiscard]] bool beginsAfterPause(qsizetype offset);
    void writeSentence(qsizetype from, qsizetype end);
    void beginParagraph();
    void moveAnchors(qsizetype end, qsizetype shift);

    const Turn &m_turn;
    ReadingText &m_out;
    std::size_t m_cue = 0;
    std::size_t m_pauseCue = 0;
    std::size_t m_anchor = 0;
    qsizetype m_knownEnd = -1; ///< of the sentence that a long stretch was cut from
};

void TurnWriter::write()
{
    const QStringView text(m_turn.text);
    beginParagraph();
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = endOfSentence(at);
        const bool full = m_out.paragraphs.back().length >= paragraphLength;
        const bool paused =
            at > 0 && beginsAfterPause(at) && internal::endsSentence(text.first(at));
        if (full || paused)
            beginParagraph();
        writeSentence(at, end);
        at = end;
        while (at < text.size() && text[at].isSpace())
            ++at;
    }
}

qsizetype TurnWriter::endOfSentence(qsizetype from)
{
    const QStringView text(m_turn.text);
    if (m_knownEnd <= from)
        m_knownEnd = internal::sentenceEnd(text, from);
    if (m_knownEnd - from <= longSentence)
        return m_knownEnd;
    const std::vector<CueStart> &cues = m_turn.cues;
    while (m_cue < cues.size() && cues[m_cue].offset < from + longSentence)
        ++m_cue;
    qsizetype end = m_cue < cues.size() ? std::min(cues[m_cue].offset, m_knownEnd) : m_knownEnd;
    if (end - from > longestSentence) {
        const qsizetype space = text.first(from + longestSentence).lastIndexOf(u' ');
        end = space > from ? space : from + longestSentence;
        if (text[end - 1].isHighSurrogate())
            --end;
    }
    return end;
}

bool TurnWriter::beginsAfterPause(qsizetype offset)
{
    const std::vector<CueStart> &cues = m_turn.cues;
    while (m_pauseCue < cues.size() && cues[m_pauseCue].offset < offset)
        ++m_pauseCue;
    return m_pauseCue < cues.size() && cues[m_pauseCue].offset == offset
           && cues[m_pauseCue].afterPause;
}

void TurnWriter::beginParagraph()
{
    if (!m_out.paragraphs.empty())
        m_out.text.append(u'\n');
    Paragraph paragraph;
    paragraph.offset = m_out.text.size();
    paragraph.speaker = m_turn.speaker;
    m_out.paragraphs.push_back(paragraph);
}

void TurnWriter::writeSentence(qsizetype from, qsizetype end)
{
    const QStringView text(m_turn.text);
    Paragraph &paragraph = m_out.paragraphs.back();
    // White space between two sentences stays as it was: there is none in Chinese.
    if (paragraph.length > 0 && from > 0 && text[from - 1].isSpace())
        m_out.text.append(u' ');
    Sentence sentence;
    sentence.offset = m_out.text.size();
    const QStringView words = text.sliced(from, end - from).trimmed();
    sentence.length = words.size();
    m_out.text.append(words);
    moveAnchors(end, sentence.offset - from);
    m_out.sentences.push_back(sentence);
    paragraph.length = m_out.text.size() - paragraph.offset;
}

void TurnWriter::moveAnchors(qsizetype end, qsizetype shift)
{
    for (; m_anchor < m_turn.anchors.size() && m_turn.anchors[m_anchor].offset <= end; ++m_anchor) {
        ReadingText::Anchor anchor = m_turn.anchors[m_anchor];
        anchor.offset += shift;
        const bool rises = m_out.anchors.empty()
                           || (anchor.offset > m_out.anchors.back().offset
                               && anchor.time >= m_out.anchors.back().time);
        if (rises)
            m_out.anchors.push_back(anchor);
    }
}

void timeSentences(ReadingText &out)
{
    if (out.anchors.empty())
        return;
    for (Sentence &sentence : out.sentences) {
        sentence.start = out.timeAt(sentence.offset);
        sentence.end = out.timeAt(sentence.offset + sentence.length);
    }
    for (std::size_t at = 0; at + 1 < out.sentences.size(); ++at) {
        Sentence &sentence = out.sentences[at];
        const auto next = out.sentences[at + 1].start;
        // Where no time is known at its end, a sentence lasts until the next one begins.
        const qsizetype end = sentence.offset + sentence.length;
        const bool endIsKnown =
            std::binary_search(out.anchors.begin(),
                               out.anchors.end(),
                               ReadingText::Anchor{end, {}},
                               [](const auto &a, const auto &b) { return a.offset < b.offset; });
        sentence.end = endIsKnown ? std::min(sentence.end, next) : next;
    }
    for (Paragraph &paragraph : out.paragraphs)
        paragraph.start = out.timeAt(paragraph.offset);
}

} // namespace

std::optional<MediaTime> ReadingText::timeAt(qsizetype offset) const
{
    if (anchors.empty())
        return std::nullopt;
    const auto after =
        std::upper_bound(anchors.begin(), anchors.end(), offset, [](qsizetype a, const Anchor &b) {
            return a < b.offset;
        });
    if (after == anchors.begin())
        return after->time;
    const Anchor &before = *(after - 1);
    if (after == anchors.end())
        return before.time;
    const qint64 span = (after->time - before.time).count();
    const qsizetype width = after->offset - before.offset;
    return before.time + Duration(span * (offset - before.offset) / width);
}

std::optional<std::size_t> ReadingText::sentenceAt(MediaTime place) const
{
    if (sentences.empty() || !sentences.front().start)
        return std::nullopt;
    const auto after = std::upper_bound(sentences.begin(),
                                        sentences.end(),
                                        place,
                                        [](MediaTime a, const Sentence &b) { return a < b.start; });
    if (after == sentences.begin())
        return std::nullopt;
    return static_cast<std::size_t>(after - sentences.begin()) - 1;
}

ReadingText makeReadingText(const Transcript &transcript)
{
    ReadingText out;
    const std::vector<Turn> turns = internal::turnsOf(transcript);
    qsizetype size = 0;
    for (const Turn &turn : turns)
        size += turn.text.size() + 1;
    out.text.reserve(size);
    for (const Turn &turn : turns)
        TurnWriter(turn, out).write();
    timeSentences(out);
    return out;
}

} // namespace app::transcripts
