// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/evidence.h"

#include <algorithm>

namespace app::timestamps::internal {

namespace {

constexpr qint64 boundTolerance = 5000;

void add(SentenceShape &shape, const Candidate &c)
{
    const qint64 value = c.value(false);
    const qint64 last = c.fields[std::clamp(c.fieldCount, 1, 3) - 1];
    shape.breaks += shape.size > 0 && value < shape.last ? 1 : 0;
    shape.first = shape.size > 0 ? shape.first : value;
    shape.last = value;
    shape.most = std::max(shape.most, value);
    shape.fives += last % 5 == 0 ? 1 : 0;
    shape.ofDay += c.fitsDay() && c.isShort() && c.fields[0] >= 6 && c.fields[0] < 24 ? 1 : 0;
    ++shape.size;
}

} // namespace

std::vector<SentenceShape> sentencesOf(const Document &document)
{
    const Candidates &all = document.candidates;
    std::vector<SentenceShape> shapes(static_cast<std::size_t>(all.size()));
    qsizetype lineBegin = 0;
    qint64 mostBefore = 0;
    for (qsizetype begin = 0, end = 0; begin < all.size(); begin = end) {
        if (all[begin].line != all[lineBegin].line) {
            lineBegin = begin;
            mostBefore = 0;
        }
        SentenceShape shape;
        shape.before = begin - lineBegin;
        shape.mostBefore = mostBefore;
        while (end < all.size() && all[end].sentence == all[begin].sentence
               && all[end].line == all[begin].line) {
            if (!all[end].refused) {
                add(shape, all[end]);
            }
            ++end;
        }
        shape.after = document.lines[all[begin].line].candidateCount - (end - lineBegin);
        mostBefore = std::max(mostBefore, shape.most);
        std::fill(shapes.begin() + begin, shapes.begin() + end, shape);
    }
    return shapes;
}

int recordSentence(const Document &document,
                   const SentenceShape &shape,
                   qsizetype candidate,
                   int first,
                   Evidence &evidence)
{
    Recorder to(evidence, first);
    const List &list = document.lists[document.candidates[candidate].list];
    const bool several = shape.size >= 2;
    const bool rises = several && shape.breaks == 0;
    const std::optional<qint64> duration = document.durationMs;
    const bool beyond = duration && shape.most > *duration + boundTolerance;
    to.scale(static_cast<double>(shape.size), {2, 3, 4, 6, 10});
    to.flag(rises);
    to.flag(several && shape.breaks == 1);
    to.flag(several && shape.breaks > 1);
    to.flag(several && shape.fives == shape.size);
    to.flag(several && shape.ofDay == shape.size);
    to.flag(rises && shape.fives < shape.size && shape.ofDay < shape.size);
    to.flag(rises && duration && !beyond && shape.last * 3 > *duration);
    to.flag(several && beyond);
    to.scale(static_cast<double>(shape.before), {1, 2, 4});
    to.scale(static_cast<double>(shape.after), {1, 2, 4});
    to.flag(shape.before > 0 && shape.first > shape.mostBefore);
    to.flag(shape.before > 0 && shape.first < shape.mostBefore);
    to.flag(list.members.size() >= 3 && shape.size == 1);
    to.flag(list.members.size() >= 3 && several && shape.size < list.members.size());
    to.flag(shape.before + shape.after == 0 && shape.size == 1);
    return to.next();
}

} // namespace app::timestamps::internal
