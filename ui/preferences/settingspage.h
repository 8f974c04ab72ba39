// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QComboBox>
#include <QWidget>

#include <utility>
#include <vector>

class QVBoxLayout;

namespace ui::preferences {

/// One page of settings: rows of words on the left and a control on the right. Thread: main.
class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    void addHeading(const QString &text);
    /// \param control  named by \p title for screen readers; the page takes it over
    void addRow(const QString &title, const QString &explanation, QWidget *control);

    /// Hides the rows that hold none of these words. \returns how many are left
    int narrow(const QString &words);

private:
    struct Row
    {
        QWidget *widget = nullptr;
        QString words; ///< lower case
        bool isHeading = false;
    };

    const theme::ThemeManager &m_themes;
    QVBoxLayout *m_layout;
    std::vector<Row> m_rows;
};

/// A list to choose one value from.
template <typename Value>
[[nodiscard]] QComboBox *makeChoice(const std::vector<std::pair<QString, Value>> &choices,
                                    const Value &current)
{
    auto *const box = new QComboBox;
    box->setMinimumHeight(32);
    int index = 0;
    for (const auto &[text, value] : choices) {
        box->addItem(text);
        if (value == current) {
            box->setCurrentIndex(index);
        }
        ++index;
    }
    return box;
}

} // namespace ui::preferences
