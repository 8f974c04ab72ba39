// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace app::transcripts {

/// A text as JSON writes it, quotes included.
///
/// Control characters and the line ends of Unicode (U+0085, U+2028, U+2029) are escaped, so that no
/// program splits a line there, and U+FEFF, which decoders drop; half surrogate pairs become
/// U+FFFD. Thread: any.  Source: RFC 8259, 7.
[[nodiscard]] QString jsonString(QStringView text);

} // namespace app::transcripts
