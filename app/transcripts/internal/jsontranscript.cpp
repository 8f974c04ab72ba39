// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/jsontranscript.h"

#include "app/transcripts/internal/caption.h"
#include "app/transcripts/internal/jsonlists.h"
#include "app/transcripts/internal/jsonsegments.h"
#include "app/transcripts/internal/plaintext.h"
#include "app/transcripts/internal/speakers.h"
#include "app/transcripts/internal/webvtt.h"
#include "app/transcripts/internal/wordjoiner.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace app::transcripts::internal {

using base::ErrorCode;

namespace {

/// A parsed value takes some 16 bytes beside its text; this keeps a hostile document below 200 MB.
constexpr qsizetype mostValues = 8'000'000;

bool hasTooManyValues(QStringView text)
{
    return std::count_if(text.begin(),
                         text.end(),
                         [](QChar c) { return c == u',' || c == u'[' || c == u'{'; })
           > mostValues;
}

QString languageOf(const QJsonDocument &document)
{
    const QJsonObject object = document.object();
    QString language = object.value(u"language").toString();
    if (language.isEmpty())
        language = object.value(u"language_code").toString();
    if (language.isEmpty())
        language = object.value(u"result").toObject().value(u"language").toString();
    constexpr qsizetype longest = 35; // of a BCP 47 tag
    return language.size() <= longest ? language.trimmed().toLower() : QString();
}

bool isWordLevel(const std::vector<Segment> &segments)
{
    constexpr qsizetype longestWord = 24;
    std::size_t words = 0;
    std::size_t filled = 0;
    for (const Segment &segment : segments) {
        const QStringView body = QStringView(segment.text).trimmed();
        if (!segment.words.empty())
            return false;
        if (body.isEmpty())
            continue;
        ++filled;
        const bool inner =
            std::any_of(body.begin(), body.end(), [](QChar c) { return c.isSpace(); });
        if (!inner && body.size() <= longestWord && segment.start)
            ++words;
    }
    return filled >= 3 && words * 10 >= filled * 9;
}

/// Words count only where they stand in the body, in order.
std::vector<Word> wordsInBody(const std::vector<Segment> &segments, QStringView body)
{
    std::vector<Word> words;
    qsizetype from = 0;
    for (const Segment &segment : segments) {
        const QString text = singleSpaced(segment.text);
        if (text.isEmpty() || !segment.start)
            continue;
        const qsizetype found = findNear(body, text, from);
        if (found < 0)
            continue;
        from = found + text.size();
        words.push_back({*segment.start, segment.end.value_or(*segment.start), text});
    }
    return words;
}

Cue cueOf(const Segment &segment)
{
    Cue cue;
    cue.start = segment.start;
    cue.end = segment.end;
    if (cue.end && (!cue.start || *cue.end < *cue.start))
        cue.end.reset();
    cue.speaker = segment.speaker;
    cue.body = singleSpaced(segment.text);
    if (cue.body.isEmpty() && !segment.words.empty()) {
        std::vector<Cue> joined = joinWords(segment.words, WordBreaks::Never);
        if (!joined.empty())
            cue.body = singleSpaced(joined.front().body);
    }
    cue.words = wordsInBody(segment.words, cue.body);
    if (!cue.body.isEmpty() && segment.text.endsWith(u'\n'))
        cue.body.append(u'\n');
    return cue;
}

void findNames(std::vector<Cue> &cues, const KnownNames &known)
{
    std::vector<Caption> captions;
    captions.reserve(cues.size());
    for (Cue &cue : cues) {
        Caption caption;
        caption.start = cue.start;
        caption.lines.push_back({cue.speaker, cue.body, cue.words});
        captions.push_back(std::move(caption));
    }
    findSpeakers(captions, known);
    for (std::size_t at = 0; at < cues.size(); ++at) {
        std::vector<CaptionLine> &lines = captions[at].lines;
        if (lines.empty() || QStringView(lines.front().text).trimmed().isEmpty()) {
            cues[at].body.clear();
            continue;
        }
        cues[at].speaker = lines.front().speaker;
        cues[at].body = lines.front().text;
        cues[at].words = std::move(lines.front().words);
    }
    std::erase_if(cues, [](const Cue &cue) { return cue.body.isEmpty(); });
}

/// A word without an end lasts until the next one, but not through a silence.
void closeWords(std::vector<Segment> &words)
{
    constexpr timestamps::Duration longest(2000);
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        Segment &word = words[at];
        const auto next = words[at + 1].start;
        if (word.start && !word.end && next && *next >= *word.start)
            word.end = std::min(*next, *word.start + longest);
    }
}

std::vector<Cue> cuesOf(std::vector<Segment> segments, const KnownNames &known)
{
    if (isWordLevel(segments)) {
        closeWords(segments);
        return joinWords(segments, WordBreaks::AtSentences);
    }
    std::vector<Cue> cues;
    cues.reserve(segments.size());
    for (const Segment &segment : segments) {
        Cue cue = cueOf(segment);
        if (!cue.body.isEmpty())
            cues.push_back(std::move(cue));
    }
    findNames(cues, known);
    return cues;
}

} // namespace

bool isJson(QStringView text)
{
    const QStringView start = text.first(std::min<qsizetype>(text.size(), 4096)).trimmed();
    if (start.isEmpty())
        return false;
    const QStringView rest = start.sliced(1).trimmed();
    const QChar next = rest.isEmpty() ? QChar() : rest[0];
    if (start[0] == u'{')
        return next == u'"' || next == u'}';
    return start[0] == u'[' && (next == u'{' || next == u']' || next == u'[');
}

base::Result<Transcript> readJson(const QString &text, const KnownNames &known)
{
    if (hasTooManyValues(text))
        return base::unexpected(ErrorCode::TooLarge,
                                QStringLiteral("the JSON transcript holds too many values"));
    QJsonParseError failure;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &failure);
    if (failure.error != QJsonParseError::NoError)
        return base::unexpected(ErrorCode::Malformed,
                                QStringLiteral("the JSON transcript is broken at byte %1: %2")
                                    .arg(failure.offset)
                                    .arg(failure.errorString()));
    Transcript transcript;
    const QString embedded = document.object().value(u"vtt").toString();
    if (isWebVtt(embedded))
        transcript = readWebVtt(embedded, known);
    if (transcript.cues.empty())
        transcript.cues = cuesOf(findSegments(document), known);
    if (transcript.cues.empty())
        transcript.cues = readPlainText(findJsonText(document), known).cues;
    if (transcript.language.isEmpty())
        transcript.language = languageOf(document);
    settleCues(transcript.cues);
    return transcript;
}

} // namespace app::transcripts::internal
