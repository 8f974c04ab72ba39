// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/chapters.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <optional>
#include <vector>

namespace app::media::internal {

/// Where bytes of a file are to lie; nothing when they are nowhere in it.
using NewPlace = std::function<std::optional<qint64>(qint64 place)>;

/// The chapters of an MP4, made ready to be put into its table: as a track of texts, which most
/// players read, and as Nero's list.
class Mp4ChapterTrack final
{
public:
    /// \param whole  of the sound: where the last chapter ends
    Mp4ChapterTrack(const timestamps::Chapters &chapters, timestamps::Duration whole);

    [[nodiscard]] bool isEmpty() const { return m_texts.isEmpty(); }

    /// The samples one after the other, as they are to lie in the file.
    [[nodiscard]] const QByteArray &texts() const { return m_texts; }

    /// A table with these chapters in place of those it has; all else in it stays. Its size does
    /// not depend on places.
    /// \param moov      what is inside of the old one
    /// \param newPlace  asked once for every chunk of the tracks that stay
    /// \param textsAt   where texts() lies in the file
    /// Nothing comes of a table that is damaged, or when a place is nowhere or too far for it.
    /// Source: ISO/IEC 14496-12; QuickTime File Format, "Chapter lists"; Nero's "chpl" as found.
    [[nodiscard]] std::optional<QByteArray>
    tableWith(QByteArrayView moov, const NewPlace &newPlace, qint64 textsAt) const;

private:
    [[nodiscard]] QByteArray track(quint32 id, quint32 movieScale, qint64 textsAt) const;
    [[nodiscard]] QByteArray sampleTable(qint64 textsAt) const;

    QByteArray m_texts;
    std::vector<quint32> m_sizes;     ///< of the samples, bytes
    std::vector<quint32> m_durations; ///< of the samples, ms
    QByteArray m_neroList;
    qint64 m_wholeMs = 0;
};

} // namespace app::media::internal
