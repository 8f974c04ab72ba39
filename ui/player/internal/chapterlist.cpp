// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/chapterlist.h"

#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/pushcontrol.h"
#include "ui/widgets/timecodepainter.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QUrl>

#include <algorithm>
#include <numeric>

namespace ui::player::internal {

namespace metrics = theme::metrics;
using app::timestamps::Chapter;
using app::timestamps::MediaTime;
using theme::TextStyle;

namespace {

constexpr int picture = 32;
constexpr int rowHeight = 40;
constexpr int padding = 8;
constexpr int linkSide = 28;
constexpr qsizetype longestTitle = 300;

} // namespace

bool ChapterState::hasListed() const
{
    return std::any_of(
        chapters.begin(), chapters.end(), [](const Chapter &chapter) { return chapter.listed; });
}

bool ChapterState::hasRemotePictures() const
{
    return std::any_of(chapters.begin(), chapters.end(), [](const Chapter &chapter) {
        return chapter.listed && !chapter.image.isEmpty();
    });
}

void ChapterListModel::setState(const ChapterState &state)
{
    beginResetModel();
    std::vector<std::size_t> order(state.chapters.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return state.chapters[a].start < state.chapters[b].start;
    });
    m_chapters.clear();
    m_pictures.clear();
    for (const std::size_t index : order) {
        if (!state.chapters[index].listed) {
            continue;
        }
        const auto given = state.pictures.constFind(static_cast<int>(index));
        if (given != state.pictures.constEnd() && !given->isNull()) {
            m_pictures.insert(static_cast<int>(m_chapters.size()), *given);
        }
        m_chapters.push_back(state.chapters[index]);
    }
    m_current = -1;
    endResetModel();
    setPlace(state.place);
}

void ChapterListModel::setPlace(MediaTime place)
{
    const auto found = app::timestamps::chapterAt(m_chapters, place);
    const int now = found ? static_cast<int>(*found) : -1;
    if (now == m_current) {
        return;
    }
    const int before = std::exchange(m_current, now);
    for (const int row : {before, now}) {
        if (row >= 0) {
            emit dataChanged(index(row), index(row));
        }
    }
}

int ChapterListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_chapters.size());
}

bool ChapterListModel::hasLinks() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (link(row).isValid()) {
            return true;
        }
    }
    return false;
}

QUrl ChapterListModel::link(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return {};
    }
    // Files and programs are none of a chapter's business.
    const QUrl url(m_chapters[static_cast<std::size_t>(row)].url, QUrl::StrictMode);
    const bool web =
        url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return web && !url.host().isEmpty() ? url : QUrl();
}

std::optional<MediaTime> ChapterListModel::start(int row) const
{
    return row >= 0 && row < rowCount()
               ? std::optional(m_chapters[static_cast<std::size_t>(row)].start)
               : std::nullopt;
}

QString ChapterListModel::spoken(int row) const
{
    const Chapter &chapter = m_chapters[static_cast<std::size_t>(row)];
    QString words = tr("%1, %2", "title of a chapter, a spoken time")
                        .arg(chapter.title.left(longestTitle), text::spokenText(chapter.start));
    if (row == m_current) {
        words = tr("%1, playing", "a chapter").arg(words);
    }
    return link(row).isValid() ? tr("%1, has a page", "a chapter").arg(words) : words;
}

QVariant ChapterListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Chapter &chapter = m_chapters[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return chapter.title.left(longestTitle).simplified();
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    case Start:
        return QVariant::fromValue(chapter.start);
    case Link:
        return link(index.row());
    case Picture:
        return m_pictures.value(index.row());
    case Current:
        return index.row() == m_current;
    default:
        return {};
    }
}

ChapterDelegate::ChapterDelegate(const theme::ThemeManager &themes, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_themes(themes)
{}

QSize ChapterDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, std::max(rowHeight, option.fontMetrics.height() + 16)};
}

QRect ChapterDelegate::linkRect(const QStyleOptionViewItem &option)
{
    const QRect row = option.rect;
    const QRect at(row.right() + 1 - padding / 2 - linkSide,
                   row.top() + (row.height() - linkSide) / 2,
                   linkSide,
                   linkSide);
    return QStyle::visualRect(option.direction, row, at);
}

void ChapterDelegate::paintBack(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const theme::Theme &c = m_themes.current();
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    QColor fill(Qt::transparent);
    if (option.state.testFlag(QStyle::State_Selected)) {
        fill = option.state.testFlag(QStyle::State_Active) && focused ? c.selected : c.selinactive;
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        fill = c.hover;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(option.rect, metrics::controlRadius, metrics::controlRadius);
}

void ChapterDelegate::paintPicture(QPainter &painter,
                                   const QRect &at,
                                   const QModelIndex &index) const
{
    const auto image = index.data(ChapterListModel::Picture).value<QPixmap>();
    QPainterPath rounded;
    rounded.addRoundedRect(at, metrics::tintRadius, metrics::tintRadius);
    painter.save();
    painter.setClipPath(rounded);
    if (image.isNull()) {
        painter.fillRect(at, m_themes.current().hover);
    } else {
        painter.drawPixmap(at, image);
    }
    painter.restore();
}

void ChapterDelegate::paintLink(QPainter &painter, const QRect &at) const
{
    painter.drawPixmap(at.center() - QPoint(7, 7),
                       m_themes.icons().pixmap(QStringLiteral("external"),
                                               metrics::smallIcon,
                                               m_themes.current().text2,
                                               painter.device()->devicePixelRatioF()));
}

void ChapterDelegate::paint(QPainter *painter,
                            const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    paintBack(*painter, option);
    const theme::Theme &c = m_themes.current();
    const bool current = index.data(ChapterListModel::Current).toBool();
    const bool mirrored = option.direction == Qt::RightToLeft;
    const auto part = [&](int from, int room) {
        return QStyle::visualRect(
            option.direction,
            option.rect,
            QRect(option.rect.left() + from, option.rect.top(), room, option.rect.height()));
    };
    int from = padding;
    painter->setPen(current ? c.accent : c.text2);
    widgets::paintTimecode(*painter,
                           part(from, m_timeWidth),
                           theme::font(TextStyle::Meta),
                           text::clockText(index.data(ChapterListModel::Start).value<MediaTime>()),
                           Qt::AlignRight | Qt::AlignVCenter);
    from += m_timeWidth + metrics::space12;
    if (m_pictures) {
        paintPicture(*painter, part(from, picture).adjusted(0, 4, 0, -4), index);
        from += picture + metrics::space12;
    }
    const bool linked = index.data(ChapterListModel::Link).toUrl().isValid();
    const int room = option.rect.width() - from - (linked ? linkSide + padding : padding);
    const QFont font = theme::font(current ? TextStyle::UiStrong : TextStyle::Ui);
    painter->setFont(font);
    painter->setPen(current ? c.accent : c.text);
    painter->drawText(part(from, room),
                      static_cast<int>(mirrored ? Qt::AlignRight : Qt::AlignLeft)
                          | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetricsF(font).elidedText(
                          index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room));
    if (linked) {
        paintLink(*painter, linkRect(option));
    }
    painter->restore();
}

bool ChapterDelegate::editorEvent(QEvent *event,
                                  QAbstractItemModel *model,
                                  const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease
        && index.data(ChapterListModel::Link).toUrl().isValid()) {
        const auto *const mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton && linkRect(option).contains(mouse->pos())) {
            emit linkPressed(index.row());
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace ui::player::internal
