// noisedraws SIGMA NUMBER: that many draws of the noise, with a fixed key, for tests/oracles.
#include "host/aggregate/discretegaussian.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 3)
        return 2;
    Telemetry::NoiseStream stream(QByteArray(32, 'k'), {}, {}, {});
    for (int i = 0; i < words[2].toInt(); ++i)
        std::printf("%lld\n", Telemetry::Noise::discreteGaussian(words[1].toInt(), stream));
    return 0;
}
