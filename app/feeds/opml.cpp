// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/opml.h"

#include "app/feeds/internal/document.h"
#include "app/feeds/internal/element.h"

#include <QLocale>
#include <QSet>

#include <string_view>

namespace app::feeds {

namespace {

using base::ErrorCode;
using base::unexpected;

constexpr qsizetype mostBytes = 16 * 1024 * 1024;
constexpr std::size_t mostFolders = 16; // levels; each outline carries the names of all of them

bool sameName(std::string_view name, const char *wanted)
{
    return QLatin1String(name.data(), static_cast<qsizetype>(name.size()))
               .compare(QLatin1String(wanted), Qt::CaseInsensitive)
           == 0;
}

// Programs disagree on the case of xmlUrl and its kin.
QString attribute(const pugi::xml_node &node, const char *wanted)
{
    for (const pugi::xml_attribute &attribute : node.attributes()) {
        if (sameName(attribute.name(), wanted))
            return QString::fromUtf8(attribute.value()).trimmed();
    }
    return {};
}

QString firstOf(const QString &first, const QString &second)
{
    return first.isEmpty() ? second : first;
}

QString titleOf(const pugi::xml_node &node)
{
    return firstOf(attribute(node, "text"), attribute(node, "title")).simplified();
}

bool isWebAddress(const QString &url)
{
    return url.startsWith(QLatin1String("http://"), Qt::CaseInsensitive)
           || url.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
}

class OutlineReader
{
public:
    // Walks the tree by its links, not by recursion: it may be 100,000 levels deep.
    std::vector<Outline> read(const pugi::xml_node &root)
    {
        pugi::xml_node node = root;
        while (node) {
            enter(node);
            if (const pugi::xml_node child = node.first_child()) {
                node = child;
                continue;
            }
            leave(node);
            while (node != root && !node.next_sibling()) {
                node = node.parent();
                leave(node);
            }
            node = node == root ? pugi::xml_node() : node.next_sibling();
        }
        return std::move(m_outlines);
    }

private:
    void enter(const pugi::xml_node &node)
    {
        if (!sameName(node.name(), "outline"))
            return;
        const QString url = firstOf(attribute(node, "xmlUrl"), attribute(node, "url"));
        if (isWebAddress(url) && !m_seen.contains(url)) {
            m_seen.insert(url);
            m_outlines.push_back({titleOf(node), url, attribute(node, "htmlUrl"), folders()});
        }
        m_open.push_back(url.isEmpty() ? titleOf(node) : QString());
    }

    void leave(const pugi::xml_node &node)
    {
        if (sameName(node.name(), "outline"))
            m_open.pop_back();
    }

    QStringList folders() const
    {
        QStringList names;
        for (std::size_t i = 0; i < m_open.size() && i < mostFolders; ++i) {
            if (!m_open[i].isEmpty())
                names.append(m_open[i]);
        }
        return names;
    }

    std::vector<Outline> m_outlines;
    std::vector<QString> m_open; // names of the open outlines; empty for those that are feeds
    QSet<QString> m_seen;
};

QByteArray escaped(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'\n' || c == u'\r' || c == u'\t')
            clean += u' ';
        else if (c.unicode() >= 0x20 && c.unicode() < 0xFFFE)
            clean += c;
    }
    return clean.toHtmlEscaped().toUtf8();
}

void writeAttribute(QByteArray &out, const char *name, const QString &value)
{
    out += ' ';
    out += name;
    out += "=\"" + escaped(value) + '"';
}

} // namespace

base::Result<std::vector<Outline>> readOpml(const QByteArray &document)
{
    if (document.size() > mostBytes) {
        return unexpected(ErrorCode::TooLarge,
                          QStringLiteral("the OPML file has %1 bytes").arg(document.size()));
    }
    internal::Document xml;
    if (const base::Result<void> loaded = internal::load(document, {}, xml); !loaded) {
        const bool page = loaded.error().detail.contains(QLatin1String("web page"));
        return page ? unexpected(ErrorCode::Malformed,
                                 QStringLiteral("this is a web page, not an OPML list"))
                    : unexpected(loaded.error());
    }
    const pugi::xml_node root = xml.root({"opml"});
    if (internal::localName(root) != "opml") {
        return unexpected(ErrorCode::Malformed,
                          QStringLiteral("this XML is no OPML list: its root element is <%1>")
                              .arg(QString::fromUtf8(root.name()).left(64)));
    }
    return OutlineReader().read(root);
}

QByteArray
writeOpml(const std::vector<Outline> &outlines, const QString &title, const QDateTime &created)
{
    QByteArray out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n";
    out += "    <title>" + escaped(title) + "</title>\n";
    if (created.isValid()) {
        const QString date =
            QLocale::c().toString(created.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"));
        out += "    <dateCreated>" + date.toLatin1() + " GMT</dateCreated>\n";
    }
    out += "  </head>\n  <body>\n";
    for (const Outline &outline : outlines) {
        out += "    <outline type=\"rss\"";
        writeAttribute(out, "text", firstOf(outline.title, outline.feedUrl));
        writeAttribute(out, "title", firstOf(outline.title, outline.feedUrl));
        writeAttribute(out, "xmlUrl", outline.feedUrl);
        if (!outline.link.isEmpty())
            writeAttribute(out, "htmlUrl", outline.link);
        out += "/>\n";
    }
    out += "  </body>\n</opml>\n";
    return out;
}

} // namespace app::feeds
