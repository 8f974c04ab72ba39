// SPDX-License-Identifier: GPL-3.0-or-later
// Learns the weights of the timestamp reader from labelled texts; see README.md beside this file.
#include "tests/training/timestamps/course.h"
#include "tests/training/timestamps/wordsamples.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <atomic>
#include <cmath>
#include <thread>

using namespace training;
using namespace app::timestamps;
using namespace app::timestamps::internal;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// The text round a mistake, on one line.
QString excerpt(const QString &text, const TextSpan &span)
{
    const qsizetype from = std::max<qsizetype>(0, span.offset - 60);
    const qsizetype end = span.offset + span.length;
    QString line = text.sliced(from, span.offset - from) + QStringLiteral("⟦")
                   + text.sliced(span.offset, span.length) + QStringLiteral("⟧")
                   + text.sliced(end, std::min<qsizetype>(50, text.size() - end));
    return line.replace(u'\n', QStringLiteral(" ⏎ "));
}

/// What the models thought of it: a place, and one of another recording.
QString chancesAt(const Lesson &lesson, const Document &document, const TextSpan &span)
{
    for (const Candidate &c : document.candidates) {
        const TextSpan own = document.text.originalSpan(lesson.text.text.text, c.begin, c.end);
        if (!c.refused && tests::overlaps(own, span)) {
            return QStringLiteral(" (%1, %2)")
                .arg(static_cast<double>(c.chance), 0, 'f', 2)
                .arg(static_cast<double>(c.foreignChance), 0, 'f', 2);
        }
    }
    return QStringLiteral(" (not seen)");
}

struct Figures
{
    tests::Tally kinds;
    tests::Tally languages;
    tests::Agreement total;
    double loss = 0; ///< of the chances, a smoother figure than the counts
    int asked = 0;

    void print(const QString &title)
    {
        tests::Tally all;
        all.add(QStringLiteral("all"), total);
        out() << title << "\n"
              << kinds.print(QStringLiteral("by kind"))
              << languages.print(QStringLiteral("by language"))
              << all.print(QStringLiteral("in total"))
              << QStringLiteral("mean surprise %1, mistakes %2\n")
                     .arg(loss / std::max(asked, 1), 0, 'f', 4)
                     .arg(total.claimed - total.right + total.marked - total.found);
        out().flush();
    }
};

void measure(const Lesson &lesson, const Models &models, Figures &figures, bool tell)
{
    tests::Mistakes mistakes;
    const auto agreement = tests::compare(lesson.text, readWith(lesson, models), &mistakes);
    figures.kinds.add(lesson.text.kind, agreement);
    figures.languages.add(lesson.text.language, agreement);
    figures.total.add(agreement);
    Document document = lesson.document;
    weigh(document, models);
    for (std::size_t i = 0; i < lesson.answers.size(); ++i) {
        if (lesson.answers[i] >= 0) {
            const auto chance = std::clamp(
                static_cast<double>(document.candidates[static_cast<qsizetype>(i)].chance),
                1e-3,
                1 - 1e-3);
            figures.loss -= std::log(lesson.answers[i] == 1 ? chance : 1 - chance);
            ++figures.asked;
        }
    }
    if (!tell) {
        return;
    }
    const QString where = QStringLiteral("%1:%2 %3")
                              .arg(lesson.text.language)
                              .arg(lesson.text.line)
                              .arg(lesson.text.kind);
    const auto say = [&](const char *what, const TextSpan &span) {
        out() << what << where << chancesAt(lesson, document, span) << ": "
              << excerpt(lesson.text.text.text, span) << "\n";
    };
    for (const TextSpan &span : mistakes.wrong) {
        say("WRONG  ", span);
    }
    for (const TextSpan &span : mistakes.missed) {
        say("MISSED ", span);
    }
}

using FoldOf = std::function<int(const Lesson &, int deck)>;

/// Each lesson is judged by models that have not seen its fold.
void crossValidate(const std::vector<Lesson> &lessons, int folds, const FoldOf &foldOf, bool tell)
{
    Figures figures;
    std::vector<LearntModels> learnt(static_cast<std::size_t>(folds));
    std::atomic<int> next = 0;
    const auto work = [&] {
        for (int fold = next++; fold < folds; fold = next++) {
            learnt[static_cast<std::size_t>(fold)] = learnFrom(lessons, [&](const Lesson &lesson) {
                return foldOf(lesson, lesson.deck) != fold
                       && foldOf(lesson, lesson.otherDeck) != fold;
            });
        }
    };
    {
        std::jthread helper(work);
        work();
    }
    for (int fold = 0; fold < folds; ++fold) {
        const Models models = learnt[static_cast<std::size_t>(fold)].models();
        for (const Lesson &lesson : lessons) {
            if (lesson.counts && foldOf(lesson, lesson.deck) == fold) {
                measure(lesson, models, figures, tell);
            }
        }
    }
    figures.print(QStringLiteral("cross-validated in %1 folds").arg(folds));
}

void writeModel(QTextStream &file, const QString &name, const Learnt &learnt)
{
    file << "constexpr int " << name << "Bias = " << learnt.bias << ";\n";
    file << "constexpr Weight " << name << "Weights[] = {\n";
    int column = 0;
    for (const Weight &weight : learnt.weights) {
        file << "{" << weight.statement << "," << weight.thousandths << "},"
             << (++column % 8 == 0 ? "\n" : "");
    }
    file << "};\nconstexpr Tree " << name << "Trees[] = {\n";
    for (const Tree &tree : learnt.trees) {
        file << "{{" << tree.statements[0] << "," << tree.statements[1] << "," << tree.statements[2]
             << "},{";
        for (const qint16 value : tree.thousandths) {
            file << value << ",";
        }
        file << "}},\n";
    }
    file << "};\n";
}

bool writeWeights(const QString &path, const LearntModels &learnt)
{
    QFile target(path);
    if (!target.open(QIODevice::WriteOnly)) {
        return false;
    }
    QTextStream file(&target);
    file << "// SPDX-License-Identifier: GPL-3.0-or-later\n"
            "// Written by train_timestamps; see tests/training/timestamps/README.md.\n";
    writeModel(file, QStringLiteral("first"), learnt.first);
    writeModel(file, QStringLiteral("second"), learnt.second);
    writeModel(file, QStringLiteral("foreign"), learnt.foreign);
    return true;
}

/// How well texts of other writers are read.
void measureOn(const QString &folder, const std::vector<Lesson> &lessons, bool tell)
{
    std::vector<Lesson> others;
    addLessons(others, folder, true);
    const LearntModels learnt = learnFrom(lessons, [](const Lesson &) { return true; });
    const Models models = learnt.models();
    Figures figures;
    for (const Lesson &lesson : others) {
        if (lesson.counts) {
            measure(lesson, models, figures, tell);
        }
    }
    figures.print(QStringLiteral("on texts of another folder"));
}

/// Which languages there are to leave out.
std::map<QString, int> languagesOf(const std::vector<Lesson> &lessons)
{
    std::map<QString, int> languages;
    for (const Lesson &lesson : lessons) {
        if (lesson.counts) {
            languages.emplace(lesson.text.language, static_cast<int>(languages.size()));
        }
    }
    return languages;
}

/// Texts of files such as de-NAME.txt are set aside, and what was joined with one of them.
bool writeSamples(const QString &path,
                  const std::vector<Lesson> &lessons,
                  const QString &meanings,
                  const QStringList &names)
{
    const auto isAside = [&](const QString &file) {
        return file.contains(u'-') && names.contains(file.section(u'-', 1));
    };
    return writeWordSamples(path, lessons, meanings, [&](const Lesson &lesson) {
        return isAside(lesson.text.file) || isAside(lesson.otherFile);
    });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({
        {QStringLiteral("folds"), QStringLiteral("cross-validate in ten folds")},
        {QStringLiteral("by-language"), QStringLiteral("leave out one language at a time")},
        {QStringLiteral("all"), QStringLiteral("take figures from the additional texts too")},
        {QStringLiteral("errors"), QStringLiteral("tell each mistake")},
        {QStringLiteral("on"),
         QStringLiteral("learn from the folders, take figures from FOLDER"),
         QStringLiteral("FOLDER")},
        {QStringLiteral("samples"),
         QStringLiteral("write FILE for learnwords.py"),
         QStringLiteral("FILE")},
        {QStringLiteral("meanings"),
         QStringLiteral("with --samples: what words stand for, from the files of FOLDER"),
         QStringLiteral("FOLDER")},
        {QStringLiteral("aside"),
         QStringLiteral("files such as de-NAME.txt are measured on, not learnt from"),
         QStringLiteral("NAME,NAME")},
        {QStringLiteral("write"),
         QStringLiteral("learn from all, write FILE"),
         QStringLiteral("FILE")},
    });
    parser.addPositionalArgument(QStringLiteral("folders"), QStringLiteral("labelled texts"));
    parser.process(application);
    std::vector<Lesson> lessons;
    for (const QString &folder : parser.positionalArguments()) {
        addLessons(lessons,
                   folder,
                   parser.isSet(QStringLiteral("all")) || parser.isSet(QStringLiteral("aside"))
                       || !folder.contains(QLatin1String("training")));
    }
    if (lessons.empty()) {
        out() << "no texts\n";
        return 1;
    }
    if (parser.isSet(QStringLiteral("samples"))) {
        const QStringList names = parser.value(QStringLiteral("aside")).split(u',');
        const QString meanings = parser.value(QStringLiteral("meanings"));
        const QString path = parser.value(QStringLiteral("samples"));
        return writeSamples(path, lessons, meanings, names) ? 0 : 1;
    }
    const bool tell = parser.isSet(QStringLiteral("errors"));
    const bool folds = parser.isSet(QStringLiteral("folds"));
    if (parser.isSet(QStringLiteral("by-language"))) {
        const auto languages = languagesOf(lessons);
        const auto languageOf = [&](const Lesson &lesson, int) {
            const auto found = languages.find(lesson.text.language);
            return found == languages.end() ? -1 : found->second;
        };
        crossValidate(lessons, static_cast<int>(languages.size()), languageOf, tell);
    } else if (folds) {
        crossValidate(
            lessons, outerFolds, [](const Lesson &, int deck) { return deck % outerFolds; }, tell);
    }
    if (parser.isSet(QStringLiteral("on"))) {
        measureOn(parser.value(QStringLiteral("on")), lessons, tell);
    }
    if (parser.isSet(QStringLiteral("write"))) {
        const LearntModels learnt = learnFrom(lessons, [](const Lesson &) { return true; });
        Figures figures;
        const Models models = learnt.models();
        for (const Lesson &lesson : lessons) {
            if (lesson.counts) {
                measure(lesson, models, figures, tell && !folds);
            }
        }
        figures.print(QStringLiteral("on what was learnt from"));
        return writeWeights(parser.value(QStringLiteral("write")), learnt) ? 0 : 1;
    }
    return 0;
}
