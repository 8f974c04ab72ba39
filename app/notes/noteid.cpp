// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/noteid.h"

#include <algorithm>

namespace app::notes {

namespace {

QString hex(quint64 number, int digits)
{
    return QStringLiteral("%1").arg(number, digits, 16, QLatin1Char('0'));
}

bool isLowerHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

} // namespace

base::NoteId makeNoteId(const QDateTime &now, quint64 entropyHigh, quint64 entropyLow)
{
    const qint64 ms = std::max<qint64>(now.isValid() ? now.toMSecsSinceEpoch() : 0, 0);
    const quint64 time = static_cast<quint64>(ms) & 0xFFFF'FFFF'FFFFU;
    const quint64 version = 0x7000U | (entropyHigh & 0x0FFFU);
    const quint64 variant = 0x8000'0000'0000'0000U | (entropyLow & 0x3FFF'FFFF'FFFF'FFFFU);
    const QStringList parts = {hex(time >> 16U, 8),
                               hex(time & 0xFFFFU, 4),
                               hex(version, 4),
                               hex(variant >> 48U, 4),
                               hex(variant & 0xFFFF'FFFF'FFFFU, 12)};
    return base::NoteId(parts.join(u'-'));
}

bool isNoteId(const QString &text)
{
    constexpr qsizetype length = 36;
    if (text.size() != length)
        return false;
    for (qsizetype at = 0; at < length; ++at) {
        const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
        if (dash ? text[at] != u'-' : !isLowerHex(text[at]))
            return false;
    }
    return true;
}

} // namespace app::notes
