// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/decision.h"
#include "app/timestamps/internal/wordreader.h"

#include <QFile>
#include <QTest>

#include <array>
#include <numeric>

using namespace app::timestamps;
using namespace app::timestamps::internal;

namespace {

/// Two texts' worth of words between and about several times, in two lines.
const QString notes = QStringLiteral(
    "The interview is 21:10 long and begins at 18:05, after the news of the harbour and the "
    "weather "
    "for the whole coast, which take until 17:40 today because the ferry was late again.\n"
    "She left the bar at 1:25, the camera has her at 1:31; her brother tells of it at 33:12.");

struct Read
{
    explicit Read(const QString &text)
        : document(readDocument({text, {}, {}}, {}))
        , evidence(weigh(document, trainedModels()))
        , all(static_cast<std::size_t>(document.candidates.size()))
    {
        std::iota(all.begin(), all.end(), 0);
    }

    Document document;
    std::vector<Evidence> evidence;
    std::vector<qsizetype> all;
};

} // namespace

class WordReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void tellsLengthsAndHoursFromPlaces();
    void saysTheSameOfOneAloneAndAmongOthers();
    void readsNothingFromWhatIsNoWeights();
    void stopsInTextsThatNobodyReads();
};

void WordReaderTest::tellsLengthsAndHoursFromPlaces()
{
    const Read read(notes);
    const auto opinions = WordReader::trained().read(read.document, read.evidence, read.all);
    QCOMPARE(opinions.size(), std::size_t{6});
    QVERIFY(opinions[0].place < opinions[1].place);
    QVERIFY(opinions[3].place < opinions[5].place);
}

/// What is read together with others must not reach beyond what the layers see, in a text that is
/// longer than that.
void WordReaderTest::saysTheSameOfOneAloneAndAmongOthers()
{
    const Read read(QString(notes + u'\n').repeated(12));
    const auto together = WordReader::trained().read(read.document, read.evidence, read.all);
    for (const WordReader::Opinion &opinion : together) {
        const std::array<qsizetype, 1> one{opinion.candidate};
        const auto alone = WordReader::trained().read(read.document, read.evidence, one);
        QCOMPARE(alone.size(), std::size_t{1});
        QCOMPARE(alone[0].place, opinion.place);
        QCOMPARE(alone[0].foreign, opinion.foreign);
    }
}

void WordReaderTest::readsNothingFromWhatIsNoWeights()
{
    QFile file(QStringLiteral(EARMARK_SOURCE_DIR "/app/timestamps/internal/wordreader.weights"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray weights = file.readAll();
    QVERIFY(!WordReader(weights).isEmpty());
    const Read read(notes);
    for (const qsizetype size : {qsizetype{0},
                                 qsizetype{10},
                                 qsizetype{19},
                                 qsizetype{3000},
                                 weights.size() / 2,
                                 weights.size() - 1}) {
        const WordReader reader(QByteArrayView(weights).first(size));
        QVERIFY(reader.isEmpty());
        QVERIFY(reader.read(read.document, read.evidence, read.all).empty());
    }
    QVERIFY(WordReader(QByteArray(weights + 'x')).isEmpty());
    QByteArray hostile = weights;
    hostile.replace(16, 4, "\xff\xff\xff\x7f");
    QVERIFY(WordReader(hostile).isEmpty());
    hostile.replace(16, 4, "\xff\xff\xff\xff");
    QVERIFY(WordReader(hostile).isEmpty());
}

void WordReaderTest::stopsInTextsThatNobodyReads()
{
    const Read read(QString(notes + u'\n').repeated(500));
    const auto opinions = WordReader::trained().read(read.document, read.evidence, read.all);
    QVERIFY(!opinions.empty());
    QVERIFY(opinions.size() < read.all.size() / 4);
    const Read book(QString(notes + u'\n').repeated(1200));
    QVERIFY(WordReader::trained().read(book.document, book.evidence, book.all).empty());
}

QTEST_GUILESS_MAIN(WordReaderTest)
#include "tst_wordreader.moc"
