// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace app::feeds::internal {

/// Makes the output of cleanXml() well-formed where a strict parser has given up.
///
/// Unclosed elements are closed, stray end tags dropped, attributes quoted, a '<' that opens
/// nothing becomes text, and the line-breaking HTML tags close themselves. An item begun inside an
/// item closes the first. An item that the document's end cuts short is left out: half an episode
/// would be taken for another one. Linear in time.
[[nodiscard]] QByteArray repairXml(QByteArrayView clean);

} // namespace app::feeds::internal
