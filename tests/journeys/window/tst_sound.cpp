// SPDX-License-Identifier: GPL-3.0-or-later
// How it sounds, in the real window: speed, pauses, loudness, sleep, stretches that repeat.
#include "app/session/listeningsettings.h"
#include "app/session/sleeptimer.h"
#include "tests/journeys/window/dialogclicks.h"
#include "tests/journeys/window/windowrun.h"
#include "ui/preferences/podcastdialog.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/transcript/readerview.h"
#include "ui/transcript/selectionstrip.h"
#include "ui/transcript/transcriptview.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>

#include <memory>

using namespace std::chrono_literals;
using app::playback::PlayerState;
using app::settings::SilenceSkipping;
using app::settings::StretchQuality;
using app::timestamps::MediaTime;
using app::timestamps::TimeRange;
using tests::chooseIn;
using tests::turn;
using tests::WindowRun;

namespace {

const QByteArray transcript = "WEBVTT\n\n"
                              "00:02.000 --> 00:06.000\nWho made that decision?\n\n"
                              "00:06.000 --> 00:10.000\nEvery reading hung from it.\n\n"
                              "00:10.000 --> 00:16.000\nNobody noticed for years.\n\n"
                              "00:16.000 --> 00:25.000\nThen the ferry came.\n";

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

} // namespace

class SoundJourney : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        const QByteArray sound = tests::codedPiece(m_sounds, QStringLiteral("mp3"), 0, 30);
        QVERIFY2(!sound.isEmpty(), "ffmpeg is needed to make the sound");
        for (const char *const guid : {"a", "b", "h"}) {
            m_server.set(pathOf(QLatin1String(guid)), {.body = sound, .contentType = "audio/mpeg"});
        }
        m_server.set(QStringLiteral("/a.vtt"), {.body = transcript, .contentType = "text/vtt"});
        const QString link = QStringLiteral("<podcast:transcript url=\"%1\" type=\"text/vtt\"/>")
                                 .arg(m_server.address(QStringLiteral("/a.vtt")));
        m_server.set(QStringLiteral("/tidewater"),
                     tests::feedRoute(QStringLiteral("Tidewater"),
                                      item(QStringLiteral("a"), link) + item(QStringLiteral("b"))));
        m_server.set(QStringLiteral("/harbour"),
                     tests::feedRoute(QStringLiteral("Harbour"), item(QStringLiteral("h"))));
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = std::make_unique<WindowRun>(*m_folder);
        QCOMPARE(m_run->follow(m_server.address(QStringLiteral("/tidewater"))), 2);
        QCOMPARE(m_run->follow(m_server.address(QStringLiteral("/harbour"))), 1);
        QTRY_COMPARE(m_run->list().model()->rowCount(), 3);
    }

    void cleanup()
    {
        m_run.reset();
        m_folder.reset();
    }

    void speedByKeysAndPopup()
    {
        play("a");
        press(Qt::Key_D);
        QCOMPARE(m_run->player().speed(), 1.05);
        press(Qt::Key_A);
        press(Qt::Key_A);
        QCOMPARE(m_run->player().speed(), 0.95);
        press(Qt::Key_S);
        QCOMPARE(m_run->player().speed(), 1.0);
        m_run->bar().openSpeed();
        click("speedFaster");
        QCOMPARE(m_run->player().speed(), 1.05);
        control<QSlider>("speedSlider")->setValue(137);
        QCOMPARE(m_run->player().speed(), 1.35);
        click("speedPreset200");
        QCOMPARE(m_run->player().speed(), 2.0);
        QCOMPARE(control<ui::widgets::ElidedLabel>("speedValue")->text(), QStringLiteral("2×"));
        // It is heard: four seconds of sound in two.
        m_run->hear(1s);
        const auto before = m_run->player().position();
        m_run->hear(2s);
        QTRY_VERIFY(std::abs((m_run->player().position() - before).count() - 4'000) < 150);
        QCOMPARE(m_run->settings.playback().speed, 2.0);
        startAgain();
        QTRY_COMPARE(m_run->player().speed(), 2.0);
    }

    void soundByPopup()
    {
        play("a");
        m_run->bar().openSpeed();
        control<QTabBar>("soundSilence")->setCurrentIndex(3);
        click("soundLevel");
        click("soundMono");
        control<QTabBar>("soundQuality")->setCurrentIndex(1);
        auto options = m_run->player().options();
        QCOMPARE(options.silence, SilenceSkipping::Strong);
        QVERIFY(options.level);
        QVERIFY(options.mono);
        QCOMPARE(options.quality, StretchQuality::Fine);
        QCOMPARE(m_run->settings.playback().sound, options);
        startAgain();
        QTRY_COMPARE(m_run->player().options(), options);
    }

    void soundByPreferences()
    {
        play("a");
        m_run->give("app.preferences");
        auto *const dialog = m_run->find<ui::preferences::PreferencesDialog>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(chooseIn(dialog, QStringLiteral("Skip silence"), QStringLiteral("Medium")));
        QCOMPARE(m_run->player().options().silence, SilenceSkipping::Medium);
        QVERIFY(turn(dialog, QStringLiteral("Level loudness")));
        QVERIFY(m_run->player().options().level);
        QVERIFY(turn(dialog, QStringLiteral("Mono")));
        QVERIFY(m_run->player().options().mono);
        QVERIFY(chooseIn(dialog, QStringLiteral("Target loudness"), QStringLiteral("-23 LUFS")));
        QCOMPARE(m_run->player().options().loudness, -23.0);
        QVERIFY(
            chooseIn(dialog, QStringLiteral("Quality at other speeds"), QStringLiteral("Finer")));
        QCOMPARE(m_run->player().options().quality, StretchQuality::Fine);
        QVERIFY(chooseIn(dialog, QStringLiteral("Speed"), QStringLiteral("1.4×")));
        QCOMPARE(m_run->player().speed(), 1.4);
        QVERIFY(chooseIn(dialog, QStringLiteral("Forward button"), QStringLiteral("10 s")));
        dialog->close();
        const auto kept = m_run->settings.playback();
        QCOMPARE(kept.sound, m_run->player().options());
        QCOMPARE(kept.speed, 1.4);
        // The popup shows what was chosen there, and the button goes as far as was said.
        m_run->bar().openSpeed();
        QCOMPARE(control<QTabBar>("soundSilence")->currentIndex(), 2);
        QVERIFY(control<QAbstractButton>("soundMono")->isChecked());
        const auto before = m_run->player().position();
        m_run->give("player.forward30");
        QTRY_COMPARE((m_run->player().position() - before).count(), 10'000);
    }

    void aPodcastHasItsOwn()
    {
        play("a");
        m_run->bar().openSpeed();
        click("speedPreset150");
        click("soundLevel");
        const QSignalSpy kept(&m_run->session->listeningSettings(),
                              &app::session::ListeningSettings::podcastChanged);
        click("soundOwn");
        const auto tidewater = m_run->listening().current()->row.podcastId;
        QTRY_COMPARE(kept.count(), 1);
        QVERIFY(own(tidewater).speed == 1.5);
        QVERIFY(own(tidewater).level == true);
        // From now on the speed is the podcast's; all others keep theirs.
        press(Qt::Key_S);
        QCOMPARE(m_run->player().speed(), 1.0);
        QTRY_VERIFY(own(tidewater).speed == 1.0);
        QCOMPARE(m_run->settings.playback().speed, 1.5);
        play("h");
        QTRY_COMPARE(m_run->player().speed(), 1.5);
        QTRY_VERIFY(m_run->player().options().level);
        m_run->bar().openSpeed();
        QVERIFY(!control<QAbstractButton>("soundOwn")->isChecked());
        click("speedPreset125");
        click("soundLevel");
        QCOMPARE(m_run->player().speed(), 1.25);
        QVERIFY(!m_run->player().options().level);
        play("b");
        QTRY_COMPARE(m_run->player().speed(), 1.0);
        QTRY_VERIFY(m_run->player().options().level);
        QTRY_VERIFY(control<QAbstractButton>("soundOwn")->isChecked());
        startAgain();
        QTRY_COMPARE(m_run->player().speed(), 1.0);
        QTRY_VERIFY(m_run->player().options().level);
        // Given up, it follows the others again.
        m_run->bar().openSpeed();
        QTRY_VERIFY(control<QAbstractButton>("soundOwn")->isChecked());
        click("soundOwn");
        QTRY_COMPARE(m_run->player().speed(), 1.25);
        QVERIFY(!m_run->player().options().level);
    }

    void aPodcastsOwnByItsDialog()
    {
        play("a");
        const auto tidewater = m_run->listening().current()->row.podcastId;
        m_run->bar().openSpeed();
        click("soundSettings");
        QTRY_VERIFY(m_run->find<ui::preferences::PodcastDialog>());
        auto *const dialog = m_run->find<ui::preferences::PodcastDialog>();
        QVERIFY(chooseIn(dialog, QStringLiteral("Speed"), QStringLiteral("1.75×")));
        QTRY_COMPARE(m_run->player().speed(), 1.75);
        QVERIFY(chooseIn(dialog, QStringLiteral("Skip silence"), QStringLiteral("Gentle")));
        QTRY_COMPARE(m_run->player().options().silence, SilenceSkipping::Gentle);
        QVERIFY(chooseIn(dialog, QStringLiteral("Speed"), QStringLiteral("As for all (1×)")));
        QTRY_COMPARE(m_run->player().speed(), 1.0);
        QVERIFY(own(tidewater).silence == SilenceSkipping::Gentle);
        QCOMPARE(m_run->settings.playback().sound.silence, SilenceSkipping::Off);
    }

    void sleepAtTheEndOfTheEpisode()
    {
        QVERIFY(m_run->choose(QStringLiteral("Episode b")));
        press(Qt::Key_Q);
        QTRY_VERIFY(m_run->stored(QStringLiteral("b")).row.queued);
        play("a");
        QVERIFY(m_run->jump(at(15'000)));
        QTest::keyClick(&m_run->list(), Qt::Key_Z);
        click("sleepEpisode");
        // Loud as ever before the last ten seconds, and silent at the end.
        const qint64 before = m_run->capture.heardFrames();
        m_run->hear(4900ms);
        QVERIFY(!m_run->player().isFading());
        m_run->hear(200ms);
        QTRY_VERIFY(m_run->player().isFading());
        m_run->hear(12s);
        QTRY_COMPARE(m_run->message(), QStringLiteral("The sleep timer paused the sound."));
        const qint64 heard = m_run->capture.heardFrames();
        m_run->hear(2s);
        m_run->settle();
        QVERIFY(m_run->isCurrent(QStringLiteral("a")));
        QVERIFY(m_run->player().state() != PlayerState::Playing);
        const auto sound = m_run->capture.heardSince(before);
        QVERIFY(peak(sound, 1'000, 4'000) > 0.05F);
        QVERIFY(peak(sound, 14'700, 14'900) < 0.02F);
        QVERIFY(m_run->capture.heardFrames() - heard < 48 * 100
                || peak(m_run->capture.heardSince(heard), 0, 1'900) == 0.0F);
        // Whoever was not asleep goes back to where it began to fade.
        const qint64 back = m_run->capture.heardFrames();
        auto *const shown = m_run->find<ui::widgets::MessageBar>();
        const auto buttons = shown->findChildren<QAbstractButton *>();
        QCOMPARE(buttons.size(), 1);
        QCOMPARE(buttons.front()->text(), QStringLiteral("Go back"));
        QVERIFY(m_run->afterJump([&] { buttons.front()->click(); }));
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
        m_run->hear(1s);
        const auto place = tests::firstHeard(m_run->capture, back);
        QVERIFY(place);
        QVERIFY2(std::abs(*place - 20'000) < 200, qPrintable(QString::number(*place)));
    }

    void sleepTimerIsShownAndSwitchedOff()
    {
        play("a");
        m_run->bar().openSleep();
        click("sleep5");
        m_run->bar().openSleep();
        QTRY_VERIFY(control<QAbstractButton>("sleepOff")->isVisible());
        QCOMPARE(m_run->session->sleepTimer().mode(), app::session::SleepTimer::Mode::Minutes);
        click("sleepLonger");
        QCOMPARE(m_run->session->sleepTimer().remaining(), app::timestamps::Duration(10min));
        m_run->bar().openSleep();
        click("sleepOff");
        QCOMPARE(m_run->session->sleepTimer().mode(), app::session::SleepTimer::Mode::Off);
    }

    void aStretchByItsEnds()
    {
        play("a");
        QVERIFY(m_run->jump(at(5'000)));
        m_run->hear(100ms);
        QTRY_VERIFY(m_run->player().position() >= at(5'000));
        press(Qt::Key_I);
        const auto start = m_run->listening().loopStart();
        QVERIFY(start);
        m_run->hear(2s);
        QTRY_VERIFY(m_run->player().position() >= *start + 2s);
        press(Qt::Key_O);
        QTRY_VERIFY(m_run->player().loop());
        const TimeRange loop = *m_run->player().loop();
        QCOMPARE(loop.start, *start);
        QVERIFY(std::abs((loop.end - loop.start).count() - 2'000) < 200);
        const qint64 before = m_run->capture.heardFrames();
        m_run->hear(5s);
        QTRY_VERIFY(loop.contains(m_run->player().position()));
        staysWithin(before, loop);
        // Once more ends it, and the sound goes on behind it.
        press(Qt::Key_R, Qt::ShiftModifier);
        QTRY_VERIFY(!m_run->player().loop());
        m_run->hear(3s);
        QTRY_VERIFY(m_run->player().position() > loop.end);
    }

    void aSelectedSentenceIsRepeated()
    {
        play("a");
        select(QStringLiteral("Every reading hung from it."));
        auto *const button =
            words().strip().findChild<QAbstractButton *>(QStringLiteral("stripLoop"));
        QVERIFY(button);
        QVERIFY(m_run->afterJump([button] { button->click(); }));
        const TimeRange sentence{at(6'000), at(10'000)};
        QTRY_COMPARE(m_run->player().loop(), std::optional(sentence));
        const qint64 before = m_run->capture.heardFrames();
        m_run->hear(9s);
        staysWithin(before, sentence);
        press(Qt::Key_R, Qt::ShiftModifier);
        QTRY_VERIFY(!m_run->player().loop());
        // By the key, too.
        select(QStringLiteral("Then the ferry came."));
        press(Qt::Key_R, Qt::ShiftModifier);
        QTRY_COMPARE(m_run->player().loop(), std::optional(TimeRange{at(16'000), at(25'000)}));
        QTRY_VERIFY(m_run->player().position() >= at(16'000));
    }

    void theSentenceThatIsHeard()
    {
        play("a");
        m_run->give("reader.transcript");
        QTRY_VERIFY(words().reader().document().text.contains(QLatin1String("Nobody noticed")));
        QVERIFY(m_run->jump(at(8'500)));
        m_run->hear(100ms);
        QTRY_VERIFY(m_run->player().position() >= at(8'500));
        // Once more from its start.
        const qint64 before = m_run->capture.heardFrames();
        QVERIFY(m_run->afterJump([this] { press(Qt::Key_R); }));
        m_run->hear(1s);
        const auto place = tests::firstHeard(m_run->capture, before);
        QVERIFY(place);
        QVERIFY2(std::abs(*place - 6'000) <= 5, qPrintable(QString::number(*place)));
        QTRY_VERIFY(m_run->player().position() >= at(6'900));
        // Again and again.
        press(Qt::Key_R, Qt::ShiftModifier);
        QTRY_COMPARE(m_run->player().loop(), std::optional(TimeRange{at(6'000), at(10'000)}));
    }

    void afterAPauseASentenceBeginsAgain()
    {
        play("a");
        m_run->give("reader.transcript");
        QTRY_VERIFY(words().reader().document().text.contains(QLatin1String("Nobody noticed")));
        QVERIFY(m_run->jump(at(3'000)));
        m_run->hear(9s);
        QTRY_VERIFY(m_run->player().position() >= at(11'900));
        press(Qt::Key_K);
        QTRY_COMPARE(m_run->player().state(), PlayerState::Paused);
        m_run->clock.advance(2min);
        const qint64 before = m_run->capture.heardFrames();
        QVERIFY(m_run->afterJump([this] { press(Qt::Key_K); }));
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
        m_run->hear(500ms);
        const auto place = tests::firstHeard(m_run->capture, before);
        QVERIFY(place);
        // Five seconds back is 7 s; the sentence there begins at 6 s.
        QVERIFY2(std::abs(*place - 6'000) <= 5, qPrintable(QString::number(*place)));
        // Switched off, it goes on where it was.
        auto common = m_run->session->listeningSettings().common();
        common.smartRewind = false;
        m_run->session->listeningSettings().setCommon(common);
        press(Qt::Key_K);
        QTRY_COMPARE(m_run->player().state(), PlayerState::Paused);
        const auto paused = m_run->player().position();
        m_run->clock.advance(2min);
        const qint64 again = m_run->capture.heardFrames();
        press(Qt::Key_K);
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
        m_run->hear(500ms);
        const auto next = tests::firstHeard(m_run->capture, again);
        QVERIFY(next);
        QVERIFY(std::abs(*next - static_cast<double>(paused.ms())) < 100);
    }

private:
    static QString pathOf(const QString &guid) { return QStringLiteral("/%1.mp3").arg(guid); }

    QString item(const QString &guid, const QString &more = {}) const
    {
        return tests::feedItem(m_server, guid, pathOf(guid), more);
    }

    void play(const char *guid)
    {
        QVERIFY(m_run->choose(QStringLiteral("Episode ") + QLatin1String(guid)));
        m_run->give("ep.play");
        QTRY_VERIFY(m_run->isCurrent(QLatin1String(guid)));
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
        // All of it is there, for this loudspeaker is faster than any server.
        QTRY_VERIFY(!m_run->stored(QLatin1String(guid)).row.filePath.isEmpty());
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        m_run->list().setFocus();
        QTest::keyClick(&m_run->list(), key, modifiers);
    }

    template <typename Control>
    Control *control(const char *name)
    {
        auto *const found = m_run->find<Control>(name);
        if (!found) {
            qFatal("there is no %s", name);
        }
        return found;
    }

    void click(const char *name) { control<QAbstractButton>(name)->click(); }

    void startAgain()
    {
        m_run.reset();
        m_run = std::make_unique<WindowRun>(*m_folder);
        QTRY_VERIFY(m_run->listening().current());
        QTRY_COMPARE(m_run->player().state(), PlayerState::Paused);
    }

    app::settings::PodcastSettings own(app::base::PodcastId podcast)
    {
        return tests::await(m_run->session->listeningSettings().ofPodcast(podcast)).value_or({});
    }

    ui::transcript::TranscriptView &words()
    {
        return *m_run->find<ui::transcript::TranscriptView>();
    }

    void select(const QString &sentence)
    {
        m_run->give("reader.transcript");
        QTRY_VERIFY(words().reader().document().text.contains(QLatin1String("Nobody noticed")));
        const auto offset = words().reader().document().text.indexOf(sentence);
        QVERIFY(offset >= 0);
        words().reader().select({offset, sentence.size()});
    }

    static float peak(const std::vector<float> &sound, std::size_t fromMs, std::size_t toMs)
    {
        float greatest = 0;
        for (std::size_t i = fromMs * 96; i < std::min(toMs * 96, sound.size()); ++i) {
            greatest = std::max(greatest, std::abs(sound[i]));
        }
        return greatest;
    }

    /// All that was heard since is from there; what was on its way when it was set may lie past its
    /// end, until the first return to its start.
    void staysWithin(qint64 since, const TimeRange &range)
    {
        const auto sound = m_run->capture.heardSince(since);
        int found = 0;
        bool returned = false;
        double before = 0;
        for (std::size_t ms = 0; (ms + 120) * 96 < sound.size(); ms += 250) {
            const auto place = tests::heardPlace(std::span(sound).subspan(ms * 96));
            if (!place) {
                continue; // where its end meets its start
            }
            returned = returned || place->ms < before;
            before = place->ms;
            if (!returned && place->ms > static_cast<double>(range.end.ms())) {
                continue;
            }
            ++found;
            // Read from 60 ms of sound: where these hold the seam, they seem to begin before it.
            QVERIFY2(place->ms >= static_cast<double>(range.start.ms()) - 60
                         && place->ms <= static_cast<double>(range.end.ms()) + 5,
                     qPrintable(QStringLiteral("%1 ms at %2").arg(place->ms).arg(ms)));
        }
        QVERIFY(found >= 10);
        QVERIFY(returned);
    }

    QTemporaryDir m_sounds;
    tests::HttpFixture m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowRun> m_run;
};

QTEST_MAIN(SoundJourney)
#include "tst_sound.moc"
