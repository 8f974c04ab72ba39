// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// One line of the table that add_room() writes.
struct Room
{
    QString path; ///< "app/feeds"
    int rank = 0;
    QStringList mayInclude;
    QStringList outside; ///< patterns of headers that only this room may include
};

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

std::vector<Room> readRooms(const QString &table)
{
    std::vector<Room> rooms;
    for (const QString &line : table.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(QLatin1Char('|'));
        if (parts.size() == 4) {
            rooms.push_back({parts[0],
                             parts[1].toInt(),
                             parts[2].split(QLatin1Char(' '), Qt::SkipEmptyParts),
                             parts[3].split(QLatin1Char(' '), Qt::SkipEmptyParts)});
        }
    }
    return rooms;
}

/// "app/feeds/internal/x.h" belongs to "app/feeds".
QString roomOf(const QString &path)
{
    return path.section(QLatin1Char('/'), 0, 1);
}

/// What is wrong with one include of a file in a room; empty when nothing is.
QString faultOf(const Room &room, const QString &include, const std::vector<Room> &rooms)
{
    if (include.startsWith(QLatin1Char('"'))) {
        const QString target = include.mid(1).chopped(1);
        if (!target.contains(QLatin1Char('/'))) {
            return QStringLiteral("is not written as a path from the top");
        }
        if (roomOf(target) == room.path) {
            return {};
        }
        if (!room.mayInclude.contains(roomOf(target))) {
            return QStringLiteral("is not among the rooms it uses");
        }
        return target.contains(QLatin1String("/internal/"))
                   ? QStringLiteral("is internal to another room")
                   : QString();
    }
    static const QRegularExpression widgets(QStringLiteral(
        "^<Q(Widget|Application|MainWindow|Dialog|MessageBox|PushButton|Label|Layout|Menu)"));
    if (room.path.startsWith(QLatin1String("app/")) && widgets.match(include).hasMatch()) {
        return QStringLiteral("is Widgets code, which app/ must not know");
    }
    for (const Room &other : rooms) {
        for (const QString &pattern : other.outside) {
            const bool owned = room.outside.contains(pattern);
            if (include.startsWith(pattern) && other.path != room.path && !owned) {
                return QStringLiteral("belongs to ") + other.path;
            }
        }
    }
    return {};
}

/// Every include below \p root that the table forbids, as "file: include why".
QStringList violations(const QString &root, const std::vector<Room> &rooms)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*#\\s*include\\s+([<\"][^>\"]+[>\"])"),
        QRegularExpression::MultilineOption);
    QStringList found;
    for (const Room &room : rooms) {
        QDirIterator files(root + QLatin1Char('/') + room.path,
                           {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                           QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            auto includes = pattern.globalMatch(readText(path));
            while (includes.hasNext()) {
                const QString include = includes.next().captured(1);
                if (const QString fault = faultOf(room, include, rooms); !fault.isEmpty()) {
                    found += QStringLiteral("%1: %2 %3")
                                 .arg(QDir(root).relativeFilePath(path), include, fault);
                }
            }
        }
    }
    return found;
}

/// Files of the project's own code below app/ and ui/.
QStringList sourceFiles()
{
    QStringList paths;
    for (const QString &half :
         {QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("tests")}) {
        QDirIterator files(QStringLiteral(EARMARK_SOURCE_DIR "/") + half,
                           {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                           QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            paths += files.next();
        }
    }
    return paths;
}

} // namespace

class ArchitectureTest : public QObject
{
    Q_OBJECT

private slots:

    void everyIncludeIsAllowed()
    {
        const auto rooms = readRooms(readText(QStringLiteral(EARMARK_BUILD_DIR "/rooms.txt")));
        QVERIFY(rooms.size() > 10);
        const QStringList found = violations(QStringLiteral(EARMARK_SOURCE_DIR), rooms);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void forbiddenIncludeIsFound_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("include");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("own room") << QStringLiteral("app/feeds/a.cpp")
                                  << QStringLiteral("\"app/feeds/feed.h\"") << true;
        QTest::newRow("room below")
            << QStringLiteral("app/feeds/a.cpp") << QStringLiteral("\"app/base/result.h\"") << true;
        QTest::newRow("room above")
            << QStringLiteral("app/base/a.cpp") << QStringLiteral("\"app/feeds/feed.h\"") << false;
        QTest::newRow("room beside")
            << QStringLiteral("app/notes/a.cpp") << QStringLiteral("\"app/feeds/feed.h\"") << false;
        QTest::newRow("panel from below") << QStringLiteral("app/feeds/a.cpp")
                                          << QStringLiteral("\"ui/window/mainwindow.h\"") << false;
        QTest::newRow("another's inside") << QStringLiteral("app/feeds/a.cpp")
                                          << QStringLiteral("\"app/base/internal/x.h\"") << false;
        QTest::newRow("own inside") << QStringLiteral("app/feeds/a.cpp")
                                    << QStringLiteral("\"app/feeds/internal/x.h\"") << true;
        QTest::newRow("no path") << QStringLiteral("app/feeds/a.cpp")
                                 << QStringLiteral("\"feed.h\"") << false;
        QTest::newRow("owned library")
            << QStringLiteral("app/feeds/a.cpp") << QStringLiteral("<pugixml.hpp>") << true;
        QTest::newRow("another's library")
            << QStringLiteral("app/notes/a.cpp") << QStringLiteral("<pugixml.hpp>") << false;
        QTest::newRow("widgets below")
            << QStringLiteral("app/feeds/a.cpp") << QStringLiteral("<QMessageBox>") << false;
        QTest::newRow("widgets above")
            << QStringLiteral("ui/window/a.cpp") << QStringLiteral("<QMessageBox>") << true;
    }

    void forbiddenIncludeIsFound()
    {
        QFETCH(QString, file);
        QFETCH(QString, include);
        QFETCH(bool, allowed);
        const QTemporaryDir root;
        QVERIFY(QDir(root.path()).mkpath(file.section(QLatin1Char('/'), 0, -2)));
        QFile source(root.filePath(file));
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write("#include " + include.toUtf8() + "\n");
        source.close();
        const auto rooms = readRooms(QStringLiteral("app/base|1||\n"
                                                    "app/feeds|3|app/base|<pugixml\n"
                                                    "app/notes|3|app/base|\n"
                                                    "ui/window|5|app/feeds|\n"));
        QCOMPARE(violations(root.path(), rooms).isEmpty(), allowed);
    }

    void roomsUseOnlyLowerRanks()
    {
        const auto rooms = readRooms(readText(QStringLiteral(EARMARK_BUILD_DIR "/rooms.txt")));
        QHash<QString, int> ranks;
        for (const Room &room : rooms) {
            ranks.insert(room.path, room.rank);
        }
        for (const Room &room : rooms) {
            for (const QString &used : room.mayInclude) {
                if (roomOf(used).section(QLatin1Char('/'), 0, 0)
                    == room.path.section(QLatin1Char('/'), 0, 0)) {
                    QVERIFY2(ranks.value(used) < room.rank, qPrintable(room.path + used));
                }
            }
        }
    }

    void appHoldsNoTranslatedText()
    {
        static const QRegularExpression call(QStringLiteral("\\b(tr|translate)\\("));
        for (const QString &path : sourceFiles()) {
            if (path.contains(QLatin1String("/app/"))) {
                QVERIFY2(!call.match(readText(path)).hasMatch(), qPrintable(path));
            }
        }
    }

    void everyFileNamesItsLicence()
    {
        for (const QString &path : sourceFiles()) {
            QVERIFY2(readText(path).startsWith(
                         QLatin1String("// SPDX-License-Identifier: GPL-3.0-or-later\n")),
                     qPrintable(path));
        }
    }

    void filesStayReadable()
    {
        for (const QString &path : sourceFiles()) {
            if (path.contains(QLatin1String("/tests/"))) {
                continue;
            }
            const auto lines = readText(path).count(QLatin1Char('\n'));
            const int limit = path.endsWith(QLatin1String(".h")) ? 200 : 500;
            QVERIFY2(lines <= limit,
                     qPrintable(QStringLiteral("%1 has %2 lines").arg(path).arg(lines)));
        }
    }
};

QTEST_GUILESS_MAIN(ArchitectureTest)
#include "tst_architecture.moc"
