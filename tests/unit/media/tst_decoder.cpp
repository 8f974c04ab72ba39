// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/decoder.h"
#include "app/media/mediainfo.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"
#include "tests/unit/media/decoding.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace app::media;
using app::timestamps::Duration;
using app::timestamps::MediaTime;
using namespace decoding;

class DecoderTest final : public QObject
{
    Q_OBJECT

private slots:

    void seeksAreExact_data() { rowsOfEveryKind(); }

    void seeksAreExact();
    void seeksAreExactWithIndex();
    void everySeekGivesTheSameSamples();

    void durationIsWhatIsDecoded_data() { rowsOfEveryKind(); }

    void durationIsWhatIsDecoded();

    void seekBeyondTheEndReadsNothing_data() { rowsOfEveryKind(); }

    void seekBeyondTheEndReadsNothing();
    void refusesWhatIsNoSound_data();
    void refusesWhatIsNoSound();
    void refusesMissingFile();

    void joinedMp3sOfTwoRatesKeepTime();
    void oneVoiceIsAsLoudOnBothSides();

private:
    static void giveIndex(const QString &path, Decoder &decoder);

    QTemporaryDir m_folder;
};

void DecoderTest::seeksAreExact()
{
    QFETCH(int, kind);
    const auto path = tests::positionCodedFile(static_cast<tests::AudioKind>(kind));
    QVERIFY2(!path.isEmpty(), "ffmpeg could not make the file");
    auto decoder = openFile(path);
    VERIFY_RESULT(decoder);
    std::mt19937 random(static_cast<unsigned>(kind) + 7);
    double worst = 0;
    constexpr int seeks = 20;
    for (int i = 0; i < seeks; ++i) {
        if (i == seeks / 2) {
            giveIndex(path, **decoder);
        }
        const auto asked = i == 0   ? 0
                           : i == 1 ? 1
                           : i == 2 ? 60'000
                                    : static_cast<qint64>(random() % 119'000);
        VERIFY_RESULT((*decoder)->seek(MediaTime::fromMs(asked)));
        const auto sound = readFrames(**decoder, windowFrames);
        VERIFY_RESULT(sound);
        const auto heard = tests::heardPlace(*sound);
        QVERIFY2(heard, qPrintable(QStringLiteral("nothing recognised at %1").arg(asked)));
        const auto error = heard->ms - static_cast<double>(asked);
        worst = std::max(worst, std::abs(error));
        QVERIFY2(std::abs(error) <= 5,
                 qPrintable(QStringLiteral("asked %1, heard %2").arg(asked).arg(heard->ms)));
    }
    qInfo("worst error %.2f ms", worst);
    QVERIFY(worst <= 1.5);
}

/// As it is done while one listens: to a decoder that has been used for some time.
void DecoderTest::giveIndex(const QString &path, Decoder &decoder)
{
    const auto source = openFileSource(path);
    VERIFY_RESULT(source);
    if (needsSeekIndex(**source)) {
        auto index = buildSeekIndex(**source, std::atomic<bool>(false));
        VERIFY_RESULT(index);
        decoder.setSeekIndex(*std::move(index));
        QVERIFY(decoder.isDurationExact());
    }
}

void DecoderTest::seeksAreExactWithIndex()
{
    const auto path = tests::positionCodedFile(tests::AudioKind::Mp3VbrNoXing);
    const auto source = openFileSource(path);
    VERIFY_RESULT(source);
    const std::atomic<bool> cancelled = false;
    QVERIFY(needsSeekIndex(**source));
    const auto index = buildSeekIndex(**source, cancelled);
    VERIFY_RESULT(index);
    const auto again = SeekIndex::fromBytes(index->toBytes());
    VERIFY_RESULT(again);
    QCOMPARE(*again, *index);
    auto decoder = openFile(path, *again);
    VERIFY_RESULT(decoder);
    QVERIFY((*decoder)->isDurationExact());
    for (const qint64 asked : {110'000, 3, 65'432}) {
        VERIFY_RESULT((*decoder)->seek(MediaTime::fromMs(asked)));
        const auto sound = readFrames(**decoder, windowFrames);
        VERIFY_RESULT(sound);
        const auto heard = tests::heardPlace(*sound);
        QVERIFY(heard);
        QVERIFY(std::abs(heard->ms - static_cast<double>(asked)) <= 1.5);
    }
}

void DecoderTest::everySeekGivesTheSameSamples()
{
    auto decoder = openFile(tests::positionCodedFile(tests::AudioKind::Flac));
    VERIFY_RESULT(decoder);
    const auto whole = readFrames(**decoder, 48 * 3000);
    VERIFY_RESULT(whole);
    for (const qint64 asked : {2500, 777, 1234}) {
        VERIFY_RESULT((*decoder)->seek(MediaTime::fromMs(asked)));
        QCOMPARE((*decoder)->nextFrame(), asked * 48);
        const auto piece = readFrames(**decoder, 480);
        VERIFY_RESULT(piece);
        for (std::size_t i = 0; i < piece->size(); ++i) {
            QVERIFY(std::abs((*piece)[i] - (*whole)[static_cast<std::size_t>(asked * 96) + i])
                    < 1e-5F);
        }
    }
}

void DecoderTest::durationIsWhatIsDecoded()
{
    QFETCH(int, kind);
    const auto path = tests::positionCodedFile(static_cast<tests::AudioKind>(kind));
    const auto info = readMediaInfo(path);
    VERIFY_RESULT(info);
    auto decoder = openFile(path);
    VERIFY_RESULT(decoder);
    const auto frames = countFrames(**decoder);
    VERIFY_RESULT(frames);
    const auto decodedMs = *frames / 48;
    qInfo("stated %lld, decoded %lld ms",
          static_cast<long long>(info->duration.count()),
          static_cast<long long>(decodedMs));
    QVERIFY(std::abs(decodedMs - info->duration.count()) <= 60);
    QVERIFY(std::abs(info->duration.count() - 120'000) <= 60);
    QVERIFY(info->sampleRate >= 22'050);
    QVERIFY(info->bitRate > 20'000);
}

void DecoderTest::seekBeyondTheEndReadsNothing()
{
    QFETCH(int, kind);
    auto decoder = openFile(tests::positionCodedFile(static_cast<tests::AudioKind>(kind)));
    VERIFY_RESULT(decoder);
    for (const qint64 asked : {125'000LL, 1'000'000'000'000LL}) {
        VERIFY_RESULT((*decoder)->seek(MediaTime::fromMs(asked)));
        const auto sound = readFrames(**decoder, 100);
        VERIFY_RESULT(sound);
        QVERIFY(sound->empty());
    }
    VERIFY_RESULT((*decoder)->seek(MediaTime::fromMs(60'000)));
    const auto sound = readFrames(**decoder, windowFrames);
    VERIFY_RESULT(sound);
    const auto heard = tests::heardPlace(*sound);
    QVERIFY(heard && std::abs(heard->ms - 60'000) < 1.5);
}

void DecoderTest::refusesWhatIsNoSound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("web page") << QByteArray("\n<!DOCTYPE html><html><body>Login</body></html>")
                              << "Malformed"
                              << "web page";
    QTest::newRow("text") << QByteArray("Not found") << "Malformed"
                          << "text, not sound";
    QTest::newRow("playlist") << QByteArray("#EXTM3U\n#EXT-X-VERSION:3\nfile:///etc/passwd\n")
                              << "Unsupported"
                              << "playlist";
    QTest::newRow("zeros") << QByteArray(100'000, '\0') << "Malformed"
                           << "no kind of sound";
    QTest::newRow("all ones") << QByteArray(3'000'000, '\xFF') << "Malformed"
                              << "no kind of sound";
    QTest::newRow("empty") << QByteArray() << "Malformed"
                           << "empty";
    QTest::newRow("ogg head only") << QByteArray("OggS\0\2\0\0\0\0\0\0\0\0", 14) << "Malformed"
                                   << "sound";
    QTest::newRow("riff head only") << QByteArray("RIFF\0\0\0\0WAVE", 12) << "Malformed"
                                    << "sound";
}

void DecoderTest::refusesWhatIsNoSound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(QString, says);
    const auto path = m_folder.filePath(QStringLiteral("no-sound.mp3"));
    writeFile(path, bytes);
    const auto opened = openFile(path);
    QVERIFY(!opened);
    QCOMPARE(app::base::errorCodeName(opened.error().code), code);
    QVERIFY2(opened.error().detail.contains(says), qPrintable(opened.error().detail));
    QVERIFY(!readMediaInfo(path));
}

void DecoderTest::refusesMissingFile()
{
    VERIFY_ERROR(openFile(m_folder.filePath(QStringLiteral("nowhere.mp3"))), NotFound);
    VERIFY_ERROR(openFile(m_folder.path()), Malformed);
}

/// An advertisement is often put in front at another sample rate.
void DecoderTest::joinedMp3sOfTwoRatesKeepTime()
{
    const auto path = m_folder.filePath(QStringLiteral("joined.mp3"));
    const auto part = m_folder.filePath(QStringLiteral("part.mp3"));
    QVERIFY(tests::encodePositionCode(
        QStringLiteral("-t 10 -ar 48000 -ac 1 -c:a libmp3lame -b:a 64k -write_xing 0").split(u' '),
        part));
    const auto front = readFile(part);
    const auto rest = readFile(tests::positionCodedFile(tests::AudioKind::Mp3CbrNoXing));
    writeFile(path, front + rest);
    const auto source = openFileSource(path);
    VERIFY_RESULT(source);
    const std::atomic<bool> cancelled = false;
    const auto index = buildSeekIndex(**source, cancelled);
    VERIFY_RESULT(index);
    auto plain = openFile(path);
    auto indexed = openFile(path, *index);
    VERIFY_RESULT(plain);
    VERIFY_RESULT(indexed);
    const auto read = readFrames(**plain, 48 * 100'000);
    VERIFY_RESULT(read);
    const auto played = tests::heardPlace(
        std::span(*read).subspan(48 * 2 * 80'000, static_cast<std::size_t>(windowFrames) * 2));
    QVERIFY(played);
    VERIFY_RESULT((*indexed)->seek(MediaTime::fromMs(80'000)));
    const auto sought = readFrames(**indexed, windowFrames);
    VERIFY_RESULT(sought);
    const auto heard = tests::heardPlace(*sought);
    QVERIFY(heard);
    QVERIFY2(std::abs(heard->ms - played->ms) <= 1,
             qPrintable(QStringLiteral("%1 %2").arg(heard->ms).arg(played->ms)));
    QVERIFY(std::abs(heard->ms - 70'000) < 100);
}

void DecoderTest::oneVoiceIsAsLoudOnBothSides()
{
    // A mono file whose greatest sample is 0.5.
    auto decoder = Decoder::open(openFileSource(tests::toneFile()).value());
    VERIFY_RESULT(decoder);
    std::vector<float> sound(2 * 4'800);
    // A whole period of the tone, at least.
    QVERIFY((*decoder)->read(sound.data(), 4'800).value_or(0) > 480);
    float left = 0;
    float right = 0;
    for (std::size_t i = 0; i < sound.size(); i += 2) {
        left = std::max(left, sound[i]);
        right = std::max(right, sound[i + 1]);
    }
    QVERIFY(std::abs(left - 0.5F) < 0.005F);
    QCOMPARE(right, left);
}

QTEST_GUILESS_MAIN(DecoderTest)
#include "tst_decoder.moc"
