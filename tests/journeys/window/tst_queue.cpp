// SPDX-License-Identifier: GPL-3.0-or-later
// The queue in the real window: filled and ordered by keys and by hand, kept, and played through.
#include "tests/journeys/window/windowrun.h"
#include "ui/transcript/readerview.h"
#include "ui/transcript/shownotesview.h"

#include <memory>

using namespace std::chrono_literals;
using app::playback::PlayerState;
using app::timestamps::MediaTime;
using tests::WindowRun;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

/// "Episode a", "Episode b" as "a", "b".
QStringList letters(WindowRun &run)
{
    QStringList all;
    for (const QString &title : run.titles()) {
        all += title.section(u' ', 1);
    }
    return all;
}

} // namespace

class QueueJourney : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QString items;
        int second = 0;
        for (const QString &guid : words("a b c d")) {
            const QString path = QStringLiteral("/%1.mp3").arg(guid);
            const QByteArray sound =
                tests::codedPiece(m_sounds, QStringLiteral("mp3"), second, second + 4);
            QVERIFY2(!sound.isEmpty(), "ffmpeg is needed to make the sound");
            m_server.set(path, {.body = sound, .contentType = "audio/mpeg"});
            items += tests::feedItem(
                m_server,
                guid,
                path,
                QStringLiteral("<description>&lt;p&gt;About harbours.&lt;/p&gt;</description>"));
            second += 20;
        }
        m_server.set(QStringLiteral("/feed"), tests::feedRoute(QStringLiteral("Tidewater"), items));
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = std::make_unique<WindowRun>(*m_folder);
        QCOMPARE(m_run->follow(m_server.address(QStringLiteral("/feed"))), 4);
        QTRY_COMPARE(m_run->list().model()->rowCount(), 4);
    }

    void cleanup()
    {
        m_run.reset();
        m_folder.reset();
    }

    void keysOfTheList()
    {
        press("b", Qt::Key_Q);
        press("c", Qt::Key_Q);
        press("a", Qt::Key_Q, Qt::ShiftModifier);
        showQueue("a b c");
        // Q once more takes it off, and that is undone.
        press("b", Qt::Key_Q);
        QTRY_COMPARE(letters(*m_run), words("a c"));
        undo();
        QTRY_COMPARE(letters(*m_run), words("a b c"));
        // Shift+Q on what is queued makes it the next.
        press("c", Qt::Key_Q, Qt::ShiftModifier);
        QTRY_COMPARE(letters(*m_run), words("c a b"));
    }

    void keysOfTheReader()
    {
        press("d", Qt::Key_Q);
        QVERIFY(m_run->choose(QStringLiteral("Episode b")));
        auto *const reader = m_run->find<ui::window::ReaderPane>();
        QTRY_COMPARE(headOf(*reader), QStringLiteral("Episode b"));
        m_run->give("reader.notes");
        auto &text = m_run->find<ui::transcript::ShowNotesView>()->reader();
        QTRY_VERIFY(text.isVisible());
        // The keyboard is in the reader; the list shows what does not hold its episode.
        showQueue("d");
        text.setFocus();
        QVERIFY(text.hasFocus());
        QTest::keyClick(&text, Qt::Key_Q, Qt::ShiftModifier);
        QTRY_COMPARE(letters(*m_run), words("b d"));
        QTest::keyClick(&text, Qt::Key_Q);
        QTRY_COMPARE(letters(*m_run), words("d"));
        // The reader stays with what it shows.
        m_run->settle();
        QCOMPARE(headOf(*reader), QStringLiteral("Episode b"));
        QTest::keyClick(&text, Qt::Key_Q);
        QTRY_COMPARE(letters(*m_run), words("d b"));
    }

    void placesMoveByKeysAndBack()
    {
        fill("a b c");
        press("c", Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(letters(*m_run), words("a c b"));
        // The keyboard stays on what was moved.
        QTRY_COMPARE(m_run->list().currentIndex().row(), 1);
        QTest::keyClick(&m_run->list(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(letters(*m_run), words("c a b"));
        // At the end nothing happens.
        QTest::keyClick(&m_run->list(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        m_run->settle();
        QCOMPARE(letters(*m_run), words("c a b"));
        QTest::keyClick(&m_run->list(), Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(letters(*m_run), words("a c b"));
        undo();
        QTRY_COMPARE(letters(*m_run), words("c a b"));
        undo();
        QTRY_COMPARE(letters(*m_run), words("a c b"));
        undo();
        QTRY_COMPARE(letters(*m_run), words("a b c"));
    }

    void placesMoveByDropping()
    {
        fill("a b c d");
        auto &model = *m_run->list().model();
        const std::unique_ptr<QMimeData> last(model.mimeData({model.index(3, 0)}));
        QVERIFY(model.canDropMimeData(last.get(), Qt::MoveAction, 1, 0, {}));
        model.dropMimeData(last.get(), Qt::MoveAction, 1, 0, {});
        QTRY_COMPARE(letters(*m_run), words("a d b c"));
        const std::unique_ptr<QMimeData> first(model.mimeData({model.index(0, 0)}));
        model.dropMimeData(first.get(), Qt::MoveAction, 3, 0, {});
        QTRY_COMPARE(letters(*m_run), words("d b a c"));
        undo();
        QTRY_COMPARE(letters(*m_run), words("a d b c"));
    }

    void orderIsKept()
    {
        fill("d a c");
        press("c", Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(letters(*m_run), words("d c a"));
        m_run.reset();
        m_run = std::make_unique<WindowRun>(*m_folder);
        QTRY_VERIFY(m_run->list().model()->rowCount() > 0);
        m_run->give("nav.queue");
        QTRY_COMPARE(letters(*m_run), words("d c a"));
    }

    void theNextFollowsWithoutAGap()
    {
        fill("a b");
        // At hand, because this loudspeaker is faster than any server.
        for (const QString &guid : words("a b")) {
            QVERIFY(m_run->choose(QStringLiteral("Episode ") + guid));
            QTest::keyClick(&m_run->list(), Qt::Key_D, Qt::ControlModifier);
            QTRY_VERIFY(!m_run->stored(guid).row.filePath.isEmpty());
        }
        QVERIFY(m_run->choose(QStringLiteral("Episode a")));
        m_run->give("ep.play");
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
        const qint64 before = m_run->capture.heardFrames();
        m_run->hear(500ms);
        m_run->settle();
        m_run->hear(6s);
        QTRY_VERIFY(m_run->isCurrent(QStringLiteral("b")));
        const auto heard = m_run->capture.heardSince(before);
        const auto of = [&heard](std::size_t ms) {
            return tests::heardPlace(std::span(heard).subspan(ms * 48 * 2));
        };
        const auto a = of(1'000);
        const auto b = of(5'500);
        QVERIFY(a && b);
        // "b" begins at 20 s of the code, right after the four seconds of "a".
        const double gap = a->ms + 4'500 + 16'000 - b->ms;
        QVERIFY2(std::abs(gap) <= 2, qPrintable(QStringLiteral("a gap of %1 ms").arg(gap)));
        QTRY_VERIFY(std::abs(m_run->player().position().ms() - 2'500) < 300);
        QTRY_VERIFY(m_run->stored(QStringLiteral("a")).row.played);
        QVERIFY(!m_run->stored(QStringLiteral("b")).row.played);
        // What was played is no more in the queue; the bar names the new one.
        QTRY_COMPARE(letters(*m_run), words("b"));
        QTRY_COMPARE(barTitle(), QStringLiteral("Episode b"));
    }

    void historyIsWhatWasHeardTheLatestFirst()
    {
        for (const QString &guid : words("c a d")) {
            m_run->clock.advance(60s);
            QVERIFY(m_run->choose(QStringLiteral("Episode ") + guid));
            m_run->give("ep.play");
            QTRY_VERIFY(m_run->isCurrent(guid));
            QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
            m_run->clock.advance(60s);
            m_run->hear(1500ms);
            m_run->player().pause();
            QTRY_COMPARE(m_run->player().state(), PlayerState::Paused);
        }
        m_run->give("nav.history");
        QTRY_COMPARE(letters(*m_run), words("d a c"));
    }

    void playNextOfTheQueue()
    {
        fill("a b c");
        QVERIFY(m_run->choose(QStringLiteral("Episode a")));
        m_run->give("ep.play");
        QTRY_VERIFY(m_run->isCurrent(QStringLiteral("a")));
        for (const QString &guid : words("b c a")) {
            m_run->give("queue.playNext");
            QTRY_VERIFY(m_run->isCurrent(guid));
            QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
        }
        // Nothing of that counts as played.
        m_run->settle();
        QCOMPARE(letters(*m_run), words("a b c"));
    }

private:
    void press(const char *letter, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QVERIFY(m_run->choose(QStringLiteral("Episode ") + QLatin1String(letter)));
        if (key != Qt::Key_unknown) {
            QTest::keyClick(&m_run->list(), key, modifiers);
            m_run->settle();
        }
    }

    void undo() { QTest::keyClick(&m_run->list(), Qt::Key_Z, Qt::ControlModifier); }

    void showQueue(const char *expected)
    {
        m_run->give("nav.queue");
        QTRY_COMPARE(letters(*m_run), words(expected));
        m_run->list().setFocus();
    }

    void fill(const char *order)
    {
        for (const QString &letter : words(order)) {
            press(qPrintable(letter), Qt::Key_Q);
        }
        showQueue(order);
    }

    static QString headOf(const ui::window::ReaderPane &reader)
    {
        for (const auto *const label : reader.findChildren<ui::widgets::ElidedLabel *>()) {
            if (label->text().startsWith(QLatin1String("Episode"))) {
                return label->text();
            }
        }
        return {};
    }

    QString barTitle()
    {
        auto *const title = m_run->bar().findChild<QWidget *>(QStringLiteral("playerTitle"));
        return title ? title->accessibleName().section(QLatin1String(", "), 0, 0) : QString();
    }

    QTemporaryDir m_sounds;
    tests::HttpFixture m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowRun> m_run;
};

QTEST_MAIN(QueueJourney)
#include "tst_queue.moc"
