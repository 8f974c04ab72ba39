// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/internal/placefinder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace app::notes::internal {

namespace {

constexpr double quoteWeight = 50;
constexpr double contextWeight = 15; ///< of each side
constexpr double timeWeight = 20;
constexpr double timeReachMs = 30'000;
constexpr qint64 nearMs = 90'000;
/// By how much the best place has to be better than others: a little in any case, more if much of
/// the quote stands there too and time does not tell the two apart, most if time prefers the other.
constexpr double leastMargin = 0.05;
constexpr double repeatMargin = 0.2;
constexpr double nearerMargin = 0.3;
constexpr double clearlyNearer = 0.15;
constexpr double clearlyFurther = 0.5;
constexpr double repeatedQuote = 0.6;
constexpr std::size_t mostHits = 200'000;
constexpr std::size_t mostPlaces = 256;
constexpr std::size_t mostWordsCompared = 16'384; ///< in all places, of the quote

std::vector<WordId> reversed(std::span<const WordId> words)
{
    return {words.rbegin(), words.rend()};
}

std::size_t minus(std::size_t a, std::size_t b)
{
    return a > b ? a - b : 0;
}

double marginOver(const Place &other, const Place &best)
{
    const double nearer = other.time - best.time;
    if (nearer > clearlyNearer)
        return nearerMargin;
    const bool unchanged = best.errors == 0 && best.context >= 0.95;
    const bool repeat = other.quote >= repeatedQuote && nearer > -clearlyFurther;
    return repeat && !unchanged ? repeatMargin : leastMargin;
}

bool aboutTheSame(const Place &a, const Place &b)
{
    const std::size_t begin = std::max(a.first, b.first);
    const std::size_t end = std::min(a.last, b.last) + 1;
    const std::size_t shorter = std::min(a.last - a.first, b.last - b.first) + 1;
    return end > begin && (end - begin) * 2 > shorter;
}

} // namespace

PlaceFinder::PlaceFinder(const WordIndex &index, const QuoteWords &quote, qint64 expectedMs)
    : m_index(index)
    , m_quote(quote)
    , m_expectedMs(expectedMs)
    , m_pattern(quote.quote, index.idCount())
    , m_reversed(reversed(quote.quote), index.idCount())
    , m_mostErrors(static_cast<int>(quote.quote.size() / 2))
{}

double PlaceFinder::quoteBits() const
{
    double bits = 0;
    const auto all = static_cast<double>(m_index.ids().size());
    for (const WordId id : m_quote.quote) {
        if (id != 0)
            bits += std::log2(all / static_cast<double>(m_index.placesOf(id).size()));
    }
    return bits;
}

Found PlaceFinder::find()
{
    double best = 0;
    const bool timed = hasTimes();
    if (timed) {
        search(nearStretch(), m_mostErrors);
        scoreHits();
        for (const Place &place : m_places)
            best = std::max(best, place.score);
    }
    // What lies further away gets nothing for its time; so many errors it may have to matter still.
    const double context =
        (m_quote.before.empty() ? 0 : contextWeight) + (m_quote.after.empty() ? 0 : contextWeight);
    const double whole = quoteWeight + context + (timed ? timeWeight : 0);
    const double needed = ((best - leastMargin) * whole - context) / quoteWeight;
    if (needed <= 1) {
        const double spare = (1 - std::max(needed, 0.5)) * static_cast<double>(m_pattern.size());
        const int errors = std::min(m_mostErrors, static_cast<int>(std::floor(spare + 1e-9)));
        for (const Stretch &stretch : stretchesWith(errors))
            search(stretch, errors);
        scoreHits();
    }
    return verdict();
}

PlaceFinder::Stretch PlaceFinder::nearStretch() const
{
    const std::size_t length = m_pattern.size() + m_pattern.size() / 2;
    const std::size_t begin = m_index.wordFrom(m_expectedMs - nearMs);
    const std::size_t end = m_index.wordFrom(m_expectedMs + nearMs) + length;
    return {begin, std::min(end, m_index.ids().size())};
}

/// Of one more word than there may be errors, one at least has to be where it belongs: only the
/// surroundings of the rarest are worth a search.
std::vector<PlaceFinder::Stretch> PlaceFinder::stretchesWith(int errors) const
{
    const std::size_t all = m_index.ids().size();
    const auto slack = static_cast<std::size_t>(errors);
    std::vector<std::size_t> order(m_quote.quote.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return m_index.placesOf(m_quote.quote[a]).size()
               < m_index.placesOf(m_quote.quote[b]).size();
    });
    std::vector<Stretch> stretches;
    for (std::size_t rank = 0; rank <= slack && rank < order.size(); ++rank) {
        const std::size_t within = order[rank];
        // More of them than words: nothing would be saved.
        if (stretches.size() + m_index.placesOf(m_quote.quote[within]).size() > all)
            return {{0, all}};
        for (const quint32 at : m_index.placesOf(m_quote.quote[within]))
            stretches.push_back(
                {minus(at, within + slack), std::min(at + m_pattern.size() - within + slack, all)});
    }
    std::sort(stretches.begin(), stretches.end(), [](const Stretch &a, const Stretch &b) {
        return a.begin < b.begin;
    });
    std::vector<Stretch> joined;
    for (const Stretch &stretch : stretches) {
        if (!joined.empty() && stretch.begin <= joined.back().end)
            joined.back().end = std::max(joined.back().end, stretch.end);
        else
            joined.push_back(stretch);
    }
    return joined;
}

void PlaceFinder::search(Stretch stretch, int errors)
{
    if (stretch.begin >= stretch.end)
        return;
    const auto words = std::span(m_index.ids()).subspan(stretch.begin, stretch.end - stretch.begin);
    addHits(m_pattern.errorsEndingAt(words), stretch.begin, errors);
}

/// Ends with fewer errors than all around them; those without errors in any case.
void PlaceFinder::addHits(const std::vector<int> &errors, std::size_t begin, int most)
{
    const std::size_t around = std::clamp<std::size_t>(m_pattern.size() / 2, 1, 16);
    for (std::size_t at = 0; at < errors.size(); ++at) {
        const int here = errors[at];
        if (here > most)
            continue;
        bool lowest = true;
        for (std::size_t other = minus(at, around); lowest && here > 0 && other < at; ++other)
            lowest = errors[other] > here;
        const std::size_t end = std::min(at + around + 1, errors.size());
        for (std::size_t other = at + 1; lowest && here > 0 && other < end; ++other)
            lowest = errors[other] >= here;
        if (!lowest)
            continue;
        if (m_hits.size() == mostHits) {
            m_crowded = true;
            return;
        }
        m_hits.push_back({begin + at, here});
    }
}

void PlaceFinder::scoreHits()
{
    thinOut();
    for (const Hit &hit : m_hits) {
        const Place place = placeOf(hit);
        const auto known =
            std::find_if(m_places.begin(), m_places.end(), [&place](const Place &other) {
                return place.first == other.first && place.last == other.last;
            });
        if (known == m_places.end())
            m_places.push_back(place);
    }
    m_hits.clear();
}

/// Keeps the best when there are too many: fewest errors first, then a neighbouring word that
/// agrees, then time.
void PlaceFinder::thinOut()
{
    const std::size_t most =
        std::clamp<std::size_t>(mostWordsCompared / m_pattern.size(), 8, mostPlaces);
    if (m_hits.size() <= most)
        return;

    struct Ranked
    {
        std::pair<int, bool> words;
        double away = 0;
        Hit hit;

        bool operator<(const Ranked &other) const
        {
            return words != other.words ? words < other.words : away < other.away;
        }
    };

    std::vector<Ranked> ranked;
    ranked.reserve(m_hits.size());
    for (const Hit &hit : m_hits)
        ranked.push_back({{hit.errors, !neighbourAgrees(hit)}, 1 - timeScore(hit.last), hit});
    const auto dropped = ranked.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(ranked.begin(), dropped, ranked.end());
    const auto best = std::min_element(ranked.begin(), dropped);
    m_crowded = m_crowded || dropped->words == best->words;
    m_hits.clear();
    for (auto kept = ranked.begin(); kept != dropped; ++kept)
        m_hits.push_back(kept->hit);
}

bool PlaceFinder::neighbourAgrees(const Hit &hit) const
{
    const auto &ids = m_index.ids();
    const auto agrees = [&ids](std::size_t at, const std::vector<WordId> &context) {
        return at < ids.size() && !context.empty() && ids[at] == context.front();
    };
    return agrees(hit.last - m_pattern.size(), m_quote.before)
           || agrees(hit.last + 1, m_quote.after);
}

Place PlaceFinder::placeOf(const Hit &hit)
{
    Place place;
    if (hit.errors == 0) {
        place.first = hit.last + 1 - m_pattern.size();
        place.last = hit.last;
    } else {
        place = bestEdges(hit);
    }
    score(place);
    return place;
}

/// With errors at the edges several ends and beginnings do about as well: the words around decide,
/// then the words at the edges, then whose length is nearest.
Place PlaceFinder::bestEdges(const Hit &hit)
{
    constexpr std::size_t around = 2;
    const auto size = static_cast<int>(m_pattern.size());
    Place best;
    std::array<int, 3> leastCost{std::numeric_limits<int>::max(), 0, 0};
    const std::size_t lastEnd = std::min(hit.last + around, m_index.ids().size() - 1);
    for (std::size_t last = minus(hit.last, around); last <= lastEnd; ++last) {
        const std::size_t begin =
            minus(last + 1, m_pattern.size() + static_cast<std::size_t>(hit.errors) + around);
        const auto words = reversed(std::span(m_index.ids()).subspan(begin, last + 1 - begin));
        const std::vector<int> errors = m_reversed.errorsFromStart(words);
        const int least = *std::min_element(errors.begin(), errors.end());
        if (least > hit.errors + 1)
            continue;
        const int after = errorsAfter(last);
        for (std::size_t back = 0; back < errors.size(); ++back) {
            if (errors[back] > least + 1)
                continue;
            const std::size_t first = last - back;
            const std::array<int, 3> total{errors[back] + after + errorsBefore(first),
                                           otherEdges(first, last),
                                           std::abs(static_cast<int>(back + 1) - size)};
            if (total < leastCost) {
                leastCost = total;
                best.first = first;
                best.last = last;
                best.errors = errors[back];
            }
        }
    }
    return best;
}

/// Whether much of one row of words stands in another.
bool PlaceFinder::repeats(const std::vector<WordId> &quote,
                          const std::vector<WordId> &context) const
{
    constexpr std::size_t mostWords = 10;
    constexpr double much = 0.6;
    const std::size_t size = std::min({quote.size(), context.size(), mostWords});
    if (size == 0)
        return false;
    const std::vector<int> errors =
        WordPattern(std::span(quote).first(size), m_index.idCount()).errorsEndingAt(context);
    const int least = *std::min_element(errors.begin(), errors.end());
    return least <= static_cast<int>((1 - much) * static_cast<double>(size));
}

bool PlaceFinder::isSaidAgainBeside() const
{
    return repeats(m_quote.quote, m_quote.after)
           || repeats(reversed(m_quote.quote), m_quote.before);
}

int PlaceFinder::otherEdges(std::size_t first, std::size_t last) const
{
    const auto &ids = m_index.ids();
    return (ids[first] == m_quote.quote.front() ? 0 : 1)
           + (ids[last] == m_quote.quote.back() ? 0 : 1);
}

/// Whether each edge is sure: its word is the quote's, or the word beyond is the one that was
/// there.
bool PlaceFinder::hasFirmEdges(const Place &place) const
{
    const auto &ids = m_index.ids();
    const auto beyond = [&ids](std::size_t at, const std::vector<WordId> &context) {
        return context.empty() ? at >= ids.size() : at < ids.size() && ids[at] == context.front();
    };
    return (ids[place.first] == m_quote.quote.front() || beyond(place.first - 1, m_quote.before))
           && (ids[place.last] == m_quote.quote.back() || beyond(place.last + 1, m_quote.after));
}

int PlaceFinder::errorsBefore(std::size_t first) const
{
    if (m_quote.before.empty())
        return 0;
    const std::size_t begin = minus(first, m_quote.before.size() * 2);
    const auto words = reversed(std::span(m_index.ids()).subspan(begin, first - begin));
    return errorsAtStart(m_quote.before, words);
}

int PlaceFinder::errorsAfter(std::size_t last) const
{
    return errorsAtStart(m_quote.after, std::span(m_index.ids()).subspan(last + 1));
}

double PlaceFinder::timeScore(std::size_t word) const
{
    if (!hasTimes())
        return 0;
    const auto away = static_cast<double>(std::abs(m_index.startMs()[word] - m_expectedMs));
    return std::max(0.0, 1 - away / timeReachMs);
}

void PlaceFinder::score(Place &place)
{
    const auto agreement = [](int errors, std::size_t words) {
        return std::max(0.0, 1 - static_cast<double>(errors) / static_cast<double>(words));
    };
    place.quote = agreement(place.errors, m_pattern.size());
    place.matched = std::max(0, static_cast<int>(m_pattern.size()) - place.errors);
    double sum = quoteWeight * place.quote;
    double whole = quoteWeight;
    double sides = 0;
    const auto addSide = [&](int errors, std::size_t words) {
        if (words == 0)
            return;
        sum += contextWeight * agreement(errors, words);
        whole += contextWeight;
        place.context += agreement(errors, words);
        place.matched += std::max(0, static_cast<int>(words) - errors);
        sides += 1;
    };
    addSide(errorsBefore(place.first), m_quote.before.size());
    addSide(errorsAfter(place.last), m_quote.after.size());
    if (sides > 0)
        place.context /= sides;
    place.firmEdges = hasFirmEdges(place);
    if (hasTimes()) {
        place.time = timeScore(place.first);
        sum += timeWeight * place.time;
        whole += timeWeight;
    }
    place.score = sum / whole;
}

Found PlaceFinder::verdict() const
{
    Found found;
    found.crowded = m_crowded;
    for (const Place &place : m_places) {
        if (!found.best || place.score > found.best->score)
            found.best = place;
    }
    for (const Place &place : m_places) {
        if (aboutTheSame(place, *found.best))
            continue;
        if (found.best->score - place.score < marginOver(place, *found.best))
            found.rivalled = true;
    }
    return found;
}

} // namespace app::notes::internal
