#include "host/history/disk/keyfile.h"

#include "host/history/secretkey.h"
#include "support/histories.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestKeyFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    QString m_file;

private Q_SLOTS:
    void init()
    {
        m_file = m_directory.filePath(u"key"_s);
        QFile::remove(m_file);
    }
    void isItsOwnersAlone()
    {
        QVERIFY(writeKeyFile(m_file, TestSupport::signingKeys(0)).ok());
        constexpr auto all = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup
                             | QFileDevice::WriteOther | QFileDevice::ExeOwner;
        QVERIFY(!(QFile::permissions(m_file) & all));
        const auto keys = readKeyFiles({m_file, m_file});
        QCOMPARE(keys.value().size(), 2);
        QCOMPARE(keys.value()[1].secret, TestSupport::signingKeys(0).secret);
    }
    void isOneLine()
    {
        QVERIFY(writeKeyFile(m_file, TestSupport::signingKeys(0)).ok());
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), TestSupport::signingKeys(0).secret.toBase64() + '\n');
    }
    void neverReplacesAKey()
    {
        QVERIFY(writeKeyFile(m_file, TestSupport::signingKeys(0)).ok());
        QCOMPARE(writeKeyFile(m_file, TestSupport::signingKeys(1)).error().code, Error::Code::Io);
        QCOMPARE(readKeyFiles({m_file}).value()[0].secret, TestSupport::signingKeys(0).secret);
    }
    void refusesWhatOthersMayRead_data()
    {
        QTest::addColumn<QFileDevice::Permissions>("more");
        for (const auto more : {QFileDevice::ReadGroup, QFileDevice::WriteGroup, QFileDevice::ReadOther,
                                QFileDevice::WriteOther, QFileDevice::ExeOther})
            QTest::addRow("%x", uint(more)) << QFileDevice::Permissions(more);
    }
    void refusesWhatOthersMayRead()
    {
        QFETCH(QFileDevice::Permissions, more);
        QVERIFY(writeKeyFile(m_file, TestSupport::signingKeys(0)).ok());
        QVERIFY(QFile::setPermissions(m_file, QFileDevice::ReadOwner | QFileDevice::WriteOwner | more));
        const auto keys = readKeyFiles({m_file});
        QCOMPARE(keys.error().code, Error::Code::Invalid);
        QVERIFY(keys.error().detail.contains(u"chmod 600 "_s + m_file));
    }
    void saysNothingOfTheKey_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray line = secretKeyLine(TestSupport::signingKeys(0));
        QTest::newRow("half") << line.left(40);
        QTest::newRow("two halves") << QByteArray(TestSupport::signingKeys(0).secret.left(32)
                                                  + TestSupport::signingKeys(1).publicBytes)
                                           .toBase64();
        QTest::newRow("two lines") << line + line;
        QTest::newRow("a space") << ' ' + line;
        QTest::newRow("long") << line.repeated(100);
        QTest::newRow("nothing") << QByteArray();
    }
    void saysNothingOfTheKey()
    {
        QFETCH(QByteArray, bytes);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        const auto keys = readKeyFiles({m_file});
        QVERIFY(!keys.ok());
        QVERIFY(keys.error().detail.contains(m_file));
        QVERIFY(bytes.isEmpty() || !keys.error().detail.contains(QString::fromLatin1(bytes.left(10))));
    }
    void saysWhichIsMissing()
    {
        QCOMPARE(readKeyFiles({m_file}).error().code, Error::Code::NotFound);
        QVERIFY(readKeyFiles({m_file}).error().detail.contains(m_file));
        QVERIFY(readKeyFiles({}).value().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestKeyFile)
#include "tst_keyfile.moc"
