// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/copynotice.h"

#include "app/library/library.h"
#include "app/work/comeback.h"
#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/window/messages.h"

#include <QEvent>
#include <QHBoxLayout>

namespace ui::window {
namespace {

using app::base::Result;
using app::session::AnchorCounts;
using app::session::CopyDifference;
namespace metrics = theme::metrics;

} // namespace

CopyNotice::CopyNotice(app::session::Session &session,
                       const theme::ThemeManager &themes,
                       Messages &messages,
                       QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_messages(messages)
    , m_banner(new widgets::Banner(themes, widgets::Banner::Kind::Notice, this))
{
    m_banner->setObjectName(QStringLiteral("copyNotice"));
    m_banner->setIconName(QStringLiteral("warning"));
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, metrics::space12);
    layout->addWidget(m_banner);
    hide();
    connect(m_banner, &widgets::Banner::actionTriggered, this, [this](const QString &action) {
        if (action == QLatin1String("move")) {
            move();
        } else {
            emit reviewRequested();
        }
    });
    connect(&session.library(), &app::library::Library::changed, this, [this](const auto &changes) {
        if (m_episode.isValid() && changes.episodes.contains(m_episode)) {
            lookAt(m_episode);
        }
    });
}

QString CopyNotice::sentence(const CopyDifference &difference)
{
    const bool longer = difference.difference.count() > 0;
    const QString by =
        text::exactLengthText(longer ? difference.difference : -difference.difference);
    const QString what = longer ? tr("This copy is %1 longer than the one you noted.").arg(by)
                                : tr("This copy is %1 shorter than the one you noted.").arg(by);
    return what + u' '
           + tr("%n note(s) need a new place.", nullptr, static_cast<int>(difference.notes.size()));
}

void CopyNotice::lookAt(app::base::EpisodeId episode)
{
    if (episode != m_episode) {
        hide();
    }
    m_episode = episode;
    app::work::comeBack(m_session.anchorKeeper().copyDiffers(episode),
                        this,
                        [this, episode](const Result<std::optional<CopyDifference>> &found) {
                            if (episode != m_episode) {
                                return;
                            }
                            if (found && *found && !(*found)->notes.empty()) {
                                tell(**found);
                            } else {
                                hide();
                            }
                        });
}

void CopyNotice::tell(const CopyDifference &difference)
{
    m_difference = difference;
    const bool longer = difference.difference.count() > 0;
    // Without words nobody knows where the difference lies; then the button says what it does.
    const QString by =
        text::exactLengthText(longer ? difference.difference : -difference.difference);
    const QString moves = difference.byWords ? tr("Move them")
                          : longer           ? tr("Move all %1 later").arg(by)
                                             : tr("Move all %1 earlier").arg(by);
    m_banner->setText({}, sentence(difference));
    m_banner->setActions(
        {{QStringLiteral("review"), tr("Review")}, {QStringLiteral("move"), moves}});
    show();
}

bool CopyNotice::event(QEvent *event)
{
    // What stands below moves, and with it the line that the pane draws above it.
    const QEvent::Type type = event->type();
    const bool moves = type == QEvent::Show || type == QEvent::Hide || type == QEvent::Resize
                       || type == QEvent::Move;
    if (moves && parentWidget()) {
        parentWidget()->update();
    }
    return QWidget::event(event);
}

void CopyNotice::move()
{
    const auto offset =
        m_difference.byWords ? std::nullopt : std::optional(m_difference.difference);
    app::work::comeBack(m_session.anchorKeeper().moveToCopy(m_episode, offset),
                        this,
                        [this](const Result<AnchorCounts> &moved) {
                            if (!moved) {
                                m_messages.sayFailure(text::Attempt::SaveNote, moved.error());
                                return;
                            }
                            lookAt(m_episode);
                        });
}

} // namespace ui::window
