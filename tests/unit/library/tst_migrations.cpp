// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/backups.h"
#include "app/library/connection.h"
#include "app/library/doctor.h"
#include "app/library/episodestore.h"
#include "app/library/migrations.h"
#include "app/library/podcaststore.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"

#include <QDir>
#include <QFile>

using namespace app::library;
using app::base::EpisodeId;
using app::base::PodcastId;

namespace {

QByteArray publishedForm(int version)
{
    QFile file(QStringLiteral(EARMARK_TEST_DATA "/library/version%1.sql").arg(version));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList texts(Connection &connection, const QByteArray &sql)
{
    QStringList found;
    auto statement = connection.prepare(std::string_view(sql.constData()));
    while (statement.next()) {
        found.append(statement.text(0));
    }
    return statement.finish() ? found : QStringList{QStringLiteral("failed")};
}

/// Every value of every column that an older form had, by table.
QMap<QString, QStringList> contents(Connection &connection, const QMap<QString, QStringList> &form)
{
    QMap<QString, QStringList> found;
    for (auto it = form.begin(); it != form.end(); ++it) {
        QStringList values;
        for (const QString &column : it.value()) {
            values.append(QStringLiteral("quote(\"%1\")").arg(column));
        }
        const QString sql = QStringLiteral("SELECT %1 FROM \"%2\" ORDER BY 1")
                                .arg(values.join(QStringLiteral(" || '|' || ")), it.key());
        found.insert(it.key(), texts(connection, sql.toUtf8()));
    }
    return found;
}

QMap<QString, QStringList> form(Connection &connection)
{
    QMap<QString, QStringList> tables;
    for (const QString &table : texts(connection,
                                      "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                      " AND name NOT LIKE 'sqlite_%'")) {
        const QString sql = QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table);
        tables.insert(table, texts(connection, sql.toUtf8()));
    }
    return tables;
}

QStringList schema(Connection &connection)
{
    return texts(connection,
                 "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema"
                 " ORDER BY type, name");
}

} // namespace

class MigrationsTest : public QObject
{
    Q_OBJECT

private slots:

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void thePublishedStepsAreAsTheyWere_data() { addForms(); }

    void thePublishedStepsAreAsTheyWere()
    {
        QFETCH(int, version);
        makeOld(version);
        auto now =
            Connection::open(m_dir->filePath(QStringLiteral("now")), Connection::Access::Create);
        VERIFY_RESULT(now);
        for (const Migration &migration : allMigrations()) {
            if (migration.version <= version) {
                VERIFY_RESULT((*now)->runScript(migration.sql));
            }
        }
        auto then = Connection::open(Library::fileName(folder()), Connection::Access::ReadOnly);
        VERIFY_RESULT(then);
        QCOMPARE(schema(**now), schema(**then));
    }

    void nothingIsLost_data() { addForms(); }

    void nothingIsLost()
    {
        QFETCH(int, version);
        QFETCH(int, tableCount);
        makeOld(version);
        QMap<QString, QStringList> tables;
        QMap<QString, QStringList> before;
        {
            auto old = Connection::open(Library::fileName(folder()), Connection::Access::ReadOnly);
            VERIFY_RESULT(old);
            tables = form(**old);
            before = contents(**old, tables);
        }
        QCOMPARE(before.size(), tableCount);
        for (const QStringList &rows : before) {
            QVERIFY(!rows.isEmpty());
        }
        const auto library = Library::open(folder(), m_clock);
        VERIFY_RESULT(library);
        auto opened = Connection::open(Library::fileName(folder()), Connection::Access::ReadOnly);
        VERIFY_RESULT(opened);
        QCOMPARE(contents(**opened, tables), before);
        QCOMPARE(*(*opened)->number(-1, "PRAGMA user_version"), allMigrations().back().version);
        const QStringList copies =
            QDir(backupFolder(folder())).entryList({QStringLiteral("*-v%1.sqlite").arg(version)});
        QCOMPARE(copies.size(), 1);
        QCOMPARE(restoredRows(copies.first(), tables), before);
    }

    void anUpgradedLibraryIsLikeAFreshOne_data() { addForms(); }

    void anUpgradedLibraryIsLikeAFreshOne()
    {
        QFETCH(int, version);
        makeOld(version);
        VERIFY_RESULT(Library::open(folder(), m_clock));
        const QString fresh = m_dir->filePath(QStringLiteral("fresh"));
        VERIFY_RESULT(Library::open(fresh, m_clock));
        auto one = Connection::open(Library::fileName(folder()), Connection::Access::ReadOnly);
        auto other = Connection::open(Library::fileName(fresh), Connection::Access::ReadOnly);
        VERIFY_RESULT(one);
        VERIFY_RESULT(other);
        QCOMPARE(schema(**one), schema(**other));
    }

    void whatWasThereWorksOn()
    {
        makeOld(1);
        const auto library = Library::open(folder(), m_clock);
        VERIFY_RESULT(library);
        const auto problems = tests::await(
            (*library)->read([](Connection &connection) { return checkLibrary(connection); }));
        VERIFY_RESULT(problems);
        // The fixture's own file was never there.
        QCOMPARE(problems->size(), 1);
        QVERIFY(problems->first().contains(QStringLiteral("/sounds/1.mp3")));
        const auto chapters = tests::await((*library)->read([](Connection &connection) {
            return EpisodeStore(connection).chapters(EpisodeId(11));
        }));
        VERIFY_RESULT(chapters);
        QCOMPARE(chapters->size(), std::size_t(2));
        QCOMPARE(chapters->front().url, QStringLiteral("https://tide.example/b"));
        const auto heard = tests::await((*library)->read([](Connection &connection) {
            return EpisodeStore(connection).page({{}, EpisodeFilter::State::Heard, {}}, 0, 0);
        }));
        VERIFY_RESULT(heard);
        QCOMPARE(heard->size(), std::size_t(2));
        QCOMPARE(heard->front().title, QStringLiteral("Low water"));
        const auto own = tests::await((*library)->read([](Connection &connection) {
            return PodcastStore(connection).settings(PodcastId(3));
        }));
        VERIFY_RESULT(own);
        QCOMPARE(*own, app::settings::PodcastSettings());
    }

private:
    static void addForms()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<int>("tableCount");
        QTest::newRow("first") << 1 << 9;
        QTest::newRow("second") << 2 << 12;
        QTest::newRow("third") << 3 << 17;
    }

    void makeOld(int version) const
    {
        QVERIFY(QDir().mkpath(folder()));
        auto old = Connection::open(Library::fileName(folder()), Connection::Access::Create);
        VERIFY_RESULT(old);
        VERIFY_RESULT((*old)->runScript(publishedForm(version)));
    }

    [[nodiscard]] QString folder() const { return m_dir->filePath(QStringLiteral("lib")); }

    [[nodiscard]] QMap<QString, QStringList>
    restoredRows(const QString &copy, const QMap<QString, QStringList> &tables) const
    {
        auto kept = Connection::open(QDir(backupFolder(folder())).filePath(copy),
                                     Connection::Access::ReadOnly);
        return kept ? contents(**kept, tables) : QMap<QString, QStringList>();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    tests::FakeClock m_clock;
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
