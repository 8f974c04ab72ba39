// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/internal/textcopy.h"

#include "ui/text/timetext.h"

#include <QMimeData>

#include <algorithm>

namespace ui::transcript::internal {

namespace {

/// A paragraph, or what of it is selected.
struct Part
{
    QString speaker; ///< empty when the same goes on
    QString time;
    QString words;
};

QString timeOf(const ReaderDocument &document, const ReaderBlock &block, qsizetype from)
{
    const auto sentence = sentenceIndexAt(document, from);
    if (from > block.offset && sentence && !document.sentenceTimes.empty()
        && document.sentenceTimes[*sentence]) {
        return text::clockText(*document.sentenceTimes[*sentence]);
    }
    return block.start ? text::clockText(*block.start) : QString();
}

std::vector<Part> partsOf(const ReaderDocument &document, TextSpan span, const Folding &folding)
{
    std::vector<Part> parts;
    const qsizetype end = span.offset + span.length;
    QString before;
    for (std::size_t i = blockAtOffset(document, span.offset); i < document.blocks.size();
         i = folding.after(i)) {
        const ReaderBlock &block = document.blocks[i];
        if (block.offset >= end) {
            break;
        }
        const qsizetype from = std::max(span.offset, block.offset);
        const qsizetype until = std::min(end, block.offset + block.length);
        if (folding.isHidden(i) || until <= from) {
            continue;
        }
        const QString words = document.text.mid(from, until - from);
        if (block.continued && !parts.empty()) {
            parts.back().words += words;
            continue;
        }
        const QString speaker = speakerAt(document, from);
        parts.push_back(
            {speaker == before ? QString() : speaker, timeOf(document, block, from), words});
        before = speaker;
    }
    return parts;
}

QString markdownOf(const QString &words)
{
    static const QString special = QStringLiteral("\\`*_[]<>#");
    QString result;
    for (const QChar c : words) {
        if (special.contains(c)) {
            result += QLatin1Char('\\');
        }
        result += c;
    }
    return result;
}

QString plainText(const std::vector<Part> &parts, bool withTimes)
{
    QString result;
    for (const Part &part : parts) {
        if (!result.isEmpty()) {
            result += withTimes ? QStringLiteral("\n\n") : QStringLiteral("\n");
        }
        if (withTimes && !(part.speaker.isEmpty() && part.time.isEmpty())) {
            result +=
                part.time.isEmpty() ? QString() : QLatin1Char('[') + part.time + QLatin1Char(']');
            result +=
                !part.time.isEmpty() && !part.speaker.isEmpty() ? QStringLiteral(" ") : QString();
            result += part.speaker.isEmpty() ? QString() : part.speaker + QLatin1Char(':');
            result += QLatin1Char(' ');
        }
        result += part.words;
    }
    return result;
}

QString markdown(const std::vector<Part> &parts, bool withTimes)
{
    QString result;
    for (const Part &part : parts) {
        result += result.isEmpty() ? QString() : QStringLiteral("\n\n");
        if (withTimes && !part.speaker.isEmpty()) {
            result += QStringLiteral("**%1** ").arg(markdownOf(part.speaker));
        }
        if (withTimes && !part.time.isEmpty()) {
            result += QStringLiteral("(%1) ").arg(part.time);
        }
        result += markdownOf(part.words);
    }
    return result;
}

QString html(const std::vector<Part> &parts, bool withTimes)
{
    QString result;
    for (const Part &part : parts) {
        result +=
            part.words.isRightToLeft() ? QStringLiteral("<p dir=\"rtl\">") : QStringLiteral("<p>");
        if (withTimes && !part.speaker.isEmpty()) {
            result += QStringLiteral("<b>%1</b> ").arg(part.speaker.toHtmlEscaped());
        }
        if (withTimes && !part.time.isEmpty()) {
            result += QStringLiteral("<small>%1</small> ").arg(part.time);
        }
        QString words = part.words.toHtmlEscaped();
        words.replace(QLatin1Char('\n'), QLatin1String("<br>"));
        result += words + QStringLiteral("</p>\n");
    }
    return result;
}

} // namespace

QMimeData *
copyOf(const ReaderDocument &document, TextSpan span, const Folding &folding, bool withTimes)
{
    const auto parts =
        document.blocks.empty() ? std::vector<Part>() : partsOf(document, span, folding);
    auto *data = new QMimeData;
    data->setText(plainText(parts, withTimes));
    if (withTimes || parts.size() > 1) {
        data->setHtml(html(parts, withTimes));
        data->setData(QStringLiteral("text/markdown"), markdown(parts, withTimes).toUtf8());
    }
    return data;
}

} // namespace ui::transcript::internal
