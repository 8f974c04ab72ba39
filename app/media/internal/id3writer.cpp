// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/id3writer.h"

#include <taglib/id3v2tag.h>

namespace app::media::internal {

namespace {

[[nodiscard]] TagLib::String toTag(const QString &text)
{
    return {text.left(longestTag).toUtf8().toStdString(), TagLib::String::UTF8};
}

} // namespace

QByteArray renderId3(const SoundTags &tags)
{
    TagLib::ID3v2::Tag tag;
    tag.setTitle(toTag(tags.title));
    tag.setArtist(toTag(tags.artist));
    tag.setAlbum(toTag(tags.album));
    tag.setComment(toTag(tags.comment));
    if (tag.isEmpty()) {
        return {};
    }
    const auto bytes = tag.render(TagLib::ID3v2::v3);
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

} // namespace app::media::internal
