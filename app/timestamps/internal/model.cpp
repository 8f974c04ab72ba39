// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/model.h"

#include "app/timestamps/internal/wordreader.h"

#include <cmath>

namespace app::timestamps::internal {

namespace {

#include "app/timestamps/internal/weights.inc"

} // namespace

Judge::Judge(const Model &model)
    : m_bias(model.bias)
    , m_trees(model.trees)
{
    for (const Weight &weight : model.weights) {
        m_weights[weight.statement] = weight.thousandths;
    }
    std::vector<std::vector<Branch>> branches(Evidence::size);
    for (std::size_t tree = 0; tree < m_trees.size(); ++tree) {
        m_bias += m_trees[tree].thousandths[0];
        for (std::size_t bit = 0; bit < 3; ++bit) {
            branches[m_trees[tree].statements[bit]].push_back(
                {static_cast<quint16>(tree), static_cast<quint8>(1U << bit)});
        }
    }
    for (std::size_t statement = 0; statement < branches.size(); ++statement) {
        m_branches.insert(m_branches.end(), branches[statement].begin(), branches[statement].end());
        m_firstBranch[statement + 1] = static_cast<quint16>(m_branches.size());
    }
}

Judge::Round::Round(const Judge &judge)
    : m_judge(judge)
    , m_leaves(judge.m_trees.size())
    , m_sum(judge.m_bias)
{}

float Judge::Round::chance(const Evidence &evidence)
{
    evidence.forEachChange(m_last, [this](int statement, bool holds) {
        turn(static_cast<std::size_t>(statement), holds);
    });
    m_last = evidence;
    int sum = m_sum;
    evidence.forEachSpelling([this, &sum](int statement) {
        sum += m_judge.m_weights[static_cast<std::size_t>(statement)];
    });
    return 1.0F / (1.0F + std::exp(static_cast<float>(-sum) / 1000.0F));
}

void Judge::Round::turn(std::size_t statement, bool holds)
{
    const int weight = m_judge.m_weights[statement];
    int sum = m_sum + (holds ? weight : -weight);
    const std::size_t end = m_judge.m_firstBranch[statement + 1];
    for (std::size_t i = m_judge.m_firstBranch[statement]; i < end; ++i) {
        const Branch branch = m_judge.m_branches[i];
        const auto &values = m_judge.m_trees[branch.tree].thousandths;
        quint8 &leaf = m_leaves[branch.tree];
        sum -= values[leaf];
        leaf = static_cast<quint8>(leaf ^ branch.bit);
        sum += values[leaf];
    }
    m_sum = sum;
}

float Judge::chance(const Evidence &evidence) const
{
    return Round(*this).chance(evidence);
}

const Models &trainedModels()
{
    static const Models models{Judge({firstBias, firstWeights, firstTrees}),
                               Judge({secondBias, secondWeights, secondTrees}),
                               Judge({foreignBias, foreignWeights, foreignTrees}),
                               &WordReader::trained()};
    return models;
}

} // namespace app::timestamps::internal
