// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/stampedlines.h"

#include "app/transcripts/internal/clocks.h"
#include "app/transcripts/internal/lines.h"
#include "app/transcripts/internal/speakers.h"

#include <QHash>

#include <algorithm>

namespace app::transcripts::internal {

using timestamps::MediaTime;

namespace {

constexpr qsizetype longestStampLine = 80;
constexpr qsizetype longestName = 40;

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

/// "0:12<tab>Jane Doe<tab>words": the middle column is who says them.
void takeColumn(LineStamp &stamp)
{
    const qsizetype tab = stamp.rest.indexOf(u'\t');
    if (tab <= 0 || tab > longestName)
        return;
    const QString name = tidyName(stamp.rest.first(tab));
    if (!isNameLike(name))
        return;
    stamp.speaker = name;
    stamp.rest = stamp.rest.sliced(tab + 1);
}

/// "[00:12] words", "(0:12) words", "0:12 words", "0:12".
std::optional<LineStamp> leadingStamp(QStringView line)
{
    qsizetype at = 0;
    skipSpaces(line, at);
    const QChar open = at < line.size() ? line[at] : QChar();
    const bool bracket = open == u'[' || open == u'(';
    at += bracket ? 1 : 0;
    const std::optional<MediaTime> start = readClock(line, at);
    if (!start)
        return std::nullopt;
    LineStamp stamp;
    stamp.start = *start;
    stamp.end = readRangeEnd(line, at);
    if (bracket) {
        if (at >= line.size() || line[at] != (open == u'[' ? u']' : u')'))
            return std::nullopt;
        ++at;
    } else if (at < line.size() && !line[at].isSpace()) {
        return std::nullopt;
    }
    const bool tab = at < line.size() && line[at] == u'\t';
    skipSpaces(line, at);
    if (at < line.size() && (isDash(line[at]) || line[at] == u':' || line[at] == u'|')) {
        ++at;
        skipSpaces(line, at);
    }
    stamp.rest = line.sliced(at);
    if (tab)
        takeColumn(stamp);
    return stamp;
}

/// How a name is set off from the time behind it.
enum class Gap { Wide, OneSpace };

/// "Name  0:12": two spaces or a tab set the time off; or brackets do: "Name (0:12):".
std::optional<LineStamp> trailingStamp(QStringView line, Gap gap)
{
    QStringView text = line.trimmed();
    if (text.size() > longestStampLine)
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
    const bool wide = at >= 2 && (text[at - 1] == u'\t' || text[at - 2].isSpace());
    const bool setOff = bracket ? nameEnd > 0 && (text[nameEnd] == u'(' || text[nameEnd] == u'[')
                                : wide || (at >= 2 && gap == Gap::OneSpace);
    if (!setOff || !text[nameEnd - 1].isSpace())
        return std::nullopt;
    QStringView name = text.first(nameEnd).trimmed();
    if (name.startsWith(u'[') && name.endsWith(u']'))
        name = name.sliced(1, std::max<qsizetype>(name.size() - 2, 0));
    LineStamp stamp;
    stamp.speaker = tidyName(name);
    const std::optional<MediaTime> start = readClock(text, at);
    if (!start || at != text.size() || stamp.speaker.size() > longestName)
        return std::nullopt;
    if (gap == Gap::OneSpace && !isNameLike(stamp.speaker))
        return std::nullopt;
    stamp.start = *start;
    return stamp;
}

void addLine(Caption &caption, QStringView line, const QString &speaker)
{
    const QString text = singleSpaced(line);
    if (!text.isEmpty())
        caption.lines.push_back({speaker, text, {}});
}

/// Whether a caption begins with a line of its own and goes on with what is said.
bool hasHeadLine(const Caption &caption)
{
    return caption.start && caption.lines.size() > 1 && caption.lines.front().speaker.isEmpty();
}

/// "0:12 Jane Doe" above what she says: everybody where that is so throughout a text, else those
/// who are known.
void takeNameLines(std::vector<Caption> &captions, const KnownNames &known)
{
    QHash<QString, int> counts;
    std::size_t named = 0;
    bool repeated = false;
    for (const Caption &caption : captions) {
        if (!hasHeadLine(caption) || !isNameLike(caption.lines.front().text))
            continue;
        ++named;
        repeated = ++counts[caption.lines.front().text] > 1 || repeated;
    }
    const bool throughout = repeated && named * 10 >= captions.size() * 8;
    for (Caption &caption : captions) {
        if (!hasHeadLine(caption))
            continue;
        const QString head = caption.lines.front().text;
        if (!known.holds(head) && !(throughout && isNameLike(head)))
            continue;
        const QString name = tidyName(head);
        caption.lines.erase(caption.lines.begin());
        for (CaptionLine &line : caption.lines)
            line.speaker = name;
    }
}

} // namespace

StampReader::StampReader(QStringView text)
{
    int openers = 0;
    bool blank = true;
    bool opens = false;
    Lines lines(text);
    while (!lines.atEnd() && openers < 2) {
        const QStringView line = lines.next();
        const bool empty = line.trimmed().isEmpty();
        openers += opens && !empty ? 1 : 0;
        opens = !empty && blank && trailingStamp(line, Gap::OneSpace);
        blank = empty;
    }
    m_loose = openers >= 2;
}

std::optional<LineStamp> StampReader::stampOf(QStringView line) const
{
    if (std::optional<LineStamp> stamp = leadingStamp(line))
        return stamp;
    const bool bracketed = line.startsWith(u'[');
    return trailingStamp(line, m_loose || bracketed ? Gap::OneSpace : Gap::Wide);
}

bool isStamped(QStringView text, const StampReader &reader)
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
        if (const std::optional<LineStamp> stamp = reader.stampOf(line)) {
            ++stamps;
            falls += stamp->start < last ? 1 : 0;
            last = stamp->start;
            firstStamped = firstStamped || firstLine;
        }
        firstLine = false;
    }
    return (stamps >= 2 || firstStamped) && falls * 10 <= stamps;
}

std::vector<Caption>
stampedCaptions(QStringView text, const StampReader &reader, const KnownNames &known)
{
    std::vector<Caption> captions(1);
    QString speaker;
    Lines lines(text);
    while (!lines.atEnd()) {
        const QStringView line = lines.next();
        const std::optional<LineStamp> stamp = reader.stampOf(line);
        if (!stamp) {
            addLine(captions.back(), line, speaker);
            continue;
        }
        speaker = stamp->speaker;
        Caption caption;
        caption.start = stamp->start;
        caption.end = stamp->end;
        addLine(caption, stamp->rest, speaker);
        captions.push_back(std::move(caption));
    }
    if (captions.front().lines.empty())
        captions.erase(captions.begin());
    takeNameLines(captions, known);
    return captions;
}

} // namespace app::transcripts::internal
