// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "ui/notes/codebook.h"
#include "ui/theme/thememanager.h"

#include <QRadioButton>
#include <QWidget>

#include <array>

namespace ui::notes::internal {

/// One of the five colours to choose from: a round spot with a ring when it is the chosen one.
class ColorDot final : public QRadioButton
{
    Q_OBJECT

public:
    ColorDot(const theme::ThemeManager &themes, app::notes::Color color, QWidget *parent);

    void setName(const QString &name);

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

    [[nodiscard]] bool hitButton(const QPoint &position) const override
    {
        return rect().contains(position);
    }

private:
    const theme::ThemeManager &m_themes;
    app::notes::Color m_color;
    bool m_ring = false;
};

/// The five colours in a row.
class ColorDots final : public QWidget
{
    Q_OBJECT

public:
    explicit ColorDots(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    [[nodiscard]] app::notes::Color color() const;
    void setColor(app::notes::Color color);
    /// Names the colours as the listener does, now and later.
    void setCodebook(const Codebook &codebook);

signals:
    void colorChanged(app::notes::Color color);

private:
    std::array<ColorDot *, 5> m_dots;
};

} // namespace ui::notes::internal
