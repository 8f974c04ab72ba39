// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace app::feeds::internal {

/// The document as UTF-8 without byte order mark, whatever it was written in.
///
/// The bytes decide before any declaration: a byte order mark, then the pattern of UTF-16, then
/// whether all of it is valid UTF-8; only then what the document or the server claims. Where
/// nothing usable is claimed, and for Latin-1 and its kin, stray bytes are left in: cleanXml()
/// reads them as Windows-1252. The result may share the bytes of \p document and must not outlive
/// it. \param charset  from the Content-Type header, or empty Thread: any.  Source: XML 1.0
/// appendix F; RFC 7303 3.
[[nodiscard]] QByteArray toUtf8(const QByteArray &document, const QByteArray &charset);

} // namespace app::feeds::internal
