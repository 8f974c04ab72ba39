// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/journal.h"

#include "app/notes/internal/notejson.h"
#include "app/notes/noteid.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <string_view>

namespace app::notes {

using base::ErrorCode;
using base::NoteId;
using base::Result;
using base::unexpected;

namespace {

constexpr std::array<std::u16string_view, 7> kindNames{
    u"edit", u"undo", u"redo", u"anchor", u"import", u"vault", u"snapshot"};

constexpr QByteArrayView head("{\"checksum\":\"");
constexpr QByteArrayView behindChecksum("\",");
constexpr qsizetype checksumDigits = 16;
constexpr qsizetype longestLine = qsizetype{16} << 20;
constexpr std::size_t mostProblems = 1'000;
constexpr qint64 version = 1;

QByteArray checksumOf(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result().toHex().first(checksumDigits);
}

Result<JournalEntry> entryFrom(const QJsonObject &object)
{
    if (object.value(u"v").toInteger(0) != version)
        return unexpected(ErrorCode::Unsupported,
                          QStringLiteral("a line of the journal has another version"));
    JournalEntry entry;
    entry.sequence = object.value(u"seq").toInteger(0);
    entry.when = internal::dateFromJson(object.value(u"when"));
    // Kinds that later versions add change nothing here.
    entry.kind = journalKindFromName(object.value(u"kind").toString()).value_or(JournalKind::Edit);
    entry.id = NoteId(object.value(u"id").toString());
    if (entry.sequence < 1 || !isNoteId(entry.id.text()))
        return unexpected(ErrorCode::Malformed,
                          QStringLiteral("a line of the journal has no sequence or no note"));
    const QJsonValue state = object.value(u"note");
    if (state.isNull())
        return entry;
    Result<Note> note = internal::noteFromJson(state.toObject());
    if (!note)
        return unexpected(note.error());
    if (note->id != entry.id)
        return unexpected(ErrorCode::Malformed,
                          QStringLiteral("a line of the journal has another note's state"));
    entry.note = std::move(note).value();
    return entry;
}

/// Takes lines one after the other.
class Replayer
{
public:
    void take(QByteArrayView line, bool isLast)
    {
        ++m_line;
        if (line.trimmed().isEmpty())
            return;
        Result<JournalEntry> entry = readJournalLine(line);
        if (entry)
            return use(*entry, line);
        // A torn line that the next writer went on with: no text in JSON can spell the head.
        const qsizetype glued = line.lastIndexOf(head);
        const bool isCorrupt = entry.error().code == ErrorCode::Corrupt;
        if (isCorrupt && glued > 0) {
            report(entry.error());
            entry = readJournalLine(line.sliced(glued));
            if (entry)
                return use(*entry, line.sliced(glued));
        }
        if (isLast && isCorrupt)
            m_replay.tornEnd = true;
        else
            report(entry.error());
    }

    [[nodiscard]] JournalReplay result() && { return std::move(m_replay); }

private:
    void use(const JournalEntry &entry, QByteArrayView line)
    {
        const QByteArray checksum = line.sliced(head.size(), checksumDigits).toByteArray();
        if (const auto known = m_checksums.constFind(entry.sequence);
            known != m_checksums.constEnd()) {
            if (*known == checksum) {
                ++m_replay.repeated;
                return;
            }
            report(ErrorCode::Conflict,
                   QStringLiteral("sequence %1 is used twice").arg(entry.sequence));
        } else if (entry.sequence < m_replay.lastSequence) {
            report(ErrorCode::Conflict,
                   QStringLiteral("sequence %1 comes late").arg(entry.sequence));
        } else if (entry.sequence > m_replay.lastSequence + 1) {
            report(ErrorCode::Corrupt,
                   QStringLiteral("sequences %1 to %2 are missing")
                       .arg(m_replay.lastSequence + 1)
                       .arg(entry.sequence - 1));
        }
        m_checksums.insert(entry.sequence, checksum);
        m_replay.lastSequence = std::max(m_replay.lastSequence, entry.sequence);
        ++m_replay.entries;
        apply(entry);
    }

    void apply(const JournalEntry &entry)
    {
        qint64 &newest = m_newest[entry.id];
        if (entry.sequence < newest)
            return;
        newest = entry.sequence;
        if (entry.note)
            m_replay.notes.insert_or_assign(entry.id, *entry.note);
        else
            m_replay.notes.erase(entry.id);
    }

    void report(ErrorCode code, const QString &detail) { report({code, detail, 0}); }

    void report(const base::Error &error)
    {
        ++m_replay.problemCount;
        if (m_replay.problems.size() < mostProblems)
            m_replay.problems.push_back({m_line, error});
    }

    JournalReplay m_replay;
    QHash<qint64, QByteArray> m_checksums;
    QHash<NoteId, qint64> m_newest;
    qsizetype m_line = 0;
};

} // namespace

QString journalKindName(JournalKind kind)
{
    return QStringView(kindNames[static_cast<std::size_t>(kind)]).toString();
}

std::optional<JournalKind> journalKindFromName(const QString &name)
{
    for (std::size_t at = 0; at < kindNames.size(); ++at) {
        if (name == QStringView(kindNames[at]))
            return static_cast<JournalKind>(at);
    }
    return std::nullopt;
}

QByteArray journalLine(const JournalEntry &entry)
{
    const QJsonObject object{
        {QStringLiteral("v"), version},
        {QStringLiteral("seq"), entry.sequence},
        {QStringLiteral("when"), internal::dateToJson(entry.when)},
        {QStringLiteral("kind"), journalKindName(entry.kind)},
        {QStringLiteral("id"), entry.id.text()},
        {QStringLiteral("note"),
         entry.note ? QJsonValue(internal::noteToJson(*entry.note)) : QJsonValue::Null}};
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    const QByteArrayView members = QByteArrayView(json).sliced(1);
    QByteArray line;
    line.reserve(json.size() + 64);
    line += head;
    line += checksumOf(members);
    line += behindChecksum;
    line += members;
    line += '\n';
    return line;
}

Result<JournalEntry> readJournalLine(QByteArrayView line)
{
    if (line.size() > longestLine)
        return unexpected(ErrorCode::TooLarge,
                          QStringLiteral("a line of the journal is over 16 MB"));
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    const qsizetype start = head.size() + checksumDigits + behindChecksum.size();
    const bool whole =
        line.size() > start && line.startsWith(head)
        && line.sliced(start - behindChecksum.size()).startsWith(behindChecksum)
        && checksumOf(line.sliced(start)) == line.sliced(head.size(), checksumDigits);
    if (!whole)
        return unexpected(ErrorCode::Corrupt,
                          QStringLiteral("a line of the journal is torn or altered"));
    const QJsonDocument document = QJsonDocument::fromJson('{' + line.sliced(start).toByteArray());
    if (!document.isObject())
        return unexpected(ErrorCode::Malformed,
                          QStringLiteral("a line of the journal is no JSON object"));
    return entryFrom(document.object());
}

JournalReplay replayJournal(QByteArrayView journal)
{
    Replayer replayer;
    qsizetype at = 0;
    while (at < journal.size()) {
        const qsizetype found = journal.indexOf('\n', at);
        const qsizetype end = found < 0 ? journal.size() : found;
        replayer.take(journal.sliced(at, end - at), found < 0);
        at = end + 1;
    }
    JournalReplay replay = std::move(replayer).result();
    replay.needsLineFeed = !journal.isEmpty() && !journal.endsWith('\n');
    return replay;
}

} // namespace app::notes
