// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/diskspace.h"
#include "app/downloads/filenames.h"
#include "tests/support/resulttest.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBoundaryFinder>

#include <limits>

using namespace app::downloads;

namespace {

/// 200 names somebody might put into a feed to get out of the folder or to break something.
QStringList hostileNames()
{
    const QStringList parts{QStringLiteral("../"),
                            QStringLiteral("..\\"),
                            QStringLiteral("/etc/passwd"),
                            QStringLiteral("C:\\Windows\\x"),
                            QStringLiteral("a\0b").append(QChar(0)).append(u'c'),
                            QStringLiteral("con"),
                            QStringLiteral("NUL.mp3"),
                            QStringLiteral("com1 .txt"),
                            QStringLiteral("LPT¹"),
                            QStringLiteral("aux."),
                            QString(300, u'x'),
                            QString(300, QChar(0x4e2d)),
                            QStringLiteral("\u202egpj.exe"),
                            QStringLiteral("\u2066a\u2069\u200e\u200f\ufeff"),
                            QStringLiteral("..."),
                            QStringLiteral(" . . "),
                            QStringLiteral("~"),
                            QStringLiteral("-rf"),
                            QStringLiteral("a\nb\tc\r"),
                            QString(QChar(0xd800)) + QChar(0xffff) + QChar(0xdc00),
                            QStringLiteral("👩‍👩‍👧‍👦").repeated(20),
                            QStringLiteral("e") + QString(500, QChar(0x0301)),
                            QStringLiteral("*?\"<>|:"),
                            QStringLiteral("$(rm -rf /)`x`;"),
                            QStringLiteral("%2e%2e%2f")};
    const QStringList frames{QStringLiteral("%1"),
                             QStringLiteral("%1%1"),
                             QStringLiteral(" %1 "),
                             QStringLiteral("..%1"),
                             QStringLiteral("%1..."),
                             QStringLiteral("/%1/"),
                             QStringLiteral("Episode: %1?"),
                             QStringLiteral("%1.mp3")};
    QStringList names;
    for (const QString &frame : frames) {
        for (const QString &part : parts) {
            names.append(QString(frame).replace(QStringLiteral("%1"), part));
        }
    }
    return names;
}

} // namespace

class TestFileNames : public QObject
{
    Q_OBJECT

private slots:

    void hostileNamesStayInTheFolder()
    {
        const QTemporaryDir folder;
        const QDir dir(folder.path());
        const QStringList names = hostileNames();
        QCOMPARE(names.size(), 200);
        for (const QString &hostile : names) {
            const QString name = safeFileName(hostile);
            QVERIFY(!name.isEmpty() && name.toUtf8().size() <= 80);
            QVERIFY2(name.isValidUtf16(), qPrintable(name));
            QVERIFY2(!name.contains(u'/') && !name.contains(u'\\'), qPrintable(name));
            QCOMPARE(safeFileName(name), name);
            const QString path =
                dir.filePath(episodeFilePath(hostile, hostile, hostile, hostile, hostile, hostile));
            QVERIFY2(QDir::cleanPath(path) == path, qPrintable(path));
            QVERIFY(path.startsWith(folder.path() + u'/'));
            QVERIFY(QDir().mkpath(QFileInfo(path).path()));
            QFile file(path);
            QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
            QVERIFY(QFileInfo(path).canonicalFilePath().startsWith(dir.canonicalPath() + u'/'));
        }
    }

    void names_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        const auto row = [](const QString &text, const QString &name) {
            QTest::newRow(qPrintable(text.left(30))) << text << name;
        };
        row(QStringLiteral("A plain title"), QStringLiteral("A plain title"));
        row(QStringLiteral("Łódź: what? 50/50"), QStringLiteral("Łódź- what 50-50"));
        row(QString(), QStringLiteral("untitled"));
        row(QStringLiteral(" .. "), QStringLiteral("untitled"));
        row(QStringLiteral("../../x"), QStringLiteral("-..-x"));
        row(QStringLiteral("Con"), QStringLiteral("_Con"));
        row(QStringLiteral("com7.tar.gz"), QStringLiteral("_com7.tar.gz"));
        row(QStringLiteral("Convention"), QStringLiteral("Convention"));
        row(QStringLiteral("abc\u202efdp.exe"), QStringLiteral("abcfdp.exe"));
        row(QStringLiteral("e\u0301"), QStringLiteral("é"));
        row(QStringLiteral("می‌خواهم"), QStringLiteral("می‌خواهم"));
    }

    void names()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        QCOMPARE(safeFileName(text), name);
    }

    void cutsBetweenWholeLetters()
    {
        const QString family = QStringLiteral("👩‍👩‍👧‍👦"); // 25 bytes
        QCOMPARE(safeFileName(family.repeated(20)), family.repeated(3));
        const QString flag = QStringLiteral("🇩🇪"); // 8 bytes
        QCOMPARE(safeFileName(u'x' + flag.repeated(20)), u'x' + flag.repeated(9));
    }

    void aMegabyteTitleIsQuick()
    {
        QBENCHMARK_ONCE
        {
            QVERIFY(safeFileName(QString(1'000'000, QChar(0x0301))).toUtf8().size() <= 80);
        }
    }

    void episodePaths()
    {
        const auto path = [](const QString &url, const QString &type) {
            return episodeFilePath(QStringLiteral("Show"),
                                   QStringLiteral("One"),
                                   QStringLiteral("2026-11-21"),
                                   QStringLiteral("key"),
                                   url,
                                   type);
        };
        QCOMPARE(path(QStringLiteral("https://a.example/x/One.MP3?t=1.2"), QString()),
                 QStringLiteral("Show/2026-11-21 One [2c70e12b].mp3"));
        QVERIFY(path(QStringLiteral("https://a.example/play.php"),
                     QStringLiteral("Audio/MP4; codecs=x"))
                    .endsWith(QLatin1String(".m4a")));
        QVERIFY(path(QStringLiteral("https://a.example/x.exe"), QStringLiteral("text/html"))
                    .endsWith(QLatin1String(".audio")));
        const QString other = episodeFilePath(QStringLiteral("Show"),
                                              QStringLiteral("One"),
                                              QString(),
                                              QStringLiteral("other"),
                                              QString(),
                                              QString());
        QVERIFY(other.startsWith(QLatin1String("Show/One [")));
        QVERIFY(!other.contains(QLatin1String("2c70e12b")));
    }

    void roomOnTheDisk()
    {
        const QTemporaryDir folder;
        QVERIFY(checkRoom(folder.filePath(QStringLiteral("not/there/yet")), 0));
        const auto full = checkRoom(folder.path(), std::numeric_limits<qint64>::max() / 2);
        VERIFY_ERROR(full, DiskFull);
        QVERIFY(full.error().detail.contains(QLatin1String("MB")));
    }
};

QTEST_GUILESS_MAIN(TestFileNames)
#include "tst_filenames.moc"
