// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/bytesource.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace app::downloads {

/// A file that grows as a download arrives, and is read by the player at the same time.
///
/// Kept as NAME.part with what is known of it in NAME.part.json until complete; then renamed, at
/// once. Thread: writing functions from main; the source it hands out from any.
class PartialFile final
{
public:
    /// Opens what an earlier download left at \p path, or begins.
    /// Errors: Denied, DiskFull, Conflict (complete already).
    [[nodiscard]] static base::Result<std::unique_ptr<PartialFile>> open(const QString &path);
    ~PartialFile();

    /// Where the next byte belongs: what is there without a gap from the start.
    [[nodiscard]] qint64 nextOffset() const;
    /// Of what is there; to be sent with If-Range.
    [[nodiscard]] QByteArray validator() const;

    /// The server began to send from \p offset: nextOffset() goes on, 0 starts over.
    [[nodiscard]] base::Result<void>
    begin(qint64 offset, std::optional<qint64> totalBytes, const QByteArray &validator);
    /// Errors: DiskFull, Denied.
    [[nodiscard]] base::Result<void> append(const QByteArray &bytes);
    /// All is there: closes it and gives it its real name; readers go on undisturbed.
    [[nodiscard]] base::Result<void> complete();
    /// No more will come for now: waiting readers get this error. begin() clears it.
    void fail(const base::Error &error);

    /// For the player. Stays valid after this object is gone (reads then fail when bytes are
    /// missing).
    [[nodiscard]] std::shared_ptr<media::ByteSource> source() const;

private:
    class Shared;
    explicit PartialFile(std::shared_ptr<Shared> shared);
    std::shared_ptr<Shared> m_shared;
};

} // namespace app::downloads
