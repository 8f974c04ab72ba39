// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/folderchooser.h"
#include "ui/preferences/podcastdialog.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/toggleswitch.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTest>

using app::settings::AppearanceSettings;
using app::settings::PlaybackSettings;
using app::settings::PodcastSettings;
using app::settings::SilenceSkipping;
using ui::preferences::PodcastDialog;
using ui::preferences::PreferencesDialog;
using ui::widgets::ToggleSwitch;

namespace {

template <typename Control>
Control *named(QWidget &dialog, const QString &name)
{
    for (auto *const control : dialog.findChildren<Control *>()) {
        if (control->accessibleName() == name) {
            return control;
        }
    }
    return nullptr;
}

void chooseText(QComboBox *box, const QString &text)
{
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    box->setCurrentIndex(index);
    emit box->activated(index);
}

} // namespace

class PreferencesTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyControlHasAName();
    void choiceIsToldAtOnce();
    void unusualValuesAreKept();
    void missingDeviceStaysChosen();
    void searchLeavesWhatFits();
    void appearanceIsToldApart();
    void aMediaKeyMarks();
    void coloursAreNamed();
    void aFolderForOtherProgramsIsChosenAndGivenUp();
    void podcastFollowsTheRestUntilToldOtherwise();
    void switchIsOperatedByKeys();

private:
    ui::theme::ThemeManager m_themes;
    PlaybackSettings m_playback;
    AppearanceSettings m_appearance;
};

void PreferencesTest::everyControlHasAName()
{
    PreferencesDialog dialog(m_themes, m_playback, m_appearance, {}, {});
    for (auto *const control : dialog.findChildren<QWidget *>()) {
        const bool operated =
            qobject_cast<QComboBox *>(control) || qobject_cast<ToggleSwitch *>(control);
        QVERIFY(!operated || !control->accessibleName().isEmpty());
        QVERIFY(!operated || control->focusPolicy() & Qt::TabFocus);
    }
    QVERIFY(named<QComboBox>(dialog, QStringLiteral("Speed")));
    QVERIFY(named<ToggleSwitch>(dialog, QStringLiteral("Mono")));
}

void PreferencesTest::choiceIsToldAtOnce()
{
    PreferencesDialog dialog(m_themes, m_playback, m_appearance, {}, {});
    QSignalSpy told(&dialog, &PreferencesDialog::playbackChanged);
    chooseText(named<QComboBox>(dialog, QStringLiteral("Skip silence")), QStringLiteral("Strong"));
    named<ToggleSwitch>(dialog, QStringLiteral("Mono"))->click();
    QCOMPARE(told.count(), 2);
    const auto last = told[1][0].value<PlaybackSettings>();
    QCOMPARE(last.sound.silence, SilenceSkipping::Strong);
    QVERIFY(last.sound.mono);
    // The same again is no change.
    chooseText(named<QComboBox>(dialog, QStringLiteral("Skip silence")), QStringLiteral("Strong"));
    QCOMPARE(told.count(), 2);
}

void PreferencesTest::unusualValuesAreKept()
{
    m_playback.speed = 1.35;
    PreferencesDialog dialog(m_themes, m_playback, m_appearance, {}, {});
    QCOMPARE(named<QComboBox>(dialog, QStringLiteral("Speed"))->currentText(),
             QString::fromUtf8("1.35×"));
    m_playback = {};
}

void PreferencesTest::missingDeviceStaysChosen()
{
    m_playback.outputDevice = "gone";
    PreferencesDialog dialog(
        m_themes, m_playback, m_appearance, {}, {{"usb", QStringLiteral("Headset")}});
    auto *const box = named<QComboBox>(dialog, QStringLiteral("Play on"));
    QCOMPARE(box->count(), 3);
    QCOMPARE(box->currentText(), QStringLiteral("The chosen one (not connected)"));
    QSignalSpy told(&dialog, &PreferencesDialog::playbackChanged);
    chooseText(box, QStringLiteral("Headset"));
    QCOMPARE(told[0][0].value<PlaybackSettings>().outputDevice, QByteArray("usb"));
    m_playback = {};
}

void PreferencesTest::searchLeavesWhatFits()
{
    PreferencesDialog dialog(m_themes, m_playback, m_appearance, {}, {});
    dialog.show();
    auto *const places = dialog.findChild<QListWidget *>();
    auto *const search = dialog.findChild<ui::widgets::SearchField *>();
    QTest::keyClicks(search, QStringLiteral("mono"));
    int shown = 0;
    for (int row = 0; row < places->count(); ++row) {
        shown += places->item(row)->isHidden() ? 0 : 1;
    }
    QCOMPARE(shown, 1);
    QVERIFY(named<ToggleSwitch>(dialog, QStringLiteral("Mono"))->isVisible());
    QVERIFY(!named<QComboBox>(dialog, QStringLiteral("Speed"))->isVisible());
    search->clear();
    QVERIFY(named<QComboBox>(dialog, QStringLiteral("Speed"))->isVisible());
}

void PreferencesTest::appearanceIsToldApart()
{
    PreferencesDialog dialog(m_themes, m_playback, m_appearance, {}, {});
    QSignalSpy playback(&dialog, &PreferencesDialog::playbackChanged);
    QSignalSpy appearance(&dialog, &PreferencesDialog::appearanceChanged);
    chooseText(named<QComboBox>(dialog, QStringLiteral("Appearance")), QStringLiteral("Dark"));
    QCOMPARE(playback.count(), 0);
    QCOMPARE(appearance.count(), 1);
    QCOMPARE(appearance[0][0].value<AppearanceSettings>().scheme, app::settings::ColorScheme::Dark);
}

void PreferencesTest::aMediaKeyMarks()
{
    using app::settings::MarkKey;
    PreferencesDialog dialog(m_themes, m_playback, m_appearance, {}, {});
    const QSignalSpy told(&dialog, &PreferencesDialog::notesChanged);
    auto *const box = named<QComboBox>(dialog, QStringLiteral("Media key"));
    QVERIFY(box);
    QCOMPARE(box->currentText(), QStringLiteral("None"));
    chooseText(box, QStringLiteral("Previous"));
    QCOMPARE(told.count(), 1);
    QCOMPARE(told.front().front().value<app::settings::NoteSettings>().markKey, MarkKey::Previous);
}

void PreferencesTest::coloursAreNamed()
{
    app::settings::NoteSettings notes;
    notes.colorNames[1] = QStringLiteral("Method");
    PreferencesDialog dialog(m_themes, m_playback, m_appearance, notes, {});
    QSignalSpy told(&dialog, &PreferencesDialog::notesChanged);
    QSignalSpy playback(&dialog, &PreferencesDialog::playbackChanged);
    QCOMPARE(named<QLineEdit>(dialog, QStringLiteral("Green"))->text(), QStringLiteral("Method"));
    dialog.showNotes();
    named<QLineEdit>(dialog, QStringLiteral("Yellow"))->setText(QStringLiteral(" Key  idea "));
    QCOMPARE(told.size(), 1);
    const auto settings = told.at(0).at(0).value<app::settings::NoteSettings>();
    QCOMPARE(settings.colorNames[0], QStringLiteral("Key idea"));
    QCOMPARE(settings.colorNames[1], QStringLiteral("Method"));
    QCOMPARE(playback.size(), 0);
}

void PreferencesTest::aFolderForOtherProgramsIsChosenAndGivenUp()
{
    PreferencesDialog dialog(m_themes, m_playback, m_appearance, {}, {});
    QSignalSpy told(&dialog, &PreferencesDialog::notesChanged);
    auto *const chooser = dialog.findChild<ui::preferences::FolderChooser *>();
    QVERIFY(chooser);
    auto *const stop = chooser->findChild<QAbstractButton *>(QStringLiteral("folderStop"));
    QVERIFY(stop->isHidden());
    chooser->setFolder(QStringLiteral("/home/me/Notes"));
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.at(0).at(0).value<app::settings::NoteSettings>().vaultFolder,
             QStringLiteral("/home/me/Notes"));
    QVERIFY(!stop->isHidden());
    stop->click();
    QCOMPARE(told.size(), 2);
    QVERIFY(told.at(1).at(0).value<app::settings::NoteSettings>().vaultFolder.isEmpty());
}

void PreferencesTest::podcastFollowsTheRestUntilToldOtherwise()
{
    m_playback.speed = 1.4;
    PodcastDialog dialog(m_themes, QStringLiteral("Tidewater Radio"), {}, m_playback);
    auto *const speed = named<QComboBox>(dialog, QStringLiteral("Speed"));
    QCOMPARE(speed->currentText(), QString::fromUtf8("As for all (1.4×)"));
    QSignalSpy told(&dialog, &PodcastDialog::changed);
    chooseText(speed, QString::fromUtf8("2×"));
    named<QSpinBox>(dialog, QStringLiteral("Leave out at the start"))->setValue(42);
    const auto own = told.last()[0].value<PodcastSettings>();
    QCOMPARE(own.speed, std::optional(2.0));
    QCOMPARE(own.skipIntro, std::chrono::milliseconds(42'000));
    QVERIFY(!own.silence);
    chooseText(speed, QString::fromUtf8("As for all (1.4×)"));
    QVERIFY(!told.last()[0].value<PodcastSettings>().speed);
    m_playback = {};
}

void PreferencesTest::switchIsOperatedByKeys()
{
    ToggleSwitch control(m_themes, QStringLiteral("Mono"));
    control.show();
    control.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&control, Qt::Key_Space);
    QVERIFY(control.isChecked());
    QTest::keyClick(&control, Qt::Key_Return);
    QVERIFY(!control.isChecked());
}

QTEST_MAIN(PreferencesTest)
#include "tst_preferences.moc"
