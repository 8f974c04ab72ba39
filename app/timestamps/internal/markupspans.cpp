// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/markupspans.h"

#include "app/timestamps/internal/webaddresses.h"
#include "app/timestamps/timecode.h"

#include <algorithm>

namespace app::timestamps::internal {

namespace {

/// A stretch of the normalised text.
struct Stretch
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// Spans come from outside: clamped to the text, whatever they say.
Stretch toStretch(const TextSpan &span, const NormalText &text, qsizetype originalSize)
{
    const qsizetype begin = std::clamp<qsizetype>(span.offset, 0, originalSize);
    const qsizetype length = std::clamp<qsizetype>(span.length, 0, originalSize - begin);
    return {text.fromOriginal(begin), text.fromOriginal(begin + length)};
}

/// Candidates that touch a stretch, as indices [first, last).
Stretch candidatesIn(const Candidates &candidates, Stretch stretch)
{
    const auto first = std::lower_bound(
        candidates.begin(), candidates.end(), stretch.begin, [](const Candidate &c, qsizetype at) {
            return c.end <= at;
        });
    const auto last = std::lower_bound(
        first, candidates.end(), stretch.end, [](const Candidate &c, qsizetype at) {
            return c.begin < at;
        });
    return {first - candidates.begin(), last - candidates.begin()};
}

void refuse(Candidates &candidates, Stretch stretch)
{
    const Stretch inside = candidatesIn(candidates, stretch);
    for (qsizetype i = inside.begin; i < inside.end; ++i) {
        candidates[i].refused = true;
    }
}

Stretch trimmed(const NormalText &text, Stretch stretch)
{
    const QStringView edges = u" ()[]<>{}*_-:.,;|@~\n";
    while (stretch.begin < stretch.end && edges.contains(text.text[stretch.begin])) {
        ++stretch.begin;
    }
    while (stretch.begin < stretch.end && edges.contains(text.text[stretch.end - 1])) {
        --stretch.end;
    }
    return stretch;
}

/// The value of "#t=12:18", "#t=npt:90", "#t=1h2m3s", "#t=10,20".
std::optional<Candidate> readFragment(QStringView target)
{
    if (!target.startsWith(u"#t=", Qt::CaseInsensitive)) {
        return std::nullopt;
    }
    QStringView value = target.sliced(3);
    value = value.startsWith(u"npt:") ? value.sliced(4) : value;
    const qsizetype comma = value.indexOf(u',');
    const auto start = parseTimecode(comma == 0 ? u"0" : comma < 0 ? value : value.first(comma));
    if (!start) {
        return std::nullopt;
    }
    Candidate found;
    found.fieldCount = 3;
    found.fields[2] = start->ms() / 1000;
    found.fractionMs = static_cast<int>(start->ms() % 1000);
    found.form = Form::Fragment;
    found.linked = Linked::Whole;
    found.ms = start->ms();
    const auto end = comma < 0 ? std::nullopt : parseTimecode(value.sliced(comma + 1));
    if (end && *end > *start) {
        found.endMs = end->ms();
    }
    return found;
}

/// The time in "?t=270", "&t=4m30s", "&start=270" and "#t=4:30" of an address.
std::optional<qint64> readQueryTime(QStringView target)
{
    for (const QStringView key : {u"?t=", u"&t=", u"#t=", u"start=", u"time_continue="}) {
        const qsizetype at = target.indexOf(key, 0, Qt::CaseInsensitive);
        if (at < 0) {
            continue;
        }
        QStringView value = target.sliced(at + key.size());
        qsizetype end = 0;
        while (end < value.size() && end < 16 && value[end] != u'&' && value[end] != u'#') {
            ++end;
        }
        if (const auto place = parseTimecode(value.first(end))) {
            return place->ms();
        }
    }
    return std::nullopt;
}

bool isVideo(QStringView target)
{
    return target.contains(u"youtu", Qt::CaseInsensitive)
           || target.contains(u"vimeo", Qt::CaseInsensitive)
           || target.contains(u"twitch", Qt::CaseInsensitive);
}

class LinkReader
{
public:
    LinkReader(const AnnotatedText &annotated, const NormalText &text, Candidates &candidates)
        : m_annotated(annotated)
        , m_text(text)
        , m_candidates(candidates)
    {}

    void run()
    {
        std::vector<const LinkSpan *> links;
        for (const LinkSpan &link : m_annotated.links) {
            links.push_back(&link);
        }
        std::stable_sort(links.begin(), links.end(), [](const LinkSpan *a, const LinkSpan *b) {
            return a->span.offset < b->span.offset;
        });
        qsizetype done = 0;
        for (const LinkSpan *link : links) {
            const Stretch stretch = toStretch(link->span, m_text, m_annotated.text.size());
            // Links inside links cannot be; whoever sends them gets the outer one.
            if (stretch.begin >= done && stretch.begin < stretch.end) {
                read(*link, stretch);
                done = stretch.end;
            }
        }
        insertFragments();
    }

private:
    void read(const LinkSpan &link, Stretch stretch)
    {
        const Stretch content = trimmed(m_text, stretch);
        if (auto fragment = readFragment(link.target); fragment && content.begin < content.end) {
            fragment->begin = content.begin;
            fragment->end = content.end;
            m_fragments.append(*fragment);
            refuse(m_candidates, stretch);
            return;
        }
        const Stretch inside = candidatesIn(m_candidates, stretch);
        const qsizetype count = inside.end - inside.begin;
        const bool whole = (count == 1 || count == 2)
                           && m_candidates[inside.begin].begin == content.begin
                           && m_candidates[inside.end - 1].end == content.end;
        const std::optional<qint64> target = count > 0 ? readQueryTime(link.target) : std::nullopt;
        for (qsizetype i = inside.begin; i < inside.end; ++i) {
            Candidate &candidate = m_candidates[i];
            candidate.linked = whole ? Linked::Whole : Linked::Part;
            candidate.targetMs = target;
            candidate.elsewhere = isVideo(link.target);
        }
    }

    /// A fragment's place takes the room of whatever its link text looked like.
    void insertFragments()
    {
        if (m_fragments.isEmpty()) {
            return;
        }
        Candidates merged;
        qsizetype next = 0;
        for (const Candidate &candidate : std::as_const(m_candidates)) {
            while (next < m_fragments.size() && m_fragments[next].begin < candidate.end) {
                merged.append(m_fragments[next]);
                ++next;
            }
            if (merged.isEmpty() || merged.last().end <= candidate.begin) {
                merged.append(candidate);
            }
        }
        merged.append(m_fragments.mid(next));
        m_candidates = merged;
    }

    const AnnotatedText &m_annotated;
    const NormalText &m_text;
    Candidates &m_candidates;
    Candidates m_fragments;
};

} // namespace

void applyMarkup(const AnnotatedText &annotated, const NormalText &text, Candidates &candidates)
{
    if (!candidates.isEmpty()) {
        for (const TextSpan &address : findWebAddresses(text.folded)) {
            // The text of a link may be an address and a time only in its target.
            refuse(candidates, {address.offset, address.offset + address.length});
        }
    }
    LinkReader(annotated, text, candidates).run();
    std::vector<Stretch> opaque;
    for (const TextSpan &span : annotated.opaque) {
        opaque.push_back(toStretch(span, text, annotated.text.size()));
    }
    std::sort(opaque.begin(), opaque.end(), [](const Stretch &a, const Stretch &b) {
        return a.begin < b.begin;
    });
    qsizetype done = 0;
    for (const Stretch &stretch : opaque) {
        refuse(candidates, {std::max(stretch.begin, done), stretch.end});
        done = std::max(done, stretch.end);
    }
}

} // namespace app::timestamps::internal
