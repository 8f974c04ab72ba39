// SPDX-License-Identifier: GPL-3.0-or-later
// Selecting, copying and walking the words of a reader, by hand and through a screen reader.
#include "ui/transcript/readerview.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace ui::transcript;
using ui::theme::ThemeManager;

namespace {

struct Turn
{
    QString speaker;
    int second = 0;
    QString words;
};

/// Sentences end with a full stop and last one second each.
ReaderDocument makeTurns(const QList<Turn> &turns)
{
    ReaderDocument document;
    document.transcript = true;
    for (const Turn &turn : turns) {
        document.text += document.text.isEmpty() ? QString() : QStringLiteral("\n");
        ReaderBlock block;
        block.offset = document.text.size();
        block.length = turn.words.size();
        block.speaker = turn.speaker;
        if (!document.speakers.contains(turn.speaker)) {
            document.speakers.append(turn.speaker);
        }
        block.speakerIndex = static_cast<int>(document.speakers.indexOf(turn.speaker));
        block.start = MediaTime::fromMs(turn.second * 1000);
        document.blocks.push_back(block);
        document.text += turn.words;
        qsizetype begin = 0;
        for (int i = 0; begin < turn.words.size(); ++i) {
            const qsizetype stop = turn.words.indexOf(QLatin1Char('.'), begin);
            const qsizetype end = stop < 0 ? turn.words.size() : stop + 1;
            document.sentences.push_back({block.offset + begin, end - begin});
            document.sentenceTimes.push_back(MediaTime::fromMs((turn.second + i) * 1000));
            begin = end + 1;
        }
    }
    return document;
}

ReaderDocument talk()
{
    return makeTurns({{QStringLiteral("Ines"), 60, QStringLiteral("One two three. Four five.")},
                      {QStringLiteral("Tobias"), 70, QStringLiteral("Six *seven* eight. Nine.")},
                      {QStringLiteral("Ines"), 80, QStringLiteral("Ten & eleven.")}});
}

QString clipboardText()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

class TestReaderText final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void wordsSnapWhenDraggedAfterADoubleClick();
    void shiftClickExtends();
    void controlShiftArrowsTakeWords();
    void copyOfOneTurnIsPlain();
    void copyOfTurnsHasMarkdownAndHtml();
    void copyWithTimesNamesWhoAndWhen();
    void arrowsMoveAsSeenInArabic();
    void linesAlignWithTheirDirection();
    void arabicTextMirrorsTheGutter();
    void readingFontChangesTheLines();
    void screenReadersGetUnits();
    void screenReadersGetLinesAsSet();
    void screenReadersGetAttributes();
    void screenReadersFindPlaces();
    void sentencesAreAnnouncedWhenWanted();

private:
    void drag(QPoint to);
    QPoint pointOf(qsizetype offset);
    QAccessibleTextInterface *face();

    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<ReaderView> m_view;
};

void TestReaderText::init()
{
    m_themes = std::make_unique<ThemeManager>(ThemeManager::Mode::Light);
    m_themes->setReducedMotion(true);
    m_view = std::make_unique<ReaderView>(*m_themes);
    m_view->resize(900, 600);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(tests::waitForActive(m_view.get()));
    m_view->setFocus();
    m_view->setDocument(talk());
}

void TestReaderText::cleanup()
{
    m_view.reset();
}

QPoint TestReaderText::pointOf(qsizetype offset)
{
    return m_view->rectsOf({offset, 1}).front().center().toPoint();
}

void TestReaderText::drag(QPoint to)
{
    QMouseEvent move(QEvent::MouseMove,
                     to,
                     m_view->viewport()->mapToGlobal(to),
                     Qt::NoButton,
                     Qt::LeftButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &move);
}

QAccessibleTextInterface *TestReaderText::face()
{
    return QAccessible::queryAccessibleInterface(m_view.get())->textInterface();
}

void TestReaderText::wordsSnapWhenDraggedAfterADoubleClick()
{
    const qsizetype two = m_view->document().text.indexOf(QStringLiteral("two"));
    const qsizetype seven = m_view->document().text.indexOf(QStringLiteral("seven"));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(two + 1));
    QTest::mousePress(m_view->viewport(), Qt::RightButton, {}, pointOf(two + 1));
    m_view->clearSelection();
    QMouseEvent twice(QEvent::MouseButtonDblClick,
                      pointOf(two + 1),
                      m_view->viewport()->mapToGlobal(pointOf(two + 1)),
                      Qt::LeftButton,
                      Qt::LeftButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &twice);
    QCOMPARE(m_view->selectedText(), QStringLiteral("two"));
    drag(pointOf(seven + 2));
    QCOMPARE(m_view->selectedText(), QStringLiteral("two three. Four five.\nSix *seven"));
    drag(pointOf(1));
    QCOMPARE(m_view->selectedText(), QStringLiteral("One two"));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, pointOf(1));
}

void TestReaderText::shiftClickExtends()
{
    const QPoint from =
        pointOf(4) - QPoint(pointOf(4).x() - m_view->rectsOf({4, 1}).front().toRect().left(), 0);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, from);
    QSignalSpy played(m_view.get(), &ReaderView::wordActivated);
    QSignalSpy finished(m_view.get(), &ReaderView::selectionFinished);
    QRect to = m_view->rectsOf({9, 1}).front().toRect();
    QTest::mouseClick(m_view->viewport(),
                      Qt::LeftButton,
                      Qt::ShiftModifier,
                      QPoint(to.left() - 1, to.center().y()));
    QCOMPARE(m_view->selection().offset, 4);
    QVERIFY(m_view->selectedText().startsWith(QStringLiteral("two ")));
    QCOMPARE(finished.count(), 1);
    QVERIFY(!played.wait(300));
}

void TestReaderText::controlShiftArrowsTakeWords()
{
    QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), QStringLiteral("One"));
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), QStringLiteral("One two three. "));
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), m_view->document().text);
}

void TestReaderText::copyOfOneTurnIsPlain()
{
    m_view->select({4, 9});
    m_view->copySelection(false);
    QCOMPARE(clipboardText(), QStringLiteral("two three"));
    QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasHtml());
}

void TestReaderText::copyOfTurnsHasMarkdownAndHtml()
{
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->text(), m_view->document().text);
    QVERIFY(data->html().contains(QStringLiteral("<p>Ten &amp; eleven.</p>")));
    QCOMPARE(QString::fromUtf8(data->data(QStringLiteral("text/markdown"))),
             QStringLiteral("One two three. Four five.\n\nSix \\*seven\\* eight. Nine.\n\n"
                            "Ten & eleven."));
}

void TestReaderText::copyWithTimesNamesWhoAndWhen()
{
    const qsizetype four = m_view->document().text.indexOf(QStringLiteral("Four"));
    m_view->select({four, m_view->document().text.indexOf(QStringLiteral("Nine")) - four});
    m_view->copySelection(true);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->text(),
             QStringLiteral("[1:01] Ines: Four five.\n\n[1:10] Tobias: Six *seven* eight. "));
    QVERIFY(QString::fromUtf8(data->data(QStringLiteral("text/markdown")))
                .startsWith(QStringLiteral("**Ines** (1:01) Four five.")));
    QVERIFY(data->html().contains(QStringLiteral("<b>Tobias</b>")));
}

void TestReaderText::arrowsMoveAsSeenInArabic()
{
    m_view->setDocument(makeTurns({{QStringLiteral("A"), 0, QStringLiteral("مرحبا بكم")},
                                   {QStringLiteral("B"), 9, QStringLiteral("نعم")}}));
    QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(m_view->caret(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(m_view->caret(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->caret(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(m_view->caret(), 5);
    // Past the end of a paragraph the next one follows.
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(m_view.get(), Qt::Key_Left);
    }
    QCOMPARE(m_view->caret(), m_view->document().blocks[1].offset);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->caret(), m_view->document().blocks[0].length);
}

void TestReaderText::linesAlignWithTheirDirection()
{
    m_view->setDocument(makeTurns({{QStringLiteral("A"), 0, QStringLiteral("مرحبا")},
                                   {QStringLiteral("B"), 9, QStringLiteral("Hello")},
                                   {QStringLiteral("C"), 12, QStringLiteral("نعم")}}));
    const auto &blocks = m_view->document().blocks;
    const double right = m_view->rectsOf({blocks[0].offset, 1}).front().right();
    QVERIFY(std::abs(m_view->rectsOf({blocks[2].offset, 1}).front().right() - right) < 1);
    QVERIFY(right - m_view->rectsOf({blocks[1].offset, 1}).front().left() > 200);
}

void TestReaderText::arabicTextMirrorsTheGutter()
{
    m_view->setDocument(makeTurns({{QStringLiteral("إيناس"), 0, QStringLiteral("مرحبا بكم")}}));
    const QRectF first = m_view->rectsOf({0, 1}).front();
    const ReaderHit name =
        m_view->hitTest(QPoint(qRound(first.right()) + 24, qRound(first.center().y())));
    QCOMPARE(name.kind, ReaderHit::Kind::Speaker);
    QCOMPARE(name.speaker, QStringLiteral("إيناس"));
}

void TestReaderText::readingFontChangesTheLines()
{
    const int before = m_view->layoutsMade();
    m_view->setReadingFont(QStringLiteral("Some Family Nobody Has"));
    QVERIFY(m_view->layoutsMade() > before);
    const int after = m_view->layoutsMade();
    m_view->setReadingFont(QStringLiteral("Some Family Nobody Has"));
    QCOMPARE(m_view->layoutsMade(), after);
}

void TestReaderText::screenReadersGetUnits()
{
    int start = 0;
    int end = 0;
    const QString &text = m_view->document().text;
    const auto offset = static_cast<int>(text.indexOf(QStringLiteral("two")));
    const auto at = [&](QAccessible::TextBoundaryType type) {
        return face()->textAtOffset(offset + 1, type, &start, &end);
    };
    QCOMPARE(at(QAccessible::CharBoundary), QStringLiteral("w"));
    QCOMPARE(at(QAccessible::WordBoundary), QStringLiteral("two"));
    QCOMPARE(start, offset);
    QCOMPARE(end, offset + 3);
    QCOMPARE(at(QAccessible::SentenceBoundary), QStringLiteral("One two three."));
    QCOMPARE(at(QAccessible::ParagraphBoundary), QStringLiteral("One two three. Four five.\n"));
    QCOMPARE(at(QAccessible::NoBoundary), text);
    QCOMPARE(face()->textAfterOffset(offset, QAccessible::WordBoundary, &start, &end),
             QStringLiteral("three"));
    QCOMPARE(face()->textBeforeOffset(offset, QAccessible::WordBoundary, &start, &end),
             QStringLiteral("One"));
    QCOMPARE(face()->textAfterOffset(offset, QAccessible::SentenceBoundary, &start, &end),
             QStringLiteral("Four five."));
    QCOMPARE(face()->textAfterOffset(offset, QAccessible::ParagraphBoundary, &start, &end),
             QStringLiteral("Six *seven* eight. Nine.\n"));
    const int size = face()->characterCount();
    QVERIFY(face()->textAfterOffset(size, QAccessible::WordBoundary, &start, &end).isEmpty());
    QVERIFY(face()->textBeforeOffset(0, QAccessible::LineBoundary, &start, &end).isEmpty());
}

void TestReaderText::screenReadersGetLinesAsSet()
{
    m_view->setDocument(
        makeTurns({{QStringLiteral("A"),
                    0,
                    QStringLiteral("Many words that need two lines. ").repeated(6)}}));
    int start = -1;
    int end = -1;
    const QString line = face()->textAtOffset(0, QAccessible::LineBoundary, &start, &end);
    QCOMPARE(line.size(), end - start);
    QCOMPARE(start, 0);
    QVERIFY(end > 20 && end < face()->characterCount());
    const int first = end;
    (void)face()->textAfterOffset(0, QAccessible::LineBoundary, &start, &end);
    QCOMPARE(start, first);
}

void TestReaderText::screenReadersGetAttributes()
{
    auto document = talk();
    ReaderSpan bold;
    bold.offset = 4;
    bold.length = 3;
    bold.bold = true;
    document.spans = {bold};
    m_view->setDocument(document);
    ReaderNote note;
    note.offset = 8;
    note.length = 5;
    m_view->setNotes({note});
    int start = 0;
    int end = 0;
    QCOMPARE(face()->attributes(5, &start, &end), QStringLiteral("font-weight:bold;"));
    QCOMPARE(start, 4);
    QCOMPARE(end, 7);
    QVERIFY(face()->attributes(9, &start, &end).startsWith(QStringLiteral("mark:true;")));
    QCOMPARE(start, 8);
    QCOMPARE(end, 13);
    QVERIFY(face()->attributes(1, &start, &end).isEmpty());
    QCOMPARE(start, 0);
    QCOMPARE(end, 4);
}

void TestReaderText::screenReadersFindPlaces()
{
    const qsizetype ten = m_view->document().text.indexOf(QStringLiteral("Ten"));
    const QRect rect = face()->characterRect(static_cast<int>(ten));
    QVERIFY(!rect.isEmpty());
    QCOMPARE(face()->offsetAtPoint(rect.center()), static_cast<int>(ten));
    QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(m_view.get());
    QAccessibleInterface *part = whole->childAt(rect.center().x(), rect.center().y());
    QVERIFY(part);
    QCOMPARE(part->role(), QAccessible::Paragraph);
    QCOMPARE(part->text(QAccessible::Name), QStringLiteral("Ines, 1 minute 20 seconds"));
    QCOMPARE(part->text(QAccessible::Value), QStringLiteral("Ten & eleven."));
    face()->setCursorPosition(static_cast<int>(ten));
    QCOMPARE(m_view->caret(), ten);
}

void TestReaderText::sentencesAreAnnouncedWhenWanted()
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(m_view.get());
    QSignalSpy said(m_view.get(), &ReaderView::sentenceAnnounced);
    const auto &sentences = m_view->document().sentences;
    m_view->setCurrentSentence(sentences[0]);
    QCOMPARE(said.count(), 0);
    QCOMPARE(face->childCount(), 3);
    m_view->setAnnouncing(true);
    m_view->setCurrentSentence(sentences[1]);
    m_view->setCurrentSentence(sentences[1]);
    m_view->setCurrentWord({sentences[1].offset, 4});
    QCOMPARE(said.count(), 1);
    QAccessibleInterface *alert = face->child(3);
    QCOMPARE(alert->role(), QAccessible::AlertMessage);
    QCOMPARE(alert->text(QAccessible::Name), QStringLiteral("Four five."));
    // Who speaks is said when that changes.
    m_view->setCurrentSentence(sentences[2]);
    QCOMPARE(alert->text(QAccessible::Name), QStringLiteral("Tobias: Six *seven* eight."));
    m_view->setCurrentSentence({});
    QCOMPARE(said.count(), 2);
    m_view->setAnnouncing(false);
    m_view->setCurrentSentence(sentences[3]);
    QCOMPARE(said.count(), 2);
}

QTEST_MAIN(TestReaderText)
#include "tst_readertext.moc"
