// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/playback/playerbench.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace playertest;
using app::playback::PlayerSource;
using std::chrono::milliseconds;

class GaplessTest final : public QObject
{
    Q_OBJECT

private slots:
    void followsToTheSample();
    void followsAtItsPlace();
    void followsAtOtherSpeeds_data();
    void followsAtOtherSpeeds();
    void seamDoesNotClick();
    void valuesAreOfWhatIsHeard();
    void slowNextIsWaitedFor();
    void slowNextCanBeTakenBack();
    void seekInTheLastMomentStays();
    void speedChangeInTheLastMoment();
    void replacedInTheLastMoment();
    void setAfterTheLastSoundWasMade();
    void takenBackItEnds();
    void brokenNextFailsAfterTheEnd();
    void pausedAtTheSeam();
    void stopAndLoopAreOfTheFirst();
    void loadForgetsIt();
    void manyShortOnes();

private:
    [[nodiscard]] static std::shared_ptr<GrowingSource> growing(const PlayerSource &source);

    const CodedParts m_part;
    QTemporaryDir m_folder;
};

std::shared_ptr<GrowingSource> GaplessTest::growing(const PlayerSource &source)
{
    QByteArray bytes(source.bytes->sizeBytes().value_or(0), '\0');
    for (qint64 at = 0; at < bytes.size();) {
        const auto got = source.bytes->readAt(at, bytes.data() + at, bytes.size() - at);
        Q_ASSERT(got && *got > 0);
        at += *got;
    }
    return std::make_shared<GrowingSource>(bytes);
}

void GaplessTest::followsToTheSample()
{
    Bench bench;
    QSignalSpy advanced(bench.player.get(), &Player::advanced);
    QSignalSpy finished(bench.player.get(), &Player::finished);
    bench.player->load(m_part(10'000, 3000), at(2000), true);
    bench.player->setNext(m_part(13'000, 3000), at(0));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 2000);
    QTRY_COMPARE(advanced.size(), 1);
    QVERIFY(finished.isEmpty());
    const auto heard = bench.capture.heard();
    const auto &code = tests::positionCode();
    const auto gain = static_cast<double>(heard[2 * 1000]) / static_cast<double>(code[577'000]);
    double worst = 0;
    for (std::size_t i = 10 * framesPerMs; i < 2000 * framesPerMs; ++i) {
        const auto off = static_cast<double>(heard[2 * i])
                         - gain * static_cast<double>(code[12'000 * framesPerMs + i]);
        worst = std::max(worst, std::abs(off));
    }
    qInfo("worst sample %.6f off", worst);
    QVERIFY(worst < 0.001);
    bench.capture.advance(framesPerMs * 2100);
    QVERIFY(bench.waitFor(PlayerState::Ended));
    QCOMPARE(finished.size(), 1);
}

void GaplessTest::followsAtItsPlace()
{
    Bench bench;
    bench.player->load(m_part(10'000, 3000), at(2700), true);
    bench.player->setNext(codedSource(tests::AudioKind::Mp3Vbr), at(77'123));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear(300);
    QVERIFY(heard);
    QVERIFY2(std::abs(heard->ms - 77'123) <= 1.5, qPrintable(QString::number(heard->ms)));
}

void GaplessTest::followsAtOtherSpeeds_data()
{
    QTest::addColumn<double>("speed");
    for (const auto speed : {0.8, 1.5, 2.0, 3.0}) {
        QTest::newRow(qPrintable(QString::number(speed))) << speed;
    }
}

void GaplessTest::followsAtOtherSpeeds()
{
    QFETCH(double, speed);
    Bench bench;
    QSignalSpy advanced(bench.player.get(), &Player::advanced);
    bench.player->setSpeed(speed);
    bench.player->load(m_part(10'000, 3000), at(0), true);
    bench.player->setNext(m_part(20'000, 3000), at(0));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(std::llround(framesPerMs * 3400 / speed));
    QTRY_COMPARE(advanced.size(), 1);
    double worst = 0;
    int count = 0;
    for (int i = 0; i < 8; ++i) {
        bench.capture.advance(framesPerMs * 17);
        const auto told = static_cast<double>(bench.player->position().ms());
        const auto heard = bench.hear(0, true);
        if (heard && heard->likeness > 0.97) {
            worst = std::max(worst, std::abs(told + 20'000 - heard->ms));
            ++count;
        }
    }
    QVERIFY(count >= 2);
    QVERIFY2(worst <= 20, qPrintable(QString::number(worst)));
}

void GaplessTest::seamDoesNotClick()
{
    const auto whole = fileSource(tests::toneFile());
    Bench bench;
    QSignalSpy advanced(bench.player.get(), &Player::advanced);
    // The tone has whole periods, so that its start continues its end.
    bench.player->load(whole, at(119'000), true);
    bench.player->setNext(whole, at(0));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 3000);
    QTRY_COMPARE(advanced.size(), 1);
    const auto steepest = steepness(bench.capture.heard());
    QVERIFY2(steepest < 1.02, qPrintable(QString::number(steepest)));
}

void GaplessTest::valuesAreOfWhatIsHeard()
{
    Bench bench;
    bench.capture.setDelay(framesPerMs * 200);
    QSignalSpy advanced(bench.player.get(), &Player::advanced);
    QSignalSpy durations(bench.player.get(), &Player::durationChanged);
    bench.player->load(m_part(10'000, 3000), at(2500), true);
    bench.player->setNext(m_part(20'000, 5000), at(1000));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 695);
    QTest::qWait(120);
    QVERIFY(advanced.isEmpty());
    QCOMPARE(bench.player->duration(), std::optional(milliseconds(3000)));
    QCOMPARE(bench.player->position(), at(2995));
    std::vector<std::pair<qint64, qint64>> told;
    connect(bench.player.get(), &Player::advanced, this, [&] {
        told.emplace_back(bench.player->position().ms(), bench.player->duration()->count());
    });
    bench.capture.advance(framesPerMs * 45);
    // Until it is said, everything is still the first one's.
    QCOMPARE(bench.player->position(), at(3000));
    QCOMPARE(bench.player->duration(), std::optional(milliseconds(3000)));
    QTRY_COMPARE(advanced.size(), 1);
    QCOMPARE(told.front(), std::pair(qint64{1040}, qint64{5000}));
    QVERIFY(bench.player->isDurationExact());
    QCOMPARE(bench.player->state(), PlayerState::Playing);
    QCOMPARE(durations.last()[0].value<app::timestamps::Duration>(), milliseconds(5000));
}

void GaplessTest::slowNextIsWaitedFor()
{
    const auto source = growing(m_part(20'000, 3000));
    Bench bench;
    QSignalSpy advanced(bench.player.get(), &Player::advanced);
    QSignalSpy finished(bench.player.get(), &Player::finished);
    bench.player->load(m_part(10'000, 3000), at(2500), true);
    bench.player->setNext(PlayerSource{source, {}, {}}, at(1000));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 800);
    QVERIFY(bench.waitFor(PlayerState::Buffering));
    QCOMPARE(bench.player->position(), at(3000));
    QVERIFY(advanced.isEmpty());
    source->revealAll();
    QTRY_VERIFY(bench.capture.advance(framesPerMs * 10) > 0 && advanced.size() == 1);
    const auto told = static_cast<double>(bench.player->position().ms());
    QVERIFY(told >= 1000 && told < 2000);
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 20'000 - told) <= 2);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    QVERIFY(finished.isEmpty());
}

void GaplessTest::slowNextCanBeTakenBack()
{
    const auto source = growing(m_part(20'000, 3000));
    Bench bench;
    QSignalSpy finished(bench.player.get(), &Player::finished);
    bench.player->load(m_part(10'000, 3000), at(2500), true);
    bench.player->setNext(PlayerSource{source, {}, {}}, at(1000));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 800);
    QVERIFY(bench.waitFor(PlayerState::Buffering));
    bench.player->setNext({}, at(0));
    QVERIFY(bench.settle());
    bench.capture.advance(framesPerMs * 20);
    QVERIFY(bench.waitFor(PlayerState::Ended));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(bench.player->position(), at(3000));
}

void GaplessTest::seekInTheLastMomentStays()
{
    Bench bench;
    QSignalSpy advanced(bench.player.get(), &Player::advanced);
    bench.player->load(m_part(10'000, 5000), at(4500), true);
    bench.player->setNext(m_part(20'000, 3000), at(0));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 400);
    QVERIFY(bench.seekPlaying(1000));
    auto heard = bench.hear(1000);
    QVERIFY(heard && std::abs(heard->ms - 12'000) <= 0.5);
    QVERIFY(advanced.isEmpty());
    QCOMPARE(bench.player->position(), at(2100));
    // It follows all the same, when its time has come.
    QVERIFY(bench.seekPlaying(4900));
    heard = bench.hear(300);
    QVERIFY(heard && std::abs(heard->ms - 20'200) <= 0.5);
    QTRY_COMPARE(advanced.size(), 1);
}

void GaplessTest::speedChangeInTheLastMoment()
{
    for (const auto ms : {100, 300, 450, 485}) {
        Bench bench;
        QSignalSpy advanced(bench.player.get(), &Player::advanced);
        bench.player->load(m_part(10'000, 5000), at(4500), true);
        bench.player->setNext(m_part(20'000, 3000), at(0));
        QVERIFY(bench.waitFor(PlayerState::Playing));
        bench.capture.advance(framesPerMs * ms);
        bench.player->setSpeed(1.5);
        QVERIFY(bench.settle());
        bench.capture.advance(framesPerMs * (1000 - ms));
        QTRY_COMPARE(advanced.size(), 1);
        const auto told = static_cast<double>(bench.player->position().ms());
        const auto heard = bench.hear(0, true);
        QVERIFY(heard && std::abs(heard->ms - 20'000 - told) <= 20);
        // What comes within 30 ms stays as it was.
        const auto asBefore = std::min(30, 500 - ms);
        const auto changed = 1000 - ms - asBefore - (500 - ms - asBefore) / 1.5;
        const auto expected = asBefore < 30 ? changed * 1.5 - 8 : changed * 1.5;
        QVERIFY2(std::abs(told - expected) <= 25,
                 qPrintable(QStringLiteral("%1 instead of %2").arg(told).arg(expected)));
    }
}

void GaplessTest::replacedInTheLastMoment()
{
    Bench bench;
    QSignalSpy advanced(bench.player.get(), &Player::advanced);
    bench.player->load(m_part(10'000, 5000), at(4600), true);
    bench.player->setNext(m_part(20'000, 3000), at(0));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 300);
    bench.player->setNext(m_part(30'000, 3000), at(1000));
    QVERIFY(bench.settle());
    const auto heard = bench.hear(100);
    QVERIFY(heard);
    QVERIFY2(std::abs(heard->ms - 31'000) <= 0.5, qPrintable(QString::number(heard->ms)));
    QTRY_COMPARE(advanced.size(), 1);
    QVERIFY(std::abs(bench.player->position().ms() - 1100) <= 1);
}

void GaplessTest::setAfterTheLastSoundWasMade()
{
    Bench bench;
    QSignalSpy finished(bench.player.get(), &Player::finished);
    bench.player->load(m_part(10'000, 5000), at(4600), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 300);
    bench.player->setNext(m_part(30'000, 3000), at(1000));
    QVERIFY(bench.settle());
    const auto heard = bench.hear(100);
    QVERIFY(heard && std::abs(heard->ms - 31'000) <= 0.5);
    QVERIFY(finished.isEmpty());
}

void GaplessTest::takenBackItEnds()
{
    Bench bench;
    QSignalSpy finished(bench.player.get(), &Player::finished);
    bench.player->load(m_part(10'000, 5000), at(4600), true);
    bench.player->setNext(m_part(20'000, 3000), at(0));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 300);
    bench.player->setNext({}, at(0));
    QVERIFY(bench.settle());
    bench.capture.advance(framesPerMs * 300);
    QVERIFY(bench.waitFor(PlayerState::Ended));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(bench.player->position(), at(5000));
}

void GaplessTest::brokenNextFailsAfterTheEnd()
{
    const auto path = m_folder.filePath(QStringLiteral("page.mp3"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<!DOCTYPE html><html><body>404</body></html>");
    file.close();
    Bench bench;
    QSignalSpy finished(bench.player.get(), &Player::finished);
    QStringList order;
    connect(
        bench.player.get(), &Player::advanced, this, [&] { order << QStringLiteral("advanced"); });
    connect(bench.player.get(), &Player::stateChanged, this, [&](PlayerState state) {
        if (state == PlayerState::Failed) {
            order << QStringLiteral("failed");
        }
    });
    bench.player->load(m_part(10'000, 5000), at(4600), true);
    bench.player->setNext(fileSource(path), at(1234));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 390);
    QTest::qWait(60);
    QVERIFY(order.isEmpty());
    bench.capture.advance(framesPerMs * 100);
    QVERIFY(bench.waitFor(PlayerState::Failed));
    QCOMPARE(order, QStringList({QStringLiteral("advanced"), QStringLiteral("failed")}));
    QVERIFY(finished.isEmpty());
    QCOMPARE(bench.player->error()->code, app::base::ErrorCode::Malformed);
    QVERIFY(bench.settle());
    QCOMPARE(bench.player->position(), at(1234));
    // Trying again fails again, and another recording plays.
    QSignalSpy states(bench.player.get(), &Player::stateChanged);
    bench.player->play();
    QTRY_COMPARE(states.size(), 2);
    QCOMPARE(bench.player->state(), PlayerState::Failed);
    bench.player->load(m_part(20'000, 3000), at(0), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
}

void GaplessTest::pausedAtTheSeam()
{
    Bench bench;
    QSignalSpy advanced(bench.player.get(), &Player::advanced);
    bench.player->load(m_part(10'000, 5000), at(4600), true);
    bench.player->setNext(m_part(20'000, 3000), at(0));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 390);
    bench.player->pause();
    QVERIFY(bench.waitFor(PlayerState::Paused));
    QCOMPARE(bench.player->position(), at(4990));
    QVERIFY(advanced.isEmpty());
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear(10);
    QVERIFY(heard && std::abs(heard->ms - 20'000) <= 0.5);
    QTRY_COMPARE(advanced.size(), 1);
}

void GaplessTest::stopAndLoopAreOfTheFirst()
{
    Bench bench;
    QSignalSpy loops(bench.player.get(), &Player::loopChanged);
    bench.player->load(m_part(10'000, 5000), at(4600), true);
    bench.player->setNext(m_part(20'000, 3000), at(0));
    bench.player->setStopPlace(at(1000));
    bench.player->setLoop(app::timestamps::TimeRange{at(500), at(1500)});
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 1000);
    QTRY_COMPARE(loops.size(), 2);
    QVERIFY(!bench.player->loop());
    const auto heard = bench.hear(1400);
    QVERIFY(heard && std::abs(heard->ms - 22'000) <= 0.5);
    QCOMPARE(bench.player->state(), PlayerState::Playing);
}

void GaplessTest::loadForgetsIt()
{
    Bench bench;
    QSignalSpy advanced(bench.player.get(), &Player::advanced);
    bench.player->load(m_part(10'000, 5000), at(4600), true);
    bench.player->setNext(m_part(20'000, 3000), at(0));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 390);
    bench.player->load(m_part(30'000, 3000), at(2900), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 390);
    QVERIFY(bench.waitFor(PlayerState::Ended));
    QVERIFY(advanced.isEmpty());
}

void GaplessTest::manyShortOnes()
{
    Bench bench;
    QSignalSpy finished(bench.player.get(), &Player::finished);
    int given = 1;
    connect(bench.player.get(), &Player::advanced, this, [&] {
        if (++given < 20) {
            bench.player->setNext(m_part(10'000 + 700 * given, 700), at(0));
        }
    });
    bench.player->load(m_part(10'000, 700), at(0), true);
    bench.player->setNext(m_part(10'700, 700), at(0));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    // In steps, so that what follows can be given in time.
    for (int i = 0; i < 20 * 14; ++i) {
        bench.capture.advance(framesPerMs * 50);
        QTest::qWait(1);
        if (i % 14 == 6) {
            QTRY_COMPARE(given, 1 + i / 14);
            const auto told = bench.player->position().ms();
            QVERIFY2(std::abs(told - 350) <= 1, qPrintable(QString::number(told)));
        }
    }
    bench.capture.advance(framesPerMs * 50);
    QVERIFY(bench.waitFor(PlayerState::Ended));
    QCOMPARE(finished.size(), 1);
    const auto sound = bench.capture.heard();
    for (const std::size_t ms : {1000U, 5000U, 13'800U}) {
        const auto heard = tests::heardPlace(std::span(sound).subspan(2 * ms * framesPerMs));
        QVERIFY(heard && std::abs(heard->ms - static_cast<double>(10'000 + ms)) < 0.1);
    }
}

QTEST_GUILESS_MAIN(GaplessTest)
#include "tst_gapless.moc"
