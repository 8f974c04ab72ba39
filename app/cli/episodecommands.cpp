// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/values.h"
#include "app/library/episodestore.h"
#include "app/library/library.h"
#include "app/session/episodeservice.h"
#include "app/session/transcriptservice.h"
#include "app/timestamps/timecode.h"

#include <QFileInfo>

namespace app::cli {
namespace {

using State = library::EpisodeFilter::State;

std::optional<State> stateFromName(const QString &name)
{
    static const QList<std::pair<QString, State>> names{
        {QString(), State::Any},
        {QStringLiteral("unplayed"), State::Unplayed},
        {QStringLiteral("inprogress"), State::InProgress},
        {QStringLiteral("played"), State::Played},
        {QStringLiteral("queued"), State::Queued},
        {QStringLiteral("downloaded"), State::Downloaded},
    };
    for (const auto &[known, state] : names) {
        if (known == name) {
            return state;
        }
    }
    return std::nullopt;
}

QJsonObject rowValue(const library::EpisodeRow &row)
{
    return {
        {QStringLiteral("id"), row.id.number()},
        {QStringLiteral("podcastId"), row.podcastId.number()},
        {QStringLiteral("guid"), row.guid},
        {QStringLiteral("title"), textValue(row.title)},
        {QStringLiteral("published"), dateValue(row.published)},
        {QStringLiteral("duration"), lengthValue(row.duration)},
        {QStringLiteral("position"), secondsValue(row.position)},
        {QStringLiteral("played"), row.played},
        {QStringLiteral("queued"), row.queued},
        {QStringLiteral("filePath"), textValue(row.filePath)},
    };
}

QString rowLine(const library::EpisodeRow &row)
{
    const QString date = row.published.isValid()
                             ? row.published.toString(QStringLiteral("yyyy-MM-dd"))
                             : QStringLiteral("no date   ");
    QString line = QStringLiteral("%1  %2  %3").arg(row.id.number(), 6).arg(date, row.title);
    if (row.position > timestamps::MediaTime()) {
        line += QStringLiteral("  (at %1)").arg(timestamps::formatTimecode(row.position));
    }
    return line;
}

Outcome list(Context &context, const QCommandLineParser &parser)
{
    library::EpisodeFilter filter;
    const auto state = stateFromName(parser.value(QStringLiteral("state")).toLower());
    if (!state) {
        return Outcome::usage(QStringLiteral(
            "--state must be one of unplayed, inprogress, played, queued, downloaded"));
    }
    filter.state = *state;
    int limit = 0;
    if (parser.isSet(QStringLiteral("limit"))) {
        bool ok = false;
        limit = parser.value(QStringLiteral("limit")).toInt(&ok);
        if (!ok || limit < 1) {
            return Outcome::usage(QStringLiteral("--limit must be a number from 1 on"));
        }
    }
    if (!parser.positionalArguments().isEmpty()) {
        const auto podcast = findPodcast(context, parser.positionalArguments().constFirst());
        if (!podcast) {
            return podcast.error();
        }
        filter.podcast = podcast->id;
    }
    const auto session = context.session();
    if (!session) {
        return session.error();
    }
    const auto rows =
        context.await((*session)->library().read([filter, limit](library::Connection &connection) {
            return library::EpisodeStore(connection).page(filter, 0, limit);
        }));
    if (!rows) {
        return rows.error();
    }
    QJsonArray array;
    QStringList lines;
    for (const library::EpisodeRow &row : *rows) {
        array.append(rowValue(row));
        lines += rowLine(row);
    }
    return {array, lines.join(QLatin1Char('\n'))};
}

Outcome download(Context &context, const QCommandLineParser &parser)
{
    std::vector<library::Episode> episodes;
    for (const QString &argument : parser.positionalArguments()) {
        auto episode = findEpisode(context, argument);
        if (!episode) {
            return episode.error();
        }
        episodes.push_back(*std::move(episode));
    }
    QJsonArray array;
    Outcome outcome;
    QStringList lines;
    for (const library::Episode &episode : episodes) {
        const auto path = context.await((*context.session())->episodes().download(episode.row.id));
        if (!path) {
            outcome.problems +=
                QStringLiteral("\"%1\": %2").arg(episode.row.title, path.error().detail);
            outcome.status = 1;
            continue;
        }
        array.append(QJsonObject{{QStringLiteral("id"), episode.row.id.number()},
                                 {QStringLiteral("filePath"), *path},
                                 {QStringLiteral("bytes"), QFileInfo(*path).size()}});
        lines += *path;
    }
    if (outcome.status == 0 || !array.isEmpty()) {
        outcome.json = array;
        outcome.text = lines.join(QLatin1Char('\n'));
    }
    return outcome;
}

Outcome attach(Context &context, const QCommandLineParser &parser)
{
    const QStringList arguments = parser.positionalArguments();
    const auto episode = findEpisode(context, arguments[0]);
    if (!episode) {
        return episode.error();
    }
    const auto loaded =
        context.await((*context.session())->transcripts().attach(episode->row.id, arguments[1]));
    if (!loaded) {
        return loaded.error();
    }
    const auto segments = static_cast<qint64>(loaded->transcript.cues.size());
    return {QJsonObject{{QStringLiteral("episodeId"), episode->row.id.number()},
                        {QStringLiteral("segments"), segments},
                        {QStringLiteral("timed"), loaded->transcript.isTimed()}},
            QStringLiteral("%1 segments%2")
                .arg(segments)
                .arg(loaded->transcript.isTimed() ? QString() : QStringLiteral(", without times"))};
}

} // namespace

Command episodesCommand()
{
    return {
        .name = QStringLiteral("episodes"),
        .arguments = QStringLiteral("[PODCAST]"),
        .summary = QStringLiteral("list episodes, newest first"),
        .options = {{QStringLiteral("limit"),
                     QStringLiteral("how many at the most"),
                     QStringLiteral("N")},
                    {QStringLiteral("state"),
                     QStringLiteral("unplayed, inprogress, played, queued or downloaded"),
                     QStringLiteral("STATE")}},
        .fewest = 0,
        .most = 1,
        .run = list,
    };
}

Command downloadCommand()
{
    return {
        .name = QStringLiteral("download"),
        .arguments = QStringLiteral("EPISODE ..."),
        .summary = QStringLiteral("fetch the sound of episodes, resuming what is there"),
        .options = {},
        .fewest = 1,
        .most = -1,
        .run = download,
    };
}

Command attachCommand()
{
    return {
        .name = QStringLiteral("attach"),
        .arguments = QStringLiteral("EPISODE TRANSCRIPT"),
        .summary = QStringLiteral("give an episode a transcript file"),
        .options = {},
        .fewest = 2,
        .most = 2,
        .run = attach,
    };
}

} // namespace app::cli
