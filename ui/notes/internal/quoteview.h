// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "ui/theme/thememanager.h"

#include <QTextLayout>
#include <QWidget>

#include <memory>

namespace ui::notes::internal {

/// A quote on its colour between the words that stand around it.
class QuoteView final : public QWidget
{
    Q_OBJECT

public:
    explicit QuoteView(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// Nothing to see when the note has no quote.
    void show(const app::notes::Note &note);
    void setColor(app::notes::Color color);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int layOut(QTextLayout &text, int width) const;

    const theme::ThemeManager &m_themes;
    QString m_words;
    qsizetype m_quoteAt = 0;
    qsizetype m_quoteLength = 0;
    bool m_unsure = false;
    app::notes::Color m_color = app::notes::Color::Yellow;
};

} // namespace ui::notes::internal
