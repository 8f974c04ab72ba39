// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/note.h"
#include "app/notes/notechange.h"
#include "app/notes/noteid.h"

#include <QSet>
#include <QTest>

using namespace app::notes;
using app::base::NoteId;

class NoteTest : public QObject
{
    Q_OBJECT

private slots:

    void colorsHaveNames()
    {
        const QStringList names = {QStringLiteral("yellow"),
                                   QStringLiteral("green"),
                                   QStringLiteral("blue"),
                                   QStringLiteral("red"),
                                   QStringLiteral("violet")};
        const std::vector<Color> colors = {
            Color::Yellow, Color::Green, Color::Blue, Color::Red, Color::Violet};
        for (std::size_t at = 0; at < colors.size(); ++at) {
            const QString name = names[static_cast<qsizetype>(at)];
            QCOMPARE(colorName(colors[at]), name);
            QVERIFY(colorFromName(name) == colors[at]);
        }
        QVERIFY(!colorFromName(QStringLiteral("Yellow")));
        QVERIFY(!colorFromName(QString()));
    }

    void quoteSourcesHaveNames()
    {
        for (const QuoteSource source :
             {QuoteSource::None, QuoteSource::Transcript, QuoteSource::ShowNotes})
            QVERIFY(quoteSourceFromName(quoteSourceName(source)) == source);
        QCOMPARE(quoteSourceName(QuoteSource::None), QString());
        QVERIFY(!quoteSourceFromName(QStringLiteral("book")));
    }

    void idsHoldTimeVersionAndChance()
    {
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(0x017F22E279B0, Qt::UTC);
        const NoteId id = makeNoteId(now, 0xCC3, 0x18C4DC0C0C07398F);
        QCOMPARE(id.text(), QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
        QVERIFY(isNoteId(id.text()));
    }

    void idsSortAsTheyWereMade()
    {
        QDateTime now(QDate(2026, 11, 21), QTime(10, 0), Qt::UTC);
        QString last;
        for (int count = 0; count < 100; ++count) {
            const QString id =
                makeNoteId(now, ~quint64{0}, ~quint64{0} - static_cast<quint64>(count)).text();
            QVERIFY(id > last);
            QVERIFY(isNoteId(id));
            QCOMPARE(id[14], u'7');
            QVERIFY(QStringLiteral("89ab").contains(id[19]));
            last = id;
            now = now.addMSecs(1 + count * 977);
        }
        QVERIFY(isNoteId(makeNoteId(QDateTime(), 0, 0).text()));
    }

    void refusesOtherIds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("upper case") << QStringLiteral("017F22E2-79B0-7CC3-98C4-DC0C0C07398F");
        QTest::newRow("braces") << QStringLiteral("{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}");
        QTest::newRow("short") << QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c07398");
        QTest::newRow("long") << QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c07398f0");
        QTest::newRow("dash") << QStringLiteral("017f22e2079b0-7cc3-98c4-dc0c0c07398f");
        QTest::newRow("letter") << QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c07398g");
        QTest::newRow("path") << QStringLiteral("../../../../../../../etc/passwd/xxxx");
    }

    void refusesOtherIds()
    {
        QFETCH(QString, text);
        QVERIFY(!isNoteId(text));
    }

    void aChangeTakenBackTwiceIsItself()
    {
        Note before;
        before.id = NoteId(QStringLiteral("a"));
        Note after = before;
        after.text = QStringLiteral("edited");
        const NoteChange edit{before.id, before, after};
        QCOMPARE(*inverse(edit).after, before);
        QCOMPARE(*inverse(edit).before, after);
        QVERIFY(inverse(inverse(edit)) == edit);
        const NoteChange made{before.id, std::nullopt, before};
        QVERIFY(!inverse(made).after && *inverse(made).before == before);
    }
};

QTEST_GUILESS_MAIN(NoteTest)
#include "tst_note.moc"
