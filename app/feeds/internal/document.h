// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>

#include <pugixml.hpp>

namespace app::feeds::internal {

/// A parsed document and the bytes its names and texts lie in.
struct Document
{
    QByteArray bytes;
    pugi::xml_document tree;

    /// The first top element with one of these local names, else the first of all.
    [[nodiscard]] pugi::xml_node root(std::initializer_list<std::string_view> wanted) const;
};

/// Makes a tree of whatever XML there is: decoded, cleaned, and repaired where that is needed.
///
/// Errors: Malformed (empty, a web page, JSON, no XML at all), Unsupported (JSON Feed),
///         TooLarge (so many tags that the tree would take a gigabyte).
[[nodiscard]] base::Result<void>
load(const QByteArray &bytes, const QByteArray &charset, Document &document);

} // namespace app::feeds::internal
