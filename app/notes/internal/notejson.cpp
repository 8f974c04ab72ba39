// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/internal/notejson.h"

#include "app/notes/noteid.h"

#include <QJsonArray>

namespace app::notes::internal {

using base::ErrorCode;
using base::Result;
using base::unexpected;
using timestamps::Duration;
using timestamps::MediaTime;

namespace {

template <typename Time>
QJsonValue msToJson(const std::optional<Time> &time)
{
    if (!time)
        return QJsonValue::Null;
    if constexpr (std::is_same_v<Time, MediaTime>)
        return static_cast<qint64>(time->ms());
    else
        return static_cast<qint64>(time->count());
}

QJsonObject episodeToJson(const EpisodeRef &episode)
{
    return {{QStringLiteral("podcastTitle"), episode.podcastTitle},
            {QStringLiteral("feedUrl"), episode.feedUrl},
            {QStringLiteral("podcastGuid"), episode.podcastGuid},
            {QStringLiteral("title"), episode.episodeTitle},
            {QStringLiteral("guid"), episode.episodeGuid},
            {QStringLiteral("link"), episode.link},
            {QStringLiteral("enclosureUrl"), episode.enclosureUrl},
            {QStringLiteral("published"), dateToJson(episode.published)},
            {QStringLiteral("durationMs"), msToJson(episode.duration)}};
}

QJsonObject anchorToJson(const Anchor &anchor)
{
    return {{QStringLiteral("quote"), anchor.quote},
            {QStringLiteral("prefix"), anchor.prefix},
            {QStringLiteral("suffix"), anchor.suffix},
            {QStringLiteral("offset"), static_cast<qint64>(anchor.offset)},
            {QStringLiteral("source"), quoteSourceName(anchor.source)},
            {QStringLiteral("textHash"), anchor.textHash},
            {QStringLiteral("transcriptHash"), anchor.transcriptHash},
            {QStringLiteral("speaker"), anchor.speaker},
            {QStringLiteral("state"), anchorStateName(anchor.state)}};
}

QJsonObject audioToJson(const AudioIdentity &audio)
{
    return {{QStringLiteral("sizeBytes"), audio.sizeBytes},
            {QStringLiteral("durationMs"), msToJson(audio.duration)},
            {QStringLiteral("soundHash"), audio.soundHash}};
}

/// Reads members; the first that is not what it should be is remembered.
class Members
{
public:
    explicit Members(QString &wrong)
        : m_wrong(wrong)
    {}

    QString text(const QJsonObject &object, const QString &key)
    {
        const QJsonValue value = present(object, key);
        check(value.isUndefined() || value.isString(), key);
        return value.toString();
    }

    std::optional<qint64> number(const QJsonObject &object, const QString &key)
    {
        const QJsonValue value = present(object, key);
        if (value.isUndefined())
            return std::nullopt;
        // Both agree only for whole numbers in range.
        const qint64 whole = value.toInteger(0);
        check(value.isDouble() && whole == value.toInteger(1), key);
        return whole;
    }

    QDateTime date(const QJsonObject &object, const QString &key)
    {
        const QJsonValue value = present(object, key);
        const QDateTime date = dateFromJson(value);
        check(value.isUndefined() || date.isValid(), key);
        return date;
    }

    QJsonObject object(const QJsonObject &parent, const QString &key)
    {
        const QJsonValue value = present(parent, key);
        check(value.isUndefined() || value.isObject(), key);
        return value.toObject();
    }

    QStringList texts(const QJsonObject &object, const QString &key)
    {
        const QJsonValue value = present(object, key);
        check(value.isUndefined() || value.isArray(), key);
        QStringList texts;
        for (const QJsonValue &one : value.toArray()) {
            check(one.isString(), key);
            texts.append(one.toString());
        }
        return texts;
    }

    template <typename Value>
    Value named(const QJsonObject &object,
                const QString &key,
                std::optional<Value> (*fromName)(const QString &),
                Value absent)
    {
        if (present(object, key).isUndefined())
            return absent;
        const std::optional<Value> value = fromName(text(object, key));
        check(value.has_value(), key);
        return value.value_or(absent);
    }

    bool flag(const QJsonObject &object, const QString &key)
    {
        const QJsonValue value = present(object, key);
        check(value.isUndefined() || value.isBool(), key);
        return value.toBool();
    }

    void check(bool right, const QString &key)
    {
        if (!right && m_wrong.isEmpty())
            m_wrong = key;
    }

private:
    static QJsonValue present(const QJsonObject &object, const QString &key)
    {
        const QJsonValue value = object.value(key);
        return value.isNull() ? QJsonValue(QJsonValue::Undefined) : value;
    }

    QString &m_wrong;
};

std::optional<Duration> durationFrom(std::optional<qint64> ms)
{
    return ms ? std::optional(Duration(*ms)) : std::nullopt;
}

EpisodeRef episodeFrom(const QJsonObject &object, Members &members)
{
    EpisodeRef episode;
    episode.podcastTitle = members.text(object, QStringLiteral("podcastTitle"));
    episode.feedUrl = members.text(object, QStringLiteral("feedUrl"));
    episode.podcastGuid = members.text(object, QStringLiteral("podcastGuid"));
    episode.episodeTitle = members.text(object, QStringLiteral("title"));
    episode.episodeGuid = members.text(object, QStringLiteral("guid"));
    episode.link = members.text(object, QStringLiteral("link"));
    episode.enclosureUrl = members.text(object, QStringLiteral("enclosureUrl"));
    episode.published = members.date(object, QStringLiteral("published"));
    episode.duration = durationFrom(members.number(object, QStringLiteral("durationMs")));
    return episode;
}

Anchor anchorFrom(const QJsonObject &object, Members &members)
{
    Anchor anchor;
    anchor.quote = members.text(object, QStringLiteral("quote"));
    anchor.prefix = members.text(object, QStringLiteral("prefix"));
    anchor.suffix = members.text(object, QStringLiteral("suffix"));
    anchor.offset = members.number(object, QStringLiteral("offset")).value_or(-1);
    anchor.source =
        members.named(object, QStringLiteral("source"), quoteSourceFromName, QuoteSource::None);
    anchor.textHash = members.text(object, QStringLiteral("textHash"));
    anchor.transcriptHash = members.text(object, QStringLiteral("transcriptHash"));
    anchor.speaker = members.text(object, QStringLiteral("speaker"));
    anchor.state =
        members.named(object, QStringLiteral("state"), anchorStateFromName, AnchorState::Exact);
    return anchor;
}

AudioIdentity audioFrom(const QJsonObject &object, Members &members)
{
    AudioIdentity audio;
    audio.sizeBytes = members.number(object, QStringLiteral("sizeBytes")).value_or(0);
    audio.duration = durationFrom(members.number(object, QStringLiteral("durationMs")));
    audio.soundHash = members.text(object, QStringLiteral("soundHash"));
    return audio;
}

} // namespace

QJsonValue dateToJson(const QDateTime &date)
{
    return date.isValid() ? QJsonValue(date.toUTC().toString(Qt::ISODateWithMs))
                          : QJsonValue(QJsonValue::Null);
}

QDateTime dateFromJson(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

QJsonObject noteToJson(const Note &note)
{
    return {{QStringLiteral("id"), note.id.text()},
            {QStringLiteral("episodeNumber"), note.episode.number()},
            {QStringLiteral("episode"), episodeToJson(note.episodeRef)},
            {QStringLiteral("startMs"), note.start.ms()},
            {QStringLiteral("endMs"), msToJson(note.end)},
            {QStringLiteral("anchor"), anchorToJson(note.anchor)},
            {QStringLiteral("text"), note.text},
            {QStringLiteral("tags"), QJsonArray::fromStringList(note.tags)},
            {QStringLiteral("color"), colorName(note.color)},
            {QStringLiteral("created"), dateToJson(note.created)},
            {QStringLiteral("modified"), dateToJson(note.modified)},
            {QStringLiteral("deleted"), dateToJson(note.deleted.value_or(QDateTime()))},
            {QStringLiteral("starred"), note.starred},
            {QStringLiteral("audio"), audioToJson(note.audio)}};
}

Result<Note> noteFromJson(const QJsonObject &object)
{
    QString wrong;
    Members members(wrong);
    Note note;
    note.id = base::NoteId(members.text(object, QStringLiteral("id")));
    members.check(isNoteId(note.id.text()), QStringLiteral("id"));
    note.episode =
        base::EpisodeId(members.number(object, QStringLiteral("episodeNumber")).value_or(0));
    note.episodeRef = episodeFrom(members.object(object, QStringLiteral("episode")), members);
    const std::optional<qint64> start = members.number(object, QStringLiteral("startMs"));
    members.check(start.has_value(), QStringLiteral("startMs"));
    note.start = MediaTime::fromMs(start.value_or(0));
    if (const auto end = members.number(object, QStringLiteral("endMs")))
        note.end = MediaTime::fromMs(*end);
    note.anchor = anchorFrom(members.object(object, QStringLiteral("anchor")), members);
    note.text = members.text(object, QStringLiteral("text"));
    note.tags = members.texts(object, QStringLiteral("tags"));
    note.color = members.named(object, QStringLiteral("color"), colorFromName, Color::Yellow);
    note.created = members.date(object, QStringLiteral("created"));
    note.modified = members.date(object, QStringLiteral("modified"));
    if (const QDateTime deleted = members.date(object, QStringLiteral("deleted"));
        deleted.isValid())
        note.deleted = deleted;
    note.starred = members.flag(object, QStringLiteral("starred"));
    note.audio = audioFrom(members.object(object, QStringLiteral("audio")), members);
    if (!wrong.isEmpty())
        return unexpected(ErrorCode::Malformed,
                          QStringLiteral("\"%1\" of the note is not what it should be").arg(wrong));
    return note;
}

} // namespace app::notes::internal
