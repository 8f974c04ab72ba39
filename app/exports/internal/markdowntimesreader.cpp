// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/importreaders.h"
#include "app/exports/internal/plaintext.h"
#include "app/timestamps/timecode.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace app::exports::internal {

using base::Result;
using notes::Note;
using timestamps::MediaTime;

namespace {

constexpr QStringView podNotes = u"obsidian://podnotes?";
constexpr qsizetype longestTime = 12; ///< "123:45:06.789"

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// How long the time is that a text begins with; it has a colon.
qsizetype timeLength(QStringView text)
{
    qsizetype length = 0;
    while (length < text.size() && length <= longestTime
           && (isDigit(text[length]) || text[length] == u':' || text[length] == u'.'))
        ++length;
    while (length > 0 && !isDigit(text[length - 1]))
        --length;
    return text.first(length).contains(u':') ? length : 0;
}

/// A link of PodNotes in a line: where it is and what it says.
struct PodLink
{
    qsizetype begin = 0;
    qsizetype end = 0;
    MediaTime start;
    std::optional<MediaTime> stop;
    notes::EpisodeRef episode;
};

std::optional<PodLink> findPodLink(const QString &line)
{
    const qsizetype address = line.indexOf(podNotes);
    if (address < 2 || QStringView(line).first(address).right(2) != u"](")
        return std::nullopt;
    const qsizetype end = line.indexOf(u')', address);
    const qsizetype begin = line.lastIndexOf(u'[', address - 2);
    if (end < 0 || begin < 0)
        return std::nullopt;
    const QUrlQuery query(line.sliced(address + podNotes.size(), end - address - podNotes.size()));
    const auto value = [&query](const QString &key) {
        return query.queryItemValue(key, QUrl::FullyDecoded);
    };
    const auto start = timestamps::parseTimecode(value(QStringLiteral("time")));
    if (!start)
        return std::nullopt;
    PodLink link{begin, end + 1, *start, {}, {}};
    const auto stop = timestamps::parseTimecode(value(QStringLiteral("endTime")));
    if (stop && *stop > *start)
        link.stop = stop;
    link.episode.episodeTitle = plainLine(value(QStringLiteral("episodeName")));
    link.episode.feedUrl = webAddress(value(QStringLiteral("url")));
    return link;
}

/// Without the marks of lists, quotes and headings it begins with.
QStringView withoutMarks(QStringView line)
{
    line = line.trimmed();
    while (!line.isEmpty() && QStringView(u"-*+>#").contains(line[0]))
        line = line.sliced(1).trimmed();
    return line;
}

/// Without what stands between a time and its words.
QString wordsAfter(QStringView rest)
{
    while (!rest.isEmpty() && (rest[0].isSpace() || QStringView(u"-–—:|])*>").contains(rest[0])))
        rest = rest.sliced(1);
    return plainLine(rest);
}

/// "- 4:30 words", "[4:30–4:45] words", "**4:30** words".
std::optional<Note> plainNote(QStringView line)
{
    QStringView rest = withoutMarks(line);
    while (!rest.isEmpty() && QStringView(u"[(*").contains(rest[0]))
        rest = rest.sliced(1);
    const qsizetype length = timeLength(rest);
    const auto start = timestamps::parseTimecode(rest.first(length));
    rest = rest.sliced(length);
    if (!start || (!rest.isEmpty() && rest[0].isLetterOrNumber()))
        return std::nullopt;
    Note note;
    note.start = *start;
    if (!rest.isEmpty() && QStringView(u"-–—").contains(rest[0])) {
        const qsizetype endLength = timeLength(rest.sliced(1));
        const auto end = timestamps::parseTimecode(rest.sliced(1, endLength));
        if (end && *end > *start) {
            note.end = end;
            rest = rest.sliced(1 + endLength);
        }
    }
    note.text = wordsAfter(rest);
    return note;
}

class TimesReader
{
public:
    explicit TimesReader(NoteCollector &collector)
        : m_collector(collector)
    {}

    void read(QStringView line)
    {
        if (std::optional<Note> note = noteOf(line.left(longestLine).toString())) {
            end();
            m_note = std::move(note);
        } else if (line.trimmed().isEmpty() || line.startsWith(u'#')) {
            end();
            if (line.startsWith(u"# "))
                m_heading = plainLine(line.sliced(2));
        } else if (m_note) {
            const QString more = plainLine(withoutMarks(line));
            m_note->text += m_note->text.isEmpty() ? more : QString(u'\n' + more);
        }
    }

    void end()
    {
        if (m_note && !m_collector.isFull()) {
            if (m_note->episodeRef.episodeTitle.isEmpty()) {
                m_note->episodeRef.episodeTitle = m_heading;
                m_collector.addNameless(*std::move(m_note));
            } else {
                m_collector.add(*std::move(m_note));
            }
        }
        m_note.reset();
    }

private:
    static constexpr qsizetype longestLine = 100'000;

    static std::optional<Note> noteOf(const QString &line)
    {
        const std::optional<PodLink> link = findPodLink(line);
        std::optional<Note> note;
        if (link) {
            note.emplace();
            note->start = link->start;
            note->end = link->stop;
            note->text = plainLine(QString(withoutMarks(QStringView(line).first(link->begin)) + u' '
                                           + wordsAfter(QStringView(line).sliced(link->end))));
        } else {
            note = plainNote(line);
        }
        if (note && link)
            note->episodeRef = link->episode;
        return note;
    }

    NoteCollector &m_collector;
    QString m_heading;
    std::optional<Note> m_note;
};

/// Front matter of the files that we write ourselves.
bool isOurs(const std::vector<QStringView> &lines)
{
    constexpr std::ptrdiff_t longestHead = 40;
    if (lines.empty() || lines.front() != u"---")
        return false;
    const auto end = lines.begin() + std::min(longestHead, std::ssize(lines));
    return std::find(lines.begin(), end, QStringView(u"source: earmark")) != end;
}

} // namespace

std::optional<Result<ImportedNotes>> readMarkdownTimes(const QString &text, const ImportHint &hint)
{
    const std::vector<QStringView> lines = linesOf(text);
    if (isOurs(lines))
        return base::unexpected(
            base::ErrorCode::Unsupported,
            QStringLiteral(
                "notes that Earmark wrote as Markdown are not whole; import JSON Lines"));
    NoteCollector collector(ImportKind::MarkdownTimes, hint);
    TimesReader reader(collector);
    for (const QStringView line : lines)
        reader.read(line);
    reader.end();
    if (collector.isEmpty())
        return std::nullopt;
    return collector.take();
}

} // namespace app::exports::internal
