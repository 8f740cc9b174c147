<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Telemetry::CollectedPage</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each recorded once a month, without its week, at most %n.</source>
        <translation>
            <numerusform>Each recorded once a month, without its week, at most %n.</numerusform>
            <numerusform>Each recorded once a month, without its week, at most %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::ConsentStatus</name>
    <message numerus="yes">
        <source>%n event(s) waiting to be sent.</source>
        <translation>
            <numerusform>%n event waiting to be sent.</numerusform>
            <numerusform>%n events waiting to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::EraseDialog</name>
    <message numerus="yes">
        <source>%n event(s) were sent from this environment.</source>
        <translation>
            <numerusform>%n event was sent from this environment.</numerusform>
            <numerusform>%n events were sent from this environment.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server keeps them for %n day(s) at most. Do you want to have them erased now? Numbers that are already published can&apos;t be taken back; nobody can tell who is in them.</source>
        <translation>
            <numerusform>The server keeps them for %n day at most. Do you want to have them erased now? Numbers that are already published can&apos;t be taken back; nobody can tell who is in them.</numerusform>
            <numerusform>The server keeps them for %n days at most. Do you want to have them erased now? Numbers that are already published can&apos;t be taken back; nobody can tell who is in them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::EraseText</name>
    <message numerus="yes">
        <source>%1 confirmed: %n event(s) erased.</source>
        <translation>
            <numerusform>%1 confirmed: %n event erased.</numerusform>
            <numerusform>%1 confirmed: %n events erased.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::EventsView</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %n event(s)</source>
        <translation>
            <numerusform>%L1 of %n event</numerusform>
            <numerusform>%L1 of %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::LevelSummary</name>
    <message numerus="yes">
        <source>Never sent: file and layer names, paths, images, your name, free text, or a time finer than the week. You see every event before it is sent to %1. It is kept there for %n day(s) at most, without your network address; after that only counts of people remain.</source>
        <translation>
            <numerusform>Never sent: file and layer names, paths, images, your name, free text, or a time finer than the week. You see every event before it is sent to %1. It is kept there for %n day at most, without your network address; after that only counts of people remain.</numerusform>
            <numerusform>Never sent: file and layer names, paths, images, your name, free text, or a time finer than the week. You see every event before it is sent to %1. It is kept there for %n days at most, without your network address; after that only counts of people remain.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::LimitChoices</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::PackageReport</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::Pages</name>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>Rows of a table that are not shown at first</extracomment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>People per week, %1 to %2: the %n largest of the last one.</source>
        <translation>
            <numerusform>People per week, %1 to %2: the largest of the last one (%n).</numerusform>
            <numerusform>People per week, %1 to %2: the %n largest of the last one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>People per month, %1 to %2: the %n largest of the last one.</source>
        <translation>
            <numerusform>People per month, %1 to %2: the largest of the last one (%n).</numerusform>
            <numerusform>People per month, %1 to %2: the %n largest of the last one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent at most once a month for each, and %n of them for one person.</source>
        <translation>
            <numerusform>Sent at most once a month for each, and %n of them for one person.</numerusform>
            <numerusform>Sent at most once a month for each, and %n of them for one person.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent at most once a week for each, and %n of them for one person.</source>
        <translation>
            <numerusform>Sent at most once a week for each, and %n of them for one person.</numerusform>
            <numerusform>Sent at most once a week for each, and %n of them for one person.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, with %n without a number.</source>
        <extracomment>Of a line in a chart: months or weeks</extracomment>
        <translation>
            <numerusform>%1, with %n without a number.</numerusform>
            <numerusform>%1, with %n without a number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people (95 %: %2)</source>
        <translation>
            <numerusform>%1 person (95 %: %2)</numerusform>
            <numerusform>%1 people (95 %: %2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n release(s)</source>
        <translation>
            <numerusform>%n release</numerusform>
            <numerusform>%n releases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s)</source>
        <translation>
            <numerusform>%n removal</numerusform>
            <numerusform>%n removals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>raw events were read %n time(s)</source>
        <translation>
            <numerusform>raw events were read %n time</numerusform>
            <numerusform>raw events were read %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;strong&gt;%1&lt;/strong&gt; had it in %2.</source>
        <extracomment>People who have a plugin, such as &quot;715 people (95 %: 705 to 725)&quot;, and a month</extracomment>
        <translation>
            <numerusform>&lt;strong&gt;%1&lt;/strong&gt; had it in %2.</numerusform>
            <numerusform>&lt;strong&gt;%1&lt;/strong&gt; had it in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n newest versions with a number.</source>
        <translation>
            <numerusform>The newest version with a number (%n).</numerusform>
            <numerusform>The %n newest versions with a number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 plugins had a number. A plugin counts when it is installed in napari’s environment, not when it is used, and among the people who chose the level middle or full. One that is not here, or has no number in a month, has fewer than about %2 people there: that is not zero.</source>
        <translation>
            <numerusform>%1 plugin had a number. A plugin counts when it is installed in napari’s environment, not when it is used, and among the people who chose the level middle or full. One that is not here, or has no number in a month, has fewer than about %2 people there: that is not zero.</numerusform>
            <numerusform>%1 plugins had a number. A plugin counts when it is installed in napari’s environment, not when it is used, and among the people who chose the level middle or full. One that is not here, or has no number in a month, has fewer than about %2 people there: that is not zero.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only people who chose the level full are in them, and of each person the first %n commands of the month. How often is said of one week, in four classes, never as a number of uses.</source>
        <translation>
            <numerusform>Only people who chose the level full are in them, and of each person the first command of the month (%n). How often is said of one week, in four classes, never as a number of uses.</numerusform>
            <numerusform>Only people who chose the level full are in them, and of each person the first %n commands of the month. How often is said of one week, in four classes, never as a number of uses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people ever, so far</source>
        <translation>
            <numerusform>person ever, so far</numerusform>
            <numerusform>people ever, so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people in %1</source>
        <comment>a month</comment>
        <translation>
            <numerusform>person in %1</numerusform>
            <numerusform>people in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people in %1</source>
        <comment>a year</comment>
        <translation>
            <numerusform>person in %1</numerusform>
            <numerusform>people in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people in %1 so far</source>
        <comment>a year</comment>
        <translation>
            <numerusform>person in %1 so far</numerusform>
            <numerusform>people in %1 so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::PendingPage</name>
    <message numerus="yes">
        <source>%n event(s) put back.</source>
        <translation>
            <numerusform>%n event put back.</numerusform>
            <numerusform>%n events put back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) waiting to be sent.</source>
        <translation>
            <numerusform>%n event waiting to be sent.</numerusform>
            <numerusform>%n events waiting to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of this week still growing, sent after the week.</source>
        <translation>
            <numerusform>%n event of this week still growing, sent after the week.</numerusform>
            <numerusform>%n events of this week still growing, sent after the week.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) held.</source>
        <translation>
            <numerusform>%n event held.</numerusform>
            <numerusform>%n events held.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) refused by the server, not sent again.</source>
        <translation>
            <numerusform>%n event refused by the server, not sent again.</numerusform>
            <numerusform>%n events refused by the server, not sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) of commands and layers not counted yet.</source>
        <translation>
            <numerusform>%n use of commands and layers not counted yet.</numerusform>
            <numerusform>%n uses of commands and layers not counted yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) deleted unsent, the oldest first, because there was no more room.</source>
        <translation>
            <numerusform>%n event deleted unsent, the oldest first, because there was no more room.</numerusform>
            <numerusform>%n events deleted unsent, the oldest first, because there was no more room.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) deleted. They are not recorded again this week or month.</source>
        <translation>
            <numerusform>%n event deleted. It is not recorded again this week or month.</numerusform>
            <numerusform>%n events deleted. They are not recorded again this week or month.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::PreviewDesk</name>
    <message numerus="yes">
        <source>%n event(s) written to %1.</source>
        <translation>
            <numerusform>%n event written to %1.</numerusform>
            <numerusform>%n events written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::ReportText</name>
    <message numerus="yes">
        <source>%1: %n event(s) sent.</source>
        <translation>
            <numerusform>%1: %n event sent.</numerusform>
            <numerusform>%1: %n events sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n event(s) refused by the server; they are not sent again.</source>
        <translation>
            <numerusform>%1: %n event refused by the server; it is not sent again.</numerusform>
            <numerusform>%1: %n events refused by the server; they are not sent again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::SampleEvents</name>
    <message numerus="yes">
        <source>%n plugin(s) are not on the public list, or not in the version that you have, and would not be sent.</source>
        <translation>
            <numerusform>%n plugin is not on the public list, or not in the version that you have, and would not be sent.</numerusform>
            <numerusform>%n plugins are not on the public list, or not in the version that you have, and would not be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::SentPage</name>
    <message numerus="yes">
        <source>What was sent from this environment. These receipts stay on this computer for %n day(s) at most, so that you can have it erased from the server.</source>
        <translation>
            <numerusform>What was sent from this environment. These receipts stay on this computer for %n day at most, so that you can have it erased from the server.</numerusform>
            <numerusform>What was sent from this environment. These receipts stay on this computer for %n days at most, so that you can have it erased from the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Do you want to have %n event(s) erased from the server? This can&apos;t be undone.</source>
        <translation>
            <numerusform>Do you want to have %n event erased from the server? This can&apos;t be undone.</numerusform>
            <numerusform>Do you want to have %n events erased from the server? This can&apos;t be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::TelemetryCommands</name>
    <message numerus="yes">
        <source>%n use(s) of commands and layers not counted yet.</source>
        <translation>
            <numerusform>%n use of commands and layers not counted yet.</numerusform>
            <numerusform>%n uses of commands and layers not counted yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) written to %1.</source>
        <translation>
            <numerusform>%n event written to %1.</numerusform>
            <numerusform>%n events written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) deleted.</source>
        <translation>
            <numerusform>%n event deleted.</numerusform>
            <numerusform>%n events deleted.</numerusform>
        </translation>
    </message>
</context>
</TS>
