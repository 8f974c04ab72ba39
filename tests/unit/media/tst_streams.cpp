// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/decoder.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"
#include "tests/unit/media/decoding.h"
#include "tests/unit/media/streamsource.h"

#include <QTest>

#include <random>

using namespace app::media;
using app::base::ErrorCode;
using app::timestamps::MediaTime;
using tests::AudioKind;
using namespace decoding;

namespace {

[[nodiscard]] std::shared_ptr<StreamSource> stream(int kind, const StreamSource::Ways &ways = {})
{
    const auto path = tests::positionCodedFile(static_cast<AudioKind>(kind));
    return std::make_shared<StreamSource>(readFile(path), ways);
}

[[nodiscard]] bool isOf(int kind, std::initializer_list<AudioKind> kinds)
{
    return std::find(kinds.begin(), kinds.end(), static_cast<AudioKind>(kind)) != kinds.end();
}

/// Where the next 60 ms are from; less than nothing when that cannot be told.
[[nodiscard]] double hear(Decoder &decoder)
{
    const auto sound = readFrames(decoder, windowFrames);
    const auto heard = sound ? tests::heardPlace(*sound) : std::nullopt;
    return heard ? heard->ms : -1e9;
}

} // namespace

/// Recordings that are still being downloaded.
class StreamsTest final : public QObject
{
    Q_OBJECT

private slots:
    void jumpsAreExact_data();
    void jumpsAreExact();
    void guessedPlacesArePutRight_data();
    void guessedPlacesArePutRight();
    void placesAskedForAreRightOnceIndexed();

    void waitingIsExact_data() { rowsOfEveryKind(); }

    void waitingIsExact();

    void interruptedReadingGoesOn_data() { rowsOfEveryKind(); }

    void interruptedReadingGoesOn();

    void aCutLineIsNoEnd_data() { rowsOfEveryKind(); }

    void aCutLineIsNoEnd();
};

void StreamsTest::jumpsAreExact_data()
{
    rows({AudioKind::Mp3Cbr,
          AudioKind::Mp3CbrNoXing,
          AudioKind::Mp3Low,
          AudioKind::Mp3GarbageInFront,
          AudioKind::M4a,
          AudioKind::M4aFastStart,
          AudioKind::M4b,
          AudioKind::M4aFragments,
          AudioKind::Opus,
          AudioKind::OpusQuick,
          AudioKind::OpusSlow,
          AudioKind::Vorbis,
          AudioKind::VorbisMono,
          AudioKind::Flac,
          AudioKind::Flac48,
          AudioKind::Wav,
          AudioKind::Wav24});
}

void StreamsTest::jumpsAreExact()
{
    QFETCH(int, kind);
    double worst = 0;
    int most = 0;
    int all = 0;
    int opening = 0;
    constexpr int jumps = 10;
    std::mt19937 random(static_cast<unsigned>(kind) + 40);
    for (int i = 0; i < jumps; ++i) {
        const auto source = stream(kind);
        auto decoder = Decoder::open(source);
        VERIFY_RESULT(decoder);
        opening = source->connections();
        const auto asked = 30'000 + static_cast<qint64>(random() % 89'000);
        VERIFY_RESULT((*decoder)->seek(MediaTime::fromMs(asked)));
        const auto heard = hear(**decoder);
        worst = std::max(worst, std::abs(heard - static_cast<double>(asked)));
        QVERIFY2(worst <= 5,
                 qPrintable(QStringLiteral("asked %1, heard %2").arg(asked).arg(heard)));
        QVERIFY((*decoder)->isPlaceExact());
        QCOMPARE((*decoder)->nextFrame(), asked * 48 + windowFrames);
        most = std::max(most, source->connections() - opening);
        all += source->connections() - opening;
    }
    qInfo("worst error %.2f ms; %d to open, %.1f (at most %d) for a jump",
          worst,
          opening,
          double(all) / jumps,
          most);
}

void StreamsTest::guessedPlacesArePutRight_data()
{
    rows({AudioKind::Mp3Vbr,
          AudioKind::Mp3VbrNoXing,
          AudioKind::Mp3Uneven,
          AudioKind::Mp3LargeTag,
          AudioKind::Mp3GarbageInMiddle,
          AudioKind::Mp3LyingXing,
          AudioKind::AacAdts,
          AudioKind::AacAdtsLow});
}

void StreamsTest::guessedPlacesArePutRight()
{
    QFETCH(int, kind);
    constexpr qint64 asked = 85'000;
    const auto source = stream(kind);
    auto decoder = Decoder::open(source);
    VERIFY_RESULT(decoder);
    VERIFY_RESULT((*decoder)->seek(MediaTime::fromMs(asked)));
    QVERIFY(!(*decoder)->isPlaceExact());
    QCOMPARE((*decoder)->nextFrame(), asked * 48);
    const auto guessed = hear(**decoder);
    QVERIFY(guessed >= 0);
    QVERIFY(source->connections() <= 2);
    // Ten seconds back and on again are right in themselves, though nobody knows where they are.
    VERIFY_RESULT((*decoder)->seek(MediaTime::fromMs(asked + 3000)));
    QVERIFY(std::abs(hear(**decoder) - guessed - 3000) < 1.5);
    VERIFY_RESULT((*decoder)->seek(MediaTime::fromMs(asked)));
    QVERIFY(std::abs(hear(**decoder) - guessed) < 1.5);
    QVERIFY(!(*decoder)->isPlaceExact());

    source->complete();
    auto index = buildSeekIndex(*source, std::atomic<bool>(false));
    VERIFY_RESULT(index);
    (*decoder)->setSeekIndex(*std::move(index));
    QVERIFY((*decoder)->isPlaceExact());
    const auto place = static_cast<double>((*decoder)->nextFrame()) / 48.0;
    const auto heard = hear(**decoder);
    QVERIFY2(std::abs(heard - guessed - 60) < 1.5, "the sound did not go on");
    QVERIFY2(std::abs(heard - place) < 1.5,
             qPrintable(QStringLiteral("said %1, heard %2").arg(place).arg(heard)));
    VERIFY_RESULT((*decoder)->seek(MediaTime::fromMs(70'000)));
    QVERIFY(std::abs(hear(**decoder) - 70'000) < 1.5);
    qInfo("guessed %.0f ms off", guessed - asked);
}

/// A place asked for, but not heard yet, when the index comes.
void StreamsTest::placesAskedForAreRightOnceIndexed()
{
    const auto source = stream(static_cast<int>(AudioKind::Mp3Uneven));
    auto decoder = Decoder::open(source);
    VERIFY_RESULT(decoder);
    VERIFY_RESULT((*decoder)->seek(MediaTime::fromMs(85'000)));
    source->complete();
    auto index = buildSeekIndex(*source, std::atomic<bool>(false));
    VERIFY_RESULT(index);
    (*decoder)->setSeekIndex(*std::move(index));
    QCOMPARE((*decoder)->nextFrame(), 85'000 * 48);
    QVERIFY(std::abs(hear(**decoder) - 85'000) < 1.5);
}

void StreamsTest::waitingIsExact()
{
    QFETCH(int, kind);
    StreamSource::Ways ways;
    ways.reachesAnywhere = false;
    ways.knowsSize = false;
    auto decoder = Decoder::open(stream(kind, ways));
    VERIFY_RESULT(decoder);
    for (const qint64 asked : {30'000, 95'432, 12'345, 117'000, 0}) {
        VERIFY_RESULT((*decoder)->seek(MediaTime::fromMs(asked)));
        const auto heard = hear(**decoder);
        QVERIFY2(std::abs(heard - static_cast<double>(asked)) <= 1.5,
                 qPrintable(QStringLiteral("asked %1, heard %2").arg(asked).arg(heard)));
        QVERIFY((*decoder)->isPlaceExact());
    }
}

void StreamsTest::interruptedReadingGoesOn()
{
    QFETCH(int, kind);
    for (const bool reaches : {true, false}) {
        StreamSource::Ways ways;
        ways.reachesAnywhere = reaches;
        ways.interruptsOneIn = 25;
        const auto source = stream(kind, ways);
        auto decoder = Decoder::open(source);
        for (int i = 0; i < 200 && !decoder; ++i) {
            VERIFY_ERROR(decoder, Busy);
            decoder = Decoder::open(source);
        }
        VERIFY_RESULT(decoder);
        for (const qint64 asked : {40'000, 100'000, 1000, 55'555}) {
            for (int i = 0;; ++i) {
                const auto sought = (*decoder)->seek(MediaTime::fromMs(asked));
                if (sought) {
                    break;
                }
                VERIFY_ERROR(sought, Busy);
                QVERIFY(i < 2000);
            }
            std::vector<float> sound(static_cast<std::size_t>(windowFrames) * 2);
            qint64 have = 0;
            for (int i = 0; have < windowFrames; ++i) {
                const auto got = (*decoder)->read(sound.data() + have * 2, windowFrames - have);
                QVERIFY(i < 2000);
                if (got) {
                    QVERIFY(*got > 0);
                    have += *got;
                } else {
                    VERIFY_ERROR(got, Busy);
                }
            }
            const auto heard = tests::heardPlace(sound);
            QVERIFY(heard);
            QVERIFY2(std::abs(heard->ms - static_cast<double>(asked)) <= 1.5
                         || !(*decoder)->isPlaceExact(),
                     qPrintable(QStringLiteral("asked %1, heard %2").arg(asked).arg(heard->ms)));
        }
        QVERIFY(source->interruptions() > 0);
    }
}

void StreamsTest::aCutLineIsNoEnd()
{
    QFETCH(int, kind);
    const auto size = readFile(tests::positionCodedFile(static_cast<AudioKind>(kind))).size();
    for (const bool reaches : {true, false}) {
        StreamSource::Ways ways;
        ways.reachesAnywhere = reaches;
        ways.failsAt = size * 8 / 10;
        auto decoder = Decoder::open(stream(kind, ways));
        if (isOf(kind, {AudioKind::M4a, AudioKind::M4b})) {
            VERIFY_ERROR(decoder, Offline);
            continue;
        }
        VERIFY_RESULT(decoder);
        VERIFY_ERROR(countFrames(**decoder), Offline);
        // What is there can be heard still.
        VERIFY_RESULT((*decoder)->seek(MediaTime::fromMs(10'000)));
        QVERIFY(std::abs(hear(**decoder) - 10'000) <= 1.5);
    }
}

QTEST_GUILESS_MAIN(StreamsTest)
#include "tst_streams.moc"
