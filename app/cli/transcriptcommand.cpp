// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/values.h"
#include "app/transcripts/transcriptreader.h"
#include "app/transcripts/transcriptwriter.h"

#include <QJsonDocument>

namespace app::cli {
namespace {

constexpr qint64 largestTranscript = 64LL << 20;

QJsonObject cueValue(const transcripts::Cue &cue)
{
    QJsonValue words;
    if (!cue.words.empty()) {
        QJsonArray list;
        for (const transcripts::Word &word : cue.words) {
            list.append(QJsonObject{{QStringLiteral("start"), secondsValue(word.start)},
                                    {QStringLiteral("end"), secondsValue(word.end)},
                                    {QStringLiteral("text"), word.text}});
        }
        words = list;
    }
    return {
        {QStringLiteral("startTime"), secondsValue(cue.start)},
        {QStringLiteral("endTime"), secondsValue(cue.end)},
        {QStringLiteral("speaker"), textValue(cue.speaker)},
        {QStringLiteral("body"), cue.body},
        {QStringLiteral("words"), words},
    };
}

Outcome run(Context &, const QCommandLineParser &parser)
{
    const QString target = parser.value(QStringLiteral("to")).toLower();
    static const QStringList known{QStringLiteral("json"),
                                   QStringLiteral("vtt"),
                                   QStringLiteral("srt"),
                                   QStringLiteral("txt"),
                                   QStringLiteral("html")};
    if (!known.contains(target)) {
        return Outcome::usage(
            QStringLiteral("--to must be one of %1").arg(known.join(QStringLiteral(", "))));
    }
    const auto bytes = readInput(parser.positionalArguments().constFirst(), largestTranscript);
    if (!bytes) {
        return bytes.error();
    }
    const auto transcript =
        transcripts::readTranscript(*bytes, parser.value(QStringLiteral("type")));
    if (!transcript) {
        return transcript.error();
    }
    QJsonArray segments;
    for (const transcripts::Cue &cue : transcript->cues) {
        segments.append(cueValue(cue));
    }
    const QJsonObject value{{QStringLiteral("language"), textValue(transcript->language)},
                            {QStringLiteral("segments"), segments}};
    Outcome outcome(value, {});
    outcome.raw = target == QLatin1String("vtt")    ? transcripts::writeWebVtt(*transcript)
                  : target == QLatin1String("srt")  ? transcripts::writeSubRip(*transcript)
                  : target == QLatin1String("txt")  ? transcripts::writePlainText(*transcript)
                  : target == QLatin1String("html") ? transcripts::writeHtml(*transcript)
                                                    : QJsonDocument(value).toJson();
    return outcome;
}

} // namespace

Command transcriptCommand()
{
    return {
        .name = QStringLiteral("transcript"),
        .arguments = QStringLiteral("FILE or -"),
        .summary = QStringLiteral("read a transcript in any known form and write it in another"),
        .options = {{QStringLiteral("type"),
                     QStringLiteral("what it claims to be; only a hint"),
                     QStringLiteral("MIME")},
                    {QStringLiteral("to"),
                     QStringLiteral("json, vtt, srt, txt or html"),
                     QStringLiteral("FORM"),
                     QStringLiteral("json")}},
        .fewest = 1,
        .most = 1,
        .run = run,
    };
}

} // namespace app::cli
