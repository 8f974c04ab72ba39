// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/importer.h"

#include "app/exports/internal/importreaders.h"
#include "app/exports/jsonlines.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace app::exports {

using base::ErrorCode;
using base::Result;
using base::unexpected;
using internal::NoteCollector;
using notes::Note;

namespace {

constexpr qsizetype largestDocument = qsizetype{1} << 30;

Result<ImportedNotes> ours(ImportKind kind, Result<std::vector<Note>> notes)
{
    if (!notes)
        return unexpected(notes.error());
    return ImportedNotes{kind, *std::move(notes), 0, {}};
}

/// A backup begins with a line that says so; other JSON is one value.
bool isBackup(const QByteArray &document)
{
    const qsizetype end = document.indexOf('\n');
    const QJsonObject header =
        QJsonDocument::fromJson(end < 0 ? document : document.first(end)).object();
    return header.value(u"format").isString() && header.contains(u"version");
}

Result<ImportedNotes> readJson(const QByteArray &document, const ImportHint &hint)
{
    QJsonParseError failure;
    const QJsonDocument json = QJsonDocument::fromJson(document, &failure);
    if (failure.error != QJsonParseError::NoError)
        return unexpected(ErrorCode::Malformed,
                          QStringLiteral("the JSON is broken at byte %1: %2")
                              .arg(failure.offset)
                              .arg(failure.errorString()));
    const QJsonArray items = internal::annotationsOf(json);
    const bool web =
        !json.isArray() || (!items.isEmpty() && items.first().toObject().contains(u"target"));
    if (web && items.isEmpty())
        return unexpected(ErrorCode::Unsupported,
                          QStringLiteral("the JSON holds no notes that are known"));
    if (!web)
        return ours(ImportKind::Json, internal::readNoteArray(items));
    NoteCollector collector(ImportKind::WebAnnotations, hint);
    internal::readWebAnnotations(items, collector);
    return collector.take();
}

} // namespace

QString importKindName(ImportKind kind)
{
    switch (kind) {
    case ImportKind::JsonLines:
        return QStringLiteral("jsonl");
    case ImportKind::Json:
        return QStringLiteral("json");
    case ImportKind::WebAnnotations:
        return QStringLiteral("w3c");
    case ImportKind::AudacityLabels:
        return QStringLiteral("audacity");
    case ImportKind::ReadwiseCsv:
        return QStringLiteral("readwise");
    case ImportKind::MarkdownTimes:
        return QStringLiteral("markdown");
    }
    Q_UNREACHABLE();
}

Result<ImportedNotes> readNotes(const QByteArray &document, const ImportHint &hint)
{
    if (document.size() > largestDocument)
        return unexpected(ErrorCode::TooLarge, QStringLiteral("the file is over 1 GB"));
    const QByteArray bytes = document.startsWith("\xEF\xBB\xBF") ? document.sliced(3) : document;
    const QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 4096)).trimmed();
    if (head.startsWith('{') && isBackup(bytes))
        return ours(ImportKind::JsonLines, readJsonLines(bytes));
    if (head.startsWith('{') || head.startsWith('['))
        return readJson(bytes, hint);
    if (head.isEmpty() || head.contains('\0'))
        return unexpected(ErrorCode::Unsupported, QStringLiteral("the file holds no notes"));
    const QString text = QString::fromUtf8(bytes);
    for (const internal::TextReader read :
         {internal::readReadwise, internal::readLabels, internal::readMarkdownTimes}) {
        if (auto notes = read(text, hint))
            return *std::move(notes);
    }
    return unexpected(ErrorCode::Unsupported,
                      QStringLiteral("the file holds no notes in a form that is known"));
}

ImportPlan
planImport(const std::vector<Note> &known, const std::vector<Note> &incoming, const QDateTime &now)
{
    QHash<QString, const Note *> there;
    for (const Note &note : known)
        there.insert(note.id.text(), &note);
    QHash<QString, std::size_t> planned;
    ImportPlan plan;
    for (const Note &note : incoming) {
        PlannedNote next{Incoming::Added, note};
        const Note *before = there.value(note.id.text());
        if (before != nullptr) {
            const bool newer = note.modified.isValid() && note.modified > before->modified;
            next.becomes = newer ? Incoming::Changed : Incoming::Known;
            if (!newer)
                next.note = *before;
        }
        if (!next.note.created.isValid())
            next.note.created = now;
        if (!next.note.modified.isValid())
            next.note.modified = next.note.created;
        const auto earlier = planned.find(note.id.text());
        if (earlier == planned.end()) {
            planned.insert(note.id.text(), plan.notes.size());
            plan.notes.push_back(std::move(next));
        } else if (next.note.modified > plan.notes[*earlier].note.modified) {
            plan.notes[*earlier] = std::move(next);
        }
    }
    for (const PlannedNote &note : plan.notes)
        ++(note.becomes == Incoming::Added     ? plan.added
           : note.becomes == Incoming::Changed ? plan.changed
                                               : plan.known);
    return plan;
}

} // namespace app::exports
