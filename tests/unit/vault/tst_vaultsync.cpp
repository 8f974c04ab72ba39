// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vaultsync.h"
#include "tests/support/resulttest.h"
#include "tests/unit/vault/vaultnotes.h"

#include <QTest>

#include <algorithm>

using namespace app::vault;
using app::notes::Note;

namespace {

/// Library and folder in memory.
struct World
{
    std::vector<Note> notes;
    VaultState state;
    std::vector<VaultConflict> conflicts;

    void edit(const VaultPlan &plan)
    {
        for (const app::notes::NoteChange &change : plan.edits) {
            for (Note &note : notes) {
                if (note.id == change.id)
                    note = *change.after;
            }
        }
        conflicts.insert(conflicts.end(), plan.conflicts.begin(), plan.conflicts.end());
    }

    void write(const VaultPlan &plan)
    {
        for (const VaultWrite &write : plan.writes) {
            if (write.bytes)
                state.files[write.base.key] = {write.path, *write.bytes};
            state.taken.insert(takenName(write.path));
            state.bases[write.base.key] = write.base;
        }
    }

    void sync()
    {
        const VaultPlan plan = planVault(state, notes);
        edit(plan);
        write(plan);
    }

    [[nodiscard]] bool isSettled() const { return planVault(state, notes).isDone(); }

    /// The only file.
    [[nodiscard]] QString text() const
    {
        return QString::fromUtf8(state.files.begin()->second.bytes);
    }

    void setText(const QString &text) { state.files.begin()->second.bytes = text.toUtf8(); }

    void replace(const QString &old, const QString &with)
    {
        QString changed = text();
        QVERIFY2(changed.contains(old), qPrintable(changed));
        setText(changed.replace(old, with));
    }

    [[nodiscard]] std::optional<VaultNote> inFile(const Note &note) const
    {
        const auto document = parseVaultFile(state.files.begin()->second.bytes);
        for (const VaultPart &part : document->parts) {
            if (part.note && part.note->id == note.id)
                return part.note;
        }
        return std::nullopt;
    }
};

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class VaultSyncTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_world = {};
        m_world.notes = {tests::vaultSample(1, s("one")), tests::vaultSample(2, s("two"))};
        m_world.notes[0].tags = {s("first")};
        m_world.sync();
    }

    void writesOneFilePerEpisode()
    {
        Note other = tests::vaultSample(3, s("three"));
        other.episodeRef = tests::vaultEpisode(13);
        other.episodeRef.episodeTitle = tests::vaultEpisode(12).episodeTitle;
        m_world.notes.push_back(other);
        m_world.sync();
        QCOMPARE(m_world.state.files.size(), 2u);
        QStringList paths;
        for (const auto &[key, file] : m_world.state.files)
            paths.append(file.path);
        paths.sort();
        QCOMPARE(paths,
                 QStringList({s("The Example Show - Time to AGI 12 2.md"),
                              s("The Example Show - Time to AGI 12.md")}));
        QVERIFY(m_world.isSettled());
    }

    void editsInTheFileComeBack()
    {
        m_world.replace(s("\none\n\n#first\n"), s("\none\nand more #idea\n\n#first #third\n"));
        m_world.sync();
        QCOMPARE(m_world.notes[0].text, s("one\nand more #idea"));
        QCOMPARE(m_world.notes[0].tags, QStringList({s("first"), s("third"), s("idea")}));
        QCOMPARE(m_world.notes[1].text, s("two"));
        QVERIFY(m_world.conflicts.empty());
        QVERIFY(m_world.isSettled());
    }

    void editsHereGoOut()
    {
        const QString before = m_world.text();
        m_world.notes[1].text = s("two changed");
        m_world.notes.push_back(tests::vaultSample(0, s("zero")));
        m_world.notes[2].created = m_world.notes[1].created;
        m_world.sync();
        QCOMPARE(m_world.text(),
                 QString(before)
                     .replace(s("\ntwo\n"), s("\ntwo changed\n"))
                     .replace(s("\n## 00:01:00"),
                              u'\n' + sectionOf(vaultNote(m_world.notes[2])) + s("\n## 00:01:00")));
        QVERIFY(m_world.isSettled());
    }

    void bothSidesEditsAreMerged()
    {
        m_world.notes[0].text = s("line 1\none");
        m_world.replace(s("\none\n"), s("\none\nline 3\n"));
        m_world.sync();
        QCOMPARE(m_world.notes[0].text, s("line 1\none\nline 3"));
        QCOMPARE(m_world.inFile(m_world.notes[0])->text, m_world.notes[0].text);
        QVERIFY(m_world.conflicts.empty());
        QVERIFY(m_world.isSettled());
    }

    void conflictsKeepBothAsParagraphsAndSaySo()
    {
        m_world.notes[0].text = s("ours");
        m_world.replace(s("\none\n"), s("\ntheirs\n"));
        m_world.sync();
        QCOMPARE(m_world.notes[0].text, s("ours\n\ntheirs"));
        QVERIFY(m_world.text().contains(s("\n\nours\n\ntheirs\n\n#first\n")));
        QCOMPARE(m_world.conflicts.size(), 1u);
        QVERIFY(m_world.conflicts[0].kind == ConflictKind::Text);
        QCOMPARE(m_world.conflicts[0].ours, s("ours"));
        QCOMPARE(m_world.conflicts[0].theirs, s("theirs"));
        QCOMPARE(m_world.conflicts[0].path, s("The Example Show - Time to AGI 12.md"));
        QVERIFY(m_world.isSettled());
    }

    void aConflictCutShortIsSettledOnce()
    {
        m_world.notes[0].text = s("ours");
        m_world.replace(s("\none\n"), s("\ntheirs\n"));
        m_world.edit(planVault(m_world.state, m_world.notes));
        m_world.sync();
        QCOMPARE(m_world.notes[0].text, s("ours\n\ntheirs"));
        QVERIFY(m_world.isSettled());
    }

    void theUsersOwnStaysWhereItIs()
    {
        m_world.replace(s("# Time to AGI 12\n"), s("# Time to AGI 12\n\nMy summary [[link]].\n"));
        m_world.replace(s("\n## 00:02:00"), s("\n## Mine\n\nbetween\n\n## 00:02:00"));
        m_world.replace(s("source: earmark"), s("source: earmark\naliases: [x]"));
        const QString before = m_world.text();
        m_world.sync();
        QCOMPARE(m_world.text(), before);
        m_world.notes[0].text = s("one again");
        m_world.sync();
        QCOMPARE(m_world.text(), QString(before).replace(s("\none\n"), s("\none again\n")));
        QVERIFY(m_world.isSettled());
    }

    void aHeadingTheUserChangedStays()
    {
        m_world.replace(s("## 00:01:00 Words of minute 1 that were worth keeping"), s("## Mine"));
        m_world.sync();
        m_world.notes[0].text = s("changed");
        m_world.sync();
        QVERIFY(m_world.text().contains(s("\n## Mine\n\n> Words of minute 1")));
        m_world.notes[0].anchor.quote = s("Other words");
        m_world.sync();
        QVERIFY(m_world.text().contains(s("## Mine")));
        QVERIFY(m_world.text().contains(s("> Other words")));
        QVERIFY(m_world.isSettled());
    }

    void whatTheUserTookOutStaysOutUntilItChanges()
    {
        const QString section = sectionOf(vaultNote(m_world.notes[0])) + u'\n';
        m_world.replace(section, QString());
        m_world.sync();
        QVERIFY(!m_world.inFile(m_world.notes[0]));
        m_world.notes[1].text = s("changed");
        m_world.sync();
        QVERIFY(!m_world.inFile(m_world.notes[0]));
        m_world.notes[0].text = s("changed too");
        m_world.sync();
        QCOMPARE(m_world.inFile(m_world.notes[0])->text, s("changed too"));
        QVERIFY(!m_world.notes[0].deleted);
        QVERIFY(m_world.isSettled());
    }

    void aDeletedFileStaysAwayUntilANoteChanges()
    {
        m_world.state.files.clear();
        m_world.state.taken.clear();
        QVERIFY(m_world.isSettled());
        m_world.notes[0].starred = true;
        QVERIFY(m_world.isSettled());
        m_world.notes[0].text = s("changed");
        m_world.sync();
        QCOMPARE(m_world.inFile(m_world.notes[0])->text, s("changed"));
        QCOMPARE(m_world.inFile(m_world.notes[1])->text, s("two"));
        QVERIFY(m_world.isSettled());
    }

    void sectionsOfBinnedNotesGoAndComeBack()
    {
        const QString before = m_world.text();
        m_world.notes[0].deleted = m_world.notes[0].modified;
        m_world.sync();
        QVERIFY(!m_world.inFile(m_world.notes[0]));
        QVERIFY(m_world.isSettled());
        m_world.notes[0].deleted.reset();
        m_world.sync();
        QCOMPARE(m_world.text(), before);
    }

    void aBinnedNoteThatWasChangedInTheFileStaysThere()
    {
        m_world.notes[0].deleted = m_world.notes[0].modified;
        m_world.replace(s("\none\n"), s("\none and a thought\n"));
        m_world.sync();
        QVERIFY(m_world.text().contains(s("one and a thought")));
        QCOMPARE(m_world.notes[0].text, s("one"));
        QVERIFY(m_world.notes[0].deleted);
        QCOMPARE(m_world.conflicts.size(), 1u);
        QVERIFY(m_world.conflicts[0].kind == ConflictKind::Binned);
        QVERIFY(m_world.isSettled());
    }

    void notesTheLibraryLostStayInTheFile()
    {
        const QString before = m_world.text();
        m_world.notes.erase(m_world.notes.begin());
        m_world.sync();
        QVERIFY(m_world.text().contains(s("\none\n")));
        m_world.notes.clear();
        m_world.sync();
        QVERIFY(m_world.text().contains(s("\ntwo\n")));
    }

    void withoutWhatWasAgreedBothSidesAreKept()
    {
        m_world.state.bases.clear();
        QCOMPARE(planVault(m_world.state, m_world.notes).edits.size(), 0u);
        m_world.replace(s("\none\n"), s("\ntheirs\n"));
        m_world.sync();
        QCOMPARE(m_world.notes[0].text, s("one\n\ntheirs"));
        QVERIFY(m_world.isSettled());
    }

    void formsAFileCannotHaveStayInTheLibrary()
    {
        m_world.notes[0].text = s("\n\none\r\ntwo  \n");
        m_world.notes[0].tags = {s("2024"), s("c++"), s("first")};
        const Note before = m_world.notes[0];
        m_world.sync();
        QVERIFY(m_world.isSettled());
        QVERIFY(m_world.notes[0] == before);
        m_world.replace(s("#c-- #first"), s("#c-- #second"));
        m_world.sync();
        QCOMPARE(m_world.notes[0].tags, QStringList({s("c++"), s("second"), s("2024")}));
        QCOMPARE(m_world.notes[0].text, before.text);
    }

    void aFileThatCannotBeReadIsLeftAlone()
    {
        m_world.setText(m_world.text() + s("<<<<<<< HEAD\nx\n"));
        m_world.notes[0].text = s("changed");
        const VaultPlan plan = planVault(m_world.state, m_world.notes);
        QVERIFY(plan.isDone());
        QCOMPARE(plan.problems.size(), 1u);
        QVERIFY(plan.problems[0].error.code == app::base::ErrorCode::Conflict);
    }

    void anEpisodeKeepsItsFileWhenItsPodcastIsNamedAnew()
    {
        for (Note &note : m_world.notes)
            note.episode = app::base::EpisodeId(7);
        Note later = tests::vaultSample(3, s("three"));
        later.episode = app::base::EpisodeId(7);
        later.episodeRef.podcastGuid.clear();
        later.episodeRef.feedUrl = s("https://example.com/moved.xml");
        m_world.notes.push_back(later);
        m_world.sync();
        QCOMPARE(m_world.state.files.size(), 1u);
        QCOMPARE(m_world.inFile(later)->text, s("three"));
    }

    void nothingEitherSideWroteIsLost_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 60; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void nothingEitherSideWroteIsLost();

private:
    World m_world;
};

namespace {

/// Both sides write words that are never written again; only whole lines are taken away.
class Writers
{
public:
    Writers(World &world, quint32 seed)
        : m_world(world)
        , m_random(seed)
    {}

    void writeHere()
    {
        Note &note = m_world.notes[static_cast<std::size_t>(
            m_random.bounded(static_cast<int>(m_world.notes.size())))];
        switch (m_random.bounded(6)) {
        case 0:
            m_world.notes.push_back(
                tests::vaultSample(static_cast<int>(m_world.notes.size()) + 1, word()));
            break;
        case 1:
            note.tags.append(word());
            break;
        case 2:
            note.anchor.quote += u' ' + word();
            break;
        default:
            note.text = withWord(note.text);
        }
    }

    void writeThere()
    {
        QString text = m_world.text();
        const auto parsed = parseVaultFile(text.toUtf8());
        VaultDocument document = *parsed;
        VaultPart &part = document.parts[static_cast<std::size_t>(
            m_random.bounded(static_cast<int>(document.parts.size())))];
        switch (m_random.bounded(5)) {
        case 0: // a chapter of the user's own, before it
            part.raw.prepend(part.note ? u"## " + word() + u"\n\n" : QString());
            break;
        case 1: // more of the text, or of whatever is there
            part.raw.append((part.raw.endsWith(u"\n\n") ? u"" : u"\n") + word() + u"\n\n");
            break;
        case 2: // among the quote
            if (part.raw.contains(u"> — "))
                part.raw.replace(QStringLiteral("> — "), u"> " + word() + u"\n>\n> — ");
            break;
        case 3: // a line of the text
            if (part.note && !part.note->text.isEmpty()) {
                VaultNote changed = *part.note;
                changed.text = withWord(changed.text);
                part.raw = sectionOf(changed) + u'\n';
            }
            break;
        default:
            if (part.note) {
                VaultNote changed = *part.note;
                changed.tags.prepend(word());
                part.raw = sectionOf(changed) + u'\n';
            }
        }
        m_world.setText(QString::fromUtf8(bytesOf(document)));
    }

    /// Every word that was written is in the file, and in the library if it belongs to a note.
    [[nodiscard]] QStringList lost() const
    {
        QStringList missing;
        for (const QString &one : m_words) {
            if (!m_world.text().contains(one))
                missing.append(one);
        }
        return missing;
    }

    /// 0 to 99.
    int chance() { return m_random.bounded(100); }

private:
    QString word()
    {
        m_words.append(QStringLiteral("w%1x").arg(m_words.size()));
        return m_words.last();
    }

    /// A line more, or a word more in a line.
    QString withWord(const QString &text)
    {
        QStringList lines = text.split(u'\n');
        const qsizetype at = m_random.bounded(lines.size());
        if (m_random.bounded(2) != 0)
            lines.insert(at, word());
        else
            lines[at] += u' ' + word();
        return lines.join(u'\n');
    }

    World &m_world;
    QRandomGenerator m_random;
    QStringList m_words;
};

} // namespace

void VaultSyncTest::nothingEitherSideWroteIsLost()
{
    QFETCH(quint32, seed);
    Writers writers(m_world, seed);
    for (int round = 0; round < 40; ++round) {
        for (int count = writers.chance() % 4; count > 0; --count)
            writers.writeHere();
        for (int count = writers.chance() % 4; count > 0; --count)
            writers.writeThere();
        VaultPlan plan = planVault(m_world.state, m_world.notes);
        m_world.edit(plan);
        if (writers.chance() < 20)
            continue; // killed before anything was written
        if (writers.chance() < 20) {
            // The user writes in the file meanwhile, so it is planned again.
            writers.writeThere();
            plan = planVault(m_world.state, m_world.notes);
            m_world.edit(plan);
        }
        if (writers.chance() < 20) {
            for (VaultWrite &write : plan.writes)
                write.base = m_world.state.bases.at(write.base.key); // killed between the two
        }
        m_world.write(plan);
        m_world.sync();
        QVERIFY2(m_world.isSettled(), qPrintable(m_world.text()));
        const QString lost = writers.lost().join(u' ');
        QVERIFY2(lost.isEmpty(), qPrintable(lost + u'\n' + m_world.text()));
        for (const Note &note : m_world.notes) {
            const auto inFile = m_world.inFile(note);
            QVERIFY(inFile);
            QCOMPARE(inFile->text, vaultNote(note).text);
            QCOMPARE(inFile->tags, vaultNote(note).tags);
        }
    }
}

QTEST_GUILESS_MAIN(VaultSyncTest)
#include "tst_vaultsync.moc"
