// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/decoder.h"
#include "app/media/mediainfo.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace app::media;
using app::timestamps::Duration;
using app::timestamps::MediaTime;

namespace {

constexpr qint64 windowFrames = 48 * 60;

[[nodiscard]] app::base::Result<std::unique_ptr<Decoder>>
openFile(const QString &path, std::optional<SeekIndex> index = std::nullopt)
{
    auto source = openFileSource(path);
    if (!source) {
        return app::base::unexpected(source.error());
    }
    return Decoder::open(*source, {}, std::move(index));
}

/// Reads until so many frames are there or the sound ends.
[[nodiscard]] app::base::Result<std::vector<float>> readFrames(Decoder &decoder, qint64 frames)
{
    std::vector<float> sound(static_cast<std::size_t>(frames * 2));
    qint64 have = 0;
    while (have < frames) {
        const auto got = decoder.read(sound.data() + have * 2, frames - have);
        if (!got) {
            return app::base::unexpected(got.error());
        }
        if (*got == 0) {
            break;
        }
        have += *got;
    }
    sound.resize(static_cast<std::size_t>(have * 2));
    return sound;
}

[[nodiscard]] app::base::Result<qint64> countFrames(Decoder &decoder)
{
    std::vector<float> sound(8192);
    qint64 all = 0;
    for (;;) {
        const auto got = decoder.read(sound.data(), 4096);
        if (!got || *got == 0) {
            return got ? app::base::Result<qint64>(all) : got;
        }
        all += *got;
    }
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

[[nodiscard]] QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class DecoderTest final : public QObject
{
    Q_OBJECT

private slots:

    void seeksAreExact_data() { kinds(); }

    void seeksAreExact();
    void seeksAreExactWithIndex();
    void everySeekGivesTheSameSamples();

    void durationIsWhatIsDecoded_data() { kinds(); }

    void durationIsWhatIsDecoded();

    void seekBeyondTheEndReadsNothing_data() { kinds(); }

    void seekBeyondTheEndReadsNothing();
    void refusesWhatIsNoSound_data();
    void refusesWhatIsNoSound();
    void refusesMissingFile();

    void cutFilesEndOrFail_data() { kinds(); }

    void cutFilesEndOrFail();

    void damagedBytesKeepTheirPlace_data() { kinds(); }

    void damagedBytesKeepTheirPlace();

    void damagedHeadersDoNoHarm_data() { kinds(); }

    void damagedHeadersDoNoHarm();
    void joinedMp3sOfTwoRatesKeepTime();

private:
    void kinds();

    QTemporaryDir m_folder;
};

void DecoderTest::kinds()
{
    QTest::addColumn<int>("kind");
    for (const auto kind : tests::allAudioKinds()) {
        QTest::newRow(qPrintable(tests::audioKindName(kind))) << static_cast<int>(kind);
    }
}

void DecoderTest::seeksAreExact()
{
    QFETCH(int, kind);
    const auto path = tests::positionCodedFile(static_cast<tests::AudioKind>(kind));
    QVERIFY2(!path.isEmpty(), "ffmpeg could not make the file");
    auto decoder = openFile(path);
    VERIFY_RESULT(decoder);
    std::mt19937 random(static_cast<unsigned>(kind) + 7);
    double worst = 0;
    double sum = 0;
    constexpr int seeks = 20;
    for (int i = 0; i < seeks; ++i) {
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
        sum += error;
        QVERIFY2(std::abs(error) <= 5,
                 qPrintable(QStringLiteral("asked %1, heard %2").arg(asked).arg(heard->ms)));
    }
    qInfo("worst error %.2f ms, mean %.2f ms", worst, sum / seeks);
    QVERIFY(worst <= 1.5);
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

void DecoderTest::cutFilesEndOrFail()
{
    QFETCH(int, kind);
    const auto bytes = readFile(tests::positionCodedFile(static_cast<tests::AudioKind>(kind)));
    const auto path = m_folder.filePath(QStringLiteral("cut"));
    writeFile(path, bytes.left(bytes.size() / 2));
    auto decoder = openFile(path);
    if (static_cast<tests::AudioKind>(kind) == tests::AudioKind::M4a) {
        VERIFY_ERROR(decoder, Malformed);
        return;
    }
    VERIFY_RESULT(decoder);
    const auto frames = countFrames(**decoder);
    if (!frames) {
        VERIFY_ERROR(frames, Malformed);
    } else {
        QVERIFY(*frames > 48 * 30'000 && *frames < 48 * 90'000);
    }
    const auto info = readMediaInfo(path);
    VERIFY_RESULT(info);
    QVERIFY2(info->duration < std::chrono::seconds(90),
             qPrintable(QString::number(info->duration.count())));
    for (const auto size : {1, 10, 100, 500, 2000}) {
        writeFile(path, bytes.left(size));
        const auto tiny = openFile(path);
        QVERIFY(tiny || tiny.error().code == app::base::ErrorCode::Malformed
                || tiny.error().code == app::base::ErrorCode::Unsupported);
    }
}

void DecoderTest::damagedBytesKeepTheirPlace()
{
    QFETCH(int, kind);
    auto bytes = readFile(tests::positionCodedFile(static_cast<tests::AudioKind>(kind)));
    std::mt19937 random(static_cast<unsigned>(kind));
    for (auto i = bytes.size() / 2; i < bytes.size() / 2 + 3000; ++i) {
        bytes[i] = static_cast<char>(random());
    }
    const auto path = m_folder.filePath(QStringLiteral("damaged"));
    writeFile(path, bytes);
    auto decoder = openFile(path);
    VERIFY_RESULT(decoder);
    VERIFY_RESULT((*decoder)->seek(MediaTime::fromMs(40'000)));
    const auto sound = readFrames(**decoder, 48 * 60'000);
    VERIFY_RESULT(sound);
    QCOMPARE(sound->size(), std::size_t{48 * 60'000 * 2});
    // Frames of MP3 that are lost take their time with them; other kinds say when each packet is.
    const auto first = tests::heardPlace(*sound);
    QVERIFY(first);
    QVERIFY2(std::abs(first->ms - 40'000) < 1.5, qPrintable(QString::number(first->ms)));
    const auto last = tests::heardPlace(
        std::span(*sound).subspan(48 * 2 * 55'000, static_cast<std::size_t>(windowFrames) * 2));
    QVERIFY(last);
    QVERIFY2(std::abs(last->ms - 95'000) < 800, qPrintable(QString::number(last->ms)));
}

void DecoderTest::damagedHeadersDoNoHarm()
{
    QFETCH(int, kind);
    const auto original =
        readFile(tests::positionCodedFile(static_cast<tests::AudioKind>(kind))).left(60'000);
    const auto path = m_folder.filePath(QStringLiteral("fuzzed"));
    std::mt19937 random(static_cast<unsigned>(kind) + 99);
    for (int round = 0; round < 60; ++round) {
        auto bytes = original;
        const auto spread = round % 2 == 0 ? 300u : 60'000u;
        for (int i = 0; i < 1 + round / 4; ++i) {
            const auto most =
                std::min<unsigned long>(spread, static_cast<unsigned long>(bytes.size()));
            bytes[static_cast<qsizetype>(random() % most)] = static_cast<char>(random());
        }
        writeFile(path, bytes);
        auto decoder = openFile(path);
        if (!decoder) {
            continue;
        }
        (void)readFrames(**decoder, 48'000);
        (void)(*decoder)->seek(MediaTime::fromMs(static_cast<qint64>(random() % 5000)));
        (void)readFrames(**decoder, 4800);
        (void)readMediaInfo(path);
    }
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

QTEST_GUILESS_MAIN(DecoderTest)
#include "tst_decoder.moc"
