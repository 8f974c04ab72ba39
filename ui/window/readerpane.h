// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QWidget>

class QHBoxLayout;
class QStackedWidget;

namespace ui::widgets {
class Artwork;
class Button;
class ElidedLabel;
class IconButton;
class SegmentedControl;
} // namespace ui::widgets

namespace ui::window {

/// The frame around an episode's text: what it is, what can be done, and the segments that choose
/// between its show notes, transcript and notes. The pages are put in by whoever builds the window.
/// Thread: main.
class ReaderPane final : public QWidget
{
    Q_OBJECT

public:
    enum Page { ShowNotes, Transcript, Notes };

    /// What the head says of an episode.
    struct Head
    {
        QString title;
        QString podcastTitle;
        QString details;        ///< "20 November 2026 · 58 min"
        bool isPlaying = false; ///< loaded in the player: no Play button then
        bool isQueued = false;
        bool isDownloaded = false;
        bool canPlay = true;
        QString download; ///< "Downloading 40 %"; empty when none is running
    };

    explicit ReaderPane(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// Pages in the order of Page; takes them over.
    void setPages(QWidget *showNotes, QWidget *transcript, QWidget *notes);
    void setHead(const Head &head);
    /// Nothing is open: shows a hint instead.
    void clear();

    void setPage(Page page);
    [[nodiscard]] Page page() const;
    void setNoteCount(int count);
    /// Whether the Follow button shows, and whether it is on.
    void setFollow(bool available, bool on);

    /// Whether the show notes hold a list that can be made chapters.
    void setHasTimeList(bool has);

    /// Below the segments and above the pages, for the find bar.
    void setBar(QWidget *bar);

signals:
    void pageChanged(ui::window::ReaderPane::Page page);
    void playRequested();
    void laterRequested();
    void downloadRequested();
    void menuRequested(const QPoint &globalPosition);
    void followRequested(bool on);
    void findRequested();
    void chaptersRequested();
    /// Everything that can be done with transcripts.
    void transcriptMenuRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHead();
    void buildSegments();

    const theme::ThemeManager &m_themes;
    QStackedWidget *m_outer;
    QWidget *m_content;
    widgets::Artwork *m_art;
    widgets::ElidedLabel *m_title;
    widgets::ElidedLabel *m_meta;
    widgets::Button *m_play;
    widgets::Button *m_later;
    widgets::IconButton *m_download;
    widgets::IconButton *m_more;
    widgets::SegmentedControl *m_segments;
    widgets::Button *m_follow;
    widgets::Button *m_chapters;
    widgets::IconButton *m_transcripts;
    bool m_hasTimeList = false;
    widgets::IconButton *m_find;
    QStackedWidget *m_pages;
    QHBoxLayout *m_headRow;
    QHBoxLayout *m_segmentRow;
    QHBoxLayout *m_barRow;
};

} // namespace ui::window
