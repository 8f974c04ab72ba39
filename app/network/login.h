// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace app::network {

/// Whether a login for \p from may be shown to \p to: the same host and port, or the same host
/// gone from http to https. Thread: any.
[[nodiscard]] bool mayShareLogin(const QUrl &from, const QUrl &to);

/// \p address with the user and password of \p from, when it has none and may be given them.
/// For the sound, transcripts and pictures of a feed that is read with a login. Thread: any.
[[nodiscard]] QUrl withLoginOf(const QUrl &address, const QUrl &from);

} // namespace app::network
