// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/textfinder.h"

#include <QStringList>
#include <QTest>

using namespace app::transcripts;

class TextFinderTest : public QObject
{
    Q_OBJECT

private slots:

    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *text, const char *query, const QStringList &expected) {
            QTest::addRow("%s in %s", query, text)
                << QString::fromUtf8(text) << QString::fromUtf8(query) << expected;
        };
        row("One two one", "ONE", {QStringLiteral("0 One"), QStringLiteral("8 one")});
        row("so naïve, nai\xCC\x88ve, naive",
            "naive",
            {QStringLiteral("3 naïve"),
             QStringLiteral("10 nai\u0308ve"),
             QStringLiteral("18 naive")});
        row("naive", "naïve", {QStringLiteral("0 naive")});
        row("a  b\nc", "A b\tc", {QStringLiteral("0 a  b\nc")});
        row("aaaa", "aa", {QStringLiteral("0 aa"), QStringLiteral("2 aa")});
        row("ÄÖÜ İstanbul", "aou istanbul", {QStringLiteral("0 ÄÖÜ İstanbul")});
        row("the ﬁrst", "fi", {QStringLiteral("4 ﬁ")});
        row("the ﬁrst", "first", {QStringLiteral("4 ﬁrst")});
        row("don’t “go”", "don't \"go\"", {QStringLiteral("0 don’t “go”")});
        row("日本語です", "本語", {QStringLiteral("1 本語")});
        row("한국어", "국", {QStringLiteral("1 국")});
        row("😀😀", "😀", {QStringLiteral("0 😀"), QStringLiteral("2 😀")});
        row("anything", "", {});
        row("anything", " \n", {});
        row("", "x", {});
        row("e\xCC\x81", "\xCC\x81", {});
    }

    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QString, query);
        QFETCH(QStringList, expected);
        QStringList found;
        for (const TextMatch &match : findText(text, query))
            found.append(QString::number(match.offset) + u' '
                         + text.mid(match.offset, match.length));
        QCOMPARE(found, expected);
    }

    void halfSurrogatesAreNoTrap()
    {
        const QString broken = QString(QChar(0xD83D)) + u'x' + QChar(0xDE00) + QChar(0xD83D);
        QCOMPARE(findText(broken, QStringLiteral("X")), (std::vector<TextMatch>{{1, 1}}));
        QCOMPARE(findText(broken, QString(QChar(0xD83D))).size(), std::size_t{2});
    }

    void repetitionsAreNoTrap()
    {
        const QString text = QStringLiteral("a").repeated(400'000);
        const QString query = QStringLiteral("a").repeated(100'000) + u'b';
        QVERIFY(findText(text, query).empty());
    }
};

QTEST_GUILESS_MAIN(TextFinderTest)
#include "tst_textfinder.moc"
