// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/anchortext.h"

#include "app/notes/internal/timesweep.h"

#include <algorithm>

namespace app::notes {

std::optional<timestamps::MediaTime> timeAt(const AnchorText &text, qsizetype offset)
{
    if (text.times.empty())
        return std::nullopt;
    const auto after = std::upper_bound(
        text.times.begin(), text.times.end(), offset, [](qsizetype at, const TextTime &time) {
            return at < time.offset;
        });
    if (after == text.times.begin())
        return text.times.front().time;
    if (after == text.times.end())
        return text.times.back().time;
    return timestamps::MediaTime::fromMs(internal::msBetween(*std::prev(after), *after, offset));
}

QString speakerAt(const AnchorText &text, qsizetype offset)
{
    const auto after = std::upper_bound(
        text.speakers.begin(), text.speakers.end(), offset, [](qsizetype at, const auto &span) {
            return at < span.offset;
        });
    if (after == text.speakers.begin())
        return {};
    const SpeakerSpan &span = *std::prev(after);
    return offset - span.offset < span.length ? span.speaker : QString();
}

bool languagesDiffer(const QString &a, const QString &b)
{
    const auto primary = [](const QString &language) {
        const auto ends = [](QChar c) {
            return c == u'-' || c == u'_';
        };
        const auto end = std::find_if(language.begin(), language.end(), ends);
        return QStringView(language).first(end - language.begin());
    };
    const QStringView one = primary(a);
    const QStringView other = primary(b);
    return !one.isEmpty() && !other.isEmpty() && one.compare(other, Qt::CaseInsensitive) != 0;
}

} // namespace app::notes
