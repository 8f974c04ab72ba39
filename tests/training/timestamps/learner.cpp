// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/training/timestamps/learner.h"

#include <algorithm>
#include <cmath>

namespace training {

using namespace app::timestamps::internal;

namespace {

constexpr std::size_t statementCount = Evidence::all;
constexpr int treeDepth = 3;

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
            learnt.trees.push_back(growTree());
        }
        return learnt;
    }

private:
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

    void learnWeights()
    {
        for (int round = 0; round < m_effort.rounds; ++round) {
            double slope = 0;
            double bend = 1e-6;
            for (std::size_t i = 0; i < m_samples.size(); ++i) {
                addSlope(i, slope, bend);
            }
            const double step = std::clamp(-slope / bend, -1.0, 1.0);
            m_bias += step;
            for (double &margin : m_margins) {
                margin += step;
            }
            for (std::size_t f = 0; f < statementCount; ++f) {
                improve(f);
            }
        }
    }

    void addSlope(std::size_t i, double &slope, double &bend) const
    {
        const double chance = chanceOf(m_margins[i]);
        slope += (chance - m_samples[i].answer) * m_samples[i].weight;
        bend += chance * (1 - chance) * m_samples[i].weight;
    }

    void improve(std::size_t f)
    {
        if (m_holders[f].empty()) {
            return;
        }
        const double ridge = f < Evidence::size ? m_effort.ridge : m_effort.spellingRidge;
        double slope = ridge * m_weights[f];
        double bend = ridge;
        for (const quint32 i : m_holders[f]) {
            addSlope(i, slope, bend);
        }
        const double step = std::clamp(-slope / bend, -0.5, 0.5);
        if (std::abs(step) < 1e-5) {
            return;
        }
        m_weights[f] += step;
        for (const quint32 i : m_holders[f]) {
            m_margins[i] += step;
        }
    }

    struct Slopes
    {
        double slope = 0;
        double bend = 0;
    };

    [[nodiscard]] double gain(const Slopes &s) const
    {
        return s.slope * s.slope / (s.bend + m_effort.treeRidge);
    }

    Tree growTree()
    {
        Tree tree;
        std::vector<quint8> leaf(m_samples.size());
        std::vector<Slopes> own(m_samples.size());
        for (std::size_t i = 0; i < m_samples.size(); ++i) {
            addSlope(i, own[i].slope, own[i].bend);
        }
        for (int level = 0; level < treeDepth; ++level) {
            const quint16 best = bestSplit(leaf, own, level);
            tree.statements[static_cast<std::size_t>(level)] = best;
            for (const quint32 i : m_holders[best]) {
                leaf[i] = static_cast<quint8>(leaf[i] | (1 << level));
            }
        }
        std::array<Slopes, 8> sums{};
        for (std::size_t i = 0; i < m_samples.size(); ++i) {
            sums[leaf[i]].slope += own[i].slope;
            sums[leaf[i]].bend += own[i].bend;
        }
        for (std::size_t l = 0; l < 8; ++l) {
            const double value =
                -sums[l].slope / (sums[l].bend + m_effort.treeRidge) * m_effort.shrink;
            tree.thousandths[l] = toThousandths(value);
        }
        for (std::size_t i = 0; i < m_samples.size(); ++i) {
            m_margins[i] += tree.thousandths[leaf[i]] / 1000.0;
        }
        return tree;
    }

    /// The statement whose answer, in each leaf so far, explains most of what is left over.
    [[nodiscard]] quint16
    bestSplit(const std::vector<quint8> &leaf, const std::vector<Slopes> &own, int level) const
    {
        const std::size_t leaves = 1U << level;
        std::vector<Slopes> totals(leaves);
        for (std::size_t i = 0; i < m_samples.size(); ++i) {
            totals[leaf[i]].slope += own[i].slope;
            totals[leaf[i]].bend += own[i].bend;
        }
        double bestGain = -1;
        quint16 best = 0;
        for (std::size_t f = 0; f < Evidence::size; ++f) {
            if (m_holders[f].empty()) {
                continue;
            }
            std::array<Slopes, 4> held{};
            for (const quint32 i : m_holders[f]) {
                held[leaf[i]].slope += own[i].slope;
                held[leaf[i]].bend += own[i].bend;
            }
            double sum = 0;
            for (std::size_t l = 0; l < leaves; ++l) {
                sum += gain(held[l])
                       + gain({totals[l].slope - held[l].slope, totals[l].bend - held[l].bend});
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
