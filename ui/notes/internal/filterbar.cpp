// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/filterbar.h"

#include "ui/notes/internal/choicecard.h"
#include "ui/notes/internal/filterchip.h"
#include "ui/notes/notewords.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/searchfield.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QTimer>

namespace ui::notes::internal {
namespace {

using namespace std::chrono_literals;
using app::notes::AnchorState;
using app::notes::Color;
namespace metrics = theme::metrics;

constexpr int fieldWidth = 208;

constexpr std::array allStates{
    AnchorState::Approximate, AnchorState::TimeOnly, AnchorState::Moved, AnchorState::Exact};

} // namespace

FilterBar::FilterBar(const theme::ThemeManager &themes,
                     const Codebook &codebook,
                     const app::base::Clock &clock,
                     QWidget *parent)
    : QWidget(parent)
    , m_codebook(codebook)
    , m_clock(clock)
    , m_field(new widgets::SearchField(themes, tr("Filter notes"), this))
    , m_color(new FilterChip(themes, tr("Colour"), this))
    , m_tag(new FilterChip(themes, tr("Tag"), this))
    , m_podcast(new FilterChip(themes, tr("Podcast"), this))
    , m_state(new FilterChip(themes, tr("State", "how sure a note's place is"), this))
    , m_date(new FilterChip(themes, tr("Any date"), this))
    , m_star(new FilterChip(themes, tr("Starred"), this))
    , m_clear(new widgets::Button(themes, widgets::Button::Kind::Quiet, tr("Clear filters"), this))
    , m_colors(new ChoiceCard(themes, tr("Colours"), this))
    , m_tags(new ChoiceCard(themes, tr("Tags"), this))
    , m_podcasts(new ChoiceCard(themes, tr("Podcasts"), this))
    , m_states(new ChoiceCard(themes, tr("How sure the place is"), this))
    , m_typing(new QTimer(this))
{
    m_field->setObjectName(QStringLiteral("notesFilter"));
    m_field->setFixedWidth(fieldWidth);
    m_field->installEventFilter(this);
    m_color->setObjectName(QStringLiteral("filterColor"));
    m_tag->setObjectName(QStringLiteral("filterTag"));
    m_podcast->setObjectName(QStringLiteral("filterPodcast"));
    m_state->setObjectName(QStringLiteral("filterState"));
    m_date->setObjectName(QStringLiteral("filterDate"));
    m_star->setObjectName(QStringLiteral("filterStar"));
    m_star->setIconName(QStringLiteral("star"));
    m_star->setOpens(false);
    m_star->setCheckable(true);
    m_clear->setObjectName(QStringLiteral("filterClear"));
    m_clear->setCompact(true);
    m_colors->setFootAction(tr("Name the colours…"));
    m_typing->setSingleShot(true);
    m_typing->setInterval(120ms);
    auto *const flow = new widgets::FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(metrics::space8);
    for (QWidget *const part : std::initializer_list<QWidget *>{
             m_field, m_color, m_tag, m_podcast, m_date, m_state, m_star, m_clear}) {
        flow->addWidget(part);
    }
    connect(m_field, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_field, &QLineEdit::returnPressed, this, &FilterBar::leaveRequested);
    connect(m_field, &widgets::SearchField::escaped, this, &FilterBar::leaveRequested);
    connect(m_typing, &QTimer::timeout, this, &FilterBar::chosen);
    connect(m_star, &QAbstractButton::toggled, this, &FilterBar::chosen);
    connect(m_date, &QAbstractButton::clicked, this, &FilterBar::openDates);
    connect(m_clear, &QAbstractButton::clicked, this, &FilterBar::clear);
    connect(m_colors, &ChoiceCard::footActionTriggered, this, &FilterBar::namesRequested);
    connect(&codebook, &Codebook::changed, this, [this] { setFacets(m_facets); });
    connectCards();
    refreshChips();
}

void FilterBar::connectCards()
{
    const auto opens = [this](FilterChip *chip, ChoiceCard *card) {
        connect(chip, &QAbstractButton::clicked, card, [chip, card] { card->toggleOver(*chip); });
        connect(card, &ChoiceCard::chosenChanged, this, &FilterBar::chosen);
        chip->installEventFilter(this);
    };
    opens(m_color, m_colors);
    opens(m_tag, m_tags);
    opens(m_podcast, m_podcasts);
    opens(m_state, m_states);
}

void FilterBar::setFacets(const app::library::NoteFacets &facets)
{
    m_facets = facets;
    std::vector<Choice> colors;
    for (const Color color : allColors) {
        const int count = facets.colors[static_cast<std::size_t>(color)];
        colors.push_back({app::notes::colorName(color), m_codebook.name(color), count, color});
    }
    m_colors->setChoices(colors);
    std::vector<Choice> tags;
    for (const app::notes::UsedTag &used : facets.tags) {
        tags.push_back({used.tag, QStringLiteral("#") + used.tag, static_cast<int>(used.notes)});
    }
    tags.push_back({QString(), tr("Without a tag"), facets.untagged});
    m_tags->setChoices(tags);
    std::vector<Choice> podcasts;
    for (const auto &podcast : facets.podcasts) {
        podcasts.push_back({podcast.feedUrl,
                            podcast.title.isEmpty() ? podcast.feedUrl : podcast.title,
                            podcast.count});
    }
    m_podcasts->setChoices(podcasts);
    std::vector<Choice> states;
    for (const AnchorState state : allStates) {
        const int count = facets.states[static_cast<std::size_t>(state)];
        states.push_back({app::notes::anchorStateName(state), stateWord(state), count});
    }
    m_states->setChoices(states);
    refreshChips();
}

void FilterBar::narrow(app::library::NoteQuery &query) const
{
    query.text = words();
    query.feedUrls = m_podcasts->chosen();
    query.tags = m_tags->chosen();
    query.colors.clear();
    for (const QString &key : m_colors->chosen()) {
        if (const auto color = app::notes::colorFromName(key)) {
            query.colors.push_back(*color);
        }
    }
    query.states.clear();
    for (const QString &key : m_states->chosen()) {
        if (const auto state = app::notes::anchorStateFromName(key)) {
            query.states.push_back(*state);
        }
    }
    query.starred = m_star->isChecked() ? std::optional(true) : std::nullopt;
    query.since = sinceTime();
}

bool FilterBar::isNarrowing() const
{
    return !words().isEmpty() || m_color->isNarrowing() || m_tag->isNarrowing()
           || m_podcast->isNarrowing() || m_state->isNarrowing() || m_date->isNarrowing()
           || m_star->isNarrowing();
}

QString FilterBar::words() const
{
    return m_field->text().trimmed();
}

void FilterBar::clear()
{
    const bool focused = m_clear->hasFocus();
    m_field->clear();
    m_colors->setChosen({});
    m_tags->setChosen({});
    m_podcasts->setChosen({});
    m_states->setChosen({});
    m_since = Since::Ever;
    const QSignalBlocker quiet(m_star);
    m_star->setChecked(false);
    chosen();
    if (focused) {
        m_field->setFocus(Qt::OtherFocusReason);
    }
}

void FilterBar::showUnsure()
{
    m_states->setChosen({app::notes::anchorStateName(AnchorState::Approximate)});
    chosen();
}

void FilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

QString FilterBar::sinceWords(Since since)
{
    switch (since) {
    case Since::Today:
        return tr("Today");
    case Since::Week:
        return tr("Last 7 days");
    case Since::Month:
        return tr("Last 30 days");
    case Since::Year:
        return tr("This year");
    case Since::Ever:
        break;
    }
    return tr("Any date");
}

QDateTime FilterBar::sinceTime() const
{
    const QDate today = m_clock.now().toLocalTime().date();
    switch (m_since) {
    case Since::Today:
        return today.startOfDay().toUTC();
    case Since::Week:
        return today.addDays(-6).startOfDay().toUTC();
    case Since::Month:
        return today.addDays(-29).startOfDay().toUTC();
    case Since::Year:
        return QDate(today.year(), 1, 1).startOfDay().toUTC();
    case Since::Ever:
        break;
    }
    return {};
}

void FilterBar::openDates()
{
    auto *const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("datesMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Since since : {Since::Ever, Since::Today, Since::Week, Since::Month, Since::Year}) {
        QAction *const action = menu->addAction(sinceWords(since), this, [this, since] {
            m_since = since;
            chosen();
        });
        action->setCheckable(true);
        action->setChecked(since == m_since);
    }
    menu->popup(m_date->mapToGlobal(QPoint(0, m_date->height() + metrics::space4)));
}

void FilterBar::chosen()
{
    refreshChips();
    emit changed();
}

void FilterBar::refreshChips()
{
    const auto said = [](const QStringList &words) {
        return words.size() > 2 ? tr("%1 and %n more", nullptr, static_cast<int>(words.size() - 1))
                                      .arg(words.front())
                                : words.join(QStringLiteral(", "));
    };
    std::vector<Color> dots;
    for (const QString &key : m_colors->chosen()) {
        if (const auto color = app::notes::colorFromName(key)) {
            dots.push_back(*color);
        }
    }
    m_color->setDots(dots);
    m_color->setChosen(said(m_colors->chosenWords()));
    m_tag->setChosen(said(m_tags->chosenWords()));
    m_podcast->setChosen(said(m_podcasts->chosenWords()));
    m_state->setChosen(said(m_states->chosenWords()));
    m_date->setChosen(m_since == Since::Ever ? QString() : sinceWords(m_since));
    // Most listeners never meet a note that has lost its place.
    const bool moved = m_facets.states[static_cast<std::size_t>(AnchorState::Exact)] < m_facets.all;
    m_state->setVisible(moved || m_state->isNarrowing());
    m_podcast->setVisible(m_facets.podcasts.size() > 1 || m_podcast->isNarrowing());
    m_clear->setVisible(isNarrowing());
    updateGeometry();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched == m_field && key == Qt::Key_Down) {
            emit leaveRequested();
            return true;
        }
        if (watched != m_field && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
            // What a chip has chosen can be dropped without opening it.
            ChoiceCard *const card = watched == m_color     ? m_colors
                                     : watched == m_tag     ? m_tags
                                     : watched == m_podcast ? m_podcasts
                                                            : m_states;
            card->setChosen({});
            chosen();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::notes::internal
