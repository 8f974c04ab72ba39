// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/bytesource.h"
#include "app/timestamps/chapters.h"

#include <QByteArray>
#include <QByteArrayView>

namespace app::media::internal {

/// The chapters of an MP4: those of a track, which can have links and pictures, completed by those
/// of Nero's list. \param moov  what readMoov() gave
[[nodiscard]] timestamps::Chapters mp4Chapters(ByteSource &source, QByteArrayView moov);

/// The picture that is shown from there on; empty when there is none.
[[nodiscard]] QByteArray
mp4ChapterPicture(ByteSource &source, QByteArrayView moov, timestamps::MediaTime start);

} // namespace app::media::internal
