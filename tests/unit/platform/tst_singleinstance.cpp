// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/singleinstance.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using app::platform::SingleInstance;

class TestSingleInstance final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    /// What a later start finds, while the first one's events go on.
    bool startedLater(const QStringList &arguments)
    {
        auto done = std::async(std::launch::async, [this, arguments] {
            return SingleInstance(m_folder.path()).handOver(arguments);
        });
        while (done.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
            QCoreApplication::processEvents();
        }
        return done.get();
    }

private slots:

    void theFirstOneTakesWhatLaterOnesAreAskedFor()
    {
        SingleInstance first(m_folder.path());
        QSignalSpy received(&first, &SingleInstance::received);
        QVERIFY(!first.handOver({}));
        const QStringList link{QStringLiteral("earmark://episode/a/b?t=270"),
                               QStringLiteral("two words\nä")};
        QVERIFY(startedLater(link));
        QTRY_COMPARE(received.size(), 1);
        QCOMPARE(received.at(0).at(0).toStringList(), link);
        QVERIFY(startedLater({}));
        QTRY_COMPARE(received.size(), 2);
    }

    void anotherLibraryIsAnotherProgram()
    {
        QTemporaryDir elsewhere;
        SingleInstance first(m_folder.path());
        QVERIFY(!first.handOver({}));
        SingleInstance other(elsewhere.path());
        QVERIFY(!other.handOver({}));
    }

    void theNextOneFollowsWhenItHasEnded()
    {
        {
            SingleInstance first(m_folder.path());
            QVERIFY(!first.handOver({}));
        }
        SingleInstance next(m_folder.path());
        QVERIFY(!next.handOver({}));
        QVERIFY(startedLater({QStringLiteral("x")}));
    }

    void whatIsNoListIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("text") << QByteArray("hello\n");
        QTest::newRow("object") << QByteArray("{\"a\":1}\n");
        QTest::newRow("numbers") << QByteArray("[1,2]\n");
        QTest::newRow("endless") << QByteArray(200'000, 'x');
    }

    void whatIsNoListIsNotTaken()
    {
        QFETCH(QByteArray, message);
        SingleInstance first(m_folder.path());
        QSignalSpy received(&first, &SingleInstance::received);
        QVERIFY(!first.handOver({}));
        QLocalSocket guest;
        guest.connectToServer(first.name());
        QVERIFY(guest.waitForConnected());
        guest.write(message);
        QTRY_COMPARE(guest.state(), QLocalSocket::UnconnectedState);
        QVERIFY(guest.readAll().isEmpty());
        QVERIFY(received.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
