// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/table.h"

#include "app/transcripts/internal/caption.h"
#include "app/transcripts/internal/clocks.h"
#include "app/transcripts/internal/lines.h"
#include "app/transcripts/internal/speakers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace app::transcripts::internal {

using timestamps::MediaTime;

namespace {

/// Where each thing stands in a row; -1 where there is no such column.
struct Columns
{
    int start = 0;
    int end = 1;
    int speaker = -1;
    int text = 2;
};

constexpr std::size_t mostColumns = 12;
using Fields = std::array<QStringView, mostColumns>;

/// \returns how many there are; the last one holds the rest of the line
std::size_t splitRow(QStringView line, std::size_t most, Fields &fields)
{
    std::size_t count = 0;
    while (count + 1 < most) {
        const qsizetype tab = line.indexOf(u'\t');
        if (tab < 0)
            break;
        fields[count++] = line.first(tab).trimmed();
        line = line.sliced(tab + 1);
    }
    fields[count++] = line.trimmed();
    return count;
}

bool isOneOf(QStringView name, std::initializer_list<QStringView> names)
{
    return std::any_of(names.begin(), names.end(), [name](QStringView known) {
        return name.compare(known, Qt::CaseInsensitive) == 0;
    });
}

std::optional<Columns> readHeader(QStringView line)
{
    Fields fields;
    const std::size_t count = splitRow(line, mostColumns, fields);
    Columns columns{-1, -1, -1, -1};
    for (std::size_t at = 0; at < count; ++at) {
        const QStringView name = fields[at];
        const int index = static_cast<int>(at);
        if (isOneOf(name, {u"start", u"begin", u"from", u"start_time", u"start time", u"time"}))
            columns.start = index;
        else if (isOneOf(name, {u"end", u"to", u"stop", u"end_time", u"end time"}))
            columns.end = index;
        else if (isOneOf(name, {u"speaker", u"name", u"voice"}))
            columns.speaker = index;
        else if (isOneOf(name, {u"text", u"body", u"transcript", u"content", u"word"}))
            columns.text = index;
    }
    const bool whole = columns.start >= 0 && columns.text >= 0;
    return whole ? std::optional(columns) : std::nullopt;
}

bool isNumber(QStringView field)
{
    constexpr qsizetype longest = 20;
    return !field.isEmpty() && field.size() <= longest && isDigit(field.front())
           && std::all_of(
               field.begin(), field.end(), [](QChar c) { return isDigit(c) || c == u'.'; });
}

/// A time as it stands there.
struct Value
{
    std::optional<MediaTime> clock;
    std::optional<double> number;
};

Value readValue(QStringView field)
{
    Value value;
    qsizetype at = 0;
    const std::optional<MediaTime> clock = readClock(field, at);
    bool ok = false;
    if (clock && at == field.size()) {
        value.clock = clock;
    } else if (isNumber(field)) {
        const double number = field.toDouble(&ok);
        if (ok)
            value.number = number;
    }
    return value;
}

struct Row
{
    Value start;
    Value end;
    QStringView speaker;
    QStringView text;
};

std::optional<Row> readRow(QStringView line, const Columns &columns)
{
    Fields fields;
    const int widest = std::max({columns.start, columns.end, columns.speaker, columns.text});
    const std::size_t count = splitRow(line, static_cast<std::size_t>(widest) + 1, fields);
    if (count <= static_cast<std::size_t>(widest))
        return std::nullopt;
    const auto field = [&fields](int column) {
        return column < 0 ? QStringView() : fields[static_cast<std::size_t>(column)];
    };
    Row row{readValue(field(columns.start)),
            readValue(field(columns.end)),
            field(columns.speaker),
            field(columns.text)};
    const bool timed = row.start.clock || row.start.number;
    return timed ? std::optional(row) : std::nullopt;
}

/// Whole numbers are milliseconds where Whisper's header says so, or where most rows would last for
/// minutes.
bool numbersAreMs(const std::vector<Row> &rows, QStringView header)
{
    std::vector<double> lengths;
    for (const Row &row : rows) {
        if (!row.start.number || !row.end.number)
            continue;
        if (*row.start.number != std::floor(*row.start.number))
            return false;
        lengths.push_back(*row.end.number - *row.start.number);
    }
    if (header.startsWith(QStringView(u"start\tend\ttext")))
        return true;
    if (lengths.empty())
        return false;
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), middle, lengths.end());
    return *middle > 100.0;
}

std::optional<MediaTime> timeOfValue(const Value &value, bool isMs)
{
    if (value.clock || !value.number)
        return value.clock;
    const double ms = *value.number * (isMs ? 1.0 : 1000.0);
    return ms <= static_cast<double>(latestTime.ms())
               ? std::optional(MediaTime::fromMs(std::llround(ms)))
               : std::nullopt;
}

} // namespace

bool isTable(QStringView text)
{
    constexpr int linesLookedAt = 3;
    Lines lines(text);
    int rows = 0;
    for (int count = 0; count < linesLookedAt && !lines.atEnd();) {
        const QStringView line = lines.next();
        if (line.trimmed().isEmpty())
            continue;
        if (count == 0 && readHeader(line))
            return true;
        const std::optional<Row> row = readRow(line, {});
        if (!row || !row->start.number || !row->end.number)
            return false;
        ++rows;
        ++count;
    }
    return rows > 0;
}

Transcript readTable(QStringView text, const KnownNames &known)
{
    Lines lines(text);
    QStringView header;
    while (!lines.atEnd() && header.isEmpty())
        header = lines.next().trimmed();
    const std::optional<Columns> named = readHeader(header);
    const Columns columns = named.value_or(Columns());
    std::vector<Row> rows;
    if (const auto row = named ? std::nullopt : readRow(header, columns))
        rows.push_back(*row);
    while (!lines.atEnd()) {
        if (const std::optional<Row> row = readRow(lines.next(), columns))
            rows.push_back(*row);
    }
    const bool isMs = numbersAreMs(rows, header);
    std::vector<Caption> captions;
    captions.reserve(rows.size());
    for (const Row &row : rows) {
        Caption caption;
        caption.start = timeOfValue(row.start, isMs);
        caption.end = timeOfValue(row.end, isMs);
        const QString said = singleSpaced(row.text);
        if (!caption.start || said.isEmpty())
            continue;
        caption.lines.push_back({tidyName(row.speaker), said, {}});
        captions.push_back(std::move(caption));
    }
    findSpeakers(captions, known);
    Transcript transcript;
    transcript.cues = cuesFromCaptions(std::move(captions));
    return transcript;
}

} // namespace app::transcripts::internal
