// SPDX-License-Identifier: GPL-3.0-or-later
// Learns the weights of the timestamp reader from labelled texts; see README.md beside this file.
#include "tests/training/timestamps/course.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <atomic>
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

    void print(const QString &title)
    {
        tests::Tally all;
        all.add(QStringLiteral("all"), total);
        out() << title << "\n"
              << kinds.print(QStringLiteral("by kind"))
              << languages.print(QStringLiteral("by language"))
              << all.print(QStringLiteral("in total"));
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
    if (!tell) {
        return;
    }
    const QString where = QStringLiteral("%1:%2 %3")
                              .arg(lesson.text.language)
                              .arg(lesson.text.line)
                              .arg(lesson.text.kind);
    Document document = lesson.document;
    weigh(document, models);
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

/// Each lesson is judged by models that have not seen its fold.
void crossValidate(const std::vector<Lesson> &lessons, const std::vector<int> &foldOf, bool tell)
{
    Figures figures;
    const int folds = *std::max_element(foldOf.begin(), foldOf.end()) + 1;
    std::vector<LearntModels> learnt(static_cast<std::size_t>(folds));
    std::atomic<int> next = 0;
    const auto work = [&] {
        for (int fold = next++; fold < folds; fold = next++) {
            std::vector<bool> use(foldOf.size());
            for (std::size_t g = 0; g < foldOf.size(); ++g) {
                use[g] = foldOf[g] != fold;
            }
            learnt[static_cast<std::size_t>(fold)] = learnFrom(lessons, use);
        }
    };
    {
        std::jthread helper(work);
        work();
    }
    for (int fold = 0; fold < folds; ++fold) {
        const Models models = learnt[static_cast<std::size_t>(fold)].models();
        for (const Lesson &lesson : lessons) {
            if (lesson.counts && foldOf[static_cast<std::size_t>(lesson.group)] == fold) {
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

std::vector<int> foldsByLanguage(const std::vector<Lesson> &lessons, std::vector<int> folds)
{
    std::map<QString, int> languages;
    for (const Lesson &lesson : lessons) {
        if (lesson.counts) {
            const auto next = static_cast<int>(languages.size());
            const int fold = languages.emplace(lesson.text.language, next).first->second;
            folds[static_cast<std::size_t>(lesson.group)] = fold;
        }
    }
    return folds;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({
        {QStringLiteral("folds"), QStringLiteral("cross-validate in N folds"), QStringLiteral("N")},
        {QStringLiteral("by-language"), QStringLiteral("leave out one language at a time")},
        {QStringLiteral("all"), QStringLiteral("take figures from the additional texts too")},
        {QStringLiteral("errors"), QStringLiteral("tell each mistake")},
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
                   parser.isSet(QStringLiteral("all"))
                       || !folder.contains(QLatin1String("training")));
    }
    if (lessons.empty()) {
        out() << "no texts\n";
        return 1;
    }
    const auto groups = static_cast<std::size_t>(lessons.back().group) + 1;
    std::vector<int> folds(groups);
    const int count =
        parser.isSet(QStringLiteral("folds")) ? parser.value(QStringLiteral("folds")).toInt() : 0;
    for (std::size_t g = 0; g < groups && count > 0; ++g) {
        // Not in step with the inner folds.
        folds[g] = static_cast<int>((g * 7919 / 13) % static_cast<std::size_t>(count));
    }
    const bool tell = parser.isSet(QStringLiteral("errors"));
    if (parser.isSet(QStringLiteral("by-language"))) {
        crossValidate(lessons, foldsByLanguage(lessons, folds), tell);
    } else if (count > 1) {
        crossValidate(lessons, folds, tell);
    }
    if (parser.isSet(QStringLiteral("write"))) {
        const LearntModels learnt = learnFrom(lessons, std::vector<bool>(groups, true));
        Figures figures;
        const Models models = learnt.models();
        for (const Lesson &lesson : lessons) {
            if (lesson.counts) {
                measure(lesson, models, figures, tell && count < 2);
            }
        }
        figures.print(QStringLiteral("on what was learnt from"));
        return writeWeights(parser.value(QStringLiteral("write")), learnt) ? 0 : 1;
    }
    return 0;
}
