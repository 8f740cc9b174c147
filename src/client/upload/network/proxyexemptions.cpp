#include "client/upload/network/proxyexemptions.h"

#include <QHostAddress>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// What one entry is about.
struct Entry
{
    QString host;
    int port = 0; ///< 0: every one; -1: none, it can't be read
};

int portFrom(QStringView text)
{
    bool isNumber = false;
    const int port = text.toUShort(&isNumber);
    return isNumber && port > 0 ? port : -1;
}

Entry entryFrom(const QString &text)
{
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        const QString after = text.mid(end + 1);
        return {text.mid(1, end - 1), after.isEmpty() ? 0 : after.startsWith(u':') ? portFrom(after.mid(1)) : -1};
    }
    if (text.count(u':') != 1) // a name, or an address of IPv6
        return {text, 0};
    return {text.section(u':', 0, 0), portFrom(text.section(u':', 1))};
}

/// A domain also means what is below it, but not another one that ends in the same letters.
bool namesHost(QStringView domain, QStringView host)
{
    if (domain.endsWith(u'.'))
        domain.chop(1);
    if (domain.startsWith(u'.'))
        domain = domain.sliced(1);
    if (domain.isEmpty() || !host.endsWith(domain, Qt::CaseInsensitive))
        return false;
    return host.size() == domain.size() || host[host.size() - domain.size() - 1] == u'.';
}

bool namesAddress(const QString &range, const QHostAddress &address)
{
    const qsizetype slash = range.indexOf(u'/');
    if (slash < 0)
        return QHostAddress(range) == address;
    const QHostAddress base(range.first(slash));
    bool isNumber = false;
    const int bits = QStringView(range).mid(slash + 1).toUShort(&isNumber);
    return isNumber && base.protocol() == address.protocol() && address.isInSubnet(base, bits);
}

} // namespace

bool isExemptFromProxy(const QString &list, const QString &host, int port)
{
    if (list.trimmed() == "*"_L1)
        return true;
    const QHostAddress address(host);
    const QStringView name = host.endsWith(u'.') ? QStringView(host).chopped(1) : QStringView(host);
    static const QRegularExpression between(u"[,\\s]+"_s);
    const QStringList entries = list.split(between);
    for (const QString &text : entries) {
        const Entry entry = entryFrom(text);
        if (entry.port != 0 && entry.port != port)
            continue;
        if (address.isNull() ? namesHost(entry.host, name) : namesAddress(entry.host, address))
            return true;
    }
    return false;
}

} // namespace Telemetry
