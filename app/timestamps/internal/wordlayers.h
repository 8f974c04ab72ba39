// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace app::timestamps::internal {

/// Of a number within the network: 32 at most, in steps of 1/256.
constexpr qint32 mostWithin = 8191;

/// A matrix by rows, and what a sum over one of its rows is multiplied by, in parts of 2^24.
struct WordLayer
{
    std::vector<qint16> weights;
    std::vector<qint32> bias;
    qint32 scale = 0;
};

/// What is below nothing is nothing; a scale is in parts of 2^24.
inline qint16 rectified(qint32 sum, qint32 scale)
{
    const qint64 scaled = (qint64{std::max(sum, 0)} * scale + (1 << 23)) >> 24;
    return static_cast<qint16>(std::min(scaled, qint64{mostWithin}));
}

// No sum overflows: 480 products of at most 8191 * 127. It is where the time goes, so it is spared
// what Clang's sanitizers would add; its callers are not.
#if __has_cpp_attribute(clang::no_sanitize)
[[clang::no_sanitize("address", "undefined")]]
#endif
inline qint32
dot(const qint16 *a, const qint16 *b, int count)
{
    qint32 sum = 0;
    for (int i = 0; i < count; ++i) {
        sum += a[i] * b[i];
    }
    return sum;
}

template <std::size_t From, std::size_t To>
void apply(const WordLayer &layer, const std::array<qint16, From> &in, std::array<qint16, To> &out)
{
    for (std::size_t i = 0; i < To; ++i) {
        const qint32 sum = layer.bias[i] + dot(in.data(), &layer.weights[i * From], From);
        out[i] = rectified(sum, layer.scale);
    }
}

/// So many numbers of each of several things that follow one another, from the one called from()
/// to the one before end(). What is not among them counts as nothing.
template <std::size_t Width>
class WordSequence
{
public:
    using Numbers = std::array<qint16, Width>;

    WordSequence() = default;

    WordSequence(qsizetype from, qsizetype end)
        : m_from(from)
        , m_rows(static_cast<std::size_t>(std::max<qsizetype>(end - from, 0)))
    {}

    [[nodiscard]] qsizetype from() const { return m_from; }

    [[nodiscard]] qsizetype end() const { return m_from + static_cast<qsizetype>(m_rows.size()); }

    /// Forgets those from one on.
    void cut(qsizetype end) { m_rows.resize(static_cast<std::size_t>(end - m_from)); }

    [[nodiscard]] Numbers &operator[](qsizetype place)
    {
        return m_rows[static_cast<std::size_t>(place - m_from)];
    }

    [[nodiscard]] const Numbers &operator[](qsizetype place) const
    {
        return m_rows[static_cast<std::size_t>(place - m_from)];
    }

    /// Adds to those from \p begin to the one before \p end what a layer makes of them and of
    /// those \p step apart, \p Taps in all.
    template <std::size_t Taps>
    void pass(const WordLayer &layer, qsizetype step, qsizetype begin, qsizetype end)
    {
        std::vector<Numbers> next = m_rows;
        std::array<qint16, Taps * Width> beside{};
        Numbers told{};
        for (qsizetype place = begin; place < end; ++place) {
            auto to = beside.begin();
            for (std::size_t tap = 0; tap < Taps; ++tap, to += Width) {
                const qsizetype at =
                    place + (static_cast<qsizetype>(tap) - qsizetype{Taps / 2}) * step;
                if (at >= m_from && at < this->end()) {
                    std::copy((*this)[at].begin(), (*this)[at].end(), to);
                } else {
                    std::fill_n(to, Width, qint16{0});
                }
            }
            apply(layer, beside, told);
            Numbers &own = next[static_cast<std::size_t>(place - m_from)];
            for (std::size_t i = 0; i < Width; ++i) {
                own[i] = static_cast<qint16>(std::min(own[i] + told[i], mostWithin));
            }
        }
        m_rows = std::move(next);
    }

    /// The most that any from the first to the last says.
    void addMost(qsizetype first, qsizetype last, qint16 *to) const
    {
        const qsizetype stop = std::min(last + 1, end());
        for (qsizetype at = std::max(first, m_from); at < stop; ++at) {
            const Numbers &own = (*this)[at];
            for (std::size_t i = 0; i < Width; ++i) {
                to[i] = std::max(to[i], own[i]);
            }
        }
    }

private:
    qsizetype m_from = 0;
    std::vector<Numbers> m_rows;
};

/// What a layer makes of each from \p begin to the one before \p end.
template <std::size_t To, std::size_t From>
WordSequence<To>
summarised(const WordSequence<From> &of, const WordLayer &layer, qsizetype begin, qsizetype end)
{
    WordSequence<To> result(begin, end);
    for (qsizetype place = begin; place < end; ++place) {
        apply(layer, of[place], result[place]);
    }
    return result;
}

/// Of one thing its own numbers, then the gist of those up to \p reach before it, then of those
/// after. \param to  gets them, and holds nothing yet
template <std::size_t Width, std::size_t GistWidth>
void tellWithGists(const WordSequence<Width> &of,
                   const WordSequence<GistWidth> &gists,
                   qsizetype place,
                   qsizetype reach,
                   qint16 *to)
{
    to = std::copy(of[place].begin(), of[place].end(), to);
    gists.addMost(place - reach, place, to);
    gists.addMost(place, place + reach, to + GistWidth);
}

} // namespace app::timestamps::internal
