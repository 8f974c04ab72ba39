// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace ui::notes {
class NoteDelegate;
}

namespace ui::notes::internal {

/// The list of notes: times are links in it, and its keys are not the window's.
class NoteList final : public QListView
{
    Q_OBJECT

public:
    /// \param delegate  also becomes the list's delegate; not owned
    NoteList(NoteDelegate &delegate, QWidget *parent);

signals:
    void playRequested(const QModelIndex &index);
    void editRequested(const QModelIndex &index);
    void deleteRequested(const QModelIndex &index);
    void copyRequested(const QModelIndex &index);
    /// \param number  of the colour, from 0
    void colorRequested(const QModelIndex &index, int number);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    /// Letters are commands here; there is no type-ahead.
    void keyboardSearch(const QString &) override {}

private:
    enum class Key { None, Play, Edit, Delete, Copy, Color };
    [[nodiscard]] static Key keyOf(const QKeyEvent &event);
    /// The row whose time is there; not valid beside times.
    [[nodiscard]] QModelIndex timeAt(const QPoint &position) const;

    QPersistentModelIndex m_pressedTime;
};

} // namespace ui::notes::internal
