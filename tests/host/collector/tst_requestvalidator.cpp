#include "host/collector/requestvalidator.h"

#include "contract/canonicaljson.h"
#include "support/events.h"

#include <QJsonArray>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::eventOf;

class TestRequestValidator : public QObject
{
    Q_OBJECT

    const RequestValidator m_validator{TestSupport::dictionary(), TestSupport::publicStrings()};

    static QJsonObject json(const Event &event) { return parseJsonObject(eventBytes(event), 4096).value(); }
    static QByteArray body(const QJsonArray &events, int version = 1)
    {
        return canonicalJson({{u"dictionary"_s, version}, {u"events"_s, events}});
    }
    static QJsonObject with(QJsonObject event, const QString &field, const QJsonValue &value)
    {
        event[field] = value;
        return event;
    }
    static QJsonObject withValue(const QString &topic, const QString &field, const QJsonValue &value)
    {
        const QJsonObject plain = json(eventOf(topic));
        return with(plain, u"value"_s, with(plain[u"value"_s].toObject(), field, value));
    }

private Q_SLOTS:
    void acceptsEveryTopicAtItsLevel()
    {
        for (const TopicDefinition &topic : TestSupport::dictionary().topics()) {
            const auto result =
                m_validator.validate(topic.level, TestSupport::batch({eventOf(topic.topic)}), TestSupport::now());
            QVERIFY2(result.ok() && result.value().refused.isEmpty(), qPrintable(topic.topic));
            QCOMPARE(result.value().accepted, QList<Event>{eventOf(topic.topic)});
        }
    }
    void refusesOneEvent_data()
    {
        QTest::addColumn<QJsonValue>("entry");
        QTest::addColumn<int>("refusal");
        const auto row = [](const char *name, const QJsonValue &entry, RefusalClass refusal) {
            QTest::newRow(name) << entry << int(refusal);
        };
        const QJsonObject good = json(eventOf(u"plugin"_s));
        row("not an object", u"SECRET"_s, RefusalClass::Malformed);
        row("reporter too short", with(good, u"reporter"_s, u"0a"_s), RefusalClass::Malformed);
        row("reporter in capitals", with(good, u"reporter"_s, QString(32, u'A')), RefusalClass::Malformed);
        row("week of no form", with(good, u"week"_s, u"SECRET"_s), RefusalClass::Malformed);
        row("a field more", with(good, u"SECRET"_s, 1), RefusalClass::Malformed);
        row("value as text", with(good, u"value"_s, u"SECRET"_s), RefusalClass::Malformed);
        row("unknown topic", with(good, u"topic"_s, u"SECRET"_s), RefusalClass::UnknownTopic);
        row("topic of a higher level", json(eventOf(u"command"_s)), RefusalClass::OtherLevel);
        row("topic of a lower level", json(eventOf(u"napari"_s)), RefusalClass::OtherLevel);
        row("unknown field", withValue(u"plugin"_s, u"SECRET"_s, u"SECRET"_s), RefusalClass::OffSchema);
        row("wrong type", withValue(u"plugin"_s, u"name"_s, 7), RefusalClass::OffSchema);
        row("a path as version", withValue(u"plugin"_s, u"version"_s, u"/home/SECRET"_s), RefusalClass::OffSchema);
        row("a first_in that its topic does not have", with(good, u"first_in"_s, u"week"_s), RefusalClass::OffSchema);
        row("a first_in that is none", with(good, u"first_in"_s, u"SECRET"_s), RefusalClass::Malformed);
        row("plugin that is not public", withValue(u"plugin"_s, u"name"_s, u"secret-lab-plugin"_s),
            RefusalClass::NotPublic);
        row("release that is not public", withValue(u"plugin"_s, u"version"_s, u"99.99"_s), RefusalClass::NotPublic);
    }
    void refusesOneEvent()
    {
        QFETCH(QJsonValue, entry);
        QFETCH(int, refusal);
        const Event neighbour = eventOf(u"plugin"_s, 'n');
        const auto result = m_validator.validate(Level::Middle, body({json(neighbour), entry}), TestSupport::now());
        QVERIFY(result.ok());
        QCOMPARE(result.value().accepted, QList<Event>{neighbour});
        QCOMPARE(result.value().refused.size(), 1);
        QCOMPARE(result.value().refused.first().index, 1);
        QCOMPARE(int(result.value().classes.first()), refusal);
        const QString reason = result.value().refused.first().reason;
        QVERIFY(!reason.isEmpty());
        QVERIFY2(!reason.contains(u"secret"_s, Qt::CaseInsensitive), qPrintable(reason));
    }
    void refusesAPeriodThatTheTopicDoesNotHave_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QString>("firstIn"); // empty: none
        QTest::newRow("none") << u"user"_s << QString();
        QTest::newRow("too long") << u"napari"_s << u"year"_s;
    }
    void refusesAPeriodThatTheTopicDoesNotHave()
    {
        QFETCH(QString, topic);
        QFETCH(QString, firstIn);
        QJsonObject entry = json(eventOf(topic));
        entry.remove(u"first_in"_s);
        if (!firstIn.isEmpty())
            entry[u"first_in"_s] = firstIn;
        const auto result = m_validator.validate(Level::Basic, body({entry}), TestSupport::now());
        QVERIFY(result.value().accepted.isEmpty());
        QCOMPARE(result.value().classes.first(), RefusalClass::OffSchema);
    }
    void takesOnlyOpenWeeks_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<int>("refusal"); // -1: taken
        const Week week = Week::of(TestSupport::now());
        const QDateTime monday = week.monday().startOfDay(Qt::UTC);
        QTest::newRow("more than a day before it begins")
            << monday.addDays(-1).addMSecs(-1) << int(RefusalClass::PeriodAhead);
        QTest::newRow("a day before it begins") << monday.addDays(-1) << -1;
        QTest::newRow("in the week") << TestSupport::now() << -1;
        QTest::newRow("just open") << week.closesAt().addMSecs(-1) << -1;
        QTest::newRow("just closed") << week.closesAt() << int(RefusalClass::PeriodClosed);
        QTest::newRow("years later") << week.closesAt().addYears(3) << int(RefusalClass::PeriodClosed);
    }
    void takesOnlyOpenWeeks()
    {
        QFETCH(QDateTime, now);
        QFETCH(int, refusal);
        const auto result = m_validator.validate(Level::Basic, TestSupport::batch({eventOf(u"napari"_s)}), now);
        QVERIFY(result.ok());
        QCOMPARE(result.value().accepted.size(), refusal < 0 ? 1 : 0);
        if (refusal >= 0)
            QCOMPARE(int(result.value().classes.first()), refusal);
    }
    void takesNoVersionThatNoReleaseCanHave_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("taken");
        QTest::addColumn<RefusalClass>("why");
        const auto rows = [](const QString &topic, const QString &field, const QStringList &versions, bool taken,
                             RefusalClass why = RefusalClass::OffSchema) {
            for (const QString &version : versions)
                QTest::newRow(qPrintable(topic + u' ' + version)) << topic << field << version << taken << why;
        };
        rows(u"napari"_s, u"napari_version"_s,
             {u"dev"_s, u"0.0.6"_s, u"0.4.19"_s, u"0.4.19.post1"_s, u"0.9.2"_s, u"0.9.3"_s, u"0.10.0"_s, u"0.10.1"_s,
              u"1.0.0"_s},
             true);
        rows(u"napari"_s, u"napari_version"_s,
             {u"99999.99999"_s, u"0.100.0"_s, u"100.0"_s, u"0.4.19.1"_s, u"0.04.19"_s, u"00.4"_s, u"0.4.19.post10"_s,
              u"1"_s, u"2026.11.1"_s},
             false);
        rows(u"napari"_s, u"napari_version"_s,
             {u"0.9.6"_s, u"0.11.0"_s, u"0.10.77"_s, u"2.0.0"_s, u"99.9.9"_s, u"0.9"_s, u"1.0"_s, u"0.9.2.post1"_s,
              u"0.4.19.post2"_s},
             false, RefusalClass::NotPublic);
        rows(u"python"_s, u"python_version"_s, {u"3.0"_s, u"3.9"_s, u"3.15"_s, u"3.16"_s, u"4.0"_s}, true);
        rows(u"python"_s, u"python_version"_s, {u"3.19"_s, u"3.99"_s, u"4.99"_s}, false, RefusalClass::NotPublic);
        rows(u"python"_s, u"python_version"_s, {u"9.1"_s, u"3.100"_s, u"3.09"_s, u"2.7"_s, u"3"_s}, false);
        rows(u"system"_s, u"os_version"_s,
             {u"other"_s, u"arch"_s, u"ubuntu 24.04"_s, u"debian 13"_s, u"macos 10.15"_s, u"macos 26.1"_s,
              u"windows 11"_s, u"ubuntu 27.04"_s, u"macos 27.0"_s, u"debian 14"_s, u"rhel 10.3"_s, u"raspbian 9"_s},
             true);
        rows(u"system"_s, u"os_version"_s,
             {u"ubuntu 24.99"_s, u"ubuntu 28.04"_s, u"debian 17"_s, u"debian 12.1"_s, u"kali 2026.3"_s,
              u"windows 2022"_s, u"arch 1"_s},
             false, RefusalClass::NotPublic);
        rows(u"system"_s, u"os_version"_s,
             {u"ubuntu 9999.999.999"_s, u"ubuntu 24.100"_s, u"debian 100"_s, u"kali 1999.1"_s, u"windows 3000"_s,
              u"debian 012"_s, u"macos 10.15.7.1"_s},
             false);
    }
    /// Of what remains a number has to reach the threshold; but nobody publishes a message or a joke as a version.
    void takesNoVersionThatNoReleaseCanHave()
    {
        QFETCH(QString, topic);
        QFETCH(QString, field);
        QFETCH(QString, version);
        QFETCH(bool, taken);
        QFETCH(RefusalClass, why);
        const auto result =
            m_validator.validate(Level::Basic, body({withValue(topic, field, version)}), TestSupport::now());
        QCOMPARE(result.value().accepted.size(), taken ? 1 : 0);
        if (!taken)
            QCOMPARE(result.value().classes, QList<RefusalClass>{why});
    }
    /// 450 people who have one plugin don't come in one request.
    void takesTwoEventsOfOneFactAtMost()
    {
        QList<Event> events;
        const Event plain = eventOf(u"plugin"_s);
        for (int i = 0; i < 450; ++i) {
            Event more = plain;
            more.reporter = *Reporter::fromBytes(QByteArray::number(i).rightJustified(16, '0'));
            if (i % 2 == 1)
                more.value[u"version"_s] = TestSupport::publicStrings().releases(u"napari-svg"_s).constLast();
            events.append(more);
        }
        const auto result = m_validator.validate(Level::Middle, TestSupport::batch(events), TestSupport::now());
        QVERIFY(result.ok());
        QCOMPARE(result.value().accepted, events.mid(0, 2));
        QCOMPARE(result.value().refused.size(), 448);
        QCOMPARE(result.value().refused.first(), (Refusal{2, u"more than two events of one fact"_s}));
        QCOMPARE(result.value().classes, QList<RefusalClass>(448, RefusalClass::Stuffed));
        QCOMPARE(result.value().newest, plain.period);
    }
    void otherFactsAndPeriodsAreNotTheSameFact()
    {
        Event other = eventOf(u"plugin"_s, 'b');
        other.value = {{u"name"_s, u"napari-3d-counter"_s},
                       {u"version"_s, TestSupport::publicStrings().releases(u"napari-3d-counter"_s).constFirst()}};
        Event earlier = eventOf(u"plugin"_s, 'c');
        earlier.period = Period::monthOf(earlier.week().plusWeeks(-4)); // it closes on 22 November
        const QList<Event> events{eventOf(u"plugin"_s), eventOf(u"plugin"_s, 'd'), other, earlier};
        const auto result = m_validator.validate(Level::Middle, TestSupport::batch(events), TestSupport::now());
        QCOMPARE(result.value().accepted, events);
    }
    void whatIsRefusedForAnotherReasonTakesNoPlace()
    {
        Event unknown = eventOf(u"plugin"_s);
        unknown.value[u"version"_s] = u"99.99"_s;
        const QList<Event> events{unknown, unknown, eventOf(u"plugin"_s), eventOf(u"plugin"_s, 'b')};
        const auto result = m_validator.validate(Level::Middle, TestSupport::batch(events), TestSupport::now());
        QCOMPARE(result.value().accepted, events.mid(2));
    }
    /// What the clock is asked about: the newest of each kind, for it is the least certain.
    void namesThePeriodsThatOnlyTheClockRefuses()
    {
        QList<Event> events;
        for (const int weeks : {-9, -4, -30, 0, 2, 5}) {
            events.append(eventOf(u"napari"_s));
            events.last().period = events.last().week().plusWeeks(weeks);
        }
        events.append(eventOf(u"plugin"_s)); // of another level: its period is nobody's business
        const auto result = m_validator.validate(Level::Basic, TestSupport::batch(events), TestSupport::now());
        QCOMPARE(result.value().closed, events[1].period);
        QCOMPARE(result.value().ahead, events[5].period);
        QCOMPARE(result.value().newest, events[5].period);
        QCOMPARE(result.value().accepted, QList<Event>{events[3]});
    }
    void checksOtherDictionariesAgainstOurs()
    {
        const QJsonArray events{json(eventOf(u"napari"_s)), withValue(u"napari"_s, u"new_field"_s, 1)};
        const auto result = m_validator.validate(Level::Basic, body(events, 99), TestSupport::now());
        QVERIFY(result.ok());
        QCOMPARE(result.value().accepted.size(), 1);
        QCOMPARE(result.value().classes, QList<RefusalClass>{RefusalClass::OffSchema});
    }
    void refusesWholeBatches()
    {
        QVERIFY(!m_validator.validate(Level::Basic, "<html>"_ba, TestSupport::now()));
        const auto large = m_validator.validate(Level::Basic, QByteArray(1 << 17, ' '), TestSupport::now());
        QVERIFY(!large);
        QCOMPARE(int(large.error().code), int(Error::Code::TooLarge));
    }
};

QTEST_GUILESS_MAIN(TestRequestValidator)
#include "tst_requestvalidator.moc"
