// SPDX-License-Identifier: GPL-3.0-or-later
// Marks in the real window, by keys and by a media key: looking back, of a moment, from here to
// there, and the time of a note that is written while the sound goes on.
#include "app/platform/mediacontrols.h"
#include "app/session/notebook.h"
#include "app/session/notemarks.h"
#include "tests/journeys/window/windowrun.h"
#include "ui/notes/noteeditor.h"
#include "ui/transcript/selectionstrip.h"
#include "ui/transcript/transcriptview.h"

#include <QAbstractButton>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>

#include <memory>

using namespace std::chrono_literals;
using app::notes::Note;
using app::playback::PlayerState;
using app::session::NoteMarks;
using app::settings::MarkKey;
using app::timestamps::MediaTime;
using tests::WindowRun;

namespace {

/// A sentence every four seconds.
const QByteArray words = "WEBVTT\n\n"
                         "00:00.000 --> 00:04.000\nThe line hung there.\n\n"
                         "00:04.000 --> 00:08.000\nEvery reading came from it.\n\n"
                         "00:08.000 --> 00:12.000\nNobody noticed.\n\n"
                         "00:12.000 --> 00:16.000\nWho said so?\n\n"
                         "00:16.000 --> 00:20.000\nThe ledger did.\n";

constexpr MediaTime at(qint64 seconds)
{
    return MediaTime::fromMs(1000 * seconds);
}

} // namespace

class MarksJourney : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        const QByteArray sound = tests::codedPiece(m_sounds, QStringLiteral("mp3"), 0, 60);
        QVERIFY2(!sound.isEmpty(), "ffmpeg is needed to make the sound");
        m_server.set(QStringLiteral("/1.mp3"), {.body = sound, .contentType = "audio/mpeg"});
        m_server.set(QStringLiteral("/1.vtt"), {.body = words, .contentType = "text/vtt"});
        const QString link = QStringLiteral("<podcast:transcript url=\"%1\" type=\"text/vtt\"/>")
                                 .arg(m_server.address(QStringLiteral("/1.vtt")));
        m_server.set(
            QStringLiteral("/feed"),
            tests::feedRoute(
                QStringLiteral("Tidewater"),
                tests::feedItem(m_server, QStringLiteral("1"), QStringLiteral("/1.mp3"), link)));
    }

    /// The sound stands still in the second sentence, its words known.
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = std::make_unique<WindowRun>(*m_folder);
        QCOMPARE(m_run->follow(m_server.address(QStringLiteral("/feed"))), 1);
        QTRY_COMPARE(m_run->list().model()->rowCount(), 1);
        QVERIFY(m_run->choose(QStringLiteral("Episode 1")));
        m_run->give("ep.play");
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
        QTRY_VERIFY(marks().transcript());
        QTRY_VERIFY(m_run->timeline().duration());
        QTRY_VERIFY((m_run->hear(500ms), m_run->player().position() > at(5)));
        m_run->player().pause();
        QTRY_COMPARE(m_run->player().state(), PlayerState::Paused);
        const MediaTime heard = m_run->player().position();
        QVERIFY2(heard > at(4) && heard < at(8), qPrintable(QString::number(heard.ms())));
        m_run->list().setFocus();
    }

    void cleanup()
    {
        m_run.reset();
        m_folder.reset();
    }

    void lookingBack()
    {
        press(Qt::Key_M);
        QTRY_COMPARE(m_run->message(), QStringLiteral("Marked 0:00–0:08"));
        // The message hides nothing of the timeline.
        QVERIFY(m_run->find<ui::widgets::MessageBar>()->geometry().bottom() < m_run->bar().y());
        QCOMPARE(notes().size(), 1U);
        QCOMPARE(notes().front().anchor.quote,
                 QStringLiteral("The line hung there. Every reading came from it."));
    }

    void aMoment()
    {
        press(Qt::Key_B);
        QTRY_COMPARE(notes().size(), 1U);
        QVERIFY(!notes().front().end);
        QTRY_VERIFY(m_run->message().startsWith(QStringLiteral("Marked 0:0")));
    }

    void fromHereToThere()
    {
        const QString idle = button().accessibleName();
        press(Qt::Key_B, Qt::ShiftModifier);
        const QString from = QStringLiteral("0:0%1").arg(m_run->player().position().ms() / 1000);
        QCOMPARE(m_run->message(), QStringLiteral("Marking from %1").arg(from));
        QCOMPARE(button().accessibleName(), QStringLiteral("Mark from %1").arg(from));
        QVERIFY(notes().empty());
        goTo(at(14));
        press(Qt::Key_B, Qt::ShiftModifier);
        QTRY_COMPARE(m_run->message(), QStringLiteral("Marked 0:04–0:16"));
        QCOMPARE(notes().size(), 1U);
        QCOMPARE(button().accessibleName(), idle);
        // Its button ends one, too.
        press(Qt::Key_B, Qt::ShiftModifier);
        QVERIFY(marks().rangeStart());
        button().click();
        QTRY_COMPARE(notes().size(), 2U);
        QVERIFY(!marks().rangeStart());
    }

    void escapeGivesItUp()
    {
        QAction *const cancel = m_run->window.commands().action(QStringLiteral("mark.cancel"));
        QVERIFY(!cancel->isEnabled());
        press(Qt::Key_B, Qt::ShiftModifier);
        QVERIFY(marks().rangeStart());
        QVERIFY(cancel->isEnabled());
        press(Qt::Key_Escape);
        QVERIFY(!marks().rangeStart());
        QVERIFY(!cancel->isEnabled());
        // In the menu, too.
        press(Qt::Key_B, Qt::ShiftModifier);
        cancel->trigger();
        QVERIFY(!marks().rangeStart());
        m_run->settle();
        QVERIFY(notes().empty());
    }

    void aMediaKeyMarksWhenItIsMeantTo()
    {
        auto settings = m_run->settings.notes();
        QCOMPARE(settings.markKey, MarkKey::None);
        emit desktop().previousRequested();
        QTRY_COMPARE(m_run->player().position(), MediaTime());
        settings.markKey = MarkKey::Previous;
        restart(settings);
        goTo(at(6));
        const QSignalSpy marked(&marks(), &NoteMarks::marked);
        emit desktop().previousRequested();
        QTRY_COMPARE(marked.size(), 1);
        QCOMPARE(notes().size(), 1U);
        // As a key of the window, too.
        press(Qt::Key_MediaPrevious);
        QTRY_COMPARE(marked.size(), 2);
        QCOMPARE(m_run->player().position(), at(6));
        // The others do what they always did.
        emit desktop().nextRequested();
        QTRY_COMPARE(m_run->player().position(), at(36));
    }

    /// Opening the card is not yet writing.
    void aNoteIsOfItsFirstKey()
    {
        openCard();
        goTo(at(13));
        QTest::keyClicks(text(), QStringLiteral("Look it up"));
        goTo(at(18));
        QTest::keyClicks(text(), QStringLiteral(" #tide"));
        QTest::keyClick(text(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(notes().size(), 1U);
        QVERIFY(notes().front().start >= at(12) && notes().front().start < at(18));
        QCOMPARE(notes().front().tags, QStringList{QStringLiteral("tide")});
    }

    void theSoundWaitsWhileSomethingIsWritten()
    {
        goTo(at(12));
        resumeAndWait();
        write(QStringLiteral("W"));
        QTRY_COMPARE(m_run->player().state(), PlayerState::Paused);
        const MediaTime paused = m_run->player().position();
        QTest::keyClick(text(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
        QTRY_VERIFY(m_run->player().position() < paused);
        // Or only until no key is pressed any more.
        auto settings = m_run->settings.notes();
        settings.pause = app::settings::TypingPause::WhileTyping;
        restart(settings);
        goTo(at(12));
        resumeAndWait();
        const QSignalSpy states(&m_run->player(), &app::playback::Player::stateChanged);
        write(QStringLiteral("W"));
        QTRY_VERIFY(states.size() >= 2 && m_run->player().state() == PlayerState::Playing);
        QVERIFY(m_run->find<ui::notes::NoteEditor>()->isVisible());
    }

    void whatIsBeingWrittenOutlivesACrash()
    {
        write(QStringLiteral("Half a thought"));
        QTRY_VERIFY(tests::wholeFile(draftPath()).contains("Half a thought"));
        const QByteArray draft = tests::wholeFile(draftPath());
        QTest::keyClick(text(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(notes().size(), 1U);
        QTRY_VERIFY(!QFile::exists(draftPath()));
        // As if it had come to an end before it was saved.
        QVERIFY(tests::await(m_run->session->notebook().remove(notes().front().id)).has_value());
        m_run.reset();
        QFile file(draftPath());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(draft) == draft.size());
        file.close();
        m_run = std::make_unique<WindowRun>(*m_folder);
        QTRY_COMPARE(notes().size(), 1U);
        QCOMPARE(notes().front().text, QStringLiteral("Half a thought"));
        QTRY_VERIFY(!QFile::exists(draftPath()));
    }

    void aDraftThatCannotBeReadIsSetAside()
    {
        m_run.reset();
        QFile file(draftPath());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("1\n{\"checksum\"") > 0);
        file.close();
        m_run = std::make_unique<WindowRun>(*m_folder);
        QTRY_VERIFY(!QFile::exists(draftPath()));
        QTRY_COMPARE(
            tests::wholeFile(m_folder->filePath(QStringLiteral("library/draft-unsaved.jsonl"))),
            QByteArray("1\n{\"checksum\""));
        QVERIFY(notes().empty());
        // The next is kept all the same.
        write(QStringLiteral("A thought"));
        QTRY_VERIFY(tests::wholeFile(draftPath()).contains("A thought"));
    }

    void closingTheWindowSavesWhatIsBeingWritten()
    {
        write(QStringLiteral("Half a thought"));
        restart(m_run->settings.notes());
        QTRY_VERIFY(!QFile::exists(draftPath()));
        QCOMPARE(notes().size(), 1U);
        QCOMPARE(notes().front().text, QStringLiteral("Half a thought"));
    }

    void coloursAreCalledAsTheListenerCallsThem()
    {
        auto settings = m_run->settings.notes();
        settings.colorNames.front() = QStringLiteral("Definition");
        restart(settings);
        m_run->give("reader.transcript");
        auto *const text = m_run->find<ui::transcript::TranscriptView>();
        QTRY_VERIFY(text->hasText());
        QCOMPARE(text->strip().colorName(app::notes::Color::Yellow),
                 QStringLiteral("Yellow, Definition"));
        text->reader().select({0, 8});
        QMenu menu;
        text->addTextActions(menu, {});
        auto *const colors = menu.findChild<QMenu *>(QStringLiteral("menuColors"));
        QVERIFY(colors);
        QCOMPARE(colors->actions().size(), 5);
        QCOMPARE(colors->actions().front()->text(), QStringLiteral("Yellow, Definition"));
        colors->actions().at(2)->trigger();
        QTRY_COMPARE(notes().size(), 1U);
        QCOMPARE(notes().front().color, app::notes::Color::Blue);
    }

private:
    void press(Qt::Key key, Qt::KeyboardModifiers held = {})
    {
        QTest::keyClick(&m_run->list(), key, held);
    }

    /// Once the reader has the episode.
    void openCard()
    {
        auto *const card = m_run->find<ui::notes::NoteEditor>();
        QTRY_VERIFY((m_run->give("note.new"), card->isVisible()));
    }

    void write(const QString &what)
    {
        openCard();
        QTest::keyClicks(text(), what);
    }

    [[nodiscard]] QPlainTextEdit *text()
    {
        return m_run->find<ui::notes::NoteEditor>()->findChild<QPlainTextEdit *>();
    }

    [[nodiscard]] QString draftPath() const
    {
        return m_folder->filePath(QStringLiteral("library/draft.jsonl"));
    }

    void resumeAndWait()
    {
        m_run->player().play();
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
    }

    /// While it stands still.
    void goTo(MediaTime place)
    {
        m_run->listening().seek(place);
        QTRY_COMPARE(m_run->player().position(), place);
    }

    void restart(const app::settings::NoteSettings &settings)
    {
        m_run->settings.store(settings);
        m_run.reset();
        m_run = std::make_unique<WindowRun>(*m_folder);
        QTRY_VERIFY(marks().transcript());
        QTRY_COMPARE(m_run->player().state(), PlayerState::Paused);
        m_run->list().setFocus();
    }

    [[nodiscard]] app::platform::MediaControls &desktop()
    {
        return *m_run->window.findChild<app::platform::MediaControls *>();
    }

    [[nodiscard]] NoteMarks &marks() { return m_run->session->noteMarks(); }

    [[nodiscard]] QAbstractButton &button() { return *m_run->find<QAbstractButton>("playerMark"); }

    [[nodiscard]] std::vector<Note> notes()
    {
        return tests::await(m_run->session->notebook().list({})).value_or({});
    }

    tests::HttpFixture m_server;
    QTemporaryDir m_sounds;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowRun> m_run;
};

QTEST_MAIN(MarksJourney)
#include "tst_marks.moc"
