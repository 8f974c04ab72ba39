// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markup/richtext.h"
#include "app/timestamps/timestampreader.h"
#include "ui/transcript/readerpane.h"

namespace ui::transcript {

/// An episode's show notes, with the places they name as links.
class ShowNotesView final : public ReaderPane
{
    Q_OBJECT

public:
    explicit ShowNotesView(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// \param duration  length of the audio; places beyond it are not links. Empty while unknown.
    void setShowNotes(const app::markup::RichText &text,
                      const std::vector<app::timestamps::Timestamp> &times,
                      std::optional<app::timestamps::Duration> duration);

    /// The publisher wrote none.
    void showNone();

signals:
    /// Ctrl among the modifiers: go there without playing; Shift: repeat the range.
    void timeActivated(const ui::transcript::TimeLink &time, Qt::KeyboardModifiers modifiers);
    /// "They are right, link them": until the next setShowNotes() they are links here.
    void otherRecordingAccepted();

protected:
    [[nodiscard]] std::optional<TimeRange> timeOf(TextSpan span) const override;
    [[nodiscard]] qsizetype offsetOf(MediaTime time) const override;

private:
    void rebuild();

    app::markup::RichText m_text;
    std::vector<app::timestamps::Timestamp> m_times;
    std::optional<app::timestamps::Duration> m_duration;
    bool m_linkOthers = false;
};

/// Show notes as the reader wants them.
/// \param linkOthers  times of another recording are links all the same
[[nodiscard]] ReaderDocument
makeReaderDocument(const app::markup::RichText &text,
                   const std::vector<app::timestamps::Timestamp> &times,
                   std::optional<app::timestamps::Duration> duration,
                   bool linkOthers);

} // namespace ui::transcript
