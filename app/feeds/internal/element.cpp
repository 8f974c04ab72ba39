// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/internal/element.h"

#include "app/markup/entities.h"

#include <QUrl>

#include <cmath>
#include <string>

namespace app::feeds::internal {

namespace {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

QString toQString(std::string_view utf8)
{
    const std::string_view text = trimmed(utf8);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isText(const pugi::xml_node &node)
{
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

bool hasElements(const pugi::xml_node &node)
{
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_element)
            return true;
    }
    return false;
}

// The next node in document order below \p top. A loop, for trees may be 100,000 levels deep.
pugi::xml_node next(pugi::xml_node node, const pugi::xml_node &top)
{
    if (const pugi::xml_node child = node.first_child())
        return child;
    while (node != top && !node.next_sibling())
        node = node.parent();
    return node == top ? pugi::xml_node() : node.next_sibling();
}

class StringWriter final : public pugi::xml_writer
{
public:
    void write(const void *data, std::size_t size) override
    {
        text.append(static_cast<const char *>(data), size);
    }

    std::string text;
};

bool hasScheme(const QString &address)
{
    for (const QChar c : address) {
        if (c == u':')
            return address[0].isLetter();
        const bool part = c.isLetterOrNumber() || c == u'+' || c == u'-' || c == u'.';
        if (!part)
            return false;
    }
    return false;
}

} // namespace

QString Addresses::resolved(const QString &address) const
{
    if (address.isEmpty() || m_base.isEmpty() || hasScheme(address))
        return address;
    const QUrl relative(address);
    const QUrl base(m_base);
    if (!relative.isValid() || !base.isValid() || base.isRelative())
        return address;
    return base.resolved(relative).toString(QUrl::FullyEncoded);
}

Addresses Addresses::within(const pugi::xml_node &element) const
{
    const QString base = toQString(element.attribute("xml:base").value());
    return base.isEmpty() ? *this : Addresses(resolved(base));
}

QString Element::text() const
{
    return textOf(node);
}

QString Element::attribute(const char *wanted) const
{
    return toQString(node.attribute(wanted).value());
}

QString Element::addressAttribute(const char *wanted) const
{
    return addresses.resolved(attribute(wanted));
}

QString textOf(const pugi::xml_node &node)
{
    const pugi::xml_node first = node.first_child();
    if (!first)
        return {};
    if (isText(first) && !first.next_sibling())
        return toQString(first.value());
    std::string all;
    for (pugi::xml_node below = first; below; below = next(below, node)) {
        if (isText(below))
            all += below.value();
    }
    return toQString(all);
}

QString markupOf(const pugi::xml_node &node)
{
    if (!hasElements(node))
        return textOf(node);
    StringWriter writer;
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling())
        child.print(writer, "", pugi::format_raw, pugi::encoding_utf8);
    return toQString(writer.text);
}

QString titleOf(const pugi::xml_node &node)
{
    return markup::decodeEntities(textOf(node)).simplified();
}

bool isYes(const QString &text)
{
    const QString answer = text.toLower();
    return answer == QLatin1String("yes") || answer == QLatin1String("true")
           || answer == QLatin1String("explicit");
}

std::optional<double> positiveNumber(const QString &text)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    if (!ok || !std::isfinite(number) || number < 0)
        return {};
    return number;
}

} // namespace app::feeds::internal
