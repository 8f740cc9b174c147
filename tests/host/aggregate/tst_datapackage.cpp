#include "host/aggregate/datapackage.h"

#include "support/dictionary.h"
#include "support/publicfilesof.h"
#include "support/releases.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestDataPackage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCsvFileIsDescribedWithItsColumns()
    {
        const PublicFiles all = TestSupport::publicFilesOf(TestSupport::twoReleases());
        const QJsonArray resources =
            QJsonDocument::fromJson(all[u"datapackage.json"_s]).object()["resources"_L1].toArray();
        QSet<QString> described;
        for (const QJsonValue &resource : resources) {
            const QString path = resource["path"_L1].toString();
            described.insert(path);
            QStringList names;
            for (const QJsonValue &field : resource["schema"_L1]["fields"_L1].toArray()) {
                names.append(field["name"_L1].toString());
                QVERIFY(!field["title"_L1].toString().isEmpty());
            }
            QCOMPARE(names.join(u',').toUtf8(), all[path].first(all[path].indexOf("\r\n")));
            QCOMPARE(resource["schema"_L1]["fields"_L1].toArray().last()["type"_L1].toString(), u"integer"_s);
            QVERIFY(resource["schema"_L1]["missingValues"_L1].toArray().isEmpty());
        }
        for (auto file = all.begin(); file != all.end(); ++file)
            QCOMPARE(described.contains(file.key()), file.key().endsWith(u".csv"_s));
    }
    void saysWhatIsInFrontOfTheValues()
    {
        const QByteArray package = dataPackage(TestSupport::dictionary());
        QVERIFY(package.contains("Every value has “Python version: ” in front"));
        QVERIFY(!package.contains("Every value has “operating system: ” in front"));
    }
};

QTEST_GUILESS_MAIN(TestDataPackage)
#include "tst_datapackage.moc"
