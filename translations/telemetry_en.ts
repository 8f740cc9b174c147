<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>Telemetry::PreviewWindow</name>
    <message numerus="yes">
        <source>%n event(s) waiting to be sent</source>
        <translation>
            <numerusform>%n event waiting to be sent</numerusform>
            <numerusform>%n events waiting to be sent</numerusform>
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
</TS>
