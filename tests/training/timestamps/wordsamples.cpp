// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/training/timestamps/wordsamples.h"

#include "app/timestamps/internal/wordinput.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

#include <algorithm>

namespace training {

using namespace app::timestamps::internal;

namespace {

/// Of each word its hash and what it stands for.
void writeMeanings(QTextStream &to, const QString &folder)
{
    if (folder.isEmpty()) {
        return;
    }
    const QFileInfoList files = QDir(folder).entryInfoList({QStringLiteral("*.tsv")});
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        QTextStream lines(&file);
        for (QString line; lines.readLineInto(&line);) {
            const NormalText word = normalise(line.section(u'\t', 0, 0));
            to << "M\t" << wordHash(word.folded) << '\t' << line.section(u'\t', 1) << '\n';
        }
    }
}

void writeTokens(QTextStream &file, const Document &document)
{
    const std::vector<bool> opens = lineOpenings(document);
    file << "T";
    for (qsizetype i = 0; i < document.tokens.size(); ++i) {
        const WordInput input = wordInput(document, i, opens[static_cast<std::size_t>(i)]);
        file << '\t' << input.sort << ',' << (input.opensLine ? 1 : 0) << ',' << input.cues << ','
             << input.traits.size();
        for (const quint32 trait : input.traits) {
            file << ',' << trait;
        }
        for (const quint32 word : input.words) {
            file << ',' << word;
        }
    }
    file << '\n';
}

void writeCandidates(QTextStream &file,
                     const Lesson &lesson,
                     const Document &document,
                     const std::vector<Evidence> &evidence,
                     bool judged)
{
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        const Candidate &c = document.candidates[static_cast<qsizetype>(i)];
        if (!c.isWeighed()) {
            continue;
        }
        file << "C\t" << document.tokenOf[static_cast<qsizetype>(i)] << '\t' << lesson.answers[i]
             << '\t' << lesson.foreignAnswers[i] << '\t' << (judged ? c.chance : -1.0F) << '\t';
        const char *separator = "";
        evidence[i].forEach([&](int statement) {
            if (statement < Evidence::size) {
                file << separator << statement;
                separator = " ";
            }
        });
        file << '\n';
    }
}

} // namespace

bool writeWordSamples(const QString &path,
                      const std::vector<Lesson> &lessons,
                      const QString &meanings,
                      const Use &aside)
{
    QFile target(path);
    if (!target.open(QIODevice::WriteOnly)) {
        return false;
    }
    QTextStream file(&target);
    // How many there are of everything that is numbered below.
    file << "S\t" << WordInput::sorts << '\t' << cueCount << '\t' << Evidence::size << '\t'
         << wordPlaceCount * cueCount << '\n';
    writeMeanings(file, meanings);
    const Use use = [&](const Lesson &lesson) {
        return !aside(lesson);
    };
    const std::vector<Document> documents = lookFirst(lessons, use);
    LearntModels learnt;
    if (std::any_of(lessons.begin(), lessons.end(), aside)) {
        learnt = learnFrom(lessons, use);
    }
    const Models models = learnt.models();
    for (std::size_t i = 0; i < lessons.size(); ++i) {
        const Lesson &lesson = lessons[i];
        const bool judged = aside(lesson);
        if (judged && !lesson.counts) {
            continue;
        }
        file << "L\t" << lesson.group << '\t' << lesson.weight << '\t' << (judged ? 1 : 0) << '\n';
        Document document = documents[i];
        std::vector<Evidence> evidence = lesson.evidence;
        if (judged) {
            evidence = weigh(document, models);
        } else {
            recordNeighbours(document, lesson.evidenceSize, evidence);
        }
        writeTokens(file, document);
        writeCandidates(file, lesson, document, evidence, judged);
    }
    file.flush();
    return file.status() == QTextStream::Ok;
}

} // namespace training
