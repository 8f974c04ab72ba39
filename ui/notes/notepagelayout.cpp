// SPDX-License-Identifier: GPL-3.0-or-later
// How one note's page is laid out.
#include "ui/notes/internal/colordots.h"
#include "ui/notes/internal/quoteview.h"
#include "ui/notes/internal/rangeeditor.h"
#include "ui/notes/internal/tagcompletion.h"
#include "ui/notes/internal/textbox.h"
#include "ui/notes/notepage.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace ui::notes {
namespace {

using namespace std::chrono_literals;
using theme::TextStyle;
using widgets::Button;
using widgets::ElidedLabel;
using widgets::IconButton;
namespace metrics = theme::metrics;

constexpr auto typingRests = 600ms;

} // namespace

NotePage::NotePage(const theme::ThemeManager &themes, const Codebook &codebook, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_codebook(codebook)
    , m_typing(new QTimer(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new widgets::EmptyState(themes, this))
    , m_content(new QWidget(this))
    , m_back(new IconButton(themes, QStringLiteral("arrow-left"), tr("Back to the list"), this))
    , m_play(new Button(themes, Button::Kind::Secondary, {}, this))
    , m_transcript(new Button(themes, Button::Kind::Quiet, tr("Show in transcript"), this))
    , m_star(new IconButton(themes, QStringLiteral("star"), tr("Star"), this))
    , m_delete(new IconButton(themes, QStringLiteral("trash"), tr("Delete"), this))
    , m_more(new IconButton(themes, QStringLiteral("more"), tr("More"), this))
    , m_notice(new widgets::Banner(themes, widgets::Banner::Kind::Notice, this))
    , m_quote(new internal::QuoteView(themes, this))
    , m_speaker(new ElidedLabel(themes, TextStyle::Ui, {}, this))
    , m_adjust(new Button(themes, Button::Kind::Quiet, tr("Adjust range"), this))
    , m_range(new internal::RangeEditor(themes, this))
    , m_edit(new internal::TextBox(themes, this))
    , m_colors(new internal::ColorDots(themes, this))
    , m_colorName(new ElidedLabel(themes, TextStyle::Ui, {}, this))
    , m_tagField(new widgets::SearchField(themes, tr("Tags"), this))
    , m_completion(new internal::TagCompletion(*m_tagField))
    , m_textCompletion(new internal::TagCompletion(m_edit->edit()))
    , m_source(new ElidedLabel(themes, TextStyle::Ui, {}, this))
    , m_made(new ElidedLabel(themes, TextStyle::Ui, {}, this))
    , m_copyCitation(new Button(themes, Button::Kind::Secondary, tr("Copy as citation"), this))
    , m_copyTime(new Button(themes, Button::Kind::Secondary, tr("Copy with time"), this))
    , m_status(new ElidedLabel(themes, TextStyle::Meta, {}, this))
{
    setObjectName(QStringLiteral("notePage"));
    setAccessibleName(tr("Note"));
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingRests);
    auto *const column = new QVBoxLayout(m_content);
    column->setContentsMargins(
        metrics::space24, metrics::space16, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space12);
    buildActions(*column);
    column->addWidget(m_notice);
    column->addWidget(m_quote);
    buildPlace(*column);
    buildFields(*column);
    column->addStretch(1);
    buildFoot(*column);

    auto *const scroller = new QScrollArea(this);
    scroller->setFrameShape(QFrame::NoFrame);
    scroller->setWidgetResizable(true);
    scroller->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroller->viewport()->setAutoFillBackground(false);
    auto *const framed = new QWidget(this);
    auto *const frame = new QVBoxLayout(framed);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->addWidget(scroller);
    scroller->setWidget(m_content);
    m_content->setAutoFillBackground(false);
    m_content = framed;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(framed);
    auto *const all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
    connectParts();
    clear(0);
}

void NotePage::buildActions(QVBoxLayout &column)
{
    m_back->setObjectName(QStringLiteral("noteBack"));
    m_back->hide();
    m_play->setObjectName(QStringLiteral("notePlayButton"));
    m_play->setIconName(QStringLiteral("play"));
    m_transcript->setObjectName(QStringLiteral("noteTranscript"));
    m_transcript->setIconName(QStringLiteral("external"));
    m_star->setObjectName(QStringLiteral("noteStar"));
    m_star->setCheckable(true);
    m_delete->setObjectName(QStringLiteral("noteDeleteButton"));
    m_more->setObjectName(QStringLiteral("noteMore"));
    m_notice->setObjectName(QStringLiteral("noteNotice"));
    m_notice->hide();
    auto *const row = new QHBoxLayout;
    row->setSpacing(metrics::space4);
    row->addWidget(m_back);
    row->addWidget(m_play);
    row->addWidget(m_transcript);
    row->addStretch(1);
    row->addWidget(m_star);
    row->addWidget(m_delete);
    row->addWidget(m_more);
    column.addLayout(row);
}

void NotePage::addField(QVBoxLayout &column, const QString &name, const QList<QWidget *> &parts)
{
    auto *const label = new ElidedLabel(m_themes, TextStyle::Ui, name, this);
    label->setColor(&theme::Theme::text2);
    label->setFixedWidth(internal::fieldNameWidth(
        {tr("Colour"), tr("Tags"), tr("Source"), tr("Made", "when a note was made")}));
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *const row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    // Beside several lines of words a name stands with the first.
    const bool words = parts.size() == 1 && parts.front() == m_source;
    row->addWidget(label, 0, words ? Qt::AlignTop : Qt::Alignment());
    for (QWidget *const part : parts) {
        row->addWidget(part, part == parts.back() ? 1 : 0);
    }
    column.addLayout(row);
}

void NotePage::buildPlace(QVBoxLayout &column)
{
    m_speaker->setObjectName(QStringLiteral("notePlace"));
    m_speaker->setColor(&theme::Theme::text2);
    m_adjust->setObjectName(QStringLiteral("noteAdjust"));
    m_adjust->setIconName(QStringLiteral("offset"));
    m_adjust->setCompact(true);
    m_adjust->setCheckable(true);
    m_range->hide();
    auto *const row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(m_speaker, 1);
    row->addWidget(m_adjust);
    column.addLayout(row);
    column.addWidget(m_range);
}

void NotePage::buildFields(QVBoxLayout &column)
{
    m_edit->edit().setObjectName(QStringLiteral("noteText"));
    m_edit->edit().setAccessibleName(tr("Note text, Markdown"));
    m_edit->edit().setPlaceholderText(tr("Write a note..."));
    m_colorName->setObjectName(QStringLiteral("noteColorName"));
    m_colorName->setColor(&theme::Theme::text2);
    m_colors->setCodebook(m_codebook);
    m_colors->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_tagField->setObjectName(QStringLiteral("noteTags"));
    m_tagField->setIconName(QStringLiteral("tag"));
    m_source->setObjectName(QStringLiteral("noteSource"));
    m_source->setMaximumLines(2);
    m_made->setObjectName(QStringLiteral("noteMade"));
    column.addWidget(m_edit);
    addField(column, tr("Colour"), {m_colors, m_colorName});
    addField(column, tr("Tags"), {m_tagField});
    addField(column, tr("Source"), {m_source});
    addField(column, tr("Made", "when a note was made"), {m_made});
}

void NotePage::buildFoot(QVBoxLayout &column)
{
    m_copyCitation->setObjectName(QStringLiteral("noteCopyCitation"));
    m_copyCitation->setIconName(QStringLiteral("quote"));
    m_copyTime->setObjectName(QStringLiteral("noteCopyTime"));
    m_copyTime->setIconName(QStringLiteral("copy-time"));
    m_status->setObjectName(QStringLiteral("noteStatus"));
    m_status->setMaximumLines(2);
    m_status->setAlignment(Qt::AlignTrailing);
    auto *const row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(m_copyCitation);
    row->addWidget(m_copyTime);
    row->addWidget(m_status, 1);
    column.addLayout(row);
}

} // namespace ui::notes
