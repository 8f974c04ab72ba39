// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/values.h"
#include "app/library/library.h"
#include "app/library/podcaststore.h"
#include "app/session/subscriptions.h"

#include <QFileInfo>

namespace app::cli {
namespace {

using session::Session;

/// Where to subscribe: addresses as given, files by what they list.
base::Result<std::vector<feeds::Outline>> outlinesOf(const QStringList &arguments)
{
    std::vector<feeds::Outline> outlines;
    for (const QString &argument : arguments) {
        if (argument.contains(QLatin1String("://")) || !QFileInfo::exists(argument)) {
            outlines.push_back({{}, argument, {}, {}});
            continue;
        }
        const auto bytes = readInput(argument, 16 << 20);
        if (!bytes) {
            return base::unexpected(bytes.error());
        }
        const auto listed = feeds::readOpml(*bytes);
        if (!listed) {
            return base::unexpected(listed.error());
        }
        outlines.insert(outlines.end(), listed->begin(), listed->end());
    }
    return outlines;
}

Outcome subscribe(Context &context, const QCommandLineParser &parser)
{
    const auto outlines = outlinesOf(parser.positionalArguments());
    if (!outlines) {
        return outlines.error();
    }
    const auto session = context.session();
    if (!session) {
        return session.error();
    }
    const auto report = context.await((*session)->subscriptions().subscribeAll(*outlines));
    if (!report) {
        return report.error();
    }
    QJsonArray podcasts;
    QStringList lines;
    for (const library::Podcast &podcast : report->added) {
        podcasts.append(QJsonObject{{QStringLiteral("id"), podcast.id.number()},
                                    {QStringLiteral("title"), podcast.title},
                                    {QStringLiteral("feedUrl"), podcast.feedUrl},
                                    {QStringLiteral("episodeCount"), podcast.episodeCount}});
        lines += QStringLiteral("%1  %2 (%3 episodes)")
                     .arg(podcast.id.number())
                     .arg(podcast.title)
                     .arg(podcast.episodeCount);
    }
    Outcome outcome(podcasts, lines.join(QLatin1Char('\n')));
    for (const auto &[address, error] : report->failed) {
        outcome.problems += QStringLiteral("%1: %2").arg(address, error.detail);
        outcome.status = 1;
    }
    if (report->added.empty() && outcome.status != 0) {
        outcome.json.reset();
    }
    return outcome;
}

Outcome unsubscribe(Context &context, const QCommandLineParser &parser)
{
    // All are found before the first is removed, so that a mistyped one removes nothing.
    std::vector<library::Podcast> podcasts;
    for (const QString &argument : parser.positionalArguments()) {
        auto podcast = findPodcast(context, argument);
        if (!podcast) {
            return podcast.error();
        }
        podcasts.push_back(*std::move(podcast));
    }
    QJsonArray ids;
    QStringList lines;
    for (const library::Podcast &podcast : podcasts) {
        const auto removed =
            context.await((*context.session())->subscriptions().unsubscribe(podcast.id));
        if (!removed) {
            return removed.error();
        }
        ids.append(podcast.id.number());
        lines += QStringLiteral("no longer following %1; its notes stay").arg(podcast.title);
    }
    return {ids, lines.join(QLatin1Char('\n'))};
}

Outcome podcasts(Context &context, const QCommandLineParser &)
{
    const auto session = context.session();
    if (!session) {
        return session.error();
    }
    const auto all = context.await((*session)->library().read(
        [](library::Connection &connection) { return library::PodcastStore(connection).all(); }));
    if (!all) {
        return all.error();
    }
    QJsonArray array;
    QStringList lines;
    for (const library::Podcast &podcast : *all) {
        array.append(podcastValue(podcast));
        lines += QStringLiteral("%1  %2  %3 episodes, %4 unplayed%5")
                     .arg(podcast.id.number())
                     .arg(podcast.title)
                     .arg(podcast.episodeCount)
                     .arg(podcast.unplayedCount)
                     .arg(podcast.error.isEmpty() ? QString()
                                                  : QStringLiteral("  (%1)").arg(podcast.error));
    }
    return {array, lines.join(QLatin1Char('\n'))};
}

Outcome refresh(Context &context, const QCommandLineParser &parser)
{
    std::vector<base::PodcastId> ids;
    for (const QString &argument : parser.positionalArguments()) {
        const auto podcast = findPodcast(context, argument);
        if (!podcast) {
            return podcast.error();
        }
        ids.push_back(podcast->id);
    }
    const auto session = context.session();
    if (!session) {
        return session.error();
    }
    const auto report = context.await((*session)->subscriptions().refresh(ids));
    if (!report) {
        return report.error();
    }
    QJsonArray failed;
    Outcome outcome;
    for (const session::RefreshReport::Failure &failure : report->failed) {
        failed.append(QJsonObject{{QStringLiteral("id"), failure.podcast.number()},
                                  {QStringLiteral("feedUrl"), failure.feedUrl},
                                  {QStringLiteral("error"), failure.error.detail}});
        outcome.problems += QStringLiteral("%1: %2").arg(failure.feedUrl, failure.error.detail);
    }
    const bool nothingWorked = report->refreshed + report->unchanged == 0;
    outcome.status = !report->failed.empty() && nothingWorked ? 1 : 0;
    outcome.json = QJsonObject{{QStringLiteral("refreshed"), report->refreshed},
                               {QStringLiteral("unchanged"), report->unchanged},
                               {QStringLiteral("failed"), failed},
                               {QStringLiteral("newEpisodes"), report->newEpisodes}};
    outcome.text = QStringLiteral("%1 refreshed, %2 unchanged, %3 failed, %4 new episodes")
                       .arg(report->refreshed)
                       .arg(report->unchanged)
                       .arg(report->failed.size())
                       .arg(report->newEpisodes);
    return outcome;
}

} // namespace

Command subscribeCommand()
{
    return {
        .name = QStringLiteral("subscribe"),
        .arguments = QStringLiteral("URL or FILE.opml ..."),
        .summary = QStringLiteral("follow podcasts"),
        .options = {},
        .fewest = 1,
        .most = -1,
        .run = subscribe,
    };
}

Command unsubscribeCommand()
{
    return {
        .name = QStringLiteral("unsubscribe"),
        .arguments = QStringLiteral("PODCAST ..."),
        .summary = QStringLiteral("stop following; notes are kept"),
        .options = {},
        .fewest = 1,
        .most = -1,
        .run = unsubscribe,
    };
}

Command podcastsCommand()
{
    return {
        .name = QStringLiteral("podcasts"),
        .arguments = {},
        .summary = QStringLiteral("list the podcasts"),
        .options = {},
        .fewest = 0,
        .most = 0,
        .run = podcasts,
    };
}

Command refreshCommand()
{
    return {
        .name = QStringLiteral("refresh"),
        .arguments = QStringLiteral("[PODCAST ...]"),
        .summary = QStringLiteral("look for new episodes"),
        .options = {},
        .fewest = 0,
        .most = -1,
        .run = refresh,
    };
}

} // namespace app::cli
