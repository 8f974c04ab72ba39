// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/decoder.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace app::playback::internal {

/// Opens a recording on a thread of its own, so that waiting for its bytes delays no other sound.
/// The destructor interrupts and joins. Thread: one at a time.
class Opener final
{
public:
    using Opened = base::Result<std::unique_ptr<media::Decoder>>;

    /// \param done  called on that thread at the end
    Opener(std::shared_ptr<media::ByteSource> bytes,
           const media::SoundFormat &format,
           std::optional<media::SeekIndex> index,
           std::function<void()> done)
        : m_bytes(std::move(bytes))
        , m_thread([this, format, index = std::move(index), done = std::move(done)] {
            m_opened.emplace(media::Decoder::open(m_bytes, format, index));
            m_isDone = true;
            done();
        })
    {}

    ~Opener()
    {
        if (m_isDone) {
            m_thread.join();
            return;
        }
        m_bytes->interrupt();
        m_thread.join();
        m_bytes->resume();
    }

    Opener(const Opener &) = delete;
    Opener &operator=(const Opener &) = delete;

    [[nodiscard]] bool isDone() const { return m_isDone; }

    /// Once, when it is done.
    [[nodiscard]] Opened take() { return *std::move(m_opened); }

private:
    std::shared_ptr<media::ByteSource> m_bytes;
    std::optional<Opened> m_opened; ///< written before m_isDone, read behind it
    std::atomic<bool> m_isDone = false;
    std::thread m_thread;
};

} // namespace app::playback::internal
