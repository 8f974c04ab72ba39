// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/notedrafts.h"

#include "app/base/logging.h"
#include "app/library/records.h"
#include "app/notes/journal.h"
#include "app/platform/wholefile.h"
#include "app/session/internal/ready.h"
#include "app/work/comeback.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace app::session {
namespace {

using base::ErrorCode;
using base::Result;
using base::unexpected;
using notes::Note;

constexpr qint64 mostBytes = 16 << 20;

/// Stands for a note that has no name yet.
base::NoteId noName()
{
    return base::NoteId(QStringLiteral("00000000-0000-0000-0000-000000000000"));
}

/// The episode's number, then the note as a line of the journal, which tells when it is torn.
QByteArray draftBytes(const NoteDraft &draft)
{
    Note note;
    note.id = draft.editing.value_or(noName());
    note.start = draft.note.start;
    note.end = draft.note.end;
    note.anchor = draft.note.anchor;
    note.text = draft.note.text;
    note.tags = draft.note.tags;
    note.color = draft.note.color;
    note.created = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    note.modified = note.created;
    notes::JournalEntry entry;
    entry.sequence = 1;
    entry.when = note.created;
    entry.id = note.id;
    entry.note = note;
    return QByteArray::number(draft.note.episode.number()) + '\n' + notes::journalLine(entry);
}

Result<std::optional<NoteDraft>> readDraft(const QString &path)
{
    const auto bytes = platform::readWholeFile(path, mostBytes);
    if (!bytes) {
        return bytes.error().code == ErrorCode::NotFound
                   ? Result<std::optional<NoteDraft>>(std::nullopt)
                   : unexpected(bytes.error());
    }
    const qsizetype line = bytes->indexOf('\n');
    bool ok = false;
    const qint64 episode = bytes->left(std::max<qsizetype>(line, 0)).toLongLong(&ok);
    if (!ok || episode <= 0) {
        return unexpected(ErrorCode::Malformed, QStringLiteral("a kept draft names no episode"));
    }
    const auto entry = notes::readJournalLine(QByteArrayView(*bytes).sliced(line + 1));
    if (!entry) {
        return unexpected(entry.error());
    }
    if (!entry->note) {
        return unexpected(ErrorCode::Malformed, QStringLiteral("a kept draft has no note"));
    }
    const Note &note = *entry->note;
    NoteDraft draft;
    draft.note.episode = base::EpisodeId(episode);
    draft.note.start = note.start;
    draft.note.end = note.end;
    draft.note.anchor = note.anchor;
    draft.note.text = note.text;
    draft.note.tags = note.tags;
    draft.note.color = note.color;
    if (entry->id != noName()) {
        draft.editing = entry->id;
    }
    return std::optional(draft);
}

} // namespace

NoteDrafts::NoteDrafts(Notebook &notebook, const QString &folder)
    : m_notebook(notebook)
    , m_path(QDir(folder).filePath(QStringLiteral("draft.jsonl")))
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &NoteDrafts::write);
}

NoteDrafts::~NoteDrafts() = default;

void NoteDrafts::keep(const NoteDraft &draft)
{
    m_latest = draft;
    if (!m_soon.isActive()) {
        m_soon.start(delay);
    }
}

void NoteDrafts::write()
{
    if (!m_latest) {
        return;
    }
    const auto writing = m_lane.post([path = m_path, draft = *m_latest] {
        return platform::writeWholeFile(path, draftBytes(draft));
    });
    m_latest.reset();
    work::comeBack(writing, this, [](const Result<void> &written) {
        if (!written) {
            qCWarning(base::logSession)
                << "what is being written is not kept:" << written.error().detail;
        }
    });
}

void NoteDrafts::forget()
{
    m_latest.reset();
    m_soon.stop();
    (void)m_lane.post([path = m_path] { return QFile::remove(path); });
}

QFuture<NoteDrafts::Recovered> NoteDrafts::recover()
{
    auto promise = internal::sharedPromise<std::optional<Note>>();
    const auto reading = m_lane.post([path = m_path] { return readDraft(path); });
    work::comeBack(reading, this, [this, promise](const Draft &draft) {
        if (!draft) {
            setAside(promise, draft.error());
        } else if (!*draft) {
            internal::settle<std::optional<Note>>(promise, std::optional<Note>());
        } else {
            takeIn(**draft, promise);
        }
    });
    return promise->future();
}

void NoteDrafts::takeIn(const NoteDraft &draft, const Promise &promise)
{
    if (draft.editing) {
        takeInEdit(draft, promise);
        return;
    }
    // The program may have ended between saving the note and forgetting its draft.
    work::comeBack(m_notebook.list({.episode = draft.note.episode, .tag = {}, .since = {}}),
                   this,
                   [this, draft, promise](const Result<std::vector<Note>> &there) {
                       const auto isIt = [&draft](const Note &note) {
                           return note.start == draft.note.start && note.text == draft.note.text;
                       };
                       if (there && std::any_of(there->begin(), there->end(), isIt)) {
                           forget();
                           internal::settle<std::optional<Note>>(promise, std::optional<Note>());
                           return;
                       }
                       work::comeBack(
                           m_notebook.add(draft.note),
                           this,
                           [this, promise](const Result<Note> &kept) { settle(promise, kept); });
                   });
}

void NoteDrafts::takeInEdit(const NoteDraft &draft, const Promise &promise)
{
    work::comeBack(m_notebook.find(draft.editing->text()),
                   this,
                   [this, draft, promise](const Result<Note> &there) {
                       if (!there) {
                           setAside(promise, there.error());
                           return;
                       }
                       if (there->text == draft.note.text && there->color == draft.note.color) {
                           forget();
                           internal::settle<std::optional<Note>>(promise, std::optional<Note>());
                           return;
                       }
                       NoteEdit edit;
                       edit.text = draft.note.text;
                       edit.tags = draft.note.tags;
                       edit.color = draft.note.color;
                       work::comeBack(
                           m_notebook.edit(there->id, edit),
                           this,
                           [this, promise](const Result<Note> &kept) { settle(promise, kept); });
                   });
}

void NoteDrafts::settle(const Promise &promise, const Result<Note> &kept)
{
    if (!kept) {
        setAside(promise, kept.error());
        return;
    }
    forget();
    internal::settle<std::optional<Note>>(promise, std::optional<Note>(*kept));
}

/// It would fail at every start, and the next draft would take its place.
void NoteDrafts::setAside(const Promise &promise, const base::Error &error)
{
    (void)m_lane.post([path = m_path] {
        const QString aside = QFileInfo(path).dir().filePath(QStringLiteral("draft-unsaved.jsonl"));
        QFile::remove(aside);
        return QFile::rename(path, aside);
    });
    internal::settle<std::optional<Note>>(promise, unexpected(error));
}

} // namespace app::session
