// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/corrections.h"

#include "app/transcripts/internal/corrector.h"

#include <algorithm>
#include <set>

namespace app::transcripts {

using base::ErrorCode;
using internal::EditLimits;
using timestamps::Duration;

namespace {

bool isWithin(const QString &text, qsizetype place)
{
    // Half a character is no place.
    return place >= 0 && place <= text.size()
           && (place == 0 || place == text.size() || !text[place].isLowSurrogate()
               || !text[place - 1].isHighSurrogate());
}

/// Text as a body may hold it: one line, single spaces, nothing that cannot be seen.
QString oneLine(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : text) {
        if (c.isSpace() || c.category() == QChar::Other_Control) {
            if (!line.endsWith(u' '))
                line.append(u' ');
        } else {
            line.append(c);
        }
    }
    return line;
}

bool isSane(const FixText &edit)
{
    return edit.length >= 0 && edit.length <= edit.cue.body.size()
           && isWithin(edit.cue.body, edit.offset)
           && isWithin(edit.cue.body, edit.offset + edit.length)
           && edit.newText.size() <= EditLimits::longestText;
}

bool isSane(const SplitCue &edit)
{
    const QStringView body(edit.cue.body);
    return isWithin(edit.cue.body, edit.offset) && !body.first(edit.offset).trimmed().isEmpty()
           && !body.sliced(edit.offset).trimmed().isEmpty();
}

bool isSane(const MergeWithNext &)
{
    return true;
}

bool isSane(const RenameSpeaker &edit)
{
    return edit.name.size() <= EditLimits::longestName;
}

bool isSane(const SetSpeaker &edit)
{
    return edit.speaker.size() <= EditLimits::longestName;
}

bool isSane(const ShiftTimes &edit)
{
    return std::chrono::abs(edit.by) <= EditLimits::longestShift;
}

/// Whether an edit changes nothing wherever it stands.
bool isNothing(const Edit &edit)
{
    if (const auto *fix = std::get_if<FixText>(&edit))
        return fix->newBody() == fix->cue.body;
    if (const auto *rename = std::get_if<RenameSpeaker>(&edit))
        return rename->label == rename->name;
    if (const auto *shift = std::get_if<ShiftTimes>(&edit))
        return shift->by == Duration(0);
    return false;
}

Edit tidied(Edit edit)
{
    if (auto *fix = std::get_if<FixText>(&edit))
        fix->newText = oneLine(fix->newText);
    else if (auto *rename = std::get_if<RenameSpeaker>(&edit))
        rename->name = oneLine(rename->name).trimmed();
    else if (auto *set = std::get_if<SetSpeaker>(&edit))
        set->speaker = oneLine(set->speaker).trimmed();
    return edit;
}

/// Two corrections of the same words as one, when the second is within what the first wrote.
std::optional<Edit> joined(const FixText &first, const FixText &second)
{
    const FixText plain = internal::plainFix(first);
    const qsizetype in = second.offset - plain.offset;
    if (second.cue.index != first.cue.index || second.cue.body != first.newBody() || in < 0
        || in + second.length > plain.newText.size()) {
        return std::nullopt;
    }
    const FixText inner = internal::plainFix(second);
    if (inner.offset != second.offset || inner.length != second.length)
        return std::nullopt;
    FixText both = plain;
    both.newText.replace(in, inner.length, inner.newText);
    return both.newBody() == second.newBody() ? std::optional<Edit>(both) : std::nullopt;
}

std::optional<Edit> joined(const SetSpeaker &first, const SetSpeaker &second)
{
    return first.cue == second.cue ? std::optional<Edit>(second) : std::nullopt;
}

std::optional<Edit> joined(const ShiftTimes &first, const ShiftTimes &second)
{
    const bool all = !first.from && !second.from;
    // Moved back, cues may have come among those that stayed: then it is no longer the same ones.
    const bool same = first.from && second.from && first.by > Duration(0)
                      && *first.from + first.by == *second.from;
    if (!(all || same) || std::chrono::abs(first.by + second.by) > EditLimits::longestShift)
        return std::nullopt;
    return ShiftTimes{first.by + second.by, first.from};
}

template <typename First, typename Second>
std::optional<Edit> joined(const First &, const Second &)
{
    return std::nullopt;
}

} // namespace

namespace internal {

bool isSaneEdit(const Edit &edit)
{
    return std::visit([](const auto &one) { return isSane(one); }, edit);
}

bool touchesAll(const Edit &edit)
{
    return std::holds_alternative<RenameSpeaker>(edit) || std::holds_alternative<ShiftTimes>(edit);
}

FixText plainFix(FixText fix)
{
    const QString &body = fix.cue.body;
    const auto isBlank = [&body](qsizetype at) {
        return at < 0 || at >= body.size() || body[at].isSpace();
    };
    if (fix.newText.startsWith(u' ') && isBlank(fix.offset - 1))
        fix.newText.remove(0, 1);
    const qsizetype end = fix.offset + fix.length;
    if (fix.newText.endsWith(u' ') && isBlank(end))
        fix.newText.chop(1);
    if (!fix.newText.isEmpty() || !isBlank(end))
        return fix;
    // A word was taken out: one of the spaces around it goes too.
    if (fix.offset > 0 && body[fix.offset - 1] == u' ') {
        --fix.offset;
        ++fix.length;
    } else if (fix.offset == 0 && end < body.size() && body[end] == u' ') {
        ++fix.length;
    }
    return fix;
}

} // namespace internal

QString FixText::newBody() const
{
    const FixText plain = internal::plainFix(*this);
    return cue.body.left(plain.offset) + plain.newText + cue.body.mid(plain.offset + plain.length);
}

CorrectedTranscript applyCorrections(const Transcript &original, const Corrections &corrections)
{
    CorrectedTranscript corrected;
    if (corrections.isEmpty()) {
        corrected.transcript = original;
        return corrected;
    }
    internal::Corrector corrector(original.cues);
    for (std::size_t at = 0; at < corrections.edits.size(); ++at) {
        const Edit &edit = corrections.edits[at];
        if (!internal::isSaneEdit(edit) || !corrector.apply(edit))
            corrected.unfit.push_back(at);
    }
    corrected.transcript.language = original.language;
    corrected.transcript.cues = corrector.take();
    return corrected;
}

base::Result<void> addEdit(Corrections &corrections, const Edit &edit)
{
    const Edit added = tidied(edit);
    if (!internal::isSaneEdit(added)) {
        return base::unexpected(ErrorCode::Malformed,
                                QStringLiteral("a correction is not about anything that is there"));
    }
    if (isNothing(added))
        return {};
    std::vector<Edit> &edits = corrections.edits;
    if (!edits.empty()) {
        const auto both =
            std::visit([](const auto &first, const auto &second) { return joined(first, second); },
                       edits.back(),
                       added);
        if (both && internal::isSaneEdit(*both)) {
            edits.back() = *both;
            if (isNothing(*both))
                edits.pop_back();
            return {};
        }
    }
    const auto whole = std::count_if(edits.begin(), edits.end(), internal::touchesAll);
    if (edits.size() >= EditLimits::mostEdits
        || (internal::touchesAll(added) && whole >= EditLimits::mostForAll)) {
        return base::unexpected(ErrorCode::TooLarge,
                                QStringLiteral("a transcript cannot have more corrections"));
    }
    edits.push_back(added);
    return {};
}

CueRef cueRef(const Transcript &transcript, std::size_t index)
{
    Q_ASSERT(index < transcript.cues.size());
    return {index, transcript.cues[index].body};
}

std::vector<QString> speakersOf(const Transcript &transcript)
{
    std::vector<QString> labels;
    std::set<QString> known;
    for (const Cue &cue : transcript.cues) {
        if (!cue.speaker.isEmpty() && known.insert(cue.speaker).second)
            labels.push_back(cue.speaker);
    }
    return labels;
}

void nameSpeakers(Transcript &transcript, const SpeakerNames &names)
{
    if (names.empty())
        return;
    for (Cue &cue : transcript.cues) {
        if (const auto name = names.find(cue.speaker); name != names.end())
            cue.speaker = name->second;
    }
}

} // namespace app::transcripts
