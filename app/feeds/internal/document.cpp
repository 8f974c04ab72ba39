// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/internal/document.h"

#include "app/feeds/internal/cleaning.h"
#include "app/feeds/internal/encoding.h"
#include "app/feeds/internal/repair.h"
#include "app/feeds/internal/xmlnames.h"

#include <algorithm>

namespace app::feeds::internal {

namespace {

using base::ErrorCode;
using base::unexpected;

// A node is 64 bytes, an end tag makes none, white space between tags makes one.
constexpr qsizetype mostTags = 6'000'000;

base::Unexpected noXml(XmlStart::Kind kind, const QByteArray &text)
{
    if (text.trimmed().isEmpty())
        return unexpected(ErrorCode::Malformed, QStringLiteral("the document is empty"));
    if (kind == XmlStart::Kind::WebPage)
        return unexpected(ErrorCode::Malformed, QStringLiteral("this is a web page, not a feed"));
    if (kind != XmlStart::Kind::Json)
        return unexpected(ErrorCode::Malformed, QStringLiteral("the document holds no XML"));
    if (text.left(4096).contains("jsonfeed.org/version"))
        return unexpected(ErrorCode::Unsupported,
                          QStringLiteral("the feed is in JSON Feed format"));
    return unexpected(ErrorCode::Malformed, QStringLiteral("the document is JSON, not XML"));
}

bool parse(Document &document)
{
    // White space between inline elements of XHTML separates words.
    constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
    const pugi::xml_parse_result result =
        document.tree.load_buffer_inplace(document.bytes.data(),
                                          static_cast<std::size_t>(document.bytes.size()),
                                          options,
                                          pugi::encoding_utf8);
    return static_cast<bool>(result);
}

} // namespace

pugi::xml_node Document::root(std::initializer_list<std::string_view> wanted) const
{
    pugi::xml_node first;
    for (pugi::xml_node node = tree.first_child(); node; node = node.next_sibling()) {
        if (node.type() != pugi::node_element)
            continue;
        if (std::find(wanted.begin(), wanted.end(), localName(node)) != wanted.end())
            return node;
        if (!first)
            first = node;
    }
    return first;
}

base::Result<void> load(const QByteArray &bytes, const QByteArray &charset, Document &document)
{
    const QByteArray text = toUtf8(bytes, charset);
    const XmlStart start = findXml(text);
    if (start.kind != XmlStart::Kind::Xml)
        return noXml(start.kind, text);
    const QByteArrayView xml = QByteArrayView(text).sliced(start.offset);
    CleanXml clean = cleanXml(xml);
    if (clean.tags > mostTags)
        return unexpected(ErrorCode::TooLarge,
                          QStringLiteral("the document has %1 tags").arg(clean.tags));
    document.bytes = std::move(clean.xml);
    if (parse(document))
        return {};
    // Parsing in place has used up the cleaned bytes; broken documents are rare enough to clean
    // again.
    document.bytes = repairXml(cleanXml(xml).xml);
    parse(document);
    return {};
}

} // namespace app::feeds::internal
