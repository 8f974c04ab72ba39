// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/mediatime.h"
#include "ui/theme/thememanager.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QBoxLayout;

namespace ui::widgets {
class Button;
class ElidedLabel;
class SearchField;
} // namespace ui::widgets

namespace ui::notes::internal {

/// How wide the names before the fields of a page are: room for the widest, in any language.
[[nodiscard]] int fieldNameWidth(const QStringList &names);

/// Where a note starts and ends, to be typed or moved by steps, and heard before it is kept.
///
/// Keys in the fields: Up and Down move by a second, with Shift by a tenth; Enter keeps it, Esc
/// leaves it as it was. A note without an end is a moment. Thread: main.
class RangeEditor final : public QWidget
{
    Q_OBJECT

public:
    using Place = std::optional<app::timestamps::MediaTime>;

    explicit RangeEditor(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// Shows a range, with the keyboard in its start.
    /// \param playable  whether its sound is there
    void begin(app::timestamps::MediaTime start, const Place &end, bool playable);

    /// "24:04.5"; as exact as it is.
    [[nodiscard]] static QString words(app::timestamps::MediaTime place);

signals:
    void chosen(app::timestamps::MediaTime start, const RangeEditor::Place &end);
    void playRequested(app::timestamps::MediaTime start, const RangeEditor::Place &end);
    void dismissed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Field
    {
        widgets::SearchField *edit;
        widgets::Button *less;
        widgets::Button *more;
    };

    [[nodiscard]] Field makeField(const QString &name, const QString &less, const QString &more);
    void addField(QBoxLayout &column, const QString &word, const Field &field);
    void step(const Field &field, int by, bool fine);
    void check();
    void keep();
    /// Empty when what stands there cannot be used.
    [[nodiscard]] std::optional<std::pair<app::timestamps::MediaTime, Place>> range() const;

    const theme::ThemeManager &m_themes;
    Field m_start;
    Field m_end;
    widgets::ElidedLabel *m_hint;
    widgets::Button *m_play;
    widgets::Button *m_cancel;
    widgets::Button *m_keep;
    bool m_playable = false;
};

} // namespace ui::notes::internal
