// SPDX-License-Identifier: GPL-3.0-or-later
// The times of show notes as an episode's chapters, in the real window.
#include "tests/journeys/window/landing.h"
#include "tests/journeys/window/shownnotes.h"
#include "tests/journeys/window/windowjourney.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTableWidget>

using app::playback::PlayerState;
using app::timestamps::MediaTime;

namespace {

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

const QString list = QStringLiteral("<p>Read John 1:14 before you listen.</p>"
                                    "<ul><li>0:10 Hello</li><li>0:25 The wall</li>"
                                    "<li>0:50 The tide</li><li>1:20 Away</li></ul>");

} // namespace

class TimesChaptersJourney : public tests::WindowJourney
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QVERIFY2(serveSound(120), "ffmpeg is needed to make the sound");
        m_server.set(QStringLiteral("/tidewater"),
                     tests::feedRoute(QStringLiteral("Tidewater"),
                                      tests::notesItem(m_server, "list", "2:00", list)));
    }

    void init() { begin({{"/tidewater", 1}}); }

    void cleanup() { end(); }

    void listBecomesChapters()
    {
        play();
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
        beginAgain();
        QTRY_VERIFY(m_run->listening().current());
        QTRY_COMPARE(m_run->player().state(), PlayerState::Paused);
        QTRY_COMPARE(titles(), QStringLiteral("Hello|The sea wall|The tide|Away"));
        // Given up, the publisher's are back.
        show();
        openChapters();
        press(*m_run->find<QDialog>("chaptersDialog"), "chaptersPublishers");
        QTRY_COMPARE(titles(), published);
    }

    void chaptersLeaveAsAFile()
    {
        play();
        openChapters();
        auto *const dialog = m_run->find<QDialog>("chaptersDialog");
        press(*dialog, "chaptersExport");
        const QString path = m_folder->filePath(QStringLiteral("chapters.json"));
        saveAs(path);
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
    void show() { tests::showNotes(*m_run, QStringLiteral("list")); }

    void play()
    {
        show();
        playWhole(QStringLiteral("list"));
        m_run->settle();
    }

    ui::transcript::ShowNotesView &view() { return *m_run->find<ui::transcript::ShowNotesView>(); }

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
};

QTEST_MAIN(TimesChaptersJourney)
#include "tst_timeschapters.moc"
