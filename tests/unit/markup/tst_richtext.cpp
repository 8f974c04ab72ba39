// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markup/richtext.h"

#include <QElapsedTimer>
#include <QTest>

using namespace app::markup;

namespace {

using Kind = Block::Kind;

const QString notes = QStringLiteral(
    "<h2>Show&nbsp;notes</h2><p>Hello <b>bold <i>both</i></b> and <a "
    "href='https://e.com/?a=1&amp;b=2'"
    ">a <em>link</em></a>.</p><ol start=3><li><p>Three</p><p>more</p><li>Four<ul><li>(4:30) In</ul>"
    "</ol><blockquote>Said <code>x</code></blockquote><pre>a  b\n  c</pre><hr><table><tr><td>00:00"
    "<td>Intro</tr></table><script>alert('<p>')</script>End<br>line &mdash; 1 &lt; 2 &#128512;");

/// Each block as one line: kind, level, marker, text.
QStringList shape(const RichText &text)
{
    static const char *const names[] = {"p", "h", "li", "quote", "code", "rule"};
    QStringList lines;
    for (const Block &block : text.blocks) {
        QString line = QLatin1String(names[static_cast<int>(block.kind)]);
        if (block.level > 0)
            line += QString::number(block.level);
        if (!block.marker.isEmpty())
            line += u'[' + block.marker + u']';
        lines += QString(line + u' ' + text.text.mid(block.offset, block.length)).trimmed();
    }
    return lines;
}

/// Each span as "biC<link>:text".
QStringList spans(const RichText &text)
{
    QStringList lines;
    for (const Span &span : text.spans) {
        QString line;
        line += span.bold ? u"b" : u"";
        line += span.italic ? u"i" : u"";
        line += span.code ? u"c" : u"";
        lines += QString(line + span.link + u'|' + text.text.mid(span.offset, span.length));
    }
    return lines;
}

/// Whether all the promises of RichText hold.
bool isSound(const RichText &text)
{
    qsizetype at = 0;
    for (std::size_t i = 0; i < text.blocks.size(); ++i) {
        const Block &block = text.blocks[i];
        if (block.offset != at || block.length < 0)
            return false;
        at = block.offset + block.length;
        const bool isLast = i + 1 == text.blocks.size();
        if (isLast ? at != text.text.size() : at >= text.text.size() || text.text[at] != u'\n')
            return false;
        ++at;
    }
    qsizetype previous = 0;
    for (const Span &span : text.spans) {
        if (span.offset < previous || span.length <= 0
            || span.offset + span.length > text.text.size())
            return false;
        previous = span.offset;
    }
    return text.blocks.empty() ? text.text.isEmpty() : true;
}

} // namespace

class RichTextTest : public QObject
{
    Q_OBJECT

private slots:

    void readsEverythingOnce()
    {
        const RichText text = readHtml(notes);
        QVERIFY(isSound(text));
        const QStringList expected{QStringLiteral("h2 Show notes"),
                                   QStringLiteral("p Hello bold both and a link."),
                                   QStringLiteral("li1[3.] Three"),
                                   QStringLiteral("li1 more"),
                                   QStringLiteral("li1[4.] Four"),
                                   QStringLiteral("li2[\u2022] (4:30) In"),
                                   QStringLiteral("quote1 Said x"),
                                   QStringLiteral("code a  b"),
                                   QStringLiteral("code   c"),
                                   QStringLiteral("rule"),
                                   QStringLiteral("p 00:00\tIntro"),
                                   QStringLiteral("p End"),
                                   QStringLiteral("p line \u2014 1 < 2 \U0001F600")};
        QCOMPARE(shape(text), expected);
        const QStringList inside{QStringLiteral("b|bold both"),
                                 QStringLiteral("i|both"),
                                 QStringLiteral("https://e.com/?a=1&b=2|a link"),
                                 QStringLiteral("i|link"),
                                 QStringLiteral("c|x")};
        QCOMPARE(spans(text), inside);
    }

    void blocks_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QString &html, const QStringList &expected) {
            QTest::newRow(name) << html << expected;
        };
        row("nothing", {}, {});
        row("only tags", QStringLiteral("<p></p><div> &nbsp; </div>"), {});
        row("white space",
            QStringLiteral("  a \n\t b&nbsp; c  <p>\n d </p> "),
            {QStringLiteral("p a b c"), QStringLiteral("p d")});
        row("space around tags",
            QStringLiteral("a <b> b</b> c<i> d </i>e"),
            {QStringLiteral("p a b c d e")});
        row("breaks",
            QStringLiteral("a<br>b<br/><br />c"),
            {QStringLiteral("p a"), QStringLiteral("p b"), QStringLiteral("p c")});
        row("items without a list",
            QStringLiteral("<li>a<li>b"),
            {QStringLiteral("li1[\u2022] a"), QStringLiteral("li1[\u2022] b")});
        row("numbers go on",
            QStringLiteral("<ol><li>a<li><li value=9>b<li>c</ol>d"),
            {QStringLiteral("li1[1.] a"),
             QStringLiteral("li1[9.] b"),
             QStringLiteral("li1[10.] c"),
             QStringLiteral("p d")});
        row("quote in quote",
            QStringLiteral("<blockquote>a<blockquote>b</blockquote>c</blockquote>d"),
            {QStringLiteral("quote1 a"),
             QStringLiteral("quote2 b"),
             QStringLiteral("quote1 c"),
             QStringLiteral("p d")});
        row("dropped",
            QStringLiteral("a<style>p{}</style><form>x<select><option>1</select></form><img alt=y>"
                           "<!-- c --><svg><text>t</text></svg><iframe src=x>z</iframe>b"),
            {QStringLiteral("p ab")});
        row("unclosed script", QStringLiteral("a<script>b"), {QStringLiteral("p a")});
        row("unclosed comment", QStringLiteral("a<!-- b"), {QStringLiteral("p a b")});
        row("cut tag", QStringLiteral("a<a href='x"), {QStringLiteral("p a")});
        row("no tag", QStringLiteral("1 < 2 <3 <- >"), {QStringLiteral("p 1 < 2 <3 <- >")});
        row("entities",
            QStringLiteral("&eacute;&copy 2020 &amp;lt; &#233; &#xE9 &#150; &nope; AT&T &#0;"),
            {QStringLiteral("p \u00E9\u00A9 2020 &lt; \u00E9 \u00E9 \u2013 &nope; AT&T \uFFFD")});
        row("invisible characters",
            QStringLiteral("a\u200Bb\u00ADc\uFEFFd\u2009e"),
            {QStringLiteral("p abcd e")});
        row("composed", QStringLiteral("Cafe\u0301"), {QStringLiteral("p Caf\u00E9")});
        row("half a pair",
            QString(QStringLiteral("a") + QChar(0xD83D)),
            {QStringLiteral("p a\uFFFD")});
        row("quotes in attributes",
            QStringLiteral("<p title=\"a > b\" class='>'>x</p>"),
            {QStringLiteral("p x")});
    }

    void blocks()
    {
        QFETCH(QString, html);
        QFETCH(QStringList, expected);
        const RichText text = readHtml(html);
        QVERIFY(isSound(text));
        QCOMPARE(shape(text), expected);
    }

    void links_data()
    {
        QTest::addColumn<QString>("href");
        QTest::addColumn<QString>("link");
        const auto row = [](const char *href, const char *link) {
            QTest::newRow(href) << QString::fromUtf8(href) << QString::fromUtf8(link);
        };
        row("https://e.com/", "https://e.com/");
        row("HTTP://e.com/", "HTTP://e.com/");
        row(" https://e.com/a b ", "https://e.com/a%20b");
        row("mailto:a@e.com", "mailto:a@e.com");
        row("#t=12:18", "#t=12:18");
        row("//e.com/x", "https://e.com/x");
        row("javascript:alert(1)", "");
        row("java\nscript:alert(1)", "");
        row(" &#106;avascript:alert(1)", "");
        row("data:text/html,x", "");
        row("file:///etc/passwd", "");
        row("vbscript:x", "");
        row("page.html", "");
        row("#", "");
        row("", "");
    }

    void links()
    {
        QFETCH(QString, href);
        QFETCH(QString, link);
        const RichText text = readHtml(u"<a href=\"" + href + u"\">x</a>");
        QCOMPARE(text.text, QStringLiteral("x"));
        QCOMPARE(text.spans.empty() ? QString() : text.spans[0].link, link);
    }

    void spansEndWithTheirBlock()
    {
        const RichText text =
            readHtml(QStringLiteral("<b>a<p>b </p></b> c<a href='https://e.com'>d<p>e"));
        const QStringList expected{QStringLiteral("b|a"),
                                   QStringLiteral("b|b"),
                                   QStringLiteral("https://e.com|d"),
                                   QStringLiteral("https://e.com|e")};
        QCOMPARE(spans(text), expected);
    }

    void plainText()
    {
        const RichText text = readPlain(QStringLiteral(
            "  First <b>line</b> &amp;\r\n\r\nSee https://e.com/a_(b), (http://x.org/?q=1)!\n"
            "http:// and xhttp://no.example https://e.com."));
        QVERIFY(isSound(text));
        const QStringList lines{QStringLiteral("p First <b>line</b> &amp;"),
                                QStringLiteral("p See https://e.com/a_(b), (http://x.org/?q=1)!"),
                                QStringLiteral("p http:// and xhttp://no.example https://e.com.")};
        QCOMPARE(shape(text), lines);
        const QStringList found{QStringLiteral("https://e.com/a_(b)|https://e.com/a_(b)"),
                                QStringLiteral("http://x.org/?q=1|http://x.org/?q=1"),
                                QStringLiteral("https://e.com|https://e.com")};
        QCOMPARE(spans(text), found);
    }

    void showNotesOfEitherKind()
    {
        QCOMPARE(shape(readShowNotes(QStringLiteral("a\nb & c <3"))),
                 (QStringList{QStringLiteral("p a"), QStringLiteral("p b & c <3")}));
        QCOMPARE(shape(readShowNotes(QStringLiteral("Tom &amp; Jerry\n&lt;x&gt;"))),
                 (QStringList{QStringLiteral("p Tom & Jerry"), QStringLiteral("p <x>")}));
        QCOMPARE(shape(readShowNotes(QStringLiteral("<p>a\nb</p>c\nd"))),
                 (QStringList{QStringLiteral("p a b"), QStringLiteral("p c d")}));
        // Only inline tags: the line feeds are all the structure there is.
        QCOMPARE(shape(readShowNotes(QStringLiteral("<b>Intro</b>\n(1:00) a\n(2:00) b"))),
                 (QStringList{QStringLiteral("p Intro"),
                              QStringLiteral("p (1:00) a"),
                              QStringLiteral("p (2:00) b")}));
        QCOMPARE(shape(readShowNotes(QStringLiteral("mail <ann@example.com>"))),
                 QStringList{QStringLiteral("p mail <ann@example.com>")});
    }

    void bareAddressesInHtmlNotes()
    {
        const RichText text = readShowNotes(QStringLiteral(
            "<p>https://a.example and <a href='https://b.example'>https://c.example</a> "
            "<b>https://d.example</b></p>"));
        const QStringList expected{QStringLiteral("https://a.example|https://a.example"),
                                   QStringLiteral("https://b.example|https://c.example"),
                                   QStringLiteral("b|https://d.example"),
                                   QStringLiteral("https://d.example|https://d.example")};
        QCOMPARE(spans(text), expected);
    }

    void cutAtEveryCharacter()
    {
        for (qsizetype length = 0; length <= notes.size(); ++length) {
            const QString cut = notes.left(length);
            QVERIFY(isSound(readHtml(cut)));
            QVERIFY(isSound(readPlain(cut)));
            QVERIFY(isSound(readShowNotes(cut)));
        }
    }

    void oneCharacterChangedAnywhere()
    {
        for (const QChar c : {QChar(u'<'), QChar(u'>'), QChar(u'"'), QChar(u'&'), QChar(0xD800)}) {
            for (qsizetype at = 0; at < notes.size(); ++at) {
                QString changed = notes;
                changed[at] = c;
                QVERIFY(isSound(readShowNotes(changed)));
            }
        }
    }

    void hostileShapes_data()
    {
        QTest::addColumn<QString>("html");
        constexpr qsizetype size = 1024 * 1024;
        const auto row = [](const char *unit) {
            const QString piece = QString::fromUtf8(unit);
            QTest::newRow(unit) << piece.repeated(size / piece.size());
        };
        for (const char *unit : {"<b>",
                                 "<div>",
                                 "<ul><li>x",
                                 "<blockquote>x",
                                 "</b>",
                                 "<!--",
                                 "<",
                                 "</",
                                 "&",
                                 "&#x",
                                 "<a b='",
                                 "<pre>x",
                                 "<script>",
                                 "<form>",
                                 "<a href=http://x>y",
                                 "http",
                                 "http:/",
                                 "https://a",
                                 "<!x",
                                 "<h1>x",
                                 "<svg",
                                 "<td>x",
                                 "a b ",
                                 "<hr>",
                                 "<script></scrip"})
            row(unit);
        QTest::newRow("mismatched")
            << QStringLiteral("<b>").repeated(size / 8) + QStringLiteral("</i>").repeated(size / 8);
        QTest::newRow("brackets") << QStringLiteral("http://x") + QString(size, u')');
        QTest::newRow("attributes") << u"<a " + QStringLiteral("b=1 ").repeated(size / 4) + u'>';
        QTest::newRow("combining") << QString(size, QChar(0x301));
    }

    void hostileShapes()
    {
        QFETCH(QString, html);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(isSound(readHtml(html)));
        QVERIFY(isSound(readShowNotes(html)));
        // A quadratic reader would need minutes.
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }

    void deepNestingIsFlattened()
    {
        const RichText text = readHtml(QStringLiteral("<ul><li>x").repeated(1000)
                                       + QStringLiteral("</ul>").repeated(1000) + u"<p>end");
        QCOMPARE(text.blocks.back().kind, Kind::Paragraph);
        QVERIFY(std::all_of(text.blocks.begin(), text.blocks.end(), [](const Block &block) {
            return block.level <= 200;
        }));
    }

    void longInputIsCut()
    {
        const RichText text = readPlain(QString(5 * 1024 * 1024, u'x'));
        QCOMPARE(text.text.size(), qsizetype(4 * 1024 * 1024));
    }
};

QTEST_GUILESS_MAIN(RichTextTest)
#include "tst_richtext.moc"
