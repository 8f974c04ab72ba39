// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/readingtext.h"
#include "ui/transcript/readerpane.h"

class QHBoxLayout;

namespace ui::transcript {

class JumpBar;
class SpeakerBar;

/// The transcript of an episode, moving with the sound.
class TranscriptView final : public ReaderPane
{
    Q_OBJECT

public:
    explicit TranscriptView(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    void setTranscript(const app::transcripts::ReadingText &text);

    /// The same transcript after a correction: keeps the place, the filter and the position.
    void updateTranscript(const app::transcripts::ReadingText &text);

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

    /// Length of the recording, so that a jump beyond its end is told; empty while unknown.
    void setDuration(std::optional<app::timestamps::Duration> duration);

    /// Who speaks, in the order of their first words.
    [[nodiscard]] QStringList speakers() const;
    /// Only these speakers' turns; empty, or nobody who speaks here: everybody's.
    void setSpeakerFilter(const QStringList &speakers);
    [[nodiscard]] QStringList speakerFilter() const;

public slots:
    /// Opens or closes the row of speakers above the text; closing shows everybody.
    void toggleSpeakers();
    /// Opens the field for a time to go to.
    void jumpToTime();
    /// Wishes to correct the selected words, else the sentence at the caret or being spoken.
    void correct();
    /// Wishes another name for whoever speaks at the caret, else now.
    void renameSpeaker();
    void setFollowing(bool on);
    /// F: off, on, or back to the sentence when paused.
    void toggleFollow();

signals:
    /// \param modifiers  held during the click
    void seekRequested(app::timestamps::MediaTime place, Qt::KeyboardModifiers modifiers);
    /// The Follow button is to show this.
    void followingChanged(bool following);
    void correctRequested(const ui::transcript::SelectedText &words);
    void renameSpeakerRequested(const QString &speaker);
    void speakerFilterChanged(const QStringList &speakers);

protected:
    [[nodiscard]] std::optional<TimeRange> timeOf(TextSpan span) const override;
    [[nodiscard]] qsizetype offsetOf(MediaTime time) const override;
    void addMoreActions(QMenu &menu, const ReaderHit &hit) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildBars();
    void showUntimed(bool on);
    void addSpeakerActions(QMenu &menu, const QString &speaker);
    void openSpeakerMenu(const QString &speaker, QPoint globalPosition);
    void applyFilter(const QStringList &speakers);
    [[nodiscard]] qsizetype placeOfInterest() const;
    [[nodiscard]] TextSpan wordSpokenAt(MediaTime position) const;
    void refreshPill();

    app::transcripts::ReadingText m_text;
    MediaTime m_position;
    std::optional<std::size_t> m_sentence;
    bool m_timed = false;
    QHBoxLayout *m_top;
    widgets::Banner *m_untimed;
    widgets::Button *m_pill;
    SpeakerBar *m_speakers;
    JumpBar *m_jump;
    std::optional<app::timestamps::Duration> m_duration;
};

/// A transcript as the reader wants it.
[[nodiscard]] ReaderDocument makeReaderDocument(const app::transcripts::ReadingText &text);

} // namespace ui::transcript
