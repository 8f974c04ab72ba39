// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/transcriptworth.h"

#include <QLocale>

#include <algorithm>
#include <map>

namespace app::session::internal {

using transcripts::Format;

namespace {

// Source of the order: Podcasting 2.0 transcripts, "Supported formats", and what each can hold.
constexpr int timedWords = 8;
constexpr int webVttVoices = 7;
constexpr int webVttTimes = 6;
constexpr int subRipTimes = 5;
constexpr int jsonTimes = 4;
constexpr int htmlTimes = 3;
constexpr int plainTimes = 2;
constexpr int htmlText = 1;
constexpr int plainText = 0;

bool hasWords(const transcripts::Transcript &transcript)
{
    return std::any_of(transcript.cues.begin(), transcript.cues.end(), [](const auto &cue) {
        return !cue.words.empty();
    });
}

bool hasSpeakers(const transcripts::Transcript &transcript)
{
    return std::any_of(transcript.cues.begin(), transcript.cues.end(), [](const auto &cue) {
        return !cue.speaker.isEmpty();
    });
}

int formOf(Format format, const transcripts::Transcript &transcript)
{
    if (!transcript.isTimed()) {
        return format == Format::Html ? htmlText : plainText;
    }
    if (hasWords(transcript)) {
        return timedWords;
    }
    switch (format) {
    case Format::WebVtt:
    case Format::Ttml:
        return hasSpeakers(transcript) ? webVttVoices : webVttTimes;
    case Format::SubRip:
    case Format::SubViewer:
    case Format::Table:
        return subRipTimes;
    case Format::Json:
    case Format::Lyrics:
        return jsonTimes;
    case Format::Html:
        return htmlTimes;
    case Format::Plain:
        break;
    }
    return plainTimes;
}

QString mimeType(const feeds::TranscriptLink &link)
{
    return link.type.section(QLatin1Char(';'), 0, 0).trimmed().toLower();
}

bool areCaptions(const feeds::TranscriptLink &link)
{
    return link.rel.contains(QLatin1String("captions"), Qt::CaseInsensitive);
}

QLocale::Language languageOf(const QString &code)
{
    qsizetype end = 0;
    while (end < code.size() && code[end].isLetter()) {
        ++end;
    }
    return QLocale::codeToLanguage(code.left(end));
}

} // namespace

TranscriptFacts factsOf(const library::TranscriptRecord &record)
{
    const auto transcript = transcripts::readTranscript(record.bytes, record.type);
    return transcript ? factsOf(record, *transcript) : TranscriptFacts();
}

TranscriptFacts factsOf(const library::TranscriptRecord &record,
                        const transcripts::Transcript &transcript)
{
    TranscriptFacts facts;
    facts.readable = true;
    facts.timed = transcript.isTimed();
    facts.hasWordTimes = hasWords(transcript);
    facts.form = formOf(transcripts::sniffFormat(record.bytes, record.type), transcript);
    facts.language =
        transcript.language.isEmpty() ? record.language.toLower() : transcript.language;
    return facts;
}

int formPromised(const feeds::TranscriptLink &link)
{
    static const std::map<QString, int> promises{
        {QStringLiteral("application/json"), timedWords},
        {QStringLiteral("application/ttml+xml"), timedWords},
        {QStringLiteral("text/vtt"), webVttVoices},
        {QStringLiteral("application/x-subrip"), subRipTimes},
        {QStringLiteral("application/srt"), subRipTimes},
        {QStringLiteral("application/srr"), subRipTimes},
        {QStringLiteral("text/srt"), subRipTimes},
        {QStringLiteral("text/html"), htmlTimes},
        {QStringLiteral("text/plain"), plainTimes},
    };
    const auto found = promises.find(mimeType(link));
    if (found != promises.end() && found->second > htmlTimes) {
        return found->second;
    }
    if (areCaptions(link)) {
        return jsonTimes;
    }
    return found != promises.end() ? found->second : htmlText;
}

std::optional<bool> timesPromised(const feeds::TranscriptLink &link)
{
    return formPromised(link) > htmlTimes ? std::optional(true) : std::nullopt;
}

int LanguageWish::worth(const QString &language) const
{
    const auto given = languageOf(language);
    if (given == QLocale::AnyLanguage || given == languageOf(ofPodcast)) {
        return 2;
    }
    const bool isListeners =
        std::any_of(ofListener.begin(), ofListener.end(), [given](const QString &one) {
            return languageOf(one) == given;
        });
    if (!isListeners) {
        return 0;
    }
    return languageOf(ofPodcast) == QLocale::AnyLanguage ? 2 : 1;
}

Worth worthOf(const library::TranscriptRecord &record,
              const TranscriptFacts &facts,
              bool corrected,
              const LanguageWish &wish)
{
    using library::TranscriptSource;
    Worth worth;
    worth.byHand =
        record.source == TranscriptSource::Attached || record.source == TranscriptSource::Pasted;
    worth.corrected = corrected;
    worth.timed = facts.timed;
    worth.source = library::preference(record.source);
    // Lyrics are the least of what has no times: they may be anything somebody put there.
    if (!facts.timed && record.source == TranscriptSource::Embedded) {
        worth.source = -1;
    }
    worth.language = wish.worth(facts.language);
    worth.form = facts.form;
    worth.fetchedMs = record.fetched.isValid() ? record.fetched.toMSecsSinceEpoch() : 0;
    worth.id = record.id.number();
    return worth;
}

std::vector<feeds::TranscriptLink> rankLinks(std::vector<feeds::TranscriptLink> links,
                                             const LanguageWish &wish)
{
    const auto key = [&wish](const feeds::TranscriptLink &link) {
        return std::pair(wish.worth(link.language), formPromised(link));
    };
    std::stable_sort(links.begin(), links.end(), [&key](const auto &a, const auto &b) {
        return key(a) > key(b);
    });
    return links;
}

} // namespace app::session::internal
