// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/timestamps/chapters.h"

#include <QByteArray>

namespace app::feeds {

/// Reads a Podcasting 2.0 chapters file, sorted by start. Chapters without a usable start are
/// skipped, unknown keys ignored; pictures are only named, never loaded. Errors: Malformed (not
/// JSON, or no chapters in it), TooLarge (over 8 MB). Thread: any.  Source: JSON Chapters 1.2.0.
[[nodiscard]] base::Result<timestamps::Chapters> readChaptersJson(const QByteArray &document);

/// Writes a chapters file; the same chapters give the same bytes. Pictures inside a sound file have
/// no address and are left out. Thread: any.  Source: JSON Chapters 1.2.0.
[[nodiscard]] QByteArray writeChaptersJson(const timestamps::Chapters &chapters,
                                           const QString &episodeTitle);

} // namespace app::feeds
