// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/jsonsegments.h"

#include "app/transcripts/internal/caption.h"
#include "app/transcripts/internal/clocks.h"
#include "app/transcripts/internal/jsonlists.h"
#include "app/transcripts/internal/speakers.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

namespace app::transcripts::internal {

using timestamps::MediaTime;

namespace {

using Keys = std::initializer_list<QStringView>;

QJsonValue firstOf(const QJsonObject &object, Keys keys)
{
    for (const QStringView key : keys) {
        const QJsonValue value = object.value(key);
        if (!value.isUndefined() && !value.isNull())
            return value;
    }
    return QJsonValue(QJsonValue::Undefined);
}

/// A number as it was written, and whether its unit is known to be milliseconds.
struct RawTime
{
    std::optional<double> number;
    bool isMs = false;
    bool isClock = false; ///< written with colons, so never in another unit
};

RawTime rawTime(const QJsonValue &value, bool isMs)
{
    RawTime raw;
    raw.isMs = isMs;
    if (value.isDouble()) {
        raw.number = value.toDouble();
    } else if (value.isString()) {
        QString text = value.toString().trimmed();
        if (text.endsWith(u's'))
            text.chop(1);
        qsizetype at = 0;
        if (const std::optional<MediaTime> clock = readClock(text, at);
            clock && at == text.size()) {
            raw.number = clock->seconds();
            raw.isClock = true;
            raw.isMs = false;
            return raw;
        }
        bool ok = false;
        const double number = text.toDouble(&ok);
        if (ok)
            raw.number = number;
    }
    return raw;
}

RawTime findTime(const QJsonObject &object, Keys seconds, QStringView msKey, QStringView offsetKey)
{
    const QJsonObject offsets = object.value(u"offsets").toObject();
    if (const QJsonValue offset = offsets.value(offsetKey); offset.isDouble())
        return rawTime(offset, true);
    if (const QJsonValue ms = object.value(msKey); ms.isDouble())
        return rawTime(ms, true);
    const QJsonObject clocks = object.value(u"timestamps").toObject();
    if (const QJsonValue clock = clocks.value(offsetKey); clock.isString())
        return rawTime(clock, false);
    return rawTime(firstOf(object, seconds), false);
}

struct RawSegment
{
    RawTime start;
    RawTime end;
    Segment segment;
    std::vector<RawSegment> words;
};

QString speakerOf(const QJsonObject &object)
{
    const QJsonValue value = firstOf(
        object, {u"speaker", u"speakerName", u"speaker_name", u"speaker_label", u"name", u"voice"});
    if (value.isDouble())
        return QStringLiteral("Speaker %1").arg(value.toInt());
    if (value.isObject())
        return tidyName(value.toObject().value(u"name").toString());
    const QString name = tidyName(value.toString());
    const bool isNumber = std::all_of(name.begin(), name.end(), [](QChar c) { return isDigit(c); });
    // A number is somebody's place in another list; the voice beside it has a name.
    const QString voice = isNumber ? tidyName(object.value(u"voice").toString()) : QString();
    return voice.isEmpty() ? name : voice;
}

RawSegment readSegment(const QJsonObject &object, bool withWords)
{
    RawSegment raw;
    raw.start = findTime(
        object, {u"startTime", u"start", u"start_time", u"begin", u"ts"}, u"start_ms", u"from");
    raw.end = findTime(object, {u"endTime", u"end", u"end_time"}, u"end_ms", u"to");
    raw.segment.speaker = speakerOf(object);
    raw.segment.text =
        firstOf(
            object,
            {u"body", u"text", u"punctuated_word", u"word", u"transcript", u"content", u"value"})
            .toString();
    if (!withWords)
        return raw;
    QJsonArray words = object.value(u"words").toArray();
    if (words.isEmpty())
        words = wordsOfTokens(object.value(u"tokens").toArray());
    raw.words.reserve(static_cast<std::size_t>(words.size()));
    for (const QJsonValue &word : words)
        raw.words.push_back(readSegment(word.toObject(), false));
    return raw;
}

std::optional<MediaTime> timeOfRaw(const RawTime &raw, bool numbersAreMs)
{
    if (!raw.number || !std::isfinite(*raw.number))
        return std::nullopt;
    const bool isMs = raw.isMs || (numbersAreMs && !raw.isClock);
    const double ms = *raw.number * (isMs ? 1.0 : 1000.0);
    if (ms < 0.0 || ms > static_cast<double>(latestTime.ms()))
        return std::nullopt;
    return MediaTime::fromMs(std::llround(ms));
}

double middleOf(std::vector<double> &values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Nobody speaks for a hundred seconds in each of most segments: then the unit is milliseconds.
/// Where no ends are given, whole numbers a thousand apart say the same.
bool numbersAreMs(const std::vector<RawSegment> &segments)
{
    std::vector<double> lengths;
    std::vector<double> gaps;
    std::optional<double> last;
    bool whole = true;
    for (const RawSegment &raw : segments) {
        if (!raw.start.number || raw.start.isMs || raw.start.isClock)
            continue;
        if (raw.end.number)
            lengths.push_back(*raw.end.number - *raw.start.number);
        if (last)
            gaps.push_back(*raw.start.number - *last);
        last = raw.start.number;
        whole = whole && *last == std::floor(*last);
    }
    if (!lengths.empty())
        return middleOf(lengths) > 100.0;
    return whole && gaps.size() > 1 && middleOf(gaps) > 1000.0;
}

/// A word without an end lasts until the next one begins.
void closeWords(Segment &segment)
{
    std::optional<MediaTime> next = segment.end;
    for (auto word = segment.words.rbegin(); word != segment.words.rend(); ++word) {
        if (!word->end && word->start && next && *next >= *word->start)
            word->end = next;
        next = word->start ? word->start : next;
    }
}

Segment finish(RawSegment &raw, bool isMs)
{
    Segment segment = std::move(raw.segment);
    segment.start = timeOfRaw(raw.start, isMs);
    segment.end = timeOfRaw(raw.end, isMs);
    segment.words.reserve(raw.words.size());
    for (RawSegment &word : raw.words)
        segment.words.push_back(finish(word, isMs));
    closeWords(segment);
    return segment;
}

} // namespace

std::vector<Segment> findSegments(const QJsonDocument &document)
{
    const QJsonArray list = findJsonList(document);
    std::vector<RawSegment> raw;
    raw.reserve(static_cast<std::size_t>(list.size()));
    for (const QJsonValue &value : list) {
        if (value.isObject())
            raw.push_back(readSegment(value.toObject(), true));
    }
    const bool isMs = numbersAreMs(raw);
    std::vector<Segment> segments;
    segments.reserve(raw.size());
    for (RawSegment &one : raw)
        segments.push_back(finish(one, isMs));
    return segments;
}

} // namespace app::transcripts::internal
