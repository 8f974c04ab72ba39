// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/bytesource.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>
#include <mutex>
#include <optional>

namespace app::downloads {

namespace internal {
struct Growth;
}

/// A file that grows as a download arrives, and is read by the player at the same time.
///
/// Kept as NAME.part with what is known of it in NAME.part.json until complete; then renamed, at
/// once. What changed on the server (another validator, or none) starts over, and sources made
/// before then fail with Conflict instead of mixing two recordings.
/// Thread: one at a time (main; complete() may take seconds and belongs on a lane); the source it
/// hands out from any.
class PartialFile final
{
public:
    /// Opens what an earlier download left at \p path, or begins.
    /// \param address  where it comes from; what is there from another address is not continued
    ///                 (login and query do not count and are not kept)
    /// Errors: Denied, DiskFull, Conflict (complete already), Busy (another program downloads it).
    [[nodiscard]] static base::Result<std::unique_ptr<PartialFile>>
    open(const QString &path, const QString &address = {});
    /// Keeps what is there for the next open(), unless that is nothing. Readers get an error.
    ~PartialFile();

    PartialFile(const PartialFile &) = delete;
    PartialFile &operator=(const PartialFile &) = delete;

    /// Where the next byte belongs: what is there without a gap from the start.
    [[nodiscard]] qint64 nextOffset() const;
    /// Of what is there; to be sent with If-Range.
    [[nodiscard]] QByteArray validator() const;

    /// Length of the whole, where the server told.
    [[nodiscard]] std::optional<qint64> totalBytes() const;
    /// Whether all announced bytes are there and only complete() is missing.
    [[nodiscard]] bool isWhole() const;

    /// The server began to send from \p offset: nextOffset() goes on, 0 starts over.
    /// Errors: Malformed (neither, or the length contradicts), Denied, DiskFull.
    [[nodiscard]] base::Result<void>
    begin(qint64 offset, std::optional<qint64> totalBytes, const QByteArray &validator);
    /// Errors: DiskFull, Denied, Malformed (more than announced).
    [[nodiscard]] base::Result<void> append(const QByteArray &bytes);
    /// All is there: closes it and gives it its real name; readers go on undisturbed.
    /// Errors: Malformed (empty, or not of the announced length), DiskFull, Denied, Conflict
    /// (discarded meanwhile).
    [[nodiscard]] base::Result<void> complete();
    /// No more will come for now: waiting readers get this error. begin() clears it.
    void fail(const base::Error &error);
    /// Removes what is there, under either name; nothing can be written or named afterwards, and
    /// another may begin at the same path at once. Also while complete() runs on another thread.
    void discard();

    /// For the player. Stays valid after this object is gone (reads then fail when bytes are
    /// missing).
    [[nodiscard]] std::shared_ptr<media::ByteSource> source() const;

private:
    PartialFile(const QString &path, const QString &address);

    [[nodiscard]] base::Result<void> openPart();

    [[nodiscard]] QString partPath() const { return m_path + QStringLiteral(".part"); }

    [[nodiscard]] QString infoPath() const { return m_path + QStringLiteral(".part.json"); }

    [[nodiscard]] base::Result<void> giveName();
    [[nodiscard]] base::Result<void> startOver(const QByteArray &validator);

    QString m_path;
    QString m_address;
    QFile m_file;
    QByteArray m_validator;
    std::optional<qint64> m_total;
    qint64 m_size = 0;
    std::shared_ptr<internal::Growth> m_growth;
    std::mutex m_naming; ///< makes complete() and discard() take turns
    bool m_completing = false;
    bool m_named = false;
    bool m_discarded = false;
};

} // namespace app::downloads
