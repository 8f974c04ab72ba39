// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/loudnesscounter.h"
#include "app/media/internal/pausefinder.h"
#include "app/media/soundanalysis.h"
#include "app/media/wavwriter.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"

#include <QTemporaryDir>
#include <QTest>

#include <ebur128.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

using app::media::analyseSound;
using app::media::SoundAnalysis;
using app::media::SoundFormat;
using app::timestamps::MediaTime;
using app::timestamps::TimeRange;

namespace {

constexpr int rate = 48'000;
constexpr SoundFormat stereo{rate, 2};

/// Stereo, the same on both sides.
template <typename Make>
std::vector<float> made(int seconds, Make make)
{
    std::vector<float> sound;
    for (int i = 0; i < seconds * rate; ++i) {
        const auto value = static_cast<float>(make(static_cast<double>(i) / rate));
        sound.insert(sound.end(), {value, value});
    }
    return sound;
}

double tone(double time, double decibel)
{
    return std::pow(10, decibel / 20) * std::sin(2 * std::numbers::pi * 1000 * time);
}

} // namespace

class SoundAnalysisTest final : public QObject
{
    Q_OBJECT

private slots:
    void loudnessIsAsMeasuredByBroadcasters_data();
    void loudnessIsAsMeasuredByBroadcasters();
    void peaksAreTheGreatestOfTheirSlot();
    void pausesAreFound_data();
    void pausesAreFound();
    void evenSoundHasNoPauses();
    void silenceHasNoLoudness();
    void lossyFileIsReadToItsEnd();
    void loudnessIsThatOfTheLibrary_data();
    void loudnessIsThatOfTheLibrary();
    void minutesOfRoomAreAPause();
    void crackleDoesNotEndAPause();
    void pausesStayInPlaceAtAnyRate_data();
    void pausesStayInPlaceAtAnyRate();
    void senselessSamplesSpoilNothing();
    void cutOffFileCountsAsFarAsItGoes();
    void canBeCancelledAndTellsHowFar();
    void brokenFileIsAnError();
    void bytesGiveTheSameAgain();
    void otherBytesAreRefused();

private:
    [[nodiscard]] app::base::Result<SoundAnalysis> analyse(const std::vector<float> &sound);

    QTemporaryDir m_folder;
    const std::atomic<bool> m_never = false;
};

app::base::Result<SoundAnalysis> SoundAnalysisTest::analyse(const std::vector<float> &sound)
{
    const QString path = m_folder.filePath(QStringLiteral("made.wav"));
    app::media::WavWriter writer(path, stereo);
    if (!writer.open() || !writer.write(sound.data(), static_cast<qint64>(sound.size()) / 2)
        || !writer.finish()) {
        return app::base::unexpected(app::base::ErrorCode::Denied, QStringLiteral("not written"));
    }
    return analyseSound(app::media::openFileSource(path).value(), m_never);
}

void SoundAnalysisTest::loudnessIsAsMeasuredByBroadcasters_data()
{
    QTest::addColumn<double>("decibel");
    for (const double decibel : {-23.0, -33.0, -10.0}) {
        QTest::newRow(qPrintable(QString::number(decibel))) << decibel;
    }
}

/// EBU Tech 3341: a stereo tone of 1 kHz at -23 dBFS measures -23 LUFS.
void SoundAnalysisTest::loudnessIsAsMeasuredByBroadcasters()
{
    QFETCH(double, decibel);
    const auto analysis = analyse(made(20, [&](double time) { return tone(time, decibel); }));
    VERIFY_RESULT(analysis);
    QVERIFY(analysis->loudness);
    QVERIFY2(std::abs(*analysis->loudness - decibel) <= 0.1,
             qPrintable(QString::number(*analysis->loudness)));
    QVERIFY(std::abs(analysis->truePeak - std::pow(10, decibel / 20)) < 0.001);
}

void SoundAnalysisTest::peaksAreTheGreatestOfTheirSlot()
{
    const auto analysis = analyse(made(3, [](double time) {
        return time < 1 ? 0.25 : time < 2 ? (std::fmod(time, 0.05) < 0.001 ? -0.75 : 0.1) : 0.0;
    }));
    VERIFY_RESULT(analysis);
    QCOMPARE(analysis->duration.count(), 3000);
    QCOMPARE(analysis->peaks.size(), std::size_t{3 * SoundAnalysis::peaksPerSecond});
    QCOMPARE(int{analysis->peaks[5]}, 64);
    QCOMPARE(int{analysis->peaks[25]}, 191);
    QCOMPARE(int{analysis->peaks[50]}, 0);
}

void SoundAnalysisTest::pausesAreFound_data()
{
    QTest::addColumn<double>("room");
    QTest::newRow("studio") << -90.0;
    QTest::newRow("room") << -50.0;
    QTest::newRow("train") << -32.0;
}

void SoundAnalysisTest::pausesAreFound()
{
    QFETCH(double, room);
    std::mt19937 random(3);
    std::normal_distribution<double> noise(0, 1);
    const std::vector<TimeRange> pauses{{MediaTime::fromMs(2'000), MediaTime::fromMs(2'600)},
                                        {MediaTime::fromMs(5'000), MediaTime::fromMs(5'300)},
                                        {MediaTime::fromMs(7'000), MediaTime::fromMs(9'000)}};
    const auto analysis = analyse(made(12, [&](double time) {
        const auto now = MediaTime::fromMs(static_cast<qint64>(time * 1000));
        const bool quiet = std::any_of(
            pauses.begin(), pauses.end(), [now](const auto &pause) { return pause.contains(now); });
        // A gap of 100 ms each second is part of speech.
        const bool gap = std::fmod(time, 1.0) > 0.45 && std::fmod(time, 1.0) < 0.55;
        const double voice = quiet || gap ? 0 : std::pow(10, -18.0 / 20) * noise(random);
        return voice + std::pow(10, room / 20) * noise(random);
    }));
    VERIFY_RESULT(analysis);
    QCOMPARE(analysis->pauses.size(), pauses.size());
    for (std::size_t i = 0; i < pauses.size(); ++i) {
        QVERIFY(std::abs((analysis->pauses[i].start - pauses[i].start).count()) <= 20);
        QVERIFY(std::abs((analysis->pauses[i].end - pauses[i].end).count()) <= 20);
    }
}

void SoundAnalysisTest::evenSoundHasNoPauses()
{
    const auto analysis = analyse(made(10, [](double time) { return tone(time, -30); }));
    VERIFY_RESULT(analysis);
    QVERIFY(analysis->pauses.empty());
}

void SoundAnalysisTest::silenceHasNoLoudness()
{
    const auto analysis = analyse(std::vector<float>(2 * 2 * rate, 0.0F));
    VERIFY_RESULT(analysis);
    QVERIFY(!analysis->loudness);
    QCOMPARE(analysis->truePeak, 0.0);
    QCOMPARE(analysis->pauses.size(), 1u);
}

void SoundAnalysisTest::lossyFileIsReadToItsEnd()
{
    const QString path = tests::positionCodedFile(tests::AudioKind::Mp3VbrNoXing);
    const auto analysis = analyseSound(app::media::openFileSource(path).value(), m_never);
    VERIFY_RESULT(analysis);
    QVERIFY(std::abs(analysis->duration.count() - tests::codeSeconds * 1000) <= 60);
    QVERIFY(std::abs(static_cast<int>(analysis->peaks.size())
                     - tests::codeSeconds * SoundAnalysis::peaksPerSecond)
            <= 2);
    QVERIFY(analysis->loudness);
}

void SoundAnalysisTest::loudnessIsThatOfTheLibrary_data()
{
    QTest::addColumn<double>("side");
    QTest::addColumn<int>("sampleRate");
    QTest::newRow("both alike") << 0.0 << rate;
    QTest::newRow("apart") << 0.7 << rate;
    QTest::newRow("turned") << 2.0 << rate;
    QTest::newRow("at 44.1 kHz") << 0.3 << 44'100;
    QTest::newRow("at 11.025 kHz") << 0.3 << 11'025;
}

/// Middle and side, each weighted by itself and left out where nothing is heard, give the same as
/// left and right.
void SoundAnalysisTest::loudnessIsThatOfTheLibrary()
{
    QFETCH(double, side);
    QFETCH(int, sampleRate);
    std::mt19937 random(5);
    std::normal_distribution<double> noise(0, 0.1);
    app::media::internal::LoudnessCounter counter(sampleRate);
    auto *library = ebur128_init(2, static_cast<unsigned long>(sampleRate), EBUR128_MODE_I);
    const auto frames = static_cast<std::size_t>(sampleRate) / 3;
    for (int piece = 0; piece < 90; ++piece) {
        std::vector<float> middle;
        std::vector<float> half;
        std::vector<float> both;
        // Loud and soft, far apart, so that the gates have something to leave out.
        const double loud = piece % 9 < 4 ? 1 : piece % 9 < 6 ? 0.05 : 1e-5;
        const double apart = piece > 30 && piece < 60 ? side : 0;
        for (std::size_t i = 0; i < frames; ++i) {
            middle.push_back(static_cast<float>(loud * noise(random)));
            half.push_back(static_cast<float>(apart * loud * noise(random)));
            both.insert(both.end(), {middle.back() + half.back(), middle.back() - half.back()});
        }
        counter.put(middle.data(), half.data(), frames);
        ebur128_add_frames_float(library, both.data(), frames);
    }
    double expected = 0;
    QCOMPARE(ebur128_loudness_global(library, &expected), int{EBUR128_SUCCESS});
    ebur128_destroy(&library);
    QVERIFY(counter.loudness());
    QVERIFY2(std::abs(*counter.loudness() - expected) < 0.05,
             qPrintable(QStringLiteral("%1, not %2").arg(*counter.loudness()).arg(expected)));
}

void SoundAnalysisTest::minutesOfRoomAreAPause()
{
    std::mt19937 random(3);
    std::normal_distribution<double> noise(0, 1);
    const auto analysis = analyse(made(260, [&](double time) {
        const bool speaks = time < 30 || time >= 230;
        return (speaks ? 0.12 : 0) * noise(random) + 0.004 * noise(random);
    }));
    VERIFY_RESULT(analysis);
    QCOMPARE(analysis->pauses.size(), std::size_t{1});
    QVERIFY(std::abs(analysis->pauses[0].start.ms() - 30'000) <= 20);
    QVERIFY(std::abs(analysis->pauses[0].end.ms() - 230'000) <= 20);
}

void SoundAnalysisTest::crackleDoesNotEndAPause()
{
    std::mt19937 random(3);
    std::normal_distribution<double> noise(0, 0.1);
    const auto analysis = analyse(made(10, [&](double time) {
        const bool crackles = std::fmod(time, 0.3) < 0.004;
        return time < 4 || time >= 5 || crackles ? noise(random) : 0.001 * noise(random);
    }));
    VERIFY_RESULT(analysis);
    QCOMPARE(analysis->pauses.size(), std::size_t{1});
    QVERIFY(std::abs(analysis->pauses[0].start.ms() - 4'000) <= 20);
    QVERIFY(std::abs(analysis->pauses[0].end.ms() - 5'000) <= 20);
}

void SoundAnalysisTest::pausesStayInPlaceAtAnyRate_data()
{
    QTest::addColumn<int>("sampleRate");
    for (const int sampleRate : {8'000, 11'025, 22'050, 44'100, 96'000}) {
        QTest::newRow(qPrintable(QString::number(sampleRate))) << sampleRate;
    }
}

void SoundAnalysisTest::pausesStayInPlaceAtAnyRate()
{
    QFETCH(int, sampleRate);
    std::mt19937 random(3);
    std::normal_distribution<float> noise(0, 0.1F);
    app::media::internal::PauseFinder finder(sampleRate);
    constexpr int seconds = 900;
    for (int second = 0; second < seconds; ++second) {
        std::vector<float> sound(static_cast<std::size_t>(sampleRate));
        for (auto &value : sound) {
            value = second % 100 == 99 ? 0 : noise(random);
        }
        finder.put(sound.data(), nullptr, sampleRate);
    }
    const auto pauses = finder.finish();
    QCOMPARE(pauses.size(), std::size_t{9});
    QVERIFY2(std::abs(pauses.back().start.ms() - 899'000) <= 20,
             qPrintable(QString::number(pauses.back().start.ms())));
}

void SoundAnalysisTest::senselessSamplesSpoilNothing()
{
    // A WAV of floats, with some that are no numbers.
    QByteArray bytes("RIFF\xFF\xFF\xFF\x7FWAVEfmt \x10\0\0\0\3\0\1\0\x80\xBB\0\0"
                     "\0\xEE\2\0\4\0\x20\0"
                     "data\0\xDC\5\0",
                     44);
    for (int i = 0; i < 2 * rate; ++i) {
        const float senseless = i % 20'000 == 10'000 ? std::numeric_limits<float>::infinity()
                                                     : std::numeric_limits<float>::quiet_NaN();
        const float value = i % 10'000 == 0
                                ? senseless
                                : static_cast<float>(tone(static_cast<double>(i) / rate, -20));
        bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    QFile file(m_folder.filePath(QStringLiteral("floats.wav")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto analysis =
        analyseSound(app::media::openFileSource(file.fileName()).value(), m_never);
    VERIFY_RESULT(analysis);
    QVERIFY(analysis->loudness && std::abs(*analysis->loudness + 23) < 0.3);
    QVERIFY(std::abs(analysis->truePeak - 0.1) < 0.001);
    VERIFY_RESULT(SoundAnalysis::fromBytes(analysis->toBytes()));
}

void SoundAnalysisTest::cutOffFileCountsAsFarAsItGoes()
{
    QFile whole(tests::positionCodedFile(tests::AudioKind::M4aFastStart));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QFile file(m_folder.filePath(QStringLiteral("cut.m4a")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(whole.read(whole.size() / 2));
    file.close();
    const auto analysis =
        analyseSound(app::media::openFileSource(file.fileName()).value(), m_never);
    VERIFY_RESULT(analysis);
    QVERIFY(analysis->duration > std::chrono::seconds(50));
    QVERIFY(analysis->duration < std::chrono::seconds(70));
}

void SoundAnalysisTest::canBeCancelledAndTellsHowFar()
{
    const auto source =
        app::media::openFileSource(tests::positionCodedFile(tests::AudioKind::Wav)).value();
    std::atomic<bool> cancelled = false;
    std::vector<double> told;
    VERIFY_RESULT(analyseSound(source, cancelled, [&](double part) { told.push_back(part); }));
    QVERIFY(!told.empty());
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QCOMPARE(told.back(), 1.0);
    cancelled = true;
    VERIFY_ERROR(analyseSound(source, cancelled), Busy);
}

void SoundAnalysisTest::brokenFileIsAnError()
{
    QFile file(m_folder.filePath(QStringLiteral("page.mp3")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<!doctype html><title>Not found</title>");
    file.close();
    VERIFY_ERROR(analyseSound(app::media::openFileSource(file.fileName()).value(), m_never),
                 Malformed);
}

void SoundAnalysisTest::bytesGiveTheSameAgain()
{
    SoundAnalysis analysis;
    analysis.duration = app::timestamps::Duration(3'000);
    for (int i = 0; i < 60; ++i) {
        analysis.peaks.push_back(static_cast<quint8>(i * 4));
    }
    analysis.loudness = -17.25;
    analysis.truePeak = 0.9;
    analysis.pauses = {{MediaTime::fromMs(100), MediaTime::fromMs(400)},
                       {MediaTime::fromMs(1'000), MediaTime::fromMs(1'300)}};
    auto again = SoundAnalysis::fromBytes(analysis.toBytes());
    VERIFY_RESULT(again);
    QVERIFY(*again == analysis);
    analysis.loudness.reset();
    again = SoundAnalysis::fromBytes(analysis.toBytes());
    VERIFY_RESULT(again);
    QVERIFY(*again == analysis);
}

void SoundAnalysisTest::otherBytesAreRefused()
{
    VERIFY_ERROR(SoundAnalysis::fromBytes({}), Malformed);
    VERIFY_ERROR(SoundAnalysis::fromBytes("not an analysis at all"), Malformed);
    SoundAnalysis analysis;
    analysis.duration = app::timestamps::Duration(60'000);
    analysis.peaks.assign(1200, 7);
    analysis.pauses = {{MediaTime::fromMs(100), MediaTime::fromMs(400)}};
    const QByteArray whole = analysis.toBytes();
    for (qsizetype length = 0; length < whole.size(); ++length) {
        VERIFY_ERROR(SoundAnalysis::fromBytes(whole.left(length)), Malformed);
    }
    VERIFY_ERROR(SoundAnalysis::fromBytes(whole + 'x'), Malformed);
    // Whatever the bytes are, it ends, and takes no senseless amount of memory.
    std::mt19937 random(1);
    for (int i = 0; i < 2000; ++i) {
        QByteArray bytes = whole;
        bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] =
            static_cast<char>(random());
        static_cast<void>(SoundAnalysis::fromBytes(bytes));
    }
}

QTEST_GUILESS_MAIN(SoundAnalysisTest)
#include "tst_soundanalysis.moc"
