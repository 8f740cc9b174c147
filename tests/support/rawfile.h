#pragma once

#include "contract/canonicaljson.h"
#include "contract/week.h"
#include "support/dictionary.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

/// Files as the collector makes them, and a look into any SQLite file, without the code under test.
namespace TestSupport {

/// Rows of a query by a connection of its own, fields joined by a bar; "failed" when it can't be answered.
inline QStringList query(const QString &path, const QString &sql)
{
    QStringList rows;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("outside"));
        database.setDatabaseName(path);
        QSqlQuery answer(database);
        if (!database.open() || !answer.exec(sql))
            rows.append(QStringLiteral("failed"));
        while (answer.next()) {
            QStringList fields;
            for (int i = 0; !answer.value(i).isNull(); ++i)
                fields.append(answer.value(i).toString());
            rows.append(fields.join(u'|'));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("outside"));
    return rows;
}

/// Adds events with fresh reporters: `count` times the topic's example.
inline void addRaw(const QString &path, const QString &topic, const QString &period, int count,
                   const QJsonObject &value = {})
{
    const bool isNew = !QFile::exists(path);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("adding"));
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("no raw file");
        QSqlQuery sql(database);
        sql.exec(QStringLiteral("PRAGMA journal_mode = WAL"));
        if (isNew) {
            const auto script = QString::fromUtf8(resource(QStringLiteral(":/telemetry/sql/raw-1.sql")));
            for (const QString &statement : script.split(QStringLiteral(";\n"), Qt::SkipEmptyParts))
                sql.exec(statement);
        }
        database.transaction();
        static qint64 next = 0; // nobody's number comes twice, whatever was deleted meanwhile
        const qint64 first = next;
        next += count;
        const QByteArray json = Telemetry::canonicalJson(value.isEmpty() ? dictionary().topic(topic)->example : value);
        const auto firstIn = dictionary().topic(topic)->firstIn;
        const QString in = firstIn ? Telemetry::firstInName(*firstIn) : QStringLiteral("");
        const QByteArray all = topic.toUtf8() + '\0' + period.toUtf8() + '\0' + json + '\0' + in.toUtf8();
        const QByteArray fact = QCryptographicHash::hash(all, QCryptographicHash::Sha256).first(16);
        sql.prepare(QStringLiteral("INSERT OR IGNORE INTO facts VALUES (?, ?, ?, ?, ?)"));
        for (const QVariant &field :
             {QVariant(fact), QVariant(topic), QVariant(period), QVariant(QString::fromUtf8(json)), QVariant(in)})
            sql.addBindValue(field);
        if (!sql.exec())
            qFatal("no raw fact");
        sql.prepare(QStringLiteral("INSERT INTO events (reporter, fact) VALUES (?, ?)"));
        for (int i = 0; i < count; ++i) {
            sql.bindValue(0, QByteArray::number(first + i).rightJustified(16, '0'));
            sql.bindValue(1, fact);
            if (!sql.exec())
                qFatal("no raw event");
        }
        database.commit();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("adding"));
}

/// All files below a folder with their content.
inline QMap<QString, QByteArray> tree(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly))
            files[file.fileName().mid(folder.size() + 1)] = file.readAll();
    }
    return files;
}

} // namespace TestSupport
