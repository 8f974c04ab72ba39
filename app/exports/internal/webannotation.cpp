// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/deeplink.h"
#include "app/exports/internal/formats.h"
#include "app/exports/internal/notejson.h"
#include "app/exports/internal/notetexts.h"
#include "app/exports/internal/plaintext.h"
#include "app/exports/internal/seconds.h"
#include "app/transcripts/jsonstring.h"

#include <QUuid>

#include <algorithm>

namespace app::exports::internal {

using notes::Note;
using transcripts::jsonString;

namespace {

QString array(const QStringList &items)
{
    return u'[' + items.join(u',') + u']';
}

QString fragmentOf(const Note &note)
{
    QString value = u"t=npt:" + secondsText(note.start.ms());
    if (isRange(note))
        value += u',' + secondsText(note.end->ms());
    return value;
}

QString soundTarget(const Note &note)
{
    const QString enclosure = webAddress(note.episodeRef.enclosureUrl);
    ObjectWriter source;
    source.addText(u"id",
                   enclosure.isEmpty() ? deepLink(note.episodeRef, timestamps::MediaTime())
                                       : enclosure);
    source.addText(u"type", QStringLiteral("Sound"));
    ObjectWriter selector;
    selector.addText(u"type", QStringLiteral("FragmentSelector"));
    selector.addText(u"conformsTo", QStringLiteral("http://www.w3.org/TR/media-frags/"));
    selector.addText(u"value", fragmentOf(note));
    ObjectWriter target;
    target.addText(u"type", QStringLiteral("SpecificResource"));
    target.add(u"source", source.json());
    target.add(u"selector", selector.json());
    if (note.created.isValid()) {
        ObjectWriter state;
        state.addText(u"type", QStringLiteral("TimeState"));
        state.addText(u"sourceDate", utcText(note.created));
        target.add(u"state", state.json());
    }
    return target.json();
}

qsizetype codePoints(QStringView text)
{
    return text.size()
           - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

/// Counts in code points when the text is at hand. Texts follow each other in long exports, so the
/// last one is kept.
class PositionFinder
{
public:
    explicit PositionFinder(const ExportOptions &options)
        : m_options(options)
    {}

    /// Empty when nobody knows.
    QString selectorOf(const notes::Anchor &anchor)
    {
        if (anchor.offset < 0 || anchor.textHash.isEmpty() || !m_options.textOf)
            return {};
        if (anchor.textHash != m_hash) {
            m_hash = anchor.textHash;
            m_text = m_options.textOf(m_hash);
        }
        if (!m_text || QStringView(*m_text).mid(anchor.offset, anchor.quote.size()) != anchor.quote)
            return {};
        const qsizetype start = codePoints(QStringView(*m_text).first(anchor.offset));
        ObjectWriter selector;
        selector.addText(u"type", QStringLiteral("TextPositionSelector"));
        selector.add(u"start", QString::number(start));
        selector.add(u"end", QString::number(start + codePoints(anchor.quote)));
        return selector.json();
    }

private:
    const ExportOptions &m_options;
    QString m_hash;
    std::optional<QString> m_text;
};

/// An IRI for the text that was quoted from: a page, or a name made of what it holds.
QString textSource(const Note &note)
{
    const QString link = webAddress(note.episodeRef.link);
    if (note.anchor.source == notes::QuoteSource::ShowNotes && !link.isEmpty())
        return link;
    const QString &hash = note.anchor.textHash;
    const bool hex = !hash.isEmpty() && std::all_of(hash.begin(), hash.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
    return hex ? QString(u"urn:sha256:" + hash)
               : deepLink(note.episodeRef, timestamps::MediaTime());
}

QString textTarget(const Note &note, PositionFinder &positions)
{
    ObjectWriter source;
    source.addText(u"id", textSource(note));
    source.addText(u"type", QStringLiteral("Text"));
    ObjectWriter quote;
    quote.addText(u"type", QStringLiteral("TextQuoteSelector"));
    quote.addText(u"exact", note.anchor.quote);
    if (!note.anchor.prefix.isEmpty())
        quote.addText(u"prefix", note.anchor.prefix);
    if (!note.anchor.suffix.isEmpty())
        quote.addText(u"suffix", note.anchor.suffix);
    QStringList selectors = {quote.json()};
    if (const QString position = positions.selectorOf(note.anchor); !position.isEmpty())
        selectors.append(position);
    ObjectWriter target;
    target.addText(u"type", QStringLiteral("SpecificResource"));
    target.add(u"source", source.json());
    target.add(u"selector", array(selectors));
    return target.json();
}

QString body(const QString &purpose, const QString &value, bool isMarkdown)
{
    ObjectWriter object;
    object.addText(u"type", QStringLiteral("TextualBody"));
    object.addText(u"purpose", purpose);
    if (isMarkdown)
        object.addText(u"format", QStringLiteral("text/markdown"));
    object.addText(u"value", value);
    return object.json();
}

void addBodies(ObjectWriter &annotation, const Note &note)
{
    QStringList motivations;
    QStringList bodies;
    if (!note.anchor.quote.isEmpty())
        motivations.append(QStringLiteral("highlighting"));
    if (!note.text.isEmpty()) {
        motivations.append(QStringLiteral("commenting"));
        bodies.append(body(QStringLiteral("commenting"), note.text, true));
    }
    if (!note.tags.isEmpty())
        motivations.append(QStringLiteral("tagging"));
    for (const QString &tag : note.tags)
        bodies.append(body(QStringLiteral("tagging"), tag, false));
    if (motivations.isEmpty())
        motivations.append(QStringLiteral("bookmarking"));
    annotation.add(u"motivation", jsonArray(motivations));
    if (!bodies.isEmpty())
        annotation.add(u"body", array(bodies));
}

QString annotationOf(const Note &note, PositionFinder &positions)
{
    ObjectWriter annotation;
    annotation.addText(u"id", u"urn:uuid:" + note.id.text());
    annotation.addText(u"type", QStringLiteral("Annotation"));
    addBodies(annotation, note);
    if (note.created.isValid())
        annotation.addDate(u"created", note.created);
    if (note.modified.isValid())
        annotation.addDate(u"modified", note.modified);
    QStringList targets = {soundTarget(note)};
    if (!note.anchor.quote.isEmpty())
        targets.append(textTarget(note, positions));
    annotation.add(u"target", array(targets));
    ObjectWriter beyond;
    addBeyondTheModel(beyond, note);
    // The model cannot say an end that is not after the start.
    beyond.addTime(u"end", note.end ? std::optional<qint64>(note.end->ms()) : std::nullopt);
    if (note.anchor.quote.isEmpty()) {
        beyond.addText(u"prefix", note.anchor.prefix);
        beyond.addText(u"suffix", note.anchor.suffix);
    }
    annotation.add(u"earmark:note", beyond.json());
    return annotation.json();
}

/// The same notes have the same collection.
QString collectionId(const QStringList &ids, QStringView part)
{
    const QUuid space(QStringLiteral("6ba7b811-9dad-11d1-80b4-00c04fd430c8"));
    const QUuid id = QUuid::createUuidV5(space, ids.join(u'\n') + part);
    return u"urn:uuid:" + id.toString(QUuid::WithoutBraces);
}

} // namespace

QByteArray writeWebAnnotations(const std::vector<NoteGroup> &groups,
                               const ExportOptions &options,
                               NoteCounter &counter)
{
    PositionFinder positions(options);
    QStringList ids;
    QByteArray items;
    for (const NoteGroup &group : groups) {
        for (const Note *note : group.notes) {
            ids.append(note->id.text());
            items += items.isEmpty() ? "\n" : ",\n";
            items += annotationOf(*note, positions).toUtf8();
            if (!counter.count())
                return {};
        }
    }
    const QByteArray collection = jsonString(collectionId(ids, u"\ncollection")).toUtf8();
    const QByteArray page = jsonString(collectionId(ids, u"\npage")).toUtf8();
    return "{\"@context\":[\"http://www.w3.org/ns/anno.jsonld\",{\"earmark\":\"urn:earmark:\"}],"
           "\"id\":"
           + collection
           + ",\"type\":\"AnnotationCollection\",\"label\":\"Podcast notes\",\"total\":"
           + QByteArray::number(ids.size()) + ",\"first\":{\"id\":" + page
           + ",\"type\":\"AnnotationPage\",\"partOf\":" + collection
           + ",\"startIndex\":0,\"items\":[" + items + "\n]}}\n";
}

} // namespace app::exports::internal
