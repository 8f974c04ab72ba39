// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportdialog.h"

#include "app/exports/exporter.h"
#include "ui/exchange/dialogsize.h"
#include "ui/exchange/formatwords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/button.h"
#include "ui/widgets/progressline.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTextDocument>

#include <algorithm>

namespace ui::exchange {
namespace {

using app::exports::exportFormat;
using app::exports::exportFormats;
using widgets::Button;
namespace metrics = theme::metrics;

constexpr int listWidth = 210;

/// Formats that hold everything whatever is chosen.
bool isLossless(const QString &format)
{
    return format == QLatin1String("jsonl") || format == QLatin1String("json")
           || format == QLatin1String("w3c");
}

/// Formats that can name a sound file beside each note.
bool holdsClips(const QString &format)
{
    const auto known = exportFormat(format);
    return known && known->isText;
}

QLabel *makeWords(const QString &name, QWidget *parent)
{
    auto *const words = new QLabel(parent);
    words->setObjectName(name);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    return words;
}

} // namespace

ExportDialog::ExportDialog(const theme::ThemeManager &themes,
                           std::vector<ExportScope> scopes,
                           const ExportChoice &choice,
                           QWidget *parent)
    : QDialog(parent)
    , m_themes(themes)
    , m_scopes(std::move(scopes))
    , m_scope(new QComboBox(this))
    , m_formats(new QListWidget(this))
    , m_explanation(makeWords(QStringLiteral("exportExplanation"), this))
    , m_tags(new QCheckBox(tr("With tags"), this))
    , m_colors(new QCheckBox(tr("With colours"), this))
    , m_clips(new QCheckBox(tr("With the sound of each note, beside the text"), this))
    , m_template(new Button(themes, Button::Kind::Quiet, tr("Change the template…"), this))
    , m_previewName(makeWords(QStringLiteral("exportPreviewName"), this))
    , m_preview(new QPlainTextEdit(this))
    , m_progress(new widgets::ProgressLine(themes, this))
    , m_state(makeWords(QStringLiteral("exportState"), this))
    , m_close(new Button(themes, Button::Kind::Secondary, tr("Cancel"), this))
    , m_export(new Button(themes, Button::Kind::Primary, tr("Export…"), this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export notes"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    build(m_scopes);
    choose(choice);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, [this] { emit previewRequested(this->choice()); });
    connect(m_scope, &QComboBox::currentIndexChanged, this, &ExportDialog::tell);
    connect(m_formats, &QListWidget::currentRowChanged, this, &ExportDialog::tell);
    for (QCheckBox *const box : {m_tags, m_colors, m_clips}) {
        connect(box, &QCheckBox::toggled, this, &ExportDialog::tell);
    }
    resize(fittingSize(*this, {820, 600}));
    tell();
}

void ExportDialog::build(const std::vector<ExportScope> &scopes)
{
    m_scope->setObjectName(QStringLiteral("exportScope"));
    m_scope->setAccessibleName(tr("Which notes"));
    m_scope->setMinimumHeight(metrics::controlHeight);
    for (const ExportScope &scope : scopes) {
        m_scope->addItem(scope.title);
    }
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(
        metrics::space20, metrics::space16, metrics::space20, metrics::space16);
    rows->setSpacing(metrics::space12);
    rows->addWidget(m_scope);
    auto *const middle = new QHBoxLayout;
    middle->setSpacing(metrics::space16);
    middle->addWidget(buildFormats());
    middle->addWidget(buildFormat(), 1);
    rows->addLayout(middle, 1);
    rows->addWidget(m_state);
    rows->addWidget(m_progress);
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(metrics::space8);
    buildFoot(foot);
    rows->addLayout(foot);
    m_state->hide();
    m_progress->hide();
}

QWidget *ExportDialog::buildFormats()
{
    m_formats->setObjectName(QStringLiteral("exportFormats"));
    m_formats->setAccessibleName(tr("Format"));
    m_formats->setFixedWidth(listWidth);
    for (const app::exports::ExportFormat &format : exportFormats()) {
        auto *const item = new QListWidgetItem(formatTitle(format.id), m_formats);
        item->setData(Qt::UserRole, format.id);
        item->setToolTip(formatExplanation(format.id));
        item->setSizeHint(QSize(0, metrics::controlHeight));
    }
    return m_formats;
}

QWidget *ExportDialog::buildFormat()
{
    auto *const side = new QWidget(this);
    auto *const rows = new QVBoxLayout(side);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(metrics::space8);
    m_tags->setObjectName(QStringLiteral("exportTags"));
    m_colors->setObjectName(QStringLiteral("exportColors"));
    m_clips->setObjectName(QStringLiteral("exportClips"));
    m_template->setObjectName(QStringLiteral("exportTemplate"));
    m_preview->setObjectName(QStringLiteral("exportPreview"));
    m_preview->setAccessibleName(tr("What will be written"));
    m_preview->setReadOnly(true);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_preview->setTabChangesFocus(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->document()->setDocumentMargin(metrics::space8);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_previewName->setAccessibleName(tr("File"));
    auto *const switches = new QHBoxLayout;
    switches->setSpacing(metrics::space16);
    switches->addWidget(m_tags);
    switches->addWidget(m_colors);
    switches->addStretch(1);
    switches->addWidget(m_template);
    rows->addWidget(m_explanation);
    rows->addLayout(switches);
    rows->addWidget(m_clips);
    rows->addWidget(m_previewName);
    rows->addWidget(m_preview, 1);
    connect(m_template, &QAbstractButton::clicked, this, [this] {
        emit templateRequested(choice().format);
    });
    return side;
}

void ExportDialog::buildFoot(QLayout *foot)
{
    auto *const row = static_cast<QHBoxLayout *>(foot);
    m_progress->setObjectName(QStringLiteral("exportProgress"));
    m_progress->setAccessibleName(tr("Notes written"));
    m_close->setObjectName(QStringLiteral("exportClose"));
    m_export->setObjectName(QStringLiteral("exportStart"));
    row->addStretch(1);
    row->addWidget(m_close);
    row->addWidget(m_export);
    connect(m_close, &QAbstractButton::clicked, this, &ExportDialog::reject);
    connect(m_export, &QAbstractButton::clicked, this, [this] { emit exportRequested(choice()); });
}

void ExportDialog::choose(const ExportChoice &choice)
{
    m_scope->setCurrentIndex(std::clamp(choice.scope, 0, std::max(m_scope->count() - 1, 0)));
    m_formats->setCurrentRow(0);
    for (int row = 0; row < m_formats->count(); ++row) {
        if (m_formats->item(row)->data(Qt::UserRole).toString() == choice.format) {
            m_formats->setCurrentRow(row);
        }
    }
    m_tags->setChecked(choice.tags);
    m_colors->setChecked(choice.colors);
    m_clips->setChecked(choice.clips);
}

ExportChoice ExportDialog::choice() const
{
    const QListWidgetItem *const item = m_formats->currentItem();
    const QString format = item ? item->data(Qt::UserRole).toString() : QString();
    return {.scope = m_scope->currentIndex(),
            .format = format,
            .tags = m_tags->isChecked(),
            .colors = m_colors->isChecked(),
            .clips = m_clips->isChecked() && holdsClips(format)};
}

void ExportDialog::setOwnTemplates(const QMap<QString, bool> &own)
{
    m_ownTemplates = own;
    tell();
}

void ExportDialog::tell()
{
    m_state->hide();
    refresh();
    m_soon.start();
}

void ExportDialog::refresh()
{
    const ExportChoice chosen = choice();
    const auto format = exportFormat(chosen.format);
    m_explanation->setText(formatExplanation(chosen.format));
    m_tags->setEnabled(!isLossless(chosen.format));
    m_colors->setEnabled(!isLossless(chosen.format));
    m_clips->setVisible(holdsClips(chosen.format));
    m_template->setVisible(format && format->isText);
    m_template->setText(m_ownTemplates.value(chosen.format) ? tr("Change your template…")
                                                            : tr("Change the template…"));
    const auto scope = static_cast<std::size_t>(std::max(chosen.scope, 0));
    const bool empty = scope >= m_scopes.size() || m_scopes[scope].notes == 0;
    m_export->setEnabled(!m_busy && !empty && format);
}

void ExportDialog::showPreview(const QString &name, const QString &text, const QString &note)
{
    m_previewName->setText(note.isEmpty() ? name : tr("%1 — %2", "file, remark").arg(name, note));
    m_preview->setPlainText(text);
    m_preview->setEnabled(!text.isEmpty());
}

void ExportDialog::showPreviewFailure(const QString &sentence)
{
    m_previewName->setText(sentence);
    m_preview->clear();
    m_preview->setEnabled(false);
}

void ExportDialog::setProgress(int done, int total)
{
    setBusy(true);
    m_progress->setRange(0, std::max(total, 1));
    m_progress->setValue(std::clamp(done, 0, std::max(total, 1)));
}

void ExportDialog::showFailure(const QString &sentence)
{
    setBusy(false);
    m_state->setText(sentence);
    m_state->show();
}

void ExportDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_progress->setVisible(busy);
    for (QWidget *const part : std::initializer_list<QWidget *>{
             m_scope, m_formats, m_tags, m_colors, m_clips, m_template}) {
        part->setEnabled(!busy);
    }
    m_close->setText(busy ? tr("Stop") : tr("Cancel"));
    refresh();
}

void ExportDialog::reject()
{
    if (m_busy) {
        emit cancelRequested();
        return;
    }
    QDialog::reject();
}

} // namespace ui::exchange
