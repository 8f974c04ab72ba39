// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/tags.h"

#include <QTest>

using namespace app::notes;

class TagsTest : public QObject
{
    Q_OBJECT

private slots:

    void cleansOne_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *tag, const char *expected) {
            QTest::newRow(tag) << QString::fromUtf8(tag) << QString::fromUtf8(expected);
        };
        row("ai", "ai");
        row("#ai", "ai");
        row("  machine \t learning\n", "machine-learning");
        row("a,b", "a-b");
        row("a#b", "ab");
        row("###", "");
        row(" , ", "");
        row("Zoë/😀", "Zoë/😀");
        row("a\x01\x7F\xE2\x80\xAE z", "a-z");
    }

    void cleansOne()
    {
        QFETCH(QString, tag);
        QFETCH(QString, expected);
        QCOMPARE(cleanTag(tag), expected);
        QCOMPARE(cleanTag(cleanTag(tag)), expected);
    }

    void longTagsAreCutAtACharacter()
    {
        QCOMPARE(cleanTag(QStringLiteral("x").repeated(5000)).size(), 100);
        QCOMPARE(cleanTag(u'x' + QStringLiteral("😀").repeated(500)).size(), 99);
    }

    void dropsRepeats()
    {
        QCOMPARE(cleanTags({QStringLiteral("AI"),
                            QStringLiteral("#ai"),
                            QString(),
                            QStringLiteral("b"),
                            QStringLiteral("Ai"),
                            QStringLiteral("B ")}),
                 (QStringList{QStringLiteral("AI"), QStringLiteral("b")}));
    }

    void findsTagsInText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("#ai", "ai");
        row("See #ai, #b/c. (#no) x#no #e-f\n#g_h", "ai b/c e-f g_h");
        row("# Heading\n## Two", "");
        row("#1 is #2nd", "2nd");
        row("#Zoë #日本 #-", "Zoë 日本");
        row("`#no` #yes", "yes");
        row("`` ` #no `` #yes", "yes");
        row("` #yes", "yes");
        row("```\n#no\n```\n#yes", "yes");
        row("~~~ x\n#no\n```\n#no\n~~~~\n#yes", "yes");
        row("```\n#no", "");
        row("#AI and #ai", "AI");
        row("#tag/", "tag");
    }

    void findsTagsInText()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(tagsInText(text).join(u' '), expected);
    }

    void repetitionsAreNoTrap_data()
    {
        QTest::addColumn<QString>("text");
        QString growing;
        for (int length = 1; length < 2000; ++length)
            growing += QStringLiteral("`").repeated(length) + u' ';
        QTest::newRow("unlike runs") << growing;
        QTest::newRow("like runs") << QStringLiteral("`x ").repeated(700'000);
        QTest::newRow("fences") << QStringLiteral("```\n").repeated(500'000);
        QTest::newRow("signs") << QStringLiteral("#").repeated(2'000'000);
        QTest::newRow("digits") << QString(u'#' + QStringLiteral("1").repeated(2'000'000));
    }

    void repetitionsAreNoTrap()
    {
        QFETCH(QString, text);
        QVERIFY(tagsInText(text).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TagsTest)
#include "tst_tags.moc"
