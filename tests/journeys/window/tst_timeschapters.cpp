// SPDX-License-Identifier: GPL-3.0-or-later
// The times of show notes as an episode's chapters, in the real window.
#include "tests/journeys/window/landing.h"
#include "ui/transcript/shownotesview.h"

#include <QAbstractButton>
#include <QDialog>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QTableWidget>

#include <memory>

using app::playback::PlayerState;
using app::timestamps::MediaTime;
using tests::WindowRun;

namespace {

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

const QString list = QStringLiteral("<p>Read John 1:14 before you listen.</p>"
                                    "<ul><li>0:10 Hello</li><li>0:25 The wall</li>"
                                    "<li>0:50 The tide</li><li>1:20 Away</li></ul>");

} // namespace

class TimesChaptersJourney : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        const QByteArray sound = tests::codedPiece(m_sounds, QStringLiteral("mp3"), 0, 120);
        QVERIFY2(!sound.isEmpty(), "ffmpeg is needed to make the sound");
        m_server.set(QStringLiteral("/1.mp3"), {.body = sound, .contentType = "audio/mpeg"});
        m_server.set(QStringLiteral("/tidewater"),
                     tests::feedRoute(QStringLiteral("Tidewater"), item("list", "2:00", list)));
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = std::make_unique<WindowRun>(*m_folder);
        QCOMPARE(m_run->follow(m_server.address(QStringLiteral("/tidewater"))), 1);
        QTRY_COMPARE(m_run->list().model()->rowCount(), 1);
    }

    void cleanup()
    {
        m_run.reset();
        m_folder.reset();
    }

    void listBecomesChapters()
    {
        play("list");
        const QString published = QStringLiteral("Hello|The wall|The tide|Away");
        QTRY_COMPARE(titles(), published);
        openChapters();
        auto *const dialog = m_run->find<QDialog>("chaptersDialog");
        auto *const table = dialog->findChild<QTableWidget *>();
        QCOMPARE(table->rowCount(), 4);
        table->item(1, 1)->setText(QStringLiteral("The sea wall"));
        table->item(1, 0)->setText(QStringLiteral("0:26"));
        table->selectRow(1);
        QVERIFY(tests::heardAt(*m_run, 26'000, [&] { press(*dialog, "chapterPlay"); }));
        press(*dialog, "chaptersUse");
        QTRY_COMPARE(titles(), QStringLiteral("Hello|The sea wall|The tide|Away"));
        QCOMPARE(m_run->listening().chapters()[1].start, at(26'000));
        undo();
        QTRY_COMPARE(titles(), published);
        m_run->give("edit.redo");
        QTRY_COMPARE(titles(), QStringLiteral("Hello|The sea wall|The tide|Away"));
        startAgain();
        QTRY_COMPARE(titles(), QStringLiteral("Hello|The sea wall|The tide|Away"));
        // Given up, the publisher's are back.
        show("list");
        openChapters();
        press(*m_run->find<QDialog>("chaptersDialog"), "chaptersPublishers");
        QTRY_COMPARE(titles(), published);
    }

    void chaptersLeaveAsAFile()
    {
        play("list");
        openChapters();
        auto *const dialog = m_run->find<QDialog>("chaptersDialog");
        press(*dialog, "chaptersExport");
        const QString path = m_folder->filePath(QStringLiteral("chapters.json"));
        QVERIFY(saveTo(path));
        QTRY_COMPARE(m_run->message(), QStringLiteral("Chapters exported."));
        const auto chapters =
            QJsonDocument::fromJson(tests::wholeFile(path))[QLatin1String("chapters")].toArray();
        QCOMPARE(chapters.size(), 4);
        QCOMPARE(chapters[1][QLatin1String("title")].toString(), QStringLiteral("The wall"));
        QCOMPARE(chapters[1][QLatin1String("startTime")].toDouble(), 25.0);
        // And in the file itself, which plays on.
        press(*dialog, "chaptersWrite");
        QTRY_COMPARE(m_run->message(), QStringLiteral("Chapters written into the file."));
        QVERIFY(tests::wholeFile(m_run->stored(QStringLiteral("list")).row.filePath)
                    .left(4096)
                    .contains("CHAP"));
        const auto offset = view().reader().document().text.indexOf(QLatin1String("1:20"));
        view().reader().ensureVisible({offset, 4});
        const QPoint time = view().reader().rectsOf({offset, 4}).front().center().toPoint();
        QVERIFY(tests::heardAt(*m_run, 80'000, [&] {
            QTest::mouseClick(view().reader().viewport(), Qt::LeftButton, {}, time);
        }));
    }

private:
    QString item(const char *guid, const char *duration, const QString &notes) const
    {
        return tests::feedItem(
            m_server,
            QLatin1String(guid),
            QStringLiteral("/1.mp3"),
            QStringLiteral("<itunes:duration>%1</itunes:duration><description><![CDATA[%2]]>"
                           "</description>")
                .arg(QLatin1String(duration), notes));
    }

    void show(const char *guid)
    {
        QVERIFY(m_run->choose(QStringLiteral("Episode ") + QLatin1String(guid)));
        m_run->give("reader.notes");
        const QString title = QStringLiteral("Episode ") + QLatin1String(guid);
        QTRY_VERIFY(m_run->find<QWidget>("reader")->isVisible());
        QTRY_VERIFY(view().hasText() && !view().reader().document().times.empty());
        m_run->settle();
    }

    void play(const char *guid)
    {
        show(guid);
        m_run->give("ep.play");
        QTRY_VERIFY(m_run->isCurrent(QLatin1String(guid)));
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
        QTRY_VERIFY(!m_run->stored(QLatin1String(guid)).row.filePath.isEmpty());
        m_run->settle();
    }

    void startAgain()
    {
        m_run.reset();
        m_run = std::make_unique<WindowRun>(*m_folder);
        QTRY_COMPARE(m_run->list().model()->rowCount(), 1);
        QTRY_VERIFY(m_run->listening().current());
        QTRY_COMPARE(m_run->player().state(), PlayerState::Paused);
    }

    ui::transcript::ShowNotesView &view() { return *m_run->find<ui::transcript::ShowNotesView>(); }

    void undo()
    {
        m_run->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_run->window));
        m_run->list().setFocus();
        QTest::keyClick(&m_run->list(), Qt::Key_Z, Qt::ControlModifier);
    }

    static void press(QDialog &dialog, const char *name)
    {
        auto *const button = dialog.findChild<QAbstractButton *>(QLatin1String(name));
        QVERIFY2(button && button->isEnabled(), name);
        button->click();
    }

    bool saveTo(const QString &path)
    {
        auto *const dialog = m_run->find<QFileDialog>();
        if (!dialog) {
            return false;
        }
        dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
        return QMetaObject::invokeMethod(dialog, "accept");
    }

    void openChapters()
    {
        auto *const button = m_run->find<QAbstractButton>("makeChapters");
        QTRY_VERIFY(button->isVisible());
        button->click();
        QTRY_VERIFY(m_run->find<QDialog>("chaptersDialog"));
    }

    QString titles()
    {
        QStringList all;
        for (const auto &chapter : m_run->listening().chapters()) {
            all += chapter.title;
        }
        return all.join(u'|');
    }

    QTemporaryDir m_sounds;
    tests::HttpFixture m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowRun> m_run;
};

QTEST_MAIN(TimesChaptersJourney)
#include "tst_timeschapters.moc"
