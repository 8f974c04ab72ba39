// SPDX-License-Identifier: GPL-3.0-or-later
// An episode that is heard while it is fetched, in the real window.
#include "tests/journeys/window/windowrun.h"

#include <QAbstractButton>
#include <QSignalSpy>

#include <memory>

using namespace std::chrono_literals;
using app::playback::PlayerState;
using app::timestamps::MediaTime;
using tests::AudioKind;
using tests::WindowRun;

namespace {

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

/// Where a request asks its bytes from.
qint64 firstByte(const tests::HttpRecord &request)
{
    const QByteArray range = request.headers.value("range");
    return range.startsWith("bytes=") ? range.mid(6).split('-').front().toLongLong() : 0;
}

} // namespace

class StreamingJourney : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<tests::HttpFixture>();
    }

    void cleanup()
    {
        m_server->dropAll();
        m_run.reset();
        m_server.reset();
        m_folder.reset();
    }

    void aClickAheadIsHeardExactly_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("mp3") << int(AudioKind::Mp3Cbr);
        QTest::newRow("m4a") << int(AudioKind::M4aFastStart);
    }

    void aClickAheadIsHeardExactly()
    {
        QFETCH(int, kind);
        const QByteArray sound = serve(AudioKind(kind), 100ms);
        play();
        m_run->hear(1s);
        QTRY_VERIFY(!m_run->listening().availableParts().empty());
        QVERIFY(end() < 0.5);
        auto &line = m_run->timeline();
        QSignalSpy asked(&line, &ui::player::Timeline::seekRequested);
        const qint64 before = m_run->capture.heardFrames();
        const QPoint point(static_cast<int>(line.xOf(at(95'000))), line.height() - 8);
        QVERIFY(m_run->afterJump([&] { QTest::mouseClick(&line, Qt::LeftButton, {}, point); }));
        const auto wanted = asked.last().front().value<MediaTime>();
        QVERIFY(std::abs(wanted.ms() - 95'000) < 1'000);
        std::optional<double> place;
        QTRY_VERIFY((place = hearFrom(before, wanted)));
        const double off = *place - static_cast<double>(wanted.ms());
        QVERIFY2(std::abs(off) <= 5, qPrintable(QStringLiteral("%1 ms off").arg(off)));
        // A part of the start is there, and one around the place; the line shows both.
        QTRY_VERIFY(m_run->listening().availableParts().size() >= 2);
        QTRY_VERIFY(column(20'000 * end()) != column(70'000));
        // All that was missing comes by itself, and then looks alike.
        m_server->set(path(), route(sound));
        QTRY_VERIFY(!stored().filePath.isEmpty());
        QVERIFY(tests::wholeFile(stored().filePath) == sound);
        QVERIFY(m_run->listening().availableParts().empty());
        QTRY_VERIFY(column(30'000) == column(70'000));
        // What was streamed need not be downloaded again.
        const auto requests = m_server->requests(path()).size();
        m_run->list().setFocus();
        QTest::keyClick(&m_run->list(), Qt::Key_D, Qt::ControlModifier);
        m_run->settle();
        QCOMPARE(m_server->requests(path()).size(), requests);
    }

    void theWaitIsShownAndGivenUp()
    {
        const QByteArray sound =
            serve(AudioKind::Mp3Cbr, 0ms, {.stopAfter = 200'000, .then = stall()});
        play();
        m_run->capture.startAutomatic();
        QTRY_COMPARE(m_run->player().state(), PlayerState::Buffering);
        m_run->capture.stopAutomatic();
        auto *const cancel = m_run->find<QAbstractButton>("playerStop");
        QTRY_VERIFY(cancel->isVisible());
        const double there = end();
        QVERIFY(there > 0 && there < 0.5);
        cancel->click();
        QTRY_VERIFY(!cancel->isVisible());
        // The sound is off, which is no failure; the line can still be used.
        QTRY_VERIFY(m_run->player().state() == PlayerState::Paused
                    || m_run->player().state() == PlayerState::Failed);
        m_run->settle();
        QVERIFY(!m_run->find<QAbstractButton>("playerRetry")->isVisible());
        QVERIFY(m_run->timeline().isEnabled());
        QCOMPARE(m_run->message(), QString());
        const auto requests = m_server->requests(path()).size();
        m_run->settle();
        QCOMPARE(m_server->requests(path()).size(), requests);
        // Later only the rest is fetched.
        m_server->set(path(), route(sound));
        m_run->list().setFocus();
        QTest::keyClick(&m_run->list(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(!stored().filePath.isEmpty());
        QVERIFY(tests::wholeFile(stored().filePath) == sound);
        const auto all = m_server->requests(path());
        QVERIFY(all.size() > requests);
        for (std::size_t i = requests; i < all.size(); ++i) {
            QVERIFY2(firstByte(all[i]) >= qint64(there * double(sound.size())),
                     all[i].headers.value("range").constData());
        }
    }

    void givenUpItIsTakenUpAgain()
    {
        const QByteArray sound =
            serve(AudioKind::Mp3Cbr, 0ms, {.stopAfter = 200'000, .then = stall()});
        play();
        m_run->capture.startAutomatic();
        QTRY_COMPARE(m_run->player().state(), PlayerState::Buffering);
        m_run->capture.stopAutomatic();
        m_run->find<QAbstractButton>("playerStop")->click();
        QTRY_VERIFY(m_run->player().state() != PlayerState::Buffering);
        const auto here = m_run->player().position();
        m_server->set(path(), route(sound));
        const qint64 before = m_run->capture.heardFrames();
        m_run->list().setFocus();
        QTest::keyClick(&m_run->list(), Qt::Key_K);
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
        m_run->hear(1s);
        const auto place = tests::firstHeard(m_run->capture, before, double(here.ms()));
        QVERIFY(place);
        QVERIFY2(std::abs(*place - static_cast<double>(here.ms())) <= 60,
                 qPrintable(QStringLiteral("%1, not %2").arg(*place).arg(here.ms())));
    }

private:
    static tests::HttpRoute::Then stall() { return tests::HttpRoute::Then::Stall; }

    static QString path() { return QStringLiteral("/1.mp3"); }

    static tests::HttpRoute route(const QByteArray &sound, tests::HttpRoute like = {})
    {
        like.body = sound;
        like.contentType = "audio/mpeg";
        like.etag = "\"1\"";
        return like;
    }

    QByteArray serve(AudioKind kind, std::chrono::milliseconds interval, tests::HttpRoute like = {})
    {
        const QByteArray sound = tests::wholeFile(tests::positionCodedFile(kind));
        like.interval = interval;
        like.chunkBytes = 12 * 1024;
        m_server->set(path(), route(sound, like));
        m_server->set(QStringLiteral("/feed"),
                      tests::feedRoute(QStringLiteral("Tidewater"),
                                       tests::feedItem(*m_server,
                                                       QStringLiteral("1"),
                                                       path(),
                                                       QStringLiteral("<itunes:duration>2:00"
                                                                      "</itunes:duration>"))));
        return sound;
    }

    void play()
    {
        m_run = std::make_unique<WindowRun>(*m_folder);
        QCOMPARE(m_run->follow(m_server->address(QStringLiteral("/feed"))), 1);
        QTRY_COMPARE(m_run->list().model()->rowCount(), 1);
        QVERIFY(m_run->choose(QStringLiteral("Episode 1")));
        m_run->give("ep.play");
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
    }

    /// Lets some sound pass. \returns where what came from near a place began
    std::optional<double> hearFrom(qint64 since, MediaTime near)
    {
        m_run->hear(100ms);
        return tests::firstHeard(m_run->capture, since, static_cast<double>(near.ms()));
    }

    app::library::EpisodeRow stored() { return m_run->stored(QStringLiteral("1")).row; }

    /// Where the first part ends, of 1.
    double end()
    {
        const auto parts = m_run->listening().availableParts();
        return parts.empty() ? 1 : parts.front().second;
    }

    /// How the line looks at a place.
    QImage column(double ms)
    {
        auto &line = m_run->timeline();
        const QImage all = line.grab().toImage();
        return all.copy(
            static_cast<int>(line.xOf(at(static_cast<qint64>(ms)))), 0, 1, line.height());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<tests::HttpFixture> m_server;
    std::unique_ptr<WindowRun> m_run;
};

QTEST_MAIN(StreamingJourney)
#include "tst_streaming.moc"
