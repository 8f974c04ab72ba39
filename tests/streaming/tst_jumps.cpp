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

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <memory>
#include <random>

using app::base::EpisodeId;
using app::downloads::DownloadQueue;
using app::playback::Player;
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
constexpr int longestWait = 30'000;

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

void serve(tests::HttpFixture &http, Server server, const QByteArray &body)
{
    const QString path = QStringLiteral("/episode");
    const HttpRoute route = routeOf(server, body);
    if (server == Server::Moving) {
        HttpRoute moved;
        moved.status = 302;
        moved.location = "/real";
        http.set(path, moved);
        http.set(QStringLiteral("/real"), route);
    } else if (server == Server::Changing) {
        HttpRoute other = route;
        other.etag = "\"two\"";
        other.body = body + body.left(5000);
        http.setSequence(path, {route, route, other});
    } else {
        http.set(path, route);
    }
}

app::downloads::DownloadOptions hasty()
{
    app::downloads::DownloadOptions options;
    options.limits.silence = 400ms;
    options.readerSilence = 400ms;
    // Half a minute for a listener; a test has no such patience.
    options.readerPatience = 1s;
    options.retry.firstPause = 20ms;
    options.retry.longestPause = 100ms;
    return options;
}

/// Streams one recording and jumps about in it. Most of that is waiting, so several do it at once,
/// each with a server and a loudspeaker of its own.
class Listener final
{
public:
    Listener(Server server, AudioKind kind, int seed)
        : m_kind(kind)
        , m_random(static_cast<unsigned>(seed))
        // What never comes is waited for at each jump.
        , m_jumps(server == Server::TooLong ? 2 : jumpsEach)
    {
        // The place is known exactly as soon as enough of the file is there, which may be after a
        // guess was begun with.
        auto *const player = m_player.get();
        QObject::connect(player, &Player::positionChanged, player, [this] { lookForGuess(); });
        serve(m_http, server, bytesOf(kind));
        if (load({})) {
            m_capture.startAutomatic(1);
            jump();
        }
    }

    /// Looks what came of the jump, and jumps on. \returns whether that was the last
    [[nodiscard]] bool isDone()
    {
        if (m_problem.isEmpty() && m_jump < m_jumps && hasEnded()) {
            // What was told of this sound before it was heard.
            QCoreApplication::sendPostedEvents();
            judge();
            if (++m_jump < m_jumps && m_problem.isEmpty()) {
                jump();
            }
        }
        return !m_problem.isEmpty() || m_jump == m_jumps;
    }

    /// What was wrong; empty when nothing was.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    [[nodiscard]] bool load(MediaTime place)
    {
        auto source = m_queue.stream(EpisodeId(1),
                                     m_http.url(QStringLiteral("/episode")),
                                     m_folder.filePath(QStringLiteral("e")));
        if (!source) {
            m_problem = QStringLiteral("cannot be streamed");
            return false;
        }
        app::playback::PlayerSource playable;
        playable.bytes = *source;
        m_player->load(playable, place, true);
        return true;
    }

    void jump()
    {
        m_target = std::uniform_int_distribution<qint64>(500, 115'000)(m_random);
        m_asked = m_from = m_capture.heardFrames();
        m_onset.reset();
        m_wasGuess = false;
        m_waited.start();
        if (m_player->state() == PlayerState::Failed) {
            (void)load(MediaTime::fromMs(m_target));
        } else {
            m_player->seek(MediaTime::fromMs(m_target));
            m_player->play();
        }
    }

    void lookForGuess() { m_wasGuess = m_wasGuess || !m_player->isPositionExact(); }

    [[nodiscard]] bool hasEnded()
    {
        lookForGuess();
        const auto heard = m_capture.heardFrames();
        if (!m_onset && heard > m_from + 120 * framesPerMs) {
            m_onset = tests::findOnset(m_capture.heardSince(m_from), m_target);
            // Its last 100 ms were not looked at, and an onset is looked for 60 ms back.
            m_from = std::max(m_from, heard - 200 * framesPerMs);
        }
        // Ended: beyond what the server says is all.
        const bool told = (m_player->state() == PlayerState::Failed && m_player->error())
                          || m_player->state() == PlayerState::Ended;
        // After a jump whose place can only be guessed, any sound will do.
        const bool guessed = m_player->state() == PlayerState::Playing
                             && !m_player->isPositionExact() && m_waited.elapsed() > 400;
        return m_onset || told || guessed || goesOn(heard) || m_waited.elapsed() > longestWait;
    }

    /// Whether the sound is from there, but was broken off where it began: a busy machine may bring
    /// it in pieces too short to tell where. Never further on than has been heard since.
    [[nodiscard]] bool goesOn(qint64 heard) const
    {
        if (m_waited.elapsed() < 5'000 || heard - m_asked < 120 * framesPerMs) {
            return false;
        }
        const auto place = tests::heardPlace(m_capture.heardSince(heard - 120 * framesPerMs));
        const auto since = static_cast<double>((heard - m_asked) / framesPerMs);
        const auto target = static_cast<double>(m_target);
        return place && place->likeness > 0.9 && place->ms > target - 100
               && place->ms < target + since;
    }

    void judge()
    {
        const QString where = QStringLiteral("%1, jump %2 to %3 ms: ")
                                  .arg(tests::audioKindName(m_kind))
                                  .arg(m_jump)
                                  .arg(m_target);
        if (m_waited.elapsed() > longestWait) {
            m_problem = where
                        + QStringLiteral("neither heard nor told in time, state %1")
                              .arg(static_cast<int>(m_player->state()));
        } else if (m_onset && std::abs(m_onset->placeMs - static_cast<double>(m_target)) > 5
                   && !m_wasGuess) {
            m_problem = where + QStringLiteral("heard %1 ms instead").arg(m_onset->placeMs);
        } else if (!m_onset && m_player->error() && m_player->error()->detail.isEmpty()) {
            m_problem = where + QStringLiteral("failed without a word");
        }
    }

    AudioKind m_kind;
    std::mt19937 m_random;
    int m_jumps;
    QTemporaryDir m_folder;
    tests::HttpFixture m_http;
    std::unique_ptr<app::network::HttpClient> m_client = app::network::makeHttpClient();
    DownloadQueue m_queue{*m_client, hasty()};
    tests::Capture m_capture;
    std::unique_ptr<Player> m_player = app::playback::makeEnginePlayer(m_capture.factory());
    QElapsedTimer m_waited;
    std::optional<tests::Onset> m_onset;
    QString m_problem;
    qint64 m_target = 0;
    qint64 m_asked = 0; ///< what was heard when it was asked for
    qint64 m_from = 0;  ///< what was heard before was looked at
    int m_jump = 0;
    bool m_wasGuess = false;
};

} // namespace

class JumpsTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyJumpEndsWell_data();
    void everyJumpEndsWell();
    void whatWasStreamedIsNotFetchedAgain();
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

void JumpsTest::everyJumpEndsWell()
{
    QFETCH(int, server);
    int seed = server * 100;
    std::vector<std::unique_ptr<Listener>> listeners;
    for (const auto kind :
         {AudioKind::Mp3Cbr, AudioKind::Mp3VbrNoXing, AudioKind::M4a, AudioKind::Opus}) {
        listeners.push_back(std::make_unique<Listener>(static_cast<Server>(server), kind, ++seed));
    }
    const auto allDone = [&listeners] {
        bool done = true;
        for (const auto &listener : listeners) {
            done = listener->isDone() && done;
        }
        return done;
    };
    QVERIFY(QTest::qWaitFor(allDone, jumpsEach * 2 * longestWait));
    for (const auto &listener : listeners) {
        QVERIFY2(listener->problem().isEmpty(), qPrintable(listener->problem()));
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
