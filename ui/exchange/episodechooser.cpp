// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/episodechooser.h"

#include "ui/widgets/searchfield.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace ui::exchange {
namespace {

constexpr int idRole = Qt::UserRole + 1;
constexpr int shownRows = 10;

/// What opens a list of proposals, as it does everywhere.
bool asksForProposals(const QEvent *event)
{
    return event->type() == QEvent::MouseButtonRelease
           || (event->type() == QEvent::KeyPress
               && static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Down);
}

} // namespace

EpisodeChooser::EpisodeChooser(const theme::ThemeManager &themes,
                               const QString &name,
                               QWidget *parent)
    : QWidget(parent)
    , m_field(new widgets::SearchField(themes, name, this))
    , m_found(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_found, this))
{
    m_field->setObjectName(QStringLiteral("importEpisode"));
    m_field->setCompleter(m_completer);
    m_field->installEventFilter(this);
    // The library searches; what it finds is shown as it comes.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(shownRows);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_field);
    setFocusProxy(m_field);
    // Not for what the proposals themselves put there while somebody goes through them.
    connect(m_field, &QLineEdit::textEdited, this, &EpisodeChooser::searchRequested);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &words) {
        if (words.isEmpty()) {
            chooseNone();
        }
    });
    connect(m_completer,
            qOverload<const QModelIndex &>(&QCompleter::activated),
            this,
            &EpisodeChooser::choose);
}

void EpisodeChooser::setFound(const std::vector<EpisodeChoice> &episodes)
{
    m_found->clear();
    for (const EpisodeChoice &episode : episodes) {
        auto *const item = new QStandardItem(episode.title);
        item->setData(episode.id.number(), idRole);
        item->setEditable(false);
        m_found->appendRow(item);
    }
    const bool isSought = !m_field->text().isEmpty() && m_field->text() != m_chosenTitle;
    if (isSought && m_field->hasFocus()) {
        m_completer->complete();
    }
}

void EpisodeChooser::chooseNone()
{
    if (m_chosen.isValid()) {
        m_chosen = {};
        m_chosenTitle.clear();
        emit episodeChosen({});
    }
    emit searchRequested({});
}

void EpisodeChooser::choose(const QModelIndex &index)
{
    m_chosen = app::base::EpisodeId(index.data(idRole).toLongLong());
    m_chosenTitle = index.data(Qt::DisplayRole).toString();
    m_field->setText(m_chosenTitle);
    emit episodeChosen(m_chosen);
}

bool EpisodeChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && asksForProposals(event) && m_found->rowCount() > 0
        && !m_completer->popup()->isVisible()) {
        m_completer->complete();
        return event->type() == QEvent::KeyPress;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::exchange
