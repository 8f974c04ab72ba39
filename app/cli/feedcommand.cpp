// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/values.h"
#include "app/feeds/feedreader.h"
#include "app/network/httpclient.h"
#include "app/session/feedfetcher.h"
#include "app/work/workerpool.h"

namespace app::cli {
namespace {

template <typename Item, typename ToValue>
QJsonArray listOf(const std::vector<Item> &items, ToValue toValue)
{
    QJsonArray array;
    for (const Item &item : items) {
        array.append(toValue(item));
    }
    return array;
}

QJsonObject personValue(const feeds::Person &person)
{
    return {{QStringLiteral("name"), person.name},
            {QStringLiteral("role"), textValue(person.role)},
            {QStringLiteral("group"), textValue(person.group)},
            {QStringLiteral("image"), textValue(person.image)},
            {QStringLiteral("link"), textValue(person.link)}};
}

QJsonObject transcriptValue(const feeds::TranscriptLink &link)
{
    return {{QStringLiteral("url"), link.url},
            {QStringLiteral("type"), textValue(link.type)},
            {QStringLiteral("language"), textValue(link.language)},
            {QStringLiteral("rel"), textValue(link.rel)}};
}

QJsonObject soundbiteValue(const feeds::Soundbite &bite)
{
    return {{QStringLiteral("start"), secondsValue(bite.start)},
            {QStringLiteral("duration"), lengthValue(bite.duration)},
            {QStringLiteral("title"), textValue(bite.title)}};
}

QJsonObject fundingValue(const feeds::Funding &funding)
{
    return {{QStringLiteral("url"), funding.url},
            {QStringLiteral("text"), textValue(funding.text)}};
}

template <typename Number>
QJsonValue numberValue(const std::optional<Number> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject episodeValue(const feeds::FeedEpisode &episode)
{
    return {
        {QStringLiteral("guid"), textValue(episode.guid)},
        {QStringLiteral("title"), textValue(episode.title)},
        {QStringLiteral("link"), textValue(episode.link)},
        {QStringLiteral("published"), dateValue(episode.published)},
        {QStringLiteral("duration"), lengthValue(episode.duration)},
        {QStringLiteral("description"), textValue(episode.description)},
        {QStringLiteral("image"), textValue(episode.image)},
        {QStringLiteral("enclosureUrl"), textValue(episode.enclosureUrl)},
        {QStringLiteral("enclosureType"), textValue(episode.enclosureType)},
        {QStringLiteral("enclosureLength"), numberValue(episode.enclosureLengthBytes)},
        {QStringLiteral("season"), numberValue(episode.season)},
        {QStringLiteral("episode"), numberValue(episode.episode)},
        {QStringLiteral("episodeType"), textValue(episode.episodeType)},
        {QStringLiteral("explicit"), episode.isExplicit},
        {QStringLiteral("chapters"), chaptersValue(episode.chapters, true)},
        {QStringLiteral("chaptersUrl"), textValue(episode.chaptersUrl)},
        {QStringLiteral("transcripts"), listOf(episode.transcripts, transcriptValue)},
        {QStringLiteral("persons"), listOf(episode.persons, personValue)},
        {QStringLiteral("soundbites"), listOf(episode.soundbites, soundbiteValue)},
    };
}

QJsonObject feedValue(const feeds::Feed &feed)
{
    return {
        {QStringLiteral("title"), textValue(feed.title)},
        {QStringLiteral("link"), textValue(feed.link)},
        {QStringLiteral("description"), textValue(feed.description)},
        {QStringLiteral("author"), textValue(feed.author)},
        {QStringLiteral("language"), textValue(feed.language)},
        {QStringLiteral("image"), textValue(feed.image)},
        {QStringLiteral("guid"), textValue(feed.guid)},
        {QStringLiteral("type"), textValue(feed.type)},
        {QStringLiteral("nextPage"), textValue(feed.nextPage)},
        {QStringLiteral("newFeedUrl"), textValue(feed.newFeedUrl)},
        {QStringLiteral("persons"), listOf(feed.persons, personValue)},
        {QStringLiteral("funding"), listOf(feed.funding, fundingValue)},
        {QStringLiteral("episodes"), listOf(feed.episodes, episodeValue)},
    };
}

base::Result<feeds::Feed> fetch(Context &context, const QString &address)
{
    // Reading one feed needs no library.
    auto http = network::makeHttpClient();
    work::WorkerPool pool;
    session::FeedFetcher fetcher(*http, pool);
    auto fetched = context.await(fetcher.fetch(QUrl(address)));
    // An interrupted request ends while its fetcher is there.
    http.reset();
    if (!fetched) {
        return base::unexpected(fetched.error());
    }
    return std::move(fetched->feed);
}

Outcome run(Context &context, const QCommandLineParser &parser)
{
    const QString source = parser.positionalArguments().constFirst();
    base::Result<feeds::Feed> feed;
    if (source.contains(QLatin1String("://"))) {
        if (!session::feedAddress(source).isValid()) {
            return base::Error{base::ErrorCode::Malformed,
                               QStringLiteral("\"%1\" is not a web address").arg(source.left(200)),
                               0};
        }
        feed = fetch(context, source);
    } else {
        const auto bytes = readInput(source, feeds::FeedLimits().documentBytes);
        if (!bytes) {
            return bytes.error();
        }
        feed = feeds::readFeed(*bytes);
    }
    if (!feed) {
        return feed.error();
    }
    QStringList lines{feed->title};
    for (const feeds::FeedEpisode &episode : feed->episodes) {
        lines += QStringLiteral("%1  %2").arg(
            episode.published.isValid() ? episode.published.toString(QStringLiteral("yyyy-MM-dd"))
                                        : QStringLiteral("          "),
            episode.title);
    }
    return {feedValue(*feed), lines.join(QLatin1Char('\n'))};
}

} // namespace

Command feedCommand()
{
    return {
        .name = QStringLiteral("feed"),
        .arguments = QStringLiteral("FILE or URL or -"),
        .summary = QStringLiteral("read one feed"),
        .options = {},
        .fewest = 1,
        .most = 1,
        .run = run,
    };
}

} // namespace app::cli
