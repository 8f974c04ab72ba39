// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace app::downloads::internal {

/// What is kept in NAME.part.json beside the bytes of an unfinished download.
struct PartInfo
{
    QString address; ///< without login and query, which may be secret and change
    std::optional<qint64> totalBytes;
    QByteArray validator;

    bool operator==(const PartInfo &) const = default;
};

/// Nothing when it is missing or damaged: the download then starts over. Never more than 64 KB.
[[nodiscard]] std::optional<PartInfo> readPartInfo(const QString &path);

/// Errors: Denied, DiskFull.
[[nodiscard]] base::Result<void> writePartInfo(const QString &path, const PartInfo &info);

/// The address as it is kept.
[[nodiscard]] QString keptAddress(const QString &address);

} // namespace app::downloads::internal
