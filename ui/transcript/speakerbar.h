// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QStringList>
#include <QWidget>

namespace ui::widgets {
class IconButton;
}

class QAbstractButton;

namespace ui::transcript {

/// Chips for the speakers of a text, in as many rows as it takes; those that are on are shown. None
/// on is everybody, and so is the first chip.
class SpeakerBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SpeakerBar(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// Everybody is shown then.
    void setSpeakers(const QStringList &speakers);

    [[nodiscard]] const QStringList &speakers() const { return m_speakers; }

    /// Names that are no speakers are left out; says chosenChanged() when that changes anything.
    void setChosen(const QStringList &chosen);

    [[nodiscard]] const QStringList &chosen() const { return m_chosen; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void chosenChanged(const QStringList &chosen);
    /// Closed by its cross or Esc; everybody is shown again.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addChip(const QString &text, const QString &speaker);
    void toggle(const QString &speaker, bool on);
    void refresh();
    void finish();
    int arrange(int width, bool place) const;

    const theme::ThemeManager &m_themes;
    QStringList m_speakers;
    QStringList m_chosen;
    QList<QAbstractButton *> m_chips; ///< the first is everybody's
    widgets::IconButton *m_close;
};

} // namespace ui::transcript
