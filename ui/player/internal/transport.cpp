// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/transport.h"

#include "ui/player/internal/keybutton.h"
#include "ui/player/internal/nowplaying.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/artwork.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui::player::internal {

namespace metrics = theme::metrics;
using widgets::Button;
using widgets::ElidedLabel;
using widgets::IconButton;

namespace {

constexpr int narrowArt = 36;
constexpr int narrowPlay = 40;

IconButton *iconButton(const theme::ThemeManager &themes,
                       const char *objectName,
                       const char *icon,
                       const QString &name,
                       QWidget *parent)
{
    auto *const button = new IconButton(themes, QLatin1String(icon), name, parent);
    button->setObjectName(QLatin1String(objectName));
    return button;
}

Button *quietButton(const theme::ThemeManager &themes,
                    const char *objectName,
                    const char *icon,
                    QWidget *parent)
{
    auto *const button = new Button(themes, Button::Kind::Quiet, {}, parent);
    button->setObjectName(QLatin1String(objectName));
    button->setIconName(QLatin1String(icon));
    return button;
}

} // namespace

Transport::Transport(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , nothing(new ElidedLabel(themes, theme::TextStyle::Ui, tr("Nothing is playing"), this))
    , artwork(new widgets::Artwork(metrics::rowArt, this))
    , nowPlaying(new NowPlaying(themes, this))
    , podcast(new ElidedLabel(themes, theme::TextStyle::Meta, {}, this))
    , chapter(new ChapterButton(themes, this))
    , alert(new QWidget(this))
    , status(new ElidedLabel(themes, theme::TextStyle::Meta, {}, alert))
    , retry(new Button(themes, Button::Kind::Secondary, tr("Try again"), this))
    , stop(new Button(themes,
                      Button::Kind::Secondary,
                      tr("Stop", "verb: give up waiting for the server"),
                      this))
    , chapterPrevious(iconButton(
          themes, "playerChapterPrevious", "chapter-previous", tr("Previous chapter"), this))
    , back(iconButton(themes, "playerBack", "back-15", tr("Back 15 seconds"), this))
    , toggle(iconButton(themes, "playerToggle", "play", tr("Play"), this))
    , forward(iconButton(themes, "playerForward", "forward-30", tr("Forward 30 seconds"), this))
    , chapterNext(iconButton(themes, "playerChapterNext", "chapter-next", tr("Next chapter"), this))
    , loop(iconButton(themes, "playerLoop", "loop", tr("Loop", "repeat a stretch"), this))
    , returnBack(quietButton(themes, "playerReturn", "return-position", this))
    , mark(new KeyButton(themes, QStringLiteral("mark"), {}, this))
    , speed(quietButton(themes, "playerSpeed", "speed", this))
    , sleep(quietButton(themes, "playerSleep", "sleep", this))
    , volume(iconButton(themes, "playerVolume", "volume", tr("Volume"), this))
    , queue(iconButton(themes, "playerQueue", "queue", tr("Queue"), this))
    , more(iconButton(themes, "playerMore", "more", tr("More"), this))
    , m_layout(new QHBoxLayout(this))
{
    nothing->setObjectName(QStringLiteral("playerNothing"));
    nothing->setColor(&theme::Theme::text2);
    nowPlaying->setObjectName(QStringLiteral("playerTitle"));
    status->setObjectName(QStringLiteral("playerStatus"));
    retry->setObjectName(QStringLiteral("playerRetry"));
    mark->setObjectName(QStringLiteral("playerMark"));
    retry->setCompact(true);
    chapter->setObjectName(QStringLiteral("playerChapter"));
    podcast->setObjectName(QStringLiteral("playerPodcast"));
    podcast->setColor(&theme::Theme::text2);
    stop->setObjectName(QStringLiteral("playerStop"));
    stop->setAccessibleName(tr("Stop waiting"));
    stop->setHint(tr("Stop waiting"));
    stop->setCompact(true);
    loop->setCheckable(true);
    // As wide as their words where there is room, so that the button stands beside them.
    nothing->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    status->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    widgets::setAccessibleRole(*alert, QAccessible::AlertMessage);
    alert->setObjectName(QStringLiteral("playerAlert"));
    m_layout->setSpacing(metrics::space16);
    m_layout->addWidget(buildLeading(), 1);
    m_centre = buildCentre();
    m_layout->addWidget(m_centre);
    m_trailing = buildTrailing();
    m_layout->addWidget(m_trailing, 1);
}

QWidget *Transport::buildLeading()
{
    auto *const leading = new QWidget(this);
    leading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *const words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(nothing);
    words->addWidget(nowPlaying, 0, Qt::AlignLeading);
    m_second = new QWidget(leading);
    auto *const second = new QHBoxLayout(m_second);
    second->setContentsMargins(metrics::space4, 0, 0, 0);
    second->setSpacing(0);
    m_second->setMinimumHeight(metrics::space24);
    podcast->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    second->addWidget(podcast, 0, Qt::AlignTop);
    second->addWidget(chapter, 0, Qt::AlignTop);
    second->addStretch(1);
    words->addWidget(m_second);
    // Its words stand under the title's, which keep room for the focus ring.
    auto *const statusRow = new QHBoxLayout(alert);
    statusRow->setContentsMargins(metrics::space4, 0, 0, 0);
    statusRow->addWidget(status);
    words->addWidget(alert);
    words->addStretch(1);
    auto *const layout = new QHBoxLayout(leading);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space8);
    layout->addWidget(artwork);
    layout->addLayout(words);
    layout->addWidget(retry);
    layout->addWidget(stop);
    layout->addStretch(1);
    return leading;
}

QWidget *Transport::buildCentre()
{
    auto *const centre = new QWidget(this);
    // Tape runs from left to right everywhere.
    centre->setLayoutDirection(Qt::LeftToRight);
    auto *const layout = new QHBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space4);
    layout->addWidget(chapterPrevious);
    layout->addWidget(back);
    layout->addSpacing(metrics::space4);
    layout->addWidget(toggle);
    layout->addSpacing(metrics::space4);
    layout->addWidget(forward);
    layout->addWidget(chapterNext);
    layout->addWidget(loop);
    return centre;
}

QWidget *Transport::buildTrailing()
{
    auto *const trailing = new QWidget(this);
    auto *const layout = new QHBoxLayout(trailing);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space4);
    layout->addStretch(1);
    layout->addWidget(returnBack);
    layout->addWidget(mark);
    layout->addWidget(speed);
    layout->addWidget(sleep);
    layout->addWidget(volume);
    layout->addWidget(queue);
    layout->addWidget(more);
    return trailing;
}

void Transport::arrange(bool loaded, bool narrow)
{
    m_layout->setContentsMargins(
        metrics::space16, 0, narrow ? metrics::space12 : metrics::space16, 0);
    m_layout->setStretch(2, narrow && loaded ? 0 : 1);
    const int art = narrow ? narrowArt : metrics::rowArt;
    artwork->setFixedSize(art, art);
    toggle->setShape(IconButton::Shape::PrimaryRound);
    if (narrow) {
        toggle->setSide(narrowPlay);
    }
    mark->setChipShown(!narrow);
    nothing->setVisible(!loaded);
    artwork->setVisible(loaded);
    nowPlaying->setVisible(loaded);
    mark->setVisible(loaded);
    for (QWidget *const control : std::initializer_list<QWidget *>{
             chapterPrevious, chapterNext, loop, speed, sleep, volume, queue}) {
        control->setVisible(loaded && !narrow);
    }
    more->setVisible(loaded && narrow);
}

void Transport::showSecondLine(bool shown, bool withChapter)
{
    m_second->setVisible(shown);
    chapter->setVisible(withChapter);
}

} // namespace ui::player::internal
