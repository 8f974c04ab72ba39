// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/readerpane.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/artwork.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::window {
namespace {

namespace metrics = theme::metrics;
using theme::TextStyle;
using widgets::Button;
using widgets::IconButton;

} // namespace

ReaderPane::ReaderPane(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_outer(new QStackedWidget(this))
    , m_content(new QWidget(this))
    , m_art(new widgets::Artwork(metrics::readerArt, this))
    , m_title(new widgets::ElidedLabel(themes, TextStyle::EpisodeTitle, {}, this))
    , m_meta(new widgets::ElidedLabel(themes, TextStyle::Meta, {}, this))
    , m_play(new Button(themes, Button::Kind::Primary, tr("Play"), this))
    , m_later(new Button(themes, Button::Kind::Secondary, tr("Listen later"), this))
    , m_download(new IconButton(themes, QStringLiteral("download"), tr("Download"), this))
    , m_more(new IconButton(themes, QStringLiteral("more"), tr("More"), this))
    , m_segments(new widgets::SegmentedControl(themes, this))
    , m_follow(
          new Button(themes, Button::Kind::Quiet, tr("Follow", "scroll with the speech"), this))
    , m_chapters(new Button(themes, Button::Kind::Quiet, tr("Make chapters…"), this))
    , m_transcripts(new IconButton(
          themes, QStringLiteral("transcript"), tr("Transcripts and corrections"), this))
    , m_find(new IconButton(themes, QStringLiteral("search"), tr("Find in this text"), this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("reader"));
    buildHead();
    buildSegments();
    auto *const layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, metrics::space20, 0, 0);
    layout->setSpacing(metrics::space12);
    layout->addLayout(m_headRow);
    layout->addLayout(m_segmentRow);
    layout->addLayout(m_barRow);
    layout->addWidget(m_pages, 1);

    auto *const nothing = new widgets::EmptyState(themes, this);
    nothing->setContent(QStringLiteral("podcasts"),
                        tr("Choose an episode"),
                        tr("Its show notes, transcript and your notes appear here."));
    m_outer->addWidget(nothing);
    m_outer->addWidget(m_content);
    auto *const outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_outer);
    connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void ReaderPane::buildHead()
{
    m_title->setMaximumLines(2);
    m_meta->setColor(&theme::Theme::text2);
    m_play->setObjectName(QStringLiteral("readerPlay"));
    m_play->setIconName(QStringLiteral("play"));
    m_later->setObjectName(QStringLiteral("readerLater"));
    m_later->setIconName(QStringLiteral("listen-later"));
    m_download->setObjectName(QStringLiteral("readerDownload"));
    m_more->setObjectName(QStringLiteral("readerMore"));
    auto *const words = new QVBoxLayout;
    words->setSpacing(metrics::space4);
    words->addWidget(m_title);
    words->addWidget(m_meta);
    words->addStretch();
    m_headRow = new QHBoxLayout;
    m_headRow->setContentsMargins(metrics::space32, 0, metrics::space24, 0);
    m_headRow->setSpacing(metrics::space8);
    m_headRow->addWidget(m_art, 0, Qt::AlignTop);
    m_headRow->addSpacing(metrics::space8);
    m_headRow->addLayout(words, 1);
    for (QWidget *const control :
         std::initializer_list<QWidget *>{m_play, m_later, m_download, m_more}) {
        m_headRow->addWidget(control, 0, Qt::AlignTop);
    }
    connect(m_play, &QAbstractButton::clicked, this, &ReaderPane::playRequested);
    connect(m_later, &QAbstractButton::clicked, this, &ReaderPane::laterRequested);
    connect(m_download, &QAbstractButton::clicked, this, &ReaderPane::downloadRequested);
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        emit menuRequested(m_more->mapToGlobal(QPoint(0, m_more->height() + metrics::space4)));
    });
}

void ReaderPane::buildSegments()
{
    m_segments->setObjectName(QStringLiteral("segments"));
    m_segments->setAccessibleName(tr("Texts of the episode"));
    m_segments->addTab(tr("Show notes"));
    m_segments->addTab(tr("Transcript"));
    m_segments->addTab(tr("Notes"));
    m_follow->setObjectName(QStringLiteral("followButton"));
    m_follow->setIconName(QStringLiteral("follow"));
    m_follow->setCheckable(true);
    m_follow->hide();
    m_find->setObjectName(QStringLiteral("findButton"));
    m_transcripts->setObjectName(QStringLiteral("transcriptsButton"));
    m_transcripts->hide();
    m_segmentRow = new QHBoxLayout;
    m_segmentRow->setContentsMargins(metrics::space32, 0, metrics::space24, 0);
    m_segmentRow->setSpacing(metrics::space4);
    m_segmentRow->addWidget(m_segments);
    m_segmentRow->addStretch();
    m_chapters->setObjectName(QStringLiteral("makeChapters"));
    m_chapters->setIconName(QStringLiteral("chapters"));
    m_chapters->hide();
    m_segmentRow->addWidget(m_chapters);
    m_segmentRow->addWidget(m_follow);
    m_segmentRow->addWidget(m_transcripts);
    m_segmentRow->addWidget(m_find);
    m_barRow = new QHBoxLayout;
    m_barRow->setContentsMargins(metrics::space32, 0, metrics::space24, 0);
    connect(m_segments, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        m_find->setVisible(index != Notes);
        m_chapters->setVisible(index == ShowNotes && m_hasTimeList);
        m_transcripts->setVisible(index == Transcript);
        emit pageChanged(static_cast<Page>(index));
    });
    connect(m_follow, &QAbstractButton::clicked, this, &ReaderPane::followRequested);
    connect(m_chapters, &QAbstractButton::clicked, this, &ReaderPane::chaptersRequested);
    connect(m_find, &QAbstractButton::clicked, this, &ReaderPane::findRequested);
    connect(m_transcripts, &QAbstractButton::clicked, this, [this] {
        emit transcriptMenuRequested(
            m_transcripts->mapToGlobal(QPoint(0, m_transcripts->height() + metrics::space4)));
    });
}

void ReaderPane::setPages(QWidget *showNotes, QWidget *transcript, QWidget *notes)
{
    m_pages->addWidget(showNotes);
    m_pages->addWidget(transcript);
    m_pages->addWidget(notes);
}

void ReaderPane::setBar(QWidget *bar)
{
    m_barRow->addWidget(bar);
}

void ReaderPane::setHead(const Head &head)
{
    m_outer->setCurrentWidget(m_content);
    m_art->setCover({}, head.podcastTitle);
    m_title->setText(head.title);
    const QString separator = QStringLiteral("  ·  ");
    m_meta->setText(head.details.isEmpty() ? head.podcastTitle
                                           : head.podcastTitle + separator + head.details);
    m_play->setVisible(!head.isPlaying && head.canPlay);
    m_later->setText(head.isQueued ? tr("In the queue") : tr("Listen later"));
    m_later->setVisible(head.canPlay);
    m_download->setVisible(head.canPlay);
    m_download->setIconName(head.isDownloaded ? QStringLiteral("downloaded")
                                              : QStringLiteral("download"));
    m_download->setHint(!head.download.isEmpty() ? head.download
                        : head.isDownloaded      ? tr("Downloaded")
                                                 : tr("Download"));
    m_download->setEnabled(!head.isDownloaded);
}

void ReaderPane::clear()
{
    m_outer->setCurrentIndex(0);
}

void ReaderPane::setPage(Page page)
{
    m_segments->setCurrentIndex(page);
}

ReaderPane::Page ReaderPane::page() const
{
    return static_cast<Page>(m_segments->currentIndex());
}

void ReaderPane::setNoteCount(int count)
{
    m_segments->setCount(Notes, count);
}

void ReaderPane::setHasTimeList(bool has)
{
    m_hasTimeList = has;
    m_chapters->setVisible(has && page() == ShowNotes);
}

void ReaderPane::setFollow(bool available, bool on)
{
    m_follow->setVisible(available);
    m_follow->setChecked(on);
}

void ReaderPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.current().reader);
    if (m_outer->currentWidget() == m_content) {
        painter.setPen(m_themes.current().line);
        const int y = m_pages->mapTo(this, QPoint(0, 0)).y() - 1;
        painter.drawLine(0, y, width(), y);
    }
}

void ReaderPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // In a narrow pane the words need the room more than the margins do.
    const bool narrow = width() < metrics::marginFrom;
    const int left = narrow ? metrics::space16 : metrics::space32;
    m_headRow->setContentsMargins(left, 0, metrics::space16, 0);
    m_segmentRow->setContentsMargins(left, 0, metrics::space16, 0);
    m_barRow->setContentsMargins(left, 0, metrics::space16, 0);
    m_title->setTextStyle(narrow ? TextStyle::EpisodeTitleNarrow : TextStyle::EpisodeTitle);
}

} // namespace ui::window
