// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/notejournal.h"
#include "app/notes/journal.h"
#include "app/session/history.h"
#include "app/session/notebook.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/sessionbench.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <cstdio>

using namespace app::session;
using namespace std::chrono_literals;
using app::base::NoteId;
using app::notes::Color;
using app::notes::Note;
using app::timestamps::MediaTime;
using tests::await;
using tests::SessionBench;

namespace {

/// The notes a listener sees, without when they were changed.
using Shown = std::map<NoteId, Note>;

const QString stepArgument = QStringLiteral("--step");

Shown allOf(Session &session)
{
    app::library::NoteFilter filter;
    filter.deletedToo = true;
    Shown found;
    for (const Note &note : await(session.notebook().list(filter)).value_or({})) {
        found.emplace(note.id, note);
    }
    return found;
}

Shown shownOf(Session &session)
{
    Shown found = allOf(session);
    std::erase_if(found, [](const auto &entry) { return entry.second.deleted.has_value(); });
    for (auto &[id, note] : found) {
        note.modified = {};
    }
    return found;
}

/// Tells two states apart, also from one program to the other.
QByteArray nameOf(const Shown &shown)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &[id, note] : shown) {
        hash.addData(app::notes::journalLine({1, {}, app::notes::JournalKind::Edit, id, note}));
    }
    return hash.result().toHex();
}

/// What was asked of the library so far is done, and what was to follow from it.
app::base::Result<void> settleDown(Session &session)
{
    using app::library::Changes;
    using app::library::Connection;
    using Done = app::base::Result<void>;
    for (int round = 0; round < 2; ++round) {
        const auto written = await(session.library().write(
            app::library::Durability::Normal, [](Connection &, Changes &) { return Done(); }));
        const auto read = await(session.library().read([](Connection &) { return Done(); }));
        if (!written || !read) {
            return written ? read : written;
        }
        QCoreApplication::processEvents();
    }
    return {};
}

app::base::Result<Note> addTo(Session &session, app::base::EpisodeId episode, const QString &words)
{
    NewNote note;
    note.episode = episode;
    note.start = MediaTime::fromMs(1000);
    note.text = words;
    return await(session.notebook().add(note));
}

NoteEdit anyEdit(QRandomGenerator &random)
{
    NoteEdit edit;
    if (random.bounded(2) == 0) {
        edit.text = QStringLiteral("text %1 #x%2").arg(random.bounded(9)).arg(random.bounded(3));
    }
    if (random.bounded(2) == 0) {
        edit.addTags = {QStringLiteral("t%1").arg(random.bounded(5))};
        edit.removeTags = {QStringLiteral("t%1").arg(random.bounded(5))};
    }
    if (random.bounded(3) == 0) {
        edit.starred = random.bounded(2) == 0;
        edit.color = static_cast<Color>(random.bounded(5));
    }
    if (random.bounded(4) == 0) {
        edit.start = MediaTime::fromMs(random.bounded(100'000));
        edit.end = std::optional(*edit.start + std::chrono::seconds(random.bounded(60)));
    }
    return edit;
}

/// Something a listener may do. \returns whether it was a step
bool editAny(Session &session, app::base::EpisodeId episode, QRandomGenerator &random)
{
    std::vector<NoteId> ids;
    for (const auto &[id, note] : shownOf(session)) {
        ids.push_back(id);
    }
    if (ids.empty() || random.bounded(4) == 0) {
        const QString words =
            QStringLiteral("note %1 #t%2").arg(random.bounded(1000)).arg(random.bounded(5));
        return addTo(session, episode, words).has_value();
    }
    std::shuffle(ids.begin(), ids.end(), random);
    ids.resize(1 + random.bounded(static_cast<quint32>(ids.size())));
    if (random.bounded(5) == 0) {
        return !await(session.notebook().removeMany(ids))->empty();
    }
    return !await(session.notebook().editMany(ids, anyEdit(random)))->empty();
}

/// The other program: edits, undoes and does again, and says what the notes are after each step.
int takeSteps(const QString &folder, qint64 episode, quint32 seed)
{
    const app::base::SystemClock clock;
    const auto session = Session::open({folder, {}, &clock});
    if (!session || !settleDown(**session)) {
        return 2;
    }
    QRandomGenerator random(seed);
    History &history = (*session)->history();
    while (true) {
        const int chance = random.bounded(100);
        if (chance < 25 && history.canUndo()) {
            history.undo();
        } else if (chance < 45 && history.canRedo()) {
            history.redo();
        } else {
            editAny(**session, app::base::EpisodeId(episode), random);
        }
        if (!settleDown(**session)) {
            return 3;
        }
        std::printf("%s\n", nameOf(shownOf(**session)).constData());
        std::fflush(stdout);
    }
}

} // namespace

/// Whatever is done, undone and done again, also after the program was started anew, the notes are
/// those of that step, and the journal has the same.
class NoteStepsTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_bench = std::make_unique<SessionBench>();
        m_bench->serveFeed(SessionBench::item("e1"));
        VERIFY_RESULT(m_bench->subscribe());
    }

    void cleanup() { m_bench.reset(); }

    void stepsOutliveTheProgram()
    {
        const NoteId id = add(QStringLiteral("first"));
        VERIFY_RESULT(await(notebook().edit(id, {.text = QStringLiteral("second")})));
        VERIFY_RESULT(await(notebook().edit(id, {.text = QStringLiteral("third")})));
        history().undo();
        settle();
        reopen();
        QCOMPARE(text(id), QStringLiteral("second"));
        QVERIFY(history().canRedo());
        history().redo();
        settle();
        QCOMPARE(text(id), QStringLiteral("third"));
        history().undo();
        history().undo();
        history().undo();
        settle();
        QVERIFY(shown().empty());
        QVERIFY(!history().canUndo());
        reopen();
        history().redo();
        settle();
        QCOMPARE(text(id), QStringLiteral("first"));
    }

    void somethingElseDoneForgetsWhatCouldBeRedone()
    {
        const NoteId id = add(QStringLiteral("first"));
        VERIFY_RESULT(await(notebook().edit(id, {.text = QStringLiteral("second")})));
        history().undo();
        settle();
        history().push({StepKind::Queued,
                        [] {},
                        [] {
                        }});
        QVERIFY(!history().canRedo());
        settle();
        reopen();
        QVERIFY(history().canUndo());
        QVERIFY(!history().canRedo());
    }

    void manyNotesAreOneStep()
    {
        const NoteId one = add(QStringLiteral("one #tide"));
        const NoteId two = add(QStringLiteral("two"));
        const NoteId binned = add(QStringLiteral("three"));
        VERIFY_RESULT(await(notebook().remove(binned)));
        const Shown before = shown();
        NoteEdit edit;
        edit.addTags = {QStringLiteral("Datum")};
        edit.removeTags = {QStringLiteral("TIDE")};
        edit.starred = true;
        edit.color = Color::Violet;
        const NoteId gone(QStringLiteral("01932f5e-7b3c-7c3a-9a3b-1f2e3d4c5b6a"));
        const auto edited = await(notebook().editMany({two, gone, binned, one}, edit));
        VERIFY_RESULT(edited);
        QCOMPARE(edited->size(), 2U);
        QCOMPARE(edited->front().id, two);
        QCOMPARE(history().lastCount(), 2);
        QCOMPARE(shown().at(two).tags, QStringList(QStringLiteral("Datum")));
        // What is written in the text stays a tag.
        QCOMPARE(shown().at(one).tags,
                 QStringList({QStringLiteral("Datum"), QStringLiteral("tide")}));
        QVERIFY(shown().at(one).starred);
        history().undo();
        settle();
        QCOMPARE(shown(), before);
        VERIFY_RESULT(await(notebook().removeMany({one, two})));
        QVERIFY(shown().empty());
        history().undo();
        settle();
        QCOMPARE(shown(), before);
        VERIFY_RESULT(await(notebook().removeMany({one, two})));
        QCOMPARE(await(notebook().restoreMany({one, two, binned}))->size(), 3U);
        QCOMPARE(shown().size(), 3U);
        // Nothing to do is no step.
        const QSignalSpy steps(&history(), &History::stepDone);
        QVERIFY(await(notebook().editMany({one, two}, {.color = shown().at(one).color}))->empty());
        QVERIFY(steps.isEmpty());
    }

    void undoingLeavesAloneWhatWasChangedSince()
    {
        const NoteId id = add(QStringLiteral("first"));
        VERIFY_RESULT(await(notebook().edit(id, {.color = Color::Red})));
        // As another program does it: it is no step here.
        Note other = all().at(id);
        other.text = QStringLiteral("written elsewhere");
        other.tags = {QStringLiteral("new")};
        other.modified = other.modified.addSecs(60);
        VERIFY_RESULT(await(notebook().import({other})));
        history().undo();
        settle();
        QCOMPARE(shown().at(id).color, Color::Yellow);
        QCOMPARE(shown().at(id).text, QStringLiteral("written elsewhere"));
        QCOMPARE(shown().at(id).tags, QStringList(QStringLiteral("new")));
    }

    void editsOfEachAreOneStep()
    {
        const NoteId one = add(QStringLiteral("one"));
        const NoteId two = add(QStringLiteral("two"));
        NoteEdit first;
        first.text = QStringLiteral("1");
        NoteEdit second;
        second.text = QStringLiteral("2");
        VERIFY_RESULT(await(
            notebook().editEach({{one, first}, {two, second}}, app::notes::JournalKind::Vault)));
        QCOMPARE(text(one) + text(two), QStringLiteral("12"));
        history().undo();
        settle();
        QCOMPARE(text(one) + text(two), QStringLiteral("onetwo"));
        QVERIFY(journal().contains("\"kind\":\"vault\""));
        QVERIFY(journal().contains("\"kind\":\"undo\""));
    }

    void randomStepsKeepTheirWord_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1U, 2U, 3U}) {
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
        }
    }

    void randomStepsKeepTheirWord()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        std::vector<Shown> states{shown()};
        std::size_t at = 0;
        for (int step = 0; step < 150; ++step) {
            m_bench->clock.advance(1s);
            const int chance = random.bounded(100);
            if (chance < 20 && at > 0) {
                history().undo();
                --at;
            } else if (chance < 35 && at + 1 < states.size()) {
                history().redo();
                ++at;
            } else if (chance < 39) {
                reopen();
            } else if (edit(random)) {
                states.resize(++at);
                states.push_back(shown());
            }
            settle();
            QCOMPARE(shown(), states[at]);
            QCOMPARE(history().canUndo(), at > 0);
            QCOMPARE(history().canRedo(), at + 1 < states.size());
        }
        const auto replayed = app::notes::replayJournal(journal());
        QVERIFY(replayed.problems.empty());
        QVERIFY(!replayed.tornEnd);
        QCOMPARE(replayed.notes, all());
    }

    /// Of a program that is killed while it edits, undoes and does again, all it said is done; the
    /// one thing it had not said may be done too, and is a step of its own.
    void killedBetweenStepsTheNotesAreThoseOfTheLast()
    {
        const app::base::EpisodeId episode = this->episode();
        const QString folder = m_bench->session->library().folder();
        QRandomGenerator random(11);
        int steps = 0;
        for (quint32 round = 0; round < 12; ++round) {
            const QByteArray before = nameOf(shown());
            m_bench->session.reset();
            QByteArrayList said =
                killedAfter(folder, episode, round, static_cast<int>(random.bounded(12)));
            steps += static_cast<int>(said.size());
            reopen();
            const auto replayed = app::notes::replayJournal(journal());
            QCOMPARE(replayed.problemCount, 0);
            QCOMPARE(replayed.notes, all());
            const QByteArray last = said.isEmpty() ? before : said.last();
            if (nameOf(shown()) == last) {
                continue;
            }
            // One step more. It was something done, done again, or undone.
            const bool any = history().canUndo();
            history().undo();
            settle();
            if (nameOf(shown()) != last) {
                if (any) {
                    history().redo();
                }
                history().redo();
                settle();
            }
            QCOMPARE(nameOf(shown()), last);
        }
        QVERIFY2(steps > 20, qPrintable(QString::number(steps)));
    }

private:
    /// What the other program said, the last words of which it may not have finished.
    static QByteArrayList
    killedAfter(const QString &folder, app::base::EpisodeId episode, quint32 seed, int steps)
    {
        QProcess program;
        program.start(
            QCoreApplication::applicationFilePath(),
            {stepArgument, folder, QString::number(episode.number()), QString::number(seed)});
        QByteArray output;
        program.waitForStarted();
        while (output.count('\n') < steps && program.waitForReadyRead(tests::patience)) {
            output += program.readAllStandardOutput();
        }
        program.kill();
        program.waitForFinished();
        output += program.readAllStandardOutput();
        QByteArrayList said = output.split('\n');
        said.removeLast();
        return said;
    }

    Notebook &notebook() { return m_bench->session->notebook(); }

    History &history() { return m_bench->session->history(); }

    void settle() { VERIFY_RESULT(settleDown(*m_bench->session)); }

    void reopen()
    {
        m_bench->session.reset();
        auto opened = Session::open(
            {m_bench->folder.filePath(QStringLiteral("library")), {}, &m_bench->clock});
        VERIFY_RESULT(opened);
        m_bench->session = *std::move(opened);
        settle();
    }

    [[nodiscard]] app::base::EpisodeId episode()
    {
        return m_bench->episode(QStringLiteral("e1")).row.id;
    }

    NoteId add(const QString &words) { return addTo(*m_bench->session, episode(), words)->id; }

    bool edit(QRandomGenerator &random) { return editAny(*m_bench->session, episode(), random); }

    std::map<NoteId, Note> all() { return allOf(*m_bench->session); }

    Shown shown() { return shownOf(*m_bench->session); }

    QString text(const NoteId &id) { return shown().at(id).text; }

    QByteArray journal()
    {
        QFile file(app::library::NoteJournal::fileName(m_bench->session->library().folder()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<SessionBench> m_bench;
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == stepArgument) {
        return takeSteps(arguments.at(2), arguments.at(3).toLongLong(), arguments.at(4).toUInt());
    }
    NoteStepsTest tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_notesteps.moc"
