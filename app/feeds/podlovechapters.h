// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/chapters.h"

#include <QByteArray>

namespace app::feeds {

/// Chapters as a document of its own, for an item's atom:link or to be pasted into a feed; the same
/// chapters give the same bytes. What is not listed cannot be said there and is left out.
/// Thread: any.  Source: Podlove Simple Chapters 1.2.
[[nodiscard]] QByteArray writePodloveChapters(const timestamps::Chapters &chapters);

} // namespace app::feeds
