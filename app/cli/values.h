// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/cli/context.h"
#include "app/library/records.h"
#include "app/notes/note.h"
#include "app/timestamps/chapters.h"
#include "app/timestamps/mediatime.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace app::cli {

/// Seconds with up to 3 decimals; null when absent.
[[nodiscard]] QJsonValue secondsValue(std::optional<timestamps::MediaTime> place);
[[nodiscard]] QJsonValue lengthValue(std::optional<timestamps::Duration> length);
/// RFC 3339 in UTC; null when invalid.
[[nodiscard]] QJsonValue dateValue(const QDateTime &date);
/// Null when empty.
[[nodiscard]] QJsonValue textValue(const QString &text);

[[nodiscard]] QJsonObject noteValue(const notes::Note &note);
[[nodiscard]] QJsonArray chaptersValue(const timestamps::Chapters &chapters, bool withPictures);
[[nodiscard]] QJsonObject podcastValue(const library::Podcast &podcast);

/// "12:05  The quote" in one line, for people.
[[nodiscard]] QString noteLine(const notes::Note &note);

/// The whole of a file, or of standard input for "-".
/// Errors: NotFound, Denied, TooLarge (over \p largest bytes).
[[nodiscard]] base::Result<QByteArray> readInput(const QString &path, qint64 largest);

/// Whether a result may be written there: a new file or a plain one, for replacing a pipe or a
/// device by a file is never what was meant. Errors: Denied.
[[nodiscard]] base::Result<void> checkOutput(const QString &path);

/// Bytes as text: UTF-8 without its byte order mark, else Windows-1252.
[[nodiscard]] QString decodeText(const QByteArray &bytes);

/// An episode by id, guid or part of its title. Errors: NotFound, Conflict, and those of the
/// library.
[[nodiscard]] base::Result<library::Episode> findEpisode(Context &context, const QString &words);
[[nodiscard]] base::Result<library::Podcast> findPodcast(Context &context, const QString &words);

/// A media file: a path that exists, else an episode that is downloaded.
[[nodiscard]] base::Result<QString> findAudio(Context &context, const QString &words);

} // namespace app::cli
