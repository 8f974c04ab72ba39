// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/mediacontrols.h"
#include "app/platform/notifications.h"

#include <QTest>
#include <QThreadPool>

using namespace app::platform;

/// A program of its own, because the bus library reads the address once and keeps it.
class TestNoBus : public QObject
{
    Q_OBJECT

private:
    static void useAll()
    {
        QObject owner;
        makeMediaControls(&owner)->show({.title = QStringLiteral("x"), .artist = {}});
        makeNotifications(&owner)->show(QStringLiteral("x"), QStringLiteral("y"));
        QVERIFY(QThreadPool::globalInstance()->waitForDone());
        QCoreApplication::processEvents();
    }

private slots:

    void nothingHappensWithoutABus()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_RUNTIME_DIR");
        useAll();
    }

    void nothingHappensWithABrokenBus()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all");
        useAll();
    }

    void mayEndBeforeTheBusAnswers()
    {
        for (int i = 0; i < 20; ++i) {
            QObject owner;
            static_cast<void>(makeMediaControls(&owner));
            static_cast<void>(makeNotifications(&owner));
        }
        QVERIFY(QThreadPool::globalInstance()->waitForDone());
    }
};

QTEST_GUILESS_MAIN(TestNoBus)
#include "tst_nobus.moc"
