// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/notes/capture.h"
#include "app/notes/note.h"
#include "app/session/notebook.h"
#include "app/session/transcriptservice.h"
#include "app/work/job.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <optional>

namespace app::session {

class Listening;

/// What a press of a marking key made.
struct Marked
{
    notes::Note note;
    timestamps::TimeRange range; ///< what was marked; empty for a moment
    bool bySentences = false;    ///< it begins and ends with sentences of the transcript
    bool extended = false;       ///< a mark made just before was made longer
};

/// Marks in what is being heard, without looking: the moment, the last seconds, from here to there.
///
/// They begin and end with sentences when the transcript is there, else with pauses when the sound
/// has been analysed, else where they were made; with a transcript they carry the words spoken in
/// them. Nothing reaches back over what was not heard. Thread: main.
/// Source: the interaction rules, "Mark (look back)" and "Writing".
class NoteMarks final : public QObject
{
    Q_OBJECT

public:
    static constexpr timestamps::Duration usualBack{30'000};

    using Answer = base::Result<Marked>;
    /// A clock that never stops or turns.
    using Ticks = std::function<timestamps::Duration()>;

    /// \param ticks  empty: the computer's
    NoteMarks(Listening &listening,
              Notebook &notebook,
              TranscriptService &transcripts,
              const Ticks &ticks = {});
    ~NoteMarks() override;

    /// How long listeners take from hearing something to pressing a key.
    void setReaction(timestamps::Duration reaction) { m_reaction = reaction; }

    // Marks. Errors: NotFound when nothing is loaded, and those of Notebook.

    /// The moment that is heard, less the reaction; else the one pointed at.
    QFuture<Answer> markMoment(const std::optional<timestamps::MediaTime> &at = {});
    /// What was just heard. Asked again within 4 s, the same mark reaches as much further back.
    QFuture<Answer> markBack(timestamps::Duration back = usualBack);
    /// Begins a stretch at what is heard, or pointed at; nothing is kept before it ends.
    void beginRange(const std::optional<timestamps::MediaTime> &at = {});
    /// Ends it; with none begun, the same as markBack(). An end before its beginning is as good:
    /// the stretch lies between. Another episode gives it up.
    QFuture<Answer> endRange(const std::optional<timestamps::MediaTime> &at = {});
    void cancelRange();

    /// Where the stretch that waits for its end begins; empty when none does.
    [[nodiscard]] std::optional<timestamps::MediaTime> rangeStart() const { return m_rangeStart; }

    /// That of what is heard; nullptr while it is not known, or when there is none.
    [[nodiscard]] const LoadedTranscript *transcript() const;

    /// The time for a note whose first key is pressed now.
    [[nodiscard]] timestamps::MediaTime writingTime() const;
    /// The start of a sentence further on or back; a second further when there are none.
    [[nodiscard]] timestamps::MediaTime stepSentences(timestamps::MediaTime from, int steps) const;

signals:
    void marked(const app::session::Marked &marked);
    void failed(const app::base::Error &error);
    void rangeStartChanged();
    /// The transcript of what is heard is known now, is another, or there is none.
    void textChanged();

private:
    struct Text;
    struct Press;
    using Promise = std::shared_ptr<QPromise<Answer>>;

    void becomeOther();
    void loadText();
    void take(const LoadedTranscript &opened);
    void jump(timestamps::MediaTime to);
    [[nodiscard]] bool hasSentences() const;
    [[nodiscard]] notes::Speech speech() const;
    [[nodiscard]] NewNote noteOf(const timestamps::TimeRange &range) const;
    [[nodiscard]] QFuture<Answer> nothingLoaded();
    [[nodiscard]] QFuture<Answer> add(const NewNote &note, const timestamps::TimeRange &range);
    [[nodiscard]] QFuture<Answer> addPressed(const std::shared_ptr<Press> &press);
    void extend(const std::shared_ptr<Press> &press, const Promise &promise);

    Listening &m_listening;
    Notebook &m_notebook;
    TranscriptService &m_transcripts;
    Ticks m_ticks;
    timestamps::Duration m_reaction = notes::reactionTime;
    base::EpisodeId m_episode;                        ///< that is heard
    std::optional<timestamps::MediaTime> m_heardFrom; ///< without a gap; empty: from the beginning
    std::unique_ptr<Text> m_text;
    bool m_textIsNew = false; ///< it came after it was last asked for
    std::shared_ptr<Press> m_press;
    std::optional<timestamps::MediaTime> m_rangeStart;
    work::Job m_loading;
};

} // namespace app::session

Q_DECLARE_METATYPE(app::session::Marked)
