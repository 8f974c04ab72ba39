// SPDX-License-Identifier: GPL-3.0-or-later
// How episodes are dragged: within the queue, onto it, and out of the window.
#include "ui/models/episodemodel.h"

#include <algorithm>
#include <memory>

namespace ui::models {

using app::base::EpisodeId;
using State = app::library::EpisodeFilter::State;

QString EpisodeModel::mimeType()
{
    return QStringLiteral("application/x-earmark-episode");
}

std::optional<EpisodeId> EpisodeModel::episodeIn(const QMimeData *data)
{
    bool isNumber = false;
    const qint64 number = data ? data->data(mimeType()).toLongLong(&isNumber) : 0;
    return isNumber && number > 0 ? std::optional(EpisodeId(number)) : std::nullopt;
}

Qt::ItemFlags EpisodeModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    if (index.isValid()) {
        return usual | Qt::ItemIsDragEnabled;
    }
    // Between the rows, never onto one.
    return m_filter.state == State::Queued ? usual | Qt::ItemIsDropEnabled : usual;
}

QStringList EpisodeModel::mimeTypes() const
{
    return {mimeType()};
}

QMimeData *EpisodeModel::mimeData(const QModelIndexList &indexes) const
{
    const auto *const episode = indexes.isEmpty() ? nullptr : episodeAt(indexes.front().row());
    if (!episode) {
        return nullptr;
    }
    auto data = std::make_unique<QMimeData>();
    data->setData(mimeType(), QByteArray::number(episode->id.number()));
    data->setText(episode->title);
    return data.release();
}

Qt::DropActions EpisodeModel::supportedDragActions() const
{
    return Qt::CopyAction | Qt::MoveAction;
}

Qt::DropActions EpisodeModel::supportedDropActions() const
{
    return Qt::CopyAction | Qt::MoveAction;
}

bool EpisodeModel::canDropMimeData(
    const QMimeData *data, Qt::DropAction, int row, int, const QModelIndex &parent) const
{
    return m_filter.state == State::Queued && m_filter.titleContains.isEmpty()
           && (row >= 0 || parent.isValid() || m_rows.empty()) && episodeIn(data);
}

bool EpisodeModel::dropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent)) {
        return false;
    }
    const EpisodeId episode = *episodeIn(data);
    const int before = row >= 0 ? row : std::max(parent.row(), 0);
    const auto now = rowOf(episode);
    emit queueDropped(episode, now && *now < before ? before - 1 : before);
    // The view would take the dragged row out after a move; the library tells what became of it.
    return false;
}

} // namespace ui::models
