// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/notes/note.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace app::exports {

/// The address that opens a note's place in Earmark:
/// earmark://episode/<podcast guid or SHA-1 of the feed address>/<guid>?t=270.5,285&h=<note id>
/// Spaces are %20, never '+'. Thread: any.
[[nodiscard]] QString deepLink(const notes::Note &note);

/// The same for a place in an episode that no note is about.
[[nodiscard]] QString deepLink(const notes::EpisodeRef &episode, timestamps::MediaTime place);

/// What an earmark: address names. At least an item's guid with a podcast, or a note, is there.
struct DeepLink
{
    QString podcastKey; ///< the podcast's guid, or the SHA-1 in hex of its feed's address
    QString feedUrl;    ///< http or https, in the form that names it; else empty
    QString itemGuid;   ///< as in the feed; the enclosure's address for an item without a guid
    std::optional<timestamps::MediaTime> start;
    std::optional<timestamps::MediaTime> end; ///< after start
    base::NoteId note;                        ///< may be invalid

    bool operator==(const DeepLink &) const = default;
};

/// Reads an earmark: address, strictly; three forms are known:
/// earmark://episode/<podcast key>/<item guid>?t=START[,END]&h=NOTE,
/// earmark://episode?feed=<feed address>&guid=<item guid>&t=...&h=..., earmark://note/NOTE.
/// "earmark:episode..." without the slashes is the same; unknown keys of the query are ignored.
/// \param link  percent-encoded, as it was clicked
/// Errors: Malformed, TooLarge (over 8,192 characters), Unsupported (another scheme or kind); the
/// detail says what is wrong with it and never repeats more than a few words of it. Thread: any.
[[nodiscard]] base::Result<DeepLink> parseDeepLink(const QString &link);
[[nodiscard]] base::Result<DeepLink> parseDeepLink(const QUrl &link);

/// Whether a link is about this episode. A link with a note alone is about none.
[[nodiscard]] bool isAbout(const DeepLink &link, const notes::EpisodeRef &episode);

} // namespace app::exports
