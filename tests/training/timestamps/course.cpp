// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/training/timestamps/course.h"

#include "app/timestamps/internal/characters.h"

namespace training {

using namespace app::timestamps;
using namespace app::timestamps::internal;
using tests::LabelledText;
using tests::Mark;

namespace {

constexpr qsizetype longestJoined = 700;
constexpr double joinedWeight = 0.4;
constexpr quint32 forgetfulRounds = 4;
constexpr double forgetfulWeight = 1.0 / forgetfulRounds;
/// The first look is kept simple: what it is too sure of misleads the second.
constexpr Effort firstEffort{.trees = 20};
/// Few places are in another recording, and few statements tell so.
constexpr Effort foreignEffort{.ridge = 3, .spellingRidge = 3, .trees = 50};

void answer(Lesson &lesson)
{
    const Document &document = lesson.document;
    const auto count = static_cast<std::size_t>(document.candidates.size());
    lesson.answers.assign(count, 0);
    lesson.foreignAnswers.assign(count, -1);
    for (std::size_t i = 0; i < count; ++i) {
        const Candidate &c = document.candidates[static_cast<qsizetype>(i)];
        if (!c.isWeighed()) {
            lesson.answers[i] = -1;
            continue;
        }
        const TextSpan span = document.text.originalSpan(lesson.text.text.text, c.begin, c.end);
        for (const Mark &mark : lesson.text.marks) {
            if (tests::overlaps(mark.span, span)) {
                lesson.answers[i] = mark.unclear ? -1 : 1;
                lesson.foreignAnswers[i] = mark.unclear ? -1 : mark.foreign ? 1 : 0;
            }
        }
    }
}

/// One author wrote the files of a name for many languages, mostly on the same matters in the same
/// order: "de-more", "fr-more".
class Dealer
{
public:
    int deckOf(const LabelledText &text, int group)
    {
        quint32 hash = static_cast<quint32>(group);
        if (const QString sort = text.file.section(u'-', 1); !sort.isEmpty()) {
            const int nth = m_seen[text.file + text.kind]++;
            hash = hashOfLetters(QStringLiteral("%1 %2 %3").arg(sort, text.kind).arg(nth), 0);
        }
        hash *= 2654435761U;
        return static_cast<int>((hash >> 12) % decks);
    }

private:
    std::map<QString, int> m_seen;
};

Lesson makeLesson(LabelledText text, int group, int deck, double weight, bool counts)
{
    Lesson lesson;
    lesson.text = std::move(text);
    lesson.group = group;
    lesson.deck = deck;
    lesson.otherDeck = deck;
    lesson.weight = weight;
    lesson.counts = counts;
    lesson.document = readDocument(lesson.text.text, lesson.text.duration);
    lesson.evidence = gatherEvidence(lesson.document, lesson.evidenceSize);
    answer(lesson);
    return lesson;
}

Sample makeSample(const Evidence &evidence, int answer, const Lesson &lesson)
{
    Sample sample;
    sample.group = lesson.group;
    evidence.forEach([&](int s) { sample.statements.push_back(static_cast<quint16>(s)); });
    sample.answer = answer;
    sample.weight = lesson.weight;
    return sample;
}

/// The same as if half of the kinds of words were unknown: languages the dictionary knows less well
/// must be judged by what is left.
Sample forgetWords(const Sample &sample, int group, quint32 round)
{
    Sample rest;
    rest.answer = sample.answer;
    rest.group = group;
    rest.weight = sample.weight * forgetfulWeight;
    for (const quint16 s : sample.statements) {
        if (s >= Evidence::size) {
            // Without any: the spelling must not explain what evidence of a kind could.
            continue;
        }
        const bool word = s < wordPlaceCount * cueCount;
        const auto mixed = static_cast<quint32>(s % cueCount) * 2654435761U
                           + (static_cast<quint32>(group) * 8 + round) * 2246822519U;
        if (!word || ((mixed >> 15) & 1U) != 0) {
            rest.statements.push_back(s);
        }
    }
    return rest;
}

void addSample(std::vector<Sample> &samples, const Sample &sample, int group)
{
    samples.push_back(sample);
    for (quint32 round = 0; round < forgetfulRounds; ++round) {
        samples.push_back(forgetWords(sample, group, round));
    }
}

Learnt learnFirst(const std::vector<Lesson> &lessons, const Use &use)
{
    std::vector<Sample> samples;
    for (const Lesson &lesson : lessons) {
        if (!use(lesson)) {
            continue;
        }
        for (std::size_t i = 0; i < lesson.answers.size(); ++i) {
            if (lesson.answers[i] >= 0) {
                addSample(samples,
                          makeSample(lesson.evidence[i], lesson.answers[i], lesson),
                          lesson.group);
            }
        }
    }
    return learn(samples, firstEffort);
}

/// Whether a text may stand beside another without changing what its numbers are.
bool isJoinable(const Lesson &lesson)
{
    const LabelledText &text = lesson.text;
    return text.duration && text.text.links.empty() && text.text.opaque.empty()
           && text.text.text.size() < longestJoined && !lesson.document.candidates.isEmpty()
           && std::none_of(text.marks.begin(), text.marks.end(), [](const Mark &mark) {
                  return mark.foreign || mark.unclear;
              });
}

LabelledText joined(const LabelledText &first, const LabelledText &second, quint32 hash)
{
    LabelledText both = first;
    both.kind = QStringLiteral("joined");
    const bool short1 = !first.text.text.contains(u'\n');
    const bool running = short1 && !second.text.text.contains(u'\n') && (hash & 3U) != 0;
    const QString gap = running ? QStringLiteral(" ") : QString(hash & 4U ? 1 : 2, u'\n');
    const qsizetype shift = first.text.text.size() + gap.size();
    both.text.text = first.text.text + gap + second.text.text;
    for (Mark mark : second.marks) {
        mark.span.offset += shift;
        both.marks.push_back(mark);
    }
    both.duration = first.marks.empty()    ? second.duration
                    : second.marks.empty() ? first.duration
                                           : std::max(first.duration, second.duration);
    return both;
}

/// Puts texts of one language side by side: what says of a number what it is must go on saying so
/// wherever it stands.
void addJoined(std::vector<Lesson> &lessons, const std::vector<std::size_t> &plain)
{
    std::vector<Lesson> more;
    for (std::size_t at = 0; at < plain.size(); ++at) {
        const Lesson &first = lessons[plain[at]];
        bool taken = false;
        for (std::size_t step = 1; step < plain.size() && !taken; ++step) {
            const Lesson &second = lessons[plain[(at + step * 7) % plain.size()]];
            const bool places = !first.text.marks.empty() && !second.text.marks.empty();
            if (second.text.language != first.text.language || second.group == first.group
                || second.deck / outerFolds != first.deck / outerFolds || places) {
                continue;
            }
            taken = true;
            const auto hash =
                static_cast<quint32>(first.group * 31 + second.group) * 2654435761U >> 8;
            more.push_back(makeLesson(joined(first.text, second.text, hash),
                                      first.group,
                                      first.deck,
                                      joinedWeight,
                                      false));
            more.back().otherDeck = second.deck;
            more.back().otherFile = second.text.file;
        }
    }
    std::move(more.begin(), more.end(), std::back_inserter(lessons));
}

} // namespace

Models LearntModels::models() const
{
    return {Judge(first.model()), Judge(second.model()), Judge(foreign.model())};
}

void addLessons(std::vector<Lesson> &lessons, const QString &folder, bool counts)
{
    int group = 0;
    for (const Lesson &lesson : lessons) {
        group = std::max(group, lesson.group + 1);
    }
    std::vector<std::size_t> plain;
    const auto raw = tests::readLabelledFolder(folder, tests::Route::Raw);
    const auto notes = tests::readLabelledFolder(folder, tests::Route::ShowNotes);
    Dealer dealer;
    for (std::size_t i = 0; i < raw.size(); ++i, ++group) {
        const int deck = dealer.deckOf(raw[i], group);
        // The cases are few and say what must not be got wrong.
        const double emphasis = raw[i].language == QLatin1String("cases") ? 3 : 1;
        lessons.push_back(makeLesson(raw[i], group, deck, emphasis, counts));
        if (isJoinable(lessons.back())) {
            plain.push_back(lessons.size() - 1);
        }
        if (notes[i].text.text != raw[i].text.text) {
            lessons.push_back(makeLesson(notes[i], group, deck, 0.5 * emphasis, false));
        }
        if (raw[i].duration) {
            LabelledText unknown = raw[i];
            unknown.duration.reset();
            lessons.push_back(makeLesson(unknown, group, deck, 0.3 * emphasis, false));
            // Whose time it is may be told by the duration alone.
            lessons.back().foreignAnswers.assign(lessons.back().foreignAnswers.size(), -1);
        }
    }
    addJoined(lessons, plain);
}

std::vector<Document> lookFirst(const std::vector<Lesson> &lessons, const Use &use)
{
    std::vector<Document> documents;
    documents.reserve(lessons.size());
    for (const Lesson &lesson : lessons) {
        documents.push_back(lesson.document);
    }
    for (int fold = 0; fold < innerFolds; ++fold) {
        const Learnt learnt = learnFirst(lessons, [&](const Lesson &lesson) {
            return use(lesson) && lesson.deck / outerFolds != fold;
        });
        const Judge judge(learnt.model());
        for (std::size_t l = 0; l < lessons.size(); ++l) {
            const Lesson &lesson = lessons[l];
            if (!use(lesson) || lesson.deck / outerFolds != fold) {
                continue;
            }
            for (std::size_t i = 0; i < lesson.answers.size(); ++i) {
                Candidate &c = documents[l].candidates[static_cast<qsizetype>(i)];
                c.chance = c.firstChance = judge.chance(lesson.evidence[i]);
            }
        }
    }
    return documents;
}

LearntModels learnFrom(const std::vector<Lesson> &lessons, const Use &use)
{
    LearntModels learnt;
    learnt.first = learnFirst(lessons, use);
    const std::vector<Document> documents = lookFirst(lessons, use);
    std::vector<Sample> places;
    std::vector<Sample> foreign;
    for (std::size_t l = 0; l < lessons.size(); ++l) {
        const Lesson &lesson = lessons[l];
        if (!use(lesson)) {
            continue;
        }
        std::vector<Evidence> evidence = lesson.evidence;
        recordNeighbours(documents[l], lesson.evidenceSize, evidence);
        for (std::size_t i = 0; i < evidence.size(); ++i) {
            if (lesson.answers[i] >= 0) {
                addSample(places, makeSample(evidence[i], lesson.answers[i], lesson), lesson.group);
            }
            if (lesson.foreignAnswers[i] >= 0) {
                foreign.push_back(makeSample(evidence[i], lesson.foreignAnswers[i], lesson));
            }
        }
    }
    learnt.second = learn(places, {});
    learnt.foreign = learn(foreign, foreignEffort);
    return learnt;
}

std::vector<Timestamp> readWith(const Lesson &lesson, const Models &models)
{
    Document document = lesson.document;
    weigh(document, models);
    return decide(document, lesson.text.text, {});
}

} // namespace training
