// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/resulttest.h"
#include "tests/unit/session/listeningbench.h"

#include <QTest>

using namespace app::session;
using namespace std::chrono_literals;
using app::timestamps::Duration;
using app::timestamps::MediaTime;
using tests::await;
using tests::ListeningBench;

namespace {

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

} // namespace

class ListeningOptionsTest : public QObject
{
    Q_OBJECT

private slots:

    void init() { m = std::make_unique<ListeningBench>(); }

    void cleanup() { m.reset(); }

    void settingsForAllAreAppliedAtOnce()
    {
        m->open(m->first);
        m->setCommon([](app::settings::PlaybackSettings &common) {
            common.speed = 1.5;
            common.volume = 0.4;
            common.sound.mono = true;
        });
        QCOMPARE(m->player.speed(), 1.5);
        QCOMPARE(m->player.volume(), 0.4);
        QVERIFY(m->player.options().mono);
        m->listening.setSpeed(1.25);
        QCOMPARE(m->settings.common().speed, 1.25);
        m->player.setVolume(0.7);
        QCOMPARE(m->settings.common().volume, 0.7);
        m->listening.setSpeed(17);
        QCOMPARE(m->settings.common().speed, 3.0);
    }

    void podcastSoundsAsChosenForIt()
    {
        app::settings::PodcastSettings own;
        own.speed = 1.8;
        own.level = true;
        m->setOwn(own);
        m->open(m->first);
        QCOMPARE(m->player.speed(), 1.8);
        QVERIFY(m->player.options().level);
        m->listening.setSpeed(2);
        QCOMPARE(m->player.speed(), 2.0);
        QCOMPARE(m->settings.common().speed, 1.0);
        QTRY_COMPARE(await(m->settings.ofPodcast(m->podcast))->speed, std::optional(2.0));
        own.speed.reset();
        m->setOwn(own);
        QTRY_COMPARE(m->player.speed(), 1.0);
    }

    void speedGoesToThePodcastOnceItHasItsOwn()
    {
        m->open(m->first);
        app::settings::PodcastSettings own;
        own.speed = 1.8;
        m->settings.setOfPodcast(m->podcast, own);
        m->listening.setSpeed(2);
        QCOMPARE(m->settings.common().speed, 1.0);
        QCOMPARE(m->player.speed(), 2.0);
        m->settle();
        QCOMPARE(m->player.speed(), 2.0);
        QCOMPARE(await(m->settings.ofPodcast(m->podcast))->speed, std::optional(2.0));
    }

    void wishForSoundGoesWhereItBelongs()
    {
        app::settings::PodcastSettings own;
        own.silence = app::settings::SilenceSkipping::Gentle;
        m->setOwn(own);
        m->open(m->first);
        auto options = m->listening.settings().sound;
        QCOMPARE(options.silence, app::settings::SilenceSkipping::Gentle);
        options.silence = app::settings::SilenceSkipping::Strong;
        options.level = true;
        options.mono = true;
        m->listening.setSound(options);
        QCOMPARE(m->player.options(), options);
        QCOMPARE(m->settings.common().sound.silence, app::settings::SilenceSkipping::Off);
        QVERIFY(m->settings.common().sound.level);
        QVERIFY(m->settings.common().sound.mono);
        QTRY_COMPARE(await(m->settings.ofPodcast(m->podcast))->silence,
                     std::optional(app::settings::SilenceSkipping::Strong));
        QVERIFY(!await(m->settings.ofPodcast(m->podcast))->level);
    }

    void introAndOutroAreLeftOut()
    {
        app::settings::PodcastSettings own;
        own.skipIntro = 30s;
        own.skipOutro = 20s;
        m->setOwn(own);
        m->open(m->first);
        QCOMPARE(m->player.calls.last(), QStringLiteral("load 30000 play"));
        QCOMPARE(m->player.loaded->leaveOutAtEnd, Duration(20s));
        m->open(m->second, at(5'000));
        QCOMPARE(m->player.calls.last(), QStringLiteral("load 5000 play"));
        m->setPosition(m->third, 90'000);
        m->open(m->third);
        QCOMPARE(m->player.calls.last(), QStringLiteral("load 90000 play"));
        m->player.finish();
        m->listening.toggle();
        QCOMPARE(m->player.position(), at(30'000));
    }

    void changedOutroCountsAtOnce()
    {
        m->open(m->first);
        app::settings::PodcastSettings own;
        own.skipOutro = 20s;
        m->settings.setOfPodcast(m->podcast, own);
        QCOMPARE(m->player.calls.last(), QStringLiteral("leave out 20000"));
        own.speed = 1.5;
        m->settings.setOfPodcast(m->podcast, own);
        QCOMPARE(m->player.calls.last(), QStringLiteral("speed 1.5"));
    }

    void whatIsSetWhileItIsLoadedCounts()
    {
        m->listening.open(m->first);
        app::settings::PodcastSettings own;
        own.speed = 1.5;
        own.skipIntro = 30s;
        m->settings.setOfPodcast(m->podcast, own);
        QTRY_VERIFY(m->isCurrent(m->first));
        QCOMPARE(m->player.speed(), 1.5);
        QCOMPARE(m->player.calls.last(), QStringLiteral("load 30000 play"));
    }

    void introLongerThanTheEpisodeIsHeard()
    {
        app::settings::PodcastSettings own;
        own.skipIntro = 6min;
        own.skipOutro = 4min;
        m->setOwn(own);
        m->open(m->first);
        QCOMPARE(m->player.calls.last(), QStringLiteral("load 0 play"));
    }

private:
    std::unique_ptr<ListeningBench> m;
};

QTEST_GUILESS_MAIN(ListeningOptionsTest)
#include "tst_listeningoptions.moc"
