// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/order.h"

#include <algorithm>

namespace app::timestamps::internal {

namespace {

constexpr qint64 tolerance = 5000;
constexpr qint64 msPerMinute = 60000;
constexpr qint64 msPerHour = 60 * msPerMinute;

/// The whole list as h:mm: it restores the order, or only so does it span the recording.
bool isHourList(const Members &members, qint64 duration)
{
    const bool fits = std::all_of(members.begin(), members.end(), [&](const Candidate *c) {
        return c->value(true) <= duration + tolerance;
    });
    const auto shorts = std::count_if(
        members.begin(), members.end(), [](const Candidate *c) { return c->isShort(); });
    if (!fits || shorts < 2 || members.size() < 3) {
        return false;
    }
    const qsizetype breaks = orderBreaks(members, true);
    if (breaks < orderBreaks(members, false)) {
        return true;
    }
    return breaks == 0 && shorts == members.size() && shorts >= 4
           && members.first()->value(true) * 10 <= duration
           && members.last()->value(false) * 20 < duration
           && members.last()->value(true) >= msPerHour
           && members.last()->value(true) * 2 >= duration;
}

/// "58:10, 1:02, 1:15": past the hour the writer went on with h:mm.
qsizetype hourTail(const Members &members, qint64 duration)
{
    const bool list = std::all_of(members.begin(), members.end(), [](const Candidate *c) {
        return c->lineStart || c->lineEnd || c->isBracketed();
    });
    qsizetype tail = members.size();
    if (!list) {
        return tail;
    }
    for (qsizetype i = 1; i < members.size(); ++i) {
        if (members[i]->value(false) < members[i - 1]->value(false)) {
            if (tail < members.size()) {
                return members.size();
            }
            tail = i;
        }
    }
    if (tail == members.size() || members.size() < 3
        || members[tail - 1]->value(false) < 50 * msPerMinute) {
        return members.size();
    }
    qint64 last = members[tail - 1]->value(false);
    for (qsizetype i = tail; i < members.size(); ++i) {
        const qint64 value = members[i]->value(true);
        if (value < last || value > duration + tolerance) {
            return members.size();
        }
        last = value;
    }
    return tail;
}

} // namespace

qsizetype orderBreaks(const Members &members, bool hoursAndMinutes)
{
    qsizetype breaks = 0;
    for (qsizetype i = 1; i < members.size(); ++i) {
        const qint64 before = members[i - 1]->value(hoursAndMinutes);
        breaks += members[i]->value(hoursAndMinutes) < before ? 1 : 0;
    }
    return breaks;
}

bool isOrdered(const Members &members, bool hoursAndMinutes)
{
    return members.size() >= 3 && orderBreaks(members, hoursAndMinutes) * 5 <= members.size();
}

qsizetype firstHourMember(const Members &members, std::optional<qint64> durationMs)
{
    if (!durationMs || *durationMs < msPerHour) {
        return members.size();
    }
    return isHourList(members, *durationMs) ? 0 : hourTail(members, *durationMs);
}

} // namespace app::timestamps::internal
