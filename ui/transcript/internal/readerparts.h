// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/internal/readerstate.h"

#include <QAccessible>

namespace ui::transcript::internal {

/// A part of a reader to screen readers: first its paragraphs, then its times, links and notes,
/// and last, while sentences are announced, an alert that says the one being spoken.
class ReaderPart final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    enum class Kind { Block, Fold, Stop, Spoken };

    ReaderPart(QAccessibleInterface &parent, ReaderView &view, int index);

    /// How many parts a reader has.
    [[nodiscard]] static int countOf(const ReaderView::State &state);
    [[nodiscard]] static int indexOfStop(const ReaderView::State &state, int stop);
    [[nodiscard]] static int indexOfSpoken(const ReaderView::State &state);

    [[nodiscard]] bool isValid() const override;

    [[nodiscard]] QObject *object() const override { return nullptr; }

    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }

    [[nodiscard]] QAccessibleInterface *parent() const override { return &m_parent; }

    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }

    [[nodiscard]] int childCount() const override { return 0; }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override;

    void setText(QAccessible::Text, const QString &) override {}

    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString &name) override;

    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] int blockCount() const;

    [[nodiscard]] std::size_t block() const { return static_cast<std::size_t>(m_index); }

    [[nodiscard]] int stopIndex() const { return m_index - blockCount(); }

    [[nodiscard]] const PreparedText::Stop &stop() const;
    [[nodiscard]] QString blockName() const;
    [[nodiscard]] QString stopName() const;
    [[nodiscard]] QString noteName(const ReaderNote &note) const;
    [[nodiscard]] QString spokenName() const;

    QAccessibleInterface &m_parent;
    ReaderView &m_view;
    ReaderView::State &m_state;
    int m_index;
};

} // namespace ui::transcript::internal
