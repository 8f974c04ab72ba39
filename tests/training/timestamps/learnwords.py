#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Learns app/timestamps/internal/wordreader.weights from what train_timestamps --samples wrote.

Needs Debian's python3-torch. One thread and one seed: the same samples give the same weights with
the same version of it. See README.md beside this file.
"""
import argparse
import random
import struct
import zlib

import torch
import torch.nn as nn
import torch.nn.functional as F

INPUT, WIDTH, GIST, EVIDENCE, HIDDEN, TAPS, STEPS = 48, 96, 32, 64, 64, 5, (1, 2, 4, 8)
GIST_REACH = 96  # tokens on either side
NEAR_STEPS, NEAR_REACH = (1, 2), 24  # the same of candidates instead of tokens
ONE = 256  # a number 1 within the reader
NUMBER, STAMP = 1, 7  # the sort of a number, and the first of candidates'; see wordinput.h
LEAST_TEXTS = 5  # a trait must stand in so many, and a concept
MOST_CONCEPTS = 4  # of a word that is one of several languages
NO_CONCEPT = 0xffff
MAGIC = b"earmark words 4\n"
WORD_SIZE = 4 + 2 * MOST_CONCEPTS  # in the file
SHARE, LEAST_DOUBT = 0.7, 0.05  # as in decision.cpp
MEMORY = 0.998  # of the mean of the weights over the last steps


class Sizes:
    """How many there are of each: kinds of tokens and words, and statements, those about words first."""

    def __init__(self, fields):
        self.sorts, self.cues, self.statements, self.word_statements = map(int, fields)
        self.traits = self.concepts = 0  # counted by number_traits()


def read_lessons(path):
    """The sizes, the lessons, and of each word's hash the concepts it stands for."""
    lessons = []
    sizes = None
    meanings = {}
    for line in open(path, encoding="utf-8"):
        kind, *fields = line.rstrip("\n").split("\t")
        if kind == "S":
            sizes = Sizes(fields)
        elif kind == "M":
            known = meanings.setdefault(int(fields[0]), [])
            known += [concept for concept in fields[1].split() if concept not in known]
        elif kind == "L":
            lessons.append({"group": int(fields[0]), "weight": float(fields[1]), "aside": fields[2] == "1",
                            "candidates": []})
        elif kind == "T":
            tokens = [[int(number) for number in token.split(",")] for token in fields]
            lesson = lessons[-1]
            lesson["sort"] = torch.tensor([t[0] for t in tokens])
            lesson["opens"] = torch.tensor([float(t[1]) for t in tokens])
            lesson["cues"] = torch.tensor([[t[2] >> bit & 1 for bit in range(sizes.cues)] for t in tokens],
                                          dtype=torch.bool)
            lesson["hashes"] = [t[4:4 + t[3]] for t in tokens]
            lesson["words"] = [t[4 + t[3]:] for t in tokens]
        else:
            lessons[-1]["candidates"].append(
                (int(fields[0]), int(fields[1]), int(fields[2]), float(fields[3]),
                 torch.tensor([int(s) for s in fields[4].split()])))
    lessons = [lesson for lesson in lessons if lesson["candidates"]]
    for lesson in lessons:
        token, answer, foreign, second, evidence = zip(*lesson["candidates"])
        lesson.update(token=torch.tensor(token), answer=torch.tensor(answer), foreign=torch.tensor(foreign),
                      second=torch.tensor(second), evidence=evidence)
    return sizes, lessons, {word: concepts[:MOST_CONCEPTS] for word, concepts in meanings.items()}


def number(lessons, key, told):
    """Gives what tokens of several texts tell a row; the rest is left out."""
    seen = {}
    for lesson in lessons:
        lesson[key] = [told(hashes) for hashes in lesson[key]]
        if not lesson["aside"]:
            for one in {one for own in lesson[key] for one in own}:
                seen.setdefault(one, set()).add(lesson["group"])
    ones = sorted(one for one, groups in seen.items() if len(groups) >= LEAST_TEXTS)
    rows = {one: row for row, one in enumerate(ones)}
    for lesson in lessons:
        known = [[rows[one] for one in own if one in rows] for own in lesson.pop(key)]
        lesson[key + " rows"] = torch.tensor([row for own in known for row in own], dtype=torch.int32)
        lesson[key + " begin"] = torch.tensor([0] + [len(own) for own in known[:-1]]).cumsum(0)
    return ones


def number_traits(lessons, sizes, meanings):
    """The hashes of traits and the concepts, both in the order of their rows."""
    traits = number(lessons, "hashes", lambda hashes: hashes)
    concepts = number(lessons, "words", lambda words: [c for word in words for c in meanings.get(word, [])])
    sizes.traits, sizes.concepts = len(traits), len(concepts)
    return traits, concepts


class WordReader(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.sizes = sizes
        self.sort = nn.Embedding(sizes.sorts, INPUT)
        self.opens = nn.Parameter(torch.zeros(INPUT))
        self.cue = nn.Linear(sizes.cues, INPUT, bias=False)
        self.trait = nn.EmbeddingBag(sizes.traits, INPUT, mode="sum")
        nn.init.normal_(self.trait.weight, std=0.05)
        self.concept = nn.EmbeddingBag(sizes.concepts, INPUT, mode="sum")
        nn.init.normal_(self.concept.weight, std=0.05)
        self.input = nn.Linear(INPUT, WIDTH)
        self.layers = nn.ModuleList(
            nn.Conv1d(WIDTH, WIDTH, TAPS, padding=TAPS // 2 * step, dilation=step) for step in STEPS)
        self.gist = nn.Linear(WIDTH, GIST)
        self.evidence = nn.EmbeddingBag(sizes.statements, EVIDENCE, mode="sum")
        nn.init.normal_(self.evidence.weight, std=0.02)
        self.evidence_bias = nn.Parameter(torch.zeros(EVIDENCE))
        self.direct = nn.EmbeddingBag(sizes.statements, 2, mode="sum")
        nn.init.zeros_(self.direct.weight)
        self.hidden = nn.Linear(WIDTH + 2 * GIST + EVIDENCE, HIDDEN)
        self.near_layers = nn.ModuleList(
            nn.Conv1d(HIDDEN, HIDDEN, TAPS, padding=TAPS // 2 * step, dilation=step) for step in NEAR_STEPS)
        self.near_gist = nn.Linear(HIDDEN, GIST)
        self.output = nn.Linear(HIDDEN + 2 * GIST, 2)
        self.drop = nn.Dropout(0.25)

    def tokens(self, batch):
        def pad(key):
            return nn.utils.rnn.pad_sequence([lesson[key] for lesson in batch], batch_first=True)

        def sums(rows, key):
            ends = torch.tensor([0] + [len(lesson[key + " rows"]) for lesson in batch]).cumsum(0)
            begins = torch.cat([lesson[key + " begin"] + end for lesson, end in zip(batch, ends)])
            told = rows(torch.cat([lesson[key + " rows"] for lesson in batch]), begins.int())
            return nn.utils.rnn.pad_sequence(told.split([len(lesson["sort"]) for lesson in batch]),
                                             batch_first=True)

        sorts, cues = pad("sort"), pad("cues").float()
        trait, concept = sums(self.trait, "hashes"), sums(self.concept, "words")
        if self.training:
            # Half of the texts without the traits of most words, half without half of the kinds of
            # words: what is left must do for words nobody has seen.
            texts, tokens = sorts.shape
            share = torch.where(torch.rand(texts, 1) < 0.5, 0.9, 0.3).expand(texts, tokens)
            share = torch.where((sorts == NUMBER) | (sorts >= STAMP), 0.1, share)
            trait = trait * (torch.rand(texts, tokens) >= share).float().unsqueeze(-1)
            forgotten = (torch.rand(texts, 1, self.sizes.cues) < 0.5) & (torch.rand(texts, 1, 1) < 0.5)
            cues = cues * (~forgotten).float() * (torch.rand(texts, tokens, 1) >= 0.1).float()
            concept = concept * (torch.rand(texts, tokens) >= 0.15).float().unsqueeze(-1)
        entered = self.sort(sorts) + pad("opens").unsqueeze(-1) * self.opens + self.cue(cues) + trait + concept
        sizes = [len(lesson["sort"]) for lesson in batch]
        state = torch.relu(self.input(entered)) * mask_of(sizes)
        state = self.along(state, self.layers, self.gist, GIST_REACH, sizes)
        return torch.cat([state[i, lesson["token"]] for i, lesson in enumerate(batch)])

    def along(self, state, layers, gist, reach, sizes):
        """What layers make of things that follow one another, with the gist of those before and after."""
        mask = mask_of(sizes).transpose(1, 2)
        state = state.transpose(1, 2)
        for layer in layers:
            state = (state + torch.relu(layer(self.drop(state)))) * mask
        said = torch.relu(gist(state.transpose(1, 2))).transpose(1, 2) * mask
        before = F.max_pool1d(F.pad(said, (reach, 0)), reach + 1, 1)
        after = F.max_pool1d(F.pad(said, (0, reach)), reach + 1, 1)
        return torch.cat([state, before, after], 1).transpose(1, 2)

    def forward(self, batch):
        rows = []
        for lesson in batch:
            for row in lesson["evidence"]:
                forget = self.training and random.random() < 0.5
                rows.append(row[row >= self.sizes.word_statements] if forget else row)
        begins = torch.tensor([0] + [len(row) for row in rows[:-1]]).cumsum(0)
        rows = torch.cat(rows)
        known = torch.relu(self.evidence(rows, begins) + self.evidence_bias)
        seen = self.drop(torch.cat([self.tokens(batch), known], 1))
        sizes = [len(lesson["token"]) for lesson in batch]
        near = nn.utils.rnn.pad_sequence(torch.relu(self.hidden(seen)).split(sizes), batch_first=True)
        near = self.along(near, self.near_layers, self.near_gist, NEAR_REACH, sizes)
        near = torch.cat([near[i, :size] for i, size in enumerate(sizes)])
        return self.output(self.drop(near)) + self.direct(rows, begins)


def mask_of(sizes):
    """1 for what is there, 0 for what only fills a batch."""
    return nn.utils.rnn.pad_sequence([torch.ones(size, 1) for size in sizes], batch_first=True)


def batches(lessons, size=32):
    """Of texts of like length, in another order each time."""
    random.shuffle(lessons)
    result = []
    for at in range(0, len(lessons), size * 20):
        part = sorted(lessons[at:at + size * 20], key=lambda lesson: len(lesson["sort"]))
        result += [part[i:i + size] for i in range(0, len(part), size)]
    random.shuffle(result)
    return result


def loss_of(said, answers, weights):
    weights = weights * (answers >= 0).float()
    each = F.binary_cross_entropy_with_logits(said, answers.clamp(min=0).float(), reduction="none")
    return (each * weights).sum() / weights.sum().clamp(min=1)


def learn(lessons, sizes, epochs):
    torch.manual_seed(1)
    random.seed(1)
    reader = WordReader(sizes)
    optimizer = torch.optim.AdamW(reader.parameters(), lr=2e-3, weight_decay=0.01)
    steps = epochs * ((len(lessons) + 31) // 32 + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 2e-3, total_steps=steps, pct_start=0.1)
    mean = [weights.detach().clone() for weights in reader.parameters()]
    for epoch in range(epochs):
        reader.train()
        total = 0.0
        parts = batches(lessons)
        for batch in parts:
            said = reader(batch)
            weights = torch.cat([torch.full((len(lesson["token"]),), lesson["weight"]) for lesson in batch])
            loss = (loss_of(said[:, 0], torch.cat([lesson["answer"] for lesson in batch]), weights)
                    + 0.5 * loss_of(said[:, 1], torch.cat([lesson["foreign"] for lesson in batch]), weights))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            with torch.no_grad():
                for old, new in zip(mean, reader.parameters()):
                    old.lerp_(new, 1 - MEMORY)
            if schedule.last_epoch < steps - 1:
                schedule.step()
            total += float(loss)
        print(f"round {epoch + 1}: loss {total / len(parts):.4f}", flush=True)
    with torch.no_grad():
        for old, new in zip(mean, reader.parameters()):
            new.copy_(old)
    return reader.eval()


def rounded(tensor):
    """Whole numbers of one byte, and what one of them is worth."""
    worth = float(tensor.abs().max()) / 127
    return (tensor / worth).round().clamp(-127, 127), worth


def scale_of(worth):
    return round(worth * (1 << 24))


def pack(reader, traits, concepts):
    """The file wordreader.cpp reads, without words; rounds the reader's own weights too, so they can be measured."""
    sorts, cues = reader.sizes.sorts, reader.sizes.cues
    with torch.no_grad():
        table = torch.cat([reader.sort.weight, reader.opens[None], reader.cue.weight.t(), reader.trait.weight,
                           reader.concept.weight])
        table, worth = rounded(table)
        reader.sort.weight.copy_(table[:sorts] * worth)
        reader.opens.copy_(table[sorts] * worth)
        reader.cue.weight.copy_(table[sorts + 1:sorts + 1 + cues].t() * worth)
        reader.trait.weight.copy_(table[sorts + 1 + cues:][:len(traits)] * worth)
        reader.concept.weight.copy_(table[sorts + 1 + cues + len(traits):] * worth)
        scales, biases, matrices = [], [], []

        def add(layer, unit, weights):
            whole, own = rounded(weights)
            layer.weight.copy_(whole if layer.weight.dim() == 2
                               else whole.reshape(len(whole), TAPS, -1).transpose(1, 2))
            layer.weight.mul_(own)
            scales.append(struct.pack("<i", scale_of(own * unit * ONE)))
            biases.append((layer.bias / (own * unit)).round())
            matrices.append(whole)

        add(reader.input, worth, reader.input.weight)
        for layer in reader.layers:
            add(layer, 1 / ONE, layer.weight.transpose(1, 2).flatten(1))
        add(reader.gist, 1 / ONE, reader.gist.weight)
        known, own = rounded(reader.evidence.weight)
        reader.evidence.weight.copy_(known * own)
        scales.append(struct.pack("<i", scale_of(own * ONE)))
        biases.append((reader.evidence_bias / own).round())
        add(reader.hidden, 1 / ONE, reader.hidden.weight)
        for layer in reader.near_layers:
            add(layer, 1 / ONE, layer.weight.transpose(1, 2).flatten(1))
        add(reader.near_gist, 1 / ONE, reader.near_gist.weight)
        output, own = rounded(reader.output.weight)
        reader.output.weight.copy_(output * own)
        scales.append(struct.pack("<f", own / ONE))
        direct, own = rounded(reader.direct.weight)
        reader.direct.weight.copy_(direct * own)
        scales.append(struct.pack("<f", own))
        scales.append(struct.pack("<2f", *reader.output.bias.tolist()))

    words = 2 + len(STEPS)  # matrices before the evidence's

    def narrow(tensor):
        return tensor.to(torch.int8).numpy().tobytes()

    return b"".join([
        MAGIC, struct.pack("<3i", len(traits), len(concepts), 0), *scales,
        *[struct.pack(f"<{len(bias)}i", *(int(b) for b in bias)) for bias in biases],
        struct.pack(f"<{len(traits)}I", *traits),
        narrow(table),
        *[narrow(matrix) for matrix in matrices[:words]],
        narrow(known), *[narrow(matrix) for matrix in matrices[words:]], narrow(output), narrow(direct),
        *[struct.pack("<I", name_of(concept)) for concept in concepts]])


def name_of(concept):
    return zlib.crc32(concept.encode())


def with_words(file, meanings):
    """The file with these words instead of its own: of each its hash and the rows of its concepts."""
    traits, concepts, words = struct.unpack_from("<3i", file, len(MAGIC))
    kept = file[:len(file) - words * WORD_SIZE]
    names = struct.unpack(f"<{concepts}I", kept[len(kept) - 4 * concepts:])
    rows = {name: row for row, name in enumerate(names)}
    packed = []
    for word, own in sorted(meanings.items()):
        known = [rows[name_of(concept)] for concept in own if name_of(concept) in rows]
        if known:
            known += [NO_CONCEPT] * (MOST_CONCEPTS - len(known))
            packed.append(struct.pack(f"<I{MOST_CONCEPTS}H", word, *known))
    header = MAGIC + struct.pack("<3i", traits, concepts, len(packed))
    return header + kept[len(header):] + b"".join(packed)


def measure(reader, lessons):
    """Counts mistakes on texts set aside: of the second look alone, and with the words' say."""
    wrong = {"second look": 0, "words": 0, "both": 0}
    whose = [0, 0, 0, 0]
    asked = count = 0
    with torch.no_grad():
        for at in range(0, len(lessons), 64):
            batch = lessons[at:at + 64]
            said = reader(batch)
            second = torch.cat([lesson["second"] for lesson in batch]).clamp(1e-6, 1 - 1e-6)
            answer = torch.cat([lesson["answer"] for lesson in batch])
            foreign = torch.cat([lesson["foreign"] for lesson in batch])
            unsure = (second > LEAST_DOUBT) & (second < 1 - LEAST_DOUBT)
            odds = torch.logit(second)
            both = torch.where(unsure, SHARE * said[:, 0] + (1 - SHARE) * odds, odds)
            for name, margin in (("second look", odds), ("words", said[:, 0]), ("both", both)):
                wrong[name] += int((((margin >= 0) != (answer == 1)) & (answer >= 0)).sum())
            asked += int((unsure & (answer >= 0)).sum())
            count += int((answer >= 0).sum())
            for i, (claimed, true) in enumerate(((0, 0), (0, 1), (1, 0), (1, 1))):
                whose[i] += int((((said[:, 1] >= 0) == bool(claimed)) & (foreign == true)).sum())
    print(f"of {count} candidates set aside, {asked} asked; mistakes: "
          + ", ".join(f"{name} {mistakes}" for name, mistakes in wrong.items()))
    print("own as own, foreign as own, own as foreign, foreign as foreign:", whose)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("samples")
    parser.add_argument("--write", metavar="FILE")
    parser.add_argument("--words", metavar="FILE", help="learn nothing, give the weights in FILE the samples' words")
    parser.add_argument("--epochs", type=int, default=8)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    sizes, lessons, meanings = read_lessons(arguments.samples)
    if arguments.words:
        with open(arguments.words, "rb") as file:
            weights = with_words(file.read(), meanings)
        with open(arguments.words, "wb") as file:
            file.write(weights)
        return
    traits, concepts = number_traits(lessons, sizes, meanings)
    aside = [lesson for lesson in lessons if lesson["aside"]]
    learnt = [lesson for lesson in lessons if not lesson["aside"]]
    print(f"{len(learnt)} texts, {sizes.traits} traits, {sizes.concepts} concepts")
    reader = learn(learnt, sizes, arguments.epochs)
    if aside:
        measure(reader, aside)
    weights = with_words(pack(reader, traits, concepts), meanings)
    if aside:
        measure(reader, aside)
    if arguments.write:
        with open(arguments.write, "wb") as file:
            file.write(weights)
        print(f"{len(weights)} bytes")


if __name__ == "__main__":
    main()
