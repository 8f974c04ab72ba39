// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QPersistentModelIndex>

#include <vector>

namespace ui::notes::internal {

/// A list of very many rows of different heights, of which only those that are seen are measured.
///
/// QListView asks every row for its height; this one guesses the others, and corrects the guess
/// when they come into sight while what is on the screen stays where it is. The delegate's
/// sizeHint() gives a row's height once its words are there. Several rows can be chosen.
class NoteRows final : public QListView
{
    Q_OBJECT

public:
    explicit NoteRows(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void reset() override;
    void doItemsLayout() override;
    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &position) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

    /// The height a row is given until it is measured.
    void setGuess(int height) { m_guess = height; }

signals:
    /// Which rows can be seen; whenever that changed, or what they hold.
    void rowsSeen(int first, int last);

    void playRequested(const QModelIndex &index);
    void openRequested(const QModelIndex &index); ///< Enter and double click
    void editRequested(const QModelIndex &index); ///< F2 and E
    void foldRequested(const QModelIndex &index, bool folded);
    void deleteRequested();
    void copyRequested();
    void starRequested();
    /// The chosen ones are carried off with the mouse.
    void dragRequested();
    /// \param number  of the colour, from 0
    void colorRequested(int number);

protected:
    void dataChanged(const QModelIndex &first,
                     const QModelIndex &last,
                     const QList<int> &roles) override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions supported) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

    [[nodiscard]] int horizontalOffset() const override { return 0; }

    [[nodiscard]] int verticalOffset() const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;

    /// Letters are commands here; there is no type-ahead.
    void keyboardSearch(const QString &) override {}

private:
    [[nodiscard]] int count() const { return static_cast<int>(m_heights.size()); }

    [[nodiscard]] int topOf(int row) const { return m_tops[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowAt(int y) const;
    void measure(int row);
    void sumUp();
    void settle();
    void showRange();
    [[nodiscard]] bool takesKey(const QKeyEvent &event) const;
    bool handleHeadKey(int key);
    [[nodiscard]] QModelIndex timeAt(const QPoint &position) const;

    int m_guess = 62;
    std::vector<int> m_heights;
    std::vector<bool> m_measured;
    std::vector<int> m_tops;        ///< of each row, and the height of all
    QPersistentModelIndex m_anchor; ///< the row at the top edge while rows come and go
    int m_anchorOffset = 0;         ///< how much of it is above the edge
    bool m_settling = false;
    std::pair<int, int> m_seen{-1, -1};
    QPersistentModelIndex m_pressedTime;
};

} // namespace ui::notes::internal
