// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/engineplayer.h"
#include "app/playback/internal/loopseam.h"
#include "app/playback/internal/playbuffer.h"
#include "app/playback/internal/track.h"
#include "app/playback/internal/wishes.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace app::playback::internal {

/// The engine's thread: carries out wishes, keeps the buffer full, and sleeps when it is.
///
/// Two recordings at most are at work: the loaded one, and the one that follows it, whose sound may
/// be in the buffer already. Which of them is the loaded one is said from outside, so that a seek
/// always means the recording the listener sees.
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

    /// Frame of a recording that is heard now; its end when another one is. Thread: any.
    [[nodiscard]] double place(quint64 track) const;

    /// The recording that is heard, or was last. Thread: any.
    [[nodiscard]] quint64 heardTrack() const;

    /// Frames of sound that left-out pauses saved since the latest load. Thread: any.
    [[nodiscard]] qint64 savedFrames() const;

    /// The latest load or seek that is carried out. Thread: any.
    [[nodiscard]] quint64 doneSerial() const { return m_doneSerial; }

    [[nodiscard]] bool isStarved() const { return m_buffer.isStarved(); }

    /// Whether the end of the sound or of a fade was heard. Thread: any.
    [[nodiscard]] bool isEndHeard() const;

private:
    /// Where to begin anew.
    struct Target
    {
        quint64 track = 0;
        qint64 place = 0;
    };

    void run();
    void wake();
    [[nodiscard]] Wishes takeWishes();
    [[nodiscard]] bool hasWork() const;
    void carryOut(Wishes wishes);
    void changeRecordings(Wishes &wishes);
    [[nodiscard]] bool changeSound(const Wishes &wishes);
    [[nodiscard]] bool changeEnds(const Wishes &wishes);
    void carryOutLoad(Wishes::Recording recording);
    void carryOutNext(std::optional<Wishes::Recording> recording);
    void carryOutAdvance(quint64 track);
    void carryOutPlaying(bool playing);
    void carryOutFade(timestamps::Duration over);
    void close();
    [[nodiscard]] std::unique_ptr<Track> makeTrack(Wishes::Recording recording);

    // Reading and making sound.
    void open();
    void watchCompletion();
    void useIndex(const media::SeekIndex &index);
    void moveTo(const Target &target);
    void rejoin(bool atOnce = false);
    void rejoinNow();
    [[nodiscard]] bool joinAtEnd(const PlayBuffer::Joint &joint);
    void fill();
    void make(Track &track);
    [[nodiscard]] bool beginMade(qint64 place);
    void forgetMaking();
    void takePiece(const Piece &piece);
    void deliver(const Piece &piece);
    void finishJoint();
    void pipeEnded();
    [[nodiscard]] bool loops() const;
    void beginLoop();
    void prepareNext(bool atOnce);
    void follow();
    void endBuffer(EndKind kind);
    void failReading(const base::Error &error);
    void forgetOld();

    // The way out, and what is heard.
    void lookForEnds();
    void tellEnd();
    void finishFade();
    void startOutput();
    void suspendOutput();
    void stopOutput();
    void changeDevice(const QByteArray &id);
    void loseDevice(const base::Error &error);
    [[nodiscard]] qint64 framesHeard() const;
    void expectFrom(const Track &track);
    void noteWaiting(quint64 track, bool waiting);
    void tell(PlayerState state, std::optional<base::Error> error = std::nullopt);
    void tellDuration(const Track &track);
    void tellPlaceExact();
    [[nodiscard]] Report report() const;
    [[nodiscard]] qint64 toFrame(timestamps::MediaTime place) const;
    [[nodiscard]] qint64 savedSoFar() const;
    void countSavedFrom(qint64 saved);

    const media::SoundFormat m_format;
    std::function<void(Report)> m_report;

    mutable std::mutex m_mutex; ///< guards the next five
    std::condition_variable m_changed;
    Wishes m_wishes;
    bool m_wished = false;
    bool m_needsSound = false;
    std::shared_ptr<media::ByteSource> m_source; ///< of the sound that is made now
    quint64 m_expectedTrack = 0;

    PlayBuffer m_buffer;
    AudioOutputFactory m_makeOutput;
    std::unique_ptr<AudioOutput> m_output;        ///< lives on the engine's thread
    std::atomic<AudioOutput *> m_asked = nullptr; ///< the same while it is started, for any thread
    std::atomic<quint64> m_doneSerial = 0;

    std::unique_ptr<Track> m_track; ///< the loaded one
    std::unique_ptr<Track> m_next;
    Track *m_made = nullptr; ///< whichever of them sound is made of
    double m_speed = 1;
    settings::SoundOptions m_options;
    quint64 m_wishedSerial = 0;
    std::optional<Target> m_toMove;           ///< when that is still to be done
    std::optional<qint64> m_toBegin;          ///< likewise, for sound that joins what is there
    std::optional<PlayBuffer::Joint> m_joint; ///< where the sound being made now joins the old
    Piece m_joining;
    bool m_rejoins = false; ///< once there is enough to join it on to
    double m_madeSpeed = 1; ///< of the sound being made
    LoopSeam m_seam;
    qint64 m_savedBefore = 0;               ///< by sound made before the pipe counted
    std::optional<base::Error> m_readError; ///< heard as the end of the sound
    EndKind m_endKind = EndKind::Recording; ///< of the sound in the buffer
    qint64 m_endPlace = 0;                  ///< likewise
    QByteArray m_device;
    bool m_restsAtEnd = false; ///< its end was heard and told
    bool m_failed = false;
    bool m_placeExact = true; ///< as told
    bool m_wantsPlaying = false;
    bool m_outputStarted = false;
    bool m_outputRunning = false;
    std::thread m_thread;
};

} // namespace app::playback::internal
