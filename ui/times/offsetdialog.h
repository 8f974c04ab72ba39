// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/offsetmap.h"
#include "ui/times/placefinder.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace ui::times {

/// A time of another recording, with the words of its line.
struct WrittenTime
{
    MediaTime written;
    QString words;
};

/// Where the times of another recording are in this one: the listener finds one by ear, or two far
/// apart, and the rest follow. Stays open beside the window.
class OffsetDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \param times    at least one
    /// \param offsets  what was found before
    OffsetDialog(const theme::ThemeManager &themes,
                 std::vector<WrittenTime> times,
                 app::timestamps::OffsetMap offsets,
                 QWidget *parent);

    [[nodiscard]] PlaceFinder &finder() { return *m_finder; }

    /// With the time that is looked at, when it was found.
    [[nodiscard]] const app::timestamps::OffsetMap &offsets() const { return m_offsets; }

private:
    void choose(int index);
    void found(MediaTime here);
    void clear();
    void showState();

    std::vector<WrittenTime> m_times;
    app::timestamps::OffsetMap m_offsets;
    QComboBox *m_which;
    PlaceFinder *m_finder;
    QLabel *m_state;
    QPushButton *m_save;
    QPushButton *m_clear;
};

/// How far times are shifted: "+1:32", "−0:05"; of several points from the first to the last.
[[nodiscard]] QString shiftText(const app::timestamps::OffsetMap &offsets);

} // namespace ui::times
