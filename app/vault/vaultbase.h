// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/vault/vaultfile.h"
#include "app/vault/vaultheader.h"

#include <QByteArray>
#include <QString>

#include <map>

namespace app::vault {

/// What a file and the library last agreed on: where an edit began, on either side.
struct VaultBase
{
    QString key;     ///< of the episode
    QString path;    ///< of its file, from the vault's folder, with '/'
    QByteArray hash; ///< SHA-256 in hex of the file
    VaultHeader header;
    /// With our own frames; a note whose section the user took out is still here.
    std::map<base::NoteId, VaultNote> notes;

    bool operator==(const VaultBase &) const = default;
};

[[nodiscard]] QByteArray writeBase(const VaultBase &base);

/// Errors: Malformed, Unsupported (written by a newer version).
[[nodiscard]] base::Result<VaultBase> readBase(const QByteArray &json);

/// SHA-256 in hex.
[[nodiscard]] QByteArray hashOf(const QByteArray &bytes);

} // namespace app::vault
