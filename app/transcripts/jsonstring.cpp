// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/jsonstring.h"

namespace app::transcripts {

namespace {

bool isEscaped(QChar c)
{
    const char16_t unit = c.unicode();
    return unit < 0x20 || unit == u'"' || unit == u'\\' || (unit >= 0x7F && unit < 0xA0)
           || unit == 0x2028 || unit == 0x2029 || unit == QChar::ByteOrderMark;
}

void appendEscape(QString &out, char16_t unit)
{
    switch (unit) {
    case u'\n':
        out += QStringLiteral("\\n");
        return;
    case u'\t':
        out += QStringLiteral("\\t");
        return;
    case u'"':
        out += QStringLiteral("\\\"");
        return;
    case u'\\':
        out += QStringLiteral("\\\\");
        return;
    default:
        out += QStringLiteral("\\u%1").arg(uint{unit}, 4, 16, QLatin1Char('0'));
    }
}

} // namespace

QString jsonString(QStringView text)
{
    QString out(u'"');
    out.reserve(text.size() + 2);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        const bool pair =
            c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        if (pair) {
            out += c;
            out += text[++at];
        } else if (c.isSurrogate()) {
            out += QChar(QChar::ReplacementCharacter);
        } else if (isEscaped(c)) {
            appendEscape(out, c.unicode());
        } else {
            out += c;
        }
    }
    out += u'"';
    return out;
}

} // namespace app::transcripts
