// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/pushcontrol.h"

namespace ui::widgets {

/// A button with words, and an icon before them if wanted. 32 high.
class Button final : public PushControl
{
    Q_OBJECT

public:
    enum class Kind {
        Primary,
        Secondary, ///< bordered; carries the "on" look when checked
        Quiet,     ///< no border; carries the "on" look when checked
        Danger,    ///< in confirmations only
        Inverse,   ///< flat, on the dark strip
        Amber,     ///< quiet words on an amber bar
    };

    Button(const theme::ThemeManager &themes,
           Kind kind,
           const QString &text,
           QWidget *parent = nullptr);

    void setIconName(const QString &iconName);

    /// 28 for bars and cards instead of 32.
    void setCompact(bool compact);

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Look
    {
        QColor fill, border, ink;
    };

    [[nodiscard]] Look look() const;
    [[nodiscard]] int padding() const;

    Kind m_kind;
    QString m_iconName;
    bool m_compact = false;
};

} // namespace ui::widgets
