// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/values.h"
#include "app/exports/exporter.h"
#include "app/library/library.h"
#include "app/library/podcaststore.h"
#include "app/platform/wholefile.h"
#include "app/session/feedfetcher.h"
#include "app/session/noteexchange.h"
#include "app/session/noteexports.h"

namespace app::cli {
namespace {

QString formatNames()
{
    QStringList names;
    for (const exports::ExportFormat &format : exports::exportFormats()) {
        names += format.id;
    }
    return names.join(QStringLiteral(", "));
}

Outcome exportNotes(Context &context, const QCommandLineParser &parser)
{
    const QString format = parser.value(QStringLiteral("format")).toLower();
    const QString path = parser.value(QStringLiteral("o"));
    if (format.isEmpty() || path.isEmpty()) {
        return Outcome::usage(QStringLiteral("export needs --format NAME and -o PATH"));
    }
    if (!exports::exportFormat(format)) {
        return Outcome::usage(
            QStringLiteral("there is no export format called \"%1\"; there are %2")
                .arg(format.left(40), formatNames()));
    }
    std::vector<base::EpisodeId> episodes;
    for (const QString &argument : parser.positionalArguments()) {
        const auto episode = findEpisode(context, argument);
        if (!episode) {
            return episode.error();
        }
        episodes.push_back(episode->row.id);
    }
    const auto session = context.session();
    if (!session) {
        return session.error();
    }
    const auto report = context.await(
        (*session)->noteExports().write({.format = format, .episodes = episodes}, path));
    if (!report) {
        return report.error();
    }
    return {QJsonObject{{QStringLiteral("format"), format},
                        {QStringLiteral("notes"), report->notes},
                        {QStringLiteral("files"), QJsonArray::fromStringList(report->files)}},
            report->files.join(QLatin1Char('\n'))};
}

Outcome importFile(Context &context, const QCommandLineParser &parser)
{
    const auto session = context.session();
    if (!session) {
        return session.error();
    }
    std::optional<base::EpisodeId> about;
    if (parser.isSet(QStringLiteral("episode"))) {
        const auto episode = findEpisode(context, parser.value(QStringLiteral("episode")));
        if (!episode) {
            return episode.error();
        }
        about = episode->row.id;
    }
    const QString path = parser.positionalArguments().constFirst();
    const auto done = context.await((*session)->exchange().importFile(path, about));
    if (!done) {
        return done.error();
    }
    Outcome outcome(QJsonObject{{QStringLiteral("kind"), done->kind},
                                {QStringLiteral("added"), done->added},
                                {QStringLiteral("updated"), done->updated},
                                {QStringLiteral("skipped"), done->skipped}},
                    QStringLiteral("%1 added, %2 updated, %3 skipped")
                        .arg(done->added)
                        .arg(done->updated)
                        .arg(done->skipped));
    for (const auto &[address, error] : done->failed) {
        outcome.problems += QStringLiteral("%1: %2").arg(address, error.detail);
        outcome.status = 1;
    }
    return outcome;
}

Outcome opml(Context &context, const QCommandLineParser &parser)
{
    const QString path = parser.value(QStringLiteral("o"));
    if (path.isEmpty()) {
        return Outcome::usage(QStringLiteral("opml needs -o FILE"));
    }
    const auto session = context.session();
    if (!session) {
        return session.error();
    }
    const auto podcasts = context.await((*session)->library().read(
        [](library::Connection &connection) { return library::PodcastStore(connection).all(); }));
    if (!podcasts) {
        return podcasts.error();
    }
    std::vector<feeds::Outline> outlines;
    for (const library::Podcast &podcast : *podcasts) {
        // The sample has no address that another program could fetch.
        if (session::isWebAddress(podcast.feedUrl)) {
            outlines.push_back({podcast.title, podcast.feedUrl, podcast.link, {}});
        }
    }
    const QByteArray bytes = feeds::writeOpml(
        outlines, QStringLiteral("Earmark subscriptions"), (*session)->clock().now());
    if (const auto good = checkOutput(path); !good) {
        return good.error();
    }
    if (const auto written = platform::writeWholeFile(path, bytes); !written) {
        return written.error();
    }
    return {QJsonObject{{QStringLiteral("podcasts"), static_cast<qint64>(outlines.size())}},
            QStringLiteral("%1 podcasts").arg(outlines.size())};
}

QCommandLineOption outputOption(const QString &what)
{
    return {QStringLiteral("o"), QStringLiteral("what to write"), what};
}

} // namespace

Command exportCommand()
{
    return {
        .name = QStringLiteral("export"),
        .arguments = QStringLiteral("[EPISODE ...] --format NAME -o PATH"),
        .summary =
            QStringLiteral("export notes; some formats write one file per episode into a folder"),
        .options = {{QStringLiteral("format"), formatNames(), QStringLiteral("NAME")},
                    outputOption(QStringLiteral("PATH"))},
        .fewest = 0,
        .most = -1,
        .run = exportNotes,
    };
}

Command importCommand()
{
    return {
        .name = QStringLiteral("import"),
        .arguments = QStringLiteral("FILE [--episode EPISODE]"),
        .summary = QStringLiteral(
            "take in OPML, or notes: JSON Lines, JSON-LD, Audacity labels, Readwise CSV, "
            "times in Markdown"),
        .options = {{QStringLiteral("episode"),
                     QStringLiteral("what notes are about that name no episode, such as labels"),
                     QStringLiteral("EPISODE")}},
        .fewest = 1,
        .most = 1,
        .run = importFile,
    };
}

Command opmlCommand()
{
    return {
        .name = QStringLiteral("opml"),
        .arguments = QStringLiteral("-o FILE"),
        .summary = QStringLiteral("export subscriptions"),
        .options = {outputOption(QStringLiteral("FILE"))},
        .fewest = 0,
        .most = 0,
        .run = opml,
    };
}

} // namespace app::cli
