// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/outputdevices.h"
#include "tests/support/fakeplayer.h"
#include "tests/unit/session/sessionfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using app::playback::AudioDevice;
using app::playback::PlayerState;

namespace {

class FakeDevices final : public app::playback::AudioDevices
{
public:
    [[nodiscard]] std::vector<AudioDevice> devices() const override { return m_list; }

    void setWatched(bool on) override { watched = on; }

    bool watched = false;

    void set(std::vector<AudioDevice> list)
    {
        m_list = std::move(list);
        emit changed();
    }

private:
    std::vector<AudioDevice> m_list;
};

AudioDevice device(const char *id, bool isDefault = false)
{
    return {id, QStringLiteral("The ") + QString::fromLatin1(id), isDefault};
}

} // namespace

class OutputDevicesTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_fixture = std::make_unique<tests::SessionFixture>();
        m_settings = std::make_unique<ListeningSettings>(*m_fixture->library, std::nullopt);
        m_player = std::make_unique<tests::FakePlayer>();
        m_player->setState(PlayerState::Playing);
    }

    void cleanup()
    {
        m_lost.reset();
        m_moved.reset();
        m_devices.reset();
        m_player.reset();
        m_fixture->library.reset();
        m_settings.reset();
        m_fixture.reset();
    }

    void playsOnTheDefaultWhenNothingIsChosen()
    {
        start({device("speakers", true), device("usb")});
        QCOMPARE(m_player->calls, QStringList(QStringLiteral("device ")));
        QCOMPARE(m_devices->devices().size(), 2u);
        QVERIFY(m_devices->chosen().isEmpty());
    }

    void listIsWatchedOnlyWhileThereIsSound()
    {
        start({device("speakers", true)});
        m_player->setState(PlayerState::Paused);
        QVERIFY(!m_list->watched);
        m_player->setState(PlayerState::Playing);
        QVERIFY(m_list->watched);
        m_player->setState(PlayerState::Buffering);
        QVERIFY(m_list->watched);
        m_player->setState(PlayerState::Ended);
        QVERIFY(!m_list->watched);
    }

    void choiceIsKeptAndUsedAtOnce()
    {
        start({device("speakers", true), device("usb")});
        QSignalSpy changed(m_devices.get(), &OutputDevices::changed);
        m_devices->choose("usb");
        QCOMPARE(m_player->calls.last(), QStringLiteral("device usb"));
        QCOMPARE(m_settings->common().outputDevice, QByteArray("usb"));
        QCOMPARE(m_devices->chosen(), QByteArray("usb"));
        QCOMPARE(changed.count(), 1);
        m_devices->choose({});
        QCOMPARE(m_player->calls.last(), QStringLiteral("device "));
        QCOMPARE(m_moved->count(), 0); // the listener did it
    }

    void chosenOneThatIsNotThereIsUsedOnceItIs()
    {
        choose("usb");
        start({device("speakers", true)});
        QCOMPARE(m_player->calls.last(), QStringLiteral("device "));
        QCOMPARE(m_devices->chosen(), QByteArray("usb"));
        m_list->set({device("speakers", true), device("usb")});
        QCOMPARE(m_player->calls.last(), QStringLiteral("device usb"));
        QCOMPARE(m_moved->count(), 1);
        QCOMPARE(m_moved->last()[0].toString(), QStringLiteral("The usb"));
        QCOMPARE(m_player->state(), PlayerState::Playing);
    }

    void unpluggedOnePausesAndTheDefaultIsNext()
    {
        choose("usb");
        start({device("speakers", true), device("usb")});
        m_list->set({device("speakers", true)});
        QCOMPARE(m_player->state(), PlayerState::Paused);
        QCOMPARE(m_lost->count(), 1);
        QCOMPARE(m_lost->last()[0].toString(), QStringLiteral("The usb"));
        QCOMPARE(m_player->calls.last(), QStringLiteral("device "));
        QCOMPARE(m_moved->count(), 0);
    }

    void unpluggedDefaultPausesToo()
    {
        start({device("speakers"), device("headphones", true)});
        m_list->set({device("speakers", true)});
        QCOMPARE(m_player->state(), PlayerState::Paused);
        QCOMPARE(m_lost->count(), 1);
        QCOMPARE(m_lost->last()[0].toString(), QStringLiteral("The headphones"));
    }

    void lossIsSaidOnceWhoeverSeesItFirst()
    {
        start({device("speakers"), device("headphones", true)});
        m_player->pause();
        emit m_player->deviceLost({app::base::ErrorCode::NoDevice, QStringLiteral("gone")});
        QCOMPARE(m_lost->count(), 1);
        QCOMPARE(m_lost->last()[0].toString(), QStringLiteral("The headphones"));
        m_list->set({device("speakers", true)});
        QCOMPARE(m_lost->count(), 1);
        m_player->play();
        m_list->set({});
        emit m_player->deviceLost({app::base::ErrorCode::NoDevice, QStringLiteral("gone")});
        QCOMPARE(m_lost->count(), 2);
    }

    void silentLossIsNotSaid()
    {
        m_player->setState(PlayerState::Paused);
        start({device("speakers"), device("headphones", true)});
        m_list->set({device("speakers", true)});
        QCOMPARE(m_lost->count(), 0);
        QCOMPARE(m_moved->count(), 0);
    }

    void newDefaultIsFollowed()
    {
        start({device("speakers", true)});
        m_player->calls.clear();
        m_list->set({device("speakers"), device("headphones", true)});
        QCOMPARE(m_player->calls, QStringList(QStringLiteral("device ")));
        QCOMPARE(m_moved->count(), 1);
        QCOMPARE(m_moved->last()[0].toString(), QStringLiteral("The headphones"));
    }

    void newDefaultIsNotFollowedUnlessAsked()
    {
        auto common = m_settings->common();
        common.followDefaultDevice = false;
        m_settings->setCommon(common);
        start({device("speakers", true)});
        QCOMPARE(m_player->calls.last(), QStringLiteral("device speakers"));
        m_player->calls.clear();
        m_list->set({device("speakers"), device("headphones", true)});
        QVERIFY(m_player->calls.isEmpty());
        QCOMPARE(m_moved->count(), 0);
        // A choice that is taken back means the default of now.
        m_devices->choose("headphones");
        m_devices->choose({});
        QCOMPARE(m_player->calls.last(), QStringLiteral("device headphones"));
    }

    void chosenOneStaysWhenTheDefaultChanges()
    {
        choose("usb");
        start({device("speakers", true), device("usb")});
        m_player->calls.clear();
        m_list->set({device("speakers"), device("usb"), device("headphones", true)});
        QVERIFY(m_player->calls.isEmpty());
        QCOMPARE(m_moved->count(), 0);
    }

    void withoutASoundServerNothingBreaks()
    {
        start({});
        QVERIFY(m_devices->devices().empty());
        m_list->set({device("speakers", true)});
        QCOMPARE(m_player->calls.last(), QStringLiteral("device "));
        QCOMPARE(m_lost->count(), 0);
    }

private:
    void choose(const QByteArray &id)
    {
        auto common = m_settings->common();
        common.outputDevice = id;
        m_settings->setCommon(common);
    }

    void start(std::vector<AudioDevice> list)
    {
        auto devices = std::make_unique<FakeDevices>();
        devices->set(std::move(list));
        m_list = devices.get();
        m_devices = std::make_unique<OutputDevices>(*m_player, std::move(devices), *m_settings);
        m_lost = std::make_unique<QSignalSpy>(m_devices.get(), &OutputDevices::lost);
        m_moved = std::make_unique<QSignalSpy>(m_devices.get(), &OutputDevices::moved);
    }

    std::unique_ptr<tests::SessionFixture> m_fixture;
    std::unique_ptr<ListeningSettings> m_settings;
    std::unique_ptr<tests::FakePlayer> m_player;
    FakeDevices *m_list = nullptr; ///< owned by m_devices
    std::unique_ptr<OutputDevices> m_devices;
    std::unique_ptr<QSignalSpy> m_lost;
    std::unique_ptr<QSignalSpy> m_moved;
};

QTEST_GUILESS_MAIN(OutputDevicesTest)
#include "tst_outputdevices.moc"
