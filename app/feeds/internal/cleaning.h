// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace app::feeds::internal {

/// Where the XML of a document begins.
struct XmlStart
{
    enum class Kind { Xml, WebPage, Json, Nothing };

    Kind kind = Kind::Nothing;
    qsizetype offset = 0; ///< of the first byte worth parsing, with Xml
};

/// Finds the XML behind white space, warnings of a script, or other junk. Linear.
[[nodiscard]] XmlStart findXml(QByteArrayView utf8);

/// A document of nothing but elements, text and CDATA sections.
struct CleanXml
{
    QByteArray xml;
    qsizetype tags = 0; ///< how often '<' opens something: bounds what a tree may cost
};

/// Rewrites XML so that a strict parser reads it; a plain copy where nothing is wrong.
///
/// Declarations, comments, processing instructions and the document type are dropped, the latter
/// with every entity it defines, so nothing can expand. HTML entities become characters, a bare '&'
/// stays, control characters go, numeric references are made sensible, and bytes that are not UTF-8
/// are read as Windows-1252. What follows an unfinished CDATA section is cut. One pass, linear.
[[nodiscard]] CleanXml cleanXml(QByteArrayView utf8);

} // namespace app::feeds::internal
