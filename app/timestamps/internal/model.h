// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/evidence.h"

#include <span>
#include <vector>

namespace app::timestamps::internal {

class WordReader;

/// How much one statement of the evidence counts, in thousandths of a unit of log odds.
struct Weight
{
    quint16 statement = 0;
    qint16 thousandths = 0;
};

/// What three statements say together: one value for each of their eight combinations.
struct Tree
{
    std::array<quint16, 3> statements{};
    std::array<qint16, 8> thousandths{};
};

/// Adds up evidence to a chance: a sum of weights, corrected by small trees for what single
/// statements cannot tell.
struct Model
{
    int bias = 0; ///< in thousandths
    std::span<const Weight> weights;
    std::span<const Tree> trees;
};

/// The same, laid out to be asked many times.
class Judge
{
public:
    explicit Judge(const Model &model);

    /// Asks about one candidate after the other; neighbours have most of their evidence in common,
    /// and only where they differ is looked at. The judge must outlive it.
    class Round
    {
    public:
        explicit Round(const Judge &judge);

        /// From 0 to 1. Does not depend on what was asked before.
        [[nodiscard]] float chance(const Evidence &evidence);

    private:
        void turn(std::size_t statement, bool holds);

        const Judge &m_judge;
        Evidence m_last;
        std::vector<quint8> m_leaves; ///< by tree
        int m_sum;
    };

    /// The same for a single one.
    [[nodiscard]] float chance(const Evidence &evidence) const;

private:
    /// A tree one statement has a say in.
    struct Branch
    {
        quint16 tree = 0;
        quint8 bit = 0;
    };

    int m_bias; ///< with what the trees say when nothing holds
    std::array<qint16, Evidence::all> m_weights{};
    std::span<const Tree> m_trees;
    std::vector<Branch> m_branches; ///< by statement
    std::array<quint16, Evidence::size + 1> m_firstBranch{};
};

/// The questions that are asked, one after the other.
struct Models
{
    Judge first;   ///< a place, by its own evidence
    Judge second;  ///< a place, knowing what the first look made of its neighbours
    Judge foreign; ///< if a place, one in another recording
    /// Is asked where the others are unsure; may be null.
    const WordReader *words = nullptr;
};

/// Those in the repository, made by train_timestamps.
[[nodiscard]] const Models &trainedModels();

} // namespace app::timestamps::internal
