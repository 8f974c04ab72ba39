// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "app/notes/tagcompletion.h"
#include "ui/notes/codebook.h"
#include "ui/theme/thememanager.h"

#include <QWidget>

#include <vector>

namespace ui::widgets {
class Button;
class ElidedLabel;
class IconButton;
} // namespace ui::widgets

namespace ui::notes::internal {

class TagCard;

/// What can be done with several notes at once; stands below the list while several are chosen.
class SelectionBar final : public QWidget
{
    Q_OBJECT

public:
    SelectionBar(const theme::ThemeManager &themes,
                 const Codebook &codebook,
                 QWidget *parent = nullptr);

    /// \param inBin  they can be restored or deleted for good, and nothing else
    void setCount(int count, bool inBin);
    /// Of its icons; it has its words where there is more room.
    [[nodiscard]] QSize minimumSizeHint() const override;

    void setKnownTags(const std::vector<app::notes::UsedTag> &tags);

signals:
    void tagsRequested(const QStringList &add, const QStringList &remove);
    void colorRequested(app::notes::Color color);
    void starRequested(bool starred);
    void exportRequested();
    void confirmRequested();
    void deleteRequested();
    void restoreRequested();
    void dropRequested(); ///< for good; from the bin

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void openColors();
    void openMore();

    const theme::ThemeManager &m_themes;
    const Codebook &m_codebook;
    widgets::ElidedLabel *m_words;
    widgets::Button *m_tag;
    widgets::Button *m_color;
    widgets::Button *m_export;
    widgets::Button *m_restore;
    widgets::IconButton *m_delete;
    widgets::Button *m_drop;
    widgets::IconButton *m_more;
    TagCard *m_tags;
};

} // namespace ui::notes::internal
