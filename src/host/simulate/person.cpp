#include "host/simulate/person.h"

#include "host/simulate/random.h"

#include "contract/limits.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

struct System
{
    quint64 weight;
    const char *os;
    const char *version;
};
const System systems[] = {{14, "linux", "ubuntu 24.04"}, {9, "linux", "ubuntu 22.04"}, {3, "linux", "ubuntu 20.04"},
                          {4, "linux", "debian 12"},     {2, "linux", "debian 13"},    {2, "linux", "fedora 42"},
                          {1, "linux", "fedora 41"},     {1, "linux", "arch"},         {1, "linux", "rhel 9.4"},
                          {1, "linux", "rocky 9.5"},     {1, "linux", "linuxmint 22"}, {15, "windows", "windows 10"},
                          {25, "windows", "windows 11"}, {10, "macos", "macos 15"},    {8, "macos", "macos 14"},
                          {4, "macos", "macos 13"},      {1, "linux", "other"}};

/// Quantiles of a logistic distribution (mean 9, scale 3 weeks): how late people update.
const int lags[] = {0, 1, 3, 4, 5, 6, 7, 7, 8, 9, 9, 10, 11, 11, 12, 13, 14, 15, 17, 20};

template<typename List> QString pick(Random &random, const List &list)
{
    QList<quint64> weights;
    for (const auto &each : list)
        weights.append(each.weight);
    return QLatin1StringView(list[random.weighted(weights)].name);
}

struct Choice
{
    quint64 weight;
    const char *name;
};
const Choice pythons[] = {{6, "3.9"}, {22, "3.10"}, {27, "3.11"}, {28, "3.12"}, {15, "3.13"}, {2, "3.14"}};
const Choice layerTypes[] = {{50, "image"},  {24, "labels"}, {11, "points"}, {7, "shapes"},
                             {3, "surface"}, {3, "tracks"},  {2, "vectors"}};
const Choice imageArrays[] = {{55, "numpy"},      {22, "dask"}, {8, "zarr"}, {5, "xarray"}, {3, "cupy"},
                              {2, "tensorstore"}, {2, "torch"}, {2, "h5py"}, {1, "other"}};
const Choice imageTypes[] = {{36, "uint8"}, {42, "uint16"}, {14, "float32"}, {6, "float64"}, {2, "bool"}};
const Choice labelTypes[] = {{38, "int32"}, {24, "uint16"}, {20, "int64"}, {14, "uint8"}, {4, "uint32"}};
const Choice sizes[] = {{25, "<1e6"}, {50, "<1e8"}, {22, "<1e10"}, {3, ">=1e10"}};

QByteArray secretOf(Random &random)
{
    QByteArray secret(Limits::secretBytes, '\0');
    for (qsizetype at = 0; at < secret.size(); at += qsizetype(sizeof(quint64)))
        qToBigEndian(random.below(~quint64(0)), secret.data() + at);
    return secret;
}

QJsonObject layerOf(Random &random)
{
    const QString type = pick(random, layerTypes);
    const bool image = type == "image"_L1;
    const bool labels = type == "labels"_L1;
    return {{u"layer_type"_s, type},
            {u"array_type"_s, image ? pick(random, imageArrays) : u"numpy"_s},
            {u"ndim"_s, qint64(2 + random.weighted({45, 35, 15, 5}))},
            {u"dtype"_s, image    ? pick(random, imageTypes)
                         : labels ? pick(random, labelTypes)
                                  : u"float64"_s},
            {u"size_class"_s, image || labels ? pick(random, sizes) : u"<1e6"_s}};
}

PersonEnvironment environmentOf(Random &random, const Catalog &catalog, Week since)
{
    PersonEnvironment environment{since};
    environment.development = random.percent(4);
    environment.frozen = random.percent(7);
    environment.lag = lags[random.below(std::size(lags))];
    environment.python = pick(random, pythons);
    // Most people have a few plugins, some have dozens.
    const quint64 most[] = {1, 4, 9, 20, 45};
    const quint64 wanted = random.below(most[random.weighted({15, 40, 28, 13, 4})] + 1);
    for (quint64 i = 0; i < wanted; ++i) {
        const qsizetype plugin = random.fromSums(catalog.pluginSums());
        const qsizetype newest = catalog.plugins()[plugin].releases.size() - 1;
        const qsizetype release = random.percent(75) ? newest : qsizetype(random.below(quint64(newest) + 1));
        const int later = random.percent(60) ? 0 : int(random.below(60));
        environment.plugins.append({plugin, since.plusWeeks(later), release});
    }
    return environment;
}

} // namespace

Week firstSimulatedWeek()
{
    return *Week::fromString(u"2026-W01");
}

Person makePerson(quint64 seed, qint64 number, const Catalog &catalog)
{
    Random random({seed, quint64(number), 1});
    // Half were there before the first week; the others come over a bit more than a year.
    const int joined = random.percent(45) ? -int(random.below(40)) : int(random.below(64));
    const Week joinedIn = firstSimulatedWeek().plusWeeks(joined);
    const int stays = random.percent(25) ? 1 + int(random.below(60)) : 10'000;
    Person person{number, Level::None, joinedIn, joinedIn.plusWeeks(stays)};
    const Level levels[] = {Level::None, Level::Basic, Level::Middle, Level::Full};
    person.level = levels[random.weighted({20, 42, 22, 16})];
    const int activities[] = {20, 55, 90};
    person.activity = activities[random.weighted({25, 40, 35})];
    person.apart = random.percent(30);

    QList<quint64> weights;
    for (const System &system : systems)
        weights.append(system.weight);
    const System &system = systems[random.weighted(weights)];
    person.os = QLatin1StringView(system.os);
    person.osVersion = QLatin1StringView(system.version);
    const quint64 arm = person.os == "macos"_L1 ? 78 : person.os == "linux"_L1 ? 4 : 1;
    person.architecture = random.percent(arm) ? u"arm64"_s : u"x86_64"_s;

    const qsizetype environments = 1 + random.weighted({68, 23, 9});
    for (qsizetype i = 0; i < environments; ++i)
        person.environments.append(
            environmentOf(random, catalog, joinedIn.plusWeeks(i == 0 ? 0 : int(random.below(40)))));
    const quint64 commands = 3 + random.below(18);
    for (quint64 i = 0; i < commands; ++i)
        person.commands.append(catalog.commands()[random.fromSums(catalog.commandSums())]);
    for (const auto &installed : std::as_const(person.environments.first().plugins))
        person.commands += catalog.plugins()[installed.plugin].commands.mid(0, 1);
    const quint64 layers = 1 + random.below(9);
    for (quint64 i = 0; i < layers; ++i)
        person.layers.append(layerOf(random));
    person.secret = secretOf(random);
    person.machine = "machine "_ba + QByteArray::number(number);
    return person;
}

} // namespace Telemetry
