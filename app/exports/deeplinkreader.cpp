// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/deeplink.h"
#include "app/exports/internal/episodekey.h"
#include "app/notes/noteid.h"

#include <QStringDecoder>

#include <algorithm>

namespace app::exports {

using base::ErrorCode;
using base::Result;
using base::unexpected;
using timestamps::MediaTime;

namespace {

constexpr qsizetype longestLink = 8192;

base::Unexpected malformed(const QString &why)
{
    return unexpected(ErrorCode::Malformed, u"the link " + why);
}

int hexValue(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    const char16_t lower = c.toLower().unicode();
    return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : -1;
}

/// Percent signs resolved once; '+' is a plus. What is not UTF-8 or has control characters fails.
Result<QString> decoded(QStringView text, QStringView what)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != u'%') {
            bytes += text.sliced(at, 1).toUtf8();
            continue;
        }
        const int high = at + 1 < text.size() ? hexValue(text[at + 1]) : -1;
        const int low = at + 2 < text.size() ? hexValue(text[at + 2]) : -1;
        if (high < 0 || low < 0)
            return malformed(QStringLiteral("has a wrong percent sign in its %1").arg(what));
        bytes += static_cast<char>(high * 16 + low);
        at += 2;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString result = decoder(bytes);
    if (decoder.hasError())
        return malformed(QStringLiteral("has bytes that are no text in its %1").arg(what));
    const bool hidden = std::any_of(
        result.begin(), result.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (hidden)
        return malformed(QStringLiteral("has control characters in its %1").arg(what));
    return result;
}

/// Digits with at most three decimals; nothing else, for it comes from a program.
std::optional<MediaTime> secondsOf(QStringView text)
{
    constexpr qsizetype mostDigits = 9;
    const qsizetype dot = text.indexOf(u'.');
    const QStringView whole = dot < 0 ? text : text.first(dot);
    const QStringView decimals = dot < 0 ? QStringView() : text.sliced(dot + 1);
    const auto isDigit = [](QChar c) {
        return c >= u'0' && c <= u'9';
    };
    const bool good = !whole.isEmpty() && whole.size() <= mostDigits && decimals.size() <= 3
                      && (dot < 0 || !decimals.isEmpty())
                      && std::all_of(whole.begin(), whole.end(), isDigit)
                      && std::all_of(decimals.begin(), decimals.end(), isDigit);
    if (!good)
        return std::nullopt;
    const QString ms = decimals.toString().leftJustified(3, QLatin1Char('0'));
    return MediaTime::fromMs(whole.toLongLong() * 1000 + ms.toLongLong());
}

Result<void> readPlace(const QString &text, DeepLink &link)
{
    const QStringList parts = text.split(u',');
    link.start = secondsOf(parts.first());
    if (!link.start || parts.size() > 2)
        return malformed(QStringLiteral("has a time that is none"));
    if (parts.size() == 2) {
        link.end = secondsOf(parts.last());
        if (!link.end || *link.end <= *link.start)
            return malformed(QStringLiteral("has an end that is no time after its start"));
    }
    return {};
}

Result<void> readFeed(const QString &text, DeepLink &link)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web =
        url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https");
    if (!url.isValid() || !web || url.host().isEmpty())
        return malformed(QStringLiteral("names a feed that is no web address"));
    link.feedUrl = text;
    return {};
}

Result<void> readNoteId(const QString &text, DeepLink &link)
{
    if (!notes::isNoteId(text))
        return malformed(QStringLiteral("names a note that is no note's id"));
    link.note = base::NoteId(text);
    return {};
}

Result<void> readQueryItem(const QString &key, const QString &value, DeepLink &link)
{
    if (key == QStringLiteral("t"))
        return readPlace(value, link);
    if (key == QStringLiteral("h"))
        return readNoteId(value, link);
    if (key == QStringLiteral("feed"))
        return readFeed(value, link);
    if (key == QStringLiteral("guid"))
        link.itemGuid = value;
    return {};
}

Result<void> readQuery(QStringView query, bool named, DeepLink &link)
{
    QStringList seen;
    for (const QStringView item : query.split(u'&', Qt::SkipEmptyParts)) {
        const qsizetype equals = item.indexOf(u'=');
        const QString key = (equals < 0 ? item : item.first(equals)).toString();
        const bool isName = key == QStringLiteral("feed") || key == QStringLiteral("guid");
        const bool known = isName || key == QStringLiteral("t") || key == QStringLiteral("h");
        if (!known)
            continue;
        if (seen.contains(key))
            return malformed(QStringLiteral("says \"%1\" twice").arg(key));
        if (isName && named)
            return malformed(QStringLiteral("names its episode twice"));
        seen.append(key);
        const Result<QString> value =
            decoded(equals < 0 ? QStringView() : item.sliced(equals + 1), key);
        if (!value)
            return unexpected(value.error());
        if (const Result<void> read = readQueryItem(key, *value, link); !read)
            return read;
    }
    return {};
}

/// "<podcast key>/<item guid>": the guid is all that follows, for some encode no slashes.
Result<void> readNames(QStringView path, DeepLink &link)
{
    const qsizetype slash = path.indexOf(u'/');
    if (slash < 0)
        return malformed(QStringLiteral("names no episode"));
    const Result<QString> key = decoded(path.first(slash), u"podcast");
    if (!key)
        return unexpected(key.error());
    const Result<QString> guid = decoded(path.sliced(slash + 1), u"episode");
    if (!guid)
        return unexpected(guid.error());
    if (key->isEmpty())
        return malformed(QStringLiteral("names no podcast"));
    link.podcastKey = *key;
    link.itemGuid = *guid;
    return {};
}

Result<DeepLink> readEpisodeLink(QStringView path, QStringView query)
{
    DeepLink link;
    const bool named = !path.isEmpty();
    if (named) {
        if (const Result<void> names = readNames(path, link); !names)
            return unexpected(names.error());
    }
    if (const Result<void> rest = readQuery(query, named, link); !rest)
        return unexpected(rest.error());
    if (!named && link.feedUrl.isEmpty())
        return malformed(QStringLiteral("names no podcast"));
    if (link.itemGuid.isEmpty() && !link.note.isValid())
        return malformed(QStringLiteral("names no episode"));
    return link;
}

Result<DeepLink> readNoteLink(QStringView path, QStringView query)
{
    DeepLink link;
    if (const Result<void> id = readNoteId(path.toString(), link); !id)
        return unexpected(id.error());
    const base::NoteId id = link.note;
    if (const Result<void> rest = readQuery(query, true, link); !rest)
        return unexpected(rest.error());
    if (link.note != id)
        return malformed(QStringLiteral("names two notes"));
    return link;
}

} // namespace

Result<DeepLink> parseDeepLink(const QString &link)
{
    if (link.size() > longestLink)
        return unexpected(ErrorCode::TooLarge,
                          QStringLiteral("the link is over %1 characters").arg(longestLink));
    QStringView rest(link);
    if (!rest.startsWith(u"earmark:", Qt::CaseInsensitive))
        return unexpected(ErrorCode::Unsupported,
                          QStringLiteral("the link is not an earmark: link"));
    rest = rest.sliced(8);
    const bool plain = std::all_of(
        rest.begin(), rest.end(), [](QChar c) { return c > u' ' && c.unicode() < 0x7F; });
    if (!plain || rest.contains(u'#') || rest.contains(u'\\'))
        return malformed(QStringLiteral("has characters that belong in no address"));
    if (rest.startsWith(u"//"))
        rest = rest.sliced(2);
    const qsizetype mark = rest.indexOf(u'?');
    const QStringView query = mark < 0 ? QStringView() : rest.sliced(mark + 1);
    const QStringView place = mark < 0 ? rest : rest.first(mark);
    const qsizetype slash = place.indexOf(u'/');
    const QStringView kind = slash < 0 ? place : place.first(slash);
    const QStringView path = slash < 0 ? QStringView() : place.sliced(slash + 1);
    if (kind.compare(u"episode", Qt::CaseInsensitive) == 0)
        return readEpisodeLink(path, query);
    if (kind.compare(u"note", Qt::CaseInsensitive) == 0)
        return readNoteLink(path, query);
    return unexpected(ErrorCode::Unsupported,
                      QStringLiteral("the link is about neither an episode nor a note"));
}

Result<DeepLink> parseDeepLink(const QUrl &link)
{
    if (!link.isValid())
        return malformed(QStringLiteral("is no address"));
    return parseDeepLink(link.toString(QUrl::FullyEncoded));
}

bool isAbout(const DeepLink &link, const notes::EpisodeRef &episode)
{
    const bool podcast = link.feedUrl.isEmpty()
                             ? link.podcastKey == internal::podcastKey(episode)
                                   || link.podcastKey == internal::feedKey(episode)
                             : link.feedUrl == episode.feedUrl;
    return podcast && !link.itemGuid.isEmpty() && link.itemGuid == internal::itemKey(episode);
}

} // namespace app::exports
