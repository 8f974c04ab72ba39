// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/engineplayer.h"
#include "app/playback/internal/indexmaker.h"
#include "app/playback/internal/playbuffer.h"
#include "app/playback/internal/soundpipe.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace app::playback::internal {

/// What a listener wants. A later wish replaces an earlier one of its kind.
struct Wishes
{
    struct Load
    {
        PlayerSource source;
        timestamps::MediaTime place;
        quint64 generation = 0;
    };

    struct Index
    {
        media::SeekIndex index;
        quint64 generation = 0;
    };

    std::optional<Load> load;
    std::optional<timestamps::MediaTime> seek;
    std::optional<bool> playing;
    std::optional<double> speed;
    std::optional<double> volume;
    std::optional<std::optional<timestamps::MediaTime>> stop;
    std::optional<Index> index;
    std::optional<base::Error> deviceError;
    bool unload = false;
    bool look = false; ///< whether the end was heard
    bool quit = false;
    quint64 seekSerial = 0; ///< of the latest load or seek
};

/// What happened. Absent: no change.
struct Report
{
    quint64 generation = 0;
    std::optional<PlayerState> state;
    std::optional<base::Error> error;
    std::optional<timestamps::Duration> duration;
    bool durationExact = false;
    std::optional<media::SeekIndex> index;
    bool finished = false;
};

/// The engine's thread: carries out wishes, keeps the buffer full, and sleeps when it is.
class Engine final
{
public:
    /// \param report  called on the engine's thread
    Engine(AudioOutputFactory makeOutput, std::function<void(Report)> report);
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    /// Adds a wish and wakes the thread, also out of waiting for bytes. Thread: any.
    void wish(const std::function<void(Wishes &)> &change);

    /// Frame of the recording that is heard now. Thread: any.
    [[nodiscard]] double place() const;

    /// The latest load or seek that is carried out. Thread: any.
    [[nodiscard]] quint64 doneSerial() const { return m_doneSerial; }

    [[nodiscard]] bool isStarved() const { return m_buffer.isStarved(); }

    [[nodiscard]] bool isEndHeard() const;

private:
    void run();
    void wake();
    [[nodiscard]] bool hasWork() const;
    void carryOut(Wishes wishes);
    void carryOutLoad(Wishes::Load load);
    void carryOutPlaying(bool playing);
    void useIndex(const media::SeekIndex &index);
    [[nodiscard]] qint64 framesHeard() const;
    void open();
    void adoptDecoder(std::unique_ptr<media::Decoder> decoder);
    void moveTo(qint64 place);
    void rejoin();
    void fill();
    void takePiece(const Piece &piece);
    void endBuffer();
    void failReading(const base::Error &error);
    void lookForEnd();
    void startOutput();
    void stopOutput();
    void close();
    void watchCompletion();
    void tell(PlayerState state, std::optional<base::Error> error = std::nullopt);
    void tellDuration();
    [[nodiscard]] qint64 toFrame(timestamps::MediaTime place) const;

    const media::SoundFormat m_format;
    std::function<void(Report)> m_report;

    mutable std::mutex m_mutex; ///< guards the next four
    std::condition_variable m_changed;
    Wishes m_wishes;
    bool m_wished = false;
    bool m_needsSound = false;
    std::shared_ptr<media::ByteSource> m_source;

    PlayBuffer m_buffer;
    AudioOutputFactory m_makeOutput;
    std::unique_ptr<AudioOutput> m_output;        ///< lives on the engine's thread
    std::atomic<AudioOutput *> m_asked = nullptr; ///< the same, for asking it from any thread
    SoundPipe m_pipe;
    std::optional<IndexMaker> m_indexMaker;
    bool m_indexTried = false;
    PlayerSource m_loaded;
    quint64 m_generation = 0;
    quint64 m_wishedSerial = 0;
    std::atomic<quint64> m_doneSerial = 0;
    std::optional<qint64> m_toMove; ///< place to begin at, when that is still to be done
    std::optional<qint64> m_stop;
    std::optional<PlayBuffer::Joint> m_joint; ///< where the sound being made now joins the old
    Piece m_joining;
    std::optional<base::Error> m_readError; ///< heard as the end of the sound
    bool m_endsAtStop = false;              ///< the sound in the buffer, not the recording
    bool m_restsAtEnd = false;              ///< its end was heard and told
    bool m_isOpen = false;
    bool m_failed = false;
    bool m_wantsPlaying = false;
    bool m_outputStarted = false;
    bool m_outputRunning = false;
    std::thread m_thread;
};

} // namespace app::playback::internal
