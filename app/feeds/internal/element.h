// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/internal/xmlnames.h"

#include <QString>

#include <optional>
#include <pugixml.hpp>
#include <string_view>

namespace app::feeds::internal {

/// Makes relative addresses absolute.
class Addresses
{
public:
    explicit Addresses(QString base)
        : m_base(std::move(base))
    {}

    /// \p address as it is when it has a scheme or when nothing is known to resolve it against.
    [[nodiscard]] QString resolved(const QString &address) const;

    /// For what is inside an element that has an xml:base.
    [[nodiscard]] Addresses within(const pugi::xml_node &element) const;

private:
    QString m_base;
};

/// One child of a channel, feed, item or entry, with what is needed to read it.
struct Element
{
    pugi::xml_node node;
    Name name;
    const Addresses &addresses;

    [[nodiscard]] QString text() const;

    [[nodiscard]] QString lowerText() const { return text().toLower(); }

    [[nodiscard]] QString address() const { return addresses.resolved(text()); }

    [[nodiscard]] QString attribute(const char *wanted) const;
    [[nodiscard]] QString addressAttribute(const char *wanted) const;
};

/// All character data below a node, without white space around it. Linear in what is below.
[[nodiscard]] QString textOf(const pugi::xml_node &node);

/// The same, but with elements written out: HTML that a feed holds unescaped.
[[nodiscard]] QString markupOf(const pugi::xml_node &node);

/// A line of plain text from what may be HTML: entities a second time, as many feeds need for
/// titles.
[[nodiscard]] QString titleOf(const pugi::xml_node &node);

/// Takes "yes", "true" and "explicit" for yes.
[[nodiscard]] bool isYes(const QString &text);

/// A number in C notation that is finite and not negative.
[[nodiscard]] std::optional<double> positiveNumber(const QString &text);

/// Sets \p field unless it is set: the first of several wins.
inline void setOnce(QString &field, const QString &value)
{
    if (field.isEmpty())
        field = value;
}

/// Calls \p visit(Element) for each child element.
template <typename Visit>
void forEachElement(const pugi::xml_node &parent,
                    const Scope &scope,
                    const Addresses &addresses,
                    Visit visit)
{
    for (pugi::xml_node child = parent.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_element)
            visit(Element{child, scope.name(child), addresses});
    }
}

} // namespace app::feeds::internal
