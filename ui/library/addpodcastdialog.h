// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QDialog>

namespace ui::widgets {
class Button;
class ElidedLabel;
class SearchField;
} // namespace ui::widgets

namespace ui::library {

/// Asks for the address of a podcast and shows how following it goes. Show it with open(); the
/// owner calls accept() when the podcast is followed. Thread: main.
class AddPodcastDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AddPodcastDialog(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    [[nodiscard]] QString address() const;
    void setAddress(const QString &address);

    /// Follow was pressed and nothing has come of it yet.
    [[nodiscard]] bool isBusy() const { return m_busy; }

    /// Why it could not be followed, one sentence; the address stays, to be put right.
    void setError(const QString &sentence);

signals:
    /// The dialog is busy from here on, until accept() or setError().
    void followRequested(const QString &address);
    /// Stop was pressed, or the dialog closed, while busy.
    void cancelRequested();

public:
    /// Esc: stops first, closes when nothing is going on.
    void reject() override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void follow();
    void setBusy(bool busy);
    void say(const QString &sentence, QColor theme::Theme::*color);

    const theme::ThemeManager &m_themes;
    widgets::SearchField *m_address;
    widgets::ElidedLabel *m_message;
    widgets::Button *m_cancel;
    widgets::Button *m_follow;
    bool m_busy = false;
};

/// The address in a text that is nothing else, else empty. For what lies on the clipboard.
[[nodiscard]] QString feedAddressIn(const QString &text);

} // namespace ui::library
