// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"
#include "ui/theme/typestyle.h"

#include <QWidget>

namespace ui::widgets {

/// Words of one style that never widen the window: they wrap, and end in an ellipsis when the lines
/// run out. Elided words are shown in full as a tip.
class ElidedLabel final : public QWidget
{
    Q_OBJECT

public:
    using ColorToken = QColor theme::Theme::*;

    ElidedLabel(const theme::ThemeManager &themes,
                theme::TextStyle style,
                const QString &text = {},
                QWidget *parent = nullptr);

    [[nodiscard]] const QString &text() const { return m_text; }

    void setText(const QString &text);

    /// 1 unless told otherwise; 0 is as many as it takes.
    void setMaximumLines(int lines);

    void setTextStyle(theme::TextStyle style);
    void setColor(ColorToken token);
    void setAlignment(Qt::Alignment alignment);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QFont textFont() const;

    const theme::ThemeManager &m_themes;
    theme::TextStyle m_style;
    QString m_text;
    ColorToken m_token = &theme::Theme::text;
    Qt::Alignment m_alignment = Qt::AlignLeading;
    int m_maximumLines = 1;
    bool m_elided = false;
};

/// Draws wrapped words in lines of a fixed height and elides the last. For delegates, too.
///
/// \param maximumLines  0 for no limit
/// \returns whether words were left out
bool paintElided(QPainter &painter,
                 const QRectF &rect,
                 const QString &text,
                 const QFont &font,
                 int lineHeight,
                 int maximumLines,
                 Qt::Alignment alignment = Qt::AlignLeft);

/// How many lines words take in a width, at most maximumLines (0: no limit).
[[nodiscard]] int lineCount(const QString &text, const QFont &font, double width, int maximumLines);

} // namespace ui::widgets
