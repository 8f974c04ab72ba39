// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/seekindex.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"

#include <QTest>

#include <random>

using namespace app::media;

class SeekIndexTest final : public QObject
{
    Q_OBJECT

private slots:
    void survivesBytes();
    void refusesHostileBytes();
    void knowsWhatNeedsIt();
    void countsEveryKind();
    void canBeCancelled();

private:
    [[nodiscard]] static SeekIndex sample()
    {
        return {44'100,
                app::timestamps::Duration(3'600'040),
                {{417, 0}, {4000, 11'520}, {99'999'999'999, 158'760'000}},
                158'770'000};
    }
};

void SeekIndexTest::survivesBytes()
{
    const auto again = SeekIndex::fromBytes(sample().toBytes());
    VERIFY_RESULT(again);
    QCOMPARE(*again, sample());
    SeekIndex empty;
    empty.sampleRate = 48'000;
    const auto emptyAgain = SeekIndex::fromBytes(empty.toBytes());
    VERIFY_RESULT(emptyAgain);
    QCOMPARE(*emptyAgain, empty);
}

void SeekIndexTest::refusesHostileBytes()
{
    const auto bytes = sample().toBytes();
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        VERIFY_ERROR(SeekIndex::fromBytes(bytes.left(size)), Malformed);
    }
    VERIFY_ERROR(SeekIndex::fromBytes(bytes + 'x'), Malformed);
    VERIFY_ERROR(SeekIndex::fromBytes(QByteArray("EMSI1") + QByteArray(40, '\xFF')), Malformed);
    std::mt19937 random(1);
    for (int round = 0; round < 5000; ++round) {
        auto damaged = bytes;
        for (int i = 0; i < 3; ++i) {
            damaged[static_cast<qsizetype>(random()) % damaged.size()] =
                static_cast<char>(random());
        }
        const auto read = SeekIndex::fromBytes(damaged);
        if (!read) {
            continue;
        }
        for (std::size_t i = 1; i < read->entries.size(); ++i) {
            QVERIFY(read->entries[i].sample > read->entries[i - 1].sample);
            QVERIFY(read->entries[i].byteOffset > read->entries[i - 1].byteOffset);
        }
    }
}

void SeekIndexTest::knowsWhatNeedsIt()
{
    auto kinds = tests::allAudioKinds();
    const auto odd = tests::oddAudioKinds();
    kinds.insert(kinds.end(), odd.begin(), odd.end());
    for (const auto kind : kinds) {
        const auto path = tests::positionCodedFile(kind);
        const auto source = openFileSource(path);
        VERIFY_RESULT(source);
        const bool needed = path.endsWith(u".mp3") || path.endsWith(u".aac");
        QCOMPARE(needsSeekIndex(**source), needed);
        if (!needed) {
            VERIFY_ERROR(buildSeekIndex(**source, std::atomic<bool>(false)), Unsupported);
        }
    }
}

void SeekIndexTest::countsEveryKind()
{
    using tests::AudioKind;
    for (const auto kind : {AudioKind::Mp3Cbr,
                            AudioKind::Mp3Vbr,
                            AudioKind::Mp3CbrNoXing,
                            AudioKind::Mp3VbrNoXing,
                            AudioKind::Mp3Low,
                            AudioKind::Mp3Uneven,
                            AudioKind::Mp3GarbageInMiddle,
                            AudioKind::Mp3LyingXing,
                            AudioKind::AacAdts}) {
        const auto source = openFileSource(tests::positionCodedFile(kind));
        VERIFY_RESULT(source);
        const auto index = buildSeekIndex(**source, std::atomic<bool>(false));
        VERIFY_RESULT(index);
        QVERIFY(std::abs(index->duration.count() - 120'000) <= 40);
        QVERIFY(index->entries.size() > 300 && index->entries.size() < 600);
        QVERIFY(index->toBytes().size() < 5000);
    }
}

void SeekIndexTest::canBeCancelled()
{
    const auto source = openFileSource(tests::positionCodedFile(tests::AudioKind::Mp3Cbr));
    VERIFY_RESULT(source);
    VERIFY_ERROR(buildSeekIndex(**source, std::atomic<bool>(true)), Busy);
}

QTEST_GUILESS_MAIN(SeekIndexTest)
#include "tst_seekindex.moc"
