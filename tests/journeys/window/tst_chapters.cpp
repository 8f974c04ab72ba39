// SPDX-License-Identifier: GPL-3.0-or-later
// Chapters in the real window: where they come from, how one goes along them, and whose pictures
// are fetched.
#include "app/session/chapterservice.h"
#include "tests/journeys/window/windowjourney.h"

#include <QAbstractButton>
#include <QBuffer>
#include <QImage>
#include <QMenu>

#include <memory>

using namespace std::chrono_literals;
using app::playback::PlayerState;
using app::timestamps::MediaTime;

namespace {

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

QByteArray picture()
{
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

/// Episode "all" has three kinds of chapters; "json", "feed" and "notes" have one kind each.
class ChaptersJourney : public tests::WindowJourney
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QVERIFY2(serveSound(30), "ffmpeg is needed to make the sound");
        m_server.set(QStringLiteral("/p.png"), {.body = picture(), .contentType = "image/png"});
        m_server.set(QStringLiteral("/q.png"), {.body = picture(), .contentType = "image/png"});
        for (const char *const name : {"p", "q"}) {
            m_server.set(QStringLiteral("/%1.json").arg(QLatin1String(name)),
                         {.body = QStringLiteral("{\"version\": \"1.2.0\", \"chapters\": ["
                                                 "{\"startTime\": 0, \"title\": \"Zero\"},"
                                                 "{\"startTime\": 8, \"title\": \"The %2\","
                                                 " \"img\": \"%1\"},"
                                                 "{\"startTime\": 18, \"title\": \"Away\"}]}")
                                      .arg(m_server.address(
                                               QStringLiteral("/%1.png").arg(QLatin1String(name))),
                                           QLatin1String(*name == 'p' ? "wall" : "harbour"))
                                      .toUtf8(),
                          .contentType = "application/json"});
        }
        const QString inlineOnes = QStringLiteral("<psc:chapters version=\"1.2\">"
                                                  "<psc:chapter start=\"0\" title=\"Inline\"/>"
                                                  "<psc:chapter start=\"10\" title=\"Later\"/>"
                                                  "</psc:chapters>");
        const QString notes =
            QStringLiteral("<description>0:00 Hello&lt;br/&gt;0:05 Five&lt;br/&gt;0:12 Twelve"
                           "&lt;br/&gt;0:20 Good bye</description>");
        m_server.set(QStringLiteral("/tidewater"),
                     tests::feedRoute(QStringLiteral("Tidewater"),
                                      item("all", json("p") + inlineOnes + notes)
                                          + item("json", json("p")) + item("feed", inlineOnes)
                                          + item("notes", notes)));
        m_server.set(QStringLiteral("/harbour"),
                     tests::feedRoute(QStringLiteral("Harbour"), item("other", json("q"))));
    }

    void init()
    {
        begin({{"/tidewater", 4}, {"/harbour", 1}});
        m_picturesBefore = pictureRequests();
    }

    void cleanup() { end(); }

    void fromEachSource_data()
    {
        QTest::addColumn<QString>("guid");
        QTest::addColumn<QString>("starts");
        QTest::addColumn<QString>("titleAt13");
        QTest::newRow("json") << "json"
                              << "0 8000 18000"
                              << "The wall";
        QTest::newRow("feed") << "feed"
                              << "0 10000"
                              << "Later";
        QTest::newRow("notes") << "notes"
                               << "0 5000 12000 20000"
                               << "Twelve";
    }

    void fromEachSource()
    {
        QFETCH(QString, guid);
        QFETCH(QString, starts);
        QFETCH(QString, titleAt13);
        playWhole(guid);
        QTRY_COMPARE(this->starts(), starts);
        QTRY_COMPARE(m_run->timeline().chapterTitle(at(13'000)), titleAt13);
        m_run->bar().openChapters();
        QTRY_COMPARE(rows(), starts.split(u' ').size());
    }

    void nextAndPreviousByKeys()
    {
        playWhole(QStringLiteral("json"));
        QTRY_COMPARE(starts(), QStringLiteral("0 8000 18000"));
        QVERIFY(go(Qt::Key_PageDown, 8'000));
        QVERIFY(go(Qt::Key_PageDown, 18'000));
        // Behind the last there is none.
        QTest::keyClick(&m_run->list(), Qt::Key_PageDown, Qt::ControlModifier);
        m_run->settle();
        QTRY_VERIFY(m_run->player().position() >= at(18'000));
        // A little into a chapter the key goes to the one before it, later to its own start.
        QVERIFY(go(Qt::Key_PageUp, 8'000));
        m_run->hear(5s);
        QTRY_VERIFY(m_run->player().position() >= at(12'500));
        QVERIFY(go(Qt::Key_PageUp, 8'000));
        QVERIFY(go(Qt::Key_PageUp, 0));
    }

    void aClickInTheListGoesThere()
    {
        playWhole(QStringLiteral("json"));
        QTRY_COMPARE(starts(), QStringLiteral("0 8000 18000"));
        m_run->bar().openChapters();
        auto *const chapters = m_run->find<QListView>("chapterList");
        const qint64 before = m_run->capture.heardFrames();
        QVERIFY(m_run->afterJump([chapters] {
            QTest::mouseClick(chapters->viewport(),
                              Qt::LeftButton,
                              {},
                              chapters->visualRect(chapters->model()->index(2, 0)).center());
        }));
        m_run->hear(500ms);
        const auto place = tests::firstHeard(m_run->capture, before);
        QVERIFY(place);
        QVERIFY2(std::abs(*place - 18'000) <= 5, qPrintable(QString::number(*place)));
    }

    void anotherSourceIsChosenAndRemembered()
    {
        playWhole(QStringLiteral("all"));
        QTRY_COMPARE(starts(), QStringLiteral("0 8000 18000"));
        QVERIFY(chooseSource(QStringLiteral("the show notes")));
        QTRY_COMPARE(starts(), QStringLiteral("0 5000 12000 20000"));
        QTRY_COMPARE(m_run->timeline().chapterTitle(at(13'000)), QStringLiteral("Twelve"));
        QVERIFY(go(Qt::Key_PageDown, 5'000));
        m_run->player().pause();
        QTRY_COMPARE(m_run->player().state(), PlayerState::Paused);
        beginAgain();
        QTRY_VERIFY(m_run->isCurrent(QStringLiteral("all")));
        QTRY_COMPARE(starts(), QStringLiteral("0 5000 12000 20000"));
        QVERIFY(chooseSource(QStringLiteral("the feed")));
        QTRY_COMPARE(starts(), QStringLiteral("0 10000"));
    }

    void picturesOnlyWhereAllowed()
    {
        playWhole(QStringLiteral("json"));
        QTRY_COMPARE(starts(), QStringLiteral("0 8000 18000"));
        m_run->bar().openChapters();
        m_run->settle();
        QCOMPARE(pictureRequests(), m_picturesBefore);
        auto *const allowed = m_run->find<QAbstractButton>("chapterPictures");
        QVERIFY(allowed && allowed->isVisible() && !allowed->isChecked());
        allowed->click();
        QTRY_COMPARE(pictureRequests(), m_picturesBefore + 1);
        QTRY_COMPARE(m_server.requests(QStringLiteral("/p.png")).size(), 1U);
        // Another podcast is asked about on its own.
        playWhole(QStringLiteral("other"));
        QTRY_COMPARE(m_run->timeline().chapterTitle(at(9'000)), QStringLiteral("The harbour"));
        m_run->bar().openChapters();
        m_run->settle();
        QTRY_VERIFY(!allowed->isChecked());
        QVERIFY(m_server.requests(QStringLiteral("/q.png")).empty());
        // Taken back, it holds for the next start, too.
        playWhole(QStringLiteral("all"));
        m_run->bar().openChapters();
        QTRY_VERIFY(allowed->isChecked());
        allowed->click();
        QTRY_VERIFY(!m_run->listening().settings().remotePictures);
        m_run->settle();
        const auto before = pictureRequests();
        beginAgain();
        QTRY_COMPARE(starts(), QStringLiteral("0 8000 18000"));
        m_run->bar().openChapters();
        m_run->settle();
        QCOMPARE(pictureRequests(), before);
    }

private:
    QString json(const char *name) const
    {
        return QStringLiteral("<podcast:chapters url=\"%1\" type=\"application/json+chapters\"/>")
            .arg(m_server.address(QStringLiteral("/%1.json").arg(QLatin1String(name))));
    }

    QString starts()
    {
        QStringList all;
        for (const auto &chapter : m_run->listening().chapters()) {
            all += QString::number(chapter.start.ms());
        }
        return all.join(u' ');
    }

    int rows()
    {
        auto *const shown = m_run->find<QListView>("chapterList");
        return shown ? shown->model()->rowCount() : -1;
    }

    /// Whether the key makes the sound jump to a place.
    bool go(Qt::Key key, qint64 ms)
    {
        const qint64 before = m_run->capture.heardFrames();
        m_run->list().setFocus();
        if (!m_run->afterJump(
                [this, key] { QTest::keyClick(&m_run->list(), key, Qt::ControlModifier); })) {
            return false;
        }
        m_run->hear(300ms);
        const auto place = tests::firstHeard(m_run->capture, before);
        return place && std::abs(*place - static_cast<double>(ms)) <= 5;
    }

    bool chooseSource(const QString &name)
    {
        m_run->bar().openChapters();
        const auto buttons = m_run->window.findChildren<QAbstractButton *>();
        const auto source = std::find_if(buttons.begin(), buttons.end(), [](const auto *button) {
            return button->text().startsWith(QLatin1String("From:")) && button->isVisible();
        });
        if (source == buttons.end()) {
            return false;
        }
        (*source)->click();
        auto *const menu = m_run->find<QMenu>("chapterSources");
        for (QAction *const action : menu->actions()) {
            if (action->text().startsWith(name)) {
                action->trigger();
                menu->close();
                m_run->window.activateWindow();
                return tests::waitForActive(&m_run->window);
            }
        }
        return false;
    }

    std::size_t pictureRequests() const
    {
        return m_server.requests(QStringLiteral("/p.png")).size()
               + m_server.requests(QStringLiteral("/q.png")).size();
    }

    std::size_t m_picturesBefore = 0;
};

QTEST_MAIN(ChaptersJourney)
#include "tst_chapters.moc"
