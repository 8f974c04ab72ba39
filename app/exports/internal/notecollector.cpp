// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/episodekey.h"
#include "app/exports/internal/importreaders.h"
#include "app/exports/internal/plaintext.h"

#include <QFileInfo>
#include <QUuid>

namespace app::exports::internal {

using base::Result;
using notes::Note;

namespace {

constexpr std::size_t mostNotes = 1'000'000;
constexpr int mostWarnings = 20;

/// Of UUIDs made of what a note says.
const QUuid &contentSpace()
{
    static const QUuid space(QStringLiteral("8a1f5d0e-6c55-5b8b-9a6e-2f1f1d0c7b43"));
    return space;
}

base::NoteId idOfContent(const Note &note)
{
    const notes::EpisodeRef &episode = note.episodeRef;
    const QStringList facts = {episode.feedUrl,
                               itemKey(episode),
                               episode.podcastTitle,
                               episode.episodeTitle,
                               QString::number(note.start.ms()),
                               note.anchor.quote,
                               note.text};
    const QUuid id = QUuid::createUuidV5(contentSpace(), facts.join(QChar(u'\0')));
    return base::NoteId(id.toString(QUuid::WithoutBraces));
}

} // namespace

void NoteCollector::add(Note note)
{
    if (!note.id.isValid())
        note.id = idOfContent(note);
    m_notes.notes.push_back(std::move(note));
}

void NoteCollector::leaveOut(const QString &where, const QString &why)
{
    if (++m_leftOut <= mostWarnings)
        m_notes.warnings.append(where + u": " + why);
}

void NoteCollector::addNameless(Note note)
{
    ++m_notes.nameless;
    if (m_hint.episode) {
        note.episodeRef = *m_hint.episode;
    } else if (note.episodeRef.episodeTitle.isEmpty()) {
        note.episodeRef.episodeTitle = plainLine(QFileInfo(m_hint.fileName).completeBaseName());
    }
    add(std::move(note));
}

bool NoteCollector::isFull() const
{
    return m_notes.notes.size() >= mostNotes;
}

Result<ImportedNotes> NoteCollector::take()
{
    if (m_notes.notes.empty()) {
        return base::unexpected(base::ErrorCode::Malformed,
                                m_notes.warnings.value(0, QStringLiteral("the file has no notes")));
    }
    if (isFull())
        m_notes.warnings.append(QStringLiteral("only the first %1 notes are read").arg(mostNotes));
    if (m_leftOut > mostWarnings)
        m_notes.warnings.append(
            QStringLiteral("%1 more were left out").arg(m_leftOut - mostWarnings));
    return std::move(m_notes);
}

} // namespace app::exports::internal
