// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/cueplaces.h"

#include <algorithm>

namespace app::transcripts {
namespace {

/// Letters here are all characters that are no white space.
constexpr qsizetype blockSize = 1024;

qsizetype countLetters(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
}

/// Where the letter with this number stands; the size when there are fewer.
qsizetype findLetter(QStringView text, qsizetype number)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!text[at].isSpace() && number-- == 0)
            return at;
    }
    return text.size();
}

/// What two texts have in common at their ends, whole characters only.
qsizetype sameBegin(QStringView a, QStringView b)
{
    qsizetype size = 0;
    while (size < a.size() && size < b.size() && a[size] == b[size])
        ++size;
    return size > 0 && a[size - 1].isHighSurrogate() ? size - 1 : size;
}

qsizetype sameEnd(QStringView a, QStringView b)
{
    qsizetype size = 0;
    while (size < a.size() && size < b.size() && a[a.size() - 1 - size] == b[b.size() - 1 - size])
        ++size;
    return size > 0 && a[a.size() - size].isLowSurrogate() ? size - 1 : size;
}

qsizetype trimmedSize(const QString &body)
{
    qsizetype size = body.size();
    while (size > 0 && body[size - 1].isSpace())
        --size;
    return size;
}

} // namespace

CuePlaces::CuePlaces(const Transcript &transcript, const ReadingText &reading)
    : m_transcript(transcript)
    , m_reading(reading)
{
    qsizetype letters = 0;
    m_cueLetters.reserve(transcript.cues.size() + 1);
    for (const Cue &cue : transcript.cues) {
        m_cueLetters.push_back(letters);
        letters += countLetters(cue.body);
    }
    m_cueLetters.push_back(letters);
    letters = 0;
    const QStringView text(reading.text);
    for (qsizetype at = 0; at < text.size(); at += blockSize) {
        m_readLetters.push_back(letters);
        letters += countLetters(text.sliced(at, std::min(blockSize, text.size() - at)));
    }
    m_readLetters.push_back(letters);
}

qsizetype CuePlaces::lettersBefore(qsizetype offset) const
{
    const qsizetype size = m_reading.text.size();
    const qsizetype at = std::clamp<qsizetype>(offset, 0, size);
    const qsizetype block = at / blockSize;
    const qsizetype from = block * blockSize;
    return m_readLetters[static_cast<std::size_t>(block)]
           + countLetters(
               QStringView(m_reading.text).sliced(std::min(from, size)).first(at - from));
}

std::optional<CuePlace> CuePlaces::placeOfLetter(qsizetype number) const
{
    if (number < 0 || number >= m_cueLetters.back())
        return std::nullopt;
    const auto after = std::upper_bound(m_cueLetters.begin(), m_cueLetters.end(), number);
    const auto cue = static_cast<std::size_t>(after - m_cueLetters.begin()) - 1;
    return CuePlace{cue, findLetter(m_transcript.cues[cue].body, number - m_cueLetters[cue])};
}

std::optional<CuePlace> CuePlaces::placeAt(qsizetype offset) const
{
    const QString &text = m_reading.text;
    const qsizetype letter = lettersBefore(offset);
    if (offset >= 0 && offset < text.size() && !text[offset].isSpace())
        return placeOfLetter(letter);
    auto place = placeOfLetter(std::max<qsizetype>(0, letter - 1));
    if (place && letter > 0)
        ++place->offset;
    return place;
}

qsizetype CuePlaces::offsetOf(const CuePlace &place) const
{
    if (place.cue >= m_transcript.cues.size())
        return m_reading.text.size();
    const QStringView body(m_transcript.cues[place.cue].body);
    const qsizetype number =
        m_cueLetters[place.cue]
        + countLetters(body.first(std::clamp<qsizetype>(place.offset, 0, body.size())));
    const auto after = std::upper_bound(m_readLetters.begin(), m_readLetters.end(), number);
    const qsizetype block = std::max<qsizetype>(0, after - m_readLetters.begin() - 1);
    const qsizetype from = std::min(block * blockSize, m_reading.text.size());
    return from
           + findLetter(QStringView(m_reading.text).sliced(from),
                        number - m_readLetters[static_cast<std::size_t>(block)]);
}

CuePlaces::Stretch CuePlaces::stretch(qsizetype begin, qsizetype end) const
{
    const QString &text = m_reading.text;
    const qsizetype first = lettersBefore(begin);
    const qsizetype last = lettersBefore(end); // the letter behind the stretch
    auto behind = [this](qsizetype letter) {
        auto place = placeOfLetter(letter - 1);
        if (place)
            ++place->offset;
        return place;
    };
    Stretch found{placeOfLetter(first), behind(last)};
    const bool beginsBlank = begin >= text.size() || text[begin].isSpace();
    const bool endsBlank = end <= 0 || text[end - 1].isSpace();
    if (begin == end && !beginsBlank && begin > 0 && text[begin - 1].isSpace()) {
        // Put in right before a word: behind the space.
        return {found.first, found.first};
    }
    // A space belongs to the cue when it has letters on both sides of it.
    if (const auto before = behind(first);
        before && (beginsBlank || begin == end)
        && (!found.first || before->cue == found.first->cue
            || (begin == end && begin > 0 && !text[begin - 1].isSpace()))) {
        found.first = before;
    }
    if (const auto next = placeOfLetter(last);
        next && endsBlank && end > begin && (!found.last || next->cue == found.last->cue)) {
        found.last = next;
    }
    if (begin == end || !found.last)
        found.last = found.first;
    return found;
}

std::vector<Edit>
CuePlaces::replace(qsizetype offset, qsizetype length, const QString &newText) const
{
    const QStringView text(m_reading.text);
    const qsizetype begin = std::clamp<qsizetype>(offset, 0, text.size());
    const QStringView was =
        text.sliced(begin, std::clamp<qsizetype>(length, 0, text.size() - begin));
    const qsizetype same = sameBegin(was, newText);
    const QStringView wasRest = was.sliced(same);
    const QStringView isRest = QStringView(newText).sliced(same);
    const qsizetype sameAtEnd = sameEnd(wasRest, isRest);
    const QString fresh = isRest.chopped(sameAtEnd).toString();
    if (fresh.isEmpty() && wasRest.size() == sameAtEnd)
        return {};
    const Stretch found = stretch(begin + same, begin + was.size() - sameAtEnd);
    if (!found.first)
        return {};
    return editsFor(*found.first, *found.last, fresh);
}

std::vector<Edit>
CuePlaces::editsFor(const CuePlace &first, const CuePlace &last, const QString &fresh) const
{
    std::vector<Edit> edits;
    const auto add = [this, &edits](std::size_t cue, qsizetype from, qsizetype end, QString words) {
        if (end > from || !words.isEmpty())
            edits.emplace_back(FixText{cueRef(m_transcript, cue), from, end - from, words});
    };
    if (last.cue < first.cue || (last.cue == first.cue && last.offset < first.offset)) {
        // Only the space between two cues: nothing of theirs.
        if (!fresh.trimmed().isEmpty())
            add(last.cue, last.offset, last.offset, fresh);
        return edits;
    }
    if (first.cue == last.cue) {
        add(first.cue, first.offset, last.offset, fresh);
        return edits;
    }
    add(first.cue, first.offset, trimmedSize(m_transcript.cues[first.cue].body), fresh);
    for (std::size_t cue = first.cue + 1; cue < last.cue; ++cue)
        add(cue, 0, trimmedSize(m_transcript.cues[cue].body), {});
    add(last.cue, 0, last.offset, {});
    return edits;
}

} // namespace app::transcripts
