// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/mediatime.h"
#include "ui/theme/thememanager.h"

#include <QWidget>

#include <optional>

namespace ui::widgets {
class ElidedLabel;
class SearchField;
} // namespace ui::widgets

namespace ui::transcript {

/// What a person typed as a place to go to: a time, or why it is none.
struct TimeEntry
{
    std::optional<app::timestamps::MediaTime> time;
    QString problem; ///< a sentence, empty when there is a time
};

/// Reads "4:30", "1:02:03", "270", "4m30s", and "+30" or "-1:30" from where the sound is; digits of
/// any script.
/// \param end  length of the recording where known; a time beyond it is a problem, a jump back
///             beyond the start goes to the start
[[nodiscard]] TimeEntry readTimeEntry(const QString &text,
                                      app::timestamps::MediaTime now,
                                      std::optional<app::timestamps::Duration> end);

/// A small field that takes a time to go to. Enter goes there, Esc closes; what is wrong is said in
/// words beside the field.
class JumpBar final : public QWidget
{
    Q_OBJECT

public:
    explicit JumpBar(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// Shows the field, empty and with the focus.
    void open(app::timestamps::MediaTime now, std::optional<app::timestamps::Duration> end);
    void close();

signals:
    void jumpRequested(app::timestamps::MediaTime place);
    /// The focus is to go back to the text.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void jump();
    void say(const QString &problem);

    const theme::ThemeManager &m_themes;
    widgets::SearchField *m_field;
    widgets::ElidedLabel *m_words;
    app::timestamps::MediaTime m_now;
    std::optional<app::timestamps::Duration> m_end;
};

} // namespace ui::transcript
