// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/wholefile.h"
#include "tests/support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace app::platform;

class WholeFileTest final : public QObject
{
    Q_OBJECT

private slots:

    void comesBackAsWritten()
    {
        const QString path = m_folder.filePath(QStringLiteral("ä.txt"));
        const QByteArray bytes("one\0two\n", 8);
        VERIFY_RESULT(writeWholeFile(path, bytes));
        VERIFY_RESULT(writeWholeFile(path, bytes + bytes));
        const auto read = readWholeFile(path, 16);
        VERIFY_RESULT(read);
        QCOMPARE(*read, bytes + bytes);
    }

    void aFolderIsNeverReplaced()
    {
        const QString path = m_folder.filePath(QStringLiteral("folder"));
        QVERIFY(QDir().mkpath(path));
        VERIFY_ERROR(writeWholeFile(path, "x"), Denied);
        VERIFY_ERROR(readWholeFile(path, 10), Denied);
        QVERIFY(QDir(path).exists());
    }

    void aMissingFolderIsSaid()
    {
        VERIFY_ERROR(writeWholeFile(m_folder.filePath(QStringLiteral("no/where.txt")), "x"),
                     Denied);
        VERIFY_ERROR(readWholeFile(m_folder.filePath(QStringLiteral("no/where.txt")), 10),
                     NotFound);
    }

    void whatIsTooLargeIsSaid()
    {
        const QString path = m_folder.filePath(QStringLiteral("large"));
        VERIFY_RESULT(writeWholeFile(path, QByteArray(11, 'x')));
        VERIFY_ERROR(readWholeFile(path, 10), TooLarge);
        // A limit that is not reached costs no memory.
        const auto read = readWholeFile(path, qint64{1} << 40);
        VERIFY_RESULT(read);
        QCOMPARE(read->size(), 11);
    }

    void whatHasNoSizeIsRead()
    {
        const QString path = QStringLiteral("/proc/self/status");
        if (!QFile::exists(path)) {
            QSKIP("this system has no /proc");
        }
        const auto read = readWholeFile(path, 1 << 20);
        VERIFY_RESULT(read);
        QVERIFY(read->contains("Pid:"));
        VERIFY_ERROR(readWholeFile(path, 10), TooLarge);
    }

    void aDeviceIsNeverReplaced()
    {
        const QString device = QStringLiteral("/dev/null");
        if (!QFile::exists(device)) {
            QSKIP("this system has no /dev/null");
        }
        VERIFY_ERROR(writeWholeFile(device, "x"), Denied);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(WholeFileTest)
#include "tst_wholefile.moc"
