// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/decision.h"
#include "app/timestamps/internal/wordreader.h"

#include <QFile>
#include <QTest>
#include <QtEndian>

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

/// Where the file says how much of each it holds, and how long a word is in it.
constexpr int traitCountAt = 16;
constexpr int conceptCountAt = 20;
constexpr int wordCountAt = 24;
constexpr qsizetype wordSize = 12;

QByteArray fileOfWeights()
{
    QFile file(QStringLiteral(EARMARK_SOURCE_DIR "/app/timestamps/internal/wordreader.weights"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class WordReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void tellsLengthsAndHoursFromPlaces();
    void saysTheSameOfOneAloneAndAmongOthers();
    void knowsWhatWordsStandFor();
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

/// Letters nobody has seen say something once a dictionary tells what they stand for.
void WordReaderTest::knowsWhatWordsStandFor()
{
    const QByteArray weights = fileOfWeights();
    const auto words = qFromLittleEndian<qint32>(weights.data() + wordCountAt);
    QByteArray more = weights;
    qToLittleEndian<qint32>(words + 1, more.data() + wordCountAt);
    QByteArray word = weights.last(wordSize);
    qToLittleEndian<quint32>(wordHash(u"qzjxw"), word.data());
    more += word;

    const Read read(QStringLiteral("The qzjxw is 21:10 and then comes 22:05."));
    const auto before = WordReader(weights).read(read.document, read.evidence, read.all);
    const auto after = WordReader(more).read(read.document, read.evidence, read.all);
    QCOMPARE(before.size(), std::size_t{2});
    QCOMPARE(after.size(), std::size_t{2});
    QVERIFY(before[0].place != after[0].place);
}

void WordReaderTest::readsNothingFromWhatIsNoWeights()
{
    const QByteArray weights = fileOfWeights();
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
    for (const int count : {traitCountAt, conceptCountAt, wordCountAt}) {
        QByteArray hostile = weights;
        hostile.replace(count, 4, "\xff\xff\xff\x7f");
        QVERIFY(WordReader(hostile).isEmpty());
        hostile.replace(count, 4, "\xff\xff\xff\xff");
        QVERIFY(WordReader(hostile).isEmpty());
    }
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
