// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/vaultkeeper.h"

#include "app/library/notestore.h"
#include "app/notes/journal.h"
#include "app/vault/vaultfolder.h"
#include "app/work/comeback.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QSysInfo>

#include <algorithm>

namespace app::session {

using base::ErrorCode;
using library::Changes;
using library::Connection;
using notes::Note;
using notes::NoteChange;

/// A plan, and what to watch for the next one.
struct VaultKeeper::Planned
{
    vault::VaultPlan plan;
    QStringList watched;
};

struct VaultKeeper::Written
{
    int files = 0;
    bool overtaken = false; ///< a file was changed meanwhile
    std::vector<vault::VaultProblem> problems;
};

namespace {

constexpr int mostRounds = 6;
constexpr qsizetype mostWatched = 1'000; ///< systems have few; look() finds the rest

/// Names this library on this computer, so that others may use the same vault.
QString libraryName(const library::Library &library)
{
    const QByteArray name = QSysInfo::machineUniqueId() + '\n' + library.folder().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex();
    return QString::fromLatin1(hash.first(16));
}

QStringList watchedPaths(const QString &folder, const vault::VaultState &state)
{
    QStringList folders = {folder};
    QStringList files;
    for (const auto &[key, file] : state.files) {
        files.append(QDir(folder).filePath(file.path));
        folders.append(QFileInfo(files.last()).path());
    }
    folders.removeDuplicates();
    return (folders + files).mid(0, mostWatched);
}

/// All or none. Errors: Conflict (a note is not any more what was planned for), NotFound.
base::Result<int> applyEdits(Connection &connection,
                             const std::vector<NoteChange> &edits,
                             const QDateTime &now,
                             Changes &changes)
{
    library::NoteStore store(connection);
    for (NoteChange edit : edits) {
        edit.after->modified = now;
        if (const auto done = store.apply(edit, notes::JournalKind::Vault, changes); !done) {
            return base::unexpected(done.error());
        }
    }
    return static_cast<int>(edits.size());
}

bool isNews(const VaultReport &report)
{
    return report.filesWritten > 0 || report.notesChanged > 0 || !report.conflicts.empty()
           || !report.problems.empty();
}

} // namespace

VaultKeeper::VaultKeeper(library::Library &library,
                         work::WorkerPool &pool,
                         const base::Clock &clock,
                         std::chrono::milliseconds settle)
    : m_library(library)
    , m_pool(pool)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(settle);
    connect(&m_timer, &QTimer::timeout, this, &VaultKeeper::begin);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &VaultKeeper::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &VaultKeeper::look);
    connect(&library, &library::Library::changedOutside, this, &VaultKeeper::look);
    connect(&library, &library::Library::changed, this, [this](const Changes &changes) {
        if (!changes.notes.isEmpty()) {
            look();
        }
    });
}

VaultKeeper::~VaultKeeper() = default;

void VaultKeeper::setFolder(const QString &folder)
{
    if (folder == m_folder) {
        return;
    }
    m_folder = folder;
    m_lastFailure = {};
    m_vault = folder.isEmpty()
                  ? nullptr
                  : std::make_shared<vault::VaultFolder>(folder, libraryName(m_library));
    watch({});
    look();
}

QFuture<base::Result<VaultReport>> VaultKeeper::sync()
{
    QPromise<Report> promise;
    promise.start();
    const QFuture<Report> future = promise.future();
    m_waiting.push_back(std::move(promise));
    begin();
    return future;
}

void VaultKeeper::look()
{
    // Not begun anew: somebody who keeps writing would keep it away for ever.
    if (m_vault && !m_timer.isActive()) {
        m_timer.start();
    }
}

void VaultKeeper::begin()
{
    if (m_round > 0) {
        // What goes on may have looked already; finish() begins again for those who wait.
        look();
        return;
    }
    std::swap(m_answered, m_waiting);
    m_report = {};
    m_working = m_vault;
    beginRound();
}

void VaultKeeper::beginRound()
{
    ++m_round;
    if (!m_working) {
        finish(base::unexpected(ErrorCode::NotFound, QStringLiteral("there is no vault")));
        return;
    }
    if (m_round > mostRounds) {
        look();
        finish(base::unexpected(ErrorCode::Busy,
                                QStringLiteral("files or notes are changed all the time")));
        return;
    }
    library::NoteFilter all;
    all.deletedToo = true;
    const auto listed = m_library.read(
        [all](Connection &connection) { return library::NoteStore(connection).list(all); });
    work::comeBack(listed, this, [this](const base::Result<std::vector<Note>> &notes) {
        if (isOvertaken()) {
            return;
        }
        if (!notes) {
            finish(base::unexpected(notes.error()));
            return;
        }
        plan(*notes);
    });
}

void VaultKeeper::plan(const std::vector<Note> &notes)
{
    using Result = base::Result<Planned>;
    const auto work = [vault = m_working, folder = m_folder, notes](QPromise<Result> &promise) {
        const auto state = vault->read();
        if (!state) {
            promise.addResult(base::unexpected(state.error()));
            return;
        }
        promise.addResult(Planned{vault::planVault(*state, notes), watchedPaths(folder, *state)});
    };
    work::comeBack(m_pool.run<Result>(work), this, [this](const Result &planned) {
        if (isOvertaken()) {
            return;
        }
        if (!planned) {
            finish(base::unexpected(planned.error()));
            return;
        }
        watch(planned->watched);
        edit(*planned);
    });
}

void VaultKeeper::edit(const Planned &planned)
{
    if (planned.plan.edits.empty()) {
        write(planned);
        return;
    }
    const auto looked =
        m_pool.run<bool>([vault = m_working, plan = planned.plan](QPromise<bool> &promise) {
            promise.addResult(vault->isStill(plan));
        });
    work::comeBack(looked, this, [this, planned](bool still) {
        if (isOvertaken()) {
            return;
        }
        if (still) {
            apply(planned);
        } else {
            beginRound();
        }
    });
}

void VaultKeeper::apply(const Planned &planned)
{
    const auto applied = m_library.write(library::Durability::Full,
                                         [edits = planned.plan.edits, now = m_clock.now()](
                                             Connection &connection, Changes &changes) {
                                             return applyEdits(connection, edits, now, changes);
                                         });
    work::comeBack(applied, this, [this, planned](const base::Result<int> &done) {
        if (isOvertaken()) {
            return;
        }
        if (done) {
            m_report.notesChanged += *done;
            write(planned);
            return;
        }
        const ErrorCode code = done.error().code;
        if (code == ErrorCode::Conflict || code == ErrorCode::NotFound) {
            beginRound();
        } else {
            finish(base::unexpected(done.error()));
        }
    });
}

void VaultKeeper::write(const Planned &planned)
{
    // Of a conflict that is planned again both sides are already one: it is told the first time.
    for (const vault::VaultConflict &conflict : planned.plan.conflicts) {
        const auto &told = m_report.conflicts;
        if (std::find(told.begin(), told.end(), conflict) == told.end()) {
            m_report.conflicts.push_back(conflict);
        }
    }
    m_report.problems = planned.plan.problems;
    const auto work = [vault = m_working, plan = planned.plan](QPromise<Written> &promise) {
        Written result;
        for (const vault::VaultWrite &write : plan.writes) {
            if (promise.isCanceled()) {
                return;
            }
            const auto written = vault->write(write);
            if (!written) {
                result.problems.push_back({write.path, written.error()});
            } else if (!*written) {
                result.overtaken = true;
            } else if (write.bytes) {
                ++result.files;
            }
        }
        promise.addResult(result);
    };
    work::comeBack(m_pool.run<Written>(work), this, [this](const Written &written) {
        if (isOvertaken()) {
            return;
        }
        m_report.filesWritten += written.files;
        if (written.overtaken) {
            beginRound();
            return;
        }
        m_report.problems.insert(
            m_report.problems.end(), written.problems.begin(), written.problems.end());
        finish(m_report);
    });
}

void VaultKeeper::finish(const Report &report)
{
    m_round = 0;
    m_working.reset();
    std::vector<QPromise<Report>> answered = std::exchange(m_answered, {});
    for (QPromise<Report> &promise : answered) {
        promise.addResult(report);
        promise.finish();
    }
    if (report) {
        m_lastFailure = {};
        if (isNews(*report)) {
            emit synced(*report);
        }
    } else if (answered.empty() && report.error() != m_lastFailure) {
        m_lastFailure = report.error();
        emit failed(report.error());
    }
    if (!m_waiting.empty()) {
        begin();
    }
}

bool VaultKeeper::isOvertaken()
{
    if (m_working == m_vault) {
        return false;
    }
    m_round = 0;
    m_report = {};
    m_working = m_vault;
    beginRound();
    return true;
}

void VaultKeeper::watch(const QStringList &paths)
{
    const QStringList old = m_watcher.files() + m_watcher.directories();
    const QSet<QString> wanted(paths.begin(), paths.end());
    const QSet<QString> watched(old.begin(), old.end());
    const QStringList gone = (watched - wanted).values();
    const QStringList come = (wanted - watched).values();
    if (!gone.isEmpty()) {
        m_watcher.removePaths(gone);
    }
    // What changed after it was read and before it was watched would go unseen.
    if (!come.isEmpty() && m_watcher.addPaths(come).size() < come.size()) {
        look();
    }
}

} // namespace app::session
