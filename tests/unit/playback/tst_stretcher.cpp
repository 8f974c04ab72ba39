// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/stretcher.h"
#include "tests/support/positioncode.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

using app::playback::internal::Piece;
using app::playback::internal::Stretcher;
using app::settings::StretchQuality;

namespace {

constexpr qint64 rate = tests::codeRate;

std::vector<float> stereo(const std::vector<float> &mono, qint64 from, qint64 frames)
{
    std::vector<float> both;
    both.reserve(static_cast<std::size_t>(frames * 2));
    for (qint64 i = from; i < from + frames; ++i) {
        both.insert(both.end(), 2, mono[static_cast<std::size_t>(i)]);
    }
    return both;
}

std::vector<float> tone(double hertz, qint64 frames)
{
    std::vector<float> mono(static_cast<std::size_t>(frames));
    for (std::size_t i = 0; i < mono.size(); ++i) {
        const auto phase = 2.0 * std::numbers::pi * hertz * static_cast<double>(i) / rate;
        mono[i] = 0.5F * static_cast<float>(std::sin(phase));
    }
    return stereo(mono, 0, frames);
}

constexpr double sweepStart = 700;
constexpr double sweepSlope = 1000; ///< Hz per second
constexpr qint64 sweepWindow = rate / 80;

/// Rises so that its pitch tells the place, whatever becomes of its phase.
std::vector<float> sweep(qint64 frames)
{
    std::vector<float> mono(static_cast<std::size_t>(frames));
    for (std::size_t i = 0; i < mono.size(); ++i) {
        const auto seconds = static_cast<double>(i) / rate;
        const auto turns = (sweepStart + sweepSlope / 2 * seconds) * seconds;
        mono[i] = 0.5F * static_cast<float>(std::sin(2.0 * std::numbers::pi * turns));
    }
    return stereo(mono, 0, frames);
}

/// The frame of the sweep in the middle of the window.
double sweepPlace(std::span<const float> sound)
{
    double first = -1;
    double last = -1;
    int crossings = -1;
    for (std::size_t i = 1; i < static_cast<std::size_t>(sweepWindow); ++i) {
        const double before = sound[2 * i - 2];
        const double after = sound[2 * i];
        if (before < 0 && after >= 0) {
            last = static_cast<double>(i) - after / (after - before);
            first = first < 0 ? last : first;
            ++crossings;
        }
    }
    const auto pitch = crossings * rate / std::max(last - first, 1.0);
    const auto centre = (first + last) / 2 - static_cast<double>(sweepWindow) / 2;
    return (pitch - sweepStart) / sweepSlope * rate - centre;
}

/// Puts sound in chunks and gathers everything, with the places of the whole.
Piece stretch(Stretcher &stretcher,
              const std::vector<float> &sound,
              const std::vector<float> &after)
{
    constexpr std::size_t chunk = 2048 * 2;
    Piece all;
    const auto gather = [&] {
        const auto piece = stretcher.take();
        const auto before = static_cast<qint64>(all.sound.size() / 2);
        for (auto anchor : piece.places) {
            anchor.frame += before;
            all.places.push_back(anchor);
        }
        all.sound.insert(all.sound.end(), piece.sound.begin(), piece.sound.end());
    };
    for (std::size_t i = 0; i < sound.size(); i += chunk) {
        const auto count = std::min(chunk, sound.size() - i);
        stretcher.put(sound.data() + i, static_cast<qint64>(count / 2));
        gather();
    }
    stretcher.finish(after.data(), static_cast<qint64>(after.size() / 2));
    gather();
    return all;
}

double placeAt(const Piece &piece, qint64 frame)
{
    auto found = piece.places.front();
    for (const auto &anchor : piece.places) {
        if (anchor.frame <= frame) {
            found = anchor;
        }
    }
    return found.at(frame);
}

/// Whether pieces from different places are faded into each other within the window.
bool isJoint(const Piece &piece, qint64 frame)
{
    const auto inside = [&](const app::playback::internal::Anchor &anchor) {
        return anchor.frame > frame - rate / 100 && anchor.frame < frame + sweepWindow
               && std::abs(anchor.at(anchor.frame) - placeAt(piece, anchor.frame - 1)) > 9;
    };
    return std::any_of(piece.places.begin(), piece.places.end(), inside);
}

/// Compares what is heard with the places told of it.
void checkPlaces(const Piece &made)
{
    const auto frames = static_cast<qint64>(made.sound.size() / 2);
    std::vector<double> errors;
    double sum = 0;
    for (qint64 frame = 0; frame < frames - sweepWindow; frame += 277) {
        if (isJoint(made, frame)) {
            continue;
        }
        const auto there = std::span(made.sound).subspan(static_cast<std::size_t>(frame * 2));
        const auto error = sweepPlace(there) - placeAt(made, frame + sweepWindow / 2);
        errors.push_back(std::abs(error) * 1000 / rate);
        sum += error * 1000 / rate;
    }
    QVERIFY(errors.size() >= 12);
    const auto mean = sum / static_cast<double>(errors.size());
    QVERIFY2(std::abs(mean) <= 5, qPrintable(QString::number(mean)));
    // A single window may be disturbed by what stretching does to a pure tone.
    std::sort(errors.begin(), errors.end());
    const auto nearlyAll = errors[errors.size() * 97 / 100];
    QVERIFY2(nearlyAll <= 20, qPrintable(QString::number(nearlyAll)));
}

void addSpeeds()
{
    QTest::addColumn<StretchQuality>("quality");
    QTest::addColumn<double>("speed");
    for (const auto quality : {StretchQuality::Light, StretchQuality::Fine}) {
        for (const auto speed : {0.5, 0.8, 0.95, 1.05, 1.5, 2.0, 3.0}) {
            QTest::addRow("%s %gx", quality == StretchQuality::Fine ? "fine" : "light", speed)
                << quality << speed;
        }
    }
}

} // namespace

class StretcherTest : public QObject
{
    Q_OBJECT

private slots:

    void naturalSpeedChangesNothing()
    {
        for (const auto quality : {StretchQuality::Light, StretchQuality::Fine}) {
            Stretcher stretcher({});
            stretcher.setQuality(quality);
            stretcher.restart(1.0, 7);
            const auto sound = stereo(tests::positionCode(), 1000, 50'001);
            const auto made = stretch(stretcher, sound, {});
            QCOMPARE(made.sound, sound);
            QCOMPARE(placeAt(made, 40'000), 40'007.0);
        }
    }

    void pitchIsKept_data() { addSpeeds(); }

    void pitchIsKept()
    {
        QFETCH(StretchQuality, quality);
        QFETCH(double, speed);
        Stretcher stretcher({});
        stretcher.setQuality(quality);
        stretcher.restart(speed, 0);
        const auto made = stretch(stretcher, tone(440, rate * 2), {});
        const auto middle = std::span(made.sound).subspan(made.sound.size() / 4 * 2, rate / 2);
        const auto pitch = tests::pitchOf(middle);
        QVERIFY2(std::abs(pitch - 440) < 4.4, qPrintable(QString::number(pitch)));
    }

    void lengthIsExact_data() { addSpeeds(); }

    void lengthIsExact()
    {
        QFETCH(StretchQuality, quality);
        QFETCH(double, speed);
        Stretcher stretcher({});
        stretcher.setQuality(quality);
        for (const qint64 frames : {1LL, 700LL, 4'801LL, 30'001LL}) {
            for (const qint64 after : {0LL, 12'000LL}) {
                stretcher.restart(speed, 0);
                const auto made = stretch(stretcher,
                                          stereo(tests::positionCode(), 0, frames),
                                          stereo(tests::positionCode(), frames, after));
                QCOMPARE(static_cast<qint64>(made.sound.size() / 2),
                         std::llround(static_cast<double>(frames) / speed));
            }
        }
    }

    void placesAreTrue_data() { addSpeeds(); }

    /// From the very start to the end, also when it was used before.
    void placesAreTrue()
    {
        QFETCH(StretchQuality, quality);
        QFETCH(double, speed);
        constexpr qint64 lead = rate / 8;
        constexpr qint64 length = rate * 5 / 2;
        const auto sound = sweep(rate * 3);
        Stretcher stretcher({});
        stretcher.setQuality(quality);
        for (const qint64 start : {qint64{0}, lead}) {
            stretcher.restart(speed == 2.0 ? 0.8 : 2.0, 5);
            stretcher.put(sound.data(), rate);
            const auto from = sound.begin() + start * 2;
            stretcher.restart(speed, start, {sound.begin(), from});
            const auto end = sound.begin() + length * 2;
            checkPlaces(stretch(stretcher, {from, end}, {end, sound.end()}));
        }
    }

    void soundBeginsAtOnce_data() { addSpeeds(); }

    /// A tone that is there from the first frame on is heard from the first frame on.
    void soundBeginsAtOnce()
    {
        QFETCH(StretchQuality, quality);
        QFETCH(double, speed);
        Stretcher stretcher({});
        stretcher.setQuality(quality);
        stretcher.restart(speed, 0);
        const auto made = stretch(stretcher, tone(440, rate), {});
        double power = 0;
        for (std::size_t i = 0; i < rate / 50 * 2; ++i) {
            power += made.sound[i] * made.sound[i];
        }
        QVERIFY2(power / (rate / 50 * 2) > 0.03, qPrintable(QString::number(power)));
    }

    void soundGoesOnFromWhatWasBefore_data() { addSpeeds(); }

    /// Where the sound in front is known, the start is as loud as the rest.
    void soundGoesOnFromWhatWasBefore()
    {
        QFETCH(StretchQuality, quality);
        QFETCH(double, speed);
        Stretcher stretcher({});
        stretcher.setQuality(quality);
        const auto sound = tone(440, rate);
        constexpr std::size_t before = rate / 10 * 2;
        stretcher.restart(speed, 0, std::span(sound).first(before));
        const auto made = stretch(
            stretcher, {sound.begin() + static_cast<std::ptrdiff_t>(before), sound.end()}, {});
        double power = 0;
        constexpr std::size_t period = rate / 110 * 2;
        for (std::size_t i = 0; i < period; ++i) {
            power += made.sound[i] * made.sound[i] / static_cast<double>(period);
        }
        QVERIFY2(std::abs(10 * std::log10(power / 0.125)) < 1, qPrintable(QString::number(power)));
    }
};

QTEST_GUILESS_MAIN(StretcherTest)
#include "tst_stretcher.moc"
