// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/leveller.h"
#include "tests/unit/playback/madespeech.h"

#include <QTest>

#include <ebur128.h>

#include <functional>
#include <limits>
#include <span>

using app::playback::internal::Leveller;
using app::playback::internal::Limiter;
using app::playback::internal::Piece;
using namespace soundtest;

namespace {

constexpr double target = -16;

double loudnessOf(std::span<const float> stereo)
{
    auto *state = ebur128_init(2, rate, EBUR128_MODE_I);
    ebur128_add_frames_float(state, stereo.data(), stereo.size() / 2);
    double loudness = 0;
    ebur128_loudness_global(state, &loudness);
    ebur128_destroy(&state);
    return loudness;
}

float peakOf(std::span<const float> sound)
{
    float peak = 0;
    for (const auto sample : sound) {
        // What is no number is greater than any.
        peak = std::abs(sample) <= peak ? peak : std::abs(sample);
    }
    return peak;
}

double greatestStep(std::span<const float> stereo)
{
    double step = 0;
    for (std::size_t i = 2; i < stereo.size(); ++i) {
        step = std::max<double>(step, std::abs(stereo[i] - stereo[i - 2]));
    }
    return step;
}

/// Words and pauses of this loudness.
const std::vector<float> &speechOf(double lufs)
{
    static const auto made = toStereo(madeSpeech().mono);
    static std::vector<float> scaled;
    const auto gain = static_cast<float>(std::pow(10.0, (lufs - loudnessOf(made)) / 20));
    scaled = made;
    for (auto &sample : scaled) {
        sample *= gain;
    }
    return scaled;
}

/// Puts everything in chunks; \p before is called in front of each.
Piece level(Leveller &leveller,
            const std::vector<float> &stereo,
            const std::function<void(qint64)> &before = {})
{
    constexpr std::size_t chunk = 2048 * 2;
    Piece all;
    const auto gather = [&](const Piece &piece) {
        const auto start = static_cast<qint64>(all.sound.size() / 2);
        for (auto anchor : piece.places) {
            anchor.frame += start;
            all.places.push_back(anchor);
        }
        all.sound.insert(all.sound.end(), piece.sound.begin(), piece.sound.end());
    };
    for (std::size_t i = 0; i < stereo.size(); i += chunk) {
        if (before) {
            before(static_cast<qint64>(i / 2));
        }
        const auto end = std::min(i + chunk, stereo.size());
        Piece piece;
        piece.sound.assign(stereo.begin() + static_cast<std::ptrdiff_t>(i),
                           stereo.begin() + static_cast<std::ptrdiff_t>(end));
        // At twice the speed, in two stretches.
        const auto frame = static_cast<double>(i / 2);
        piece.places = {{0, frame * 2, 2}, {100, frame * 2 + 200, 2}};
        gather(leveller.put(std::move(piece)));
    }
    gather(leveller.finish());
    return all;
}

std::vector<float> tone(qint64 frames, float loudness)
{
    std::vector<float> mono(static_cast<std::size_t>(frames));
    for (std::size_t i = 0; i < mono.size(); ++i) {
        const auto phase = 2.0 * std::numbers::pi * 440 * static_cast<double>(i) / rate;
        mono[i] = loudness * static_cast<float>(std::sin(phase));
    }
    return toStereo(mono);
}

} // namespace

class LevellingTest : public QObject
{
    Q_OBJECT

private slots:

    void offChangesNothing()
    {
        Leveller leveller({});
        leveller.setLoudness(-30.0);
        leveller.restart();
        const auto &speech = speechOf(-30);
        QCOMPARE(level(leveller, speech).sound, speech);
    }

    /// Not even where everything comes from: what is held back comes from its own place.
    void rightLoudnessChangesNothing()
    {
        Leveller leveller({});
        leveller.setTarget(target);
        leveller.setLoudness(target);
        leveller.restart();
        const auto &speech = speechOf(target);
        const auto piece = level(leveller, speech);
        QCOMPARE(piece.sound, speech);
        QVERIFY(!piece.places.empty() && piece.places.front().frame == 0);
        for (std::size_t i = 0; i < piece.places.size(); ++i) {
            const auto &anchor = piece.places[i];
            QVERIFY(i == 0 || anchor.frame > piece.places[i - 1].frame);
            QCOMPARE(anchor.place, static_cast<double>(anchor.frame) * 2);
            QCOMPARE(anchor.rate, 2.0);
        }
    }

    void knownLoudnessBecomesTheTarget_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        for (const double from : {-30.0, -16.0, -9.0}) {
            for (const double to : {-23.0, -16.0, -14.0}) {
                QTest::addRow("%g to %g", from, to) << from << to;
            }
        }
    }

    void knownLoudnessBecomesTheTarget()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        Leveller leveller({});
        leveller.setTarget(to);
        leveller.setLoudness(from);
        leveller.restart();
        const auto &speech = speechOf(from);
        const auto made = level(leveller, speech).sound;
        QCOMPARE(made.size(), speech.size());
        const auto became = loudnessOf(made);
        // By no more than 12 dB softer.
        QVERIFY2(std::abs(became - std::max(to, from - 12)) <= 0.5,
                 qPrintable(QString::number(became)));
        QVERIFY(peakOf(made) <= Limiter::ceiling);
        const auto own = greatestStep(speech) * std::pow(10.0, std::max(to - from, -12.0) / 20);
        QVERIFY(greatestStep(made) <= own * 1.01);
    }

    void unknownLoudnessIsApproachedSlowly_data()
    {
        QTest::addColumn<double>("from");
        for (const double from : {-30.0, -16.0, -9.0}) {
            QTest::addRow("%g", from) << from;
        }
    }

    void unknownLoudnessIsApproachedSlowly()
    {
        QFETCH(double, from);
        Leveller leveller({});
        leveller.setTarget(target);
        leveller.restart();
        const auto speech = speechOf(from);
        const auto first = level(leveller, speech).sound;
        // The first three seconds stay as they are, but for the limiter.
        const auto start = std::span(speech).first(3 * rate * 2);
        if (peakOf(start) <= Limiter::ceiling) {
            QVERIFY(std::equal(start.begin(), start.end(), first.begin()));
        }
        double before = 0; // none
        constexpr std::size_t window = rate * 2;
        for (std::size_t i = 0; i + window <= speech.size(); i += window) {
            const auto in = peakOf(std::span(speech).subspan(i, window));
            const auto out = peakOf(std::span(first).subspan(i, window));
            if (out < 0.02F || std::max(in, out) > Limiter::ceiling) {
                before = 0;
                continue;
            }
            const double gain = out / in;
            const auto change = std::abs(20 * std::log10(gain / before));
            QVERIFY2(before == 0 || change <= 2.1, qPrintable(QString::number(change)));
            before = gain;
        }
        leveller.restart();
        const auto became = loudnessOf(level(leveller, speech).sound);
        QVERIFY2(std::abs(became - target) <= 0.5, qPrintable(QString::number(became)));
    }

    void gainIsBounded()
    {
        for (const auto &[loudness, gain] : {std::pair(-60.0, 18.0), std::pair(0.0, -12.0)}) {
            Leveller leveller({});
            leveller.setTarget(target);
            leveller.setLoudness(loudness);
            leveller.restart();
            const auto made = level(leveller, tone(rate, 0.05F)).sound;
            const auto louder = 20 * std::log10(peakOf(made) / 0.05F);
            QVERIFY2(std::abs(louder - gain) < 0.1, qPrintable(QString::number(louder)));
        }
    }

    void laterKnowledgeGlides()
    {
        Leveller leveller({});
        leveller.setTarget(target);
        leveller.setLoudness(target);
        leveller.restart();
        const auto sound = tone(3 * rate, 0.1F);
        const auto made = level(leveller, sound, [&](qint64 frame) {
                              if (frame > rate) {
                                  leveller.setLoudness(target - 12);
                              }
                          }).sound;
        QVERIFY(std::equal(made.begin(), made.begin() + rate * 2, sound.begin()));
        const auto end = peakOf(std::span(made).last(rate));
        QVERIFY(std::abs(end - 0.398F) < 0.004F);
        QVERIFY(greatestStep(made) <= greatestStep(sound) * 4);
        // Half of the way, in dB, a quarter of a second later.
        const auto half = std::span(made).subspan(rate * 2 * 13 / 10, rate / 50);
        QVERIFY(peakOf(half) > 0.17F && peakOf(half) < 0.24F);
    }

    void nothingIsEverTooLoud_data()
    {
        QTest::addColumn<float>("loudness");
        QTest::newRow("peaks") << 0.3F;
        QTest::newRow("loud") << 1.0F;
        QTest::newRow("absurd") << 1000.0F;
    }

    void nothingIsEverTooLoud()
    {
        QFETCH(float, loudness);
        std::mt19937 random(3);
        std::normal_distribution<float> noise(0.0F, loudness);
        std::vector<float> sound(rate * 4);
        for (auto &sample : sound) {
            sample = noise(random);
        }
        for (std::size_t i = 0; i < sound.size(); i += 7001) {
            sound[i] = std::numeric_limits<float>::quiet_NaN();
            sound[i + 1] = std::numeric_limits<float>::infinity();
            sound[i + 500] = -3.0F * loudness;
        }
        Leveller leveller({});
        leveller.setTarget(-10.0);
        leveller.setLoudness(-28.0);
        leveller.restart();
        const auto made = level(leveller, sound).sound;
        QCOMPARE(made.size(), sound.size());
        QVERIFY(peakOf(made) <= Limiter::ceiling);
    }

    /// A peak makes what is around it softer for a moment only, and without a step.
    void peaksDoNotPump()
    {
        auto sound = tone(3 * rate, 0.5F);
        for (std::size_t i = rate * 2; i < rate * 2 + 96; ++i) {
            sound[i] *= 2.5F;
        }
        Limiter limiter({});
        std::vector<float> made;
        limiter.put(sound.data(), 3 * rate, made);
        limiter.finish(made);
        QCOMPARE(made.size(), sound.size());
        const auto softer = [&](qint64 after) {
            const auto from = static_cast<std::size_t>((rate + after) * 2);
            const auto window = static_cast<std::size_t>(5 * ms * 2);
            return peakOf(std::span(made).subspan(from, window))
                   / peakOf(std::span(sound).subspan(from, window));
        };
        QVERIFY(std::equal(made.begin(), made.begin() + (rate - 6 * ms) * 2, sound.begin()));
        QVERIFY(softer(20 * ms) > 0.7F);
        QVERIFY(softer(450 * ms) > 0.97F);
        QVERIFY(softer(1500 * ms) > 0.999F);
        QVERIFY(greatestStep(made) <= greatestStep(sound));
    }

    void limiterGivesShortSoundWhole()
    {
        for (const qint64 frames : {0, 1, 239, 240, 241}) {
            Limiter limiter({});
            const auto sound = tone(frames, 0.8F);
            std::vector<float> made;
            limiter.put(sound.data(), frames, made);
            limiter.finish(made);
            QCOMPARE(made, sound);
        }
    }
};

QTEST_GUILESS_MAIN(LevellingTest)
#include "tst_levelling.moc"
