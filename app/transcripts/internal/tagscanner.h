// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace app::transcripts::internal {

/// A tag of an XML document, as it stands there.
struct XmlTag
{
    QStringView name;       ///< without the prefix of its namespace
    QStringView attributes; ///< what stands behind the name
    bool closing = false;
    bool empty = false; ///< "<br/>": opened and closed at once
};

/// Walks the tags and texts of an XML document, however broken, once and without copying.
///
/// Comments, declarations and instructions are passed over.
class TagScanner
{
public:
    enum class Kind { Text, Tag, End };

    explicit TagScanner(QStringView document)
        : m_document(document)
    {}

    Kind next();

    /// The last text; may be cut in parts by what is passed over.
    [[nodiscard]] QStringView text() const { return m_text; }

    /// Whether references in the last text are no references (CDATA).
    [[nodiscard]] bool isVerbatim() const { return m_verbatim; }

    [[nodiscard]] const XmlTag &tag() const { return m_tag; }

private:
    Kind giveText(qsizetype end);
    Kind giveCharacterData();
    bool skipDeclaration();
    [[nodiscard]] qsizetype tagEnd(qsizetype from) const;
    void readTag(QStringView inside);

    QStringView m_document;
    QStringView m_text;
    XmlTag m_tag;
    qsizetype m_at = 0;
    bool m_verbatim = false;
};

/// The value of an attribute, references replaced; empty when it is not there.
/// \param name  without the prefix of its namespace
[[nodiscard]] QString attributeOf(const XmlTag &tag, QStringView name);

} // namespace app::transcripts::internal
