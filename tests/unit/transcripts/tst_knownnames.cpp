// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/transcripts/readhelp.h"

#include <QElapsedTimer>
#include <QTest>

using namespace app::transcripts;
using tests::linesOf;
using tests::readText;

namespace {

const QStringList people{QStringLiteral("Adam Curry"),
                         QStringLiteral("bell hooks"),
                         QStringLiteral("Zoë"),
                         QStringLiteral("María del Carmen de la Fuente y Ortega de Salamanca"),
                         QStringLiteral("J. Will")};

/// All that stands in a text, whoever says it, without spaces and colons.
QString letters(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace() || c == u':'; });
    return text;
}

} // namespace

class KnownNamesTest : public QObject
{
    Q_OBJECT

private slots:

    void onceIsEnough_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *document, const QStringList &expected) {
            QTest::newRow(name) << QByteArray(document) << expected;
        };
        row("whole name",
            "Adam Curry: Hello: you.\n\nMore.",
            {QStringLiteral("--- Adam Curry|Hello: you."), QStringLiteral("--- Adam Curry|More.")});
        row("first and last name",
            "Adam: Hello.\n\nCURRY: Bye.",
            {QStringLiteral("--- Adam|Hello."), QStringLiteral("--- CURRY|Bye.")});
        row("in its own small letters",
            "bell hooks: Hello.\n\nwell: no.",
            {QStringLiteral("--- bell hooks|Hello."), QStringLiteral("--- bell hooks|well: no.")});
        row("of many words",
            "María del Carmen de la Fuente y Ortega de Salamanca: Hello.\n\nZOË : Hi.",
            {QStringLiteral("--- María del Carmen de la Fuente y Ortega de Salamanca|Hello."),
             QStringLiteral("--- ZOË|Hi.")});
        row("nobody else",
            "Agenda: Hello.\n\nZoë: Hi.\n\nOne thing: this.",
            {QStringLiteral("--- |Agenda: Hello."),
             QStringLiteral("--- Zoë|Hi."),
             QStringLiteral("--- Zoë|One thing: this.")});
        row("no initials and no small word",
            "J.: Hello.\n\nwill: and testament.",
            {QStringLiteral("--- |J.: Hello."), QStringLiteral("--- |will: and testament.")});
        row("not within a sentence",
            "So said Adam Curry: Hello.\n\nZoë and I: Hi.",
            {QStringLiteral("--- |So said Adam Curry: Hello."),
             QStringLiteral("--- |Zoë and I: Hi.")});
        row("timed lines",
            "[00:12] Zoë: Hello\n[00:20] And more",
            {QStringLiteral("12.000-- Zoë|Hello"), QStringLiteral("20.000-- Zoë|And more")});
        row("alone above what is said",
            "0:05 Adam Curry\nHello there.\n\n1:15 Chapter\nHi.\n",
            {QStringLiteral("5.000-- Adam Curry|Hello there."),
             QStringLiteral("75.000-- |Chapter Hi.")});
        row("captions",
            "1\n00:00:01,000 --> 00:00:02,000\nZoë: Hello.\n",
            {QStringLiteral("1.000-2.000 Zoë|Hello.")});
        row("a page",
            "<p>Zoë: Hello.</p><p>Note: more.</p>",
            {QStringLiteral("--- Zoë|Hello."), QStringLiteral("--- Zoë|Note: more.")});
        row("segments",
            R"({"segments":[{"startTime":1,"endTime":2,"body":"Zoë: Hello."}]})",
            {QStringLiteral("1.000-2.000 Zoë|Hello.")});
    }

    void onceIsEnough()
    {
        QFETCH(QByteArray, document);
        QFETCH(QStringList, expected);
        QCOMPARE(linesOf(document, people), expected);
        // Without the names nothing of it is a speaker, and with them no letter is lost.
        QString plain;
        QString named;
        for (const Cue &cue : readText(document).cues) {
            QVERIFY(cue.speaker.isEmpty());
            plain += cue.body;
        }
        QString last;
        for (const Cue &cue : readText(document, {}, people).cues) {
            named += (cue.speaker == last ? QString() : cue.speaker) + cue.body;
            last = cue.speaker;
        }
        QCOMPARE(letters(named), letters(plain));
    }

    void whereNobodySaysAnythingTheNameIsTheWord()
    {
        const Transcript transcript = readText(
            "1\n00:00:01,000 --> 00:00:02,000\nZo\u00eb:\n", {}, {QStringLiteral("Zo\u00eb")});
        QCOMPARE(transcript.cues.size(), std::size_t{1});
        QCOMPARE(transcript.cues.front().body, QStringLiteral("Zo\u00eb:"));
        QVERIFY(transcript.cues.front().speaker.isEmpty());
    }

    void manyAndLongNamesAreNoBurden()
    {
        QStringList names(5000, QString(100'000, u'n'));
        for (int i = 0; i < 5000; ++i)
            names.append(QStringLiteral("Person %1").arg(i));
        names.append(QStringLiteral("Zoë"));
        QByteArray text;
        for (int i = 0; i < 20'000; ++i)
            text += "Line " + QByteArray::number(i) + ": and what is said\n";
        QElapsedTimer timer;
        timer.start();
        const Transcript transcript = readText("Person 3: Hello.\n" + text, {}, names);
        QCOMPARE(transcript.cues.front().speaker, QStringLiteral("Person 3"));
        QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(KnownNamesTest)
#include "tst_knownnames.moc"
