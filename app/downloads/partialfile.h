// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/bytesource.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QFile>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace app::downloads {

namespace internal {
struct Growth;
}

/// A file that grows as a download arrives, in any order, and is read by the player meanwhile.
///
/// Kept sparse as NAME.part, with what is known of it in NAME.part.json until complete; then
/// renamed, at once. The note names only bytes that were written before; it lags behind by a second
/// or 2 MB at most. What changed on the server (another validator, or none) starts over, and
/// sources made before then fail with Conflict instead of mixing two recordings.
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

    [[nodiscard]] QString folder() const;
    /// All that is there, rising and apart.
    [[nodiscard]] std::vector<media::ByteRange> ranges() const;
    /// What is there without a gap from the start.
    [[nodiscard]] qint64 contiguousBytes() const;
    /// How much is there in all.
    [[nodiscard]] qint64 presentBytes() const;
    /// The first missing stretch from \p offset on; of a file of unknown length the last one ends
    /// nowhere (the greatest number).
    [[nodiscard]] std::optional<media::ByteRange> gapFrom(qint64 offset) const;
    /// Of what is there; to be sent with If-Range.
    [[nodiscard]] QByteArray validator() const;
    /// Length of the whole, where the server told.
    [[nodiscard]] std::optional<qint64> totalBytes() const;
    /// Whether all announced bytes are there and only complete() is missing.
    [[nodiscard]] bool isWhole() const;

    /// The server sends all from the start. What is there stays when it is of the same file.
    /// Errors: Denied, DiskFull.
    [[nodiscard]] base::Result<void> beginWhole(std::optional<qint64> totalBytes,
                                                const QByteArray &validator);
    /// The server sends a part from \p offset on, of the file that is there.
    /// Errors: Malformed (it says so of another file, or of another length), Denied, DiskFull.
    [[nodiscard]] base::Result<void>
    beginPart(qint64 offset, std::optional<qint64> totalBytes, const QByteArray &validator);
    /// Errors: DiskFull, Denied, Malformed (more than announced).
    [[nodiscard]] base::Result<void> write(qint64 offset, const QByteArray &bytes);
    /// Notes now what is there, not only when some more has come.
    void keepNote();
    /// All is there: closes it and gives it its real name; readers go on undisturbed.
    /// Errors: Malformed (empty, or not of the announced length), DiskFull, Denied, Conflict
    /// (discarded meanwhile).
    [[nodiscard]] base::Result<void> complete();
    /// No more will come for now: waiting readers get this error, and all that would have to wait.
    void fail(const base::Error &error);
    /// More will come: readers wait again.
    void goOn();
    /// Removes what is there, under either name; nothing can be written or named afterwards, and
    /// another may begin at the same path at once. Also while complete() runs on another thread.
    void discard();

    /// A reader that waits.
    struct Wanted
    {
        qint64 offset = 0;
        quint64 turn = 0; ///< greater for each that comes
    };

    /// The reader that came last of those that still wait.
    [[nodiscard]] std::optional<Wanted> wanted() const;
    /// \param changed  called on the reading threads when readers begin or end to wait, while
    ///                 others are kept out: it may only post. Empty for nobody.
    void setWaitingListener(std::function<void()> changed);
    /// What sources answer to canReachAnywhere() while bytes are missing.
    void setReachable(bool reachable);

    /// For the player. Stays valid after this object is gone (reads then fail when bytes are
    /// missing).
    [[nodiscard]] std::shared_ptr<media::ByteSource> source() const;

private:
    PartialFile(const QString &path, const QString &address);

    [[nodiscard]] base::Result<void> openPart();

    [[nodiscard]] QString partPath() const { return m_path + QStringLiteral(".part"); }

    [[nodiscard]] QString infoPath() const { return m_path + QStringLiteral(".part.json"); }

    [[nodiscard]] base::Result<void> giveName();
    [[nodiscard]] base::Result<void> startOver();
    [[nodiscard]] base::Result<void> writeNote();

    QString m_path;
    QString m_address;
    QFile m_file;
    QByteArray m_validator;
    std::optional<qint64> m_total;
    qint64 m_unnoted = 0; ///< bytes written since the last note
    QElapsedTimer m_noted;
    std::shared_ptr<internal::Growth> m_growth;
    std::mutex m_naming; ///< makes complete() and discard() take turns
    bool m_completing = false;
    bool m_named = false;
    bool m_discarded = false;
};

} // namespace app::downloads
