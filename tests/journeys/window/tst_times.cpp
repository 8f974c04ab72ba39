// SPDX-License-Identifier: GPL-3.0-or-later
// Times in show notes, in the real window: what a click plays, what the listener decides about
// them, and how a list becomes chapters.
#include "app/session/notebook.h"
#include "tests/journeys/window/landing.h"
#include "tests/journeys/window/shownnotes.h"
#include "tests/journeys/window/windowjourney.h"
#include "ui/notes/noteeditor.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>

using namespace std::chrono_literals;
using app::playback::PlayerState;
using app::timestamps::MediaTime;
using ui::transcript::TimeLink;

namespace {

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

const QString list = QStringLiteral("<p>Read John 1:14 before you listen.</p>"
                                    "<ul><li>0:10 Hello</li><li>0:25 The wall</li>"
                                    "<li>0:50 The tide</li><li>1:20 Away</li></ul>");

/// Nothing but its words shows that it is one.
const QString sentence = QStringLiteral("<p>The bit about the tides 1:07 was mine.</p>");

const QString foreign =
    QStringLiteral("<p>All about tides.</p><p>Timestamps for the YouTube video:</p>"
                   "<ul><li>0:20 Intro</li><li>1:00 The wall</li><li>1:40 The tide</li></ul>"
                   "<p><a href=\"https://www.youtube.com/watch?v=abcdefghijk\">Watch</a></p>");

const QString hours = QStringLiteral("<p>Contents</p><ul><li>0:10 Hello</li><li>0:25 The wall</li>"
                                     "<li>1:05 The tide</li><li>2:10 Away</li></ul>");

} // namespace

class TimesJourney : public tests::WindowJourney
{
    Q_OBJECT

public slots:

    void takeUrl(const QUrl &url) { m_opened = url; }

private slots:

    void initTestCase()
    {
        QVERIFY2(serveSound(120), "ffmpeg is needed to make the sound");
        m_server.set(QStringLiteral("/tidewater"),
                     tests::feedRoute(QStringLiteral("Tidewater"),
                                      tests::notesItem(m_server, "list", "2:00", list)
                                          + tests::notesItem(m_server, "unsure", "2:00", sentence)
                                          + tests::notesItem(m_server, "foreign", "2:00", foreign)
                                          + tests::notesItem(m_server, "hours", "3:00:00", hours)
                                          + tests::notesItem(m_server, "more", "3:00:00", hours)));
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "takeUrl");
    }

    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }

    void init() { begin({{"/tidewater", 5}}); }

    void cleanup() { end(); }

    void unsureTimeIsAskedAbout()
    {
        play("unsure");
        const auto unsure = link(TimeLink::Kind::Unsure);
        QVERIFY(unsure);
        const auto isThere = [&] {
            return linkAt(unsure->offset).has_value();
        };
        QVERIFY(lands(*unsure, unsure->start.ms()));
        QTRY_VERIFY(m_run->message().contains(QLatin1String("Was that a time?")));
        QVERIFY(answer(QStringLiteral("Not a time")));
        QTRY_VERIFY(!isThere());
        undo();
        QTRY_VERIFY(isThere());
        QTRY_COMPARE(linkAt(unsure->offset)->kind, TimeLink::Kind::Unsure);
        // Once it is said to be one, nothing is asked any more.
        QVERIFY(lands(*unsure, unsure->start.ms()));
        QVERIFY(tests::waitFor([this] { return answer(QStringLiteral("Yes")); }));
        QTRY_COMPARE(linkAt(unsure->offset)->kind, TimeLink::Kind::Sure);
        m_run->find<ui::widgets::MessageBar>()->dismiss();
        QVERIFY(lands(*unsure, unsure->start.ms()));
        QVERIFY(m_run->message().isEmpty());
        startAgain();
        show("unsure");
        QTRY_VERIFY(isThere());
        QTRY_COMPARE(linkAt(unsure->offset)->kind, TimeLink::Kind::Sure);
    }

    void linkToAMoment()
    {
        show("list");
        QGuiApplication::clipboard()->clear();
        QVERIFY(openMenu(QStringLiteral("0:25")));
        QVERIFY(entries().contains(QStringLiteral("Play from 0:25")));
        QVERIFY(entries().contains(QStringLiteral("Add a note here")));
        QVERIFY(entries().contains(QStringLiteral("Not a time")));
        QVERIFY(entries().contains(QStringLiteral("This time is off…")));
        QVERIFY(pick(QStringLiteral("Copy link to this moment")));
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(QLatin1String("earmark://episode/")), qPrintable(copied));
        QVERIFY2(copied.endsWith(QLatin1String("/list?t=25")), qPrintable(copied));
        QCOMPARE(m_run->message(), QStringLiteral("Link copied."));
    }

    void noteAtATime()
    {
        show("list");
        QVERIFY(openMenu(QStringLiteral("0:50")));
        QVERIFY(pick(QStringLiteral("Add a note here")));
        auto *const card = m_run->find<ui::notes::NoteEditor>();
        QTRY_VERIFY(card->isVisible());
        auto *const text = card->findChild<QPlainTextEdit *>();
        QTest::keyClicks(text, QStringLiteral("Compare the tables"));
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(notes().size(), 1U);
        QCOMPARE(notes().front().start, at(50'000));
        QVERIFY(!notes().front().end);
        QCOMPARE(notes().front().text, QStringLiteral("Compare the tables"));
    }

    void timeThatIsOffIsMoved()
    {
        play("list");
        QVERIFY(openMenu(QStringLiteral("0:25")));
        QVERIFY(pick(QStringLiteral("This time is off…")));
        auto *const dialog = m_run->find<QDialog>("timeOffDialog");
        QVERIFY(dialog && dialog->isVisible());
        // By ear: each step is heard.
        QVERIFY(tests::heardAt(*m_run, 25'000 + 5'000, [&] { press(*dialog, "placeStep5000"); }));
        QVERIFY(tests::heardAt(*m_run, 31'000, [&] { press(*dialog, "placeStep1000"); }));
        QVERIFY(tests::heardAt(*m_run, 30'800, [&] { press(*dialog, "placeStep-200"); }));
        dialog->findChild<QCheckBox *>(QStringLiteral("shiftLater"))->click();
        save(*dialog);
        QTRY_COMPARE(linkOf(QStringLiteral("0:25"))->start, at(30'800));
        QVERIFY(lands(*linkOf(QStringLiteral("0:25")), 30'800));
        QVERIFY(lands(*linkOf(QStringLiteral("0:50")), 55'800));
        QVERIFY(lands(*linkOf(QStringLiteral("0:10")), 10'000));
        undo();
        QTRY_COMPARE(linkOf(QStringLiteral("0:25"))->start, at(25'000));
        QVERIFY(lands(*linkOf(QStringLiteral("0:50")), 50'000));
    }

    void lookAlikeIsMadeATime()
    {
        play("list");
        const QString verse = QStringLiteral("1:14");
        QVERIFY(!linkOf(verse));
        QVERIFY(openMenu(verse));
        QVERIFY(entries().contains(QStringLiteral("Play from 1:14")));
        QVERIFY(!entries().contains(QStringLiteral("Not a time")));
        QVERIFY(pick(QStringLiteral("This is a time")));
        QTRY_VERIFY(linkOf(verse));
        QVERIFY(lands(*linkOf(verse), 74'000));
        // And back, by the same menu.
        QVERIFY(openMenu(verse));
        QVERIFY(pick(QStringLiteral("Not a time")));
        QTRY_VERIFY(!linkOf(verse));
    }

    void shortFormIsReadTheOtherWay()
    {
        show("hours");
        const QString time = QStringLiteral("1:05");
        QTRY_VERIFY(linkOf(time));
        const auto before = linkOf(time)->start;
        const bool wereHours = before == at(3'900'000);
        QVERIFY(wereHours || before == at(65'000));
        const QString other =
            wereHours ? QStringLiteral("Read as 1:05") : QStringLiteral("Read as 1:05:00");
        QVERIFY(openMenu(time));
        QVERIFY2(entries().contains(other), qPrintable(entries().join(u'|')));
        QVERIFY(pick(other));
        QTRY_VERIFY(linkOf(time)->start == at(wereHours ? 65'000 : 3'900'000));
        QCOMPARE(linkOf(QStringLiteral("2:10"))->start, at(wereHours ? 130'000 : 7'800'000));
        // Another episode is read so when that is wished.
        QVERIFY(
            tests::waitFor([this] { return answer(QStringLiteral("In all of this podcast")); }));
        show("more");
        QTRY_VERIFY(linkOf(time) && linkOf(time)->start == at(wereHours ? 65'000 : 3'900'000));
    }

    void offsetIsSetByEar()
    {
        play("foreign");
        QTRY_COMPARE(linkOf(QStringLiteral("1:00"))->kind, TimeLink::Kind::OtherRecording);
        QTRY_VERIFY(banner("offset"));
        banner("offset")->click();
        auto *const dialog = m_run->find<QDialog>("offsetDialog");
        QVERIFY(dialog && dialog->isVisible());
        auto *const which = dialog->findChild<QComboBox *>();
        QCOMPARE(which->count(), 3);
        QVERIFY(which->itemText(1).contains(QLatin1String("The wall")));
        which->setCurrentIndex(1);
        auto *const place = dialog->findChild<QLineEdit *>(QStringLiteral("placeField"));
        QVERIFY(tests::heardAt(*m_run, 42'000, [place] {
            place->setText(QStringLiteral("0:42"));
            QTest::keyClick(place, Qt::Key_Return);
        }));
        save(*dialog);
        QTRY_VERIFY(linkOf(QStringLiteral("1:40"))->isActive());
        QVERIFY(lands(*linkOf(QStringLiteral("1:40")), 82'000));
        QVERIFY(lands(*linkOf(QStringLiteral("0:20")), 2'000));
        // As it was kept, so it is changed.
        QTRY_VERIFY(banner("offset"));
        banner("offset")->click();
        auto *const again = m_run->find<QDialog>("offsetDialog");
        again->findChild<QComboBox *>()->setCurrentIndex(2);
        QVERIFY(tests::heardAt(*m_run, 87'000, [&] { press(*again, "placeStep5000"); }));
        save(*again);
        QTRY_COMPARE(linkOf(QStringLiteral("1:40"))->start, at(87'000));
        QCOMPARE(linkOf(QStringLiteral("1:00"))->start, at(42'000));
        QTRY_VERIFY(banner("forget"));
        banner("forget")->click();
        QTRY_COMPARE(linkOf(QStringLiteral("1:40"))->kind, TimeLink::Kind::OtherRecording);
        undo();
        QTRY_COMPARE(linkOf(QStringLiteral("1:40"))->start, at(87'000));
    }

    void foreignTimesAreLinkedAllTheSame()
    {
        play("foreign");
        QTRY_VERIFY(banner("link"));
        banner("link")->click();
        QTRY_VERIFY(linkOf(QStringLiteral("1:40"))->isActive());
        QVERIFY(lands(*linkOf(QStringLiteral("1:40")), 100'000));
        QTRY_VERIFY(banner("forget"));
        banner("forget")->click();
        QTRY_COMPARE(linkOf(QStringLiteral("1:40"))->kind, TimeLink::Kind::OtherRecording);
    }

    void foreignTimesAreOfAnotherEpisode()
    {
        play("foreign");
        QTRY_VERIFY(banner("episode"));
        banner("episode")->click();
        auto *const dialog = m_run->find<QDialog>("episodeChooser");
        QVERIFY(dialog);
        auto *const choices = dialog->findChild<QListWidget *>();
        QTRY_COMPARE(choices->count(), 5);
        dialog->findChild<QLineEdit *>(QStringLiteral("episodeSearch"))
            ->setText(QStringLiteral("e list"));
        QTRY_COMPARE(choices->count(), 1);
        dialog->accept();
        QTRY_VERIFY(linkOf(QStringLiteral("1:40"))->isActive());
        const qint64 before = m_run->capture.heardFrames();
        click(*linkOf(QStringLiteral("1:40")));
        QTRY_VERIFY(m_run->isCurrent(QStringLiteral("list")));
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
        m_run->hear(500ms);
        QVERIFY(tests::firstHeard(m_run->capture, before, 100'000));
    }

    void otherRecordingIsOpenedAtItsTime()
    {
        show("foreign");
        m_opened.clear();
        QTRY_VERIFY(banner("open"));
        banner("open")->click();
        QTRY_COMPARE(m_opened,
                     QUrl(QStringLiteral("https://www.youtube.com/watch?v=abcdefghijk&t=20s")));
    }

private:
    void show(const char *guid) { tests::showNotes(*m_run, QLatin1String(guid)); }

    void play(const char *guid)
    {
        show(guid);
        playWhole(QLatin1String(guid));
        m_run->settle();
    }

    void startAgain()
    {
        beginAgain();
        QTRY_VERIFY(m_run->listening().current());
        QTRY_COMPARE(m_run->player().state(), PlayerState::Paused);
    }

    ui::transcript::ShowNotesView &view() { return *m_run->find<ui::transcript::ShowNotesView>(); }

    const ui::transcript::ReaderDocument &document() { return view().reader().document(); }

    template <typename Fits>
    std::optional<TimeLink> firstLink(Fits fits)
    {
        const auto &times = document().times;
        const auto found = std::find_if(times.begin(), times.end(), fits);
        return found == times.end() ? std::nullopt : std::optional(*found);
    }

    std::optional<TimeLink> link(TimeLink::Kind kind)
    {
        return firstLink([kind](const TimeLink &time) { return time.kind == kind; });
    }

    std::optional<TimeLink> linkAt(qsizetype offset)
    {
        return firstLink([offset](const TimeLink &time) { return time.offset == offset; });
    }

    std::optional<TimeLink> linkOf(const QString &written)
    {
        return linkAt(document().text.indexOf(written));
    }

    QPoint middleOf(qsizetype offset, qsizetype length)
    {
        view().reader().ensureVisible({offset, length});
        const auto rects = view().reader().rectsOf({offset, length});
        return rects.empty() ? QPoint() : rects.front().center().toPoint();
    }

    void click(const TimeLink &time)
    {
        QTest::mouseClick(
            view().reader().viewport(), Qt::LeftButton, {}, middleOf(time.offset, time.length));
    }

    bool lands(const TimeLink &time, qint64 ms)
    {
        return tests::heardAt(*m_run, ms, [&] { click(time); });
    }

    /// Presses a button of the message at the window's foot.
    bool answer(const QString &text)
    {
        auto *const bar = m_run->find<ui::widgets::MessageBar>();
        for (auto *const button : bar->findChildren<QAbstractButton *>()) {
            if (bar->isVisible() && button->isVisible() && button->text() == text) {
                button->click();
                return true;
            }
        }
        qWarning() << "asked:" << m_run->message();
        return false;
    }

    /// The context menu on these characters.
    bool openMenu(const QString &written)
    {
        const qsizetype offset = document().text.indexOf(written);
        const QPoint point = middleOf(offset, written.size());
        QWidget *const viewport = view().reader().viewport();
        QContextMenuEvent event(QContextMenuEvent::Mouse, point, viewport->mapToGlobal(point));
        QCoreApplication::sendEvent(viewport, &event);
        return offset >= 0 && m_run->find<QMenu>("timeMenu");
    }

    QStringList entries()
    {
        QStringList all;
        for (const QAction *const action : m_run->find<QMenu>("timeMenu")->actions()) {
            all += action->text();
        }
        return all;
    }

    bool pick(const QString &text)
    {
        QPointer<QMenu> menu = m_run->find<QMenu>("timeMenu");
        for (QAction *const action : menu->actions()) {
            if (action->text() == text) {
                menu->close();
                action->trigger();
                m_run->window.activateWindow();
                return tests::waitFor([&menu] { return !menu; });
            }
        }
        return false;
    }

    /// A button of the amber box; null while there is none.
    QAbstractButton *banner(const char *action)
    {
        for (auto *const button :
             view().reader().viewport()->findChildren<QAbstractButton *>(QLatin1String(action))) {
            if (button->isVisibleTo(view().reader().viewport())) {
                return button;
            }
        }
        return nullptr;
    }

    void save(QDialog &dialog)
    {
        const QPointer<QDialog> open = &dialog;
        dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        QTRY_VERIFY(!open);
        m_run->window.activateWindow();
    }

    std::vector<app::notes::Note> notes()
    {
        return tests::await(m_run->session->notebook().list({})).value_or({});
    }

    QUrl m_opened;
};

QTEST_MAIN(TimesJourney)
#include "tst_times.moc"
