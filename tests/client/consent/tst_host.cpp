#include "client/consent/host.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {
const QByteArray good = R"({"python":"/p","config_folder":"/c","data_folder":"/d","environment":"e",)"
                        R"("package_folder":"/t","napari_version":"0.9.2","python_version":"3.12.1",)"
                        R"("language":"de"})";
} // namespace

class TestHost : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatTheGlueGives()
    {
        const auto host = hostFromJson(good);
        QVERIFY(host.ok());
        QCOMPARE(host.value().python, u"/p"_s);
        QCOMPARE(host.value().packageFolder, u"/t"_s);
        QCOMPARE(host.value().pythonVersion, u"3.12.1"_s);
    }
    void whatTheCommandLineAddsMayBeMissing()
    {
        QVERIFY(!pythonFactsFromJson(good).pytest);
        QVERIFY(!pythonFactsFromJson(good).disabled);
        const PythonFacts facts = pythonFactsFromJson(R"({"pytest":true,"disabled":true})");
        QVERIFY(facts.pytest);
        QVERIFY(facts.disabled);
    }
    void everyFieldIsNeeded_data()
    {
        QTest::addColumn<QByteArray>("field");
        for (const char *field : {"python", "config_folder", "data_folder", "environment", "package_folder",
                                  "napari_version", "python_version", "language"})
            QTest::newRow(field) << QByteArray(field);
    }
    void everyFieldIsNeeded()
    {
        QFETCH(QByteArray, field);
        const auto host = hostFromJson(QByteArray(good).replace('"' + field + '"', "\"other\""));
        QVERIFY(!host);
        QVERIFY(host.error().detail.contains(QString::fromLatin1(field)));
    }
};

QTEST_GUILESS_MAIN(TestHost)
#include "tst_host.moc"
