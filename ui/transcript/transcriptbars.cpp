// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above a transcript, its menus, and the wishes to correct it.
#include "ui/text/timetext.h"
#include "ui/transcript/jumpbar.h"
#include "ui/transcript/selectionstrip.h"
#include "ui/transcript/speakerbar.h"
#include "ui/transcript/transcriptview.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QMenu>

namespace ui::transcript {

void TranscriptView::buildBars()
{
    auto *all = qobject_cast<QVBoxLayout *>(layout());
    all->setSpacing(0);
    all->insertWidget(0, m_speakers);
    all->insertWidget(0, m_jump);
    connect(m_speakers, &SpeakerBar::chosenChanged, this, &TranscriptView::applyFilter);
    connect(m_speakers, &SpeakerBar::closed, this, [this] { reader().setFocus(); });
    connect(m_jump, &JumpBar::closed, this, [this] { reader().setFocus(); });
    connect(m_jump, &JumpBar::jumpRequested, this, [this](MediaTime place) {
        reader().follow().resume();
        emit seekRequested(place, Qt::NoModifier);
    });
    connect(&reader(), &ReaderView::speakerActivated, this, &TranscriptView::openSpeakerMenu);
}

void TranscriptView::setDuration(std::optional<app::timestamps::Duration> duration)
{
    m_duration = duration;
}

QStringList TranscriptView::speakers() const
{
    return m_speakers->speakers();
}

void TranscriptView::setSpeakerFilter(const QStringList &speakers)
{
    m_speakers->setChosen(speakers);
    if (!m_speakers->chosen().isEmpty()) {
        m_speakers->setVisible(hasText());
    }
}

QStringList TranscriptView::speakerFilter() const
{
    return m_speakers->chosen();
}

void TranscriptView::applyFilter(const QStringList &speakers)
{
    std::vector<int> shown;
    for (const QString &speaker : speakers) {
        shown.push_back(static_cast<int>(reader().document().speakers.indexOf(speaker)));
    }
    reader().setShownSpeakers(shown);
    emit speakerFilterChanged(speakers);
}

void TranscriptView::toggleSpeakers()
{
    if (!m_speakers->isHidden()) {
        m_speakers->setChosen({});
        m_speakers->hide();
        reader().setFocus();
    } else if (hasText() && m_speakers->speakers().size() > 1) {
        m_speakers->show();
        m_speakers->findChild<QWidget *>(QStringLiteral("speakerChip0"))
            ->setFocus(Qt::TabFocusReason);
    }
}

void TranscriptView::jumpToTime()
{
    if (hasText()) {
        m_jump->open(m_position, m_duration);
    }
}

// Where the keyboard is, else where the sound is, else what is seen.
qsizetype TranscriptView::placeOfInterest() const
{
    if (reader().hasFocus() && reader().caret() > 0) {
        return reader().caret();
    }
    const TextSpan spoken = reader().currentSentence();
    return spoken.length > 0 ? spoken.offset : reader().firstVisible();
}

void TranscriptView::correct()
{
    SelectedText words = selected();
    if (words.span.length == 0 && hasText()) {
        words = textIn(sentenceAt(reader().document(), placeOfInterest()));
    }
    if (words.span.length > 0) {
        strip().hide();
        emit correctRequested(words);
    }
}

void TranscriptView::renameSpeaker()
{
    const QString speaker = speakerAt(reader().document(), placeOfInterest());
    if (!speaker.isEmpty() && hasText()) {
        emit renameSpeakerRequested(speaker);
    }
}

void TranscriptView::addSpeakerActions(QMenu &menu, const QString &speaker)
{
    QAction *rename = menu.addAction(tr("Rename %1...", "%1 is a speaker").arg(speaker));
    rename->setObjectName(QStringLiteral("menuRename"));
    connect(rename, &QAction::triggered, this, [this, speaker] {
        emit renameSpeakerRequested(speaker);
    });
    if (speakers().size() > 1) {
        QAction *only = menu.addAction(tr("Show only %1", "%1 is a speaker").arg(speaker));
        only->setObjectName(QStringLiteral("menuOnly"));
        only->setEnabled(speakerFilter() != QStringList{speaker});
        connect(only, &QAction::triggered, this, [this, speaker] { setSpeakerFilter({speaker}); });
    }
    if (!speakerFilter().isEmpty()) {
        QAction *everybody = menu.addAction(tr("Show everybody", "all speakers"));
        everybody->setObjectName(QStringLiteral("menuEverybody"));
        connect(everybody, &QAction::triggered, this, [this] { setSpeakerFilter({}); });
    }
}

void TranscriptView::openSpeakerMenu(const QString &speaker, QPoint globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("speakerMenu"));
    addSpeakerActions(*menu, speaker);
    menu->popup(globalPosition);
}

void TranscriptView::addMoreActions(QMenu &menu, const ReaderHit &hit)
{
    const auto time = hit.offset >= 0 ? transcript().timeAt(hit.offset) : std::nullopt;
    if (time) {
        QAction *play =
            menu.addAction(tr("Play from %1", "%1 is a time").arg(text::clockText(*time)));
        play->setObjectName(QStringLiteral("menuPlay"));
        connect(play, &QAction::triggered, this, [this, place = *time] {
            reader().follow().resume();
            emit seekRequested(place, Qt::NoModifier);
        });
    }
    SelectedText words = selected();
    if (words.span.length == 0 && hit.offset >= 0) {
        words = textIn(sentenceAt(reader().document(), hit.offset));
    }
    if (words.span.length > 0) {
        QAction *correct = menu.addAction(tr("Correct text..."));
        correct->setObjectName(QStringLiteral("menuCorrect"));
        connect(
            correct, &QAction::triggered, this, [this, words] { emit correctRequested(words); });
    }
    if (!hit.speaker.isEmpty()) {
        addSpeakerActions(menu, hit.speaker);
    }
    menu.addSeparator();
    if (isTimed()) {
        QAction *jump = menu.addAction(tr("Jump to time..."));
        jump->setObjectName(QStringLiteral("menuJump"));
        connect(jump, &QAction::triggered, this, &TranscriptView::jumpToTime);
    }
}

bool TranscriptView::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched == &reader() && key && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F2) {
        event->accept();
        if (event->type() == QEvent::KeyPress) {
            renameSpeaker();
        }
        return true;
    }
    return ReaderPane::eventFilter(watched, event);
}

} // namespace ui::transcript
