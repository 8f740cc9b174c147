#include "contract/mergerule.h"

#include "contract/canonicaljson.h"
#include "support/dictionary.h"

#include <algorithm>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {
QJsonObject system(const char *os, const char *version)
{
    return {{u"os"_s, QString::fromLatin1(os)}, {u"os_version"_s, QString::fromLatin1(version)}};
}

/// A greater version, others by their bytes.
MergeDefinition byVersion()
{
    return {MergeDefinition::Order::Version, u"napari_version"_s, {}};
}

QJsonObject release(const char *napari, const char *python)
{
    return {{u"napari_version"_s, QString::fromLatin1(napari)}, {u"python_version"_s, QString::fromLatin1(python)}};
}
} // namespace

class TestMergeRule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesTheGreaterVersion()
    {
        QCOMPARE(mergeValues(byVersion(), release("0.10.0", "3.11"), release("0.9.2", "3.12")),
                 release("0.10.0", "3.11"));
    }
    void withoutAGreaterFieldTheBytesDecide()
    {
        const MergeDefinition &rule = TestSupport::dictionary().topic(u"architecture")->merge;
        const QJsonObject mac{{u"os"_s, u"macos"_s}, {u"cpu_architecture"_s, u"arm64"_s}};
        const QJsonObject pc{{u"os"_s, u"linux"_s}, {u"cpu_architecture"_s, u"x86_64"_s}};
        QCOMPARE(mergeValues(rule, mac, pc), pc); // "x86_64" comes first in its bytes, and is greater
        QCOMPARE(mergeValues(rule, pc, mac), pc);
    }
    void ofTwoSystemsOneStays()
    {
        const MergeDefinition &rule = TestSupport::dictionary().topic(u"system")->merge;
        const QJsonObject one = system("linux", "debian 12");
        const QJsonObject other = system("windows", "windows 11");
        QCOMPARE(mergeValues(rule, one, other), mergeValues(rule, other, one));
    }
    void countsTakeTheGreaterClass()
    {
        const MergeDefinition &rule = TestSupport::dictionary().topic(u"command")->merge;
        const auto command = [](const char *count) {
            return QJsonObject{{u"command"_s, u"napari.a"_s}, {u"count_class"_s, QString::fromLatin1(count)}};
        };
        QCOMPARE(mergeValues(rule, command("10-99"), command("2-9")), command("10-99"));
        QCOMPARE(mergeValues(rule, command("10-99"), command("100+")), command("100+"));
    }
    /// Every order of every subset of these values ends with the same bytes, also with repetitions.
    void orderAndRepetitionDoNotMatter()
    {
        const MergeDefinition rule = byVersion();
        const QList<QJsonObject> values{release("0.9.2", "3.12"), release("0.9.2", "3.11"), release("dev", "3.13"),
                                        release("0.9.2", "3.13"), release("0.10.0", "3.10")};
        for (unsigned subset = 1; subset < (1u << values.size()); ++subset) {
            QList<int> order;
            for (int i = 0; i < values.size(); ++i) {
                if (subset & (1u << i))
                    order.append(i);
            }
            QByteArray expected;
            do {
                QJsonObject left = values[order.first()];
                for (const int i : order)
                    left = mergeValues(rule, left, values[i]);
                for (const int i : order)
                    left = mergeValues(rule, values[i], left);
                QJsonObject right = values[order.last()];
                for (auto it = order.rbegin(); it != order.rend(); ++it)
                    right = mergeValues(rule, values[*it], right);
                if (expected.isEmpty())
                    expected = canonicalJson(left);
                QCOMPARE(canonicalJson(left), expected);
                QCOMPARE(canonicalJson(right), expected);
            } while (std::next_permutation(order.begin(), order.end()));
        }
    }
    void aCountHasOneClass_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("countClass");
        const QList<std::pair<qint64, QString>> rows = {{1, u"1"_s},
                                                        {2, u"2-9"_s},
                                                        {9, u"2-9"_s},
                                                        {10, u"10-99"_s},
                                                        {99, u"10-99"_s},
                                                        {100, u"100+"_s},
                                                        {1'000'000'000'000, u"100+"_s}};
        for (const auto &[count, countClass] : rows)
            QTest::newRow(qPrintable(QString::number(count))) << count << countClass;
    }
    void aCountHasOneClass()
    {
        QFETCH(qint64, count);
        QTEST(classOfCount(TestSupport::dictionary().topic(u"command")->merge.classes, count), "countClass");
    }
    void theClassesOfTheDictionaryHaveRisingBounds()
    {
        const QStringList classes = TestSupport::dictionary().topic(u"command")->merge.classes;
        QCOMPARE(greatestBound(classes), 100);
        QCOMPARE(greatestBound({}), 0);
    }
};

QTEST_GUILESS_MAIN(TestMergeRule)
#include "tst_mergerule.moc"
