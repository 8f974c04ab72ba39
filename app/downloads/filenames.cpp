// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/filenames.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTextBoundaryFinder>
#include <QUrl>

namespace app::downloads {

namespace {

constexpr qsizetype longestName = 80;
/// No title needs more to fill a name; a hostile one may have megabytes.
constexpr qsizetype longestRead = 1000;

/// What stands in a name for a character: itself, a stand-in, or nothing.
QString inName(char32_t c)
{
    switch (c) {
    case U'/':
    case U'\\':
    case U':':
    case U'|':
        return QStringLiteral("-");
    case U'*':
    case U'?':
    case U'"':
    case U'<':
    case U'>':
        return {};
    case U'\t':
    case U'\n':
    case U'\r':
    case 0x2028:
    case 0x2029:
        return QStringLiteral(" ");
    case 0x200c: // these two join letters and emoji; every other format character only deceives
    case 0x200d:
        return QString::fromUcs4(&c, 1);
    default:
        break;
    }
    const QChar::Category category = QChar::category(c);
    const bool invisible = category == QChar::Other_Control || category == QChar::Other_Format
                           || category == QChar::Other_Surrogate || QChar::isNonCharacter(c);
    return invisible ? QString() : QString::fromUcs4(&c, 1);
}

QString readable(const QString &text)
{
    QString result;
    for (const char32_t c : text.left(longestRead).toUcs4()) {
        result += inName(c);
    }
    return result.normalized(QString::NormalizationForm_C).simplified();
}

QString withoutEdges(const QString &text)
{
    const auto isEdge = [](QChar c) {
        return c == u'.' || c.isSpace() || c == QChar(0x200c) || c == QChar(0x200d);
    };
    qsizetype from = 0;
    qsizetype until = text.size();
    while (from < until && isEdge(text.at(from))) {
        ++from;
    }
    while (until > from && isEdge(text.at(until - 1))) {
        --until;
    }
    return text.mid(from, until - from);
}

/// As much as fits, cut where a reader sees a boundary, else at least between code points.
QString cut(const QString &text, qsizetype bytes)
{
    if (text.toUtf8().size() <= bytes) {
        return text;
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype best = 0;
    for (auto at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary()) {
        if (text.left(at).toUtf8().size() > bytes) {
            break;
        }
        best = at;
    }
    while (best == 0 || (best < text.size() && text.at(best).isLowSurrogate())) {
        // One "letter" of more bytes than fit: only a heap of combining marks is like that.
        best = bytes / 4;
        if (text.at(best).isLowSurrogate()) {
            --best;
        }
    }
    return text.left(best);
}

bool isDeviceName(const QString &name)
{
    static const QSet<QString> devices{QStringLiteral("con"),
                                       QStringLiteral("prn"),
                                       QStringLiteral("aux"),
                                       QStringLiteral("nul"),
                                       QStringLiteral("conin$"),
                                       QStringLiteral("conout$")};
    const QString stem =
        name.left(name.indexOf(u'.') < 0 ? name.size() : name.indexOf(u'.')).trimmed().toLower();
    if (devices.contains(stem)) {
        return true;
    }
    const bool numbered =
        stem.startsWith(QLatin1String("com")) || stem.startsWith(QLatin1String("lpt"));
    return numbered && stem.size() == 4 && QStringView(u"0123456789¹²³").contains(stem.back());
}

QString suffixOfAddress(const QString &address)
{
    static const QSet<QString> known{QStringLiteral("mp3"),
                                     QStringLiteral("m4a"),
                                     QStringLiteral("m4b"),
                                     QStringLiteral("mp4"),
                                     QStringLiteral("m4v"),
                                     QStringLiteral("aac"),
                                     QStringLiteral("ogg"),
                                     QStringLiteral("oga"),
                                     QStringLiteral("opus"),
                                     QStringLiteral("spx"),
                                     QStringLiteral("wav"),
                                     QStringLiteral("flac"),
                                     QStringLiteral("webm"),
                                     QStringLiteral("mka"),
                                     QStringLiteral("mkv"),
                                     QStringLiteral("mov"),
                                     QStringLiteral("wma"),
                                     QStringLiteral("aif"),
                                     QStringLiteral("aiff")};
    const QString file = QUrl(address).fileName();
    const QString suffix = file.mid(file.lastIndexOf(u'.') + 1).toLower();
    return known.contains(suffix) ? suffix : QString();
}

QString suffixOfType(const QString &mimeType)
{
    struct Pair
    {
        QLatin1String type;
        QLatin1String suffix;
    };

    static constexpr Pair pairs[] = {{QLatin1String("audio/mpeg"), QLatin1String("mp3")},
                                     {QLatin1String("audio/mp3"), QLatin1String("mp3")},
                                     {QLatin1String("audio/mp4"), QLatin1String("m4a")},
                                     {QLatin1String("audio/x-m4a"), QLatin1String("m4a")},
                                     {QLatin1String("audio/m4a"), QLatin1String("m4a")},
                                     {QLatin1String("audio/aac"), QLatin1String("aac")},
                                     {QLatin1String("audio/ogg"), QLatin1String("ogg")},
                                     {QLatin1String("audio/opus"), QLatin1String("opus")},
                                     {QLatin1String("audio/flac"), QLatin1String("flac")},
                                     {QLatin1String("audio/x-flac"), QLatin1String("flac")},
                                     {QLatin1String("audio/wav"), QLatin1String("wav")},
                                     {QLatin1String("audio/x-wav"), QLatin1String("wav")},
                                     {QLatin1String("audio/webm"), QLatin1String("webm")},
                                     {QLatin1String("video/mp4"), QLatin1String("mp4")},
                                     {QLatin1String("video/x-m4v"), QLatin1String("m4v")},
                                     {QLatin1String("video/webm"), QLatin1String("webm")}};
    const QString type = mimeType.section(u';', 0, 0).trimmed().toLower();
    for (const Pair &pair : pairs) {
        if (type == pair.type) {
            return pair.suffix;
        }
    }
    return {};
}

} // namespace

QString safeFileName(const QString &text)
{
    QString name = withoutEdges(cut(withoutEdges(readable(text)), longestName));
    if (isDeviceName(name)) {
        name = withoutEdges(cut(u'_' + name, longestName));
    }
    return name.isEmpty() ? QStringLiteral("untitled") : name;
}

QString episodeFilePath(const QString &podcastTitle,
                        const QString &episodeTitle,
                        const QString &date,
                        const QString &key,
                        const QString &enclosureUrl,
                        const QString &mimeType)
{
    const QByteArray digest = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256);
    QString suffix = suffixOfAddress(enclosureUrl);
    if (suffix.isEmpty()) {
        suffix = suffixOfType(mimeType);
    }
    if (suffix.isEmpty()) {
        suffix = QStringLiteral("audio");
    }
    const QString day = date.isEmpty() ? QString() : safeFileName(date.left(10)) + u' ';
    return safeFileName(podcastTitle) + u'/' + day + safeFileName(episodeTitle)
           + QStringLiteral(" [") + QString::fromLatin1(digest.toHex().left(8))
           + QStringLiteral("].") + suffix;
}

} // namespace app::downloads
