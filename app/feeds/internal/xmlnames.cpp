// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/internal/xmlnames.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <utility>

namespace app::feeds::internal {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t mostBindings = 64; // every child looks through them

constexpr std::array addresses{
    std::pair{"www.w3.org/2005/atom"sv, Ns::Atom},
    std::pair{"purl.org/atom/ns#"sv, Ns::Atom},
    std::pair{"purl.org/rss/1.0/modules/content"sv, Ns::Content},
    std::pair{"purl.org/dc/elements/1.1"sv, Ns::DublinCore},
    std::pair{"www.itunes.com/dtds/podcast-1.0.dtd"sv, Ns::Itunes},
    std::pair{"search.yahoo.com/mrss"sv, Ns::Media},
    std::pair{"podcastindex.org/namespace/1.0"sv, Ns::Podcast},
    std::pair{"github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"sv, Ns::Podcast},
    std::pair{"podlove.org/simple-chapters"sv, Ns::Chapters},
};

constexpr std::array usualPrefixes{
    std::pair{"itunes"sv, Ns::Itunes},
    std::pair{"podcast"sv, Ns::Podcast},
    std::pair{"content"sv, Ns::Content},
    std::pair{"atom"sv, Ns::Atom},
    std::pair{"atom10"sv, Ns::Atom},
    std::pair{"dc"sv, Ns::DublinCore},
    std::pair{"media"sv, Ns::Media},
    std::pair{"psc"sv, Ns::Chapters},
};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

// Feeds differ in http and https, in case and in a final slash; no two namespaces do.
Ns namespaceOf(std::string_view address)
{
    for (const std::string_view scheme : {"https://"sv, "http://"sv}) {
        if (address.starts_with(scheme)) {
            address.remove_prefix(scheme.size());
            break;
        }
    }
    while (!address.empty() && address.back() == '/')
        address.remove_suffix(1);
    const auto same = [address](const auto &known) {
        return std::equal(address.begin(),
                          address.end(),
                          known.first.begin(),
                          known.first.end(),
                          [](char a, char b) { return lower(a) == b; });
    };
    const auto *found = std::find_if(addresses.begin(), addresses.end(), same);
    return found != addresses.end() ? found->second : Ns::Other;
}

// The prefix an attribute declares; no value when it declares none.
std::pair<bool, std::string_view> declaredPrefix(const pugi::xml_attribute &attribute)
{
    const char *name = attribute.name();
    if (std::strncmp(name, "xmlns", 5) != 0 || (name[5] != '\0' && name[5] != ':'))
        return {false, {}};
    return {true, name[5] == ':' ? std::string_view(name + 6) : std::string_view()};
}

std::pair<std::string_view, std::string_view> split(const pugi::xml_node &element)
{
    const std::string_view name = element.name();
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos)
        return {{}, name};
    return {name.substr(0, colon), name.substr(colon + 1)};
}

} // namespace

std::string_view localName(const pugi::xml_node &element)
{
    return split(element).second;
}

Scope Scope::within(const pugi::xml_node &element) const
{
    Scope inner = *this;
    for (const pugi::xml_attribute &attribute : element.attributes()) {
        const auto [declares, prefix] = declaredPrefix(attribute);
        if (declares && !prefix.empty() && inner.m_bindings.size() < mostBindings)
            inner.m_bindings.push_back({prefix, namespaceOf(attribute.value())});
    }
    return inner;
}

Name Scope::name(const pugi::xml_node &element) const
{
    const auto [prefix, local] = split(element);
    for (const pugi::xml_attribute &attribute : element.attributes()) {
        const auto [declares, declared] = declaredPrefix(attribute);
        if (declares && declared == prefix)
            return {namespaceOf(attribute.value()), local};
    }
    return {prefix.empty() ? Ns::None : lookUp(prefix), local};
}

Ns Scope::lookUp(std::string_view prefix) const
{
    const auto bound = std::find_if(m_bindings.rbegin(), m_bindings.rend(), [&](const Binding &b) {
        return b.prefix == prefix;
    });
    if (bound != m_bindings.rend())
        return bound->ns;
    const auto *usual = std::find_if(usualPrefixes.begin(),
                                     usualPrefixes.end(),
                                     [&](const auto &p) { return p.first == prefix; });
    return usual != usualPrefixes.end() ? usual->second : Ns::Other;
}

} // namespace app::feeds::internal
