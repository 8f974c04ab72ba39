// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "ui/theme/thememanager.h"

#include <QString>
#include <QWidget>

#include <array>

class QAbstractButton;

namespace ui::widgets {
class PushControl;
}

namespace ui::transcript {

/// The dark strip beside selected words: highlight, colours, note, copy with time, and for words
/// that have times, clip and loop.
///
/// Takes no focus when it appears; Tab enters it, arrow keys walk along it, Esc hides it.
class SelectionStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionStrip(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// Shows it on the side of the words that hides less of the text, 4 px away.
    /// \param words  the selection, \param bounds  what it must stay in; the parent's coordinates
    void showFor(const QRectF &words, const QRectF &bounds);

    /// The colour Highlight uses, the last one chosen.
    [[nodiscard]] app::notes::Color color() const { return m_color; }

    void setColor(app::notes::Color color);

    /// What the five colours are called, in their order; an empty one keeps its own name.
    void setColorNames(const std::array<QString, 5> &names);
    [[nodiscard]] QString colorName(app::notes::Color color) const;

    /// Whether the words have times, so that their sound can be cut out or repeated.
    void setTimed(bool timed);

    /// Moves the keyboard into the strip.
    void enter();

signals:
    void highlightRequested(app::notes::Color color);
    void noteRequested();
    void copyWithTimeRequested();
    void clipRequested();
    void loopRequested();
    /// Esc, or Tab past the last button.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QAbstractButton *addButton(const QString &icon,
                               const QString &text,
                               const QString &name,
                               void (SelectionStrip::*wish)());
    void addDots();
    void step(int by);

    const theme::ThemeManager &m_themes;
    app::notes::Color m_color = app::notes::Color::Yellow;
    std::array<QString, 5> m_colorNames;
    std::array<widgets::PushControl *, 5> m_dots{};
    QList<QAbstractButton *> m_buttons; ///< all, from left to right
    QList<QAbstractButton *> m_timed;   ///< those that need times
};

/// The word for a highlight's colour: "Yellow".
[[nodiscard]] QString colorText(app::notes::Color color);

} // namespace ui::transcript
