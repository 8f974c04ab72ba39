// SPDX-License-Identifier: GPL-3.0-or-later
// Jumping about in episodes that are still being fetched, from servers good and bad.
#include "app/downloads/downloadqueue.h"
#include "app/network/httpclient.h"
#include "app/playback/engineplayer.h"
#include "tests/support/capturingoutput.h"
#include "tests/support/httpfixture.h"
#include "tests/support/onset.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

using app::base::EpisodeId;
using app::downloads::DownloadQueue;
using app::playback::PlayerState;
using app::timestamps::MediaTime;
using tests::AudioKind;
using tests::HttpRecord;
using tests::HttpRoute;
using namespace std::chrono_literals;

namespace {

constexpr qint64 framesPerMs = tests::codeRate / 1000;
constexpr int jumpsEach = 5;
/// Nothing may take longer than this until it is heard or its failure is told: the patience of the
/// downloads below, and time for the machine to be busy with something else.
constexpr int longestWait = 15'000;

enum class Server {
    Slow,       ///< honest, but far slower than the listener
    Dropping,   ///< breaks each answer off after a while
    Stalling,   ///< lets each answer hang after a while
    NoRanges,   ///< sends the whole, whatever was asked
    Refusing,   ///< 416 to every part
    WrongPart,  ///< says that it sends another part than was asked
    WrongTotal, ///< contradicts itself about the length
    TooShort,   ///< announces less than there is
    TooLong,    ///< announces more than there is
    Moving,     ///< redirects every request
    Changing    ///< the file becomes another half-way
};

QByteArray bytesOf(AudioKind kind)
{
    QFile file(tests::positionCodedFile(kind));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

HttpRoute routeOf(Server server, const QByteArray &body)
{
    HttpRoute route;
    route.body = body;
    route.contentType = "audio/mpeg";
    route.etag = "\"one\"";
    // The whole takes more than a second, so that nearly every jump goes where nothing is yet.
    route.chunkBytes = std::max<qint64>(body.size() / 60, 1024);
    route.interval = 20ms;
    const qint64 part = body.size() / 6;
    switch (server) {
    case Server::Slow:
        break;
    case Server::Dropping:
        route.stopAfter = part;
        route.then = HttpRoute::Then::Drop;
        break;
    case Server::Stalling:
        route.stopAfter = part;
        route.then = HttpRoute::Then::Stall;
        break;
    case Server::NoRanges:
        route.ranges = false;
        break;
    case Server::Refusing:
        route.refuseRanges = true;
        break;
    case Server::WrongPart:
        route.contentRange = "bytes 7-99/" + QByteArray::number(body.size());
        break;
    case Server::WrongTotal:
        route.twist = [size = body.size(), count = 0](const HttpRecord &, HttpRoute &now) mutable {
            now.claimedLength = ++count > 2 ? size + 1000 : -1;
        };
        break;
    case Server::TooShort:
        route.claimedLength = body.size() / 2;
        break;
    case Server::TooLong:
        route.claimedLength = body.size() + 5000;
        break;
    case Server::Moving:
    case Server::Changing:
        break;
    }
    return route;
}

} // namespace

class JumpsTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyJumpEndsWell_data();
    void everyJumpEndsWell();
    void whatWasStreamedIsNotFetchedAgain();

private:
    [[nodiscard]] QString judge(Server server, AudioKind kind, int seed);
};

void JumpsTest::everyJumpEndsWell_data()
{
    QTest::addColumn<int>("server");
    const std::vector<std::pair<const char *, Server>> servers{
        {"slow", Server::Slow},
        {"drops", Server::Dropping},
        {"stalls", Server::Stalling},
        {"no ranges", Server::NoRanges},
        {"refuses ranges", Server::Refusing},
        {"another part", Server::WrongPart},
        {"another total", Server::WrongTotal},
        {"too short", Server::TooShort},
        {"too long", Server::TooLong},
        {"redirects", Server::Moving},
        {"changes", Server::Changing},
    };
    for (const auto &[name, server] : servers) {
        QTest::newRow(name) << static_cast<int>(server);
    }
}

/// Streams one recording and jumps about in it. \returns what was wrong; empty when nothing was
QString JumpsTest::judge(Server server, AudioKind kind, int seed)
{
    const QTemporaryDir folder;
    tests::HttpFixture http;
    const QByteArray body = bytesOf(kind);
    HttpRoute route = routeOf(server, body);
    if (server == Server::Moving) {
        HttpRoute moved;
        moved.status = 302;
        moved.location = "/real";
        http.set(QStringLiteral("/episode"), moved);
        http.set(QStringLiteral("/real"), route);
    } else if (server == Server::Changing) {
        HttpRoute other = route;
        other.etag = "\"two\"";
        other.body = body + body.left(5000);
        http.setSequence(QStringLiteral("/episode"), {route, route, other});
    } else {
        http.set(QStringLiteral("/episode"), route);
    }

    const auto client = app::network::makeHttpClient();
    app::downloads::DownloadOptions options;
    options.limits.silence = 400ms;
    options.readerSilence = 400ms;
    // Half a minute for a listener; a test has no such patience.
    options.readerPatience = 1s;
    options.retry.firstPause = 20ms;
    options.retry.longestPause = 100ms;
    DownloadQueue queue(*client, options);
    tests::Capture capture;
    const auto player = app::playback::makeEnginePlayer(capture.factory());
    const auto load = [&](MediaTime place) {
        auto source = queue.stream(EpisodeId(1),
                                   http.url(QStringLiteral("/episode")),
                                   folder.filePath(QStringLiteral("e")));
        if (!source) {
            return false;
        }
        app::playback::PlayerSource playable;
        playable.bytes = *source;
        player->load(playable, place, true);
        return true;
    };
    if (!load({})) {
        return QStringLiteral("cannot be streamed");
    }
    capture.startAutomatic(1);
    std::mt19937 random(static_cast<unsigned>(seed));
    std::uniform_int_distribution<qint64> places(500, 115'000);
    for (int jump = 0; jump < jumpsEach; ++jump) {
        const auto target = places(random);
        const auto from = capture.heardFrames();
        if (player->state() == PlayerState::Failed) {
            if (!load(MediaTime::fromMs(target))) {
                return QStringLiteral("cannot be streamed again");
            }
        } else {
            player->seek(MediaTime::fromMs(target));
            player->play();
        }
        QElapsedTimer waited;
        waited.start();
        std::optional<tests::Onset> onset;
        // The place is known exactly as soon as enough of the file is there, which may be after a
        // guess was begun with.
        bool wasGuess = false;
        const bool ended = QTest::qWaitFor(
            [&] {
                wasGuess = wasGuess || !player->isPositionExact();
                onset = capture.heardFrames() > from + 120 * framesPerMs
                            ? tests::findOnset(capture.heardSince(from), target)
                            : std::nullopt;
                // Ended: beyond what the server says is all.
                const bool told = (player->state() == PlayerState::Failed && player->error())
                                  || player->state() == PlayerState::Ended;
                // After a jump whose place can only be guessed, any sound will do.
                const bool guessed = player->state() == PlayerState::Playing
                                     && !player->isPositionExact() && waited.elapsed() > 400;
                return onset || told || guessed;
            },
            longestWait);
        const QString where = QStringLiteral("%1, jump %2 to %3 ms: ")
                                  .arg(tests::audioKindName(kind))
                                  .arg(jump)
                                  .arg(target);
        if (!ended) {
            return where
                   + QStringLiteral("neither heard nor told in time, state %1")
                         .arg(static_cast<int>(player->state()));
        }
        if (onset && std::abs(onset->placeMs - static_cast<double>(target)) > 5 && !wasGuess) {
            return where + QStringLiteral("heard %1 ms instead").arg(onset->placeMs);
        }
        if (!onset && player->error() && player->error()->detail.isEmpty()) {
            return where + QStringLiteral("failed without a word");
        }
    }
    return {};
}

void JumpsTest::everyJumpEndsWell()
{
    QFETCH(int, server);
    int seed = server * 100;
    for (const auto kind :
         {AudioKind::Mp3Cbr, AudioKind::Mp3VbrNoXing, AudioKind::M4a, AudioKind::Opus}) {
        const QString problem = judge(static_cast<Server>(server), kind, ++seed);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
}

void JumpsTest::whatWasStreamedIsNotFetchedAgain()
{
    const QTemporaryDir folder;
    tests::HttpFixture http;
    const QByteArray body = bytesOf(AudioKind::Mp3Cbr);
    HttpRoute route = routeOf(Server::Slow, body);
    route.interval = 2ms;
    http.set(QStringLiteral("/episode"), route);
    const auto client = app::network::makeHttpClient();
    DownloadQueue queue(*client);
    QSignalSpy finished(&queue, &DownloadQueue::finished);
    tests::Capture capture;
    const auto player = app::playback::makeEnginePlayer(capture.factory());
    const auto url = http.url(QStringLiteral("/episode"));
    const QString path = folder.filePath(QStringLiteral("e"));
    app::playback::PlayerSource playable;
    playable.bytes = queue.stream(EpisodeId(1), url, path).value();
    player->load(playable, MediaTime::fromMs(100'000), true);
    capture.startAutomatic(1);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, longestWait);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == body);
    const auto requests = http.requests(QStringLiteral("/episode")).size();
    queue.add(EpisodeId(1), url, path);
    QCOMPARE(http.requests(QStringLiteral("/episode")).size(), requests);
}

QTEST_GUILESS_MAIN(JumpsTest)
#include "tst_jumps.moc"
