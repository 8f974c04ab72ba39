// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/episodedelegate.h"

#include "ui/library/rowpainting.h"
#include "ui/models/episodemodel.h"
#include "ui/models/episodewords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/artwork.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace ui::library {
namespace {

using app::library::EpisodeRow;
using models::EpisodeModel;
using theme::TextStyle;
namespace metrics = theme::metrics;

constexpr int sectionHeight = 32;
constexpr int rowHeight = 64; ///< with a title of one line; a second adds its own
constexpr int titleLine = 18;
constexpr int wordsLeft = metrics::space16 + metrics::rowArt + metrics::space12;
constexpr int dot = 7;
constexpr int progressHeight = 3;

QFont titleFont(const EpisodeRow &episode)
{
    return theme::font(episode.played ? TextStyle::Ui : TextStyle::UiStrong);
}

} // namespace

EpisodeDelegate::EpisodeDelegate(const theme::ThemeManager &themes, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_themes(themes)
{}

QSize EpisodeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *const view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : theme::metrics::listWidth;
    const auto episode = index.data(EpisodeModel::EpisodeRole).value<EpisodeRow>();
    const int lines = widgets::lineCount(
        episode.title, titleFont(episode), width - wordsLeft - metrics::space12, 2);
    const bool head = index.data(EpisodeModel::StartsSectionRole).toBool();
    return {0, rowHeight + (lines - 1) * titleLine + (head ? sectionHeight : 0)};
}

void EpisodeDelegate::paint(QPainter *painter,
                            const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const theme::Theme &colors = m_themes.current();
    const auto episode = index.data(EpisodeModel::EpisodeRole).value<EpisodeRow>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect row = option.rect;
    if (index.data(EpisodeModel::StartsSectionRole).toBool()) {
        painter->setFont(theme::font(TextStyle::GroupHead));
        painter->setPen(colors.text3);
        painter->drawText(
            QRect(row.left() + metrics::space16, row.top(), row.width(), sectionHeight),
            Qt::AlignVCenter | Qt::AlignLeft,
            index.data(EpisodeModel::SectionRole).toString());
        row.setTop(row.top() + sectionHeight);
    }
    paintRowBackground(*painter, row, 0, option, colors);
    painter->setPen(colors.line);
    painter->drawLine(row.bottomLeft(), row.bottomRight());
    if (!episode.played && !models::isBegun(episode)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.accent);
        painter->drawEllipse(QRect(row.left() + 5, row.top() + 18, dot, dot));
    }
    const QRect art(row.left() + metrics::space16,
                    row.top() + metrics::space12 - 2,
                    metrics::rowArt,
                    metrics::rowArt);
    widgets::paintArtwork(*painter, art, {}, episode.podcastTitle);
    const QRect words(row.left() + wordsLeft,
                      row.top() + metrics::space8,
                      row.width() - wordsLeft - metrics::space12,
                      row.height() - metrics::space12);
    paintWords(*painter, words, episode, index.data(EpisodeModel::PlayingRole).toBool());
    painter->restore();
}

void EpisodeDelegate::paintWords(QPainter &painter,
                                 const QRect &rect,
                                 const EpisodeRow &episode,
                                 bool playing) const
{
    const theme::Theme &colors = m_themes.current();

    const QFont bold = titleFont(episode);
    painter.setPen(playing ? colors.accent : episode.played ? colors.text2 : colors.text);
    widgets::paintElided(painter,
                         QRectF(rect.left(), rect.top(), rect.width(), 2 * titleLine),
                         episode.title,
                         bold,
                         titleLine,
                         2);
    const int lines = widgets::lineCount(episode.title, bold, rect.width(), 2);
    QRect meta(rect.left(), rect.top() + lines * titleLine + 2, rect.width(), 16);
    const int marks = paintMarks(painter, meta, episode);
    if (playing) {
        painter.drawPixmap(meta.topLeft(),
                           m_themes.icons().pixmap(QStringLiteral("playing"),
                                                   metrics::smallIcon,
                                                   colors.accent,
                                                   painter.device()->devicePixelRatioF()));
        meta.setLeft(meta.left() + metrics::smallIcon + metrics::space4);
    }
    meta.setRight(meta.right() - marks);
    const QFont font = theme::font(TextStyle::Meta);
    const QFontMetrics measure(font);
    // When there is little room the podcast's name gives way, not the length.
    QString length = models::lengthWords(episode);
    if (!length.isEmpty()) {
        length.prepend(QStringLiteral("  ·  "));
    }
    const int room = meta.width() - measure.horizontalAdvance(length);
    painter.setFont(font);
    painter.setPen(colors.text2);
    painter.drawText(meta,
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     measure.elidedText(episode.podcastTitle, Qt::ElideRight, room) + length);
    paintProgress(
        painter, QRect(rect.left(), meta.bottom() + 4, rect.width(), progressHeight), episode);
}

int EpisodeDelegate::paintMarks(QPainter &painter,
                                const QRect &line,
                                const EpisodeRow &episode) const
{
    QStringList names;
    if (episode.noteCount > 0) {
        names += QStringLiteral("note");
    }
    if (episode.hasTranscript) {
        names += QStringLiteral("transcript");
    }
    if (!episode.filePath.isEmpty()) {
        names += QStringLiteral("downloaded");
    }
    int right = line.right();
    for (const QString &name : names) {
        right -= metrics::smallIcon;
        painter.drawPixmap(right,
                           line.top(),
                           m_themes.icons().pixmap(name,
                                                   metrics::smallIcon,
                                                   m_themes.current().text3,
                                                   painter.device()->devicePixelRatioF()));
        right -= metrics::space8;
    }
    return line.right() - right;
}

void EpisodeDelegate::paintProgress(QPainter &painter,
                                    const QRect &rect,
                                    const EpisodeRow &episode) const
{
    if (!models::isBegun(episode) || !episode.duration || episode.duration->count() == 0) {
        return;
    }
    const double share = std::clamp(static_cast<double>(episode.position.ms())
                                        / static_cast<double>(episode.duration->count()),
                                    0.0,
                                    1.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_themes.current().line);
    painter.drawRoundedRect(rect, 1.5, 1.5);
    painter.setBrush(m_themes.current().accent);
    painter.drawRoundedRect(
        QRectF(rect.left(), rect.top(), rect.width() * share, rect.height()), 1.5, 1.5);
}

} // namespace ui::library
