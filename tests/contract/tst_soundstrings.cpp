#include "contract/soundstrings.h"

#include "contract/limits.h"

#include <QJsonArray>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSoundStrings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsNotSoundIsLeftOutAndCounted()
    {
        qsizetype leftOut = 1;
        const QString longest(Limits::publicNameChars, u'a');
        const QJsonArray list{u"b"_s, longest, longest + u'a', u"b"_s, u"x"_s, QString(), 7, QJsonArray{u"b"_s}};
        const auto isSound = [](const QString &text) { return text != u"x"; };
        QCOMPARE(soundStrings(list, isSound, leftOut), (QStringList{u"b"_s, longest}));
        QCOMPARE(leftOut, 6);
    }
    void whatIsNoListIsLeftOut()
    {
        qsizetype leftOut = 0;
        const auto all = [](const QString &) { return true; };
        QCOMPARE(soundStrings(u"a"_s, all, leftOut), QStringList{});
        QCOMPARE(leftOut, 1);
        QCOMPARE(soundStrings(QJsonArray{}, all, leftOut), QStringList{});
        QCOMPARE(leftOut, 1);
    }
};

QTEST_GUILESS_MAIN(TestSoundStrings)
#include "tst_soundstrings.moc"
