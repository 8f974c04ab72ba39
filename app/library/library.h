// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/library/changes.h"
#include "app/work/lane.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <memory>
#include <type_traits>

namespace app::library {

class Connection;

/// When a committed change must be safe against a power cut, not only against a crash.
enum class Durability {
    Normal, ///< survives any kill of the program; feed data, positions
    Full,   ///< survives power cuts too: on disk before the future has its result; notes
};

/// The listener's library: one SQLite file in one folder, read and written on two lanes.
///
/// Functions posted here run on a lane and get its connection; they never leave it.
/// Several programs may have one library open at once.
/// Thread: main (and before a main loop runs); signals come there.
class Library final : public QObject
{
    Q_OBJECT

public:
    /// Opens or creates the library in \p folder, migrating it after a backup copy when it is
    /// older. Errors: Denied (read-only), DiskFull, Unsupported (written by a newer Earmark; the
    /// file is not
    ///         touched), Corrupt (damaged, or empty though there are backups; the file is not
    ///         touched: see recovery.h), Busy.
    [[nodiscard]] static base::Result<std::unique_ptr<Library>> open(const QString &folder,
                                                                     const base::Clock &clock);
    /// Does all that was posted for writing, drops what was posted for reading.
    ~Library() override;

    /// Posts `Result<T> f(Connection &)` to the reading lane, inside one read transaction, so that
    /// all it reads is of one moment. Cancelling the future that is returned (not a later one of
    /// its chain) interrupts its query.
    template <typename Work>
    [[nodiscard]] auto read(Work work) -> QFuture<std::invoke_result_t<Work, Connection &>>;

    /// Posts `Result<T> f(Connection &, Changes &)` to the writing lane, inside one transaction
    /// that is committed when it returns a value and rolled back when it returns an error. After
    /// the commit the changes of notes are written to the journal, then changed() is emitted with
    /// what f put into its Changes.
    template <typename Work>
    [[nodiscard]] auto write(Durability durability, Work work)
        -> QFuture<std::invoke_result_t<Work, Connection &, Changes &>>;

    [[nodiscard]] QString folder() const;

    /// The file that holds everything: <folder>/library.sqlite
    [[nodiscard]] static QString fileName(const QString &folder);

    /// One consistent copy while everything goes on. Errors: Denied, DiskFull, Conflict (the target
    /// is this library). \returns its size in bytes
    [[nodiscard]] QFuture<base::Result<qint64>> backupTo(const QString &path);

    /// Looks whether another program has written since the last look; if so emits
    /// changedOutside().
    void checkForOutsideChanges();

signals:
    void changed(const app::library::Changes &changes);
    void changedOutside();
    /// Notes are stored but the journal beside the library cannot be written; told once until it
    /// works again, and tried again with every write.
    void journalFailed(const app::base::Error &error);

private:
    explicit Library(QString folder);

    struct Lanes;
    [[nodiscard]] base::Result<void> openLanes(const base::Clock &clock);
    [[nodiscard]] base::Result<void> beginReading(const work::CancelCheck &cancelled);
    void endReading();
    [[nodiscard]] base::Result<void> begin(Durability durability);
    [[nodiscard]] base::Result<void> commit();
    void rollBack();
    void keepJournal(const Changes &changes);
    void catchUpJournal();
    void reportJournal(const base::Result<void> &done);
    void announce(Changes changes);
    [[nodiscard]] Connection &reading();
    [[nodiscard]] Connection &writing();
    [[nodiscard]] work::Lane &readingLane();
    [[nodiscard]] work::Lane &writingLane();

    QString m_folder;
    std::unique_ptr<Lanes> m_lanes;
};

/// Replaces the library in \p folder by a copy that Library::backupTo made; the old file is kept
/// beside it with the date in its name. No program may have it open. Errors: NotFound (no such
/// backup), Malformed (not a library, or damaged), Unsupported (newer), Busy, Denied, DiskFull.
/// \returns bytes
[[nodiscard]] base::Result<qint64>
restoreLibrary(const QString &folder, const QString &backupPath, const base::Clock &clock);

template <typename Work>
auto Library::read(Work work) -> QFuture<std::invoke_result_t<Work, Connection &>>
{
    using Value = std::invoke_result_t<Work, Connection &>;
    return readingLane().post(
        [this, work = std::move(work)](const work::CancelCheck &cancelled) mutable -> Value {
            if (const auto begun = beginReading(cancelled); !begun) {
                return base::unexpected(begun.error());
            }
            Value value = work(reading());
            endReading();
            return value;
        });
}

template <typename Work>
auto Library::write(Durability durability, Work work)
    -> QFuture<std::invoke_result_t<Work, Connection &, Changes &>>
{
    using Value = std::invoke_result_t<Work, Connection &, Changes &>;
    return writingLane().post([this, durability, work = std::move(work)]() mutable -> Value {
        if (const auto begun = begin(durability); !begun) {
            return base::unexpected(begun.error());
        }
        Changes changes;
        Value value = work(writing(), changes);
        if (!value) {
            rollBack();
            return value;
        }
        if (const auto committed = commit(); !committed) {
            return base::unexpected(committed.error());
        }
        keepJournal(changes);
        announce(std::move(changes));
        return value;
    });
}

} // namespace app::library
