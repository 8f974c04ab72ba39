// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/messages.h"

namespace ui::window {

using app::session::StepKind;

Messages::Messages(widgets::MessageBar &bar, app::session::History &history)
    : m_bar(bar)
    , m_history(history)
{
    connect(&history, &app::session::History::stepDone, this, &Messages::sayStep);
    connect(&bar, &widgets::MessageBar::actionTriggered, this, [this](const QString &id) {
        if (id == QLatin1String("undo")) {
            m_history.undo();
            return;
        }
        const qsizetype index = id.toLongLong();
        if (index >= 0 && index < m_choices.size()) {
            // The work may ask something else.
            const auto work = m_choices[index].work;
            work();
        }
    });
}

void Messages::say(const QString &text)
{
    m_bar.showMessage(text);
}

void Messages::offer(const QString &text, const QString &action, std::function<void()> work)
{
    ask(text, {{action, std::move(work)}});
}

void Messages::ask(const QString &text, const QList<Choice> &choices, bool undo)
{
    m_choices = choices;
    QList<widgets::MessageAction> actions;
    for (const Choice &choice : choices) {
        actions.append({QString::number(actions.size()), choice.text});
    }
    if (undo) {
        actions.append({QStringLiteral("undo"), tr("Undo")});
    }
    m_bar.showMessage(text, actions);
}

void Messages::sayFailure(text::Attempt attempt, const app::base::Error &error)
{
    m_bar.showMessage(text::failureText(attempt, error));
}

void Messages::sayStep(StepKind kind)
{
    const int count = m_history.lastCount();
    QString text;
    switch (kind) {
    case StepKind::NoteAdded:
        text = tr("%n note(s) kept.", nullptr, count);
        break;
    case StepKind::NoteEdited:
        text = tr("%n note(s) changed.", nullptr, count);
        break;
    case StepKind::NoteDeleted:
        text = tr("%n note(s) deleted.", nullptr, count);
        break;
    case StepKind::NotePlaced:
        text = tr("%n note(s) put in place.", nullptr, count);
        break;
    case StepKind::MarkedPlayed:
        text = tr("Marked as played.");
        break;
    case StepKind::MarkedUnplayed:
        text = tr("Marked as not played.");
        break;
    case StepKind::Queued:
        text = tr("Added to the queue.");
        break;
    case StepKind::Unqueued:
        text = tr("Taken off the queue.");
        break;
    case StepKind::QueueMoved:
        text = tr("Moved in the queue.");
        break;
    case StepKind::Unfollowed:
        text = tr("Stopped following. Your notes stay.");
        break;
    case StepKind::ChaptersChanged:
        text = tr("Chapters changed.");
        break;
    case StepKind::TimesDecided:
        text = tr("Times changed.", "the times in a text");
        break;
    case StepKind::TranscriptCorrected:
        text = tr("Transcript corrected.");
        break;
    }
    m_bar.showMessage(text, {{QStringLiteral("undo"), tr("Undo")}});
}

} // namespace ui::window
