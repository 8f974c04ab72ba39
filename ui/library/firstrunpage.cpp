// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/firstrunpage.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::library {
namespace {

using theme::TextStyle;
using widgets::ElidedLabel;
namespace metrics = theme::metrics;

constexpr int columnWidth = 744;
constexpr int appIcon = 76;
constexpr int tile = 40;
constexpr int buttonWidth = 148;
constexpr int dropHeight = 54;
constexpr int roomForKeys = 620; ///< cards narrower than this show no keys
constexpr int tallPage = 640;
constexpr int mostDropped = 100;
constexpr qsizetype longestAddress = 2000;

} // namespace

/// One way to begin: icon, name, a sentence, keys and a button.
class FirstRunPage::Card final : public QWidget
{
public:
    Card(const theme::ThemeManager &themes,
         widgets::Button::Kind kind,
         const QString &iconName,
         const QStringList &words,
         QWidget *parent)
        : QWidget(parent)
        , m_themes(themes)
        , m_iconName(iconName)
        , m_button(new widgets::Button(themes, kind, words.at(2), this))
    {
        auto *const title = new ElidedLabel(themes, TextStyle::Section, words.at(0), this);
        auto *const text = new ElidedLabel(themes, TextStyle::Ui, words.at(1), this);
        title->setMaximumLines(0);
        text->setMaximumLines(0);
        text->setColor(&theme::Theme::text2);
        // The button says what happens; the card says why one would.
        m_button->setAccessibleDescription(words.at(1));
        m_button->setMinimumWidth(buttonWidth);
        auto *const column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(title);
        column->addWidget(text);
        auto *const layout = new QHBoxLayout(this);
        layout->setContentsMargins(metrics::space20 + tile + metrics::space16,
                                   metrics::space16,
                                   metrics::space20,
                                   metrics::space16);
        layout->setSpacing(metrics::space16);
        layout->addLayout(column, 1);
        m_keysRoom = new QSpacerItem(0, 0, QSizePolicy::Fixed);
        layout->addItem(m_keysRoom);
        layout->addWidget(m_button);
        connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
    }

    [[nodiscard]] widgets::Button *button() const { return m_button; }

    void setKeys(const QKeySequence &keys)
    {
        m_keys = keys.toString(QKeySequence::NativeText);
        m_button->setKeysHint(keys);
        fitKeys();
    }

protected:
    void resizeEvent(QResizeEvent *) override { fitKeys(); }

    void paintEvent(QPaintEvent *) override
    {
        const theme::Theme &colors = m_themes.current();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(colors.line);
        painter.setBrush(colors.list);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5),
                                metrics::cardRadius,
                                metrics::cardRadius);
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const int left = mirrored ? width() - metrics::space20 - tile : metrics::space20;
        const QRect back(left, (height() - tile) / 2, tile, tile);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.soft);
        painter.drawRoundedRect(back, metrics::controlRadius, metrics::controlRadius);
        const int inset = (tile - metrics::icon) / 2;
        painter.drawPixmap(
            back.topLeft() + QPoint(inset, inset),
            m_themes.icons().pixmap(m_iconName, metrics::icon, colors.accent, devicePixelRatioF()));
        if (m_keysRoom->sizeHint().width() > 0) {
            paintKeys(painter);
        }
    }

private:
    void fitKeys()
    {
        const bool shown = !m_keys.isEmpty() && width() >= roomForKeys;
        const QFontMetrics measure(theme::font(TextStyle::KeyHint));
        const int wide =
            shown ? measure.horizontalAdvance(m_keys) + metrics::space12 + metrics::space16 : 0;
        if (wide != m_keysRoom->sizeHint().width()) {
            m_keysRoom->changeSize(wide, 0, QSizePolicy::Fixed);
            layout()->invalidate();
        }
    }

    void paintKeys(QPainter &painter) const
    {
        const theme::Theme &colors = m_themes.current();
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const QRect room = m_keysRoom->geometry();
        const QRectF box(room.left() + (mirrored ? metrics::space16 : 0) + 0.5,
                         height() / 2 - 9.5,
                         room.width() - metrics::space16 - 1,
                         19);
        painter.setPen(colors.line);
        painter.setBrush(colors.raised);
        painter.drawRoundedRect(box, metrics::tintRadius, metrics::tintRadius);
        painter.setFont(theme::font(TextStyle::KeyHint));
        painter.setPen(colors.text2);
        painter.drawText(box, Qt::AlignCenter, m_keys);
    }

    const theme::ThemeManager &m_themes;
    QString m_iconName;
    QString m_keys;
    widgets::Button *m_button;
    QSpacerItem *m_keysRoom;
};

/// The dashed box that says what can be dropped; lights up while something hovers over the page.
class FirstRunPage::DropZone final : public QWidget
{
public:
    DropZone(const theme::ThemeManager &themes, const QString &words, QWidget *parent)
        : QWidget(parent)
        , m_themes(themes)
    {
        auto *const label = new ElidedLabel(themes, TextStyle::Ui, words, this);
        label->setMaximumLines(0);
        label->setAlignment(Qt::AlignHCenter);
        label->setColor(&theme::Theme::text2);
        setMinimumHeight(dropHeight);
        auto *const layout = new QVBoxLayout(this);
        layout->setContentsMargins(
            metrics::space16, metrics::space16, metrics::space16, metrics::space16);
        layout->addWidget(label, 0, Qt::AlignVCenter);
        connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
    }

    void setLit(bool lit)
    {
        m_lit = lit;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const theme::Theme &colors = m_themes.current();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen pen(m_lit ? colors.accent : colors.linestrong, m_lit ? 2 : 1);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.setBrush(m_lit ? colors.soft : QColor(Qt::transparent));
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(1, 1, -1, -1), metrics::cardRadius, metrics::cardRadius);
    }

private:
    const theme::ThemeManager &m_themes;
    bool m_lit = false;
};

FirstRunPage::FirstRunPage(const theme::ThemeManager &themes, QWidget *parent)
    : QScrollArea(parent)
    , m_themes(themes)
    , m_content(new QWidget)
    , m_column(new QWidget(m_content))
    , m_add(nullptr)
    , m_import(nullptr)
    , m_sample(nullptr)
    , m_drop(nullptr)
    , m_path(new ElidedLabel(themes, TextStyle::Meta, {}, m_column))
{
    setObjectName(QStringLiteral("firstRun"));
    setAccessibleName(tr("First steps"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAcceptDrops(true);
    build();
    setWidget(m_content);
    setWidgetResizable(true);
    // The page is painted on what lies below; setWidget() has made its content opaque.
    m_content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(&themes, &theme::ThemeManager::changed, viewport(), qOverload<>(&QWidget::update));
}

void FirstRunPage::build()
{
    addCards();
    m_drop = new DropZone(
        m_themes,
        tr("Or drop an audio file, a transcript, or an OPML file anywhere in this window"),
        m_column);
    m_drop->setObjectName(QStringLiteral("dropZone"));
    m_path->setObjectName(QStringLiteral("dataPath"));
    m_path->setMaximumLines(0);
    m_path->setAlignment(Qt::AlignHCenter);
    m_path->setColor(&theme::Theme::text2);
    setDataPath({});

    auto *const layout = new QVBoxLayout(m_column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space12);
    layout->addWidget(makeHead());
    layout->addSpacing(metrics::space16);
    for (Card *const card : {m_add, m_import, m_sample}) {
        layout->addWidget(card);
    }
    layout->addSpacing(metrics::space8);
    layout->addWidget(m_drop);
    layout->addSpacing(metrics::space8);
    layout->addWidget(m_path);
    m_column->setMaximumWidth(columnWidth);
    auto *const middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_column, 1000);
    middle->addStretch(1);
    auto *const page = new QVBoxLayout(m_content);
    page->addLayout(middle);
    page->addStretch(1);
    fit();
}

void FirstRunPage::addCards()
{
    using Kind = widgets::Button::Kind;
    m_add = new Card(m_themes,
                     Kind::Primary,
                     QStringLiteral("plus"),
                     {tr("Add a podcast"),
                      tr("Paste the address of a feed or of the podcast's page."),
                      tr("Add podcast...")},
                     m_column);
    m_import = new Card(m_themes,
                        Kind::Secondary,
                        QStringLiteral("import"),
                        {tr("Bring your subscriptions"),
                         tr("Import an OPML file. Nothing is downloaded until you say so."),
                         tr("Import OPML...")},
                        m_column);
    m_sample =
        new Card(m_themes,
                 Kind::Secondary,
                 QStringLiteral("audio-file"),
                 {tr("Try the sample episode"),
                  tr("About seven minutes, with show notes and a transcript. Works offline."),
                  tr("Open sample")},
                 m_column);
    m_add->button()->setObjectName(QStringLiteral("addPodcast"));
    m_import->button()->setObjectName(QStringLiteral("importOpml"));
    m_sample->button()->setObjectName(QStringLiteral("openSample"));
    connect(m_add->button(), &QAbstractButton::clicked, this, &FirstRunPage::addPodcastRequested);
    connect(m_import->button(), &QAbstractButton::clicked, this, &FirstRunPage::importRequested);
    connect(m_sample->button(), &QAbstractButton::clicked, this, &FirstRunPage::sampleRequested);
}

QWidget *FirstRunPage::makeHead()
{
    auto *const head = new QWidget(m_column);
    auto *const icon = new QLabel(head);
    icon->setPixmap(theme::applicationIcon().pixmap(QSize(appIcon, appIcon), devicePixelRatioF()));
    icon->setFixedSize(appIcon, appIcon);
    auto *const title =
        new ElidedLabel(m_themes, TextStyle::PageTitle, tr("Listen, and keep what matters"), head);
    auto *const text = new ElidedLabel(
        m_themes,
        TextStyle::ShowNotes,
        tr("Follow podcasts, read along, and press M whenever you hear something worth keeping."),
        head);
    title->setObjectName(QStringLiteral("firstRunTitle"));
    title->setMaximumLines(0);
    widgets::setAccessibleRole(*title, QAccessible::Heading);
    text->setMaximumLines(0);
    text->setColor(&theme::Theme::text2);
    auto *const words = new QVBoxLayout;
    words->setSpacing(metrics::space4);
    words->addStretch(1);
    words->addWidget(title);
    words->addWidget(text);
    words->addStretch(1);
    auto *const layout = new QHBoxLayout(head);
    layout->setContentsMargins(metrics::space4, 0, 0, 0);
    layout->setSpacing(metrics::space24);
    layout->addWidget(icon);
    layout->addLayout(words, 1);
    return head;
}

void FirstRunPage::setDataPath(const QString &path)
{
    m_path->setText(path.isEmpty()
                        ? tr("Earmark needs no account. Your notes can be exported at any time.")
                        : tr("Earmark needs no account. Your notes stay in %1 and can be exported "
                             "at any time.")
                              .arg(path));
}

void FirstRunPage::setKeysHints(const QKeySequence &add, const QKeySequence &import)
{
    m_add->setKeys(add);
    m_import->setKeys(import);
}

void FirstRunPage::focusFirst()
{
    m_add->button()->setFocus(Qt::OtherFocusReason);
}

void FirstRunPage::fit()
{
    const int side =
        viewport()->width() < metrics::minimumWidth ? metrics::space16 : metrics::space32;
    const int top = viewport()->height() < tallPage ? metrics::space24 : 72;
    m_content->layout()->setContentsMargins(side, top, side, metrics::space24);
}

void FirstRunPage::paintEvent(QPaintEvent *)
{
    QPainter(viewport()).fillRect(viewport()->rect(), m_themes.current().reader);
}

void FirstRunPage::resizeEvent(QResizeEvent *event)
{
    fit();
    QScrollArea::resizeEvent(event);
}

void FirstRunPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedAddresses(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
        m_drop->setLit(true);
    }
}

void FirstRunPage::dragLeaveEvent(QDragLeaveEvent *)
{
    m_drop->setLit(false);
}

void FirstRunPage::dropEvent(QDropEvent *event)
{
    m_drop->setLit(false);
    const QList<QUrl> urls = droppedAddresses(*event->mimeData());
    if (!urls.isEmpty()) {
        event->acceptProposedAction();
        emit filesDropped(urls);
    }
}

QList<QUrl> droppedAddresses(const QMimeData &data)
{
    QList<QUrl> result;
    const auto take = [&result](const QUrl &url) {
        const QString scheme = url.scheme();
        const bool known = url.isLocalFile() || scheme == QLatin1String("http")
                           || scheme == QLatin1String("https") || scheme == QLatin1String("feed");
        if (url.isValid() && known && result.size() < mostDropped) {
            result += url;
        }
    };
    if (data.hasUrls()) {
        const QList<QUrl> urls = data.urls();
        std::for_each(urls.begin(), urls.end(), take);
    } else if (data.hasText() && data.text().size() <= longestAddress) {
        take(QUrl(data.text().trimmed(), QUrl::StrictMode));
    }
    return result;
}

} // namespace ui::library
