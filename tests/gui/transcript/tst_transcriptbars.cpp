// SPDX-License-Identifier: GPL-3.0-or-later
// The speaker filter, the jump to a time, menus and wishes of a transcript.
#include "tests/gui/transcript/talkfixture.h"
#include "ui/transcript/findbar.h"
#include "ui/transcript/jumpbar.h"
#include "ui/transcript/speakerbar.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace ui::transcript;
using app::transcripts::ReadingText;
using ui::theme::ThemeManager;

class TestTranscriptBars final : public tests::TalkTest
{
    Q_OBJECT

private slots:

    void init() { setUp(); }

    void cleanup() { tearDown(); }

    void filterFoldsOthers();
    void foldOpensOnClickAndKey();
    void filterKeepsThePlace();
    void hiddenTurnsAreNotSet();
    void followStillWorksWhenFiltered();
    void findOpensAFold();
    void foldsSpeakToScreenReaders();
    void copyLeavesHiddenTurnsOut();
    void chipsChoose();
    void readsTimesToJumpTo_data();
    void readsTimesToJumpTo();
    void jumpSaysWhatIsWrong();
    void jumpResumesFollowing();
    void nameOpensAMenu();
    void menuHasTheWishes();
    void ownMenuGivesWay();
    void wishesByKey();
    void correctedTextKeepsThePlace();
};

void TestTranscriptBars::filterFoldsOthers()
{
    QSignalSpy changed(m_view.get(), &TranscriptView::speakerFilterChanged);
    QCOMPARE(
        m_view->speakers(),
        QStringList({QStringLiteral("Ines"), QStringLiteral("Tobias"), QStringLiteral("Ada")}));
    m_view->setSpeakerFilter({QStringLiteral("Tobias")});
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_view->findChild<SpeakerBar *>()->isVisible());
    QVERIFY(m_view->reader().isFolded(offsetOf(QStringLiteral("Turn 0"))));
    QVERIFY(!m_view->reader().isFolded(offsetOf(QStringLiteral("Turn 1 "))));
    QVERIFY(m_view->reader().rectsOf({offsetOf(QStringLiteral("Turn 2 ")), 4}).empty());
    QVERIFY(!m_view->reader().rectsOf({offsetOf(QStringLiteral("Turn 4 ")), 4}).empty());
    m_view->setSpeakerFilter({QStringLiteral("Nobody")});
    QVERIFY(m_view->speakerFilter().isEmpty());
    QVERIFY(!m_view->reader().isFolded(offsetOf(QStringLiteral("Turn 0"))));
}

void TestTranscriptBars::foldOpensOnClickAndKey()
{
    m_view->setSpeakerFilter({QStringLiteral("Ines")});
    ReaderView &reader = m_view->reader();
    const QRectF before = reader.rectsOf({0, 4}).front();
    const QRectF after = reader.rectsOf({offsetOf(QStringLiteral("Turn 3 ")), 4}).front();
    const QPoint fold(qRound(before.left()) + 20, qRound((before.bottom() + after.top()) / 2));
    QCOMPARE(reader.hitTest(fold).kind, ReaderHit::Kind::Fold);
    QTest::mouseClick(reader.viewport(), Qt::LeftButton, {}, fold);
    QVERIFY(!reader.isFolded(offsetOf(QStringLiteral("Turn 1 "))));
    QVERIFY(reader.isFolded(offsetOf(QStringLiteral("Turn 4 "))));
    // The caret walks over the next fold, and Enter on it opens it.
    const qsizetype end = offsetOf(QStringLiteral("Turn 4 ")) - 1;
    reader.select({end, 0});
    QTest::keyClick(&reader, Qt::Key_Right);
    QCOMPARE(reader.caret(), end + 1);
    QTest::keyClick(&reader, Qt::Key_Right);
    QCOMPARE(reader.caret(), offsetOf(QStringLiteral("Turn 6 ")));
    QTest::keyClick(&reader, Qt::Key_Left);
    QCOMPARE(reader.caret(), end + 1);
    QTest::keyClick(&reader, Qt::Key_Return);
    QVERIFY(!reader.isFolded(offsetOf(QStringLiteral("Turn 4 "))));
}

void TestTranscriptBars::filterKeepsThePlace()
{
    m_view->reader().follow().userMoved();
    const qsizetype place = offsetOf(QStringLiteral("Turn 31 "));
    m_view->reader().scrollTo(place, 0);
    QCOMPARE(m_view->reader().firstVisible(), place);
    m_view->setSpeakerFilter({QStringLiteral("Tobias")});
    QCOMPARE(m_view->reader().firstVisible(), place);
    m_view->setSpeakerFilter({});
    QCOMPARE(m_view->reader().firstVisible(), place);
}

void TestTranscriptBars::hiddenTurnsAreNotSet()
{
    m_text = tests::makeTalk(6'000);
    m_view->setTranscript(m_text);
    m_view->setSpeakerFilter({QStringLiteral("Ada")});
    const int before = m_view->reader().layoutsMade();
    m_view->reader().scrollTo(offsetOf(QStringLiteral("Turn 3002 ")), 0.4);
    (void)m_view->grab();
    // Of three turns two are hidden and one line stands for both.
    QVERIFY2(m_view->reader().layoutsMade() - before < 90,
             qPrintable(QString::number(m_view->reader().layoutsMade() - before)));
    // One run of thousands is passed over at once.
    app::transcripts::Transcript one;
    for (int i = 0; i < 6'000; ++i) {
        app::transcripts::Cue cue;
        cue.start = MediaTime::fromMs(i * 1000);
        cue.end = MediaTime::fromMs(i * 1000 + 900);
        cue.speaker = i == 0 ? QStringLiteral("A") : QStringLiteral("B%1").arg(i % 7);
        cue.body = QStringLiteral("Words.");
        one.cues.push_back(cue);
    }
    m_view->setTranscript(app::transcripts::makeReadingText(one));
    const int start = m_view->reader().layoutsMade();
    m_view->setSpeakerFilter({QStringLiteral("A")});
    (void)m_view->grab();
    QVERIFY(m_view->reader().layoutsMade() - start < 20);
}

void TestTranscriptBars::followStillWorksWhenFiltered()
{
    m_view->setSpeakerFilter({QStringLiteral("Ines")});
    for (const int turn : {30, 31, 32, 45, 46}) {
        m_view->setPosition(MediaTime::fromMs(turn * 4000 + 500));
        const int shown = turn / 3 * 3;
        const QPoint place = pointOf(offsetOf(QStringLiteral("Turn %1 ").arg(shown)));
        const double part = static_cast<double>(place.y()) / m_view->reader().height();
        QVERIFY2(part > 0.05 && part < 0.75, qPrintable(QString::number(part)));
    }
    QVERIFY(m_view->isFollowing());
}

void TestTranscriptBars::findOpensAFold()
{
    m_view->setSpeakerFilter({QStringLiteral("Ines")});
    m_view->find();
    auto *field = m_view->findChild<QLineEdit *>(QStringLiteral("findField"));
    field->setText(QStringLiteral("turn 31 "));
    const qsizetype found = offsetOf(QStringLiteral("Turn 31 "));
    QVERIFY(!m_view->reader().isFolded(found));
    QVERIFY(!m_view->reader().rectsOf({found, 4}).empty());
    QVERIFY(m_view->reader().isFolded(offsetOf(QStringLiteral("Turn 34 "))));
}

void TestTranscriptBars::foldsSpeakToScreenReaders()
{
    m_view->setSpeakerFilter({QStringLiteral("Ines")});
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&m_view->reader());
    QAccessibleInterface *fold = face->child(1);
    QCOMPARE(fold->role(), QAccessible::Button);
    QCOMPARE(fold->text(QAccessible::Name), QStringLiteral("… 2 turns hidden"));
    QVERIFY(face->child(2)->state().invisible);
    QVERIFY(!face->child(3)->state().invisible);
    fold->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(!m_view->reader().isFolded(offsetOf(QStringLiteral("Turn 1 "))));
    QCOMPARE(face->child(1)->role(), QAccessible::Paragraph);
    QCOMPARE(face->child(1)->text(QAccessible::Name), QStringLiteral("Tobias, 4 seconds"));
}

void TestTranscriptBars::copyLeavesHiddenTurnsOut()
{
    m_view->setSpeakerFilter({QStringLiteral("Ines")});
    m_view->reader().select({0, offsetOf(QStringLiteral("Turn 4 "))});
    m_view->copyWithTimes();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.startsWith(QStringLiteral("[0:00] Ines: Turn 0")));
    QVERIFY(copied.contains(QStringLiteral("Turn 3")));
    QVERIFY(!copied.contains(QStringLiteral("Turn 1 ")));
}

void TestTranscriptBars::chipsChoose()
{
    auto *bar = m_view->findChild<SpeakerBar *>();
    QVERIFY(bar->isHidden());
    m_view->toggleSpeakers();
    QVERIFY(bar->isVisible());
    auto *everybody = bar->findChild<QAbstractButton *>(QStringLiteral("speakerChip0"));
    auto *tobias = bar->findChild<QAbstractButton *>(QStringLiteral("speakerChip2"));
    QVERIFY(everybody->isChecked() && everybody->hasFocus());
    QCOMPARE(tobias->accessibleName(), QStringLiteral("Tobias"));
    QTest::mouseClick(tobias, Qt::LeftButton);
    QCOMPARE(m_view->speakerFilter(), QStringList(QStringLiteral("Tobias")));
    QVERIFY(!everybody->isChecked());
    everybody->setFocus();
    QTest::keyClick(everybody, Qt::Key_Right);
    QTest::keyClick(bar->focusWidget(), Qt::Key_Space);
    QCOMPARE(m_view->speakerFilter(),
             QStringList({QStringLiteral("Ines"), QStringLiteral("Tobias")}));
    QTest::mouseClick(everybody, Qt::LeftButton);
    QVERIFY(m_view->speakerFilter().isEmpty());
    QVERIFY(everybody->isChecked());
    QTest::mouseClick(tobias, Qt::LeftButton);
    QTest::keyClick(tobias, Qt::Key_Escape);
    QVERIFY(bar->isHidden());
    QVERIFY(m_view->speakerFilter().isEmpty());
    QVERIFY(m_view->reader().hasFocus());
}

void TestTranscriptBars::readsTimesToJumpTo_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("seconds"); // -1: none
    QTest::newRow("m:ss") << QStringLiteral("4:30") << 270;
    QTest::newRow("h:mm:ss") << QStringLiteral(" 1:02:03 ") << 3723;
    QTest::newRow("seconds") << QStringLiteral("270") << 270;
    QTest::newRow("on") << QStringLiteral("+30") << 130;
    QTest::newRow("on by minutes") << QStringLiteral("+1:30") << 190;
    QTest::newRow("back") << QStringLiteral("-30") << 70;
    QTest::newRow("back, typeset") << QStringLiteral("−0:30") << 70;
    QTest::newRow("back beyond the start") << QStringLiteral("-500") << 0;
    QTest::newRow("Arabic digits") << QStringLiteral("٤:٣٠") << 270;
    QTest::newRow("full width") << QStringLiteral("４：３０") << 270;
    QTest::newRow("words") << QStringLiteral("half past") << -1;
    QTest::newRow("empty") << QString() << -1;
    QTest::newRow("only a sign") << QStringLiteral("+") << -1;
    QTest::newRow("beyond the end") << QStringLiteral("3:00:00") << -1;
    QTest::newRow("too many digits") << QStringLiteral("9").repeated(300) << -1;
}

void TestTranscriptBars::readsTimesToJumpTo()
{
    QFETCH(const QString, typed);
    QFETCH(const int, seconds);
    const TimeEntry entry = readTimeEntry(typed, MediaTime::fromMs(100'000), std::chrono::hours(2));
    QCOMPARE(entry.time.has_value(), seconds >= 0);
    QCOMPARE(entry.problem.isEmpty(), seconds >= 0);
    if (entry.time) {
        QCOMPARE(entry.time->ms(), seconds * 1000);
    }
}

void TestTranscriptBars::jumpSaysWhatIsWrong()
{
    m_view->setDuration(std::chrono::seconds(240));
    QSignalSpy seek(m_view.get(), &TranscriptView::seekRequested);
    m_view->jumpToTime();
    auto *bar = m_view->findChild<JumpBar *>();
    auto *field = m_view->findChild<QLineEdit *>(QStringLiteral("jumpField"));
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("5:00"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(seek.count(), 0);
    QVERIFY(bar->isVisible());
    QCOMPARE(m_view->findChild<QWidget *>(QStringLiteral("jumpWords"))->accessibleName(),
             QStringLiteral("This recording ends at 4:00."));
    QTest::keyClick(field, Qt::Key_Backspace);
    field->setText(QStringLiteral("1:30"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(seek.count(), 1);
    QCOMPARE(seek.at(0).at(0).value<MediaTime>(), MediaTime::fromMs(90'000));
    QVERIFY(bar->isHidden());
    QVERIFY(m_view->reader().hasFocus());
    m_view->jumpToTime();
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(bar->isHidden());
}

void TestTranscriptBars::jumpResumesFollowing()
{
    m_view->setPosition(MediaTime::fromMs(10'000));
    m_view->reader().verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMaximum);
    QVERIFY(!m_view->isFollowing());
    m_view->setPosition(MediaTime::fromMs(10'250));
    m_view->setPosition(MediaTime::fromMs(12'500));
    QVERIFY(!m_view->isFollowing());
    m_view->setPosition(MediaTime::fromMs(90'000));
    QVERIFY(m_view->isFollowing());
}

void TestTranscriptBars::nameOpensAMenu()
{
    const QRectF words = m_view->reader().rectsOf({0, 1}).front();
    QSignalSpy rename(m_view.get(), &TranscriptView::renameSpeakerRequested);
    QTest::mouseClick(m_view->reader().viewport(),
                      Qt::LeftButton,
                      {},
                      QPoint(qRound(words.left()) - 24, qRound(words.center().y())));
    auto *menu = m_view->findChild<QMenu *>(QStringLiteral("speakerMenu"));
    QVERIFY(menu);
    menu->findChild<QAction *>(QStringLiteral("menuRename"))->trigger();
    QCOMPARE(rename.value(0).value(0).toString(), QStringLiteral("Ines"));
    menu->findChild<QAction *>(QStringLiteral("menuOnly"))->trigger();
    QCOMPARE(m_view->speakerFilter(), QStringList(QStringLiteral("Ines")));
    menu->close();
}

void TestTranscriptBars::menuHasTheWishes()
{
    const QPoint point = pointOf(offsetOf(QStringLiteral("another")));
    QContextMenuEvent event(
        QContextMenuEvent::Mouse, point, m_view->reader().viewport()->mapToGlobal(point));
    QCoreApplication::sendEvent(m_view->reader().viewport(), &event);
    auto *menu = m_view->findChild<QMenu *>(QStringLiteral("readerMenu"));
    QVERIFY(menu);
    QSignalSpy correct(m_view.get(), &TranscriptView::correctRequested);
    QSignalSpy seek(m_view.get(), &TranscriptView::seekRequested);
    menu->findChild<QAction *>(QStringLiteral("menuCorrect"))->trigger();
    QCOMPARE(correct.value(0).value(0).value<SelectedText>().text,
             QStringLiteral("It ends with another one here."));
    menu->findChild<QAction *>(QStringLiteral("menuPlay"))->trigger();
    QCOMPARE(seek.count(), 1);
    QVERIFY(!menu->findChild<QAction *>(QStringLiteral("menuCopyTimes")));
    menu->close();
    m_view->reader().select({0, 6});
    QMenu second;
    m_view->addTextActions(second, m_view->reader().hitAtFocus());
    second.findChild<QAction *>(QStringLiteral("menuCopyTimes"))->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("[0:00] Ines: Turn 0"));
    second.findChild<QAction *>(QStringLiteral("menuCopy"))->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Turn 0"));
}

void TestTranscriptBars::ownMenuGivesWay()
{
    QSignalSpy wished(m_view.get(), &TranscriptView::contextMenuRequested);
    m_view->reader().select({10, 0});
    QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(0, 0), QPoint(0, 0));
    QCoreApplication::sendEvent(&m_view->reader(), &key);
    QCOMPARE(wished.count(), 1);
    QVERIFY(!m_view->findChild<QMenu *>(QStringLiteral("readerMenu")));
    const auto hit = wished.at(0).at(0).value<ReaderHit>();
    QCOMPARE(hit.offset, 10);
    QCOMPARE(hit.speaker, QStringLiteral("Ines"));
    QVERIFY(m_view->rect().contains(m_view->mapFromGlobal(wished.at(0).at(1).toPoint())));
}

void TestTranscriptBars::wishesByKey()
{
    QSignalSpy rename(m_view.get(), &TranscriptView::renameSpeakerRequested);
    QSignalSpy correct(m_view.get(), &TranscriptView::correctRequested);
    m_view->reader().select({offsetOf(QStringLiteral("Turn 1 ")), 0});
    QTest::keyClick(&m_view->reader(), Qt::Key_F2);
    QCOMPARE(rename.value(0).value(0).toString(), QStringLiteral("Tobias"));
    m_view->correct();
    const auto words = correct.value(0).value(0).value<SelectedText>();
    QCOMPARE(words.text, QStringLiteral("Turn 1 begins with a sentence."));
    QCOMPARE(words.speaker, QStringLiteral("Tobias"));
    QVERIFY(words.time);
    m_view->reader().select({0, 4});
    m_view->correct();
    QCOMPARE(correct.value(1).value(0).value<SelectedText>().text, QStringLiteral("Turn"));
}

void TestTranscriptBars::correctedTextKeepsThePlace()
{
    m_view->setSpeakerFilter({QStringLiteral("Ada")});
    m_view->reader().scrollTo(offsetOf(QStringLiteral("Turn 32 ")), 0);
    m_view->reader().follow().userMoved();
    const qsizetype seen = m_view->reader().firstVisible();
    ReadingText corrected = m_text;
    corrected.text.replace(0, 4, QStringLiteral("TURN"));
    m_view->updateTranscript(corrected);
    QCOMPARE(m_view->speakerFilter(), QStringList(QStringLiteral("Ada")));
    QCOMPARE(m_view->reader().firstVisible(), seen);
    QVERIFY(!m_view->isFollowing());
    QVERIFY(m_view->reader().document().text.startsWith(QStringLiteral("TURN")));
}

QTEST_MAIN(TestTranscriptBars)
#include "tst_transcriptbars.moc"
