// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/corrections.h"

#include <optional>
#include <vector>

namespace app::transcripts::internal {

/// What keeps a list of corrections quick to do, whoever wrote it.
struct EditLimits
{
    static constexpr std::size_t mostEdits = 20'000;
    static constexpr qsizetype mostForAll = 500;
    static constexpr qsizetype longestText = 100'000;
    static constexpr qsizetype longestName = 1'000;
    static constexpr timestamps::Duration longestShift = std::chrono::hours(1'000);
};

[[nodiscard]] bool isSaneEdit(const Edit &edit);
/// Whether an edit goes through all cues.
[[nodiscard]] bool touchesAll(const Edit &edit);

/// The same correction so that it can be put in as it stands: no two spaces in a row come of it,
/// and none at the ends of the body.
[[nodiscard]] FixText plainFix(FixText fix);

/// Cues that edits are done to. In blocks, so that cutting and joining moves few of them.
class Corrector final
{
public:
    explicit Corrector(const std::vector<Cue> &cues);

    /// \returns whether it fits
    [[nodiscard]] bool apply(const Edit &edit);
    [[nodiscard]] std::vector<Cue> take();

private:
    struct Place
    {
        std::size_t block = 0;
        std::size_t cue = 0;
    };

    [[nodiscard]] bool apply(const FixText &edit);
    [[nodiscard]] bool apply(const SplitCue &edit);
    [[nodiscard]] bool apply(const MergeWithNext &edit);
    [[nodiscard]] bool apply(const RenameSpeaker &edit);
    [[nodiscard]] bool apply(const SetSpeaker &edit);
    [[nodiscard]] bool apply(const ShiftTimes &edit);

    [[nodiscard]] Place placeOf(std::size_t index) const;
    [[nodiscard]] const Cue &at(std::size_t index) const;
    [[nodiscard]] std::optional<std::size_t> find(const CueRef &ref,
                                                  const QString *nextBody = nullptr) const;
    [[nodiscard]] Cue &cue(std::size_t index);
    void insert(std::size_t index, Cue cue);
    void erase(std::size_t index);

    std::vector<std::vector<Cue>> m_blocks;
    std::size_t m_count = 0;
};

} // namespace app::transcripts::internal
