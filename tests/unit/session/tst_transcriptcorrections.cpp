// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/history.h"
#include "app/session/transcriptservice.h"
#include "app/transcripts/cueplaces.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/sessionbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using namespace app::transcripts;
using app::timestamps::Duration;
using tests::await;
using tests::SessionBench;

namespace {

const QByteArray talk = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Speaker 1>The quick brwn fox\n\n"
                        "00:03.000 --> 00:05.000\n<v Speaker 2>jumped over.\n";

} // namespace

class TranscriptCorrectionsTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_bench = std::make_unique<SessionBench>();
        m_bench->http.set(QStringLiteral("/t.vtt"), {.body = talk});
        m_bench->serveFeed(SessionBench::item("e1", transcriptTag())
                           + SessionBench::item("e2", transcriptTag()));
        VERIFY_RESULT(m_bench->subscribe());
    }

    void cleanup() { m_bench.reset(); }

    void wordsAreFixedUndoneAndDoneAgain()
    {
        const LoadedTranscript before = load();
        const QSignalSpy changed(&service(), &TranscriptService::changed);
        VERIFY_RESULT(await(service().correct(before.id, fixed(before, u"brwn"_qs, u"brown"_qs))));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].value<app::base::EpisodeId>(), episode().row.id);
        const LoadedTranscript after = load();
        QVERIFY(after.reading.text.startsWith(QLatin1String("The quick brown fox")));
        QCOMPARE(after.original, before.original);
        QCOMPARE(after.edits.edits.size(), std::size_t(1));
        QVERIFY(await(service().choices(episode()))->front().corrected);

        history().undo();
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(load().transcript, before.transcript);
        history().redo();
        QTRY_COMPARE(changed.size(), 3);
        QCOMPARE(load().transcript, after.transcript);
    }

    void theyOutliveTheProgram()
    {
        const LoadedTranscript before = load();
        VERIFY_RESULT(await(service().correct(before.id, fixed(before, u"brwn"_qs, u"brown"_qs))));
        VERIFY_RESULT(await(service().correct(before.id, {ShiftTimes{Duration(500)}})));
        reopen();
        const LoadedTranscript again = load();
        QCOMPARE(again.transcript.cues[0].start->ms(), 1500);
        QVERIFY(again.reading.text.contains(QLatin1String("brown")));
        QVERIFY(!history().canUndo());
        // What was done in another session can be taken back, too.
        VERIFY_RESULT(await(service().undoCorrection(before.id)));
        QCOMPARE(load().transcript.cues[0].start->ms(), 1000);
        history().undo();
        QTRY_COMPARE(load().transcript.cues[0].start->ms(), 1500);
        VERIFY_RESULT(await(service().dropCorrections(before.id)));
        QCOMPARE(load().transcript, before.transcript);
        history().undo();
        QTRY_COMPARE(load().transcript, again.transcript);
    }

    void nothingToTakeBackSaysSo()
    {
        VERIFY_ERROR(await(service().undoCorrection(load().id)), NotFound);
        VERIFY_RESULT(await(service().dropCorrections(load().id)));
        VERIFY_ERROR(
            await(service().correct(app::base::TranscriptId(99), {ShiftTimes{Duration(1)}})),
            NotFound);
        QVERIFY(!history().canUndo());
    }

    void whatDoesNotFitIsRefused()
    {
        const LoadedTranscript before = load();
        const auto edits = fixed(before, u"brwn"_qs, u"brown"_qs);
        VERIFY_RESULT(await(service().correct(before.id, edits)));
        // Made from the text before: the words it is about are gone.
        VERIFY_ERROR(await(service().correct(before.id, edits)), Conflict);
        QCOMPARE(load().edits.edits.size(), std::size_t(1));
    }

    void editsInARowAreAllKept()
    {
        const LoadedTranscript before = load();
        std::vector<QFuture<app::base::Result<void>>> pending;
        for (int i = 0; i < 5; ++i) {
            pending.push_back(service().correct(
                before.id,
                {RenameSpeaker{QStringLiteral("Speaker %1").arg(i == 0 ? 1 : i + 100),
                               QStringLiteral("Speaker %1").arg(i + 101)}}));
            // Each is about the name that the one before gave.
        }
        for (const auto &one : pending) {
            VERIFY_RESULT(await(one));
        }
        QCOMPARE(load().speakers.front().label, QStringLiteral("Speaker 105"));
    }

    void namesHoldForThePodcast()
    {
        const LoadedTranscript before = load();
        QCOMPARE(before.speakers.size(), std::size_t(2));
        QCOMPARE(before.speakers[0], (SpeakerName{u"Speaker 1"_qs, u"Speaker 1"_qs}));
        const QSignalSpy changed(&service(), &TranscriptService::changed);
        const auto podcast = episode().row.podcastId;
        VERIFY_RESULT(await(service().renameSpeaker(podcast, u"Speaker 1"_qs, u" Ada  L. "_qs)));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(load().speakers[0], (SpeakerName{u"Speaker 1"_qs, u"Ada L."_qs}));
        QCOMPARE(load().reading.paragraphs[0].speaker, QStringLiteral("Ada L."));
        const auto other = await(service().load(m_bench->episode(QStringLiteral("e2"))));
        QCOMPARE(other->reading.paragraphs[0].speaker, QStringLiteral("Ada L."));
        // Words can be corrected where names are shown.
        VERIFY_RESULT(await(service().correct(before.id, fixed(load(), u"brwn"_qs, u"brown"_qs))));
        history().undo();
        history().undo();
        QTRY_COMPARE(load().speakers[0].name, QStringLiteral("Speaker 1"));
        history().redo();
        QTRY_COMPARE(load().speakers[0].name, QStringLiteral("Ada L."));
        VERIFY_ERROR(await(service().renameSpeaker(app::base::PodcastId(99), u"A"_qs, u"B"_qs)),
                     NotFound);
    }

    void theCorrectedOneIsExported_data()
    {
        QTest::addColumn<Format>("format");
        QTest::newRow("WebVTT") << Format::WebVtt;
        QTest::newRow("SubRip") << Format::SubRip;
        QTest::newRow("JSON") << Format::Json;
        QTest::newRow("text") << Format::Plain;
        QTest::newRow("HTML") << Format::Html;
    }

    void theCorrectedOneIsExported()
    {
        QFETCH(Format, format);
        const LoadedTranscript before = load();
        auto edits = fixed(before, u"brwn"_qs, u"brown"_qs);
        edits.emplace_back(FixText{cueRef(before.transcript, 1), 0, 12, {}});
        VERIFY_RESULT(await(service().correct(before.id, edits)));
        VERIFY_RESULT(
            await(service().renameSpeaker(episode().row.podcastId, u"Speaker 1"_qs, u"Ada"_qs)));
        const QString path = m_bench->folder.filePath(QStringLiteral("out"));
        VERIFY_RESULT(await(service().exportTo(before.id, path, format)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QVERIFY(written.contains("The quick brown fox"));
        QVERIFY(written.contains("Ada"));
        QVERIFY(!written.contains("jumped"));
        QVERIFY(!written.contains("Speaker 2"));
    }

    void whatCannotBeExportedSaysWhy()
    {
        const auto timed = load().id;
        const QString path = m_bench->folder.filePath(QStringLiteral("out"));
        VERIFY_ERROR(await(service().exportTo(timed, path, Format::Ttml)), Unsupported);
        VERIFY_ERROR(
            await(service().exportTo(timed, QStringLiteral("/nowhere/out"), Format::Plain)),
            Denied);
        const auto untimed =
            await(service().attachText(episode().row.id, QStringLiteral("Only words.")));
        VERIFY_RESULT(untimed);
        VERIFY_ERROR(await(service().exportTo(untimed->id, path, Format::SubRip)), Conflict);
        VERIFY_RESULT(await(service().exportTo(untimed->id, path, Format::Plain)));
    }

private:
    [[nodiscard]] TranscriptService &service() { return m_bench->session->transcripts(); }

    [[nodiscard]] History &history() { return m_bench->session->history(); }

    [[nodiscard]] app::library::Episode episode() { return m_bench->episode(QStringLiteral("e1")); }

    [[nodiscard]] static QByteArray transcriptTag()
    {
        return "<podcast:transcript url=\"t.vtt\" type=\"text/vtt\"/>";
    }

    [[nodiscard]] LoadedTranscript load() { return await(service().load(episode())).value_or({}); }

    void reopen()
    {
        m_bench->session.reset();
        auto opened = Session::open(
            {m_bench->folder.filePath(QStringLiteral("library")), {}, &m_bench->clock});
        VERIFY_RESULT(opened);
        m_bench->session = *std::move(opened);
    }

    [[nodiscard]] static std::vector<Edit>
    fixed(const LoadedTranscript &loaded, const QString &was, const QString &is)
    {
        const CuePlaces places(loaded.transcript, loaded.reading);
        return places.replace(loaded.reading.text.indexOf(was), was.size(), is);
    }

    std::unique_ptr<SessionBench> m_bench;
};

QTEST_GUILESS_MAIN(TranscriptCorrectionsTest)
#include "tst_transcriptcorrections.moc"
