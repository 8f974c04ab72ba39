// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/wordreader.h"

#include <QResource>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <utility>

// The macro declares a function, which may not stand inside a namespace.
static void registerWeights()
{
    Q_INIT_RESOURCE(wordreader);
}

namespace app::timestamps::internal {

namespace {

constexpr QByteArrayView magic("earmark words 2\n");
/// Of a number within the network: 32 at most, in steps of 1/256.
constexpr qint32 most = 8191;
/// Enough for the longest show notes; a whole book would take seconds.
constexpr qsizetype mostTokens = 5000;
/// A text of more is a book or a machine's, and is read without.
constexpr qsizetype longestText = 50'000;
/// Of those read, so many are looked at in one go.
constexpr qsizetype mostAtOnce = 500;

/// What is below nothing is nothing; a scale is in parts of 2^24.
qint16 rectified(qint32 sum, qint32 scale)
{
    const qint64 scaled = (qint64{std::max(sum, 0)} * scale + (1 << 23)) >> 24;
    return static_cast<qint16>(std::min(scaled, qint64{most}));
}

// No sum overflows: 480 products of at most 8191 * 127. It is where the time goes, so it is spared
// what Clang's sanitizers would add; its callers are not.
#if __has_cpp_attribute(clang::no_sanitize)
[[clang::no_sanitize("address", "undefined")]]
#endif
qint32
dot(const qint16 *a, const qint16 *b, int count)
{
    qint32 sum = 0;
    for (int i = 0; i < count; ++i) {
        sum += a[i] * b[i];
    }
    return sum;
}

/// Takes numbers from the front of a file of weights; once one is missing, none comes any more.
class Unpacker
{
public:
    explicit Unpacker(QByteArrayView bytes)
        : m_rest(bytes)
    {}

    /// Whether all of it was taken, and nothing was missing.
    [[nodiscard]] bool isDone() const { return !m_failed && m_rest.isEmpty(); }

    [[nodiscard]] QByteArrayView take(qsizetype size)
    {
        if (m_failed || size < 0 || size > m_rest.size()) {
            m_failed = true;
            return {};
        }
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }

    template <typename Number>
    [[nodiscard]] Number number()
    {
        const QByteArrayView bytes = take(sizeof(Number));
        return bytes.isEmpty() ? Number{} : qFromLittleEndian<Number>(bytes.data());
    }

    [[nodiscard]] std::vector<qint32> numbers(int count)
    {
        std::vector<qint32> result(static_cast<std::size_t>(count));
        for (qint32 &one : result) {
            one = number<qint32>();
        }
        return result;
    }

    [[nodiscard]] std::vector<qint16> widened(qsizetype count)
    {
        const QByteArrayView bytes = take(count);
        std::vector<qint16> result(static_cast<std::size_t>(bytes.size()));
        std::transform(bytes.begin(), bytes.end(), result.begin(), [](char c) {
            return static_cast<qint16>(static_cast<signed char>(c));
        });
        return result;
    }

private:
    QByteArrayView m_rest;
    bool m_failed = false;
};

} // namespace

/// The network at work on one stretch of a text.
class WordReading
{
public:
    WordReading(const WordReader &reader, const Document &document)
        : m_reader(reader)
        , m_document(document)
        , m_opens(lineOpenings(document))
    {}

    /// What the layers make of the tokens from the first to the last, and of those about them.
    void look(qsizetype first, qsizetype last)
    {
        m_from = std::max<qsizetype>(first - reach, 0);
        const qsizetype end = std::min(last + reach + 1, m_document.tokens.size());
        m_states.assign(static_cast<std::size_t>(end - m_from) * WordReader::width, 0);
        for (qsizetype token = m_from; token < end; ++token) {
            enter(token);
        }
        qsizetype margin = reach;
        for (std::size_t i = 0; i < WordReader::steps.size(); ++i) {
            margin -= qsizetype{WordReader::steps[i]} * (WordReader::taps / 2);
            pass(i, std::max(first - margin, m_from), std::min(last + margin + 1, end));
        }
        m_gistFrom = std::max(first - gistReach, m_from);
        summarise(std::min(last + gistReach + 1, end));
    }

    [[nodiscard]] WordReader::Opinion judge(qsizetype candidate, const Evidence &evidence) const
    {
        constexpr int wordsWidth = WordReader::width + 2 * WordReader::gistWidth;
        std::array<qint16, wordsWidth + WordReader::evidenceWidth> known{};
        const qsizetype token = m_document.tokenOf[candidate];
        std::copy_n(state(token), WordReader::width, known.begin());
        qint16 *before = known.data() + WordReader::width;
        addGist(token - gistReach, token, before);
        addGist(token, token + gistReach, before + WordReader::gistWidth);
        std::vector<qint32> sums = m_reader.m_evidenceBias;
        std::array<qint32, 2> direct{};
        evidence.forEach([&](int statement) {
            if (statement < Evidence::size) {
                add(statement, sums, direct);
            }
        });
        for (std::size_t i = 0; i < sums.size(); ++i) {
            known[wordsWidth + i] = rectified(sums[i], m_reader.m_evidenceScale);
        }
        std::array<qint16, WordReader::hiddenWidth> hidden{};
        apply(m_reader.m_hidden, known, hidden);
        WordReader::Opinion opinion{candidate, 0, 0};
        opinion.place = conclude(0, hidden, direct[0]);
        opinion.foreign = conclude(1, hidden, direct[1]);
        return opinion;
    }

    /// What stands so far from a candidate still tells what the text is about.
    static constexpr qsizetype gistReach = 96;

    /// How far a word may stand from a candidate and still be read.
    static constexpr qsizetype reach = [] {
        qsizetype sum = gistReach;
        for (const int step : WordReader::steps) {
            sum += qsizetype{step} * (WordReader::taps / 2);
        }
        return sum;
    }();

private:
    [[nodiscard]] const qint16 *state(qsizetype token) const
    {
        return m_states.data() + static_cast<std::size_t>(token - m_from) * WordReader::width;
    }

    template <std::size_t From, std::size_t To>
    static void apply(const WordReader::Layer &layer,
                      const std::array<qint16, From> &in,
                      std::array<qint16, To> &out)
    {
        for (std::size_t i = 0; i < To; ++i) {
            const qint32 sum = layer.bias[i] + dot(in.data(), &layer.weights[i * From], From);
            out[i] = rectified(sum, layer.scale);
        }
    }

    void enter(qsizetype token)
    {
        std::array<qint16, WordReader::inputWidth> sum{};
        const auto addRow = [&](qsizetype row) {
            const char *numbers = m_reader.m_tokenRows.data() + row * WordReader::inputWidth;
            for (std::size_t i = 0; i < sum.size(); ++i) {
                sum[i] = static_cast<qint16>(sum[i] + static_cast<signed char>(numbers[i]));
            }
        };
        const WordInput input =
            wordInput(m_document, token, m_opens[static_cast<std::size_t>(token)]);
        addRow(input.sort);
        if (input.opensLine) {
            addRow(WordInput::sorts);
        }
        for (Cues rest = input.cues; rest != 0; rest &= rest - 1) {
            addRow(WordInput::sorts + 1 + std::countr_zero(rest));
        }
        for (const quint32 trait : input.traits) {
            const auto row = m_reader.m_traits.constFind(trait);
            if (row != m_reader.m_traits.cend()) {
                addRow(*row);
            }
        }
        std::array<qint16, WordReader::width> out{};
        apply(m_reader.m_input, sum, out);
        std::copy(out.begin(),
                  out.end(),
                  m_states.begin()
                      + static_cast<std::ptrdiff_t>(token - m_from) * WordReader::width);
    }

    void pass(std::size_t layer, qsizetype begin, qsizetype end)
    {
        const qsizetype step = WordReader::steps[layer];
        const auto known = static_cast<qsizetype>(m_states.size() / WordReader::width);
        std::vector<qint16> next = m_states;
        std::array<qint16, std::size_t{WordReader::taps} * WordReader::width> beside{};
        std::array<qint16, WordReader::width> told{};
        for (qsizetype token = begin; token < end; ++token) {
            for (int tap = 0; tap < WordReader::taps; ++tap) {
                const qsizetype at = token - m_from + (tap - WordReader::taps / 2) * step;
                const auto to = beside.begin() + std::ptrdiff_t{tap} * WordReader::width;
                if (at >= 0 && at < known) {
                    std::copy_n(state(at + m_from), WordReader::width, to);
                } else {
                    std::fill_n(to, WordReader::width, qint16{0});
                }
            }
            apply(m_reader.m_layers[layer], beside, told);
            qint16 *own = next.data() + static_cast<std::size_t>(token - m_from) * told.size();
            for (std::size_t i = 0; i < told.size(); ++i) {
                own[i] = static_cast<qint16>(std::min(own[i] + told[i], int{most}));
            }
        }
        m_states = std::move(next);
    }

    void summarise(qsizetype end)
    {
        m_gists.clear();
        std::array<qint16, WordReader::width> known{};
        std::array<qint16, WordReader::gistWidth> gist{};
        for (qsizetype token = m_gistFrom; token < end; ++token) {
            std::copy_n(state(token), known.size(), known.begin());
            apply(m_reader.m_gist, known, gist);
            m_gists.insert(m_gists.end(), gist.begin(), gist.end());
        }
    }

    /// The most that any token from the first to the last says.
    void addGist(qsizetype first, qsizetype last, qint16 *to) const
    {
        constexpr qsizetype width = WordReader::gistWidth;
        const auto size = static_cast<qsizetype>(m_gists.size()) / width;
        const qsizetype end = std::min(last + 1 - m_gistFrom, size);
        for (qsizetype at = std::max<qsizetype>(first - m_gistFrom, 0); at < end; ++at) {
            const qint16 *gist = m_gists.data() + at * width;
            for (qsizetype i = 0; i < width; ++i) {
                to[i] = std::max(to[i], gist[i]);
            }
        }
    }

    void add(int statement, std::vector<qint32> &sums, std::array<qint32, 2> &direct) const
    {
        const char *row =
            m_reader.m_evidenceRows.data() + qsizetype{statement} * WordReader::evidenceWidth;
        for (std::size_t i = 0; i < sums.size(); ++i) {
            sums[i] += static_cast<signed char>(row[i]);
        }
        for (std::size_t i = 0; i < direct.size(); ++i) {
            direct[i] += static_cast<signed char>(
                m_reader.m_direct[qsizetype{statement} * 2 + static_cast<qsizetype>(i)]);
        }
    }

    [[nodiscard]] float conclude(std::size_t answer,
                                 const std::array<qint16, WordReader::hiddenWidth> &hidden,
                                 qint32 direct) const
    {
        const qint32 sum = dot(hidden.data(),
                               &m_reader.m_output[answer * WordReader::hiddenWidth],
                               WordReader::hiddenWidth);
        return static_cast<float>(sum) * m_reader.m_outputScale
               + static_cast<float>(direct) * m_reader.m_directScale + m_reader.m_bias[answer];
    }

    const WordReader &m_reader;
    const Document &m_document;
    std::vector<bool> m_opens;
    qsizetype m_from = 0;
    std::vector<qint16> m_states; ///< of the tokens from m_from on
    qsizetype m_gistFrom = 0;
    std::vector<qint16> m_gists; ///< of the tokens from m_gistFrom on
};

WordReader::WordReader(QByteArrayView weights)
{
    Unpacker file(weights);
    if (file.take(magic.size()) != magic) {
        return;
    }
    const auto traits = qsizetype{file.number<qint32>()};
    const auto scaled = [&](Layer &layer) {
        layer.scale = file.number<qint32>();
    };
    scaled(m_input);
    std::for_each(m_layers.begin(), m_layers.end(), scaled);
    scaled(m_gist);
    m_evidenceScale = file.number<qint32>();
    scaled(m_hidden);
    m_outputScale = file.number<float>();
    m_directScale = file.number<float>();
    m_bias = {file.number<float>(), file.number<float>()};
    m_input.bias = file.numbers(width);
    for (Layer &layer : m_layers) {
        layer.bias = file.numbers(width);
    }
    m_gist.bias = file.numbers(gistWidth);
    m_evidenceBias = file.numbers(evidenceWidth);
    m_hidden.bias = file.numbers(hiddenWidth);
    const QByteArrayView hashes = file.take(traits * qsizetype{sizeof(quint32)});
    constexpr qsizetype others = WordInput::sorts + 1 + cueCount;
    m_tokenRows = file.take((others + traits) * inputWidth);
    m_input.weights = file.widened(width * inputWidth);
    for (Layer &layer : m_layers) {
        layer.weights = file.widened(qsizetype{width} * taps * width);
    }
    m_gist.weights = file.widened(gistWidth * width);
    m_evidenceRows = file.take(qsizetype{Evidence::size} * evidenceWidth);
    m_hidden.weights = file.widened(hiddenWidth * (width + 2 * gistWidth + evidenceWidth));
    m_output = file.widened(2 * hiddenWidth);
    m_direct = file.take(qsizetype{Evidence::size} * 2);
    if (!file.isDone()) {
        return;
    }
    m_traits.reserve(traits);
    for (qsizetype i = 0; i < traits; ++i) {
        m_traits.insert(qFromLittleEndian<quint32>(hashes.data() + i * 4), others + i);
    }
}

const WordReader &WordReader::trained()
{
    static const QByteArray bytes = [] {
        registerWeights();
        return QResource(QStringLiteral(":/timestamps/wordreader.weights")).uncompressedData();
    }();
    static const WordReader reader(bytes);
    return reader;
}

std::vector<WordReader::Opinion> WordReader::read(const Document &document,
                                                  std::span<const Evidence> evidence,
                                                  std::span<const qsizetype> candidates) const
{
    std::vector<Opinion> opinions;
    if (isEmpty() || candidates.empty() || document.tokens.size() > longestText) {
        return opinions;
    }
    WordReading reading(*this, document);
    qsizetype tokens = 0;
    for (std::size_t first = 0, end = 0; first < candidates.size(); first = end) {
        const auto tokenOf = [&](std::size_t i) {
            return document.tokenOf[candidates[i]];
        };
        end = first + 1;
        while (end < candidates.size() && tokenOf(end) - tokenOf(end - 1) <= 2 * WordReading::reach
               && tokenOf(end) - tokenOf(first) < mostAtOnce) {
            ++end;
        }
        tokens += tokenOf(end - 1) - tokenOf(first) + 1 + 2 * WordReading::reach;
        if (tokens > mostTokens) {
            break;
        }
        reading.look(tokenOf(first), tokenOf(end - 1));
        for (std::size_t i = first; i < end; ++i) {
            opinions.push_back(
                reading.judge(candidates[i], evidence[static_cast<std::size_t>(candidates[i])]));
        }
    }
    return opinions;
}

} // namespace app::timestamps::internal
