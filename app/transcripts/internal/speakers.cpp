// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/speakers.h"

#include <QHash>

#include <algorithm>

namespace app::transcripts::internal {

namespace {

constexpr qsizetype longestName = 40;
constexpr qsizetype mostWords = 4;

qsizetype skipSpaces(QStringView line, qsizetype at)
{
    while (at < line.size() && line[at].isSpace())
        ++at;
    return at;
}

/// Where the colon is that may end a name, or -1. It is followed by white space or nothing.
qsizetype findColon(QStringView line, qsizetype from, qsizetype longest)
{
    const qsizetype last = std::min(line.size(), from + longest + 3);
    for (qsizetype at = from; at < last; ++at) {
        if (line[at] == u'：')
            return at;
        if (line[at] == u':')
            return at + 1 == line.size() || line[at + 1].isSpace() ? at : -1;
    }
    return -1;
}

bool startsLikeName(QStringView name)
{
    const uint code = name.size() > 1 && name[0].isHighSurrogate()
                          ? QChar::surrogateToUcs4(name[0], name[1])
                          : name[0].unicode();
    const QChar::Category category = QChar::category(code);
    return category == QChar::Letter_Uppercase || category == QChar::Letter_Titlecase
           || category == QChar::Letter_Other;
}

/// A full stop ends a sentence, not a title: "Dr. K" is a name, "Listen. The plan" is not.
bool holdsSentenceEnd(QStringView name)
{
    for (qsizetype at = 0; at < name.size(); ++at) {
        const QChar c = name[at];
        if (c == u'!' || c == u'?' || c == u';' || c == u'"' || c == u'。')
            return true;
        if (c == u'.' && at + 1 < name.size()) {
            const QStringView before = name.first(at);
            if (at - before.lastIndexOf(u' ') > 5)
                return true;
        }
    }
    return false;
}

QStringView withoutBrackets(QStringView name, bool &marked)
{
    const bool square = name.startsWith(u'[') && name.endsWith(u']');
    const bool round = name.startsWith(u'(') && name.endsWith(u')');
    if (!square && !round)
        return name;
    marked = marked || square;
    return name.sliced(1, name.size() - 2).trimmed();
}

using Counts = QHash<QString, int>;

Counts countPrefixes(const std::vector<Caption> &captions, const KnownNames &known)
{
    Counts counts;
    for (const Caption &caption : captions) {
        for (const CaptionLine &line : caption.lines) {
            const SpeakerPrefix prefix = readSpeakerPrefix(line.text, known);
            if (prefix.length > 0 && !prefix.name.isEmpty())
                counts[prefix.name] += prefix.marked ? 2 : 1;
        }
    }
    return counts;
}

/// Words keep their times, but those that were the name go with it.
void cutPrefix(CaptionLine &line, qsizetype length)
{
    qsizetype covered = 0;
    const auto isInPrefix = [&covered, &line, length](const Word &word) {
        const qsizetype found = line.text.indexOf(word.text, covered);
        covered = found < 0 ? covered : found + word.text.size();
        return found >= 0 && found < length;
    };
    line.words.erase(line.words.begin(),
                     std::find_if_not(line.words.begin(), line.words.end(), isInPrefix));
    line.text.remove(0, length);
}

/// The prefix that is cut off: one name must stand there twice, or be known.
SpeakerPrefix cutOf(const CaptionLine &line, const Counts &counts, const KnownNames &known)
{
    const SpeakerPrefix prefix = readSpeakerPrefix(line.text, known);
    return prefix.name.isEmpty() || counts.value(prefix.name) >= 2 ? prefix : SpeakerPrefix{};
}

/// Where nobody says anything, the names are the words.
bool leavesWords(const std::vector<Caption> &captions,
                 const Counts &counts,
                 const KnownNames &known)
{
    return std::any_of(captions.begin(), captions.end(), [&](const Caption &caption) {
        return std::any_of(
            caption.lines.begin(), caption.lines.end(), [&](const CaptionLine &line) {
                return cutOf(line, counts, known).length < line.text.size();
            });
    });
}

void applySpeakers(Caption &caption,
                   const Counts &counts,
                   const KnownNames &known,
                   QString &speaker)
{
    for (CaptionLine &line : caption.lines) {
        if (const SpeakerPrefix prefix = cutOf(line, counts, known); prefix.length > 0) {
            speaker = prefix.name;
            cutPrefix(line, prefix.length);
        }
        line.speaker = speaker;
    }
    std::erase_if(caption.lines, [](const CaptionLine &line) { return line.text.isEmpty(); });
}

} // namespace

bool isNameLike(QStringView text)
{
    if (text.isEmpty() || text.size() > longestName || !startsLikeName(text))
        return false;
    return std::count(text.begin(), text.end(), QChar(u' ')) < mostWords && !holdsSentenceEnd(text);
}

namespace {

/// "SPEAKER_01", "spk_1": what programs call people they cannot name.
QString withoutNumbering(const QString &name)
{
    const qsizetype line = name.indexOf(u'_');
    const QStringView word = QStringView(name).first(std::max<qsizetype>(line, 0));
    const bool known = word.compare(u"speaker", Qt::CaseInsensitive) == 0
                       || word.compare(u"spk", Qt::CaseInsensitive) == 0;
    bool ok = false;
    const int number = known ? QStringView(name).sliced(line + 1).toInt(&ok) : 0;
    return ok && number >= 0 ? QStringLiteral("Speaker %1").arg(number) : name;
}

} // namespace

QString tidyName(QStringView name)
{
    constexpr qsizetype longest = 200;
    QString tidy = singleSpaced(name.first(std::min(name.size(), longest * 4))).left(longest);
    while (tidy.endsWith(u':') || tidy.endsWith(u'：') || tidy.endsWith(u' '))
        tidy.chop(1);
    if (!tidy.isEmpty() && tidy.back().isHighSurrogate())
        tidy.chop(1);
    return withoutNumbering(tidy);
}

SpeakerPrefix readSpeakerPrefix(QStringView line, const KnownNames &known)
{
    SpeakerPrefix prefix;
    qsizetype at = 0;
    while (at < line.size() && line[at] == u'>')
        ++at;
    prefix.marked = at >= 2;
    if (at == 1)
        return {};
    at = skipSpaces(line, at);
    if (!prefix.marked && line.sliced(at).startsWith(u"- "))
        at = skipSpaces(line, at + 1);
    const qsizetype colon = findColon(line, at, std::max(longestName, known.longest()));
    const QStringView written = colon < 0 ? QStringView() : line.sliced(at, colon - at).trimmed();
    const QStringView name = withoutBrackets(written, prefix.marked);
    if (isNameLike(name) || known.holds(name)) {
        prefix.marked = prefix.marked || known.holdsPart(name);
        prefix.name = tidyName(name);
        prefix.length = skipSpaces(line, colon + 1);
    } else if (line.startsWith(u">>")) {
        prefix.length = at;
    } else {
        return {};
    }
    return prefix;
}

void findSpeakers(std::vector<Caption> &captions, const KnownNames &known)
{
    const bool named = std::any_of(captions.begin(), captions.end(), [](const Caption &caption) {
        return std::any_of(caption.lines.begin(), caption.lines.end(), [](const CaptionLine &line) {
            return !line.speaker.isEmpty();
        });
    });
    if (named)
        return;
    const Counts counts = countPrefixes(captions, known);
    if (counts.isEmpty() || !leavesWords(captions, counts, known))
        return;
    QString speaker;
    for (Caption &caption : captions)
        applySpeakers(caption, counts, known, speaker);
}

} // namespace app::transcripts::internal
