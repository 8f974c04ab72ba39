// SPDX-License-Identifier: GPL-3.0-or-later
// A clip of a highlight, from the real window into a file.
#include "app/session/notebook.h"
#include "tests/journeys/window/windowjourney.h"
#include "ui/notes/notespanel.h"
#include "ui/transcript/readerview.h"
#include "ui/transcript/selectionstrip.h"
#include "ui/transcript/transcriptview.h"

#include <QMenu>
#include <QProcess>

#include <cstring>
#include <memory>

namespace {

const QByteArray transcript = "WEBVTT\n\n"
                              "00:02.000 --> 00:06.000\nWho made that decision?\n\n"
                              "00:06.000 --> 00:10.000\nEvery reading hung from it.\n\n"
                              "00:10.000 --> 00:16.000\nNobody noticed for years.\n";

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(120'000) && process.exitCode() == 0
               ? process.readAllStandardOutput()
               : QByteArray();
}

/// The sound of a file, as another program decodes it.
std::vector<float> decoded(const QString &path)
{
    const QByteArray bytes = outputOf(QStringLiteral("ffmpeg"),
                                      {QStringLiteral("-v"),
                                       QStringLiteral("error"),
                                       QStringLiteral("-i"),
                                       path,
                                       QStringLiteral("-f"),
                                       QStringLiteral("f32le"),
                                       QStringLiteral("-ac"),
                                       QStringLiteral("2"),
                                       QStringLiteral("-ar"),
                                       QStringLiteral("48000"),
                                       QStringLiteral("-")});
    std::vector<float> sound(static_cast<std::size_t>(bytes.size()) / sizeof(float));
    std::memcpy(sound.data(), bytes.constData(), sound.size() * sizeof(float));
    return sound;
}

QString tagsOf(const QString &path)
{
    return QString::fromUtf8(outputOf(QStringLiteral("ffprobe"),
                                      {QStringLiteral("-v"),
                                       QStringLiteral("error"),
                                       QStringLiteral("-show_entries"),
                                       QStringLiteral("format_tags"),
                                       path}));
}

} // namespace

class ClipsJourney : public tests::WindowJourney
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QVERIFY2(serveSound(30), "ffmpeg is needed to make the sound");
        m_server.set(QStringLiteral("/1.vtt"), {.body = transcript, .contentType = "text/vtt"});
        const QString link = QStringLiteral("<podcast:transcript url=\"%1\" type=\"text/vtt\"/>")
                                 .arg(m_server.address(QStringLiteral("/1.vtt")));
        m_server.set(QStringLiteral("/feed"),
                     tests::feedRoute(QStringLiteral("Tidewater"), item("a", link)));
    }

    void init()
    {
        begin({{"/feed", 1}});
        choose(QStringLiteral("a"));
        m_run->give("reader.transcript");
        QTRY_VERIFY(words().reader().document().text.contains(QLatin1String("Nobody noticed")));
    }

    void cleanup() { end(); }

    void ofSelectedWordsAsWav()
    {
        download();
        select(QStringLiteral("Every reading hung from it."));
        click("stripClip");
        const QString path = m_folder->filePath(QStringLiteral("clip.wav"));
        saveAs(path);
        QTRY_VERIFY(m_run->message().startsWith(QLatin1String("Clip saved as ")));
        const auto sound = decoded(path);
        QVERIFY(std::abs(static_cast<double>(sound.size()) / 96 - 4'000) <= 1);
        const auto place = tests::heardPlace(std::span(sound).subspan(96 * 50));
        QVERIFY(place);
        QVERIFY2(std::abs(place->ms - 6'050) <= 5, qPrintable(QString::number(place->ms)));
    }

    void ofAHighlightAsMp3()
    {
        download();
        select(QStringLiteral("Every reading hung from it."));
        m_run->give("sel.highlight");
        QTRY_COMPARE(notes().size(), 1U);
        m_run->give("reader.mine");
        QTRY_VERIFY(visiblePanel());
        auto *const panel = visiblePanel();
        auto *const list = panel->findChild<QListView *>();
        QTRY_COMPARE(list->model()->rowCount(), 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        emit list->customContextMenuRequested(
            list->visualRect(list->model()->index(0, 0)).center());
        auto *const menu = m_run->find<QMenu>("noteMenu");
        QVERIFY(menu);
        menu->findChild<QAction *>(QStringLiteral("noteClip"))->trigger();
        menu->close();
        // Of the formats it offers, MP3 is the usual one; the name needs no suffix.
        QTRY_VERIFY(m_run->find<QFileDialog>());
        auto *const dialog = m_run->find<QFileDialog>();
        QCOMPARE(dialog->selectedNameFilter(), QStringLiteral("MP3 (*.mp3)"));
        QVERIFY2(
            dialog->selectedFiles().value(0).endsWith(QLatin1String("Episode a 0.06-0.10.mp3")),
            qPrintable(dialog->selectedFiles().value(0)));
        saveAs(m_folder->filePath(QStringLiteral("of a note")));
        QTRY_VERIFY(m_run->message().startsWith(QLatin1String("Clip saved as ")));
        const QString path = m_folder->filePath(QStringLiteral("of a note.mp3"));
        const auto sound = decoded(path);
        // One that reads no gapless tag hears a frame or two more.
        const double off = static_cast<double>(sound.size()) / 96 - 4'000;
        QVERIFY2(std::abs(off) <= 60, qPrintable(QString::number(off)));
        const auto place = tests::heardPlace(std::span(sound).subspan(96 * 500));
        QVERIFY(place);
        QVERIFY2(std::abs(place->ms - 6'500) <= 60, qPrintable(QString::number(place->ms)));
        const QString tags = tagsOf(path);
        QVERIFY2(tags.contains(QLatin1String("TAG:title=Episode a")), qPrintable(tags));
        QVERIFY2(tags.contains(QLatin1String("Tidewater")), qPrintable(tags));
    }

    void withoutAFileItSaysWhatToDo()
    {
        select(QStringLiteral("Every reading hung from it."));
        click("stripClip");
        QTRY_COMPARE(m_run->message(),
                     QStringLiteral("Download the episode first; a clip is cut from its file."));
        QVERIFY(!m_run->find<QFileDialog>());
    }

    void withoutAnythingChosenToo()
    {
        m_run->give("sel.clip");
        QTRY_COMPARE(m_run->message(), QStringLiteral("Nothing is playing."));
    }

    void aFolderThatIsGoneIsToldOf()
    {
        download();
        select(QStringLiteral("Every reading hung from it."));
        click("stripClip");
        QTRY_VERIFY(m_run->find<QFileDialog>());
        auto *const dialog = m_run->find<QFileDialog>();
        emit dialog->fileSelected(m_folder->filePath(QStringLiteral("gone/clip.wav")));
        dialog->close();
        QTRY_VERIFY(!m_run->message().isEmpty());
        QVERIFY(!m_run->message().startsWith(QLatin1String("Clip saved as ")));
    }

private:
    ui::transcript::TranscriptView &words()
    {
        return *m_run->find<ui::transcript::TranscriptView>();
    }

    void download()
    {
        m_run->list().setFocus();
        QTest::keyClick(&m_run->list(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(!m_run->stored(QStringLiteral("a")).row.filePath.isEmpty());
        m_run->settle();
    }

    void select(const QString &sentence)
    {
        const auto offset = words().reader().document().text.indexOf(sentence);
        QVERIFY(offset >= 0);
        words().reader().select({offset, sentence.size()});
    }

    void click(const char *name)
    {
        auto *const button = words().strip().findChild<QAbstractButton *>(QLatin1String(name));
        QVERIFY(button);
        button->click();
    }

    std::vector<app::notes::Note> notes()
    {
        return tests::await(m_run->session->notebook().list({})).value_or({});
    }

    ui::notes::NotesPanel *visiblePanel()
    {
        for (auto *const panel : m_run->window.findChildren<ui::notes::NotesPanel *>()) {
            if (panel->isVisible()) {
                return panel;
            }
        }
        return nullptr;
    }
};

QTEST_MAIN(ClipsJourney)
#include "tst_clips.moc"
