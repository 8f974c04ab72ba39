// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/progresskeeper.h"
#include "tests/support/fakeplayer.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/sessionfixture.h"

#include <QTest>

using namespace app::session;
using app::playback::PlayerState;
using app::timestamps::MediaTime;
using tests::await;

class ProgressKeeperTest final : public QObject
{
    Q_OBJECT

private slots:

    void whatIsPausedForLongWasHeardThen()
    {
        tests::SessionFixture fixture;
        fixture.addPodcast({QStringLiteral("https://pod.example/1.mp3")});
        const auto row = [&] {
            return fixture.episode(QStringLiteral("e1")).row;
        };
        tests::FakePlayer player;
        ProgressKeeper keeper(player, *fixture.library, fixture.clock);
        keeper.setEpisode(row().id, {});
        player.setState(PlayerState::Paused);
        // Nothing was heard: it was never listened to.
        VERIFY_RESULT(await(keeper.save()));
        QVERIFY(!row().lastHeard.isValid());
        player.setState(PlayerState::Playing);
        player.setPosition(MediaTime::fromMs(5000));
        const QDateTime heard = fixture.clock.now();
        player.setState(PlayerState::Paused);
        QTRY_COMPARE(row().position, MediaTime::fromMs(5000));
        fixture.clock.advance(std::chrono::hours(3));
        VERIFY_RESULT(await(keeper.save()));
        QCOMPARE(row().lastHeard, heard);
        player.setState(PlayerState::Playing);
        player.setPosition(MediaTime::fromMs(6000));
        VERIFY_RESULT(await(keeper.save()));
        QCOMPARE(row().lastHeard, fixture.clock.now());
    }
};

QTEST_GUILESS_MAIN(ProgressKeeperTest)
#include "tst_progresskeeper.moc"
