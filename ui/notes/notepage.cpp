// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notepage.h"

#include "app/notes/tags.h"
#include "ui/notes/internal/colordots.h"
#include "ui/notes/internal/quoteview.h"
#include "ui/notes/internal/rangeeditor.h"
#include "ui/notes/internal/tagcompletion.h"
#include "ui/notes/internal/textbox.h"
#include "ui/notes/notewords.h"
#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/searchfield.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>
#include <QTimer>

namespace ui::notes {
namespace {

constexpr int wordsFrom = 460;

using app::notes::AnchorState;
using app::notes::Note;

/// Those that do not stand in the text, for their own field.
QString besides(const Note &note)
{
    QStringList tags = note.tags;
    for (const QString &written : app::notes::tagsInText(note.text)) {
        tags.removeIf([&written](const QString &tag) {
            return tag.compare(written, Qt::CaseInsensitive) == 0;
        });
    }
    return tags.join(QStringLiteral(", "));
}

QString speakerAt(const Note &note)
{
    const QString place = placeWords(note.start, note.end);
    return note.anchor.speaker.isEmpty()
               ? place
               : QStringLiteral("%1  ·  %2").arg(note.anchor.speaker, place);
}

} // namespace

void NotePage::connectParts()
{
    connect(&m_edit->edit(), &QPlainTextEdit::textChanged, this, &NotePage::typed);
    connect(m_tagField, &QLineEdit::textChanged, this, &NotePage::typed);
    connect(m_typing, &QTimer::timeout, this, &NotePage::flush);
    connect(m_colors, &internal::ColorDots::colorChanged, this, [this](app::notes::Color color) {
        if (!m_filling && m_note) {
            m_note->color = color;
            m_quote->setColor(color);
            refresh();
            emit colorRequested(m_note->id, color);
        }
    });
    connect(&m_codebook, &Codebook::changed, this, &NotePage::refresh);
    connect(&m_themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
    m_edit->edit().installEventFilter(this);
    m_tagField->installEventFilter(this);
    connectActions();
    connectRange();
}

void NotePage::connectRange()
{
    using app::timestamps::MediaTime;
    using internal::RangeEditor;
    connect(m_adjust, &QAbstractButton::clicked, this, &NotePage::setRangeShown);
    connect(m_range, &RangeEditor::dismissed, this, [this] {
        setRangeShown(false);
        m_adjust->setFocus(Qt::OtherFocusReason);
    });
    connect(m_range,
            &RangeEditor::chosen,
            this,
            [this](MediaTime start, const std::optional<MediaTime> &end) {
                if (m_note && (m_note->start != start || m_note->end != end)) {
                    flush();
                    emit rangeRequested(m_note->id, start, end);
                }
                setRangeShown(false);
                m_adjust->setFocus(Qt::OtherFocusReason);
            });
    connect(m_range,
            &RangeEditor::playRequested,
            this,
            [this](MediaTime start, const std::optional<MediaTime> &end) {
                if (m_note) {
                    Note heard = *m_note;
                    heard.start = start;
                    heard.end = end;
                    emit rangePlayRequested(heard);
                }
            });
}

void NotePage::setRangeShown(bool shown)
{
    m_adjust->setChecked(shown && m_note);
    m_range->setVisible(shown && m_note);
    if (shown && m_note) {
        m_range->begin(m_note->start, m_note->end, m_note->episode.isValid());
    }
}

void NotePage::connectActions()
{
    // What is typed goes first, so that nothing acts on an older note.
    const auto does = [this](QAbstractButton *button, auto wish) {
        connect(button, &QAbstractButton::clicked, this, [this, wish] {
            if (m_note) {
                flush();
                wish(*m_note);
            }
        });
    };
    does(m_play, [this](const Note &note) { emit playRequested(note); });
    does(m_transcript, [this](const Note &note) { emit transcriptRequested(note); });
    does(m_star, [this](const Note &note) { emit starRequested(note.id, m_star->isChecked()); });
    does(m_delete, [this](const Note &note) { emit deleteRequested(note.id); });
    does(m_copyCitation, [this](const Note &note) { emit copyCitationRequested(note); });
    does(m_copyTime, [this](const Note &note) { emit copyTimeRequested(note); });
    does(m_more, [this](const Note &note) {
        emit menuRequested(note, m_more->mapToGlobal(QPoint(0, m_more->height())));
    });
    connect(m_back, &QAbstractButton::clicked, this, &NotePage::backRequested);
    connect(m_notice, &widgets::Banner::actionTriggered, this, [this](const QString &action) {
        if (!m_note) {
            return;
        }
        if (action == QLatin1String("confirm")) {
            emit confirmRequested(m_note->id);
        } else if (action == QLatin1String("restore")) {
            emit restoreRequested(m_note->id);
        } else if (action == QLatin1String("drop")) {
            emit dropRequested(m_note->id);
        } else if (action == QLatin1String("look")) {
            emit transcriptRequested(*m_note);
        }
    });
}

void NotePage::show(const Note &note)
{
    if (m_note && m_note->id == note.id) {
        // An answer may be overtaken by a newer one.
        if (note.modified < m_note->modified && !note.deleted) {
            return;
        }
        const bool keeps = isTyped() || m_saving > 0;
        if (keeps) {
            const QString words = m_note->text;
            const QStringList tags = m_note->tags;
            m_note = note;
            m_note->text = words;
            m_note->tags = tags;
            refresh();
            return;
        }
    } else {
        flush();
        m_saving = 0;
        m_unsaved = false;
        setStatus({});
        setRangeShown(false);
    }
    m_note = note;
    fill();
}

void NotePage::fill()
{
    m_filling = true;
    m_text = m_note->text;
    m_tags = besides(*m_note);
    // The cursor stays where it is when somebody else's change comes in.
    if (m_edit->edit().toPlainText() != m_text) {
        m_edit->edit().setPlainText(m_text);
        m_edit->edit().moveCursor(QTextCursor::End);
    }
    if (m_tagField->text() != m_tags) {
        m_tagField->setText(m_tags);
    }
    m_filling = false;
    refresh();
}

void NotePage::refresh()
{
    if (!m_note) {
        return;
    }
    m_filling = true;
    m_colors->setColor(m_note->color);
    m_star->setChecked(m_note->starred);
    m_filling = false;
    m_colorName->setText(m_codebook.name(m_note->color));
    m_star->setHint(m_note->starred ? tr("Take the star away") : tr("Star"));
    const bool binned = m_note->deleted.has_value();
    const bool there = m_note->episode.isValid();
    m_play->setText(tr("Play from %1").arg(text::clockText(m_note->start)));
    m_play->setAccessibleName(tr("Play from %1").arg(text::spokenText(m_note->start)));
    m_play->setEnabled(there);
    m_play->setHint(there ? m_play->accessibleName()
                          : tr("The episode of this note is no longer in the library."));
    m_play->updateGeometry();
    m_transcript->setEnabled(there);
    m_quote->show(*m_note);
    m_speaker->setText(speakerAt(*m_note));
    m_edit->edit().setReadOnly(binned);
    m_tagField->setReadOnly(binned);
    for (QWidget *const part :
         std::initializer_list<QWidget *>{m_colors, m_star, m_delete, m_adjust}) {
        part->setEnabled(!binned);
    }
    const app::notes::EpisodeRef &episode = m_note->episodeRef;
    QStringList source{episode.episodeTitle.simplified(), episode.podcastTitle.simplified()};
    if (episode.published.isValid()) {
        source += text::dateText(episode.published.toLocalTime().date(), QLocale());
    }
    source.removeAll(QString());
    m_source->setText(source.join(QStringLiteral("  ·  ")));
    m_made->setText(QLocale().toString(m_note->created.toLocalTime(), QLocale::ShortFormat));
    refreshNotice();
    m_stack->setCurrentWidget(m_content);
    m_content->update();
}

void NotePage::refreshNotice()
{
    // As titles, for the buttons are to stand below them: beside them a narrow page has no room.
    if (m_note->deleted) {
        const QDate last = m_note->deleted->addDays(30).toLocalTime().date();
        m_notice->setIconName(QStringLiteral("trash"));
        m_notice->setText(
            tr("This note is in the bin until %1.").arg(text::dateText(last, QLocale())), {});
        m_notice->setActions({{QStringLiteral("restore"), tr("Restore")},
                              {QStringLiteral("drop"), tr("Delete for good…")}});
    } else if (m_note->anchor.state == AnchorState::Approximate) {
        m_notice->setIconName(QStringLiteral("warning"));
        m_notice->setText(
            tr("The words of this note have changed since. Is it still about this place?"), {});
        m_notice->setActions(
            {{QStringLiteral("look"), tr("Look")}, {QStringLiteral("confirm"), tr("Yes, it is")}});
    } else if (m_note->anchor.state == AnchorState::TimeOnly) {
        m_notice->setIconName(QStringLiteral("clock"));
        m_notice->setText(tr("Its words are no longer there. It stays at its time."), {});
        m_notice->setActions({{QStringLiteral("confirm"), tr("All right")}});
    } else {
        m_notice->hide();
        return;
    }
    m_notice->show();
}

void NotePage::clear(int chosen)
{
    flush();
    m_note.reset();
    setStatus({});
    setRangeShown(false);
    if (chosen > 1) {
        m_empty->setContent(QStringLiteral("notes"),
                            tr("%n note(s) chosen.", nullptr, chosen),
                            tr("What is done below the list is done to all of them."));
    } else {
        m_empty->setContent(QStringLiteral("note"),
                            tr("No note chosen."),
                            tr("Choose one to read it, to write in it, and to hear it."));
    }
    m_stack->setCurrentWidget(m_empty);
}

void NotePage::setKnownTags(const std::vector<app::notes::UsedTag> &tags)
{
    m_completion->setTags(tags);
    m_textCompletion->setTags(tags);
}

QStringList NotePage::typedTags() const
{
    return app::notes::cleanTags(internal::splitTags(m_tagField->text())
                                 + app::notes::tagsInText(m_edit->edit().toPlainText()));
}

bool NotePage::isTyped() const
{
    return m_note
           && (m_unsaved || m_edit->edit().toPlainText() != m_text || m_tagField->text() != m_tags);
}

void NotePage::typed()
{
    if (m_filling || !m_note) {
        return;
    }
    if (isTyped()) {
        setStatus(tr("Not saved yet"));
        m_typing->start();
    }
}

void NotePage::flush()
{
    m_typing->stop();
    if (!isTyped() || m_note->deleted) {
        return;
    }
    m_unsaved = false;
    m_text = m_edit->edit().toPlainText();
    m_tags = m_tagField->text();
    m_note->text = m_text;
    m_note->tags = typedTags();
    ++m_saving;
    setStatus(tr("Saving…"));
    emit saveRequested(m_note->id, m_note->text, m_note->tags);
}

void NotePage::saved(const Note &note)
{
    if (!m_note || m_note->id != note.id) {
        return;
    }
    m_saving = std::max(m_saving - 1, 0);
    if (m_saving == 0 && !isTyped()) {
        m_note = note;
        setStatus(tr("Saved", "a note is on the disk"));
        refresh();
    }
}

void NotePage::saveFailed(const app::base::NoteId &id, const QString &sentence)
{
    if (!m_note || m_note->id != id) {
        return;
    }
    m_saving = std::max(m_saving - 1, 0);
    // What was shown as saved is not: the next key, or leaving, tries again.
    m_unsaved = true;
    setStatus(sentence, true);
}

void NotePage::setStatus(const QString &words, bool failed)
{
    m_status->setText(words);
    m_status->setColor(failed ? &theme::Theme::danger : &theme::Theme::text2);
}

void NotePage::focusText()
{
    m_edit->edit().setFocus(Qt::OtherFocusReason);
}

void NotePage::focusTags()
{
    m_tagField->setFocus(Qt::OtherFocusReason);
    m_tagField->end(false);
}

void NotePage::setBackShown(bool shown)
{
    m_back->setVisible(shown);
}

void NotePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Where there is no room, the icons have to do; their tips keep the words.
    const bool narrow = width() < wordsFrom;
    m_transcript->setText(narrow ? QString() : m_transcript->accessibleName());
    m_copyCitation->setText(narrow ? QString() : m_copyCitation->accessibleName());
    m_copyTime->setText(narrow ? QString() : m_copyTime->accessibleName());
    m_adjust->setText(narrow ? QString() : m_adjust->accessibleName());
    for (QWidget *const button :
         std::initializer_list<QWidget *>{m_transcript, m_copyCitation, m_copyTime, m_adjust}) {
        button->updateGeometry();
    }
}

void NotePage::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}

bool NotePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        flush();
    }
    const bool proposals = m_completion->isOpen() || m_textCompletion->isOpen();
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (key && !proposals) {
        const auto &pressed = *static_cast<QKeyEvent *>(event);
        const bool enter = pressed.key() == Qt::Key_Return || pressed.key() == Qt::Key_Enter;
        const bool done = pressed.key() == Qt::Key_Escape
                          || (enter && pressed.modifiers() & Qt::ControlModifier)
                          || (enter && watched == m_tagField);
        if (done) {
            event->accept();
            if (event->type() == QEvent::KeyPress) {
                flush();
                emit backRequested();
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NotePage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.current().reader);
    if (m_back->isHidden()) {
        painter.fillRect(0, 0, 1, height(), m_themes.current().line);
    }
}

} // namespace ui::notes
