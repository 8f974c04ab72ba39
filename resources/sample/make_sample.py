#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the sample podcast out of the words beside this script.

    resources/sample/make_sample.py          writes the files below and checks them
    resources/sample/make_sample.py --check  only checks those that are there

Reads   episode-N.script, notes-1.html, notes-2.txt, cover.svg
Writes  episode-N.opus, episode-N.vtt, episode-N-chapters.json, feed.xml, cover.png

Needs Python 3.9 or newer, espeak-ng, and ffmpeg with libopus and librsvg. The same versions of
these give the same bytes; the committed files were made with espeak-ng 1.51 and FFmpeg 5.1.

Every sentence is spoken by itself, trimmed to its first and last sound and laid on a 20 ms grid, so
that the transcript's times are exact. A chapter begins at exactly the time its script asks for:
the pace and the pauses of the chapter before it are chosen to fill the time.
"""

import array
import functools
import json
import math
import pathlib
import re
import subprocess
import sys
import uuid
import wave
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

HERE = pathlib.Path(__file__).resolve().parent
RATE = 22050  # what espeak-ng makes, in Hz
GRID = RATE // 50  # 20 ms: both a whole number of samples and of milliseconds
QUIET = 250  # of 32767: what is softer is the silence around a sentence
BIT_RATE = "24k"

OPENING, CLOSING = 3.2, 3.4  # seconds kept for the chime
PAUSES = {"sentence": 0.36, "turn": 0.56, "chapter": 1.10}  # seconds, before stretching
STRETCH = (0.85, 1.35)  # how far pauses may be stretched to reach the next chapter
PACES = sorted(range(132, 149), key=lambda pace: abs(pace - 139))  # words a minute, best first


@dataclass(frozen=True)
class Voice:
    name: str
    options: tuple


VOICES = {
    "RUTH": Voice("Ruth Calder", ("-v", "en-gb-x-rp+f4", "-p", "52", "-a", "88")),
    "IDRIS": Voice("Idris Penn", ("-v", "en-gb-scotland+m3", "-p", "38", "-a", "92")),
}


@dataclass
class Sentence:
    speaker: str
    text: str
    opens_turn: bool
    start: int = 0  # in samples
    end: int = 0


@dataclass
class Chapter:
    start: int  # in samples
    title: str
    sentences: list


@dataclass(frozen=True)
class Episode:
    number: int
    title: str
    summary: str
    published: str
    notes: str
    anchor: tuple  # (seconds, words) that the show notes promise

    @property
    def stem(self):
        return f"episode-{self.number}"

    @property
    def guid(self):
        return uuid.uuid5(SHOW_GUID, self.stem)


SHOW = "The Pencil Line"
SHOW_LINK = "https://pencil-line.example/"
SHOW_ABOUT = ("A small show about paying attention, and about what people write down when they do. "
              "It is the sample podcast of Earmark: two episodes, so that there is something to "
              "listen to, read along and mark before the first subscription.")
# The namespace's own rule: version 5 under this id, of the feed's address without its scheme.
SHOW_GUID = uuid.uuid5(uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6"),
                       "pencil-line.example/feed.xml")
EPISODES = (
    Episode(1, "Where the water stands",
            "A pole in a harbour, a patient dock master, and a rule to carry in your head.",
            "Tue, 13 Oct 2026 06:00:00 GMT", "notes-1.html",
            (270.0, "Take the range of the tide, and cut it into twelve equal parts.")),
    Episode(2, "A conversation in the margin",
            "Small hands, bad ink, a margin that was too narrow, and what helps us to remember.",
            "Tue, 27 Oct 2026 06:00:00 GMT", "notes-2.txt",
            (193.0, "Then let me bring the most famous margin of all.")),
)


def read_script(path):
    chapters = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        if line.startswith("= "):
            clock, title = line[2:].split(" ", 1)
            minutes, seconds = clock.split(":")
            chapters.append(Chapter((int(minutes) * 60 + int(seconds)) * RATE, title, []))
            continue
        speaker, words = line.split(": ", 1)
        if speaker not in VOICES:
            sys.exit(f"{path.name}:{number}: nobody is called {speaker}")
        for index, text in enumerate(re.split(r"(?<=[.?!])\s+", words.strip())):
            chapters[-1].sentences.append(Sentence(speaker, text, index == 0))
    return chapters


@functools.lru_cache(maxsize=None)
def say(speaker, text, pace):
    made = subprocess.run(["espeak-ng", *VOICES[speaker].options, "-s", str(pace),
                           "--stdin", "--stdout"], input=text.encode(),
                          stdout=subprocess.PIPE, check=True).stdout
    with wave.open(BytesIO(made)) as sound:
        assert sound.getframerate() == RATE and sound.getnchannels() == 1
    samples = array.array("h", made[44:])  # its header does not know the length of a pipe
    first = next(i for i, value in enumerate(samples) if abs(value) > QUIET)
    last = next(i for i in range(len(samples) - 1, 0, -1) if abs(samples[i]) > QUIET)
    fade = min(GRID, len(samples) - last - 1)
    tail = [int(samples[last + 1 + i] * (1 - i / fade)) for i in range(fade)]
    return samples[first:last + 1] + array.array("h", tail)


def speak(sentence, pace):
    """The samples of one sentence, without the silence around it."""
    return say(sentence.speaker, sentence.text, pace)


def on_grid(samples):
    return math.ceil(samples / GRID) * GRID


def pause_before(chapter, index):
    if index == len(chapter.sentences):
        return PAUSES["chapter"]
    return PAUSES["turn" if chapter.sentences[index].opens_turn else "sentence"]


def lay_out(chapter, begin, room):
    """Gives each sentence its place from sample `begin` on; `room` samples are to be filled, if any.
    Returns the pace, or None where the words are too many or too few."""
    count = len(chapter.sentences)
    pauses = [pause_before(chapter, i) for i in range(1, count + (room is not None))]
    for pace in PACES if room else PACES[:1]:
        sounds = [speak(sentence, pace) for sentence in chapter.sentences]
        stretch = 1.0
        if room:
            stretch = (room - sum(map(len, sounds))) / RATE / sum(pauses)
            if not STRETCH[0] <= stretch <= STRETCH[1]:
                continue
        place = begin
        for index, (sentence, sound) in enumerate(zip(chapter.sentences, sounds)):
            sentence.start, sentence.end = place, place + len(sound)
            if index < len(pauses):
                place = on_grid(sentence.end + pauses[index] * stretch * RATE - GRID / 2)
        return pace
    return None


def chime(seconds, notes):
    """A soft bell: (start in seconds, Hz) each, gone before the end."""
    length = round(seconds * RATE)
    mixed = [0.0] * length
    for start, pitch in notes:
        offset = round(start * RATE)
        for i in range(length - offset):
            time = i / RATE
            strike = min(1.0, time / 0.008) * math.exp(-3.2 * time)
            mixed[offset + i] += strike * (math.sin(2 * math.pi * pitch * time)
                                           + 0.25 * math.sin(4 * math.pi * pitch * time))
    quiet_from = length - round(0.35 * RATE)
    fade = round(0.5 * RATE)
    return array.array("h", [int(4200 * value * max(0.0, min(1.0, (quiet_from - i) / fade)))
                             for i, value in enumerate(mixed)])


def record(episode, chapters):
    """All samples of the episode; fills in the times of its sentences."""
    opening = round(OPENING * RATE)
    track = array.array("h", chime(OPENING, ((0.1, 440.0), (0.45, 659.26), (0.8, 554.37))))
    for chapter, following in zip(chapters, chapters[1:] + [None]):
        begin = opening if chapter is chapters[0] else chapter.start
        room = following.start - begin if following else None
        pace = lay_out(chapter, begin, room)
        if pace is None:
            natural = sum(len(speak(s, PACES[0])) for s in chapter.sentences)
            natural += sum(pause_before(chapter, i + 1)
                           for i in range(len(chapter.sentences))) * RATE
            sys.exit(f"{episode.stem}: '{chapter.title}' has {room / RATE:.1f} s, "
                     f"its words want about {natural / RATE:.1f} s")
        print(f"{episode.stem}: {chapter.start / RATE:7.2f} s  {pace} words/min  {chapter.title}")
        for sentence in chapter.sentences:
            track.extend([0] * (sentence.start - len(track)))
            track.extend(speak(sentence, pace))
    track.extend([0] * (on_grid(len(track) + RATE * 0.8) - len(track)))
    track.extend(chime(CLOSING, ((0.0, 554.37), (0.35, 659.26), (0.7, 440.0))))
    assert max(track) < 32767 and min(track) > -32768, "the voices are too loud"
    return track


def clock(samples):
    milliseconds = round(samples * 1000 / RATE)
    seconds, milliseconds = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{milliseconds:03}"


def write_transcript(episode, chapters):
    cues = [sentence for chapter in chapters for sentence in chapter.sentences]
    text = ["WEBVTT\nLanguage: en\n"]
    text += [f"{number}\n{clock(cue.start)} --> {clock(cue.end)}\n"
             f"<v {VOICES[cue.speaker].name}>{escape(cue.text)}</v>\n"
             for number, cue in enumerate(cues, 1)]
    (HERE / f"{episode.stem}.vtt").write_text("\n".join(text), encoding="utf-8")


def write_chapters(episode, chapters, length):
    ends = [chapter.start for chapter in chapters[1:]] + [length]
    listed = [{"startTime": chapter.start // RATE,
               "endTime": round(end / RATE, 3) if end % RATE else end // RATE,
               "title": chapter.title} for chapter, end in zip(chapters, ends)]
    document = {"version": "1.2.0", "title": episode.title, "podcastName": SHOW,
                "chapters": listed}
    (HERE / f"{episode.stem}-chapters.json").write_text(
        json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def write_sound(episode, track):
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-f", "s16le", "-ar", str(RATE), "-ac", "1",
                    "-i", "-", "-fflags", "+bitexact", "-flags", "+bitexact",
                    "-c:a", "libopus", "-b:a", BIT_RATE, "-application", "voip",
                    "-metadata", f"title={episode.title}", "-metadata", f"album={SHOW}",
                    "-metadata", "artist=" + " and ".join(v.name for v in VOICES.values()),
                    "-metadata", f"track={episode.number}", "-metadata", "license=CC0-1.0",
                    str(HERE / f"{episode.stem}.opus")], input=track.tobytes(), check=True)


def item(episode, seconds):
    notes = (HERE / episode.notes).read_text(encoding="utf-8").strip()
    rich = episode.notes.endswith(".html")
    about = escape(episode.summary) if rich else f"<![CDATA[{notes}]]>"
    content = f"\n      <content:encoded><![CDATA[{notes}]]></content:encoded>" if rich else ""
    size = (HERE / f"{episode.stem}.opus").stat().st_size
    start, words = episode.anchor
    return f"""    <item>
      <title>{escape(episode.title)}</title>
      <guid isPermaLink="false">{episode.guid}</guid>
      <pubDate>{episode.published}</pubDate>
      <description>{about}</description>{content}
      <enclosure url="{episode.stem}.opus" length="{size}" type="audio/ogg"/>
      <itunes:duration>{seconds}</itunes:duration>
      <itunes:episode>{episode.number}</itunes:episode>
      <itunes:episodeType>full</itunes:episodeType>
      <itunes:explicit>false</itunes:explicit>
      <podcast:transcript url="{episode.stem}.vtt" type="text/vtt" language="en"/>
      <podcast:chapters url="{episode.stem}-chapters.json" type="application/json+chapters"/>
      <podcast:soundbite startTime="{start}" duration="20.0">{escape(words)}</podcast:soundbite>
    </item>
"""


def write_feed(lengths):
    people = "".join(f"    <podcast:person role=\"host\">{escape(v.name)}</podcast:person>\n"
                     for v in VOICES.values())
    names = escape(" and ".join(v.name for v in VOICES.values()))
    items = "".join(item(e, round(lengths[e])) for e in reversed(EPISODES))
    (HERE / "feed.xml").write_text(f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"
     xmlns:atom="http://www.w3.org/2005/Atom"
     xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
     xmlns:podcast="https://podcastindex.org/namespace/1.0">
  <channel>
    <title>{escape(SHOW)}</title>
    <link>{escape(SHOW_LINK)}</link>
    <description>{escape(SHOW_ABOUT)}</description>
    <language>en</language>
    <copyright>CC0 1.0: no rights reserved</copyright>
    <pubDate>{EPISODES[-1].published}</pubDate>
    <itunes:author>{names}</itunes:author>
    <itunes:image href="cover.png"/>
    <itunes:category text="Education"/>
    <itunes:explicit>false</itunes:explicit>
    <itunes:type>episodic</itunes:type>
    <podcast:guid>{SHOW_GUID}</podcast:guid>
    <podcast:medium>podcast</podcast:medium>
    <podcast:locked>no</podcast:locked>
    <podcast:license>cc0-1.0</podcast:license>
{people}{items}  </channel>
</rss>
""", encoding="utf-8")


def write_cover():
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", str(HERE / "cover.svg"),
                    "-frames:v", "1", "-pix_fmt", "rgb24", "-flags", "+bitexact",
                    str(HERE / "cover.png")], check=True)


def make():
    lengths = {}
    for episode in EPISODES:
        chapters = read_script(HERE / f"{episode.stem}.script")
        track = record(episode, chapters)
        write_transcript(episode, chapters)
        write_chapters(episode, chapters, len(track))
        write_sound(episode, track)
        lengths[episode] = len(track) / RATE
    write_feed(lengths)
    write_cover()


def read_cues(path):
    def seconds(text):
        hours, minutes, rest = text.split(":")
        return int(hours) * 3600 + int(minutes) * 60 + float(rest)

    pattern = r"^(\S+) --> (\S+)\n<v [^>]+>(.*)</v>$"
    return [(seconds(start), seconds(end), text) for start, end, text
            in re.findall(pattern, path.read_text(encoding="utf-8"), re.MULTILINE)]


def check(episode):
    """Listens to what was made: every cue must begin where silence ends, within 20 ms."""
    decoded = subprocess.run(["ffmpeg", "-v", "error", "-i", str(HERE / f"{episode.stem}.opus"),
                              "-f", "s16le", "-ar", "48000", "-ac", "1", "-"],
                             stdout=subprocess.PIPE, check=True).stdout
    sound = array.array("h", decoded)
    length = len(sound) / 48000
    assert 360 <= length <= 480, f"{episode.stem} lasts {length:.1f} s, not 6 to 8 minutes"
    cues = read_cues(HERE / f"{episode.stem}.vtt")
    worst = 0.0
    for start, end, text in cues:
        assert start < end < length, text
        first = round((start - 0.2) * 48000)
        onset = next(i for i in range(first, round(end * 48000)) if abs(sound[i]) > QUIET) / 48000
        worst = max(worst, abs(onset - start))
        assert abs(onset - start) <= 0.020, f"{episode.stem}: heard at {onset:.3f}: {start} {text}"
    assert episode.anchor in [(start, text) for start, _, text in cues], episode.anchor
    chapters = json.loads((HERE / f"{episode.stem}-chapters.json").read_text(encoding="utf-8"))
    starts = {start for start, _, _ in cues}
    assert all(c["startTime"] in starts for c in chapters["chapters"][1:])
    print(f"{episode.stem}: {length:.2f} s, {len(cues)} sentences, "
          f"none further than {worst * 1000:.1f} ms from its cue")


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit("usage: make_sample.py [--check]")
    if not sys.argv[1:]:
        make()
    for episode in EPISODES:
        check(episode)
    size = sum(path.stat().st_size for path in HERE.iterdir() if path.is_file())
    assert size <= 3_000_000, f"{size} bytes are more than 3 MB"
    print(f"{size} bytes in all")


if __name__ == "__main__":
    main()
