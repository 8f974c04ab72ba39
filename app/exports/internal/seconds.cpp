// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/seconds.h"

namespace app::exports::internal {

QString secondsText(qint64 ms)
{
    const quint64 size = ms < 0 ? 0U - static_cast<quint64>(ms) : static_cast<quint64>(ms);
    QString text = QString::number(size / 1000);
    if (size % 1000 != 0) {
        text += u'.' + QString::number(size % 1000).rightJustified(3, QLatin1Char('0'));
        while (text.endsWith(u'0'))
            text.chop(1);
    }
    return ms < 0 ? QString(u'-' + text) : text;
}

} // namespace app::exports::internal
