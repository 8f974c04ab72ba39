// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QKeySequence>
#include <QList>
#include <QScrollArea>
#include <QUrl>

class QMimeData;

namespace ui::widgets {
class Button;
class ElidedLabel;
} // namespace ui::widgets

namespace ui::library {

/// What stands in the window while nothing is followed: three ways to begin. Scrolls when there is
/// little room; takes files and addresses that are dropped on it. Thread: main.
class FirstRunPage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit FirstRunPage(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// Where the listener's notes lie, as said in the last line.
    void setDataPath(const QString &path);

    /// The keys shown beside the first two ways; empty shows none.
    void setKeysHints(const QKeySequence &add, const QKeySequence &import);

    /// Gives the keyboard to the first button.
    void focusFirst();

signals:
    void addPodcastRequested();
    void importRequested();
    void sampleRequested();
    /// Files, or addresses, at most 100.
    void filesDropped(const QList<QUrl> &urls);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Card;
    class DropZone;
    void build();
    void addCards();
    [[nodiscard]] QWidget *makeHead();
    void fit();

    const theme::ThemeManager &m_themes;
    QWidget *m_content;
    QWidget *m_column;
    Card *m_add;
    Card *m_import;
    Card *m_sample;
    DropZone *m_drop;
    widgets::ElidedLabel *m_path;
};

/// The addresses in what is being dragged: files, web addresses, or one address as plain text.
[[nodiscard]] QList<QUrl> droppedAddresses(const QMimeData &data);

} // namespace ui::library
