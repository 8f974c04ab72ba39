// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/readingtext.h"
#include "ui/transcript/readerpane.h"

namespace ui::transcript {

/// The transcript of an episode, moving with the sound.
class TranscriptView final : public ReaderPane
{
    Q_OBJECT

public:
    explicit TranscriptView(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    void setTranscript(const app::transcripts::ReadingText &text);

    [[nodiscard]] const app::transcripts::ReadingText &transcript() const { return m_text; }

    /// The publisher supplied none. Actions given back: "openFile", "make" (when it can be made).
    void showNone(bool canMake);
    void showLoadingTranscript();
    /// \param sentence  why, as ui/text words it. Action given back: "retry".
    void showFailure(const QString &sentence);

    /// Moves the marked sentence and word. Cheap: may be called for every tick of the player.
    void setPosition(MediaTime position);
    /// Nothing is playing, or something else.
    void clearPosition();

    [[nodiscard]] bool isTimed() const { return m_timed; }

    [[nodiscard]] bool isFollowing() const;

public slots:
    void setFollowing(bool on);
    /// F: off, on, or back to the sentence when paused.
    void toggleFollow();

signals:
    /// \param modifiers  held during the click
    void seekRequested(app::timestamps::MediaTime place, Qt::KeyboardModifiers modifiers);
    /// The Follow button is to show this.
    void followingChanged(bool following);

protected:
    [[nodiscard]] std::optional<TimeRange> timeOf(TextSpan span) const override;
    [[nodiscard]] qsizetype offsetOf(MediaTime time) const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] TextSpan wordSpokenAt(MediaTime position) const;
    void refreshPill();

    app::transcripts::ReadingText m_text;
    MediaTime m_position;
    std::optional<std::size_t> m_sentence;
    bool m_timed = false;
    widgets::Banner *m_untimed;
    widgets::Button *m_pill;
};

/// A transcript as the reader wants it.
[[nodiscard]] ReaderDocument makeReaderDocument(const app::transcripts::ReadingText &text);

} // namespace ui::transcript
