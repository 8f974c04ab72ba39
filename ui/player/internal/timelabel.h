// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/pushcontrol.h"

namespace ui::player::internal {

/// A running time that does not tremble; as a button when it can be switched, else as plain text.
class TimeLabel final : public widgets::PushControl
{
    Q_OBJECT
    Q_PROPERTY(QString time READ time)

public:
    enum class Kind { Plain, Button };

    /// \param name  for screen readers; stays while the time runs
    TimeLabel(const theme::ThemeManager &themes,
              Kind kind,
              const QString &name,
              QWidget *parent = nullptr);

    /// Repaints only when the words change.
    void setTime(const QString &time);

    [[nodiscard]] const QString &time() const { return m_time; }

    void setAlignment(Qt::Alignment alignment) { m_alignment = alignment; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Where the words and the ring stand.
    [[nodiscard]] QRect body() const;

    Kind m_kind;
    QString m_time;
    double m_timeWidth = 0;
    Qt::Alignment m_alignment = Qt::AlignRight;
};

} // namespace ui::player::internal
