// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/textbox.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"

#include <QEvent>
#include <QPainter>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::notes::internal {
namespace {

namespace metrics = theme::metrics;

constexpr int fewestLines = 3;
constexpr int mostLines = 9;

} // namespace

TextBox::TextBox(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_edit(new QPlainTextEdit(this))
{
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setFont(theme::font(theme::TextStyle::Ui));
    m_edit->setTabChangesFocus(true);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->document()->setDocumentMargin(metrics::space4);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::space4, metrics::space4, metrics::space4, metrics::space4);
    layout->addWidget(m_edit);
    connect(m_edit->document(), &QTextDocument::contentsChanged, this, &TextBox::fitHeight);
    connect(&themes, &theme::ThemeManager::changed, this, &TextBox::refresh);
    refresh();
    fitHeight();
}

void TextBox::refresh()
{
    QPalette colors = theme::palette(m_themes.current());
    colors.setColor(QPalette::Base, Qt::transparent);
    colors.setColor(QPalette::Highlight, m_themes.current().textsel);
    m_edit->setPalette(colors);
    update();
}

void TextBox::fitHeight()
{
    // A plain text document measures its height in lines.
    const int lines =
        std::clamp(qCeil(m_edit->document()->size().height()), fewestLines, mostLines);
    const int height = lines * m_edit->fontMetrics().lineSpacing() + 2 * metrics::space4;
    if (m_edit->minimumHeight() != height) {
        m_edit->setFixedHeight(height);
    }
}

void TextBox::paintEvent(QPaintEvent *)
{
    const theme::Theme &colors = m_themes.current();
    const double line = m_edit->hasFocus() ? metrics::focusRing : 1;
    const QColor edge = m_edit->hasFocus() ? colors.accent : colors.linestrong;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isEnabled() ? edge : colors.line, line));
    painter.setBrush(colors.field);
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2),
                            metrics::controlRadius,
                            metrics::controlRadius);
}

bool TextBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    } else if (event->type() == QEvent::Resize) {
        fitHeight();
    }
    return QWidget::eventFilter(watched, event);
}

void toggleMarks(QPlainTextEdit &edit, const QString &marks)
{
    QTextCursor cursor = edit.textCursor();
    const auto length = static_cast<int>(marks.size());
    const QString words = cursor.selectedText();
    const bool wrapped =
        words.size() >= 2 * marks.size() && words.startsWith(marks) && words.endsWith(marks);
    cursor.beginEditBlock();
    if (wrapped) {
        cursor.insertText(words.sliced(length, words.size() - 2 * length));
    } else {
        cursor.insertText(marks + words + marks);
    }
    const int end = cursor.position();
    const auto kept =
        static_cast<int>(wrapped ? words.size() - 2 * length : words.size() + 2 * length);
    if (words.isEmpty()) {
        cursor.setPosition(end - length);
    } else {
        cursor.setPosition(end - kept);
        cursor.setPosition(end, QTextCursor::KeepAnchor);
    }
    cursor.endEditBlock();
    edit.setTextCursor(cursor);
}

void insertLink(QPlainTextEdit &edit, const QString &address)
{
    QTextCursor cursor = edit.textCursor();
    const QString words = cursor.selectedText();
    cursor.insertText(QStringLiteral("[%1](%2)").arg(words, address));
    if (words.isEmpty()) {
        cursor.setPosition(cursor.position() - 3 - static_cast<int>(address.size()));
    } else if (address.isEmpty()) {
        cursor.setPosition(cursor.position() - 1);
    }
    edit.setTextCursor(cursor);
}

} // namespace ui::notes::internal
