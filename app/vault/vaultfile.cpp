// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vaultfile.h"

#include "app/exports/deeplink.h"
#include "app/exports/markdowntext.h"
#include "app/notes/tags.h"
#include "app/timestamps/timecode.h"
#include "app/vault/internal/vaulttext.h"
#include "app/vault/vaultheader.h"

#include <QSet>

#include <algorithm>

namespace app::vault {

using exports::escapedLine;
using notes::Note;

namespace {

QString headingOf(const Note &note)
{
    constexpr qsizetype milliseconds = 4;
    QString heading = u"## " + timestamps::formatFullTimecode(note.start);
    heading.chop(milliseconds);
    // Not of the text: a heading that changes under the hands of somebody who is typing would be a
    // nuisance.
    const QString title = escapedLine(exports::firstWords(note.anchor.quote));
    return title.isEmpty() ? heading : QString(heading + u' ' + title);
}

/// "Jane Host, [4:30–4:45](earmark://...)".
QString placeLine(const Note &note)
{
    QString range = timestamps::formatTimecode(note.start);
    if (note.end && *note.end > note.start)
        range += u'–' + timestamps::formatTimecode(*note.end);
    const QString speaker = escapedLine(note.anchor.speaker);
    const QString who = speaker.isEmpty() ? QString() : QString(speaker + u", ");
    return who + u'[' + range + u"](" + exports::deepLink(note) + u')';
}

QString frameOf(const Note &note)
{
    QStringList lines = exports::escapedLines(note.anchor.quote);
    const QString heading = headingOf(note) + u"\n\n";
    if (lines.isEmpty())
        return heading + placeLine(note);
    lines.append(u"— " + placeLine(note));
    return heading + u"> " + lines.join(QStringLiteral("\n>\n> "));
}

/// Those of the first that are not among the second, in whatever case.
QStringList without(const QStringList &tags, const QStringList &others)
{
    QSet<QString> known;
    for (const QString &tag : others)
        known.insert(tag.toCaseFolded());
    QStringList rest;
    for (const QString &tag : tags) {
        if (!known.contains(tag.toCaseFolded()))
            rest.append(tag);
    }
    return rest;
}

/// Tags of the line and of the text, each once; the text's spelling counts.
QStringList allTags(const QStringList &ofLine, const QString &text)
{
    const QStringList ofText = notes::tagsInText(text);
    return notes::cleanTags(without(ofLine, ofText) + ofText);
}

QString frameWithId(const VaultNote &note)
{
    const QString mark = u"^h-" + note.id.text();
    if (note.frame.isEmpty())
        return mark;
    const qsizetype lastLine = note.frame.lastIndexOf(u'\n') + 1;
    const QStringView last = QStringView(note.frame).sliced(lastLine);
    // A quote takes its id in a block of its own, a paragraph at its end.
    const bool paragraph = last.endsWith(u')') && !last.startsWith(u'>');
    return note.frame + (paragraph ? u" " : u"\n\n") + mark;
}

/// The lines of a text, each without its line feed.
struct Lines
{
    explicit Lines(const QString &text)
    {
        const QStringView view(text);
        for (qsizetype at = 0; at < view.size();) {
            const qsizetype feed = view.indexOf(u'\n', at);
            const qsizetype end = feed < 0 ? view.size() : feed;
            starts.push_back(at);
            lines.push_back(view.sliced(at, end - at));
            at = end + 1;
        }
        starts.push_back(view.size());
    }

    std::vector<QStringView> lines;
    std::vector<qsizetype> starts; ///< one more: the end of the text
};

/// Where in a file a note stands, in lines.
struct Place
{
    std::size_t begin = 0; ///< of the frame
    std::size_t mark = 0;
    std::size_t end = 0; ///< of the text
    internal::BlockMark block;
};

class Reader
{
public:
    Reader(const QString &text)
        : m_text(text)
        , m_lines(text)
    {}

    std::vector<VaultPart> read()
    {
        findPlaces();
        std::vector<VaultPart> parts;
        QSet<base::NoteId> seen;
        std::size_t at = 0;
        for (const Place &place : m_places) {
            if (at == 0 || place.begin > at)
                parts.push_back({raw(at, place.begin), std::nullopt});
            VaultPart part{raw(place.begin, place.end), std::nullopt};
            if (!seen.contains(place.block.id))
                part.note = noteAt(place);
            seen.insert(place.block.id);
            parts.push_back(std::move(part));
            at = place.end;
        }
        if (at == 0 || at < m_lines.lines.size())
            parts.push_back({raw(at, m_lines.lines.size()), std::nullopt});
        return parts;
    }

private:
    [[nodiscard]] QString raw(std::size_t begin, std::size_t end) const
    {
        return m_text.sliced(m_lines.starts[begin], m_lines.starts[end] - m_lines.starts[begin]);
    }

    void findPlaces()
    {
        const qsizetype front = endOfFrontMatter(m_text);
        const auto first = std::lower_bound(m_lines.starts.begin(), m_lines.starts.end(), front);
        auto free = static_cast<std::size_t>(first - m_lines.starts.begin());
        for (std::size_t line = free; line < m_lines.lines.size(); ++line) {
            const internal::BlockMark block = internal::blockMarkOf(m_lines.lines[line]);
            if (!block.id.isValid())
                continue;
            const std::size_t begin = beginOfFrame(free, line);
            if (!m_places.empty())
                m_places.back().end = std::min(m_places.back().end, begin);
            free = line + 1;
            m_places.push_back({begin, line, endOfText(free), block});
        }
    }

    /// The frame begins at the last heading before the block id; without one, at the block the id
    /// belongs to. Our own heading is believed even where something unclosed swallows it.
    [[nodiscard]] std::size_t beginOfFrame(std::size_t from, std::size_t mark) const
    {
        internal::SwallowScanner swallower;
        std::optional<std::size_t> heading;
        for (std::size_t line = from; line < mark; ++line) {
            const QStringView text = m_lines.lines[line];
            if (internal::isTimedHeading(text)
                || (!swallower.isOpen() && internal::isChapterHeading(text)))
                heading = line;
            swallower.feed(text);
        }
        if (heading)
            return *heading;
        std::size_t begin = mark;
        const auto isBlankBefore = [this, &begin] {
            return m_lines.lines[begin - 1].trimmed().isEmpty();
        };
        if (m_lines.lines[mark].trimmed().startsWith(u"^h-")) {
            while (begin > from && isBlankBefore())
                --begin;
        }
        while (begin > from && !isBlankBefore())
            --begin;
        return begin;
    }

    /// Where a text that begins at a line ends at the latest.
    [[nodiscard]] std::size_t endOfText(std::size_t from) const
    {
        internal::SwallowScanner swallower;
        for (std::size_t line = from; line < m_lines.lines.size(); ++line) {
            const QStringView text = m_lines.lines[line];
            const bool ends = (!swallower.isOpen() && internal::isChapterHeading(text))
                              || internal::blockMarkOf(text).id.isValid();
            if (ends)
                return line;
            swallower.feed(text);
        }
        return m_lines.lines.size();
    }

    [[nodiscard]] VaultNote noteAt(const Place &place) const
    {
        QString frame = m_text.sliced(m_lines.starts[place.begin],
                                      m_lines.starts[place.mark] - m_lines.starts[place.begin]
                                          + place.block.at);
        while (!frame.isEmpty() && frame.back().isSpace())
            frame.chop(1);
        const internal::OwnText own =
            internal::ownText(internal::unguarded(raw(place.mark + 1, place.end)));
        return {place.block.id, frame, own.text, allTags(own.tags, own.text)};
    }

    const QString &m_text;
    Lines m_lines;
    std::vector<Place> m_places;
};

} // namespace

QString vaultTag(const QString &tag)
{
    QString out;
    bool named = false;
    for (const QChar c : notes::cleanTag(internal::storable(tag))) {
        const bool symbol = c.isSurrogate() || c.category() == QChar::Symbol_Other;
        const bool kept =
            symbol || c.isLetterOrNumber() || c.isMark() || c == u'_' || c == u'-' || c == u'/';
        named = named || symbol || c.isLetter() || c == u'_';
        out.append(kept ? c : QChar(u'-'));
    }
    return named ? out : QString();
}

VaultNote vaultNote(const Note &note)
{
    const internal::OwnText own = internal::ownText(note.text);
    QStringList ofLine;
    for (const QString &tag : note.tags)
        ofLine.append(vaultTag(tag));
    return {
        note.id, internal::storable(frameOf(note)), own.text, allTags(ofLine + own.tags, own.text)};
}

QString sectionOf(const VaultNote &note)
{
    QString section = frameWithId(note) + u'\n';
    if (!note.text.isEmpty())
        section += u'\n' + internal::guarded(note.text) + u'\n';
    const QStringList ofLine = without(note.tags, notes::tagsInText(note.text));
    if (!ofLine.isEmpty())
        section += u"\n#" + ofLine.join(QStringLiteral(" #")) + u'\n';
    return section;
}

base::Result<VaultDocument> parseVaultFile(const QByteArray &bytes)
{
    using base::ErrorCode;
    if (bytes.size() > largestVaultFile)
        return base::unexpected(ErrorCode::TooLarge, QStringLiteral("the file is over 8 MB"));
    QString text = QString::fromUtf8(bytes);
    VaultDocument document;
    document.byteOrderMark = bytes.startsWith("\xEF\xBB\xBF");
    if (text.toUtf8() != bytes.sliced(document.byteOrderMark ? 3 : 0))
        return base::unexpected(ErrorCode::Malformed, QStringLiteral("the file is not UTF-8"));
    const qsizetype firstFeed = text.indexOf(u'\n');
    document.windowsLines = firstFeed > 0 && text[firstFeed - 1] == u'\r';
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    if (text.startsWith(u"<<<<<<< ") || text.contains(u"\n<<<<<<< ")) {
        return base::unexpected(ErrorCode::Conflict,
                                QStringLiteral("the file has the marks of an unfinished merge"));
    }
    document.parts = Reader(text).read();
    return document;
}

QByteArray bytesOf(const VaultDocument &document)
{
    QString text;
    for (const VaultPart &part : document.parts)
        text += part.raw;
    if (document.windowsLines)
        text.replace(u'\n', QStringLiteral("\r\n"));
    return (document.byteOrderMark ? QByteArray("\xEF\xBB\xBF") : QByteArray()) + text.toUtf8();
}

} // namespace app::vault
