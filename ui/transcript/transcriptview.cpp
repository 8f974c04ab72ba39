// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/transcript/jumpbar.h"
#include "ui/transcript/speakerbar.h"
#include "ui/widgets/button.h"

#include <QBoxLayout>
#include <QHash>

#include <algorithm>
#include <chrono>

namespace ui::transcript {

using app::transcripts::ReadingText;
using app::transcripts::Sentence;

ReaderDocument makeReaderDocument(const ReadingText &text)
{
    ReaderDocument document;
    document.transcript = true;
    document.text = text.text;
    QHash<QString, int> speakers;
    QString before;
    for (const auto &paragraph : text.paragraphs) {
        ReaderBlock block;
        block.offset = paragraph.offset;
        block.length = paragraph.length;
        block.start = paragraph.start;
        if (!paragraph.speaker.isEmpty()) {
            const auto known = speakers.constFind(paragraph.speaker);
            if (known != speakers.cend()) {
                block.speakerIndex = *known;
            } else {
                block.speakerIndex = static_cast<int>(document.speakers.size());
                speakers.insert(paragraph.speaker, block.speakerIndex);
                document.speakers.append(paragraph.speaker);
            }
            // Said once for a turn of several paragraphs.
            if (paragraph.speaker != before) {
                block.speaker = paragraph.speaker;
            }
        }
        before = paragraph.speaker;
        document.blocks.push_back(block);
    }
    for (const Sentence &sentence : text.sentences) {
        document.sentences.push_back({sentence.offset, sentence.length});
        document.sentenceTimes.push_back(sentence.start);
    }
    return document;
}

namespace {

constexpr auto smallestJump = std::chrono::seconds(3);

} // namespace

TranscriptView::TranscriptView(const theme::ThemeManager &themes, QWidget *parent)
    : ReaderPane(themes, app::notes::QuoteSource::Transcript, parent)
    , m_top(new QHBoxLayout)
    , m_untimed(new widgets::Banner(themes, widgets::Banner::Kind::Notice, this))
    , m_pill(new widgets::Button(themes, widgets::Button::Kind::Secondary, {}, this))
    , m_speakers(new SpeakerBar(themes, this))
    , m_jump(new JumpBar(themes, this))
{
    reader().setObjectName(QStringLiteral("transcriptText"));
    reader().setAccessibleName(tr("Transcript"));
    m_untimed->setObjectName(QStringLiteral("transcriptUntimed"));
    m_untimed->setIconName(QStringLiteral("clock-off"));
    m_untimed->setText({}, tr("This transcript has no times. Following is off."));
    showUntimed(false);
    m_top->addWidget(m_untimed);
    qobject_cast<QVBoxLayout *>(layout())->insertLayout(0, m_top);
    buildBars();
    m_pill->setObjectName(QStringLiteral("followPill"));
    m_pill->setKeysHint(QKeySequence(Qt::Key_F));
    m_pill->hide();
    connect(m_pill, &QAbstractButton::clicked, this, [this] { reader().returnToSentence(); });
    connect(&reader().follow(), &FollowControl::paused, this, &TranscriptView::refreshPill);
    connect(&reader().follow(), &FollowControl::resumed, this, &TranscriptView::refreshPill);
    connect(&reader(),
            &ReaderView::blockTimeActivated,
            this,
            [this](MediaTime time, Qt::KeyboardModifiers modifiers) {
                reader().follow().resume();
                emit seekRequested(time, modifiers);
            });
    connect(&reader(),
            &ReaderView::wordActivated,
            this,
            [this](qsizetype offset, Qt::KeyboardModifiers modifiers) {
                if (const auto time = m_text.timeAt(offset)) {
                    reader().follow().resume();
                    emit seekRequested(*time, modifiers);
                }
            });
}

void TranscriptView::setTranscript(const ReadingText &text)
{
    m_text = text;
    m_sentence.reset();
    m_timed = std::any_of(text.sentences.begin(), text.sentences.end(), [](const Sentence &s) {
        return s.start.has_value();
    });
    setDocument(makeReaderDocument(text));
    reader().follow().setEnabled(m_timed);
    showUntimed(!m_timed);
    m_speakers->hide();
    m_speakers->setSpeakers(reader().document().speakers);
    m_jump->close();
    showText();
    refreshPill();
    emit followingChanged(isFollowing());
}

void TranscriptView::updateTranscript(const ReadingText &text)
{
    const QStringList filter = speakerFilter();
    const bool barOpen = !m_speakers->isHidden();
    const bool following = isFollowing();
    const bool wasOff = reader().follow().state() == FollowControl::State::Off;
    const qsizetype seen = reader().firstVisible();
    setTranscript(text);
    m_speakers->setVisible(barOpen && m_speakers->speakers().size() > 1);
    setSpeakerFilter(filter);
    reader().scrollTo(seen, 0);
    if (wasOff) {
        reader().follow().setEnabled(false);
    } else if (!following) {
        reader().follow().userMoved();
    }
    setPosition(m_position);
}

void TranscriptView::showUntimed(bool on)
{
    using namespace theme::metrics;
    const int around = on ? space8 : 0;
    m_top->setContentsMargins(space16, around, space16, around);
    m_untimed->setVisible(on);
}

void TranscriptView::showNone(bool canMake)
{
    m_text = {};
    m_timed = false;
    showUntimed(false);
    setDocument({});
    QList<widgets::MessageAction> actions{{QStringLiteral("openFile"), tr("Open file...")}};
    if (canMake) {
        actions.append({QStringLiteral("make"), tr("Make one...", "make a transcript")});
    }
    showMessage(QStringLiteral("transcript"),
                tr("No transcript"),
                tr("The publisher did not supply one."),
                actions);
    refreshPill();
}

void TranscriptView::showLoadingTranscript()
{
    showUntimed(false);
    m_pill->hide();
    showLoading(tr("Loading transcript..."));
}

void TranscriptView::showFailure(const QString &sentence)
{
    showUntimed(false);
    m_pill->hide();
    showMessage(QStringLiteral("warning"),
                tr("No transcript"),
                sentence,
                {{QStringLiteral("retry"), tr("Try again")},
                 {QStringLiteral("openFile"), tr("Open file...")}});
}

void TranscriptView::setPosition(MediaTime position)
{
    const auto step = position - m_position;
    m_position = position;
    if (!m_timed) {
        return;
    }
    // Whoever jumps wants to read where the sound is; it never runs back or leaps by itself.
    if (m_sentence && (step <= -smallestJump || step >= smallestJump)) {
        reader().follow().resume();
    }
    const auto sentence = m_text.sentenceAt(position);
    if (sentence != m_sentence) {
        m_sentence = sentence;
        refreshPill();
        const Sentence *now = sentence ? &m_text.sentences[*sentence] : nullptr;
        reader().setCurrentSentence(now ? TextSpan{now->offset, now->length} : TextSpan{});
    }
    reader().setCurrentWord(wordSpokenAt(position));
}

void TranscriptView::clearPosition()
{
    m_sentence.reset();
    reader().setCurrentSentence({});
    reader().setCurrentWord({});
    refreshPill();
}

// The last anchor at or before a place begins a word where words are timed; where only cues are,
// the place is guessed in proportion and no word is marked.
TextSpan TranscriptView::wordSpokenAt(MediaTime position) const
{
    const auto &anchors = m_text.anchors;
    const auto after = std::upper_bound(
        anchors.begin(), anchors.end(), position, [](MediaTime value, const auto &anchor) {
            return value < anchor.time;
        });
    if (after == anchors.begin() || after == anchors.end() || !m_sentence) {
        return {};
    }
    const qsizetype begin = std::prev(after)->offset;
    const TextSpan word = wordAt(reader().document(), begin);
    const bool timedWords = after->offset - begin <= word.length + 3;
    const Sentence &sentence = m_text.sentences[*m_sentence];
    const bool inside = begin >= sentence.offset && begin < sentence.offset + sentence.length;
    return timedWords && inside ? word : TextSpan{};
}

bool TranscriptView::isFollowing() const
{
    return const_cast<TranscriptView *>(this)->reader().follow().state()
           == FollowControl::State::Following;
}

void TranscriptView::setFollowing(bool on)
{
    reader().follow().setEnabled(on && m_timed);
    if (on && m_timed) {
        reader().returnToSentence();
    }
    refreshPill();
}

void TranscriptView::toggleFollow()
{
    switch (reader().follow().state()) {
    case FollowControl::State::Paused:
        reader().returnToSentence();
        break;
    case FollowControl::State::Following:
        setFollowing(false);
        break;
    case FollowControl::State::Off:
        setFollowing(true);
        break;
    }
}

std::optional<TimeRange> TranscriptView::timeOf(TextSpan span) const
{
    const auto start = m_text.timeAt(span.offset);
    if (!start) {
        return std::nullopt;
    }
    auto end = m_text.timeAt(span.offset + span.length);
    // A selection that reaches a sentence's end lasts as long as the sentence.
    for (const app::transcripts::Sentence &sentence : m_text.sentences) {
        if (sentence.offset + sentence.length == span.offset + span.length && sentence.end) {
            end = sentence.end;
        }
    }
    return TimeRange{*start, end ? std::max(*start, *end) : *start};
}

qsizetype TranscriptView::offsetOf(MediaTime time) const
{
    const auto sentence = m_text.sentenceAt(time);
    return sentence ? m_text.sentences[*sentence].offset : -1;
}

void TranscriptView::refreshPill()
{
    const bool paused = reader().follow().state() == FollowControl::State::Paused;
    m_pill->setVisible(paused && m_sentence && hasText());
    const QString words =
        tr("Following paused · Return to %1", "%1 is a time").arg(text::clockText(m_position));
    m_pill->setText(words);
    m_pill->setAccessibleName(words);
    m_pill->resize(m_pill->sizeHint());
    m_pill->move((width() - m_pill->width()) / 2, height() - m_pill->height() - 12);
    m_pill->raise();
    emit followingChanged(isFollowing());
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    ReaderPane::resizeEvent(event);
    refreshPill();
}

} // namespace ui::transcript
