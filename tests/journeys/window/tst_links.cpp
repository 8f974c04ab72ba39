// SPDX-License-Identifier: GPL-3.0-or-later
// Links to places, from within the program and by a second start of it.
#include "app/platform/singleinstance.h"
#include "app/session/notebook.h"
#include "tests/journeys/window/windowjourney.h"
#include "ui/window/application.h"

#include <QApplication>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <chrono>
#include <future>
#include <memory>

using app::timestamps::MediaTime;

namespace {

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

} // namespace

class LinksJourney : public tests::WindowJourney
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QVERIFY2(serveSound(60), "ffmpeg is needed to make the sound");
        const QString shared = item("a/b c");
        m_server.set(QStringLiteral("/one"),
                     tests::feedRoute(QStringLiteral("One"), shared + item("x")));
        m_server.set(QStringLiteral("/two"), tests::feedRoute(QStringLiteral("Two"), shared));
    }

    void init() { begin({{"/one", 2}, {"/two", 1}}); }

    void cleanup() { end(); }

    void everyCommandDoesSomething()
    {
        QCOMPARE(m_run->window.commands().unbound(), QStringList());
    }

    void placeIsOpened_data()
    {
        QTest::addColumn<QString>("podcast");
        QTest::addColumn<QString>("start");
        QTest::newRow("first podcast") << QStringLiteral("One") << QStringLiteral("earmark://");
        QTest::newRow("second podcast") << QStringLiteral("Two") << QStringLiteral("earmark://");
        QTest::newRow("without slashes") << QStringLiteral("Two") << QStringLiteral("earmark:");
    }

    /// Two podcasts have an item of the same guid, with a slash and a space in it.
    void placeIsOpened()
    {
        QFETCH(QString, podcast);
        QFETCH(QString, start);
        const QString feed = m_server.address(u'/' + podcast.toLower());
        take(start
             + QStringLiteral("episode?feed=%1&guid=a%2Fb%20c&t=12.5,20")
                   .replace(QLatin1String("%1"),
                            QString::fromLatin1(QUrl::toPercentEncoding(feed))));
        QTRY_VERIFY(m_run->isCurrent(QStringLiteral("a/b c")));
        QCOMPARE(m_run->listening().current()->row.podcastTitle, podcast);
        QTRY_COMPARE(m_run->listening().player().position(), at(12'500));
    }

    void noteIsOpened()
    {
        const auto episode = m_run->stored(QStringLiteral("x"));
        app::session::NewNote wanted;
        wanted.episode = episode.row.id;
        wanted.start = at(7000);
        const auto note = tests::await(m_run->session->notebook().add(wanted));
        QVERIFY(note.has_value());
        take(QStringLiteral("earmark://note/") + note->id.text());
        QTRY_VERIFY(m_run->isCurrent(QStringLiteral("x")));
        QTRY_COMPARE(m_run->listening().player().position(), at(7000));
    }

    void whatCannotBeOpenedSaysSo()
    {
        take(QStringLiteral("earmark://episode/podcast"));
        QTRY_COMPARE(m_run->message(),
                     QStringLiteral("This link names no place that Earmark could open."));
        take(QStringLiteral("earmark://episode/podcast/nowhere?t=5"));
        QTRY_COMPARE(m_run->message(),
                     QStringLiteral("The episode of this link is not in the library."));
        QVERIFY(!m_run->listening().current());
    }

    /// The first start runs as the program does; the later one is what a second program does
    /// first, on a thread of its own.
    void secondStartHandsItsLinkOver()
    {
        m_run.reset();
        const QString library = m_folder->filePath(QStringLiteral("library"));
        bool handed = false;
        bool shown = false;
        QTimer::singleShot(0, this, [&] {
            auto *const window = mainWindow();
            window->showMinimized();
            auto later = std::async(std::launch::async, [&library] {
                return app::platform::SingleInstance(library).handOver(
                    {QStringLiteral("earmark://episode/none/x?t=3")});
            });
            const auto isDone = [&later] {
                return later.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
            };
            handed = QTest::qWaitFor(isDone, 30'000) && later.get();
            // Its window comes to the front, with what the second start was asked for.
            shown = QTest::qWaitFor(
                [window] {
                    const auto titles = window->findChildren<ui::widgets::ElidedLabel *>();
                    const bool isOpen =
                        std::any_of(titles.begin(), titles.end(), [](const auto *one) {
                            return one->text() == QLatin1String("Episode x");
                        });
                    return isOpen && !window->isMinimized();
                },
                30'000);
            QApplication::quit();
        });
        QCOMPARE(ui::window::runApplication(
                     {library, m_folder->filePath(QStringLiteral("earmark.ini")), {}}),
                 0);
        QVERIFY(handed);
        QVERIFY(shown);
    }

private:
    void take(const QString &link) { m_run->window.take({QUrl(link)}); }

    static QWidget *mainWindow()
    {
        for (QWidget *const widget : QApplication::topLevelWidgets()) {
            if (qobject_cast<ui::window::MainWindow *>(widget)) {
                return widget;
            }
        }
        return nullptr;
    }
};

QTEST_MAIN(LinksJourney)
#include "tst_links.moc"
