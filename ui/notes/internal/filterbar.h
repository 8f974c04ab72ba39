// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/library/notequery.h"
#include "ui/notes/codebook.h"
#include "ui/theme/thememanager.h"

#include <QWidget>

#include <array>

namespace ui::widgets {
class Button;
class SearchField;
} // namespace ui::widgets

namespace ui::notes::internal {

class ChoiceCard;
class FilterChip;

/// The field and the chips that narrow the list of notes.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    FilterBar(const theme::ThemeManager &themes,
              const Codebook &codebook,
              const app::base::Clock &clock,
              QWidget *parent = nullptr);

    /// What there is to choose.
    void setFacets(const app::library::NoteFacets &facets);

    /// Puts what is chosen into a query; the rest of it stays.
    void narrow(app::library::NoteQuery &query) const;

    [[nodiscard]] bool isNarrowing() const;
    [[nodiscard]] QString words() const; ///< as typed
    void clear();
    /// Shows those only whose place is not sure.
    void showUnsure();
    void focusField();

signals:
    /// Once typing rests, and at once with the chips.
    void changed();
    void leaveRequested(); ///< Enter and Esc in the field
    void namesRequested(); ///< other names for the colours

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Since { Ever, Today, Week, Month, Year };

    void connectCards();
    void openDates();
    void chosen();
    void refreshChips();
    [[nodiscard]] QDateTime sinceTime() const;
    [[nodiscard]] static QString sinceWords(Since since);

    const Codebook &m_codebook;
    const app::base::Clock &m_clock;
    widgets::SearchField *m_field;
    FilterChip *m_color;
    FilterChip *m_tag;
    FilterChip *m_podcast;
    FilterChip *m_state;
    FilterChip *m_date;
    FilterChip *m_star;
    widgets::Button *m_clear;
    ChoiceCard *m_colors;
    ChoiceCard *m_tags;
    ChoiceCard *m_podcasts;
    ChoiceCard *m_states;
    QTimer *m_typing;
    Since m_since = Since::Ever;
    app::library::NoteFacets m_facets;
};

} // namespace ui::notes::internal
