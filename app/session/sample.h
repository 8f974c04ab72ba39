// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/library/library.h"
#include "app/library/records.h"

#include <QFuture>
#include <QString>

namespace app::session {

/// Adds the sample podcast to the library without a network: its feed, transcripts, chapters and
/// the sound, copied beside the library. Adding it again brings it back whole. \param folder  that
/// holds feed.xml and what it names; in the app the embedded ":/sample" Errors: NotFound (no sample
/// in this build), DiskFull, Denied. Thread: main.
[[nodiscard]] QFuture<base::Result<library::Podcast>>
addSample(library::Library &library, const base::Clock &clock, const QString &folder);

} // namespace app::session
