// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/notejson.h"
#include "app/notes/noteid.h"

#include <QJsonArray>

#include <cmath>
#include <utility>

namespace app::exports::internal {

using base::ErrorCode;
using base::Result;
using base::unexpected;
using notes::Note;
using timestamps::MediaTime;

namespace {

constexpr qsizetype largestOffset = qsizetype{1} << 40;
constexpr qsizetype largestText = qsizetype{32} << 20; ///< of one text in a note, in UTF-16 units
constexpr qsizetype mostTags = 1000;
constexpr qint64 latestMs = qint64{1'000'000} * 3'600'000;

/// Reads members of one line's object; the first mistake is kept and named.
class LineReader
{
public:
    explicit LineReader(QString where)
        : m_where(std::move(where))
    {}

    QString text(const QJsonObject &object, QStringView key);
    std::optional<qint64> ms(const QJsonObject &object, QStringView key);
    QDateTime date(const QJsonObject &object, QStringView key);
    qsizetype offset(const QJsonObject &object, QStringView key);
    bool flag(const QJsonObject &object, QStringView key);
    QStringList tags(const QJsonObject &object, QStringView key);
    QJsonObject object(const QJsonObject &parent, QStringView key);

    void fail(const QString &what) { fail(ErrorCode::Malformed, what); }

    void fail(ErrorCode code, const QString &what)
    {
        if (!m_error)
            m_error = {code, m_where + u": " + what, 0};
    }

    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }

private:
    void wrong(QStringView key)
    {
        fail(QStringLiteral("\"%1\" is not what it should be").arg(key));
    }

    QString checked(const QString &text, QStringView key);

    QString m_where;
    std::optional<base::Error> m_error;
};

bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

/// Half surrogate pairs, which JSON can spell, become U+FFFD, as they do in writing.
QString wellFormed(const QString &text)
{
    QString out = text;
    for (qsizetype at = 0; at < out.size(); ++at) {
        if (!out[at].isSurrogate())
            continue;
        const bool pair =
            out[at].isHighSurrogate() && at + 1 < out.size() && out[at + 1].isLowSurrogate();
        if (pair)
            ++at;
        else
            out[at] = QChar(QChar::ReplacementCharacter);
    }
    return out;
}

QString LineReader::checked(const QString &text, QStringView key)
{
    if (text.size() > largestText) {
        fail(ErrorCode::TooLarge, QStringLiteral("\"%1\" is over 32 MB").arg(key));
        return {};
    }
    return wellFormed(text);
}

QString LineReader::text(const QJsonObject &object, QStringView key)
{
    const QJsonValue value = object.value(key);
    if (isAbsent(value))
        return {};
    if (!value.isString())
        wrong(key);
    return checked(value.toString(), key);
}

std::optional<qint64> LineReader::ms(const QJsonObject &object, QStringView key)
{
    const QJsonValue value = object.value(key);
    if (isAbsent(value))
        return std::nullopt;
    const double seconds = value.toDouble(-1.0);
    if (!std::isfinite(seconds) || seconds < 0.0
        || seconds * 1000.0 > static_cast<double>(latestMs)) {
        wrong(key);
        return std::nullopt;
    }
    return std::llround(seconds * 1000.0);
}

QDateTime LineReader::date(const QJsonObject &object, QStringView key)
{
    const QJsonValue value = object.value(key);
    if (isAbsent(value))
        return {};
    const QDateTime written = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    // A date without a zone is meant in UTC.
    const QDateTime date = written.timeSpec() == Qt::LocalTime
                               ? QDateTime(written.date(), written.time(), Qt::UTC)
                               : written.toUTC();
    constexpr int lastYear = 9999; // that ISO 8601 can write in four digits
    if (!date.isValid() || date.date().year() < 1 || date.date().year() > lastYear) {
        wrong(key);
        return {};
    }
    return date;
}

qsizetype LineReader::offset(const QJsonObject &object, QStringView key)
{
    const QJsonValue value = object.value(key);
    if (isAbsent(value))
        return -1;
    const qint64 offset = value.toInteger(-1);
    if (offset < 0 || offset > largestOffset)
        wrong(key);
    return offset;
}

bool LineReader::flag(const QJsonObject &object, QStringView key)
{
    const QJsonValue value = object.value(key);
    if (!isAbsent(value) && !value.isBool())
        wrong(key);
    return value.toBool();
}

QStringList LineReader::tags(const QJsonObject &object, QStringView key)
{
    const QJsonValue value = object.value(key);
    if (isAbsent(value))
        return {};
    const QJsonArray array = value.toArray();
    if (!value.isArray() || array.size() > mostTags)
        wrong(key);
    QStringList tags;
    for (const QJsonValue &tag : array) {
        if (!tag.isString())
            wrong(key);
        tags.append(checked(tag.toString(), key));
    }
    return tags;
}

QJsonObject LineReader::object(const QJsonObject &parent, QStringView key)
{
    const QJsonValue value = parent.value(key);
    if (!isAbsent(value) && !value.isObject())
        wrong(key);
    return value.toObject();
}

notes::EpisodeRef readEpisode(const QJsonObject &line, LineReader &reader)
{
    const QJsonObject podcast = reader.object(line, u"podcast");
    const QJsonObject episode = reader.object(line, u"episode");
    notes::EpisodeRef ref;
    ref.podcastTitle = reader.text(podcast, u"title");
    ref.feedUrl = reader.text(podcast, u"feedUrl");
    ref.podcastGuid = reader.text(podcast, u"guid");
    ref.episodeTitle = reader.text(episode, u"title");
    ref.episodeGuid = reader.text(episode, u"guid");
    ref.link = reader.text(episode, u"link");
    ref.enclosureUrl = reader.text(episode, u"enclosureUrl");
    ref.published = reader.date(episode, u"published");
    if (const std::optional<qint64> duration = reader.ms(episode, u"duration"))
        ref.duration = timestamps::Duration(*duration);
    return ref;
}

notes::AudioIdentity readAudio(const QJsonObject &line, LineReader &reader)
{
    const QJsonObject object = reader.object(line, u"audio");
    notes::AudioIdentity audio;
    audio.sizeBytes = object.value(u"size").toInteger(0);
    if (audio.sizeBytes < 0)
        reader.fail(QStringLiteral("\"size\" is not what it should be"));
    if (const std::optional<qint64> duration = reader.ms(object, u"duration"))
        audio.duration = timestamps::Duration(*duration);
    audio.soundHash = reader.text(object, u"soundHash");
    return audio;
}

notes::Anchor readAnchor(const QJsonObject &line, LineReader &reader)
{
    notes::Anchor anchor;
    anchor.quote = reader.text(line, u"quote");
    anchor.prefix = reader.text(line, u"prefix");
    anchor.suffix = reader.text(line, u"suffix");
    anchor.offset = reader.offset(line, u"offset");
    anchor.textHash = reader.text(line, u"textHash");
    anchor.speaker = reader.text(line, u"speaker");
    const auto source = notes::quoteSourceFromName(reader.text(line, u"quoteSource"));
    if (!source)
        reader.fail(QStringLiteral("\"quoteSource\" is unknown"));
    anchor.source = source.value_or(notes::QuoteSource::None);
    anchor.transcriptHash = reader.text(line, u"transcriptHash");
    const QString state = reader.text(line, u"anchorState");
    const auto known =
        state.isEmpty() ? notes::AnchorState::Exact : notes::anchorStateFromName(state);
    if (!known)
        reader.fail(QStringLiteral("\"anchorState\" is unknown"));
    anchor.state = known.value_or(notes::AnchorState::Exact);
    return anchor;
}

Note readNote(const QJsonObject &line, LineReader &reader)
{
    Note note;
    const QString id = reader.text(line, u"id");
    if (!notes::isNoteId(id))
        reader.fail(QStringLiteral("\"id\" is not a UUID"));
    note.id = base::NoteId(id);
    note.episodeRef = readEpisode(line, reader);
    const std::optional<qint64> start = reader.ms(line, u"start");
    if (!start)
        reader.fail(QStringLiteral("\"start\" is missing"));
    note.start = MediaTime::fromMs(start.value_or(0));
    if (const std::optional<qint64> end = reader.ms(line, u"end"))
        note.end = MediaTime::fromMs(*end);
    note.anchor = readAnchor(line, reader);
    note.text = reader.text(line, u"text");
    note.tags = reader.tags(line, u"tags");
    const QString color = reader.text(line, u"color");
    const auto known = color.isEmpty() ? notes::Color::Yellow : notes::colorFromName(color);
    if (!known)
        reader.fail(QStringLiteral("\"color\" is unknown"));
    note.color = known.value_or(notes::Color::Yellow);
    note.created = reader.date(line, u"created");
    note.modified = reader.date(line, u"modified");
    if (const QDateTime deleted = reader.date(line, u"deleted"); deleted.isValid())
        note.deleted = deleted;
    note.starred = reader.flag(line, u"starred");
    note.audio = readAudio(line, reader);
    return note;
}

} // namespace

Result<Note> noteFromJson(const QJsonObject &object, const QString &where)
{
    LineReader reader(where);
    Note note = readNote(object, reader);
    if (reader.error())
        return unexpected(*reader.error());
    return note;
}

} // namespace app::exports::internal
