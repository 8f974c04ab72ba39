// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/records.h"

#include <QByteArray>

namespace app::library {
class Connection;
}

namespace app::library::internal {

/// What is kept about the insides of sound files, each by the identity of the file.
enum class FileFact { SeekIndex, SoundAnalysis };

/// Absent, or of another version of the file, is an empty array.
[[nodiscard]] base::Result<QByteArray>
fileFact(Connection &connection, FileFact fact, const FileIdentity &file);

/// Replaces what is kept of an earlier version. So that what files leave behind does not pile up,
/// a few others are looked at too, and forgotten when their file is gone and no episode names it.
[[nodiscard]] base::Result<void> setFileFact(Connection &connection,
                                             FileFact fact,
                                             const FileIdentity &file,
                                             const QByteArray &data);

/// Drops all that is kept about a file.
[[nodiscard]] base::Result<void> forgetFileFacts(Connection &connection, const QString &path);

} // namespace app::library::internal
