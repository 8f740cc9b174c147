#include "host/aggregate/noisestream.h"

#include "support/chisquare.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestNoiseStream : public QObject
{
    Q_OBJECT

    const QByteArray m_key = QByteArray(32, 'k');

    static QList<quint64> draw(NoiseStream stream)
    {
        QList<quint64> numbers;
        for (int i = 0; i < 20; ++i)
            numbers.append(stream.below(quint64(1) << 40));
        return numbers;
    }

private Q_SLOTS:
    void isTheDocumentedFunction()
    {
        // Block 0, by hand; a change of it would change numbers that may have to be drawn again.
        const QByteArray message = "napari-telemetry noise 1"_ba + '\0' + "2026-W40" + '\0' + "users" + '\0' + "[]"
                                   + '\0' + QByteArray(8, '\0');
        const QByteArray block = QMessageAuthenticationCode::hash(message, m_key, QCryptographicHash::Sha256);
        NoiseStream stream(m_key, u"2026-W40"_s, u"users"_s, u"[]"_s);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(stream.below(256), quint64(uchar(block.at(8 * i)))); // the upper 8 bits of each 64
    }
    void dependsOnEveryPart_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("week");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("cell");
        QTest::newRow("key") << QByteArray(32, 'l') << u"2026-W40"_s << u"systems"_s << u"[\"linux\"]"_s;
        QTest::newRow("week") << m_key << u"2026-W41"_s << u"systems"_s << u"[\"linux\"]"_s;
        QTest::newRow("table") << m_key << u"2026-W40"_s << u"system"_s << u"[\"linux\"]"_s;
        QTest::newRow("cell") << m_key << u"2026-W40"_s << u"systems"_s << u"[\"macos\"]"_s;
        QTest::newRow("border") << m_key << u"2026-W40"_s << u"system"_s << u"s[\"linux\"]"_s;
    }
    void dependsOnEveryPart()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, week);
        QFETCH(QString, table);
        QFETCH(QString, cell);
        const auto first = draw(NoiseStream(m_key, u"2026-W40"_s, u"systems"_s, u"[\"linux\"]"_s));
        QCOMPARE(draw(NoiseStream(m_key, u"2026-W40"_s, u"systems"_s, u"[\"linux\"]"_s)), first);
        QVERIFY(draw(NoiseStream(key, week, table, cell)) != first);
    }
    void isUniform_data()
    {
        QTest::addColumn<quint64>("bound");
        for (const quint64 bound : {2, 3, 5, 10, 16, 33})
            QTest::addRow("%llu", bound) << bound;
    }
    void isUniform()
    {
        QFETCH(quint64, bound);
        constexpr int draws = 60'000;
        NoiseStream stream(m_key, u"2026-W40"_s, u"users"_s, QString::number(bound));
        QList<double> found(qsizetype(bound), 0);
        for (int i = 0; i < draws; ++i) {
            const quint64 number = stream.below(bound);
            QVERIFY(number < bound);
            ++found[qsizetype(number)];
        }
        QVERIFY(TestSupport::fits(found, QList<double>(qsizetype(bound), double(draws) / double(bound))));
    }
    void hasOnlyZeroBelowOne()
    {
        NoiseStream stream(m_key, {}, {}, {});
        QCOMPARE(stream.below(1), quint64(0));
    }
};

QTEST_GUILESS_MAIN(TestNoiseStream)
#include "tst_noisestream.moc"
