// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/decisions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <string_view>

namespace app::timestamps {
namespace {

using Kind = TimeDecision::Kind;

constexpr qsizetype mostDecisions = 10'000;
constexpr qsizetype longestWritten = 200;
constexpr qint64 latestMs = 1000LL * 3600 * 1000;

constexpr std::array<std::pair<Kind, std::u16string_view>, 3> kinds{
    {{Kind::NotATime, u"not a time"}, {Kind::IsATime, u"a time"}, {Kind::Moved, u"moved"}}};

QString kindName(Kind kind)
{
    const auto found = std::find_if(
        kinds.begin(), kinds.end(), [kind](const auto &row) { return row.first == kind; });
    return QStringView(found->second).toString();
}

std::optional<Kind> kindOf(const QString &name)
{
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&name](const auto &row) {
        return name == QStringView(row.second);
    });
    return found == kinds.end() ? std::nullopt : std::optional(found->first);
}

std::optional<MediaTime> timeOf(const QJsonValue &value)
{
    const double ms = value.toDouble(-1);
    if (!(ms >= 0 && ms <= static_cast<double>(latestMs))) {
        return std::nullopt;
    }
    return MediaTime::fromMs(static_cast<qint64>(ms));
}

QJsonObject written(const TimeDecision &decision)
{
    QJsonObject object{{QStringLiteral("kind"), kindName(decision.kind)},
                       {QStringLiteral("offset"), decision.span.offset},
                       {QStringLiteral("written"), decision.written}};
    if (decision.kind == Kind::Moved) {
        object.insert(QStringLiteral("to"), decision.to.ms());
        object.insert(QStringLiteral("laterToo"), decision.laterToo);
    }
    return object;
}

std::optional<TimeDecision> decisionOf(const QJsonObject &object)
{
    TimeDecision decision;
    const auto kind = kindOf(object.value(QStringLiteral("kind")).toString());
    decision.written = object.value(QStringLiteral("written")).toString();
    const auto to = timeOf(object.value(QStringLiteral("to")));
    if (!kind || decision.written.isEmpty() || decision.written.size() > longestWritten
        || (*kind == Kind::Moved && !to)) {
        return std::nullopt;
    }
    decision.kind = *kind;
    const qint64 offset = object.value(QStringLiteral("offset")).toInteger(-1);
    decision.span = {std::max<qint64>(0, offset), decision.written.size()};
    decision.to = to.value_or(MediaTime());
    decision.laterToo = object.value(QStringLiteral("laterToo")).toBool();
    return decision;
}

OffsetMap offsetsOf(const QJsonArray &array)
{
    OffsetMap offsets;
    for (qsizetype i = 0; i < std::min(array.size(), mostDecisions / 10); ++i) {
        const QJsonArray pair = array.at(i).toArray();
        const auto there = timeOf(pair.at(0));
        const auto here = timeOf(pair.at(1));
        if (there && here) {
            offsets.add({*there, *here});
        }
    }
    return offsets;
}

} // namespace

QByteArray writeDecisions(const TimeDecisions &decisions)
{
    QJsonObject object;
    QJsonArray times;
    for (const TimeDecision &decision : decisions.times) {
        times.append(written(decision));
    }
    QJsonArray points;
    for (const OffsetPoint &point : decisions.offsets.points()) {
        points.append(QJsonArray{point.written.ms(), point.here.ms()});
    }
    object.insert(QStringLiteral("times"), times);
    object.insert(QStringLiteral("offsets"), points);
    if (decisions.shortForm) {
        const bool hours = *decisions.shortForm == ShortForm::HoursMinutes;
        object.insert(QStringLiteral("shortForm"),
                      hours ? QStringLiteral("h:mm") : QStringLiteral("m:ss"));
    }
    if (decisions.recording) {
        const bool other = *decisions.recording == Recording::Other;
        object.insert(QStringLiteral("recording"),
                      other ? QStringLiteral("other") : QStringLiteral("this"));
    }
    if (decisions.otherEpisode.isValid()) {
        object.insert(QStringLiteral("otherEpisode"), decisions.otherEpisode.number());
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

TimeDecisions readDecisions(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    TimeDecisions decisions;
    const QJsonArray times = object.value(QStringLiteral("times")).toArray();
    for (qsizetype i = 0; i < std::min(times.size(), mostDecisions); ++i) {
        if (auto decision = decisionOf(times.at(i).toObject())) {
            decisions.times.push_back(*std::move(decision));
        }
    }
    decisions.offsets = offsetsOf(object.value(QStringLiteral("offsets")).toArray());
    const QString form = object.value(QStringLiteral("shortForm")).toString();
    if (form == QLatin1String("h:mm") || form == QLatin1String("m:ss")) {
        decisions.shortForm =
            form == QLatin1String("h:mm") ? ShortForm::HoursMinutes : ShortForm::MinutesSeconds;
    }
    const QString recording = object.value(QStringLiteral("recording")).toString();
    if (recording == QLatin1String("other") || recording == QLatin1String("this")) {
        decisions.recording =
            recording == QLatin1String("other") ? Recording::Other : Recording::This;
    }
    decisions.otherEpisode =
        base::EpisodeId(object.value(QStringLiteral("otherEpisode")).toInteger());
    return decisions;
}

} // namespace app::timestamps
