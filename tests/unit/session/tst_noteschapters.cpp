// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/noteschapters.h"

#include <QElapsedTimer>
#include <QTest>

using namespace app::session;
using app::timestamps::Chapters;

namespace {

QString listed(const QString &notes)
{
    QStringList lines;
    for (const auto &chapter :
         internal::chaptersInNotes(readShowNotes(notes, std::chrono::hours(2)))) {
        lines.append(QStringLiteral("%1s %2").arg(chapter.start.ms() / 1000).arg(chapter.title));
    }
    return lines.join(QLatin1Char('|'));
}

} // namespace

class NotesChaptersTest : public QObject
{
    Q_OBJECT

private slots:

    void listsAreRead_data()
    {
        QTest::addColumn<QString>("notes");
        QTest::addColumn<QString>("chapters");
        const QString three = QStringLiteral("0s Hello|90s The wall|3723s Good bye");
        QTest::newRow("plain") << QStringLiteral(
            "About the sea.\n\n0:00 Hello\n1:30 The wall\n1:02:03 Good bye\n\nThanks to all!")
                               << three;
        QTest::newRow("brackets") << QStringLiteral(
            "(0:00) Hello\n(1:30) - The wall\n(1:02:03): Good bye")
                                  << three;
        QTest::newRow("html") << QStringLiteral(
            "<p>Contents:</p><ul><li>00:00 &ndash; Hello</li><li>01:30 &ndash; The wall</li>"
            "<li>01:02:03 &ndash; Good bye</li></ul>")
                              << three;
        QTest::newRow("times last")
            << QStringLiteral("<p>Hello (0:00)<br>The wall (1:30)<br>Good bye (1:02:03)</p>")
            << three;
        QTest::newRow("numbered") << QStringLiteral(
            "1. 0:00 Hello\n2. 1:30 The wall\n3. 1:02:03 Good bye")
                                  << three;
        QTest::newRow("one line") << QStringLiteral("00:00 Hello 01:30 The wall 01:02:03 Good bye")
                                  << three;
        QTest::newRow("one line, announced")
            << QStringLiteral("Outline: (0:00) Hello - (1:30) The wall - (1:02:03) Good bye")
            << three;
        QTest::newRow("brackets of the title stay")
            << QStringLiteral("0:00 Hello (again)\n1:30 [The] wall\n1:02:03 Good bye!")
            << QStringLiteral("0s Hello (again)|90s [The] wall|3723s Good bye!");
    }

    void listsAreRead()
    {
        QFETCH(QString, notes);
        QTEST(listed(notes), "chapters");
    }

    void othersAreNone_data()
    {
        QTest::addColumn<QString>("notes");
        QTest::newRow("nothing") << QString();
        QTest::newRow("two only") << QStringLiteral("0:00 Hello\n1:30 The wall");
        QTest::newRow("not rising") << QStringLiteral("5:00 Hello\n1:30 The wall\n1:00 Good bye");
        QTest::newRow("in sentences") << QStringLiteral(
            "<p>What Ann says at (4:30) about the sea matters.</p><p>Ben answers at (5:30) that it"
            " does not.</p><p>At last (7:00) they agree.</p>");
        QTest::newRow("of a video") << QStringLiteral(
            "Timestamps are for YouTube:\n0:00 Hello\n1:30 The wall\n1:02:03 Good bye");
        QTest::newRow("without titles") << QStringLiteral("(0:00)\n(1:30)\n(1:02:03)");
    }

    void othersAreNone()
    {
        QFETCH(QString, notes);
        QCOMPARE(listed(notes), QString());
    }

    void theListIsWhatRises()
    {
        QCOMPARE(listed(QStringLiteral("0:00 Hello\n1:30 The wall\n2:30 Good bye\n\n"
                                       "0:00 Hallo\n1:30 Die Mauer\n2:30 Auf bald\n3:00 Ende")),
                 QStringLiteral("0s Hallo|90s Die Mauer|150s Auf bald|180s Ende"));
    }

    void anotherRecordingsListIsLeftOut()
    {
        QCOMPARE(listed(QStringLiteral("In this episode\n0:00 Hello\n1:30 The wall\n2:30 Good bye"
                                       "\n\nTimestamps of the YouTube video:\n0:00 Hello\n"
                                       "2:30 The wall\n1:02:03 Good bye")),
                 QStringLiteral("0s Hello|90s The wall|150s Good bye"));
    }

    void rangesEndAChapter()
    {
        const Chapters chapters = internal::chaptersInNotes(readShowNotes(
            QStringLiteral("0:00-1:00 Hello\n1:30-9:30 The wall\n2:30 Good bye"), std::nullopt));
        QCOMPARE(chapters.size(), std::size_t(3));
        QVERIFY(chapters[0].end == app::timestamps::MediaTime::fromMs(60'000));
        QCOMPARE(chapters[0].title, QStringLiteral("Hello"));
        QVERIFY(!chapters[1].end); // runs into the next
    }

    void hugeNotesTakeNoTime()
    {
        QString notes;
        for (int i = 0; i < 100'000; ++i) {
            notes += QStringLiteral("(%1:%2) ").arg(i / 60 % 600).arg(i % 60, 2, 10, QChar(u'0'));
        }
        const ShowNotes read = readShowNotes(notes + QString(1'000'000, u'-'), std::nullopt);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(internal::chaptersInNotes(read).size() <= 1000);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(NotesChaptersTest)
#include "tst_noteschapters.moc"
