// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/id3chapters.h"

#include "app/media/internal/bytereading.h"

#include <QByteArrayList>
#include <QHash>
#include <QSet>

namespace app::media::internal {

namespace {

constexpr quint32 notGiven = 0xFFFF'FFFF;

/// What an APIC frame holds: a picture, or the address of one.
struct Picture
{
    QString address;
    QByteArrayView bytes;
};

struct ChapterFrame
{
    QByteArray id;
    timestamps::Chapter chapter;
};

/// A table of contents names chapters and other tables.
struct Table
{
    bool isTop = false;
    QByteArrayList children;
};

[[nodiscard]] QByteArrayView takeName(QByteArrayView &bytes)
{
    const auto end = bytes.indexOf('\0');
    const auto name = bytes.first(end < 0 ? bytes.size() : end);
    bytes = bytes.sliced(end < 0 ? bytes.size() : end + 1);
    return name;
}

[[nodiscard]] std::optional<Picture> readPicture(QByteArrayView body)
{
    if (body.isEmpty()) {
        return std::nullopt;
    }
    const int encoding = body[0];
    auto rest = body.sliced(1);
    const bool isAddress = takeName(rest) == QByteArrayView("-->");
    if (rest.isEmpty()) {
        return std::nullopt;
    }
    const auto bytes = readId3Text(encoding, rest.sliced(1)).rest;
    if (isAddress) {
        const auto address = readId3Text(0, bytes).text;
        return address.isEmpty() ? std::nullopt : std::optional(Picture{address, {}});
    }
    return bytes.isEmpty() || bytes.size() > mostPictureBytes ? std::nullopt
                                                              : std::optional(Picture{{}, bytes});
}

[[nodiscard]] QString readLink(QByteArrayView id, QByteArrayView body)
{
    if (id == QByteArrayView("WXXX")) {
        return body.isEmpty() ? QString()
                              : readId3Text(0, readId3Text(body[0], body.sliced(1)).rest).text;
    }
    const bool isLink = id == QByteArrayView("WOAF") || id == QByteArrayView("WOAR")
                        || id == QByteArrayView("WOAS") || id == QByteArrayView("WPUB");
    return isLink ? readId3Text(0, body).text : QString();
}

/// The first of each is meant: some programs write a second title for others' sake.
void readParts(const Id3Frames &parts, timestamps::Chapter &chapter)
{
    forEachFrame(parts, [&](QByteArrayView id, QByteArrayView body) {
        if (id == QByteArrayView("TIT2") && chapter.title.isEmpty()) {
            chapter.title = id3FrameText(body);
        } else if (id.startsWith("W") && chapter.url.isEmpty()) {
            chapter.url = readLink(id, body);
        } else if (id == QByteArrayView("APIC") && !chapter.hasImage) {
            if (const auto picture = readPicture(body)) {
                chapter.image = picture->address;
                chapter.hasImage = true;
            }
        }
        return true;
    });
}

/// Name and times of a CHAP frame; what is left in \p body are its parts.
[[nodiscard]] std::optional<ChapterFrame> readTimes(QByteArrayView &body)
{
    ChapterFrame frame;
    frame.id = takeName(body).toByteArray();
    BigEndianReader reader(body);
    const auto start = reader.number<quint32>();
    const auto end = reader.number<quint32>();
    reader.skip(8); // byte offsets
    if (!reader.isOk() || start == notGiven) {
        return std::nullopt;
    }
    frame.chapter.start = timestamps::MediaTime::fromMs(start);
    if (end != notGiven && end > start) {
        frame.chapter.end = timestamps::MediaTime::fromMs(end);
    }
    body = reader.rest();
    return frame;
}

[[nodiscard]] std::pair<QByteArray, Table> readTable(QByteArrayView body)
{
    auto id = takeName(body).toByteArray();
    BigEndianReader reader(body);
    Table table;
    table.isTop = (reader.number<quint8>() & 2) != 0;
    const int count = reader.number<quint8>();
    auto names = reader.rest();
    for (int i = 0; i < count && !names.isEmpty(); ++i) {
        table.children.append(takeName(names).toByteArray());
    }
    return {std::move(id), std::move(table)};
}

/// Names that can be reached from the top tables. Where none is marked as such, those are at the
/// top that no other names; tables that name each other in a circle have no top and all count.
[[nodiscard]] QSet<QByteArray> namedChapters(const QHash<QByteArray, Table> &tables)
{
    QSet<QByteArray> children;
    QByteArrayList open;
    for (auto table = tables.begin(); table != tables.end(); ++table) {
        children.unite({table->children.begin(), table->children.end()});
        if (table->isTop) {
            open.append(table.key());
        }
    }
    for (auto table = tables.begin(); open.isEmpty() && table != tables.end(); ++table) {
        if (!children.contains(table.key())) {
            open.append(table.key());
        }
    }
    if (open.isEmpty()) {
        return children;
    }
    QSet<QByteArray> seen;
    while (!open.isEmpty()) {
        for (const auto &child : tables.value(open.takeLast()).children) {
            if (!seen.contains(child)) {
                seen.insert(child);
                open.append(child);
            }
        }
    }
    return seen;
}

void hideUnnamed(std::vector<ChapterFrame> &frames, const QSet<QByteArray> &named)
{
    const bool anyNamed = std::any_of(
        frames.begin(), frames.end(), [&](const auto &frame) { return named.contains(frame.id); });
    for (auto &frame : frames) {
        frame.chapter.listed = !anyNamed || named.contains(frame.id);
    }
}

} // namespace

timestamps::Chapters id3Chapters(const Id3Frames &tag)
{
    std::vector<ChapterFrame> frames;
    QHash<QByteArray, Table> tables;
    forEachFrame(tag, [&](QByteArrayView id, QByteArrayView body) {
        if (id == QByteArrayView("CTOC") && tables.size() < static_cast<qsizetype>(mostChapters)) {
            auto [name, table] = readTable(body);
            tables.insert(name, std::move(table));
        } else if (id == QByteArrayView("CHAP") && frames.size() < mostChapters) {
            if (auto frame = readTimes(body)) {
                readParts({tag.version, body}, frame->chapter);
                frames.push_back(*std::move(frame));
            }
        }
        return true;
    });
    hideUnnamed(frames, namedChapters(tables));
    timestamps::Chapters chapters;
    for (auto &frame : frames) {
        chapters.push_back(std::move(frame.chapter));
    }
    timestamps::sortChapters(chapters);
    return chapters;
}

QByteArray id3ChapterPicture(const Id3Frames &tag, timestamps::MediaTime start)
{
    QByteArray found;
    forEachFrame(tag, [&](QByteArrayView id, QByteArrayView body) {
        if (id != QByteArrayView("CHAP")) {
            return true;
        }
        const auto frame = readTimes(body);
        if (!frame || frame->chapter.start != start) {
            return true;
        }
        forEachFrame({tag.version, body}, [&](QByteArrayView part, QByteArrayView content) {
            if (part == QByteArrayView("APIC")) {
                if (const auto picture = readPicture(content)) {
                    found = picture->bytes.toByteArray();
                    return false;
                }
            }
            return true;
        });
        return found.isEmpty();
    });
    return found;
}

} // namespace app::media::internal
