// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/paths.h"

#include <QStandardPaths>

namespace app::platform {
namespace {

QString ours(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + QStringLiteral("/earmark");
}

} // namespace

Paths systemPaths()
{
    return {
        .data = ours(QStandardPaths::GenericDataLocation),
        .settings = ours(QStandardPaths::GenericConfigLocation) + QStringLiteral("/earmark.ini"),
        .cache = ours(QStandardPaths::GenericCacheLocation),
        .config = ours(QStandardPaths::GenericConfigLocation),
        .downloads = ours(QStandardPaths::GenericDataLocation) + QStringLiteral("/downloads"),
    };
}

} // namespace app::platform
