// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/htmltranscript.h"

#include "app/markup/entities.h"
#include "app/transcripts/internal/caption.h"
#include "app/transcripts/internal/clocks.h"
#include "app/transcripts/internal/plaintext.h"
#include "app/transcripts/internal/speakers.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace app::transcripts::internal {

using timestamps::MediaTime;

namespace {

using Names = std::initializer_list<QStringView>;

bool isOneOf(QStringView name, Names names)
{
    return std::any_of(names.begin(), names.end(), [name](QStringView known) {
        return name.compare(known, Qt::CaseInsensitive) == 0;
    });
}

bool isBlock(QStringView name)
{
    return isOneOf(name, {u"p",          u"div",    u"li", u"ul",      u"ol",      u"br",   u"tr",
                          u"td",         u"h1",     u"h2", u"h3",      u"h4",      u"h5",   u"h6",
                          u"blockquote", u"dt",     u"dd", u"section", u"article", u"body", u"head",
                          u"header",     u"footer", u"hr", u"table"});
}

bool isHidden(QStringView name)
{
    return isOneOf(name, {u"style", u"title", u"script", u"template", u"noscript"});
}

struct Tag
{
    QStringView name;
    bool closing = false;
};

Tag readTag(QStringView inside)
{
    Tag tag;
    tag.closing = inside.startsWith(u'/');
    const qsizetype first = tag.closing ? 1 : 0;
    qsizetype end = first;
    while (end < inside.size() && inside[end].isLetterOrNumber())
        ++end;
    tag.name = inside.sliced(first, end - first);
    return tag;
}

/// What a page says, block by block.
class HtmlReader
{
public:
    explicit HtmlReader(QStringView html)
        : m_html(html)
    {}

    Transcript read(const KnownNames &known);

private:
    void readTagAt(qsizetype &at);
    void skipPast(QStringView mark, qsizetype &at);
    void onTag(const Tag &tag, qsizetype &at);
    void addText(QStringView text);
    void openLabel(QStringView name);
    void closeLabel();
    void endBlock();

    QStringView m_html;
    SpacedText m_block;
    SpacedText m_label;
    QString m_labelName; ///< "cite" or "time" while inside one
    QString m_speaker;
    std::optional<MediaTime> m_time;
    bool m_labelled = false; ///< the page names speakers or times in their own elements
    bool m_lost = false;     ///< no '>' is left: every '<' is text
    std::vector<Cue> m_cues;
};

Transcript HtmlReader::read(const KnownNames &known)
{
    for (qsizetype at = 0; at < m_html.size();) {
        const qsizetype open = m_html.indexOf(u'<', at);
        const qsizetype stop = open < 0 ? m_html.size() : open;
        addText(m_html.sliced(at, stop - at));
        at = stop;
        if (at < m_html.size())
            readTagAt(at);
    }
    closeLabel();
    endBlock();
    Transcript transcript;
    if (m_labelled) {
        transcript.cues = std::move(m_cues);
        settleCues(transcript.cues);
        return transcript;
    }
    QString plain;
    for (const Cue &cue : m_cues)
        plain += cue.body + QStringLiteral("\n\n");
    return readPlainText(plain, known);
}

void HtmlReader::readTagAt(qsizetype &at)
{
    const QStringView rest = m_html.sliced(at);
    if (rest.startsWith(QStringView(u"<!--"))) {
        skipPast(u"-->", at);
        return;
    }
    const bool opens =
        rest.size() > 1
        && (rest[1].isLetter() || rest[1] == u'/' || rest[1] == u'!' || rest[1] == u'?');
    const qsizetype end = opens && !m_lost ? rest.indexOf(u'>') : -1;
    m_lost = m_lost || (opens && end < 0);
    if (end < 0) {
        addText(rest.first(1));
        ++at;
        return;
    }
    at += end + 1;
    onTag(readTag(rest.sliced(1, end - 1)), at);
}

/// A mark that never comes takes the rest of the page with it.
void HtmlReader::skipPast(QStringView mark, qsizetype &at)
{
    const qsizetype found = m_html.indexOf(mark, at, Qt::CaseInsensitive);
    at = found < 0 ? m_html.size() : found + mark.size();
}

void HtmlReader::onTag(const Tag &tag, qsizetype &at)
{
    if (isHidden(tag.name) && !tag.closing) {
        skipPast(QString(QStringLiteral("</") + tag.name.toString()), at);
        skipPast(u">", at);
    } else if (isOneOf(tag.name, {u"cite", u"time"})) {
        if (tag.closing)
            closeLabel();
        else
            openLabel(tag.name);
    } else if (isBlock(tag.name)) {
        closeLabel();
        endBlock();
    }
}

void HtmlReader::addText(QStringView text)
{
    SpacedText &target = m_labelName.isEmpty() ? m_block : m_label;
    if (text.contains(u'&'))
        target.append(markup::decodeEntities(text));
    else
        target.append(text);
}

void HtmlReader::openLabel(QStringView name)
{
    closeLabel();
    // Within a sentence, cite is the title of a work.
    if (!m_block.isEmpty())
        return;
    m_labelName = name.toString().toLower();
    m_labelled = true;
}

void HtmlReader::closeLabel()
{
    const QString label = m_label.take();
    const QString name = std::exchange(m_labelName, {});
    if (name.isEmpty())
        return;
    if (name == u"cite") {
        m_speaker = tidyName(label);
        return;
    }
    qsizetype at = label.startsWith(u'[') || label.startsWith(u'(') ? 1 : 0;
    m_time = readClock(label, at);
    if (!m_time)
        m_block.append(label);
}

void HtmlReader::endBlock()
{
    if (m_block.isEmpty())
        return;
    Cue cue;
    cue.speaker = m_speaker;
    cue.start = std::exchange(m_time, std::nullopt);
    cue.body = m_block.take();
    m_cues.push_back(std::move(cue));
}

} // namespace

bool isHtml(QStringView text)
{
    constexpr qsizetype looked = 16'384;
    const QStringView start = text.first(std::min(text.size(), looked));
    const auto has = [start](QStringView tag) {
        return start.contains(tag, Qt::CaseInsensitive);
    };
    return has(u"<cite") || has(u"<time") || has(u"<p>") || has(u"<p ") || has(u"<html")
           || has(u"<!doctype html") || has(u"<div") || has(u"<br>") || has(u"<br/>")
           || has(u"<br />");
}

bool holdsScript(QStringView text)
{
    return text.contains(QStringView(u"</script"), Qt::CaseInsensitive);
}

Transcript readHtmlTranscript(QStringView text, const KnownNames &known)
{
    return HtmlReader(text).read(known);
}

} // namespace app::transcripts::internal
