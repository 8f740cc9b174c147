#include "host/aggregate/csvcolumn.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCsvColumn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatProgramsWouldChangeIsNoticed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("mistakable");
        const auto row = [](const char *text, bool mistakable) {
            QTest::newRow(text) << QString::fromUtf8(text) << mistakable;
        };
        for (const char *changed :
             {"3.10",       "0.9.2", "1",     "1.2.3", "2-9",    "10-99", "100+",       "2026-11",
              "2026-11-28", "11/28", "10:30", "5 pm",  "3p",     "1e6",   "1E6",        "1d5",
              "0x1f",       "5L",    "3i",    "007",   ".5",     ",5",    "1,000",      "1_000",
              "10%",        "5 €",   "=1+1",  "+1",    "-1",     "@x",    "#N/A",       "'a",
              "\"a",        "",      " ",     " a",    "a ",     "NA",    "na",         "n/a",
              "<NA>",       "NaN",   "nan",   "NULL",  "null",   "None",  "none",       "True",
              "true",       "T",     "F",     "FALSE", "wahr",   "inf",   "Infinity",   "march-1",
              "mar1",       "sep 2", "SEPT2", "1-mar", "1. mai", "dez-3", "2 oct 2026", "may 2026"})
            row(changed, true);
        for (const char *kept : {"dev",
                                 "other",
                                 "napari-svg",
                                 "napari.layer.duplicate",
                                 "napari:toggle_grid",
                                 "debian 12",
                                 "ubuntu 24.04",
                                 "macos 15",
                                 "windows 11",
                                 "x86_64",
                                 "i386",
                                 "arm64",
                                 "<1e6",
                                 ">=1e10",
                                 "float32",
                                 "2026-W47",
                                 "3d-viewer",
                                 "2 to 9",
                                 "march",
                                 "may",
                                 "marker2",
                                 "decoder2",
                                 "nana",
                                 "Python version: 3.10",
                                 "\u00e9"})
            row(kept, false);
    }
    void whatProgramsWouldChangeIsNoticed()
    {
        QFETCH(QString, text);
        QTEST(isMistakable(text), "mistakable");
    }
    void cells_data()
    {
        QTest::addColumn<QJsonValue>("example");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("a text") << QJsonValue(u"linux"_s) << u"windows"_s << "windows"_ba;
        QTest::newRow("one that could be mistaken") << QJsonValue(u"linux"_s) << u"nan"_s << "a field: nan"_ba;
        QTest::newRow("a column of versions") << QJsonValue(u"3.12"_s) << u"3.10"_s << "a field: 3.10"_ba;
        QTest::newRow("all in it") << QJsonValue(u"3.12"_s) << u"dev"_s << "a field: dev"_ba;
        QTest::newRow("a truth value") << QJsonValue(false) << u"true"_s << "a field: true"_ba;
        QTest::newRow("a number") << QJsonValue(4) << u"3"_s << "3"_ba;
        QTest::newRow("in quotation marks") << QJsonValue(u"linux"_s) << u"a,\"b\""_s << "\"a,\"\"b\"\"\""_ba;
    }
    void cells()
    {
        QFETCH(QJsonValue, example);
        QFETCH(QString, value);
        const CsvColumn column({u"field"_s, u"a field"_s, {}, 1}, {{u"field"_s, example}});
        QCOMPARE(column.heading(), "field"_ba);
        QTEST(column.cell(value), "cell");
        QCOMPARE(column.isNumber(), example.isDouble());
    }
    void saysWhatIsInFrontOfAll()
    {
        const FieldDefinition field{u"field"_s, u"a field"_s, {}, 1};
        QCOMPARE(CsvColumn(field, {{u"field"_s, u"3.12"_s}}).prefix(), u"a field: "_s);
        QCOMPARE(CsvColumn(field, {{u"field"_s, u"linux"_s}}).prefix(), QString());
    }
};

QTEST_GUILESS_MAIN(TestCsvColumn)
#include "tst_csvcolumn.moc"
