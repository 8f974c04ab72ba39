// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

namespace ui::widgets {

namespace metrics = theme::metrics;

SearchField::SearchField(const theme::ThemeManager &themes, const QString &name, QWidget *parent)
    : QLineEdit(parent)
    , m_themes(themes)
    , m_clear(new QAction(themes.icons().icon(QStringLiteral("close")),
                          tr("Clear", "empties a search field"),
                          this))
    , m_iconName(QStringLiteral("search"))
{
    setAccessibleName(name);
    setPlaceholderText(name);
    setFrame(false);
    // The frame is ours; the base class would fill its square over it.
    setStyleSheet(QStringLiteral("QLineEdit { background: transparent; border: 0; }"));
    setFont(theme::font(theme::TextStyle::Ui));
    connect(m_clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this, &SearchField::refresh);
    connect(&themes, &theme::ThemeManager::changed, this, &SearchField::refresh);
    addAction(m_clear, QLineEdit::TrailingPosition);
    refresh();
}

void SearchField::setKeysHint(const QKeySequence &keys)
{
    m_keys = keys;
    update();
}

void SearchField::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    refresh();
}

void SearchField::setInvalid(bool invalid)
{
    m_invalid = invalid;
    update();
}

QSize SearchField::sizeHint() const
{
    return {metrics::searchWidth, std::max(metrics::controlHeight, fontMetrics().height() + 8)};
}

QSize SearchField::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void SearchField::refresh()
{
    m_clear->setVisible(!text().isEmpty());
    QPalette colors = theme::palette(m_themes.current());
    colors.setColor(QPalette::Highlight, m_themes.current().textsel);
    setPalette(colors);
    const int icon = m_iconName.isEmpty() ? metrics::space8 : 34;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setTextMargins(mirrored ? 4 : icon, 0, mirrored ? icon : 4, 0);
    update();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    const theme::Theme &c = m_themes.current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = hasFocus() ? metrics::focusRing : 1;
    const QColor edge = m_invalid     ? c.danger
                        : hasFocus()  ? c.accent
                        : isEnabled() ? c.linestrong
                                      : c.line;
    painter.setPen(QPen(edge, line));
    painter.setBrush(c.field);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), 6, 6);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (!m_iconName.isEmpty()) {
        const QPixmap icon = m_themes.icons().pixmap(
            m_iconName, 16, isEnabled() ? c.text2 : c.disabled, devicePixelRatioF());
        painter.drawPixmap(mirrored ? width() - 12 - 16 : 12, (height() - 16) / 2, icon);
    }
    if (!m_keys.isEmpty() && text().isEmpty() && !hasFocus()) {
        const QString keys = m_keys.toString(QKeySequence::NativeText);
        painter.setFont(theme::font(theme::TextStyle::KeyHint));
        const int wide = painter.fontMetrics().horizontalAdvance(keys) + 12;
        const QRectF box(mirrored ? 6.5 : width() - 6.5 - wide, height() / 2 - 9.5, wide, 19);
        painter.setPen(c.line);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 4, 4);
        painter.setPen(c.text3);
        painter.drawText(box, Qt::AlignCenter, keys);
    }
    painter.end();
    QLineEdit::paintEvent(event);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        clear();
        emit escaped();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace ui::widgets
