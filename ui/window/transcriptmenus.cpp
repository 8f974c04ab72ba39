// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/player.h"
#include "app/session/listening.h"
#include "app/transcripts/cueplaces.h"
#include "app/work/comeback.h"
#include "ui/text/timetext.h"
#include "ui/times/timeoffdialog.h"
#include "ui/times/transcriptdialogs.h"
#include "ui/window/messages.h"
#include "ui/window/transcriptcontroller.h"

#include <QActionGroup>
#include <QFileDialog>
#include <QInputDialog>
#include <QLocale>
#include <QMenu>

#include <array>

namespace ui::window {
namespace {

using app::library::TranscriptSource;
using app::session::SpeakerName;
using app::session::TranscriptChoice;
using app::session::TranscriptService;
using app::timestamps::MediaTime;
using app::timestamps::TextSpan;
using app::transcripts::CuePlaces;
using app::transcripts::Format;

constexpr qsizetype longestName = 40;
constexpr qsizetype longestChoice = 100;

QString menuText(QString text, qsizetype longest = longestName)
{
    if (text.size() > longest) {
        text = text.left(longest - 1) + u'…';
    }
    return text.replace(u'&', QStringLiteral("&&"));
}

/// "Deutsch", and of a language alone no country.
QString languageName(const QString &code)
{
    const QLocale locale(code);
    if (locale.language() == QLocale::C) {
        return code;
    }
    // Qt names these two by a country even where none was given.
    const bool alone = !code.contains(u'-') && !code.contains(u'_');
    if (alone && locale.language() == QLocale::English) {
        return QStringLiteral("English");
    }
    if (alone && locale.language() == QLocale::Spanish) {
        return QStringLiteral("español");
    }
    return locale.nativeLanguageName();
}

} // namespace

QString TranscriptController::choiceText(const TranscriptChoice &choice) const
{
    QString source;
    switch (choice.source) {
    case TranscriptSource::Feed:
        source = tr("From the publisher");
        break;
    case TranscriptSource::Sidecar:
        source = tr("Beside the file");
        break;
    case TranscriptSource::Embedded:
        source = tr("In the file");
        break;
    case TranscriptSource::Attached:
        source = tr("Opened by you");
        break;
    case TranscriptSource::Pasted:
        source = tr("Pasted by you");
        break;
    }
    QStringList details;
    if (!choice.language.isEmpty()) {
        const QString name = languageName(choice.language);
        details += name.isEmpty() ? choice.language : name;
    }
    if (choice.timed.has_value() && !*choice.timed) {
        details += tr("without times");
    } else if (choice.hasWordTimes) {
        details += tr("word by word");
    }
    if (choice.corrected) {
        details += tr("corrected", "a transcript");
    }
    return details.isEmpty() ? source
                             : QStringLiteral("%1  ·  %2").arg(source, details.join(u", "));
}

void TranscriptController::openMenu(const QPoint &position)
{
    if (!m_episode) {
        return;
    }
    auto *const menu = new QMenu(m_view.window());
    menu->setObjectName(QStringLiteral("transcriptMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    app::work::comeBack(m_session.transcripts().choices(*m_episode),
                        menu,
                        [this, menu, position](const TranscriptService::Choices &choices) {
                            fillMenu(*menu, choices.value_or(std::vector<TranscriptChoice>()));
                            menu->popup(position);
                        });
}

void TranscriptController::fillMenu(QMenu &menu, const std::vector<TranscriptChoice> &choices)
{
    addChoices(menu, choices);
    menu.addAction(tr("Open a file…"), this, &TranscriptController::chooseFile);
    menu.addAction(tr("Paste a text…"), this, &TranscriptController::paste);
    if (!m_loaded) {
        return;
    }
    addExports(menu);
    menu.addSeparator();
    addSpeakers(menu);
    if (m_loaded->transcript.isTimed()) {
        menu.addAction(tr("Shift the times…"), this, [this] {
            shiftFrom(m_view.reader().currentSentence().offset);
        });
    }
    if (!m_loaded->edits.isEmpty()) {
        menu.addAction(tr("Undo the last correction"), this, [this] {
            report(m_session.transcripts().undoCorrection(m_loaded->id));
        });
        menu.addAction(tr("Back to the original"), this, [this] {
            report(m_session.transcripts().dropCorrections(m_loaded->id));
        });
    }
    if (m_loaded->source == TranscriptSource::Attached
        || m_loaded->source == TranscriptSource::Pasted) {
        menu.addSeparator();
        menu.addAction(tr("Remove this transcript"), this, [this] {
            report(m_session.transcripts().remove(m_loaded->id));
        });
    }
}

void TranscriptController::addChoices(QMenu &menu, const std::vector<TranscriptChoice> &choices)
{
    auto *const group = new QActionGroup(&menu);
    for (const TranscriptChoice &choice : choices) {
        QAction *const action = menu.addAction(menuText(choiceText(choice), longestChoice));
        action->setCheckable(true);
        action->setChecked(choice.current);
        action->setToolTip(choice.url);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] {
            app::work::comeBack(m_session.transcripts().choose(*m_episode, choice),
                                this,
                                [this](const Loaded &chosen) {
                                    if (!chosen) {
                                        m_messages.sayFailure(text::Attempt::ReadTranscript,
                                                              chosen.error());
                                    }
                                });
        });
    }
    if (!choices.empty()) {
        menu.addSeparator();
    }
}

void TranscriptController::addSpeakers(QMenu &menu)
{
    if (m_loaded->speakers.empty()) {
        return;
    }
    menu.addAction(tr("Choose speakers"), &m_view, &transcript::TranscriptView::toggleSpeakers);
    QMenu *const names = menu.addMenu(tr("Rename a speaker"));
    for (const SpeakerName &speaker : m_loaded->speakers) {
        names->addAction(menuText(speaker.name), this, [this, speaker] { renameSpeaker(speaker); });
    }
}

void TranscriptController::addExports(QMenu &menu)
{
    struct Row
    {
        Format format;
        const char *suffix;
        QString name;
    };

    QMenu *const forms = menu.addMenu(tr("Export as"));
    for (const Row &row : std::array<Row, 5>{{{Format::WebVtt, "vtt", QStringLiteral("WebVTT")},
                                              {Format::SubRip, "srt", QStringLiteral("SRT")},
                                              {Format::Json, "json", QStringLiteral("JSON")},
                                              {Format::Plain, "txt", tr("Text")},
                                              {Format::Html, "html", QStringLiteral("HTML")}}}) {
        const QString suffix = QLatin1String(row.suffix);
        const QString filter = QStringLiteral("%1 (*.%2)").arg(row.name, suffix);
        forms->addAction(row.name + u'…', this, [this, format = row.format, suffix, filter] {
            exportAs(format, suffix, filter);
        });
    }
}

void TranscriptController::exportAs(Format format, const QString &suffix, const QString &filter)
{
    auto *const dialog = new QFileDialog(m_view.window(), tr("Export transcript"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({filter});
    dialog->setDefaultSuffix(suffix);
    connect(dialog,
            &QFileDialog::fileSelected,
            this,
            [this, format, id = m_loaded->id](const QString &path) {
                app::work::comeBack(m_session.transcripts().exportTo(id, path, format),
                                    this,
                                    [this](const app::base::Result<void> &done) {
                                        done ? m_messages.say(tr("Transcript exported."))
                                             : m_messages.sayFailure(text::Attempt::Export,
                                                                     done.error());
                                    });
            });
    openDialog(dialog);
}

void TranscriptController::openTextMenu(const transcript::ReaderHit &hit, const QPoint &position)
{
    if (!m_loaded) {
        return;
    }
    const qsizetype offset = hit.offset >= 0 ? hit.offset : m_view.reader().caret();
    auto *const menu = new QMenu(m_view.window());
    menu->setObjectName(QStringLiteral("transcriptTextMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_view.addTextActions(*menu, hit);
    menu->addSeparator();
    menu->addAction(tr("Split here"), this, [this, offset] { splitAt(offset); });
    menu->addAction(tr("Join with the next part"), this, [this, offset] { mergeAt(offset); });
    menu->addAction(tr("Who speaks here…"), this, [this, offset] { setSpeakerAt(offset); });
    if (m_loaded->transcript.isTimed()) {
        menu->addAction(tr("The times are off…"), this, [this, offset] { shiftFrom(offset); });
    }
    menu->popup(position);
}

TextSpan TranscriptController::wordsAt(qsizetype offset) const
{
    return transcript::sentenceAt(m_view.reader().document(), offset);
}

void TranscriptController::correct(TextSpan span)
{
    if (!m_loaded || span.length == 0) {
        return;
    }
    const QString words = m_loaded->reading.text.mid(span.offset, span.length).simplified();
    auto *const dialog = new times::CorrectDialog(words, m_view.window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, span] {
        if (m_loaded) {
            apply(CuePlaces(m_loaded->transcript, m_loaded->reading)
                      .replace(span.offset, span.length, dialog->words()));
        }
    });
    openDialog(dialog);
}

void TranscriptController::splitAt(qsizetype offset)
{
    const CuePlaces places(m_loaded->transcript, m_loaded->reading);
    // Words are not cut.
    const TextSpan word = transcript::wordAt(m_view.reader().document(), offset);
    if (const auto place = places.placeAt(word.length > 0 ? word.offset : offset)) {
        apply({app::transcripts::SplitCue{
            app::transcripts::cueRef(m_loaded->transcript, place->cue), place->offset, true}});
    }
}

void TranscriptController::mergeAt(qsizetype offset)
{
    const CuePlaces places(m_loaded->transcript, m_loaded->reading);
    const auto place = places.placeAt(offset);
    const auto &cues = m_loaded->transcript.cues;
    if (place && place->cue + 1 < cues.size()) {
        apply({app::transcripts::MergeWithNext{
            app::transcripts::cueRef(m_loaded->transcript, place->cue),
            cues[place->cue + 1].body}});
    }
}

void TranscriptController::setSpeakerAt(qsizetype offset)
{
    const auto place = CuePlaces(m_loaded->transcript, m_loaded->reading).placeAt(offset);
    if (!place) {
        return;
    }
    QStringList names;
    for (const SpeakerName &speaker : m_loaded->speakers) {
        names += speaker.name;
    }
    auto *const dialog = new QInputDialog(m_view.window());
    dialog->setObjectName(QStringLiteral("speakerDialog"));
    dialog->setWindowTitle(tr("Who speaks here"));
    dialog->setLabelText(tr("Name"));
    dialog->setComboBoxItems(names);
    dialog->setComboBoxEditable(true);
    dialog->setTextValue(m_loaded->transcript.cues[place->cue].speaker);
    connect(dialog, &QDialog::accepted, this, [this, dialog, cue = place->cue] {
        if (m_loaded && cue < m_loaded->transcript.cues.size()) {
            apply({app::transcripts::SetSpeaker{app::transcripts::cueRef(m_loaded->transcript, cue),
                                                dialog->textValue().simplified()}});
        }
    });
    openDialog(dialog);
}

void TranscriptController::renameSpeaker(const SpeakerName &speaker)
{
    auto *const dialog = new QInputDialog(m_view.window());
    dialog->setObjectName(QStringLiteral("renameDialog"));
    dialog->setWindowTitle(tr("Rename “%1”").arg(speaker.name.left(longestName)));
    dialog->setLabelText(
        tr("Name in all episodes of “%1”").arg(m_episode->row.podcastTitle.left(longestName)));
    dialog->setTextValue(speaker.name);
    connect(dialog, &QDialog::accepted, this, [this, dialog, label = speaker.label] {
        report(m_session.transcripts().renameSpeaker(
            m_episode->row.podcastId, label, dialog->textValue().simplified()));
    });
    openDialog(dialog);
}

void TranscriptController::shiftFrom(qsizetype offset)
{
    const TextSpan words = wordsAt(std::max<qsizetype>(offset, 0));
    const auto start = m_loaded->reading.timeAt(words.offset);
    if (!start) {
        return;
    }
    const QString sentence = m_loaded->reading.text.mid(words.offset, words.length).simplified();
    auto *const dialog =
        new times::TimeOffDialog(m_themes, menuText(sentence), *start, m_view.window());
    dialog->offerLater(tr("Only from here on"), false);
    dialog->finder().setHeard([this, id = m_episode->row.id] {
        app::session::Listening &listening = m_session.listening();
        const bool same = listening.current() && listening.current()->row.id == id;
        return same ? listening.player().position() : MediaTime();
    });
    connect(&dialog->finder(),
            &times::PlaceFinder::tried,
            this,
            [this, id = m_episode->row.id](MediaTime place) {
                m_session.listening().jumpTo(id, place);
            });
    connect(dialog, &QDialog::accepted, this, [this, dialog, start = *start] {
        app::transcripts::ShiftTimes shift;
        shift.by = dialog->finder().place() - start;
        if (dialog->laterToo()) {
            shift.from = start;
        }
        apply({shift});
    });
    openDialog(dialog);
}

} // namespace ui::window
