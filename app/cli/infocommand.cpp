// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/values.h"
#include "app/media/mediainfo.h"
#include "app/timestamps/timecode.h"

namespace app::cli {
namespace {

Outcome run(Context &context, const QCommandLineParser &parser)
{
    const auto path = findAudio(context, parser.positionalArguments().constFirst());
    if (!path) {
        return path.error();
    }
    const auto info = media::readMediaInfo(*path);
    if (!info) {
        return info.error();
    }
    const QJsonObject value{
        {QStringLiteral("duration"), lengthValue(info->duration)},
        {QStringLiteral("format"), textValue(info->format)},
        {QStringLiteral("codec"), textValue(info->codec)},
        {QStringLiteral("bitRate"), info->bitRate},
        {QStringLiteral("sampleRate"), info->sampleRate},
        {QStringLiteral("channels"), info->channels},
        {QStringLiteral("title"), textValue(info->title)},
        {QStringLiteral("artist"), textValue(info->artist)},
        {QStringLiteral("album"), textValue(info->album)},
        {QStringLiteral("chapters"), chaptersValue(info->chapters, false)},
        {QStringLiteral("lyrics"), textValue(info->lyrics)},
    };
    QStringList lines{
        QStringLiteral("%1  %2, %3 Hz, %4 channels, %5 kbit/s")
            .arg(timestamps::formatFullTimecode(timestamps::MediaTime(info->duration)), info->codec)
            .arg(info->sampleRate)
            .arg(info->channels)
            .arg(info->bitRate / 1000)};
    for (const QString &text : {info->title, info->artist, info->album}) {
        if (!text.isEmpty()) {
            lines += text;
        }
    }
    for (const timestamps::Chapter &chapter : info->chapters) {
        lines +=
            QStringLiteral("%1  %2").arg(timestamps::formatTimecode(chapter.start), chapter.title);
    }
    return {value, lines.join(QLatin1Char('\n'))};
}

} // namespace

Command infoCommand()
{
    return {
        .name = QStringLiteral("info"),
        .arguments = QStringLiteral("AUDIO"),
        .summary = QStringLiteral("show what a media file holds"),
        .options = {},
        .fewest = 1,
        .most = 1,
        .run = run,
    };
}

} // namespace app::cli
