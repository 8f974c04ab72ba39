// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/reanchor.h"

#include "app/notes/internal/cutquote.h"
#include "app/notes/internal/placefinder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <tuple>

namespace app::notes {

using internal::Found;
using internal::Place;
using internal::PlaceFinder;
using internal::QuoteWords;
using timestamps::Duration;
using timestamps::MediaTime;
using timestamps::TimeRange;

namespace {

constexpr double surely = 0.75;
constexpr double perhaps = 0.5;
constexpr double mostlySame = 0.7;
constexpr Duration inPlace{2'000};
/// Fewer bits than two or three words nobody says often: the surroundings have to agree.
constexpr double tellingBits = 14;

constexpr std::array<std::u16string_view, 4> methodNames{u"exact", u"fuzzy", u"time", u"manual"};

/// How far a place may be trusted, apart from its score.
class Judge
{
public:
    Judge(const QuoteWords &quote, const PlaceFinder &finder, bool timed, bool surelyMapped)
        : m_all(static_cast<int>(quote.quote.size() + quote.before.size() + quote.after.size()))
        , m_negligible(finder.quoteBits() < tellingBits)
        , m_hasContext(!quote.before.empty() || !quote.after.empty())
        , m_saidAgain(finder.isSaidAgainBeside())
        , m_timed(timed)
        , m_surelyMapped(surelyMapped)
    {}

    [[nodiscard]] bool isPlausible(const Place &place) const
    {
        constexpr int fewestWords = 3;
        if (place.score < perhaps || place.matched < std::min(fewestWords, m_all))
            return false;
        if (m_negligible)
            return m_hasContext ? place.context >= 0.3 : place.time >= perhaps;
        return !m_hasContext || place.context >= 0.2 || place.quote >= 0.8;
    }

    [[nodiscard]] bool isSure(const Found &found) const
    {
        const Place &place = *found.best;
        constexpr int fewestWords = 4;
        if (place.score < surely || place.quote < mostlySame || !place.firmEdges)
            return false;
        if (found.rivalled || found.crowded)
            return false;
        if (place.matched < std::min(fewestWords, m_all))
            return false;
        // One of the two may have been misheard.
        if (m_saidAgain && place.context < 0.9)
            return false;
        // Both recordings are aligned, yet the words are elsewhere.
        if (m_surelyMapped && m_timed && place.time < perhaps)
            return false;
        if (!m_negligible)
            return true;
        if (!m_hasContext)
            return m_timed && place.time >= 0.9;
        return place.context >= (!m_timed || place.time >= perhaps ? 0.6 : 0.9);
    }

private:
    int m_all;
    bool m_negligible;
    bool m_hasContext;
    bool m_saidAgain;
    bool m_timed;
    bool m_surelyMapped;
};

/// The note's own time, on the text's recording.
struct Expected
{
    TimeRange range;
    bool moved = false;
    bool atEdge = false;
    bool surelyMapped = false;
};

Expected expectedRange(const TimelineMap &map, MediaTime start, std::optional<MediaTime> end)
{
    const MappedTime first = map.map(start);
    const MediaTime last = end ? map.map(*end).time : first.time;
    Expected expected;
    expected.range = {first.time, std::max(first.time, last)};
    expected.moved = first.time != start;
    expected.atEdge = first.atEdge;
    expected.surelyMapped = !map.isEmpty() && !first.atEdge && first.confidence >= perhaps;
    return expected;
}

/// A note that never had words has its time for a place.
Anchoring byTimeAlone(const Expected &expected)
{
    Anchoring anchoring;
    anchoring.state = expected.atEdge  ? AnchorState::Approximate
                      : expected.moved ? AnchorState::Moved
                                       : AnchorState::Exact;
    anchoring.time = expected.range;
    anchoring.score = expected.atEdge ? perhaps : 1;
    return anchoring;
}

bool isUntouched(const Anchor &anchor, const AnchorText &text)
{
    return !anchor.textHash.isEmpty() && anchor.textHash == text.hash && anchor.offset >= 0
           && anchor.offset <= text.text.size() - anchor.quote.size()
           && QStringView(text.text).sliced(anchor.offset).startsWith(anchor.quote);
}

} // namespace

QString anchorMethodName(AnchorMethod method)
{
    return QStringView(methodNames[static_cast<std::size_t>(method)]).toString();
}

std::optional<AnchorMethod> anchorMethodFromName(const QString &name)
{
    for (std::size_t at = 0; at < methodNames.size(); ++at) {
        if (name == QStringView(methodNames[at]))
            return static_cast<AnchorMethod>(at);
    }
    return std::nullopt;
}

struct AnchorIndex::Data
{
    Data(AnchorText theText, AnchorOrigin theOrigin)
        : text(std::move(theText))
        , origin(std::move(theOrigin))
        , index(text)
        , foreign(languagesDiffer(text.language, origin.language))
    {}

    [[nodiscard]] Anchoring inTheSameText(const Anchor &anchor, const Expected &expected) const;
    [[nodiscard]] Anchoring byWords(const Anchor &anchor, const Expected &expected) const;
    [[nodiscard]] Anchoring at(const Place &place,
                               const QuoteWords &quote,
                               bool sure,
                               const Anchor &anchor,
                               const Expected &expected) const;

    AnchorText text;
    AnchorOrigin origin;
    internal::WordIndex index;
    bool foreign;
};

Anchoring AnchorIndex::Data::inTheSameText(const Anchor &anchor, const Expected &expected) const
{
    Anchoring anchoring;
    anchoring.state = AnchorState::Exact;
    anchoring.method = AnchorMethod::Exact;
    anchoring.score = 1;
    anchoring.offset = anchor.offset;
    anchoring.length = anchor.quote.size();
    anchoring.time = expected.range;
    const auto start = timeAt(text, anchoring.offset);
    const auto end = timeAt(text, anchoring.offset + anchoring.length);
    if (start && end)
        anchoring.time = {*start, *end};
    return anchoring;
}

Anchoring AnchorIndex::Data::at(const Place &place,
                                const QuoteWords &quote,
                                bool sure,
                                const Anchor &anchor,
                                const Expected &expected) const
{
    Anchoring anchoring;
    std::tie(anchoring.offset, anchoring.length) =
        internal::rawRange(quote, index, text.text, place.first, place.last);
    anchoring.method = place.errors == 0 ? AnchorMethod::Exact : AnchorMethod::Fuzzy;
    anchoring.score = place.score;
    anchoring.time = expected.range;
    bool still = anchoring.offset == anchor.offset;
    if (!index.startMs().empty()) {
        anchoring.time = {MediaTime::fromMs(index.startMs()[place.first]),
                          MediaTime::fromMs(index.endMs()[place.last])};
        const Duration away = anchoring.time.start - expected.range.start;
        still = away <= inPlace && away >= -inPlace && !expected.moved;
    }
    const bool same = still && place.errors == 0;
    anchoring.state = !sure  ? AnchorState::Approximate
                      : same ? AnchorState::Exact
                             : AnchorState::Moved;
    return anchoring;
}

Anchoring AnchorIndex::Data::byWords(const Anchor &anchor, const Expected &expected) const
{
    Anchoring nowhere;
    nowhere.time = expected.range;
    const QuoteWords quote(anchor, index);
    if (foreign || quote.quote.empty() || index.words().empty())
        return nowhere;
    PlaceFinder finder(index, quote, expected.range.start.ms());
    const Found found = finder.find();
    if (!found.best)
        return nowhere;
    nowhere.score = found.best->score;
    const Judge judge(quote, finder, !index.startMs().empty(), expected.surelyMapped);
    if (!judge.isPlausible(*found.best))
        return nowhere;
    return at(*found.best, quote, judge.isSure(found), anchor, expected);
}

AnchorIndex::AnchorIndex(AnchorText text, AnchorOrigin origin)
    : m_data(std::make_unique<Data>(std::move(text), std::move(origin)))
{}

AnchorIndex::~AnchorIndex() = default;
AnchorIndex::AnchorIndex(AnchorIndex &&) noexcept = default;
AnchorIndex &AnchorIndex::operator=(AnchorIndex &&) noexcept = default;

Anchoring
AnchorIndex::reanchor(const Anchor &anchor, MediaTime start, std::optional<MediaTime> end) const
{
    const Expected expected = expectedRange(m_data->origin.times, start, end);
    if (anchor.quote.isEmpty())
        return byTimeAlone(expected);
    if (isUntouched(anchor, m_data->text))
        return m_data->inTheSameText(anchor, expected);
    return m_data->byWords(anchor, expected);
}

const AnchorText &AnchorIndex::text() const
{
    return m_data->text;
}

Anchoring reanchor(const Anchor &anchor,
                   MediaTime start,
                   std::optional<MediaTime> end,
                   const AnchorText &text)
{
    return AnchorIndex(text).reanchor(anchor, start, end);
}

Anchor anchorAt(const Anchoring &anchoring, const Anchor &old, const AnchorText &text)
{
    Anchor anchor = old;
    if (anchoring.offset >= 0) {
        anchor = internal::cutQuote(text.text, anchoring.offset, anchoring.length);
        anchor.source = old.source;
        anchor.speaker = speakerAt(text, anchoring.offset);
        if (anchor.speaker.isEmpty())
            anchor.speaker = old.speaker;
    } else {
        anchor.offset = -1;
    }
    anchor.textHash = text.hash;
    anchor.transcriptHash = text.transcriptHash;
    anchor.state = anchoring.state;
    return anchor;
}

} // namespace app::notes
