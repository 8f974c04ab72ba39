// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/deeplink.h"
#include "app/exports/exporter.h"
#include "app/exports/filename.h"
#include "app/exports/markdowntext.h"
#include "tests/unit/exports/samplenotes.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace app;
using exports::deepLink;
using exports::exportFileName;
using notes::Note;

namespace {

std::vector<Note> sampleNotes()
{
    Note quote = tests::sampleNote(1, 270'500);
    quote.end = timestamps::MediaTime::fromMs(285'000);
    quote.anchor.quote =
        QStringLiteral("In-context learning is similar to gradient descent, they say.");
    quote.anchor.speaker = QStringLiteral("Jane Host");
    quote.text = QStringLiteral("My note text.\r\n\r\n- a list\r\n");
    quote.tags = {QStringLiteral("ai"), QStringLiteral("machine learning")};
    Note moment = tests::sampleNote(2, 3'723'000);
    Note text = tests::sampleNote(3, 12'000);
    text.text = QStringLiteral("> # Think about it");
    text.tags = {QStringLiteral("AI")};
    Note hostile = tests::sampleNote(4, 60'000);
    hostile.anchor.quote = QStringLiteral(
        "# No heading\n---\n===\n> no quote\n- no list\n1. no list\n```\n[[no link]] *no* "
        "<b>no</b> `no` "
        "_no_ snake_case #no ^id %%no%% ==no== $no$ ~~no~~ | \\ &amp; !\n\n    no code");
    hostile.anchor.speaker = QStringLiteral("[x](y) # *z*");
    hostile.text = QStringLiteral("---\n```cpp\nunclosed");
    Note deleted = tests::sampleNote(5, 70'000);
    deleted.deleted = deleted.modified;
    deleted.text = QStringLiteral("gone");
    return {quote, moment, text, hostile, deleted};
}

/// Notes of one episode as their file; empty where there is none, wrong where there are several.
QByteArray markdownOf(const std::vector<Note> &notes)
{
    const auto files = exports::exportNotes(notes, QStringLiteral("markdown"));
    if (!files || files->size() > 1)
        return "no single file";
    return files->empty() ? QByteArray() : files->front().bytes;
}

} // namespace

class MarkdownTest : public QObject
{
    Q_OBJECT

private slots:

    void writesTheExpectedFile()
    {
        QCOMPARE(markdownOf(sampleNotes()), tests::exportData(QStringLiteral("episode.md")));
    }

    void orderOfTheNotesDoesNotMatter()
    {
        std::vector<Note> notes = sampleNotes();
        const QByteArray written = markdownOf(notes);
        for (int round = 0; round < 5; ++round) {
            std::rotate(notes.begin(), notes.begin() + 1, notes.end());
            QCOMPARE(markdownOf(notes), written);
        }
    }

    void nothingToSayIsNoFile()
    {
        QCOMPARE(markdownOf({}), QByteArray());
        Note deleted = tests::sampleNote(1, 0);
        deleted.deleted = deleted.modified;
        QCOMPARE(markdownOf({deleted}), QByteArray());
    }

    void anEpisodeWithoutAnythingIsWritten()
    {
        Note note;
        note.id = base::NoteId(QStringLiteral("0192f3a1-0000-7000-8000-000000000001"));
        QCOMPARE(markdownOf({note}),
                 QByteArray("---\ntitle: \"Untitled episode\"\ntype: podcast-episode\ntags: "
                            "[\"podcast\"]\nsource: earmark\n---\n\n"
                            "# Untitled episode\n\n## 00:00:00\n\n"
                            "[0:00](earmark://episode/da39a3ee5e6b4b0d3255bfef95601890afd80709/"
                            "?t=0&h=0192f3a1-0000-7000-8000-000000000001) ^h-0192f3a1\n"));
    }

    void blockIdsStayWhenNotesAreAdded()
    {
        std::vector<Note> notes;
        QStringList before;
        const QRegularExpression pattern(QStringLiteral("\\^(h-[0-9a-f-]*[0-9a-f])"));
        for (int number = 1; number < 30; ++number) {
            notes.push_back(tests::sampleNote(number, 100'000 - number * 1000));
            QStringList ids;
            QRegularExpressionMatchIterator matches =
                pattern.globalMatch(QString::fromUtf8(markdownOf(notes)));
            while (matches.hasNext())
                ids.prepend(matches.next().captured(1));
            QCOMPARE(ids.size(), number);
            QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), number);
            QCOMPARE(ids.mid(0, before.size()), before);
            before = ids;
        }
    }

    void outsideTextCannotBreakTheStructure()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 300; ++round) {
            std::vector<Note> notes;
            for (int count = random.bounded(1, 5); count > 0; --count) {
                Note note = tests::randomNote(random);
                note.deleted.reset();
                note.text.clear();
                if (!notes.empty()) {
                    const notes::EpisodeRef &episode = notes.front().episodeRef;
                    note.episodeRef.feedUrl = episode.feedUrl;
                    note.episodeRef.episodeGuid = episode.episodeGuid;
                    note.episodeRef.enclosureUrl = episode.enclosureUrl;
                }
                notes.push_back(note);
            }
            const QStringList lines = QString::fromUtf8(markdownOf(notes)).split(u'\n');
            QCOMPARE(lines.count(QStringLiteral("---")), 2);
            const auto begin = [&lines](const QString &start) {
                return std::count_if(lines.begin(), lines.end(), [&start](const QString &line) {
                    return line.startsWith(start);
                });
            };
            QCOMPARE(begin(QStringLiteral("## ")), static_cast<qsizetype>(notes.size()));
            QCOMPARE(begin(QStringLiteral("# ")), 1);
            const QString whole = lines.join(u'\n').section(QStringLiteral("\n---\n"), 1);
            QCOMPARE(whole.count(QStringLiteral("^h-")), static_cast<qsizetype>(notes.size()));
            QVERIFY(!whole.contains(QStringLiteral("[["))
                    && !whole.contains(QRegularExpression(QStringLiteral("[^\\\\]<b>"))));
        }
    }

    void textThatLeavesSomethingOpenIsClosed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("fence") << QStringLiteral("````\ncode\n```") << QByteArray("\n```\n````\n");
        QTest::newRow("closed fence")
            << QStringLiteral("```\ncode\n```\n\n") << QByteArray("\ncode\n```\n");
        QTest::newRow("tildes") << QStringLiteral("a\n~~~ x") << QByteArray("\n~~~ x\n~~~\n");
        QTest::newRow("comment") << QStringLiteral("a <!-- b") << QByteArray("a <!-- b -->\n");
        QTest::newRow("plain") << QStringLiteral("\n\na\r\rb \r\n") << QByteArray("\n\na\n\nb\n");
    }

    void textThatLeavesSomethingOpenIsClosed()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, end);
        Note note = tests::sampleNote(1, 0);
        note.text = text;
        const QByteArray written = markdownOf({note});
        QVERIFY2(written.endsWith(end), written.constData());
    }

    void yamlHoldsEveryCharacter_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *name, const QString &text, const QString &written) {
            QTest::newRow(name) << text << QString(u'"' + written + u'"');
        };
        row("plain", QStringLiteral("Zoë: a # b 😀"), QStringLiteral("Zoë: a # b 😀"));
        row("marks", QStringLiteral("a \"b\" \\"), QStringLiteral("a \\\"b\\\" \\\\"));
        row("lines", QStringLiteral("a\n\tb\r"), QStringLiteral("a\\n\\tb\\u000d"));
        row("other line ends", QString(QChar(0x2028)), QStringLiteral("\\u2028"));
        row("control", QString(QChar(0x7F)) + QChar(0), QStringLiteral("\\u007f\\u0000"));
        row("half a pair", QString(QChar(0xD83D)) + u'x', QStringLiteral("\uFFFDx"));
    }

    void yamlHoldsEveryCharacter()
    {
        QFETCH(QString, text);
        QTEST(exports::yamlString(text), "written");
    }

    void firstWordsBeginWithAWord()
    {
        QCOMPARE(exports::firstWords(u"> # - Think\n twice"), QStringLiteral("Think twice"));
        QCOMPARE(exports::firstWords(u"☀ is up"), QStringLiteral("☀ is up"));
        QCOMPARE(exports::firstWords(u"a b c d e f g h i"), QStringLiteral("a b c d e f g h…"));
        QCOMPARE(exports::firstWords(u"--- ***"), QString());
        const QString cut = QString(79, u'a') + QStringLiteral("😀b");
        QCOMPARE(exports::firstWords(cut), QString(QString(79, u'a') + u'…'));
    }

    void linksLeadToThePlace()
    {
        Note note = tests::sampleNote(1, 270'500);
        note.end = timestamps::MediaTime::fromMs(285'000);
        QCOMPARE(deepLink(note),
                 QStringLiteral("earmark://episode/917393e3-1b1e-5cef-ace4-edaa54e1f810/"
                                "ep%2012%2F%C3%A4?t=270.5,285"
                                "&h=0192f3a1-0000-7000-8000-000000000001"));
        note.episodeRef.podcastGuid.clear();
        note.episodeRef.episodeGuid.clear();
        note.end.reset();
        QCOMPARE(deepLink(note),
                 QStringLiteral("earmark://episode/6904f1c4283b1a2c822ade42a644da65a694eb62/"
                                "https%3A%2F%2Fcdn.example.com%2Fe12.mp3?t=270.5"
                                "&h=0192f3a1-0000-7000-8000-000000000001"));
    }

    void fileNamesAreSafe_data()
    {
        QTest::addColumn<QString>("podcast");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *podcast, const char *title, const char *expected) {
            QTest::addRow("%s, %s", podcast, title)
                << QString::fromUtf8(podcast) << QString::fromUtf8(title)
                << QString::fromUtf8(expected);
        };
        row("The Show", "Time to AGI: soon?", "The Show - Time to AGI soon");
        row("", "../../etc/passwd", "etc passwd");
        row("", "CON", "_CON");
        row("", "com1.txt", "_com1.txt");
        row("", "   ", "Untitled episode");
        row("", "...", "Untitled episode");
        row("", "a\n\t\x01 b", "a b");
        row("", "abc\xE2\x80\xAEgpj.exe", "abc gpj.exe");
        row("", "[[x]]#y^z|", "x y z");
        row("", "-rf", "rf");
        row("日本", "Zoë 😀", "日本 - Zoë 😀");
    }

    void fileNamesAreSafe()
    {
        QFETCH(QString, podcast);
        QFETCH(QString, title);
        QFETCH(QString, expected);
        notes::EpisodeRef episode;
        episode.podcastTitle = podcast;
        episode.episodeTitle = title;
        QCOMPARE(exportFileName(episode), expected);
    }

    void fileNamesAreShortEnough()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 500; ++round) {
            notes::EpisodeRef episode;
            for (int count = 0; count < random.bounded(30); ++count) {
                episode.podcastTitle += tests::hostileText(random);
                episode.episodeTitle += tests::hostileText(random);
            }
            const QString name = exportFileName(episode);
            QVERIFY(!name.isEmpty() && name.toUtf8().size() <= 120);
            QVERIFY2(!name.contains(
                         QRegularExpression(QStringLiteral("[\\\\/:*?\"<>|#^\\[\\]\\x00-\\x1f]"))),
                     qPrintable(name));
            QVERIFY(name == name.trimmed() && !name.startsWith(u'.') && !name.endsWith(u'.'));
        }
    }
};

QTEST_GUILESS_MAIN(MarkdownTest)
#include "tst_markdown.moc"
