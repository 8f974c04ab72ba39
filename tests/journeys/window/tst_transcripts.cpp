// SPDX-License-Identifier: GPL-3.0-or-later
// Transcripts in the real window: which one is read, what is put right in it, how it comes and
// goes.
#include "app/transcripts/transcriptreader.h"
#include "tests/journeys/window/landing.h"
#include "tests/journeys/window/windowjourney.h"
#include "ui/transcript/transcriptview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using app::timestamps::MediaTime;

namespace {

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

const QByteArray english = "WEBVTT\n\n"
                           "00:02.000 --> 00:06.000\n<v Speaker 1>Who maid that decision?\n\n"
                           "00:06.000 --> 00:10.000\n<v Speaker 2>Every reading hung from it.\n\n"
                           "00:10.000 --> 00:16.000\n<v Speaker 1>Nobody noticed for years.\n\n"
                           "00:16.000 --> 00:25.000\n<v Speaker 2>Then the ferry came.\n";

const QByteArray german = "1\n00:00:02,000 --> 00:00:06,000\nWer hat das entschieden?\n\n"
                          "2\n00:00:06,000 --> 00:00:10,000\nDaran hing jede Messung.\n";

const QByteArray next = "WEBVTT\n\n"
                        "00:01.000 --> 00:05.000\n<v Speaker 1>Welcome back to the harbour.\n";

} // namespace

/// Episode "a" has two transcripts of the publisher's, "b" one, by the same nameless speaker.
class TranscriptsJourney : public tests::WindowJourney
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QVERIFY2(serveSound(30), "ffmpeg is needed to make the sound");
        m_server.set(QStringLiteral("/en.vtt"), {.body = english, .contentType = "text/vtt"});
        m_server.set(QStringLiteral("/de.srt"),
                     {.body = german, .contentType = "application/x-subrip"});
        m_server.set(QStringLiteral("/b.vtt"), {.body = next, .contentType = "text/vtt"});
        m_server.set(
            QStringLiteral("/tidewater"),
            tests::feedRoute(QStringLiteral("Tidewater"),
                             QStringLiteral("<language>en</language>")
                                 + item("a",
                                        offer("/en.vtt", "text/vtt", "en")
                                            + offer("/de.srt", "application/x-subrip", "de"))
                                 + item("b", offer("/b.vtt", "text/vtt", "en"))));
    }

    void init() { begin({{"/tidewater", 2}}); }

    void cleanup() { end(); }

    void anotherOneIsChosen()
    {
        show("a", "Who maid that");
        QVERIFY(openMenu());
        const QStringList offered = choices();
        QCOMPARE(offered.size(), 2);
        QCOMPARE(offered[0], QStringLiteral("*From the publisher  ·  English"));
        QCOMPARE(offered[1], QStringLiteral("From the publisher  ·  Deutsch"));
        QVERIFY(pick(QStringLiteral("Deutsch")));
        QTRY_VERIFY(text().contains(QLatin1String("Wer hat das")));
        startAgain("a", "Wer hat das");
        QVERIFY(openMenu());
        QCOMPARE(choices().size(), 2);
        QVERIFY(choices()[0].startsWith(u'*') && choices()[0].contains(QLatin1String("Deutsch")));
        QVERIFY(pick(QStringLiteral("English")));
        QTRY_VERIFY(text().contains(QLatin1String("Who maid that")));
    }

    void aTextIsPasted()
    {
        show("a", "Who maid that");
        QGuiApplication::clipboard()->setText(
            QStringLiteral("[00:02] Ines: Hello there.\n[00:07] Tobias: Hello.\n"
                           "[00:09] Ines: How are you?\n[00:12] Tobias: Good morning.\n"));
        QVERIFY(openMenu());
        QVERIFY(pick(QStringLiteral("Paste a text…")));
        auto *const dialog = m_run->find<QDialog>("pasteDialog");
        QVERIFY(dialog && dialog->isVisible());
        auto *const verdict = dialog->findChild<QLabel *>(QStringLiteral("pasteVerdict"));
        QTRY_COMPARE(verdict->text(), QStringLiteral("4 timed part(s), 2 speaker(s)"));
        // What cannot be read is not taken.
        auto *const pasted = dialog->findChild<QPlainTextEdit *>();
        auto *const use = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        const QString good = pasted->toPlainText();
        pasted->setPlainText(QStringLiteral("WEBVTT\n\n"));
        QTRY_VERIFY(!verdict->text().contains(QLatin1String("timed")));
        QVERIFY(!use->isEnabled());
        pasted->setPlainText(good);
        QTRY_VERIFY(use->isEnabled());
        use->click();
        QTRY_VERIFY(text().contains(QLatin1String("Good morning.")));
        QCOMPARE(view().transcript().paragraphs.back().speaker, QStringLiteral("Tobias"));
        startAgain("a", "Good morning.");
        QVERIFY(openMenu());
        QCOMPARE(choices().size(), 3);
        QVERIFY(choices()[0].startsWith(QLatin1String("*Pasted by you")));
        QVERIFY(pick(QStringLiteral("Remove this transcript")));
        QTRY_VERIFY(text().contains(QLatin1String("Who maid that")));
    }

    void wordsAreCorrected()
    {
        show("a", "Who maid that");
        correct(QStringLiteral("Who maid that decision?"),
                QStringLiteral("Who made that decision?"));
        QTRY_VERIFY(text().contains(QLatin1String("Who made that decision?")));
        undo();
        QTRY_VERIFY(text().contains(QLatin1String("Who maid that decision?")));
        m_run->give("edit.redo");
        QTRY_VERIFY(text().contains(QLatin1String("Who made that decision?")));
        startAgain("a", "Who made that decision?");
        QVERIFY(openMenu());
        QVERIFY2(choices()[0].contains(QLatin1String("corrected")),
                 qPrintable(choices().join(u'|')));
        QVERIFY(pick(QStringLiteral("Undo the last correction")));
        QTRY_VERIFY(text().contains(QLatin1String("Who maid that decision?")));
        QVERIFY(openMenu());
        QVERIFY(!entries().contains(QStringLiteral("Undo the last correction")));
    }

    void escapeLeavesWordsAsTheyAre()
    {
        show("a", "Who maid that");
        openCorrect(QStringLiteral("Who maid that decision?"));
        QPointer<QDialog> dialog = m_run->find<QDialog>("correctDialog");
        auto *const words = dialog->findChild<QPlainTextEdit *>();
        QTest::keyClicks(words, QStringLiteral("x"));
        QTest::keyClick(words, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        m_run->settle();
        QVERIFY(text().contains(QLatin1String("Who maid that decision?")));
    }

    void speakerIsRenamedInAllEpisodes()
    {
        show("b", "Welcome back");
        QTRY_COMPARE(speakers(), QStringLiteral("Speaker 1"));
        show("a", "Who maid that");
        rename(QStringLiteral("Speaker 1"), QStringLiteral("Ines Maret"));
        QTRY_COMPARE(speakers(), QStringLiteral("Ines Maret|Speaker 2|Ines Maret|Speaker 2"));
        show("b", "Welcome back");
        QTRY_COMPARE(speakers(), QStringLiteral("Ines Maret"));
        startAgain("b", "Welcome back");
        QTRY_COMPARE(speakers(), QStringLiteral("Ines Maret"));
        // A better name goes by the same way.
        rename(QStringLiteral("Ines Maret"), QStringLiteral("Inês"));
        QTRY_COMPARE(speakers(), QStringLiteral("Inês"));
        undo();
        QTRY_COMPARE(speakers(), QStringLiteral("Ines Maret"));
        show("a", "Who maid that");
        QTRY_COMPARE(speakers(), QStringLiteral("Ines Maret|Speaker 2|Ines Maret|Speaker 2"));
    }

    void partsAreSplitAndJoined()
    {
        show("a", "Who maid that");
        // In the middle of the word: words are not cut.
        QVERIFY(openTextMenu(QStringLiteral("ung from")));
        QVERIFY(pickText(QStringLiteral("Split here")));
        QTRY_VERIFY(text().contains(QLatin1String("Every reading\nhung from it.")));
        QVERIFY(openTextMenu(QStringLiteral("Every reading")));
        QVERIFY(pickText(QStringLiteral("Join with the next part")));
        QTRY_VERIFY(text().contains(QLatin1String("Every reading hung from it.")));
        undo();
        QTRY_VERIFY(text().contains(QLatin1String("Every reading\nhung from it.")));
        undo();
        QTRY_VERIFY(text().contains(QLatin1String("Every reading hung from it.")));
    }

    void anotherSpeaksThere()
    {
        show("a", "Who maid that");
        QVERIFY(openTextMenu(QStringLiteral("Nobody noticed")));
        QVERIFY(pickText(QStringLiteral("Who speaks here…")));
        auto *const dialog = m_run->find<QInputDialog>("speakerDialog");
        QVERIFY(dialog);
        QCOMPARE(dialog->comboBoxItems().size(), 2);
        QCOMPARE(dialog->textValue(), QStringLiteral("Speaker 1"));
        dialog->setTextValue(QStringLiteral("Ada"));
        dialog->accept();
        QTRY_COMPARE(speakers(), QStringLiteral("Speaker 1|Speaker 2|Ada|Speaker 2"));
    }

    void timesAreShiftedByEar()
    {
        show("a", "Who maid that");
        playWhole(QStringLiteral("a"));
        QVERIFY(clickLands(QStringLiteral("Every reading"), 6'000));
        QVERIFY(openTextMenu(QStringLiteral("Every reading")));
        QVERIFY(pickText(QStringLiteral("The times are off…")));
        shift(7'500, true);
        QTRY_COMPARE(startOf(QStringLiteral("Every reading")), at(7'500));
        QVERIFY(clickLands(QStringLiteral("Every reading"), 7'500));
        QVERIFY(clickLands(QStringLiteral("Nobody noticed"), 11'500));
        QVERIFY(clickLands(QStringLiteral("Who maid"), 2'000));
        undo();
        QTRY_COMPARE(startOf(QStringLiteral("Every reading")), at(6'000));
        // All of them, from the menu above the text: of the sentence that is heard.
        QVERIFY(clickLands(QStringLiteral("Nobody noticed"), 10'000));
        QVERIFY(openMenu());
        QVERIFY(pick(QStringLiteral("Shift the times…")));
        shift(10'800, false);
        QTRY_COMPARE(startOf(QStringLiteral("Nobody noticed")), at(10'800));
        QVERIFY(clickLands(QStringLiteral("Who maid"), 2'800));
    }

    void correctedOneLeavesAsAFile()
    {
        show("a", "Who maid that");
        correct(QStringLiteral("Who maid that decision?"),
                QStringLiteral("Who made that decision?"));
        QTRY_VERIFY(text().contains(QLatin1String("Who made that decision?")));
        rename(QStringLiteral("Speaker 2"), QStringLiteral("Tobias"));
        QTRY_VERIFY(speakers().contains(QLatin1String("Tobias")));
        QVERIFY(openMenu());
        QVERIFY(pick(QStringLiteral("WebVTT…")));
        const QString path = m_folder->filePath(QStringLiteral("out.vtt"));
        saveAs(path);
        QTRY_COMPARE(m_run->message(), QStringLiteral("Transcript exported."));
        const auto read = app::transcripts::readTranscript(tests::wholeFile(path));
        QVERIFY(read && read->cues.size() == 4);
        QCOMPARE(read->cues[0].body, QStringLiteral("Who made that decision?"));
        QCOMPARE(read->cues[0].speaker, QStringLiteral("Speaker 1"));
        QCOMPARE(read->cues[1].speaker, QStringLiteral("Tobias"));
        QCOMPARE(read->cues[3].start, std::optional(at(16'000)));
        QCOMPARE(read->cues[3].end, std::optional(at(25'000)));
    }

    void originalComesBack()
    {
        show("a", "Who maid that");
        correct(QStringLiteral("Who maid that decision?"),
                QStringLiteral("Who made that decision?"));
        QTRY_VERIFY(text().contains(QLatin1String("Who made that decision?")));
        correct(QStringLiteral("Then the ferry came."), QStringLiteral("Then came the ferry."));
        QTRY_VERIFY(text().contains(QLatin1String("Then came the ferry.")));
        QVERIFY(openMenu());
        QVERIFY(pick(QStringLiteral("Back to the original")));
        QTRY_VERIFY(text().contains(QLatin1String("Who maid that")));
        QVERIFY(text().contains(QLatin1String("Then the ferry came.")));
        undo();
        QTRY_VERIFY(text().contains(QLatin1String("Who made that")));
        QVERIFY(text().contains(QLatin1String("Then came the ferry.")));
    }

private:
    QString offer(const char *path, const char *type, const char *language) const
    {
        return QStringLiteral("<podcast:transcript url=\"%1\" type=\"%2\" language=\"%3\"/>")
            .arg(m_server.address(QLatin1String(path)),
                 QLatin1String(type),
                 QLatin1String(language));
    }

    void show(const char *guid, const char *words)
    {
        choose(QLatin1String(guid));
        m_run->give("reader.transcript");
        QTRY_VERIFY(text().contains(QLatin1String(words)));
    }

    void startAgain(const char *guid, const char *words)
    {
        beginAgain();
        show(guid, words);
    }

    ui::transcript::TranscriptView &view()
    {
        return *m_run->find<ui::transcript::TranscriptView>();
    }

    QString text() { return view().reader().document().text; }

    QString speakers()
    {
        QStringList all;
        for (const auto &paragraph : view().transcript().paragraphs) {
            all += paragraph.speaker;
        }
        return all.join(u'|');
    }

    std::optional<MediaTime> startOf(const QString &words)
    {
        return view().transcript().timeAt(text().indexOf(words));
    }

    QPoint middleOf(const QString &words)
    {
        const qsizetype offset = text().indexOf(words);
        view().reader().ensureVisible({offset, words.size()});
        const auto rects = view().reader().rectsOf({offset, 1});
        return rects.empty() ? QPoint() : rects.front().center().toPoint();
    }

    /// The menu below the button over the text.
    bool openMenu()
    {
        m_run->find<QAbstractButton>("transcriptsButton")->click();
        return tests::waitFor([this] {
            auto *const menu = m_run->find<QMenu>("transcriptMenu");
            return menu && menu->isVisible();
        });
    }

    /// The menu on words.
    bool openTextMenu(const QString &words)
    {
        const QPoint point = middleOf(words);
        QWidget *const viewport = view().reader().viewport();
        QContextMenuEvent event(QContextMenuEvent::Mouse, point, viewport->mapToGlobal(point));
        QCoreApplication::sendEvent(viewport, &event);
        return m_run->find<QMenu>("transcriptTextMenu");
    }

    /// What can be read, the one that is being read marked with a star.
    QStringList choices()
    {
        QStringList all;
        for (const QAction *const action : m_run->find<QMenu>("transcriptMenu")->actions()) {
            if (action->isCheckable()) {
                all += (action->isChecked() ? QStringLiteral("*") : QString()) + action->text();
            }
        }
        return all;
    }

    QStringList entries()
    {
        QStringList all;
        for (const QAction *const action : m_run->find<QMenu>("transcriptMenu")->actions()) {
            all += action->text();
        }
        return all;
    }

    bool pick(const QString &text) { return pickFrom("transcriptMenu", text); }

    bool pickText(const QString &text) { return pickFrom("transcriptTextMenu", text); }

    /// An entry of a menu or of one below it, by a part of its text; the menu closes and goes.
    bool pickFrom(const char *name, const QString &text)
    {
        QPointer<QMenu> menu = m_run->find<QMenu>(name);
        if (!menu) {
            return false;
        }
        QList<QAction *> all = menu->actions();
        for (auto *const below : menu->findChildren<QMenu *>()) {
            all += below->actions();
        }
        for (QAction *const action : std::as_const(all)) {
            if (!action->menu() && action->text().contains(text)) {
                menu->close();
                action->trigger();
                return tests::waitFor([&menu] { return !menu; });
            }
        }
        qWarning() << "no entry" << text;
        return false;
    }

    void openCorrect(const QString &sentence)
    {
        view().reader().select({text().indexOf(sentence), sentence.size()});
        QVERIFY(openTextMenu(sentence));
        QVERIFY(pickText(QStringLiteral("Correct")));
        QVERIFY(m_run->find<QDialog>("correctDialog"));
    }

    void correct(const QString &sentence, const QString &better)
    {
        openCorrect(sentence);
        QPointer<QDialog> dialog = m_run->find<QDialog>("correctDialog");
        auto *const words = dialog->findChild<QPlainTextEdit *>();
        QCOMPARE(words->toPlainText(), sentence);
        QTest::keyClicks(words, better);
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_VERIFY(!dialog);
    }

    void rename(const QString &speaker, const QString &name)
    {
        QVERIFY(openMenu());
        QVERIFY(pick(speaker));
        QPointer<QInputDialog> dialog = m_run->find<QInputDialog>("renameDialog");
        QVERIFY(dialog);
        QCOMPARE(dialog->textValue(), speaker);
        dialog->setTextValue(name);
        dialog->accept();
        QTRY_VERIFY(!dialog);
    }

    /// Finds the place in the open dialog by typing it, hears it, and keeps it.
    void shift(qint64 ms, bool laterOnly)
    {
        QPointer<QDialog> dialog = m_run->find<QDialog>("timeOffDialog");
        QVERIFY(dialog);
        auto *const place = dialog->findChild<QLineEdit *>(QStringLiteral("placeField"));
        QVERIFY(tests::heardAt(*m_run, ms, [place, ms] {
            place->setText(QString::number(static_cast<double>(ms) / 1000));
            QTest::keyClick(place, Qt::Key_Return);
        }));
        if (laterOnly) {
            dialog->findChild<QCheckBox *>(QStringLiteral("shiftLater"))->click();
        }
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        QTRY_VERIFY(!dialog);
        activate();
    }

    bool clickLands(const QString &words, qint64 ms)
    {
        return tests::heardAt(*m_run, ms, [&] {
            QTest::mouseClick(view().reader().viewport(), Qt::LeftButton, {}, middleOf(words));
        });
    }
};

QTEST_MAIN(TranscriptsJourney)
#include "tst_transcripts.moc"
