// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/bytesource.h"

#include <QString>

#include <atomic>
#include <memory>

namespace app::media {

/// What tells one recording from another, whatever its file is called and tagged: the SHA-256 in
/// hex of the bytes of its coded sound, in order. Tags, pictures, chapters and how a container
/// divides the sound do not count. The same sound coded anew has another.
///
/// Reads the whole file once and decodes nothing. What is damaged counts as it is.
/// \param cancelled  looked at for each packet; when set the result is Busy
/// Errors: those of Decoder::open, and the source's own. Thread: any worker.
[[nodiscard]] base::Result<QString> hashSound(const std::shared_ptr<ByteSource> &source,
                                              const std::atomic<bool> &cancelled);

} // namespace app::media
