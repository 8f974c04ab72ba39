// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/importreaders.h"
#include "app/exports/internal/notejson.h"
#include "app/exports/internal/plaintext.h"
#include "app/notes/noteid.h"
#include "app/notes/tags.h"
#include "app/timestamps/timecode.h"

#include <QJsonObject>
#include <QUuid>

#include <cmath>

namespace app::exports::internal {

using notes::Note;
using timestamps::MediaTime;

namespace {

constexpr double latestSeconds = 1e6 * 3600;
constexpr qsizetype mostParts = 1000; ///< bodies, targets or selectors of one annotation

/// The model lets one stand where several may.
QJsonArray several(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    QJsonArray items = value.isArray() ? value.toArray() : QJsonArray{value};
    while (items.size() > mostParts)
        items.removeLast();
    return items;
}

/// Of a resource that is its address, or has one.
QString idOf(const QJsonValue &value)
{
    return value.isObject() ? value.toObject().value(u"id").toString() : value.toString();
}

/// "npt:270.5", "4:30" or "270".
std::optional<MediaTime> fragmentTime(QStringView text)
{
    if (text.startsWith(u"npt:"))
        text = text.sliced(4);
    return timestamps::parseTimecode(text);
}

/// "t=npt:270.5,285" among the parts of a fragment. Source: Media Fragments URI 1.0, 4.2.1.
bool readFragment(QStringView fragment, Note &note)
{
    for (const QStringView part : fragment.split(u'&')) {
        if (!part.startsWith(u"t="))
            continue;
        const QStringView value = part.sliced(2);
        const qsizetype comma = value.indexOf(u',');
        const QStringView first = comma < 0 ? value : value.first(comma);
        // No start is the beginning of the recording.
        const auto start = first.isEmpty() ? MediaTime() : fragmentTime(first);
        if (!start)
            continue;
        note.start = *start;
        const auto end = comma < 0 ? std::nullopt : fragmentTime(value.sliced(comma + 1));
        if (end && *end > *start)
            note.end = end;
        return true;
    }
    return false;
}

bool readSeconds(const QJsonObject &selector, Note &note)
{
    const double start = selector.value(u"start").toDouble(-1);
    const double end = selector.value(u"end").toDouble(-1);
    if (!(start >= 0) || start > latestSeconds)
        return false;
    note.start = MediaTime::fromMs(std::llround(start * 1000));
    if (end > start && end <= latestSeconds)
        note.end = MediaTime::fromMs(std::llround(end * 1000));
    return true;
}

/// \return true when it says where in a recording
bool readSelector(const QJsonObject &selector, Note &note)
{
    const QString type = selector.value(u"type").toString();
    if (type == QStringLiteral("TextQuoteSelector")) {
        note.anchor.quote = selector.value(u"exact").toString();
        note.anchor.prefix = selector.value(u"prefix").toString();
        note.anchor.suffix = selector.value(u"suffix").toString();
        return false;
    }
    if (type == QStringLiteral("FragmentSelector"))
        return readFragment(selector.value(u"value").toString(), note);
    return type == QStringLiteral("MediaTimeSelector") && readSeconds(selector, note);
}

/// \return true when it says where in a recording
bool readTarget(const QJsonValue &target, Note &note)
{
    const QJsonObject object = target.toObject();
    const QString source = target.isString()            ? target.toString()
                           : object.contains(u"source") ? idOf(object.value(u"source"))
                                                        : object.value(u"id").toString();
    const qsizetype hash = source.indexOf(u'#');
    bool timed = hash >= 0 && readFragment(QStringView(source).sliced(hash + 1), note);
    for (const QJsonValue &selector : several(object.value(u"selector")))
        timed = readSelector(selector.toObject(), note) || timed;
    if (timed)
        note.episodeRef.enclosureUrl = webAddress(hash < 0 ? source : source.first(hash));
    return timed;
}

void readBody(const QJsonValue &value, Note &note)
{
    const QJsonObject body = value.toObject();
    const QString text = body.value(u"value").toString();
    if (body.value(u"type").toString() != QStringLiteral("TextualBody") || text.isEmpty())
        return;
    if (body.value(u"purpose").toString() == QStringLiteral("tagging"))
        note.tags.append(text);
    else
        note.text += note.text.isEmpty() ? text : QString(u"\n\n" + text);
}

QDateTime dateOf(const QJsonValue &value)
{
    const QDateTime date = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!date.isValid() || date.date().year() < 1 || date.date().year() > 9999)
        return {};
    return date.timeSpec() == Qt::LocalTime ? QDateTime(date.date(), date.time(), Qt::UTC)
                                            : date.toUTC();
}

/// What others call it is made ours, the same each time.
base::NoteId noteIdOf(const QString &id)
{
    const QString ours = id.startsWith(QStringLiteral("urn:uuid:")) ? id.sliced(9).toLower() : id;
    if (id.isEmpty() || notes::isNoteId(ours))
        return base::NoteId(ours);
    const QUuid webSpace(QStringLiteral("6ba7b811-9dad-11d1-80b4-00c04fd430c8"));
    return base::NoteId(QUuid::createUuidV5(webSpace, id).toString(QUuid::WithoutBraces));
}

void readHypothesis(const QJsonObject &annotation, Note &note)
{
    if (note.text.isEmpty())
        note.text = annotation.value(u"text").toString();
    for (const QJsonValue &tag : several(annotation.value(u"tags")))
        note.tags.append(tag.toString());
    const QJsonValue title = annotation.value(u"document").toObject().value(u"title");
    note.episodeRef.episodeTitle = plainLine(several(title).first().toString());
    note.episodeRef.link = webAddress(annotation.value(u"uri").toString());
    if (!note.modified.isValid())
        note.modified = dateOf(annotation.value(u"updated"));
}

/// What we wrote has all of the note, in two places: the model's and ours.
base::Result<Note> ourNote(const QJsonObject &annotation, const Note &read, const QString &where)
{
    QJsonObject all = annotation.value(u"earmark:note").toObject();
    const auto date = [](const QDateTime &value) {
        return value.isValid() ? QJsonValue(value.toString(Qt::ISODateWithMs)) : QJsonValue();
    };
    all[u"id"] = read.id.text();
    all[u"start"] = static_cast<double>(read.start.ms()) / 1000;
    if (!read.anchor.quote.isEmpty()) {
        all[u"quote"] = read.anchor.quote;
        all[u"prefix"] = read.anchor.prefix;
        all[u"suffix"] = read.anchor.suffix;
    }
    all[u"text"] = read.text;
    all[u"tags"] = QJsonArray::fromStringList(read.tags);
    all[u"created"] = date(read.created);
    all[u"modified"] = date(read.modified);
    return noteFromJson(all, where);
}

void readAnnotation(const QJsonObject &annotation, const QString &where, NoteCollector &collector)
{
    Note note;
    bool timed = false;
    for (const QJsonValue &target : several(annotation.value(u"target")))
        timed = readTarget(target, note) || timed;
    if (!timed) {
        collector.leaveOut(where, QStringLiteral("it has no place in a recording"));
        return;
    }
    note.id = noteIdOf(annotation.value(u"id").toString());
    note.text = annotation.value(u"bodyValue").toString();
    for (const QJsonValue &body : several(annotation.value(u"body")))
        readBody(body, note);
    note.created = dateOf(annotation.value(u"created"));
    note.modified = dateOf(annotation.value(u"modified"));
    if (annotation.value(u"earmark:note").isObject()) {
        base::Result<Note> ours = ourNote(annotation, note, where);
        if (ours)
            collector.add(*std::move(ours));
        else
            collector.leaveOut(where, ours.error().detail.sliced(where.size() + 2));
        return;
    }
    readHypothesis(annotation, note);
    note.tags = notes::cleanTags(note.tags);
    if (note.episodeRef.episodeTitle.isEmpty())
        collector.addNameless(std::move(note));
    else
        collector.add(std::move(note));
}

} // namespace

QJsonArray annotationsOf(const QJsonDocument &document)
{
    if (document.isArray())
        return document.array();
    const QJsonObject object = document.object();
    const QJsonObject page = object.value(u"first").toObject(object);
    for (const char16_t *key : {u"items", u"rows"}) {
        if (page.value(QStringView(key)).isArray())
            return page.value(QStringView(key)).toArray();
    }
    return object.contains(u"target") ? QJsonArray{object} : QJsonArray();
}

void readWebAnnotations(const QJsonArray &annotations, NoteCollector &collector)
{
    for (qsizetype at = 0; at < annotations.size() && !collector.isFull(); ++at)
        readAnnotation(
            annotations[at].toObject(), QStringLiteral("annotation %1").arg(at + 1), collector);
}

base::Result<std::vector<Note>> readNoteArray(const QJsonArray &items)
{
    std::vector<Note> notes;
    for (qsizetype at = 0; at < items.size(); ++at) {
        auto note = noteFromJson(items[at].toObject(), QStringLiteral("note %1").arg(at + 1));
        if (!note)
            return base::unexpected(note.error());
        notes.push_back(*std::move(note));
    }
    return notes;
}

} // namespace app::exports::internal
