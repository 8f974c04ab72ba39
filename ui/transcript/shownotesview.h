// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markup/richtext.h"
#include "app/timestamps/timestampreader.h"
#include "ui/transcript/readerpane.h"

namespace ui::transcript {

/// What stands in an amber box above times.
struct TimesNotice
{
    QString title;
    QString text;
    QList<widgets::MessageAction> actions;
};

/// Show notes to be shown.
struct NotesShown
{
    app::markup::RichText text;
    std::vector<app::timestamps::Timestamp> times;
    /// Length of the audio; places beyond it are not links. Empty while unknown.
    std::optional<app::timestamps::Duration> duration{};
    /// What can be done about times of another recording.
    QList<widgets::MessageAction> otherActions{};
    /// Times of another recording are links all the same.
    bool linkOthers = false;
    /// What was decided about the times; stands above the first.
    std::optional<TimesNotice> decided{};
};

/// An episode's show notes, with the places they name as links.
class ShowNotesView final : public ReaderPane
{
    Q_OBJECT

public:
    explicit ShowNotesView(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    void setShowNotes(const NotesShown &notes);

    /// The publisher wrote none.
    void showNone();

signals:
    /// Ctrl among the modifiers: go there without playing; Shift: repeat the range.
    void timeActivated(const ui::transcript::TimeLink &time, Qt::KeyboardModifiers modifiers);
    /// A button of what stands above times of another recording.
    void noticeActionTriggered(const QString &action);

protected:
    [[nodiscard]] std::optional<TimeRange> timeOf(TextSpan span) const override;
    [[nodiscard]] qsizetype offsetOf(MediaTime time) const override;
};

/// Show notes as the reader wants them.
[[nodiscard]] ReaderDocument makeReaderDocument(const NotesShown &notes);

} // namespace ui::transcript
