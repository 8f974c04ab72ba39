// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/decisions.h"

#include "app/timestamps/timecode.h"

#include <algorithm>

namespace app::timestamps {
namespace {

/// Where a decision's characters stand now, as near to where they stood as can be.
std::optional<TextSpan> findWritten(const QString &text, const TimeDecision &decision)
{
    const QString &written = decision.written;
    if (written.isEmpty()) {
        return std::nullopt;
    }
    const qsizetype offset = std::clamp<qsizetype>(decision.span.offset, 0, text.size());
    const qsizetype after = text.indexOf(written, offset);
    const qsizetype before = offset > 0 ? text.lastIndexOf(written, offset - 1) : -1;
    if (after < 0 && before < 0) {
        return std::nullopt;
    }
    const bool later = before < 0 || (after >= 0 && after - offset <= offset - before);
    return TextSpan{later ? after : before, written.size()};
}

bool overlap(TextSpan a, TextSpan b)
{
    return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

class Decider final
{
public:
    Decider(const QString &text, std::vector<Timestamp> times)
        : m_text(text)
        , m_times(std::move(times))
    {}

    void decide(const TimeDecision &decision)
    {
        const auto span = findWritten(m_text, decision);
        if (!span) {
            return;
        }
        const auto found = std::find_if(m_times.begin(), m_times.end(), [&](const Timestamp &time) {
            return overlap(time.span, *span);
        });
        switch (decision.kind) {
        case TimeDecision::Kind::NotATime:
            if (found != m_times.end()) {
                m_times.erase(found);
            }
            break;
        case TimeDecision::Kind::IsATime:
            accept(found, *span);
            break;
        case TimeDecision::Kind::Moved:
            if (found != m_times.end()) {
                move(found, decision);
            }
            break;
        }
    }

    void shiftOthers(const OffsetMap &offsets)
    {
        for (Timestamp &time : m_times) {
            if (time.recording == Recording::Other) {
                time.start = offsets.here(time.start);
                if (time.end) {
                    time.end = offsets.here(*time.end);
                }
                time.recording = Recording::This;
            }
        }
    }

    [[nodiscard]] std::vector<Timestamp> take() { return std::move(m_times); }

private:
    using Place = std::vector<Timestamp>::iterator;

    void accept(Place found, TextSpan span)
    {
        if (found != m_times.end()) {
            found->certainty = Certainty::Sure;
            return;
        }
        const auto value = parseTimecode(QStringView(m_text).mid(span.offset, span.length));
        if (!value) {
            return;
        }
        const auto after = std::find_if(m_times.begin(), m_times.end(), [&span](const auto &time) {
            return time.span.offset > span.offset;
        });
        Timestamp time;
        time.start = *value;
        time.span = span;
        m_times.insert(after, time);
    }

    void move(Place found, const TimeDecision &decision)
    {
        const Duration by = decision.to - found->start;
        const int list = found->list;
        const auto last = decision.laterToo ? m_times.end() : std::next(found);
        for (auto time = found; time != last; ++time) {
            if (time == found || time->list == list) {
                time->start = std::max(MediaTime(), time->start + by);
                if (time->end) {
                    time->end = std::max(time->start, *time->end + by);
                }
            }
        }
    }

    const QString &m_text;
    std::vector<Timestamp> m_times;
};

} // namespace

TimeDecisions withDefaults(TimeDecisions decisions, const TimeDecisions &podcast)
{
    if (!decisions.shortForm) {
        decisions.shortForm = podcast.shortForm;
    }
    if (!decisions.recording) {
        decisions.recording = podcast.recording;
    }
    return decisions;
}

std::vector<Timestamp> readTimestamps(const AnnotatedText &text,
                                      std::optional<Duration> duration,
                                      const TimeDecisions &decisions)
{
    const TimestampHints hints{.shortForm = decisions.shortForm, .recording = decisions.recording};
    Decider decider(text.text, readTimestamps(text, duration, hints));
    // First where all of them are, then single ones: who nudges one hears where it is here.
    if (!decisions.offsets.isEmpty()) {
        decider.shiftOthers(decisions.offsets);
    }
    for (const TimeDecision &decision : decisions.times) {
        decider.decide(decision);
    }
    return decider.take();
}

} // namespace app::timestamps
