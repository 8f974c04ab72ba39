// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/plaintext.h"

#include "app/transcripts/internal/caption.h"
#include "app/transcripts/internal/lines.h"
#include "app/transcripts/internal/speakers.h"

#include <algorithm>
#include <array>

namespace app::transcripts::internal {

using timestamps::MediaTime;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

void skipSpaces(QStringView line, qsizetype &at)
{
    while (at < line.size() && line[at].isSpace())
        ++at;
}

/// What a line begins or ends with, and the words it has besides.
struct Stamp
{
    MediaTime start;
    std::optional<MediaTime> end;
    QString speaker; ///< of "Name  0:12"
    QStringView rest;
};

bool isDash(QChar c)
{
    return c == u'-' || c == u'–' || c == u'—';
}

/// The end of "0:12 - 0:20", or nothing, \p at then being unmoved.
std::optional<MediaTime> readRangeEnd(QStringView line, qsizetype &at)
{
    qsizetype next = at;
    skipSpaces(line, next);
    if (next >= line.size() || !isDash(line[next]))
        return std::nullopt;
    while (next < line.size() && (isDash(line[next]) || line[next] == u'>'))
        ++next;
    skipSpaces(line, next);
    const std::optional<MediaTime> end = readClock(line, next);
    if (end)
        at = next;
    return end;
}

/// "[00:12] words", "(0:12) words", "0:12 words", "0:12".
std::optional<Stamp> leadingStamp(QStringView line)
{
    qsizetype at = 0;
    skipSpaces(line, at);
    const QChar open = at < line.size() ? line[at] : QChar();
    const bool bracket = open == u'[' || open == u'(';
    at += bracket ? 1 : 0;
    const std::optional<MediaTime> start = readClock(line, at);
    if (!start)
        return std::nullopt;
    Stamp stamp;
    stamp.start = *start;
    stamp.end = readRangeEnd(line, at);
    if (bracket) {
        if (at >= line.size() || line[at] != (open == u'[' ? u']' : u')'))
            return std::nullopt;
        ++at;
    } else if (at < line.size() && !line[at].isSpace()) {
        return std::nullopt;
    }
    skipSpaces(line, at);
    if (at < line.size() && (isDash(line[at]) || line[at] == u':' || line[at] == u'|')) {
        ++at;
        skipSpaces(line, at);
    }
    stamp.rest = line.sliced(at);
    return stamp;
}

/// "Name  0:12": two spaces or a tab set the time off; or brackets do: "Name (0:12):".
std::optional<Stamp> trailingStamp(QStringView line)
{
    constexpr qsizetype longest = 80;
    constexpr qsizetype longestName = 40;
    QStringView text = line.trimmed();
    if (text.size() > longest)
        return std::nullopt;
    if (text.endsWith(u':'))
        text.chop(1);
    const bool bracket = text.endsWith(u')') || text.endsWith(u']');
    if (bracket)
        text.chop(1);
    qsizetype at = text.size();
    while (at > 0 && (isDigit(text[at - 1]) || text[at - 1] == u':' || text[at - 1] == u'.'))
        --at;
    const qsizetype nameEnd = at - (bracket ? 1 : 0);
    const bool setOff = bracket ? nameEnd > 0 && (text[nameEnd] == u'(' || text[nameEnd] == u'[')
                                : at >= 2 && (text[at - 1] == u'\t' || text[at - 2].isSpace());
    if (!setOff || !text[nameEnd - 1].isSpace())
        return std::nullopt;
    Stamp stamp;
    stamp.speaker = singleSpaced(text.first(nameEnd));
    const std::optional<MediaTime> start = readClock(text, at);
    if (!start || at != text.size() || stamp.speaker.size() > longestName)
        return std::nullopt;
    stamp.start = *start;
    return stamp;
}

std::optional<Stamp> stampOf(QStringView line)
{
    if (std::optional<Stamp> stamp = leadingStamp(line))
        return stamp;
    return trailingStamp(line);
}

/// Whether the stamps of a text are the times of what is said.
bool isTimed(QStringView text)
{
    qsizetype stamps = 0;
    qsizetype falls = 0;
    bool firstLine = true;
    bool firstStamped = false;
    MediaTime last;
    Lines lines(text);
    while (!lines.atEnd()) {
        const QStringView line = lines.next();
        if (line.trimmed().isEmpty())
            continue;
        if (const std::optional<Stamp> stamp = stampOf(line)) {
            ++stamps;
            falls += stamp->start < last ? 1 : 0;
            last = stamp->start;
            firstStamped = firstStamped || firstLine;
        }
        firstLine = false;
    }
    return (stamps >= 2 || firstStamped) && falls * 10 <= stamps;
}

void addLine(Caption &caption, QStringView line)
{
    const QString text = singleSpaced(line);
    if (!text.isEmpty())
        caption.lines.push_back({{}, text, {}});
}

/// What stands before the first time keeps its place, without one.
std::vector<Caption> timedCaptions(QStringView text)
{
    std::vector<Caption> captions(1);
    QString speaker;
    std::vector<QString> speakers(1);
    Lines lines(text);
    while (!lines.atEnd()) {
        const QStringView line = lines.next();
        const std::optional<Stamp> stamp = stampOf(line);
        if (!stamp) {
            addLine(captions.back(), line);
            continue;
        }
        Caption caption;
        caption.start = stamp->start;
        caption.end = stamp->end;
        addLine(caption, stamp->rest);
        captions.push_back(std::move(caption));
        speakers.push_back(stamp->speaker);
    }
    for (std::size_t at = 0; at < captions.size(); ++at) {
        for (CaptionLine &line : captions[at].lines)
            line.speaker = speakers[at];
    }
    return captions;
}

/// A cue per paragraph; where no blank line parts them, per line.
std::vector<Caption> paragraphs(QStringView text)
{
    const bool blankLines = text.trimmed().contains(QStringView(u"\n\n"));
    std::vector<Caption> captions(1);
    Lines lines(text);
    while (!lines.atEnd()) {
        const QStringView line = lines.next();
        if (!blankLines || line.trimmed().isEmpty())
            captions.emplace_back();
        addLine(captions.back(), line);
    }
    return captions;
}

std::optional<qint64> readMs(QStringView text)
{
    constexpr qsizetype mostDigits = 11;
    bool ok = false;
    const qlonglong ms = text.size() <= mostDigits ? text.toLongLong(&ok) : 0;
    return ok && ms >= 0 && ms <= latestTime.ms() ? std::optional<qint64>(ms) : std::nullopt;
}

/// A row "start\tend\ttext" with whole milliseconds.
std::optional<Caption> readRow(QStringView line)
{
    const qsizetype first = line.indexOf(u'\t');
    const qsizetype second = first < 0 ? -1 : line.indexOf(u'\t', first + 1);
    if (second < 0)
        return std::nullopt;
    const std::optional<qint64> start = readMs(line.first(first));
    const std::optional<qint64> end = readMs(line.sliced(first + 1, second - first - 1));
    if (!start || !end)
        return std::nullopt;
    Caption caption;
    caption.start = MediaTime::fromMs(*start);
    caption.end = MediaTime::fromMs(*end);
    addLine(caption, line.sliced(second + 1));
    return caption;
}

std::vector<Caption> tableRows(QStringView text)
{
    std::vector<Caption> captions;
    Lines lines(text);
    lines.next();
    while (!lines.atEnd()) {
        if (std::optional<Caption> row = readRow(lines.next()))
            captions.push_back(std::move(*row));
    }
    return captions;
}

} // namespace

std::optional<MediaTime> readClock(QStringView line, qsizetype &at)
{
    std::array<qint64, 3> parts{};
    std::size_t count = 0;
    qsizetype next = at;
    while (count < parts.size()) {
        const qsizetype first = next;
        for (; next < line.size() && isDigit(line[next]) && next - first < 3; ++next)
            parts[count] = parts[count] * 10 + (line[next].unicode() - u'0');
        if (next == first || (count > 0 && next - first != 2) || (count > 0 && parts[count] > 59))
            return std::nullopt;
        ++count;
        if (next + 1 >= line.size() || line[next] != u':' || !isDigit(line[next + 1]))
            break;
        ++next;
    }
    if (count < 2)
        return std::nullopt;
    qint64 ms = 0;
    if (next + 1 < line.size() && (line[next] == u'.' || line[next] == u',')
        && isDigit(line[next + 1])) {
        qint64 unit = 100;
        for (++next; next < line.size() && isDigit(line[next]); ++next, unit /= 10)
            ms += unit * (line[next].unicode() - u'0');
    }
    at = next;
    return count == 3 ? timeOf(parts[0], parts[1], parts[2], ms)
                      : timeOf(0, parts[0], parts[1], ms);
}

Transcript readPlainText(QStringView text)
{
    const bool table = text.startsWith(QStringView(u"start\tend\ttext"));
    std::vector<Caption> captions = table           ? tableRows(text)
                                    : isTimed(text) ? timedCaptions(text)
                                                    : paragraphs(text);
    findSpeakers(captions);
    Transcript transcript;
    transcript.cues = cuesFromCaptions(std::move(captions));
    return transcript;
}

} // namespace app::transcripts::internal
