// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/exporter.h"
#include "tests/support/resulttest.h"
#include "tests/unit/exports/noteset.h"

#include <QGuiApplication>
#include <QHashFunctions>
#include <QRegularExpression>
#include <QTest>

using namespace app;

class PdfTest : public QObject
{
    Q_OBJECT

private slots:

    void theSameNotesGiveTheSameBytes()
    {
        const auto first = tests::exported(QStringLiteral("pdf"));
        QCOMPARE(first.size(), 1u);
        QCOMPARE(first.front().name, QStringLiteral("Podcast notes.pdf"));
        QVERIFY(first.front().bytes.startsWith("%PDF-"));
        QVERIFY(first.front().bytes.trimmed().endsWith("%%EOF"));
        QCOMPARE(tests::exported(QStringLiteral("pdf")), first);
    }

    /// Each run of a program hashes in another way.
    void anotherRunGivesTheSameBytes()
    {
        const auto first = tests::exported(QStringLiteral("pdf"));
        for (int run = 0; run < 8; ++run) {
            QHashSeed::resetRandomGlobalSeed();
            QVERIFY(tests::exported(QStringLiteral("pdf")) == first);
        }
    }

    void todayIsNotInIt()
    {
        const QByteArray bytes = tests::exported(QStringLiteral("pdf")).front().bytes;
        const QByteArray year = QByteArray::number(QDate::currentDate().year());
        QVERIFY(!bytes.contains(QByteArray("CreationDate (D:").append(year)));
        QVERIFY(!bytes.contains(QByteArray("<xmp:CreateDate>").append(year)));
    }

    void manyNotesAreManyPages()
    {
        std::vector<notes::Note> notes;
        for (int number = 0; number < 100; ++number) {
            notes.push_back(tests::sampleNote(number, number * 1000));
            notes.back().text = QStringLiteral("words ").repeated(50);
        }
        const QByteArray bytes = tests::exported(QStringLiteral("pdf"), notes).front().bytes;
        QVERIFY(bytes.count("/Type /Page\n") > 3);
    }
};

QTEST_MAIN(PdfTest)
#include "tst_pdf.moc"
