// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app::base {

/// What the caller can do about a failure. ui/text and cli/ word these; nobody else does.
enum class ErrorCode {
    Offline,     ///< no connection at all: try again when there is one
    Timeout,     ///< the other side did not answer in time
    HttpStatus,  ///< the server answered with a status that is a refusal; see Error::httpStatus
    NotFound,    ///< the thing asked for is not there
    Malformed,   ///< bytes that are not what they claim to be
    TooLarge,    ///< beyond a limit that protects the listener
    Unsupported, ///< understood, but nothing here can read or do it
    DiskFull,    ///< no room left where it has to be written
    Denied,      ///< no permission: read-only folder, login needed
    Busy,        ///< somebody else holds it: try again
    Corrupt,     ///< our own data is damaged
    NoDevice,    ///< no way out for sound: no device, no sound server; everything else works
    Conflict,    ///< contradicts what is there, or is ambiguous
};

/// Why something could not be done: a code to act on and English detail for the log.
struct Error
{
    ErrorCode code = ErrorCode::Malformed;
    /// English, one line, names the thing concerned; shown by the command line, logged by the app.
    QString detail;
    /// The status with HttpStatus, else 0.
    int httpStatus = 0;

    bool operator==(const Error &) const = default;
};

/// The code's name as written in this header, for logs and tests.
[[nodiscard]] QString errorCodeName(ErrorCode code);

} // namespace app::base
