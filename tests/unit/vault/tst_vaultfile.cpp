// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vaultfile.h"
#include "app/vault/vaultheader.h"
#include "tests/support/resulttest.h"
#include "tests/unit/vault/vaultnotes.h"

#include <QFile>
#include <QTest>

using namespace app::vault;
using app::base::NoteId;
using app::notes::Note;

namespace {

QString rendered(const std::vector<Note> &notes)
{
    std::vector<const Note *> pointers;
    for (const Note &note : notes)
        pointers.push_back(&note);
    const QString key = episodeKey(notes.front().episodeRef);
    QString text = headerText(headerOf(key, pointers));
    for (const Note &note : notes)
        text += u'\n' + sectionOf(vaultNote(note));
    return text;
}

std::vector<VaultNote> notesIn(const QByteArray &bytes)
{
    std::vector<VaultNote> notes;
    for (const VaultPart &part : parseVaultFile(bytes).value_or({}).parts) {
        if (part.note)
            notes.push_back(*part.note);
    }
    return notes;
}

std::vector<VaultNote> notesIn(const QString &text)
{
    return notesIn(text.toUtf8());
}

QStringList rawsOf(const QString &text)
{
    QStringList raws;
    for (const VaultPart &part : parseVaultFile(text.toUtf8()).value_or({}).parts)
        raws.append(part.raw);
    return raws;
}

Note sampleNote()
{
    Note note = tests::vaultSample(1, QStringLiteral("My text.\n\n- with #ideas"));
    note.tags = {QStringLiteral("method"),
                 QStringLiteral("ideas"),
                 QStringLiteral("c++ 17"),
                 QStringLiteral("2024")};
    return note;
}

} // namespace

class VaultFileTest : public QObject
{
    Q_OBJECT

private slots:

    void writesWhatPeopleRead()
    {
        QFile file(QStringLiteral(EARMARK_TEST_DATA "/vault/episode.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(rendered({sampleNote()}).toUtf8(), file.readAll());
    }

    void readsWhatItWrote()
    {
        Note moment = tests::vaultSample(2);
        moment.anchor = {};
        moment.end.reset();
        const std::vector<Note> notes = {sampleNote(), moment, tests::vaultSample(3)};
        const std::vector<VaultNote> read = notesIn(rendered(notes));
        QCOMPARE(read.size(), 3u);
        for (std::size_t i = 0; i < notes.size(); ++i)
            QVERIFY(read[i] == vaultNote(notes[i]));
    }

    void readsWhatItWroteWhateverTheTextIs()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 3000; ++round) {
            std::vector<Note> notes;
            for (int number = 1; number <= 3; ++number) {
                Note note = tests::vaultSample(number, tests::treacherousText(random));
                note.anchor.quote = tests::treacherousText(random);
                note.anchor.speaker = tests::treacherousText(random);
                for (int count = random.bounded(3); count > 0; --count)
                    note.tags.append(tests::treacherousText(random));
                note.episodeRef.episodeTitle = tests::treacherousText(random);
                notes.push_back(note);
            }
            const QString text = rendered(notes);
            const std::vector<VaultNote> read = notesIn(text);
            QCOMPARE(read.size(), 3u);
            for (std::size_t i = 0; i < notes.size(); ++i) {
                const VaultNote written = vaultNote(notes[i]);
                QCOMPARE(read[i].text, written.text);
                QCOMPARE(read[i].tags, written.tags);
                QCOMPARE(read[i].frame, written.frame);
                QCOMPARE(read[i].id, written.id);
                Note again = notes[i];
                again.text = written.text;
                again.tags = written.tags;
                QVERIFY(vaultNote(again) == written);
            }
            QCOMPARE(keyOfFile(text.toUtf8()), episodeKey(notes[0].episodeRef));
        }
    }

    void partsAreTheWholeFile()
    {
        QRandomGenerator random(8);
        for (int round = 0; round < 1000; ++round) {
            QString text =
                random.bounded(2) ? rendered({sampleNote(), tests::vaultSample(2)}) : QString();
            for (int count = random.bounded(6); count > 0; --count) {
                const qsizetype at = random.bounded(text.size() + 1);
                text.insert(at, tests::treacherousText(random));
                text.remove(random.bounded(text.size() + 1), random.bounded(20));
            }
            text.remove(u'\r');
            const QByteArray bytes = text.toUtf8();
            const auto document = parseVaultFile(bytes);
            if (QString::fromUtf8(bytes).toUtf8() == bytes)
                QCOMPARE(bytesOf(*document), bytes);
        }
    }

    void windowsLinesAndByteOrderMarkStay()
    {
        const QString text = rendered({sampleNote()});
        const QByteArray windows =
            "\xEF\xBB\xBF" + QString(text).replace(u'\n', QStringLiteral("\r\n")).toUtf8();
        const auto document = parseVaultFile(windows);
        VERIFY_RESULT(document);
        QCOMPARE(bytesOf(*document), windows);
        QVERIFY(notesIn(windows) == notesIn(text));
        QCOMPARE(keyOfFile(windows), keyOfFile(text.toUtf8()));
    }

    void whatTheUserWroteAroundIsTheUsersOwn()
    {
        QString text = rendered({tests::vaultSample(1, QStringLiteral("one")),
                                 tests::vaultSample(2, QStringLiteral("two"))});
        text.replace(QStringLiteral("\n## 00:02:00"),
                     QStringLiteral("\n# My chapter\n\nmy thoughts\n\n## 00:02:00"));
        text += QStringLiteral("\n## Summary\n\nall of it\n");
        const QStringList raws = rawsOf(text);
        QCOMPARE(raws.size(), 5);
        QCOMPARE(raws[2], QStringLiteral("# My chapter\n\nmy thoughts\n\n"));
        QCOMPARE(raws[4], QStringLiteral("## Summary\n\nall of it\n"));
        QCOMPARE(notesIn(text)[0].text, QStringLiteral("one"));
        QCOMPARE(notesIn(text)[1].text, QStringLiteral("two"));
    }

    void aNoteIsKnownByItsBlockIdAlone_data()
    {
        QTest::addColumn<QString>("old");
        QTest::addColumn<QString>("changed");
        QTest::newRow("other title")
            << QStringLiteral("## 00:02:00 Words of minute 2") << QStringLiteral("## My words");
        QTest::newRow("deeper") << QStringLiteral("## 00:02:00") << QStringLiteral("#### 00:02:00");
        QTest::newRow("no heading")
            << QStringLiteral("## 00:02:00 Words of minute 2 that were worth keeping\n\n")
            << QString();
        QTest::newRow("more around") << QStringLiteral("\n> Words of minute 2")
                                     << QStringLiteral("\nHear:\n\n> Words of minute 2");
    }

    void aNoteIsKnownByItsBlockIdAlone()
    {
        QFETCH(QString, old);
        QFETCH(QString, changed);
        QString text = rendered({tests::vaultSample(1, QStringLiteral("one")),
                                 tests::vaultSample(2, QStringLiteral("two"))});
        QVERIFY(text.contains(old));
        text.replace(old, changed);
        const std::vector<VaultNote> read = notesIn(text);
        QCOMPARE(read.size(), 2u);
        QCOMPARE(read[0].text, QStringLiteral("one"));
        QCOMPARE(read[1].text, QStringLiteral("two"));
    }

    void somethingLeftOpenSwallowsNoOtherNote()
    {
        QString text = rendered({tests::vaultSample(1, QStringLiteral("one")),
                                 tests::vaultSample(2, QStringLiteral("two"))});
        text.replace(QStringLiteral("\none\n"), QStringLiteral("\none\n```\nopen\n"));
        const std::vector<VaultNote> read = notesIn(text);
        QCOMPARE(read.size(), 2u);
        QCOMPARE(read[0].text, QStringLiteral("one\n```\nopen\n```"));
        QCOMPARE(read[1].text, QStringLiteral("two"));
    }

    void ofACopiedNoteTheFirstCounts()
    {
        const QString section = sectionOf(vaultNote(tests::vaultSample(1, QStringLiteral("one"))));
        QString copy = section;
        copy.replace(QStringLiteral("one"), QStringLiteral("copy"));
        const QString text = section + u'\n' + copy;
        QCOMPARE(notesIn(text).size(), 1u);
        QCOMPARE(notesIn(text)[0].text, QStringLiteral("one"));
        QCOMPARE(rawsOf(text), QStringList({QString(), section + u'\n', copy}));
    }

    void tagsAreReadWhereTheyStand()
    {
        const QString section = sectionOf(vaultNote(tests::vaultSample(1)));
        const auto read = [&section](const QString &body) {
            return notesIn(section + body).at(0);
        };
        QCOMPARE(read(QStringLiteral("\n#a #b/c\n")).tags,
                 QStringList({QStringLiteral("a"), QStringLiteral("b/c")}));
        QCOMPARE(read(QStringLiteral("\ntext\n#a\n")).text, QStringLiteral("text\n#a"));
        QCOMPARE(read(QStringLiteral("\ntext #a\n\n#B\n")).tags,
                 QStringList({QStringLiteral("B"), QStringLiteral("a")}));
        QCOMPARE(read(QStringLiteral("\n#1 #2\n")).text, QStringLiteral("#1 #2"));
        QCOMPARE(read(QStringLiteral("\n```\n\n#a\n")).tags, QStringList());
    }

    void filesItCannotChangeSafelyAreRefused()
    {
        VERIFY_ERROR(parseVaultFile("\xFF\xFE text"), Malformed);
        VERIFY_ERROR(parseVaultFile(QByteArray(largestVaultFile + 1, 'x')), TooLarge);
        VERIFY_ERROR(parseVaultFile("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n"), Conflict);
        VERIFY_RESULT(parseVaultFile(QByteArray()));
    }

    void largeFilesTakeLinearTime()
    {
        const QByteArray line = "^h-0192f3a1-0000-7000-8000-000000000001\n";
        for (const QByteArray &piece : {line,
                                        QByteArray("## a\n"),
                                        QByteArray("```\n"),
                                        QByteArray("#a\n\n"),
                                        QByteArray("\n"),
                                        QByteArray("<!--\n"),
                                        QByteArray("> a\n\n" + line)}) {
            const QByteArray bytes = piece.repeated(4'000'000 / static_cast<int>(piece.size()));
            const auto document = parseVaultFile("\n" + bytes);
            VERIFY_RESULT(document);
            QCOMPARE(bytesOf(*document), "\n" + bytes);
        }
    }

    void onlyFrontMatterOfOursMakesAFileOurs()
    {
        const QByteArray key(40, 'a');
        QCOMPARE(keyOfFile(QByteArray("---\nsource: earmark\nearmark-id: " + key + "\n---\n")),
                 QString::fromLatin1(key));
        QCOMPARE(keyOfFile(QByteArray("---\nsource: 'earmark'\nearmark-id: \"" + key + "\"\n---")),
                 QString::fromLatin1(key));
        for (const QByteArray &other :
             {QByteArray(),
              QByteArray("source: earmark\nearmark-id: " + key),
              QByteArray("---\nsource: readwise\nearmark-id: " + key + "\n---\n"),
              QByteArray("---\nsource: earmark\n---\nearmark-id: " + key),
              QByteArray("---\nsource: earmark\nearmark-id: ../x\n---\n"),
              QByteArray("---\nsource: earmark\nearmark-id: " + key + "\n")})
            QCOMPARE(keyOfFile(other), QString());
    }

    void headerIsUpdatedAroundTheUsersOwn()
    {
        const VaultHeader base{{QStringLiteral("title: \"a\""),
                                QStringLiteral("tags: [\"x\"]"),
                                QStringLiteral("url: \"u\"")},
                               QStringLiteral("# a")};
        VaultHeader ours = base;
        ours.properties = {QStringLiteral("title: \"b\""),
                           QStringLiteral("tags: [\"x\", \"y\"]"),
                           QStringLiteral("url: \"u\""),
                           QStringLiteral("guid: \"g\"")};
        ours.title = QStringLiteral("# b");
        QCOMPARE(updatedHeader(QStringLiteral("---\naliases: [q]\ntitle: \"a\"\ntags:\n  - x\n  - "
                                              "mine\nurl: \"u\"\n---\n\nhello\n# a\nthere\n"),
                               base,
                               ours),
                 QStringLiteral("---\naliases: [q]\ntitle: \"b\"\ntags:\n  - x\n  - mine\nurl: "
                                "\"u\"\nguid: \"g\"\n---\n\nhello\n# b\nthere\n"));
        const QString own = QStringLiteral("no front matter\n");
        QCOMPARE(updatedHeader(own, base, ours), own);
    }
};

QTEST_GUILESS_MAIN(VaultFileTest)
#include "tst_vaultfile.moc"
