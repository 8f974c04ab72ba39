// SPDX-License-Identifier: GPL-3.0-or-later
// All notes in the real window: written in, changed together, played in turn, lost and found.
#include "app/session/history.h"
#include "app/session/notebook.h"
#include "tests/journeys/window/windowrun.h"
#include "ui/notes/notepage.h"
#include "ui/notes/notesview.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>

#include <memory>

using namespace std::chrono_literals;
using app::playback::PlayerState;
using app::timestamps::MediaTime;
using tests::WindowRun;
using ui::notes::NotesView;

namespace {

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

} // namespace

class NotesJourney : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        const QByteArray sound = tests::codedPiece(m_sounds, QStringLiteral("mp3"), 0, 30);
        QVERIFY2(!sound.isEmpty(), "ffmpeg is needed to make the sound");
        m_server.set(QStringLiteral("/1.mp3"), {.body = sound, .contentType = "audio/mpeg"});
        m_server.set(QStringLiteral("/tidewater"),
                     tests::feedRoute(QStringLiteral("Tidewater"), episode("a") + episode("b")));
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = std::make_unique<WindowRun>(*m_folder);
        QCOMPARE(m_run->follow(m_server.address(QStringLiteral("/tidewater"))), 2);
        QTRY_COMPARE(m_run->list().model()->rowCount(), 2);
        QVERIFY(keep("a", 2'000, 4'000, "The line hung there."));
        QVERIFY(keep("a", 10'000, 12'000, "Ask for the list."));
        QVERIFY(keep("b", 5'000, 7'000, "Who said so?"));
        m_run->give("nav.notes");
        QTRY_COMPARE(rows().model()->rowCount(), 5);
        QTRY_VERIFY(view().page().note());
    }

    void cleanup()
    {
        m_run.reset();
        m_folder.reset();
    }

    void textIsKeptAsItIsTyped()
    {
        const auto id = view().page().note()->id;
        view().page().focusText();
        QTest::keyClicks(view().page().findChild<QPlainTextEdit *>(QStringLiteral("noteText")),
                         QStringLiteral(" #tide"));
        QTRY_VERIFY(find(id).tags.contains(QStringLiteral("tide")));
        QTRY_COMPARE(
            view().page().findChild<QWidget *>(QStringLiteral("noteStatus"))->accessibleName(),
            QStringLiteral("Saved"));
    }

    void severalAreChangedAsOneStep()
    {
        rows().setFocus();
        QTest::keyClick(&rows(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&rows(), Qt::Key_3);
        QTRY_COMPARE(count([](const auto &note) { return note.color == app::notes::Color::Blue; }),
                     3);
        QTest::keyClick(&rows(), Qt::Key_Delete);
        QTRY_COMPARE(count([](const auto &) { return true; }), 0);
        QTRY_VERIFY(m_run->message().startsWith(QStringLiteral("3 ")));
        m_run->give("edit.undo");
        QTRY_COMPARE(count([](const auto &) { return true; }), 3);
        // Undo pressed right after takes back the deletion, on disk by then or not.
        QTest::keyClick(&rows(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&rows(), Qt::Key_Delete);
        m_run->give("edit.undo");
        QTRY_COMPARE(rows().model()->rowCount(), 5);
        QCOMPARE(count([](const auto &) { return true; }), 3);
        m_run->give("edit.undo");
        QTRY_COMPARE(count([](const auto &note) { return note.color == app::notes::Color::Blue; }),
                     0);
        QTRY_COMPARE(rows().model()->rowCount(), 5);
    }

    void notesArePlayedInTurn()
    {
        m_run->find<QAbstractButton>("notesPlayAll")->click();
        auto *const turn = m_run->find<QWidget>("turnBar");
        QTRY_VERIFY(turn->isVisible());
        const auto first = view().page().note()->start;
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
        QTRY_VERIFY(m_run->player().position() >= first);
        m_run->hear(2'500ms);
        QTRY_COMPARE(m_run->find<QWidget>("turnWords")->accessibleName(),
                     QStringLiteral("Playing note 2 of 3"));
        m_run->find<QAbstractButton>("turnEnd")->click();
        QVERIFY(!turn->isVisible());
        QCOMPARE(m_run->player().state(), PlayerState::Playing);
    }

    void wordsAreCopied()
    {
        rows().setFocus();
        QTest::keyClick(&rows(), Qt::Key_C);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(QLatin1String("> ")));
        QTRY_VERIFY(!m_run->message().isEmpty());
    }

private:
    [[nodiscard]] QString episode(const char *guid) const
    {
        return tests::feedItem(m_server, QLatin1String(guid), QStringLiteral("/1.mp3"));
    }

    [[nodiscard]] bool keep(const char *guid, qint64 from, qint64 to, const char *quote)
    {
        app::session::NewNote note;
        note.episode = m_run->stored(QLatin1String(guid)).row.id;
        note.start = at(from);
        note.end = at(to);
        note.anchor.quote = QLatin1String(quote);
        return tests::await(m_run->session->notebook().add(note)).has_value();
    }

    [[nodiscard]] app::notes::Note find(const app::base::NoteId &id)
    {
        return tests::await(m_run->session->notebook().find(id.text())).value_or({});
    }

    template <typename Wanted>
    [[nodiscard]] int count(Wanted wanted)
    {
        const auto notes = tests::await(m_run->session->notebook().list({}));
        return notes ? static_cast<int>(std::count_if(notes->begin(), notes->end(), wanted)) : -1;
    }

    [[nodiscard]] NotesView &view() { return *m_run->find<NotesView>(); }

    [[nodiscard]] QListView &rows() { return *m_run->find<QListView>("allNotes"); }

    tests::HttpFixture m_server;
    QTemporaryDir m_sounds;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowRun> m_run;
};

QTEST_MAIN(NotesJourney)
#include "tst_notes.moc"
