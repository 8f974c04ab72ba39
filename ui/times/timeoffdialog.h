// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/times/placefinder.h"

#include <QDialog>

class QCheckBox;

namespace ui::times {

/// "This time is off": the listener finds by ear where it is. Stays open beside the window.
class TimeOffDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \param written  the time, or the words, as they stand in the text
    TimeOffDialog(const theme::ThemeManager &themes,
                  const QString &written,
                  MediaTime place,
                  QWidget *parent);

    /// Offers to shift more than this one. \param text  what, as a check box says it
    void offerLater(const QString &text, bool checked);

    [[nodiscard]] PlaceFinder &finder() { return *m_finder; }

    [[nodiscard]] bool laterToo() const;

private:
    PlaceFinder *m_finder;
    QCheckBox *m_later;
};

} // namespace ui::times
