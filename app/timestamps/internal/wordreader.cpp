// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/wordreader.h"

#include <QResource>
#include <QtEndian>

#include <algorithm>
#include <bit>

// The macro declares a function, which may not stand inside a namespace.
static void registerWeights()
{
    Q_INIT_RESOURCE(wordreader);
}

namespace app::timestamps::internal {

namespace {

constexpr QByteArrayView magic("earmark words 4\n");
/// Enough for the longest show notes; a whole book would take seconds.
constexpr qsizetype mostTokens = 5000;
/// A text of more is a book or a machine's, and is read without.
constexpr qsizetype longestText = 50'000;
/// Of those read, so many are looked at in one go.
constexpr qsizetype mostAtOnce = 500;

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

/// Adds to some numbers those in the row of each statement of the evidence.
template <typename Sums>
void addStatements(const Evidence &evidence, QByteArrayView rows, Sums &sums)
{
    const auto width = static_cast<qsizetype>(sums.size());
    evidence.forEach([&](int statement) {
        if (statement < Evidence::size) {
            const char *row = rows.data() + statement * width;
            for (std::size_t i = 0; i < sums.size(); ++i) {
                sums[i] += static_cast<signed char>(row[i]);
            }
        }
    });
}

} // namespace

/// The network at work on one stretch of a text after another.
class WordReading
{
public:
    using Hidden = std::array<qint16, WordReader::hiddenWidth>;

    WordReading(const WordReader &reader, const Document &document)
        : m_reader(reader)
        , m_document(document)
        , m_opens(lineOpenings(document))
    {}

    /// What the layers make of the tokens from the first to the last, and of those about them.
    void look(qsizetype first, qsizetype last)
    {
        m_states =
            WordSequence<WordReader::width>(std::max<qsizetype>(first - reach, 0),
                                            std::min(last + reach + 1, m_document.tokens.size()));
        const qsizetype from = m_states.from();
        const qsizetype end = m_states.end();
        for (qsizetype token = from; token < end; ++token) {
            enter(token);
        }
        qsizetype margin = reach;
        for (std::size_t i = 0; i < WordReader::steps.size(); ++i) {
            margin -= qsizetype{WordReader::steps[i]} * (WordReader::taps / 2);
            m_states.pass<WordReader::taps>(m_reader.m_layers[i],
                                            WordReader::steps[i],
                                            std::max(first - margin, from),
                                            std::min(last + margin + 1, end));
        }
        m_gists = summarised<WordReader::gistWidth>(m_states,
                                                    m_reader.m_gist,
                                                    std::max(first - gistReach, from),
                                                    std::min(last + gistReach + 1, end));
    }

    /// What is made of one candidate by itself, within the stretch that was looked at.
    [[nodiscard]] Hidden hear(qsizetype candidate, const Evidence &evidence) const
    {
        constexpr int wordsWidth = WordReader::width + 2 * WordReader::gistWidth;
        std::array<qint16, wordsWidth + WordReader::evidenceWidth> known{};
        tellWithGists(m_states, m_gists, m_document.tokenOf[candidate], gistReach, known.data());
        std::vector<qint32> sums = m_reader.m_evidenceBias;
        addStatements(evidence, m_reader.m_evidenceRows, sums);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            known[wordsWidth + i] = rectified(sums[i], m_reader.m_evidenceScale);
        }
        Hidden hidden{};
        apply(m_reader.m_hidden, known, hidden);
        return hidden;
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
        for (const quint32 word : input.words) {
            const auto rows = m_reader.m_meanings.constFind(word);
            if (rows != m_reader.m_meanings.cend()) {
                std::for_each(rows->begin(), rows->end(), addRow);
            }
        }
        apply(m_reader.m_input, sum, m_states[token]);
    }

    const WordReader &m_reader;
    const Document &m_document;
    std::vector<bool> m_opens;
    WordSequence<WordReader::width> m_states;
    WordSequence<WordReader::gistWidth> m_gists;
};

WordReader::WordReader(QByteArrayView weights)
{
    Unpacker file(weights);
    if (file.take(magic.size()) != magic) {
        return;
    }
    const auto traits = qsizetype{file.number<qint32>()};
    const auto concepts = qsizetype{file.number<qint32>()};
    const auto words = qsizetype{file.number<qint32>()};
    const auto scaled = [&](WordLayer &layer) {
        layer.scale = file.number<qint32>();
    };
    scaled(m_input);
    std::for_each(m_layers.begin(), m_layers.end(), scaled);
    scaled(m_gist);
    m_evidenceScale = file.number<qint32>();
    scaled(m_hidden);
    std::for_each(m_nearLayers.begin(), m_nearLayers.end(), scaled);
    scaled(m_nearGist);
    m_outputScale = file.number<float>();
    m_directScale = file.number<float>();
    m_bias = {file.number<float>(), file.number<float>()};
    m_input.bias = file.numbers(width);
    for (WordLayer &layer : m_layers) {
        layer.bias = file.numbers(width);
    }
    m_gist.bias = file.numbers(gistWidth);
    m_evidenceBias = file.numbers(evidenceWidth);
    m_hidden.bias = file.numbers(hiddenWidth);
    for (WordLayer &layer : m_nearLayers) {
        layer.bias = file.numbers(hiddenWidth);
    }
    m_nearGist.bias = file.numbers(gistWidth);
    const QByteArrayView hashes = file.take(traits * qsizetype{sizeof(quint32)});
    constexpr qsizetype others = WordInput::sorts + 1 + cueCount;
    m_tokenRows = file.take((others + traits + concepts) * inputWidth);
    m_input.weights = file.widened(width * inputWidth);
    for (WordLayer &layer : m_layers) {
        layer.weights = file.widened(qsizetype{width} * taps * width);
    }
    m_gist.weights = file.widened(gistWidth * width);
    m_evidenceRows = file.take(qsizetype{Evidence::size} * evidenceWidth);
    m_hidden.weights = file.widened(hiddenWidth * (width + 2 * gistWidth + evidenceWidth));
    for (WordLayer &layer : m_nearLayers) {
        layer.weights = file.widened(qsizetype{hiddenWidth} * taps * hiddenWidth);
    }
    m_nearGist.weights = file.widened(gistWidth * hiddenWidth);
    m_output = file.widened(2 * outputWidth);
    m_direct = file.take(qsizetype{Evidence::size} * 2);
    // By the hashes of their names learnwords.py gives new words their concepts.
    static_cast<void>(file.take(concepts * qsizetype{sizeof(quint32)}));
    constexpr qsizetype wordSize = sizeof(quint32) + mostConcepts * sizeof(quint16);
    Unpacker dictionary(file.take(words * wordSize));
    if (!file.isDone()) {
        return;
    }
    m_traits.reserve(traits);
    for (qsizetype i = 0; i < traits; ++i) {
        m_traits.insert(qFromLittleEndian<quint32>(hashes.data() + i * 4), others + i);
    }
    m_meanings.reserve(words);
    while (!dictionary.isDone()) {
        auto &rows = m_meanings[dictionary.number<quint32>()];
        for (int i = 0; i < mostConcepts; ++i) {
            const auto number = dictionary.number<quint16>();
            if (number < concepts) {
                rows.append(others + traits + number);
            }
        }
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

std::vector<WordReader::Numbered> WordReader::withNeighbours(const Document &document,
                                                             std::span<const qsizetype> candidates,
                                                             std::vector<Numbered> &asked)
{
    std::vector<Numbered> all;
    for (qsizetype i = 0; i < document.candidates.size(); ++i) {
        if (!document.candidates[i].isWeighed()) {
            continue;
        }
        all.push_back({static_cast<qsizetype>(all.size()), i});
        if (std::binary_search(candidates.begin(), candidates.end(), i)) {
            asked.push_back(all.back());
        }
    }
    std::vector<Numbered> wanted;
    qsizetype number = 0;
    for (const Numbered &one : asked) {
        number = std::max(number, one.number - nearReach);
        const qsizetype end =
            std::min(one.number + nearReach + 1, static_cast<qsizetype>(all.size()));
        for (; number < end; ++number) {
            wanted.push_back(all[static_cast<std::size_t>(number)]);
        }
    }
    return wanted;
}

WordReader::Opinion WordReader::conclude(qsizetype candidate,
                                         const std::array<qint16, outputWidth> &known,
                                         const Evidence &evidence) const
{
    std::array<qint32, 2> direct{};
    addStatements(evidence, m_direct, direct);
    const auto answer = [&](std::size_t i) {
        const qint32 sum = dot(known.data(), &m_output[i * outputWidth], outputWidth);
        return static_cast<float>(sum) * m_outputScale
               + static_cast<float>(direct[i]) * m_directScale + m_bias[i];
    };
    return {candidate, answer(0), answer(1)};
}

WordSequence<WordReader::hiddenWidth> WordReader::hear(const Document &document,
                                                       std::span<const Evidence> evidence,
                                                       const std::vector<Numbered> &wanted) const
{
    WordSequence<hiddenWidth> heard(0, wanted.empty() ? 0 : wanted.back().number + 1);
    WordReading reading(*this, document);
    qsizetype tokens = 0;
    for (std::size_t first = 0, end = 0; first < wanted.size(); first = end) {
        const auto tokenOf = [&](std::size_t i) {
            return document.tokenOf[wanted[i].candidate];
        };
        end = first + 1;
        while (end < wanted.size() && tokenOf(end) - tokenOf(end - 1) <= 2 * WordReading::reach
               && tokenOf(end) - tokenOf(first) < mostAtOnce) {
            ++end;
        }
        tokens += tokenOf(end - 1) - tokenOf(first) + 1 + 2 * WordReading::reach;
        if (tokens > mostTokens) {
            heard.cut(wanted[first].number);
            break;
        }
        reading.look(tokenOf(first), tokenOf(end - 1));
        for (std::size_t i = first; i < end; ++i) {
            const qsizetype candidate = wanted[i].candidate;
            heard[wanted[i].number] =
                reading.hear(candidate, evidence[static_cast<std::size_t>(candidate)]);
        }
    }
    return heard;
}

std::vector<WordReader::Opinion> WordReader::read(const Document &document,
                                                  std::span<const Evidence> evidence,
                                                  std::span<const qsizetype> candidates) const
{
    std::vector<Opinion> opinions;
    if (isEmpty() || candidates.empty() || document.tokens.size() > longestText) {
        return opinions;
    }
    std::vector<Numbered> asked;
    const std::vector<Numbered> wanted = withNeighbours(document, candidates, asked);
    WordSequence<hiddenWidth> near = hear(document, evidence, wanted);
    for (std::size_t i = 0; i < nearSteps.size(); ++i) {
        near.pass<taps>(m_nearLayers[i], nearSteps[i], 0, near.end());
    }
    const auto gists = summarised<gistWidth>(near, m_nearGist, 0, near.end());
    for (const Numbered &one : asked) {
        if (one.number >= near.end()) {
            break;
        }
        std::array<qint16, outputWidth> known{};
        tellWithGists(near, gists, one.number, nearGistReach, known.data());
        opinions.push_back(
            conclude(one.candidate, known, evidence[static_cast<std::size_t>(one.candidate)]));
    }
    return opinions;
}

} // namespace app::timestamps::internal
