// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/findbar.h"
#include "ui/transcript/selectionstrip.h"
#include "ui/transcript/shownotesview.h"
#include "ui/transcript/transcriptview.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace ui::transcript;
using app::timestamps::Duration;
using app::timestamps::Recording;
using app::timestamps::Timestamp;
using app::transcripts::ReadingText;
using ui::theme::ThemeManager;

namespace {

// Two turns; each word starts one second after the one before.
ReadingText makeText()
{
    ReadingText text;
    text.text = QStringLiteral("One two three. Four five six.\nSeven eight nine.");
    text.paragraphs = {{0, 29, QStringLiteral("Ines"), MediaTime()},
                       {30, 17, QStringLiteral("Tobias"), MediaTime::fromMs(6000)}};
    text.sentences = {{0, 14, MediaTime(), MediaTime::fromMs(3000)},
                      {15, 14, MediaTime::fromMs(3000), MediaTime::fromMs(6000)},
                      {30, 17, MediaTime::fromMs(6000), MediaTime::fromMs(9000)}};
    int second = 0;
    for (const qsizetype offset : {0, 4, 8, 15, 20, 25, 30, 36, 42, 47}) {
        text.anchors.push_back({offset, MediaTime::fromMs(1000 * second++)});
    }
    return text;
}

} // namespace

class TestViews final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void positionMovesTheSentence();
    void clickOnAWordSeeks();
    void selectionKnowsItsTime();
    void stripWishesAHighlight();
    void stripTakesNoFocusUntilTab();
    void pillReturns();
    void statesHaveWords();
    void untimedTranscriptSaysSo();
    void notesFindTheirPlace();
    void findCountsAndWalks();
    void showNotesTimes();
    void otherRecordingCanBeAccepted();
    void onlyWebLinksLeave();

private:
    ThemeManager m_themes{ThemeManager::Mode::Light};
};

void TestViews::init()
{
    m_themes.setReducedMotion(true);
}

void TestViews::positionMovesTheSentence()
{
    TranscriptView view(m_themes);
    view.setTranscript(makeText());
    view.setPosition(MediaTime::fromMs(3500));
    QCOMPARE(view.reader().currentSentence(), (TextSpan{15, 14}));
    view.setPosition(MediaTime::fromMs(6000));
    QCOMPARE(view.reader().currentSentence(), (TextSpan{30, 17}));
    view.clearPosition();
    QCOMPARE(view.reader().currentSentence(), (TextSpan{}));
}

void TestViews::clickOnAWordSeeks()
{
    TranscriptView view(m_themes);
    view.resize(800, 500);
    view.show();
    view.setTranscript(makeText());
    QSignalSpy seek(&view, &TranscriptView::seekRequested);
    const QRectF rect = view.reader().rectsOf({20, 4}).front();
    QTest::mouseClick(view.reader().viewport(), Qt::LeftButton, {}, rect.center().toPoint());
    QTRY_COMPARE(seek.count(), 1);
    QCOMPARE(seek.at(0).at(0).value<MediaTime>(), MediaTime::fromMs(4000));
}

void TestViews::selectionKnowsItsTime()
{
    TranscriptView view(m_themes);
    view.setTranscript(makeText());
    QCOMPARE(view.selected().span.length, 0);
    view.reader().select({30, 12});
    const SelectedText selected = view.selected();
    QCOMPARE(selected.text, QStringLiteral("Seven eight "));
    QCOMPARE(selected.speaker, QStringLiteral("Tobias"));
    QVERIFY(selected.time);
    QCOMPARE(selected.time->start, MediaTime::fromMs(6000));
    QCOMPARE(selected.time->end, MediaTime::fromMs(8000));
}

void TestViews::stripWishesAHighlight()
{
    TranscriptView view(m_themes);
    view.resize(800, 500);
    view.show();
    view.setTranscript(makeText());
    QSignalSpy wished(&view, &TranscriptView::highlightRequested);
    view.reader().select({0, 3});
    emit view.reader().selectionFinished(true);
    QTRY_VERIFY(view.strip().isVisible());
    view.findChild<QAbstractButton *>(QStringLiteral("stripColor3"))->click();
    QCOMPARE(wished.count(), 1);
    QCOMPARE(wished.at(0).at(0).value<SelectedText>().text, QStringLiteral("One"));
    QCOMPARE(wished.at(0).at(1).value<app::notes::Color>(), app::notes::Color::Blue);
    QVERIFY(view.strip().isHidden());
    view.reader().select({4, 3});
    view.highlight();
    QCOMPARE(wished.at(1).at(1).value<app::notes::Color>(), app::notes::Color::Blue);
    view.highlight();
    QCOMPARE(wished.count(), 2);
}

void TestViews::stripTakesNoFocusUntilTab()
{
    TranscriptView view(m_themes);
    view.resize(800, 500);
    view.show();
    view.activateWindow();
    QVERIFY(tests::waitForActive(&view));
    view.setTranscript(makeText());
    view.reader().setFocus();
    view.reader().select({0, 3});
    emit view.reader().selectionFinished(false);
    QTRY_VERIFY(view.strip().isVisible());
    QVERIFY(view.reader().hasFocus());
    QTest::keyClick(&view.reader(), Qt::Key_Tab);
    auto *first = view.findChild<QAbstractButton *>(QStringLiteral("stripHighlight"));
    QVERIFY(first->hasFocus());
    QTest::keyClick(first, Qt::Key_Right);
    QVERIFY(view.findChild<QAbstractButton *>(QStringLiteral("stripColor1"))->hasFocus());
    QTest::keyClick(view.focusWidget(), Qt::Key_Escape);
    QVERIFY(view.strip().isHidden());
    QVERIFY(view.reader().hasFocus());
}

void TestViews::pillReturns()
{
    TranscriptView view(m_themes);
    view.resize(800, 500);
    view.show();
    view.setTranscript(makeText());
    view.setPosition(MediaTime::fromMs(3500));
    auto *pill = view.findChild<QAbstractButton *>(QStringLiteral("followPill"));
    QVERIFY(pill->isHidden());
    view.reader().follow().userMoved();
    QVERIFY(pill->isVisible());
    QCOMPARE(pill->text(), QStringLiteral("Following paused · Return to 0:03"));
    pill->click();
    QVERIFY(pill->isHidden());
    QVERIFY(view.isFollowing());
}

void TestViews::statesHaveWords()
{
    TranscriptView view(m_themes);
    view.setTranscript(makeText());
    QVERIFY(view.hasText());
    QSignalSpy chosen(&view, &TranscriptView::messageActionTriggered);
    view.showNone(false);
    QVERIFY(!view.hasText());
    view.findChild<QAbstractButton *>(QStringLiteral("openFile"))->click();
    QCOMPARE(chosen.value(0).value(0).toString(), QStringLiteral("openFile"));
    view.showLoadingTranscript();
    QVERIFY(!view.hasText());
    view.showFailure(QStringLiteral("The server answered 503."));
    QVERIFY(!view.hasText());
    view.setTranscript(makeText());
    QVERIFY(view.hasText());
}

void TestViews::untimedTranscriptSaysSo()
{
    TranscriptView view(m_themes);
    ReadingText text = makeText();
    for (auto &sentence : text.sentences) {
        sentence.start.reset();
    }
    text.anchors.clear();
    view.setTranscript(text);
    QVERIFY(!view.findChild<QWidget *>(QStringLiteral("transcriptUntimed"))->isHidden());
    QVERIFY(!view.isFollowing());
    view.setPosition(MediaTime::fromMs(5000));
    QCOMPARE(view.reader().currentSentence(), (TextSpan{}));
}

void TestViews::notesFindTheirPlace()
{
    TranscriptView view(m_themes);
    view.resize(900, 500);
    view.show();
    view.setTranscript(makeText());
    app::notes::Note note;
    note.id = app::base::NoteId(QStringLiteral("n1"));
    note.anchor.quote = QStringLiteral("eight");
    note.anchor.offset = 2; // where an older text had it
    note.anchor.source = app::notes::QuoteSource::Transcript;
    note.text = QStringLiteral("A thought");
    view.setNotes({note});
    const QRectF rect = view.reader().rectsOf({36, 5}).front();
    const QImage seen = view.reader().viewport()->grab().toImage();
    QCOMPARE(seen.pixelColor(qRound(rect.center().x()), qRound(rect.bottom()) - 1),
             m_themes.current().highlightLine[0]);
}

void TestViews::findCountsAndWalks()
{
    TranscriptView view(m_themes);
    view.resize(800, 500);
    view.show();
    view.activateWindow();
    QVERIFY(tests::waitForActive(&view));
    view.setTranscript(makeText());
    view.find();
    auto *field = view.findChild<QLineEdit *>(QStringLiteral("findField"));
    auto *count = view.findChild<QWidget *>(QStringLiteral("findCount"));
    QTest::keyClicks(field, QStringLiteral("ve"));
    QCOMPARE(count->accessibleName(), QStringLiteral("1 of 2"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(count->accessibleName(), QStringLiteral("2 of 2"));
    QTest::keyClick(field, Qt::Key_F3);
    QCOMPARE(count->accessibleName(), QStringLiteral("1 of 2"));
    QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(count->accessibleName(), QStringLiteral("2 of 2"));
    QTest::keyClicks(field, QStringLiteral("zzz"));
    QCOMPARE(count->accessibleName(), QStringLiteral("Not found"));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(view.findBar().isHidden());
    QVERIFY(view.reader().hasFocus());
}

void TestViews::showNotesTimes()
{
    ShowNotesView view(m_themes);
    view.resize(800, 500);
    view.show();
    app::markup::RichText text;
    text.text = QStringLiteral("Jump to (4:30) now, or 59:59");
    app::markup::Block block;
    block.length = text.text.size();
    text.blocks = {block};
    Timestamp sure;
    sure.start = MediaTime::fromMs(270'000);
    sure.span = {9, 4};
    Timestamp late;
    late.start = MediaTime::fromMs(3'599'000);
    late.span = {23, 5};
    view.setShowNotes({.text = text, .times = {sure, late}, .duration = Duration(1'634'000)});
    QSignalSpy activated(&view, &ShowNotesView::timeActivated);
    const auto click = [&](TextSpan span) {
        const QPoint point = view.reader().rectsOf(span).front().center().toPoint();
        QTest::mouseClick(view.reader().viewport(), Qt::LeftButton, {}, point);
    };
    click(late.span);
    QCOMPARE(activated.count(), 0);
    click(sure.span);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.at(0).at(0).value<TimeLink>().start, sure.start);
}

void TestViews::otherRecordingCanBeAccepted()
{
    ShowNotesView view(m_themes);
    view.resize(800, 500);
    view.show();
    app::markup::RichText text;
    text.text = QStringLiteral("Video\n1:30 Joke\n48:20 Tides");
    for (const auto &[offset, length] : {std::pair{0, 5}, std::pair{6, 9}, std::pair{16, 11}}) {
        app::markup::Block block;
        block.offset = offset;
        block.length = length;
        text.blocks.push_back(block);
    }
    Timestamp first;
    first.start = MediaTime::fromMs(90'000);
    first.span = {6, 4};
    first.recording = Recording::Other;
    Timestamp second = first;
    second.start = MediaTime::fromMs(2'900'000);
    second.span = {16, 5};
    NotesShown notes{.text = text, .times = {first, second}};
    notes.otherActions = {{QStringLiteral("link"), QStringLiteral("Link them")}};
    view.setShowNotes(notes);
    QCOMPARE(view.reader().document().banners.size(), std::size_t(1));
    QCOMPARE(view.reader().document().banners.front().block, std::size_t(1));
    QCOMPARE(view.reader().document().times.front().kind, TimeLink::Kind::OtherRecording);
    QSignalSpy chosen(&view, &ShowNotesView::noticeActionTriggered);
    view.findChild<QAbstractButton *>(QStringLiteral("link"))->click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("link"));
    notes.linkOthers = true;
    notes.decided = TimesNotice{{}, QStringLiteral("You said so."), {}};
    view.setShowNotes(notes);
    QCOMPARE(view.reader().document().banners.size(), std::size_t(1));
    QCOMPARE(view.reader().document().times.front().kind, TimeLink::Kind::Sure);
}

void TestViews::onlyWebLinksLeave()
{
    ShowNotesView view(m_themes);
    QSignalSpy opened(&view, &ShowNotesView::openLinkRequested);
    for (const char *address : {"file:///etc/passwd",
                                "javascript:alert(1)",
                                "ftp://example.org",
                                "#part",
                                "",
                                "http://"}) {
        emit view.reader().linkActivated(QString::fromLatin1(address));
    }
    QCOMPARE(opened.count(), 0);
    emit view.reader().linkActivated(QStringLiteral("https://example.org/a?b=c"));
    emit view.reader().linkActivated(QStringLiteral("mailto:a@example.org"));
    QCOMPARE(opened.count(), 2);
}

QTEST_MAIN(TestViews)
#include "tst_views.moc"
