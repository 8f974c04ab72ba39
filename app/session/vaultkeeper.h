// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/library/library.h"
#include "app/vault/vaultsync.h"
#include "app/work/workerpool.h"

#include <QFileSystemWatcher>
#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace app::vault {
class VaultFolder;
}

namespace app::session {

/// What was done to make library and vault the same.
struct VaultReport
{
    int filesWritten = 0;
    int notesChanged = 0;
    std::vector<vault::VaultConflict> conflicts; ///< both sides were kept; the listener is told
    std::vector<vault::VaultProblem> problems;   ///< files that were left as they are
};

/// Keeps a folder of Markdown files the same as the notes, in both directions.
///
/// Looks after it soon after notes or files changed. What was written in the files is in the
/// journal as such; it is no step to undo here, for the hand that wrote it is another program's. A
/// note that is changed here meanwhile is never overtaken: both are compared anew.
/// Thread: main; files are read and written by workers.
class VaultKeeper final : public QObject
{
    Q_OBJECT

public:
    /// \param settle  how long to wait for more after a change
    VaultKeeper(library::Library &library,
                work::WorkerPool &pool,
                const base::Clock &clock,
                std::chrono::milliseconds settle = std::chrono::seconds(1));
    ~VaultKeeper() override;

    /// \param folder  has to be there; empty: no vault. Its files stay when it is left.
    void setFolder(const QString &folder);

    [[nodiscard]] const QString &folder() const { return m_folder; }

    /// Makes both sides the same now.
    /// Errors: NotFound (no vault, or its folder is not there), Denied, Busy (somebody keeps
    /// changing the same file; it is tried again), and those of the library.
    [[nodiscard]] QFuture<base::Result<VaultReport>> sync();

    /// Soon: for when the window comes to the front, or every few minutes, as not every file system
    /// tells what changes in it.
    void look();

signals:
    /// Something was done, or is to be told.
    void synced(const app::session::VaultReport &report);
    /// Nobody was waiting for it. The same failure in a row comes once.
    void failed(const app::base::Error &error);

private:
    using Report = base::Result<VaultReport>;
    struct Planned;
    struct Written;

    void begin();
    void beginRound();
    void plan(const std::vector<notes::Note> &notes);
    void edit(const Planned &planned);
    void apply(const Planned &planned);
    void write(const Planned &planned);
    void finish(const Report &report);
    void watch(const QStringList &paths);
    /// Whether the folder was changed on the way; then it is all done for the new one.
    [[nodiscard]] bool isOvertaken();

    library::Library &m_library;
    work::WorkerPool &m_pool;
    const base::Clock &m_clock;
    QString m_folder;
    std::shared_ptr<vault::VaultFolder> m_vault;
    std::shared_ptr<vault::VaultFolder> m_working; ///< the one that is looked after right now
    std::vector<QPromise<Report>> m_waiting;       ///< for what begins next
    std::vector<QPromise<Report>> m_answered;      ///< by what goes on right now
    VaultReport m_report;
    int m_round = 0; ///< 0: nothing goes on
    QTimer m_timer;
    QFileSystemWatcher m_watcher;
    base::Error m_lastFailure;
};

} // namespace app::session
