// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/playback/playerbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace playertest;
using std::chrono::milliseconds;

namespace {

/// Loudest value of each 10 ms.
[[nodiscard]] std::vector<double> levels(const std::vector<float> &stereo)
{
    std::vector<double> found;
    constexpr std::size_t step = 2 * 10 * static_cast<std::size_t>(framesPerMs);
    for (std::size_t i = 0; i + step <= stereo.size(); i += step) {
        float most = 0;
        for (std::size_t k = i; k < i + step; ++k) {
            most = std::max(most, std::abs(stereo[k]));
        }
        found.push_back(static_cast<double>(most));
    }
    return found;
}

} // namespace

class FadeTest final : public QObject
{
    Q_OBJECT

private slots:
    void growsSilentAndPauses();
    void isAsLoudAsBeforeWhenPlayedAgain();
    void takenBackItGlides();
    void takenBackAtItsEndItGoesOn();
    void pauseEndsIt();
    void seekDoesNotEndIt();
    void loadEndsIt();
    void endOfTheRecordingEndsIt();
    void nothingFadesWhilePaused();
    void delayOfTheDeviceIsHeardOut();
};

void FadeTest::growsSilentAndPauses()
{
    Bench bench;
    QSignalSpy fading(bench.player.get(), &Player::fadingChanged);
    bench.player->load(fileSource(tests::toneFile()), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 500);
    bench.player->fadeOut(milliseconds(2000));
    QVERIFY(bench.player->isFading());
    QVERIFY(bench.settle());
    const auto from = bench.capture.heardFrames();
    bench.capture.advance(framesPerMs * 1900);
    QVERIFY(bench.player->isFading());
    bench.capture.advance(framesPerMs * 300);
    QVERIFY(bench.waitFor(PlayerState::Paused));
    QVERIFY(!bench.player->isFading());
    QCOMPARE(fading.size(), 2);
    QCOMPARE(bench.player->position(), at(12'500));
    const auto heard = bench.capture.heardSince(from);
    const auto level = levels(heard);
    for (std::size_t i = 1; i < level.size(); ++i) {
        QVERIFY(level[i] <= level[i - 1] + 1e-3);
    }
    // Half as loud to the ear in the middle: 0.5 of pressure to the power of 0.6.
    QVERIFY2(std::abs(level[100] / level[0] - std::pow(0.5, 5.0 / 3)) < 0.02,
             qPrintable(QString::number(level[100])));
    QVERIFY(level[195] > 0);
    QCOMPARE(level[205], 0.0);
    QVERIFY(steepness(heard) < noClick);
}

void FadeTest::isAsLoudAsBeforeWhenPlayedAgain()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Wav), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 200);
    bench.player->fadeOut(milliseconds(300));
    QVERIFY(bench.settle());
    bench.capture.advance(framesPerMs * 500);
    QVERIFY(bench.waitFor(PlayerState::Paused));
    QCOMPARE(bench.player->position(), at(10'500));
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto from = static_cast<std::size_t>(bench.capture.heardFrames());
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 10'500) <= 1.5);
    const auto sound = bench.capture.heard();
    const auto gain = [&](std::size_t frame, std::size_t placeMs) {
        const auto &code = tests::positionCode();
        double product = 0;
        double power = 0;
        for (std::size_t i = 10 * framesPerMs; i < 90 * framesPerMs; ++i) {
            const auto value = static_cast<double>(code[placeMs * framesPerMs + i]);
            product += value * static_cast<double>(sound[2 * (frame + i)]);
            power += value * value;
        }
        return product / power;
    };
    QVERIFY(std::abs(gain(from, 10'500) / gain(0, 10'000) - 1) < 0.01);
}

void FadeTest::takenBackItGlides()
{
    Bench bench;
    bench.player->load(fileSource(tests::toneFile()), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.player->fadeOut(milliseconds(2000));
    QVERIFY(bench.settle());
    bench.capture.advance(framesPerMs * 1500);
    const auto from = bench.capture.heardFrames();
    bench.player->cancelFade();
    QVERIFY(!bench.player->isFading());
    QVERIFY(bench.settle());
    bench.capture.advance(framesPerMs * 3000);
    const auto heard = bench.capture.heardSince(from);
    const auto level = levels(heard);
    for (std::size_t i = 1; i < level.size(); ++i) {
        QVERIFY(level[i] >= level[i - 1] - 1e-3);
    }
    QVERIFY(level[0] < 0.2);
    QVERIFY(level[20] > 0.99 * peakOf(bench.capture.heard()));
    QVERIFY(steepness(heard) < noClick);
    QCOMPARE(bench.player->state(), PlayerState::Playing);
    QVERIFY(std::abs(bench.player->position().ms() - 14'500) <= 1);
}

void FadeTest::takenBackAtItsEndItGoesOn()
{
    Bench bench;
    bench.capture.setDelay(framesPerMs * 100);
    bench.player->load(codedSource(tests::AudioKind::Wav), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.player->fadeOut(milliseconds(400));
    QVERIFY(bench.settle());
    bench.capture.advance(framesPerMs * 450);
    bench.player->cancelFade();
    QVERIFY(bench.settle());
    const auto heard = bench.hear(300);
    // 50 ms of silence had been given to the device.
    QVERIFY(heard && std::abs(heard->ms - 10'700) <= 1.5);
    QCOMPARE(bench.player->state(), PlayerState::Playing);
}

void FadeTest::pauseEndsIt()
{
    Bench bench;
    bench.player->load(fileSource(tests::toneFile()), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.player->fadeOut(milliseconds(2000));
    QVERIFY(bench.settle());
    bench.capture.advance(framesPerMs * 1000);
    bench.player->pause();
    QVERIFY(bench.settle());
    QVERIFY(!bench.player->isFading());
    QVERIFY(bench.waitFor(PlayerState::Paused));
    const auto from = bench.capture.heardFrames();
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 3000);
    const auto level = levels(bench.capture.heardSince(from));
    QVERIFY(level[2] > 0.99 * peakOf(bench.capture.heard()));
    QVERIFY(level.back() > 0.99 * peakOf(bench.capture.heard()));
}

void FadeTest::seekDoesNotEndIt()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Flac), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.player->fadeOut(milliseconds(2000));
    QVERIFY(bench.settle());
    bench.capture.advance(framesPerMs * 500);
    QVERIFY(bench.seekPlaying(50'000));
    QVERIFY(bench.player->isFading());
    bench.capture.advance(framesPerMs * 2000);
    QVERIFY(bench.waitFor(PlayerState::Paused));
    QVERIFY(std::abs(bench.player->position().ms() - 51'500) <= 2);
}

void FadeTest::loadEndsIt()
{
    Bench bench;
    bench.player->load(fileSource(tests::toneFile()), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.player->fadeOut(milliseconds(1000));
    QVERIFY(bench.settle());
    bench.capture.advance(framesPerMs * 500);
    bench.player->load(fileSource(tests::toneFile()), at(20'000), true);
    QVERIFY(!bench.player->isFading());
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto from = bench.capture.heardFrames();
    bench.capture.advance(framesPerMs * 2000);
    const auto level = levels(bench.capture.heardSince(from));
    QVERIFY(level[3] > 0.99 * peakOf(bench.capture.heard()));
    QVERIFY(level.back() > 0.99 * peakOf(bench.capture.heard()));
}

void FadeTest::endOfTheRecordingEndsIt()
{
    Bench bench;
    bench.player->load(fileSource(tests::toneFile()), at(119'500), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.player->fadeOut(milliseconds(5000));
    QVERIFY(bench.settle());
    bench.capture.advance(framesPerMs * 700);
    QVERIFY(bench.waitFor(PlayerState::Ended));
    QVERIFY(!bench.player->isFading());
    const auto from = bench.capture.heardFrames();
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 500);
    QVERIFY(levels(bench.capture.heardSince(from)).back() > 0.99 * peakOf(bench.capture.heard()));
}

void FadeTest::nothingFadesWhilePaused()
{
    Bench bench;
    bench.player->load(fileSource(tests::toneFile()), at(10'000), false);
    QVERIFY(bench.waitFor(PlayerState::Paused));
    bench.player->fadeOut(milliseconds(1000));
    QVERIFY(bench.settle());
    QVERIFY(!bench.player->isFading());
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.player->fadeOut(milliseconds(0));
    QVERIFY(bench.waitFor(PlayerState::Paused));
}

void FadeTest::delayOfTheDeviceIsHeardOut()
{
    Bench bench;
    bench.capture.setDelay(framesPerMs * 200);
    bench.player->load(codedSource(tests::AudioKind::Wav), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.player->fadeOut(milliseconds(400));
    QVERIFY(bench.settle());
    bench.capture.advance(framesPerMs * 550);
    QTest::qWait(120);
    QCOMPARE(bench.player->state(), PlayerState::Playing);
    bench.capture.advance(framesPerMs * 60);
    QVERIFY(bench.waitFor(PlayerState::Paused));
    QCOMPARE(bench.player->position(), at(10'400));
}

QTEST_GUILESS_MAIN(FadeTest)
#include "tst_fade.moc"
