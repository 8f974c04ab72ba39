// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/training/timestamps/course.h"

namespace training {

using namespace app::timestamps;
using namespace app::timestamps::internal;
using tests::LabelledText;
using tests::Mark;

namespace {

constexpr int innerFolds = 5;
constexpr double forgetfulWeight = 1;

void answer(Lesson &lesson)
{
    const Document &document = lesson.document;
    const auto count = static_cast<std::size_t>(document.candidates.size());
    lesson.answers.assign(count, 0);
    lesson.foreignAnswers.assign(count, -1);
    for (std::size_t i = 0; i < count; ++i) {
        const Candidate &c = document.candidates[static_cast<qsizetype>(i)];
        if (c.refused || c.list < 0) {
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

Lesson makeLesson(LabelledText text, int group, double weight, bool counts)
{
    Lesson lesson;
    lesson.text = std::move(text);
    lesson.group = group;
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
Sample forgetWords(const Sample &sample, int group)
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
                           + static_cast<quint32>(group) * 2246822519U;
        if (!word || ((mixed >> 15) & 1U) != 0) {
            rest.statements.push_back(s);
        }
    }
    return rest;
}

void addSample(std::vector<Sample> &samples, const Sample &sample, int group)
{
    samples.push_back(sample);
    samples.push_back(forgetWords(sample, group));
}

Learnt learnFirst(const std::vector<Lesson> &lessons, const std::vector<bool> &use)
{
    std::vector<Sample> samples;
    for (const Lesson &lesson : lessons) {
        for (std::size_t i = 0;
             use[static_cast<std::size_t>(lesson.group)] && i < lesson.answers.size();
             ++i) {
            if (lesson.answers[i] >= 0) {
                addSample(samples,
                          makeSample(lesson.evidence[i], lesson.answers[i], lesson),
                          lesson.group);
            }
        }
    }
    return learn(samples, {.trees = 80});
}

/// The first look at lessons it has not learnt from, so the second is not misled by its memory.
void lookFirst(const std::vector<Lesson> &lessons,
               const std::vector<bool> &use,
               std::vector<Document> &documents)
{
    for (int fold = 0; fold < innerFolds; ++fold) {
        std::vector<bool> others = use;
        for (std::size_t g = 0; g < use.size(); ++g) {
            others[g] = use[g] && static_cast<int>(g % innerFolds) != fold;
        }
        const Learnt learnt = learnFirst(lessons, others);
        const Judge judge(learnt.model());
        for (std::size_t l = 0; l < lessons.size(); ++l) {
            const Lesson &lesson = lessons[l];
            if (!use[static_cast<std::size_t>(lesson.group)] || lesson.group % innerFolds != fold) {
                continue;
            }
            for (std::size_t i = 0; i < lesson.answers.size(); ++i) {
                documents[l].candidates[static_cast<qsizetype>(i)].chance =
                    judge.chance(lesson.evidence[i]);
            }
        }
    }
}

} // namespace

Models LearntModels::models() const
{
    return {Judge(first.model()), Judge(second.model()), Judge(foreign.model())};
}

void addLessons(std::vector<Lesson> &lessons, const QString &folder, bool counts)
{
    int group = lessons.empty() ? 0 : lessons.back().group + 1;
    const auto raw = tests::readLabelledFolder(folder, tests::Route::Raw);
    const auto notes = tests::readLabelledFolder(folder, tests::Route::ShowNotes);
    for (std::size_t i = 0; i < raw.size(); ++i, ++group) {
        // The cases are few and say what must not be got wrong.
        const double emphasis = raw[i].language == QLatin1String("cases") ? 3 : 1;
        lessons.push_back(makeLesson(raw[i], group, emphasis, counts));
        if (notes[i].text.text != raw[i].text.text) {
            lessons.push_back(makeLesson(notes[i], group, 0.5 * emphasis, false));
        }
        if (raw[i].duration) {
            LabelledText unknown = raw[i];
            unknown.duration.reset();
            lessons.push_back(makeLesson(unknown, group, 0.3 * emphasis, false));
            // Whose time it is may be told by the duration alone.
            lessons.back().foreignAnswers.assign(lessons.back().foreignAnswers.size(), -1);
        }
    }
}

LearntModels learnFrom(const std::vector<Lesson> &lessons, const std::vector<bool> &use)
{
    LearntModels learnt;
    learnt.first = learnFirst(lessons, use);
    std::vector<Document> documents;
    documents.reserve(lessons.size());
    for (const Lesson &lesson : lessons) {
        documents.push_back(lesson.document);
    }
    lookFirst(lessons, use, documents);
    std::vector<Sample> places;
    std::vector<Sample> foreign;
    for (std::size_t l = 0; l < lessons.size(); ++l) {
        const Lesson &lesson = lessons[l];
        if (!use[static_cast<std::size_t>(lesson.group)]) {
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
    learnt.foreign = learn(foreign, {.trees = 50});
    return learnt;
}

std::vector<Timestamp> readWith(const Lesson &lesson, const Models &models)
{
    Document document = lesson.document;
    weigh(document, models);
    return decide(document, lesson.text.text, {});
}

} // namespace training
