#include "host/pages/verifywords.h"

#include "host/pages/words.h"
#include "support/pagelanguage.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

/// "%1" and so on of a text.
QSet<QString> gapsOf(const QString &text)
{
    static const QRegularExpression gap(u"%\\d"_s);
    QSet<QString> gaps;
    for (auto found = gap.globalMatch(text); found.hasNext();)
        gaps.insert(found.next().captured());
    return gaps;
}

} // namespace

class TestVerifyWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theScriptsKeysAreTheWords()
    {
        QFile script(qEnvironmentVariable("TELEMETRY_SOURCE_DIR") + u"/site/src/words/words.ts"_s);
        QVERIFY(script.open(QIODevice::ReadOnly));
        const QString source = QString::fromUtf8(script.readAll());
        for (const QString &key : verifyWords().keys())
            QVERIFY2(source.contains(QRegularExpression(u"\\b%1\\b"_s.arg(key))), qPrintable(key));
    }
    void eachLanguageHasAllOfThem_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << u"de"_s;
        QTest::newRow("Polish") << u"pl"_s;
    }
    void eachLanguageHasAllOfThem()
    {
        QFETCH(QString, language);
        const QJsonObject english = verifyWords();
        const PageLanguage spoken(TestSupport::tongue(language.toLatin1().constData()));
        const QJsonObject words = verifyWords();
        QCOMPARE(words.keys(), english.keys());
        QVERIFY(words.size() > 60);
        for (auto word = words.begin(); word != words.end(); ++word) {
            const QString original = english.value(word.key()).toString();
            QVERIFY2(!word.value().toString().isEmpty(), qPrintable(word.key()));
            QVERIFY2(word.value().toString() != original, qPrintable(word.key()));
            QCOMPARE(gapsOf(word.value().toString()), gapsOf(original));
        }
    }
};

QTEST_GUILESS_MAIN(TestVerifyWords)
#include "tst_verifywords.moc"
