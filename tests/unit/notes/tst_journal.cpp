// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/journal.h"
#include "app/notes/notechange.h"
#include "app/notes/noteid.h"
#include "tests/support/resulttest.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>

using namespace app::notes;
using app::base::ErrorCode;
using app::base::NoteId;
using app::timestamps::Duration;
using app::timestamps::MediaTime;

namespace {

/// Notes of chance, with all that text can be.
class NoteMaker
{
public:
    explicit NoteMaker(quint32 seed)
        : random(seed)
    {}

    QString text()
    {
        const QStringList parts = {QStringLiteral("word "),
                                   QStringLiteral("\n"),
                                   QStringLiteral("\"quoted\" {\"checksum\":\"0\",} "),
                                   QStringLiteral("👩‍👧 e\u0301 再见 "),
                                   QStringLiteral("\\ / \t \x01\x7F"),
                                   QString(QChar(0xD83D)),
                                   QString(QChar(0)),
                                   QString(QChar(0x2028)),
                                   QStringLiteral("#tag ")};
        QString text;
        for (int count = random.bounded(5); count > 0; --count)
            text += parts[random.bounded(parts.size())];
        return text;
    }

    QDateTime date()
    {
        if (random.bounded(5) == 0)
            return {};
        return QDateTime::fromMSecsSinceEpoch(
            random.bounded(2'000'000) * qint64{1'000'000} + random.bounded(1'000), Qt::UTC);
    }

    MediaTime time() { return MediaTime::fromMs(random.bounded(100'000'000)); }

    Note note(const NoteId &id)
    {
        Note note;
        note.id = id;
        note.episode = app::base::EpisodeId(random.bounded(100));
        note.episodeRef = {text(), text(), text(), text(), text(), text(), text(), date(), {}};
        if (random.bounded(2) == 0)
            note.episodeRef.duration = Duration(random.bounded(1'000'000));
        note.start = time();
        if (random.bounded(2) == 0)
            note.end = time();
        note.anchor = {text(),
                       text(),
                       text(),
                       random.bounded(-1, 1'000),
                       static_cast<QuoteSource>(random.bounded(3)),
                       text(),
                       text(),
                       text(),
                       static_cast<AnchorState>(random.bounded(4))};
        note.text = text();
        for (int count = random.bounded(3); count > 0; --count)
            note.tags.append(text());
        note.color = static_cast<Color>(random.bounded(5));
        note.created = date();
        note.modified = date();
        if (const QDateTime deleted = date(); deleted.isValid())
            note.deleted = deleted;
        note.starred = random.bounded(2) == 0;
        note.audio.sizeBytes = random.bounded(2'000'000'000) * qint64{3};
        note.audio.soundHash = text();
        if (random.bounded(2) == 0)
            note.audio.duration = Duration(random.bounded(1'000'000));
        return note;
    }

    NoteId id()
    {
        return makeNoteId(QDateTime::fromMSecsSinceEpoch(++m_made, Qt::UTC),
                          random.generate64(),
                          random.generate64());
    }

    QRandomGenerator random;

private:
    qint64 m_made = 0;
};

using Notes = std::map<NoteId, Note>;

/// An editor with its undo stack, and the journal of all it did.
class Editor
{
public:
    explicit Editor(quint32 seed)
        : m_maker(seed)
    {}

    void step()
    {
        QRandomGenerator &random = m_maker.random;
        const int action = random.bounded(10);
        if (action < 2 && m_done > 0)
            return take(inverse(m_stack[--m_done]), JournalKind::Undo);
        if (action < 4 && m_done < m_stack.size())
            return take(m_stack[m_done++], JournalKind::Redo);
        NoteChange change;
        if (m_notes.empty() || action < 6) {
            change.id = m_maker.id();
            change.after = m_maker.note(change.id);
        } else {
            const auto note =
                std::next(m_notes.begin(), random.bounded(static_cast<int>(m_notes.size())));
            change = {note->first, note->second, std::nullopt};
            if (action < 9)
                change.after = m_maker.note(change.id);
        }
        m_stack.resize(m_done);
        m_stack.push_back(change);
        ++m_done;
        take(change, JournalKind::Edit);
    }

    [[nodiscard]] const Notes &notes() const { return m_notes; }

    [[nodiscard]] const std::vector<JournalEntry> &entries() const { return m_entries; }

private:
    void take(const NoteChange &change, JournalKind kind)
    {
        if (change.after)
            m_notes[change.id] = *change.after;
        else
            m_notes.erase(change.id);
        m_entries.push_back(
            {static_cast<qint64>(m_entries.size()) + 1,
             QDateTime::fromMSecsSinceEpoch(1'000 * static_cast<qint64>(m_done), Qt::UTC),
             kind,
             change.id,
             change.after});
    }

    NoteMaker m_maker;
    Notes m_notes;
    std::vector<NoteChange> m_stack;
    std::size_t m_done = 0;
    std::vector<JournalEntry> m_entries;
};

QByteArray journalOf(const std::vector<JournalEntry> &entries)
{
    QByteArray journal;
    for (const JournalEntry &entry : entries)
        journal += journalLine(entry);
    return journal;
}

JournalEntry entryOf(qint64 sequence, const Note &note)
{
    return {sequence, QDateTime(), JournalKind::Edit, note.id, note};
}

} // namespace

class JournalTest : public QObject
{
    Q_OBJECT

private slots:

    void linesAreLossless()
    {
        NoteMaker maker(1);
        for (int round = 0; round < 500; ++round) {
            JournalEntry entry = entryOf(round + 1, maker.note(maker.id()));
            entry.when = maker.date();
            entry.kind = static_cast<JournalKind>(round % 7);
            if (round % 10 == 0)
                entry.note.reset();
            const QByteArray line = journalLine(entry);
            QCOMPARE(line.count('\n'), 1);
            QVERIFY(line.endsWith('\n'));
            const auto read = readJournalLine(line);
            VERIFY_RESULT(read);
            QVERIFY(*read == entry);
            QCOMPARE(journalLine(*read), line);
        }
    }

    void aLineLooksAsDocumented()
    {
        JournalEntry entry;
        entry.sequence = 7;
        entry.id = NoteId(QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
        entry.when = QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);
        entry.kind = JournalKind::Undo;
        const QByteArray line = journalLine(entry);
        QVERIFY(line.startsWith("{\"checksum\":\""));
        QCOMPARE(line.mid(29),
                 QByteArray("\",\"id\":\"017f22e2-79b0-7cc3-98c4-dc0c0c07398f\",\"kind\":\"undo\","
                            "\"note\":null,\"seq\":7,\"v\":1,\"when\":\"2026-11-21T09:00:00.000Z\"}"
                            "\n"));
    }

    void everyPrefixIsTheStateAfterItsWholeLines()
    {
        Editor editor(2);
        std::vector<Notes> states{{}};
        for (int step = 0; step < 25; ++step) {
            editor.step();
            states.push_back(editor.notes());
        }
        const QByteArray journal = journalOf(editor.entries());
        std::size_t whole = 0;
        for (qsizetype cut = 0; cut <= journal.size(); ++cut) {
            // A line is whole once its brace is there.
            const bool lineEnds = cut > 0 && cut < journal.size() && journal[cut] == '\n';
            whole += lineEnds ? 1U : 0U;
            const JournalReplay replay = replayJournal(QByteArrayView(journal).first(cut));
            QVERIFY(replay.notes == states[whole]);
            QCOMPARE(replay.problemCount, 0);
            const bool atLineEnd = cut == 0 || lineEnds || journal[cut - 1] == '\n';
            QCOMPARE(replay.tornEnd, !atLineEnd);
            QCOMPARE(replay.needsLineFeed, cut > 0 && journal[cut - 1] != '\n');
            QCOMPARE(replay.lastSequence, static_cast<qint64>(whole));
        }
    }

    void randomEditsAreRebuilt()
    {
        for (quint32 seed = 10; seed < 40; ++seed) {
            Editor editor(seed);
            for (int step = 0; step < 100; ++step)
                editor.step();
            const JournalReplay replay = replayJournal(journalOf(editor.entries()));
            QVERIFY(replay.notes == editor.notes());
            QCOMPARE(replay.entries, 100);
            QCOMPARE(replay.problemCount, 0);
            QVERIFY(!replay.tornEnd);
        }
    }

    void killedWritersLoseNothingAcknowledged()
    {
        QRandomGenerator random(3);
        Editor editor(4);
        QByteArray journal;
        for (int step = 0; step < 200; ++step) {
            editor.step();
            const QByteArray line = journalLine(editor.entries().back());
            // Killed while it writes, then again and to the end: what was torn stays in the file.
            for (int kill = random.bounded(3); kill > 0; --kill) {
                journal += line.first(random.bounded(line.size()));
                if (random.bounded(2) == 0 && replayJournal(journal).needsLineFeed)
                    journal += '\n';
            }
            journal += line;
            if (step % 20 == 0)
                QVERIFY(replayJournal(journal).notes == editor.notes());
        }
        const JournalReplay replay = replayJournal(journal);
        QVERIFY(replay.notes == editor.notes());
        QVERIFY(!replay.tornEnd);
        QVERIFY(replay.problemCount > 0);
    }

    void repeatedLinesChangeNothing()
    {
        Editor editor(5);
        for (int step = 0; step < 50; ++step)
            editor.step();
        const QByteArray journal = journalOf(editor.entries());
        const JournalReplay replay =
            replayJournal(QByteArray(journal + journal.first(journal.size() / 2) + '\n' + journal));
        QVERIFY(replay.notes == editor.notes());
        QCOMPARE(replay.entries, 50);
        QVERIFY(replay.repeated >= 50);
        QCOMPARE(replay.lastSequence, 50);
    }

    void garbageIsPassedOverAndReported()
    {
        NoteMaker maker(6);
        const Note a = maker.note(maker.id());
        const Note b = maker.note(maker.id());
        QByteArray altered = journalLine(entryOf(2, a));
        altered[altered.size() / 2] = altered[altered.size() / 2] == 'x' ? 'y' : 'x';
        const QByteArray journal = journalLine(entryOf(1, a)) + "garbage\n\n\0\xFF\n" + altered
                                   + "{}\r\n" + journalLine(entryOf(3, b));
        const JournalReplay replay = replayJournal(journal);
        QVERIFY(replay.notes == (Notes{{a.id, a}, {b.id, b}}));
        QCOMPARE(replay.entries, 2);
        QVERIFY(!replay.problems.empty());
        QCOMPARE(replay.problems.front().line, 2);
        QVERIFY(replay.problems.front().error.code == ErrorCode::Corrupt);
        QVERIFY(replay.problems.back().error.detail.contains(QStringLiteral("2 to 2")));
    }

    void theHighestSequenceCounts()
    {
        NoteMaker maker(7);
        const NoteId id = maker.id();
        const Note older = maker.note(id);
        const Note newer = maker.note(id);
        const Note other = maker.note(id);
        const QByteArray line = journalLine(entryOf(2, newer));
        JournalReplay replay = replayJournal(QByteArray(line + journalLine(entryOf(1, older))));
        QVERIFY(replay.notes.at(id) == newer);
        QCOMPARE(replay.problemCount, 2); // missing, then late
        replay = replayJournal(QByteArray(line + journalLine(entryOf(2, other))));
        QVERIFY(replay.notes.at(id) == other);
        QVERIFY(replay.problems.back().error.code == ErrorCode::Conflict);
    }

    void badEntriesAreNamed()
    {
        const auto signedLine = [](const QByteArray &members) -> QByteArray {
            const QByteArray hash =
                QCryptographicHash::hash(members, QCryptographicHash::Sha256).toHex().first(16);
            return "{\"checksum\":\"" + hash + "\"," + members;
        };
        VERIFY_ERROR(readJournalLine(signedLine("\"v\":2}")), Unsupported);
        VERIFY_ERROR(readJournalLine(signedLine("\"v\":1}")), Malformed);
        VERIFY_ERROR(readJournalLine(signedLine("[")), Malformed);
        const QByteArray id = "\"017f22e2-79b0-7cc3-98c4-dc0c0c07398f\"";
        const QByteArray start = "\"v\":1,\"seq\":1,\"id\":" + id + ",\"note\":";
        VERIFY_RESULT(readJournalLine(signedLine(start + "null}")));
        VERIFY_RESULT(readJournalLine(
            signedLine(start + "{\"id\":" + id + ",\"startMs\":5,\"later\":[1]}}")));
        VERIFY_ERROR(readJournalLine(signedLine(start + "{\"id\":" + id + "}}")), Malformed);
        VERIFY_ERROR(
            readJournalLine(signedLine(
                start + "{\"id\":\"117f22e2-79b0-7cc3-98c4-dc0c0c07398f\",\"startMs\":5}}")),
            Malformed);
        VERIFY_ERROR(
            readJournalLine(signedLine(start + "{\"id\":" + id + ",\"startMs\":5,\"tags\":[1]}}")),
            Malformed);
        VERIFY_ERROR(readJournalLine(QByteArray(17 << 20, 'x')), TooLarge);
        VERIFY_ERROR(readJournalLine({}), Corrupt);
    }

    void manyProblemsAreCounted()
    {
        const JournalReplay replay = replayJournal(QByteArray("x\n").repeated(100'000));
        QCOMPARE(replay.problemCount, 100'000);
        QCOMPARE(replay.problems.size(), std::size_t{1'000});
        QVERIFY(replay.notes.empty());
    }

    void kindsHaveNames()
    {
        for (int kind = 0; kind < 7; ++kind)
            QVERIFY(journalKindFromName(journalKindName(static_cast<JournalKind>(kind)))
                    == static_cast<JournalKind>(kind));
        QVERIFY(!journalKindFromName(QString()));
    }
};

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
