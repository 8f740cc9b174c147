#include "host/simulate/disk/truthfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestTruthFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOlderFileIsReplaced()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"truth.json"_s);
        for (const QByteArray &json : {"{\"longer\":1}"_ba, "{}"_ba}) {
            QVERIFY(writeTruth(path, json).ok());
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), json);
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"truth.json"_s});
    }
    void aFileThatCanNotBeWrittenIsNamed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"missing/truth.json"_s);
        const auto written = writeTruth(path, "{}"_ba);
        QCOMPARE(written.error().code, Error::Code::Io);
        QVERIFY(written.error().detail.startsWith(u"writing "_s + path));
    }
};

QTEST_GUILESS_MAIN(TestTruthFile)
#include "tst_truthfile.moc"
