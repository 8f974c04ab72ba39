// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/doctor.h"
#include "app/library/notesearch.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"
#include "tests/support/testnotes.h"

#include <random>

using namespace app::library;
using app::base::NoteId;
using app::notes::AnchorState;
using app::notes::Color;
using app::notes::Note;
using tests::noteId;
using tests::noteOf;

namespace {

using Numbers = QList<int>;

int numberOf(const NoteId &id)
{
    return id.text().right(12).toInt();
}

} // namespace

class NoteSearchTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_test = std::make_unique<tests::TestLibrary>();
        for (int number = 1; number <= 6; ++number) {
            m_notes.push_back(noteOf(number, QStringLiteral("")));
        }
        // 1 to 3 are of an old episode, 4 and 5 of a newer one elsewhere, 6 of one without a date.
        m_notes[0].anchor.quote = QStringLiteral("The sea wall of the caf\u00E9, don't you see");
        m_notes[0].tags = {QStringLiteral("Sea"), QStringLiteral("Wall")};
        m_notes[1].text = QStringLiteral("A wall by the sea");
        m_notes[1].tags = {QStringLiteral("sea")};
        m_notes[1].color = Color::Green;
        m_notes[2].anchor.speaker = QStringLiteral("Ada Lovelace");
        m_notes[2].anchor.state = AnchorState::Approximate;
        m_notes[2].starred = true;
        for (std::size_t at : {3U, 4U}) {
            m_notes[at].episodeRef.podcastTitle = QStringLiteral("Another");
            m_notes[at].episodeRef.feedUrl = QStringLiteral("https://example.com/another");
            m_notes[at].episodeRef.episodeTitle = QStringLiteral("Tides");
            m_notes[at].episodeRef.episodeGuid = QStringLiteral("guid-2");
            m_notes[at].episodeRef.published = m_notes[at].episodeRef.published.addDays(9);
        }
        m_notes[3].tags = {QStringLiteral("art")};
        m_notes[4].created = m_notes[4].created.addDays(-2);
        m_notes[4].modified = m_notes[4].modified.addDays(2);
        m_notes[5].episodeRef = {};
        m_notes[5].episodeRef.podcastTitle = QStringLiteral("Lost");
        for (const Note &note : m_notes) {
            VERIFY_RESULT(tests::put(m_test->library(), note));
        }
    }

    void cleanup() { m_notes.clear(); }

    void words_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Numbers>("found");
        QTest::newRow("nothing") << QString() << Numbers{1, 2, 3, 4, 5, 6};
        QTest::newRow("a word") << QStringLiteral("sea ") << Numbers{1, 2};
        QTest::newRow("two words") << QStringLiteral("SEA wall") << Numbers{1, 2};
        QTest::newRow("a phrase") << QStringLiteral("\"sea wall\"") << Numbers{1};
        QTest::newRow("an unfinished word") << QStringLiteral("lov") << Numbers{3};
        QTest::newRow("a finished word") << QStringLiteral("lov ") << Numbers{};
        QTest::newRow("an unfinished phrase") << QStringLiteral("\"ada lov") << Numbers{3};
        QTest::newRow("curved quotes") << QStringLiteral("\u201Csea wall\u201D") << Numbers{1};
        QTest::newRow("without accents") << QStringLiteral("cafe") << Numbers{1};
        QTest::newRow("an apostrophe") << QStringLiteral("don't") << Numbers{1};
        QTest::newRow("a tag") << QStringLiteral("art") << Numbers{4};
        QTest::newRow("an episode") << QStringLiteral("tides") << Numbers{4, 5};
        QTest::newRow("a podcast") << QStringLiteral("lost") << Numbers{6};
        QTest::newRow("an operator") << QStringLiteral("sea OR lost ") << Numbers{};
        QTest::newRow("a column") << QStringLiteral("quote:sea") << Numbers{};
        QTest::newRow("only signs")
            << QStringLiteral("-- ( ^ * \" \\ '") << Numbers{1, 2, 3, 4, 5, 6};
        QTest::newRow("signs around") << QStringLiteral("*(wall)^ -") << Numbers{1, 2};
    }

    void words()
    {
        QFETCH(QString, typed);
        QFETCH(Numbers, found);
        NoteQuery query;
        query.text = typed;
        QCOMPARE(numbers(query), found);
    }

    void hostileWordsAreHarmless()
    {
        std::mt19937 random(5);
        const QString signs = QStringLiteral("\"'()*^:-+{}ab \\%_\n\u0301\u4E2D") + QChar(0);
        for (int round = 0; round < 500; ++round) {
            NoteQuery query;
            for (auto i = random() % 30; i > 0; --i) {
                query.text +=
                    signs[static_cast<qsizetype>(random() % static_cast<quint32>(signs.size()))];
            }
            VERIFY_RESULT(index(query));
        }
        NoteQuery query;
        query.text = QString(200'000, QChar(u'a'));
        VERIFY_RESULT(index(query));
        query.text = QStringLiteral("a ").repeated(100'000);
        VERIFY_RESULT(index(query));
    }

    void conditions()
    {
        NoteQuery query;
        query.feedUrls = {QStringLiteral("https://example.com/another")};
        QCOMPARE(numbers(query), (Numbers{4, 5}));
        query.text = QStringLiteral("art");
        QCOMPARE(numbers(query), Numbers{4});
        query = {};
        query.tags = {QStringLiteral("SEA"), QStringLiteral("wall")};
        QCOMPARE(numbers(query), Numbers{1});
        query.tags = {QString()};
        QCOMPARE(numbers(query), (Numbers{3, 5, 6}));
        query.tags = {QString(), QStringLiteral("sea")};
        QCOMPARE(numbers(query), Numbers{});
        query = {};
        query.colors = {Color::Green, Color::Red};
        QCOMPARE(numbers(query), Numbers{2});
        query = {};
        query.states = {AnchorState::Approximate};
        QCOMPARE(numbers(query), Numbers{3});
        query = {};
        query.starred = true;
        QCOMPARE(numbers(query), Numbers{3});
        query.starred = false;
        QCOMPARE(numbers(query).size(), 5);
        query = {};
        query.since = m_notes[1].created;
        query.until = m_notes[3].created;
        QCOMPARE(numbers(query), (Numbers{2, 3}));
    }

    void sorts()
    {
        NoteQuery query;
        query.sort = NoteSort::Newest;
        QCOMPARE(numbers(query), (Numbers{6, 4, 3, 2, 1, 5}));
        query.sort = NoteSort::Oldest;
        QCOMPARE(numbers(query), (Numbers{5, 1, 2, 3, 4, 6}));
        query.sort = NoteSort::Changed;
        QCOMPARE(numbers(query), (Numbers{5, 6, 4, 3, 2, 1}));
    }

    void groups()
    {
        NoteQuery query;
        query.group = NoteGroup::Podcast;
        QCOMPARE(heads(query),
                 (QStringList{QStringLiteral("https://example.com/another|Another|2"),
                              QStringLiteral("Lost|Lost|1"),
                              QStringLiteral("https://example.com/show|Show|3")}));
        QCOMPARE(numbers(query), (Numbers{4, 5, 6, 1, 2, 3}));
        query.group = NoteGroup::Episode;
        query.sort = NoteSort::Newest;
        QCOMPARE(heads(query),
                 (QStringList{QStringLiteral("Lost\n||1"),
                              QStringLiteral("https://example.com/another\nguid-2|Tides|2"),
                              QStringLiteral("https://example.com/show\nguid-1|Episode 1|3")}));
        QCOMPARE(numbers(query), (Numbers{6, 4, 5, 3, 2, 1}));
        query.group = NoteGroup::Color;
        QCOMPARE(heads(query),
                 (QStringList{QStringLiteral("yellow|yellow|5"), QStringLiteral("green|green|1")}));
        query.group = NoteGroup::Day;
        QCOMPARE(heads(query).size(), 2);
        QCOMPARE(numbers(query).last(), 5);
    }

    void aNoteStandsInEachOfItsTagsGroups()
    {
        NoteQuery query;
        query.group = NoteGroup::Tag;
        QCOMPARE(heads(query),
                 (QStringList{QStringLiteral("art|art|1"),
                              QStringLiteral("sea|Sea|2"),
                              QStringLiteral("wall|Wall|1"),
                              QStringLiteral("||3")}));
        QCOMPARE(numbers(query), (Numbers{4, 1, 2, 1, 3, 5, 6}));
    }

    void linesSayTheirGroup()
    {
        NoteQuery query;
        query.group = NoteGroup::Podcast;
        const auto found = index(query);
        VERIFY_RESULT(found);
        std::vector<int> counts(found->groups.size(), 0);
        int last = 0;
        for (const NoteIndexLine &line : found->lines) {
            QVERIFY(line.group >= last);
            last = line.group;
            ++counts[static_cast<std::size_t>(line.group)];
        }
        for (std::size_t at = 0; at < counts.size(); ++at) {
            QCOMPARE(counts[at], found->groups[at].count);
        }
    }

    void whatIsFoundFollowsTheNotes()
    {
        Note edited = m_notes[1];
        edited.text = QStringLiteral("a harbour");
        edited.tags = {QStringLiteral("port")};
        VERIFY_RESULT(tests::apply(m_test->library(), {edited.id, m_notes[1], edited}));
        NoteQuery query;
        query.text = QStringLiteral("sea");
        QCOMPARE(numbers(query), Numbers{1});
        query.text = QStringLiteral("port");
        QCOMPARE(numbers(query), Numbers{2});
        Note binned = edited;
        binned.deleted = m_test->clock().now();
        VERIFY_RESULT(tests::apply(m_test->library(), {edited.id, edited, binned}));
        QCOMPARE(numbers(query), Numbers{});
        query.inBin = true;
        QCOMPARE(numbers(query), Numbers{2});
        VERIFY_RESULT(tests::apply(m_test->library(), {edited.id, binned, std::nullopt}));
        QCOMPARE(numbers(query), Numbers{});
    }

    void lostWordsAreRepaired()
    {
        VERIFY_RESULT(m_test->write([](Connection &connection, Changes &) {
            return connection.run("DELETE FROM note_search WHERE rowid = 1");
        }));
        const auto problems =
            m_test->read([](Connection &connection) { return checkLibrary(connection); });
        VERIFY_RESULT(problems);
        QCOMPARE(problems->size(), 1);
        const auto left = m_test->write(
            [](Connection &connection, Changes &) { return repairLibrary(connection); });
        VERIFY_RESULT(left);
        QCOMPARE(*left, QStringList());
        NoteQuery query;
        query.text = QStringLiteral("sea wall");
        QCOMPARE(numbers(query), (Numbers{1, 2}));
    }

    void loadsInTheOrderAskedFor()
    {
        const auto loaded = m_test->read([](Connection &connection) {
            return NoteSearch(connection).load({noteId(5), noteId(77), noteId(1)});
        });
        VERIFY_RESULT(loaded);
        QCOMPARE(*loaded, (std::vector<Note>{m_notes[4], m_notes[0]}));
    }

    void countsWhatNotesCanBeNarrowedBy()
    {
        Note binned = m_notes[3];
        binned.deleted = m_test->clock().now();
        VERIFY_RESULT(tests::apply(m_test->library(), {binned.id, m_notes[3], binned}));
        const auto facets =
            m_test->read([](Connection &connection) { return NoteSearch(connection).facets(); });
        VERIFY_RESULT(facets);
        NoteFacets expected;
        expected.podcasts = {
            {QStringLiteral("https://example.com/another"), QStringLiteral("Another"), 1},
            {QString(), QStringLiteral("Lost"), 1},
            {QStringLiteral("https://example.com/show"), QStringLiteral("Show"), 3}};
        expected.tags = {{QStringLiteral("Sea"), 2}, {QStringLiteral("Wall"), 1}};
        expected.colors = {4, 1, 0, 0, 0};
        expected.states = {4, 0, 1, 0};
        expected.untagged = 3;
        expected.starred = 1;
        expected.all = 5;
        expected.bin = 1;
        QCOMPARE(facets->podcasts, expected.podcasts);
        QCOMPARE(facets->tags, expected.tags);
        QCOMPARE(*facets, expected);
    }

private:
    app::base::Result<NoteIndex> index(const NoteQuery &query)
    {
        return m_test->read(
            [&query](Connection &connection) { return NoteSearch(connection).index(query); });
    }

    Numbers numbers(const NoteQuery &query)
    {
        const auto found = index(query);
        Numbers numbers;
        for (const NoteIndexLine &line : found.value_or({}).lines) {
            numbers.append(numberOf(line.id));
        }
        return found ? numbers : Numbers{-1};
    }

    QStringList heads(const NoteQuery &query)
    {
        QStringList heads;
        for (const NoteGroupHead &head : index(query).value_or({}).groups) {
            heads.append(head.key + u'|' + head.title + u'|' + QString::number(head.count));
        }
        return heads;
    }

    std::unique_ptr<tests::TestLibrary> m_test;
    std::vector<Note> m_notes;
};

QTEST_GUILESS_MAIN(NoteSearchTest)
#include "tst_notesearch.moc"
