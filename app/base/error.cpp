// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/error.h"

namespace app::base {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
        return QStringLiteral("Offline");
    case ErrorCode::Timeout:
        return QStringLiteral("Timeout");
    case ErrorCode::HttpStatus:
        return QStringLiteral("HttpStatus");
    case ErrorCode::NotFound:
        return QStringLiteral("NotFound");
    case ErrorCode::Malformed:
        return QStringLiteral("Malformed");
    case ErrorCode::TooLarge:
        return QStringLiteral("TooLarge");
    case ErrorCode::Unsupported:
        return QStringLiteral("Unsupported");
    case ErrorCode::DiskFull:
        return QStringLiteral("DiskFull");
    case ErrorCode::Denied:
        return QStringLiteral("Denied");
    case ErrorCode::Busy:
        return QStringLiteral("Busy");
    case ErrorCode::Corrupt:
        return QStringLiteral("Corrupt");
    case ErrorCode::NoDevice:
        return QStringLiteral("NoDevice");
    case ErrorCode::Conflict:
        return QStringLiteral("Conflict");
    }
    return QStringLiteral("Unknown");
}

} // namespace app::base
