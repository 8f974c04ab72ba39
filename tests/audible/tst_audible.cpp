// SPDX-License-Identifier: GPL-3.0-or-later
// What comes out of the device's far end, through the real QAudioSink and a sound server.
#include "app/playback/engineplayer.h"
#include "tests/support/onset.h"
#include "tests/support/positioncode.h"
#include "tests/support/privatepulse.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>

using app::playback::Player;
using app::playback::PlayerState;
using app::timestamps::MediaTime;
using tests::AudioKind;
using tests::MonitorRecording;

namespace {

constexpr qint64 framesPerMs = tests::PrivatePulse::sampleRate / 1000;

[[nodiscard]] double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(std::ceil(part * last))];
}

} // namespace

class AudibleTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void cleanup() { m_player.reset(); }

    void cleanupTestCase()
    {
        m_recording.reset();
        m_pulse.reset();
    }

    void clickIsHeardExactlyAndSoon();
    void positionIsWhatIsHeard();
    void blockedMainThreadMakesNoGap();

private:
    void play(AudioKind kind, qint64 fromMs);
    [[nodiscard]] bool heardUntil(qint64 frame);
    [[nodiscard]] std::vector<double> seekAround(int times, std::vector<double> &delays);

    std::unique_ptr<tests::PrivatePulse> m_pulse;
    std::unique_ptr<MonitorRecording> m_recording;
    std::unique_ptr<Player> m_player;
};

void AudibleTest::initTestCase()
{
    m_pulse = std::make_unique<tests::PrivatePulse>();
    if (!m_pulse->problem().isEmpty()) {
        QSKIP(qPrintable(m_pulse->problem()));
    }
    m_recording = std::make_unique<MonitorRecording>();
    QTRY_VERIFY(m_recording->frames() > 0);
}

void AudibleTest::play(AudioKind kind, qint64 fromMs)
{
    m_player = app::playback::makeEnginePlayer(app::playback::deviceOutput());
    app::playback::PlayerSource source;
    source.bytes = app::media::openFileSource(tests::positionCodedFile(kind)).value();
    m_player->load(source, MediaTime::fromMs(fromMs), true);
}

/// Waits until so much was recorded.
bool AudibleTest::heardUntil(qint64 frame)
{
    return QTest::qWaitFor([&] { return m_recording->frames() >= frame; }, 10'000);
}

/// Seeks to random places. \returns the errors of what was heard first, in ms
std::vector<double> AudibleTest::seekAround(int times, std::vector<double> &delays)
{
    std::mt19937 random(20);
    std::uniform_int_distribution<qint64> places(1'000, 100'000);
    std::vector<double> errors;
    for (int i = 0; i < times; ++i) {
        const auto target = places(random);
        const auto asked = MonitorRecording::Clock::now();
        m_player->seek(MediaTime::fromMs(target));
        const auto from = std::max<qint64>(m_recording->frameAt(asked) - 20 * framesPerMs, 0);
        if (!heardUntil(from + 450 * framesPerMs)) {
            return {};
        }
        const auto onset = tests::findOnset(m_recording->since(from), target);
        if (!onset) {
            return {};
        }
        errors.push_back(std::abs(onset->placeMs - static_cast<double>(target)));
        delays.push_back(std::chrono::duration<double, std::milli>(
                             m_recording->timeOf(from + onset->frame) - asked)
                             .count());
    }
    return errors;
}

void AudibleTest::clickIsHeardExactlyAndSoon()
{
    std::vector<double> delays;
    std::vector<double> errors;
    for (const auto kind : {AudioKind::Mp3VbrNoXing, AudioKind::M4a, AudioKind::Opus}) {
        play(kind, 5'000);
        QTRY_COMPARE(m_player->state(), PlayerState::Playing);
        QVERIFY(heardUntil(m_recording->frames() + 500 * framesPerMs));
        const auto found = seekAround(12, delays);
        QCOMPARE(found.size(), 12u);
        errors.insert(errors.end(), found.begin(), found.end());
    }
    const auto worst = *std::max_element(errors.begin(), errors.end());
    qInfo("heard - asked: worst %.2f ms; click to sound: p50 %.0f, p95 %.0f ms",
          worst,
          percentile(delays, 0.5),
          percentile(delays, 0.95));
    QVERIFY(worst <= 15);
    QVERIFY(percentile(delays, 0.95) <= 100);
}

void AudibleTest::positionIsWhatIsHeard()
{
    play(AudioKind::Mp3Cbr, 30'000);
    QTRY_COMPARE(m_player->state(), PlayerState::Playing);
    QVERIFY(heardUntil(m_recording->frames() + 700 * framesPerMs));
    const auto now = MonitorRecording::Clock::now();
    const auto told = m_player->position();
    const auto frame = m_recording->frameAt(now);
    QVERIFY(heardUntil(frame + 100 * framesPerMs));
    const auto heard = tests::heardPlace(m_recording->since(frame));
    QVERIFY(heard);
    const auto error = static_cast<double>(told.ms()) - heard->ms;
    qInfo("position - heard: %.1f ms", error);
    QVERIFY(std::abs(error) <= 40); // the server's own delay is only known to some 20 ms
}

void AudibleTest::blockedMainThreadMakesNoGap()
{
    play(AudioKind::Mp3Cbr, 10'000);
    QTRY_COMPARE(m_player->state(), PlayerState::Playing);
    QVERIFY(heardUntil(m_recording->frames() + 300 * framesPerMs));
    const auto from = m_recording->frames();
    QElapsedTimer busy;
    busy.start();
    while (busy.elapsed() < 800) {
    }
    QVERIFY(heardUntil(from + 1'000 * framesPerMs));
    const auto heard = m_recording->since(from);
    const auto begin = tests::heardPlace(heard);
    QVERIFY(begin);
    const auto place = std::llround(begin->ms * framesPerMs);
    for (qint64 ms = 0; ms < 950; ms += 5) {
        const auto frame = ms * framesPerMs;
        QVERIFY2(tests::isFrom(heard, frame, place + frame),
                 qPrintable(QStringLiteral("no sound, or another, after %1 ms").arg(ms)));
    }
}

QTEST_GUILESS_MAIN(AudibleTest)
#include "tst_audible.moc"
