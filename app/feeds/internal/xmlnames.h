// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pugixml.hpp>
#include <string_view>
#include <vector>

namespace app::feeds::internal {

/// The namespaces feeds use, whatever prefix they give them.
enum class Ns { None, Atom, Content, DublinCore, Itunes, Media, Podcast, Chapters, Other };

/// What an element is called.
struct Name
{
    Ns ns = Ns::None;
    std::string_view local; ///< lives as long as the document

    bool operator==(const Name &) const = default;
};

/// The prefixes declared around the elements being read.
///
/// A prefix nobody declared has its usual meaning: "itunes", "podcast", "content" and so on.
/// An element without prefix has no namespace unless it declares one itself: feeds that put a
/// default namespace on the whole document mean their plain RSS elements all the same. Source:
/// Namespaces in XML 1.0; Podcasting 2.0, both of its addresses.
class Scope
{
public:
    Scope() = default;

    /// The same plus what \p element declares.
    [[nodiscard]] Scope within(const pugi::xml_node &element) const;

    /// The name of a child, its own declarations included.
    [[nodiscard]] Name name(const pugi::xml_node &element) const;

private:
    struct Binding
    {
        std::string_view prefix;
        Ns ns;
    };

    [[nodiscard]] Ns lookUp(std::string_view prefix) const;

    std::vector<Binding> m_bindings;
};

/// The part of a name behind its prefix.
[[nodiscard]] std::string_view localName(const pugi::xml_node &element);

} // namespace app::feeds::internal
