#include "client/package/packagemanifest.h"

#include "contract/limits.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Telemetry;

namespace {
const QByteArray digits(64, 'a');

QByteArray line(const QByteArray &path)
{
    return digits + "  " + path + '\n';
}
} // namespace

class TestPackageManifest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatSha256sumPrints()
    {
        const auto manifest = PackageManifest::parse("ff" + digits.mid(2) + "  napari_telemetry/b/c.py\n"
                                                     + line("napari_telemetry/__init__.py"));
        QVERIFY(manifest);
        QCOMPARE(manifest.value().files().size(), 2);
        QCOMPARE(manifest.value().files().constFirst().path, QByteArray("__init__.py")); // sorted
        QCOMPARE(manifest.value().digestOf("b/c.py"), QByteArray::fromHex("ff" + digits.mid(2)));
        QCOMPARE(manifest.value().digestOf("c.py"), std::nullopt);
        QVERIFY(manifest.value().hasFolder("b"));
        QVERIFY(!manifest.value().hasFolder("b/c.py"));
    }
    void refusesWhatCouldLeaveThePackage_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an empty line") << QByteArray("\n");
        QTest::newRow("no end of line") << line("napari_telemetry/a").chopped(1);
        QTest::newRow("half a digest") << digits.mid(1) + "  napari_telemetry/a\n";
        QTest::newRow("capital digits") << QByteArray(64, 'A') + "  napari_telemetry/a\n";
        QTest::newRow("no digits") << QByteArray(64, 'g') + "  napari_telemetry/a\n";
        QTest::newRow("one space") << digits + " napari_telemetry/a\n";
        QTest::newRow("binary mark") << digits + " *napari_telemetry/a\n";
        QTest::newRow("another package") << line("napari/a");
        QTest::newRow("a longer name") << line("napari_telemetry_consent/a");
        QTest::newRow("the folder itself") << line("napari_telemetry/");
        QTest::newRow("absolute") << line("/napari_telemetry/a");
        QTest::newRow("upwards") << line("napari_telemetry/../a");
        QTest::newRow("here") << line("napari_telemetry/./a");
        QTest::newRow("hidden") << line("napari_telemetry/.a");
        QTest::newRow("double slash") << line("napari_telemetry//a");
        QTest::newRow("backslash") << line("napari_telemetry/a\\b");
        QTest::newRow("space") << line("napari_telemetry/a b");
        QTest::newRow("null") << line(QByteArray("napari_telemetry/a\0b", 20));
        QTest::newRow("not ASCII") << line("napari_telemetry/\xc3\xa4");
        QTest::newRow("cache") << line("napari_telemetry/__pycache__/a.pyc");
        QTest::newRow("twice") << line("napari_telemetry/a") + line("napari_telemetry/a");
        QTest::newRow("file and folder") << line("napari_telemetry/a") + line("napari_telemetry/a/b");
        QTest::newRow("one bad line") << line("napari_telemetry/a") + line("b");
    }
    void refusesWhatCouldLeaveThePackage()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!PackageManifest::parse(text));
    }
    void refusesTooMuch()
    {
        QByteArray text;
        for (int i = 0; text.size() <= Limits::packageManifestBytes; ++i)
            text += line("napari_telemetry/" + QByteArray::number(i));
        QCOMPARE(PackageManifest::parse(text).error().code, Error::Code::TooLarge);
    }
    void anythingThatIsAcceptedSaysTheSameAgain()
    {
        // A small fuzzer with a fixed seed: changed, cut and joined lines never crash, and what is accepted is what it
        // would be written as.
        const QByteArray good = line("napari_telemetry/__init__.py") + line("napari_telemetry/a/b.so");
        QRandomGenerator random(20261124);
        int accepted = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray text = good;
            for (int i = random.bounded(1, 4); i > 0 && !text.isEmpty(); --i) {
                const auto at = random.bounded(text.size());
                switch (random.bounded(4)) {
                case 0:
                    text[at] = static_cast<char>(random.bounded(256));
                    break;
                case 1:
                    text.remove(at, random.bounded(1, 70));
                    break;
                case 2:
                    text.insert(at, text.mid(random.bounded(text.size()), random.bounded(100)));
                    break;
                default:
                    text.insert(at, "/.\n_ "[random.bounded(5)]);
                }
            }
            const auto manifest = PackageManifest::parse(text);
            if (!manifest)
                continue;
            ++accepted;
            QByteArrayList lines;
            for (const auto &file : manifest.value().files()) {
                QVERIFY(!file.path.split('/').contains("..") && !file.path.startsWith('/'));
                lines.append(file.sha256.toHex() + "  napari_telemetry/" + file.path);
            }
            QByteArrayList given = text.chopped(1).split('\n');
            std::ranges::sort(given, {}, [](const QByteArray &one) { return one.mid(66); });
            QCOMPARE(lines, given);
        }
        QVERIFY2(accepted > 100, qPrintable(QString::number(accepted)));
    }
};

QTEST_GUILESS_MAIN(TestPackageManifest)
#include "tst_packagemanifest.moc"
