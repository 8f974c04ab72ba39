// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/internal/vaulttext.h"

#include "app/notes/noteid.h"
#include "app/vault/vaultfile.h"

#include <algorithm>

namespace app::vault::internal {

namespace {

constexpr qsizetype idLength = 36;
constexpr qsizetype deepestIndent = 3; ///< more is code

qsizetype runLength(QStringView text, qsizetype from, QChar c)
{
    qsizetype end = from;
    while (end < text.size() && text[end] == c)
        ++end;
    return end - from;
}

bool isBlank(QStringView line)
{
    return line.trimmed().isEmpty();
}

/// Where the '#' of a heading of the first two levels is, behind any backslashes; -1: there is no
/// heading.
qsizetype chapterMark(QStringView line)
{
    const qsizetype indent = runLength(line, 0, u' ');
    const qsizetype mark = indent + runLength(line, indent, u'\\');
    const qsizetype level = runLength(line, mark, u'#');
    const qsizetype end = mark + level;
    const bool ends = end == line.size() || line.at(end) == u' ' || line.at(end) == u'\t';
    return indent <= deepestIndent && (level == 1 || level == 2) && ends ? mark : -1;
}

/// The same of a block id: where its '^' is.
qsizetype guardedBlockMark(QStringView line)
{
    qsizetype end = line.size();
    while (end > 0 && (line[end - 1] == u' ' || line[end - 1] == u'\t'))
        --end;
    const qsizetype at = end - idLength - 3;
    if (at < 0 || line.sliced(at, 3) != u"^h-"
        || !notes::isNoteId(line.sliced(at + 3, idLength).toString()))
        return -1;
    qsizetype begin = at;
    while (begin > 0 && line[begin - 1] == u'\\')
        --begin;
    const bool stands = begin == 0 || line[begin - 1] == u' ' || line[begin - 1] == u'\t';
    return stands ? at : -1;
}

template <typename Change>
QString eachGuard(const QString &text, Change change)
{
    QStringList lines = text.split(u'\n');
    SwallowScanner swallower;
    for (QString &line : lines) {
        const bool swallowed = swallower.isOpen();
        swallower.feed(line);
        // From the end, so that the first place stays what it is.
        if (const qsizetype at = guardedBlockMark(line); at >= 0)
            change(line, at);
        if (const qsizetype at = swallowed ? -1 : chapterMark(line); at >= 0)
            change(line, at);
    }
    return lines.join(u'\n');
}

/// The tags of a line that has nothing else; empty when it does.
QStringList tagsOfLine(QStringView line)
{
    QStringList tags;
    for (const QStringView word : line.trimmed().split(u' ', Qt::SkipEmptyParts)) {
        const QString tag = word.sliced(1).toString();
        if (word[0] != u'#' || tag.isEmpty() || vaultTag(tag) != tag)
            return {};
        tags.append(tag);
    }
    return tags;
}

void dropBlankEnd(QStringList &lines)
{
    while (!lines.isEmpty() && isBlank(lines.last()))
        lines.removeLast();
}

/// Takes the lines of tags off the end of a text. Lines before them are in the open as well: what
/// closes a block is no line of tags.
QStringList takeTagLines(QStringList &lines)
{
    QStringList taken;
    while (!lines.isEmpty()) {
        const bool alone = lines.size() == 1 || isBlank(lines[lines.size() - 2]);
        const QStringList tags = alone ? tagsOfLine(lines.last()) : QStringList();
        if (tags.isEmpty())
            break;
        taken = tags + taken;
        lines.removeLast();
        dropBlankEnd(lines);
    }
    return taken;
}

} // namespace

void SwallowScanner::feed(QStringView line)
{
    constexpr QChar comment = u'<';
    if (m_mark == comment) {
        if (line.contains(u"-->"))
            m_mark = QChar();
        return;
    }
    const qsizetype indent = runLength(line, 0, u' ');
    if (indent > deepestIndent || indent == line.size())
        return;
    const QChar mark = line[indent];
    const qsizetype length = mark == u'`' || mark == u'~' ? runLength(line, indent, mark) : 0;
    const QStringView rest = line.sliced(indent + length);
    if (isOpen()) {
        if (mark == m_mark && length >= m_length && isBlank(rest))
            m_mark = QChar();
    } else if (length >= 3 && !(mark == u'`' && rest.contains(u'`'))) {
        m_mark = mark;
        m_length = length;
    } else if (rest.startsWith(u"<!--") && !rest.contains(u"-->")) {
        m_mark = comment;
    }
}

QString SwallowScanner::closing() const
{
    return m_mark == u'<' ? QStringLiteral("-->") : QString(m_length, m_mark);
}

bool isChapterHeading(QStringView line)
{
    const qsizetype mark = chapterMark(line);
    return mark == 0 || (mark > 0 && line[mark - 1] != u'\\');
}

bool isTimedHeading(QStringView line)
{
    const qsizetype indent = runLength(line, 0, u' ');
    const qsizetype level = runLength(line, indent, u'#');
    if (indent > deepestIndent || level < 1 || level > 6)
        return false;
    const QStringView rest = line.sliced(indent + level);
    const QStringView title = rest.trimmed();
    const qsizetype space = title.indexOf(u' ');
    const QStringView place = space < 0 ? title : title.first(space);
    const auto isOfTime = [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u':';
    };
    return rest.startsWith(u' ') && place.count(u':') == 2 && place.size() >= 8
           && std::all_of(place.begin(), place.end(), isOfTime);
}

BlockMark blockMarkOf(QStringView line)
{
    const qsizetype at = guardedBlockMark(line);
    if (at < 0 || (at > 0 && line[at - 1] == u'\\'))
        return {};
    return {base::NoteId(line.sliced(at + 3, idLength).toString()), at};
}

QString storable(const QString &text)
{
    return QString::fromUtf8(text.toUtf8());
}

OwnText ownText(const QString &text)
{
    OwnText own;
    QString plain = storable(text);
    plain.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    plain.replace(u'\r', u'\n');
    plain.remove(QChar(u'\0'));
    QStringList lines = plain.split(u'\n');
    while (!lines.isEmpty() && isBlank(lines.first()))
        lines.removeFirst();
    dropBlankEnd(lines);
    SwallowScanner swallower;
    bool lastSwallowed = false;
    for (const QString &line : lines) {
        lastSwallowed = swallower.isOpen();
        swallower.feed(line);
    }
    if (!lastSwallowed)
        own.tags = takeTagLines(lines);
    while (!lines.isEmpty() && lines.last().back().isSpace())
        lines.last().chop(1);
    own.text = lines.join(u'\n');
    if (swallower.isOpen())
        own.text += u'\n' + swallower.closing();
    return own;
}

QString guarded(const QString &text)
{
    return eachGuard(text, [](QString &line, qsizetype at) { line.insert(at, u'\\'); });
}

QString unguarded(const QString &text)
{
    return eachGuard(text, [](QString &line, qsizetype at) {
        if (at > 0 && line[at - 1] == u'\\')
            line.remove(at - 1, 1);
    });
}

} // namespace app::vault::internal
