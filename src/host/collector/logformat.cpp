#include "host/collector/logformat.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

struct Severity
{
    char priority; ///< of syslog
    const char *name;
};

Severity severityOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return {'7', "debug"};
    case QtInfoMsg:
        return {'6', "info"};
    case QtWarningMsg:
        return {'4', "warning"};
    case QtCriticalMsg:
        return {'3', "error"};
    case QtFatalMsg:
        break;
    }
    return {'2', "critical"};
}

LogFormat chosen = LogFormat::Plain; // set before there are threads

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // At once, so that lines of two threads don't mix.
    std::fputs(logLine(chosen, type, QString::fromUtf8(context.category), message).constData(), stderr);
}

} // namespace

std::optional<LogFormat> logFormatFrom(const QString &name)
{
    static const QMap<QString, LogFormat> formats{
        {u"plain"_s, LogFormat::Plain}, {u"journal"_s, LogFormat::Journal}, {u"json"_s, LogFormat::Json}};
    const auto found = formats.find(name);
    return found == formats.end() ? std::nullopt : std::optional(*found);
}

LogFormat usualLogFormat(const QProcessEnvironment &environment)
{
    return environment.contains(u"JOURNAL_STREAM"_s) ? LogFormat::Journal : LogFormat::Plain;
}

QByteArray logLine(LogFormat format, QtMsgType type, const QString &category, const QString &message)
{
    const Severity severity = severityOf(type);
    if (format == LogFormat::Json) {
        const QJsonObject line{
            {u"level"_s, QLatin1StringView(severity.name)}, {u"category"_s, category}, {u"message"_s, message}};
        return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
    const QByteArray priority = format == LogFormat::Journal ? QByteArray("<") + severity.priority + '>' : QByteArray();
    return priority + (category + u": "_s + message).simplified().toUtf8() + '\n';
}

void logAs(LogFormat format)
{
    chosen = format;
    qInstallMessageHandler(write);
}

} // namespace Telemetry
