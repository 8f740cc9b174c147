#include "platform/disk/filepieces.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestFilePieces : public QObject
{
    Q_OBJECT

    static QByteArray hexOf(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    }

private Q_SLOTS:
    void piecesAreTheWholeAndNeverMuch_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {0, 1, 65'535, 65'536, 65'537, 1'000'000})
            QTest::addRow("%d", int(size)) << size;
    }
    void piecesAreTheWholeAndNeverMuch()
    {
        QFETCH(qsizetype, size);
        QByteArray bytes(size, 'x');
        QBuffer content(&bytes);
        QVERIFY(content.open(QIODevice::ReadOnly) && content.seek(size / 2));
        QVERIFY(FilePieces::rewind(u"x"_s, content).ok());
        QByteArray whole;
        for (;;) {
            const QByteArray piece = FilePieces::next(u"x"_s, content).value();
            QVERIFY(piece.size() <= 65'536);
            if (piece.isEmpty())
                break;
            whole += piece;
        }
        QCOMPARE(whole, bytes);
    }
    void onlyTheSameHasADigest_data()
    {
        const QByteArray long1(200'000, 'a');
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::newRow("nothing") << ""_ba
                                 << ""_ba;
        QTest::newRow("same") << "abc"_ba
                              << "abc"_ba;
        QTest::newRow("long and same") << long1 << long1;
        QTest::newRow("another") << "abc"_ba
                                 << "abd"_ba;
        QTest::newRow("shorter") << "abc"_ba
                                 << "ab"_ba;
        QTest::newRow("longer") << "abc"_ba
                                << "abcd"_ba;
        QTest::newRow("nothing and something") << ""_ba
                                               << "a"_ba;
        QTest::newRow("another end") << long1 + 'b' << long1 + 'c';
        QTest::newRow("longer by far") << long1 << long1 + long1;
    }
    void onlyTheSameHasADigest()
    {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        QBuffer content(&one);
        QBuffer held(&other);
        QVERIFY(content.open(QIODevice::ReadOnly) && held.open(QIODevice::ReadOnly));
        const auto digest = FilePieces::digestIfSame(u"x"_s, content, held);
        QCOMPARE(digest.value().has_value(), one == other);
        if (one == other)
            QCOMPARE(*digest.value(), hexOf(one));
    }
    void whatCanNotBeReadIsNamed()
    {
        QBuffer closed;
        QTest::ignoreMessage(QtWarningMsg, "QIODevice::read (QBuffer): device not open");
        const auto piece = FilePieces::next(u"its/name"_s, closed);
        QCOMPARE(piece.error().code, Error::Code::Io);
        QVERIFY(piece.error().detail.startsWith(u"its/name: "_s));
    }
};

QTEST_GUILESS_MAIN(TestFilePieces)
#include "tst_filepieces.moc"
