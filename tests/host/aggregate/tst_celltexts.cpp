#include "host/aggregate/celltexts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCellTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areTheSameThereAndBack_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QString>("json");
        QTest::newRow("none") << QStringList{} << u"[]"_s;
        QTest::newRow("one") << QStringList{u"napari-svg"_s} << u"[\"napari-svg\"]"_s;
        QTest::newRow("two") << QStringList{u"napari-svg"_s, u"0.2.1"_s} << u"[\"napari-svg\",\"0.2.1\"]"_s;
        QTest::newRow("quoted") << QStringList{u"a\"b\\c"_s} << u"[\"a\\\"b\\\\c\"]"_s;
        QTest::newRow("empty") << QStringList{QString(u""_s)} << u"[\"\"]"_s;
    }
    void areTheSameThereAndBack()
    {
        QFETCH(QStringList, texts);
        QFETCH(QString, json);
        QCOMPARE(jsonOfTexts(texts), json);
        QCOMPARE(textsOfJson(json), texts);
    }
    /// What is nearly a list of plain texts: the same as Qt's parser says.
    void plainTextsAreReadAsJson_data()
    {
        QTest::addColumn<QString>("json");
        for (const QString &json : {u"[\"a\",\"b\"]"_s, u"[\"a\" ,\"b\"]"_s, u"[\"a\",\"b\",]"_s, u"[\"a\",,\"b\"]"_s,
                                    u"[\"a\"b\"]"_s, u"[\"a\"],[\"b\"]"_s, u"[\"\",\"\"]"_s, u"[\"\"\"]"_s, u"[\"]"_s,
                                    u"[\"a\",1,\"b\"]"_s, u"[\"a\nb\"]"_s, u"[\"a\\\"]"_s, u"[\"a\\\",\"b\"]"_s,
                                    u"[ \"a\" ]"_s, u"[\"a,b\"]"_s, u"[\"\u00e9\u4e2d\"]"_s, u"[\"[\",\"]\"]"_s})
            QTest::addRow("%s", qPrintable(json)) << json;
    }
    void plainTextsAreReadAsJson()
    {
        QFETCH(QString, json);
        QStringList texts;
        for (const QJsonValue &text : QJsonDocument::fromJson(json.toUtf8()).array())
            texts.append(text.toString());
        QCOMPARE(textsOfJson(json), texts);
    }
    void whatIsNoListHasNone()
    {
        for (const QString &json : {u""_s, u"{}"_s, u"[\"a\""_s, u"nonsense"_s})
            QVERIFY(textsOfJson(json).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestCellTexts)
#include "tst_celltexts.moc"
