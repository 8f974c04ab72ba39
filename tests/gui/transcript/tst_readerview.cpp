// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/readerview.h"

#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace ui::transcript;
using ui::theme::ThemeManager;

namespace {

ReaderDocument makeLong(int blocks)
{
    ReaderDocument document;
    document.transcript = true;
    for (int i = 0; i < blocks; ++i) {
        if (i > 0) {
            document.text += QLatin1Char('\n');
        }
        ReaderBlock block;
        block.offset = document.text.size();
        document.text += QStringLiteral("Cue %1 says a few words, enough of them to need a second "
                                        "line in the column when it is set.")
                             .arg(i);
        block.length = document.text.size() - block.offset;
        block.speaker = i % 2 == 0 ? QStringLiteral("Ines") : QStringLiteral("Tobias");
        block.start = MediaTime::fromMs(i * 4000);
        document.blocks.push_back(block);
        document.sentences.push_back({block.offset, block.length});
    }
    return document;
}

// Blocks of one line each; times are the "(m:ss)" in them.
ReaderDocument makeNotes(const QStringList &lines)
{
    ReaderDocument document;
    for (const QString &line : lines) {
        if (!document.text.isEmpty()) {
            document.text += QLatin1Char('\n');
        }
        ReaderBlock block;
        block.offset = document.text.size();
        block.length = line.size();
        document.blocks.push_back(block);
        document.text += line;
    }
    return document;
}

TimeLink timeAt(const ReaderDocument &document, const QString &words, int ms)
{
    TimeLink link;
    link.offset = document.text.indexOf(words);
    link.length = words.size();
    link.start = MediaTime::fromMs(ms);
    return link;
}

} // namespace

class TestReaderView final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void longTextIsSetOnlyWhereSeen();
    void jumpsFarWithoutSettingTheWay();
    void contentStaysWhileHeightsBecomeKnown();
    void dragSelectsAcrossBlocks();
    void doubleAndTripleClick();
    void singleClickPlaysFromTheWord();
    void controlClickOnlyPutsTheCaret();
    void keysSelectAndCopy();
    void tabWalksTimesAndLinks();
    void clickOnATime();
    void timesOfOthersAreText();
    void listOfTimesStandsInAColumn();
    void gutterTimeActivates();
    void highlightsLieOnTheirWords();
    void flagAndCardOpenTheNote();
    void selectionHasARectangle();
    void matchesAreShown();
    void followScrollsToTheSentence();
    void scrollingPausesFollowing();
    void rightToLeftMirrorsTheColumns();
    void speaksToScreenReaders();

private:
    QPoint pointOf(const QString &words, int character = 0);

    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<ReaderView> m_view;
};

void TestReaderView::init()
{
    m_themes = std::make_unique<ThemeManager>(ThemeManager::Mode::Light);
    m_themes->setReducedMotion(true);
    m_view = std::make_unique<ReaderView>(*m_themes);
    m_view->resize(900, 600);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(tests::waitForActive(m_view.get()));
    m_view->setFocus();
}

void TestReaderView::cleanup()
{
    m_view.reset();
}

QPoint TestReaderView::pointOf(const QString &words, int character)
{
    const qsizetype offset = m_view->document().text.indexOf(words) + character;
    const auto rects = m_view->rectsOf({offset, 1});
    return rects.empty() ? QPoint() : rects.front().center().toPoint();
}

void TestReaderView::longTextIsSetOnlyWhereSeen()
{
    QElapsedTimer timer;
    timer.start();
    m_view->setDocument(makeLong(12'000));
    (void)m_view->grab();
    qInfo("12,000 cues: %lld ms to the first paint", timer.elapsed());
    QVERIFY2(m_view->layoutsMade() < 60, qPrintable(QString::number(m_view->layoutsMade())));
}

void TestReaderView::jumpsFarWithoutSettingTheWay()
{
    m_view->setDocument(makeLong(12'000));
    const qsizetype target = m_view->document().blocks[9'000].offset;
    m_view->scrollTo(target, 0.38);
    const auto rects = m_view->rectsOf({target, 5});
    QVERIFY(!rects.empty());
    QVERIFY(rects.front().top() > 600 * 0.3 && rects.front().top() < 600 * 0.46);
    QVERIFY(m_view->layoutsMade() < 150);
}

void TestReaderView::contentStaysWhileHeightsBecomeKnown()
{
    m_view->setDocument(makeLong(3'000));
    m_view->setTextSize(28);
    m_view->scrollTo(m_view->document().blocks[1'500].offset, 0);
    for (int i = 0; i < 40; ++i) {
        const qsizetype before =
            m_view->document()
                .blocks[blockAtOffset(m_view->document(), m_view->firstVisible())]
                .offset;
        const double top = m_view->rectsOf({before, 1}).front().top();
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() - 50);
        QVERIFY(std::abs(m_view->rectsOf({before, 1}).front().top() - (top + 50)) <= 1.5);
    }
}

void TestReaderView::dragSelectsAcrossBlocks()
{
    m_view->setDocument(makeLong(5));
    QSignalSpy finished(m_view.get(), &ReaderView::selectionFinished);
    QSignalSpy played(m_view.get(), &ReaderView::wordActivated);
    const QPoint from = pointOf(QStringLiteral("Cue 0"), 0) - QPoint(3, 0);
    const QPoint to = pointOf(QStringLiteral("Cue 1"), 5);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove,
                     to,
                     m_view->viewport()->mapToGlobal(to),
                     Qt::NoButton,
                     Qt::LeftButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &move);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
    QCOMPARE(m_view->selection().offset, 0);
    QVERIFY(m_view->selectedText().contains(QLatin1Char('\n')));
    QCOMPARE(finished.count(), 1);
    QCOMPARE(finished.at(0).at(0).toBool(), true);
    QVERIFY(!played.wait(300));
}

void TestReaderView::doubleAndTripleClick()
{
    m_view->setDocument(makeLong(3));
    const QPoint point = pointOf(QStringLiteral("words"), 2);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, point);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, point);
    QCOMPARE(m_view->selectedText(), QStringLiteral("words"));
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, point);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, point);
    const auto &sentence = m_view->document().sentences.front();
    QCOMPARE(m_view->selection(), sentence);
}

void TestReaderView::singleClickPlaysFromTheWord()
{
    m_view->setDocument(makeLong(3));
    QSignalSpy played(m_view.get(), &ReaderView::wordActivated);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(QStringLiteral("words"), 3));
    QTRY_COMPARE(played.count(), 1);
    QCOMPARE(played.at(0).at(0).value<qsizetype>(),
             m_view->document().text.indexOf(QStringLiteral("words")));
}

void TestReaderView::controlClickOnlyPutsTheCaret()
{
    m_view->setDocument(makeLong(3));
    QSignalSpy played(m_view.get(), &ReaderView::wordActivated);
    const QPoint point = pointOf(QStringLiteral("words"), 0) - QPoint(2, 0);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, point);
    QVERIFY(!played.wait(300));
    QCOMPARE(m_view->caret(), m_view->document().text.indexOf(QStringLiteral("words")));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(played.count(), 1);
    QCOMPARE(played.at(0).at(0).value<qsizetype>(), m_view->document().sentences.front().offset);
}

void TestReaderView::keysSelectAndCopy()
{
    m_view->setDocument(makeLong(3));
    QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    }
    QCOMPARE(m_view->selectedText(), QStringLiteral("Cue"));
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Cue"));
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(m_view->caret(), m_view->document().sentences[1].offset);
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_view->selectedText(), m_view->document().text);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(m_view->selectedText().isEmpty());
    QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ControlModifier);
    const qsizetype before = m_view->caret();
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QVERIFY(m_view->caret() > before);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->caret(), before);
}

void TestReaderView::tabWalksTimesAndLinks()
{
    auto document = makeNotes({QStringLiteral("Begin at (4:30), then the page, then 5:00?"),
                               QStringLiteral("and 9:99 is none")});
    document.times = {timeAt(document, QStringLiteral("4:30"), 270'000),
                      timeAt(document, QStringLiteral("5:00"), 300'000)};
    document.times[1].kind = TimeLink::Kind::Unsure;
    ReaderSpan link;
    link.offset = document.text.indexOf(QStringLiteral("the page"));
    link.length = 8;
    link.link = QStringLiteral("https://example.org/");
    document.spans = {link};
    m_view->setDocument(document);
    QSignalSpy times(m_view.get(), &ReaderView::timeActivated);
    QSignalSpy links(m_view.get(), &ReaderView::linkActivated);

    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(times.count(), 1);
    QCOMPARE(times.at(0).at(0).value<TimeLink>().start, MediaTime::fromMs(270'000));
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(links.value(0).value(0).toString(), link.link);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(times.at(1).at(0).value<TimeLink>().kind, TimeLink::Kind::Unsure);
    QCOMPARE(times.at(1).at(1).value<Qt::KeyboardModifiers>(), Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(m_view->focusedStop()->offset, link.offset);
}

void TestReaderView::clickOnATime()
{
    auto document = makeNotes({QStringLiteral("Begin at (4:30).")});
    document.times = {timeAt(document, QStringLiteral("4:30"), 270'000)};
    m_view->setDocument(document);
    QSignalSpy times(m_view.get(), &ReaderView::timeActivated);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(QStringLiteral("4:30"), 1));
    QCOMPARE(times.count(), 1);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(QStringLiteral("Begin"), 1));
    QCOMPARE(times.count(), 1);
    QTest::mouseClick(
        m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, pointOf(QStringLiteral("4:30"), 1));
    QCOMPARE(times.count(), 2);
    QCOMPARE(times.at(1).at(1).value<Qt::KeyboardModifiers>(), Qt::ShiftModifier);
}

void TestReaderView::timesOfOthersAreText()
{
    auto document = makeNotes({QStringLiteral("Video at 4:30 and 9:00.")});
    document.times = {timeAt(document, QStringLiteral("4:30"), 270'000),
                      timeAt(document, QStringLiteral("9:00"), 540'000)};
    document.times[0].kind = TimeLink::Kind::OtherRecording;
    document.times[1].kind = TimeLink::Kind::PastEnd;
    document.banners = {{0,
                         QStringLiteral("b"),
                         QStringLiteral("Other"),
                         QStringLiteral("Text"),
                         {{QStringLiteral("link"), QStringLiteral("Link them")}}}};
    m_view->setDocument(document);
    QSignalSpy times(m_view.get(), &ReaderView::timeActivated);
    QSignalSpy banner(m_view.get(), &ReaderView::bannerActivated);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(QStringLiteral("4:30"), 1));
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY(!m_view->focusedStop());
    QCOMPARE(times.count(), 0);
    auto *button = m_view->findChild<QWidget *>(QStringLiteral("link"));
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(banner.value(0).value(1).toString(), QStringLiteral("link"));
    // The words stand below the box, not under it.
    QWidget *box = m_view->findChild<QWidget *>(QStringLiteral("banner-b"));
    QVERIFY(m_view->rectsOf({0, 5}).front().top() >= box->geometry().bottom());
}

void TestReaderView::listOfTimesStandsInAColumn()
{
    auto document = makeNotes({QStringLiteral("0:00 First"),
                               QStringLiteral("(1:02:03) Second"),
                               QStringLiteral("4:30 - Third")});
    document.times = {timeAt(document, QStringLiteral("0:00"), 0),
                      timeAt(document, QStringLiteral("1:02:03"), 3'723'000),
                      timeAt(document, QStringLiteral("4:30"), 270'000)};
    m_view->setDocument(document);
    const auto right = [&](int i) {
        const auto &time = document.times[static_cast<std::size_t>(i)];
        return m_view->rectsOf({time.offset, time.length}).front().right();
    };
    const auto left = [&](const QString &words) {
        return m_view->rectsOf({document.text.indexOf(words), 1}).front().left();
    };
    QVERIFY(std::abs(right(0) - right(1)) < 1);
    QVERIFY(std::abs(right(0) - right(2)) < 1);
    QVERIFY(std::abs(left(QStringLiteral("First")) - left(QStringLiteral("Second"))) < 0.5);
    QVERIFY(std::abs(left(QStringLiteral("First")) - left(QStringLiteral("Third"))) < 0.5);
    QVERIFY(left(QStringLiteral("First")) > right(1));
}

void TestReaderView::gutterTimeActivates()
{
    m_view->setDocument(makeLong(3));
    QSignalSpy times(m_view.get(), &ReaderView::blockTimeActivated);
    const QRectF text = m_view->rectsOf({m_view->document().blocks[1].offset, 1}).front();
    QTest::mouseClick(m_view->viewport(),
                      Qt::LeftButton,
                      {},
                      QPoint(qRound(text.left()) - 30, qRound(text.top()) + 32));
    QCOMPARE(times.count(), 1);
    QCOMPARE(times.at(0).at(0).value<MediaTime>(), MediaTime::fromMs(4000));
}

void TestReaderView::highlightsLieOnTheirWords()
{
    m_view->setDocument(makeLong(3));
    ReaderNote note;
    note.id = app::base::NoteId(QStringLiteral("n"));
    note.offset = m_view->document().text.indexOf(QStringLiteral("words"));
    note.length = 5;
    note.color = app::notes::Color::Green;
    m_view->setNotes({note});
    const QRectF rect = m_view->rectsOf({note.offset, note.length}).front();
    const QImage seen = m_view->viewport()->grab().toImage();
    const auto &colors = m_themes->current();
    QCOMPARE(seen.pixelColor(qRound(rect.left()) + 2, qRound(rect.top()) + 3),
             colors.highlightFill[1]);
    QCOMPARE(seen.pixelColor(qRound(rect.center().x()), qRound(rect.bottom()) - 1),
             colors.highlightLine[1]);
    QCOMPARE(seen.pixelColor(qRound(rect.right()) + 3, qRound(rect.top()) + 3), colors.reader);
}

void TestReaderView::flagAndCardOpenTheNote()
{
    m_view->setDocument(makeLong(3));
    ReaderNote note;
    note.id = app::base::NoteId(QStringLiteral("n"));
    note.offset = 4;
    note.length = 5;
    note.time = QStringLiteral("0:04");
    note.text = QStringLiteral("Thought");
    m_view->setNotes({note});
    QSignalSpy opened(m_view.get(), &ReaderView::noteActivated);
    const int y = qRound(m_view->rectsOf({4, 1}).front().center().y());
    const int cardX = m_view->viewport()->width() - 100;
    QCOMPARE(m_view->hitTest(QPoint(cardX, y + 10)).kind, ReaderHit::Kind::Note);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(cardX, y + 10));
    QCOMPARE(opened.count(), 1);
    m_view->resize(640, 600);
    const int flagX = m_view->viewport()->width() - 10;
    const int flagY = qRound(m_view->rectsOf({4, 1}).front().center().y());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(flagX, flagY));
    QCOMPARE(opened.count(), 2);
}

void TestReaderView::selectionHasARectangle()
{
    m_view->setDocument(makeLong(500));
    QVERIFY(m_view->selectionRect().isEmpty());
    m_view->select({4, 10});
    QVERIFY(!m_view->selectionRect().isEmpty());
    m_view->scrollTo(m_view->document().blocks[400].offset, 0.38);
    QVERIFY(m_view->selectionRect().isEmpty());
    m_view->selectAll();
    QVERIFY(m_view->layoutsMade() < 400);
}

void TestReaderView::matchesAreShown()
{
    m_view->setDocument(makeLong(500));
    const qsizetype offset = m_view->document().blocks[300].offset;
    m_view->setMatches({{offset, 3}}, 0);
    const auto rects = m_view->rectsOf({offset, 3});
    QVERIFY(!rects.empty());
    const QRectF rect = rects.front();
    QVERIFY(rect.top() > 0 && rect.bottom() < 600);
    const QImage seen = m_view->viewport()->grab().toImage();
    bool boxed = false;
    for (int x = qRound(rect.left()) - 5; x < qRound(rect.left()) + 2; ++x) {
        boxed = boxed || seen.pixelColor(x, qRound(rect.center().y())) == m_themes->current().amber;
    }
    QVERIFY(boxed);
}

void TestReaderView::followScrollsToTheSentence()
{
    m_view->setDocument(makeLong(1'000));
    for (const std::size_t i : {500U, 501U, 502U, 20U, 21U, 22U, 23U, 24U, 25U}) {
        m_view->setCurrentSentence(m_view->document().sentences[i]);
        const double top =
            m_view->rectsOf(m_view->document().sentences[i]).front().top() / m_view->height();
        QVERIFY2(top >= 0.24 && top <= 0.6, qPrintable(QString::number(top)));
    }
}

void TestReaderView::scrollingPausesFollowing()
{
    m_view->setDocument(makeLong(1'000));
    m_view->setCurrentSentence(m_view->document().sentences[500]);
    QCOMPARE(m_view->follow().state(), FollowControl::State::Following);
    m_view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    QCOMPARE(m_view->follow().state(), FollowControl::State::Paused);
    const int value = m_view->verticalScrollBar()->value();
    m_view->setCurrentSentence(m_view->document().sentences[600]);
    QCOMPARE(m_view->verticalScrollBar()->value(), value);
    m_view->returnToSentence();
    QCOMPARE(m_view->follow().state(), FollowControl::State::Following);
    QVERIFY(m_view->verticalScrollBar()->value() > value);
}

void TestReaderView::rightToLeftMirrorsTheColumns()
{
    m_view->setDocument(makeLong(3));
    const double left = m_view->rectsOf({0, 3}).front().left();
    m_view->setLayoutDirection(Qt::RightToLeft);
    QVERIFY(m_view->rectsOf({0, 3}).front().left() != left);
    auto document = makeNotes({QStringLiteral("שלום עולם abc 123 שוב")});
    m_view->setDocument(document);
    double width = 0;
    for (const QRectF &rect : m_view->rectsOf({0, document.text.size()})) {
        width += rect.width();
    }
    QVERIFY(width > 100);
    QVERIFY(m_view->rectsOf({0, 1}).front().left() > m_view->rectsOf({8, 1}).front().left());
}

void TestReaderView::speaksToScreenReaders()
{
    auto document = makeLong(2);
    document.times = {timeAt(document, QStringLiteral("second"), 270'000)};
    m_view->setDocument(document);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(face);
    QCOMPARE(face->role(), QAccessible::Document);
    QAccessibleTextInterface *text = face->textInterface();
    QVERIFY(text);
    QCOMPARE(text->text(0, 3), QStringLiteral("Cue"));
    QCOMPARE(text->characterCount(), static_cast<int>(document.text.size()));
    text->addSelection(0, 3);
    QCOMPARE(m_view->selectedText(), QStringLiteral("Cue"));
    QCOMPARE(text->selectionCount(), 1);
    QVERIFY(!text->characterRect(0).isEmpty());
    QCOMPARE(face->childCount(), 3);
    QCOMPARE(face->child(1)->role(), QAccessible::Paragraph);
    QCOMPARE(face->child(1)->text(QAccessible::Name), QStringLiteral("Tobias, 4 seconds"));
    QAccessibleInterface *link = face->child(2);
    QCOMPARE(link->role(), QAccessible::Link);
    QCOMPARE(link->text(QAccessible::Name), QStringLiteral("Jump to 4 minutes 30 seconds"));
    QSignalSpy times(m_view.get(), &ReaderView::timeActivated);
    link->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(times.count(), 1);
}

QTEST_MAIN(TestReaderView)
#include "tst_readerview.moc"
