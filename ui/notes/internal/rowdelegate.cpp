// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/rowdelegate.h"

#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/artwork.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/pushcontrol.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace ui::notes::internal {
namespace {

using app::library::NoteGroup;
using models::NoteHead;
using models::NoteIndexModel;
using theme::TextStyle;
namespace metrics = theme::metrics;

constexpr int tallHead = 56;
constexpr int flatHead = 40;
constexpr int headArt = 28;
constexpr int headDot = 14;
constexpr qsizetype longestShown = 400;

int heightOf(const NoteHead &head)
{
    return head.group == NoteGroup::Episode ? tallHead : flatHead;
}

} // namespace

RowDelegate::RowDelegate(const theme::ThemeManager &themes,
                         const Codebook &codebook,
                         QObject *parent)
    : QStyledItemDelegate(parent)
    , m_themes(themes)
    , m_codebook(codebook)
    , m_notes(new NoteDelegate(themes, this))
{
    m_notes->setLines({2, 1, false});
}

int RowDelegate::usualHeight()
{
    return 2 * metrics::space8 + theme::typeStyle(TextStyle::ShowNotes).lineHeight
           + theme::typeStyle(TextStyle::Ui).lineHeight + 1;
}

QString RowDelegate::headTitle(const NoteHead &head, const Codebook &codebook)
{
    switch (head.group) {
    case NoteGroup::Tag:
        return head.key.isEmpty() ? tr("Without a tag") : QStringLiteral("#") + head.key;
    case NoteGroup::Color:
        if (const auto color = app::notes::colorFromName(head.key)) {
            return codebook.name(*color);
        }
        break;
    case NoteGroup::Day:
        if (const QDate day = QDate::fromString(head.key, Qt::ISODate); day.isValid()) {
            return text::dateText(day, QLocale());
        }
        break;
    default:
        break;
    }
    return head.title.isEmpty() ? tr("Untitled", "an episode or a podcast without a name")
                                : head.title.simplified().left(longestShown);
}

QString RowDelegate::headSource(const NoteHead &head)
{
    if (head.group != NoteGroup::Episode || !head.first) {
        return {};
    }
    QStringList parts;
    const app::notes::EpisodeRef &episode = head.first->episodeRef;
    if (!episode.podcastTitle.isEmpty()) {
        parts += episode.podcastTitle.simplified().left(longestShown);
    }
    if (episode.published.isValid()) {
        parts += text::dateText(episode.published.toLocalTime().date(), QLocale());
    }
    return parts.join(QStringLiteral("  ·  "));
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (const QVariant head = index.data(NoteIndexModel::HeadRole); head.isValid()) {
        return {0, heightOf(head.value<NoteHead>())};
    }
    return index.data(NoteIndexModel::NoteRole).isValid() ? m_notes->sizeHint(option, index)
                                                          : QSize(0, usualHeight());
}

QRect RowDelegate::timeRect(const QRect &row, const QModelIndex &index) const
{
    return index.data(NoteIndexModel::NoteRole).isValid() ? NoteDelegate::timeRect(row) : QRect();
}

void RowDelegate::paint(QPainter *painter,
                        const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    if (const QVariant head = index.data(NoteIndexModel::HeadRole); head.isValid()) {
        painter->save();
        paintHead(*painter, option, head.value<NoteHead>());
        painter->restore();
    } else if (index.data(NoteIndexModel::NoteRole).isValid()) {
        m_notes->paint(painter, option, index);
    } else {
        painter->save();
        paintWaiting(*painter, option.rect);
        painter->restore();
    }
}

int RowDelegate::paintMark(QPainter &painter, const QRect &rect, const NoteHead &head) const
{
    const int middle = rect.center().y();
    const bool art = head.group == NoteGroup::Episode || head.group == NoteGroup::Podcast;
    if (art) {
        const int side = head.group == NoteGroup::Episode ? headArt : 24;
        const QRect place(rect.left(), middle - side / 2, side, side);
        widgets::paintArtwork(
            painter, place, {}, head.first ? head.first->episodeRef.podcastTitle : head.title);
        return side + metrics::space12;
    }
    if (const auto color = app::notes::colorFromName(head.key);
        head.group == NoteGroup::Color && color) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_themes.current().highlightLine[static_cast<std::size_t>(*color)]);
        painter.drawEllipse(QRect(rect.left(), middle - headDot / 2, headDot, headDot));
        return headDot + metrics::space12;
    }
    return 0;
}

void RowDelegate::paintHead(QPainter &painter,
                            const QStyleOptionViewItem &option,
                            const NoteHead &head) const
{
    const theme::Theme &colors = m_themes.current();
    const QRect &rect = option.rect;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect, option.state & QStyle::State_MouseOver ? colors.hover : colors.list);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.line);
    const QPoint arrow(rect.left() + metrics::space12, rect.center().y() - metrics::smallIcon / 2);
    painter.drawPixmap(arrow,
                       m_themes.icons().pixmap(head.folded ? QStringLiteral("chevron-right")
                                                           : QStringLiteral("chevron-down"),
                                               metrics::smallIcon,
                                               colors.text2,
                                               painter.device()->devicePixelRatioF()));
    const int left = arrow.x() + metrics::smallIcon + metrics::space8;
    const int mark = paintMark(painter, QRect(left, rect.top(), 0, rect.height()), head);

    const QFont meta = theme::font(TextStyle::Meta);
    const QString count = QLocale().toString(head.count);
    QRect words(left + mark, rect.top(), rect.right() - metrics::space16 - left - mark, 0);
    painter.setFont(meta);
    painter.setPen(colors.text2);
    painter.drawText(QRect(words.left(), rect.top(), words.width(), rect.height()),
                     Qt::AlignVCenter | Qt::AlignRight,
                     count);
    words.setWidth(words.width() - QFontMetrics(meta).horizontalAdvance(count) - metrics::space12);

    const int titleLine = theme::typeStyle(TextStyle::Ui).lineHeight;
    const int sourceLine = theme::typeStyle(TextStyle::Meta).lineHeight;
    const QString source = headSource(head);
    const int high = titleLine + (source.isEmpty() ? 0 : sourceLine);
    words.moveTop(rect.center().y() - high / 2);
    words.setHeight(titleLine);
    QFont title = theme::font(TextStyle::UiStrong);
    title.setWeight(QFont::DemiBold);
    painter.setPen(colors.text);
    widgets::paintElided(painter, words, headTitle(head, m_codebook), title, titleLine, 1);
    if (!source.isEmpty()) {
        painter.setPen(colors.text2);
        const QRect below(words.left(), words.bottom() + 1, words.width(), sourceLine);
        widgets::paintElided(painter, below, source, meta, sourceLine, 1);
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        widgets::paintFocusRing(painter, rect, 0, colors.accent);
    }
}

void RowDelegate::paintWaiting(QPainter &painter, const QRect &rect) const
{
    const theme::Theme &colors = m_themes.current();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.hover);
    const int left = rect.left() + 80;
    const int width = std::max(rect.width() - left - metrics::space32, 60);
    const auto bar = [&](int y, int part) {
        painter.drawRoundedRect(QRect(left, rect.top() + y, width * part / 100, 10), 4, 4);
    };
    bar(14, 72);
    bar(38, 44);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.line);
}

} // namespace ui::notes::internal
