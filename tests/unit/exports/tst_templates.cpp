// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/notetemplate.h"
#include "tests/support/resulttest.h"
#include "tests/unit/exports/noteset.h"

#include <QTest>

using namespace app;
using exports::checkTemplate;
using notes::Note;

namespace {

QByteArray filled(const QString &text, std::vector<Note> notes = tests::noteSet())
{
    exports::ExportOptions options = tests::setOptions();
    options.templateText = text;
    const auto files = tests::exported(QStringLiteral("text"), notes, options);
    return files.empty() ? QByteArray() : files.front().bytes;
}

} // namespace

class TemplatesTest : public QObject
{
    Q_OBJECT

private slots:

    void everyBuiltInTemplateIsGood()
    {
        int count = 0;
        for (const exports::ExportFormat &format : exports::exportFormats()) {
            const QString text = exports::builtInTemplate(format.id);
            QCOMPARE(!text.isEmpty(), format.isText || format.id == QStringLiteral("pdf"));
            if (text.isEmpty())
                continue;
            VERIFY_RESULT(checkTemplate(format.id, text));
            ++count;
        }
        QCOMPARE(count, 6);
    }

    void fieldsAreDocumented()
    {
        QFile file(QStringLiteral(EARMARK_SOURCE_DIR "/resources/templates/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString readme = QString::fromUtf8(file.readAll());
        for (const exports::TemplateField &field : exports::templateFields()) {
            const QString row = QStringLiteral("| `%1` | %2 |").arg(field.name, field.meaning);
            QVERIFY2(readme.contains(row), qPrintable(row));
        }
    }

    void mistakesSayWhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *text, const char *said) {
            QTest::addRow("%s", said) << QString::fromUtf8(text) << QString::fromUtf8(said);
        };
        row("a\nb {{quotte}}", "line 2: there is no field \"quotte\"");
        row("a\n\n{{quote", "line 3: \"{{\" is not closed by \"}}\"");
        row("{{quote}}", "line 1: \"quote\" is known only within {{#notes}}");
        row("{{podcast}}", "line 1: \"podcast\" is known only within {{#episodes}}");
        row("{{#episodes}}\n{{#notes}}\n{{#speaker}}\n{{/notes}}",
            "line 4: {{/notes}} stands where {{#speaker}} of line 3 is to be closed");
        row("{{#episodes}}\n", "line 1: {{#episodes}} is not closed");
        row("\n{{/notes}}", "line 2: {{/notes}} closes nothing");
        row("{{#notes}}{{/notes}}", "line 1: {{#notes}} belongs directly within {{#episodes}}");
        row("{{> /etc/passwd}}", "line 1: other files cannot be put in with {{>}}");
        row("{{=<% %>=}}", "line 1: the marks {{ and }} cannot be changed");
        row("{{#episodes}}{{#notes}}{{starred}}{{/notes}}{{/episodes}}",
            "line 1: \"starred\" is a section: {{#starred}}...{{/starred}}");
        row("{{.}}", "line 1: {{.}} is known only within a list");
        row("{{}}", "line 1: there is no field \"\"");
        row("{{beginning}}", "line 1: there is no field \"beginning\"");
        row("{{0}}", "line 1: there is no field \"0\"");
    }

    void mistakesSayWhere()
    {
        QFETCH(QString, text);
        QFETCH(QString, said);
        const auto answer = checkTemplate(QStringLiteral("text"), text);
        VERIFY_ERROR(answer, Malformed);
        QCOMPARE(answer.error().detail, said);
        exports::ExportOptions options;
        options.templateText = text;
        const auto files = exports::exportNotes(tests::noteSet(), QStringLiteral("text"), options);
        VERIFY_ERROR(files, Malformed);
        QCOMPARE(files.error().detail, said);
    }

    void formatsWithoutTemplatesHaveNone()
    {
        VERIFY_ERROR(checkTemplate(QStringLiteral("csv"), QStringLiteral("x")), NotFound);
        VERIFY_ERROR(checkTemplate(QStringLiteral("none"), QStringLiteral("x")), NotFound);
    }

    void textIsKeptAsItStands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QByteArray(expected);
        };
        row("plain", "a { b } \\ \"\n\n c", "a { b } \\ \"\n\n c");
        row("blank", "  \n ", "  \n ");
        row("brace before a line end", "{\n}", "{\n}");
        row("brace before a field", "{ {{noteCount}}}", "{ 2}");
        row("comment alone", "a\n  {{! says\nnothing }}  \nb", "a\nb");
        row("comment within", "a {{! x }} b", "a  b");
        row("section alone", "a\n{{#noteCount}}\n\nb\n{{/noteCount}}\nc", "a\n\nb\nc");
        row("section not held", "a\n{{^noteCount}}\nb\n{{/noteCount}}\nc", "a\nc");
        row("section in a line", "a {{#noteCount}} {{/noteCount}} b", "a   b");
        row("blank section", "{{#noteCount}}  {{/noteCount}}", "  ");
        row("carriage returns", "{{#noteCount}}\r\na\r\n{{/noteCount}}\r\n", "a\r\n");
        row("triple", "{{{noteCount}}} {{& noteCount }}", "2 2");
        row("spread", "{{\n noteCount\n}}", "2");
        row("repeated",
            "{{#episodes}}\n{{#notes}}\n{{clock}};\n{{/notes}}\n{{/episodes}}\n.",
            "00:00:01;\n00:00:02;\n.");
    }

    void textIsKeptAsItStands()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(filled(text, {tests::sampleNote(1, 1000), tests::sampleNote(2, 2000)}), expected);
    }

    void aNoteIsNoTemplate()
    {
        Note note = tests::sampleNote(1, 0);
        note.text = QStringLiteral("{{quote}} {{> x}} {{#notes}}");
        const QByteArray written = filled(
            QStringLiteral("{{#episodes}}{{#notes}}{{text}}{{/notes}}{{/episodes}}"), {note});
        QCOMPARE(written, note.text.toUtf8());
    }

    void aHugeTemplateIsRefused()
    {
        VERIFY_ERROR(checkTemplate(QStringLiteral("text"), QString(300'000, u'x')), TooLarge);
        const QString deep = QStringLiteral("{{#noteCount}}").repeated(17);
        VERIFY_ERROR(checkTemplate(QStringLiteral("text"), deep), Malformed);
    }

    /// Lists within lists would be walked a thousand times a thousand times a ...
    void aTemplateCannotTakeForever()
    {
        Note note = tests::sampleNote(1, 0);
        for (int number = 0; number < 1000; ++number)
            note.tags.append(QStringLiteral("tag%1").arg(number));
        const QString text =
            QStringLiteral("{{#episodes}}{{#notes}}") + QStringLiteral("{{#tags}}").repeated(12)
            + QStringLiteral("{{.}}").repeated(1000) + QStringLiteral("{{/tags}}").repeated(12)
            + QStringLiteral("{{/notes}}{{/episodes}}");
        exports::ExportOptions options;
        options.templateText = text;
        VERIFY_ERROR(exports::exportNotes({note}, QStringLiteral("text"), options), TooLarge);
    }

    void cutAnywhereAndStillAnswers()
    {
        const QString whole = exports::builtInTemplate(QStringLiteral("html"));
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const auto checked = checkTemplate(QStringLiteral("html"), whole.first(length));
            if (!checked)
                QVERIFY(checked.error().detail.startsWith(QStringLiteral("line ")));
        }
    }
};

QTEST_GUILESS_MAIN(TemplatesTest)
#include "tst_templates.moc"
