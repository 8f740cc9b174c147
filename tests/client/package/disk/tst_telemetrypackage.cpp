#include "client/package/disk/telemetrypackage.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestTelemetryPackage : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString site(const QString &name) const { return m_folder->filePath(u"napari_telemetry"_s) + name; }
    std::unique_ptr<TelemetryPackage> package(const QByteArray &wanted) const
    {
        const auto manifest = PackageManifest::parse(
            QCryptographicHash::hash(wanted, QCryptographicHash::Sha256).toHex() + "  napari_telemetry/a.so\n");
        return std::make_unique<TelemetryPackage>(manifest.value(), site({}), m_folder->filePath(u"data/telemetry"_s));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qunsetenv("XDG_RUNTIME_DIR");
        QVERIFY(QDir().mkpath(site({})));
        QFile file(site(u"/a.so"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("true") == 4);
    }
    void handsOutWhatWasVerifiedNotWhatIsThereNow()
    {
        const auto package = this->package("true");
        QSignalSpy verified(package.get(), &TelemetryPackage::verified);
        QCOMPARE(package->bytes(u"a.so"_s), QByteArray());
        package->verify();
        package->verify(); // under way
        QVERIFY(verified.wait());
        QFile file(site(u"/a.so"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("evil") == 4);
        file.close();
        QCOMPARE(package->bytes(u"a.so"_s), QByteArray("true"));
        QFile copy(package->copy(u"a.so"_s));
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), QByteArray("true"));
        package->dropCopy();
        QVERIFY(!QFileInfo::exists(copy.fileName()));
        package->forget(u"a.so"_s);
        QCOMPARE(package->copy(u"a.so"_s), QString());
        QCOMPARE(verified.size(), 1);
    }
    void handsOutNothingThatIsNotVerified()
    {
        const auto package = this->package("another");
        QSignalSpy verified(package.get(), &TelemetryPackage::verified);
        package->verify();
        QVERIFY(verified.wait());
        QCOMPARE(package->report().outcome, PackageReport::Outcome::Refused);
        QVERIFY(package->files().isEmpty());
        QCOMPARE(package->copy(u"a.so"_s), QString());
        QVERIFY(!QFileInfo::exists(m_folder->filePath(u"data"_s)));
    }
    void anEarlierVerificationDoesNotCount()
    {
        const auto package = this->package("true");
        QSignalSpy verified(package.get(), &TelemetryPackage::verified);
        package->verify();
        QVERIFY(verified.wait());
        package->verify();
        QVERIFY(package->files().isEmpty()); // until it has ended
        QVERIFY(verified.wait());
        QCOMPARE(package->files(), QStringList(u"a.so"_s));
    }
    void canGoWhileItVerifies()
    {
        for (int i = 0; i < 50; ++i)
            package("true")->verify();
    }
};

QTEST_GUILESS_MAIN(TestTelemetryPackage)
#include "tst_telemetrypackage.moc"
