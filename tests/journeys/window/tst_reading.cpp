// SPDX-License-Identifier: GPL-3.0-or-later
// Reading along with the sample, in the real window: what is marked is what is heard.
#include "app/session/transcriptservice.h"
#include "app/transcripts/transcriptreader.h"
#include "tests/journeys/window/windowrun.h"
#include "tests/support/resulttest.h"
#include "ui/library/firstrunpage.h"
#include "ui/transcript/transcriptview.h"

#include <QAbstractButton>
#include <QScrollBar>

#include <memory>

using namespace std::chrono_literals;
using app::playback::PlayerState;
using app::timestamps::Duration;
using app::timestamps::MediaTime;
using app::timestamps::TextSpan;
using app::transcripts::Cue;
using app::transcripts::Transcript;
using tests::WindowRun;

namespace {

constexpr double speed = 2;
constexpr qint64 framesPerMs = tests::codeRate / 1000;
constexpr Duration step = 100ms;   ///< of sound as it is heard
constexpr Duration listened = 30s; ///< likewise
constexpr Duration tolerance = 100ms;
constexpr MediaTime begin = MediaTime::fromMs(9'300);

/// A stretch of the text, and from when on it is the one that is spoken.
struct Spoken
{
    TextSpan span;
    MediaTime start;
    MediaTime end; ///< of its sound
};

Transcript sampleWords()
{
    return app::transcripts::readTranscript(
               tests::wholeFile(
                   QStringLiteral(EARMARK_SOURCE_DIR "/resources/sample/episode-1.vtt")))
        .value_or({});
}

QByteArray clock(MediaTime place)
{
    return QTime::fromMSecsSinceStartOfDay(static_cast<int>(place.ms()))
        .toString(QStringLiteral("HH:mm:ss.zzz"))
        .toLatin1();
}

/// The sample's transcript with a time for each word, in proportion to its letters.
QByteArray wordByWord(const Transcript &transcript)
{
    QByteArray vtt = "WEBVTT\n";
    for (const Cue &cue : transcript.cues) {
        const QStringList words = cue.body.split(u' ', Qt::SkipEmptyParts);
        vtt += "\n" + clock(*cue.start) + " --> " + clock(*cue.end) + "\n<v " + cue.speaker.toUtf8()
               + ">";
        qint64 letters = 0;
        for (const QString &word : words) {
            const Duration passed = (*cue.end - *cue.start) * letters / cue.body.size();
            vtt += (letters > 0 ? " <" + clock(*cue.start + passed) + ">" : QByteArray())
                   + word.toUtf8();
            letters += word.size() + 1;
        }
        vtt += "</v>\n";
    }
    return vtt;
}

/// Where each cue, or each word of the cues, stands in the text that is shown.
std::vector<Spoken> spokenIn(const Transcript &transcript, const QString &text, bool words)
{
    std::vector<Spoken> all;
    qsizetype from = 0;
    const auto add = [&](const QString &part, MediaTime start, MediaTime end) {
        const qsizetype offset = text.indexOf(part, from);
        if (offset >= 0) {
            all.push_back({{offset, part.size()}, start, end});
            from = offset + part.size();
        }
    };
    for (const Cue &cue : transcript.cues) {
        if (!words) {
            add(cue.body, *cue.start, *cue.end);
        }
        for (const auto &word : words ? cue.words : std::vector<app::transcripts::Word>()) {
            add(word.text, word.start, word.end);
        }
    }
    return all;
}

/// Whether two stretches share characters.
bool meet(TextSpan a, TextSpan b)
{
    return a.length > 0 && b.length > 0 && a.offset < b.offset + b.length
           && b.offset < a.offset + a.length;
}

/// Whether 5 ms of sound are silent, or as good as that.
bool isQuiet(const std::vector<float> &sound, double ms)
{
    constexpr float softest = 0.01F;
    const auto first = sound.begin() + 2 * static_cast<qint64>(ms * framesPerMs);
    return std::all_of(
        first, first + 2 * 5 * framesPerMs, [](float value) { return std::abs(value) <= softest; });
}

/// Where sound goes on after a pause, the nearest to a place; in ms as heard.
std::optional<double> onsetNear(const std::vector<float> &sound, double place)
{
    constexpr double pause = 60;
    std::optional<double> nearest;
    double silence = 0;
    for (double ms = place - 300; ms < place + 150; ms += 1) {
        const bool quiet = isQuiet(sound, ms);
        const double onset = ms + 5;
        if (!quiet && silence >= pause
            && (!nearest || std::abs(onset - place) < std::abs(*nearest - place))) {
            nearest = onset;
        }
        silence = quiet ? silence + 1 : 0;
    }
    return nearest;
}

} // namespace

class ReadingJourney : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = std::make_unique<WindowRun>(*m_folder);
        auto *const first = m_run->find<ui::library::FirstRunPage>();
        QVERIFY(first);
        emit first->sampleRequested();
        QTRY_VERIFY(m_run->list().model()->rowCount() >= 2);
        int row = 0;
        while (row < m_run->list().model()->rowCount()
               && !m_run->rowAt(row).filePath.endsWith(QLatin1String("episode-1.opus"))) {
            ++row;
        }
        QVERIFY(row < m_run->list().model()->rowCount());
        m_episode = m_run->rowAt(row);
        m_run->list().setFocus();
        m_run->list().setCurrentIndex(m_run->list().model()->index(row, 0));
        m_run->give("reader.transcript");
        QTRY_VERIFY(text().contains(QLatin1String("I am Ruth Calder.")));
    }

    void cleanup()
    {
        m_run.reset();
        m_folder.reset();
    }

    void theMarkedSentenceIsTheOneHeard()
    {
        const auto spoken = spokenIn(sampleWords(), text(), false);
        QVERIFY(spoken.size() > 90);
        play();
        int marked = 0;
        TextSpan before;
        const qint64 since = m_run->capture.heardFrames();
        listen(since, [&](MediaTime heard) {
            const auto isRight = [&] {
                return view().reader().currentSentence().length == 0
                           ? heard < spoken.front().start + tolerance
                           : isSpoken(spoken, view().reader().currentSentence(), heard);
            };
            // The player tells where it is twenty times a second.
            QTRY_VERIFY2(isRight(), qPrintable(wrong(view().reader().currentSentence(), heard)));
            if (view().reader().currentSentence() != before) {
                before = view().reader().currentSentence();
                ++marked;
                QTRY_VERIFY(isSeen(before));
            }
        });
        // A minute of speech has passed.
        QVERIFY(marked >= 10);
        QTRY_VERIFY(m_run->player().position() > begin + 59s);
        // The text went along.
        QVERIFY(view().isFollowing());
        QTRY_VERIFY(view().reader().verticalScrollBar()->value() > 0);
        soundsAgree(spoken, since);
    }

    void theMarkedWordIsTheOneHeard()
    {
        const QString path = m_folder->filePath(QStringLiteral("words.vtt"));
        const QByteArray vtt = wordByWord(sampleWords());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(vtt) == vtt.size());
        file.close();
        VERIFY_RESULT(tests::await(m_run->session->transcripts().attach(m_episode.id, path)));
        QTRY_VERIFY(view().transcript().anchors.size() > 500);
        const auto transcript = app::transcripts::readTranscript(vtt);
        const auto spoken = spokenIn(*transcript, text(), true);
        QVERIFY(spoken.size() > 500);
        play();
        int marked = 0;
        TextSpan before;
        listen(m_run->capture.heardFrames(), [&](MediaTime heard) {
            tick();
            const TextSpan word = view().reader().currentWord();
            QVERIFY2(word.length == 0 ? isPause(spoken, heard) : isSpoken(spoken, word, heard),
                     qPrintable(wrong(word, heard)));
            QVERIFY2(word.length == 0 || meet(word, view().reader().currentSentence()),
                     qPrintable(wrong(word, heard)));
            marked += word != before && word.length > 0 ? 1 : 0;
            before = word;
        });
        QVERIFY2(marked > 100, qPrintable(QString::number(marked)));
    }

    void lookingAroundLetsItRest()
    {
        play();
        m_run->hear(1s);
        QTRY_VERIFY(view().isFollowing() && view().reader().currentSentence().length > 0);
        // Who scrolls by hand is left there.
        QTest::keyClick(&view().reader(), Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY(!view().isFollowing());
        const int top = view().reader().verticalScrollBar()->value();
        QVERIFY(top > 0);
        QVERIFY(!isSeen(view().reader().currentSentence()));
        const TextSpan sentence = view().reader().currentSentence();
        for (int i = 0; i < 50; ++i) {
            m_run->hear(step);
            tick();
        }
        QVERIFY(view().reader().currentSentence() != sentence);
        QCOMPARE(view().reader().verticalScrollBar()->value(), top);
        m_run->give("reader.follow");
        QTRY_VERIFY(view().isFollowing());
        QTRY_VERIFY(isSeen(view().reader().currentSentence()));
    }

private:
    ui::transcript::TranscriptView &view()
    {
        return *m_run->find<ui::transcript::TranscriptView>();
    }

    /// As the player does of itself twenty times a second, of which this loudspeaker knows nothing.
    void tick() { emit m_run->player().positionChanged(m_run->player().position()); }

    QString text() { return view().reader().document().text; }

    /// At 2x, from the beginning of what is listened to; what is heard next is from there.
    void play()
    {
        m_run->give("ep.play");
        QTRY_VERIFY(m_run->listening().current()
                    && m_run->listening().current()->row.id == m_episode.id);
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
        QCOMPARE(m_run->player().options().silence, app::settings::SilenceSkipping::Off);
        m_run->bar().openSpeed();
        m_run->find<QAbstractButton>("speedPreset200")->click();
        QCOMPARE(m_run->player().speed(), speed);
        QVERIFY(m_run->jump(begin));
    }

    /// Step by step, with the place that the loudspeaker has come to, as counted by its frames.
    template <typename Check>
    void listen(qint64 since, Check check)
    {
        int steps = 0;
        for (; steps < listened / step; ++steps) {
            const qint64 before = m_run->capture.heardFrames();
            m_run->hear(step);
            QVERIFY(m_run->capture.heardFrames() - before == step.count() * framesPerMs);
            const auto frames = static_cast<double>(m_run->capture.heardFrames() - since);
            const MediaTime heard = begin + Duration(std::llround(frames / framesPerMs * speed));
            const auto off = m_run->player().position() - heard;
            QVERIFY2(std::chrono::abs(off) <= tolerance, qPrintable(QString::number(off.count())));
            check(heard);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        QCOMPARE(steps, 300);
    }

    /// Whether what is marked is spoken at a place, or was or will be within the tolerance.
    static bool isSpoken(const std::vector<Spoken> &all, TextSpan marked, MediaTime heard)
    {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool last = i + 1 == all.size();
            if (meet(all[i].span, marked) && all[i].start <= heard + tolerance
                && (last || all[i + 1].start >= heard - tolerance)) {
                return true;
            }
        }
        return false;
    }

    /// Whether nothing is spoken at a place, or within the tolerance.
    static bool isPause(const std::vector<Spoken> &all, MediaTime heard)
    {
        return std::none_of(all.begin(), all.end(), [heard](const Spoken &one) {
            return one.start <= heard - tolerance && one.end >= heard + tolerance;
        });
    }

    QString wrong(TextSpan marked, MediaTime heard)
    {
        return QStringLiteral("\"%1\" at %2 ms")
            .arg(text().mid(marked.offset, marked.length))
            .arg(heard.ms());
    }

    bool isSeen(TextSpan span)
    {
        const auto rects = view().reader().rectsOf(span);
        return !rects.empty()
               && rects.front().intersects(QRectF(view().reader().viewport()->rect()));
    }

    /// The sound itself: sentences begin after a pause in it when their times say so.
    void soundsAgree(const std::vector<Spoken> &spoken, qint64 since)
    {
        const auto sound = m_run->capture.heardSince(since);
        int found = 0;
        double worst = 0;
        for (const Spoken &sentence : spoken) {
            const double told = static_cast<double>((sentence.start - begin).count()) / speed;
            if (told < 500 || told + 500 > static_cast<double>(listened.count())) {
                continue;
            }
            if (const auto onset = onsetNear(sound, told)) {
                ++found;
                worst = std::max(worst, std::abs(*onset - told) * speed);
            }
        }
        qInfo() << found << "sentences begin in the sound as told, at most" << worst << "ms off";
        QVERIFY(found >= 8);
        QVERIFY(worst <= static_cast<double>(tolerance.count()));
    }

    app::library::EpisodeRow m_episode;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowRun> m_run;
};

QTEST_MAIN(ReadingJourney)
#include "tst_reading.moc"
