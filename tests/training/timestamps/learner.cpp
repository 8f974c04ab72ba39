// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/training/timestamps/learner.h"

#include <algorithm>
#include <cmath>

namespace training {

using namespace app::timestamps::internal;

namespace {

constexpr std::size_t statementCount = Evidence::all;
constexpr quint32 treeDepth = 3;
constexpr std::size_t leastHolders = 12;
constexpr int passesPerRound = 3;
/// Keeps the steps short where the answers are certain.
constexpr double leastBend = 0.02;

double chanceOf(double margin)
{
    return 1 / (1 + std::exp(-margin));
}

qint16 toThousandths(double value)
{
    return static_cast<qint16>(std::clamp(std::lround(value * 1000), -32000L, 32000L));
}

class Learner
{
public:
    Learner(const std::vector<Sample> &samples, const Effort &effort)
        : m_samples(samples)
        , m_effort(effort)
        , m_margins(samples.size())
        , m_weights(statementCount)
        , m_holders(statementCount)
    {
        for (std::size_t i = 0; i < samples.size(); ++i) {
            for (const quint16 statement : samples[i].statements) {
                m_holders[statement].push_back(static_cast<quint32>(i));
            }
        }
        forgetRare();
    }

    Learnt run()
    {
        learnWeights();
        Learnt learnt;
        learnt.bias = static_cast<int>(std::lround(m_bias * 1000));
        for (std::size_t i = 0; i < statementCount; ++i) {
            if (const qint16 weight = toThousandths(m_weights[i]); weight != 0) {
                learnt.weights.push_back({static_cast<quint16>(i), weight});
            }
        }
        for (int i = 0; i < m_effort.trees; ++i) {
            learnt.trees.push_back(growTree(static_cast<quint32>(i)));
        }
        return learnt;
    }

private:
    struct Slopes
    {
        double slope = 0;
        double bend = 0;
    };

    struct Held
    {
        float slope = 0;
        float bend = 0;
    };

    struct Pull
    {
        float slope = 0;
        float bend = 0;
        quint32 leaf = 0;
    };

    /// A word of one or two texts tells about those only.
    void forgetRare()
    {
        for (std::size_t f = Evidence::size; f < statementCount; ++f) {
            int texts = 0;
            int last = -1;
            for (const quint32 i : m_holders[f]) {
                texts += m_samples[i].group != last ? 1 : 0;
                last = m_samples[i].group;
            }
            if (texts < m_effort.spellingTexts) {
                m_holders[f].clear();
            }
        }
    }

    /// Newton's steps on a parabola that is laid anew a few times: exact, and few exponentials.
    void learnWeights()
    {
        std::vector<Slopes> own(m_samples.size());
        for (int round = 0; round < m_effort.rounds; ++round) {
            double slope = 0;
            double bend = 1e-6;
            for (std::size_t i = 0; i < m_samples.size(); ++i) {
                own[i] = {};
                addSlope(i, own[i].slope, own[i].bend);
                slope += own[i].slope;
                bend += own[i].bend;
            }
            const double step = std::clamp(-slope / bend, -1.0, 1.0);
            m_bias += step;
            for (std::size_t i = 0; i < m_samples.size(); ++i) {
                m_margins[i] += step;
                own[i].slope += step * own[i].bend;
            }
            for (int pass = 0; pass < passesPerRound; ++pass) {
                for (std::size_t f = 0; f < statementCount; ++f) {
                    improve(f, own);
                }
            }
        }
    }

    void addSlope(std::size_t i, double &slope, double &bend) const
    {
        const double chance = chanceOf(m_margins[i]);
        slope += (chance - m_samples[i].answer) * m_samples[i].weight;
        bend += std::max(chance * (1 - chance), leastBend) * m_samples[i].weight;
    }

    void improve(std::size_t f, std::vector<Slopes> &own)
    {
        if (m_holders[f].empty()) {
            return;
        }
        const double ridge = f < Evidence::size ? m_effort.ridge : m_effort.spellingRidge;
        double slope = ridge * m_weights[f];
        double bend = ridge;
        for (const quint32 i : m_holders[f]) {
            slope += own[i].slope;
            bend += own[i].bend;
        }
        const double step = std::clamp(-slope / bend, -0.5, 0.5);
        if (std::abs(step) < 1e-5) {
            return;
        }
        m_weights[f] += step;
        for (const quint32 i : m_holders[f]) {
            m_margins[i] += step;
            own[i].slope += step * own[i].bend;
        }
    }

    [[nodiscard]] double gain(const Slopes &s) const
    {
        return s.slope * s.slope / (s.bend + m_effort.treeRidge);
    }

    /// Grown on half of the texts, another half each time: trees that agree are to be trusted.
    Tree growTree(quint32 number)
    {
        Tree tree;
        std::vector<Pull> own(m_samples.size());
        for (std::size_t i = 0; i < m_samples.size(); ++i) {
            const quint32 mixed = (static_cast<quint32>(m_samples[i].group) * 2654435761U
                                   ^ (number + 1) * 2246822519U)
                                  * 0x2c1b3c6dU;
            if ((mixed >> 17 & 1U) != 0) {
                double slope = 0;
                double bend = 0;
                addSlope(i, slope, bend);
                own[i] = {static_cast<float>(slope), static_cast<float>(bend), 0};
            }
        }
        for (quint32 level = 0; level < treeDepth; ++level) {
            const quint16 best = bestSplit(own, level);
            tree.statements[level] = best;
            for (const quint32 i : m_holders[best]) {
                own[i].leaf |= 1U << level;
            }
        }
        std::array<Slopes, 8> sums{};
        for (const Pull &one : own) {
            sums[one.leaf].slope += static_cast<double>(one.slope);
            sums[one.leaf].bend += static_cast<double>(one.bend);
        }
        for (std::size_t l = 0; l < 8; ++l) {
            const double value =
                -sums[l].slope / (sums[l].bend + m_effort.treeRidge) * m_effort.shrink;
            tree.thousandths[l] = toThousandths(value);
        }
        for (std::size_t i = 0; i < m_samples.size(); ++i) {
            m_margins[i] += tree.thousandths[own[i].leaf] / 1000.0;
        }
        return tree;
    }

    /// The statement whose answer, in each leaf so far, explains most of what is left over.
    [[nodiscard]] quint16 bestSplit(const std::vector<Pull> &own, quint32 level) const
    {
        const std::size_t leaves = 1U << level;
        std::array<Slopes, 4> totals{};
        for (const Pull &one : own) {
            totals[one.leaf].slope += static_cast<double>(one.slope);
            totals[one.leaf].bend += static_cast<double>(one.bend);
        }
        std::vector<std::array<Held, 4>> held(Evidence::size);
        for (std::size_t i = 0; i < own.size(); ++i) {
            const Pull &one = own[i];
            if (one.bend <= 0) {
                continue;
            }
            for (const quint16 f : m_samples[i].statements) {
                if (f >= Evidence::size) {
                    break;
                }
                Held &sum = held[f][one.leaf];
                sum.slope += one.slope;
                sum.bend += one.bend;
            }
        }
        double bestGain = -1;
        quint16 best = 0;
        for (std::size_t f = 0; f < Evidence::size; ++f) {
            if (m_holders[f].size() < leastHolders) {
                continue;
            }
            double sum = 0;
            for (std::size_t l = 0; l < leaves; ++l) {
                const Slopes with{static_cast<double>(held[f][l].slope),
                                  static_cast<double>(held[f][l].bend)};
                sum +=
                    gain(with) + gain({totals[l].slope - with.slope, totals[l].bend - with.bend});
            }
            if (sum > bestGain + 1e-9) {
                bestGain = sum;
                best = static_cast<quint16>(f);
            }
        }
        return best;
    }

    const std::vector<Sample> &m_samples;
    const Effort &m_effort;
    std::vector<double> m_margins;
    std::vector<double> m_weights;
    std::vector<std::vector<quint32>> m_holders; ///< the samples that hold each statement
    double m_bias = 0;
};

} // namespace

Learnt learn(const std::vector<Sample> &samples, const Effort &effort)
{
    return Learner(samples, effort).run();
}

} // namespace training
