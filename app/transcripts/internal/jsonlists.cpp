// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/jsonlists.h"

#include "app/transcripts/internal/punctuation.h"

#include <QHash>
#include <QJsonObject>

namespace app::transcripts::internal {

namespace {

constexpr QLatin1String textKey("text");
constexpr QLatin1String speakerKey("speaker");
constexpr QLatin1String startKey("start");
constexpr QLatin1String endKey("end");
constexpr QLatin1String startMsKey("start_ms");
constexpr QLatin1String endMsKey("end_ms");

/// What is longer is no word, whatever a document says.
constexpr qsizetype longestWord = 200;

/// Words of a list on their way; punctuation that comes alone goes to the word before.
class WordList
{
public:
    void add(QJsonObject word)
    {
        flush();
        m_last = std::move(word);
    }

    void addPunctuation(const QString &mark)
    {
        const QString before = m_last.value(textKey).toString();
        if (!before.isEmpty() && before.size() < longestWord)
            m_last.insert(textKey, QString(before + mark.trimmed()));
    }

    QJsonArray take()
    {
        flush();
        return std::exchange(m_words, {});
    }

private:
    void flush()
    {
        if (!m_last.isEmpty())
            m_words.append(std::exchange(m_last, {}));
    }

    QJsonArray m_words;
    QJsonObject m_last;
};

/// Amazon: words and punctuation in one list, what was heard in "alternatives".
QJsonArray fromItems(const QJsonArray &items)
{
    WordList words;
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        const QJsonObject heard = item.value(u"alternatives").toArray().at(0).toObject();
        const QString text = heard.value(u"content").toString();
        if (item.value(u"type") == QLatin1String("punctuation")) {
            words.addPunctuation(text);
            continue;
        }
        words.add({{textKey, text},
                   {startKey, item.value(u"start_time")},
                   {endKey, item.value(u"end_time")},
                   {speakerKey, item.value(u"speaker_label")}});
    }
    return words.take();
}

/// Rev: what a speaker says without being interrupted, in elements.
QJsonArray fromMonologues(const QJsonArray &monologues, const QJsonArray &speakers)
{
    QHash<int, QJsonValue> names;
    for (const QJsonValue &value : speakers) {
        if (value.toObject().value(u"name").isString())
            names.insert(value.toObject().value(u"id").toInt(-1), value.toObject().value(u"name"));
    }
    WordList words;
    for (const QJsonValue &value : monologues) {
        const QJsonObject monologue = value.toObject();
        const QJsonValue speaker = monologue.value(speakerKey);
        for (const QJsonValue &part : monologue.value(u"elements").toArray()) {
            const QJsonObject element = part.toObject();
            const QString text = element.value(u"value").toString();
            if (element.value(u"ts").isUndefined()) {
                words.addPunctuation(text);
                continue;
            }
            words.add({{textKey, text},
                       {startKey, element.value(u"ts")},
                       {endKey, element.value(u"end_ts")},
                       {speakerKey, names.value(speaker.toInt(-1), speaker)}});
        }
    }
    return words.take();
}

/// Google: results with words, or with a text only.
QJsonArray fromResults(const QJsonArray &results)
{
    QJsonArray list;
    for (const QJsonValue &value : results) {
        const QJsonObject best = value.toObject().value(u"alternatives").toArray().at(0).toObject();
        const QJsonArray words = best.value(u"words").toArray();
        for (const QJsonValue &entry : words) {
            QJsonObject word = entry.toObject();
            word.insert(speakerKey, word.value(u"speakerTag"));
            list.append(word);
        }
        if (words.isEmpty() && !best.value(u"transcript").toString().isEmpty())
            list.append(best);
    }
    return list;
}

/// YouTube: events with parts whose times count from that of the event.
QJsonArray fromEvents(const QJsonArray &events)
{
    QJsonArray list;
    for (const QJsonValue &value : events) {
        const QJsonObject event = value.toObject();
        const double start = event.value(u"tStartMs").toDouble(-1);
        const double length = event.value(u"dDurationMs").toDouble(-1);
        QString text;
        QJsonArray words;
        for (const QJsonValue &entry : event.value(u"segs").toArray()) {
            const QJsonObject part = entry.toObject();
            const QString said = part.value(u"utf8").toString();
            text += said;
            words.append(QJsonObject{{textKey, said},
                                     {startMsKey, start + part.value(u"tOffsetMs").toDouble()}});
        }
        QJsonObject segment{{textKey, text}, {startMsKey, start}};
        if (length >= 0)
            segment.insert(endMsKey, start + length);
        // A single part is a line of captions made by hand, no word.
        if (words.size() > 1)
            segment.insert(QStringLiteral("words"), words);
        if (!text.trimmed().isEmpty())
            list.append(segment);
    }
    return list;
}

/// Lists that are grouped by who speaks ("items"), made one.
QJsonArray flattened(const QJsonArray &list)
{
    const bool grouped = list.at(0).toObject().value(u"items").isArray();
    if (!grouped)
        return list;
    QJsonArray flat;
    for (const QJsonValue &value : list) {
        const QJsonObject group = value.toObject();
        for (const QJsonValue &entry : group.value(u"items").toArray()) {
            QJsonObject item = entry.toObject();
            for (const QLatin1String key : {speakerKey, QLatin1String("voice")}) {
                if (!item.contains(key) && group.contains(key))
                    item.insert(key, group.value(key));
            }
            flat.append(item);
        }
    }
    return flat;
}

QJsonArray fromResultObject(const QJsonObject &results)
{
    if (const QJsonArray items = results.value(u"items").toArray(); !items.isEmpty())
        return fromItems(items);
    if (const QJsonArray utterances = results.value(u"utterances").toArray(); !utterances.isEmpty())
        return utterances;
    const QJsonArray channels = results.value(u"channels").toArray();
    const QJsonArray alternatives = channels.at(0).toObject().value(u"alternatives").toArray();
    return alternatives.at(0).toObject().value(u"words").toArray();
}

} // namespace

QJsonArray findJsonList(const QJsonDocument &document)
{
    if (document.isArray())
        return flattened(document.array());
    const QJsonObject root = document.object();
    for (const QStringView key : {u"segments",
                                  u"transcription",
                                  u"transcripts",
                                  u"transcript",
                                  u"utterances",
                                  u"cues",
                                  u"words"}) {
        const QJsonArray list = root.value(key).toArray();
        if (!list.isEmpty())
            return flattened(list);
    }
    if (const QJsonArray monologues = root.value(u"monologues").toArray(); !monologues.isEmpty())
        return fromMonologues(monologues, root.value(u"speakers").toArray());
    if (const QJsonArray events = root.value(u"events").toArray(); !events.isEmpty())
        return fromEvents(events);
    const QJsonValue results = root.value(u"results");
    return results.isArray() ? fromResults(results.toArray())
                             : fromResultObject(results.toObject());
}

QString findJsonText(const QJsonDocument &document)
{
    const QJsonObject root = document.object();
    for (const QStringView key : {u"transcript", u"transcription", u"text"}) {
        const QString text = root.value(key).toString();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

QJsonArray wordsOfTokens(const QJsonArray &tokens)
{
    QJsonArray words;
    QJsonObject word;
    const auto flush = [&] {
        if (!word.value(textKey).toString().trimmed().isEmpty())
            words.append(word);
        word = QJsonObject();
    };
    for (const QJsonValue &value : tokens) {
        const QJsonObject token = value.toObject();
        const QString text = token.value(textKey).toString();
        const QJsonObject offsets = token.value(u"offsets").toObject();
        if (text.isEmpty() || text.startsWith(QStringView(u"[_")) || offsets.isEmpty())
            continue;
        const QString before = word.value(textKey).toString();
        if (before.isEmpty() || text.front().isSpace() || isWideLetter(text.front())) {
            flush();
            word = {{textKey, text}, {startMsKey, offsets.value(u"from")}};
        } else if (before.size() < longestWord) {
            word.insert(textKey, QString(before + text));
        }
        word.insert(endMsKey, offsets.value(u"to"));
    }
    flush();
    return words;
}

} // namespace app::transcripts::internal
