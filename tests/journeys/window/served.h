// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/capturingoutput.h"
#include "tests/support/httpfixture.h"
#include "tests/support/positioncode.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <optional>

namespace tests {

/// An item of a feed; its enclosure lies under \p path.
[[nodiscard]] inline QString feedItem(const HttpFixture &server,
                                      const QString &guid,
                                      const QString &path,
                                      const QString &more = {})
{
    return QStringLiteral("<item><title>Episode %1</title><guid>%1</guid>"
                          "<enclosure url=\"%2\" type=\"audio/mpeg\" length=\"1\"/>%3</item>")
        .arg(guid, server.address(path), more);
}

[[nodiscard]] inline HttpRoute feedRoute(const QString &title, const QString &items)
{
    HttpRoute route;
    route.contentType = "application/rss+xml";
    route.body = QStringLiteral("<?xml version=\"1.0\"?><rss version=\"2.0\" "
                                "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" "
                                "xmlns:psc=\"http://podlove.org/simple-chapters\" "
                                "xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"><channel>"
                                "<title>%1</title>%2</channel></rss>")
                     .arg(title, items)
                     .toUtf8();
    return route;
}

[[nodiscard]] inline QByteArray wholeFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Seconds \p from to \p to of the position code as a file of this suffix; empty without ffmpeg.
[[nodiscard]] inline QByteArray
codedPiece(const QTemporaryDir &folder, const QString &suffix, double from, double to)
{
    const QString path =
        folder.filePath(QStringLiteral("piece-%1-%2.%3").arg(from).arg(to).arg(suffix));
    const bool made = encodePositionCode({QStringLiteral("-ss"),
                                          QString::number(from),
                                          QStringLiteral("-t"),
                                          QString::number(to - from)},
                                         path);
    return made ? wholeFile(path) : QByteArray();
}

/// Where the first sound since a frame that is from near a place is from, in ms of the position
/// code. Nothing when no such sound was heard.
[[nodiscard]] inline std::optional<double>
firstHeard(const Capture &capture, qint64 since, double near)
{
    constexpr std::size_t step = 2 * codeRate / 1000 * 5;
    constexpr std::size_t piece = 2 * codeRate / 1000 * 120;
    const auto sound = capture.heardSince(since);
    for (std::size_t begin = 0; begin + piece <= sound.size(); begin += step) {
        while (begin + piece < sound.size() && sound[begin] == 0.0F) {
            begin += 2;
        }
        const auto place = heardPlace(std::span(sound).subspan(begin));
        if (place && place->likeness > 0.9 && std::abs(place->ms - near) < 400) {
            return place->ms;
        }
    }
    return std::nullopt;
}

/// Where the first sound since a frame is from, in ms of the position code; its first 20 ms may
/// fade in and count as heard. Nothing when it is silent or no such sound.
[[nodiscard]] inline std::optional<double> firstHeard(const Capture &capture, qint64 since)
{
    const auto sound = capture.heardSince(since);
    const auto loud =
        std::find_if(sound.begin(), sound.end(), [](float value) { return value != 0.0F; });
    const auto begin = static_cast<std::size_t>(loud - sound.begin()) / 2 * 2 + 2 * 960;
    if (begin + 2 * 48 * 100 > sound.size()) {
        return std::nullopt;
    }
    const auto place = heardPlace(std::span(sound).subspan(begin));
    return place ? std::optional(place->ms - 20) : std::nullopt;
}

} // namespace tests
