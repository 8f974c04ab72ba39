// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/vault/vaultsync.h"

#include <QDateTime>
#include <QHash>
#include <QString>

namespace app::vault {

/// A vault on disk. Other programs (Obsidian, Syncthing, git) may write there at any time.
///
/// What was agreed on is kept in ".earmark/<library>" of the folder, one file per episode. Links
/// are never followed, hidden files and folders never looked into, files that are not ours never
/// written, and no file is ever deleted. Blocks. Thread: any, one at a time.
class VaultFolder final
{
public:
    /// \param folder  the vault; may itself be a link
    /// \param library  names the library in file names, so that several can share a vault
    VaultFolder(QString folder, QString library);

    /// Errors: NotFound (no such folder: a disk that is not there is no empty vault), Denied.
    [[nodiscard]] base::Result<VaultState> read();

    /// Whether the files of a plan are still what it was made for. Ask before its edits are done: a
    /// file that was read while somebody was writing it lacks its end.
    [[nodiscard]] bool isStill(const VaultPlan &plan) const;

    /// Does one write of a plan. \returns false when the file is not any more what was planned for:
    /// nothing is written then, read and plan again. Errors: Denied, DiskFull.
    [[nodiscard]] base::Result<bool> write(const VaultWrite &write);

private:
    /// The episode a file was about when it was last looked at.
    struct Seen
    {
        QDateTime modified;
        qint64 sizeBytes = 0;
        QString key;
    };

    [[nodiscard]] base::Result<void> readBases(VaultState &state) const;
    void findFiles(VaultState &state);
    void findBusy(VaultState &state) const;
    [[nodiscard]] QString keyOf(const QString &path, const QString &absolutePath);
    [[nodiscard]] base::Result<void> writeState(const VaultBase &base) const;

    QString m_folder;
    QString m_library;
    QString m_root; ///< the folder without links, once read
    QHash<QString, Seen> m_seen;
};

} // namespace app::vault
