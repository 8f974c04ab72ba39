// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/placedelegate.h"

#include "ui/library/rowpainting.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/artwork.h"

#include <QPainter>

namespace ui::library {

using models::Place;
namespace metrics = theme::metrics;

PlaceDelegate::PlaceDelegate(const theme::ThemeManager &themes, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_themes(themes)
{}

QSize PlaceDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto place = index.data(models::SidebarModel::PlaceRole).value<Place>();
    const bool heading = place.kind == Place::Kind::Heading;
    if (heading && m_rail) {
        return {0, metrics::space16};
    }
    return {0, heading ? metrics::sidebarRow + metrics::space4 : metrics::sidebarRow};
}

void PlaceDelegate::paint(QPainter *painter,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const theme::Theme &colors = m_themes.current();
    const auto place = index.data(models::SidebarModel::PlaceRole).value<Place>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (place.kind == Place::Kind::Heading) {
        paintHeading(*painter, option.rect, place);
        painter->restore();
        return;
    }
    const bool selected = option.state & QStyle::State_Selected;
    const QRect box = option.rect.adjusted(metrics::space8, 1, -metrics::space8, -1);
    paintRowBackground(*painter, box, metrics::controlRadius, option, colors);
    const QRect picture(box.left() + (m_rail ? (box.width() - metrics::icon) / 2 : metrics::space8),
                        box.top() + (box.height() - metrics::icon) / 2,
                        metrics::icon,
                        metrics::icon);
    paintPicture(*painter, picture, place, selected);
    if (m_rail) {
        painter->restore();
        return;
    }
    QRect words =
        box.adjusted(metrics::space8 + metrics::icon + metrics::space12, 0, -metrics::space8, 0);
    if (place.count > 0) {
        const QFont countFont = theme::font(theme::TextStyle::Meta);
        const QString count = QString::number(place.count);
        const int countWidth = QFontMetrics(countFont).horizontalAdvance(count);
        painter->setFont(countFont);
        painter->setPen(colors.text2);
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignRight, count);
        words.setRight(words.right() - countWidth - metrics::space8);
    }
    if (!place.problem.isEmpty()) {
        const QPixmap warning = m_themes.icons().pixmap(QStringLiteral("warning"),
                                                        metrics::smallIcon,
                                                        colors.amber,
                                                        painter->device()->devicePixelRatioF());
        painter->drawPixmap(words.right() - metrics::smallIcon,
                            words.center().y() - metrics::smallIcon / 2,
                            warning);
        words.setRight(words.right() - metrics::smallIcon - metrics::space4);
    }
    const QFont font = theme::font(theme::TextStyle::Ui);
    painter->setFont(font);
    painter->setPen(colors.text);
    painter->drawText(words,
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(place.title, Qt::ElideRight, words.width()));
    painter->restore();
}

void PlaceDelegate::paintHeading(QPainter &painter, const QRect &rect, const Place &place) const
{
    if (m_rail) {
        painter.setPen(m_themes.current().line);
        painter.drawLine(rect.left() + metrics::space12,
                         rect.center().y(),
                         rect.right() - metrics::space12,
                         rect.center().y());
        return;
    }
    painter.setFont(theme::font(theme::TextStyle::GroupHead));
    painter.setPen(m_themes.current().text3);
    painter.drawText(rect.adjusted(metrics::space16, 0, 0, -metrics::space4),
                     Qt::AlignBottom | Qt::AlignLeft,
                     place.title);
}

void PlaceDelegate::paintPicture(QPainter &painter,
                                 const QRect &rect,
                                 const Place &place,
                                 bool selected) const
{
    const theme::Theme &colors = m_themes.current();
    if (place.kind == Place::Kind::Podcast) {
        widgets::paintArtwork(painter, rect, {}, place.title);
        return;
    }
    painter.drawPixmap(rect.topLeft(),
                       m_themes.icons().pixmap(place.iconName,
                                               metrics::icon,
                                               selected ? colors.accent : colors.text2,
                                               painter.device()->devicePixelRatioF()));
}

} // namespace ui::library
