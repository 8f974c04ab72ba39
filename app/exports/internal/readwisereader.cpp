// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/importreaders.h"
#include "app/exports/internal/plaintext.h"
#include "app/notes/tags.h"
#include "app/timestamps/timecode.h"

#include <QHash>

namespace app::exports::internal {

using base::Result;
using notes::Note;

namespace {

constexpr qsizetype mostColumns = 200;
constexpr std::size_t mostRows = 1'000'000;

/// A cell by any of the names its column may have.
class ReadwiseRow
{
public:
    ReadwiseRow(const QHash<QString, qsizetype> &columns, const QStringList &cells)
        : m_columns(columns)
        , m_cells(cells)
    {}

    [[nodiscard]] QString cell(std::initializer_list<const char16_t *> names) const
    {
        for (const char16_t *name : names) {
            const auto column = m_columns.find(QString::fromUtf16(name));
            if (column != m_columns.end())
                return m_cells.value(*column);
        }
        return {};
    }

private:
    const QHash<QString, qsizetype> &m_columns;
    const QStringList &m_cells;
};

/// Tags stand as ".tag" words before the note.
void readNoteCell(const QString &cell, Note &note)
{
    qsizetype at = 0;
    while (at + 1 < cell.size() && cell[at] == u'.' && cell[at + 1].isLetterOrNumber()) {
        qsizetype end = at + 1;
        while (end < cell.size() && !cell[end].isSpace())
            ++end;
        note.tags.append(cell.sliced(at + 1, end - at - 1));
        at = end;
        while (at < cell.size() && cell[at].isSpace())
            ++at;
    }
    note.text = cell.sliced(at);
}

QDateTime dateOf(const QString &text)
{
    QString plain = text.trimmed();
    if (plain.size() > 10 && plain[10] == u' ')
        plain[10] = u'T';
    QDateTime date = QDateTime::fromString(plain, Qt::ISODateWithMs);
    if (date.timeSpec() == Qt::LocalTime)
        date.setTimeSpec(Qt::UTC);
    return date.isValid() && date.date().year() >= 1 && date.date().year() <= 9999 ? date.toUTC()
                                                                                   : QDateTime();
}

std::optional<Note> noteOf(const ReadwiseRow &row)
{
    const QString kind = row.cell({u"location type"});
    const auto start = timestamps::parseTimecode(row.cell({u"location"}).trimmed());
    if (!start || (!kind.isEmpty() && kind != QStringLiteral("time_offset")))
        return std::nullopt;
    Note note;
    note.start = *start;
    note.anchor.quote = row.cell({u"highlight"});
    readNoteCell(row.cell({u"note"}), note);
    note.tags.append(row.cell({u"tags"}).split(u',', Qt::SkipEmptyParts));
    note.tags = notes::cleanTags(note.tags);
    note.color = notes::colorFromName(row.cell({u"color"})).value_or(notes::Color::Yellow);
    note.created = dateOf(row.cell({u"date", u"highlighted at"}));
    note.episodeRef.episodeTitle = plainLine(row.cell({u"title", u"book title"}));
    note.episodeRef.podcastTitle = plainLine(row.cell({u"author", u"book author"}));
    note.episodeRef.link = webAddress(row.cell({u"url"}));
    return note;
}

QHash<QString, qsizetype> columnsOf(const QStringList &header)
{
    QHash<QString, qsizetype> columns;
    for (qsizetype at = 0; at < header.size(); ++at)
        columns.insert(header[at].trimmed().toLower(), at);
    return columns;
}

} // namespace

std::vector<QStringList> csvRows(const QString &text)
{
    std::vector<QStringList> rows(1);
    QString cell;
    bool quoted = false;
    const auto endCell = [&] {
        if (rows.back().size() < mostColumns)
            rows.back().append(cell);
        cell.clear();
    };
    for (qsizetype at = 0; at < text.size() && rows.size() <= mostRows; ++at) {
        const QChar c = text[at];
        if (quoted) {
            const bool doubled = c == u'"' && at + 1 < text.size() && text[at + 1] == u'"';
            quoted = c != u'"' || doubled;
            if (quoted)
                cell += c;
            at += doubled ? 1 : 0;
        } else if (c == u'"' && cell.isEmpty()) {
            quoted = true;
        } else if (c == u',') {
            endCell();
        } else if (c == u'\n' || c == u'\r') {
            at += c == u'\r' && at + 1 < text.size() && text[at + 1] == u'\n' ? 1 : 0;
            endCell();
            rows.emplace_back();
        } else {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !rows.back().isEmpty())
        endCell();
    std::erase_if(rows, [](const QStringList &row) { return row.join(QString()).isEmpty(); });
    return rows;
}

std::optional<Result<ImportedNotes>> readReadwise(const QString &text, const ImportHint &hint)
{
    const QString firstLine = text.left(2000).section(u'\n', 0, 0);
    const auto named =
        columnsOf(csvRows(firstLine).empty() ? QStringList() : csvRows(firstLine).front());
    if (!named.contains(QStringLiteral("highlight")) || named.size() < 2)
        return std::nullopt;
    const std::vector<QStringList> rows = csvRows(text);
    const QHash<QString, qsizetype> columns = columnsOf(rows.front());
    NoteCollector collector(ImportKind::ReadwiseCsv, hint);
    for (std::size_t at = 1; at < rows.size() && !collector.isFull(); ++at) {
        std::optional<Note> note = noteOf(ReadwiseRow(columns, rows[at]));
        if (!note) {
            collector.leaveOut(QStringLiteral("row %1").arg(at + 1),
                               QStringLiteral("it has no time in a recording"));
            continue;
        }
        if (note->episodeRef.episodeTitle.isEmpty())
            collector.addNameless(*std::move(note));
        else
            collector.add(*std::move(note));
    }
    return collector.take();
}

} // namespace app::exports::internal
