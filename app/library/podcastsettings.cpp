// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"
#include "app/library/internal/lookup.h"
#include "app/library/podcaststore.h"

#include <algorithm>
#include <cmath>

namespace app::library {
namespace {

using base::PodcastId;
using settings::PodcastSettings;
using settings::SilenceSkipping;
using std::chrono::milliseconds;

constexpr double slowest = 0.5;
constexpr double fastest = 3.0;

PodcastSettings readSettings(const Statement &statement)
{
    PodcastSettings own;
    if (!statement.isNull(0)) {
        own.speed = std::clamp(statement.real(0), slowest, fastest);
    }
    if (const auto silence = statement.optionalNumber(1)) {
        own.silence = static_cast<SilenceSkipping>(std::clamp<qint64>(*silence, 0, 3));
    }
    if (const auto level = statement.optionalNumber(2)) {
        own.level = *level != 0;
    }
    own.skipIntro = std::max(milliseconds(statement.number(3)), milliseconds(0));
    own.skipOutro = std::max(milliseconds(statement.number(4)), milliseconds(0));
    own.remotePictures = statement.flag(5);
    return own;
}

std::optional<double> sensibleSpeed(const std::optional<double> &speed)
{
    return speed && std::isfinite(*speed) ? std::optional(std::clamp(*speed, slowest, fastest))
                                          : std::nullopt;
}

} // namespace

base::Result<PodcastSettings> PodcastStore::settings(PodcastId id)
{
    auto statement =
        m_connection.prepare("SELECT s.speed, s.silence, s.level, s.skip_intro_ms,"
                             " s.skip_outro_ms, s.remote_pictures FROM podcasts p"
                             " LEFT JOIN podcast_settings s ON s.podcast_id = p.id WHERE p.id = ?",
                             id);
    const auto own = statement.next() ? std::optional(readSettings(statement)) : std::nullopt;
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    if (!own) {
        return internal::notFound(QStringLiteral("podcast"), QString::number(id.number()));
    }
    return *own;
}

base::Result<void>
PodcastStore::setSettings(PodcastId id, const PodcastSettings &own, Changes &changes)
{
    if (const auto there = settings(id); !there) {
        return base::unexpected(there.error());
    }
    changes.podcasts.insert(id);
    if (own == PodcastSettings()) {
        return m_connection.run("DELETE FROM podcast_settings WHERE podcast_id = ?", id);
    }
    auto statement =
        m_connection.prepare("INSERT OR REPLACE INTO podcast_settings (podcast_id, speed, silence,"
                             " level, skip_intro_ms, skip_outro_ms, remote_pictures)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?)",
                             id,
                             sensibleSpeed(own.speed));
    if (own.silence) {
        statement.bind(3, static_cast<int>(*own.silence));
    } else {
        statement.bind(3, nullptr);
    }
    statement.bind(4, own.level);
    statement.bind(5, own.skipIntro);
    statement.bind(6, own.skipOutro);
    statement.bind(7, own.remotePictures);
    return statement.run();
}

} // namespace app::library
