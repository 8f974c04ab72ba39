// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/model.h"

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
}

float Judge::chance(const Evidence &evidence) const
{
    int sum = m_bias;
    evidence.forEach([&](int statement) { sum += m_weights[static_cast<std::size_t>(statement)]; });
    for (const Tree &tree : m_trees) {
        const int leaf = (evidence.has(tree.statements[0]) ? 1 : 0)
                         + (evidence.has(tree.statements[1]) ? 2 : 0)
                         + (evidence.has(tree.statements[2]) ? 4 : 0);
        sum += tree.thousandths[static_cast<std::size_t>(leaf)];
    }
    return 1.0F / (1.0F + std::exp(static_cast<float>(-sum) / 1000.0F));
}

const Models &trainedModels()
{
    static const Models models{Judge({firstBias, firstWeights, firstTrees}),
                               Judge({secondBias, secondWeights, secondTrees}),
                               Judge({foreignBias, foreignWeights, foreignTrees})};
    return models;
}

} // namespace app::timestamps::internal
