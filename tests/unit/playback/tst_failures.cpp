// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/playback/playerbench.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace playertest;
using app::base::Error;
using app::base::ErrorCode;

class FailuresTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNoSoundFails();
    void cutFilePlaysWhatIsThereAndFails();
    void growingSourcePlaysWhatIsThere_data();
    void growingSourcePlaysWhatIsThere();
    void seekBeyondWhatIsThereWaits();
    void waitingForBytesCanBeLeft();
    void droppedSourceFailsAndCanBeTakenUpAgain();
    void completedDownloadGetsItsIndex();
    void openingWaitsForBytes();
    void missingDeviceFailsAndIsTriedAgain();
    void lostDevicePauses();
    void playerGoesAwayAtAnyMoment();

private:
    [[nodiscard]] static QByteArray bytesOf(tests::AudioKind kind);

    QTemporaryDir m_folder;
};

QByteArray FailuresTest::bytesOf(tests::AudioKind kind)
{
    QFile file(tests::positionCodedFile(kind));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void FailuresTest::whatIsNoSoundFails()
{
    const auto path = m_folder.filePath(QStringLiteral("page.mp3"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<!DOCTYPE html><html><body>404</body></html>");
    file.close();
    Bench bench;
    QSignalSpy finished(bench.player.get(), &Player::finished);
    bench.player->load(fileSource(path), at(1000), true);
    QVERIFY(bench.waitFor(PlayerState::Failed));
    QVERIFY(bench.player->error());
    QCOMPARE(bench.player->error()->code, ErrorCode::Malformed);
    QVERIFY(bench.player->error()->detail.contains(u"web page"));
    QVERIFY(finished.isEmpty());
    QSignalSpy states(bench.player.get(), &Player::stateChanged);
    bench.player->play();
    QTRY_COMPARE(states.size(), 2);
    QCOMPARE(bench.player->state(), PlayerState::Failed);
    bench.player->load(codedSource(tests::AudioKind::Wav), at(0), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    QVERIFY(!bench.player->error());
}

void FailuresTest::cutFilePlaysWhatIsThereAndFails()
{
    const auto path = m_folder.filePath(QStringLiteral("cut.m4a"));
    const auto bytes = bytesOf(tests::AudioKind::M4aFastStart);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes.left(bytes.size() / 2));
    file.close();
    Bench bench;
    QSignalSpy finished(bench.player.get(), &Player::finished);
    bench.player->load(fileSource(path), at(55'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 55'000) < 2);
    bench.capture.advance(framesPerMs * 8000);
    QVERIFY(bench.waitFor(PlayerState::Failed));
    QCOMPARE(bench.player->error()->code, ErrorCode::Malformed);
    QVERIFY(finished.isEmpty());
    QVERIFY(bench.player->position() > at(57'000));
}

void FailuresTest::growingSourcePlaysWhatIsThere_data()
{
    QTest::addColumn<int>("kind");
    for (const auto kind : tests::allAudioKinds()) {
        if (kind != tests::AudioKind::M4a) { // its table of contents is at its end
            QTest::newRow(qPrintable(tests::audioKindName(kind))) << static_cast<int>(kind);
        }
    }
}

void FailuresTest::growingSourcePlaysWhatIsThere()
{
    QFETCH(int, kind);
    const auto bytes = bytesOf(static_cast<tests::AudioKind>(kind));
    const auto source = std::make_shared<GrowingSource>(bytes);
    source->reveal(bytes.size() / 4);
    Bench bench;
    QSignalSpy finished(bench.player.get(), &Player::finished);
    bench.player->load({source, {}, {}}, at(5000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    auto heard = bench.hear(500);
    QVERIFY(heard && std::abs(heard->ms - 5500) <= 1.5);
    // Plays up to where bytes are missing, then waits.
    for (int i = 0; i < 100 && bench.player->state() != PlayerState::Buffering; ++i) {
        bench.capture.advance(framesPerMs * 1000);
        QTest::qWait(1);
    }
    QVERIFY(bench.waitFor(PlayerState::Buffering));
    const auto stuck = bench.player->position();
    QVERIFY(stuck > at(15'000) && stuck < at(45'000));
    bench.capture.advance(framesPerMs * 1000);
    QCOMPARE(bench.player->position(), stuck);
    source->revealAll();
    bench.capture.advance(framesPerMs * 20);
    QTRY_VERIFY(bench.capture.advance(framesPerMs * 50) > 0 && bench.player->position() > stuck);
    const auto told = static_cast<double>(bench.player->position().ms());
    heard = bench.hear();
    QVERIFY(heard);
    QVERIFY2(std::abs(heard->ms - told) <= 5,
             qPrintable(QStringLiteral("%1 %2").arg(heard->ms).arg(told)));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    QVERIFY(finished.isEmpty());
}

void FailuresTest::seekBeyondWhatIsThereWaits()
{
    const auto bytes = bytesOf(tests::AudioKind::Mp3Vbr);
    const auto source = std::make_shared<GrowingSource>(bytes);
    source->reveal(bytes.size() / 3);
    Bench bench;
    bench.player->load({source, {}, {}}, at(0), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    QVERIFY(bench.seekPlaying(100'000));
    const auto from = bench.capture.heardFrames();
    bench.capture.advance(framesPerMs * 500);
    QVERIFY(bench.waitFor(PlayerState::Buffering));
    QCOMPARE(bench.player->position(), at(100'000));
    for (const auto value : bench.capture.heardSince(from)) {
        QCOMPARE(value, 0.0F);
    }
    source->revealAll();
    QTRY_VERIFY(bench.capture.advance(framesPerMs * 10) > 0
                && bench.player->position() > at(100'000));
    const auto told = static_cast<double>(bench.player->position().ms());
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - told) <= 3);
}

void FailuresTest::waitingForBytesCanBeLeft()
{
    const auto bytes = bytesOf(tests::AudioKind::Mp3Cbr);
    const auto source = std::make_shared<GrowingSource>(bytes);
    source->reveal(bytes.size() / 3);
    Bench bench;
    bench.player->load({source, {}, {}}, at(0), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    QVERIFY(bench.seekPlaying(110'000));
    QVERIFY(bench.seekPlaying(20'000));
    const auto heard = bench.hear(300);
    QVERIFY(heard && std::abs(heard->ms - 20'300) <= 1.5);
    QVERIFY(bench.seekPlaying(115'000));
    bench.player->pause();
    QVERIFY(bench.waitFor(PlayerState::Paused));
    QCOMPARE(bench.player->position(), at(115'000));
    bench.player->unload();
    QTRY_VERIFY(!bench.capture.isRunning());
}

void FailuresTest::droppedSourceFailsAndCanBeTakenUpAgain()
{
    const auto bytes = bytesOf(tests::AudioKind::Opus);
    const auto source = std::make_shared<GrowingSource>(bytes);
    source->reveal(bytes.size() / 8);
    Bench bench;
    QSignalSpy finished(bench.player.get(), &Player::finished);
    bench.player->load({source, {}, {}}, at(0), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    source->drop({ErrorCode::Offline, QStringLiteral("the line was cut"), 0});
    bench.capture.advance(framesPerMs * 40'000);
    QVERIFY(bench.waitFor(PlayerState::Failed));
    QCOMPARE(bench.player->error()->code, ErrorCode::Offline);
    QVERIFY(finished.isEmpty());
    const auto place = bench.player->position();
    QVERIFY(place > at(5000) && place < at(30'000));
    source->revealAll();
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - static_cast<double>(place.ms())) <= 3);
}

void FailuresTest::completedDownloadGetsItsIndex()
{
    const auto bytes = bytesOf(tests::AudioKind::Mp3VbrNoXing);
    const auto source = std::make_shared<GrowingSource>(bytes);
    source->reveal(bytes.size() / 2);
    Bench bench;
    QSignalSpy built(bench.player.get(), &Player::seekIndexBuilt);
    bench.player->load({source, {}, std::chrono::hours(1)}, at(0), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    QVERIFY(!bench.player->isDurationExact());
    source->revealAll();
    bench.capture.advance(framesPerMs * 1000);
    QTRY_COMPARE(built.size(), 1);
    QTRY_VERIFY(bench.player->isDurationExact());
    QVERIFY(std::abs(bench.player->duration()->count() - 120'000) < 60);
}

void FailuresTest::openingWaitsForBytes()
{
    const auto source = std::make_shared<GrowingSource>(bytesOf(tests::AudioKind::M4a));
    Bench bench;
    bench.player->load({source, {}, {}}, at(0), false);
    bench.player->seek(at(3000));
    bench.player->play();
    QCOMPARE(bench.player->state(), PlayerState::Opening);
    source->reveal(100'000);
    bench.player->seek(at(64'000));
    source->revealAll();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 64'000) <= 1.5);
}

void FailuresTest::missingDeviceFailsAndIsTriedAgain()
{
    Bench bench;
    bench.capture.failNextStart({ErrorCode::NoDevice, QStringLiteral("no sound device"), 0});
    bench.player->load(codedSource(tests::AudioKind::Wav), at(9000), true);
    QVERIFY(bench.waitFor(PlayerState::Failed));
    QCOMPARE(bench.player->error()->code, ErrorCode::NoDevice);
    QCOMPARE(bench.player->position(), at(9000));
    bench.player->seek(at(12'000));
    QCOMPARE(bench.player->position(), at(12'000));
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 12'000) <= 1.5);
}

void FailuresTest::lostDevicePauses()
{
    Bench bench;
    QSignalSpy lost(bench.player.get(), &Player::deviceLost);
    bench.player->load(codedSource(tests::AudioKind::Flac), at(9000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 700);
    bench.capture.breakDevice({ErrorCode::NoDevice, QStringLiteral("unplugged"), 0});
    QVERIFY(bench.waitFor(PlayerState::Paused));
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(std::abs(bench.player->position().ms() - 9700) <= 2);
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 9700) <= 2);
}

void FailuresTest::playerGoesAwayAtAnyMoment()
{
    const auto bytes = bytesOf(tests::AudioKind::Mp3Vbr);
    for (int i = 0; i < 12; ++i) {
        const auto source = std::make_shared<GrowingSource>(bytes);
        source->reveal(i * 20'000);
        Bench bench;
        bench.capture.startAutomatic();
        bench.player->load({source, {}, {}}, at(i * 1000), true);
        bench.player->setSpeed(1.0 + i * 0.1);
        if (i % 3 == 0) {
            bench.player->seek(at(100'000));
        }
        if (i % 4 == 0) {
            QTest::qWait(5);
        }
        bench.player.reset();
        bench.capture.stopAutomatic();
    }
}

QTEST_GUILESS_MAIN(FailuresTest)
#include "tst_failures.moc"
