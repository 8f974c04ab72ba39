// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/references.h"

#include "app/markup/entities.h"
#include "app/transcripts/internal/referencenames.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <vector>

namespace app::transcripts::internal {

namespace {

struct Name
{
    std::string_view name;
    std::string_view codes;
    bool bare = false; ///< needs no ';'
};

std::vector<Name> readNames()
{
    std::vector<Name> names;
    constexpr std::size_t count = 2200;
    names.reserve(count);
    std::string_view rest = referenceNames;
    while (!rest.empty()) {
        const std::size_t end = rest.find(';');
        const std::string_view entry = rest.substr(0, end);
        const std::size_t space = entry.find(' ');
        Name name{entry.substr(0, space), entry.substr(space + 1)};
        name.bare = name.name.back() == '!';
        name.name.remove_suffix(name.bare ? 1 : 0);
        names.push_back(name);
        rest.remove_prefix(end + 1);
    }
    return names;
}

const Name *findName(std::string_view wanted)
{
    static const std::vector<Name> names = readNames();
    const auto found =
        std::lower_bound(names.begin(), names.end(), wanted, [](const Name &a, std::string_view b) {
            return a.name < b;
        });
    return found != names.end() && found->name == wanted ? &*found : nullptr;
}

QString charactersOf(const Name &name)
{
    QString text;
    const auto codes =
        QString::fromLatin1(name.codes.data(), static_cast<qsizetype>(name.codes.size()));
    for (const QString &code : codes.split(u' '))
        text += QChar::fromUcs4(code.toUInt(nullptr, 16));
    return text;
}

/// Characters for a reference and how much of the text it takes; none for what is no reference.
struct Reference
{
    QString characters;
    qsizetype length = 0;
};

bool isAsciiLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

/// \param text  behind the '&'
Reference namedReference(QStringView text)
{
    constexpr qsizetype longest = 32;
    constexpr qsizetype longestBare = 6;
    std::array<char, longest> letters{};
    qsizetype size = 0;
    for (; size < text.size() && size < longest && isAsciiLetterOrDigit(text[size]); ++size)
        letters[static_cast<std::size_t>(size)] = static_cast<char>(text[size].unicode());
    const auto name = [&letters](qsizetype length) {
        return findName({letters.data(), static_cast<std::size_t>(length)});
    };
    if (size > 0 && size < text.size() && text[size] == u';') {
        if (const Name *found = name(size))
            return {charactersOf(*found), size + 1};
    }
    for (qsizetype length = std::min(size, longestBare); length > 1; --length) {
        const Name *found = name(length);
        if (found != nullptr && found->bare)
            return {charactersOf(*found), length};
    }
    return {};
}

/// The extent of "#123;" or "#x1F;"; the other room knows what it stands for.
Reference numericReference(QStringView text)
{
    constexpr qsizetype longest = 14;
    qsizetype size = 1;
    while (size < text.size() && size < longest && isAsciiLetterOrDigit(text[size]))
        ++size;
    if (size < text.size() && text[size] == u';')
        ++size;
    const QString written = u'&' + text.first(size);
    const QString decoded = markup::decodeEntities(written);
    return decoded == written ? Reference() : Reference{decoded, size};
}

} // namespace

QString decodeReferences(QStringView text)
{
    QString out;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at)) {
        const QStringView behind = text.sliced(at + 1);
        const Reference found =
            behind.startsWith(u'#') ? numericReference(behind) : namedReference(behind);
        if (found.length == 0) {
            ++at;
            continue;
        }
        out += text.sliced(done, at - done);
        out += found.characters;
        at += 1 + found.length;
        done = at;
    }
    return out + text.sliced(done);
}

} // namespace app::transcripts::internal
