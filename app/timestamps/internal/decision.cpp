// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/decision.h"

#include "app/timestamps/internal/order.h"
#include "app/timestamps/internal/wordreader.h"

#include <algorithm>
#include <cmath>

namespace app::timestamps::internal {

namespace {

constexpr qint64 boundTolerance = 5000;
constexpr qint64 msPerHour = 3600000;
/// Ends whose chances lie further apart are no range.
constexpr float mostApart = 0.8F;

bool isPlace(const Candidate &c)
{
    return c.isWeighed() && c.chance >= leastChance;
}

/// The two ends of a range stand or fall together, but for an end that was cut off, and where one
/// is clearly none: "on duty since 22:00 – 14:09".
void balanceRanges(Document &document)
{
    Candidates &candidates = document.candidates;
    const auto isBeyond = [&](const Candidate &c) {
        return document.durationMs && c.value(false) > *document.durationMs + boundTolerance;
    };
    for (Candidate &start : candidates) {
        if (start.rangeEnd >= 0 && start.isWeighed() && candidates[start.rangeEnd].isWeighed()) {
            Candidate &end = candidates[start.rangeEnd];
            const bool isCutOff = isBeyond(end) && !isBeyond(start);
            if (isCutOff || std::abs(start.chance - end.chance) > mostApart) {
                continue;
            }
            const float mean = (start.chance + end.chance) / 2;
            start.chance = mean;
            end.chance = mean;
        }
    }
}

/// Decides one list.
class ListDecision
{
public:
    ListDecision(Document &document, qsizetype list, const TimestampHints &hints)
        : m_document(document)
        , m_list(document.lists[list])
        , m_hints(hints)
    {
        for (const qsizetype i : m_list.members) {
            Candidate &c = document.candidates[i];
            m_all.append(&c);
            if (c.rangeEnd >= 0) {
                m_all.append(&document.candidates[c.rangeEnd]);
            }
            if (isPlace(c)) {
                m_places.append(&c);
            }
        }
    }

    void run()
    {
        assignValues();
        decideRecording();
        for (Candidate *c : m_all) {
            if (!c->foreign && isBeyond(c)) {
                c->chance = 0;
            }
        }
    }

private:
    void assignValues()
    {
        const bool forced = m_hints.shortForm.has_value();
        const bool allHours = forced ? *m_hints.shortForm == ShortForm::HoursMinutes
                                     : m_list.declaration.hoursAndMinutes;
        const qsizetype from =
            forced || allHours ? m_places.size() : firstHourMember(m_places, m_document.durationMs);
        const Candidate *firstHour = from < m_places.size() ? m_places[from] : nullptr;
        for (Candidate *c : m_all) {
            c->ms = c->value(allHours || (firstHour != nullptr && c->begin >= firstHour->begin));
        }
    }

    [[nodiscard]] bool isBeyond(const Candidate *c) const
    {
        return m_document.durationMs && c->ms > *m_document.durationMs + boundTolerance;
    }

    /// A list is for another recording as a whole; times in running text each for themselves, and
    /// so are those of a list that clearly says both: "here 28:10, there 22:10".
    void decideRecording()
    {
        double sum = 0;
        float least = 1;
        float most = 0;
        for (const Candidate *c : m_places) {
            sum += static_cast<double>(c->foreignChance);
            least = std::min(least, c->foreignChance);
            most = std::max(most, c->foreignChance);
        }
        constexpr float mostUnlike = 0.6F;
        const bool whole = m_list.place != ListPlace::Inline && most - least <= mostUnlike;
        const bool likely =
            whole && !m_places.isEmpty() && !isWarned() && sum * 2 >= double(m_places.size());
        const bool foreign = likely || (whole && endsBeyond());
        for (Candidate *c : m_all) {
            const bool own = whole ? foreign : c->foreignChance >= 0.5F;
            c->foreign = m_hints.recording ? *m_hints.recording == Recording::Other : own;
        }
    }

    /// "May differ on YouTube" above a list speaks of the video and leaves the list to this
    /// recording.
    [[nodiscard]] bool isWarned() const
    {
        if (m_list.head < 0 || m_list.declaration.foreign) {
            return false;
        }
        const Line &head = m_document.lines[m_list.head];
        return (head.cues & Video) != 0 && (head.cues & Differ) != 0 && !head.declaration.foreign;
    }

    /// Two beyond the end, or the last of an ordered list: this is the list of another cut.
    [[nodiscard]] bool endsBeyond() const
    {
        const auto beyond =
            std::count_if(m_places.begin(), m_places.end(), [&](auto *c) { return isBeyond(c); });
        if (beyond == 0 || m_places.size() < 3) {
            return false;
        }
        qsizetype breaks = 0;
        for (qsizetype i = 1; i < m_places.size(); ++i) {
            breaks += m_places[i]->ms < m_places[i - 1]->ms ? 1 : 0;
        }
        const bool ordered = breaks * 5 <= m_places.size();
        if (m_list.place == ListPlace::OneLine) {
            // In running text the last may be a film's length.
            return ordered && beyond >= 2;
        }
        return beyond == 1 ? breaks == 0 : ordered || beyond * 3 >= m_places.size();
    }

    Document &m_document;
    const List &m_list;
    const TimestampHints &m_hints;
    Members m_all;
    Members m_places;
};

/// The end of a range, with the hour of its start when it leaves it out.
std::optional<qint64> rangeEnd(const Candidate &start, const Candidate &end)
{
    if (end.ms > start.ms) {
        return end.ms;
    }
    if (start.fieldCount == 3 && end.isShort()) {
        const qint64 withHour = start.ms / msPerHour * msPerHour + end.value(false);
        return withHour > start.ms ? std::optional(withHour) : std::nullopt;
    }
    return std::nullopt;
}

/// A range whose end is wrong leaves its start alone, or two places where it runs backwards.
void settleRange(Candidates &candidates, Candidate &start)
{
    Candidate &end = candidates[start.rangeEnd];
    const auto ms = rangeEnd(start, end);
    if (isPlace(end) && ms) {
        start.endMs = ms;
        return;
    }
    start.rangeEnd = -1;
    end.rangeStart = -1;
}

/// From which chance on a place is sure: a word such as "mark" says all there is to say.
float sureFrom(const Candidate &c, const Document &document)
{
    if (c.mark) {
        return leastChance;
    }
    const bool inSentence = c.list >= 0 && document.lists[c.list].place == ListPlace::Inline
                            && !c.isBracketed() && c.linked == Linked::No;
    return inSentence ? sureChanceInSentence : sureChance;
}

Timestamp toTimestamp(const Candidate &candidate, const Document &document, QStringView original)
{
    const bool range = candidate.rangeEnd >= 0;
    const qsizetype end = range ? document.candidates[candidate.rangeEnd].end : candidate.end;
    Timestamp timestamp;
    timestamp.start = MediaTime::fromMs(candidate.ms);
    if (candidate.endMs) {
        timestamp.end = MediaTime::fromMs(*candidate.endMs);
    }
    timestamp.span = document.text.originalSpan(original, candidate.begin, end);
    timestamp.recording = candidate.foreign ? Recording::Other : Recording::This;
    const bool sure = candidate.chance >= sureFrom(candidate, document) && candidate.shown;
    timestamp.certainty = sure ? Certainty::Sure : Certainty::Unsure;
    timestamp.list = static_cast<int>(candidate.list);
    timestamp.shortForm = candidate.isShort();
    return timestamp;
}

/// The times of a list are as sure as most of them.
void agreeInLists(std::vector<Timestamp> &times, std::size_t lists)
{
    std::vector<int> surer(lists);
    for (const Timestamp &time : times) {
        if (time.list >= 0) {
            surer[static_cast<std::size_t>(time.list)] +=
                time.certainty == Certainty::Sure ? 1 : -1;
        }
    }
    for (Timestamp &time : times) {
        if (time.list >= 0 && surer[static_cast<std::size_t>(time.list)] > 0) {
            time.certainty = Certainty::Sure;
        }
    }
}

/// Three or more in one line are a list when they are places; one at the end of a line is none.
bool isListed(const Document &document, const List &list)
{
    if (list.place == ListPlace::End && list.members.size() < 2) {
        return false;
    }
    if (list.place != ListPlace::OneLine) {
        return list.place != ListPlace::Inline;
    }
    // A few tell, and a line of thousands stays cheap.
    int places = 0;
    for (qsizetype i = 0; i < std::min<qsizetype>(list.members.size(), 8); ++i) {
        places += isPlace(document.candidates[list.members[i]]) ? 1 : 0;
    }
    return places >= 3;
}

/// "the bit about tides 41:07 was mine" may be a place and is no more than that.
void findShown(Document &document, const std::vector<Evidence> &evidence)
{
    const auto says = [](const Evidence &e, WordPlace place, Cue cue) {
        return e.has(static_cast<int>(place) * cueCount + std::countr_zero(cue + 0ULL));
    };
    for (qsizetype i = 0; i < document.candidates.size(); ++i) {
        Candidate &c = document.candidates[i];
        const Evidence &e = evidence[static_cast<std::size_t>(i)];
        const bool listed = c.list >= 0 && isListed(document, document.lists[c.list]);
        c.mark = c.mark || says(e, WordPlace::After1, Mark);
        const bool worded = says(e, WordPlace::Before1, Place);
        const bool chained = c.chainedTo >= 0 && document.candidates[c.chainedTo].shown;
        c.shown = listed || c.isBracketed() || c.linked != Linked::No || c.unitBefore || c.mark
                  || c.form == Form::Fragment || worded || chained;
    }
}

/// A model that says less than this, or as near to one, is sure; learnwords.py measures with it.
constexpr float leastDoubt = 0.05F;
/// How much of the answer is the words' where the other models are unsure.
constexpr float wordsShare = 0.7F;

bool isUnsure(float chance)
{
    return chance > leastDoubt && chance < 1 - leastDoubt;
}

float together(float chance, float wordsOdds)
{
    const float odds = std::log(chance / (1 - chance));
    return 1 / (1 + std::exp(-(wordsShare * wordsOdds + (1 - wordsShare) * odds)));
}

/// Asks the reader of words about those the others are unsure of.
void askWords(Document &document, const std::vector<Evidence> &evidence, const WordReader &words)
{
    std::vector<qsizetype> unsure;
    for (qsizetype i = 0; i < document.candidates.size(); ++i) {
        const Candidate &c = document.candidates[i];
        const bool whose = c.chance >= leastDoubt && isUnsure(c.foreignChance);
        if (c.isWeighed() && (isUnsure(c.chance) || whose)) {
            unsure.push_back(i);
        }
    }
    for (const WordReader::Opinion &opinion : words.read(document, evidence, unsure)) {
        Candidate &c = document.candidates[opinion.candidate];
        if (isUnsure(c.chance)) {
            c.chance = together(c.chance, opinion.place);
        }
        if (isUnsure(c.foreignChance)) {
            c.foreignChance = together(c.foreignChance, opinion.foreign);
        }
    }
}

} // namespace

std::vector<Evidence> weigh(Document &document, const Models &models)
{
    int next = 0;
    std::vector<Evidence> evidence = gatherEvidence(document, next);
    const auto ask = [&](const Judge &judge, auto set) {
        Judge::Round round(judge);
        for (qsizetype i = 0; i < document.candidates.size(); ++i) {
            if (document.candidates[i].isWeighed()) {
                set(document.candidates[i], round.chance(evidence[static_cast<std::size_t>(i)]));
            }
        }
    };
    ask(models.first, [](Candidate &c, float chance) { c.chance = c.firstChance = chance; });
    recordNeighbours(document, next, evidence);
    ask(models.second, [](Candidate &c, float chance) { c.chance = chance; });
    // Whose time it is matters for places, and for what the words may yet make one.
    Judge::Round foreign(models.foreign);
    for (qsizetype i = 0; i < document.candidates.size(); ++i) {
        Candidate &c = document.candidates[i];
        if (c.isWeighed() && c.chance >= leastDoubt) {
            c.foreignChance = foreign.chance(evidence[static_cast<std::size_t>(i)]);
        }
    }
    if (models.words != nullptr) {
        askWords(document, evidence, *models.words);
    }
    findShown(document, evidence);
    return evidence;
}

std::vector<Timestamp>
decide(Document &document, const AnnotatedText &text, const TimestampHints &hints)
{
    balanceRanges(document);
    for (qsizetype i = 0; i < document.lists.size(); ++i) {
        ListDecision(document, i, hints).run();
    }
    std::vector<Timestamp> found;
    for (Candidate &candidate : document.candidates) {
        if (!isPlace(candidate)) {
            continue;
        }
        if (candidate.rangeEnd >= 0) {
            settleRange(document.candidates, candidate);
        }
        if (candidate.rangeStart < 0 || !isPlace(document.candidates[candidate.rangeStart])) {
            found.push_back(toTimestamp(candidate, document, text.text));
        }
    }
    agreeInLists(found, static_cast<std::size_t>(document.lists.size()));
    return found;
}

} // namespace app::timestamps::internal
