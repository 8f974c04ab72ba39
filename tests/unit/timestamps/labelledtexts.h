// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markup/richtext.h"
#include "app/timestamps/timecode.h"
#include "app/timestamps/timestampreader.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <vector>

/// Reading the labelled texts and counting how often the reader agrees with them.
/// The format is described in tests/data/timestamps/labelled/README.md.
namespace tests {

using app::timestamps::AnnotatedText;
using app::timestamps::Duration;
using app::timestamps::Recording;
using app::timestamps::TextSpan;
using app::timestamps::Timestamp;

/// A place as a person marked it.
struct Mark
{
    TextSpan span; ///< in the text without marks
    qint64 ms = 0;
    bool foreign = false;
    bool unclear = false;
};

struct LabelledText
{
    QString language;
    QString kind;
    QString file; ///< its name without ".txt"
    int line = 0; ///< where it begins in its file
    AnnotatedText text;
    std::optional<Duration> duration;
    std::vector<Mark> marks;
};

/// How a text reaches the reader: as it was written, or through the reader of show notes.
enum class Route { Raw, ShowNotes };

inline AnnotatedText annotate(const app::markup::RichText &rich)
{
    AnnotatedText annotated{rich.text, {}, {}};
    for (const app::markup::Span &span : rich.spans) {
        const TextSpan place{span.offset, span.length};
        if (!span.link.isEmpty()) {
            annotated.links.push_back({place, span.link});
        }
        if (span.code) {
            annotated.opaque.push_back(place);
        }
    }
    for (const app::markup::Block &block : rich.blocks) {
        if (block.kind == app::markup::Block::Kind::Code) {
            annotated.opaque.push_back({block.offset, block.length});
        }
    }
    return annotated;
}

/// "4:30", "1:02:03.5" in any script's digits; points where there are no colons.
inline qint64 readMarkValue(QStringView written)
{
    QString plain;
    for (const QChar c : written) {
        if (c.isDigit()) {
            plain += QString::number(c.digitValue());
        } else if (c == u':' || c == u'\uff1a' || c == u'\u2236') {
            plain += u':';
        } else if (c == u'.' || c == u',') {
            plain += u'.';
        }
    }
    if (!plain.contains(u':')) {
        plain.replace(u'.', u':');
    }
    const auto place = app::timestamps::parseTimecode(plain);
    return place && plain.contains(u':') ? place->ms() : -1;
}

inline Mark readMark(QStringView inside, qsizetype &textLength, qsizetype &skipped)
{
    Mark mark;
    mark.foreign = inside.startsWith(u'!');
    mark.unclear = inside.startsWith(u'?');
    skipped = mark.foreign || mark.unclear ? 1 : 0;
    const QStringView rest = inside.sliced(skipped);
    const qsizetype equals = rest.lastIndexOf(u'=');
    const QStringView written = equals < 0 ? rest : rest.first(equals);
    textLength = written.size();
    bool isNumber = false;
    const double seconds = equals < 0 ? 0 : rest.sliced(equals + 1).toDouble(&isNumber);
    mark.ms = isNumber ? qRound64(seconds * 1000) : readMarkValue(written);
    return mark;
}

/// Takes the marks out of a text; spans of links move along.
inline void takeMarks(LabelledText &labelled)
{
    const QString marked = labelled.text.text;
    QString plain;
    std::vector<qsizetype> moved(static_cast<std::size_t>(marked.size()) + 1);
    qsizetype keepUntil = -1;
    qsizetype dropUntil = -1;
    for (qsizetype i = 0; i < marked.size(); ++i) {
        moved[static_cast<std::size_t>(i)] = plain.size();
        const qsizetype close = marked[i] == u'\u27e6' ? marked.indexOf(u'\u27e7', i) : -1;
        if (close > 0) {
            qsizetype length = 0;
            qsizetype skipped = 0;
            Mark mark = readMark(QStringView(marked).sliced(i + 1, close - i - 1), length, skipped);
            mark.span = {plain.size(), length};
            labelled.marks.push_back(mark);
            keepUntil = i + 1 + skipped + length;
            dropUntil = close;
            i += skipped;
            continue;
        }
        if (i >= keepUntil && i <= dropUntil) {
            continue;
        }
        plain += marked[i];
    }
    moved.back() = plain.size();
    const auto move = [&](TextSpan &span) {
        const qsizetype begin = moved[static_cast<std::size_t>(span.offset)];
        span = {begin, moved[static_cast<std::size_t>(span.offset + span.length)] - begin};
    };
    for (auto &link : labelled.text.links) {
        move(link.span);
    }
    std::for_each(labelled.text.opaque.begin(), labelled.text.opaque.end(), move);
    labelled.text.text = plain;
}

inline LabelledText
makeLabelled(const QString &header, const QString &body, const QString &language, Route route)
{
    static const QRegularExpression field(QStringLiteral("(\\w+)=(\\S+)"));
    LabelledText labelled;
    labelled.language = language;
    bool html = false;
    auto fields = field.globalMatch(header);
    while (fields.hasNext()) {
        const auto match = fields.next();
        const QString value = match.captured(2);
        if (match.captured(1) == QLatin1String("kind")) {
            labelled.kind = value;
        } else if (match.captured(1) == QLatin1String("format")) {
            html = value == QLatin1String("html");
        } else if (match.captured(1) == QLatin1String("duration") && value != QLatin1String("?")) {
            labelled.duration = Duration(qRound64(value.toDouble() * 1000));
        }
    }
    labelled.text = html || route == Route::ShowNotes ? annotate(app::markup::readShowNotes(body))
                                                      : AnnotatedText{body, {}, {}};
    takeMarks(labelled);
    return labelled;
}

inline std::vector<LabelledText> readLabelledFile(const QString &path, Route route = Route::Raw)
{
    std::vector<LabelledText> texts;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return texts;
    }
    // "de-more.txt" is German too.
    const QString language = QFileInfo(path).completeBaseName().section(u'-', 0, 0);
    QString header;
    QStringList body;
    int begin = 0;
    int number = 0;
    const auto close = [&] {
        if (!header.isEmpty()) {
            texts.push_back(makeLabelled(header, body.join(u'\n').trimmed(), language, route));
            texts.back().line = begin;
            texts.back().file = QFileInfo(path).completeBaseName();
        }
        body.clear();
    };
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        ++number;
        if (line.startsWith(QLatin1String("#!"))) {
            close();
            header = line;
            begin = number;
        } else {
            body.append(line);
        }
    }
    close();
    return texts;
}

inline std::vector<LabelledText> readLabelledFolder(const QString &folder, Route route = Route::Raw)
{
    std::vector<LabelledText> texts;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name)) {
        for (LabelledText &text : readLabelledFile(dir.filePath(name), route)) {
            texts.push_back(std::move(text));
        }
    }
    return texts;
}

/// How often the reader was right, and how many places it found.
struct Agreement
{
    int claimed = 0; ///< starts and ends of what was found
    int right = 0;
    int marked = 0;
    int found = 0;

    [[nodiscard]] double precision() const { return claimed > 0 ? 1.0 * right / claimed : 1; }

    [[nodiscard]] double recall() const { return marked > 0 ? 1.0 * found / marked : 1; }

    void add(const Agreement &other)
    {
        claimed += other.claimed;
        right += other.right;
        marked += other.marked;
        found += other.found;
    }
};

struct Mistakes
{
    std::vector<TextSpan> wrong;
    std::vector<TextSpan> missed;
};

inline bool overlaps(const TextSpan &a, const TextSpan &b)
{
    return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

/// Counts one text; \a mistakes is told where they are.
inline Agreement
compare(const LabelledText &text, const std::vector<Timestamp> &found, Mistakes *mistakes = nullptr)
{
    Agreement sum;
    std::vector<bool> matched(text.marks.size());
    for (const Timestamp &one : found) {
        bool unclear = false;
        std::vector<std::size_t> near;
        for (std::size_t i = 0; i < text.marks.size(); ++i) {
            if (overlaps(text.marks[i].span, one.span)) {
                unclear = unclear || text.marks[i].unclear;
                near.push_back(i);
            }
        }
        if (unclear) {
            continue;
        }
        std::vector<qint64> claims{one.start.ms()};
        if (one.end) {
            claims.push_back(one.end->ms());
        }
        for (const qint64 claim : claims) {
            bool right = false;
            for (const std::size_t i : near) {
                const Mark &mark = text.marks[i];
                if (std::abs(mark.ms - claim) <= 500
                    && mark.foreign == (one.recording == Recording::Other)) {
                    matched[i] = true;
                    right = true;
                }
            }
            ++sum.claimed;
            sum.right += right ? 1 : 0;
            if (!right && mistakes != nullptr) {
                mistakes->wrong.push_back(one.span);
            }
        }
    }
    for (std::size_t i = 0; i < text.marks.size(); ++i) {
        if (!text.marks[i].unclear) {
            ++sum.marked;
            sum.found += matched[i] ? 1 : 0;
            if (!matched[i] && mistakes != nullptr) {
                mistakes->missed.push_back(text.marks[i].span);
            }
        }
    }
    return sum;
}

/// Agreement by some name, printed as a table.
class Tally
{
public:
    void add(const QString &name, const Agreement &agreement) { m_rows[name].add(agreement); }

    [[nodiscard]] QString print(const QString &title) const
    {
        QString table = title + QStringLiteral("\n");
        for (const auto &[name, row] : m_rows) {
            table += QStringLiteral("  %1 precision %2 (%3 of %4)  recall %5 (%6 of %7)\n")
                         .arg(name, -28)
                         .arg(100 * row.precision(), 6, 'f', 2)
                         .arg(row.right, 4)
                         .arg(row.claimed, 4)
                         .arg(100 * row.recall(), 6, 'f', 2)
                         .arg(row.found, 4)
                         .arg(row.marked, 4);
        }
        return table;
    }

private:
    std::map<QString, Agreement> m_rows;
};

} // namespace tests
