// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/noteindexer.h"

#include "app/library/connection.h"
#include "app/library/internal/folding.h"
#include "app/library/internal/idplaces.h"
#include "app/library/internal/noterows.h"
#include "app/library/internal/typedwords.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>

namespace app::library::internal {
namespace {

QString asJson(const QJsonArray &values)
{
    return QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
}

template <typename Values, typename ToNumber>
QString numbersAsJson(const Values &values, ToNumber toNumber)
{
    QJsonArray numbers;
    for (const auto &value : values) {
        numbers.append(toNumber(value));
    }
    return asJson(numbers);
}

/// The tags that are asked for, each once, as they are stored for finding.
QStringList foldedTags(const QStringList &tags)
{
    QStringList folded;
    for (const QString &tag : tags) {
        if (!tag.isEmpty()) {
            folded.append(tag.toCaseFolded());
        }
    }
    folded.removeDuplicates();
    return folded;
}

bool wantsUntagged(const QStringList &tags)
{
    return std::any_of(tags.begin(), tags.end(), [](const QString &tag) { return tag.isEmpty(); });
}

/// What notes are put together by, as far as a row tells.
QByteArray keySql(NoteGroup group)
{
    switch (group) {
    case NoteGroup::Podcast:
        return "CASE WHEN n.feed_url != '' THEN n.feed_url ELSE n.podcast_title END";
    case NoteGroup::Episode:
        return "CASE WHEN n.feed_url != '' THEN n.feed_url ELSE n.podcast_title END || char(10) ||"
               " CASE WHEN n.episode_guid != '' THEN n.episode_guid ELSE n.episode_title END";
    case NoteGroup::None:
    case NoteGroup::Tag:
    case NoteGroup::Color:
    case NoteGroup::Day:
        break;
    }
    return "''";
}

QByteArray sortSql(NoteSort sort)
{
    switch (sort) {
    case NoteSort::Newest:
    case NoteSort::Oldest:
        return "n.created_ms";
    case NoteSort::Changed:
        return "n.modified_ms";
    case NoteSort::Place:
        break;
    }
    return "0";
}

/// What groups are ordered by.
QString rank(NoteGroup group, const NoteGroupHead &head)
{
    switch (group) {
    case NoteGroup::Podcast:
        return folded(head.title) + QChar(0) + head.key;
    case NoteGroup::Tag:
        return head.key.isEmpty() ? QString(QChar(0xFFFF)) : folded(head.key) + QChar(0) + head.key;
    case NoteGroup::Color:
        return QString::number(storedColor(*notes::colorFromName(head.key)));
    case NoteGroup::None:
    case NoteGroup::Episode:
    case NoteGroup::Day:
        break;
    }
    return QString();
}

} // namespace

base::Result<NoteIndex> NoteIndexer::run()
{
    auto done = readRows();
    if (done) {
        sortRows();
        done = m_query.group == NoteGroup::Tag ? groupByTag() : nameGroups();
    }
    if (!done) {
        return base::unexpected(done.error());
    }
    orderGroups();
    return lines();
}

QByteArray NoteIndexer::sql() const
{
    QByteArray sql = "SELECT n.number, n.id, n.published_ms IS NULL, " + sortSql(m_query.sort)
                     + ", n.color, n.created_ms, " + keySql(m_query.group)
                     + " FROM notes n INDEXED BY notes_in_order WHERE n.deleted_ms IS "
                     + (m_query.inBin ? "NOT NULL" : "NULL");
    const auto where = [&sql](bool wanted, const char *condition) {
        if (wanted) {
            sql += " AND ";
            sql += condition;
        }
    };
    where(!m_query.feedUrls.isEmpty(), "n.feed_url IN (SELECT value FROM json_each(?1))");
    where(!m_query.episodes.empty(), "n.episode_id IN (SELECT value FROM json_each(?2))");
    where(!m_query.colors.empty(), "n.color IN (SELECT value FROM json_each(?3))");
    where(!m_query.states.empty(), "n.anchor_state IN (SELECT value FROM json_each(?4))");
    where(m_query.starred.has_value(), "n.starred = ?5");
    where(m_query.since.isValid(), "n.created_ms >= ?6");
    where(m_query.until.isValid(), "n.created_ms < ?7");
    where(!matchFor(m_query.text).isEmpty(),
          "n.number IN (SELECT rowid FROM note_search WHERE note_search MATCH ?8)");
    where(!foldedTags(m_query.tags).isEmpty(),
          "n.id IN (SELECT note_id FROM note_tags"
          " WHERE tag_folded IN (SELECT value FROM json_each(?9))"
          " GROUP BY note_id HAVING count(DISTINCT tag_folded) = ?10)");
    where(wantsUntagged(m_query.tags),
          "NOT EXISTS (SELECT 1 FROM note_tags t WHERE t.note_id = n.id)");
    return sql + " ORDER BY n.published_ms, n.feed_url, n.episode_guid, n.start_ms, n.id";
}

Statement NoteIndexer::statement()
{
    const QByteArray text = sql();
    auto statement = m_connection.prepare(std::string_view(text.constData()));
    // A parameter that is not in the statement must not be bound.
    const auto bind = [&](bool wanted, int parameter, const auto &value) {
        if (wanted) {
            statement.bind(parameter, value);
        }
    };
    const QStringList tags = foldedTags(m_query.tags);
    const QString match = matchFor(m_query.text);
    bind(!m_query.feedUrls.isEmpty(), 1, asJson(QJsonArray::fromStringList(m_query.feedUrls)));
    bind(!m_query.episodes.empty(), 2, numbersAsJson(m_query.episodes, [](base::EpisodeId id) {
        return id.number();
    }));
    bind(!m_query.colors.empty(), 3, numbersAsJson(m_query.colors, storedColor));
    bind(!m_query.states.empty(), 4, numbersAsJson(m_query.states, storedState));
    bind(m_query.starred.has_value(), 5, m_query.starred.value_or(false));
    bind(m_query.since.isValid(), 6, m_query.since);
    bind(m_query.until.isValid(), 7, m_query.until);
    bind(!match.isEmpty(), 8, match);
    bind(!tags.isEmpty(), 9, asJson(QJsonArray::fromStringList(tags)));
    bind(!tags.isEmpty(), 10, tags.size());
    return statement;
}

base::Result<void> NoteIndexer::readRows()
{
    auto found = statement();
    while (found.next()) {
        auto &rows = found.flag(2) ? m_undated : m_rows;
        rows.push_back({base::NoteId(found.text(1)), found.number(3), groupOf(found)});
    }
    std::move(m_undated.begin(), m_undated.end(), std::back_inserter(m_rows));
    return found.finish();
}

void NoteIndexer::sortRows()
{
    if (m_query.sort == NoteSort::Oldest) {
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) {
            return a.sortMs < b.sortMs;
        });
    } else if (m_query.sort != NoteSort::Place) {
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) {
            return a.sortMs > b.sortMs;
        });
    }
}

int NoteIndexer::groupOf(const Statement &statement)
{
    switch (m_query.group) {
    case NoteGroup::Podcast:
    case NoteGroup::Episode:
        return groupSpelled(statement.bytes(6), statement.number(0));
    case NoteGroup::Color:
        return groupCalled(notes::colorName(colorOf(statement.number(4))), 0);
    case NoteGroup::Day:
        return groupOfDay(statement.number(5));
    case NoteGroup::None:
    case NoteGroup::Tag:
        break;
    }
    return 0;
}

int NoteIndexer::groupCalled(const QString &key, qint64 note)
{
    const auto known = m_groupNumbers.constFind(key);
    if (known != m_groupNumbers.constEnd()) {
        return *known;
    }
    const int number = static_cast<int>(m_groups.size());
    m_groups.push_back({key, key, 0});
    m_examples.push_back(note);
    m_groupNumbers.insert(key, number);
    return number;
}

int NoteIndexer::groupSpelled(const QByteArray &key, qint64 note)
{
    if (m_lastGroup < 0 || key != m_lastKey) {
        m_lastGroup = groupCalled(QString::fromUtf8(key), note);
        m_lastKey = key;
    }
    return m_lastGroup;
}

int NoteIndexer::groupOfDay(qint64 ms)
{
    // Time zones differ from UTC by quarters of an hour, and telling the date takes its time.
    constexpr qint64 quarter = 15 * 60 * 1000;
    const qint64 number = ms >= 0 ? ms / quarter : (ms - quarter + 1) / quarter;
    if (const auto known = m_days.constFind(number); known != m_days.constEnd()) {
        return *known;
    }
    const QDate day = QDateTime::fromMSecsSinceEpoch(ms, Qt::LocalTime).date();
    const int group = groupCalled(day.toString(Qt::ISODate), 0);
    m_days.insert(number, group);
    return group;
}

base::Result<void> NoteIndexer::nameGroups()
{
    const bool byPodcast = m_query.group == NoteGroup::Podcast;
    if (!byPodcast && m_query.group != NoteGroup::Episode) {
        return {};
    }
    auto title =
        m_connection.prepare(byPodcast ? "SELECT podcast_title FROM notes WHERE number = ?"
                                       : "SELECT episode_title FROM notes WHERE number = ?");
    for (std::size_t at = 0; at < m_groups.size(); ++at) {
        title.bind(1, m_examples[at]);
        if (title.next()) {
            m_groups[at].title = title.text(0);
        }
        if (auto done = title.finish(); !done) {
            return done;
        }
    }
    return {};
}

base::Result<void> NoteIndexer::spellTags()
{
    for (NoteGroupHead &head : m_groups) {
        auto spelled = spelledTag(m_connection, head.key);
        if (!spelled) {
            return base::unexpected(spelled.error());
        }
        head.title = *std::move(spelled);
    }
    return {};
}

base::Result<void> NoteIndexer::groupByTag()
{
    IdPlaces places;
    places.reserve(static_cast<qsizetype>(m_rows.size()));
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        places.insert(m_rows[at].id.text().toUtf8(), static_cast<int>(at));
    }
    std::vector<std::pair<int, int>> tagged; // place of the row, group
    std::vector<bool> hasTag(m_rows.size(), false);
    // In the order of the index, which has all of it but how tags are spelled.
    auto tags = m_connection.prepare("SELECT note_id, tag_folded FROM note_tags"
                                     " INDEXED BY note_tags_by_tag ORDER BY tag_folded");
    while (tags.next()) {
        const int place = places.find(tags.bytes(0));
        if (place < 0) {
            continue;
        }
        hasTag[static_cast<std::size_t>(place)] = true;
        tagged.emplace_back(place, groupSpelled(tags.bytes(1), 0));
    }
    if (auto done = tags.finish(); !done) {
        return done;
    }
    if (auto done = spellTags(); !done) {
        return done;
    }
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        if (!hasTag[at]) {
            tagged.emplace_back(static_cast<int>(at), groupCalled(QStringLiteral(""), 0));
        }
    }
    std::sort(tagged.begin(), tagged.end());
    tagged.erase(std::unique(tagged.begin(), tagged.end()), tagged.end());
    std::vector<Row> rows;
    rows.reserve(tagged.size());
    for (const auto &[place, group] : tagged) {
        rows.push_back({m_rows[static_cast<std::size_t>(place)].id, 0, group});
    }
    m_rows = std::move(rows);
    return {};
}

std::vector<int> NoteIndexer::placesOfGroups() const
{
    std::vector<int> places(m_groups.size(), -1);
    if (m_query.group == NoteGroup::Day || m_query.group == NoteGroup::Episode) {
        // They were met in the order of places, which sorting may have changed.
        int next = 0;
        for (const Row &row : m_rows) {
            if (int &place = places[static_cast<std::size_t>(row.group)]; place < 0) {
                place = next++;
            }
        }
        return places;
    }
    std::vector<std::pair<QString, std::size_t>> order;
    for (std::size_t at = 0; at < m_groups.size(); ++at) {
        order.emplace_back(rank(m_query.group, m_groups[at]), at);
    }
    std::sort(order.begin(), order.end());
    for (std::size_t at = 0; at < order.size(); ++at) {
        places[order[at].second] = static_cast<int>(at);
    }
    return places;
}

void NoteIndexer::orderGroups()
{
    if (m_groups.empty()) {
        return;
    }
    const std::vector<int> places = placesOfGroups();
    std::vector<NoteGroupHead> heads(m_groups.size());
    for (std::size_t at = 0; at < places.size(); ++at) {
        heads[static_cast<std::size_t>(places[at])] = std::move(m_groups[at]);
    }
    m_groups = std::move(heads);
    for (Row &row : m_rows) {
        row.group = places[static_cast<std::size_t>(row.group)];
        ++m_groups[static_cast<std::size_t>(row.group)].count;
    }
}

NoteIndex NoteIndexer::lines() const
{
    NoteIndex index{m_groups, std::vector<NoteIndexLine>(m_rows.size())};
    std::vector<std::size_t> next(std::max<std::size_t>(m_groups.size(), 1), 0);
    for (std::size_t group = 1; group < m_groups.size(); ++group) {
        next[group] = next[group - 1] + static_cast<std::size_t>(m_groups[group - 1].count);
    }
    for (const Row &row : m_rows) {
        index.lines[next[static_cast<std::size_t>(row.group)]++] = {row.id, row.group};
    }
    return index;
}

} // namespace app::library::internal
