// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/internal/quotewords.h"
#include "app/notes/internal/wordpattern.h"

#include <optional>

namespace app::notes::internal {

/// A place where a quote may stand, and how well each part agrees, 0 to 1.
struct Place
{
    std::size_t first = 0; ///< words of the index
    std::size_t last = 0;  ///< belongs to it
    int errors = 0;        ///< words of the quote that are others, gone or new
    int matched = 0;       ///< words of quote and context that are the same
    double quote = 0;
    double context = 0; ///< of what there is of it; 0 without any
    double time = 0;    ///< 0 without times
    double score = 0;
    bool firmEdges = false; ///< it is sure which words are the first and the last
};

/// The best place for one quote and what speaks against it.
struct Found
{
    std::optional<Place> best;
    bool rivalled = false; ///< another place does nearly as well
    bool crowded = false;  ///< there were more places than could be looked at
};

/// Looks for one quote in one text.
class PlaceFinder
{
public:
    /// \param expectedMs  when the quote should be spoken; all have to outlive this
    PlaceFinder(const WordIndex &index, const QuoteWords &quote, qint64 expectedMs);

    [[nodiscard]] Found find();

    /// How much the quote's words tell, in bits: rare words tell more.
    [[nodiscard]] double quoteBits() const;

    /// Whether the quote is said again right before or behind itself, or nearly.
    [[nodiscard]] bool isSaidAgainBeside() const;

private:
    struct Stretch
    {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    struct Hit
    {
        std::size_t last = 0; ///< the word at which the quote ends
        int errors = 0;
    };

    [[nodiscard]] Stretch nearStretch() const;
    [[nodiscard]] std::vector<Stretch> stretchesWith(int errors) const;
    void search(Stretch stretch, int errors);
    void addHits(const std::vector<int> &errors, std::size_t begin, int most);
    void scoreHits();
    void thinOut();
    [[nodiscard]] Place placeOf(const Hit &hit);
    [[nodiscard]] Place bestEdges(const Hit &hit);
    void score(Place &place);
    [[nodiscard]] bool repeats(const std::vector<WordId> &quote,
                               const std::vector<WordId> &context) const;
    [[nodiscard]] int otherEdges(std::size_t first, std::size_t last) const;
    [[nodiscard]] bool hasFirmEdges(const Place &place) const;
    [[nodiscard]] int errorsBefore(std::size_t first) const;
    [[nodiscard]] int errorsAfter(std::size_t last) const;
    [[nodiscard]] double timeScore(std::size_t word) const;
    [[nodiscard]] bool neighbourAgrees(const Hit &hit) const;

    [[nodiscard]] bool hasTimes() const { return !m_index.startMs().empty(); }

    [[nodiscard]] Found verdict() const;

    const WordIndex &m_index;
    const QuoteWords &m_quote;
    qint64 m_expectedMs;
    WordPattern m_pattern;
    WordPattern m_reversed;
    int m_mostErrors;
    std::vector<Hit> m_hits;
    std::vector<Place> m_places;
    bool m_crowded = false;
};

} // namespace app::notes::internal
