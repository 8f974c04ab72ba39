// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/values.h"
#include "app/playback/clip.h"
#include "app/playback/engineplayer.h"
#include "app/session/clips.h"
#include "app/session/listening.h"
#include "app/session/listeningsettings.h"
#include "app/session/session.h"
#include "app/timestamps/timecode.h"

#include <QFileInfo>

#include <atomic>

namespace app::cli {
namespace {

using playback::Player;
using playback::PlayerState;
using timestamps::MediaTime;

/// The words of play and clip, read.
struct PlayOptions
{
    std::optional<MediaTime> from;
    std::optional<MediaTime> until;
    double speed = 1.0;
    bool speedGiven = false;
};

base::Result<PlayOptions> readOptions(const QCommandLineParser &parser, const QString &endOption)
{
    PlayOptions options;
    for (const auto &[name, target] :
         {std::pair(QStringLiteral("from"), &options.from), std::pair(endOption, &options.until)}) {
        if (!parser.isSet(name)) {
            continue;
        }
        *target = timestamps::parseTimecode(parser.value(name));
        if (!*target) {
            return base::unexpected(base::ErrorCode::Malformed,
                                    QStringLiteral("\"%1\" is not a time").arg(parser.value(name)));
        }
    }
    if (parser.isSet(QStringLiteral("speed"))) {
        bool ok = false;
        options.speedGiven = true;
        options.speed = parser.value(QStringLiteral("speed")).toDouble(&ok);
        if (!ok || !(options.speed >= 0.5 && options.speed <= 3.0)) {
            return base::unexpected(base::ErrorCode::Malformed,
                                    QStringLiteral("--speed must be a number from 0.5 to 3"));
        }
    }
    if (options.from && options.until && *options.until <= *options.from) {
        return base::unexpected(base::ErrorCode::Malformed,
                                QStringLiteral("the end lies before the start"));
    }
    return options;
}

/// Waits until a player has nothing more to play. \returns why it failed, if it did
std::optional<base::Error> waitForEnd(Context &context, Player &player)
{
    QEventLoop loop;
    const auto settled = [&player] {
        const PlayerState state = player.state();
        return state == PlayerState::Ended || state == PlayerState::Failed
               || state == PlayerState::Paused;
    };
    QObject::connect(&player, &Player::stateChanged, &loop, [&loop, &settled] {
        if (settled()) {
            loop.quit();
        }
    });
    if (!settled()) {
        context.wait(loop);
    }
    return player.state() == PlayerState::Failed ? player.error() : std::nullopt;
}

Outcome playFile(Context &context, const QString &path, const PlayOptions &options)
{
    auto source = media::openFileSource(path);
    if (!source) {
        return source.error();
    }
    const auto player = playback::makeEnginePlayer(playback::deviceOutput());
    player->setSpeed(options.speed);
    playback::PlayerSource playable;
    playable.bytes = *std::move(source);
    player->load(playable, options.from.value_or(MediaTime()), true);
    player->setStopPlace(options.until);
    if (const auto error = waitForEnd(context, *player)) {
        return *error;
    }
    return {};
}

Outcome playEpisode(Context &context, const QString &words, const PlayOptions &options)
{
    const auto episode = findEpisode(context, words);
    if (!episode) {
        return episode.error();
    }
    session::Session &services = **context.session();
    settings::PlaybackSettings common = services.listeningSettings().common();
    common.smartRewind = false;
    services.listeningSettings().setCommon(common);
    session::Listening &listening = services.listening();
    listening.setFollowing(false);
    std::optional<base::Error> failure;
    QEventLoop opening;
    QObject::connect(&listening, &session::Listening::currentChanged, &opening, &QEventLoop::quit);
    QObject::connect(&listening,
                     &session::Listening::failed,
                     &opening,
                     [&](base::EpisodeId, const base::Error &error) {
                         failure = error;
                         opening.quit();
                     });
    listening.open(episode->row.id, options.from);
    context.wait(opening);
    if (failure) {
        return *failure;
    }
    if (context.signal() != 0) {
        return {};
    }
    // Over the podcast's own, and for this time only.
    if (options.speedGiven) {
        listening.player().setSpeed(options.speed);
    }
    listening.player().setStopPlace(options.until);
    if (const auto error = waitForEnd(context, listening.player())) {
        return *error;
    }
    // A signal may have ended the wait: what was heard is kept all the same.
    listening.savePosition().waitForFinished();
    return {};
}

Outcome play(Context &context, const QCommandLineParser &parser)
{
    const auto options = readOptions(parser, QStringLiteral("until"));
    if (!options) {
        return Outcome::usage(options.error().detail);
    }
    const QString what = parser.positionalArguments().constFirst();
    return QFileInfo::exists(what) ? playFile(context, what, *options)
                                   : playEpisode(context, what, *options);
}

/// What to cut, with the tags that say where it is from.
base::Result<playback::ClipRequest>
clipRequest(Context &context, const QString &words, const timestamps::TimeRange &range)
{
    const auto path = findAudio(context, words);
    if (!path) {
        return base::unexpected(path.error());
    }
    if (!QFileInfo::exists(words)) {
        const auto episode = findEpisode(context, words);
        if (!episode) {
            return base::unexpected(episode.error());
        }
        auto request = session::Clips::requestFor(*episode, range);
        // Players list by the one or by the other.
        if (request && request->tags.artist.isEmpty()) {
            request->tags.artist = request->tags.album;
        }
        return request;
    }
    playback::ClipRequest request;
    request.audioPath = *path;
    request.range = range;
    request.tags.title = QStringLiteral("%1 %2–%3")
                             .arg(QFileInfo(*path).completeBaseName(),
                                  timestamps::formatTimecode(range.start),
                                  timestamps::formatTimecode(range.end));
    return request;
}

Outcome clip(Context &context, const QCommandLineParser &parser)
{
    const auto options = readOptions(parser, QStringLiteral("to"));
    if (!options) {
        return Outcome::usage(options.error().detail);
    }
    const QString output = parser.value(QStringLiteral("o"));
    if (!options->from || !options->until || output.isEmpty()) {
        return Outcome::usage(QStringLiteral("clip needs --from TIME, --to TIME and -o FILE"));
    }
    if (const auto good = checkOutput(output); !good) {
        return good.error();
    }
    auto request = clipRequest(
        context, parser.positionalArguments().constFirst(), {*options->from, *options->until});
    if (!request) {
        return request.error();
    }
    request->speed = options->speed;
    request->outputPath = output;
    const auto length =
        context.compute<timestamps::Duration>([&request](const std::atomic<bool> &cancelled) {
            return playback::writeClip(*request, cancelled);
        });
    if (!length) {
        return length.error();
    }
    const QString written = QFileInfo(output).absoluteFilePath();
    return {QJsonObject{{QStringLiteral("filePath"), written},
                        {QStringLiteral("duration"), lengthValue(*length)}},
            written};
}

QCommandLineOption speedOption()
{
    return {
        QStringLiteral("speed"), QStringLiteral("0.5 to 3; the pitch stays"), QStringLiteral("X")};
}

QCommandLineOption fromOption()
{
    return {QStringLiteral("from"), QStringLiteral("where to begin"), QStringLiteral("TIME")};
}

} // namespace

Command playCommand()
{
    return {
        .name = QStringLiteral("play"),
        .arguments = QStringLiteral("EPISODE or FILE"),
        .summary = QStringLiteral("play until the end or Ctrl-C; keeps the position of an episode"),
        .options = {fromOption(),
                    {QStringLiteral("until"),
                     QStringLiteral("where to stop"),
                     QStringLiteral("TIME")},
                    speedOption()},
        .fewest = 1,
        .most = 1,
        .run = play,
    };
}

Command clipCommand()
{
    return {
        .name = QStringLiteral("clip"),
        .arguments = QStringLiteral("AUDIO"),
        .summary = QStringLiteral(
            "write a stretch of a recording to a file of its own (wav, mp3, m4a, opus or flac)"),
        .options = {fromOption(),
                    {QStringLiteral("to"), QStringLiteral("where to end"), QStringLiteral("TIME")},
                    speedOption(),
                    {QStringLiteral("o"), QStringLiteral("what to write"), QStringLiteral("FILE")}},
        .fewest = 1,
        .most = 1,
        .run = clip,
    };
}

} // namespace app::cli
