// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/feedhash.h"

#include "app/library/internal/json.h"

#include <QCryptographicHash>

namespace app::library::internal {
namespace {

constexpr qint64 formNumber = 1;

/// Feeds values to the hash with their lengths, so that moving text between fields shows.
class Hasher final
{
public:
    Hasher() { add(formNumber); }

    void add(qint64 number)
    {
        m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(&number), sizeof number));
    }

    void add(const QString &text)
    {
        add(qint64(text.size()));
        m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(text.utf16()),
                                      text.size() * qsizetype(sizeof(char16_t))));
    }

    void add(double number) { add(QString::number(number, 'g', 17)); }

    void add(const QDateTime &date) { add(date.isValid() ? date.toMSecsSinceEpoch() : -1); }

    void add(timestamps::Duration duration) { add(qint64(duration.count())); }

    void add(int number) { add(qint64(number)); }

    template <typename Value>
    void add(const std::optional<Value> &value)
    {
        add(qint64(value.has_value()));
        if (value) {
            add(*value);
        }
    }

    [[nodiscard]] QByteArray result() const { return m_hash.result(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha1};
};

} // namespace

QByteArray hashOf(const feeds::Feed &feed)
{
    Hasher hasher;
    for (const QString *text : {&feed.title,
                                &feed.link,
                                &feed.description,
                                &feed.author,
                                &feed.language,
                                &feed.image,
                                &feed.guid,
                                &feed.type,
                                &feed.nextPage}) {
        hasher.add(*text);
    }
    hasher.add(podcastDetails(feed));
    return hasher.result();
}

QByteArray hashOf(const feeds::FeedEpisode &episode)
{
    Hasher hasher;
    for (const QString *text : {&episode.guid,
                                &episode.title,
                                &episode.link,
                                &episode.description,
                                &episode.image,
                                &episode.enclosureUrl,
                                &episode.enclosureType,
                                &episode.episodeType,
                                &episode.chaptersUrl}) {
        hasher.add(*text);
    }
    hasher.add(episode.published);
    hasher.add(episode.duration);
    hasher.add(episode.enclosureLengthBytes);
    hasher.add(episode.season);
    hasher.add(episode.episode);
    hasher.add(qint64(episode.isExplicit));
    hasher.add(episodeDetails(episode));
    hasher.add(chapterList(episode.chapters));
    return hasher.result();
}

} // namespace app::library::internal
