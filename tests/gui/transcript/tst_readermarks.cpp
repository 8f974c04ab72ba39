// SPDX-License-Identifier: GPL-3.0-or-later
// What is marked in and beside a transcript: highlights, times, found words, sizes and colours.
#include "tests/gui/transcript/talkfixture.h"
#include "ui/transcript/findbar.h"

#include <QAccessible>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace ui::transcript;
using app::transcripts::ReadingText;
using ui::theme::ThemeManager;

namespace {

app::notes::Note makeNote(const ReadingText &text, const QString &quote, app::notes::Color color)
{
    app::notes::Note note;
    note.id = app::base::NoteId(quote);
    note.color = color;
    note.anchor.quote = quote;
    note.anchor.offset = text.text.indexOf(quote);
    note.anchor.source = app::notes::QuoteSource::Transcript;
    note.start = text.timeAt(note.anchor.offset).value_or(MediaTime());
    return note;
}

} // namespace

class TestReaderMarks final : public tests::TalkTest
{
    Q_OBJECT

private slots:

    void init() { setUp(); }

    void cleanup() { tearDown(); }

    void speakerColorsAreReadable();
    void sentenceTimeStandsInTheMargin();
    void overlappingHighlightsAreBothSeen();
    void notesAreReachedByKey();
    void ticksShowMatchesAndNotes();
    void longTextsAreSearchedInPieces();
    void highContrastUnderlines();
    void smallAndHuge();
    void survivesOddDocuments();

private:
    void hover(QPoint point);
};

void TestReaderMarks::hover(QPoint point)
{
    QMouseEvent move(QEvent::MouseMove,
                     point,
                     m_view->reader().viewport()->mapToGlobal(point),
                     Qt::NoButton,
                     Qt::NoButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->reader().viewport(), &move);
}

void TestReaderMarks::speakerColorsAreReadable()
{
    for (const bool dark : {false, true}) {
        const ui::theme::Theme theme = ui::theme::builtInTheme(dark);
        for (int i = 0; i < 6; ++i) {
            QVERIFY(ui::theme::contrastRatio(theme.speaker(i), theme.reader) >= 4.5);
            for (int j = 0; j < i; ++j) {
                QVERIFY(theme.speaker(i) != theme.speaker(j));
            }
        }
    }
}

void TestReaderMarks::sentenceTimeStandsInTheMargin()
{
    m_view->resize(900, 600);
    const qsizetype second = offsetOf(QStringLiteral("It ends"));
    hover(pointOf(second));
    const QRectF line = m_view->reader().rectsOf({second, 1}).front();
    const QRectF words = m_view->reader().rectsOf({0, 1}).front();
    // Below the paragraph's own name and time, as both sentences begin on its first line.
    QPoint time(qRound(words.left()) - 30, qRound(line.top()) + 52);
    const ReaderHit hit = m_view->reader().hitTest(time);
    QCOMPARE(hit.kind, ReaderHit::Kind::BlockTime);
    QCOMPARE(hit.blockTime, MediaTime::fromMs(2000));
    QSignalSpy seek(m_view.get(), &TranscriptView::seekRequested);
    QTest::mouseClick(m_view->reader().viewport(), Qt::LeftButton, {}, time);
    QCOMPARE(seek.count(), 1);
    QCOMPARE(seek.at(0).at(0).value<MediaTime>(), MediaTime::fromMs(2000));
}

void TestReaderMarks::overlappingHighlightsAreBothSeen()
{
    m_view->setNotes(
        {makeNote(m_text, QStringLiteral("begins with"), app::notes::Color::Yellow),
         makeNote(m_text, QStringLiteral("with a sentence"), app::notes::Color::Blue)});
    const QImage seen = m_view->reader().viewport()->grab().toImage();
    const auto &colors = m_themes->current();
    const QRectF rect =
        m_view->reader().rectsOf({offsetOf(QStringLiteral("with a sentence")), 4}).front();
    const int x = qRound(rect.center().x());
    const QColor mixed = seen.pixelColor(x, qRound(rect.top()) + 3);
    QVERIFY(mixed != colors.highlightFill[0] && mixed != colors.highlightFill[2]);
    QVERIFY(mixed != colors.reader);
    QCOMPARE(seen.pixelColor(x, qRound(rect.bottom()) - 1), colors.highlightLine[0]);
    QCOMPARE(seen.pixelColor(x, qRound(rect.bottom()) - 4), colors.highlightLine[2]);
}

void TestReaderMarks::notesAreReachedByKey()
{
    m_view->setNotes({makeNote(m_text, QStringLiteral("Turn 2 begins"), app::notes::Color::Green),
                      makeNote(m_text, QStringLiteral("Turn 40 begins"), app::notes::Color::Red)});
    QSignalSpy opened(m_view.get(), &TranscriptView::noteActivated);
    ReaderView &reader = m_view->reader();
    QTest::keyClick(&reader, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(reader.focusedStop()->offset, offsetOf(QStringLiteral("Turn 2 ")));
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&reader);
    QVERIFY(face->focusChild());
    QCOMPARE(face->focusChild()->role(), QAccessible::Note);
    QCOMPARE(face->focusChild()->text(QAccessible::Name),
             QStringLiteral("Highlight, Green, 0:08: Turn 2 begins"));
    QTest::keyClick(&reader, Qt::Key_Tab);
    QCOMPARE(reader.focusedStop()->offset, offsetOf(QStringLiteral("Turn 40 ")));
    QVERIFY(m_view->reader().viewport()->rect().contains(
        pointOf(offsetOf(QStringLiteral("Turn 40 ")))));
    QTest::keyClick(&reader, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(&reader, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.at(0).at(0).value<app::base::NoteId>(),
             app::base::NoteId(QStringLiteral("Turn 2 begins")));
    // The mark beside the text, too.
    const QRectF words = reader.rectsOf({offsetOf(QStringLiteral("Turn 2 ")), 1}).front();
    int x = reader.viewport()->width() - 1;
    while (x > 0
           && reader.hitTest(QPoint(x, qRound(words.center().y()))).kind != ReaderHit::Kind::Note) {
        --x;
    }
    QTest::mouseClick(reader.viewport(), Qt::LeftButton, {}, QPoint(x, qRound(words.center().y())));
    QCOMPARE(opened.count(), 2);
}

void TestReaderMarks::ticksShowMatchesAndNotes()
{
    QScrollBar *bar = m_view->reader().verticalScrollBar();
    const auto count = [&](const QColor &color) {
        const QImage image = bar->grab().toImage();
        int rows = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == color) {
                    ++rows;
                    break;
                }
            }
        }
        return rows;
    };
    const auto &colors = m_themes->current();
    QCOMPARE(count(colors.amber), 0);
    m_view->setNotes(
        {makeNote(m_text, QStringLiteral("Turn 30 begins"), app::notes::Color::Green)});
    QCOMPARE(count(colors.highlightLine[1]), 2);
    m_view->find();
    auto *field = m_view->findChild<QLineEdit *>(QStringLiteral("findField"));
    field->setText(QStringLiteral("turn 5"));
    QVERIFY(count(colors.amber) >= 6);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(count(colors.amber), 0);
}

void TestReaderMarks::longTextsAreSearchedInPieces()
{
    m_text = tests::makeTalk(9'000);
    m_view->setTranscript(m_text);
    m_view->find();
    auto *field = m_view->findChild<QLineEdit *>(QStringLiteral("findField"));
    QWidget *count = m_view->findChild<QWidget *>(QStringLiteral("findCount"));
    field->setText(QStringLiteral("here. turn"));
    QTRY_VERIFY(!m_view->findBar().isSearching());
    // Over the ends of paragraphs, and of pieces.
    QCOMPARE(count->accessibleName(), QStringLiteral("1 of 8999"));
    field->setText(QStringLiteral("turn 8999"));
    QTRY_VERIFY(!m_view->findBar().isSearching());
    QCOMPARE(count->accessibleName(), QStringLiteral("1 of 1"));
    QVERIFY(!m_view->reader().selectionRect().isValid());
    QVERIFY(m_view->reader().viewport()->rect().contains(
        pointOf(offsetOf(QStringLiteral("Turn 8999")))));
    field->setText(QStringLiteral("nowhere to be found"));
    QTRY_VERIFY(!m_view->findBar().isSearching());
    QCOMPARE(count->accessibleName(), QStringLiteral("Not found"));
}

void TestReaderMarks::highContrastUnderlines()
{
    m_view->setPosition(MediaTime::fromMs(500));
    QPalette platform(Qt::black, Qt::white, Qt::white, Qt::black, Qt::gray, Qt::black, Qt::white);
    platform.setColor(QPalette::Window, Qt::white);
    m_themes->takeSystem(platform);
    const QRectF rect = m_view->reader().rectsOf({0, 4}).front();
    const QImage seen = m_view->reader().viewport()->grab().toImage();
    const auto &colors = m_themes->current();
    QCOMPARE(seen.pixelColor(qRound(rect.left()) + 3, qRound(rect.top()) + 2), colors.reader);
    QCOMPARE(seen.pixelColor(qRound(rect.left()) + 3, qRound(rect.bottom()) - 5), colors.text);
}

void TestReaderMarks::smallAndHuge()
{
    m_view->reader().setTextSize(28);
    for (const QSize size : {QSize(320, 240), QSize(640, 480), QSize(1400, 900), QSize(60, 60)}) {
        m_view->resize(size);
        m_view->setSpeakerFilter({QStringLiteral("Ines")});
        QVERIFY(!m_view->grab().isNull());
        m_view->setSpeakerFilter({});
        QVERIFY(!m_view->grab().isNull());
    }
    m_view->resize(1000, 700);
    // Words never lie over the names beside them.
    const QRectF words = m_view->reader().rectsOf({0, 1}).front();
    QCOMPARE(m_view->reader()
                 .hitTest(QPoint(qRound(words.left()) - 20, qRound(words.center().y())))
                 .kind,
             ReaderHit::Kind::Speaker);
}

void TestReaderMarks::survivesOddDocuments()
{
    ReaderView &view = m_view->reader();
    view.setDocument({});
    QVERIFY(!m_view->grab().isNull());
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Tab);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(100, 100));
    ReaderDocument endless;
    endless.text = QStringLiteral("😀").repeated(50'000);
    endless.blocks.emplace_back().length = endless.text.size();
    // One endless word, with a surrogate pair at every cut.
    view.setDocument(endless);
    QVERIFY(view.document().blocks.size() > 5);
    for (const ReaderBlock &block : view.document().blocks) {
        QVERIFY(!view.document().text.at(block.offset).isLowSurrogate());
    }
    QVERIFY(!m_view->grab().isNull());
    ReaderNote beyond;
    beyond.offset = 1'000'000;
    beyond.length = 1'000'000;
    view.setNotes({beyond});
    view.select({999'999, 999'999});
    m_view->resize(40, 40);
    QVERIFY(!m_view->grab().isNull());
}

QTEST_MAIN(TestReaderMarks)
#include "tst_readermarks.moc"
