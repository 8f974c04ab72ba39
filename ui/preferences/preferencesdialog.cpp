// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferencesdialog.h"

#include "ui/preferences/folderchooser.h"
#include "ui/preferences/settingspage.h"
#include "ui/preferences/wordsofsound.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/toggleswitch.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace ui::preferences {
namespace {

using namespace std::chrono_literals;
using app::settings::ColorScheme;
using app::settings::MarkKey;
using app::settings::TypingPause;
using std::chrono::milliseconds;
using theme::TextStyle;
namespace metrics = theme::metrics;

constexpr int placesWidth = 208;
constexpr int notesPage = 2; ///< in the order they are built
constexpr int colorNameWidth = 200;
constexpr int longestColorName = 40;

/// Those that can be read in any size; the listener's own may be a name that is no longer there.
std::vector<std::pair<QString, QString>> fonts()
{
    std::vector<std::pair<QString, QString>> choices{
        {PreferencesDialog::tr("As the window"), QString()}};
    for (const QString &family : QFontDatabase::families()) {
        if (QFontDatabase::isSmoothlyScalable(family) && !QFontDatabase::isPrivateFamily(family)) {
            choices.emplace_back(family, family);
        }
    }
    return choices;
}

} // namespace

PreferencesDialog::PreferencesDialog(const theme::ThemeManager &themes,
                                     const app::settings::PlaybackSettings &playback,
                                     const app::settings::AppearanceSettings &appearance,
                                     const app::settings::NoteSettings &notes,
                                     const std::vector<DeviceChoice> &devices,
                                     QWidget *parent)
    : QDialog(parent)
    , m_themes(themes)
    , m_playback(playback)
    , m_appearance(appearance)
    , m_notes(notes)
    , m_toldPlayback(playback)
    , m_toldAppearance(appearance)
    , m_toldNotes(notes)
    , m_places(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("preferences"));
    setWindowTitle(tr("Preferences"));
    setWindowModality(Qt::WindowModal);
    build();
    buildPlayback(devices);
    buildSound();
    buildMarks();
    buildReading();
    m_places->setCurrentRow(0);
    resize(860, 600);
}

void PreferencesDialog::build()
{
    auto *const search = new widgets::SearchField(m_themes, tr("Search settings"), this);
    search->setObjectName(QStringLiteral("searchSettings"));
    m_places->setObjectName(QStringLiteral("settingsPages"));
    m_places->setAccessibleName(tr("Pages"));
    m_places->setFrameShape(QFrame::NoFrame);
    m_places->setFont(theme::font(TextStyle::Ui));
    m_places->viewport()->setAutoFillBackground(false);
    m_places->setIconSize({metrics::icon, metrics::icon});
    auto *const buttons = new QDialogButtonBox(this);
    buttons->addButton(new widgets::Button(m_themes, widgets::Button::Kind::Secondary, tr("Close")),
                       QDialogButtonBox::RejectRole);

    auto *const left = new QVBoxLayout;
    left->setContentsMargins(metrics::space8, metrics::space12, metrics::space8, metrics::space12);
    left->setSpacing(metrics::space12);
    left->addWidget(search);
    left->addWidget(m_places, 1);
    auto *const side = new QWidget(this);
    side->setFixedWidth(placesWidth);
    side->setLayout(left);
    auto *const foot = new QHBoxLayout;
    foot->setContentsMargins(metrics::space16, metrics::space8, metrics::space16, metrics::space12);
    foot->addStretch(1);
    foot->addWidget(buttons);
    auto *const right = new QVBoxLayout;
    right->setContentsMargins(0, metrics::space16, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_stack, 1);
    right->addLayout(foot);
    auto *const pages = new QWidget(this);
    pages->setBackgroundRole(QPalette::Base);
    pages->setAutoFillBackground(true);
    pages->setLayout(right);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(side);
    layout->addWidget(pages, 1);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(search, &QLineEdit::textChanged, this, &PreferencesDialog::narrow);
    connect(m_places, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
}

SettingsPage *PreferencesDialog::addPage(const QString &title, const QString &iconName)
{
    auto *const item = new QListWidgetItem(m_themes.icons().icon(iconName), title, m_places);
    item->setSizeHint({0, metrics::sidebarRow});
    auto *const page = new SettingsPage(m_themes);
    auto *const scroll = new QScrollArea(m_stack);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The pages' own ground shows through.
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(page);
    page->setAutoFillBackground(false);
    m_stack->addWidget(scroll);
    m_pages.push_back(page);
    return page;
}

template <typename Value>
void PreferencesDialog::addChoice(SettingsPage &page,
                                  const QString &title,
                                  const QString &explanation,
                                  const std::vector<std::pair<QString, Value>> &choices,
                                  Value &value)
{
    auto *const box = makeChoice(choices, value);
    connect(box, &QComboBox::activated, this, [this, choices, &value](int index) {
        value = choices[static_cast<std::size_t>(index)].second;
        tell();
    });
    page.addRow(title, explanation, box);
}

void PreferencesDialog::addSwitch(SettingsPage &page,
                                  const QString &title,
                                  const QString &explanation,
                                  bool &on)
{
    auto *const control = new widgets::ToggleSwitch(m_themes, title);
    control->setChecked(on);
    connect(control, &QAbstractButton::toggled, this, [this, &on](bool checked) {
        on = checked;
        tell();
    });
    page.addRow(title, explanation, control);
}

void PreferencesDialog::buildPlayback(const std::vector<DeviceChoice> &devices)
{
    SettingsPage &page = *addPage(tr("Playback"), QStringLiteral("play"));
    page.addHeading(tr("Skipping"));
    addChoice(
        page, tr("Back button"), {}, secondsChoices({5s, 10s, 15s, 30s}), m_playback.skipBack);
    addChoice(page,
              tr("Forward button"),
              {},
              secondsChoices({10s, 15s, 30s, 45s, 60s}),
              m_playback.skipForward);
    addSwitch(
        page,
        tr("Find the thread again"),
        tr("After a pause, begin a little earlier: the longer the pause, the further back, at "
           "the start of a sentence where there is a transcript."),
        m_playback.smartRewind);
    page.addHeading(tr("Device"));
    std::vector<std::pair<QString, QByteArray>> choices{{tr("The computer's default"), {}}};
    for (const DeviceChoice &device : devices) {
        choices.emplace_back(device.name, device.id);
    }
    const auto known = [this](const auto &choice) {
        return choice.second == m_playback.outputDevice;
    };
    if (std::none_of(choices.begin(), choices.end(), known)) {
        choices.emplace_back(tr("The chosen one (not connected)"), m_playback.outputDevice);
    }
    addChoice(page, tr("Play on"), {}, choices, m_playback.outputDevice);
    addSwitch(
        page,
        tr("Follow the default"),
        tr("When the computer gets another default device, such as headphones, the sound moves "
           "there."),
        m_playback.followDefaultDevice);
}

void PreferencesDialog::buildSound()
{
    SettingsPage &page = *addPage(tr("Sound"), QStringLiteral("volume"));
    page.addHeading(tr("For all podcasts without settings of their own"));
    addChoice(page, tr("Speed"), {}, speedChoices(m_playback.speed), m_playback.speed);
    addChoice(page,
              tr("Skip silence"),
              tr("Shortens the pauses in speech. Words are never touched."),
              silenceChoices(),
              m_playback.sound.silence);
    addSwitch(page,
              tr("Level loudness"),
              tr("Quiet and loud podcasts sound equally loud, without clipping."),
              m_playback.sound.level);
    addChoice(page,
              tr("Target loudness"),
              tr("As broadcasters measure it (EBU R128)."),
              loudnessChoices(m_playback.sound.loudness),
              m_playback.sound.loudness);
    addSwitch(page, tr("Mono"), tr("Both ears hear everything."), m_playback.sound.mono);
    addChoice(page,
              tr("Quality at other speeds"),
              tr("Finer sounds smoother and takes about ten times the computing power."),
              qualityChoices(),
              m_playback.sound.quality);
}

void PreferencesDialog::buildMarks()
{
    SettingsPage &page = *addPage(tr("Marks and notes"), QStringLiteral("mark"));
    page.addHeading(tr("Marking"));
    addChoice(page,
              tr("Look back"),
              tr("How much a mark keeps from before you pressed the key."),
              secondsChoices({10s, 15s, 30s, 60s, 120s}),
              m_playback.markBack);
    addChoice<MarkKey>(page,
                       tr("Media key"),
                       tr("This key of the keyboard or headset marks what was just heard, instead "
                          "of what it does otherwise; where the system passes it on, with the "
                          "window hidden, too."),
                       {{tr("None", "no media key"), MarkKey::None},
                        {tr("Previous", "a media key"), MarkKey::Previous},
                        {tr("Next", "a media key"), MarkKey::Next},
                        {tr("Stop", "a media key"), MarkKey::Stop}},
                       m_notes.markKey);
    page.addHeading(tr("Writing"));
    addChoice<TypingPause>(page,
                           tr("Pause while writing"),
                           tr("From the first key on. Playing goes on a little earlier."),
                           {{tr("Off", "no pause"), TypingPause::Off},
                            {tr("Until the note is done"), TypingPause::WhileWriting},
                            {tr("Until I stop typing"), TypingPause::WhileTyping}},
                           m_notes.pause);
    addChoice<milliseconds>(page,
                            tr("Reaction time"),
                            tr("How much earlier than its first key a note begins."),
                            {{tr("None", "no reaction time"), 0s},
                             {tr("%n second(s)", nullptr, 1), 1s},
                             {tr("%n second(s)", nullptr, 2), 2s},
                             {tr("%n second(s)", nullptr, 3), 3s},
                             {tr("%n second(s)", nullptr, 5), 5s}},
                            m_notes.reaction);
    buildColors(page);
    buildVault(page);
}

void PreferencesDialog::buildVault(SettingsPage &page)
{
    page.addHeading(tr("A folder for other programs"));
    auto *const folder = new FolderChooser(m_themes, m_notes.vaultFolder);
    folder->setObjectName(QStringLiteral("vaultFolder"));
    connect(folder, &FolderChooser::changed, this, [this](const QString &chosen) {
        m_notes.vaultFolder = chosen;
        tell();
    });
    page.addRow(tr("Keep notes as Markdown files"),
                tr("One file for each episode, kept up to date. What you write there comes back. "
                   "For Obsidian, Syncthing, git and others."),
                folder);
}

void PreferencesDialog::buildColors(SettingsPage &page)
{
    page.addHeading(tr("What the colours mean to you"));
    const std::array names{tr("Yellow"), tr("Green"), tr("Blue"), tr("Red"), tr("Violet")};
    for (std::size_t at = 0; at < names.size(); ++at) {
        auto *const field = new widgets::SearchField(m_themes, names[at]);
        field->setObjectName(QStringLiteral("colorName%1").arg(at + 1));
        field->setIconName({});
        field->setMaxLength(longestColorName);
        field->setFixedWidth(colorNameWidth);
        field->setText(m_notes.colorNames[at]);
        connect(field, &QLineEdit::textChanged, this, [this, at](const QString &name) {
            m_notes.colorNames[at] = name.simplified();
            tell();
        });
        page.addRow(names[at], {}, field);
    }
}

void PreferencesDialog::showNotes()
{
    m_places->setCurrentRow(notesPage);
    if (auto *const field = findChild<QWidget *>(QStringLiteral("colorName1"))) {
        field->setFocus(Qt::OtherFocusReason);
    }
}

void PreferencesDialog::buildReading()
{
    SettingsPage &page = *addPage(tr("Reading and appearance"), QStringLiteral("text-size"));
    page.addHeading(tr("Text"));
    std::vector<std::pair<QString, int>> sizes;
    for (const int size : {12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 26, 28}) {
        sizes.emplace_back(QString::number(size), size);
    }
    addChoice(page, tr("Size of transcripts and show notes"), {}, sizes, m_appearance.readingSize);
    addChoice(
        page, tr("Font of transcripts and show notes"), {}, fonts(), m_appearance.readingFont);
    addSwitch(page,
              tr("A click plays"),
              tr("A click on a word plays from there. Off: it puts the text cursor, and Alt+click "
                 "plays."),
              m_appearance.clickPlays);
    addSwitch(page,
              tr("Announce sentences"),
              tr("Screen readers are told each sentence while it is spoken."),
              m_appearance.announces);
    page.addHeading(tr("Colours"));
    addChoice<ColorScheme>(page,
                           tr("Appearance"),
                           {},
                           {{tr("As the system"), ColorScheme::System},
                            {tr("Light"), ColorScheme::Light},
                            {tr("Dark"), ColorScheme::Dark}},
                           m_appearance.scheme);
}

void PreferencesDialog::narrow(const QString &words)
{
    int first = -1;
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const bool any = m_pages[i]->narrow(words) > 0;
        const int row = static_cast<int>(i);
        m_places->item(row)->setHidden(!any);
        if (any && first < 0) {
            first = row;
        }
    }
    if (first >= 0 && m_places->currentItem() && m_places->currentItem()->isHidden()) {
        m_places->setCurrentRow(first);
    }
}

void PreferencesDialog::tell()
{
    if (m_playback != m_toldPlayback) {
        m_toldPlayback = m_playback;
        emit playbackChanged(m_playback);
    }
    if (m_appearance != m_toldAppearance) {
        m_toldAppearance = m_appearance;
        emit appearanceChanged(m_appearance);
    }
    if (m_notes != m_toldNotes) {
        m_toldNotes = m_notes;
        emit notesChanged(m_notes);
    }
}

} // namespace ui::preferences
