// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/soundanalysis.h"
#include "app/media/wavwriter.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
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
