// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/mediacontrols.h"
#include "app/platform/notifications.h"
#include "app/platform/paths.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace app::platform;
using std::chrono::milliseconds;

/// A desktop's notification service, as far as it is asked here.
class FakeNotificationService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList capabilities;
    QList<std::pair<QString, QString>> shown;

    Q_INVOKABLE QStringList GetCapabilities() const { return capabilities; }

    Q_INVOKABLE uint Notify(const QString &,
                            uint,
                            const QString &,
                            const QString &title,
                            const QString &body,
                            const QStringList &,
                            const QVariantMap &,
                            int)
    {
        shown.append({title, body});
        return 1;
    }
};

class TestPlatform : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    bool m_hasBus = false;

    static QDBusConnection bus() { return QDBusConnection(QStringLiteral("test")); }

    static QDBusMessage
    ask(const QString &interface, const QString &method, const QVariantList &arguments = {})
    {
        QDBusMessage message =
            QDBusMessage::createMethodCall(QStringLiteral("org.mpris.MediaPlayer2.earmark"),
                                           QStringLiteral("/org/mpris/MediaPlayer2"),
                                           interface,
                                           method);
        message.setArguments(arguments);
        QDBusPendingCallWatcher watcher(bus().asyncCall(message));
        QSignalSpy answered(&watcher, &QDBusPendingCallWatcher::finished);
        return watcher.isFinished() || answered.wait() ? watcher.reply() : QDBusMessage();
    }

    static QVariant property(const QString &name)
    {
        const QDBusMessage reply = ask(QStringLiteral("org.freedesktop.DBus.Properties"),
                                       QStringLiteral("Get"),
                                       {QStringLiteral("org.mpris.MediaPlayer2.Player"), name});
        return reply.arguments().value(0).value<QDBusVariant>().variant();
    }

    static QDBusMessage player(const QString &method, const QVariantList &arguments = {})
    {
        return ask(QStringLiteral("org.mpris.MediaPlayer2.Player"), method, arguments);
    }

    static bool hasName(const QString &name)
    {
        return bus().interface()->isServiceRegistered(name).value();
    }

private slots:

    void initTestCase()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (program.isEmpty()) {
            return;
        }
        m_daemon.start(program,
                       {QStringLiteral("--session"),
                        QStringLiteral("--nofork"),
                        QStringLiteral("--print-address"),
                        QStringLiteral("--address=unix:dir=") + m_folder.path()});
        QVERIFY(m_daemon.waitForReadyRead());
        const QByteArray address = m_daemon.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        m_hasBus =
            QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("test"))
                .isConnected();
        QVERIFY(m_hasBus);
    }

    void init()
    {
        const QByteArray test = QTest::currentTestFunction();
        if (!m_hasBus && (test.startsWith("controls") || test.startsWith("notifications"))) {
            QSKIP("there is no dbus-daemon here");
        }
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("test"));
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void pathsFollowXdg()
    {
        qputenv("XDG_DATA_HOME", "/x/data");
        qputenv("XDG_CONFIG_HOME", "/x/config");
        qputenv("XDG_CACHE_HOME", "/x/cache");
        const Paths paths = systemPaths();
        QCOMPARE(paths.data, QStringLiteral("/x/data/earmark"));
        QCOMPARE(paths.config, QStringLiteral("/x/config/earmark"));
        QCOMPARE(paths.settings, QStringLiteral("/x/config/earmark/earmark.ini"));
        QCOMPARE(paths.cache, QStringLiteral("/x/cache/earmark"));
        QCOMPARE(paths.downloads, QStringLiteral("/x/data/earmark/downloads"));
    }

    void controlsShowWhatPlays()
    {
        QObject owner;
        MediaControls *controls = makeMediaControls(&owner);
        QTRY_VERIFY(hasName(QStringLiteral("org.mpris.MediaPlayer2.earmark")));
        QCOMPARE(property(QStringLiteral("PlaybackStatus")).toString(), QStringLiteral("Stopped"));
        QCOMPARE(property(QStringLiteral("CanPlay")).toBool(), false);
        controls->show({.title = QStringLiteral("Title"),
                        .artist = QStringLiteral("Show"),
                        .length = milliseconds(90'000),
                        .playing = true,
                        .rate = 1.5});
        controls->setPosition(milliseconds(4'500));
        QCOMPARE(property(QStringLiteral("PlaybackStatus")).toString(), QStringLiteral("Playing"));
        QCOMPARE(property(QStringLiteral("Position")).toLongLong(), 4'500'000LL);
        QCOMPARE(property(QStringLiteral("Rate")).toDouble(), 1.5);
        const QVariantMap metadata = qdbus_cast<QVariantMap>(property(QStringLiteral("Metadata")));
        QCOMPARE(metadata.value(QStringLiteral("xesam:title")).toString(), QStringLiteral("Title"));
        QCOMPARE(metadata.value(QStringLiteral("mpris:length")).toLongLong(), 90'000'000LL);
    }

    void controlsPassWishesOn()
    {
        QObject owner;
        MediaControls *controls = makeMediaControls(&owner);
        QTRY_VERIFY(hasName(QStringLiteral("org.mpris.MediaPlayer2.earmark")));
        controls->show(
            {.title = QStringLiteral("T"), .artist = {}, .length = milliseconds(60'000)});
        QSignalSpy toggled(controls, &MediaControls::toggleRequested);
        QSignalSpy nexts(controls, &MediaControls::nextRequested);
        QSignalSpy raised(controls, &MediaControls::raiseRequested);
        std::vector<milliseconds> seeks;
        std::vector<milliseconds> places;
        connect(
            controls, &MediaControls::seekRequested, this, [&](auto by) { seeks.push_back(by); });
        connect(controls, &MediaControls::positionRequested, this, [&](auto to) {
            places.push_back(to);
        });
        QCOMPARE(player(QStringLiteral("PlayPause")).type(), QDBusMessage::ReplyMessage);
        player(QStringLiteral("Next"));
        player(QStringLiteral("Seek"), {-15'000'000LL});
        const QVariantMap metadata = qdbus_cast<QVariantMap>(property(QStringLiteral("Metadata")));
        const QVariant track = metadata.value(QStringLiteral("mpris:trackid"));
        const QVariant other = QVariant::fromValue(QDBusObjectPath(QStringLiteral("/other")));
        player(QStringLiteral("SetPosition"), {track, 30'000'000LL});
        player(QStringLiteral("SetPosition"), {track, -1LL});
        player(QStringLiteral("SetPosition"), {track, 61'000'000LL});
        player(QStringLiteral("SetPosition"), {other, 1'000'000LL});
        ask(QStringLiteral("org.mpris.MediaPlayer2"), QStringLiteral("Raise"));
        QCOMPARE(toggled.size(), 1);
        QCOMPARE(nexts.size(), 1);
        QCOMPARE(raised.size(), 1);
        QCOMPARE(seeks, std::vector<milliseconds>{milliseconds(-15'000)});
        QCOMPARE(places, std::vector<milliseconds>{milliseconds(30'000)});
    }

    void controlsOfASecondProgramHaveTheirOwnName()
    {
        QObject owner;
        static_cast<void>(makeMediaControls(&owner));
        QTRY_VERIFY(hasName(QStringLiteral("org.mpris.MediaPlayer2.earmark")));
        static_cast<void>(makeMediaControls(&owner));
        QTRY_VERIFY(hasName(QStringLiteral("org.mpris.MediaPlayer2.earmark.instance%1")
                                .arg(QCoreApplication::applicationPid())));
    }

    void notificationsAreNoMarkup_data()
    {
        QTest::addColumn<QStringList>("capabilities");
        QTest::addColumn<QString>("body");
        QTest::newRow("markup") << QStringList{QStringLiteral("body-markup")}
                                << QStringLiteral("&lt;b&gt;A &amp; B");
        QTest::newRow("plain") << QStringList{QStringLiteral("body")} << QStringLiteral("<b>A & B");
    }

    void notificationsAreNoMarkup()
    {
        QFETCH(QStringList, capabilities);
        QFETCH(QString, body);
        FakeNotificationService service;
        service.capabilities = capabilities;
        QVERIFY(bus().registerObject(QStringLiteral("/org/freedesktop/Notifications"),
                                     &service,
                                     QDBusConnection::ExportAllInvokables));
        QVERIFY(bus().registerService(QStringLiteral("org.freedesktop.Notifications")));
        QObject owner;
        makeNotifications(&owner)->show(QStringLiteral("New episode"), QStringLiteral("<b>A & B"));
        QTRY_COMPARE(service.shown.size(), 1);
        QCOMPARE(service.shown.at(0).first, QStringLiteral("New episode"));
        QCOMPARE(service.shown.at(0).second, body);
        bus().unregisterService(QStringLiteral("org.freedesktop.Notifications"));
        bus().unregisterObject(QStringLiteral("/org/freedesktop/Notifications"));
    }
};

QTEST_GUILESS_MAIN(TestPlatform)
#include "tst_platform.moc"
