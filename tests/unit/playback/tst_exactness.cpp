// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/playback/playerbench.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace playertest;
using app::settings::SilenceSkipping;
using app::settings::SoundOptions;
using app::settings::StretchQuality;

namespace {

/// Less alike are two places at once: a seam of the stretcher, where one fades into the other.
constexpr double clear = 0.97;

constexpr double speeds[] = {0.5, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0};

/// A download that fetches from wherever it is read, and is not complete until the test says so.
class JumpingSource final : public app::media::ByteSource
{
public:
    explicit JumpingSource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {}

    void complete() { m_complete = true; }

    app::base::Result<qint64> readAt(qint64 offset, char *into, qint64 size) override
    {
        const auto count = std::clamp<qint64>(m_bytes.size() - offset, 0, size);
        std::copy_n(m_bytes.constData() + offset, count, into);
        const std::lock_guard lock(m_mutex);
        m_read.push_back({offset, offset + count});
        return count;
    }

    [[nodiscard]] std::optional<qint64> sizeBytes() const override { return m_bytes.size(); }

    [[nodiscard]] bool isComplete() const override { return m_complete; }

    [[nodiscard]] qint64 availableBytes() const override { return availableRanges().front().end; }

    [[nodiscard]] std::vector<app::media::ByteRange> availableRanges() const override
    {
        if (m_complete) {
            return {{0, m_bytes.size()}};
        }
        const std::lock_guard lock(m_mutex);
        auto read = m_read;
        std::sort(read.begin(), read.end(), [](const auto &a, const auto &b) {
            return a.start < b.start;
        });
        std::vector<app::media::ByteRange> joined{{0, 0}};
        for (const auto &range : read) {
            if (range.start <= joined.back().end) {
                joined.back().end = std::max(joined.back().end, range.end);
            } else {
                joined.push_back(range);
            }
        }
        return joined;
    }

    [[nodiscard]] bool canReachAnywhere() const override { return true; }

    void interrupt() override {}

    void resume() override {}

    [[nodiscard]] QString name() const override { return QStringLiteral("a jumping download"); }

private:
    mutable std::mutex m_mutex;
    std::vector<app::media::ByteRange> m_read;
    QByteArray m_bytes;
    std::atomic<bool> m_complete = false;
};

} // namespace

/// The limits of exactness, for every kind of file at every speed.
class ExactnessTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyKindAtEverySpeed_data();
    void everyKindAtEverySpeed();
    void rightAfterRateChanges();
    void finerStretching_data();
    void finerStretching();
    void finerPitchStays();
    void changesDoNotClick();
    void optionsChangeOverSoon();
    void burstOfSeeksEndsAtTheLast();
    void burstOnSlowSourceQueuesNothing();
    void pausedSeeksAreExactWhenPlayed();
    void indexCorrectsThePlaceWithoutGap();
};

void ExactnessTest::everyKindAtEverySpeed_data()
{
    QTest::addColumn<int>("kind");
    for (const auto kind : tests::allAudioKinds()) {
        QTest::newRow(qPrintable(tests::audioKindName(kind))) << static_cast<int>(kind);
    }
}

void ExactnessTest::everyKindAtEverySpeed()
{
    QFETCH(int, kind);
    std::mt19937 random(static_cast<unsigned>(kind) + 4711);
    Bench bench;
    bench.player->load(codedSource(static_cast<tests::AudioKind>(kind)), at(1000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    double worstSeek = 0;
    double worstTold = 0;
    for (const auto speed : speeds) {
        bench.player->setSpeed(speed);
        for (int i = 0; i < 3; ++i) {
            const auto asked = static_cast<qint64>(random() % 116'000);
            QVERIFY(bench.seekPlaying(asked));
            auto heard = bench.hear(0, speed != 1.0);
            QVERIFY2(heard, qPrintable(QStringLiteral("%1 at %2x").arg(asked).arg(speed)));
            const auto off = std::abs(heard->ms - static_cast<double>(asked));
            worstSeek = std::max(worstSeek, off);
            QVERIFY2(off <= 5,
                     qPrintable(QStringLiteral("asked %1 at %2x, heard %3")
                                    .arg(asked)
                                    .arg(speed)
                                    .arg(heard->ms)));
            bench.capture.advance(framesPerMs * static_cast<qint64>(random() % 300));
            const auto told = static_cast<double>(bench.player->position().ms());
            heard = bench.hear(0, speed != 1.0);
            if (heard && heard->likeness >= clear) {
                worstTold = std::max(worstTold, std::abs(told - heard->ms));
            }
        }
    }
    qInfo("worst: %.2f ms between asked and heard, %.2f ms between told and heard",
          worstSeek,
          worstTold);
    QVERIFY(worstTold <= 20);
}

void ExactnessTest::rightAfterRateChanges()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Flac), at(3000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    std::mt19937 random(99);
    double worst = 0;
    int count = 0;
    for (int i = 0; i < 60; ++i) {
        bench.player->setSpeed(speeds[random() % std::size(speeds)]);
        QVERIFY(bench.settle());
        bench.capture.advance(framesPerMs * static_cast<qint64>(random() % 150));
        const auto told = static_cast<double>(bench.player->position().ms());
        const auto heard = bench.hear(0, true);
        if (heard && heard->likeness >= clear) {
            worst = std::max(worst, std::abs(told - heard->ms));
            ++count;
        }
    }
    qInfo("%d heard, worst %.1f ms", count, worst);
    QVERIFY(count >= 30);
    QVERIFY(worst <= 20);
}

void ExactnessTest::finerStretching_data()
{
    QTest::addColumn<double>("speed");
    for (const auto speed : {0.5, 0.8, 1.5, 3.0}) {
        QTest::newRow(qPrintable(QString::number(speed))) << speed;
    }
}

void ExactnessTest::finerStretching()
{
    QFETCH(double, speed);
    Bench bench;
    SoundOptions fine;
    fine.quality = StretchQuality::Fine;
    bench.player->setOptions(fine);
    bench.player->setSpeed(speed);
    bench.player->load(codedSource(tests::AudioKind::Wav), at(20'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 2000);
    const auto passed = static_cast<double>((bench.player->position() - at(20'000)).count());
    QVERIFY2(std::abs(passed - 2000 * speed) <= 20, qPrintable(QString::number(passed)));
}

void ExactnessTest::finerPitchStays()
{
    Bench bench;
    SoundOptions fine;
    fine.quality = StretchQuality::Fine;
    bench.player->setOptions(fine);
    bench.player->load(fileSource(tests::toneFile()), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    for (const auto speed : {0.7, 2.5}) {
        bench.player->setSpeed(speed);
        QVERIFY(bench.settle());
        bench.capture.advance(framesPerMs * 300);
        const auto from = bench.capture.heardFrames();
        bench.capture.advance(framesPerMs * 1000);
        const auto pitch = tests::pitchOf(bench.capture.heardSince(from));
        QVERIFY2(std::abs(pitch - 440) <= 4.4, qPrintable(QString::number(pitch)));
    }
}

void ExactnessTest::changesDoNotClick()
{
    Bench bench;
    bench.player->load(fileSource(tests::toneFile()), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 100);
    const auto from = bench.capture.heardFrames();
    std::mt19937 random(5);
    for (int i = 0; i < 24; ++i) {
        if (i % 2 == 0) {
            bench.player->setSpeed(speeds[random() % std::size(speeds)]);
        } else {
            SoundOptions options;
            options.quality = i % 4 == 1 ? StretchQuality::Fine : StretchQuality::Light;
            options.mono = i % 3 == 0;
            options.silence = i % 5 == 0 ? SilenceSkipping::Medium : SilenceSkipping::Off;
            bench.player->setOptions(options);
        }
        QVERIFY(bench.settle());
        bench.capture.advance(framesPerMs * static_cast<qint64>(100 + random() % 200));
    }
    const auto steepest = steepness(bench.capture.heardSince(from));
    qInfo("steepness %.2f", steepest);
    QVERIFY(steepest < noClick);
}

void ExactnessTest::optionsChangeOverSoon()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("left.wav"));
    QVERIFY(tests::encodePositionCode({QStringLiteral("-t"),
                                       QStringLiteral("10"),
                                       QStringLiteral("-af"),
                                       QStringLiteral("pan=stereo|c0=c0|c1=0*c0")},
                                      path));
    const auto rightPeak = [](const std::vector<float> &stereo) {
        float most = 0;
        for (std::size_t i = 1; i < stereo.size(); i += 2) {
            most = std::max(most, std::abs(stereo[i]));
        }
        return most;
    };
    Bench bench;
    bench.player->load(fileSource(path), at(1000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 1000);
    QCOMPARE(rightPeak(bench.capture.heard()), 0.0F);
    SoundOptions mono;
    mono.mono = true;
    bench.player->setOptions(mono);
    QCOMPARE(bench.player->options(), mono);
    QVERIFY(bench.settle());
    const auto changed = bench.capture.heardFrames();
    bench.capture.advance(framesPerMs * 100);
    QVERIFY(rightPeak(bench.capture.heardSince(changed + 60 * framesPerMs)) > 0.1F);
    QVERIFY(std::abs(bench.player->position().ms() - 2100) <= 1);
}

void ExactnessTest::burstOfSeeksEndsAtTheLast()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Mp3VbrNoXing), at(1000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto before = bench.capture.flushes();
    for (int i = 0; i < 500; ++i) {
        bench.player->seek(at(2000 + i * 200));
        QCOMPARE(bench.player->position(), at(2000 + i * 200));
    }
    QVERIFY(bench.settle());
    const auto carriedOut = bench.capture.flushes() - before;
    qInfo("%d of 500 seeks carried out", carriedOut);
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 101'800) <= 5);
}

void ExactnessTest::burstOnSlowSourceQueuesNothing()
{
    QFile file(tests::positionCodedFile(tests::AudioKind::Mp3Cbr));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto source = std::make_shared<GrowingSource>(file.readAll());
    source->reveal(file.size() / 4);
    Bench bench;
    bench.player->load({source, {}, {}}, at(1000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto before = bench.capture.flushes();
    for (int i = 0; i < 500; ++i) {
        bench.player->seek(at(2000 + i * 200));
    }
    bench.player->seek(at(12'345));
    QVERIFY(bench.settle());
    QTRY_VERIFY(bench.capture.flushes() > before);
    qInfo("%d of 501 seeks carried out", bench.capture.flushes() - before);
    const auto heard = bench.hear(200);
    QVERIFY(heard && std::abs(heard->ms - 12'545) <= 5);
}

void ExactnessTest::pausedSeeksAreExactWhenPlayed()
{
    std::mt19937 random(11);
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Vorbis), at(1000), false);
    QVERIFY(bench.waitFor(PlayerState::Paused));
    for (int i = 0; i < 6; ++i) {
        const auto speed = speeds[random() % std::size(speeds)];
        qint64 asked = 0;
        for (int k = 0; k < 5; ++k) {
            asked = static_cast<qint64>(random() % 118'000);
            bench.player->seek(at(asked));
        }
        bench.player->setSpeed(speed);
        QVERIFY(bench.settle());
        QCOMPARE(bench.player->position(), at(asked));
        bench.player->play();
        QVERIFY(bench.waitFor(PlayerState::Playing));
        const auto heard = bench.hear(0, speed != 1.0);
        QVERIFY(heard && std::abs(heard->ms - static_cast<double>(asked)) <= 5);
        bench.player->pause();
        QVERIFY(bench.waitFor(PlayerState::Paused));
    }
}

void ExactnessTest::indexCorrectsThePlaceWithoutGap()
{
    QFile file(tests::positionCodedFile(tests::AudioKind::Mp3VbrNoXing));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto source = std::make_shared<JumpingSource>(file.readAll());
    Bench bench;
    QSignalSpy built(bench.player.get(), &Player::seekIndexBuilt);
    // The feed is wrong, and so is what can be guessed of a place far ahead.
    bench.player->load({source, {}, std::chrono::minutes(2)}, at(0), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 500);
    QVERIFY(bench.player->isPositionExact());
    QVERIFY(bench.seekPlaying(85'000));
    auto heard = bench.hear(200);
    QVERIFY(heard);
    QTRY_VERIFY(!bench.player->isPositionExact());
    QVERIFY(std::abs(bench.player->position().ms() - 85'300) <= 2);
    const auto off = heard->ms - 85'200;
    qInfo("jumped %.0f ms beside", off);
    QSignalSpy positions(bench.player.get(), &Player::positionChanged);
    const auto from = bench.capture.heardFrames();
    source->complete();
    bench.capture.advance(framesPerMs * 500);
    QTRY_COMPARE(built.size(), 1);
    QTRY_VERIFY(bench.player->isPositionExact());
    QVERIFY(!positions.isEmpty());
    bench.capture.advance(framesPerMs * 500);
    const auto told = static_cast<double>(bench.player->position().ms());
    auto now = bench.hear();
    QVERIFY(now);
    QVERIFY2(std::abs(now->ms - told) <= 2,
             qPrintable(QStringLiteral("%1 %2").arg(told).arg(now->ms)));
    // What is heard has gone on as if nothing had been.
    const auto sound = bench.capture.heardSince(from);
    for (qint64 ms = 0; ms + 100 <= 1000; ms += 50) {
        now = tests::heardPlace(
            std::span(sound).subspan(static_cast<std::size_t>(2 * ms * framesPerMs)));
        QVERIFY(now && std::abs(now->ms - (heard->ms + 100 + static_cast<double>(ms))) <= 1.5);
    }
}

QTEST_GUILESS_MAIN(ExactnessTest)
#include "tst_exactness.moc"
