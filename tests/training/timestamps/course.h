// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/decision.h"
#include "tests/training/timestamps/learner.h"
#include "tests/unit/timestamps/labelledtexts.h"

#include <functional>

namespace training {

/// One text in one form, with its evidence and the answers for its candidates.
struct Lesson
{
    tests::LabelledText text;
    int group = 0;     ///< forms of the same text share it
    int deck = 0;      ///< texts about the same matter, in whichever language, share it
    int otherDeck = 0; ///< of the second text, where two were put together
    QString otherFile; ///< and its file
    double weight = 1;
    bool counts = true; ///< whether figures are taken from it
    app::timestamps::internal::Document document;
    std::vector<app::timestamps::internal::Evidence> evidence; ///< before the first look
    int evidenceSize = 0;
    std::vector<int> answers;        ///< 1 a place, 0 none, -1 unclear or refused
    std::vector<int> foreignAnswers; ///< for places; -1 for all others
};

using Use = std::function<bool(const Lesson &)>;

struct LearntModels
{
    Learnt first;
    Learnt second;
    Learnt foreign;

    [[nodiscard]] app::timestamps::internal::Models models() const;
};

constexpr int outerFolds = 10;
constexpr int innerFolds = 5;
/// Decks are dealt to both kinds of folds, independently.
constexpr int decks = outerFolds * innerFolds;

/// Every text of a folder: as written, as show notes, and without its duration.
void addLessons(std::vector<Lesson> &lessons, const QString &folder, bool counts);

/// The documents of the lessons with the first look at each by a model that has not learnt from it.
[[nodiscard]] std::vector<app::timestamps::internal::Document>
lookFirst(const std::vector<Lesson> &lessons, const Use &use);

/// Learns from the lessons whose deck passes the test.
[[nodiscard]] LearntModels learnFrom(const std::vector<Lesson> &lessons, const Use &use);

/// Reads a lesson's text with some models.
[[nodiscard]] std::vector<app::timestamps::Timestamp>
readWith(const Lesson &lesson, const app::timestamps::internal::Models &models);

} // namespace training
