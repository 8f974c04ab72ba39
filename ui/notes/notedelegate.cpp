// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notedelegate.h"

#include "ui/models/notemodel.h"
#include "ui/notes/notewords.h"
#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/pushcontrol.h"
#include "ui/widgets/timecodepainter.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace ui::notes {
namespace {

using app::notes::Note;
using models::NoteModel;
using theme::TextStyle;
namespace metrics = theme::metrics;

constexpr int barWidth = 4;
constexpr int timeWidth = 64;
constexpr int chipHeight = 18;
/// What a row can show at most; longer words are cut before they are laid out.
constexpr qsizetype longestShown = 1200;

int lineOf(TextStyle style)
{
    return theme::typeStyle(style).lineHeight;
}

QString speakerLine(const Note &note)
{
    if (note.anchor.speaker.isEmpty()) {
        return {};
    }
    return note.end ? QStringLiteral("%1  ·  %2")
                          .arg(note.anchor.speaker, text::clockText({note.start, *note.end}))
                    : note.anchor.speaker;
}

/// Below the headline, unless it is the headline.
QString bodyOf(const Note &note)
{
    return note.anchor.quote.isEmpty() ? QString() : note.text.trimmed().left(longestShown);
}

int linesOf(const QString &words, TextStyle style, int width, int maximum)
{
    return words.isEmpty() ? 0 : widgets::lineCount(words, theme::font(style), width, maximum);
}

QString kindIcon(const Note &note)
{
    if (!note.anchor.quote.isEmpty()) {
        return QStringLiteral("highlight");
    }
    return note.text.isEmpty() ? QStringLiteral("mark") : QStringLiteral("note");
}

} // namespace

/// A row's rectangles, from its top down.
struct NoteDelegate::Parts
{
    QRect time;
    QRect headline;
    QRect speaker;
    QRect body;
    QRect tags;
    QRect icon;
    int bottom = 0;
};

NoteDelegate::NoteDelegate(const theme::ThemeManager &themes, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_themes(themes)
{}

QString NoteDelegate::speakerOf(const Note &note) const
{
    return m_lines.speaker ? speakerLine(note) : QString();
}

NoteDelegate::Parts NoteDelegate::partsOf(const Note &note, const QRect &row) const
{
    Parts parts;
    const int left = row.left() + barWidth + timeWidth + metrics::space12;
    const int width = std::max(row.right() - metrics::space32 - metrics::space8 - left, 60);
    int y = row.top() + metrics::space8;
    const auto take = [&y, left, width](int height) {
        const QRect rect(left, y, width, height);
        y += height;
        return rect;
    };
    parts.time = QRect(row.left() + barWidth, y, timeWidth, lineOf(TextStyle::ShowNotes));
    parts.icon = QRect(row.right() - metrics::space12 - metrics::smallIcon,
                       y + metrics::space4,
                       metrics::smallIcon,
                       metrics::smallIcon);
    const QString top = headline(note).left(longestShown);
    parts.headline = take(linesOf(top, TextStyle::ShowNotes, width, m_lines.quote)
                          * lineOf(TextStyle::ShowNotes));
    parts.speaker = take(speakerOf(note).isEmpty() ? 0 : lineOf(TextStyle::Meta) + 2);
    parts.body =
        take(linesOf(bodyOf(note), TextStyle::Ui, width, m_lines.text) * lineOf(TextStyle::Ui));
    if (!note.tags.isEmpty()) {
        y += metrics::space4;
        parts.tags = take(chipHeight);
    }
    parts.bottom = y + metrics::space8 + 1;
    return parts;
}

QSize NoteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *const view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const auto note = index.data(NoteModel::NoteRole).value<Note>();
    return {0, partsOf(note, QRect(0, 0, width, 0)).bottom};
}

QRect NoteDelegate::timeRect(const QRect &row)
{
    return {row.left() + barWidth,
            row.top() + metrics::space4,
            timeWidth + metrics::space4,
            metrics::controlHeight};
}

void NoteDelegate::paint(QPainter *painter,
                         const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const theme::Theme &colors = m_themes.current();
    const auto note = index.data(NoteModel::NoteRole).value<Note>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect &row = option.rect;
    paintBack(*painter, row, option);
    painter->fillRect(QRect(row.left(), row.top(), barWidth, row.height() - 1),
                      colors.highlightLine[static_cast<std::size_t>(note.color)]);
    const Parts parts = partsOf(note, row);
    paintTime(*painter, parts.time, note);
    paintWords(*painter, parts, note, option.state & QStyle::State_Selected);
    paintSigns(*painter, parts.icon, note);
    painter->restore();
}

void NoteDelegate::paintSigns(QPainter &painter, const QRect &icon, const Note &note) const
{
    const theme::Theme &colors = m_themes.current();
    QPoint at = icon.topLeft();
    const auto draw = [&](const QString &name, const QColor &color) {
        painter.drawPixmap(
            at,
            m_themes.icons().pixmap(
                name, metrics::smallIcon, color, painter.device()->devicePixelRatioF()));
        at.ry() += metrics::smallIcon + metrics::space4;
    };
    // What asks for a look comes first, for there may be room for one sign only.
    if (note.anchor.state == app::notes::AnchorState::Approximate) {
        draw(QStringLiteral("warning"), colors.amber);
    } else {
        draw(kindIcon(note), colors.text3);
    }
    if (note.starred) {
        draw(QStringLiteral("star"), colors.text2);
    }
}

void NoteDelegate::paintBack(QPainter &painter,
                             const QRect &rect,
                             const QStyleOptionViewItem &option) const
{
    const theme::Theme &colors = m_themes.current();
    if (option.state & QStyle::State_Selected) {
        const bool here = option.widget && option.widget->hasFocus();
        painter.fillRect(rect, here ? colors.selected : colors.selinactive);
    } else if (option.state & QStyle::State_MouseOver) {
        painter.fillRect(rect, colors.hover);
    }
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.line);
    const bool byKeyboard = option.state & QStyle::State_KeyboardFocusChange;
    if (byKeyboard && option.state & QStyle::State_HasFocus) {
        widgets::paintFocusRing(painter, rect.adjusted(barWidth, 0, 0, -1), 0, colors.accent);
    }
}

void NoteDelegate::paintTime(QPainter &painter, const QRect &rect, const Note &note) const
{
    QFont font = theme::font(TextStyle::UiStrong);
    const QString time = text::clockText(note.start);
    painter.setPen(m_themes.current().accent);
    widgets::paintTimecode(painter, rect, font, time, Qt::AlignRight | Qt::AlignVCenter);
    const int width = qCeil(widgets::timecodeWidth(font, time));
    const int y = rect.center().y() + QFontMetrics(font).ascent() / 2 + 3;
    painter.fillRect(QRect(rect.right() + 1 - width, y, width, 1), m_themes.current().accent);
}

void NoteDelegate::paintWords(QPainter &painter,
                              const Parts &parts,
                              const Note &note,
                              bool selected) const
{
    const theme::Theme &colors = m_themes.current();
    const bool bare = note.anchor.quote.isEmpty() && note.text.isEmpty();
    painter.setPen(bare ? colors.text2 : colors.text);
    widgets::paintElided(painter,
                         parts.headline,
                         headline(note).left(longestShown),
                         theme::font(TextStyle::ShowNotes),
                         lineOf(TextStyle::ShowNotes),
                         m_lines.quote);
    painter.setPen(colors.text3);
    if (parts.speaker.height() > 0) {
        widgets::paintElided(painter,
                             parts.speaker,
                             speakerOf(note).left(longestShown),
                             theme::font(TextStyle::Meta),
                             lineOf(TextStyle::Meta),
                             1);
    }
    painter.setPen(colors.text2);
    if (parts.body.height() > 0) {
        widgets::paintElided(painter,
                             parts.body,
                             bodyOf(note),
                             theme::font(TextStyle::Ui),
                             lineOf(TextStyle::Ui),
                             m_lines.text);
    }
    if (!note.tags.isEmpty()) {
        paintTags(painter, parts.tags, note.tags, selected ? colors.raised : colors.hover);
    }
}

void NoteDelegate::paintTags(QPainter &painter,
                             const QRect &line,
                             const QStringList &tags,
                             const QColor &fill) const
{
    const theme::Theme &colors = m_themes.current();
    const QFont font = theme::font(TextStyle::KeyHint);
    const QFontMetrics measure(font);
    painter.setFont(font);
    int x = line.left();
    for (qsizetype at = 0; at < tags.size(); ++at) {
        const bool last = at + 1 == tags.size();
        const QString rest = QStringLiteral("+%1").arg(tags.size() - at);
        const int room = line.right() - x - (last ? 0 : measure.horizontalAdvance(rest) + 12);
        QString words = QStringLiteral("#") + tags[at];
        const int wide = measure.horizontalAdvance(words) + 12;
        const bool fits = wide <= room || at == 0;
        words = fits ? measure.elidedText(words, Qt::ElideRight, room - 12) : rest;
        const QRect chip(x, line.top(), measure.horizontalAdvance(words) + 12, chipHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(chip, metrics::tintRadius, metrics::tintRadius);
        painter.setPen(colors.text2);
        painter.drawText(chip, Qt::AlignCenter | Qt::TextSingleLine, words);
        if (!fits) {
            break;
        }
        x = chip.right() + 1 + metrics::space4 + 2;
    }
}

} // namespace ui::notes
