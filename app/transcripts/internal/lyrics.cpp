// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/lyrics.h"

#include "app/transcripts/internal/caption.h"
#include "app/transcripts/internal/clocks.h"
#include "app/transcripts/internal/lines.h"
#include "app/transcripts/internal/speakers.h"

#include <algorithm>
#include <array>

namespace app::transcripts::internal {

using timestamps::Duration;
using timestamps::MediaTime;

namespace {

/// A time between brackets: "[01:02.34]", "[01:02]".
struct Stamp
{
    MediaTime time;
    bool fraction = false;
};

qint64 readNumber(QStringView line, qsizetype &at, qsizetype &digits)
{
    qint64 value = 0;
    const qsizetype first = at;
    for (; at < line.size() && isDigit(line[at]) && at - first < 6; ++at)
        value = value * 10 + (line[at].unicode() - u'0');
    digits = at - first;
    return value;
}

/// \p at moves behind the closing bracket, or stays where there is no time.
std::optional<Stamp> readStamp(QStringView line, qsizetype &at, QChar open, QChar close)
{
    qsizetype next = at;
    if (next >= line.size() || line[next] != open)
        return std::nullopt;
    qsizetype digits = 0;
    const qint64 minutes = readNumber(line, ++next, digits);
    if (digits == 0 || next >= line.size() || line[next] != u':')
        return std::nullopt;
    const qint64 seconds = readNumber(line, ++next, digits);
    if (digits < 1 || digits > 2 || seconds > 59)
        return std::nullopt;
    Stamp stamp;
    qint64 ms = 0;
    if (next < line.size() && (line[next] == u'.' || line[next] == u',')) {
        qint64 fraction = readNumber(line, ++next, digits);
        stamp.fraction = digits > 0;
        for (; digits < 3; ++digits)
            fraction *= 10;
        for (; digits > 3; --digits)
            fraction /= 10;
        ms = fraction;
    }
    if (next >= line.size() || line[next] != close)
        return std::nullopt;
    const std::optional<MediaTime> time = timeOf(0, minutes, seconds, ms);
    if (!time)
        return std::nullopt;
    stamp.time = *time;
    at = next + 1;
    return stamp;
}

constexpr std::array<QStringView, 14> knownLabels = {u"ar",
                                                     u"ti",
                                                     u"al",
                                                     u"au",
                                                     u"by",
                                                     u"la",
                                                     u"id",
                                                     u"lr",
                                                     u"re",
                                                     u"ve",
                                                     u"tool",
                                                     u"length",
                                                     u"offset",
                                                     u"#"};

/// "[offset:+500]": the name and the value of a line about the text.
bool readLabel(QStringView line, QStringView &name, QStringView &value)
{
    const qsizetype colon = line.indexOf(u':');
    const bool closed = line.startsWith(u'[') && line.endsWith(u']') && colon > 1 && colon < 9;
    if (!closed)
        return false;
    name = line.sliced(1, colon - 1).trimmed();
    value = line.sliced(colon + 1, line.size() - colon - 2).trimmed();
    return std::any_of(knownLabels.begin(), knownLabels.end(), [name](QStringView known) {
        return name.compare(known, Qt::CaseInsensitive) == 0;
    });
}

class LyricsReader
{
public:
    Transcript read(QStringView text, const KnownNames &known);

private:
    void readLine(QStringView line);
    void readWords(QStringView line, CaptionLine &into) const;
    void onLabel(QStringView name, QStringView value);
    void add(const std::vector<MediaTime> &starts, const CaptionLine &line);
    void closeWords(Caption &caption, std::optional<MediaTime> next) const;
    [[nodiscard]] std::vector<Caption> finished();

    QString m_language;
    Duration m_offset{0};
    std::vector<Caption> m_captions; ///< empty ones end what is before them
};

void LyricsReader::onLabel(QStringView name, QStringView value)
{
    constexpr qint64 most = 600'000;
    constexpr qsizetype longestLanguage = 35;
    bool ok = false;
    if (name.compare(u"offset", Qt::CaseInsensitive) == 0) {
        const qint64 ms = value.toLongLong(&ok);
        m_offset = Duration(ok && ms >= -most && ms <= most ? ms : 0);
    } else if (name.compare(u"la", Qt::CaseInsensitive) == 0 && value.size() <= longestLanguage) {
        m_language = value.toString().toLower();
    }
}

void LyricsReader::readLine(QStringView line)
{
    std::vector<MediaTime> starts;
    constexpr std::size_t mostStarts = 100;
    qsizetype at = 0;
    while (starts.size() < mostStarts) {
        qsizetype next = at;
        skipSpaces(line, next);
        const std::optional<Stamp> stamp = readStamp(line, next, u'[', u']');
        if (!stamp)
            break;
        starts.push_back(stamp->time);
        at = next;
    }
    CaptionLine said;
    readWords(line.sliced(at), said);
    add(starts, said);
}

void LyricsReader::readWords(QStringView line, CaptionLine &into) const
{
    SpacedText text;
    std::optional<MediaTime> start;
    qsizetype offset = 0;
    const auto endWord = [&](std::optional<MediaTime> next) {
        if (start && offset < text.text().size()) {
            const QString word = singleSpaced(QStringView(text.text()).sliced(offset));
            into.words.push_back({*start, next.value_or(*start), word});
        }
        offset = text.nextOffset();
        start = next;
    };
    qsizetype plain = 0;
    for (qsizetype at = 0; at < line.size();) {
        qsizetype next = at;
        const std::optional<Stamp> stamp = readStamp(line, next, u'<', u'>');
        if (!stamp) {
            ++at;
            continue;
        }
        text.append(line.sliced(plain, at - plain));
        endWord(start ? std::max(start, std::optional(stamp->time)) : stamp->time);
        plain = next;
        at = next;
    }
    text.append(line.sliced(plain));
    endWord(std::nullopt);
    into.text = text.take();
}

/// A line without a time of its own goes on with the one before.
void LyricsReader::add(const std::vector<MediaTime> &starts, const CaptionLine &line)
{
    if (starts.empty()) {
        if (line.text.isEmpty())
            return;
        if (m_captions.empty())
            m_captions.emplace_back();
        m_captions.back().lines.push_back(line);
        return;
    }
    for (const MediaTime start : starts) {
        Caption caption;
        caption.start = start;
        if (!line.text.isEmpty())
            caption.lines.push_back(line);
        // Times of words fit only one of the places where a line is repeated.
        if (starts.size() > 1 && !caption.lines.empty())
            caption.lines.front().words.clear();
        m_captions.push_back(std::move(caption));
    }
}

void LyricsReader::closeWords(Caption &caption, std::optional<MediaTime> next) const
{
    for (CaptionLine &line : caption.lines) {
        std::erase_if(line.words, [&](const Word &word) { return word.start < *caption.start; });
        if (line.words.empty())
            continue;
        Word &last = line.words.back();
        if (last.end == last.start && next && *next > last.start)
            last.end = *next;
        for (Word &word : line.words) {
            word.start = std::max(word.start - m_offset, MediaTime());
            word.end = std::max(word.end - m_offset, MediaTime());
        }
    }
}

std::vector<Caption> LyricsReader::finished()
{
    std::stable_sort(m_captions.begin(), m_captions.end(), [](const Caption &a, const Caption &b) {
        return a.start < b.start;
    });
    std::vector<Caption> captions;
    captions.reserve(m_captions.size());
    for (std::size_t at = 0; at < m_captions.size(); ++at) {
        Caption &caption = m_captions[at];
        const bool last = at + 1 == m_captions.size();
        const std::optional<MediaTime> next = last ? std::nullopt : m_captions[at + 1].start;
        if (caption.lines.empty())
            continue;
        if (caption.start) {
            closeWords(caption, next);
            if (!last && m_captions[at + 1].lines.empty())
                caption.end = std::max(*next - m_offset, MediaTime());
            caption.start = std::max(*caption.start - m_offset, MediaTime());
        }
        captions.push_back(std::move(caption));
    }
    return captions;
}

Transcript LyricsReader::read(QStringView text, const KnownNames &known)
{
    Lines lines(text);
    while (!lines.atEnd()) {
        const QStringView line = lines.next().trimmed();
        QStringView name;
        QStringView value;
        if (readLabel(line, name, value))
            onLabel(name, value);
        else if (!line.isEmpty())
            readLine(line);
    }
    Transcript transcript;
    transcript.language = m_language;
    std::vector<Caption> captions = finished();
    findSpeakers(captions, known);
    transcript.cues = cuesFromCaptions(std::move(captions));
    return transcript;
}

} // namespace

bool isLyrics(QStringView text, bool hinted)
{
    constexpr int linesLookedAt = 200;
    int filled = 0;
    int stamped = 0;
    int labels = 0;
    int fractions = 0;
    Lines lines(text);
    while (filled < linesLookedAt && !lines.atEnd()) {
        const QStringView line = lines.next().trimmed();
        if (line.isEmpty())
            continue;
        ++filled;
        qsizetype at = 0;
        QStringView name;
        QStringView value;
        if (const std::optional<Stamp> stamp = readStamp(line, at, u'[', u']')) {
            ++stamped;
            fractions += stamp->fraction ? 1 : 0;
        } else if (readLabel(line, name, value)) {
            ++labels;
        }
    }
    const bool sure = hinted || labels > 0 || fractions * 2 > stamped;
    return stamped > 0 && (stamped + labels) * 10 >= filled * 8 && sure;
}

Transcript readLyrics(QStringView text, const KnownNames &known)
{
    return LyricsReader().read(text, known);
}

} // namespace app::transcripts::internal
