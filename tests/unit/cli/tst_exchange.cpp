// SPDX-License-Identifier: GPL-3.0-or-later
// Notes out in every format and in again, as a script would do it.
#include "tests/support/cliprogram.h"
#include "tests/support/httpfixture.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using tests::CliProgram;
using tests::CliRun;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The values of an array of objects that have this type, wherever they are in a JSON value.
QList<QJsonObject> ofType(const QJsonValue &value, const QString &type)
{
    QList<QJsonObject> found;
    if (value.toObject()[QStringLiteral("type")].toString() == type) {
        found += value.toObject();
    }
    for (const QJsonValue &part : value.toArray()) {
        found += ofType(part, type);
    }
    for (const QJsonValue &part : value.toObject()) {
        found += ofType(part, type);
    }
    return found;
}

} // namespace

class ExchangeTest final : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        m_http.serveFolder(QStringLiteral(EARMARK_SOURCE_DIR "/resources/sample"));
        VERIFY_JSON(m_cli.json({QStringLiteral("subscribe"), feed()}));
        const CliRun quoted = m_cli.json(
            words("note add water --at 4:30 --until 4:45 --tag tides --text")
            + QStringList{QStringLiteral("Use it 🌊"), QStringLiteral("--quote"), quote()});
        VERIFY_JSON(quoted);
        m_quoted = quoted.object();
        VERIFY_JSON(m_cli.json(words("note add water --at 1:00 --text plain")));
        VERIFY_JSON(m_cli.json(words("note add margin --at 2:00 --text other")));
    }

    void writesEveryFormatTheSameTwice_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *name : {"markdown",
                                 "jsonl",
                                 "json",
                                 "csv",
                                 "readwise",
                                 "w3c",
                                 "anki",
                                 "org",
                                 "logseq",
                                 "text",
                                 "html",
                                 "pdf",
                                 "vtt",
                                 "srt",
                                 "audacity",
                                 "bibtex",
                                 "csl"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void writesEveryFormatTheSameTwice()
    {
        QFETCH(const QString, format);
        QTemporaryDir folder;
        std::map<QString, QByteArray> first;
        for (const QString &name : {QStringLiteral("one"), QStringLiteral("two")}) {
            const QString path = folder.filePath(name);
            const CliRun run = exportTo(format, path);
            VERIFY_JSON(run);
            VERIFY_KEYS(run.object(), "format notes files");
            QCOMPARE(run.object()[QStringLiteral("format")].toString(), format);
            QCOMPARE(run.object()[QStringLiteral("notes")].toInt(), 3);
            std::map<QString, QByteArray> written;
            for (const QJsonValue &file : run.object()[QStringLiteral("files")].toArray()) {
                const QByteArray bytes = bytesOf(file.toString());
                QVERIFY2(bytes.size() > 10, qPrintable(file.toString()));
                written[QString(file.toString()).remove(0, path.size())] = bytes;
            }
            QVERIFY(!written.empty());
            QCOMPARE(first.empty() ? written : first, written);
            first = std::move(written);
        }
    }

    void anUnknownFormatIsSaidWithTheKnownOnes()
    {
        const CliRun run = m_cli.json(words("export --format papyrus -o x"));
        VERIFY_PROBLEM(run, 2);
        QVERIFY2(run.problems()[0].contains(QLatin1String("\"papyrus\""))
                     && run.problems()[0].contains(QLatin1String("markdown, "))
                     && run.problems()[0].contains(QLatin1String("csl")),
                 run.told());
        QVERIFY(!QFile::exists(QStringLiteral("x")));
    }

    /// The transcript itself tells where the quote is.
    void annotationsHavePlacesInTheText()
    {
        const QString path = file("places.jsonld");
        VERIFY_JSON(exportTo(QStringLiteral("w3c"), path));
        const QJsonDocument json = QJsonDocument::fromJson(bytesOf(path));
        const auto places = ofType(json.object(), QStringLiteral("TextPositionSelector"));
        QCOMPARE(places.size(), 1);
        const int start = places[0][QStringLiteral("start")].toInt(-1);
        // There are no surrogate pairs in this one.
        QCOMPARE(start,
                 m_quoted[QStringLiteral("anchor")].toObject()[QStringLiteral("offset")].toInt());
        QCOMPARE(places[0][QStringLiteral("end")].toInt(),
                 start + static_cast<int>(quote().size()));
    }

    void whatWasExportedComesBack_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("fileName");
        for (const auto &[format, fileName] : {std::pair("jsonl", "n.jsonl"),
                                               std::pair("json", "n.json"),
                                               std::pair("w3c", "n.jsonld"),
                                               std::pair("readwise", "n.csv")}) {
            QTest::newRow(format) << QString::fromLatin1(format) << QString::fromLatin1(fileName);
        }
    }

    void whatWasExportedComesBack()
    {
        QFETCH(const QString, format);
        QFETCH(const QString, fileName);
        QTemporaryDir folder;
        const QString path = folder.filePath(fileName);
        VERIFY_JSON(exportTo(format, path));
        const CliProgram other(folder.filePath(QStringLiteral("other")));
        VERIFY_JSON(other.json({QStringLiteral("subscribe"), feed()}));
        const CliRun imported = other.json({QStringLiteral("import"), path});
        VERIFY_JSON(imported);
        VERIFY_KEYS(imported.object(), "kind added updated skipped");
        QCOMPARE(imported.object()[QStringLiteral("kind")].toString(), format);
        QCOMPARE(imported.object()[QStringLiteral("added")].toInt(), 3);
        const CliRun again = other.json({QStringLiteral("import"), path});
        VERIFY_JSON(again);
        QCOMPARE(again.object()[QStringLiteral("added")].toInt(), 0);
        QCOMPARE(again.object()[QStringLiteral("skipped")].toInt(), 3);
        // All of them are with their episodes.
        QCOMPARE(other.json(words("notes water")).array().size(), 2);
        QCOMPARE(other.json(words("notes margin")).array().size(), 1);
    }

    void notesOfOthersFindTheirEpisode_data()
    {
        QTest::addColumn<QString>("fileName");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("found");
        const QByteArray labels("10\t12\tone\n20\t20\ttwo\n");
        const QStringList water = words("--episode water");
        QTest::newRow("labels of nothing")
            << "labels.txt" << labels << "audacity" << QStringList() << 0;
        QTest::newRow("labels that are said to be of it")
            << "labels.txt" << labels << "audacity" << water << 2;
        QTest::newRow("labels in a file named like it")
            << "Where the water stands.txt" << labels << "audacity" << QStringList() << 2;
        QTest::newRow("rows with title and podcast")
            << "r.csv"
            << QByteArray("Highlight,Title,Author,Location\n"
                          "one,where the Water stands,The pencil line,10\n"
                          "two,Where the water stands,Another show,20\n")
            << "readwise" << QStringList() << 1;
        QTest::newRow("rows without a title")
            << "r.csv" << QByteArray("Highlight,Title,Location\none,,10\ntwo,,20\n") << "readwise"
            << water << 2;
        QTest::newRow("a heading")
            << "m.md" << QByteArray("# Where the water stands\n\n- 0:10 one\n- 0:20 two\n")
            << "markdown" << QStringList() << 2;
        QTest::newRow("a heading of its own")
            << "m.md" << QByteArray("# What I thought\n\n- 0:10 one\n- 0:20 two\n") << "markdown"
            << water << 2;
    }

    void notesOfOthersFindTheirEpisode()
    {
        QFETCH(const QString, fileName);
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, kind);
        QFETCH(const QStringList, options);
        QFETCH(const int, found);
        QTemporaryDir folder;
        const CliProgram other(folder.filePath(QStringLiteral("other")));
        VERIFY_JSON(other.json({QStringLiteral("subscribe"), feed()}));
        QFile input(folder.filePath(fileName));
        QVERIFY(input.open(QIODevice::WriteOnly) && input.write(bytes) == bytes.size());
        input.close();
        const QStringList import =
            QStringList{QStringLiteral("import"), input.fileName()} + options;
        const CliRun run = other.json(import);
        VERIFY_JSON(run);
        QCOMPARE(run.object()[QStringLiteral("kind")].toString(), kind);
        QCOMPARE(run.object()[QStringLiteral("added")].toInt(), 2);
        QCOMPARE(other.json(words("notes")).array().size(), 2);
        QCOMPARE(other.json(words("notes water")).array().size(), found);
        QCOMPARE(other.json(import).object()[QStringLiteral("skipped")].toInt(), 2);
    }

    void anEpisodeThatIsNotThereIsSaid()
    {
        const QString path = file("labels.txt");
        QFile input(path);
        QVERIFY(input.open(QIODevice::WriteOnly) && input.write("1\t2\tx\n") > 0);
        input.close();
        VERIFY_PROBLEM(m_cli.json({QStringLiteral("import"),
                                   path,
                                   QStringLiteral("--episode"),
                                   QStringLiteral("nowhere")}),
                       1);
        QCOMPARE(m_cli.json(words("notes")).array().size(), 3);
    }

private:
    [[nodiscard]] static QString quote() { return QStringLiteral("Take the range of the tide"); }

    [[nodiscard]] QString feed() const { return m_http.address(QStringLiteral("/feed.xml")); }

    [[nodiscard]] QString file(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }

    [[nodiscard]] CliRun exportTo(const QString &format, const QString &path) const
    {
        return m_cli.json({QStringLiteral("export"),
                           QStringLiteral("--format"),
                           format,
                           QStringLiteral("-o"),
                           path});
    }

    QTemporaryDir m_folder;
    CliProgram m_cli{m_folder.filePath(QStringLiteral("library"))};
    tests::HttpFixture m_http;
    QJsonObject m_quoted;
};

QTEST_GUILESS_MAIN(ExchangeTest)
#include "tst_exchange.moc"
