// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/importreaders.h"
#include "app/exports/internal/plaintext.h"

#include <cmath>

namespace app::exports::internal {

using base::Result;
using notes::Note;
using timestamps::MediaTime;

namespace {

constexpr double latestSeconds = 1e6 * 3600;

std::optional<MediaTime> secondsAt(QStringView field)
{
    bool isNumber = false;
    // Audacity writes a comma where the system does.
    const QString plain = field.trimmed().toString().replace(u',', u'.');
    const double seconds = plain.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(seconds) || seconds < 0.0 || seconds > latestSeconds)
        return std::nullopt;
    return MediaTime::fromMs(std::llround(seconds * 1000.0));
}

/// Nothing when the line is no label.
std::optional<Note> labelOf(QStringView line)
{
    const QList<QStringView> fields = line.split(u'\t');
    if (fields.size() < 2)
        return std::nullopt;
    const std::optional<MediaTime> start = secondsAt(fields[0]);
    const std::optional<MediaTime> end = secondsAt(fields[1]);
    if (!start || !end || *end < *start)
        return std::nullopt;
    Note note;
    note.start = *start;
    if (*end > *start)
        note.end = *end;
    const qsizetype text = fields[0].size() + fields[1].size() + 2;
    note.text = text < line.size() ? plainLine(line.sliced(text)) : QString();
    return note;
}

} // namespace

std::optional<Result<ImportedNotes>> readLabels(const QString &text, const ImportHint &hint)
{
    NoteCollector collector(ImportKind::AudacityLabels, hint);
    qsizetype number = 0;
    bool any = false;
    for (const QStringView line : linesOf(text)) {
        ++number;
        // Frequencies of the label before them.
        if (line.trimmed().isEmpty() || line.startsWith(u'\\'))
            continue;
        std::optional<Note> note = labelOf(line);
        if (!note && !any)
            return std::nullopt;
        any = true;
        if (collector.isFull())
            break;
        if (!note) {
            collector.leaveOut(QStringLiteral("line %1").arg(number),
                               QStringLiteral("it is not \"start, end, text\""));
            continue;
        }
        collector.addNameless(*std::move(note));
    }
    if (!any)
        return std::nullopt;
    return collector.take();
}

} // namespace app::exports::internal
