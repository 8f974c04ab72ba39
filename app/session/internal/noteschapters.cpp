// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/noteschapters.h"

#include <algorithm>
#include <span>

namespace app::session::internal {
namespace {

using timestamps::Certainty;
using timestamps::Chapter;
using timestamps::Chapters;
using timestamps::Recording;
using timestamps::Timestamp;

constexpr std::size_t fewest = 3;
constexpr std::size_t most = 1000;
constexpr qsizetype longestTitle = 200;

const QString separators = QStringLiteral(" -\u2013\u2014\u2012\u2212:\u2022\u00B7*|,;>\u2192=~#_"
                                          "\u25B6\u25BA\u2023\u25AA\u25CF\u200E\u200F");
const QString opening = QStringLiteral("([{\uFF08\u3010");
const QString closing = QStringLiteral(")]}\uFF09\u3011");

/// A line of the notes that names places.
struct Line
{
    qsizetype start = 0;
    qsizetype end = 0;
    std::vector<Timestamp> times;
};

std::vector<Line> linesWithTimes(const ShowNotes &notes)
{
    const QString &text = notes.text.text;
    std::vector<Line> lines;
    for (const Timestamp &time : notes.times) {
        if (time.certainty != Certainty::Sure || time.recording == Recording::Other) {
            continue;
        }
        if (lines.empty() || time.span.offset >= lines.back().end) {
            Line line;
            line.start = time.span.offset == 0
                             ? 0
                             : text.lastIndexOf(QLatin1Char('\n'), time.span.offset - 1) + 1;
            line.end = text.indexOf(QLatin1Char('\n'), time.span.offset);
            line.end = line.end < 0 ? text.size() : line.end;
            lines.push_back(line);
        }
        lines.back().times.push_back(time);
    }
    return lines;
}

/// What is left of a title without what sets it off from its time: dashes, bullets, and the half of
/// the time's own brackets.
QString bareTitle(QStringView text)
{
    const auto isEdge = [](QChar c, const QString &bracket) {
        return c.isSpace() || separators.contains(c) || bracket.contains(c);
    };
    while (!text.isEmpty() && isEdge(text.front(), closing)) {
        text = text.mid(1);
    }
    while (!text.isEmpty() && isEdge(text.back(), opening)) {
        text.chop(1);
    }
    return text.left(4 * longestTitle).toString().simplified().left(longestTitle);
}

bool hasWord(QStringView text, bool digitsToo)
{
    return std::any_of(text.begin(), text.end(), [digitsToo](QChar c) {
        return c.isLetter() || (digitsToo && c.isDigit());
    });
}

void addLine(const QString &text, const Line &line, Chapters &chapters)
{
    const auto &times = line.times;
    const auto endOf = [](const Timestamp &time) {
        return time.span.offset + time.span.length;
    };
    const QStringView whole(text);
    const QStringView head =
        whole.mid(line.start, times.front().span.offset - line.start).trimmed();
    const QStringView tail = whole.mid(endOf(times.back()), line.end - endOf(times.back()));
    // A number before it, as in "3. 0:00 Hello", counts the lines; "Chapters:" announces them.
    const bool begins = !hasWord(head, false) || head.endsWith(QLatin1Char(':'));
    const bool ends = !hasWord(tail, true);
    if (!begins && !ends && times.size() < fewest) {
        return;
    }
    const bool titlesFirst = !begins && ends;
    for (std::size_t i = 0; i < times.size() && chapters.size() < most; ++i) {
        const bool first = i == 0;
        const bool last = i + 1 == times.size();
        const qsizetype from =
            !titlesFirst ? endOf(times[i]) : (first ? line.start : endOf(times[i - 1]));
        const qsizetype to =
            titlesFirst ? times[i].span.offset : (last ? line.end : times[i + 1].span.offset);
        Chapter chapter;
        chapter.start = times[i].start;
        chapter.end = times[i].end;
        chapter.title = bareTitle(whole.mid(from, to - from));
        chapters.push_back(chapter);
    }
}

/// Notes in two languages name each place twice, and other times stand below a list: the longest
/// stretch that rises is the list.
Chapters longestRise(const Chapters &chapters)
{
    std::span<const Chapter> best;
    std::size_t from = 0;
    for (std::size_t i = 1; i <= chapters.size(); ++i) {
        if (i == chapters.size() || chapters[i].start <= chapters[i - 1].start) {
            if (i - from > best.size()) {
                best = std::span(chapters).subspan(from, i - from);
            }
            from = i;
        }
    }
    return {best.begin(), best.end()};
}

} // namespace

Chapters chaptersInNotes(const ShowNotes &notes)
{
    if (notes.times.size() < fewest) {
        return {};
    }
    Chapters all;
    for (const Line &line : linesWithTimes(notes)) {
        addLine(notes.text.text, line, all);
    }
    Chapters list = longestRise(all);
    const bool titled = std::any_of(
        list.begin(), list.end(), [](const Chapter &chapter) { return !chapter.title.isEmpty(); });
    if (list.size() < fewest || !titled) {
        return {};
    }
    for (std::size_t i = 0; i + 1 < list.size(); ++i) {
        if (list[i].end && *list[i].end > list[i + 1].start) {
            list[i].end.reset();
        }
    }
    return list;
}

} // namespace app::session::internal
