// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app::library::internal {

/// A text without case, accents and outer white space, for finding and ordering titles. Thread:
/// any.
[[nodiscard]] QString folded(const QString &text);

/// An address without what does not tell feeds apart: http or https, case of the host, default
/// port, fragment, a slash at the end. Thread: any.
[[nodiscard]] QString feedKey(const QString &address);

/// A podcast:guid that is a true UUID, in lower case; else empty.
[[nodiscard]] QString guidKey(const QString &guid);

} // namespace app::library::internal
