// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/legacyencoding.h"

#include <QStringDecoder>
#include <QStringView>

#include <algorithm>
#include <array>

namespace app::transcripts::internal {

namespace {

/// What Windows-1252 has at 0x80 to 0x9F; unassigned places stay control characters.
constexpr std::array<char16_t, 32> windowsUpper = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

/// An encoding of a script of its own and the letters seen most in it.
struct Script
{
    const char *encoding;
    QStringView common;
    double share; ///< of the common letters among all beyond ASCII, at least
};

constexpr QStringView hiragana =
    u"のにはをたがでてとしれさるいなもんっかうそこすらくきりまよあけだ";

constexpr std::array<Script, 10> scripts = {
    Script{"windows-1251", u"оеаинтсрвлкмдпуя", 0.65},
    Script{"KOI8-R", u"оеаинтсрвлкмдпуя", 0.65},
    Script{"windows-1253", u"αοιετσνηυρκπμλωςάίόέή", 0.65},
    Script{"windows-1255", u"יוהלאתרמבשנ", 0.55},
    Script{"windows-1256", u"اليمنوترهبعد", 0.55},
    Script{"Shift_JIS", hiragana, 0.3},
    Script{"EUC-JP", hiragana, 0.3},
    Script{
        "GB18030", u"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对，。", 0.15},
    Script{"Big5", u"的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對，。", 0.15},
    Script{"EUC-KR", u"이다는을의에가고하지은를한로도니사요아서", 0.25}};

bool isBeyondAscii(char byte)
{
    return static_cast<unsigned char>(byte) >= 0x80;
}

/// Whether letters beyond ASCII stand side by side, as in a script that has no others.
bool standTogether(const QByteArray &sample)
{
    qsizetype all = 0;
    qsizetype together = 0;
    for (qsizetype at = 0; at < sample.size(); ++at) {
        if (!isBeyondAscii(sample[at]))
            continue;
        ++all;
        const bool before = at > 0 && isBeyondAscii(sample[at - 1]);
        const bool after = at + 1 < sample.size() && isBeyondAscii(sample[at + 1]);
        together += before || after ? 1 : 0;
    }
    constexpr qsizetype fewest = 6;
    return all >= fewest && together * 10 >= all * 6;
}

/// How well a text fits a script: 1 and more where it may be in it.
double fitOf(const Script &script, const QByteArray &sample)
{
    QStringDecoder decoder(script.encoding);
    if (!decoder.isValid())
        return 0.0;
    const QString text = decoder(sample);
    double all = 0.0;
    double common = 0.0;
    double wrong = 0.0;
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            continue;
        ++all;
        if (c == QChar::ReplacementCharacter || !c.isPrint() || (c >= u'｡' && c <= u'ﾟ'))
            ++wrong;
        else if (script.common.contains(c.toLower()))
            common += c.isLower() || !c.isUpper() ? 1.0 : 0.5;
    }
    if (all < 1.0 || wrong > 1.0 + all * 0.02)
        return 0.0;
    return common / all / script.share;
}

/// Czech, Polish and their neighbours have letters where Western Europe has others or signs.
bool isCentralEuropean(const QByteArray &sample)
{
    QStringDecoder decoder("windows-1250");
    if (!decoder.isValid())
        return false;
    const QString text = decoder(sample);
    constexpr QStringView central = u"ąęłńśźżćřěščžůőűŁŚŻŠČŽŘ";
    // What these bytes are in Windows-1252 and are often there.
    constexpr QStringView western = u"éèàçêîôûùñåæøãõìò";
    qsizetype asCentral = 0;
    qsizetype asWestern = 0;
    for (qsizetype at = 0; at < text.size() && text.size() == sample.size(); ++at) {
        if (!isBeyondAscii(sample[at]))
            continue;
        const QChar latin = QLatin1Char(sample[at]);
        const bool same = text[at] == latin;
        asCentral += central.contains(text[at]) ? 1 : 0;
        asWestern += !same && western.contains(latin) ? 1 : 0;
    }
    return asCentral > 2 && asCentral > asWestern;
}

QString fromWindows1252(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = QChar(windowsUpper.at(c.unicode() - 0x80U));
    }
    return text;
}

QString decodeAs(const char *encoding, const QByteArray &bytes)
{
    QStringDecoder decoder(encoding);
    return decoder(bytes);
}

} // namespace

QString decodeLegacy(const QByteArray &bytes)
{
    constexpr qsizetype looked = 32 * 1024;
    const QByteArray sample = bytes.left(looked);
    if (!standTogether(sample))
        return isCentralEuropean(sample) ? decodeAs("windows-1250", bytes) : fromWindows1252(bytes);
    const Script *best = nullptr;
    double bestFit = 1.0;
    for (const Script &script : scripts) {
        const double fit = fitOf(script, sample);
        if (fit >= bestFit) {
            best = &script;
            bestFit = fit;
        }
    }
    return best != nullptr ? decodeAs(best->encoding, bytes) : fromWindows1252(bytes);
}

} // namespace app::transcripts::internal
