// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/model.h"

#include <vector>

namespace training {

/// One candidate with the answer.
struct Sample
{
    std::vector<quint16> statements; ///< those that hold, ascending
    double answer = 0;
    double weight = 1;
    int group = 0; ///< samples of one text share it
};

/// A model that owns its numbers.
struct Learnt
{
    int bias = 0;
    std::vector<app::timestamps::internal::Weight> weights;
    std::vector<app::timestamps::internal::Tree> trees;

    [[nodiscard]] app::timestamps::internal::Model model() const { return {bias, weights, trees}; }
};

struct Effort
{
    double ridge = 20; ///< pulls weights to nothing
    double spellingRidge = 12;
    int spellingTexts = 5; ///< a word must stand in so many texts
    int rounds = 8;        ///< over all weights
    int trees = 400;
    double shrink = 0.15; ///< how much of each tree is taken
    double treeRidge = 30;
};

/// Logistic regression, then boosted trees on what it leaves over.
/// Nothing is random: the same samples give the same numbers.
[[nodiscard]] Learnt learn(const std::vector<Sample> &samples, const Effort &effort);

} // namespace training
