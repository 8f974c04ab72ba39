// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notes/codebook.h"

#include <QIdentityProxyModel>

namespace ui::notes::internal {

/// The rows of all notes with what a screen reader says of them.
class SpokenRows final : public QIdentityProxyModel
{
    Q_OBJECT

public:
    SpokenRows(const Codebook &codebook, QObject *parent);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QString spoken(const QModelIndex &index) const;

    const Codebook &m_codebook;
};

} // namespace ui::notes::internal
