#include "host/aggregate/disk/noisekey.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestNoiseKey : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;

    void write(const QByteArray &bytes)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(u"noise.key"_s);
    }
    void isMadeOnce()
    {
        const auto first = NoiseKey::readOrMake(m_path);
        QCOMPARE(first.value().size(), 32);
        QCOMPARE(NoiseKey::readOrMake(m_path).value(), first.value());
        QCOMPARE(QFile::permissions(m_path),
                 QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser);
        QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files), QStringList{u"noise.key"_s});
        QVERIFY(NoiseKey::readOrMake(m_path + u"2"_s).value() != first.value());
    }
    void ignoresAHalfMadeOne()
    {
        const QString path = m_path;
        m_path += u".new"_s;
        write("half"_ba);
        m_path = path;
        QCOMPARE(NoiseKey::readOrMake(m_path).value().size(), 32);
        QVERIFY(!QFile::exists(m_path + u".new"_s));
    }
    void refusesOpenOnes_data()
    {
        QTest::addColumn<QFileDevice::Permission>("permission");
        QTest::newRow("group") << QFileDevice::ReadGroup;
        QTest::newRow("others") << QFileDevice::ReadOther;
        QTest::newRow("others write") << QFileDevice::WriteOther;
    }
    void refusesOpenOnes()
    {
        QFETCH(QFileDevice::Permission, permission);
        QVERIFY(NoiseKey::readOrMake(m_path).ok());
        QVERIFY(QFile::setPermissions(m_path, QFile::permissions(m_path) | permission));
        const auto key = NoiseKey::readOrMake(m_path);
        QCOMPARE(key.error().code, Error::Code::Invalid);
        QVERIFY(key.error().detail.contains(u"chmod 600"_s));
    }
    void refusesAnotherSize_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 31, 33, 4096})
            QTest::addRow("%d", size) << size;
    }
    void refusesAnotherSize()
    {
        QFETCH(int, size);
        write(QByteArray(size, 'k'));
        QCOMPARE(NoiseKey::readOrMake(m_path).error().code, Error::Code::Invalid);
    }
    void refusesAFolder()
    {
        QCOMPARE(NoiseKey::readOrMake(m_directory->path()).error().code, Error::Code::Invalid);
        QCOMPARE(NoiseKey::readOrMake(m_directory->filePath(u"missing/key"_s)).error().code, Error::Code::Io);
    }
};

QTEST_GUILESS_MAIN(TestNoiseKey)
#include "tst_noisekey.moc"
