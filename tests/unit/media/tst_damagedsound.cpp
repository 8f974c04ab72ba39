// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/decoder.h"
#include "app/media/mediainfo.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"
#include "tests/unit/media/decoding.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace app::media;
using app::timestamps::MediaTime;
using namespace decoding;

class DamagedSoundTest final : public QObject
{
    Q_OBJECT

private slots:

    void cutFilesEndOrFail_data() { kinds(); }

    void cutFilesEndOrFail();

    void damagedBytesKeepTheirPlace_data() { kinds(); }

    void damagedBytesKeepTheirPlace();

    void damagedHeadersDoNoHarm_data() { kinds(); }

    void damagedHeadersDoNoHarm();

private:
    static void kinds()
    {
        auto kinds = tests::allAudioKinds();
        kinds.insert(kinds.end(), {tests::AudioKind::M4b, tests::AudioKind::AacAdts});
        rows(kinds);
    }

    QTemporaryDir m_folder;
};

void DamagedSoundTest::cutFilesEndOrFail()
{
    QFETCH(int, kind);
    const auto bytes = readFile(tests::positionCodedFile(static_cast<tests::AudioKind>(kind)));
    const auto path = m_folder.filePath(QStringLiteral("cut"));
    writeFile(path, bytes.left(bytes.size() / 2));
    auto decoder = openFile(path);
    if (kind == static_cast<int>(tests::AudioKind::M4a)
        || kind == static_cast<int>(tests::AudioKind::M4b)) {
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

void DamagedSoundTest::damagedBytesKeepTheirPlace()
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

void DamagedSoundTest::damagedHeadersDoNoHarm()
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

QTEST_GUILESS_MAIN(DamagedSoundTest)
#include "tst_damagedsound.moc"
