// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/shownotes.h"

#include <QTest>

using namespace app::session;

class ShowNotesTest : public QObject
{
    Q_OBJECT

private slots:

    void placesOfHtmlStandInItsText()
    {
        const ShowNotes notes = readShowNotes(
            QStringLiteral("<p>Hello &amp; welcome (<b>4:30</b>)</p><ul><li>0:00 Begin</li>"
                           "<li>1:15 Middle</li></ul>"),
            std::nullopt);
        QStringList found;
        for (const auto &time : notes.times) {
            found += notes.text.text.mid(time.span.offset, time.span.length);
        }
        QCOMPARE(
            found,
            QStringList({QStringLiteral("4:30"), QStringLiteral("0:00"), QStringLiteral("1:15")}));
    }

    void codeHoldsNoPlaces()
    {
        for (const char *html : {"<p>Run <code>(4:30)</code> now</p>",
                                 "<pre>(4:30) log line\n(5:30) log line</pre>"}) {
            QVERIFY2(readShowNotes(QString::fromLatin1(html), std::nullopt).times.empty(), html);
        }
    }

    void linksAreHandedOn()
    {
        const auto text = annotate(app::markup::readHtml(
            QStringLiteral("<p>See <a href=\"https://video.example/watch?t=270\">4:30</a> and "
                           "<code>x</code></p>")));
        QCOMPARE(text.links.size(), 1u);
        QCOMPARE(text.links[0].target, QStringLiteral("https://video.example/watch?t=270"));
        QCOMPARE(text.text.mid(text.links[0].span.offset, text.links[0].span.length),
                 QStringLiteral("4:30"));
        QCOMPARE(text.opaque.size(), 1u);
        QCOMPARE(text.text.mid(text.opaque[0].offset, text.opaque[0].length), QStringLiteral("x"));
    }

    void addressesHoldNoPlaces()
    {
        QVERIFY(
            readShowNotes(QStringLiteral("https://a.example/4:30/x and nothing else"), std::nullopt)
                .times.empty());
    }

    void nothingHasNoPlaces() { QVERIFY(readShowNotes({}, std::nullopt).times.empty()); }
};

QTEST_GUILESS_MAIN(ShowNotesTest)
#include "tst_shownotes.moc"
