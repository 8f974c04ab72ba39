// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/transcripts/readhelp.h"

#include <QDir>
#include <QTest>

using namespace app::transcripts;
using tests::isSound;
using tests::readText;

namespace {

QString folder()
{
    return QStringLiteral(EARMARK_TEST_DATA "/transcripts/formats");
}

/// A line per cue, "start end speaker body" with tabs between, and an indented one per timed word.
QString described(const Transcript &transcript)
{
    const auto time = [](const std::optional<app::timestamps::MediaTime> &place) {
        return place ? QString::number(place->seconds(), 'f', 3) : QStringLiteral("-");
    };
    QString out = u"language\t" + transcript.language + u'\n';
    for (const Cue &cue : transcript.cues) {
        const QString body = QString(cue.body).replace(u'\n', QStringLiteral("\\n"));
        const QString speaker = cue.speaker.isEmpty() ? QStringLiteral("-") : cue.speaker;
        out += time(cue.start) + u'\t' + time(cue.end) + u'\t' + speaker + u'\t' + body + u'\n';
        for (const Word &word : cue.words)
            out += u'\t' + time(word.start) + u'\t' + time(word.end) + u'\t' + word.text + u'\n';
    }
    return out;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void addFiles()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const QDir dir(folder());
    for (const QString &name : dir.entryList(QDir::Files, QDir::Name)) {
        if (name.endsWith(QStringLiteral(".expected")))
            continue;
        const QString path = dir.filePath(name);
        QTest::newRow(qPrintable(name))
            << contentOf(path) << QString::fromUtf8(contentOf(path + QStringLiteral(".expected")));
    }
}

} // namespace

/// Each file in tests/data/transcripts/formats says what FILE.expected says.
class FixturesTest : public QObject
{
    Q_OBJECT

private slots:

    void thereAreFiles() { QVERIFY(QDir(folder()).entryList(QDir::Files).size() > 80); }

    void readsAsExpected_data() { addFiles(); }

    void readsAsExpected()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        QVERIFY(!bytes.isEmpty());
        const QString found = described(readText(bytes));
        if (found != expected)
            qInfo().noquote() << "\n" << found;
        QCOMPARE(found.split(u'\n'), expected.split(u'\n'));
        QVERIFY(isSound(readText(bytes)));
    }

    void survivesCutsAtEveryByte_data() { addFiles(); }

    void survivesCutsAtEveryByte()
    {
        QFETCH(QByteArray, bytes);
        for (qsizetype size = 0; size <= bytes.size(); ++size)
            QVERIFY2(isSound(readText(bytes.left(size))), qPrintable(QString::number(size)));
    }

    void survivesAnyByteDamaged_data() { addFiles(); }

    void survivesAnyByteDamaged()
    {
        QFETCH(QByteArray, bytes);
        for (const char mask : {'\x01', '\x10', '\x7F', '\xFF'}) {
            for (qsizetype at = 0; at < bytes.size(); ++at) {
                QByteArray damaged = bytes;
                damaged[at] = static_cast<char>(damaged[at] ^ mask);
                QVERIFY2(isSound(readText(damaged)), qPrintable(QString::number(at)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(FixturesTest)
#include "tst_fixtures.moc"
