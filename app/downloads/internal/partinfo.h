// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/bytesource.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace app::downloads::internal {

/// What is kept in NAME.part.json beside the bytes of an unfinished download.
struct PartInfo
{
    QString address; ///< without login and query, which may be secret and change
    std::optional<qint64> totalBytes;
    QByteArray validator;
    /// Which bytes are there; absent in older files, where all are that the file holds.
    std::optional<std::vector<media::ByteRange>> ranges;

    bool operator==(const PartInfo &) const = default;
};

/// Nothing when it is missing or damaged: the download then starts over. Never more than 64 KB.
[[nodiscard]] std::optional<PartInfo> readPartInfo(const QString &path);

/// Of very many ranges only the longest are kept.
/// Errors: Denied, DiskFull.
[[nodiscard]] base::Result<void> writePartInfo(const QString &path, const PartInfo &info);

/// The address as it is kept.
[[nodiscard]] QString keptAddress(const QString &address);

} // namespace app::downloads::internal
