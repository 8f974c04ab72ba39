// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/shownotesview.h"

#include "ui/text/timetext.h"

#include <algorithm>

namespace ui::transcript {

using app::timestamps::Certainty;
using app::timestamps::Duration;
using app::timestamps::Recording;
using app::timestamps::Timestamp;

namespace {

ReaderBlock::Kind kindOf(app::markup::Block::Kind kind)
{
    using From = app::markup::Block::Kind;
    switch (kind) {
    case From::Paragraph:
        return ReaderBlock::Kind::Paragraph;
    case From::Heading:
        return ReaderBlock::Kind::Heading;
    case From::ListItem:
        return ReaderBlock::Kind::ListItem;
    case From::Quote:
        return ReaderBlock::Kind::Quote;
    case From::Code:
        return ReaderBlock::Kind::Code;
    case From::Rule:
        return ReaderBlock::Kind::Rule;
    }
    return ReaderBlock::Kind::Paragraph;
}

TimeLink linkOf(const Timestamp &time, std::optional<Duration> duration, bool linkOthers)
{
    TimeLink link;
    link.offset = time.span.offset;
    link.length = time.span.length;
    link.start = time.start;
    link.end = time.end;
    link.kind = time.certainty == Certainty::Sure ? TimeLink::Kind::Sure : TimeLink::Kind::Unsure;
    if (duration && time.start.sinceStart() > *duration) {
        link.kind = TimeLink::Kind::PastEnd;
    }
    if (time.recording == Recording::Other && !linkOthers) {
        link.kind = TimeLink::Kind::OtherRecording;
    }
    return link;
}

QString bannerText(MediaTime last, std::optional<Duration> duration)
{
    if (duration && last.sinceStart() > *duration) {
        return ShowNotesView::tr("The last one (%1) is past the end of this audio (%2). Earmark "
                                 "leaves them as text.",
                                 "both are times")
            .arg(text::clockText(last), text::clockText(MediaTime(*duration)));
    }
    return ShowNotesView::tr("The notes say that they belong to another version, such as a video. "
                             "Earmark leaves them as text.");
}

// One box above each stretch of blocks whose times are another recording's.
void addBanners(ReaderDocument &document, const NotesShown &notes)
{
    const auto &times = document.times;
    for (std::size_t i = 0; i < times.size();) {
        if (times[i].kind != TimeLink::Kind::OtherRecording) {
            ++i;
            continue;
        }
        const std::size_t first = i;
        MediaTime last;
        for (; i < times.size() && times[i].kind == TimeLink::Kind::OtherRecording; ++i) {
            last = std::max(last, times[i].start);
        }
        ReaderBanner banner;
        banner.block = blockAtOffset(document, times[first].offset);
        banner.id = QString::number(document.banners.size());
        banner.title = ShowNotesView::tr("These times refer to another recording");
        banner.text = bannerText(last, notes.duration);
        banner.actions = notes.otherActions;
        document.banners.push_back(banner);
    }
}

void addDecided(ReaderDocument &document, const TimesNotice &notice)
{
    if (document.times.empty()) {
        return;
    }
    const std::size_t block = blockAtOffset(document, document.times.front().offset);
    document.banners.insert(
        document.banners.begin(),
        {block, QStringLiteral("decided"), notice.title, notice.text, notice.actions});
}

} // namespace

ReaderDocument makeReaderDocument(const NotesShown &notes)
{
    ReaderDocument document;
    document.text = notes.text.text;
    document.blocks.reserve(notes.text.blocks.size());
    for (const auto &source : notes.text.blocks) {
        ReaderBlock block;
        block.kind = kindOf(source.kind);
        block.offset = source.offset;
        block.length = source.length;
        block.level = source.level;
        block.marker = source.marker;
        document.blocks.push_back(block);
    }
    for (const auto &span : notes.text.spans) {
        document.spans.push_back(
            {span.offset, span.length, span.bold, span.italic, span.code, span.link});
    }
    for (const Timestamp &time : notes.times) {
        document.times.push_back(linkOf(time, notes.duration, notes.linkOthers));
    }
    if (!document.blocks.empty()) {
        addBanners(document, notes);
        if (notes.decided) {
            addDecided(document, *notes.decided);
        }
    }
    return document;
}

ShowNotesView::ShowNotesView(const theme::ThemeManager &themes, QWidget *parent)
    : ReaderPane(themes, app::notes::QuoteSource::ShowNotes, parent)
{
    reader().setObjectName(QStringLiteral("showNotesText"));
    reader().setAccessibleName(tr("Show notes"));
    reader().setClickPlays(false);
    reader().follow().setEnabled(false);
    connect(&reader(), &ReaderView::timeActivated, this, &ShowNotesView::timeActivated);
    connect(&reader(),
            &ReaderView::bannerActivated,
            this,
            [this](const QString &, const QString &action) { emit noticeActionTriggered(action); });
}

void ShowNotesView::setShowNotes(const NotesShown &notes)
{
    // Decisions about times change them in place: the reader keeps its place in the same text.
    const bool same = reader().document().text == notes.text.text && hasText();
    const qsizetype top = same ? reader().firstVisible() : 0;
    setDocument(makeReaderDocument(notes));
    showText();
    if (same) {
        reader().scrollTo(top, 0);
    }
}

void ShowNotesView::showNone()
{
    setDocument({});
    showMessage(QStringLiteral("notes"),
                tr("No show notes"),
                tr("The publisher wrote none for this episode."));
}

// Words of the notes are spoken nowhere; the list line they stand in names a place.
std::optional<TimeRange> ShowNotesView::timeOf(TextSpan span) const
{
    const ReaderDocument &document = reader().document();
    const ReaderBlock &block = document.blocks[blockAtOffset(document, span.offset)];
    for (const TimeLink &time : document.times) {
        if (time.offset >= block.offset && time.offset < block.offset + block.length
            && time.isActive()) {
            return TimeRange{time.start, time.end.value_or(time.start)};
        }
    }
    return std::nullopt;
}

qsizetype ShowNotesView::offsetOf(MediaTime) const
{
    return -1;
}

} // namespace ui::transcript
