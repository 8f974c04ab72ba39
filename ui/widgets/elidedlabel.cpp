// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elidedlabel.h"

#include "ui/widgets/accessiblerole.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>

namespace ui::widgets {

namespace {

// Longer texts than anyone sees in a label are cut before they are laid out.
constexpr qsizetype longestText = 20'000;

QString oneParagraph(const QString &text)
{
    QString result = text.left(longestText);
    return result.replace(QLatin1Char('\n'), QChar::LineSeparator);
}

struct Lines
{
    QTextLayout layout;
    int count = 0;
    bool more = false;

    Lines(const QString &text, const QFont &font, double width, int maximum)
        : layout(oneParagraph(text), font)
    {
        QTextOption option;
        option.setWrapMode(maximum == 1 ? QTextOption::ManualWrap
                                        : QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.setCacheEnabled(true);
        layout.beginLayout();
        while (maximum == 0 || count < maximum) {
            QTextLine line = layout.createLine();
            if (!line.isValid()) {
                break;
            }
            line.setLineWidth(std::max(width, 1.0));
            ++count;
        }
        layout.endLayout();
        if (count > 0) {
            const QTextLine last = layout.lineAt(count - 1);
            more = last.textStart() + last.textLength() < layout.text().size()
                   || last.naturalTextWidth() > width + 0.5;
        }
    }
};

double shiftFor(Qt::Alignment alignment, double room)
{
    if (alignment & Qt::AlignHCenter) {
        return room / 2;
    }
    return alignment & Qt::AlignRight ? room : 0;
}

} // namespace

int lineCount(const QString &text, const QFont &font, double width, int maximumLines)
{
    return std::max(1, Lines(text, font, width, maximumLines).count);
}

bool paintElided(QPainter &painter,
                 const QRectF &rect,
                 const QString &text,
                 const QFont &font,
                 int lineHeight,
                 int maximumLines,
                 Qt::Alignment alignment)
{
    const Lines lines(text, font, rect.width(), maximumLines);
    const QFontMetricsF metrics(font);
    const double lead = (lineHeight - metrics.height()) / 2;
    painter.setFont(font);
    for (int i = 0; i < lines.count; ++i) {
        const QTextLine line = lines.layout.lineAt(i);
        const double top = rect.y() + i * lineHeight;
        if (i == lines.count - 1 && lines.more) {
            const QString rest = metrics.elidedText(
                lines.layout.text().mid(line.textStart(), 2000), Qt::ElideRight, rect.width());
            painter.drawText(QRectF(rect.x(), top, rect.width(), lineHeight),
                             static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                             rest);
            break;
        }
        const double x = rect.x() + shiftFor(alignment, rect.width() - line.naturalTextWidth());
        line.draw(&painter, QPointF(x - line.x(), top + lead - line.y()));
    }
    return lines.more;
}

ElidedLabel::ElidedLabel(const theme::ThemeManager &themes,
                         theme::TextStyle style,
                         const QString &text,
                         QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_style(style)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setAccessibleRole(*this, QAccessible::StaticText);
    connect(&themes, &theme::ThemeManager::changed, this, [this] { update(); });
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void ElidedLabel::setMaximumLines(int lines)
{
    m_maximumLines = lines;
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(lines != 1);
    setSizePolicy(policy);
    updateGeometry();
    update();
}

void ElidedLabel::setTextStyle(theme::TextStyle style)
{
    m_style = style;
    updateGeometry();
    update();
}

void ElidedLabel::setColor(ColorToken token)
{
    m_token = token;
    update();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QFont ElidedLabel::textFont() const
{
    return theme::font(m_style);
}

QSize ElidedLabel::sizeHint() const
{
    const int width = qRound(QFontMetricsF(textFont()).horizontalAdvance(m_text.left(400))) + 2;
    return {width, heightForWidth(m_maximumLines == 1 ? width : std::min(width, 480))};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, theme::typeStyle(m_style).lineHeight};
}

int ElidedLabel::heightForWidth(int width) const
{
    const int lines =
        m_maximumLines == 1 ? 1 : lineCount(m_text, textFont(), width, m_maximumLines);
    return lines * theme::typeStyle(m_style).lineHeight;
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(isEnabled() ? m_themes.current().*m_token : m_themes.current().disabled);
    const int needed = std::min(heightForWidth(width()), height());
    const int spare = m_alignment & Qt::AlignTop ? 0 : (height() - needed) / 2;
    m_elided = paintElided(painter,
                           QRectF(rect()).adjusted(0, spare, 0, 0),
                           m_text,
                           textFont(),
                           theme::typeStyle(m_style).lineHeight,
                           m_maximumLines,
                           QStyle::visualAlignment(layoutDirection(), m_alignment));
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_elided && toolTip().isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), m_text.left(2000).toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace ui::widgets
